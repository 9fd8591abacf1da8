/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a session is laid out where it is wide, beside the picture: what comes next is always there, the words
 * get what they need, and the ring is as large as is left.
 */

#include "config.h"

#include "fascia-player-page-private.h"

/* Two lines of words and a little of the third: one sees that they go on. */
#define LEAST_WORDS_PX 96
#define SPACING_PX 18
#define NEXT_SPACING_PX 6

typedef struct
{
  int ring_least;
  int ring;
  int words;
  int next;
  int spacing;
} Heights;

static FasciaPlayerPage *
get_page (GtkWidget *box)
{
  return FASCIA_PLAYER_PAGE (gtk_widget_get_ancestor (box, FASCIA_TYPE_PLAYER_PAGE));
}

static void
measure_heights (FasciaPlayerPage *self, int width, Heights *heights)
{
  gtk_widget_measure (self->wide_time, GTK_ORIENTATION_VERTICAL, width, &heights->ring_least,
                      &heights->ring, NULL, NULL);
  gtk_widget_measure (self->wide_words, GTK_ORIENTATION_VERTICAL, width, NULL, &heights->words,
                      NULL, NULL);
  gtk_widget_measure (self->wide_next, GTK_ORIENTATION_VERTICAL, width, NULL, &heights->next, NULL,
                      NULL);
  heights->spacing = SPACING_PX + NEXT_SPACING_PX;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *box,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  FasciaPlayerPage *self = get_page (box);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      Heights heights;

      measure_heights (self, for_size, &heights);
      *minimum = heights.ring_least + heights.next + heights.spacing
                 + MIN (heights.words, LEAST_WORDS_PX);
      *natural = heights.ring + heights.next + heights.spacing + heights.words;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;
      int wanted = 0;

      gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static void
allocate_row (GtkWidget *child, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, height }, -1);
}

static void
allocate (GtkWidget *box, int width, int height, int baseline)
{
  FasciaPlayerPage *self = get_page (box);
  Heights heights;

  if (self == NULL)
    return;
  measure_heights (self, width, &heights);
  const int room = height - heights.next - heights.spacing;
  const int ring = CLAMP (room - heights.words, heights.ring_least, heights.ring);
  const int words = CLAMP (heights.words, 0, MAX (room - ring, 0));
  const int above = MAX (room - ring - words, 0) / 2;

  allocate_row (self->wide_time, above, width, ring);
  allocate_row (self->wide_scroll, above + ring + SPACING_PX, width, words);
  allocate_row (self->wide_next, above + ring + SPACING_PX + words + NEXT_SPACING_PX, width,
                heights.next);
}

void
fascia_player_page_lay_out_wide (FasciaPlayerPage *self)
{
  gtk_widget_set_layout_manager (self->wide_box,
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a session is laid out where it is narrow: the count and the buttons are always there, the words
 * get what they need, and the pictures are as large as is left.
 */

#include "config.h"

#include "fascia-player-page-private.h"

/* Two lines of words and a little of the third: one sees that they go on. */
#define LEAST_WORDS_PX 48
#define SPACING_PX 12
#define LOW_SPACING_PX 6

typedef struct
{
  int pictures_least;
  int pictures;
  int words_least;
  int words;
  int controls;
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
  gtk_widget_measure (self->narrow_pictures, GTK_ORIENTATION_VERTICAL, width,
                      &heights->pictures_least, &heights->pictures, NULL, NULL);
  gtk_widget_measure (self->narrow_words, GTK_ORIENTATION_VERTICAL, width, NULL, &heights->words,
                      NULL, NULL);
  /* The bar they scroll by is there also when they are one line. */
  gtk_widget_measure (self->narrow_scroll, GTK_ORIENTATION_VERTICAL, width, &heights->words_least,
                      NULL, NULL, NULL);
  heights->words_least = MAX (heights->words_least, MIN (heights->words, LEAST_WORDS_PX));
  heights->words = MAX (heights->words, heights->words_least);
  gtk_widget_measure (self->narrow_controls, GTK_ORIENTATION_VERTICAL, width, &heights->controls,
                      NULL, NULL, NULL);
  heights->spacing = adw_breakpoint_bin_get_current_breakpoint (self->sizes) == self->tiny_size
                         ? LOW_SPACING_PX
                         : SPACING_PX;
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

  *minimum_baseline = *natural_baseline = -1;
  if (self == NULL)
    {
      *minimum = *natural = 0;
      return;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      Heights heights;

      measure_heights (self, for_size, &heights);
      *minimum
          = heights.pictures_least + heights.controls + 2 * heights.spacing + heights.words_least;
      *natural = heights.pictures + heights.controls + 2 * heights.spacing + heights.words;
      return;
    }
  *minimum = *natural = 0;
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
  const int room = height - heights.controls - 2 * heights.spacing;
  const int pictures = CLAMP (room - heights.words, heights.pictures_least, heights.pictures);
  const int words = CLAMP (room - pictures, heights.words_least, heights.words);
  const int above = MAX (room - pictures - words, 0) / 2;

  allocate_row (self->narrow_pictures, above, width, pictures);
  allocate_row (self->narrow_scroll, above + pictures + heights.spacing, width, words);
  allocate_row (self->narrow_controls, height - heights.controls, width, heights.controls);
}

void
fascia_player_page_lay_out_narrow (FasciaPlayerPage *self)
{
  gtk_widget_set_layout_manager (self->narrow_box,
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a session is laid out, narrow and beside the picture: what is below the words is always there, the
 * words get what they need, and what is above them is as large as is left.
 */

#include "config.h"

#include "fascia-player-page-private.h"

#include "fascia-fit.h"

/* Two lines of words and a little of the third: one sees that they go on. */
#define LEAST_WORDS_PX 48
#define SPACING_PX 12
#define LOW_SPACING_PX 6
/* Beside the picture, in larger letters. */
#define WIDE_LEAST_WORDS_PX 96
#define WIDE_SPACING_PX 18
#define NEXT_SPACING_PX 6

typedef struct
{
  GtkWidget *above;  /* shrinks */
  GtkWidget *scroll; /* around the words */
  GtkWidget *words;
  GtkWidget *below;
  int gap_above; /* the words */
  int gap_below;
  int least_words;
  gboolean is_at_end; /* what is below stands at the end, wherever the words end */
} Rows;

typedef struct
{
  int above_least;
  int above;
  int words_least;
  int words;
  int below;
} Heights;

/* FALSE while the page takes itself apart. */
static gboolean
get_rows (GtkWidget *box, Rows *rows)
{
  GtkWidget *page = gtk_widget_get_ancestor (box, FASCIA_TYPE_PLAYER_PAGE);

  if (page == NULL)
    return FALSE;
  FasciaPlayerPage *self = FASCIA_PLAYER_PAGE (page);
  const int gap = adw_breakpoint_bin_get_current_breakpoint (self->sizes) == self->tiny_size
                      ? LOW_SPACING_PX
                      : SPACING_PX;

  if (box == self->narrow_box)
    *rows = (Rows) { self->narrow_pictures,
                     self->narrow_scroll,
                     self->narrow_words,
                     self->narrow_controls,
                     gap,
                     gap,
                     LEAST_WORDS_PX,
                     TRUE };
  else
    *rows = (Rows) { self->wide_time, self->wide_scroll, self->wide_words,    self->wide_next,
                     WIDE_SPACING_PX, NEXT_SPACING_PX,   WIDE_LEAST_WORDS_PX, FALSE };
  return TRUE;
}

static void
measure_height (GtkWidget *widget, int width, int *least, int *wanted)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, least, wanted, NULL, NULL);
}

static void
measure_heights (const Rows *rows, int width, Heights *heights)
{
  measure_height (rows->above, width, &heights->above_least, &heights->above);
  measure_height (rows->words, width, NULL, &heights->words);
  /* The bar they scroll by is there also when they are one line. */
  measure_height (rows->scroll, width, &heights->words_least, NULL);
  heights->words_least = MAX (heights->words_least, MIN (heights->words, rows->least_words));
  heights->words = MAX (heights->words, heights->words_least);
  measure_height (rows->below, width, &heights->below, NULL);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *box, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;
      int wanted = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
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
  Rows rows;
  Heights heights;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (!get_rows (box, &rows))
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (box, minimum, natural);
      return;
    }
  measure_heights (&rows, for_size, &heights);
  const int fixed = heights.below + rows.gap_above + rows.gap_below;
  *minimum = heights.above_least + heights.words_least + fixed;
  *natural = heights.above + heights.words + fixed;
}

static void
allocate_row (GtkWidget *child, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, height }, -1);
}

static void
allocate (GtkWidget *box, int width, int height, int baseline)
{
  Rows rows;
  Heights heights;

  if (!get_rows (box, &rows))
    return;
  measure_heights (&rows, width, &heights);
  const int room = height - heights.below - rows.gap_above - rows.gap_below;
  const int above = CLAMP (room - heights.words, heights.above_least, heights.above);
  const int words = CLAMP (room - above, heights.words_least, heights.words);
  const int top = MAX (room - above - words, 0) / 2;
  const int words_at = top + above + rows.gap_above;

  allocate_row (rows.above, top, width, above);
  allocate_row (rows.scroll, words_at, width, words);
  allocate_row (rows.below,
                rows.is_at_end ? height - heights.below : words_at + words + rows.gap_below, width,
                heights.below);
}

void
fascia_player_page_lay_out_rows (FasciaPlayerPage *self)
{
  GtkWidget *const boxes[] = { self->narrow_box, self->wide_box };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    gtk_widget_set_layout_manager (boxes[i],
                                   gtk_custom_layout_new (get_request_mode, measure, allocate));
  fascia_follow_text_size (GTK_WIDGET (self), G_CALLBACK (fascia_player_page_fit));
}

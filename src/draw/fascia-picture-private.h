/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make a picture share: its words, and its page.
 */

#pragma once

#include <cairo.h>

#include "core/body/fascia-extent.h"
#include "core/journal/fascia-feelings.h"
#include "fascia-figure-picture.h"

G_BEGIN_DECLS

/* Swatches of lines beside 0 … 4, the steps of the ramp. */
#define FASCIA_PICTURE_SWATCH_NONE (-2)
#define FASCIA_PICTURE_SWATCH_OPEN (-1) /* marked, level not given */
#define FASCIA_PICTURE_SWATCH_ZERO FASCIA_FIGURE_STEPS
#define FASCIA_PICTURE_SWATCH_THROUGH (FASCIA_FIGURE_STEPS + 1) /* an arrow through the body */

/**
 * FasciaPictureLine: a line of the list
 * @text: translated
 * @bold: (nullable): the part of @text that stands out
 * @swatch: the step of the ramp, or one of the above
 * @is_heading: it belongs to the line after it
 */
typedef struct
{
  char *text;
  char *bold;
  int swatch;
  gboolean is_heading;
} FasciaPictureLine;

/**
 * FasciaPictureWords: all that a picture says
 * @summary: (nullable): the whole of it in a line
 * @legend_title: what the colours stand for
 * @legend: (element-type FasciaPictureLine): the steps
 * @list: (element-type FasciaPictureLine)
 * @left, @right: beside the figures, on the side where they are: of the person, not of the reader
 * @front, @back: above the figures
 * @sides: whose left and right it is, for those who do not see the figures
 * @foot: who made it, and when
 * @caution: what it is not
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *summary;
  char *legend_title;
  GArray *legend;
  GArray *list;
  char *left;
  char *right;
  char *front;
  char *back;
  char *sides;
  char *foot;
  char *caution;
} FasciaPictureWords;

FasciaPictureWords *fascia_picture_words_new (const FasciaBody *body,
                                              const FasciaFeelings *feelings,
                                              const FasciaPicture *picture);
void fascia_picture_words_free (FasciaPictureWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPictureWords, fascia_picture_words_free)

/* (transfer full) All of it as lines of plain text, without the title. */
char *fascia_picture_words_to_text (const FasciaPictureWords *self);

/* What fills the words, in files of their own. */
void fascia_picture_words_fill_entry (FasciaPictureWords *self,
                                      const FasciaBody *body,
                                      const FasciaFeelings *feelings,
                                      const FasciaPicture *picture);
/* (transfer full) @extents: of all that is drawn, see fascia_extent_measure(). */
char *fascia_picture_dup_summary (const FasciaBody *body,
                                  const FasciaEntry *entry,
                                  const GArray *extents);
const char *fascia_picture_get_scale_name (FasciaScale scale);
/* Takes @text. */
void fascia_picture_add_line (GArray *lines, char *text, const char *bold, int swatch);
void fascia_picture_add_heading (GArray *lines, const char *text);
/* (transfer full) Takes @text; its numbers stay on a line with the words beside them. */
char *fascia_picture_keep_numbers (char *text);

/* (transfer full) "and 12 more" */
char *fascia_picture_dup_more (guint n);

/* Fills the page with the picture, in points. */
void fascia_picture_page_draw (cairo_t *cr,
                               const FasciaBody *body,
                               const FasciaPicture *picture,
                               const FasciaPictureWords *words);

G_END_DECLS

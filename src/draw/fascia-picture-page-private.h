/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that lay a page out share: its measures, text on it, the list below the figures.
 */

#pragma once

#include <pango/pangocairo.h>

#include "fascia-picture-private.h"

G_BEGIN_DECLS

/* In points. */
#define FASCIA_PAGE_MARGIN 38.0
#define FASCIA_PAGE_GAP 8.0
#define FASCIA_PAGE_SWATCH_ROOM 13.0

/* How the page is divided. */
typedef struct
{
  double figure;
  double inset;
  guint n_columns;
  double size;
} FasciaPageDivision;

typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  const FasciaFigurePalette *palette;
  const FasciaBody *body;
  const FasciaPictureWords *words;
  gboolean is_rtl;
  FasciaFigureMarks marks;
  GArray *mark_list;   /* FasciaFigureMark */
  GArray *heat_list;   /* FasciaFigureHeat */
  GArray *spread_list; /* FasciaFigureSpread */
  GPtrArray *insets;   /* const FasciaInset: those with something in them */
} FasciaPage;

void fascia_page_set_color (const FasciaPage *page, FasciaColor color);
/* (transfer full) @width below 0: as long as it is. */
PangoLayout *fascia_page_create_text (const FasciaPage *page,
                                      const char *text,
                                      double size,
                                      gboolean is_bold,
                                      double width);
void fascia_page_get_size (PangoLayout *layout, double *width, double *height);
void fascia_page_show_text (const FasciaPage *page,
                            PangoLayout *layout,
                            double x,
                            double y,
                            FasciaColor color);
/* @size is that of the text beside it, @x where the swatch begins on the side where lines begin, @y
 * its middle. */
void fascia_page_draw_swatch (const FasciaPage *page, int swatch, double size, double x, double y);
/* x of something @width wide that begins @from after the beginning of a line between two edges. */
double fascia_page_get_x (const FasciaPage *page,
                          double left,
                          double right,
                          double from,
                          double width);

/* A line that has its column and its place there. */
typedef struct
{
  PangoLayout *layout;
  const FasciaPictureLine *line;
  double height;
  guint column;
  double y;
} FasciaPagePlaced;

/* (transfer full) (element-type FasciaPagePlaced) The whole list, balanced over the columns; NULL
 * when there is not enough room. */
GArray *fascia_page_place_list (const FasciaPage *page,
                                const FasciaPageDivision *division,
                                double room);
/* As many lines as there is room for, and one that counts the others. @rest outlives the result. */
GArray *fascia_page_place_part (const FasciaPage *page,
                                const FasciaPageDivision *division,
                                double room,
                                FasciaPictureLine *rest);
void fascia_page_draw_list (const FasciaPage *page,
                            const GArray *all,
                            const FasciaPageDivision *division,
                            double y);

G_END_DECLS

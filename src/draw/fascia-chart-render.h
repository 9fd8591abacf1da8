/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a laid out chart to any Cairo target: screen, PNG, SVG, PDF alike.
 */

#pragma once

#include <pango/pangocairo.h>

#include "fascia-chart-layout.h"
#include "fascia-chart-palette.h"

G_BEGIN_DECLS

/* What a sample in a legend stands for. */
typedef enum
{
  FASCIA_CHART_KEY_TIGHTNESS = 1, /* a solid line with round markers */
  FASCIA_CHART_KEY_PAIN,          /* a dashed line with diamonds */
  FASCIA_CHART_KEY_PLACES,        /* bars */
} FasciaChartKey;

/**
 * fascia_chart_render:
 * @cr: where to draw; its origin is the chart's upper left corner
 * @layout: what
 * @palette: in which colours
 * @font: (nullable): font of the labels; NULL: no labels (on the screen they are widgets)
 *
 * Does not paint the surface behind. No stroke has more than 64 points: Cairo's stroker takes much
 * longer for one long line than for its pieces.
 */
void fascia_chart_render (cairo_t *cr,
                          const FasciaChartLayout *layout,
                          const FasciaChartPalette *palette,
                          const PangoFontDescription *font);

/* The chosen column, to be drawn below the chart; @slot outside the list draws nothing. */
void fascia_chart_render_cursor (cairo_t *cr,
                                 const FasciaChartLayout *layout,
                                 const FasciaChartPalette *palette,
                                 int slot);

/* The sample of a legend, centred in @width x @height. */
void fascia_chart_render_key (cairo_t *cr,
                              FasciaChartKey key,
                              const FasciaChartPalette *palette,
                              double width,
                              double height);

G_END_DECLS

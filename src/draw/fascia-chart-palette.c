/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of charts, the same for the window, pictures and print.
 */

#include "config.h"

#include "fascia-chart-palette.h"

#define RGBA(hex, opacity)                                                                         \
  {                                                                                                \
    .red = (float) (((hex) >> 16 & 0xff) / 255.0),                                                 \
    .green = (float) (((hex) >> 8 & 0xff) / 255.0),                                                \
    .blue = (float) (((hex) & 0xff) / 255.0),                                                      \
    .alpha = (float) (opacity),                                                                    \
  }

static const FasciaChartPalette light = {
  .surface = RGBA (0xffffff, 1),
  .grid = RGBA (0x000000, 0.09),
  .axis = RGBA (0x000000, 0.22),
  .label = RGBA (0x000000, 0.62),
  .line = { RGBA (0xb8470b, 1), RGBA (0x3c57b8, 1) },
  .band = { RGBA (0xe0701d, 0.17), RGBA (0x4d6fd8, 0.13) },
  .dot = { RGBA (0xb8470b, 0.3), RGBA (0x3c57b8, 0.28) },
  .bar = RGBA (0x000000, 0.26),
  .cursor = RGBA (0x000000, 0.06),
  .cursor_edge = RGBA (0x000000, 0.5),
  .line_width = 2,
  .grid_width = 1,
};

static const FasciaChartPalette dark = {
  .surface = RGBA (0x36363a, 1),
  .grid = RGBA (0xffffff, 0.1),
  .axis = RGBA (0xffffff, 0.26),
  .label = RGBA (0xffffff, 0.72),
  .line = { RGBA (0xffa95c, 1), RGBA (0x9db8ff, 1) },
  .band = { RGBA (0xffa95c, 0.17), RGBA (0x9db8ff, 0.13) },
  .dot = { RGBA (0xffa95c, 0.36), RGBA (0x9db8ff, 0.34) },
  .bar = RGBA (0xffffff, 0.32),
  .cursor = RGBA (0xffffff, 0.08),
  .cursor_edge = RGBA (0xffffff, 0.6),
  .line_width = 2,
  .grid_width = 1,
};

static const FasciaChartPalette high_contrast_light = {
  .surface = RGBA (0xffffff, 1),
  .grid = RGBA (0x000000, 0.34),
  .axis = RGBA (0x000000, 0.85),
  .label = RGBA (0x000000, 0.9),
  .line = { RGBA (0x7a2900, 1), RGBA (0x14257a, 1) },
  .band = { RGBA (0xe0701d, 0.2), RGBA (0x4d6fd8, 0.16) },
  .dot = { RGBA (0x7a2900, 0.55), RGBA (0x14257a, 0.5) },
  .bar = RGBA (0x000000, 0.62),
  .cursor = RGBA (0x000000, 0.12),
  .cursor_edge = RGBA (0x000000, 1),
  .line_width = 2.5,
  .grid_width = 1,
  .has_band_edges = TRUE,
};

static const FasciaChartPalette high_contrast_dark = {
  .surface = RGBA (0x36363a, 1),
  .grid = RGBA (0xffffff, 0.38),
  .axis = RGBA (0xffffff, 0.9),
  .label = RGBA (0xffffff, 0.95),
  .line = { RGBA (0xffc388, 1), RGBA (0xbfd2ff, 1) },
  .band = { RGBA (0xffa95c, 0.2), RGBA (0x9db8ff, 0.16) },
  .dot = { RGBA (0xffc388, 0.6), RGBA (0xbfd2ff, 0.55) },
  .bar = RGBA (0xffffff, 0.7),
  .cursor = RGBA (0xffffff, 0.16),
  .cursor_edge = RGBA (0xffffff, 1),
  .line_width = 2.5,
  .grid_width = 1,
  .has_band_edges = TRUE,
};

const FasciaChartPalette *
fascia_chart_palette_get (FasciaFigureLook look)
{
  switch (look)
    {
    case FASCIA_FIGURE_DARK:
      return &dark;
    case FASCIA_FIGURE_HIGH_CONTRAST_LIGHT:
      return &high_contrast_light;
    case FASCIA_FIGURE_HIGH_CONTRAST_DARK:
      return &high_contrast_dark;
    case FASCIA_FIGURE_LIGHT:
    default:
      return &light;
    }
}

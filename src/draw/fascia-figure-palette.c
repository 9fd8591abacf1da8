/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of the body figure. Their distances are tested: see tests/draw/test-body-figure.c.
 */

#include "fascia-figure-palette.h"

#define HEX(c)                                                                                     \
  { (float) (((c) >> 16) & 0xff) / 255.0f, (float) (((c) >> 8) & 0xff) / 255.0f,                   \
    (float) ((c) & 0xff) / 255.0f, 1.0f }
#define NO_COLOR { 0, 0, 0, 0 }

/* Both ramps run from pale to loud: on light away from the paper into a deep red, on dark from
 * ember to bright yellow. Lightness is strictly monotonic and the last step is the furthest from
 * the tile in both, so that the worst place is the first one seen, also in grey and for people who
 * do not tell red from green. */
#define LIGHT_RAMP                                                                                 \
  { HEX (0xf3b562), HEX (0xe58a2c), HEX (0xc45414), HEX (0x992e14), HEX (0x63041d) }
#define DARK_RAMP { HEX (0x8a5530), HEX (0xb3602a), HEX (0xdd7426), HEX (0xfb9a2c), HEX (0xffd02e) }
#define INK_DARK HEX (0x2a0f06)
#define INK_LIGHT HEX (0xffffff)
#define FIVE(c) { c, c, c, c, c }

static const FasciaFigurePalette palettes[] = {
  [FASCIA_FIGURE_LIGHT - 1] = {
    .surface = HEX (0xffffff),
    .tile = HEX (0xdcdce0),
    .gutter = HEX (0xffffff),
    .outline = NO_COLOR,
    .ramp = LIGHT_RAMP,
    .ink = { INK_DARK, INK_DARK, INK_LIGHT, INK_LIGHT, INK_LIGHT },
    .edge = { HEX (0xb5450c), HEX (0xa83c0a), HEX (0x8c2d0c), HEX (0x701b0c), HEX (0x3d0010) },
    .tile_ink = HEX (0x4a4a50),
    .hover = { 0, 0, 0, 0.10f },
    .selection = HEX (0x1c71d8),
    .label = HEX (0x66666c),
    .gutter_width = 1.9,
    .gutter_min_px = 1.2,
    .edge_px = 1.7,
    .outline_px = 0,
  },
  [FASCIA_FIGURE_DARK - 1] = {
    .surface = HEX (0x333337),
    .tile = HEX (0x525257),
    .gutter = HEX (0x333337),
    .outline = NO_COLOR,
    .ramp = DARK_RAMP,
    .ink = { INK_LIGHT, INK_LIGHT, INK_DARK, INK_DARK, INK_DARK },
    .edge = { HEX (0xe79c60), HEX (0xf39a5e), HEX (0xffa860), HEX (0xffc878), HEX (0xfff0b0) },
    .tile_ink = HEX (0xdededf),
    .hover = { 1, 1, 1, 0.12f },
    .selection = HEX (0x62a0ea),
    .label = HEX (0xb4b4b8),
    .gutter_width = 1.9,
    .gutter_min_px = 1.2,
    .edge_px = 1.7,
    .outline_px = 0,
  },
  [FASCIA_FIGURE_HIGH_CONTRAST_LIGHT - 1] = {
    .surface = HEX (0xffffff),
    .tile = HEX (0xf2f2f2),
    .gutter = HEX (0x1a1a1a),
    .outline = HEX (0x1a1a1a),
    .ramp = LIGHT_RAMP,
    .ink = { INK_DARK, INK_DARK, INK_LIGHT, INK_LIGHT, INK_LIGHT },
    .edge = FIVE (HEX (0x000000)),
    .tile_ink = HEX (0x000000),
    .hover = { 0, 0, 0, 0.16f },
    .selection = HEX (0x0a4ba8),
    .label = HEX (0x1a1a1a),
    .gutter_width = 1.1,
    .gutter_min_px = 1.3,
    .edge_px = 2.6,
    .outline_px = 1.8,
    .has_hatch = TRUE,
  },
  [FASCIA_FIGURE_HIGH_CONTRAST_DARK - 1] = {
    .surface = HEX (0x1b1b1e),
    .tile = HEX (0x2b2b2f),
    .gutter = HEX (0xf2f2f2),
    .outline = HEX (0xf2f2f2),
    .ramp = DARK_RAMP,
    .ink = { INK_LIGHT, INK_LIGHT, INK_DARK, INK_DARK, INK_DARK },
    .edge = FIVE (HEX (0xffffff)),
    .tile_ink = HEX (0xffffff),
    .hover = { 1, 1, 1, 0.2f },
    .selection = HEX (0x99c1f1),
    .label = HEX (0xf2f2f2),
    .gutter_width = 1.1,
    .gutter_min_px = 1.3,
    .edge_px = 2.6,
    .outline_px = 1.8,
    .has_hatch = TRUE,
  },
};

const FasciaFigurePalette *
fascia_figure_palette_get (FasciaFigureLook look)
{
  g_return_val_if_fail (look >= FASCIA_FIGURE_LIGHT && look <= FASCIA_FIGURE_HIGH_CONTRAST_DARK,
                        &palettes[0]);

  return &palettes[look - 1];
}

FasciaFigureLook
fascia_figure_look_for (gboolean is_dark, gboolean is_high_contrast)
{
  if (is_high_contrast)
    return is_dark ? FASCIA_FIGURE_HIGH_CONTRAST_DARK : FASCIA_FIGURE_HIGH_CONTRAST_LIGHT;
  return is_dark ? FASCIA_FIGURE_DARK : FASCIA_FIGURE_LIGHT;
}

int
fascia_figure_step_for_level (int level)
{
  if (level <= 0)
    return -1;
  return MIN ((level - 1) / 2, FASCIA_FIGURE_STEPS - 1);
}

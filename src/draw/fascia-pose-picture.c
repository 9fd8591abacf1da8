/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture of a pose: its colours, and everything from back to front.
 */

#include "config.h"

#include "fascia-pose-picture.h"

#include "fascia-pose-draw-private.h"

#define HEX(c)                                                                                     \
  { (float) (((c) >> 16) & 0xff) / 255.0f, (float) (((c) >> 8) & 0xff) / 255.0f,                   \
    (float) ((c) & 0xff) / 255.0f, 1.0f }

static const FasciaPosePalette palettes[] = {
  [FASCIA_FIGURE_LIGHT - 1] = {
    .body = HEX (0x8e97a8),
    .far = HEX (0xb7bdc9),
    .cloth = HEX (0x56617a),
    .hair = HEX (0x454d61),
    .far_cloth = HEX (0x939bae),
    .line = HEX (0x3b4356),
    .furniture = HEX (0xd9d5cf),
    .soft = HEX (0xe6dccb),
    .cushion = HEX (0xcdb384),
    .tool = HEX (0x2a7de1),
    .floor = HEX (0xc9c6c1),
    .accent = HEX (0xe2570d),
    .arrow = HEX (0x1a5fb4),
  },
  [FASCIA_FIGURE_DARK - 1] = {
    .body = HEX (0xc3cbd9),
    .far = HEX (0x858d9d),
    .cloth = HEX (0x8592ad),
    .hair = HEX (0x6a7690),
    .far_cloth = HEX (0x5f687b),
    .line = HEX (0x2f3542),
    .furniture = HEX (0x6c665c),
    .soft = HEX (0x5c564b),
    .cushion = HEX (0xa3936f),
    .tool = HEX (0x5aa5f5),
    .floor = HEX (0x6b6760),
    .accent = HEX (0xff8b3d),
    .arrow = HEX (0x8cc3ff),
  },
  [FASCIA_FIGURE_HIGH_CONTRAST_LIGHT - 1] = {
    .body = HEX (0xe4e7ee),
    .far = HEX (0xbfc4cf),
    .cloth = HEX (0x78839b),
    .hair = HEX (0x4c556c),
    .far_cloth = HEX (0x59627a),
    .line = HEX (0x000000),
    .furniture = HEX (0xf1eee9),
    .soft = HEX (0xf6efe2),
    .cushion = HEX (0xdcc699),
    .tool = HEX (0x1a5fb4),
    .floor = HEX (0x3d3a36),
    .accent = HEX (0xc23a00),
    .arrow = HEX (0x0a3d80),
    .outline = 1.3,
  },
  [FASCIA_FIGURE_HIGH_CONTRAST_DARK - 1] = {
    .body = HEX (0x4a5160),
    .far = HEX (0x353a45),
    .cloth = HEX (0x2a3550),
    .hair = HEX (0x141b2c),
    .far_cloth = HEX (0x0c1220),
    .line = HEX (0xffffff),
    .furniture = HEX (0x2c2a27),
    .soft = HEX (0x3a352c),
    .cushion = HEX (0x5c5138),
    .tool = HEX (0x62a0ea),
    .floor = HEX (0xd8d4cc),
    .accent = HEX (0xffa348),
    .arrow = HEX (0xb9dcff),
    .outline = 1.3,
  },
};

const FasciaPosePalette *
fascia_pose_palette_get (FasciaFigureLook look)
{
  g_return_val_if_fail (look >= FASCIA_FIGURE_LIGHT && look <= FASCIA_FIGURE_HIGH_CONTRAST_DARK,
                        &palettes[0]);

  return &palettes[look - 1];
}

const FasciaColor *
fascia_pose_tone_color (const FasciaPosePalette *palette, FasciaPoseTone tone)
{
  switch (tone)
    {
    case FASCIA_TONE_BODY:
      return &palette->body;
    case FASCIA_TONE_FAR:
      return &palette->far;
    case FASCIA_TONE_CLOTH:
      return &palette->cloth;
    case FASCIA_TONE_FAR_CLOTH:
      return &palette->far_cloth;
    case FASCIA_TONE_LINE:
      return &palette->line;
    case FASCIA_TONE_FURNITURE:
      return &palette->furniture;
    case FASCIA_TONE_SOFT:
      return &palette->soft;
    case FASCIA_TONE_CUSHION:
      return &palette->cushion;
    case FASCIA_TONE_TOOL:
      return &palette->tool;
    case FASCIA_TONE_FLOOR:
      return &palette->floor;
    case FASCIA_TONE_ACCENT:
    default:
      return &palette->accent;
    }
}

static void
draw_item (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item)
{
  if (item->kind == FASCIA_POSE_TRUNK)
    fascia_pose_draw_trunk (drawing, item);
  else if (item->kind == FASCIA_POSE_HEAD)
    fascia_pose_draw_head (drawing, item);
  else if (item->kind == FASCIA_POSE_ARM)
    fascia_pose_draw_arm (drawing, item);
  else if (item->kind == FASCIA_POSE_LEG)
    fascia_pose_draw_leg (drawing, item);
  else if (item->kind == FASCIA_POSE_HAND || item->kind == FASCIA_POSE_FOOT)
    fascia_pose_draw_lone_end (drawing, item);
  else if (item->kind >= FASCIA_POSE_SPOT)
    fascia_pose_draw_mark (drawing, item);
  else
    fascia_pose_draw_thing (drawing, item);
}

/* A part of the body goes on beyond the picture: it fades out there. */
static void
fade_edges (cairo_t *cr)
{
  static const double ends[4][4] = {
    { 0, 0, 1, 0 },
    { FASCIA_POSE_CANVAS, 0, -1, 0 },
    { 0, 0, 0, 1 },
    { 0, FASCIA_POSE_CANVAS, 0, -1 },
  };
  const double depth = 13;

  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const double *end = ends[i];
      cairo_pattern_t *fade = cairo_pattern_create_linear (end[0], end[1], end[0] + end[2] * depth,
                                                           end[1] + end[3] * depth);

      cairo_pattern_add_color_stop_rgba (fade, 0, 0, 0, 0, 1);
      cairo_pattern_add_color_stop_rgba (fade, 0.5, 0, 0, 0, 0.5);
      cairo_pattern_add_color_stop_rgba (fade, 1, 0, 0, 0, 0);
      cairo_set_source (cr, fade);
      cairo_paint (cr);
      cairo_pattern_destroy (fade);
    }
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

void
fascia_pose_picture_draw (cairo_t *cr,
                          const FasciaPoseFrame *frame,
                          const FasciaPosePalette *palette,
                          double size,
                          gboolean is_mirrored)
{
  const double scale = size / FASCIA_POSE_CANVAS;
  const FasciaPoseDrawing drawing
      = { .cr = cr, .frame = frame, .palette = palette, .pixel = scale };

  g_return_if_fail (cr != NULL && frame != NULL && palette != NULL);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, size, size);
  cairo_clip (cr);
  /* Gaps between parts show what is below the picture: they are cut out of a group. */
  cairo_push_group (cr);
  if (is_mirrored)
    {
      cairo_translate (cr, size, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_scale (cr, scale, scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < frame->n_items; i++)
    draw_item (&drawing, &frame->items[i]);
  if (frame->is_close)
    fade_edges (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_restore (cr);
}

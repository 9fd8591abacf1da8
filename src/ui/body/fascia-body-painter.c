/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The passes in which a figure is painted, in its own units.
 */

#include "config.h"

#include "fascia-body-painter.h"

#include <math.h>

#include "draw/fascia-figure-overlay.h"
#include "fascia-ui-palette.h"

/* Widths in device-independent pixels. */
#define OLD_PX 1.2
#define UNRATED_PX 2.4
#define RING_PX 2.2
#define RING_BACK_PX 1.2
#define FOCUS_PX 3.2
#define HATCH_PX 1.1
#define HATCH_ALPHA 0.55f
#define PHANTOM_PX 1.6
#define DOT_GAP 3.0
#define CARE_PX 2.0
#define CARE_GAP_PX 7.0
#define DRAWING_EDGE_PX 1.3
#define HALO_PX 1.2
#define ARROW_MIN_PX 1.6
#define ARROW_MAX_PX 5.0
/* What is near needs no wider gaps. */
#define GUTTER_MAX_PX 4.0

/* A drawing without a level, and one of the other quantity. */
#define UNRATED_ALPHA 0.28f
#define OTHER_ALPHA 0.12f

/* Details (closed eyes) would be noise below this many pixels for a figure unit. */
#define DETAIL_SCALE 0.42

/* ---- how it looks ---- */

FasciaBodyLook
fascia_body_painter_get_look (FasciaBodyModel *model,
                              const FasciaRegion *region,
                              int *level,
                              int *step)
{
  int number = FASCIA_LEVEL_NOT_GIVEN;
  int found = -1;
  FasciaBodyLook look = FASCIA_BODY_LOOK_PLAIN;

  if (fascia_body_model_get_target (model) == FASCIA_BODY_TARGET_HEAT)
    {
      FasciaHeat *heat = fascia_body_model_get_heat (model);

      if (heat != NULL)
        found = fascia_heat_get_step (heat, region, fascia_body_model_get_heat_measure (model));
      if (found >= 0)
        look = FASCIA_BODY_LOOK_RATED;
    }
  else
    {
      look = fascia_body_place_get_look (fascia_body_model_get_place (model, region),
                                         fascia_body_model_get_scale (model), &number);
      if (look == FASCIA_BODY_LOOK_RATED)
        found = fascia_figure_step_for_level (number);
      /* Who looks back is not asked anything. */
      if (look == FASCIA_BODY_LOOK_OLD && !fascia_body_model_is_editable (model))
        {
          look = FASCIA_BODY_LOOK_PLAIN;
          number = FASCIA_LEVEL_NOT_GIVEN;
        }
    }
  if (level != NULL)
    *level = number;
  if (step != NULL)
    *step = found;
  return look;
}

/* ---- strokes and fills ---- */

static void
fill (GtkSnapshot *snapshot, GskPath *path, FasciaColor color)
{
  GdkRGBA rgba = fascia_ui_palette_to_rgba (color);

  if (rgba.alpha > 0)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &rgba);
}

static void
stroke (GtkSnapshot *snapshot, GskPath *path, FasciaColor color, double width, double dash)
{
  g_autoptr (GskStroke) pen = gsk_stroke_new ((float) width);
  GdkRGBA rgba = fascia_ui_palette_to_rgba (color);

  if (rgba.alpha <= 0)
    return;
  gsk_stroke_set_line_cap (pen, dash > 0 ? GSK_LINE_CAP_BUTT : GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (pen, GSK_LINE_JOIN_ROUND);
  if (dash > 0)
    {
      const float dashes[2] = { (float) dash, (float) (dash * 0.8) };

      gsk_stroke_set_dash (pen, dashes, 2);
    }
  gtk_snapshot_append_stroke (snapshot, path, pen, &rgba);
}

static void
dot_every (GtkSnapshot *snapshot, GskPath *path, FasciaColor color, double width, double gap)
{
  g_autoptr (GskStroke) pen = gsk_stroke_new ((float) width);
  const GdkRGBA rgba = fascia_ui_palette_to_rgba (color);
  const float dots[2] = { (float) (gap * 0.003), (float) gap };

  gsk_stroke_set_line_cap (pen, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_dash (pen, dots, G_N_ELEMENTS (dots));
  gtk_snapshot_append_stroke (snapshot, path, pen, &rgba);
}

/* A line of round dots, which nobody takes for the dashes of a place. */
static void
dot (GtkSnapshot *snapshot, GskPath *path, FasciaColor color, double width)
{
  dot_every (snapshot, path, color, width, width * DOT_GAP);
}

/* Strokes the inside of a shape: only half of a wide line falls within, so it is twice as wide. */
static void
stroke_inside (GtkSnapshot *snapshot, GskPath *path, FasciaColor color, double width, double dash)
{
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  stroke (snapshot, path, color, width * 2, dash);
  gtk_snapshot_pop (snapshot);
}

static void
add_hatch (GskPathBuilder *builder, const graphene_rect_t *bounds, double gap, gboolean is_falling)
{
  double x0 = (double) bounds->origin.x;
  double y0 = (double) bounds->origin.y;
  double x1 = x0 + (double) bounds->size.width;
  double height = (double) bounds->size.height;

  /* Whole multiples of the gap, so that neighbours share one pattern. */
  for (double x = floor ((x0 - height) / gap) * gap; x < x1 + height; x += gap)
    {
      gsk_path_builder_move_to (builder, (float) (is_falling ? x : x + height), (float) y0);
      gsk_path_builder_line_to (builder, (float) (is_falling ? x + height : x),
                                (float) (y0 + height));
    }
}

/* Denser for a higher step, crossed from the fourth on: told apart without any colour. The same as
 * in pictures and print. */
static void
hatch (const FasciaBodyPainter *self, GtkSnapshot *snapshot, GskPath *path, int step)
{
  static const double gaps_px[FASCIA_FIGURE_STEPS] = { 0, 10, 6.5, 8, 5 };
  double gap = gaps_px[step] / self->scale;
  FasciaColor ink = self->palette->ink[step];
  graphene_rect_t bounds;
  if (gap <= 0 || !gsk_path_get_bounds (path, &bounds))
    return;

  GskPathBuilder *builder = gsk_path_builder_new ();
  add_hatch (builder, &bounds, gap, TRUE);
  if (step >= 3)
    add_hatch (builder, &bounds, gap, FALSE);
  g_autoptr (GskPath) lines = gsk_path_builder_free_to_path (builder);

  ink.alpha = HATCH_ALPHA;
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  stroke (snapshot, lines, ink, HATCH_PX / self->scale, 0);
  gtk_snapshot_pop (snapshot);
}

static double
get_gutter (const FasciaBodyPainter *self)
{
  return CLAMP (self->palette->gutter_width, self->palette->gutter_min_px / self->scale,
                GUTTER_MAX_PX / self->scale);
}

static gboolean
is_needed (const FasciaBodyPainter *self, const FasciaShape *shape)
{
  if (self->frame == NULL)
    return TRUE;

  double x = (double) self->frame->origin.x + FASCIA_FIGURE_X;
  double y = (double) self->frame->origin.y + FASCIA_FIGURE_Y;
  return shape->x1 >= x && shape->x0 <= x + (double) self->frame->size.width && shape->y1 >= y
         && shape->y0 <= y + (double) self->frame->size.height;
}

/* ---- passes ---- */

/* (transfer full) Of a part of the figure, the shapes that reach into it. */
static GskPath *
collect_shapes (const FasciaBodyPainter *self)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < self->paths->n_pieces; i++)
    {
      const FasciaBodyPiece *piece = &self->paths->pieces[i];

      if (is_needed (self, piece->shape)
          && !fascia_body_is_phantom (self->paths->body, piece->shape->region))
        gsk_path_builder_add_path (builder, piece->path);
    }
  return gsk_path_builder_free_to_path (builder);
}

void
fascia_body_painter_paint_tile (const FasciaBodyPainter *self, GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);

  if (self->frame == NULL)
    {
      fill (snapshot, self->paths->outline, self->palette->tile);
      return;
    }
  g_autoptr (GskPath) shapes = collect_shapes (self);
  fill (snapshot, shapes, self->palette->tile);
}

void
fascia_body_painter_paint_lines (const FasciaBodyPainter *self, GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);

  const FasciaFigurePalette *palette = self->palette;
  const FasciaBodyPaths *paths = self->paths;
  double gutter = get_gutter (self);
  double px = 1 / self->scale;
  g_autoptr (GskPath) shapes = self->frame != NULL ? collect_shapes (self) : NULL;
  GskPath *gutters = shapes != NULL ? shapes : paths->gutters;

  /* Lines end on the outline, and their round caps stick out of it: unseen where they have the colour
   * of what is behind, else cut off, which costs as much as all the rest. */
  gboolean is_cut = palette->outline.alpha > 0;
  if (is_cut)
    gtk_snapshot_push_fill (snapshot, paths->outline, GSK_FILL_RULE_WINDING);
  stroke (snapshot, gutters, palette->gutter, gutter, 0);
  if (self->scale >= DETAIL_SCALE && !gsk_path_is_empty (paths->details))
    stroke (snapshot, paths->details, palette->gutter, gutter * FASCIA_FIGURE_DETAIL, 0);
  if (is_cut)
    gtk_snapshot_pop (snapshot);
  /* Paper is cut all round a place, also where it ends on the outline: every inner edge looks alike. */
  else if (shapes == NULL)
    stroke (snapshot, paths->outline, palette->surface, gutter, 0);
  if (is_cut)
    stroke (snapshot, paths->outline, palette->outline, palette->outline_px * px, 0);

  if (gsk_path_is_empty (paths->phantom))
    return;
  /* Between its places a limb that is not there has lines of the paper it is not made of. */
  gtk_snapshot_push_fill (snapshot, paths->phantom, GSK_FILL_RULE_WINDING);
  stroke (snapshot, paths->gutters, palette->tile, gutter, 0);
  gtk_snapshot_pop (snapshot);
  dot (snapshot, paths->phantom, palette->tile_ink, PHANTOM_PX * px);
}

static void
paint_mark_fill (const FasciaBodyPainter *self, const FasciaBodyPiece *piece, GtkSnapshot *snapshot)
{
  int step = -1;

  if (fascia_body_painter_get_look (self->model, piece->shape->region, NULL, &step)
          != FASCIA_BODY_LOOK_RATED
      || step < 0)
    return;
  fill (snapshot, piece->path, self->palette->ramp[step]);
  if (self->palette->has_hatch)
    hatch (self, snapshot, piece->path, step);
}

static void
paint_mark_edge (const FasciaBodyPainter *self,
                 const FasciaBodyPiece *piece,
                 double ring_px,
                 GtkSnapshot *snapshot)
{
  const FasciaFigurePalette *palette = self->palette;
  double px = 1 / self->scale;
  /* The gutter, painted over it, hides this much of an inner edge. */
  double gutter = get_gutter (self) / 2;
  int step = -1;

  switch (fascia_body_painter_get_look (self->model, piece->shape->region, NULL, &step))
    {
    case FASCIA_BODY_LOOK_RATED:
      if (step >= 0)
        stroke_inside (snapshot, piece->path, palette->edge[step], palette->edge_px * px + gutter,
                       0);
      else
        stroke_inside (snapshot, piece->path, palette->tile_ink, OLD_PX * px + gutter, 0);
      break;
    case FASCIA_BODY_LOOK_UNRATED:
      stroke_inside (snapshot, piece->path, palette->edge[FASCIA_FIGURE_STEPS / 2],
                     (UNRATED_PX + ring_px) * px + gutter, 6 * px);
      break;
    case FASCIA_BODY_LOOK_OTHER:
      stroke_inside (snapshot, piece->path, palette->tile_ink, OLD_PX * px + gutter, 0);
      break;
    case FASCIA_BODY_LOOK_OLD:
      stroke_inside (snapshot, piece->path, palette->tile_ink, OLD_PX * px + gutter, 3 * px);
      break;
    case FASCIA_BODY_LOOK_PLAIN:
    default:
      break;
    }
}

void
fascia_body_painter_paint_marks (const FasciaBodyPainter *self, GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->paths->n_pieces; i++)
    if (is_needed (self, self->paths->pieces[i].shape))
      paint_mark_fill (self, &self->paths->pieces[i], snapshot);
  for (guint i = 0; i < self->paths->n_pieces; i++)
    if (is_needed (self, self->paths->pieces[i].shape))
      paint_mark_edge (self, &self->paths->pieces[i], 0, snapshot);
}

/* ---- drawings and arrows ---- */

/* The edge lies under the fills, so that it goes round all pieces together; and a halo under that
 * keeps the drawing apart from a place of the same colour. */
void
fascia_body_painter_paint_drawing (const FasciaBodyPainter *self,
                                   const FasciaBodyDrawing *drawing,
                                   GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL && drawing != NULL);

  const FasciaFigurePalette *palette = self->palette;
  double edge = DRAWING_EDGE_PX * 2 / self->scale;
  double halo = edge + HALO_PX * 2 / self->scale;
  gboolean is_other = drawing->scale != fascia_body_model_get_scale (self->model);

  for (guint i = 0; i < drawing->paths->len; i++)
    stroke (snapshot, drawing->paths->pdata[i], palette->surface, halo, 0);
  for (guint i = 0; i < drawing->paths->len; i++)
    {
      int step = g_array_index (drawing->pieces, FasciaFigurePiece, i).step;

      stroke (snapshot, drawing->paths->pdata[i],
              is_other || step < 0 ? palette->tile_ink : palette->edge[step], edge, 0);
    }
  for (guint i = 0; i < drawing->paths->len; i++)
    {
      int step = g_array_index (drawing->pieces, FasciaFigurePiece, i).step;
      GskPath *path = drawing->paths->pdata[i];

      if (!is_other && step >= 0)
        {
          fill (snapshot, path, palette->ramp[step]);
          if (palette->has_hatch)
            hatch (self, snapshot, path, step);
          continue;
        }
      FasciaColor ink = palette->tile_ink;
      ink.alpha = is_other ? OTHER_ALPHA : UNRATED_ALPHA;
      fill (snapshot, path, palette->surface);
      fill (snapshot, path, ink);
    }
}

void
fascia_body_painter_paint_arrow (const FasciaBodyPainter *self,
                                 const FasciaBodyArrow *arrow,
                                 GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL && arrow != NULL);

  double width
      = CLAMP (FASCIA_FIGURE_ARROW_WIDTH, ARROW_MIN_PX / self->scale, ARROW_MAX_PX / self->scale);
  double halo = HALO_PX * 2 / self->scale;

  stroke (snapshot, arrow->line_path, self->palette->surface, width + halo, 0);
  /* The halo has no gaps: on any colour the dashes keep the paper between them. */
  if (arrow->is_through)
    {
      stroke (snapshot, arrow->head_path, self->palette->surface, width + halo, 0);
      stroke (snapshot, arrow->line_path, self->palette->tile_ink, width,
              width * FASCIA_FIGURE_ARROW_DASH);
      stroke (snapshot, arrow->head_path, self->palette->tile_ink, width, 0);
      return;
    }
  stroke (snapshot, arrow->head_path, self->palette->surface, halo, 0);
  stroke (snapshot, arrow->line_path, self->palette->tile_ink, width, 0);
  fill (snapshot, arrow->head_path, self->palette->tile_ink);
}

static gboolean
is_drawing_gone (const GArray *gone, const FasciaUid *uid)
{
  for (guint i = 0; gone != NULL && i < gone->len; i++)
    if (fascia_uid_equal (&g_array_index (gone, FasciaUid, i), uid))
      return TRUE;
  return FALSE;
}

static gboolean
is_spread_gone (const GArray *gone, const FasciaSpread *spread)
{
  for (guint i = 0; gone != NULL && i < gone->len; i++)
    {
      const FasciaSpread *other = &g_array_index (gone, FasciaSpread, i);

      if (g_str_equal (other->from, spread->from) && g_str_equal (other->to, spread->to))
        return TRUE;
    }
  return FALSE;
}

void
fascia_body_painter_paint_overlay (const FasciaBodyPainter *self,
                                   const FasciaBodyOverlay *overlay,
                                   const GArray *gone_drawings,
                                   const GArray *gone_spreads,
                                   GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL && overlay != NULL);

  for (guint i = 0; i < overlay->drawings->len; i++)
    {
      const FasciaBodyDrawing *drawing = overlay->drawings->pdata[i];

      if (!is_drawing_gone (gone_drawings, &drawing->uid))
        fascia_body_painter_paint_drawing (self, drawing, snapshot);
    }
  for (guint i = 0; i < overlay->arrows->len; i++)
    {
      const FasciaBodyArrow *arrow = overlay->arrows->pdata[i];

      if (!is_spread_gone (gone_spreads, &arrow->spread))
        fascia_body_painter_paint_arrow (self, arrow, snapshot);
    }
}

/* Half dots along the inside of the edge: neither the dashes of a mark nor the line of a phantom
 * limb. */
void
fascia_body_painter_paint_care (const FasciaBodyPainter *self,
                                const FasciaRegion *region,
                                GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->paths->n_pieces; i++)
    {
      GskPath *path = self->paths->pieces[i].path;
      double gap = CARE_GAP_PX / self->scale;

      if (self->paths->pieces[i].shape->region != region
          || !is_needed (self, self->paths->pieces[i].shape))
        continue;
      gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
      /* A halo keeps them apart from the darkest colour of a mark. */
      dot_every (snapshot, path, self->palette->surface, 2 * (CARE_PX + HALO_PX) / self->scale,
                 gap);
      dot_every (snapshot, path, self->palette->tile_ink, 2 * CARE_PX / self->scale, gap);
      gtk_snapshot_pop (snapshot);
    }
}

/* ---- for the moment ---- */

void
fascia_body_painter_paint_hover (const FasciaBodyPainter *self,
                                 const FasciaRegion *region,
                                 GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->paths->n_pieces; i++)
    if (self->paths->pieces[i].shape->region == region)
      fill (snapshot, self->paths->pieces[i].path, self->palette->hover);
}

void
fascia_body_painter_paint_ring (const FasciaBodyPainter *self,
                                const FasciaRegion *region,
                                gboolean is_focused,
                                GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);

  const FasciaColor opaque = { 0, 0, 0, 1 };
  double px = 1 / self->scale;
  double width = is_focused ? FOCUS_PX : RING_PX;
  double back = width + RING_BACK_PX;
  for (guint i = 0; i < self->paths->n_pieces; i++)
    {
      const FasciaBodyPiece *piece = &self->paths->pieces[i];

      if (piece->shape->region != region)
        continue;
      /* Outside the place only: the one that is looked at keeps all of its colour. */
      gtk_snapshot_push_mask (snapshot, GSK_MASK_MODE_INVERTED_ALPHA);
      fill (snapshot, piece->path, opaque);
      gtk_snapshot_pop (snapshot);
      stroke (snapshot, piece->path, self->palette->surface, 2 * back * px, 0);
      stroke (snapshot, piece->path, self->palette->selection, 2 * width * px, 0);
      gtk_snapshot_pop (snapshot);
    }
}

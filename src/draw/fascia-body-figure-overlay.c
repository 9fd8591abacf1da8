/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spots, strokes and arrows on the figure.
 */

#include "fascia-body-figure-private.h"

#include <math.h>

#include "fascia-figure-overlay.h"

static double
get_px (const FasciaFigureDrawing *d)
{
  return fmin (1, fmax (0.5, d->scale)) / d->scale;
}

static void
hatch_piece (FasciaFigureDrawing *d, const FasciaFigurePiece *piece)
{
  double x0, y0, x1, y1;

  if (!d->palette->has_hatch || d->is_thumbnail || piece->step < 0)
    return;
  fascia_path_get_bounds (piece->path, &x0, &y0, &x1, &y1);
  cairo_save (d->cr);
  fascia_path_to_cairo (piece->path, d->cr);
  cairo_clip (d->cr);
  fascia_figure_draw_hatch (d, x0, y0, x1, y1, piece->step);
  cairo_restore (d->cr);
}

/* The edges of all pieces come before the fills: where pieces meet there is no line. */
static void
draw_pieces (FasciaFigureDrawing *d, const GArray *pieces)
{
  const double px = get_px (d);
  const double dashes[2] = { 4 * px, 3.2 * px };

  for (int pass = 0; pass < 2 && !d->is_thumbnail; pass++)
    for (guint i = 0; i < pieces->len; i++)
      {
        const FasciaFigurePiece *piece = &g_array_index (pieces, FasciaFigurePiece, i);

        fascia_path_to_cairo (piece->path, d->cr);
        if (pass == 0)
          fascia_figure_set_color (d->cr, d->palette->surface);
        else
          fascia_figure_set_color (
              d->cr, d->palette->edge[piece->step >= 0 ? piece->step : FASCIA_FIGURE_STEPS / 2]);
        cairo_set_line_width (d->cr, (pass == 0 ? 4.4 : 2.4) * px);
        if (pass == 1 && piece->step < 0)
          cairo_set_dash (d->cr, dashes, 2, 0);
        cairo_stroke (d->cr);
        cairo_set_dash (d->cr, NULL, 0, 0);
      }
  for (guint i = 0; i < pieces->len; i++)
    {
      const FasciaFigurePiece *piece = &g_array_index (pieces, FasciaFigurePiece, i);

      fascia_path_to_cairo (piece->path, d->cr);
      fascia_figure_set_color (d->cr,
                               piece->step >= 0 ? d->palette->ramp[piece->step] : d->palette->tile);
      cairo_fill (d->cr);
      hatch_piece (d, piece);
    }
}

/* Of several drawings, too, the worse ones lie on top, as with marks. */
static int
get_worst_step (const GArray *pieces)
{
  int worst = -2;

  for (guint i = 0; i < pieces->len; i++)
    worst = MAX (worst, g_array_index (pieces, FasciaFigurePiece, i).step);
  return worst;
}

static void
draw_drawings (FasciaFigureDrawing *d)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < d->marks->n_drawings; i++)
    {
      const FasciaDrawing *drawing = &d->marks->drawings[i];

      if (drawing->view == d->view && (d->marks->scale == 0 || drawing->scale == d->marks->scale))
        g_ptr_array_add (all, fascia_figure_drawing_pieces (d->body, drawing));
    }
  for (int step = -1; step < FASCIA_FIGURE_STEPS; step++)
    for (guint i = 0; i < all->len; i++)
      if (get_worst_step (g_ptr_array_index (all, i)) == step)
        draw_pieces (d, g_ptr_array_index (all, i));
}

static void
draw_arrow (FasciaFigureDrawing *d, const FasciaFigureSpread *spread)
{
  const double px = get_px (d);
  const double halo = 2.2 * px;
  const double dashes[2] = { FASCIA_FIGURE_ARROW_WIDTH * FASCIA_FIGURE_ARROW_DASH,
                             FASCIA_FIGURE_ARROW_WIDTH * FASCIA_FIGURE_ARROW_SPACE };
  gboolean is_through;
  g_autoptr (FasciaPath) line = NULL;
  g_autoptr (FasciaPath) head = NULL;

  if (!fascia_figure_arrow (d->body, d->view, spread->from, spread->to, &line, &head, &is_through))
    return;
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  for (int pass = 0; pass < 2; pass++)
    {
      const double grow = pass == 0 ? 2 * halo : 0;

      fascia_figure_set_color (d->cr, pass == 0 ? d->palette->surface : d->palette->tile_ink);
      cairo_set_line_cap (d->cr, CAIRO_LINE_CAP_ROUND);
      /* The halo has no gaps: on any colour the dashes keep the paper between them. */
      if (is_through && pass == 1)
        {
          cairo_set_line_cap (d->cr, CAIRO_LINE_CAP_BUTT);
          cairo_set_dash (d->cr, dashes, 2, 0);
        }
      fascia_path_to_cairo (line, d->cr);
      cairo_set_line_width (d->cr, FASCIA_FIGURE_ARROW_WIDTH + grow);
      cairo_stroke (d->cr);
      cairo_set_dash (d->cr, NULL, 0, 0);
      cairo_set_line_cap (d->cr, CAIRO_LINE_CAP_ROUND);
      fascia_path_to_cairo (head, d->cr);
      if (!is_through)
        {
          cairo_set_line_width (d->cr, fmax (grow, 0.8));
          cairo_fill_preserve (d->cr);
        }
      cairo_stroke (d->cr);
    }
}

void
fascia_figure_draw_overlay (FasciaFigureDrawing *d)
{
  if (d->marks->n_drawings == 0 && d->marks->n_spreads == 0)
    return;
  cairo_save (d->cr);
  /* What was drawn beside the body is shown, but not over what stands beside the figure. */
  cairo_rectangle (d->cr, FASCIA_FIGURE_X, FASCIA_FIGURE_Y, FASCIA_FIGURE_WIDTH,
                   FASCIA_FIGURE_HEIGHT);
  cairo_clip (d->cr);
  draw_drawings (d);
  if (!d->is_thumbnail)
    for (guint i = 0; i < d->marks->n_spreads; i++)
      draw_arrow (d, &d->marks->spreads[i]);
  cairo_restore (d->cr);
}

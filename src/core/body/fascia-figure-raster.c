/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawn figure on a grid of one unit: what lies in the middle of each square.
 */

#include "fascia-body.h"
#include "fascia-figure.h"
#include "fascia-path-private.h"

#include <math.h>
#include <string.h>

/* A curve becomes so many lines: they are a few units long. */
#define CURVE_STEPS 12

typedef struct
{
  GArray
      *rows[FASCIA_FIGURE_RASTER_HEIGHT]; /* double: where the edge crosses the middle of a row */
  int first, last;
} Crossings;

static void
add_line (Crossings *crossings, FasciaPoint a, FasciaPoint b)
{
  double y0 = MIN (a.y, b.y) - FASCIA_FIGURE_Y - 0.5;
  double y1 = MAX (a.y, b.y) - FASCIA_FIGURE_Y - 0.5;
  int row = (int) ceil (CLAMP (y0, 0, FASCIA_FIGURE_RASTER_HEIGHT));
  int end = (int) ceil (CLAMP (y1, 0, FASCIA_FIGURE_RASTER_HEIGHT));

  for (; row < end; row++)
    {
      double t = (row + FASCIA_FIGURE_Y + 0.5 - a.y) / (b.y - a.y);
      double x = a.x + t * (b.x - a.x);

      if (crossings->rows[row] == NULL)
        crossings->rows[row] = g_array_new (FALSE, FALSE, sizeof (double));
      g_array_append_val (crossings->rows[row], x);
      crossings->first = MIN (crossings->first, row);
      crossings->last = MAX (crossings->last, row);
    }
}

static void
add_piece (const FasciaPoint piece[4], gboolean is_curve, gpointer data)
{
  FasciaPoint at = piece[0];

  if (!is_curve)
    {
      add_line (data, piece[0], piece[3]);
      return;
    }
  for (int i = 1; i <= CURVE_STEPS; i++)
    {
      double t = (double) i / CURVE_STEPS;
      double u = 1 - t;
      double w[4] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };
      FasciaPoint to = {
        w[0] * piece[0].x + w[1] * piece[1].x + w[2] * piece[2].x + w[3] * piece[3].x,
        w[0] * piece[0].y + w[1] * piece[1].y + w[2] * piece[2].y + w[3] * piece[3].y,
      };

      if (i == CURVE_STEPS)
        to = piece[3];
      add_line (data, at, to);
      at = to;
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Marks the squares whose middles lie within the path. */
static guint
fill_path (const FasciaPath *path, guint8 *cells, guint8 value, Crossings *crossings)
{
  guint n_filled = 0;

  crossings->first = FASCIA_FIGURE_RASTER_HEIGHT;
  crossings->last = -1;
  fascia_path_walk_pieces (path, add_piece, crossings);
  for (int row = crossings->first; row <= crossings->last; row++)
    {
      GArray *xs = crossings->rows[row];

      if (xs == NULL)
        continue;
      g_array_sort (xs, compare_doubles);
      for (guint i = 0; i + 1 < xs->len; i += 2)
        {
          double x0 = g_array_index (xs, double, i) - FASCIA_FIGURE_X - 0.5;
          double x1 = g_array_index (xs, double, i + 1) - FASCIA_FIGURE_X - 0.5;
          int from = (int) ceil (CLAMP (x0, 0, FASCIA_FIGURE_RASTER_WIDTH));
          int to = (int) ceil (CLAMP (x1, 0, FASCIA_FIGURE_RASTER_WIDTH));

          memset (cells + row * FASCIA_FIGURE_RASTER_WIDTH + from, value, (gsize) (to - from));
          n_filled += (guint) (to - from);
        }
      g_array_set_size (xs, 0);
    }
  return n_filled;
}

static FasciaFigureRaster *
make_raster (const FasciaFigure *self)
{
  const gsize size = (gsize) FASCIA_FIGURE_RASTER_WIDTH * FASCIA_FIGURE_RASTER_HEIGHT;
  FasciaFigureRaster *raster = g_new0 (FasciaFigureRaster, 1);
  g_autofree Crossings *crossings = g_new0 (Crossings, 1);

  for (int v = 0; v < FASCIA_BODY_N_VIEWS; v++)
    {
      const FasciaFigureView *view = &self->views[v];

      raster->cells[v] = g_malloc (size);
      memset (raster->cells[v], FASCIA_FIGURE_NOWHERE, size);
      for (guint i = 0; i < view->pieces->len; i++)
        {
          const FasciaFigurePiece *piece = &g_array_index (view->pieces, FasciaFigurePiece, i);

          for (int half = 0; half < (piece->is_mid ? 1 : 2); half++)
            {
              g_autoptr (FasciaPath) path = fascia_figure_arcs_to_path (
                  view->arcs, piece->chain, piece->is_mid, half == 0 ? 1 : -1);
              guint8 value = (guint8) (i * 2 + (guint) half);

              raster->n_cells[v][value] = fill_path (path, raster->cells[v], value, crossings);
            }
        }
    }
  for (int row = 0; row < FASCIA_FIGURE_RASTER_HEIGHT; row++)
    g_clear_pointer (&crossings->rows[row], g_array_unref);
  return raster;
}

void
fascia_figure_raster_free (FasciaFigureRaster *raster)
{
  for (int v = 0; v < FASCIA_BODY_N_VIEWS; v++)
    g_free (raster->cells[v]);
  g_free (raster);
}

const FasciaFigureRaster *
fascia_figure_get_raster (FasciaFigure *self)
{
  FasciaFigureRaster *raster = g_atomic_pointer_get (&self->raster);

  if (raster != NULL)
    return raster;
  raster = make_raster (self);
  /* Another thread may have been quicker: both made the same. */
  if (!g_atomic_pointer_compare_and_exchange (&self->raster, NULL, raster))
    fascia_figure_raster_free (raster);
  return g_atomic_pointer_get (&self->raster);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures how much of each place is drawn on: drawings and places on one grid.
 */

#include "fascia-extent.h"

#include "fascia-body-private.h"

#include <math.h>

#define WIDTH FASCIA_FIGURE_RASTER_WIDTH
#define HEIGHT FASCIA_FIGURE_RASTER_HEIGHT
#define N_SCALES 2
/* Nobody's pen is wider; keeps the work within bounds whatever the data say. */
#define MAX_RADIUS 100.0
/* In the grid of levels: nothing is drawn here. Above it: no level given, below 0. */
#define NOT_DRAWN (-2.0f)
#define NO_LEVEL (-1.0f)

/* Drawings of one scale on one view. */
typedef struct
{
  float *levels;                             /* of each square, row by row; NULL: nothing drawn */
  int first, last;                           /* rows */
  guint8 centres[FASCIA_FIGURE_NOWHERE + 1]; /* the middle of a spot lies in it */
} Layer;

/* What is drawn on one place, gathered from all its shapes. */
typedef struct
{
  double share;
  double sum;
  guint n_levels;
  gboolean is_spotted;
  gboolean is_drawn;
} Tally;

static gboolean
is_usable (const FasciaDrawingPoint *point)
{
  return isfinite (point->x) && isfinite (point->y);
}

static float
get_level (const FasciaDrawingPoint *point)
{
  return point->level >= 0 ? MIN (point->level, (float) FASCIA_LEVEL_MAX) : NO_LEVEL;
}

/* A straight piece of a stroke: everything within @r of the line from a to b. */
typedef struct
{
  double ax, ay, dx, dy; /* from a by d to b */
  double r;
  double nx, ny; /* from the line to its edge; both 0 when a is b */
  double slope;  /* dx for each unit of dy */
  float a_level, b_level;
} Piece;

static inline void
widen (double x0, double x1, double *from, double *to)
{
  *from = x0 < *from ? x0 : *from;
  *to = x1 > *to ? x1 : *to;
}

static inline void
add_disc (double cx, double cy, double r2, double y, double *x0, double *x1)
{
  double rest = r2 - (y - cy) * (y - cy);

  if (rest >= 0)
    {
      double half = sqrt (rest);

      widen (cx - half, cx + half, x0, x1);
    }
}

/* Where the middle of a row lies within the piece: FALSE when it does not. */
static gboolean
get_span (const Piece *p, double y, double *x0, double *x1)
{
  *x0 = G_MAXDOUBLE;
  *x1 = -G_MAXDOUBLE;
  add_disc (p->ax, p->ay, p->r * p->r, y, x0, x1);
  add_disc (p->ax + p->dx, p->ay + p->dy, p->r * p->r, y, x0, x1);
  /* The straight edges on either side. */
  for (int side = -1; side <= 1 && p->dy != 0; side += 2)
    {
      double along = y - p->ay - side * p->ny;
      double x = p->ax + side * p->nx + along * p->slope;

      if (p->dy > 0 ? along >= 0 && along <= p->dy : along <= 0 && along >= p->dy)
        widen (x, x, x0, x1);
    }
  return *x0 <= *x1;
}

/* Raises the squares of a row from @cells on to the level there. How far along the piece a square
 * lies grows evenly: @t for the first one, @step for each. */
static void
raise_levels (float *cells, int n, const Piece *p, float t, float step)
{
  float a = p->a_level;
  float d = p->b_level - p->a_level;

  if (d == 0)
    for (int i = 0; i < n; i++)
      cells[i] = MAX (cells[i], a);
  else if (p->a_level < 0 || p->b_level < 0)
    /* Where only one end has a level, it holds as far as the middle. */
    for (int i = 0; i < n; i++)
      cells[i] = MAX (cells[i], t + (float) i * step < 0.5f ? a : p->b_level);
  else
    for (int i = 0; i < n; i++)
      {
        float at = t + (float) i * step;

        at = at > 0 ? at : 0;
        at = at < 1 ? at : 1;
        at = a + at * d;
        cells[i] = cells[i] > at ? cells[i] : at;
      }
}

static void
draw_piece (Layer *layer, const FasciaDrawingPoint *a, const FasciaDrawingPoint *b, double r)
{
  Piece p = {
    .ax = a->x,
    .ay = a->y,
    .dx = (double) b->x - a->x,
    .dy = (double) b->y - a->y,
    .r = r,
    .a_level = get_level (a),
    .b_level = get_level (b),
  };
  double length = hypot (p.dx, p.dy);
  double per_unit = length > 0 ? 1 / (length * length) : 0;
  double top = MIN (a->y, b->y) - r - FASCIA_FIGURE_Y - 0.5;
  double bottom = MAX (a->y, b->y) + r - FASCIA_FIGURE_Y - 0.5;
  int first = (int) ceil (CLAMP (top, 0, HEIGHT));
  int last = (int) floor (CLAMP (bottom, -1, HEIGHT - 1));

  if (length > 0)
    {
      p.nx = -p.dy / length * r;
      p.ny = p.dx / length * r;
      p.slope = p.dy != 0 ? p.dx / p.dy : 0;
    }
  else
    p.a_level = p.b_level = MAX (p.a_level, p.b_level);
  for (int row = first; row <= last; row++)
    {
      double y = row + 0.5 + FASCIA_FIGURE_Y;
      double x0, x1, t;
      int from, to;

      if (!get_span (&p, y, &x0, &x1))
        continue;
      from = (int) ceil (CLAMP (x0 - FASCIA_FIGURE_X - 0.5, 0, WIDTH));
      to = (int) floor (CLAMP (x1 - FASCIA_FIGURE_X - 0.5, -1, WIDTH - 1));
      t = ((from + 0.5 + FASCIA_FIGURE_X - p.ax) * p.dx + (y - p.ay) * p.dy) * per_unit;
      raise_levels (layer->levels + row * WIDTH + from, to - from + 1, &p, (float) t,
                    (float) (p.dx * per_unit));
    }
  layer->first = MIN (layer->first, first);
  layer->last = MAX (layer->last, last);
}

/* The square a point lies in, or -1. */
static int
find_cell (const FasciaDrawingPoint *point)
{
  double column = floor (point->x - FASCIA_FIGURE_X);
  double row = floor (point->y - FASCIA_FIGURE_Y);

  if (!(column >= 0 && column < WIDTH && row >= 0 && row < HEIGHT))
    return -1;
  return (int) row * WIDTH + (int) column;
}

static void
draw_spot (Layer *layer, const guint8 *cells, const FasciaDrawingPoint *point)
{
  int cell = find_cell (point);

  if (cell < 0)
    return;
  /* However small it is, it is somewhere. */
  layer->levels[cell] = MAX (layer->levels[cell], get_level (point));
  layer->first = MIN (layer->first, cell / WIDTH);
  layer->last = MAX (layer->last, cell / WIDTH);
  layer->centres[cells[cell]] = TRUE;
}

static void
draw (Layer *layer, const guint8 *cells, const FasciaDrawing *drawing)
{
  const FasciaDrawingPoint *from = NULL;
  double r = drawing->width > 0 ? MIN (drawing->width / 2.0, MAX_RADIUS) : 0;

  if (layer->levels == NULL)
    {
      layer->levels = g_malloc_n ((gsize) WIDTH * HEIGHT, sizeof (float));
      for (int i = 0; i < WIDTH * HEIGHT; i++)
        layer->levels[i] = NOT_DRAWN;
    }
  for (guint i = 0; i < drawing->n_points; i++)
    {
      const FasciaDrawingPoint *to = &drawing->points[i];

      if (!is_usable (to))
        continue;
      if (from == NULL)
        from = to;
      draw_piece (layer, from, to, r);
      if (drawing->kind == FASCIA_DRAWING_SPOT)
        draw_spot (layer, cells, to);
      from = to;
    }
}

static void
count_layer (const FasciaFigure *figure,
             const FasciaFigureRaster *raster,
             int v,
             const Layer *layer,
             Tally *tallies)
{
  guint covered[FASCIA_FIGURE_NOWHERE] = { 0 };
  guint n_levels[FASCIA_FIGURE_NOWHERE] = { 0 };
  double sums[FASCIA_FIGURE_NOWHERE] = { 0 };

  for (int i = layer->first * WIDTH; i < (layer->last + 1) * WIDTH; i++)
    {
      guint8 shape = raster->cells[v][i];

      if (shape == FASCIA_FIGURE_NOWHERE || layer->levels[i] <= NOT_DRAWN)
        continue;
      covered[shape]++;
      if (layer->levels[i] < 0)
        continue;
      n_levels[shape]++;
      sums[shape] += layer->levels[i];
    }
  for (guint shape = 0; shape < FASCIA_FIGURE_NOWHERE; shape++)
    {
      const FasciaFigurePiece *piece;
      Tally *tally;

      if (covered[shape] == 0)
        continue;
      piece = &g_array_index (figure->views[v].pieces, FasciaFigurePiece, shape / 2);
      tally = &tallies[fascia_region_get_index (piece->regions[shape % 2])];
      tally->is_drawn = TRUE;
      tally->is_spotted |= layer->centres[shape];
      tally->share = MAX (tally->share, (double) covered[shape] / raster->n_cells[v][shape]);
      tally->sum += sums[shape];
      tally->n_levels += n_levels[shape];
    }
}

GArray *
fascia_extent_measure (const FasciaBody *body, const FasciaDrawing *drawings, guint n_drawings)
{
  GArray *extents = g_array_new (FALSE, TRUE, sizeof (FasciaExtent));
  Layer layers[N_SCALES][FASCIA_BODY_N_VIEWS] = { 0 };
  g_autofree Tally *tallies = NULL;
  const FasciaFigureRaster *raster;
  guint n;

  g_return_val_if_fail (body != NULL && (drawings != NULL || n_drawings == 0), extents);

  if (n_drawings == 0)
    return extents;
  raster = fascia_figure_get_raster (body->figure);
  n = body->table->regions->len;
  tallies = g_new0 (Tally, (gsize) n * N_SCALES);
  for (guint i = 0; i < n_drawings; i++)
    {
      int scale = (int) drawings[i].scale - 1;
      int view = drawings[i].view == FASCIA_VIEW_BACK ? 1 : 0;

      if (scale < 0 || scale >= N_SCALES || drawings[i].n_points == 0)
        continue;
      if (layers[scale][view].levels == NULL)
        layers[scale][view].first = HEIGHT;
      draw (&layers[scale][view], raster->cells[view], &drawings[i]);
    }
  for (int scale = 0; scale < N_SCALES; scale++)
    for (int view = 0; view < FASCIA_BODY_N_VIEWS; view++)
      {
        Layer *layer = &layers[scale][view];

        if (layer->levels == NULL)
          continue;
        count_layer (body->figure, raster, view, layer, tallies + (guint) scale * n);
        g_free (layer->levels);
      }
  for (guint i = 0; i < n; i++)
    for (guint scale = 0; scale < N_SCALES; scale++)
      {
        const Tally *tally = &tallies[scale * n + i];
        FasciaExtent extent = {
          .region = fascia_body_get_region (body, i),
          .scale = (FasciaScale) (scale + 1),
          .share = tally->share,
          .mean = tally->n_levels > 0 ? tally->sum / tally->n_levels : FASCIA_LEVEL_NOT_GIVEN,
          .sum = tally->sum,
        };

        if (tally->is_drawn && (tally->share >= FASCIA_EXTENT_MIN_SHARE || tally->is_spotted))
          g_array_append_val (extents, extent);
      }
  return extents;
}

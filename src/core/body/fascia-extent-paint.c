/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paints a drawing on a grid: which squares it covers, and with which level.
 *
 * A stroke is everything within its radius of its line. It is cut into slabs of one level; those
 * with the highest level come first, and a square that has been painted is never looked at again:
 * each row knows where its next free square is. So a wide pen that goes over the same place for a
 * long time costs little more than the place itself.
 */

#include "fascia-extent-private.h"

#include "fascia-body.h"

#include <math.h>
#include <string.h>

#define WIDTH FASCIA_FIGURE_RASTER_WIDTH
#define HEIGHT FASCIA_FIGURE_RASTER_HEIGHT
/* Nobody's pen is wider; keeps the work within bounds whatever the data say. */
#define MAX_RADIUS 100.0
/* However thin it is, it covers the middle of a square wherever it goes. */
#define MIN_RADIUS 0.71
/* Something that lies between the edge of the body and the middles of squares is on the body. */
#define NEAR 1.5
/* A rising level is painted in steps of this … */
#define LEVEL_STEP 0.1
/* … or in larger ones, so that there are never more slabs than this on top of one for each piece. */
#define MAX_EXTRA_SLABS 10000

/* A part of a straight piece of a stroke, from the point @from on, painted with one level. */
typedef struct
{
  guint from;
  float t0, t1; /* 0 … 1 along the piece; its ends reach round the points */
  float level;
} Slab;

/* A straight piece: everything within @r of the line from a to b. */
typedef struct
{
  double ax, ay, dx, dy; /* from a by d to b */
  double r;
  double nx, ny;   /* from the line to its edge; both 0 when a is b */
  double slope;    /* dx for each unit of dy */
  double per_unit; /* one through the square of the length; 0 when a is b */
} Piece;

typedef struct
{
  FasciaExtentLayer *layer;
  const guint8 *cells;
  guint *covered;
  guint16 *next; /* for each square of a row the next one that is free, WIDTH for none */
} Painter;

void
fascia_extent_layer_init (FasciaExtentLayer *self)
{
  self->levels = g_malloc_n ((gsize) WIDTH * HEIGHT, sizeof (float));
  for (int i = 0; i < WIDTH * HEIGHT; i++)
    self->levels[i] = FASCIA_EXTENT_NOT_DRAWN;
  self->first = HEIGHT;
  self->last = -1;
}

void
fascia_extent_layer_copy (FasciaExtentLayer *self, const FasciaExtentLayer *from)
{
  *self = *from;
  self->levels = g_memdup2 (from->levels, (gsize) WIDTH * HEIGHT * sizeof (float));
}

void
fascia_extent_layer_clear (FasciaExtentLayer *self)
{
  g_clear_pointer (&self->levels, g_free);
}

/* ---- slabs ---- */

static float
get_level (const FasciaDrawingPoint *point)
{
  return point->level >= 0 ? MIN (point->level, (float) FASCIA_LEVEL_MAX) : FASCIA_EXTENT_NO_LEVEL;
}

static double
get_distance (const FasciaDrawingPoint *a, const FasciaDrawingPoint *b)
{
  return hypot ((double) b->x - a->x, (double) b->y - a->y);
}

static void
add_slab (GArray *slabs, guint from, double t0, double t1, double level)
{
  Slab slab = { from, (float) t0, (float) t1, (float) level };

  g_array_append_val (slabs, slab);
}

static void
add_slabs (GArray *slabs, const FasciaDrawingPoint *points, guint from, guint to, double step)
{
  double a = get_level (&points[from]);
  double b = get_level (&points[to]);
  int n;

  if (!(get_distance (&points[from], &points[to]) > 0))
    {
      add_slab (slabs, from, 0, 1, MAX (a, b));
      return;
    }
  if ((a < 0) != (b < 0))
    {
      /* Where only one end has a level, it holds as far as the middle. */
      add_slab (slabs, from, 0, 0.5, a);
      add_slab (slabs, from, 0.5, 1, b);
      return;
    }
  /* Nor is one thinner than a square. */
  n = (int) ceil (MIN (fabs (b - a) / step, get_distance (&points[from], &points[to])));
  n = MAX (n, 1);
  for (int i = 0; i < n; i++)
    add_slab (slabs, from, (double) i / n, (double) (i + 1) / n, a + (b - a) * (i + 0.5) / n);
}

static int
compare_slabs (gconstpointer a, gconstpointer b)
{
  const Slab *x = a;
  const Slab *y = b;

  /* In the order drawn where levels are alike: what lies side by side is painted so. */
  if (x->level > y->level || x->level < y->level)
    return x->level > y->level ? -1 : 1;
  return x->from < y->from ? -1 : x->from > y->from;
}

/* @points: all of them numbers. Highest level first. */
static GArray *
make_slabs (const FasciaDrawingPoint *points, guint n_points)
{
  GArray *slabs = g_array_sized_new (FALSE, FALSE, sizeof (Slab), n_points);
  gboolean is_flat = TRUE;
  double rise = 0;

  for (guint i = 1; i < n_points; i++)
    {
      double by = fabs ((double) get_level (&points[i]) - get_level (&points[i - 1]));

      rise += by;
      is_flat &= !(by > 0);
    }
  for (guint i = 0; i + 1 < n_points || i == 0; i++)
    add_slabs (slabs, points, i, MIN (i + 1, n_points - 1),
               MAX (LEVEL_STEP, rise / MAX_EXTRA_SLABS));
  if (!is_flat)
    g_array_sort (slabs, compare_slabs);
  return slabs;
}

/* ---- painting ---- */

static Piece
make_piece (const FasciaDrawingPoint *a, const FasciaDrawingPoint *b, double r)
{
  Piece p = {
    .ax = a->x,
    .ay = a->y,
    .dx = (double) b->x - a->x,
    .dy = (double) b->y - a->y,
    .r = r,
  };
  double length = hypot (p.dx, p.dy);

  if (length > 0)
    {
      p.nx = -p.dy / length * r;
      p.ny = p.dx / length * r;
      p.slope = p.dy < 0 || p.dy > 0 ? p.dx / p.dy : 0;
      p.per_unit = 1 / (length * length);
    }
  return p;
}

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
  for (int side = -1; side <= 1 && (p->dy < 0 || p->dy > 0); side += 2)
    {
      double along = y - p->ay - side * p->ny;
      double x = p->ax + side * p->nx + along * p->slope;

      if (p->dy > 0 ? along >= 0 && along <= p->dy : along <= 0 && along >= p->dy)
        widen (x, x, x0, x1);
    }
  return *x0 <= *x1;
}

/* Leaves of a span what lies in the slab: FALSE when nothing does. The first and the last slab of a
 * piece reach as far as it does. */
static gboolean
cut_span (const Piece *p, const Slab *slab, double y, double *x0, double *x1)
{
  double step = p->dx * p->per_unit;
  double ahead = (y - p->ay) * p->dy * p->per_unit; /* how far along the piece at ax */

  if (slab->t0 > 0)
    {
      if (step > 0)
        *x0 = MAX (*x0, p->ax + (slab->t0 - ahead) / step);
      else if (step < 0)
        *x1 = MIN (*x1, p->ax + (slab->t0 - ahead) / step);
      else if (ahead < slab->t0)
        return FALSE;
    }
  if (slab->t1 < 1)
    {
      if (step > 0)
        *x1 = MIN (*x1, p->ax + (slab->t1 - ahead) / step);
      else if (step < 0)
        *x0 = MAX (*x0, p->ax + (slab->t1 - ahead) / step);
      else if (ahead > slab->t1)
        return FALSE;
    }
  return *x0 <= *x1;
}

/* The first free square of a row from @column on. */
static inline int
find_free (guint16 *next, int column)
{
  while (next[column] != column)
    {
      next[column] = next[next[column]];
      column = next[column];
    }
  return column;
}

static inline int
get_first_column (double x)
{
  return (int) ceil (CLAMP (x - FASCIA_FIGURE_X - 0.5, 0, WIDTH));
}

static inline int
get_last_column (double x)
{
  return (int) floor (CLAMP (x - FASCIA_FIGURE_X - 0.5, -1, WIDTH - 1));
}

static void
paint_span (const Painter *painter, int row, int from, int to, float level)
{
  guint16 *next = painter->next + row * (WIDTH + 1);
  const guint8 *cells = painter->cells + row * WIDTH;
  float *levels = painter->layer->levels + row * WIDTH;

  for (int i = find_free (next, from); i <= to; i = find_free (next, i + 1))
    {
      next[i] = (guint16) (to + 1);
      painter->covered[cells[i]]++;
      levels[i] = MAX (levels[i], level);
    }
}

static void
paint_slab (const Painter *painter, const Piece *p, const Slab *slab)
{
  double ya = p->ay + slab->t0 * p->dy;
  double yb = p->ay + slab->t1 * p->dy;
  double xa = p->ax + slab->t0 * p->dx;
  double xb = p->ax + slab->t1 * p->dx;
  double top = MIN (ya, yb) - p->r - FASCIA_FIGURE_Y - 0.5;
  double bottom = MAX (ya, yb) + p->r - FASCIA_FIGURE_Y - 0.5;
  int first = (int) ceil (CLAMP (top, 0, HEIGHT));
  int last = (int) floor (CLAMP (bottom, -1, HEIGHT - 1));
  int left = get_first_column (MIN (xa, xb) - p->r);
  int right = get_last_column (MAX (xa, xb) + p->r);

  for (int row = first; row <= last; row++)
    {
      double y = row + 0.5 + FASCIA_FIGURE_Y;
      double x0, x1;

      /* Most rows of a scribble are painted already. */
      if (find_free (painter->next + row * (WIDTH + 1), left) > right)
        continue;
      if (get_span (p, y, &x0, &x1) && cut_span (p, slab, y, &x0, &x1))
        paint_span (painter, row, get_first_column (x0), get_last_column (x1), slab->level);
    }
  painter->layer->first = MIN (painter->layer->first, first);
  painter->layer->last = MAX (painter->layer->last, last);
}

/* ---- where it counts ---- */

/* The square of the body nearest to a point, within @r of it; -1 when there is none. */
static int
find_nearest (const guint8 *cells, const FasciaDrawingPoint *point, double r)
{
  double x = point->x - FASCIA_FIGURE_X;
  double y = point->y - FASCIA_FIGURE_Y;
  int first = (int) floor (CLAMP (y - r, 0, HEIGHT));
  int last = (int) floor (CLAMP (y + r, -1, HEIGHT - 1));
  int left = (int) floor (CLAMP (x - r, 0, WIDTH));
  int right = (int) floor (CLAMP (x + r, -1, WIDTH - 1));
  double best = r * r;
  int found = -1;

  for (int row = first; row <= last; row++)
    for (int column = left; column <= right; column++)
      {
        double dx = MAX (MAX (column - x, x - column - 1), 0);
        double dy = MAX (MAX (row - y, y - row - 1), 0);
        double distance = dx * dx + dy * dy;

        if (cells[row * WIDTH + column] == FASCIA_FIGURE_NOWHERE
            || (found < 0 ? distance > best : distance >= best))
          continue;
        best = distance;
        found = row * WIDTH + column;
      }
  return found;
}

/* @cell counts as painted, however little of it is. */
static void
touch (FasciaExtentLayer *layer, int cell, float level)
{
  layer->levels[cell] = MAX (layer->levels[cell], level);
  layer->first = MIN (layer->first, cell / WIDTH);
  layer->last = MAX (layer->last, cell / WIDTH);
}

static void
find_places (const Painter *painter,
             const FasciaDrawing *drawing,
             const FasciaDrawingPoint *points,
             guint n_points,
             double r,
             FasciaExtentCover *cover)
{
  gboolean is_on_body = FALSE;
  int cell = -1;

  if (drawing->kind == FASCIA_DRAWING_SPOT)
    {
      cell = find_nearest (painter->cells, &points[0], MAX (r, NEAR));
      if (cell < 0)
        return;
      cover->spot = painter->cells[cell];
      touch (painter->layer, cell, get_level (&points[0]));
      return;
    }
  for (guint shape = 0; shape < FASCIA_FIGURE_NOWHERE && !is_on_body; shape++)
    is_on_body = cover->covered[shape] > 0;
  for (guint i = 0; i < n_points && !is_on_body && cell < 0; i++)
    {
      cell = find_nearest (painter->cells, &points[i], NEAR);
      if (cell < 0)
        continue;
      cover->covered[painter->cells[cell]]++;
      touch (painter->layer, cell, get_level (&points[i]));
    }
}

/* Every square is free, as far as the drawing reaches. */
static guint16 *
make_rows (const FasciaDrawingPoint *points, guint n_points, double r)
{
  guint16 *next = g_new (guint16, (gsize) HEIGHT * (WIDTH + 1));
  guint16 free_row[WIDTH + 1];
  double top = G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;
  int first, last;

  for (int i = 0; i <= WIDTH; i++)
    free_row[i] = (guint16) i;
  for (guint i = 0; i < n_points; i++)
    widen (points[i].y, points[i].y, &top, &bottom);
  first = (int) floor (CLAMP (top - r - FASCIA_FIGURE_Y - 1, 0, HEIGHT));
  last = (int) ceil (CLAMP (bottom + r - FASCIA_FIGURE_Y + 1, -1, HEIGHT - 1));
  for (int row = first; row <= last; row++)
    memcpy (next + row * (WIDTH + 1), free_row, sizeof free_row);
  return next;
}

static GArray *
collect_points (const FasciaDrawing *drawing)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (FasciaDrawingPoint), drawing->n_points);

  for (guint i = 0; i < drawing->n_points; i++)
    if (isfinite (drawing->points[i].x) && isfinite (drawing->points[i].y))
      g_array_append_val (points, drawing->points[i]);
  return points;
}

void
fascia_extent_layer_paint (FasciaExtentLayer *self,
                           const guint8 *cells,
                           const FasciaDrawing *drawing,
                           FasciaExtentCover *cover)
{
  g_autoptr (GArray) usable = collect_points (drawing);
  const FasciaDrawingPoint *points = (const FasciaDrawingPoint *) (gconstpointer) usable->data;
  double r = drawing->width > 0 ? CLAMP (drawing->width / 2.0, MIN_RADIUS, MAX_RADIUS) : MIN_RADIUS;
  g_autofree guint16 *next = NULL;
  g_autoptr (GArray) slabs = NULL;
  Painter painter = { .layer = self, .cells = cells, .covered = cover->covered };

  memset (cover, 0, sizeof *cover);
  cover->spot = FASCIA_FIGURE_NOWHERE;
  if (usable->len == 0)
    return;
  painter.next = next = make_rows (points, usable->len, r);
  slabs = make_slabs (points, usable->len);
  for (guint i = 0; i < slabs->len; i++)
    {
      const Slab *slab = &g_array_index (slabs, Slab, i);
      Piece piece
          = make_piece (&points[slab->from], &points[MIN (slab->from + 1, usable->len - 1)], r);

      paint_slab (&painter, &piece, slab);
    }
  find_places (&painter, drawing, points, usable->len, r, cover);
}

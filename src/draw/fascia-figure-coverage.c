/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a dense stroke covers: distances on a grid, and the line round those that are short enough.
 */

#include "fascia-figure-coverage.h"

#include <math.h>

#include "fascia-figure-vector.h"

/* How far the nodes of the grid are apart: a part of the radius, in these bounds. */
#define STEP_PER_RADIUS 0.5
#define MIN_STEP 0.25
#define MAX_STEP 1.0
/* Wider, when there would be more nodes or more to compute than this. */
#define MAX_NODES 1000000.0
#define MAX_VISITS 5000000.0
/* A line must come near a node wherever it runs: half the diagonal of a cell, and a little. */
#define MIN_RADIUS_PER_STEP 0.75
/* How much further than the radius distances are needed, in steps: where the outline crosses between
 * two nodes one of them lies beyond it. */
#define REACH 1.5

#define NO_EDGE G_MAXUINT32

typedef struct
{
  double x, y; /* of the first node */
  double step;
  double radius;
  guint n_columns, n_rows;
  float *squares; /* of the distances from the nodes to the nearest line */
} Grid;

static float *
get_node (const Grid *grid, guint column, guint row)
{
  return &grid->squares[(gsize) row * grid->n_columns + column];
}

/* How far a node is from the outline, below 0 within. */
static double
get_value (const Grid *grid, guint column, guint row)
{
  return sqrt ((double) *get_node (grid, column, row)) - grid->radius;
}

static guint
clamp_index (double index, guint n)
{
  return (guint) CLAMP (index, 0.0, (double) n - 1);
}

/* Of the nodes in a row that are near a line: those beside the part of it that is near the row. */
static void
visit_row (Grid *grid, guint row, FasciaPoint a, FasciaPoint b, double reach)
{
  const double y = grid->y + row * grid->step;
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double square = dx * dx + dy * dy;
  double from = 0;
  double to = 1;
  guint first, last;

  if (fabs (dy) > 1e-9)
    {
      const double above = (y - reach - a.y) / dy;
      const double below = (y + reach - a.y) / dy;

      from = CLAMP (fmin (above, below), 0.0, 1.0);
      to = CLAMP (fmax (above, below), 0.0, 1.0);
    }
  from = a.x + from * dx;
  to = a.x + to * dx;
  first = clamp_index (ceil ((fmin (from, to) - reach - grid->x) / grid->step), grid->n_columns);
  last = clamp_index (floor ((fmax (from, to) + reach - grid->x) / grid->step), grid->n_columns);
  for (guint column = first; column <= last; column++)
    {
      float *node = get_node (grid, column, row);
      const double px = grid->x + column * grid->step - a.x;
      const double py = y - a.y;
      const double t = square > 0 ? CLAMP ((px * dx + py * dy) / square, 0.0, 1.0) : 0;
      const double ex = px - t * dx;
      const double ey = py - t * dy;

      *node = fminf (*node, (float) (ex * ex + ey * ey));
    }
}

static void
visit_line (Grid *grid, FasciaPoint a, FasciaPoint b)
{
  const double reach = grid->radius + REACH * grid->step;
  const guint first
      = clamp_index (ceil ((fmin (a.y, b.y) - reach - grid->y) / grid->step), grid->n_rows);
  const guint last
      = clamp_index (floor ((fmax (a.y, b.y) + reach - grid->y) / grid->step), grid->n_rows);

  for (guint row = first; row <= last; row++)
    visit_row (grid, row, a, b, reach);
}

/* FALSE when there is no point at all. */
static gboolean
init_grid (Grid *grid, const GPtrArray *lines, double radius)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  double length = 0;
  double step = CLAMP (radius * STEP_PER_RADIUS, MIN_STEP, MAX_STEP);
  double margin;
  gsize n;

  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *line = g_ptr_array_index (lines, i);

      for (guint k = 0; k < line->len; k++)
        {
          const FasciaPoint p = g_array_index (line, FasciaPoint, k);

          if (k > 0)
            length += fascia_vector_distance (g_array_index (line, FasciaPoint, k - 1), p);
          x0 = fmin (x0, p.x);
          y0 = fmin (y0, p.y);
          x1 = fmax (x1, p.x);
          y1 = fmax (y1, p.y);
        }
    }
  if (x0 > x1)
    return FALSE;

  step = fmax (step, sqrt ((x1 - x0 + 2 * radius) * (y1 - y0 + 2 * radius) / MAX_NODES));
  step = fmax (step, sqrt (length * 4 * (radius + REACH * step) / MAX_VISITS));
  grid->step = step;
  grid->radius = fmax (radius, MIN_RADIUS_PER_STEP * step);
  /* The outermost nodes lie outside: every outline is closed. */
  margin = grid->radius + 2 * step;
  grid->x = x0 - margin;
  grid->y = y0 - margin;
  grid->n_columns = (guint) ceil ((x1 - x0 + 2 * margin) / step) + 1;
  grid->n_rows = (guint) ceil ((y1 - y0 + 2 * margin) / step) + 1;
  n = (gsize) grid->n_columns * grid->n_rows;
  grid->squares = g_new (float, n);
  for (gsize i = 0; i < n; i++)
    grid->squares[i] = (float) ((grid->radius + REACH * step) * (grid->radius + REACH * step));
  return TRUE;
}

/* Edges are numbered by the node where they begin: two each, to the right and down. */
static guint32
get_edge (const Grid *grid, guint column, guint row, gboolean is_down)
{
  return 2 * (row * grid->n_columns + column) + (is_down ? 1 : 0);
}

/* What an outline does in a cell, from edge to edge. Round the cell, it enters the outline where the
 * edge goes outside and leaves at the next one that comes back: cells beside each other agree. */
static void
link_cell (const Grid *grid, guint column, guint row, guint32 *next)
{
  const guint32 edges[4]
      = { get_edge (grid, column, row, FALSE), get_edge (grid, column + 1, row, TRUE),
          get_edge (grid, column, row + 1, FALSE), get_edge (grid, column, row, TRUE) };
  const float limit = (float) (grid->radius * grid->radius);
  const gboolean is_in[4]
      = { *get_node (grid, column, row) < limit, *get_node (grid, column + 1, row) < limit,
          *get_node (grid, column + 1, row + 1) < limit,
          *get_node (grid, column, row + 1) < limit };

  for (guint i = 0; i < 4; i++)
    {
      guint k = i + 1;

      if (!is_in[i] || is_in[(i + 1) % 4])
        continue;
      while (is_in[k % 4] || !is_in[(k + 1) % 4])
        k++;
      next[edges[i]] = edges[k % 4];
    }
}

static FasciaPoint
get_crossing (const Grid *grid, guint32 edge)
{
  const guint column = edge / 2 % grid->n_columns;
  const guint row = edge / 2 / grid->n_columns;
  const gboolean is_down = edge % 2 == 1;
  const double a = get_value (grid, column, row);
  const double b = get_value (grid, column + (is_down ? 0 : 1), row + (is_down ? 1 : 0));
  const double t = fabs (a - b) > 1e-12 ? CLAMP (a / (a - b), 0.0, 1.0) : 0.5;

  return (FasciaPoint) { grid->x + (column + (is_down ? 0 : t)) * grid->step,
                         grid->y + (row + (is_down ? t : 0)) * grid->step };
}

static GPtrArray *
trace (const Grid *grid)
{
  const guint32 n_edges = 2 * grid->n_columns * grid->n_rows;
  GPtrArray *outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint32 *next = g_new (guint32, n_edges);

  for (guint32 i = 0; i < n_edges; i++)
    next[i] = NO_EDGE;
  for (guint row = 0; row + 1 < grid->n_rows; row++)
    for (guint column = 0; column + 1 < grid->n_columns; column++)
      link_cell (grid, column, row, next);
  for (guint32 i = 0; i < n_edges; i++)
    {
      GArray *outline;

      if (next[i] == NO_EDGE)
        continue;
      outline = g_array_new (FALSE, FALSE, sizeof (FasciaPoint));
      for (guint32 edge = i; edge != NO_EDGE && next[edge] != NO_EDGE;)
        {
          const guint32 after = next[edge];
          const FasciaPoint p = get_crossing (grid, edge);

          g_array_append_val (outline, p);
          next[edge] = NO_EDGE;
          edge = after;
        }
      g_ptr_array_add (outlines, outline);
    }
  return outlines;
}

GPtrArray *
fascia_figure_coverage_outline (const GPtrArray *lines, double radius)
{
  Grid grid = { 0 };
  GPtrArray *outlines;

  g_return_val_if_fail (lines != NULL && radius > 0, NULL);

  if (!init_grid (&grid, lines, radius))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *line = g_ptr_array_index (lines, i);

      for (guint k = 0; k < line->len; k++)
        visit_line (&grid, g_array_index (line, FasciaPoint, k > 0 ? k - 1 : 0),
                    g_array_index (line, FasciaPoint, k));
    }
  outlines = trace (&grid);
  g_free (grid.squares);
  return outlines;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spots and strokes as paths.
 */

#include "fascia-figure-overlay.h"

#include <math.h>

#include "core/body/fascia-extent.h"
#include "fascia-figure-coverage.h"
#include "fascia-figure-palette.h"
#include "fascia-figure-vector.h"

/* Control points of a quarter circle by one cubic: at most 0.03 % off. */
#define KAPPA 0.5522847498
/* A stroke is simplified to this many units, and further until it has few enough points, but by no
 * more than a part of its width. One that still has more is shading, or a scribble: what is seen of
 * that is what it covers. */
#define TOLERANCE 0.2
#define TOLERANCE_GROWTH 2
#define MAX_TOLERANCE_PER_RADIUS 0.25
#define MAX_POINTS 120
#define MAX_PIECES 24
/* Turns above this are corners, with a round join; those below are drawn as a smooth curve. */
#define CORNER (40 * G_PI / 180)
/* A smooth curve strays from the straight lines it stands for by no more than this: of a line that
 * was simplified that is what it strayed before, of one drawn with a ruler the corners stay. */
#define MAX_BULGE 0.35
/* On another build than the drawn one straight lines bend: they are mapped at least this often. */
#define MAX_SEGMENT 40.0
/* Coordinates further out than this are no drawing of anything. */
#define MAX_COORDINATE 4000.0

/* Where the outline goes: built on the canonical figure, shown on this one. */
typedef struct
{
  const FasciaBody *body;
  FasciaView view;
  FasciaPath *path;
} Pen;

static FasciaPoint
show (const Pen *pen, FasciaPoint p)
{
  fascia_body_from_canonical (pen->body, pen->view, &p.x, &p.y);
  return p;
}

static void
pen_move (Pen *pen, FasciaPoint p)
{
  p = show (pen, p);
  fascia_path_move_to (pen->path, p.x, p.y);
}

static void
pen_line (Pen *pen, FasciaPoint p)
{
  p = show (pen, p);
  fascia_path_line_to (pen->path, p.x, p.y);
}

static void
pen_curve (Pen *pen, FasciaPoint a, FasciaPoint b, FasciaPoint c)
{
  a = show (pen, a);
  b = show (pen, b);
  c = show (pen, c);
  fascia_path_curve_to (pen->path, a.x, a.y, b.x, b.y, c.x, c.y);
}

/* From @centre + @radius * @from, where the pen is, by @angle. */
static void
pen_arc (Pen *pen, FasciaPoint centre, double radius, FasciaPoint from, double angle)
{
  const int n = MAX (1, (int) ceil (fabs (angle) / (G_PI / 2) - 1e-6));
  const double step = angle / n;
  const double reach = 4.0 / 3.0 * tan (step / 4) * radius;

  for (int i = 0; i < n; i++)
    {
      const FasciaPoint to = fascia_vector_rotate (from, step);
      const FasciaPoint start = fascia_vector_add (centre, from, radius);
      const FasciaPoint end = fascia_vector_add (centre, to, radius);

      pen_curve (pen, fascia_vector_add (start, fascia_vector_turn (from), reach),
                 fascia_vector_add (end, fascia_vector_turn (to), -reach), end);
      from = to;
    }
}

static void
pen_circle (Pen *pen, FasciaPoint centre, double radius)
{
  const FasciaPoint right = { 1, 0 };

  pen_move (pen, fascia_vector_add (centre, right, radius));
  pen_arc (pen, centre, radius, right, 2 * G_PI);
  fascia_path_close (pen->path);
}

/* A point of the middle line, prepared for walking along one side of it. */
typedef struct
{
  FasciaPoint at;
  FasciaPoint in;  /* direction of the line that comes, of length one */
  FasciaPoint out; /* and of the one that goes */
  double angle;    /* between them */
  gboolean is_corner;
} Vertex;

static FasciaPoint
get_bisector (const Vertex *vertex)
{
  return fascia_vector_rotate (vertex->in, vertex->angle / 2);
}

/* Where the sides of the line between two vertices begin and end: at right angles to it beside a
 * corner, else on the bisector. */
static FasciaPoint
get_start (const Vertex *a)
{
  return a->is_corner ? a->out : get_bisector (a);
}

static FasciaPoint
get_end (const Vertex *b)
{
  return b->is_corner ? b->in : get_bisector (b);
}

/* Whether both sides still go forward between two vertices: where a bend is tighter than the stroke
 * is wide, one would go back. */
static gboolean
is_forward (const Vertex *a, const Vertex *b, double radius)
{
  for (int side = -1; side <= 1; side += 2)
    {
      const FasciaPoint p
          = fascia_vector_add (a->at, fascia_vector_turn (get_start (a)), side * radius);
      const FasciaPoint q
          = fascia_vector_add (b->at, fascia_vector_turn (get_end (b)), side * radius);

      if (fascia_vector_dot ((FasciaPoint) { q.x - p.x, q.y - p.y }, a->out)
          < 0.1 * fascia_vector_distance (a->at, b->at))
        return FALSE;
    }
  return TRUE;
}

/* How far the smooth curve at a vertex strays from a line of that length. */
static double
get_bulge (const Vertex *vertex, double length)
{
  return length / 4 * fabs (sin (vertex->angle / 2));
}

/* Makes corners of bends that are too tight; TRUE when there was one. */
static gboolean
break_bends (GArray *vertices, double radius)
{
  gboolean has_changed = FALSE;

  for (guint i = 0; i + 1 < vertices->len; i++)
    {
      Vertex *pair = &g_array_index (vertices, Vertex, i);

      if (is_forward (&pair[0], &pair[1], radius))
        continue;
      for (guint k = 0; k < 2; k++)
        if (!pair[k].is_corner && fabs (pair[k].angle) > 1e-6)
          pair[k].is_corner = has_changed = TRUE;
    }
  return has_changed;
}

static GArray *
prepare_vertices (const FasciaPoint *points, guint n, double radius)
{
  GArray *vertices = g_array_sized_new (FALSE, TRUE, sizeof (Vertex), n);

  g_array_set_size (vertices, n);
  for (guint i = 0; i < n; i++)
    {
      Vertex *vertex = &g_array_index (vertices, Vertex, i);

      vertex->at = points[i];
      if (i + 1 < n)
        {
          const double length = fascia_vector_distance (points[i], points[i + 1]);

          vertex->out.x = (points[i + 1].x - points[i].x) / length;
          vertex->out.y = (points[i + 1].y - points[i].y) / length;
        }
      vertex->in = i > 0 ? g_array_index (vertices, Vertex, i - 1).out : vertex->out;
      if (i + 1 == n)
        vertex->out = vertex->in;
      vertex->angle = atan2 (fascia_vector_cross (vertex->in, vertex->out),
                             fascia_vector_dot (vertex->in, vertex->out));
      vertex->is_corner = fabs (vertex->angle) > CORNER;
    }
  for (guint i = 0; i + 1 < n; i++)
    {
      Vertex *pair = &g_array_index (vertices, Vertex, i);

      for (guint k = 0; k < 2; k++)
        if (get_bulge (&pair[k], fascia_vector_distance (pair[0].at, pair[1].at)) > MAX_BULGE)
          pair[k].is_corner = TRUE;
    }
  /* A corner moves the ends of its neighbours' sides; each pass makes at least one, so it ends. */
  while (break_bends (vertices, radius))
    continue;
  return vertices;
}

/* One side of a line, from the vertex the pen stands beside to the next one: what turns gently is
 * one smooth curve. */
static void
pen_side (Pen *pen, const Vertex *a, const Vertex *b, double radius)
{
  const FasciaPoint start_direction = get_start (a);
  const FasciaPoint end_direction = get_end (b);
  const FasciaPoint start = fascia_vector_add (a->at, fascia_vector_turn (start_direction), radius);
  const FasciaPoint end = fascia_vector_add (b->at, fascia_vector_turn (end_direction), radius);
  const double reach = fascia_vector_distance (start, end) / 3;

  if (fascia_vector_dot (start_direction, end_direction) > 1 - 1e-9)
    pen_line (pen, end);
  else
    pen_curve (pen, fascia_vector_add (start, start_direction, reach),
               fascia_vector_add (end, end_direction, -reach), end);
}

/* At a corner: round on its outer side; on its inner one through the corner itself, which leaves
 * every part of the area wound the same way however short the lines are. */
static void
pen_corner (Pen *pen, const Vertex *vertex, double radius)
{
  const FasciaPoint from = fascia_vector_turn (vertex->in);

  if (vertex->angle < 0)
    pen_arc (pen, vertex->at, radius, from, vertex->angle);
  else
    {
      pen_line (pen, vertex->at);
      pen_line (pen, fascia_vector_add (vertex->at, fascia_vector_turn (vertex->out), radius));
    }
}

static void
pen_walk (Pen *pen, const GArray *vertices, double radius)
{
  const guint n = vertices->len;

  for (guint i = 0; i + 1 < n; i++)
    {
      const Vertex *a = &g_array_index (vertices, Vertex, i);
      const Vertex *b = a + 1;

      pen_side (pen, a, b, radius);
      if (b->is_corner && i + 2 < n)
        pen_corner (pen, b, radius);
    }
}

/* There along one side, round the end, and back along the other. */
static void
pen_stroke (Pen *pen, FasciaPoint *points, guint n, double radius)
{
  for (int pass = 0; pass < 2; pass++)
    {
      g_autoptr (GArray) vertices = prepare_vertices (points, n, radius);
      const Vertex *first = &g_array_index (vertices, Vertex, 0);
      const Vertex *last = &g_array_index (vertices, Vertex, n - 1);

      if (pass == 0)
        pen_move (pen, fascia_vector_add (first->at, fascia_vector_turn (first->out), radius));
      pen_walk (pen, vertices, radius);
      pen_arc (pen, last->at, radius, fascia_vector_turn (last->in), -G_PI);
      for (guint i = 0; i < n / 2; i++)
        {
          const FasciaPoint swap = points[i];

          points[i] = points[n - 1 - i];
          points[n - 1 - i] = swap;
        }
    }
  fascia_path_close (pen->path);
}

static int
get_step (double level)
{
  /* What was pressed lightly is still something: only no level at all has no colour. */
  return level > 0 ? fascia_figure_step_for_level (MAX (1, (int) lround (level))) : -1;
}

/* A run of a stroke in one step: indices into its points, both ends included. */
typedef struct
{
  guint first;
  guint last;
  int step;
} Run;

/* (transfer full) Finite points without repeats; never empty when there was a finite one. */
static GArray *
clean_points (const FasciaDrawing *drawing)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (FasciaDrawingPoint));

  for (guint i = 0; i < drawing->n_points; i++)
    {
      FasciaDrawingPoint point = drawing->points[i];

      if (!isfinite (point.x) || !isfinite (point.y))
        continue;
      point.x = (float) CLAMP ((double) point.x, -MAX_COORDINATE, MAX_COORDINATE);
      point.y = (float) CLAMP ((double) point.y, -MAX_COORDINATE, MAX_COORDINATE);
      if (!isfinite (point.level))
        point.level = FASCIA_LEVEL_NOT_GIVEN;
      if (points->len > 0)
        {
          FasciaDrawingPoint *last = &g_array_index (points, FasciaDrawingPoint, points->len - 1);

          if (hypot ((double) (point.x - last->x), (double) (point.y - last->y)) < 0.05)
            {
              last->level = MAX (last->level, point.level);
              continue;
            }
        }
      g_array_append_val (points, point);
    }
  return points;
}

static double
get_length (const FasciaDrawingPoint *a, const FasciaDrawingPoint *b)
{
  return hypot ((double) (b->x - a->x), (double) (b->y - a->y));
}

/* Cuts the stroke where the step changes, but into no pieces shorter than a part of its width: a
 * hand that trembles is no pattern. */
static GArray *
find_runs (const GArray *points, double width)
{
  const FasciaDrawingPoint *p = (const FasciaDrawingPoint *) (gpointer) points->data;
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  double total = 0;
  double shortest;

  for (guint i = 0; i + 1 < points->len; i++)
    total += get_length (&p[i], &p[i + 1]);
  shortest = MAX (width / 3, total / MAX_PIECES);

  for (guint first = 0; first + 1 < points->len;)
    {
      double length = 0;
      double given = 0;
      double sum = 0;
      guint last = first;
      Run run;

      while (last + 1 < points->len && (length < shortest || last == first))
        {
          const double piece = get_length (&p[last], &p[last + 1]);
          const double a = (double) p[last].level;
          const double b = (double) p[last + 1].level;

          length += piece;
          if (a >= 0 || b >= 0)
            {
              given += piece;
              sum += piece * (a < 0 ? b : b < 0 ? a : (a + b) / 2);
            }
          last++;
        }
      run = (Run) { first, last, given > 0 ? get_step (sum / given) : -1 };
      if (runs->len > 0 && g_array_index (runs, Run, runs->len - 1).step == run.step)
        g_array_index (runs, Run, runs->len - 1).last = last;
      else
        g_array_append_val (runs, run);
      first = last;
    }
  return runs;
}

/* (transfer full) (element-type FasciaPoint) */
static GArray *
simplify (const FasciaDrawingPoint *points, guint n, double tolerance, double longest)
{
  g_autofree FasciaDrawingPoint *flat = g_memdup2 (points, n * sizeof *points);
  g_autoptr (GArray) few = NULL;
  GArray *result = g_array_new (FALSE, FALSE, sizeof (FasciaPoint));

  /* The piece has one colour: its levels keep no point alive. */
  for (guint i = 0; i < n; i++)
    flat[i].level = FASCIA_LEVEL_NOT_GIVEN;
  few = fascia_stroke_simplify (flat, n, tolerance);
  for (guint i = 0; i < few->len; i++)
    {
      const FasciaDrawingPoint *to = &g_array_index (few, FasciaDrawingPoint, i);
      const FasciaPoint end = { (double) to->x, (double) to->y };

      if (result->len > 0)
        {
          const FasciaPoint start = g_array_index (result, FasciaPoint, result->len - 1);
          const double length = fascia_vector_distance (start, end);
          const int parts = longest > 0 ? MAX (1, (int) ceil (length / longest)) : 1;

          if (length < 1e-6)
            continue;
          for (int k = 1; k < parts; k++)
            {
              const double t = (double) k / parts;
              const FasciaPoint middle
                  = { start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t };

              g_array_append_val (result, middle);
            }
        }
      g_array_append_val (result, end);
    }
  return result;
}

/* (transfer full) (element-type GArray) The lines of all runs. */
static GPtrArray *
simplify_runs (const GArray *points,
               const GArray *runs,
               double tolerance,
               double longest,
               guint *n_points)
{
  const FasciaDrawingPoint *p = (const FasciaDrawingPoint *) (gpointer) points->data;
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  *n_points = 0;
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      GArray *line = simplify (&p[run->first], run->last - run->first + 1, tolerance, longest);

      *n_points += line->len;
      g_ptr_array_add (lines, line);
    }
  return lines;
}

static void
clear_piece (gpointer data)
{
  FasciaFigurePiece *piece = data;

  g_clear_pointer (&piece->path, fascia_path_unref);
}

static void
add_piece (GArray *pieces, FasciaPath *path, int step)
{
  const FasciaFigurePiece piece = { path, step };
  guint at = pieces->len;

  /* The worse lies on top where two pieces meet. */
  while (at > 0 && g_array_index (pieces, FasciaFigurePiece, at - 1).step > step)
    at--;
  g_array_insert_val (pieces, at, piece);
}

/* Each run as a stroke of its own; FALSE when that would take too many points. */
static gboolean
add_strokes (GArray *pieces,
             const Pen *pen,
             const GArray *points,
             const GArray *runs,
             double radius,
             double longest)
{
  const double most = fmax (TOLERANCE, MAX_TOLERANCE_PER_RADIUS * radius);

  for (double tolerance = TOLERANCE; tolerance <= most; tolerance *= TOLERANCE_GROWTH)
    {
      guint n;
      g_autoptr (GPtrArray) lines = simplify_runs (points, runs, tolerance, longest, &n);

      if (n > MAX_POINTS + 2 * runs->len)
        continue;
      for (guint i = 0; i < lines->len; i++)
        {
          GArray *line = g_ptr_array_index (lines, i);
          Pen next = { pen->body, pen->view, fascia_path_new () };

          if (line->len < 2)
            pen_circle (&next, g_array_index (line, FasciaPoint, 0), radius);
          else
            pen_stroke (&next, (FasciaPoint *) (gpointer) line->data, line->len, radius);
          add_piece (pieces, next.path, g_array_index (runs, Run, i).step);
        }
      return TRUE;
    }
  return FALSE;
}

static void
pen_outline (Pen *pen, const GArray *outline, double longest)
{
  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, outline->len + 1);
  g_autoptr (GArray) line = NULL;

  for (guint i = 0; i <= outline->len; i++)
    {
      const FasciaPoint p = g_array_index (outline, FasciaPoint, i % outline->len);

      points[i] = (FasciaDrawingPoint) { (float) p.x, (float) p.y, FASCIA_LEVEL_NOT_GIVEN };
    }
  line = simplify (points, outline->len + 1, TOLERANCE, longest);
  if (line->len < 4)
    return;
  pen_move (pen, g_array_index (line, FasciaPoint, 0));
  for (guint i = 1; i + 1 < line->len; i++)
    pen_line (pen, g_array_index (line, FasciaPoint, i));
  fascia_path_close (pen->path);
}

/* What the runs of each step cover together, as one piece. */
static void
add_coverage (GArray *pieces,
              const Pen *pen,
              const GArray *points,
              const GArray *runs,
              double radius,
              double longest)
{
  guint n;
  g_autoptr (GPtrArray) lines = simplify_runs (points, runs, TOLERANCE, 0, &n);

  for (int step = -1; step < FASCIA_FIGURE_STEPS; step++)
    {
      g_autoptr (GPtrArray) same = g_ptr_array_new ();
      g_autoptr (GPtrArray) outlines = NULL;
      Pen next = { pen->body, pen->view, NULL };

      for (guint i = 0; i < runs->len; i++)
        if (g_array_index (runs, Run, i).step == step)
          g_ptr_array_add (same, g_ptr_array_index (lines, i));
      if (same->len == 0)
        continue;
      next.path = fascia_path_new ();
      outlines = fascia_figure_coverage_outline (same, radius);
      for (guint i = 0; i < outlines->len; i++)
        pen_outline (&next, g_ptr_array_index (outlines, i), longest);
      add_piece (pieces, next.path, step);
    }
}

GArray *
fascia_figure_drawing_pieces (const FasciaBody *body, const FasciaDrawing *drawing)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (FasciaFigurePiece));
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) runs = NULL;
  Pen pen = { body, 0, NULL };
  double radius, longest;

  g_array_set_clear_func (pieces, clear_piece);
  g_return_val_if_fail (body != NULL && drawing != NULL, pieces);

  if (!(drawing->width > 0) || !isfinite (drawing->width))
    return pieces;
  radius = MIN ((double) drawing->width, MAX_COORDINATE) / 2;
  pen.view = drawing->view;
  points = clean_points (drawing);
  if (points->len == 0)
    return pieces;
  if (drawing->kind == FASCIA_DRAWING_SPOT || points->len == 1)
    {
      const FasciaDrawingPoint *point = &g_array_index (points, FasciaDrawingPoint, 0);

      pen.path = fascia_path_new ();
      pen_circle (&pen, (FasciaPoint) { (double) point->x, (double) point->y }, radius);
      add_piece (pieces, pen.path, get_step ((double) point->level));
      return pieces;
    }

  longest = fascia_body_get_form (body)->build == FASCIA_BUILD_LIGHT ? 0 : MAX_SEGMENT;
  runs = find_runs (points, 2 * radius);
  if (!add_strokes (pieces, &pen, points, runs, radius, longest))
    add_coverage (pieces, &pen, points, runs, radius, longest);
  return pieces;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vector paths: building, walking, writing.
 */

#include "fascia-path-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  FasciaPathOp op;
  guint first; /* index of its first point */
} PathStep;

struct _FasciaPath
{
  gatomicrefcount ref_count;
  GArray *steps;  /* PathStep */
  GArray *points; /* FasciaPoint */
};

G_DEFINE_BOXED_TYPE (FasciaPath, fascia_path, fascia_path_ref, fascia_path_unref)

FasciaPath *
fascia_path_new (void)
{
  FasciaPath *self = g_new0 (FasciaPath, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->steps = g_array_sized_new (FALSE, FALSE, sizeof (PathStep), 8);
  self->points = g_array_sized_new (FALSE, FALSE, sizeof (FasciaPoint), 16);
  return self;
}

FasciaPath *
fascia_path_ref (const FasciaPath *self)
{
  FasciaPath *path = (FasciaPath *) self;

  g_return_val_if_fail (path != NULL, NULL);
  g_atomic_ref_count_inc (&path->ref_count);
  return path;
}

void
fascia_path_unref (FasciaPath *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->steps);
  g_array_unref (self->points);
  g_free (self);
}

static const PathStep *
get_step (const FasciaPath *self, guint i)
{
  return &g_array_index (self->steps, PathStep, i);
}

static const FasciaPoint *
get_points (const FasciaPath *self, guint first)
{
  return &g_array_index (self->points, FasciaPoint, first);
}

static guint
count_points (FasciaPathOp op)
{
  switch (op)
    {
    case FASCIA_PATH_MOVE:
    case FASCIA_PATH_LINE:
      return 1;
    case FASCIA_PATH_CURVE:
      return 3;
    case FASCIA_PATH_CLOSE:
      return 0;
    }
  return 0;
}

static void
add_step (FasciaPath *self, FasciaPathOp op, const FasciaPoint *points)
{
  PathStep step = { .op = op, .first = self->points->len };

  g_array_append_val (self->steps, step);
  if (points != NULL)
    g_array_append_vals (self->points, points, count_points (op));
}

static void
ensure_start (FasciaPath *self)
{
  if (self->steps->len == 0)
    fascia_path_move_to (self, 0, 0);
}

void
fascia_path_move_to (FasciaPath *self, double x, double y)
{
  add_step (self, FASCIA_PATH_MOVE, &(FasciaPoint) { x, y });
}

void
fascia_path_line_to (FasciaPath *self, double x, double y)
{
  ensure_start (self);
  add_step (self, FASCIA_PATH_LINE, &(FasciaPoint) { x, y });
}

void
fascia_path_curve_to (FasciaPath *self,
                      double x1,
                      double y1,
                      double x2,
                      double y2,
                      double x3,
                      double y3)
{
  const FasciaPoint points[3] = { { x1, y1 }, { x2, y2 }, { x3, y3 } };

  ensure_start (self);
  add_step (self, FASCIA_PATH_CURVE, points);
}

void
fascia_path_close (FasciaPath *self)
{
  if (self->steps->len > 0)
    add_step (self, FASCIA_PATH_CLOSE, NULL);
}

void
fascia_path_append (FasciaPath *self, const FasciaPath *other)
{
  g_return_if_fail (self != other);

  for (guint i = 0; i < other->steps->len; i++)
    {
      const PathStep *step = get_step (other, i);
      gboolean has_points = count_points (step->op) > 0;

      add_step (self, step->op, has_points ? get_points (other, step->first) : NULL);
    }
}

gboolean
fascia_path_is_empty (const FasciaPath *self)
{
  return self->steps->len == 0;
}

gboolean
fascia_path_foreach (const FasciaPath *self, FasciaPathForeachFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const PathStep *step = get_step (self, i);
      guint n = count_points (step->op);

      if (!func (step->op, n > 0 ? get_points (self, step->first) : NULL, n, user_data))
        return FALSE;
    }
  return TRUE;
}

static void
emit_line (FasciaPoint from, FasciaPoint to, FasciaPathPieceFunc func, gpointer data)
{
  const FasciaPoint piece[4] = { from, from, to, to };

  if (from.x != to.x || from.y != to.y)
    func (piece, FALSE, data);
}

void
fascia_path_walk_pieces (const FasciaPath *self, FasciaPathPieceFunc func, gpointer data)
{
  FasciaPoint start = { 0, 0 };
  FasciaPoint at = { 0, 0 };

  for (guint i = 0; i < self->steps->len; i++)
    {
      const PathStep *step = get_step (self, i);

      switch (step->op)
        {
        case FASCIA_PATH_MOVE:
          emit_line (at, start, func, data);
          start = at = *get_points (self, step->first);
          break;
        case FASCIA_PATH_LINE:
          emit_line (at, *get_points (self, step->first), func, data);
          at = *get_points (self, step->first);
          break;
        case FASCIA_PATH_CURVE:
          {
            const FasciaPoint *p = get_points (self, step->first);
            const FasciaPoint piece[4] = { at, p[0], p[1], p[2] };

            func (piece, TRUE, data);
            at = p[2];
          }
          break;
        case FASCIA_PATH_CLOSE:
          emit_line (at, start, func, data);
          at = start;
          break;
        }
    }
  emit_line (at, start, func, data);
}

static void
append_number (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* No "-0.00": two texts of one path must be equal. */
  if (fabs (value) < 0.005)
    value = 0;
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  if (strchr (buffer, '.') != NULL)
    {
      char *end = buffer + strlen (buffer);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
    }
  g_string_append (text, buffer);
}

static gboolean
step_to_svg (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  GString *text = data;

  g_string_append_c (text, "?MLCZ"[op]);
  for (gsize i = 0; i < n_points; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      append_number (text, points[i].x);
      g_string_append_c (text, ' ');
      append_number (text, points[i].y);
    }
  return TRUE;
}

char *
fascia_path_to_svg (const FasciaPath *self)
{
  GString *text = g_string_new (NULL);

  fascia_path_foreach (self, step_to_svg, text);
  return g_string_free (text, FALSE);
}

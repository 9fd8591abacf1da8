/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which places are within a hand-width of another: near it on one of the figures, touching it there, or
 * touching it round the edge of the body, where the front figure ends and the back figure begins.
 *
 * What lies side by side on a drawing alone is not near: a leg beside the other one, an arm that hangs
 * beside the trunk. */

#include "config.h"

#include "fascia-safety.h"

#include <math.h>

#include "../body/fascia-path-private.h"

#define HAND_WIDTH 45.0
/* An outline runs as close along the edge of the body … */
#define ON_EDGE 2.5
/* … and two places that touch round it have lines as close. */
#define TOUCHING 4.0
/* So far beside a shape nothing matters to its outline, whatever the form of the figure. */
#define MARGIN 10.0
/* Curves become this many lines: off by far less than a gutter. */
#define N_LINES 8

/* ---- outlines as lines, on the canonical figure ---- */

typedef struct
{
  const FasciaBody *body;
  FasciaView view;
  GArray *points; /* of FasciaPoint; two for each line: contours do not join */
} Lines;

static void
add_piece (const FasciaPoint piece[4], gboolean is_curve, gpointer data)
{
  Lines *lines = data;
  const int n_lines = is_curve ? N_LINES : 1;

  for (int i = 0; i < n_lines; i++)
    for (int end = 0; end <= 1; end++)
      {
        const double t = (double) (i + end) / n_lines, u = 1 - t;
        const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        FasciaPoint point = {
          a * piece[0].x + b * piece[1].x + c * piece[2].x + d * piece[3].x,
          a * piece[0].y + b * piece[1].y + c * piece[2].y + d * piece[3].y,
        };

        fascia_body_to_canonical (lines->body, lines->view, &point.x, &point.y);
        g_array_append_val (lines->points, point);
      }
}

static GArray *
dup_lines (const FasciaBody *body, FasciaView view, const FasciaPath *path)
{
  Lines lines = { body, view, g_array_new (FALSE, FALSE, sizeof (FasciaPoint)) };

  fascia_path_walk_pieces (path, add_piece, &lines);
  return lines.points;
}

typedef struct
{
  Lines lines;
  const FasciaShape *shape;
} Edge;

static void
add_piece_at (const FasciaPoint piece[4], gboolean is_curve, gpointer data)
{
  Edge *edge = data;
  const FasciaShape *shape = edge->shape;
  double x0 = piece[0].x, x1 = piece[0].x, y0 = piece[0].y, y1 = piece[0].y;

  for (guint i = 1; i < 4; i++)
    {
      x0 = MIN (x0, piece[i].x);
      x1 = MAX (x1, piece[i].x);
      y0 = MIN (y0, piece[i].y);
      y1 = MAX (y1, piece[i].y);
    }
  if (x1 >= shape->x0 - MARGIN && x0 <= shape->x1 + MARGIN && y1 >= shape->y0 - MARGIN
      && y0 <= shape->y1 + MARGIN)
    add_piece (piece, is_curve, &edge->lines);
}

/* The edge of the body round a shape, limbs kept as phantom included. */
static GArray *
dup_edge (const FasciaBody *body, const FasciaShape *shape)
{
  Edge edge = { { body, shape->view, g_array_new (FALSE, FALSE, sizeof (FasciaPoint)) }, shape };
  guint n_outlines;
  const FasciaPath *const *outlines = fascia_body_get_outlines (body, shape->view, &n_outlines);

  for (guint i = 0; i < n_outlines; i++)
    fascia_path_walk_pieces (outlines[i], add_piece_at, &edge);
  outlines = fascia_body_get_phantom_outlines (body, shape->view, &n_outlines);
  for (guint i = 0; i < n_outlines; i++)
    fascia_path_walk_pieces (outlines[i], add_piece_at, &edge);
  return edge.lines.points;
}

typedef struct
{
  double x0, y0, x1, y1;
} Box;

static Box
get_box (const GArray *points)
{
  Box box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < points->len; i++)
    {
      const FasciaPoint *point = &g_array_index (points, FasciaPoint, i);

      box.x0 = MIN (box.x0, point->x);
      box.x1 = MAX (box.x1, point->x);
      box.y0 = MIN (box.y0, point->y);
      box.y1 = MAX (box.y1, point->y);
    }
  return box;
}

static gboolean
are_boxes_near (const Box *a, const Box *b, double limit)
{
  return a->x0 - b->x1 <= limit && b->x0 - a->x1 <= limit && a->y0 - b->y1 <= limit
         && b->y0 - a->y1 <= limit;
}

/* Squared distance from a point to a line. */
static double
get_distance2 (const FasciaPoint *point, const FasciaPoint line[2])
{
  const double dx = line[1].x - line[0].x, dy = line[1].y - line[0].y;
  const double length2 = dx * dx + dy * dy;
  double t = 0;

  if (length2 > 0)
    t = CLAMP (((point->x - line[0].x) * dx + (point->y - line[0].y) * dy) / length2, 0, 1);
  const double x = line[0].x + t * dx - point->x, y = line[0].y + t * dy - point->y;
  return x * x + y * y;
}

static gboolean
is_near_lines (const FasciaPoint *point, const GArray *lines, double limit)
{
  for (guint i = 0; i + 1 < lines->len; i += 2)
    if (get_distance2 (point, &g_array_index (lines, FasciaPoint, i)) <= limit * limit)
      return TRUE;
  return FALSE;
}

/* ---- two shapes of one view ---- */

static gboolean
is_near_box (const FasciaPoint *point, const Box *box, double limit)
{
  return point->x >= box->x0 - limit && point->x <= box->x1 + limit && point->y >= box->y0 - limit
         && point->y <= box->y1 + limit;
}

/* (transfer full) The lines that may be near something in the box. */
static GArray *
dup_lines_near (const GArray *lines, const Box *box)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (FasciaPoint));

  for (guint i = 0; i + 1 < lines->len; i += 2)
    {
      const FasciaPoint *line = &g_array_index (lines, FasciaPoint, i);
      const double length = hypot (line[1].x - line[0].x, line[1].y - line[0].y);

      if (is_near_box (&line[0], box, HAND_WIDTH + length))
        g_array_append_vals (near, line, 2);
    }
  return near;
}

/* Outlines of places do not cross, so the shortest way begins at an end of a line of either. Contours
 * are closed: each end begins a line. */
static gboolean
has_near_end (const GArray *ends, const GArray *lines)
{
  for (guint i = 0; i < ends->len; i += 2)
    if (is_near_lines (&g_array_index (ends, FasciaPoint, i), lines, HAND_WIDTH))
      return TRUE;
  return FALSE;
}

static gboolean
are_near (const GArray *a, const GArray *b)
{
  const Box a_box = get_box (a), b_box = get_box (b);

  if (!are_boxes_near (&a_box, &b_box, HAND_WIDTH))
    return FALSE;
  g_autoptr (GArray) of_a = dup_lines_near (a, &b_box);
  g_autoptr (GArray) of_b = dup_lines_near (b, &a_box);
  return has_near_end (of_a, of_b) || has_near_end (of_b, of_a);
}

/* ---- round the edge ---- */

/* A shape, and how it runs along the edge of the body. */
typedef struct
{
  const FasciaShape *shape;
  GArray *lines;
  GArray *on_edge; /* ends of lines that are on it */
  Box beside_edge; /* round the ends that something on the edge may touch */
} Outline;

static void
outline_init (Outline *self, const FasciaBody *body, const FasciaShape *shape)
{
  g_autoptr (GArray) edge = dup_edge (body, shape);
  g_autoptr (GArray) beside = g_array_new (FALSE, FALSE, sizeof (FasciaPoint));

  self->shape = shape;
  self->lines = dup_lines (body, shape->view, shape->path);
  self->on_edge = g_array_new (FALSE, FALSE, sizeof (FasciaPoint));
  for (guint i = 0; i < self->lines->len; i += 2)
    {
      const FasciaPoint *end = &g_array_index (self->lines, FasciaPoint, i);

      if (!is_near_lines (end, edge, ON_EDGE + TOUCHING))
        continue;
      g_array_append_val (beside, *end);
      if (is_near_lines (end, edge, ON_EDGE))
        g_array_append_val (self->on_edge, *end);
    }
  self->beside_edge = get_box (beside);
}

static void
outline_clear (Outline *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->on_edge);
}

/* The person's left is +x on the front figure and -x on the back one. Both have the same edge, but for
 * a little at the feet. */
static void
fold (GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    g_array_index (points, FasciaPoint, i).x *= -1;
}

/* @others: the lines of @other, folded onto the view of @self */
static gboolean
touches_round_edge (const Outline *self,
                    const FasciaBody *body,
                    const FasciaShape *other,
                    const GArray *others)
{
  const Box box = get_box (others);
  g_autoptr (GArray) edge = NULL;

  if (!are_boxes_near (&self->beside_edge, &box, TOUCHING))
    return FALSE;
  for (guint i = 0; i < self->on_edge->len; i++)
    {
      const FasciaPoint *end = &g_array_index (self->on_edge, FasciaPoint, i);

      if (is_near_box (end, &box, TOUCHING) && is_near_lines (end, others, TOUCHING))
        return TRUE;
    }
  for (guint i = 0; i < others->len; i += 2)
    {
      FasciaPoint end = g_array_index (others, FasciaPoint, i);

      if (!is_near_box (&end, &self->beside_edge, TOUCHING)
          || !is_near_lines (&end, self->lines, TOUCHING))
        continue;
      if (edge == NULL)
        edge = dup_edge (body, other);
      end.x *= -1;
      if (is_near_lines (&end, edge, ON_EDGE))
        return TRUE;
    }
  return FALSE;
}

/* ---- parts of the body ---- */

typedef enum
{
  PART_TRUNK = 0, /* with neck and head */
  PART_ARM,
  PART_LEG,
} Part;

static Part
get_part (const FasciaRegion *region)
{
  static const char *const arm[] = { "arm", "hand", NULL };
  static const char *const leg[] = { "thigh", "knee", "calf", "foot", NULL };
  const char *group = fascia_region_get_group (region);

  if (g_strv_contains (arm, group))
    return PART_ARM;
  return g_strv_contains (leg, group) ? PART_LEG : PART_TRUNK;
}

/* Where an arm goes over into the trunk: the shoulder all round, and the chest at the fold of the armpit. */
static gboolean
carries_arm (const FasciaRegion *region)
{
  return g_str_equal (fascia_region_get_group (region), "shoulder")
         || g_str_equal (fascia_region_get_base (region), "chest-upper");
}

/* Whether skin goes on from one to the other at all. On the trunk it does across the middle; a limb ends at
 * its own side, and the other limb is another body part, however near it is drawn. */
static gboolean
is_one_piece (const FasciaRegion *a, const FasciaRegion *b)
{
  const Part part_a = get_part (a), part_b = get_part (b);
  const FasciaSide side_a = fascia_region_get_side (a), side_b = fascia_region_get_side (b);

  if (part_a == PART_TRUNK && part_b == PART_TRUNK)
    return TRUE;
  if (side_a != side_b && side_a != FASCIA_SIDE_MIDLINE && side_b != FASCIA_SIDE_MIDLINE)
    return FALSE;
  if (part_a == part_b)
    return TRUE;
  if (part_a != PART_TRUNK && part_b != PART_TRUNK)
    return FALSE;
  const FasciaRegion *limb = part_a == PART_TRUNK ? b : a;
  return get_part (limb) == PART_LEG || carries_arm (limb == a ? b : a);
}

/* ---- places ---- */

typedef struct
{
  FasciaBody *body;
  const FasciaRegion *region;
  guint8 *is_near; /* by index of the region */
} Search;

/* As drawn they are so far apart that no form of the figure makes them near. */
static gboolean
are_far (const FasciaShape *a, const FasciaShape *b)
{
  const double limit = 1.5 * HAND_WIDTH;

  if (a->y0 - b->y1 > limit || b->y0 - a->y1 > limit)
    return TRUE;
  return a->view == b->view && (a->x0 - b->x1 > limit || b->x0 - a->x1 > limit);
}

static void
look_at (Search *self, const Outline *outline, const FasciaShape *other)
{
  const FasciaShape *shape = outline->shape;
  guint8 *mark = &self->is_near[fascia_region_get_index (other->region)];

  if (*mark || !is_one_piece (self->region, other->region) || are_far (shape, other)
      || (shape->view != other->view && (shape->is_inset || other->is_inset)))
    return;
  g_autoptr (GArray) others = dup_lines (self->body, other->view, other->path);
  if (other->view == shape->view)
    {
      *mark = are_near (outline->lines, others);
      return;
    }
  fold (others);
  *mark = touches_round_edge (outline, self->body, other, others);
}

static void
look_round (Search *self, const FasciaShape *shape)
{
  Outline outline;

  outline_init (&outline, self->body, shape);
  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    {
      guint n_shapes;
      const FasciaShape *others = fascia_body_get_shapes (self->body, view, &n_shapes);

      for (guint i = 0; i < n_shapes; i++)
        look_at (self, &outline, &others[i]);
    }
  /* Places on limbs that are not shown have the shape they would have. */
  for (guint i = 0; i < fascia_body_get_n_regions (self->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->body, i);
      const FasciaShape *home = fascia_body_get_home_shape (self->body, region);

      if (home != NULL && !fascia_body_is_shown (self->body, region))
        look_at (self, &outline, home);
    }
  outline_clear (&outline);
}

/* The soles are drawn apart: where they touch is not to be seen. */
static void
add_sole (Search *self, const FasciaRegion *region)
{
  static const char *const pairs[][2]
      = { { "foot-sole", "foot-top" }, { "foot-top", "foot-sole" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (!g_str_equal (fascia_region_get_base (region), pairs[i][0]))
        continue;
      g_autofree char *id = g_strconcat (
          pairs[i][1], fascia_region_get_side (region) == FASCIA_SIDE_LEFT ? "-left" : "-right",
          NULL);
      const FasciaRegion *other = fascia_body_lookup (self->body, id);

      if (other != NULL)
        self->is_near[fascia_region_get_index (other)] = TRUE;
    }
}

const FasciaRegion **
fascia_safety_dup_hand_width (FasciaBody *body, const FasciaRegion *region)
{
  g_return_val_if_fail (body != NULL && region != NULL, NULL);

  const guint n_regions = fascia_body_get_n_regions (body);
  g_autofree guint8 *is_near = g_new0 (guint8, n_regions);
  Search search = { body, region, is_near };
  g_autoptr (GPtrArray) adjacent = fascia_body_get_adjacent (body, region);
  const FasciaShape *home = fascia_body_get_home_shape (body, region);

  for (guint i = 0; i < adjacent->len; i++)
    if (is_one_piece (region, g_ptr_array_index (adjacent, i)))
      is_near[fascia_region_get_index (g_ptr_array_index (adjacent, i))] = TRUE;
  add_sole (&search, region);
  if (home != NULL)
    look_round (&search, home);
  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    {
      guint n_shapes;
      const FasciaShape *shapes = fascia_body_get_shapes (body, view, &n_shapes);

      for (guint i = 0; i < n_shapes; i++)
        if (shapes[i].region == region && &shapes[i] != home)
          look_round (&search, &shapes[i]);
    }

  const FasciaRegion **near = g_new0 (const FasciaRegion *, n_regions + 1);
  guint n_near = 0;
  near[n_near++] = region;
  for (guint i = 0; i < n_regions; i++)
    if (is_near[i] && fascia_body_get_region (body, i) != region)
      near[n_near++] = fascia_body_get_region (body, i);
  return near;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arrows from place to place as paths.
 */

#include "fascia-figure-overlay.h"
#include "fascia-figure-vector.h"

/* In figure units. */
#define HEAD_LENGTH 12.0
#define HEAD_HALF 5.2
#define HEAD_NOTCH 0.72 /* the line meets the head at this share of its length */
/* An open head is wider and shorter than a filled one, in shares of it. */
#define OPEN_LENGTH 0.8
#define OPEN_HALF 1.5
#define MIN_CHORD 17.0
#define MIN_BOW (20 * G_PI / 180)
#define MAX_BOW (75 * G_PI / 180)
/* An arrow through the body that comes out nearer than this would be a dash or two: it goes past the
 * numbers of both places instead, that long or longer, that far beside them. */
#define MIN_WAY 44.0
#define PASSING_SPAN 17.0
#define PASSING_SHIFT 9.0
#define PASSING_BOW (50 * G_PI / 180)
/* Up only when the one place lies that much higher. */
#define PASSING_RISE 8.0
/* How much of a place that is not on this view the arrow may take to keep clear of its middle. */
#define PROJECTED_ROOM 0.7
/* What an arrow bows away from: the middle of the trunk. */
#define MIDDLE_Y 280.0

/* Room for the number of a place: see the renderer, which writes none bigger than this. */
static double
get_clearance (const FasciaShape *shape)
{
  return fmin (0.7 * shape->r, 10.5) + 1.5;
}

/* 1 or -1: the hand on which the arrow bows. */
static double
choose_hand (FasciaPoint from, FasciaPoint to)
{
  const FasciaPoint middle = { (from.x + to.x) / 2, (from.y + to.y) / 2 };
  const FasciaPoint side = { -(to.y - from.y), to.x - from.x };
  const FasciaPoint away = { middle.x, (middle.y - MIDDLE_Y) * 0.25 };
  const double score = fascia_vector_dot (side, away);

  if (fabs (score) > 1e-6)
    return score > 0 ? 1 : -1;
  /* On the midline itself any side will do, but always the same one, whichever end comes first. */
  if (fabs (side.x) > 1e-6)
    return side.x > 0 ? 1 : -1;
  return side.y < 0 ? 1 : -1;
}

/* One end of an arrow. */
typedef struct
{
  FasciaPoint at;
  double gap; /* the arrow keeps that far from it */
  double r;   /* of the shape that is there */
  gboolean is_projected;
} End;

/* Both views are of one body: what is behind a point is its mirror image on the other view, before
 * anything is done to show it. */
static FasciaPoint
project (const FasciaBody *body, const FasciaShape *shape, FasciaView view)
{
  FasciaPoint p = { shape->cx, shape->cy };

  fascia_body_to_canonical (body, shape->view, &p.x, &p.y);
  p.x = -p.x;
  fascia_body_from_canonical (body, view, &p.x, &p.y);
  return p;
}

/* What stands beside the body is shown on the body: at the part of the other view that is nearest,
 * on the same side. */
static FasciaPoint
find_on_body (const FasciaBody *body, const FasciaShape *shape, FasciaView view, FasciaPoint p)
{
  guint n_shapes;
  const FasciaShape *shapes = fascia_body_get_shapes (body, view, &n_shapes);
  const FasciaSide side = fascia_region_get_side (shape->region);
  double least = G_MAXDOUBLE;
  FasciaPoint best = p;

  if (!shape->is_inset)
    return p;
  for (guint i = 0; i < n_shapes; i++)
    {
      const FasciaPoint middle = { shapes[i].cx, shapes[i].cy };
      const double distance = fascia_vector_distance (middle, p);

      if (shapes[i].is_inset || fascia_region_get_side (shapes[i].region) != side
          || distance >= least)
        continue;
      least = distance;
      best = middle;
    }
  return best;
}

static End
get_end (const FasciaBody *body, const FasciaRegion *region, FasciaView view)
{
  const FasciaShape *shape = fascia_body_get_shape_on (body, region, view);
  FasciaPoint p;

  if (shape != NULL)
    return (End) { { shape->cx, shape->cy }, get_clearance (shape), shape->r, FALSE };
  shape = fascia_body_get_shape_on (
      body, region, view == FASCIA_VIEW_FRONT ? FASCIA_VIEW_BACK : FASCIA_VIEW_FRONT);
  p = find_on_body (body, shape, view, project (body, shape, view));
  return (End) { p, fmin (get_clearance (shape), PROJECTED_ROOM * shape->r), shape->r, TRUE };
}

/* 1 or -1: away from the midline. */
static double
get_outwards (double x)
{
  return x < -1e-6 ? -1 : 1;
}

/* Places that lie behind each other are on much the same spot. What is projected stays in its
 * place. */
static void
set_apart (End *from, End *to)
{
  const double sign = to->at.y < from->at.y - PASSING_RISE ? -1 : 1;
  End *seen = from->is_projected ? to : from;
  End *projected = from->is_projected ? from : to;
  const double way = projected == to ? sign : -sign;
  const double part = fmin (PASSING_SPAN, PROJECTED_ROOM * projected->r);
  const double shift = get_outwards (seen->at.x + projected->at.x)
                       * fmin (PASSING_SHIFT, 0.5 * fmin (seen->r, projected->r));

  projected->at.y += way * part;
  projected->at.x += shift;
  seen->at.y = projected->at.y - way * (part + PASSING_SPAN);
  seen->at.x += shift;
  from->gap = 0;
  to->gap = 0;
}

static gboolean
is_on_a_view (const FasciaBody *body, const FasciaRegion *region)
{
  return fascia_body_get_shape_on (body, region, FASCIA_VIEW_FRONT) != NULL
         || fascia_body_get_shape_on (body, region, FASCIA_VIEW_BACK) != NULL;
}

static gboolean
is_shared (const FasciaBody *body,
           FasciaView view,
           const FasciaRegion *from,
           const FasciaRegion *to)
{
  return fascia_body_get_shape_on (body, from, view) != NULL
         && fascia_body_get_shape_on (body, to, view) != NULL;
}

gboolean
fascia_figure_arrow_is_through (const FasciaBody *body,
                                const FasciaRegion *from,
                                const FasciaRegion *to)
{
  g_return_val_if_fail (body != NULL && from != NULL && to != NULL, FALSE);

  return from != to && is_on_a_view (body, from) && is_on_a_view (body, to)
         && !is_shared (body, FASCIA_VIEW_FRONT, from, to)
         && !is_shared (body, FASCIA_VIEW_BACK, from, to);
}

/* Two barbs, so that it cannot be taken for the head of an arrow on the surface. */
static FasciaPath *
create_open_head (FasciaPoint tip, FasciaPoint arrive, double size)
{
  FasciaPath *head = fascia_path_new ();
  const FasciaPoint base = fascia_vector_add (tip, arrive, -HEAD_LENGTH * OPEN_LENGTH * size);
  const FasciaPoint turn = fascia_vector_turn (arrive);
  const double half = HEAD_HALF * OPEN_HALF * size;
  const FasciaPoint first = fascia_vector_add (base, turn, -half);
  const FasciaPoint last = fascia_vector_add (base, turn, half);

  fascia_path_move_to (head, first.x, first.y);
  fascia_path_line_to (head, tip.x, tip.y);
  fascia_path_line_to (head, last.x, last.y);
  return head;
}

static FasciaPath *
create_head (FasciaPoint tip, FasciaPoint neck, FasciaPoint arrive, double size)
{
  FasciaPath *head = fascia_path_new ();
  const FasciaPoint base = fascia_vector_add (tip, arrive, -HEAD_LENGTH * size);

  fascia_path_move_to (head, tip.x, tip.y);
  for (int side = -1; side <= 1; side += 2)
    {
      const FasciaPoint barb
          = fascia_vector_add (base, fascia_vector_turn (arrive), side * HEAD_HALF * size);

      fascia_path_line_to (head, barb.x, barb.y);
      if (side < 0)
        fascia_path_line_to (head, neck.x, neck.y);
    }
  fascia_path_close (head);
  return head;
}

static void
create_arrow (End a,
              End b,
              double bow,
              double hand,
              gboolean is_through,
              FasciaPath **line,
              FasciaPath **head)
{
  const double length = fascia_vector_distance (a.at, b.at);
  const FasciaPoint straight = { (b.at.x - a.at.x) / length, (b.at.y - a.at.y) / length };
  FasciaPoint leave, arrive, start, tip, neck;
  double size, reach;

  /* Places side by side leave little room between their numbers: the arrow goes round. */
  while (bow < MAX_BOW && length - (a.gap + b.gap) * cos (bow) < MIN_CHORD)
    bow += 5 * G_PI / 180;
  if (length - (a.gap + b.gap) * cos (bow) < MIN_CHORD)
    {
      const double room = fmax (length - MIN_CHORD, 0.25 * length) / cos (bow);
      const double shrink = fmin (1, room / (a.gap + b.gap));

      a.gap *= shrink;
      b.gap *= shrink;
    }
  leave = fascia_vector_rotate (straight, hand * bow);
  arrive = fascia_vector_rotate (straight, -hand * bow);
  start = fascia_vector_add (a.at, leave, a.gap);
  tip = fascia_vector_add (b.at, arrive, -b.gap);
  size = CLAMP (0.5 * fascia_vector_distance (start, tip) / HEAD_LENGTH, 0.5, 1);
  neck = is_through ? tip : fascia_vector_add (tip, arrive, -HEAD_NOTCH * HEAD_LENGTH * size);
  reach = 0.36 * fascia_vector_distance (start, neck);

  *line = fascia_path_new ();
  fascia_path_move_to (*line, start.x, start.y);
  fascia_path_curve_to (*line, start.x + leave.x * reach, start.y + leave.y * reach,
                        neck.x - arrive.x * reach, neck.y - arrive.y * reach, neck.x, neck.y);
  *head = is_through ? create_open_head (tip, arrive, size) : create_head (tip, neck, arrive, size);
}

gboolean
fascia_figure_arrow (const FasciaBody *body,
                     FasciaView view,
                     const FasciaRegion *from,
                     const FasciaRegion *to,
                     FasciaPath **line,
                     FasciaPath **head,
                     gboolean *is_through)
{
  End a, b;
  double bow = MIN_BOW;
  double hand;

  g_return_val_if_fail (body != NULL && from != NULL && to != NULL, FALSE);
  g_return_val_if_fail (line != NULL && head != NULL && is_through != NULL, FALSE);

  *line = NULL;
  *head = NULL;
  *is_through = fascia_figure_arrow_is_through (body, from, to);
  if (from == to || (!*is_through && !is_shared (body, view, from, to)))
    return FALSE;
  a = get_end (body, from, view);
  b = get_end (body, to, view);
  hand = choose_hand (a.at, b.at);
  if (*is_through && fascia_vector_distance (a.at, b.at) < MIN_WAY)
    {
      set_apart (&a, &b);
      hand = choose_hand (a.at, b.at);
      bow = PASSING_BOW;
    }
  if (fascia_vector_distance (a.at, b.at) < 1)
    return FALSE;
  create_arrow (a, b, bow, hand, *is_through, line, head);
  return TRUE;
}

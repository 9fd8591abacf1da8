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
#define MIN_CHORD 17.0
#define MIN_BOW (20 * G_PI / 180)
#define MAX_BOW (75 * G_PI / 180)
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

gboolean
fascia_figure_arrow (const FasciaBody *body,
                     FasciaView view,
                     const FasciaRegion *from,
                     const FasciaRegion *to,
                     FasciaPath **line,
                     FasciaPath **head)
{
  const FasciaShape *start_shape;
  const FasciaShape *end_shape;
  FasciaPoint a, b, straight, leave, arrive, start, tip, neck, base;
  double length, hand, gap_a, gap_b, chord, size, reach;
  double bow = MIN_BOW;

  g_return_val_if_fail (body != NULL && from != NULL && to != NULL, FALSE);
  g_return_val_if_fail (line != NULL && head != NULL, FALSE);

  *line = NULL;
  *head = NULL;
  start_shape = fascia_body_get_shape_on (body, from, view);
  end_shape = fascia_body_get_shape_on (body, to, view);
  if (from == to || start_shape == NULL || end_shape == NULL)
    return FALSE;
  a = (FasciaPoint) { start_shape->cx, start_shape->cy };
  b = (FasciaPoint) { end_shape->cx, end_shape->cy };
  length = fascia_vector_distance (a, b);
  if (length < 1)
    return FALSE;

  straight = (FasciaPoint) { (b.x - a.x) / length, (b.y - a.y) / length };
  hand = choose_hand (a, b);
  gap_a = get_clearance (start_shape);
  gap_b = get_clearance (end_shape);
  /* Places side by side leave little room between their numbers: the arrow goes round. */
  while (bow < MAX_BOW && length - (gap_a + gap_b) * cos (bow) < MIN_CHORD)
    bow += 5 * G_PI / 180;
  if (length - (gap_a + gap_b) * cos (bow) < MIN_CHORD)
    {
      const double room = fmax (length - MIN_CHORD, 0.25 * length) / cos (bow);
      const double shrink = fmin (1, room / (gap_a + gap_b));

      gap_a *= shrink;
      gap_b *= shrink;
    }
  leave = fascia_vector_rotate (straight, hand * bow);
  arrive = fascia_vector_rotate (straight, -hand * bow);
  start = fascia_vector_add (a, leave, gap_a);
  tip = fascia_vector_add (b, arrive, -gap_b);
  chord = fascia_vector_distance (start, tip);
  size = CLAMP (0.5 * chord / HEAD_LENGTH, 0.5, 1);
  neck = fascia_vector_add (tip, arrive, -HEAD_NOTCH * HEAD_LENGTH * size);
  base = fascia_vector_add (tip, arrive, -HEAD_LENGTH * size);
  reach = 0.36 * fascia_vector_distance (start, neck);

  *line = fascia_path_new ();
  fascia_path_move_to (*line, start.x, start.y);
  fascia_path_curve_to (*line, start.x + leave.x * reach, start.y + leave.y * reach,
                        neck.x - arrive.x * reach, neck.y - arrive.y * reach, neck.x, neck.y);

  *head = fascia_path_new ();
  fascia_path_move_to (*head, tip.x, tip.y);
  for (int side = -1; side <= 1; side += 2)
    {
      const FasciaPoint barb
          = fascia_vector_add (base, fascia_vector_turn (arrive), side * HEAD_HALF * size);

      fascia_path_line_to (*head, barb.x, barb.y);
      if (side < 0)
        fascia_path_line_to (*head, neck.x, neck.y);
    }
  fascia_path_close (*head);
  return TRUE;
}

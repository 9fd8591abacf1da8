/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands and feet of a pose: simple when small, with fingers and toes when large.
 */

#include "config.h"

#include <math.h>

#include "fascia-pose-draw-private.h"

typedef struct
{
  cairo_t *cr;
  double x, y, sine, cosine, scale, side;
  double grow;
} Frame;

static Frame
frame_at (cairo_t *cr, double x, double y, double direction, double scale, double side)
{
  const double angle = direction * G_PI / 180.0;

  return (Frame) { cr, x, y, sin (angle), cos (angle), scale, side };
}

/* @across: towards the thumb or the sole; @ahead: towards fingers or toes. */
static void
put (const Frame *frame, double across, double ahead, double *to)
{
  const double x = across * frame->side * frame->scale, y = ahead * frame->scale;

  to[0] = frame->x + x * frame->cosine + y * frame->sine;
  to[1] = frame->y + x * frame->sine - y * frame->cosine;
}

/* @values: across, ahead, r for each point. Several chains make one path. */
static void
add_chain (const Frame *frame, const double *values, guint n)
{
  double points[3 * 8];

  for (guint i = 0; i < n; i++)
    {
      put (frame, values[3 * i], values[3 * i + 1], points + 3 * i);
      points[3 * i + 2] = values[3 * i + 2] * frame->scale;
    }
  fascia_pose_add_chain (frame->cr, points, n, FALSE, frame->grow);
}

typedef struct
{
  double across, ahead, length, r;
} Finger;

static const Finger fingers[] = {
  { 3.3, 9.4, 7.4, 1.5 },
  { 1.1, 10.0, 8.4, 1.55 },
  { -1.1, 9.8, 7.8, 1.5 },
  { -3.2, 8.8, 6.2, 1.35 },
};

static void
add_palm (const Frame *frame, double length)
{
  const double palm[] = { 0, 0, 3.0, 0, length * 0.5, 4.1, 0, length, 4.0 };

  add_chain (frame, palm, 3);
}

static void
add_thumb (const Frame *frame, double out, double length)
{
  const double angle = out * G_PI / 180.0;
  const double thumb[] = { 1.8,
                           2.8,
                           2.0,
                           1.8 + sin (angle) * length * 0.55,
                           2.8 + cos (angle) * length * 0.55,
                           1.85,
                           1.8 + sin (angle * 0.8) * length,
                           2.8 + cos (angle * 0.8) * length,
                           1.5 };

  add_chain (frame, thumb, 3);
}

/* @spread: degrees between two fingers; @bend: 0 straight … 1 curled. */
static void
add_fingers (const Frame *frame, double spread, double bend, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    {
      const Finger *finger = &fingers[i];
      const double angle = (1.5 - i) * spread * G_PI / 180.0;
      const double length = finger->length * (1 - bend * 0.6);
      const double tip_across = finger->across + sin (angle) * length;
      const double tip_ahead = finger->ahead + cos (angle) * length;
      const double chain[] = { finger->across * 0.9,
                               finger->ahead - 2.5,
                               finger->r * 1.15,
                               (finger->across + tip_across) / 2,
                               (finger->ahead + tip_ahead) / 2,
                               finger->r * 1.08,
                               tip_across,
                               tip_ahead,
                               finger->r };

      add_chain (frame, chain, 3);
    }
}

/* How far fingers of @shape are apart and curled. */
static double
find_bend (const FasciaPoseHand *hand, double *apart)
{
  *apart = hand->spread;
  if (hand->shape == FASCIA_HAND_FIST)
    return 0.85;
  if (hand->shape == FASCIA_HAND_RELAXED)
    return 0.28;
  if (hand->shape == FASCIA_HAND_SPREAD && hand->spread <= 0)
    *apart = 13;
  return 0;
}

void
fascia_pose_add_hand (cairo_t *cr, const FasciaPoseHand *hand, double grow)
{
  static const double edge[] = { 0, 0, 2.8, 0.3, 6, 2.6, 0.2, 11, 2.0, 0, 17.5, 1.2 };
  static const double hook[]
      = { 0, 0, 2.9, 0.2, 6, 3.4, 0.4, 9.5, 2.9, 3.2, 13, 2.0, 6.8, 13.6, 1.6 };
  static const double pinch[]
      = { 0, 0, 2.9, -0.8, 6, 3.6, -2.2, 10, 2.9, -0.4, 14.6, 1.9, 2.6, 16.6, 1.4 };
  static const double pinch_thumb[] = { 0.8, 3, 2.3, 4.2, 8, 2.0, 3.6, 13.6, 1.6 };
  Frame frame = frame_at (cr, hand->x, hand->y, hand->direction, hand->size, hand->thumb);
  double apart;
  const double bend = find_bend (hand, &apart);

  frame.grow = grow;
  switch (hand->shape)
    {
    case FASCIA_HAND_FIST:
      add_palm (&frame, 7);
      add_fingers (&frame, 0, bend, 0, 4);
      add_thumb (&frame, 10, 8);
      break;
    case FASCIA_HAND_EDGE:
      add_chain (&frame, edge, 4);
      if (apart > 0)
        add_thumb (&frame, 45, 9);
      break;
    case FASCIA_HAND_HOOK:
      add_chain (&frame, hook, 5);
      add_thumb (&frame, 62, 8);
      break;
    case FASCIA_HAND_PINCH:
      add_chain (&frame, pinch, 5);
      add_chain (&frame, pinch_thumb, 3);
      break;
    case FASCIA_HAND_TWO:
      add_palm (&frame, 8.4);
      add_fingers (&frame, 2, 0, 0, 2);
      add_fingers (&frame, 2, 0.9, 2, 4);
      add_thumb (&frame, 8, 8);
      break;
    case FASCIA_HAND_SPREAD:
      add_palm (&frame, 8.4);
      add_fingers (&frame, apart, 0, 0, 4);
      add_thumb (&frame, 52, 10.5);
      break;
    case FASCIA_HAND_FLAT:
      add_palm (&frame, 8.4);
      add_fingers (&frame, apart, 0, 0, 4);
      add_thumb (&frame, 38, 9.5);
      break;
    case FASCIA_HAND_RELAXED:
    default:
      add_palm (&frame, 8);
      add_fingers (&frame, apart + 1, bend, 0, 4);
      add_thumb (&frame, 30, 8.5);
    }
}

void
fascia_pose_draw_fingers (const FasciaPoseDrawing *drawing, const FasciaPoseHand *hand)
{
  cairo_t *cr = drawing->cr;
  const Frame frame = frame_at (cr, hand->x, hand->y, hand->direction, hand->size, hand->thumb);
  double apart;
  const double bend = find_bend (hand, &apart);

  if (hand->size * drawing->pixel < 1.5
      || (hand->shape != FASCIA_HAND_FIST && hand->shape != FASCIA_HAND_FLAT
          && hand->shape != FASCIA_HAND_RELAXED))
    return;
  cairo_new_path (cr);
  for (guint i = 0; i < 3; i++)
    {
      const double angle = (1.0 - i) * apart * G_PI / 180.0;
      const double across = (fingers[i].across + fingers[i + 1].across) / 2;
      const double length = MIN (fingers[i].length, fingers[i + 1].length) * (1 - bend * 0.6) - 0.6;
      double from[2], to[2];

      put (&frame, across, 9.6, from);
      put (&frame, across + sin (angle) * length, 9.6 + cos (angle) * length, to);
      cairo_move_to (cr, from[0], from[1]);
      cairo_line_to (cr, to[0], to[1]);
    }
  fascia_pose_set_color (cr, &drawing->palette->line);
  cairo_set_line_width (cr, 0.4 * hand->size);
  cairo_stroke (cr);
}

void
fascia_pose_add_foot (cairo_t *cr, const FasciaPoseFoot *foot)
{
  /* Across: towards the sole; ahead: towards the toes. */
  static const double side_on[] = {
    -2.2, -2.4, 0.2, -4.4, 3.6, -6.3, 6.4, -5.2, 7.0, -2.0, 5.9,  3.6, 6.6,  9.4,
    7.0,  14.6, 6.4, 18.9, 4.6, 19.3, 3.3, 16.0, 1.0, 9.6,  -0.9, 5.4, -2.0, 2.6,
  };
  const Frame frame = frame_at (cr, foot->x, foot->y, foot->direction, foot->size, -foot->sole);
  const double length = foot->length;

  if (length > 0)
    {
      double points[2 * 14];

      for (guint i = 0; i < 14; i++)
        {
          /* Only what lies ahead of the ankle is longer or shorter. */
          const double ahead = side_on[2 * i + 1];

          put (&frame, side_on[2 * i], ahead > 0 ? ahead * length : ahead, points + 2 * i);
        }
      fascia_pose_add_area (cr, points, 14, FALSE);
    }
  else
    {
      /* Towards the eye, or away from it. */
      const double chain[]
          = { 0, 0, 4.0, 0, -length * 6, 4.8, 0, -length * 11.5, 5.2, 0, -length * 14, 4.6 };

      add_chain (&frame, chain, 4);
    }
}

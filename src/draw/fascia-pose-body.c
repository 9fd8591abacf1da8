/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trunk, head and limbs of a pose: round and calm, told apart by gaps.
 */

#include "config.h"

#include <math.h>

#include "fascia-pose-draw-private.h"

/* Half breadths along the spine, for a figure of size 1: before and behind it from the side, to both
 * sides from the front. */
typedef struct
{
  double t, front, back, breadth;
} Slice;

static const Slice slices[] = {
  { -0.27, 1.5, 3.5, 6.0 },   { -0.22, 6.0, 8.0, 12.2 },  { -0.13, 9.0, 11.6, 15.6 },
  { 0.00, 10.2, 13.0, 16.8 }, { 0.14, 10.4, 11.2, 16.0 }, { 0.32, 9.8, 8.6, 13.6 },
  { 0.44, 9.9, 8.2, 13.2 },   { 0.62, 11.0, 9.8, 15.2 },  { 0.78, 11.6, 11.4, 17.2 },
  { 0.90, 10.4, 11.2, 17.6 }, { 0.99, 7.6, 9.4, 15.4 },   { 1.06, 5.4, 6.8, 10.4 },
  { 1.12, 4.2, 5.0, 6.4 },
};

typedef struct
{
  FasciaPosePoint origin;
  double sine, cosine, scale;
} Place;

/* Coordinates of a part: @x to its right, @y ahead in @direction. */
static Place
place_at (FasciaPosePoint origin, double direction, double scale)
{
  const double angle = direction * G_PI / 180.0;

  return (Place) { origin, sin (angle), cos (angle), scale };
}

static void
put (const Place *place, double x, double y, double *to)
{
  to[0] = place->origin.x + (x * place->cosine + y * place->sine) * place->scale;
  to[1] = place->origin.y + (x * place->sine - y * place->cosine) * place->scale;
}

/* A back is told from a front by its spine. */
static void
draw_spine (const FasciaPoseDrawing *drawing)
{
  cairo_t *cr = drawing->cr;

  cairo_new_path (cr);
  for (int i = 0; i <= 12; i++)
    {
      const FasciaPosePoint point = fascia_pose_frame_spine (drawing->frame, 0.08 + i * 0.07, NULL);

      cairo_line_to (cr, point.x, point.y);
    }
  fascia_pose_set_color (cr, &drawing->palette->line);
  cairo_set_line_width (cr, MAX (0.9 * drawing->frame->size, 1.0 / drawing->pixel));
  cairo_stroke (cr);
}

void
fascia_pose_draw_trunk (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item)
{
  const FasciaPoseFrame *frame = drawing->frame;
  cairo_t *cr = drawing->cr;
  const guint n = G_N_ELEMENTS (slices);
  double points[4 * G_N_ELEMENTS (slices)];
  double neck[9];

  /* The neck lies under the top. */
  if (frame->joints[FASCIA_JOINT_HEAD].x != 0 || frame->joints[FASCIA_JOINT_HEAD].y != 0)
    {
      const FasciaPosePoint low = fascia_pose_frame_spine (frame, 0.9, NULL);
      const FasciaPosePoint middle = frame->joints[FASCIA_JOINT_NECK];
      const FasciaPosePoint high = frame->joints[FASCIA_JOINT_HEAD];
      const double thick = 5.0 * frame->size;

      neck[0] = low.x, neck[1] = low.y, neck[2] = thick * 1.15;
      neck[3] = middle.x, neck[4] = middle.y, neck[5] = thick;
      neck[6] = middle.x * 0.35 + high.x * 0.65, neck[7] = middle.y * 0.35 + high.y * 0.65;
      neck[8] = thick * 0.95;
      cairo_new_path (cr);
      fascia_pose_add_chain (cr, neck, 3, FALSE, fascia_pose_gap (drawing));
      fascia_pose_halo_grown (drawing, 0, 0, 0);
      fascia_pose_add_chain (cr, neck, 3, FALSE, 0);
      fascia_pose_fill (drawing, &drawing->palette->body);
    }

  for (guint i = 0; i < n; i++)
    {
      const Slice *slice = &slices[i];
      double direction;
      const FasciaPosePoint middle = fascia_pose_frame_spine (frame, slice->t, &direction);
      const Place place = place_at (middle, direction, frame->size);
      const double turn = frame->turn;

      put (&place, -(slice->front + (slice->breadth - slice->front) * turn), 0, points + 2 * i);
      put (&place, slice->back + (slice->breadth - slice->back) * turn, 0,
           points + 2 * (2 * n - 1 - i));
    }
  cairo_new_path (cr);
  fascia_pose_add_area (cr, points, 2 * n, FALSE);
  if (item->has_halo)
    fascia_pose_halo (drawing, 0, 0, 0);
  fascia_pose_fill (drawing, fascia_pose_tone_color (drawing->palette, item->tone));
  if (frame->sight == FASCIA_SIGHT_BACK)
    draw_spine (drawing);
}

/* ---- head ---- */

/* x to the back of the head, y up; the face is on the left. */
static const double side_head[] = {
  0.5,   12.8, -5.5,  11.6, -9.0, 7.6,  -9.7, 3.6,   -9.6, 1.8,   -11.9, -2.0,
  -10.2, -3.5, -10.1, -5.4, -9.6, -8.6, -7.2, -11.2, -3.2, -10.6, 0.0,   -8.4,
  4.2,   -8.6, 8.4,   -5.6, 10.8, 0.6,  10.2, 6.4,   6.2,  11.2,
};
static const double front_head[] = {
  0.0, 13.0,  5.4,  11.8,  8.8,  8.0,  9.7,  2.8,  9.2,  -3.0, 7.0,  -8.4, 3.4,  -11.8,
  0.0, -12.6, -3.4, -11.8, -7.0, -8.4, -9.2, -3.0, -9.7, 2.8,  -8.8, 8.0,  -5.4, 11.8,
};

/* Short hair, which tells the back of a head from a face: cut to the outline of the head. */
static const double side_hair[] = {
  -9.0, 7.0, -9.0, 15.0, 14.0, 15.0, 14.0, -4.0, 9.4,  -7.6, 6.8, -7.4, 7.4,
  -2.0, 7.0, 3.6,  4.4,  5.0,  1.8,  3.2,  0.4,  -1.2, -0.6, 4.0, -3.4, 7.6,
};
static const double front_hair[] = {
  -12.0, 1.0, -12.0, 16.0, 12.0, 16.0, 12.0, 1.0,  9.0, 1.6,  8.0,
  6.0,   4.4, 8.6,   -1.0, 7.8,  -5.4, 8.4,  -8.0, 5.6, -9.0, 1.6,
};
static const double back_hair[] = {
  -12.0, -5.0, -13.0, 16.0, 13.0, 16.0, 12.0, -5.0, 7.6,
  -7.6,  4.0,  -9.4,  0.0,  -9.0, -4.0, -9.4, -7.6, -7.6,
};

static void
add_outline (cairo_t *cr, const Place *place, const double *from, guint n)
{
  double points[64];

  for (guint i = 0; i < n; i++)
    put (place, from[2 * i], from[2 * i + 1], points + 2 * i);
  fascia_pose_add_area (cr, points, n, FALSE);
}

static void
add_curve (cairo_t *cr, const Place *place, double x, double y, double half, double sag)
{
  double a[2], b[2], c[2], d[2];

  put (place, x - half, y, a);
  put (place, x - half * 0.4, y - sag, b);
  put (place, x + half * 0.4, y - sag, c);
  put (place, x + half, y, d);
  cairo_move_to (cr, a[0], a[1]);
  cairo_curve_to (cr, b[0], b[1], c[0], c[1], d[0], d[1]);
}

/* An open mouth: round. */
static void
add_mouth (cairo_t *cr, const Place *place, double x, double open)
{
  static const double round[]
      = { -1.7, 0, -1.1, 0.75, 0, 1, 1.1, 0.75, 1.7, 0, 1.1, -0.75, 0, -1, -1.1, -0.75 };
  double points[G_N_ELEMENTS (round)];

  for (guint i = 0; i < G_N_ELEMENTS (round) / 2; i++)
    put (place, x + round[2 * i], -7.0 + round[2 * i + 1] * open, points + 2 * i);
  fascia_pose_add_area (cr, points, G_N_ELEMENTS (round) / 2, FALSE);
}

/* Pixels for a unit of the figure from which there is room for a face, and for eyes and mouth alone. */
#define FACE_SCALE 1.5
#define FRONT_FACE_SCALE 0.6

/* Closed eyes and a calm mouth, where there is room for them. */
static void
draw_face (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item, const Place *place)
{
  const FasciaPoseFrame *frame = drawing->frame;
  const double shift = item->values[1] * 3.0, open = item->values[2];
  cairo_t *cr = drawing->cr;
  double a[2], b[2], c[2], d[2];

  const double scale = frame->size * drawing->pixel;

  /* A small figure shows its face from the front all the same: without one nobody knows which side is
   * left. */
  if (frame->sight == FASCIA_SIGHT_BACK
      || scale < (frame->sight == FASCIA_SIGHT_FRONT ? FRONT_FACE_SCALE : FACE_SCALE))
    return;
  fascia_pose_set_color (cr, &drawing->palette->line);
  cairo_set_line_width (cr, MAX (0.75 * frame->size, 1.0 / drawing->pixel));
  cairo_new_path (cr);
  if (frame->sight == FASCIA_SIGHT_FRONT)
    {
      add_curve (cr, place, shift - 3.8, 1.4, 1.9, 1.1);
      add_curve (cr, place, shift + 3.8, 1.4, 1.9, 1.1);
      if (scale >= FACE_SCALE)
        {
          put (place, shift + 0.2, -0.6, a);
          put (place, shift + 1.6, -3.4, b);
          put (place, shift - 0.2, -3.8, c);
          cairo_move_to (cr, a[0], a[1]);
          cairo_curve_to (cr, b[0], b[1], b[0], b[1], c[0], c[1]);
        }
      if (open > 0)
        add_mouth (cr, place, shift, open);
      else
        add_curve (cr, place, shift, -6.9, 2.4, 0.9);
    }
  else
    {
      add_curve (cr, place, -7.0, 1.6, 1.5, 0.9);
      add_curve (cr, place, -8.4, -6.0, 1.3, 0.4 + open);
      /* the ear */
      put (place, 2.6, 2.4, a);
      put (place, 6.4, 3.4, b);
      put (place, 5.6, -1.6, c);
      put (place, 2.4, -2.6, d);
      cairo_move_to (cr, a[0], a[1]);
      cairo_curve_to (cr, b[0], b[1], c[0], c[1], d[0], d[1]);
    }
  cairo_stroke (cr);
}

static void
draw_hair (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item, const Place *place)
{
  const FasciaSight sight = drawing->frame->sight;
  const double *skull = sight == FASCIA_SIGHT_SIDE ? side_head : front_head;
  const guint n_skull
      = (sight == FASCIA_SIGHT_SIDE ? G_N_ELEMENTS (side_head) : G_N_ELEMENTS (front_head)) / 2;
  cairo_t *cr = drawing->cr;
  Place turned = *place;

  if (item->tone != FASCIA_TONE_BODY)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  add_outline (cr, place, skull, n_skull);
  cairo_clip (cr);
  cairo_new_path (cr);
  if (sight == FASCIA_SIGHT_SIDE)
    add_outline (cr, place, side_hair, G_N_ELEMENTS (side_hair) / 2);
  else if (sight == FASCIA_SIGHT_BACK)
    add_outline (cr, place, back_hair, G_N_ELEMENTS (back_hair) / 2);
  else
    {
      double middle[2];

      put (place, item->values[1] * 2.4, 0, middle);
      turned.origin = (FasciaPosePoint) { (float) middle[0], (float) middle[1] };
      add_outline (cr, &turned, front_hair, G_N_ELEMENTS (front_hair) / 2);
    }
  fascia_pose_fill (drawing, &drawing->palette->hair);
  cairo_restore (cr);
}

void
fascia_pose_draw_head (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item)
{
  const FasciaPoseFrame *frame = drawing->frame;
  const Place place = place_at (frame->joints[FASCIA_JOINT_HEAD], frame->head, frame->size);
  const FasciaColor *color = fascia_pose_tone_color (drawing->palette, item->tone);
  cairo_t *cr = drawing->cr;
  double ear[2];

  cairo_new_path (cr);
  if (frame->sight == FASCIA_SIGHT_SIDE)
    add_outline (cr, &place, side_head, G_N_ELEMENTS (side_head) / 2);
  else
    {
      const double shift = item->values[1] * 1.2;

      add_outline (cr, &place, front_head, G_N_ELEMENTS (front_head) / 2);
      for (int side = -1; side <= 1; side += 2)
        {
          put (&place, side * 9.6 - shift, -0.6, ear);
          fascia_pose_add_ball (cr, ear[0], ear[1], 2.2 * frame->size);
        }
    }
  /* No gap where the neck goes into it. */
  if (item->has_halo)
    fascia_pose_halo (drawing, frame->joints[FASCIA_JOINT_NECK].x,
                      frame->joints[FASCIA_JOINT_NECK].y, 13.0 * frame->size);
  fascia_pose_fill (drawing, color);
  draw_hair (drawing, item, &place);
  draw_face (drawing, item, &place);
}

/* ---- limbs ---- */

/* How far along two bones (0 … 1 … 2), how thick, and how far out to the side that bends. */
typedef struct
{
  double t, r, out;
} Bulge;

static const Bulge arm[] = {
  { 0.0, 6.3, 0 },    { 0.18, 6.2, 0 },  { 0.5, 5.1, 0 }, { 0.82, 4.4, 0 }, { 1.0, 4.35, 0 },
  { 1.22, 4.5, 0.1 }, { 1.5, 4.2, 0.1 }, { 1.8, 3.3, 0 }, { 2.0, 3.0, 0 },
};
static const Bulge leg[] = {
  { 0.0, 11.2, 0 },    { 0.2, 11.0, 0 },    { 0.55, 9.0, 0.2 }, { 0.85, 7.2, 0 }, { 1.0, 6.7, 0 },
  { 1.15, 6.5, -0.3 }, { 1.35, 6.6, -1.0 }, { 1.7, 4.6, -0.4 }, { 1.92, 3.9, 0 }, { 2.0, 3.9, 0 },
};

static void
add_limb (cairo_t *cr,
          const FasciaPosePoint joints[3],
          const Bulge *bulges,
          guint n,
          double scale,
          double sign,
          double grow)
{
  double values[3 * 10];

  for (guint i = 0; i < n; i++)
    {
      const guint bone = bulges[i].t < 1.0 ? 0 : 1;
      const double part = bulges[i].t - bone;
      const FasciaPosePoint from = joints[bone], to = joints[bone + 1];
      const double dx = to.x - from.x, dy = to.y - from.y, length = MAX (hypot (dx, dy), 0.01);
      const double out = bulges[i].out * scale * sign;

      values[3 * i] = from.x + dx * part - dy / length * out;
      values[3 * i + 1] = from.y + dy * part + dx / length * out;
      values[3 * i + 2] = bulges[i].r * scale;
    }
  fascia_pose_add_chain (cr, values, n, FALSE, grow);
}

/* On which side the limb bends: +1 or -1. */
static double
bend_of (const FasciaPosePoint joints[3])
{
  const double cross = (joints[1].x - joints[0].x) * (joints[2].y - joints[0].y)
                       - (joints[1].y - joints[0].y) * (joints[2].x - joints[0].x);

  return cross < 0 ? 1.0 : -1.0;
}

void
fascia_pose_draw_arm (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item)
{
  const FasciaPoseFrame *frame = drawing->frame;
  const FasciaPosePoint *joints
      = &frame->joints[item->is_far ? FASCIA_JOINT_FAR_SHOULDER : FASCIA_JOINT_NEAR_SHOULDER];
  const FasciaColor *color = fascia_pose_tone_color (drawing->palette, item->tone);
  /* The back of the hand is seen: the thumb of a left hand lies clockwise of its fingers. From the
   * side, the arm behind shows its palm. */
  const double thumb = item->is_far && frame->sight != FASCIA_SIGHT_SIDE ? -1 : 1;

  const FasciaPoseHand hand = {
    .x = joints[2].x,
    .y = joints[2].y,
    .direction = frame->hands[item->is_far],
    .size = frame->size * item->values[FASCIA_LIMB_LONG],
    .thumb = item->is_other_thumb ? -thumb : thumb,
    .shape = item->shape,
  };
  for (int pass = item->has_halo ? 0 : 1; pass < 2; pass++)
    {
      const double grow = pass == 0 ? fascia_pose_gap (drawing) : 0;

      cairo_new_path (drawing->cr);
      add_limb (drawing->cr, joints, arm, G_N_ELEMENTS (arm), frame->size, bend_of (joints), grow);
      fascia_pose_add_hand (drawing->cr, &hand, grow);
      if (pass == 0)
        fascia_pose_halo_grown (drawing, joints[0].x, joints[0].y, 10.5 * frame->size);
    }
  fascia_pose_fill (drawing, color);
  fascia_pose_draw_fingers (drawing, &hand);
}

static void
add_lone_limb (cairo_t *cr, const FasciaPoseItem *item, double thick, double grow)
{
  const guint n = (item->n - 5) / 3;
  double values[FASCIA_POSE_MAX_VALUES + 3];

  if (n == 0)
    return;
  for (guint i = 0; i < 3 * n; i++)
    values[i] = item->values[5 + i];
  values[3 * n] = item->values[0];
  values[3 * n + 1] = item->values[1];
  values[3 * n + 2] = thick * item->values[3];
  fascia_pose_add_chain (cr, values, n + 1, FALSE, grow);
}

void
fascia_pose_draw_lone_end (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item)
{
  const FasciaColor *color = fascia_pose_tone_color (drawing->palette, item->tone);
  const float *values = item->values;
  const double side = item->is_other_thumb ? -1 : 1;
  const FasciaPoseHand hand
      = { values[0], values[1], values[2], values[3], values[4], side, item->shape };
  const FasciaPoseFoot foot = { values[0], values[1], values[2], values[3], 1, side };

  for (int pass = item->has_halo ? 0 : 1; pass < 2; pass++)
    {
      const double grow = pass == 0 ? fascia_pose_gap (drawing) : 0;

      cairo_new_path (drawing->cr);
      add_lone_limb (drawing->cr, item, item->kind == FASCIA_POSE_HAND ? 3.1 : 4.0, grow);
      if (item->kind == FASCIA_POSE_HAND)
        fascia_pose_add_hand (drawing->cr, &hand, grow);
      if (pass == 0)
        fascia_pose_halo_grown (drawing, 0, 0, 0);
      if (item->kind != FASCIA_POSE_HAND)
        {
          cairo_path_t *path = cairo_copy_path (drawing->cr);

          cairo_new_path (drawing->cr);
          fascia_pose_add_foot (drawing->cr, &foot);
          if (pass == 0)
            fascia_pose_halo (drawing, 0, 0, 0);
          cairo_append_path (drawing->cr, path);
          cairo_path_destroy (path);
        }
    }
  fascia_pose_fill (drawing, color);
  if (item->kind == FASCIA_POSE_HAND)
    fascia_pose_draw_fingers (drawing, &hand);
}

void
fascia_pose_draw_leg (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item)
{
  const FasciaPoseFrame *frame = drawing->frame;
  const FasciaPosePoint *joints
      = &frame->joints[item->is_far ? FASCIA_JOINT_FAR_HIP : FASCIA_JOINT_NEAR_HIP];
  const FasciaPosePalette *palette = drawing->palette;
  const FasciaColor *skin = item->tone == FASCIA_TONE_FAR_CLOTH ? &palette->far : &palette->body;
  const double length = frame->sight == FASCIA_SIGHT_SIDE ? item->values[FASCIA_LIMB_LONG]
                                                          : -item->values[FASCIA_LIMB_LONG];

  if (item->tone != FASCIA_TONE_CLOTH && item->tone != FASCIA_TONE_FAR_CLOTH)
    skin = fascia_pose_tone_color (palette, item->tone);

  const FasciaPoseFoot foot
      = { joints[2].x, joints[2].y, frame->feet[item->is_far], frame->size, length, 1 };
  cairo_new_path (drawing->cr);
  fascia_pose_add_foot (drawing->cr, &foot);
  if (item->has_halo)
    fascia_pose_halo (drawing, 0, 0, 0);
  fascia_pose_fill (drawing, skin);
  cairo_new_path (drawing->cr);
  for (int pass = item->has_halo ? 0 : 1; pass < 2; pass++)
    {
      const double grow = pass == 0 ? fascia_pose_gap (drawing) : 0;

      add_limb (drawing->cr, joints, leg, G_N_ELEMENTS (leg), frame->size, bend_of (joints), grow);
      if (pass == 0)
        fascia_pose_halo_grown (drawing, joints[0].x, joints[0].y, 19.0 * frame->size);
    }
  fascia_pose_fill (drawing, fascia_pose_tone_color (palette, item->tone));
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a few directions and ends to all joints: bones keep their lengths.
 */

#include "config.h"

#include <math.h>

#include "fascia-pose-private.h"

static FasciaPosePoint
ahead (FasciaPosePoint from, double direction, double length)
{
  const double angle = direction * G_PI / 180.0;

  return (FasciaPosePoint) { (float) (from.x + sin (angle) * length),
                             (float) (from.y - cos (angle) * length) };
}

static double
direction_of (FasciaPosePoint from, FasciaPosePoint to)
{
  return atan2 (to.x - from.x, from.y - to.y) * 180.0 / G_PI;
}

/* The spine bends between the pelvis and the shoulder blades, not at its ends. */
static double
bend_at (double t)
{
  const double part = CLAMP ((t - 0.1) / 0.8, 0.0, 1.0);

  return part * part * (3.0 - 2.0 * part);
}

FasciaPosePoint
fascia_pose_frame_spine (const FasciaPoseFrame *frame, double t, double *direction)
{
  const double length = FASCIA_BONE_TRUNK * frame->size * frame->length;
  const int steps = 24;
  FasciaPosePoint point = frame->joints[FASCIA_JOINT_PELVIS];

  if (direction != NULL)
    *direction = frame->lean + frame->curve * bend_at (t);
  if (t < 0)
    return ahead (point, frame->lean, t * FASCIA_BONE_TRUNK * frame->size);
  for (int i = 0; i < steps; i++)
    {
      const double middle = t * (i + 0.5) / steps;

      point = ahead (point, frame->lean + frame->curve * bend_at (middle), length * t / steps);
    }
  return point;
}

/* Whether "near" lies to the right of the direction of the trunk as the picture has it. */
static double
near_sign (const FasciaPoseFrame *frame)
{
  return frame->sight == FASCIA_SIGHT_BACK ? -1.0 : 1.0;
}

/* Two bones from @root to @end: the joint between, on the side of @sign. An end that is out of reach
 * is drawn in. */
static FasciaPosePoint
find_middle (FasciaPosePoint root, FasciaPosePoint *end, double first, double second, double sign)
{
  const double direction = direction_of (root, *end);
  double far = hypot (end->x - root.x, end->y - root.y);

  far = CLAMP (far, fabs (first - second) + 0.01, (first + second) * 0.9995);
  *end = ahead (root, direction, far);

  const double along = (first * first - second * second + far * far) / (2 * far);
  const double across = sqrt (MAX (first * first - along * along, 0));
  return ahead (ahead (root, direction, along), direction - 90.0 * sign, across);
}

static void
solve_limb (FasciaPoseFrame *frame,
            const FasciaPoseItem *item,
            FasciaPosePoint root,
            FasciaJoint middle,
            double first,
            double second,
            double sign)
{
  FasciaPosePoint *joints = frame->joints;
  FasciaPosePoint *end = &joints[middle + 1];

  if (item->is_other)
    sign = -sign;
  if (item->mode == FASCIA_LIMB_TURN)
    {
      joints[middle] = ahead (root, item->values[0], first);
      *end = ahead (joints[middle], item->values[1], second);
    }
  else if (item->mode == FASCIA_LIMB_AT)
    {
      joints[middle] = (FasciaPosePoint) { item->values[0], item->values[1] };
      *end = (FasciaPosePoint) { item->values[2], item->values[3] };
    }
  else
    {
      *end = (FasciaPosePoint) { item->values[0], item->values[1] };
      joints[middle] = find_middle (root, end, first, second, sign);
    }
}

static void
solve_arm (FasciaPoseFrame *frame, const FasciaPoseItem *item)
{
  const FasciaJoint shoulder
      = item->is_far ? FASCIA_JOINT_FAR_SHOULDER : FASCIA_JOINT_NEAR_SHOULDER;
  const double sign
      = frame->sight == FASCIA_SIGHT_SIDE ? 1.0 : near_sign (frame) * (item->is_far ? -1 : 1);
  FasciaPosePoint *joints = frame->joints;

  joints[shoulder].x += item->values[FASCIA_LIMB_ROOT_X];
  joints[shoulder].y += item->values[FASCIA_LIMB_ROOT_Y];
  /* Elbows point back and out. */
  solve_limb (frame, item, joints[shoulder], shoulder + 1, FASCIA_BONE_UPPER_ARM * frame->size,
              FASCIA_BONE_FOREARM * frame->size, sign);
  frame->hands[item->is_far]
      = item->has_end ? item->values[FASCIA_LIMB_END]
                      : (float) direction_of (joints[shoulder + 1], joints[shoulder + 2]);
}

static void
solve_leg (FasciaPoseFrame *frame, const FasciaPoseItem *item)
{
  const FasciaJoint hip = item->is_far ? FASCIA_JOINT_FAR_HIP : FASCIA_JOINT_NEAR_HIP;
  const double outward = near_sign (frame) * (item->is_far ? -1 : 1);
  FasciaPosePoint *joints = frame->joints;
  const FasciaJoint ankle = hip + 2;

  joints[hip].x += item->values[FASCIA_LIMB_ROOT_X];
  joints[hip].y += item->values[FASCIA_LIMB_ROOT_Y];
  /* Knees point forward; from the front a little out. */
  solve_limb (frame, item, joints[hip], hip + 1, FASCIA_BONE_THIGH * frame->size,
              FASCIA_BONE_SHIN * frame->size, frame->sight == FASCIA_SIGHT_SIDE ? -1.0 : outward);

  const double shin = direction_of (joints[hip + 1], joints[ankle]);
  double foot = frame->sight == FASCIA_SIGHT_SIDE ? shin + 90.0 : 180.0 - 12.0 * outward;
  if (item->has_end)
    foot = item->values[FASCIA_LIMB_END];
  frame->feet[item->is_far] = (float) foot;
  joints[ankle + 1] = ahead (joints[ankle], foot,
                             FASCIA_BONE_FOOT * frame->size * item->values[FASCIA_LIMB_LONG]);
}

static void
solve_trunk (FasciaPoseFrame *frame, const FasciaPoseItem *item)
{
  const double sign = near_sign (frame);
  FasciaPosePoint *joints = frame->joints;
  double direction;

  frame->has_figure = TRUE;
  joints[FASCIA_JOINT_PELVIS] = (FasciaPosePoint) { item->values[0], item->values[1] };
  frame->lean = item->values[2];
  frame->curve = item->values[3];
  frame->turn = item->values[4];
  frame->length = item->values[5];

  const double hips = FASCIA_BONE_HIPS * frame->size * frame->turn * sign;
  joints[FASCIA_JOINT_NEAR_HIP] = ahead (joints[FASCIA_JOINT_PELVIS], frame->lean + 90, hips);
  joints[FASCIA_JOINT_FAR_HIP] = ahead (joints[FASCIA_JOINT_PELVIS], frame->lean - 90, hips);
  joints[FASCIA_JOINT_CHEST] = fascia_pose_frame_spine (frame, 1.0, &direction);
  joints[FASCIA_JOINT_NECK] = ahead (joints[FASCIA_JOINT_CHEST], direction, 6.0 * frame->size);

  const double shoulders = FASCIA_BONE_SHOULDERS * frame->size * frame->turn * sign;
  const FasciaPosePoint between = fascia_pose_frame_spine (frame, 0.93, NULL);
  joints[FASCIA_JOINT_NEAR_SHOULDER] = ahead (between, direction + 90, shoulders);
  joints[FASCIA_JOINT_FAR_SHOULDER] = ahead (between, direction - 90, shoulders);
}

static void
solve_head (FasciaPoseFrame *frame, const FasciaPoseItem *item)
{
  const double tilt = item->values[0];
  const double direction = frame->lean + frame->curve;
  const double neck = FASCIA_BONE_NECK * frame->size;
  FasciaPosePoint *joints = frame->joints;

  frame->head = (float) (direction + tilt);
  joints[FASCIA_JOINT_NECK]
      = ahead (joints[FASCIA_JOINT_CHEST], direction + tilt * 0.15, neck * 0.3);
  joints[FASCIA_JOINT_HEAD] = ahead (joints[FASCIA_JOINT_NECK], direction + tilt * 0.6, neck * 0.7);
  if (frame->sight == FASCIA_SIGHT_SIDE)
    joints[FASCIA_JOINT_HEAD] = ahead (joints[FASCIA_JOINT_HEAD], frame->head - 90,
                                       2.6 * frame->size * (1 - frame->turn));
}

void
fascia_pose_frame_solve (FasciaPoseFrame *frame)
{
  static const FasciaPoseKind order[]
      = { FASCIA_POSE_TRUNK, FASCIA_POSE_HEAD, FASCIA_POSE_ARM, FASCIA_POSE_LEG };

  frame->length = 1;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < frame->n_items; j++)
      {
        const FasciaPoseItem *item = &frame->items[j];

        if (item->kind != order[i])
          continue;
        if (item->kind == FASCIA_POSE_TRUNK)
          solve_trunk (frame, item);
        else if (item->kind == FASCIA_POSE_HEAD)
          solve_head (frame, item);
        else if (item->kind == FASCIA_POSE_ARM)
          solve_arm (frame, item);
        else
          solve_leg (frame, item);
      }
}

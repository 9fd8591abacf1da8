/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What holds for the pictures of all poses: people of human build whose joints bend as joints do, who
 * stand on the floor, whose tools touch them, and whose hands belong to arms.
 */

#include "config.h"

#include "pose-fixture.h"

/* ---- build ---- */

static void
check_limb (const FasciaPose *pose,
            const FasciaPoseFrame *frame,
            const FasciaPoseItem *item,
            FasciaJoint root,
            double first,
            double second)
{
  const FasciaPosePoint *joints = &frame->joints[root];
  const double upper = apart (joints[0], joints[1]) / (first * frame->size);
  const double lower = apart (joints[1], joints[2]) / (second * frame->size);
  const char *step = fascia_pose_get_step (pose);

  if (item->mode == FASCIA_LIMB_AT)
    {
      /* Bones that point to the eye are shorter, none is longer. */
      if (upper > 1.16 || lower > 1.16)
        complain ("%s: bones of %s are too long: %.2f and %.2f", step, item->name, upper, lower);
      return;
    }
  if (fabs (upper - 1) > 0.02 || fabs (lower - 1) > 0.02)
    complain ("%s: bones of %s do not keep their length: %.2f, %.2f", step, item->name, upper,
              lower);
  if (item->mode == FASCIA_LIMB_TO)
    {
      const FasciaPosePoint asked = { item->values[0], item->values[1] };

      if (apart (asked, joints[2]) > 4)
        complain ("%s: %s does not reach: %.1f too far", step, item->name,
                  apart (asked, joints[2]));
    }
}

static void
check_build (const FasciaPose *pose, const FasciaPoseFrame *frame)
{
  const FasciaPosePoint *joints = frame->joints;

  if (!frame->has_figure)
    return;
  for (guint i = 0; i < frame->n_items; i++)
    {
      const FasciaPoseItem *item = &frame->items[i];

      if (item->kind == FASCIA_POSE_ARM)
        check_limb (pose, frame, item,
                    item->is_far ? FASCIA_JOINT_FAR_SHOULDER : FASCIA_JOINT_NEAR_SHOULDER,
                    FASCIA_BONE_UPPER_ARM, FASCIA_BONE_FOREARM);
      else if (item->kind == FASCIA_POSE_LEG)
        check_limb (pose, frame, item, item->is_far ? FASCIA_JOINT_FAR_HIP : FASCIA_JOINT_NEAR_HIP,
                    FASCIA_BONE_THIGH, FASCIA_BONE_SHIN);
    }

  /* A spine that bends is a little shorter from end to end. */
  const double trunk = apart (joints[FASCIA_JOINT_PELVIS], joints[FASCIA_JOINT_CHEST])
                       / (FASCIA_BONE_TRUNK * frame->size);
  if (trunk < 0.8 || trunk > 1.01)
    complain ("%s: the trunk is %.2f long", fascia_pose_get_step (pose), trunk);
  if (find (frame, "head") == NULL)
    return;
  const double neck = apart (joints[FASCIA_JOINT_CHEST], joints[FASCIA_JOINT_HEAD])
                      / (FASCIA_BONE_NECK * frame->size);
  if (neck < 0.85 || neck > 1.15)
    complain ("%s: the neck is %.2f long", fascia_pose_get_step (pose), neck);
  /* Nobody's head turns farther against the trunk. */
  g_assert_cmpfloat (fabs (frame->head - frame->lean - frame->curve), <=, 50);
  g_assert_cmpfloat (fabs (frame->curve), <=, 70);
}

static void
test_build (void)
{
  check_all (check_build);
}

static void
check_canvas (const FasciaPose *pose, const FasciaPoseFrame *frame)
{
  if (!frame->has_figure || frame->is_close)
    return;
  for (guint i = 0; i < FASCIA_N_JOINTS; i++)
    {
      const FasciaPosePoint joint = frame->joints[i];

      if ((joint.x != 0 || joint.y != 0)
          && (joint.x < 2 || joint.x > 198 || joint.y < 2 || joint.y > 198))
        complain ("%s: joint %u is out of the picture: %.1f, %.1f", fascia_pose_get_step (pose), i,
                  joint.x, joint.y);
    }
}

static void
test_canvas (void)
{
  check_all (check_canvas);
}

/* ---- nobody floats, nobody sinks in ---- */

/* The lowest point of everything that may carry weight. */
static double
find_lowest (const FasciaPoseFrame *frame)
{
  static const struct
  {
    FasciaJoint joint;
    double r;
  } parts[] = {
    { FASCIA_JOINT_PELVIS, 12.5 },      { FASCIA_JOINT_NEAR_KNEE, 6.6 },
    { FASCIA_JOINT_FAR_KNEE, 6.6 },     { FASCIA_JOINT_NEAR_ELBOW, 4.4 },
    { FASCIA_JOINT_FAR_ELBOW, 4.4 },    { FASCIA_JOINT_NEAR_HAND, 3.0 },
    { FASCIA_JOINT_FAR_HAND, 3.0 },     { FASCIA_JOINT_NEAR_ANKLE, 4.0 },
    { FASCIA_JOINT_FAR_ANKLE, 4.0 },    { FASCIA_JOINT_NEAR_SHOULDER, 8.0 },
    { FASCIA_JOINT_FAR_SHOULDER, 8.0 },
  };
  double lowest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    lowest = MAX (lowest, frame->joints[parts[i].joint].y + parts[i].r * frame->size);
  /* Soles: seven below the ankle, across the foot. */
  for (guint i = 0; i < 2 && frame->sight == FASCIA_SIGHT_SIDE; i++)
    {
      const FasciaPosePoint ankle
          = frame->joints[i == 0 ? FASCIA_JOINT_NEAR_ANKLE : FASCIA_JOINT_FAR_ANKLE];
      const double angle = frame->feet[i] * G_PI / 180.0;

      if (ankle.x == 0 && ankle.y == 0)
        continue;
      for (int along = -4; along <= 16; along += 20)
        lowest = MAX (lowest, ankle.y + (-sin (angle) * 7.0 - cos (angle) * along) * frame->size);
    }
  /* Feet that point to the eye: eleven. */
  if (frame->sight != FASCIA_SIGHT_SIDE)
    lowest = MAX (lowest, MAX (frame->joints[FASCIA_JOINT_NEAR_ANKLE].y,
                               frame->joints[FASCIA_JOINT_FAR_ANKLE].y)
                              + 11.0 * frame->size);
  return lowest;
}

static void
check_floor (const FasciaPose *pose, const FasciaPoseFrame *frame)
{
  const FasciaPoseItem *floor = find (frame, "floor");

  if (floor == NULL || floor->kind != FASCIA_POSE_LINE || !frame->has_figure
      || find (frame, "near-leg") == NULL)
    return;

  const double gap = floor->values[2] - find_lowest (frame);
  /* From the front one looks a little down on feet. */
  const double deep = frame->sight == FASCIA_SIGHT_SIDE ? -5.0 : -9.0;

  if (gap > 8 || gap < deep)
    complain ("%s: %.1f between the floor and who is on it", fascia_pose_get_step (pose), gap);
}

static void
test_floor (void)
{
  check_all (check_floor);
}

static void
check_seat (const FasciaPose *pose, const FasciaPoseFrame *frame)
{
  const FasciaPoseItem *seat = find (frame, "seat");
  const FasciaPosePoint pelvis = frame->joints[FASCIA_JOINT_PELVIS];

  if (seat == NULL || seat->kind != FASCIA_POSE_BOX || !frame->has_figure
      || pelvis.x < seat->values[0] || pelvis.x > seat->values[0] + seat->values[2])
    return;

  const double gap = seat->values[1] - (pelvis.y + 11.5 * frame->size);
  const gboolean may_rise = g_str_equal (fascia_pose_get_step (pose), "x10");
  if (gap < -9 || (gap > 9 && !may_rise))
    complain ("%s: %.1f between the seat and who sits on it", fascia_pose_get_step (pose), gap);
}

static void
test_seat (void)
{
  check_all (check_seat);
}

static double
distance_to_bone (FasciaPosePoint point, FasciaPosePoint a, FasciaPosePoint b)
{
  const double dx = b.x - a.x, dy = b.y - a.y, length = MAX (dx * dx + dy * dy, 0.01);
  const double t = CLAMP (((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0, 1);

  return hypot (point.x - a.x - dx * t, point.y - a.y - dy * t);
}

/* Where it works lies on the body. */
static void
check_spot (const FasciaPose *pose, const FasciaPoseFrame *frame)
{
  static const FasciaJoint bones[][2] = {
    { FASCIA_JOINT_PELVIS, FASCIA_JOINT_CHEST },
    { FASCIA_JOINT_CHEST, FASCIA_JOINT_HEAD },
    { FASCIA_JOINT_FAR_SHOULDER, FASCIA_JOINT_NEAR_SHOULDER },
    { FASCIA_JOINT_NEAR_SHOULDER, FASCIA_JOINT_NEAR_ELBOW },
    { FASCIA_JOINT_NEAR_ELBOW, FASCIA_JOINT_NEAR_HAND },
    { FASCIA_JOINT_NEAR_HIP, FASCIA_JOINT_NEAR_KNEE },
    { FASCIA_JOINT_NEAR_KNEE, FASCIA_JOINT_NEAR_ANKLE },
    { FASCIA_JOINT_NEAR_ANKLE, FASCIA_JOINT_NEAR_TOE },
  };
  guint n_spots = 0;

  for (guint i = 0; i < frame->n_items; i++)
    {
      const FasciaPoseItem *item = &frame->items[i];
      double least = G_MAXDOUBLE;

      if (item->kind != FASCIA_POSE_SPOT)
        continue;
      n_spots++;
      for (guint j = 0; j < G_N_ELEMENTS (bones); j++)
        least = MIN (least,
                     distance_to_bone ((FasciaPosePoint) { item->values[0], item->values[1] },
                                       frame->joints[bones[j][0]], frame->joints[bones[j][1]]));
      if (frame->has_figure && least > 19 * frame->size)
        complain ("%s: a spot lies %.1f beside the body", fascia_pose_get_step (pose), least);
    }
  if (n_spots == 0)
    complain ("%s: nothing says where it works", fascia_pose_get_step (pose));
}

static void
test_spots (void)
{
  check_all (check_spot);
}

/* ---- joints ---- */

static double
direction_of (FasciaPosePoint from, FasciaPosePoint to)
{
  return atan2 (to.x - from.x, from.y - to.y) * 180.0 / G_PI;
}

/* -180 … 180 */
static double
turned (double from, double to)
{
  return remainder (to - from, 360.0);
}

/* Seen from the side, where bones keep their lengths, elbows and knees bend their own way, and only so
 * far. A figure that faces left bends its elbows clockwise and its knees the other way. */
static void
check_joints (const FasciaPose *pose, const FasciaPoseFrame *frame)
{
  if (!frame->has_figure || frame->sight != FASCIA_SIGHT_SIDE || frame->turn > 0.2)
    return;
  for (guint i = 0; i < frame->n_items; i++)
    {
      const FasciaPoseItem *item = &frame->items[i];
      const gboolean is_arm = item->kind == FASCIA_POSE_ARM;
      FasciaJoint root = item->is_far ? FASCIA_JOINT_FAR_HIP : FASCIA_JOINT_NEAR_HIP;

      if ((!is_arm && item->kind != FASCIA_POSE_LEG) || item->mode == FASCIA_LIMB_AT)
        continue;
      if (is_arm)
        root = item->is_far ? FASCIA_JOINT_FAR_SHOULDER : FASCIA_JOINT_NEAR_SHOULDER;
      const FasciaPosePoint *joints = &frame->joints[root];
      const double first = direction_of (joints[0], joints[1]);
      const double second = direction_of (joints[1], joints[2]);
      const double bend = is_arm ? turned (first, second) : turned (second, first);

      /* The upper arm rolls at the shoulder, so that a raised or crossed forearm is seen to turn over. */
      if (bend < -8 && !item->is_other)
        complain ("%s: %s bends backwards: %.0f", fascia_pose_get_step (pose), item->name, bend);
      if (fabs (bend) > 155)
        complain ("%s: %s bends too far: %.0f", fascia_pose_get_step (pose), item->name, bend);
    }
}

static void
test_joints (void)
{
  check_all (check_joints);
}

/* ---- tools ---- */

/* From a point to the skin of the figure, or of the parts that are seen alone; below 0 inside. */
static double
distance_to_body (const FasciaPoseFrame *frame, FasciaPosePoint point)
{
  static const struct
  {
    FasciaJoint from, to;
    double r;
  } parts[] = {
    { FASCIA_JOINT_PELVIS, FASCIA_JOINT_CHEST, 12 },
    { FASCIA_JOINT_HEAD, FASCIA_JOINT_HEAD, 12 },
    { FASCIA_JOINT_NECK, FASCIA_JOINT_HEAD, 6 },
    { FASCIA_JOINT_FAR_SHOULDER, FASCIA_JOINT_NEAR_SHOULDER, 7 },
    { FASCIA_JOINT_NEAR_SHOULDER, FASCIA_JOINT_NEAR_ELBOW, 5 },
    { FASCIA_JOINT_NEAR_ELBOW, FASCIA_JOINT_NEAR_HAND, 4 },
    { FASCIA_JOINT_NEAR_HAND, FASCIA_JOINT_NEAR_HAND, 14 },
    { FASCIA_JOINT_FAR_HAND, FASCIA_JOINT_FAR_HAND, 14 },
    { FASCIA_JOINT_NEAR_HIP, FASCIA_JOINT_NEAR_KNEE, 9 },
    { FASCIA_JOINT_NEAR_KNEE, FASCIA_JOINT_NEAR_ANKLE, 6 },
    { FASCIA_JOINT_NEAR_ANKLE, FASCIA_JOINT_NEAR_TOE, 6 },
    { FASCIA_JOINT_FAR_HIP, FASCIA_JOINT_FAR_KNEE, 9 },
  };
  double least = G_MAXDOUBLE;

  for (guint i = 0; frame->has_figure && i < G_N_ELEMENTS (parts); i++)
    if (frame->joints[parts[i].from].x != 0 || frame->joints[parts[i].from].y != 0)
      least = MIN (
          least, distance_to_bone (point, frame->joints[parts[i].from], frame->joints[parts[i].to])
                     - parts[i].r * frame->size);
  for (guint i = 0; i < frame->n_items; i++)
    {
      const FasciaPoseItem *item = &frame->items[i];
      const double size = item->values[3];

      if (item->kind != FASCIA_POSE_HAND && item->kind != FASCIA_POSE_FOOT)
        continue;
      FasciaPosePoint last = { item->values[0], item->values[1] };
      least = MIN (least, apart (point, last) - 14 * size);
      for (guint j = item->n; j >= 5 + 3; j -= 3)
        {
          const FasciaPosePoint next = { item->values[j - 3], item->values[j - 2] };

          least = MIN (least, distance_to_bone (point, last, next) - item->values[j - 1]);
          last = next;
        }
    }
  return least;
}

/* How far the tool @item is from the body: the nearest of its points. */
static double
distance_to_tool (const FasciaPoseFrame *frame, const FasciaPoseItem *item)
{
  const float *values = item->values;
  double least = G_MAXDOUBLE;

  if (item->kind == FASCIA_POSE_BALL)
    return distance_to_body (frame, (FasciaPosePoint) { values[0], values[1] }) - values[2];
  for (guint i = 0; item->kind == FASCIA_POSE_CHAIN && i + 5 < item->n; i += 3)
    for (int part = 0; part <= 8; part++)
      {
        const double t = part / 8.0;
        const FasciaPosePoint point
            = { (float) (values[i] + (values[i + 3] - values[i]) * t),
                (float) (values[i + 1] + (values[i + 4] - values[i + 1]) * t) };

        least = MIN (least, distance_to_body (frame, point) - values[i + 2]);
      }
  for (guint i = 1; item->kind == FASCIA_POSE_LINE && i + 1 < item->n; i += 2)
    least = MIN (least, distance_to_body (frame, (FasciaPosePoint) { values[i], values[i + 1] }));
  return least;
}

static void
check_tools (const FasciaPose *pose, const FasciaPoseFrame *frame)
{
  const FasciaPoseItem *wall = find (frame, "wall");

  for (guint i = 0; i < frame->n_items; i++)
    {
      const FasciaPoseItem *item = &frame->items[i];

      if (item->tone != FASCIA_TONE_TOOL)
        continue;
      const double gap = distance_to_tool (frame, item);

      /* The second ball of a sock lies behind the first, the ends of a weight beside the fist. */
      if (gap > 3 && !g_str_has_prefix (item->name, "weight-"))
        complain ("%s: %s is %.1f off the body", fascia_pose_get_step (pose), item->name, gap);
      if (wall == NULL)
        continue;
      const double r = item->values[2];
      const double space = MAX (wall->values[0] - item->values[0] - r,
                                item->values[0] - r - wall->values[0] - wall->values[2]);
      if (fabs (space) > 2)
        complain ("%s: %s is %.1f off the wall", fascia_pose_get_step (pose), item->name, space);
    }
}

static void
test_tools (void)
{
  check_all (check_tools);
}

/* Where hands work, there is a hand, and on the figure it is at the end of an arm. */
static void
test_hands (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_autoptr (FasciaLibrary) library = fascia_library_new (body, &error);
  g_autoptr (FasciaPoses) poses = load_poses ();

  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    {
      const FasciaPose *pose = fascia_poses_get (poses, i);
      const FasciaStep *step = fascia_library_lookup_step (library, fascia_pose_get_step (pose));
      g_autoptr (FasciaPoseFrame) frame = fascia_pose_dup_frame (pose, 0);
      double least = G_MAXDOUBLE;

      for (guint j = 0; j < frame->n_items; j++)
        {
          const FasciaPoseItem *item = &frame->items[j];

          if (item->kind == FASCIA_POSE_HAND && frame->has_figure)
            complain ("%s: %s has no arm", fascia_pose_get_step (pose), item->name);
          if (item->kind == FASCIA_POSE_HAND && item->n < 5 + 6)
            complain ("%s: %s has no forearm", fascia_pose_get_step (pose), item->name);
          if (item->kind != FASCIA_POSE_SPOT)
            continue;
          const FasciaPosePoint spot = { item->values[0], item->values[1] };
          const double reach = MAX (item->values[2], item->values[3]);

          for (guint k = 0; k < frame->n_items; k++)
            if (frame->items[k].kind == FASCIA_POSE_HAND)
              least = MIN (least, apart (spot, (FasciaPosePoint) { frame->items[k].values[0],
                                                                   frame->items[k].values[1] })
                                      - reach - 14 * frame->items[k].values[3]);
          if (frame->has_figure)
            for (guint k = 0; k < 2; k++)
              least = MIN (
                  least,
                  apart (spot,
                         frame->joints[k == 0 ? FASCIA_JOINT_NEAR_HAND : FASCIA_JOINT_FAR_HAND])
                      - reach - 14 * frame->size);
        }
      if (g_str_has_prefix (fascia_step_get_traits (step)->tool_class, "hands") && least > 2)
        complain ("%s: the hands are %.1f off", fascia_pose_get_step (pose), least);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  g_test_add_func ("/pose-rules/build", test_build);
  g_test_add_func ("/pose-rules/canvas", test_canvas);
  g_test_add_func ("/pose-rules/floor", test_floor);
  g_test_add_func ("/pose-rules/seat", test_seat);
  g_test_add_func ("/pose-rules/spots", test_spots);
  g_test_add_func ("/pose-rules/joints", test_joints);
  g_test_add_func ("/pose-rules/tools", test_tools);
  g_test_add_func ("/pose-rules/hands", test_hands);

  return g_test_run ();
}

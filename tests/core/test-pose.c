/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poses: one for each step, people of human build who stand on the floor, and texts that make no
 * sense are refused.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/routines/fascia-library.h"
#include "core/routines/fascia-pose.h"
#include "fascia-core-resources.h"

/* Says all that is wrong, not only the first thing. */
#define complain(...)                                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_test_message (__VA_ARGS__);                                                                  \
    g_test_fail ();                                                                                \
  }                                                                                                \
  G_STMT_END

static FasciaPoses *
load_poses (void)
{
  g_autoptr (GError) error = NULL;
  FasciaPoses *poses = fascia_poses_new (&error);

  g_assert_no_error (error);
  return poses;
}

static double
apart (FasciaPosePoint a, FasciaPosePoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

/* (nullable) */
static const FasciaPoseItem *
find (const FasciaPoseFrame *frame, const char *name)
{
  for (guint i = 0; i < frame->n_items; i++)
    if (g_str_equal (frame->items[i].name, name))
      return &frame->items[i];
  return NULL;
}

typedef void (*Check) (const FasciaPose *pose, const FasciaPoseFrame *frame);

/* Both pictures of every pose, and half-way between them. */
static void
check_all (Check check)
{
  g_autoptr (FasciaPoses) poses = load_poses ();

  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    for (int phase = 0; phase <= 2; phase++)
      {
        const FasciaPose *pose = fascia_poses_get (poses, i);
        g_autoptr (FasciaPoseFrame) frame = fascia_pose_dup_frame (pose, phase / 2.0);

        check (pose, frame);
      }
}

static void
test_every_step (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_autoptr (FasciaLibrary) library = fascia_library_new (body, &error);
  g_autoptr (FasciaPoses) poses = load_poses ();

  g_assert_no_error (error);
  for (guint i = 0; i < fascia_library_get_n_steps (library); i++)
    {
      const char *id = fascia_step_get_id (fascia_library_get_step (library, i));

      if (fascia_poses_lookup (poses, id) == NULL)
        complain ("%s has no picture", id);
    }
  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    {
      const FasciaPose *pose = fascia_poses_get (poses, i);
      const char *description = fascia_pose_get_description (pose);

      if (fascia_library_lookup_step (library, fascia_pose_get_step (pose)) == NULL)
        complain ("there is no step for the picture %s", fascia_pose_get_step (pose));
      g_assert_true (g_str_has_suffix (description, "."));
      g_assert_cmpuint (strlen (description), >=, 40);
      g_assert_cmpuint (strlen (description), <=, 220);
    }
  g_assert_cmpuint (fascia_poses_get_n (poses), >=, 98);
  g_assert_null (fascia_poses_lookup (poses, "no-such-step"));
}

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

/* ---- words ---- */

static gboolean
matches (const char *text, const char *pattern)
{
  return g_regex_match_simple (pattern, text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

/* A description says how one is, which limb it is, and what one holds or leans on. */
static void
test_descriptions (void)
{
  static const struct
  {
    const char *tool, *words;
  } tools[] = {
    { "hands", "[Hh]and|[Pp]alm|[Ff]inger|thumb" },
    { "wall", "wall" },
    { "chair", "chair|seat" },
    { "table", "table" },
    { "towel", "towel" },
    { "pillow", "pillow" },
    { "cushion", "cushion" },
    { "door-frame", "doorway" },
    { "counter", "counter" },
    { "tennis-ball", "ball" },
    { "two-tennis-balls-in-a-sock", "[Tt]wo balls" },
    { "soft-ball", "ball" },
    { "massage-ball", "ball" },
    { "foam-roller", "roller" },
    { "soft-foam-roller", "roller" },
    { "massage-stick", "stick" },
    { "massage-hook", "hook" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_autoptr (FasciaLibrary) library = fascia_library_new (body, &error);
  g_autoptr (FasciaPoses) poses = load_poses ();

  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    {
      const FasciaPose *pose = fascia_poses_get (poses, i);
      const char *id = fascia_pose_get_step (pose), *words = fascia_pose_get_description (pose);
      const FasciaStep *step = fascia_library_lookup_step (library, id);
      const FasciaTraits *traits = fascia_step_get_traits (step);
      const char *const *needed = fascia_step_get_tools (step);

      if (!matches (words,
                    "^(Close view|You (sit|lie|stand|kneel|lean|are on hands and knees)\\b)"))
        complain ("%s does not say how one is: %s", id, words);
      if (fascia_step_get_dose (step)->sides == 2
          && !matches (words, "\\b([Tt]hat|[Tt]he other|[Tt]op|[Bb]oth forearms)\\b"))
        complain ("%s does not say which side: %s", id, words);
      /* The side comes with the picture. */
      if (matches (words, "\\b([Ll]eft|[Rr]ight|[Oo]ne (foot|leg|arm|hand|side|thigh|knee))\\b"))
        complain ("%s names a side of its own: %s", id, words);
      for (guint j = 0; needed[j] != NULL; j++)
        for (guint k = 0; k < G_N_ELEMENTS (tools); k++)
          if (g_str_equal (needed[j], tools[k].tool)
              && !matches (words, tools[k].words)
              /* only to sit or lean on, which a close view and another posture leave out */
              && !((matches (words, "^Close view")
                    || (fascia_pose_get_posture (pose) != 0
                        && fascia_pose_get_posture (pose) != traits->posture))
                   && (g_str_equal (needed[j], "chair") || g_str_equal (needed[j], "table"))))
            complain ("%s does not say %s: %s", id, needed[j], words);
      /* Nobody is shown in a posture in which it is not done. */
      const FasciaPosture posture = fascia_pose_get_posture (pose);
      if (posture != 0 && ((traits->posture | traits->also_postures) & posture) == 0)
        complain ("%s is shown %s", id, fascia_posture_to_code (posture));
    }
}

static void
test_words (void)
{
  static const char *const xml
      = "<poses><base id='b' posture='chair'><trunk at='100 100'/></base>"
        "<pose step='a' base='b'><description>You sit.</description></pose>"
        "<pose step='c'><trunk at='1 1'/><description>Close view.</description></pose>"
        "<pose step='c' base='b' only='chair'><description>You sit up.</description></pose>"
        "</poses>";
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaPoses) poses = fascia_poses_new_from_data (xml, &error);

  g_assert_no_error (error);
  const FasciaPose *chair = fascia_poses_lookup (poses, "a");
  const FasciaPose *any = fascia_poses_lookup (poses, "c");
  g_assert_cmpint (fascia_pose_get_posture (chair), ==, FASCIA_POSTURE_CHAIR);
  g_assert_cmpint (fascia_pose_get_posture (any), ==, 0);

  /* Drawn for a chair alone; any other posture has the one of the step. */
  const FasciaPose *seated = fascia_poses_lookup_for (poses, "c", FASCIA_POSTURE_CHAIR);
  g_assert_true (seated != any);
  g_assert_cmpstr (fascia_pose_get_description (seated), ==, "You sit up.");
  g_assert_true (fascia_poses_lookup_for (poses, "c", FASCIA_POSTURE_BED) == any);
  g_assert_true (fascia_poses_lookup_for (poses, "c", 0) == any);
  g_assert_null (fascia_poses_lookup_for (poses, "d", FASCIA_POSTURE_CHAIR));

  g_autofree char *plain = fascia_pose_dup_words (chair, FASCIA_SIDE_MIDLINE, 0);
  g_autofree char *left = fascia_pose_dup_words (chair, FASCIA_SIDE_LEFT, FASCIA_POSTURE_CHAIR);
  g_autofree char *bed = fascia_pose_dup_words (chair, FASCIA_SIDE_RIGHT, FASCIA_POSTURE_BED);
  g_autofree char *other = fascia_pose_dup_words (any, FASCIA_SIDE_RIGHT, FASCIA_POSTURE_BED);
  g_assert_cmpstr (plain, ==, "You sit.");
  g_assert_cmpstr (left, ==, "Left side. You sit.");
  g_assert_true (g_str_has_prefix (bed, "Right side. You sit. This is how it looks on a chair."));
  g_assert_cmpstr (other, ==, "Right side. Close view.");
}

/* ---- sides ---- */

static void
check_sides (const FasciaPose *pose, const FasciaPoseFrame *frame)
{
  const FasciaPosePoint near = frame->joints[FASCIA_JOINT_NEAR_SHOULDER];
  const FasciaPosePoint far = frame->joints[FASCIA_JOINT_FAR_SHOULDER];
  const double angle = (frame->lean + frame->curve) * G_PI / 180.0;
  /* How far the near shoulder lies to the right of the far one, for who looks along the trunk. */
  const double right = (near.x - far.x) * cos (angle) + (near.y - far.y) * sin (angle);

  /* Exactly one side is the mirror image; the midline never is. */
  g_assert_true (fascia_pose_is_mirrored (pose, FASCIA_SIDE_LEFT)
                 != fascia_pose_is_mirrored (pose, FASCIA_SIDE_RIGHT));
  g_assert_false (fascia_pose_is_mirrored (pose, FASCIA_SIDE_MIDLINE));
  if (!frame->has_figure)
    return;
  g_assert_false (fascia_pose_is_mirrored (pose, FASCIA_SIDE_LEFT));
  /* Facing us, a person's left is on our right; seen from behind, on our left. */
  if (frame->sight == FASCIA_SIGHT_FRONT)
    g_assert_cmpfloat (right, >, 10 * frame->size);
  else if (frame->sight == FASCIA_SIGHT_BACK)
    g_assert_cmpfloat (right, <, -10 * frame->size);
}

static void
test_sides (void)
{
  check_all (check_sides);
}

static void
test_side_written (void)
{
  static const char *const xml
      = "<poses><pose step='a' side='right'><trunk at='100 100'/><description>x</description>"
        "</pose></poses>";
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaPoses) poses = fascia_poses_new_from_data (xml, &error);

  g_assert_no_error (error);
  const FasciaPose *pose = fascia_poses_lookup (poses, "a");
  g_assert_true (fascia_pose_is_mirrored (pose, FASCIA_SIDE_LEFT));
  g_assert_false (fascia_pose_is_mirrored (pose, FASCIA_SIDE_RIGHT));
}

/* ---- reading ---- */

static void
test_bases (void)
{
  static const char *const xml
      = "<poses>"
        "<base id='b' view='front' size='1.5'><trunk at='100 120'/><head/>"
        "<near-arm to='150 100'/><ball at='10 10 5'/></base>"
        "<pose step='a' base='b' without='ball'><near-arm turn='90 0'/>"
        "<then><near-arm turn='180 0'/></then>"
        "<description>\n  It   moves. </description></pose>"
        "<pose step='c' base='b'><description>It stands.</description></pose>"
        "</poses>";
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaPoses) poses = fascia_poses_new_from_data (xml, &error);

  g_assert_no_error (error);
  const FasciaPose *moving = fascia_poses_lookup (poses, "a");
  const FasciaPose *still = fascia_poses_lookup (poses, "c");
  g_assert_cmpstr (fascia_pose_get_description (moving), ==, "It moves.");
  g_assert_true (fascia_pose_moves (moving));
  g_assert_false (fascia_pose_moves (still));

  g_autoptr (FasciaPoseFrame) first = fascia_pose_dup_frame (moving, 0);
  g_autoptr (FasciaPoseFrame) last = fascia_pose_dup_frame (moving, 1);
  g_autoptr (FasciaPoseFrame) unchanged = fascia_pose_dup_frame (still, 0.5);
  g_assert_cmpint (first->sight, ==, FASCIA_SIGHT_FRONT);
  g_assert_null (find (first, "ball"));
  g_assert_nonnull (find (unchanged, "ball"));
  const FasciaPosePoint shoulder = first->joints[FASCIA_JOINT_NEAR_SHOULDER];
  const FasciaPosePoint raised = first->joints[FASCIA_JOINT_NEAR_ELBOW];
  const FasciaPosePoint hanging = last->joints[FASCIA_JOINT_NEAR_ELBOW];
  g_assert_cmpfloat_with_epsilon (raised.x - shoulder.x, FASCIA_BONE_UPPER_ARM * 1.5, 0.01);
  g_assert_cmpfloat_with_epsilon (raised.y, shoulder.y, 0.01);
  g_assert_cmpfloat_with_epsilon (hanging.y - shoulder.y, FASCIA_BONE_UPPER_ARM * 1.5, 0.01);
}

#define POSE(inner) "<poses><pose step='a'>" inner "<description>x</description></pose></poses>"

static const char *const refused[] = {
  "",
  "<poses/>",
  "<poses>",
  "<pose step='a'/>",
  "<poses><pose><trunk at='1 1'/><description>x</description></pose></poses>",
  "<poses><pose step='a'><trunk at='1 1'/></pose></poses>",
  "<poses><pose step='a'><trunk at='1 1'/><description> </description></pose></poses>",
  "<poses><pose step='a' base='none'><description>x</description></pose></poses>",
  "<poses><pose step='a' view='above'><trunk at='1 1'/><description>x</description></pose></poses>",
  "<poses><pose step='a' size='big'><trunk at='1 1'/><description>x</description></pose></poses>",
  "<poses><pose step='a' colour='red'><trunk at='1 1'/><description>x</description></pose></poses>",
  "<poses><base id='b'><trunk at='1 1'/></base><base id='b'><trunk at='1 1'/></base></poses>",
  "<poses><base id='b'><description>x</description></base></poses>",
  "<poses><base step='b'/></poses>",
  "<poses><pose step='a' posture='pond'><trunk at='1 "
  "1'/><description>x</description></pose></poses>",
  "<poses><pose step='a' posture='bed' only='bed'><trunk at='1 1'/><description>x</description>"
  "</pose></poses>",
  "<poses><pose step='a'><trunk at='1 1'/><description>x</description></pose>"
  "<pose step='a' only='bed'><trunk at='1 1'/><description>x</description></pose></poses>",
  "<poses><pose step='a'><trunk at='1 1'/><description>x</description></pose>"
  "<pose step='a' posture='bed' only='bed'><trunk at='1 1'/><description>x</description></pose>"
  "<pose step='a' posture='bed' only='bed'><trunk at='1 1'/><description>x</description></pose>"
  "</poses>",
  POSE (""),
  POSE ("<trunk/>"),
  POSE ("<trunk at='1'/>"),
  POSE ("<trunk at='1 2 3'/>"),
  POSE ("<trunk at='one two'/>"),
  POSE ("<trunk at='1 nan'/>"),
  POSE ("<trunk at='1 inf'/>"),
  POSE ("<trunk at='1 1e9'/>"),
  POSE ("<trunk at='1 0x5z'/>"),
  POSE ("<trunk at='1 1' wings='2'/>"),
  POSE ("<trunk at='1 1'>words<ball at='1 1 1'/></trunk><wing at='1 1'/>"),
  POSE ("<near-arm/>"),
  POSE ("<near-arm to='1 1' turn='1 1'/>"),
  POSE ("<near-arm at='1 1'/>"),
  POSE ("<near-arm to='1 1' shape='claw'/>"),
  POSE ("<ball at='1 1'/>"),
  POSE ("<ball at='1 1 1' tone='red'/>"),
  POSE ("<chain at='1 1 1'/>"),
  POSE ("<chain at='1 1 1, 2 2'/>"),
  POSE ("<area at='1 1, 2 2'/>"),
  POSE ("<arrow at='1 1'/>"),
  POSE ("<ball at='1 1 1'/><then><box at='1 1 1 1'/></then>"),
  POSE ("<near-arm to='1 1'/><then><near-arm turn='1 1'/></then>"),
  POSE ("<near-arm to='1 1'/><then><near-arm to='1 1' hand='5'/></then>"),
  POSE ("<chain at='1 1 1, 2 2 2'/><then><chain at='1 1 1, 2 2 2, 3 3 3'/></then>"),
  POSE ("<then><then/></then>"),
  POSE ("<description>y</description><trunk at='1 1'/>"),
  "<poses><pose step='a' without='ball'><trunk at='1 "
  "1'/><description>x</description></pose></poses>",
  "<poses><pose step='a'><trunk at='1 1'/><description>x</description></pose>"
  "<pose step='a'><trunk at='1 1'/><description>x</description></pose></poses>",
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      FasciaPoses *poses = fascia_poses_new_from_data (refused[i], &error);

      if (poses != NULL)
        complain ("was read: %s", refused[i]);
      g_assert_nonnull (error);
    }
}

/* More points than fit are refused, not written beyond the end. */
static void
test_too_many (void)
{
  g_autoptr (GString) xml = g_string_new ("<poses><pose step='a'><area at='");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 4000; i++)
    g_string_append (xml, "1 2, ");
  g_string_append (xml, "'/><description>x</description></pose></poses>");
  g_assert_null (fascia_poses_new_from_data (xml->str, &error));
  g_assert_error (error, FASCIA_LIBRARY_ERROR, FASCIA_LIBRARY_ERROR_DATA);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  g_test_add_func ("/pose/every-step", test_every_step);
  g_test_add_func ("/pose/build", test_build);
  g_test_add_func ("/pose/canvas", test_canvas);
  g_test_add_func ("/pose/floor", test_floor);
  g_test_add_func ("/pose/seat", test_seat);
  g_test_add_func ("/pose/spots", test_spots);
  g_test_add_func ("/pose/joints", test_joints);
  g_test_add_func ("/pose/tools", test_tools);
  g_test_add_func ("/pose/hands", test_hands);
  g_test_add_func ("/pose/descriptions", test_descriptions);
  g_test_add_func ("/pose/words", test_words);
  g_test_add_func ("/pose/sides", test_sides);
  g_test_add_func ("/pose/side-written", test_side_written);
  g_test_add_func ("/pose/bases", test_bases);
  g_test_add_func ("/pose/refused", test_refused);
  g_test_add_func ("/pose/too-many", test_too_many);

  return g_test_run ();
}

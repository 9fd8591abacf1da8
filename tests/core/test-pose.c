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
  g_test_add_func ("/pose/sides", test_sides);
  g_test_add_func ("/pose/side-written", test_side_written);
  g_test_add_func ("/pose/bases", test_bases);
  g_test_add_func ("/pose/refused", test_refused);
  g_test_add_func ("/pose/too-many", test_too_many);

  return g_test_run ();
}

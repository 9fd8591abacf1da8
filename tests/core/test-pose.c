/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poses: one for each step, described for who does not see it, and texts that make no sense are refused.
 */

#include "config.h"

#include <string.h>

#include "pose-fixture.h"

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
  g_test_add_func ("/pose/descriptions", test_descriptions);
  g_test_add_func ("/pose/words", test_words);
  g_test_add_func ("/pose/sides", test_sides);
  g_test_add_func ("/pose/side-written", test_side_written);
  g_test_add_func ("/pose/bases", test_bases);
  g_test_add_func ("/pose/refused", test_refused);
  g_test_add_func ("/pose/too-many", test_too_many);

  return g_test_run ();
}

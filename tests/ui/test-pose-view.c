/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widget of a pose: in words, mirrored, and moving only when it may.
 */

#include "config.h"

#include <adwaita.h>

#include "core/fascia-core-resources.h"
#include "fascia-pose-view.h"
#include "fascia-test-utils.h"

typedef struct
{
  FasciaPoses *poses;
  GtkWidget *window; /* (owned) */
  FasciaPoseView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->poses = fascia_poses_new (&error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  fixture->view = FASCIA_POSE_VIEW (fascia_pose_view_new ());
  fixture->window = gtk_window_new ();
  g_object_ref (fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 240, 240);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fascia_test_drain ();
  g_assert_finalize_object (fixture->window);
  fascia_poses_unref (fixture->poses);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (data));
}

static gboolean
has_moved (gpointer data)
{
  return fascia_pose_view_get_phase (data) > 0.2;
}

static void
show (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  fascia_test_assert_until (is_mapped, fixture->view);
}

static const FasciaPose *
find (Fixture *fixture, gboolean moves)
{
  for (guint i = 0; i < fascia_poses_get_n (fixture->poses); i++)
    if (fascia_pose_moves (fascia_poses_get (fixture->poses, i)) == moves)
      return fascia_poses_get (fixture->poses, i);
  g_assert_not_reached ();
}

static void
set_pose (Fixture *fixture, const FasciaPose *pose, FasciaSide side)
{
  fascia_pose_view_set_pose (fixture->view, fixture->poses, pose, side);
}

/* @words: (transfer full) */
static void
assert_label (Fixture *fixture, char *words)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  g_free (words);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->view);
  const FasciaPose *still = find (fixture, FALSE), *moving = find (fixture, TRUE);
  int minimum, natural;

  g_assert_cmpint (gtk_accessible_get_accessible_role (accessible), ==, GTK_ACCESSIBLE_ROLE_IMG);
  set_pose (fixture, still, FASCIA_SIDE_LEFT);
  assert_label (fixture, fascia_pose_dup_words (still, FASCIA_SIDE_LEFT, 0));
  set_pose (fixture, moving, FASCIA_SIDE_RIGHT);
  assert_label (fixture, fascia_pose_dup_words (moving, FASCIA_SIDE_RIGHT, 0));
  set_pose (fixture, moving, FASCIA_SIDE_MIDLINE);
  assert_label (fixture, g_strdup (fascia_pose_get_description (moving)));

  /* Seen on a chair, done in bed. */
  const FasciaPose *chair = fascia_poses_lookup (fixture->poses, "r38");
  g_assert_cmpint (fascia_pose_get_posture (chair), ==, FASCIA_POSTURE_CHAIR);
  set_pose (fixture, chair, FASCIA_SIDE_LEFT);
  fascia_pose_view_set_posture (fixture->view, FASCIA_POSTURE_BED);
  assert_label (fixture, fascia_pose_dup_words (chair, FASCIA_SIDE_LEFT, FASCIA_POSTURE_BED));
  fascia_pose_view_set_posture (fixture->view, FASCIA_POSTURE_CHAIR);
  assert_label (fixture, fascia_pose_dup_words (chair, FASCIA_SIDE_LEFT, 0));

  /* Drawn for both. */
  const FasciaPose *bed = fascia_poses_lookup (fixture->poses, "x15");
  const FasciaPose *seated = fascia_poses_lookup_for (fixture->poses, "x15", FASCIA_POSTURE_CHAIR);
  g_assert_true (bed != seated);
  set_pose (fixture, bed, FASCIA_SIDE_MIDLINE);
  assert_label (fixture, g_strdup (fascia_pose_get_description (seated)));
  fascia_pose_view_set_posture (fixture->view, FASCIA_POSTURE_BED);
  assert_label (fixture, g_strdup (fascia_pose_get_description (bed)));
  fascia_pose_view_set_posture (fixture->view, 0);
  assert_label (fixture, g_strdup (fascia_pose_get_description (bed)));
  set_pose (fixture, NULL, FASCIA_SIDE_LEFT);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 200);
  g_assert_cmpint (minimum, <=, 48);
}

/* Only while asked to, seen, and allowed to. */
static void
test_motion (Fixture *fixture, gconstpointer data)
{
  FasciaPoseView *view = fixture->view;
  GtkSettings *settings = gtk_settings_get_default ();

  set_pose (fixture, find (fixture, TRUE), FASCIA_SIDE_LEFT);
  fascia_pose_view_set_moving (view, TRUE);
  g_assert_false (fascia_pose_view_is_running (view));
  show (fixture);
  g_assert_true (fascia_pose_view_is_running (view));
  fascia_test_assert_until (has_moved, view);

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_assert_false (fascia_pose_view_is_running (view));
  g_assert_cmpfloat (fascia_pose_view_get_phase (view), ==, 0);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_assert_true (fascia_pose_view_is_running (view));

  set_pose (fixture, find (fixture, FALSE), FASCIA_SIDE_LEFT);
  g_assert_false (fascia_pose_view_is_running (view));
  set_pose (fixture, find (fixture, TRUE), FASCIA_SIDE_LEFT);
  g_assert_true (fascia_pose_view_is_running (view));
  gtk_widget_set_visible (GTK_WIDGET (view), FALSE);
  g_assert_false (fascia_pose_view_is_running (view));
  gtk_widget_set_visible (GTK_WIDGET (view), TRUE);
  fascia_test_assert_until (is_mapped, view);
  g_assert_true (fascia_pose_view_is_running (view));
  fascia_pose_view_set_moving (view, FALSE);
  g_assert_false (fascia_pose_view_is_running (view));
}

/* NULL before it was drawn. */
static GskRenderNode *
snapshot (Fixture *fixture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->view));
  GtkSnapshot *shot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, shot, 200, 200);
  return gtk_snapshot_free_to_node (shot);
}

static GdkTexture *
take_picture (Fixture *fixture)
{
  g_autoptr (GskRenderNode) node = snapshot (fixture);
  GskRenderer *renderer
      = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (fixture->view)));

  if (node == NULL)
    return NULL;
  return gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, 200, 200));
}

typedef struct
{
  Fixture *fixture;
  GBytes *before;
} Change;

static GBytes *
download (Fixture *fixture)
{
  g_autoptr (GdkTexture) texture = take_picture (fixture);

  if (texture == NULL)
    return g_bytes_new (NULL, 0);
  return gdk_texture_save_to_tiff_bytes (texture);
}

static gboolean
is_changed (gpointer data)
{
  const Change *change = data;
  g_autoptr (GBytes) now = download (change->fixture);

  return !g_bytes_equal (now, change->before);
}

static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  const FasciaPose *pose = find (fixture, FALSE);

  set_pose (fixture, pose, FASCIA_SIDE_LEFT);
  show (fixture);

  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  Change change = { fixture, nothing };
  fascia_test_assert_until (is_changed, &change);
  g_autoptr (GBytes) left = download (fixture);
  change.before = left;
  set_pose (fixture, pose, FASCIA_SIDE_RIGHT);
  fascia_test_assert_until (is_changed, &change);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  fascia_core_get_resource ();

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/pose-view/words", test_words);
  ADD ("/pose-view/motion", test_motion);
  ADD ("/pose-view/mirrored", test_mirrored);
#undef ADD

  return g_test_run ();
}

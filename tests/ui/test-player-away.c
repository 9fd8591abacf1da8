/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session while the person looks elsewhere: what the desktop tells them, and when it takes it back.
 */

#include "config.h"

#include "fascia-test-awake.h"
#include "fascia-test-desktop.h"
#include "player-fixture.h"

/* ---- the screen ---- */

static Awake the_awake;

static gboolean
is_dark (gpointer data)
{
  return awake_get_n_held (&the_awake) == 0;
}

static gboolean
is_lit (gpointer data)
{
  return awake_get_n_held (&the_awake) == 1;
}

/* On while it runs, with a reason; never in a pause, and not after it. */
static void
test_awake (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start (&session, fixture, body);
  fascia_test_assert_until (is_lit, NULL);
  g_assert_cmpstr (the_awake.reason, ==, "A session is running");
  g_assert_cmpuint (the_awake.flags, ==, GTK_APPLICATION_INHIBIT_IDLE);
  for (guint i = 0; i < 3; i++)
    {
      push (&session, 1000);
      g_assert_true (is_lit (NULL));
      fascia_player_runner_pause (session.runner);
      fascia_test_assert_until (is_dark, NULL);
      fascia_player_runner_resume (session.runner);
      fascia_test_assert_until (is_lit, NULL);
    }
  /* The machine slept. */
  session.now += G_TIME_SPAN_HOUR / 1000;
  fascia_player_runner_tick (session.runner);
  fascia_test_assert_until (is_dark, NULL);
  fascia_player_runner_resume (session.runner);
  fascia_test_assert_until (is_lit, NULL);
  if (GPOINTER_TO_INT (data))
    push (&session, 400000);
  else
    fascia_player_runner_stop (session.runner, "enough");
  fascia_test_assert_until (is_dark, NULL);
  session_end (&session);
}

/* The window goes while it runs. */
static void
test_awake_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start (&session, fixture, body);
  fascia_test_assert_until (is_lit, NULL);
  session_end (&session);
  fascia_test_assert_until (is_dark, NULL);
}

/* ---- the desktop ---- */

/* The machine slept: a pause, told to who looks elsewhere, and taken back when they are here again. */
static void
test_suspended (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Desktop desktop = { 0 };
  Session session = { 0 };

  desktop_start (&desktop);
  session_start (&session, fixture, body);
  fascia_test_assert_until (is_here, &session);
  push (&session, 3000);
  gtk_window_present (session.elsewhere);
  fascia_test_assert_until (is_elsewhere, &session);

  /* A stall of the machine is not worth a word. */
  session.now += 4000;
  fascia_player_runner_tick (session.runner);
  g_assert_true (fascia_player_runner_is_running (session.runner));
  session.now += G_TIME_SPAN_DAY / 1000;
  fascia_player_runner_tick (session.runner);
  g_assert_false (fascia_player_runner_is_running (session.runner));
  desktop_assert_told (&desktop, "The session is paused");

  gtk_window_present (session.window);
  fascia_test_assert_until (is_here, &session);
  fascia_test_assert_until (desktop_has_closed, &desktop);
  session_end (&session);
  desktop_stop (&desktop);
}

/* The end, too; whoever is here needs no word from the desktop. */
static void
test_finished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  const gboolean is_away = GPOINTER_TO_INT (data);
  Desktop desktop = { 0 };
  Session session = { 0 };

  desktop_start (&desktop);
  session_start (&session, fixture, body);
  fascia_test_assert_until (is_here, &session);
  if (is_away)
    {
      gtk_window_present (session.elsewhere);
      fascia_test_assert_until (is_elsewhere, &session);
    }
  push (&session, 400000);
  g_assert_false (fascia_player_runner_is_running (session.runner));
  if (is_away)
    desktop_assert_told (&desktop, "The session is over");
  else
    fascia_test_drain ();
  g_assert_cmpuint (desktop.shown->len, ==, 0);
  session_end (&session);
  desktop_stop (&desktop);
}

/* Whoever wants no animations has a picture that stands; everybody else one that moves. */
static void
test_reduced_motion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean before;
  Session session = { 0 };

  g_object_get (settings, "gtk-enable-animations", &before, NULL);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  session_start_with (&session, fixture, body, "m08");
  push_to_hold (&session);
  g_assert_false (fascia_pose_view_is_running (session.page->pose));
  g_assert_cmpfloat (fascia_pose_view_get_phase (session.page->pose), ==, 0);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_assert_true (fascia_pose_view_is_running (session.page->pose));
  g_object_set (settings, "gtk-enable-animations", before, NULL);
  session_end (&session);
}

static gboolean
is_flat (gpointer data)
{
  Session *session = data;

  return g_strcmp0 (
             adw_multi_layout_view_get_layout_name (ADW_MULTI_LAYOUT_VIEW (session->page->layouts)),
             "flat")
         == 0;
}

/* A phone that lies on its side: all that is pressed is in sight, and large enough. */
static void
test_landscape (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };
  graphene_rect_t bounds;

  session_start (&session, fixture, body);
  push_to_hold (&session);
  gtk_window_set_default_size (session.window, 720, 360);
  fascia_test_assert_until (is_flat, &session);
  fascia_test_drain ();
  GtkWidget *const buttons[] = { session.page->pause_button, session.page->next_button,
                                 session.page->back_button, session.page->ease_button };
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_assert_true (gtk_widget_compute_bounds (buttons[i], GTK_WIDGET (session.page), &bounds));
      g_assert_cmpfloat (bounds.size.height, >=, 60);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                         gtk_widget_get_height (GTK_WIDGET (session.page)));
    }
  session_end (&session);
}

static gboolean
is_rating_large (gpointer data)
{
  Session *session = data;

  return session->page->rating != NULL && gtk_widget_get_height (session->page->rating) >= 72;
}

/* Its end: nothing is cut off in a narrow window with large text, and in a large one all can be hit. */
static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  GtkSettings *settings = gtk_settings_get_default ();
  Session session = { 0 };
  int dpi, width;

  session_start_with (&session, fixture, body, "r20");
  push_to_hold (&session);
  push (&session, 400000);
  g_assert_nonnull (session.page->rating);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  GtkWidget *box = gtk_widget_get_parent (session.page->rating);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (width, <=, 360);
  gtk_window_set_default_size (session.window, 1600, 900);
  fascia_test_assert_until (is_rating_large, &session);
  session_end (&session);
}

static gboolean
has_media_keys (gpointer data)
{
  return ((Session *) data)->page->mpris != NULL;
}

static gboolean
has_no_media_keys (gpointer data)
{
  return !has_media_keys (data);
}

/* Another page over it, and back: headset buttons work again, though it is paused. */
static void
test_media_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start (&session, fixture, body);
  fascia_test_assert_until (has_media_keys, &session);
  gtk_window_set_focus (session.window, NULL);
  adw_navigation_view_push (session.navigation,
                            adw_navigation_page_new (gtk_label_new ("Help"), "Help"));
  fascia_test_assert_until (has_no_media_keys, &session);
  g_assert_false (fascia_player_runner_is_running (session.runner));
  gtk_window_set_focus (session.window, NULL);
  adw_navigation_view_pop (session.navigation);
  fascia_test_assert_until (has_media_keys, &session);
  g_assert_false (fascia_player_runner_is_running (session.runner));
  session_end (&session);
}

static gboolean
has_narrow_words (gpointer data)
{
  FasciaPlayerPage *page = ((Session *) data)->page;

  return gtk_widget_get_mapped (page->narrow_scroll) && gtk_widget_get_width (page->narrow_box) > 0;
}

/* In the least height it asks for, each of its rows has the least that it needs. */
static void
test_narrow_least (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };
  int least = 0;
  int sum = 0;

  session_start (&session, fixture, body);
  gtk_window_set_default_size (session.window, 360, 640);
  fascia_test_assert_until (has_narrow_words, &session);
  GtkWidget *box = session.page->narrow_box;
  const int width = gtk_widget_get_width (box);

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      int height = 0;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_height (row), >=, height);
      sum += height;
    }
  g_assert_cmpint (least, >=, sum);
  session_end (&session);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/player-away/reduced-motion", Fixture, NULL, set_up, test_reduced_motion, tear_down);
  g_test_add ("/player-away/landscape", Fixture, NULL, set_up, test_landscape, tear_down);
  g_test_add ("/player-away/summary", Fixture, NULL, set_up, test_summary, tear_down);
  g_test_add ("/player-away/media-keys", Fixture, NULL, set_up, test_media_keys, tear_down);
  g_test_add ("/player-away/narrow-least", Fixture, NULL, set_up, test_narrow_least, tear_down);
  g_test_add ("/player-away/suspended", Fixture, NULL, set_up, test_suspended, tear_down);
  g_test_add ("/player-away/finished", Fixture, GINT_TO_POINTER (TRUE), set_up, test_finished,
              tear_down);
  g_test_add ("/player-away/here", Fixture, GINT_TO_POINTER (FALSE), set_up, test_finished,
              tear_down);

  g_test_add ("/player-away/awake-finished", Fixture, GINT_TO_POINTER (TRUE), set_up, test_awake,
              tear_down);
  g_test_add ("/player-away/awake-stopped", Fixture, GINT_TO_POINTER (FALSE), set_up, test_awake,
              tear_down);
  g_test_add ("/player-away/awake-closed", Fixture, NULL, set_up, test_awake_closed, tear_down);

  awake_start (&the_awake);
  int status = run_tests ();
  awake_stop (&the_awake);
  return status;
}

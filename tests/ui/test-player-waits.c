/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Wait for me": a hold is begun by the person alone, and by one press.
 */

#include "config.h"

#include "player-fixture.h"

static gboolean
is_waiting (gpointer data)
{
  return fascia_player_is_waiting (get_player (data));
}

/* Inside a count, and back again: it goes on where it was. */
static void
test_waits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };
  gint64 left_ms;

  session_start (&session, fixture, body);
  push (&session, 3000);
  left_ms = fascia_player_get_left_ms (get_player (&session));
  set_switch (&session, FASCIA_SETTING_PLAYER_WAITS, TRUE);
  g_assert_true (fascia_player_is_waiting (get_player (&session)));
  g_assert_false (fascia_player_runner_has_source (session.runner));
  g_assert_cmpstr (get_state_words (&session), ==, "Waits for you");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (session.page->controls), ==, "paused");
  push (&session, 120000);
  g_assert_cmpint (fascia_player_get_state (get_player (&session)), ==, FASCIA_PLAYER_READY);

  set_switch (&session, FASCIA_SETTING_PLAYER_WAITS, FALSE);
  g_assert_true (fascia_player_runner_is_running (session.runner));
  g_assert_cmpint (fascia_player_get_left_ms (get_player (&session)), ==, left_ms);
  push (&session, left_ms);
  g_assert_cmpint (fascia_player_get_state (get_player (&session)), ==, FASCIA_PLAYER_HOLD);

  /* Nothing that is held stops for it. */
  set_switch (&session, FASCIA_SETTING_PLAYER_WAITS, TRUE);
  g_assert_true (fascia_player_runner_is_running (session.runner));
  session_end (&session);
}

/* Its menu stops the time; what is chosen there holds without a second thing to press. */
static void
test_waits_from_menu (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start (&session, fixture, body);
  push (&session, 3000);
  gtk_menu_button_popup (GTK_MENU_BUTTON (session.page->menu_button));
  g_assert_false (is_running (&session));
  gtk_widget_activate_action (GTK_WIDGET (session.page), "player.waits", NULL);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (session.page->menu_button));
  g_assert_true (fascia_player_is_waiting (get_player (&session)));
  g_assert_cmpstr (get_state_words (&session), ==, "Waits for you");
  g_signal_emit_by_name (session.page->continue_button, "clicked");
  g_assert_cmpint (fascia_player_get_state (get_player (&session)), ==, FASCIA_PLAYER_HOLD);
  session_end (&session);
}

/* The second and all later sessions of who has chosen it: one Space begins, and no number stands still. */
static void
test_waits_from_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start (&session, fixture, body);
  set_switch (&session, FASCIA_SETTING_PLAYER_WAITS, TRUE);
  fascia_test_drain ();
  gtk_window_set_focus (session.window, NULL);
  adw_navigation_view_pop (session.navigation);
  fascia_test_assert_until (fascia_test_is_gone, &session.page);
  session.page = FASCIA_PLAYER_PAGE (fascia_player_page_new (session.model, session.practice));
  g_object_add_weak_pointer (G_OBJECT (session.page), (gpointer *) &session.page);
  session.runner = fascia_player_page_get_runner (session.page);
  fascia_player_runner_set_now (session.runner, get_now, &session);
  adw_navigation_view_push (session.navigation, ADW_NAVIGATION_PAGE (session.page));
  fascia_test_assert_until (is_waiting, &session);
  fascia_test_assert_until (is_on_continue, &session);
  g_assert_cmpstr (gtk_label_get_label (session.page->numeral), ==, "");
  /* The button with the focus takes it itself; one that is not to be seen does not. */
  g_assert_false (press_key (&session, GDK_KEY_space));
  gtk_window_set_focus (session.window, NULL);
  g_assert_true (press_key (&session, GDK_KEY_space));
  g_assert_cmpint (fascia_player_get_state (get_player (&session)), ==, FASCIA_PLAYER_HOLD);
  g_assert_cmpstr (gtk_label_get_label (session.page->numeral), !=, "");
  session_end (&session);
}

/* Chosen while another page is over it: nothing begins there, and nothing when one comes back. */
static void
test_waits_under_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start (&session, fixture, body);
  FasciaPlayer *player = get_player (&session);
  push (&session, 3000);
  const gint64 left_ms = fascia_player_get_left_ms (player);
  gtk_window_set_focus (session.window, NULL);
  adw_navigation_view_push (session.navigation,
                            adw_navigation_page_new (gtk_label_new ("Over"), "Over"));
  fascia_test_drain ();
  for (guint i = 0; i < 3; i++)
    {
      set_switch (&session, FASCIA_SETTING_PLAYER_WAITS, i % 2 == 0);
      g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_PAUSED);
      g_assert_false (fascia_player_runner_has_source (session.runner));
      push (&session, 60000);
    }
  gtk_window_set_focus (session.window, NULL);
  adw_navigation_view_pop (session.navigation);
  fascia_test_drain ();
  push (&session, 60000);
  g_assert_cmpint (fascia_player_get_inner_state (player), ==, FASCIA_PLAYER_READY);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, left_ms);
  gtk_window_set_focus (session.window, NULL);
  g_signal_emit_by_name (session.page->continue_button, "clicked");
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_HOLD);
  gtk_window_set_focus (session.window, NULL);
  session_end (&session);
}

#define ADD(name, test) g_test_add ("/player-waits/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("chosen", test_waits);
  ADD ("from-menu", test_waits_from_menu);
  ADD ("from-start", test_waits_from_start);
  ADD ("under-page", test_waits_under_page);

  return run_tests ();
}

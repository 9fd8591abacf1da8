/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath to follow: begun, kept, held back, seen, heard.
 */

#include "config.h"

#include "ear-fixture.h"
#include "fascia-announce.h"
#include "fascia-body-setup.h"
#include "fascia-breath-circle.h"
#include "fascia-test-voice.h"
#include "flare-fixture.h"
#include "flare/fascia-breath-minutes.h"
#include "flare/fascia-breath-page.h"
#include "flare/fascia-flare.h"

/* ---- a breath ---- */

typedef struct
{
  gint64 now_ms;
} Clock;

static gint64
get_now (gpointer data)
{
  return ((Clock *) data)->now_ms;
}

static gboolean
is_gate_ready (gpointer data)
{
  return fascia_breath_gate_is_ready (data);
}

static FasciaBreathPage *
begin_breath (Fixture *fixture, Clock *clock)
{
  GtkWidget *page
      = fascia_breath_page_new (fixture->journal, fascia_window_get_body (fixture->window));

  fascia_breath_runner_set_now (fascia_breath_page_get_runner (FASCIA_BREATH_PAGE (page)), get_now,
                                clock);
  fascia_flare_dress (page, fixture->journal);
  adw_navigation_view_push (get_view (fixture), ADW_NAVIGATION_PAGE (page));
  fascia_test_assert_until (is_gate_ready, fascia_breath_page_get_gate (FASCIA_BREATH_PAGE (page)));
  fascia_test_drain ();
  return FASCIA_BREATH_PAGE (page);
}

static void
let_pass (FasciaBreathPage *page, Clock *clock, gint64 ms)
{
  for (gint64 gone = 0; gone < ms; gone += 100)
    {
      clock->now_ms += 100;
      fascia_breath_runner_tick (fascia_breath_page_get_runner (page));
    }
}

static const FasciaBreath *
get_breath (FasciaBreathPage *page)
{
  return fascia_breath_runner_get_breath (fascia_breath_page_get_runner (page));
}

/* ---- as it is kept ---- */

static void
assert_session (Fixture *fixture, const char *step, int done_s, const char *outcome)
{
  g_autoptr (FasciaEntry) entry = get_entry (fixture);
  const FasciaSession *session = fascia_entry_get_session (entry);

  g_assert_nonnull (session);
  g_assert_cmpuint (session->n_steps, ==, 1);
  g_assert_cmpstr (session->steps[0].step, ==, step);
  g_assert_cmpint (session->steps[0].done_s, ==, done_s);
  g_assert_cmpstr (session->outcome, ==, outcome);
  g_assert_cmpint (session->ended_ms, !=, 0);
}

/* Nothing below ten seconds; from then on all of it, also when it is stopped early. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  let_pass (page, &clock, 9900);
  g_assert_cmpint (get_breath (page)->elapsed_ms, ==, 9900);
  go_back (fixture);
  assert_no_entry (fixture);

  page = begin_breath (fixture, &clock);
  let_pass (page, &clock, 10000);
  assert_session (fixture, "b01", 10, "stopped");
  let_pass (page, &clock, 13000);
  go_back (fixture);
  assert_session (fixture, "b01", 23, "stopped");
}

static void
test_finished (Fixture *fixture, gconstpointer data)
{
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (find (page, "minutes")), "2");
  let_pass (page, &clock, 60000);
  /* Paused it wakes nothing up, and lets the screen sleep. */
  g_assert_true (fascia_breath_page_has_source (page));
  g_assert_true (fascia_breath_page_is_awake (page));
  click (page, "pause_button");
  g_assert_false (fascia_breath_page_has_source (page));
  g_assert_false (fascia_breath_page_is_awake (page));
  let_pass (page, &clock, 60000);
  click (page, "pause_button");
  let_pass (page, &clock, 59900);
  g_assert_true (get_breath (page)->is_running);
  let_pass (page, &clock, 100);
  g_assert_true (get_breath (page)->is_finished);
  g_assert_false (fascia_breath_page_has_source (page));
  g_assert_false (fascia_breath_page_is_awake (page));
  assert_session (fixture, "b01", 120, "finished");
  click (page, "leave_button");
  fascia_test_drain ();
  assert_session (fixture, "b01", 120, "finished");
}

/* It ends when the person says so: that is its end. */
static void
test_open_ended (Fixture *fixture, gconstpointer data)
{
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (find (page, "minutes")), "0");
  let_pass (page, &clock, 700000);
  g_assert_true (get_breath (page)->is_running);
  go_back (fixture);
  assert_session (fixture, "b01", 700, "finished");
}

static void
undo (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  fascia_test_drain ();
}

static void
assert_toast (Fixture *fixture, const char *words)
{
  fascia_test_assert_until (has_toast, fixture);
  g_assert_nonnull (find_label (find_toast (fixture), words));
}

static gboolean
is_running_undone_first (gpointer data)
{
  FasciaOperation *operation = fascia_journal_get_undo (data);
  FasciaEntry *entry = operation != NULL ? fascia_operation_get_after (operation) : NULL;

  return entry != NULL && fascia_entry_get_kind (entry) == FASCIA_ENTRY_SESSION;
}

/* What is being written stays, and that is said; once it is left, or over, it can be taken back. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  let_pass (page, &clock, 12000);
  fascia_test_assert_until (is_running_undone_first, fixture->journal);
  undo (fixture);
  assert_session (fixture, "b01", 10, "stopped");
  assert_toast (fixture, "This session is not over yet. End it first, then you can undo it.");
  /* Paused it may still go on. */
  click (page, "pause_button");
  undo (fixture);
  assert_session (fixture, "b01", 12, "stopped");
  g_assert_true (ADW_NAVIGATION_PAGE (page) == get_page (fixture));
  click (page, "pause_button");
  let_pass (page, &clock, 20000);
  assert_session (fixture, "b01", 12, "stopped");

  go_back (fixture);
  assert_session (fixture, "b01", 32, "stopped");
  undo (fixture);
  assert_no_entry (fixture);
}

/* Over, it is like everything else. */
static void
test_undo_finished (Fixture *fixture, gconstpointer data)
{
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (find (page, "minutes")), "2");
  let_pass (page, &clock, 120000);
  assert_session (fixture, "b01", 120, "finished");
  undo (fixture);
  assert_no_entry (fixture);
  go_back (fixture);
}

/* What was done before can be taken back as ever, as long as it is the newest. */
static void
test_undo_older (Fixture *fixture, gconstpointer data)
{
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  let_pass (page, &clock, 5000);
  undo (fixture);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  let_pass (page, &clock, 5000);
  assert_session (fixture, "b01", 10, "stopped");
  go_back (fixture);
}

/* Without animations nothing grows; with them it does, and only while it is seen. */
static void
test_motion (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  FasciaBreathCircle *circle = FASCIA_BREATH_CIRCLE (find (page, "circle"));
  let_pass (page, &clock, 3000);
  g_assert_cmpfloat (fascia_breath_circle_get_fullness (circle), <, 0);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (page, "count"))), ==, "1");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (page, "phase"))), ==, "Breathe in");
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  let_pass (page, &clock, 900);
  g_assert_cmpfloat (fascia_breath_circle_get_fullness (circle), >, 0.9);
  let_pass (page, &clock, 1000);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (page, "phase"))), ==, "Breathe out");
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  let_pass (page, &clock, 100);
  g_assert_cmpfloat (fascia_breath_circle_get_fullness (circle), <, 0);
  go_back (fixture);
}

/* For the breathless it is held back, and says why; rest is open and kept as rest. */
static void
test_held_back (Fixture *fixture, gconstpointer data)
{
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  answer (fixture, "asthma-severe");
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  g_assert_false (get_breath (page)->is_running);
  g_assert_null (fascia_breath_runner_get_keeper (fascia_breath_page_get_runner (page)));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (find (page, "words"))), "asthma"));
  click (page, "go_button");
  g_assert_true (get_breath (page)->is_running);
  let_pass (page, &clock, 15000);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (page, "phase"))), ==, "Rest");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (page, "count"))), ==, "");
  go_back (fixture);
  assert_session (fixture, "r54", 15, "stopped");
}

/* The answers are read, or changed, while somebody breathes. */
static void
test_held_back_meanwhile (Fixture *fixture, gconstpointer data)
{
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  g_assert_true (get_breath (page)->is_running);
  answer (fixture, "epilepsy-etc");
  fascia_test_drain ();
  g_assert_false (get_breath (page)->is_running);
  g_assert_false (fascia_breath_page_has_source (page));
  go_back (fixture);
  assert_no_entry (fixture);
}

/* ---- what is heard ---- */

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_string_append_printf (data, "%s.", text);
}

/* (transfer full) "(chime)words." as they came; forgotten then. */
static char *
take_heard (TestEar *ear)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ear->heard->len; i++)
    {
      const Heard *heard = &g_array_index (ear->heard, Heard, i);

      if (heard->words != NULL)
        g_string_append_printf (text, "%s.", heard->words);
      else
        g_string_append_printf (text, "(%s)", fascia_chime_to_code (heard->chime));
    }
  g_array_set_size (ear->heard, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_heard (TestEar *ear, const char *expected)
{
  g_autofree char *heard = take_heard (ear);

  g_assert_cmpstr (heard, ==, expected);
}

static const char *
get_description (GtkWidget *widget)
{
  g_autofree char *words = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  /* What it is in place of nothing. */
  return words != NULL ? g_intern_string (words) : "";
}

/* Quiet at first but for the screen reader; each can be switched on, the chime before the words, and the
 * voice in place of the announcement. */
static void
test_heard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestEar) ear = g_object_new (TEST_TYPE_EAR, NULL);
  g_autoptr (GString) announced = g_string_new (NULL);
  Clock clock = { 1000 };

  ear->now = &clock.now_ms;
  show (fixture, 1000, 700);
  fascia_announce_set_listener (on_announced, announced);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  fascia_breath_sounds_set_sink (fascia_breath_page_get_sounds (page), FASCIA_CUE_SINK (ear));
  g_assert_cmpstr (announced->str, ==, "Breathe in.");
  let_pass (page, &clock, 3900);
  assert_heard (ear, "");

  fascia_announce_set_listener (on_announced, announced);
  g_string_truncate (announced, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "breath.chime", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "breath.voice", NULL);
  let_pass (page, &clock, 100);
  let_pass (page, &clock, 6000);
  assert_heard (ear, "(switch)Breathe out.(start)Breathe in.");
  g_assert_cmpstr (announced->str, ==, "");

  gtk_widget_activate_action (GTK_WIDGET (page), "breath.voice", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "breath.say", NULL);
  let_pass (page, &clock, 10000);
  assert_heard (ear, "(switch)(start)");
  g_assert_cmpstr (announced->str, ==, "");
  fascia_announce_set_listener (NULL, NULL);
  go_back (fixture);
}

/* Whoever does not see it hears that it is paused, that it goes on, and that a rest begins; and how it is
 * done, with the button that has the focus. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) announced = g_string_new (NULL);
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  GtkWidget *button = find (page, "pause_button");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == button);
  g_assert_nonnull (strstr (get_description (button), "In softly"));
  let_pass (page, &clock, 2000);
  fascia_announce_set_listener (on_announced, announced);
  click (page, "pause_button");
  g_assert_cmpstr (announced->str, ==, "Paused.");
  fascia_announce_set_listener (on_announced, announced);
  g_string_truncate (announced, 0);
  click (page, "pause_button");
  g_assert_cmpstr (announced->str, ==, "Breathe in.");
  /* Leaving is no pause. */
  fascia_announce_set_listener (on_announced, announced);
  g_string_truncate (announced, 0);
  go_back (fixture);
  g_assert_cmpstr (announced->str, ==, "");
  fascia_announce_set_listener (NULL, NULL);

  answer (fixture, "asthma-severe");
  page = begin_breath (fixture, &clock);
  fascia_announce_set_listener (on_announced, announced);
  click (page, "go_button");
  g_assert_cmpstr (announced->str, ==, "Rest.");
  g_assert_nonnull (strstr (get_description (find (page, "pause_button")), "Lie or sit"));
  fascia_announce_set_listener (NULL, NULL);
  go_back (fixture);
}

/* ---- settings ---- */

static gboolean
is_setup_loaded (gpointer data)
{
  return fascia_body_setup_is_loaded (data);
}

static FasciaBodySetup *
get_setup (Fixture *fixture)
{
  FasciaBodySetup *setup
      = fascia_body_setup_get (fixture->journal, fascia_window_get_body (fixture->window));

  fascia_test_assert_until (is_setup_loaded, setup);
  return setup;
}

/* What was kept is read while the page is there already; what the person chose on it stays. */
static void
test_settings_late (Fixture *fixture, gconstpointer data)
{
  Clock clock = { 1000 };

  show (fixture, 1000, 700);
  FasciaBodySetup *setup = get_setup (fixture);
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  GActionGroup *actions
      = G_ACTION_GROUP (fascia_breath_sounds_get_actions (fascia_breath_page_get_sounds (page)));
  AdwToggleGroup *minutes = ADW_TOGGLE_GROUP (find (page, "minutes"));

  g_assert_cmpstr (adw_toggle_group_get_active_name (minutes), ==, "5");
  fascia_body_setup_set (setup, FASCIA_SETTING_BREATH_MINUTES, g_variant_new_int64 (2));
  fascia_body_setup_set (setup, FASCIA_SETTING_BREATH_CHIME, g_variant_new_boolean (TRUE));
  g_assert_cmpstr (adw_toggle_group_get_active_name (minutes), ==, "2");
  g_assert_cmpint (get_breath (page)->planned_ms, ==, 120000);
  {
    g_autoptr (GVariant) state = g_action_group_get_action_state (actions, "chime");

    g_assert_true (g_variant_get_boolean (state));
  }
  adw_toggle_group_set_active_name (minutes, "10");
  fascia_body_setup_set (setup, FASCIA_SETTING_BREATH_MINUTES, g_variant_new_int64 (2));
  g_assert_cmpstr (adw_toggle_group_get_active_name (minutes), ==, "10");
  go_back (fixture);
}

static gboolean
is_heard (gpointer data)
{
  return ((TestVoice *) data)->n_connections > 0;
}

/* The chime alone wakes no voice; the voice does as soon as it is switched on. */
static void
test_no_voice (Fixture *fixture, gconstpointer data)
{
  TestVoice *voice = test_voice_new (fixture->dir);
  g_autofree char *address = g_strconcat ("unix_socket:", voice->path, NULL);
  g_autofree char *before = g_strdup (g_getenv ("SPEECHD_ADDRESS"));
  Clock clock = { 1000 };

  test_voice_start (voice);
  g_setenv ("SPEECHD_ADDRESS", address, TRUE);
  show (fixture, 1000, 700);
  FasciaBodySetup *setup = get_setup (fixture);
  fascia_body_setup_set (setup, FASCIA_SETTING_BREATH_CHIME, g_variant_new_boolean (TRUE));
  FasciaBreathPage *page = begin_breath (fixture, &clock);
  let_pass (page, &clock, 12000);
  fascia_test_drain ();
  g_assert_false (is_heard (voice));
  fascia_body_setup_set (setup, FASCIA_SETTING_BREATH_VOICE, g_variant_new_boolean (TRUE));
  fascia_test_assert_until (is_heard, voice);
  go_back (fixture);
  if (before != NULL)
    g_setenv ("SPEECHD_ADDRESS", before, TRUE);
  else
    g_unsetenv ("SPEECHD_ADDRESS");
  test_voice_free (voice);
}

#define add(name, function)                                                                        \
  g_test_add ("/flare-breath/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("kept", test_kept);
  add ("finished", test_finished);
  add ("open-ended", test_open_ended);
  add ("undo", test_undo);
  add ("undo-finished", test_undo_finished);
  add ("undo-older", test_undo_older);
  add ("motion", test_motion);
  add ("held-back", test_held_back);
  add ("held-back-meanwhile", test_held_back_meanwhile);
  add ("heard", test_heard);
  add ("told", test_told);
  add ("settings-late", test_settings_late);
  add ("no-voice", test_no_voice);

  return run_tests ();
}

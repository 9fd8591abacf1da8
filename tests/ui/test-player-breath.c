/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A breath to follow in a session: where it is, when it is silent, and why there may be none.
 */

#include "config.h"

#include "core/routines/fascia-breath.h"
#include "ear-fixture.h"
#include "fascia-announce.h"
#include "fascia-breath-circle.h"
#include "player-fixture.h"
#include "routines/fascia-safety-book.h"

static void
settle (Session *self)
{
  let_frames_pass (GTK_WIDGET (self->window));
  fascia_test_drain ();
}

static void
set_animations (gboolean has_animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", has_animations, NULL);
}

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  if (strstr (text, "Breathe in") != NULL || strstr (text, "Breathe out") != NULL)
    (*(guint *) data)++;
}

/* Asked for it is there: the disc is where the breath is, the words say which way, and nothing is said
 * aloud. In a pause it stands. */
static void
test_breath (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };
  guint n_said = 0;

  set_animations (TRUE);
  session_start_with (&session, fixture, body, "b01");
  FasciaPlayerPage *page = session.page;
  push_to_hold (&session);
  /* Off unless it is asked for. */
  g_assert_null (page->breath);
  g_assert_null (get_state_words (&session));

  set_switch (&session, FASCIA_SETTING_PLAYER_BREATH, TRUE);
  set_switch (&session, FASCIA_SETTING_PLAYER_VOICE, FALSE);
  settle (&session);
  fascia_announce_set_listener (on_announced, &n_said);
  for (guint i = 0; i < 250; i++)
    {
      const gint64 held_ms = fascia_player_get_length_ms (get_player (&session))
                             - fascia_player_get_left_ms (get_player (&session));
      FasciaBreathAt at;

      fascia_breath_at (held_ms, &at);
      g_assert_cmpstr (get_state_words (&session), ==,
                       at.phase == FASCIA_BREATH_IN ? "Breathe in" : "Breathe out");
      g_assert_true (gtk_widget_get_visible (page->breath));
      g_assert_cmpfloat_with_epsilon (
          fascia_breath_circle_get_fullness (FASCIA_BREATH_CIRCLE (page->breath)), at.fullness,
          0.05);
      push (&session, 100);
    }
  fascia_player_runner_pause (session.runner);
  const double full = fascia_breath_circle_get_fullness (FASCIA_BREATH_CIRCLE (page->breath));
  g_assert_false (fascia_player_runner_has_source (session.runner));
  g_assert_cmpstr (get_state_words (&session), ==, "Paused");
  push (&session, 3000);
  g_assert_cmpfloat (fascia_breath_circle_get_fullness (FASCIA_BREATH_CIRCLE (page->breath)), ==,
                     full);
  fascia_player_runner_resume (session.runner);
  g_assert_cmpfloat_with_epsilon (
      fascia_breath_circle_get_fullness (FASCIA_BREATH_CIRCLE (page->breath)), full, 0.01);

  /* And gone at once. */
  set_switch (&session, FASCIA_SETTING_PLAYER_BREATH, FALSE);
  g_assert_false (gtk_widget_get_visible (page->breath));
  g_assert_null (get_state_words (&session));
  fascia_announce_set_listener (NULL, NULL);
  g_assert_cmpuint (n_said, ==, 0);
  session_end (&session);
  set_animations (FALSE);
}

/* Words in place of motion. */
static void
test_breath_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start_with (&session, fixture, body, "b01");
  set_switch (&session, FASCIA_SETTING_PLAYER_BREATH, TRUE);
  g_assert_cmpstr (get_state_words (&session), ==, "Get ready");
  push_to_hold (&session);
  g_assert_cmpstr (get_state_words (&session), ==, "Breathe in");
  push (&session, FASCIA_BREATH_IN_MS);
  g_assert_cmpstr (get_state_words (&session), ==, "Breathe out");
  push (&session, FASCIA_BREATH_OUT_MS);
  g_assert_cmpstr (get_state_words (&session), ==, "Breathe in");
  g_assert_null (session.page->breath);
  session_end (&session);
}

/* What is moved a number of times has a pace of its own. */
static void
test_breath_of_movement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  const FasciaRoutineItem item = { .step = "m09", .sets = 1, .reps = 8 };
  Session session = { 0 };

  set_animations (TRUE);
  session_start_items (&session, fixture, body, &item, 1, 800, 600);
  set_switch (&session, FASCIA_SETTING_PLAYER_BREATH, TRUE);
  push_to_hold (&session);
  g_assert_null (session.page->breath);
  g_assert_cmpstr (get_state_words (&session), ==, "about 8 times");
  session_end (&session);
  set_animations (FALSE);
}

static gboolean
is_answered (gpointer data)
{
  FasciaSafety *safety = fascia_safety_book_get_safety (data);

  return safety != NULL && fascia_safety_is_answered (safety);
}

static gboolean
is_breath_open (gpointer data)
{
  Session *self = data;

  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->page->actions), "breath");
}

static gboolean
is_menu_open (gpointer data)
{
  GtkPopover *popover
      = gtk_menu_button_get_popover (GTK_MENU_BUTTON (((Session *) data)->page->menu_button));

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

static gboolean
has_why (Session *self)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->page->actions), "why-no-breath");
}

/* (nullable) In the menu as it is built. */
static GtkWidget *
find_item (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (root), "text") != NULL
      && !GTK_IS_EDITABLE (root))
    {
      g_autofree char *own = NULL;

      g_object_get (root, "text", &own, NULL);
      if (g_strcmp0 (own, text) == 0)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_item (child, text);
  return found;
}

/* The menu has the choice or says why it has none: never an item that is only grey. */
static void
assert_item (Session *self, gboolean is_open)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (self->page->menu_button);

  gtk_menu_button_popup (button);
  fascia_test_assert_until (is_menu_open, self);
  GtkWidget *menu = GTK_WIDGET (gtk_menu_button_get_popover (button));
  g_assert_cmpint (find_item (menu, "Breath to Follow") != NULL, ==, is_open);
  g_assert_cmpint (find_item (menu, "Why No Breath to Follow…") != NULL, ==, !is_open);
  gtk_menu_button_popdown (button);
  fascia_test_drain ();
}

static gboolean
has_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (
             ADW_APPLICATION_WINDOW (((Session *) data)->window))
         != NULL;
}

/* What it says is what the tables say, and Space goes on afterwards. */
static void
assert_why (Session *self)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (self->window);

  gtk_widget_activate_action (GTK_WIDGET (self->page), "player.why-no-breath", NULL);
  fascia_test_assert_until (has_dialog, self);
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)),
                            "So there is no breath to follow here."));
  adw_dialog_force_close (dialog);
  fascia_test_assert_until (is_on_continue, self);
}

/* Whoever may not follow a paced breath is shown none in a session either, and cannot choose it there. */
static void
test_breath_held_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  const FasciaRoutineItem item
      = { .step = "r01", .side = FASCIA_SIDE_LEFT, .sets = 1, .seconds = 60 };
  const FasciaConditionAnswer asthma
      = { .code = "asthma-severe", .side = FASCIA_SIDE_MIDLINE, .since_day = FASCIA_DAY_UNKNOWN };
  Session session = { 0 };

  set_animations (TRUE);
  session_start_items (&session, fixture, body, &item, 1, 800, 600);
  FasciaSafetyBook *book = fascia_safety_book_get (fixture->journal, body);
  set_switch (&session, FASCIA_SETTING_PLAYER_BREATH, TRUE);
  push_to_hold (&session);
  g_assert_true (is_breath_open (&session));
  g_assert_cmpstr (get_state_words (&session), ==, "Breathe in");

  fascia_safety_book_write (book, &asthma, 1, fascia_safety_book_get_today (book), NULL, NULL,
                            NULL);
  fascia_test_assert_until (is_answered, book);
  push (&session, 100);
  g_assert_false (is_breath_open (&session));
  g_assert_true (has_why (&session));
  g_assert_false (gtk_widget_get_visible (session.page->breath));
  for (guint i = 0; i < 120; i++)
    {
      g_assert_null (get_state_words (&session));
      push (&session, 100);
    }

  assert_item (&session, FALSE);
  assert_why (&session);
  fascia_player_runner_go_on (session.runner);

  fascia_safety_book_write (book, NULL, 0, fascia_safety_book_get_today (book), NULL, NULL, NULL);
  fascia_test_assert_until (is_breath_open, &session);
  push (&session, 100);
  g_assert_false (has_why (&session));
  g_assert_nonnull (get_state_words (&session));
  assert_item (&session, TRUE);
  session_end (&session);
  set_animations (FALSE);
}

/* The rest in place of breathing has no breath to follow. */
static void
test_breath_of_rest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  const FasciaRoutineItem item = { .step = FASCIA_BREATH_REST_STEP, .sets = 1, .seconds = 60 };
  Session session = { 0 };

  set_animations (TRUE);
  session_start_items (&session, fixture, body, &item, 1, 800, 600);
  set_switch (&session, FASCIA_SETTING_PLAYER_BREATH, TRUE);
  push_to_hold (&session);
  push (&session, 5000);
  g_assert_null (session.page->breath);
  g_assert_null (get_state_words (&session));
  session_end (&session);
  set_animations (FALSE);
}

/* All that is to be heard of the same session, and when, a line each. */
static char *
dup_heard (Fixture *fixture, FasciaBody *body, gboolean has_breath)
{
  Session session = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TestEar) ear = g_object_new (TEST_TYPE_EAR, NULL);

  session_start_with (&session, fixture, body, "b01");
  const gint64 begun = session.now;
  set_switch (&session, FASCIA_SETTING_PLAYER_BREATH, has_breath);
  ear->now = &session.now;
  fascia_player_runner_set_sink (session.runner, FASCIA_CUE_SINK (ear));
  push (&session, 60000);
  fascia_player_runner_pause (session.runner);
  fascia_player_runner_resume (session.runner);
  push (&session, 120000);
  g_assert_cmpint (session.page->breath != NULL, ==, has_breath);
  for (guint i = 0; i < ear->heard->len; i++)
    {
      const Heard *heard = &g_array_index (ear->heard, Heard, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %d %s\n", heard->at_ms - begun,
                              heard->chime, heard->words != NULL ? heard->words : "");
    }
  g_string_append_printf (text, "hushed %u\n", ear->n_hushed);
  session_end (&session);
  fascia_journal_shutdown (fixture->journal);
  g_object_unref (fixture->journal);
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* A breath to follow is looked at: the session sounds the same with it and without. */
static void
test_breath_is_silent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);

  set_animations (TRUE);
  g_autofree char *without = dup_heard (fixture, body, FALSE);
  g_autofree char *with = dup_heard (fixture, body, TRUE);
  g_assert_cmpint (strlen (without), >, 100);
  g_assert_cmpstr (with, ==, without);
  set_animations (FALSE);
}

/* The word changes, and nothing else moves. */
static void
test_breath_stands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };
  graphene_rect_t in[2], out[2];

  set_animations (TRUE);
  session_start_items (&session, fixture, body,
                       &(FasciaRoutineItem) { .step = "b01", .sets = 1, .seconds = 120 }, 1, 360,
                       640);
  FasciaPlayerPage *page = session.page;
  GtkWidget *const widgets[] = { GTK_WIDGET (page->ring), GTK_WIDGET (page->cue_label) };
  set_switch (&session, FASCIA_SETTING_PLAYER_BREATH, TRUE);
  push_to_hold (&session);
  settle (&session);
  g_assert_cmpstr (get_state_words (&session), ==, "Breathe in");
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    g_assert_true (gtk_widget_compute_bounds (widgets[i], GTK_WIDGET (page), &in[i]));
  push (&session, FASCIA_BREATH_IN_MS);
  settle (&session);
  g_assert_cmpstr (get_state_words (&session), ==, "Breathe out");
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      g_assert_true (gtk_widget_compute_bounds (widgets[i], GTK_WIDGET (page), &out[i]));
      g_assert_true (graphene_rect_equal (&in[i], &out[i]));
    }
  session_end (&session);
  set_animations (FALSE);
}

#define ADD(name, test) g_test_add ("/player-breath/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("follow", test_breath);
  ADD ("words", test_breath_words);
  ADD ("of-movement", test_breath_of_movement);
  ADD ("is-silent", test_breath_is_silent);
  ADD ("stands", test_breath_stands);
  ADD ("held-back", test_breath_held_back);
  ADD ("of-rest", test_breath_of_rest);
  return run_tests ();
}

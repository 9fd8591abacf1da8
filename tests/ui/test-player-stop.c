/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reasons to stop: rows that everybody can press, and a pulse only where something presses.
 */

#include "config.h"

#include "fascia-announce.h"
#include "fascia-link-row.h"
#include "routines/fascia-player-page-private.h"
#include "routines/fascia-player-stop.h"
#include "safety-fixture.h"

static gboolean
is_model_ready (gpointer data)
{
  return fascia_routines_model_is_ready (data) && !fascia_routines_model_is_busy (data);
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return dialog != NULL && is_mapped (dialog);
}

static AdwNavigationView *
get_navigation (Fixture *fixture)
{
  return ADW_NAVIGATION_VIEW (
      adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window)));
}

static FasciaLibrary *
load_library (Fixture *fixture, FasciaRoutinesModel **model)
{
  show_ready (fixture);
  *model = fascia_routines_model_get (fixture->journal, fixture->body);
  fascia_routines_model_load (*model);
  fascia_test_assert_until (is_model_ready, *model);
  return fascia_routines_model_get_library (*model);
}

static void
test_pulse_names (Fixture *fixture, gconstpointer data)
{
  FasciaRoutinesModel *model = NULL;
  FasciaLibrary *library = load_library (fixture, &model);
  guint n_hand = 0, n_tool = 0, n_none = 0;

  for (guint i = 0; i < fascia_library_get_n_steps (library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);
      const char *name = fascia_player_stop_get_pulse_name (step);

      if (fascia_step_presses (step))
        g_assert_nonnull (name);
      n_none += name == NULL;
      n_hand += g_strcmp0 (name, "A pulse under your hand") == 0;
      n_tool += g_strcmp0 (name, "A pulse under the tool") == 0;
    }
  g_assert_cmpuint (n_none, >, 0);
  g_assert_cmpuint (n_hand, >, 0);
  g_assert_cmpuint (n_tool, >, 0);
  g_assert_cmpuint (n_none + n_hand + n_tool, ==, fascia_library_get_n_steps (library));
  g_assert_cmpstr (fascia_player_stop_get_pulse_name (fascia_library_lookup_step (library, "r01")),
                   ==, "A pulse under the tool");
}

static gint64
get_pushed (gpointer data)
{
  return *(gint64 *) data;
}

static guint
count_rows (GtkWidget *root)
{
  guint n = FASCIA_IS_LINK_ROW (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

/* The first routine that begins with something that presses, or with something that does not. */
static FasciaPractice *
make_practice (FasciaRoutinesModel *model, gboolean presses)
{
  FasciaLibrary *library = fascia_routines_model_get_library (model);

  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      g_autoptr (FasciaPractice) practice = fascia_routines_model_make_practice (
          model, fascia_library_get_routine (library, i), NULL, NULL);
      guint n = 0;
      const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);

      if (n > 0 && (fascia_player_stop_get_pulse_name (entries[0].step) != NULL) == presses)
        return g_steal_pointer (&practice);
    }
  g_assert_not_reached ();
}

/* By the action that the accessibility bus sees: the session is stopped, and says why. */
static void
test_press (Fixture *fixture, gconstpointer data)
{
  const gboolean presses = GPOINTER_TO_INT (data);
  FasciaRoutinesModel *model = NULL;

  load_library (fixture, &model);
  answer (fixture, NULL, 0);
  fascia_test_assert_until (is_model_ready, model);
  g_autoptr (FasciaPractice) practice = make_practice (model, presses);
  GtkWidget *page = fascia_player_page_new (model, practice);
  FasciaPlayer *player
      = fascia_player_runner_get_player (fascia_player_page_get_runner (FASCIA_PLAYER_PAGE (page)));

  adw_navigation_view_push (get_navigation (fixture), ADW_NAVIGATION_PAGE (page));
  fascia_test_assert_until (is_mapped, page);
  gtk_widget_activate_action (page, "player.stop", NULL);
  fascia_test_assert_until (has_dialog, fixture);
  GtkWidget *dialog = GTK_WIDGET (get_dialog (fixture));
  g_assert_cmpuint (count_rows (dialog), ==, presses ? 8 : 7);
  GtkWidget *row = find_row (dialog, "Enough for today");
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_activate_action (row, "row.press", NULL));
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_STOPPED);
  adw_navigation_view_pop_to_tag (get_navigation (fixture), "root");
  fascia_test_drain ();
}

static void
on_said (GtkWidget *widget, const char *text, gpointer data)
{
  g_string_append_printf (data, "%s\n", text);
}

static gboolean
has_reason (FasciaPlayer *player, const char *reason)
{
  FasciaSession *session = fascia_player_dup_session (player, 1, 2);
  gboolean is_kept = FALSE;

  for (guint i = 0; i < session->n_steps; i++)
    is_kept |= g_strcmp0 (session->steps[i].reason, reason) == 0;
  fascia_player_session_free (session);
  return is_kept;
}

/* A red flag that is felt after the last hold: what to do is told and heard, and it is kept. Of the menu
 * what runs a session has gone. */
static void
test_wrong_after (Fixture *fixture, gconstpointer data)
{
  FasciaRoutinesModel *model = NULL;
  g_autoptr (GString) said = g_string_new (NULL);

  load_library (fixture, &model);
  answer (fixture, NULL, 0);
  fascia_test_assert_until (is_model_ready, model);
  g_autoptr (FasciaPractice) practice = make_practice (model, TRUE);
  GtkWidget *widget = fascia_player_page_new (model, practice);
  FasciaPlayerPage *page = FASCIA_PLAYER_PAGE (widget);
  FasciaPlayer *player = fascia_player_runner_get_player (page->runner);

  g_assert_cmpint (g_menu_model_get_n_items (
                       gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (page->menu_button))),
                   ==, 2);
  adw_navigation_view_push (get_navigation (fixture), ADW_NAVIGATION_PAGE (page));
  fascia_test_assert_until (is_mapped, page);
  gint64 now = 1000000;
  fascia_player_runner_set_now (page->runner, get_pushed, &now);
  fascia_player_runner_tick (page->runner);
  fascia_player_runner_resume (page->runner);
  while (fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED)
    {
      now += 1000;
      fascia_player_runner_tick (page->runner);
    }
  fascia_test_drain ();
  g_assert_null (page->advice);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (page->menu_button));
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 1);
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  /* The five switches, and why one of them may be missing. */
  g_assert_cmpint (g_menu_model_get_n_items (section), ==, 6);

  GtkWidget *wrong = find_button (GTK_WIDGET (page), "_Something Is Wrong…");
  g_assert_nonnull (wrong);
  g_signal_emit_by_name (wrong, "clicked");
  fascia_test_assert_until (has_dialog, fixture);
  GtkWidget *dialog = GTK_WIDGET (get_dialog (fixture));
  g_assert_null (find_row (dialog, "Enough for today"));
  GtkWidget *row = find_row (dialog, "Numb, tingling, weak, cold or changed in colour");
  g_assert_nonnull (row);
  fascia_announce_set_listener (on_said, said);
  g_assert_true (gtk_widget_activate_action (row, "row.press", NULL));
  fascia_announce_set_listener (NULL, NULL);
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_nonnull (page->advice);
  g_assert_true (gtk_widget_get_mapped (page->advice));
  g_assert_nonnull (strstr (said->str, "Leave this place alone"));
  g_assert_nonnull (find_button (GTK_WIDGET (page), "When to Get Help"));
  g_assert_true (has_reason (player, "nerve"));
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_FINISHED);
  adw_navigation_view_pop_to_tag (get_navigation (fixture), "root");
  fascia_test_drain ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, data, func) g_test_add (name, Fixture, data, set_up, func, tear_down)
  ADD ("/player-stop/pulse-names", NULL, test_pulse_names);
  ADD ("/player-stop/press/pressing", GINT_TO_POINTER (TRUE), test_press);
  ADD ("/player-stop/press/not-pressing", GINT_TO_POINTER (FALSE), test_press);
  ADD ("/player-stop/wrong-after", NULL, test_wrong_after);
#undef ADD
  return run_tests ();
}

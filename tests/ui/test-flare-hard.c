/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flare mode when something goes wrong, comes late, or is done elsewhere meanwhile.
 */

#include "config.h"

#include <sqlite3.h>

#include "body/fascia-level-scale.h"
#include "core/routines/fascia-single.h"
#include "core/store/fascia-db.h"
#include "flare-fixture.h"
#include "flare/fascia-flare-note-page.h"
#include "flare/fascia-flare-page.h"
#include "routines/fascia-player-page.h"

/* ---- what the journal has ---- */

static void
assert_note (Fixture *fixture, const char *what, int level)
{
  g_autoptr (FasciaEntry) entry = get_entry (fixture);

  g_assert_nonnull (entry);
  const FasciaMeasurement *pain
      = fascia_entry_find_measurement (entry, "pain-worst", FASCIA_SIDE_MIDLINE);
  g_assert_cmpstr (fascia_entry_get_event (entry)->what, ==, what);
  if (level == FASCIA_LEVEL_NOT_GIVEN)
    g_assert_null (pain);
  else
    g_assert_cmpfloat (pain->value, ==, level);
}

/* A journal that refuses words about a flare, until allow(). */
static void
make_refusing (Fixture *fixture)
{
  FasciaDb *db = fascia_db_open (fixture->path, FASCIA_DB_NONE, fixture->clock, 0, NULL);
  sqlite3 *sql = NULL;

  g_assert_nonnull (db);
  g_assert_true (fascia_db_close (db, NULL));
  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &sql, SQLITE_OPEN_READWRITE, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (sql,
                    "CREATE TRIGGER refuser BEFORE UPDATE ON event WHEN NOT EXISTS (SELECT 1 FROM "
                    "setting WHERE key = 'allow') BEGIN SELECT RAISE (ABORT, 'refused'); END",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  sqlite3_close (sql);
}

static void
allow (Fixture *fixture)
{
  fascia_journal_set_setting_async (fixture->journal, "allow", g_variant_new_boolean (TRUE), NULL,
                                    NULL, NULL);
}

static gboolean
is_kept (gpointer data)
{
  return fascia_flare_entry_is_kept (data);
}

static FasciaFlareNotePage *
note (Fixture *fixture)
{
  FasciaFlareNotePage *page;

  open_flare (fixture);
  click (get_page (fixture), "note_button");
  page = FASCIA_FLARE_NOTE_PAGE (get_page (fixture));
  fascia_test_assert_until (is_kept, fascia_flare_note_page_get_entry (page));
  return page;
}

static void
write_words (Fixture *fixture, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find (get_page (fixture), "words")), words);
}

/* ---- noted ---- */

/* The page is left when it turns out that the last words are not kept. */
static void
test_fails_late (Fixture *fixture, gconstpointer data)
{
  make_refusing (fixture);
  show (fixture, 1000, 700);
  note (fixture);
  write_words (fixture, "Low back");
  go_back (fixture);
  g_assert_true (FASCIA_IS_FLARE_PAGE (get_page (fixture)));
  fascia_test_assert_until (has_toast, fixture);
  allow (fixture);
  click_toast (fixture, "Try Again");
  fascia_test_drain ();
  assert_note (fixture, "Low back", FASCIA_LEVEL_NOT_GIVEN);
  go_back (fixture);
}

static gboolean
can_retry (gpointer data)
{
  return gtk_widget_get_visible (find (data, "retry_button"));
}

/* Said on the page first, and by whoever is there when the page is left all the same. */
static void
test_fails (Fixture *fixture, gconstpointer data)
{
  make_refusing (fixture);
  show (fixture, 1000, 700);
  GtkWidget *page = GTK_WIDGET (note (fixture));
  write_words (fixture, "Low back");
  fascia_test_assert_until (can_retry, page);
  g_assert_null (find_toast (fixture));
  click (page, "retry_button");
  go_back (fixture);
  fascia_test_assert_until (has_toast, fixture);
  assert_note (fixture, NULL, FASCIA_LEVEL_NOT_GIVEN);
  allow (fixture);
  click_toast (fixture, "Try Again");
  assert_note (fixture, "Low back", FASCIA_LEVEL_NOT_GIVEN);
  go_back (fixture);
}

static void
test_take_back (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  note (fixture);
  click (get_page (fixture), "undo_button");
  fascia_test_assert_until (has_toast, fixture);
  assert_no_entry (fixture);
  click_toast (fixture, "Undo");
  assert_note (fixture, NULL, FASCIA_LEVEL_NOT_GIVEN);
  go_back (fixture);
}

static gboolean
press_undo (gpointer page)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);
  g_autoptr (GtkShortcutTrigger) trigger = gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, page, NULL);
        }
    }
  return FALSE;
}

static gboolean
has_refusal (gpointer data)
{
  GtkWidget *toast = find_toast (data);

  return toast != NULL
         && find_label (toast, "To take the flare back, choose “Take It Back”.") != NULL;
}

static int
get_level (gpointer page)
{
  return fascia_level_scale_get_level (FASCIA_LEVEL_SCALE (find (page, "level")));
}

/* Undo takes back one level after the other, and never the note; among letters it is about letters. */
static void
test_undo_key (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  GtkWidget *page = GTK_WIDGET (note (fixture));
  g_signal_emit_by_name (find (page, "level"), "chosen", 4);
  g_signal_emit_by_name (find (page, "level"), "chosen", 7);
  gtk_widget_grab_focus (find (page, "words"));
  g_assert_true (press_undo (page));
  g_assert_cmpint (get_level (page), ==, 7);
  assert_note (fixture, NULL, 7);

  gtk_widget_grab_focus (find (page, "undo_button"));
  g_assert_true (press_undo (page));
  g_assert_cmpint (get_level (page), ==, 4);
  assert_note (fixture, NULL, 4);
  g_assert_true (press_undo (page));
  g_assert_cmpint (get_level (page), ==, FASCIA_LEVEL_NOT_GIVEN);
  assert_note (fixture, NULL, FASCIA_LEVEL_NOT_GIVEN);
  g_assert_null (find_toast (fixture));

  g_assert_true (press_undo (page));
  fascia_test_assert_until (has_refusal, fixture);
  g_assert_true (GTK_WIDGET (get_page (fixture)) == page);
  assert_note (fixture, NULL, FASCIA_LEVEL_NOT_GIVEN);
  go_back (fixture);
  go_back (fixture);
}

/* Whoever takes it back and thinks better of it has every letter again. */
static void
test_take_back_letters (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  note (fixture);
  write_words (fixture, "Low back");
  click (get_page (fixture), "undo_button");
  fascia_test_assert_until (has_toast, fixture);
  assert_no_entry (fixture);
  click_toast (fixture, "Undo");
  assert_note (fixture, "Low back", FASCIA_LEVEL_NOT_GIVEN);
  go_back (fixture);
}

/* Taken back by another window: that is said, and what is in view can be kept all the same. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  GtkWidget *page = GTK_WIDGET (note (fixture));
  fascia_journal_undo_async (fixture->journal, 0, NULL, NULL, NULL);
  assert_no_entry (fixture);
  g_signal_emit_by_name (find (page, "level"), "chosen", 7);
  fascia_test_assert_until (can_retry, page);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (page, "title"))), ==, "Taken Back");
  assert_no_entry (fixture);
  click (page, "retry_button");
  assert_note (fixture, NULL, 7);
  fascia_test_drain ();
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (page, "title"))), ==, "Noted");
  g_assert_false (can_retry (page));
  go_back (fixture);
  go_back (fixture);
}

/* ---- sessions ---- */

/* Nothing was answered that holds it back. */
static FasciaPractice *
make_practice (FasciaRoutinesModel *model, const char *id)
{
  const char *const places[] = { "shoulder-top", NULL };
  const FasciaRoutineItem item = { .step = "r20", .places = places, .sets = 1, .seconds = 45 };
  const gint32 day = fascia_routines_model_get_day (model);
  g_autoptr (FasciaSafety) safety
      = fascia_safety_new (fascia_routines_model_get_conditions (model),
                           fascia_routines_model_get_body (model), NULL, 0, day, day);
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own (id, "Test", NULL);
  g_autoptr (FasciaRoutine) routine = fascia_routine_with_items (empty, &item, 1);

  return fascia_routines_model_make_practice (model, routine, safety, NULL);
}

/* The one hold of a bad day is made with the low ceiling; the same step in a routine is not. */
static void
test_gentle (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaRoutinesModel *model = load_model (fixture);
  g_autoptr (FasciaPractice) own = make_practice (model, "own-test");
  g_autoptr (FasciaPractice) single = make_practice (model, FASCIA_SINGLE_ROUTINE);
  guint n = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (single, &n);

  g_assert_false (fascia_practice_is_gentle (own));
  g_assert_true (fascia_practice_is_gentle (single));
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (entries[0].cap, <=, 3);
  g_assert_cmpint (fascia_practice_get_entries (own, &n)[0].cap, >, 3);
}

/* A session that was begun from the calm screen lies over it: there is a new one over the session. */
static void
test_over_player (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaRoutinesModel *model = load_model (fixture);
  g_autoptr (FasciaPractice) practice = make_practice (model, FASCIA_SINGLE_ROUTINE);
  open_flare (fixture);
  AdwNavigationPage *flare = get_page (fixture);
  AdwNavigationPage *player = ADW_NAVIGATION_PAGE (fascia_player_page_new (model, practice));
  adw_navigation_view_push (get_view (fixture), player);
  fascia_test_drain ();
  FasciaPlayerRunner *runner = fascia_player_page_get_runner (FASCIA_PLAYER_PAGE (player));
  g_assert_true (fascia_player_runner_is_running (runner));

  open_flare (fixture);
  g_assert_true (FASCIA_IS_FLARE_PAGE (get_page (fixture)));
  g_assert_true (get_page (fixture) != flare);
  g_assert_false (fascia_player_runner_is_running (runner));
  /* No session over the one that waits. */
  g_assert_false (gtk_widget_get_visible (find (get_page (fixture), "hold_button")));
  go_back (fixture);
  g_assert_true (get_page (fixture) == player);
  adw_navigation_page_set_can_pop (player, TRUE);
  go_back (fixture);
  go_back (fixture);
}

static gboolean
has_session (gpointer data)
{
  FasciaOperation *operation = fascia_journal_get_undo (data);
  FasciaEntry *entry = operation != NULL ? fascia_operation_get_after (operation) : NULL;

  return entry != NULL && fascia_entry_get_kind (entry) == FASCIA_ENTRY_SESSION;
}

/* One hold, as every session, is not taken from under whoever is in it. */
static void
test_undo_session (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaRoutinesModel *model = load_model (fixture);
  g_autoptr (FasciaPractice) practice = make_practice (model, FASCIA_SINGLE_ROUTINE);
  AdwNavigationPage *player = ADW_NAVIGATION_PAGE (fascia_player_page_new (model, practice));
  adw_navigation_view_push (get_view (fixture), player);
  fascia_test_assert_until (has_session, fixture->journal);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  fascia_test_assert_until (has_toast, fixture);
  g_assert_nonnull (find_label (
      find_toast (fixture), "This session is not over yet. End it first, then you can undo it."));
  g_autoptr (FasciaEntry) entry = get_entry (fixture);
  g_assert_cmpint (fascia_entry_get_kind (entry), ==, FASCIA_ENTRY_SESSION);
  adw_navigation_page_set_can_pop (player, TRUE);
  go_back (fixture);
}

#define add(name, function)                                                                        \
  g_test_add ("/flare-hard/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("fails-late", test_fails_late);
  add ("fails", test_fails);
  add ("take-back", test_take_back);
  add ("take-back-letters", test_take_back_letters);
  add ("undo-key", test_undo_key);
  add ("gone", test_gone);
  add ("gentle", test_gentle);
  add ("over-player", test_over_player);
  add ("undo-session", test_undo_session);

  return run_tests ();
}

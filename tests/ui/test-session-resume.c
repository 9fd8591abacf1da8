/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that broke off: offered on the pages, gone on with in its own entry, left, closed by itself;
 * never another session without a word, and never one that runs.
 */

#include "config.h"

#include "body/fascia-body-list.h"
#include "core/routines/fascia-player.h"
#include "core/routines/fascia-single.h"
#include "routines/fascia-session-resume-card.h"
#include "routines/fascia-session-resume.h"
#include "session-fixture.h"

#define HOUR_MS (60 * G_GINT64_CONSTANT (60000))

/* The first routine of three steps or more in which something presses. */
static FasciaPractice *
make_practice (FasciaRoutinesModel *model)
{
  FasciaLibrary *library = fascia_routines_model_get_library (model);

  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (library, i);
      g_autoptr (FasciaPractice) practice
          = fascia_routines_model_make_practice (model, routine, NULL, NULL);
      guint n = 0;

      fascia_practice_get_entries (practice, &n);
      if (n >= 3 && fascia_practice_get_pressure_seconds (practice) > 0)
        return g_steal_pointer (&practice);
    }
  g_assert_not_reached ();
}

/* ---- what the journal holds ---- */

typedef struct
{
  FasciaEntry *entry;
  gboolean is_done;
} Kept;

static void
on_put (GObject *source, GAsyncResult *result, gpointer data)
{
  Kept *kept = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  kept->entry = fascia_entry_ref (fascia_operation_get_after (operation));
  kept->is_done = TRUE;
}

static void
on_got (GObject *source, GAsyncResult *result, gpointer data)
{
  Kept *kept = data;

  kept->entry = fascia_journal_load_entry_finish (FASCIA_JOURNAL (source), result, NULL);
  kept->is_done = TRUE;
}

static gboolean
is_kept (gpointer data)
{
  return ((Kept *) data)->is_done;
}

/* As a program that was killed leaves it. */
static FasciaEntry *
put_session (Fixture *fixture, FasciaPlayer *player, gint64 ago_ms, gboolean has_begun)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  const gint64 started_ms = fascia_clock_now_ms (fixture->clock) - ago_ms;
  FasciaUid uid = { 0 };
  FasciaMoment moment;
  Kept kept = { 0 };
  FasciaSession *session = fascia_player_dup_session (player, started_ms, 0);
  FasciaSessionStep *first = (FasciaSessionStep *) session->steps;

  if (has_begun)
    {
      first->outcome = "done";
      first->done_s = first->planned_s;
    }
  fascia_moment_init (&moment, started_ms, zone);
  g_autoptr (FasciaEntry) bare = fascia_entry_new (&uid, FASCIA_ENTRY_SESSION, &moment);
  g_autoptr (FasciaEntry) entry = fascia_entry_with_session (bare, session);
  fascia_player_session_free (session);
  fascia_journal_put_async (fixture->journal, entry, NULL, on_put, &kept);
  fascia_test_assert_until (is_kept, &kept);
  return kept.entry;
}

/* With one step done. */
static FasciaEntry *
put_open (Fixture *fixture, FasciaPractice *practice, gint64 ago_ms)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);

  return put_session (fixture, player, ago_ms, TRUE);
}

static FasciaEntry *
read_entry (Fixture *fixture, FasciaEntry *entry)
{
  Kept kept = { 0 };

  fascia_journal_load_entry_async (fixture->journal, fascia_entry_get_uid (entry), NULL, on_got,
                                   &kept);
  fascia_test_assert_until (is_kept, &kept);
  g_assert_nonnull (kept.entry);
  return kept.entry;
}

typedef struct
{
  Fixture *fixture;
  FasciaEntry *entry;
} Closing;

static gboolean
is_stopped (gpointer data)
{
  Closing *closing = data;
  g_autoptr (FasciaEntry) entry = read_entry (closing->fixture, closing->entry);

  return g_strcmp0 (fascia_entry_get_session (entry)->outcome, "stopped") == 0;
}

/* ---- from the offer on ---- */

static gboolean
is_offered (gpointer resume)
{
  return fascia_session_resume_get_entry (resume) != NULL;
}

static gboolean
is_not_offered (gpointer resume)
{
  return fascia_session_resume_get_entry (resume) == NULL;
}

static FasciaSessionResume *
offer (FasciaRoutinesModel *model)
{
  FasciaSessionResume *resume = fascia_session_resume_get (model);

  fascia_session_resume_look_again (resume);
  fascia_test_assert_until (is_offered, resume);
  return resume;
}

static void
test_go_on (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);
  g_autoptr (FasciaPractice) practice = make_practice (model);
  g_autoptr (FasciaEntry) entry = put_open (fixture, practice, HOUR_MS);
  FasciaSessionResume *resume = offer (model);
  g_autofree char *words = fascia_session_resume_dup_words (resume);

  g_assert_nonnull (strstr (words, ", step 2 of "));
  fascia_session_resume_go_on (resume, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (has_sheet, fixture);
  fascia_session_sheet_answer_none (FASCIA_SESSION_SHEET (get_dialog (fixture)));
  fascia_test_assert_until (has_player, fixture);
  /* It runs, so nobody is asked about it any more. */
  g_assert_true (is_not_offered (resume));
  FasciaPlayerPage *page
      = FASCIA_PLAYER_PAGE (adw_navigation_view_get_visible_page (get_navigation (fixture)));
  FasciaPlayerRunner *runner = fascia_player_page_get_runner (page);
  g_assert_true (memcmp (fascia_player_runner_get_uid (runner), fascia_entry_get_uid (entry),
                         sizeof (FasciaUid))
                 == 0);
  g_assert_cmpuint (fascia_player_get_entry (fascia_player_runner_get_player (runner)), ==, 1);
  fascia_player_page_stop (page, "enough");
  Closing closing = { fixture, entry };
  fascia_test_assert_until (is_stopped, &closing);
  g_autoptr (FasciaEntry) kept = read_entry (fixture, entry);
  g_assert_cmpstr (fascia_entry_get_session (kept)->steps[0].outcome, ==, "done");
  /* The hour in between was a pause. */
  g_assert_cmpint (fascia_entry_get_session (kept)->paused_ms, >, HOUR_MS / 2);
  adw_navigation_view_pop_to_tag (get_navigation (fixture), "root");
  fascia_test_drain ();
}

/* (transfer none) Through the questions, to the session that goes on. */
static FasciaPlayerPage *
go_on (Fixture *fixture, FasciaSessionResume *resume)
{
  fascia_session_resume_go_on (resume, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (has_sheet, fixture);
  fascia_session_sheet_answer_none (FASCIA_SESSION_SHEET (get_dialog (fixture)));
  fascia_test_assert_until (has_player, fixture);
  return FASCIA_PLAYER_PAGE (adw_navigation_view_get_visible_page (get_navigation (fixture)));
}

static void
end (Fixture *fixture, FasciaPlayerPage *page, FasciaEntry *entry)
{
  Closing closing = { fixture, entry };

  fascia_player_page_stop (page, "enough");
  fascia_test_assert_until (is_stopped, &closing);
  adw_navigation_view_pop_to_tag (get_navigation (fixture), "root");
  fascia_test_drain ();
}

/* A session for one place, to which its other side was added; something is left to do after it. */
static FasciaPlayer *
make_with_side (FasciaRoutinesModel *model)
{
  FasciaLibrary *library = fascia_routines_model_get_library (model);
  const FasciaRegion *const places[]
      = { fascia_body_lookup (fascia_library_get_body (library), "buttock-upper-left"), NULL };

  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      g_autoptr (FasciaPractice) practice = fascia_routines_model_make_practice (
          model, fascia_library_get_routine (library, i), NULL, places);
      g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);
      gint64 now = 0;

      if (player == NULL)
        continue;
      fascia_player_resume (player, now);
      while (fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED)
        {
          fascia_player_tick (player, now += 1000);
          if (fascia_player_get_entry (player) > 0 && fascia_player_add_other_side (player, now))
            return g_steal_pointer (&player);
        }
    }
  g_assert_not_reached ();
}

static void
test_side (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);
  g_autoptr (FasciaPlayer) player = make_with_side (model);
  g_autoptr (FasciaEntry) entry = put_session (fixture, player, HOUR_MS, TRUE);
  guint n_before = 0, n = 0;

  fascia_practice_get_entries (fascia_player_get_practice (player), &n_before);
  FasciaPlayerPage *page = go_on (fixture, offer (model));
  FasciaPlayer *now = fascia_player_runner_get_player (fascia_player_page_get_runner (page));
  fascia_practice_get_entries (fascia_player_get_practice (now), &n);
  g_assert_cmpuint (n, ==, n_before);
  end (fixture, page, entry);
}

/* The one hold of a bad day is no routine of the library: it goes on all the same, and gently. */
static void
test_single (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);
  FasciaLibrary *library = fascia_routines_model_get_library (model);
  const FasciaRegion *const places[]
      = { fascia_body_lookup (fascia_library_get_body (library), "shoulder-top-left"), NULL };
  g_autoptr (FasciaRoutine) routine
      = fascia_single_make_routine (fascia_library_lookup_step (library, "r20"), places[0]);
  g_autoptr (FasciaPractice) practice
      = fascia_routines_model_make_practice (model, routine, NULL, places);
  g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);
  g_autoptr (FasciaEntry) entry = put_session (fixture, player, HOUR_MS, FALSE);
  FasciaSessionResume *resume = offer (model);
  g_autofree char *words = fascia_session_resume_dup_words (resume);

  g_assert_cmpstr (words, ==, "You were in Left shoulder top: one hold, step 1 of 1");
  FasciaPlayerPage *page = go_on (fixture, resume);
  FasciaPlayer *now = fascia_player_runner_get_player (fascia_player_page_get_runner (page));
  g_assert_true (fascia_practice_is_gentle (fascia_player_get_practice (now)));
  end (fixture, page, entry);
}

/* Whoever presses twice is asked once; and the way that was begun first takes nothing from the second. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);
  g_autoptr (FasciaPractice) practice = make_practice (model);
  g_autoptr (FasciaEntry) entry = put_open (fixture, practice, HOUR_MS);
  FasciaSessionResume *resume = offer (model);

  fascia_session_resume_go_on (resume, GTK_WIDGET (fixture->page));
  fascia_session_resume_go_on (resume, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (has_sheet, fixture);
  adw_dialog_force_close (get_dialog (fixture));
  g_assert_null (get_dialog (fixture));
  /* Cancelled, it folds away while the next one is open. */
  fascia_session_resume_go_on (resume, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (has_sheet, fixture);
  adw_dialog_close (get_dialog (fixture));
  FasciaPlayerPage *page = go_on (fixture, resume);
  end (fixture, page, entry);
}

static gboolean
has_changed_dialog (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return dialog != NULL && ADW_IS_ALERT_DIALOG (dialog)
         && g_strcmp0 (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)),
                       "No Longer the Same")
                == 0;
}

/* A condition came in between: what is left is other work. It is said, and nothing plays. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  const FasciaConditionAnswer thin
      = { "bleeding", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, FALSE };

  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);
  g_autoptr (FasciaPractice) practice = make_practice (model);
  g_autoptr (FasciaEntry) entry = put_open (fixture, practice, HOUR_MS);
  answer (fixture, &thin, 1);
  fascia_test_assert_until (is_model_ready, model);
  FasciaSessionResume *resume = offer (model);

  fascia_session_resume_go_on (resume, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (has_sheet, fixture);
  fascia_session_sheet_answer_none (FASCIA_SESSION_SHEET (get_dialog (fixture)));
  fascia_test_assert_until (has_changed_dialog, fixture);
  g_assert_false (has_player (fixture));
  g_assert_true (is_offered (resume));
  /* A fresh start goes through the same questions, and the old one ends where it was. */
  press (GTK_WIDGET (get_dialog (fixture)), "_Start Fresh");
  Closing closing = { fixture, entry };
  fascia_test_assert_until (is_stopped, &closing);
  fascia_test_assert_until (has_sheet, fixture);
  adw_dialog_close (get_dialog (fixture));
  fascia_test_assert_until (has_no_dialog, fixture);
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);
  g_autoptr (FasciaPractice) practice = make_practice (model);
  g_autoptr (FasciaEntry) entry = put_open (fixture, practice, HOUR_MS);
  FasciaSessionResume *resume = offer (model);
  Closing closing = { fixture, entry };

  fascia_session_resume_leave (resume, GTK_WIDGET (fixture->page));
  g_assert_true (is_not_offered (resume));
  fascia_test_assert_until (is_stopped, &closing);
  g_autoptr (FasciaEntry) kept = read_entry (fixture, entry);
  const FasciaSession *session = fascia_entry_get_session (kept);
  g_assert_cmpint (session->ended_ms, ==,
                   session->started_ms + session->steps[0].done_s * (gint64) 1000);
}

/* Too long ago: no question, and no session without an end. */
static void
test_old (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);
  g_autoptr (FasciaPractice) practice = make_practice (model);
  g_autoptr (FasciaEntry) older = put_open (fixture, practice, 9 * 24 * HOUR_MS);
  FasciaSessionResume *resume = fascia_session_resume_get (model);
  Closing closing = { fixture, older };
  const guint64 id = fascia_operation_get_id (fascia_journal_get_undo (fixture->journal));

  /* Written a moment ago by this test: seven hours pass. */
  fascia_clock_set_fixed (fixture->clock, fascia_clock_now_ms (fixture->clock) + 7 * HOUR_MS);
  fascia_session_resume_look_again (resume);
  fascia_test_assert_until (is_stopped, &closing);
  g_assert_true (is_not_offered (resume));
  /* Nobody did that, so nobody is offered to take it back. */
  g_assert_cmpuint (fascia_operation_get_id (fascia_journal_get_undo (fixture->journal)), ==, id);
}

/* What runs in this window is nobody's leftover. */
static void
test_running (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);
  g_autoptr (FasciaPractice) practice = make_practice (model);
  g_autoptr (FasciaEntry) broken = put_open (fixture, practice, HOUR_MS);
  g_autoptr (FasciaEntry) running = put_open (fixture, practice, 0);
  FasciaSessionResume *resume = fascia_session_resume_get (model);

  fascia_session_resume_add_running (fixture->journal, fascia_entry_get_uid (running));
  fascia_session_resume_look_again (resume);
  fascia_test_assert_until (is_offered, resume);
  g_assert_true (memcmp (fascia_entry_get_uid (fascia_session_resume_get_entry (resume)),
                         fascia_entry_get_uid (broken), sizeof (FasciaUid))
                 == 0);
  g_autoptr (FasciaEntry) kept = read_entry (fixture, running);
  g_assert_null (fascia_entry_get_session (kept)->outcome);
}

static gboolean
has_card (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *card = find_type (GTK_WIDGET (fixture->page), FASCIA_TYPE_SESSION_RESUME_CARD);

  return card != NULL && is_mapped (card);
}

/* A low window has room for the places and one line: the offer is there, whole, within the window. */
static void
test_low (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 294);
  fascia_test_assert_until (is_book_loaded, get_book (fixture));
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);
  g_autoptr (FasciaPractice) practice = make_practice (model);
  g_autoptr (FasciaEntry) entry = put_open (fixture, practice, HOUR_MS);
  FasciaSessionResume *resume = offer (model);
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *card = NULL;

  fascia_test_assert_until (has_card, fixture);
  card = find_type (GTK_WIDGET (fixture->page), FASCIA_TYPE_SESSION_RESUME_CARD);
  g_assert_cmpint (gtk_widget_get_height (card), <=, 60);
  GtkWidget *button = find_button (card, "_Go On");
  g_assert_nonnull (button);
  fascia_test_assert_until (is_mapped, button);
  graphene_rect_t bounds;
  g_assert_true (gtk_widget_compute_bounds (card, window, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (window));
  g_assert_cmpint (gtk_widget_get_height (window), <=, 294);
  /* The places are still there. */
  g_assert_cmpint (
      gtk_widget_get_height (find_type (GTK_WIDGET (fixture->page), FASCIA_TYPE_BODY_LIST)), >=,
      72);

  fascia_session_resume_leave (resume, GTK_WIDGET (fixture->page));
  Closing closing = { fixture, entry };
  fascia_test_assert_until (is_stopped, &closing);
  g_assert_false (gtk_widget_get_mapped (card));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/session-resume/go-on", test_go_on);
  ADD ("/session-resume/side", test_side);
  ADD ("/session-resume/single", test_single);
  ADD ("/session-resume/twice", test_twice);
  ADD ("/session-resume/changed", test_changed);
  ADD ("/session-resume/leave", test_leave);
  ADD ("/session-resume/old", test_old);
  ADD ("/session-resume/running", test_running);
  ADD ("/session-resume/low", test_low);
#undef ADD
  return run_tests ();
}

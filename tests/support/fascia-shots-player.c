/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of a running session in every state.
 */

#include "fascia-shots-player.h"

#include "fascia-body-setup.h"
#include "fascia-shots-pages.h"
#include "fascia-test-utils.h"
#include "journal/fascia-journal-safety.h"
#include "routines/fascia-player-page.h"
#include "routines/fascia-session-resume.h"

/* A clock that stands unless it is pushed. */
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
is_ready (gpointer data)
{
  return fascia_routines_model_is_ready (data);
}

static void
settle (FasciaWindow *window)
{
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
}

static gint32
get_today (FasciaJournal *journal)
{
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (journal), &now);
  return now.day;
}

static FasciaPractice *
make_practice (FasciaRoutinesModel *model)
{
  const char *const shoulder[] = { "shoulder-top", NULL };
  const char *const calf[] = { "calf-lower", NULL };
  const FasciaRoutineItem items[] = {
    { .step = "r20", .places = shoulder, .sets = 1, .seconds = 45, .rest_s = 10 },
    { .step = "r34", .places = calf, .side = FASCIA_SIDE_LEFT, .sets = 1, .seconds = 45 },
    { .step = "m09", .sets = 1, .reps = 8 },
    { .step = "b01", .sets = 1, .seconds = 120 },
  };
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-shots", "Neck and Calves", NULL);
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_with_items (empty, items, G_N_ELEMENTS (items));

  return fascia_routines_model_make_practice (model, routine, NULL, NULL);
}

static FasciaPlayerPage *
open_page (FasciaWindow *window, Clock **clock)
{
  FasciaJournal *journal = fascia_window_get_journal (window);
  FasciaRoutinesModel *model = fascia_routines_model_new (journal, fascia_window_get_body (window));
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  g_autoptr (FasciaPractice) practice = NULL;
  GtkWidget *page;

  fascia_journal_set_answers_async (journal, NULL, 0, get_today (journal), NULL, NULL, NULL);
  fascia_routines_model_load (model);
  settle (window);
  fascia_test_assert_until (is_ready, model);
  practice = make_practice (model);
  page = fascia_player_page_new (model, practice);
  *clock = g_new0 (Clock, 1);
  fascia_player_runner_set_now (fascia_player_page_get_runner (FASCIA_PLAYER_PAGE (page)), get_now,
                                *clock);
  g_object_set_data_full (G_OBJECT (page), "clock", *clock, g_free);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (content), ADW_NAVIGATION_PAGE (page));
  g_object_unref (model);
  settle (window);
  return FASCIA_PLAYER_PAGE (page);
}

/* Runs until the session stands in @state with the entry @entry, and then @seconds on. */
static FasciaPlayerPage *
run_to (FasciaWindow *window, FasciaPlayerState state, guint entry, int seconds)
{
  Clock *clock = NULL;
  FasciaPlayerPage *page = open_page (window, &clock);
  FasciaPlayerRunner *runner = fascia_player_page_get_runner (page);
  FasciaPlayer *player = fascia_player_runner_get_player (runner);

  for (guint i = 0;
       i < 100000
       && (fascia_player_get_state (player) != state || fascia_player_get_entry (player) != entry)
       && fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED;
       i++)
    {
      clock->now_ms += 100;
      fascia_player_runner_tick (runner);
    }
  for (int i = 0; i < seconds * 10; i++)
    {
      clock->now_ms += 100;
      fascia_player_runner_tick (runner);
    }
  settle (window);
  return page;
}

void
fascia_shots_player_ready (FasciaWindow *window)
{
  run_to (window, FASCIA_PLAYER_READY, 0, 3);
}

void
fascia_shots_player_hold (FasciaWindow *window)
{
  run_to (window, FASCIA_PLAYER_HOLD, 0, 12);
}

static void
stop_moving (gpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* With a breath to follow, nearly all in. */
void
fascia_shots_player_breath (FasciaWindow *window)
{
  FasciaPlayerPage *page;

  fascia_body_setup_set (
      fascia_body_setup_get (fascia_window_get_journal (window), fascia_window_get_body (window)),
      FASCIA_SETTING_PLAYER_BREATH, g_variant_new_boolean (TRUE));
  page = run_to (window, FASCIA_PLAYER_HOLD, 0, 13);
  /* Where nothing moves there are the words alone. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_object_set_data_full (G_OBJECT (page), "stop-moving", page, stop_moving);
  fascia_player_runner_tick (fascia_player_page_get_runner (page));
  settle (window);
  fascia_player_runner_tick (fascia_player_page_get_runner (page));
  settle (window);
}

/* The same with motion reduced. */
void
fascia_shots_player_breath_words (FasciaWindow *window)
{
  fascia_body_setup_set (
      fascia_body_setup_get (fascia_window_get_journal (window), fascia_window_get_body (window)),
      FASCIA_SETTING_PLAYER_BREATH, g_variant_new_boolean (TRUE));
  run_to (window, FASCIA_PLAYER_HOLD, 0, 13);
}

/* Asked to wait before each step. */
void
fascia_shots_player_waits (FasciaWindow *window)
{
  FasciaPlayerPage *page = run_to (window, FASCIA_PLAYER_READY, 0, 3);

  gtk_widget_activate_action (GTK_WIDGET (page), "player.waits", NULL);
  settle (window);
}

void
fascia_shots_player_change (FasciaWindow *window)
{
  run_to (window, FASCIA_PLAYER_CHANGE, 1, 2);
}

void
fascia_shots_player_rest (FasciaWindow *window)
{
  run_to (window, FASCIA_PLAYER_REST, 2, 3);
}

void
fascia_shots_player_paused (FasciaWindow *window)
{
  FasciaPlayerPage *page = run_to (window, FASCIA_PLAYER_HOLD, 2, 20);

  fascia_player_runner_pause (fascia_player_page_get_runner (page));
  settle (window);
}

void
fascia_shots_player_stop (FasciaWindow *window)
{
  FasciaPlayerPage *page = run_to (window, FASCIA_PLAYER_HOLD, 0, 20);

  gtk_widget_activate_action (GTK_WIDGET (page), "player.stop", NULL);
  settle (window);
}

void
fascia_shots_player_stopped (FasciaWindow *window)
{
  FasciaPlayerPage *page = run_to (window, FASCIA_PLAYER_HOLD, 0, 20);

  fascia_player_page_stop (page, "nerve");
  settle (window);
}

/* ---- one that broke off ---- */

static gboolean
is_offered (gpointer resume)
{
  return fascia_session_resume_get_entry (resume) != NULL;
}

/* Half an hour ago, in its second step. */
static void
break_off (FasciaWindow *window)
{
  FasciaJournal *journal = fascia_window_get_journal (window);
  FasciaRoutinesModel *model = fascia_routines_model_get (journal, fascia_window_get_body (window));
  g_autoptr (FasciaPractice) practice = NULL;
  g_autoptr (FasciaPlayer) player = NULL;
  g_autoptr (FasciaEntry) bare = NULL;
  g_autoptr (FasciaEntry) entry = NULL;
  FasciaUid uid = { 0 };
  FasciaMoment moment;
  FasciaSession *session;

  fascia_journal_set_answers_async (journal, NULL, 0, get_today (journal), NULL, NULL, NULL);
  fascia_routines_model_load (model);
  settle (window);
  fascia_test_assert_until (is_ready, model);
  practice = fascia_routines_model_make_practice (
      model, fascia_library_get_routine (fascia_routines_model_get_library (model), 0), NULL, NULL);
  player = fascia_player_new (practice, NULL);
  fascia_clock_now (fascia_journal_get_clock (journal), &moment);
  session = fascia_player_dup_session (player, moment.utc_ms, 0);
  ((FasciaSessionStep *) session->steps)->outcome = "done";
  bare = fascia_entry_new (&uid, FASCIA_ENTRY_SESSION, &moment);
  entry = fascia_entry_with_session (bare, session);
  fascia_player_session_free (session);
  fascia_journal_put_async (journal, entry, NULL, NULL, NULL);
  fascia_session_resume_look_again (fascia_session_resume_get (model));
  fascia_test_assert_until (is_offered, fascia_session_resume_get (model));
  settle (window);
}

void
fascia_shots_player_broken_off (FasciaWindow *window)
{
  break_off (window);
}

void
fascia_shots_player_broken_off_routines (FasciaWindow *window)
{
  fascia_window_show_page (window, "routines");
  break_off (window);
}

/* ---- after it ---- */

void
fascia_shots_player_done (FasciaWindow *window)
{
  run_to (window, FASCIA_PLAYER_FINISHED, 0, 0);
}

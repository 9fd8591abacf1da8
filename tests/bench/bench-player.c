/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a session costs while nothing happens but time: the processor time of the whole program in a
 * hold with a still picture, in one with a breath to follow, in one with a moving picture, and in a window
 * that stands idle, in turn. */

#include <adwaita.h>
#include <stdio.h>
#include <time.h>

#include "core/routines/fascia-conditions.h"
#include "fascia-body-setup.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "routines/fascia-player-page.h"

#define WIDTH 1280
#define HEIGHT 800
#define ROUNDS 3
#define MEASURE_MS 6000
/* Two breaths. */
#define BREATH_MS 20000
/* A picture moves at the beginning of a hold only: most of one has to be seen. */
#define MOVING_MS 25000
/* What the beginning of a hold still does: a chime, words, a new layout. */
#define REST_MS 2500

static gboolean
is_open (gpointer journal)
{
  return fascia_journal_get_state (journal) == FASCIA_JOURNAL_READY;
}

static gboolean
is_ready (gpointer model)
{
  return fascia_routines_model_is_ready (model);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static void
on_over (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
let_go_by (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add_once (ms, on_over, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Of all threads. */
static double
get_cpu_ms (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double) at.tv_sec * 1e3 + (double) at.tv_nsec / 1e6;
}

/* In hundredths of one core. */
static double
measure (guint ms)
{
  double begun = get_cpu_ms ();

  let_go_by (ms);
  return (get_cpu_ms () - begun) * 100 / ms;
}

static FasciaPractice *
make_practice (FasciaBody *body, FasciaLibrary *library)
{
  const char *const shoulder[] = { "shoulder-top", NULL };
  const FasciaRoutineItem items[] = {
    { .step = "r20", .places = shoulder, .side = FASCIA_SIDE_LEFT, .sets = 1, .seconds = 60 },
    { .step = "m09", .sets = 1, .seconds = 45 },
  };
  g_autoptr (FasciaConditions) conditions = fascia_conditions_new (body, NULL);
  g_autoptr (FasciaSafety) safety = fascia_safety_new (conditions, body, NULL, 0, 20000, 20000);
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-bench", "Bench", NULL);
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_with_items (empty, items, G_N_ELEMENTS (items));
  const FasciaPracticeWish wish = { .library = library, .safety = safety };

  return fascia_practice_new (routine, &wish);
}

/* To the next hold. */
static void
go_to_hold (FasciaPlayerRunner *runner)
{
  FasciaPlayer *player = fascia_player_runner_get_player (runner);

  fascia_player_runner_next (runner, NULL);
  while (fascia_player_runner_is_running (runner)
         && fascia_player_get_state (player) != FASCIA_PLAYER_HOLD)
    fascia_player_runner_next (runner, NULL);
  let_go_by (REST_MS);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
get_median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare);
  return values[ROUNDS / 2];
}

int
main (int argc, char *argv[])
{
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  double idle[ROUNDS], still[ROUNDS], breath[ROUNDS], moving[ROUNDS];

  adw_init ();
  fascia_core_get_resource ();
  fascia_ui_get_resource ();
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autofree char *path = fascia_test_dir_build (dir, "journal.db");
  g_autoptr (FasciaJournal) journal = fascia_journal_new (path, clock);
  fascia_journal_open (journal);
  fascia_test_assert_until (is_open, journal);
  g_autoptr (FasciaRoutinesModel) model = fascia_routines_model_new (journal, body);
  fascia_routines_model_load (model);
  fascia_test_assert_until (is_ready, model);
  FasciaBodySetup *setup = fascia_body_setup_get (journal, body);

  GtkWidget *window = adw_window_new ();
  GtkWidget *navigation = adw_navigation_view_new ();
  GtkWidget *nothing = adw_status_page_new ();
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), "Idle");
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (navigation),
                           adw_navigation_page_new (nothing, "Idle"));
  adw_window_set_content (ADW_WINDOW (window), navigation);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  fascia_test_assert_until (is_mapped, navigation);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (FasciaPractice) practice
          = make_practice (body, fascia_routines_model_get_library (model));

      let_go_by (REST_MS);
      idle[i] = measure (MEASURE_MS);
      GtkWidget *page = fascia_player_page_new (model, practice);
      FasciaPlayerRunner *runner = fascia_player_page_get_runner (FASCIA_PLAYER_PAGE (page));
      adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
      fascia_test_assert_until (is_mapped, page);
      let_go_by (REST_MS);
      go_to_hold (runner);
      still[i] = measure (MEASURE_MS);
      fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_BREATH, g_variant_new_boolean (TRUE));
      breath[i] = measure (BREATH_MS);
      fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_BREATH, g_variant_new_boolean (FALSE));
      go_to_hold (runner);
      moving[i] = measure (MOVING_MS);
      fascia_player_page_stop (FASCIA_PLAYER_PAGE (page), "enough");
      adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (page), TRUE);
      adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
    }
  printf ("idle_percent %.3f\n", get_median (idle));
  printf ("hold_percent %.3f\n", get_median (still));
  printf ("breath_percent %.3f\n", get_median (breath));
  printf ("moving_percent %.3f\n", get_median (moving));
  gtk_window_destroy (GTK_WINDOW (window));
  fascia_test_drain ();
  fascia_journal_shutdown (journal);
  return 0;
}

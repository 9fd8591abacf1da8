/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question of the day after beside the figure: one line that takes room of its own, the answers
 * behind it, and the desktop when nobody looks.
 */

#include "config.h"

#include "core/routines/fascia-dose-guard.h"
#include "fascia-test-desktop.h"
#include "fascia-test-plan.h"
#include "fascia-test-window.h"
#include "routines-fixture.h"
#include "routines/fascia-soreness-card.h"
#include "routines/fascia-soreness-row.h"

static FasciaRoutinesModel *
get_routines (Fixture *fixture)
{
  return fascia_routines_model_get (fixture->journal, fixture->body);
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (gtk_widget_get_mapped (root) && G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static FasciaSorenessRow *
find_row (Fixture *fixture)
{
  return (FasciaSorenessRow *) find (GTK_WIDGET (fixture->window), FASCIA_TYPE_SORENESS_ROW);
}

static gboolean
has_row (gpointer data)
{
  return is_settled (get_routines (data)) && find_row (data) != NULL;
}

static gboolean
has_no_row (gpointer data)
{
  return is_settled (get_routines (data)) && find_row (data) == NULL;
}

static gboolean
has_card (gpointer data)
{
  return find (GTK_WIDGET (((Fixture *) data)->window), FASCIA_TYPE_SORENESS_CARD) != NULL;
}

static gboolean
has_no_card (gpointer data)
{
  return !has_card (data);
}

static void
show_day_after (Fixture *fixture, int width)
{
  fascia_journal_open (fixture->journal);
  fascia_test_put_session (fixture->journal, 1, NULL, "r34", "calf-upper-left", 60, TRUE);
  fascia_test_put_session (fixture->journal, 1, NULL, "r29", "upper-arm-back-left", 60, TRUE);
  show (fixture, width, 720);
}

/* One line for all of yesterday, which the figure makes room for; answered from there. */
static void
test_answer (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t row_bounds;
  graphene_rect_t map_bounds;
  FasciaBodyMap *map;

  show_day_after (fixture, GPOINTER_TO_INT (data));
  fascia_test_assert_until (has_row, fixture);
  let_frames_pass (GTK_WIDGET (fixture->window));
  gtk_test_accessible_assert_role (find_row (fixture), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (find_row (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How is it today, after yesterday’s session?");
  map = fascia_body_figures_get_map (fixture->figures, FASCIA_VIEW_FRONT);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_row (fixture)),
                                            GTK_WIDGET (fixture->window), &row_bounds));
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (map), GTK_WIDGET (fixture->window), &map_bounds));
  g_assert_cmpfloat (row_bounds.origin.y + row_bounds.size.height, <=, map_bounds.origin.y);
  g_assert_cmpfloat (map_bounds.size.height, >, 200);

  fascia_soreness_row_ask (find_row (fixture));
  fascia_test_assert_until (has_card, fixture);
  /* Still sore on the second day: half of it, at both places. */
  fascia_soreness_card_answer (
      FASCIA_SORENESS_CARD (find (GTK_WIDGET (fixture->window), FASCIA_TYPE_SORENESS_CARD)), 2);
  fascia_test_assert_until (has_no_row, fixture);
  static const char *const places[] = { "calf-upper-left", "upper-arm-back-left" };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      FasciaDoseAt at;

      fascia_dose_guard_look (&at, fascia_routines_model_get_library (get_routines (fixture)),
                              fascia_routines_model_get_past (get_routines (fixture)),
                              fascia_test_plan_get_today (fixture->journal),
                              lookup (fixture, places[i]));
      g_assert_true (at.is_sore);
      g_assert_cmpfloat (at.factor, ==, 0.5);
    }
  /* What follows is read there, and the dialog is closed by the person. */
  g_assert_true (has_card (fixture));
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  fascia_test_drain ();
}

/* Not now is for all places where it is asked, until tomorrow. */
static void
test_not_now (Fixture *fixture, gconstpointer data)
{
  show_day_after (fixture, 1000);
  fascia_test_assert_until (has_row, fixture);
  fascia_soreness_row_ask (find_row (fixture));
  fascia_test_assert_until (has_card, fixture);
  fascia_soreness_put_off (get_routines (fixture));
  fascia_test_assert_until (has_no_row, fixture);
  fascia_test_assert_until (has_no_card, fixture);

  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + DAY_MS);
  fascia_day_watch_refresh (fascia_day_watch_get (fixture->journal));
  fascia_test_assert_until (has_row, fixture);
}

/* Nothing was done, or today only. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  fascia_journal_open (fixture->journal);
  fascia_test_put_session (fixture->journal, 0, NULL, "r34", "calf-upper-left", 60, TRUE);
  show (fixture, 1000, 720);
  fascia_test_assert_until (is_settled, get_routines (fixture));
  g_assert_null (find_row (fixture));
}

/* ---- places at rest ---- */

#define TODAY 20000

static FasciaPast *
make_past (gint32 day, const char *reason)
{
  const FasciaPastStep steps[] = {
    { .utc_ms = day * DAY_MS,
      .day = day,
      .step = g_intern_static_string ("r34"),
      .region = g_intern_static_string ("calf-upper-left"),
      .done_s = 40,
      .is_done = TRUE,
      .reason = g_intern_string (reason) },
    { .utc_ms = TODAY * DAY_MS,
      .day = TODAY,
      .step = g_intern_static_string ("r29"),
      .region = g_intern_static_string ("upper-arm-back-left"),
      .done_s = 40,
      .is_done = TRUE },
  };
  const FasciaPastSession sessions[] = {
    { .utc_ms = day * DAY_MS,
      .day = day,
      .seconds = 40,
      .before = FASCIA_LEVEL_NOT_GIVEN,
      .after = FASCIA_LEVEL_NOT_GIVEN,
      .first_step = 0,
      .n_steps = 1 },
    { .utc_ms = TODAY * DAY_MS,
      .day = TODAY,
      .seconds = 40,
      .is_finished = TRUE,
      .before = FASCIA_LEVEL_NOT_GIVEN,
      .after = FASCIA_LEVEL_NOT_GIVEN,
      .first_step = 1,
      .n_steps = 1 },
  };

  return fascia_past_new (sessions, G_N_ELEMENTS (sessions), steps, G_N_ELEMENTS (steps));
}

static gboolean
is_stopped (GPtrArray *stopped, const char *id)
{
  for (guint i = 0; i < stopped->len; i++)
    if (g_str_equal (fascia_region_get_id (g_ptr_array_index (stopped, i)), id))
      return TRUE;
  return FALSE;
}

/* What went numb rests without any question, and is free when it is as before; on the same day that
 * cannot be said yet, and work at another place is no reason against it. */
static void
test_reasons (void)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaLibrary) library = fascia_library_new (body, NULL);
  g_autoptr (FasciaPast) before = make_past (TODAY - 3, "nerve");
  g_autoptr (GPtrArray) stopped = fascia_soreness_list_stopped (library, before, TODAY);

  g_assert_true (is_stopped (stopped, "calf-upper-left"));
  g_assert_false (is_stopped (stopped, "calf-upper-right"));
  g_assert_false (is_stopped (stopped, "upper-arm-back-left"));
  g_assert_true (fascia_soreness_can_review (library, before, TODAY));

  g_autoptr (FasciaPast) today = make_past (TODAY, "nerve");
  g_autoptr (GPtrArray) stopped_today = fascia_soreness_list_stopped (library, today, TODAY);
  g_assert_true (is_stopped (stopped_today, "calf-upper-left"));
  g_assert_false (fascia_soreness_can_review (library, today, TODAY));

  g_autoptr (FasciaPast) tired = make_past (TODAY - 3, "tired");
  g_autoptr (GPtrArray) stopped_tired = fascia_soreness_list_stopped (library, tired, TODAY);
  g_assert_cmpuint (stopped_tired->len, ==, 0);
}

/* ---- the desktop ---- */

static void
test_hours (void)
{
  g_assert_false (fascia_soreness_row_is_hour (0));
  g_assert_false (fascia_soreness_row_is_hour (8));
  g_assert_true (fascia_soreness_row_is_hour (9));
  g_assert_true (fascia_soreness_row_is_hour (20));
  g_assert_false (fascia_soreness_row_is_hour (21));
  g_assert_false (fascia_soreness_row_is_hour (23));
}

static gboolean
is_elsewhere (gpointer data)
{
  return !gtk_window_is_active (GTK_WINDOW (((Fixture *) data)->window));
}

static gboolean
is_here (gpointer data)
{
  return gtk_window_is_active (GTK_WINDOW (((Fixture *) data)->window));
}

/* Asked once, taken back when the person comes, and not asked again by that. */
static void
test_desktop (Fixture *fixture, gconstpointer data)
{
  Desktop desktop = { 0 };
  GtkWindow *elsewhere = GTK_WINDOW (gtk_window_new ());

  desktop_start (&desktop);
  show_day_after (fixture, 1000);
  fascia_test_assert_until (has_row, fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fascia_test_assert_until (is_here, fixture);
  gtk_window_present (elsewhere);
  fascia_test_assert_until (is_elsewhere, fixture);
  desktop_assert_told (&desktop, "How is it today, after yesterday’s session?");
  gtk_window_present (GTK_WINDOW (fixture->window));
  fascia_test_assert_until (is_here, fixture);
  fascia_test_assert_until (desktop_has_closed, &desktop);
  gtk_window_present (elsewhere);
  fascia_test_assert_until (is_elsewhere, fixture);
  desktop_let_answers_in (&desktop);
  g_assert_cmpuint (desktop.shown->len, ==, 0);
  gtk_window_destroy (elsewhere);
  close_window (fixture);
  desktop_stop (&desktop);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  g_test_add ("/soreness-row/answer", Fixture, GINT_TO_POINTER (1000), set_up, test_answer,
              tear_down);
  g_test_add ("/soreness-row/answer-narrow", Fixture, GINT_TO_POINTER (360), set_up, test_answer,
              tear_down);
  ADD ("/soreness-row/not-now", test_not_now);
  ADD ("/soreness-row/nothing", test_nothing);
  g_test_add_func ("/soreness-row/reasons", test_reasons);
  g_test_add_func ("/soreness-row/hours", test_hours);
  ADD ("/soreness-row/desktop", test_desktop);
#undef ADD

  return run_tests ();
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From Start to the player: the safety check, the sheet before a session, what is held back.
 */

#include "config.h"

#include "body/fascia-emergency-row.h"
#include "routines/fascia-held-back-row.h"
#include "routines/fascia-safety-dialog.h"
#include "routines/fascia-session-check.h"
#include "routines/fascia-session-start.h"
#include "routines/fascia-session-today.h"
#include "session-fixture.h"

/* ---- before a session ---- */

static guint
count_lines (FasciaSigns *signs, FasciaConditions *conditions, gboolean has_legs)
{
  g_autoptr (FasciaSessionCheck) check = fascia_session_check_new (signs, conditions, has_legs);
  g_auto (GStrv) lines = fascia_session_check_dup_lines (check);

  if (has_legs)
    g_assert_nonnull (strstr (lines[0], "calf or thigh"));
  return g_strv_length (lines);
}

/* Four lines, and those of the legs on top when a leg is worked; eight things behind them. */
static void
test_session_items (void)
{
  g_autoptr (FasciaBody) body = NULL;
  g_autoptr (FasciaConditions) conditions = load_conditions (&body);
  g_autoptr (FasciaSigns) signs = fascia_signs_new (body, NULL);
  g_autoptr (FasciaSessionCheck) check = fascia_session_check_new (signs, conditions, FALSE);

  g_assert_cmpuint (count_lines (signs, conditions, FALSE), ==, 4);
  g_assert_cmpuint (count_lines (signs, conditions, TRUE), ==, 7);
  g_assert_cmpuint (fascia_session_check_get_n (check), ==, 8);
  g_assert_false (fascia_session_check_has_any (check));
  g_assert_cmpint (fascia_session_check_get_level (check), ==, 0);

  g_autoptr (FasciaSafety) safety = fascia_safety_new (conditions, body, NULL, 0, 20000, 20000);
  for (guint i = 0; i < fascia_session_check_get_n (check); i++)
    {
      FasciaSessionItem *item = fascia_session_check_get (check, i);
      g_autofree char *advice = fascia_session_item_dup_advice (item);
      FasciaTraits traits = {
        .kind = FASCIA_STEP_RELEASE,
        .technique = g_intern_static_string ("direct"),
        .tool_class = g_intern_static_string ("ball-wall"),
        .posture = FASCIA_POSTURE_STANDING,
        .lying = g_intern_static_string ("none"),
        .firmness = FASCIA_FIRMNESS_FIRM,
        .regions = (const char *const[]) { g_intern_static_string ("shoulder-top"), NULL },
        .also_loads = (const char *const[]) { NULL },
      };
      g_auto (FasciaVerdict) verdict = { 0 };

      traits.grades[FASCIA_GRADE_PRESSURE] = 2;
      g_assert_cmpint (strlen (advice), >, 0);
      item->is_on = TRUE;
      g_autoptr (FasciaSafety) today = fascia_session_check_apply (check, safety);
      fascia_safety_judge (today, &verdict, &traits, NULL, 4);
      /* Whatever it is, nothing presses with a ball today. */
      g_assert_cmpint (verdict.kind, ==, FASCIA_VERDICT_HELD_BACK);
      item->is_on = FALSE;
    }
}

/* ---- from Start to the player ---- */

/* The first ready routine in which something presses. */
static FasciaRoutine *
get_pressing (FasciaRoutinesModel *model)
{
  FasciaLibrary *library = fascia_routines_model_get_library (model);

  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (library, i);

      if (fascia_library_get_pressure_seconds (library, routine, 1) > 0)
        return routine;
    }
  g_assert_not_reached ();
}

static gboolean
has_setup (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return dialog != NULL && FASCIA_IS_SAFETY_DIALOG (dialog) && is_mapped (dialog);
}

static void
leave_player (Fixture *fixture)
{
  fascia_test_assert_until (has_player, fixture);
  fascia_test_assert_until (has_no_dialog, fixture);
  adw_navigation_view_pop_to_tag (get_navigation (fixture), "root");
  fascia_test_drain ();
}

/* Who was never asked: Start, and one click says that none of all this is so. */
static void
test_start_first (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  FasciaRoutinesModel *model = get_model (fixture);

  fascia_session_start (GTK_WIDGET (fixture->page), model, get_pressing (model), NULL);
  fascia_test_assert_until (has_setup, fixture);
  press (GTK_WIDGET (get_dialog (fixture)), "_None of These: Start");
  leave_player (fixture);
}

/* Answered: Start, and the default button of the sheet. */
static void
test_start_two_clicks (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);

  fascia_session_start (GTK_WIDGET (fixture->page), model, get_pressing (model), NULL);
  fascia_test_assert_until (has_sheet, fixture);
  GtkWidget *none = adw_dialog_get_default_widget (get_dialog (fixture));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (none)), ==, "_None of These: Start");
  g_signal_emit_by_name (none, "clicked");
  leave_player (fixture);
}

/* Left for later: nothing presses, the rest goes on, and the next Start does not ask again. */
static void
test_start_later (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  FasciaRoutinesModel *model = get_model (fixture);

  fascia_session_start (GTK_WIDGET (fixture->page), model, get_pressing (model), NULL);
  fascia_test_assert_until (has_setup, fixture);
  press (GTK_WIDGET (get_dialog (fixture)), "_Later");
  fascia_test_assert_until (has_sheet, fixture);
  FasciaPractice *practice
      = fascia_session_sheet_get_practice (FASCIA_SESSION_SHEET (get_dialog (fixture)));
  guint n_held_back = 0;
  const FasciaPracticeEntry *held_back = fascia_practice_get_held_back (practice, &n_held_back);
  g_assert_cmpuint (n_held_back, >, 0);
  gboolean is_unanswered = FALSE;
  for (guint i = 0; i < n_held_back; i++)
    for (guint k = 0; held_back[i].reasons != NULL && k < held_back[i].reasons->len; k++)
      is_unanswered = is_unanswered
                      || g_array_index (held_back[i].reasons, FasciaReason, k).kind
                             == FASCIA_REASON_UNANSWERED;
  g_assert_true (is_unanswered);
  g_assert_cmpint (fascia_practice_get_pressure_seconds (practice), ==, 0);
  GtkWidget *row = find_type (GTK_WIDGET (get_dialog (fixture)), FASCIA_TYPE_HELD_BACK_ROW);
  g_assert_true (gtk_widget_get_visible (row));
  adw_dialog_close (get_dialog (fixture));
  fascia_test_assert_until (has_no_dialog, fixture);

  fascia_session_start (GTK_WIDGET (fixture->page), model, get_pressing (model), NULL);
  fascia_test_assert_until (has_sheet, fixture);
  adw_dialog_close (get_dialog (fixture));
  fascia_test_assert_until (has_no_dialog, fixture);
}

/* Escape at the first check: nothing starts, nothing is asked next, and one is where one was; it does not
 * count as "Later" either. */
static void
test_start_escape (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  FasciaRoutinesModel *model = get_model (fixture);
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (fixture->window), FASCIA_TYPE_WINDOW, "menu_button"));

  gtk_widget_grab_focus (button);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, button));
  for (guint i = 0; i < 2; i++)
    {
      fascia_session_start (button, model, get_pressing (model), NULL);
      fascia_test_assert_until (has_setup, fixture);
      fascia_test_drain ();
      /* As Escape does. */
      adw_dialog_close (get_dialog (fixture));
      fascia_test_drain ();
      fascia_test_assert_until (has_no_dialog, fixture);
      fascia_test_drain ();
      g_assert_null (get_dialog (fixture));
      g_assert_false (has_player (fixture));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
    }

  /* Nor when something was said that is thrown away. */
  fascia_session_start (button, model, get_pressing (model), NULL);
  fascia_test_assert_until (has_setup, fixture);
  fascia_test_drain ();
  GtkWidget *dialog = GTK_WIDGET (get_dialog (fixture));
  gtk_widget_activate (find_row (dialog, "Fever or a new illness, not your usual flare?"));
  fascia_test_drain ();
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))), TRUE);
  adw_dialog_close (ADW_DIALOG (dialog));
  fascia_test_drain ();
  AdwDialog *question = get_dialog (fixture);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  press (GTK_WIDGET (question), "_Discard");
  fascia_test_assert_until (has_no_dialog, fixture);
  fascia_test_drain ();
  g_assert_null (get_dialog (fixture));
  g_assert_false (has_player (fixture));
}

/* A condition that is on is shown with its reason before anything starts, and its answers are one
 * click away. */
static void
test_start_held_back (Fixture *fixture, gconstpointer data)
{
  const FasciaConditionAnswer thin
      = { "bleeding", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, FALSE };

  show_ready (fixture);
  answer (fixture, &thin, 1);
  FasciaRoutinesModel *model = get_model (fixture);
  fascia_session_start (GTK_WIDGET (fixture->page), model, get_pressing (model), NULL);
  fascia_test_assert_until (has_sheet, fixture);
  GtkWidget *row = find_type (GTK_WIDGET (get_dialog (fixture)), FASCIA_TYPE_HELD_BACK_ROW);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_nonnull (find_row (row, "Look at My Answers"));
  gtk_widget_activate (find_row (row, "Look at My Answers"));
  fascia_test_assert_until (has_setup, fixture);
  /* And back to what is to be started. */
  adw_dialog_close (get_dialog (fixture));
  fascia_test_assert_until (has_sheet, fixture);
  adw_dialog_close (get_dialog (fixture));
  fascia_test_assert_until (has_no_dialog, fixture);
}

#define SADDLE "Is there numbness between your legs or around the back passage?"

static GtkCheckButton *
get_check (GtkWidget *root, const char *question)
{
  GtkWidget *row = find_row (root, question);

  g_assert_nonnull (row);
  return GTK_CHECK_BUTTON (find_type (row, GTK_TYPE_CHECK_BUTTON));
}

static FasciaSessionSheet *
show_sheet (Fixture *fixture)
{
  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);

  fascia_session_start (GTK_WIDGET (fixture->page), model, get_pressing (model), NULL);
  fascia_test_assert_until (has_sheet, fixture);
  return FASCIA_SESSION_SHEET (get_dialog (fixture));
}

static void
close_all (Fixture *fixture)
{
  adw_dialog_force_close (get_dialog (fixture));
  fascia_test_assert_until (has_no_dialog, fixture);
}

/* Off to the answers and back: what was chosen of today is still chosen, and nothing says "none". */
static void
test_start_keeps (Fixture *fixture, gconstpointer data)
{
  FasciaSessionSheet *sheet = show_sheet (fixture);

  fascia_session_sheet_show_list (sheet);
  fascia_test_drain ();
  gtk_check_button_set_active (get_check (GTK_WIDGET (sheet), SADDLE), TRUE);
  gtk_widget_activate (find_row (GTK_WIDGET (sheet), "Something Else Has Changed…"));
  fascia_test_assert_until (has_setup, fixture);
  adw_dialog_close (get_dialog (fixture));
  fascia_test_assert_until (has_sheet, fixture);
  fascia_test_drain ();
  sheet = FASCIA_SESSION_SHEET (get_dialog (fixture));
  g_assert_true (fascia_session_check_has_any (fascia_session_sheet_get_check (sheet)));
  /* Its list is open. */
  g_assert_true (gtk_check_button_get_active (get_check (GTK_WIDGET (sheet), SADDLE)));
  GtkWidget *none = find_button (GTK_WIDGET (sheet), "_None of These: Start");
  g_assert_true (none == NULL || !gtk_widget_get_visible (none));
  g_assert_cmpstr (
      gtk_button_get_label (GTK_BUTTON (adw_dialog_get_default_widget (ADW_DIALOG (sheet)))), ==,
      "_Go On");
  close_all (fixture);
}

/* From what it means to the answers. */
static void
test_start_answers (Fixture *fixture, gconstpointer data)
{
  FasciaSessionSheet *sheet = show_sheet (fixture);

  fascia_session_sheet_show_list (sheet);
  fascia_test_drain ();
  gtk_check_button_set_active (get_check (GTK_WIDGET (sheet), SADDLE), TRUE);
  fascia_session_sheet_go_on (sheet);
  fascia_test_drain ();
  GtkWidget *page = find_type (GTK_WIDGET (sheet), FASCIA_TYPE_SESSION_TODAY);
  gtk_widget_activate (find_row (page, "Look at My Answers"));
  fascia_test_assert_until (has_setup, fixture);
  adw_dialog_close (get_dialog (fixture));
  fascia_test_assert_until (has_sheet, fixture);
  close_all (fixture);
}

/* A line of the first check opens what it stands for; what is chosen there is shown, and leads to what
 * it means. The focus begins on a question. */
static void
test_start_today_rows (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  FasciaRoutinesModel *model = get_model (fixture);

  fascia_session_start (GTK_WIDGET (fixture->page), model, get_pressing (model), NULL);
  fascia_test_assert_until (has_setup, fixture);
  fascia_test_drain ();
  GtkWidget *dialog = GTK_WIDGET (get_dialog (fixture));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus != NULL && ADW_IS_ACTION_ROW (focus)
                 && gtk_widget_is_ancestor (focus, dialog));

  GtkWidget *fever = find_row (dialog, "Fever or a new illness, not your usual flare?");
  gtk_widget_activate (fever);
  fascia_test_drain ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_CHECK_BUTTON (focus));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (focus), TRUE);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (fever)), !=, "");
  g_assert_false (gtk_widget_get_visible (find_button (dialog, "_None of These: Start")));
  fascia_safety_dialog_save (FASCIA_SAFETY_DIALOG (dialog));
  fascia_test_assert_until (has_sheet, fixture);
  g_assert_nonnull (find_type (GTK_WIDGET (get_dialog (fixture)), FASCIA_TYPE_SESSION_TODAY));
  close_all (fixture);
}

/* Every line stands for something, and what stands for nothing is not asked. */
static void
test_session_lines (void)
{
  g_autoptr (FasciaBody) body = NULL;
  g_autoptr (FasciaConditions) conditions = load_conditions (&body);
  g_autoptr (FasciaSigns) signs = fascia_signs_new (body, NULL);

  for (int has_legs = 0; has_legs <= 1; has_legs++)
    {
      g_autoptr (FasciaSessionCheck) check = fascia_session_check_new (signs, conditions, has_legs);
      g_autoptr (FasciaSessionCheck) other = fascia_session_check_new (signs, conditions, FALSE);
      g_auto (GStrv) lines = fascia_session_check_dup_lines (check);
      const guint n = g_strv_length (lines);
      g_autofree gboolean *is_used = g_new0 (gboolean, n);

      for (guint i = 0; i < fascia_session_check_get_n (check); i++)
        {
          guint line = fascia_session_check_get_line (check, i);

          g_assert_cmpuint (line, <, n);
          is_used[line] = TRUE;
          fascia_session_check_get (check, i)->is_on = TRUE;
        }
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *words = fascia_session_check_dup_line_words (check, i);

          g_assert_true (is_used[i]);
          g_assert_nonnull (words);
        }
      /* Also what the other does not ask: a leg that hurts is not forgotten with the leg. */
      fascia_session_check_take_over (other, check);
      g_assert_cmpuint (fascia_session_check_get_n (other), ==, fascia_session_check_get_n (check));
      for (guint i = 0; i < fascia_session_check_get_n (other); i++)
        g_assert_true (fascia_session_check_get (other, i)->is_on);
    }
}

/* One of these: what to do, and nothing but rest and breathing to start. */
static void
test_start_sign (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  answer (fixture, NULL, 0);
  FasciaRoutinesModel *model = get_model (fixture);
  fascia_session_start (GTK_WIDGET (fixture->page), model, get_pressing (model), NULL);
  fascia_test_assert_until (has_sheet, fixture);
  FasciaSessionSheet *sheet = FASCIA_SESSION_SHEET (get_dialog (fixture));
  fascia_session_sheet_show_list (sheet);
  fascia_test_drain ();
  GtkWidget *row = find_row (GTK_WIDGET (sheet), SADDLE);
  g_assert_nonnull (row);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_type (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  fascia_session_sheet_go_on (sheet);
  fascia_test_drain ();
  GtkWidget *page = find_type (GTK_WIDGET (sheet), FASCIA_TYPE_SESSION_TODAY);
  g_assert_nonnull (page);
  g_assert_nonnull (find_type (page, FASCIA_TYPE_EMERGENCY_LINE));
  /* What to do is the heading, not a line below a question that is already answered. */
  GtkWidget *group = gtk_widget_get_ancestor (find_row (page, SADDLE), ADW_TYPE_PREFERENCES_GROUP);
  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), ==,
                   "Call your local emergency number now");
  g_assert_nonnull (find_row (page, "Write It Down"));
  g_assert_nonnull (find_row (page, "When to Get Help"));
  FasciaPractice *practice = fascia_session_today_get_practice (FASCIA_SESSION_TODAY (page));
  if (practice != NULL)
    g_assert_true (fascia_session_is_rest (practice));
  adw_dialog_close (ADW_DIALOG (sheet));
  fascia_test_assert_until (has_no_dialog, fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/session/items", test_session_items);
  g_test_add_func ("/session/lines", test_session_lines);
  ADD ("/session/first", test_start_first);
  ADD ("/session/two-clicks", test_start_two_clicks);
  ADD ("/session/later", test_start_later);
  ADD ("/session/escape", test_start_escape);
  ADD ("/session/held-back", test_start_held_back);
  ADD ("/session/keeps", test_start_keeps);
  ADD ("/session/answers", test_start_answers);
  ADD ("/session/today-rows", test_start_today_rows);
  ADD ("/session/sign", test_start_sign);
#undef ADD
  return run_tests ();
}

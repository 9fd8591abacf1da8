/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan, what of it is for today, and the question of the day after, in a real window.
 */

#include "config.h"

#include "fascia-test-window.h"
#include "fascia-test-plan.h"
#include "journal/fascia-journal-safety.h"
#include "routines-fixture.h"
#include "routines/fascia-plan-day-dialog.h"
#include "routines/fascia-plan-page.h"
#include "routines/fascia-plan-rows.h"
#include "routines/fascia-plan-text.h"
#include "routines/fascia-plan-write.h"
#include "routines/fascia-programme-dialog.h"
#include "routines/fascia-routine-page.h"
#include "routines/fascia-routines-page.h"
#include "routines/fascia-safety-book.h"
#include "routines/fascia-safety-dialog.h"
#include "routines/fascia-soreness-card.h"
#include "widgets/fascia-button-row.h"

/* ---- looking ---- */

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_BUTTON (widget)
      && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0
          || g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0))
    return TRUE;
  if (ADW_IS_PREFERENCES_ROW (widget))
    return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) == 0;
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

/* @text: (nullable): any of that type */
static GtkWidget *
find (GtkWidget *root, GType type, const char *text)
{
  if (gtk_widget_get_mapped (root) && G_TYPE_CHECK_INSTANCE_TYPE (root, type)
      && (text == NULL || has_text (root, text)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *root;
  GType type;
  const char *text;
} Wanted;

static gboolean
is_found (gpointer data)
{
  Wanted *wanted = data;

  return find (wanted->root, wanted->type, wanted->text) != NULL;
}

/* What a dialog shows is mapped some frames later. */
static GtkWidget *
wait_for (gpointer root, GType type, const char *text)
{
  Wanted wanted = { root, type, text };

  fascia_test_assert_until (is_found, &wanted);
  return find (root, type, text);
}

static guint
count (GtkWidget *root, GType type)
{
  guint n = gtk_widget_get_mapped (root) && G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static FasciaRoutinesModel *
get_model (Fixture *fixture)
{
  return fascia_routines_model_get (fixture->journal, fixture->body);
}

static FasciaBodySetup *
get_setup (Fixture *fixture)
{
  return fascia_body_setup_get (fixture->journal, fixture->body);
}

static void
settle (Fixture *fixture)
{
  /* Once for what was written, once for what is read again. */
  for (int i = 0; i < 2; i++)
    {
      read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
      fascia_test_drain ();
      fascia_test_assert_until (is_settled, get_model (fixture));
      fascia_test_drain ();
    }
}

static gboolean
has_setup (gpointer data)
{
  return fascia_body_setup_is_loaded (get_setup (data));
}

static GtkWidget *
open_page (Fixture *fixture, int width)
{
  static const char *const postures[] = { "bed", "chair", "standing", "floor", NULL };

  show (fixture, width, 720);
  fascia_test_assert_until (has_setup, fixture);
  fascia_body_setup_set (get_setup (fixture), FASCIA_SETTING_POSTURES,
                         g_variant_new_strv (postures, -1));
  fascia_window_show_page (fixture->window, "routines");
  settle (fixture);
  return fascia_window_get_page (fixture->window, "routines");
}

static void
put_plan (Fixture *fixture, int days_ago)
{
  fascia_test_put_plan (fixture->journal,
                        fascia_routines_model_get_programmes (get_model (fixture)), days_ago);
  settle (fixture);
}

static FasciaPlanPage *
open_plan (Fixture *fixture, GtkWidget *page)
{
  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (page));
  settle (fixture);
  GtkWidget *plan = find (GTK_WIDGET (fixture->window), FASCIA_TYPE_PLAN_PAGE, NULL);
  g_assert_nonnull (plan);
  return FASCIA_PLAN_PAGE (plan);
}

static const char *
get_programme (Fixture *fixture)
{
  g_autoptr (FasciaPlan) plan = fascia_plan_read (get_model (fixture));
  const FasciaProgramme *programme = fascia_plan_get_programme (plan);

  return programme != NULL ? fascia_programme_get_code (programme) : NULL;
}

static guint
get_stage (Fixture *fixture)
{
  g_autoptr (FasciaPlan) plan = fascia_plan_read (get_model (fixture));

  return fascia_plan_get_stage (plan);
}

/* The newest toast of the window. */
static void
undo (Fixture *fixture)
{
  GtkWidget *toast = wait_for (fixture->window, GTK_TYPE_BUTTON, "Undo");

  click (toast);
  settle (fixture);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

/* ---- words ---- */

static void
test_score (void)
{
  g_autofree char *hidden = fascia_plan_text_score (-1, -1, 30);
  g_autofree char *early = fascia_plan_text_score (0.1, 0, 7);
  g_autofree char *rising = fascia_plan_text_score (0.8, 0.7, 8);
  g_autofree char *steady = fascia_plan_text_score (0.8, 0.9, 30);
  g_autofree char *whole = fascia_plan_text_score (1.5, 1.5, 30);

  g_assert_cmpstr (hidden, ==, "Not shown.");
  g_assert_cmpstr (early, ==, "It shows after the first week.");
  g_assert_cmpstr (rising, ==, "Steady 80 %, and rising.");
  /* What falls is not rubbed in. */
  g_assert_cmpstr (steady, ==, "Steady 80 %. One day more or less changes little.");
  g_assert_cmpstr (whole, ==, "Steady 100 %. One day more or less changes little.");
}

static void
test_words (void)
{
  g_autofree char *monday = fascia_plan_text_weekday (1);
  g_autofree char *sunday = fascia_plan_text_weekday (7);
  g_autofree char *short_time = fascia_plan_text_pressure (45);
  g_autofree char *longer = fascia_plan_text_pressure (95);

  g_assert_cmpstr (monday, ==, "Monday");
  g_assert_cmpstr (sunday, ==, "Sunday");
  g_assert_cmpstr (short_time, ==, "45 s");
  g_assert_cmpstr (longer, ==, "2 min");
  for (int state = FASCIA_PLAN_DONE; state <= FASCIA_PLAN_REST; state++)
    {
      const char *icon = fascia_plan_text_icon ((FasciaPlanState) state);

      g_assert_true (gtk_icon_theme_has_icon (
          gtk_icon_theme_get_for_display (gdk_display_get_default ()), icon));
      for (int other = state + 1; other <= FASCIA_PLAN_REST; other++)
        {
          g_assert_cmpstr (icon, !=, fascia_plan_text_icon ((FasciaPlanState) other));
          g_assert_cmpstr (fascia_plan_text_state ((FasciaPlanState) state), !=,
                           fascia_plan_text_state ((FasciaPlanState) other));
        }
    }
}

/* ---- the plan ---- */

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);
  FasciaRoutinesModel *model = get_model (fixture);
  GtkWidget *row = find (page, ADW_TYPE_ACTION_ROW, "Choose a Plan");

  /* From the list to the plan, from there to one of five, and it begins. */
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  settle (fixture);
  GtkWidget *plan = find (page, FASCIA_TYPE_PLAN_PAGE, NULL);
  g_assert_nonnull (plan);
  for (guint i = 0; i < 5; i++)
    g_assert_nonnull (find (plan, ADW_TYPE_ACTION_ROW,
                            fascia_programme_get_name (fascia_programmes_get (
                                fascia_routines_model_get_programmes (model), i))));
  g_assert_null (find (plan, FASCIA_TYPE_BUTTON_ROW, "S_top This Plan"));
  adw_action_row_activate (ADW_ACTION_ROW (find (plan, ADW_TYPE_ACTION_ROW, "Back and neck")));
  settle (fixture);
  AdwDialog *dialog = get_dialog (fixture);
  g_assert_nonnull (dialog);
  const FasciaProgramme *programme
      = fascia_programmes_lookup (fascia_routines_model_get_programmes (model), "back-and-neck");
  /* What is known, what to take care of, and where it comes from. */
  g_assert_nonnull (wait_for (dialog, ADW_TYPE_ACTION_ROW, fascia_programme_get_about (programme)));
  g_assert_nonnull (
      wait_for (dialog, ADW_TYPE_ACTION_ROW, fascia_programme_get_caution (programme)));
  click (wait_for (dialog, GTK_TYPE_BUTTON, "_Start This Plan"));
  settle (fixture);
  g_assert_cmpstr (get_programme (fixture), ==, "back-and-neck");

  /* Nothing was asked about safety yet: it is now. */
  dialog = get_dialog (fixture);
  g_assert_true (FASCIA_IS_SAFETY_DIALOG (dialog));
  adw_dialog_force_close (dialog);
  settle (fixture);
  g_assert_nonnull (find (plan, FASCIA_TYPE_PLAN_ROWS, NULL));
  g_assert_nonnull (find (plan, FASCIA_TYPE_BUTTON_ROW, "S_top This Plan"));

  undo (fixture);
  g_assert_null (get_programme (fixture));
  g_assert_false (fascia_plan_is_there (model));
}

/* Answered yesterday: a programme of today is a reason to ask again; answered today, none. */
static void
test_no_safety (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);
  FasciaRoutinesModel *model = get_model (fixture);
  const FasciaProgramme *programme
      = fascia_programmes_lookup (fascia_routines_model_get_programmes (model), "desk-break");

  fascia_journal_set_answers_async (
      fixture->journal, NULL, 0, fascia_test_plan_get_today (fixture->journal), NULL, NULL, NULL);
  settle (fixture);
  FasciaPlanPage *plan = open_plan (fixture, page);
  fascia_plan_begin (GTK_WIDGET (plan), model, programme);
  settle (fixture);
  g_assert_cmpstr (get_programme (fixture), ==, "desk-break");
  g_assert_null (get_dialog (fixture));
}

static void
test_today (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 360);
  FasciaRoutinesModel *model = get_model (fixture);
  g_autoptr (FasciaPlan) none = NULL;

  put_plan (fixture, 3);
  /* A Tuesday: it has something small for every day. */
  AdwBin *bin = fascia_routines_page_get_plan_bin (FASCIA_ROUTINES_PAGE (page));
  FasciaRoutine *daily = fascia_library_lookup_routine (fascia_routines_model_get_library (model),
                                                        "back-neck-daily");
  g_assert_nonnull (daily);
  GtkWidget *row = find (GTK_WIDGET (bin), ADW_TYPE_ACTION_ROW, fascia_routine_get_title (daily));
  g_assert_nonnull (row);
  g_assert_nonnull (find (GTK_WIDGET (bin), ADW_TYPE_ACTION_ROW, "Plan"));
  g_assert_nonnull (find (row, GTK_TYPE_BUTTON, "Start"));

  /* Today it goes, and tomorrow is as it was: it has it anyway. */
  click (find (row, GTK_TYPE_BUTTON, "Move to Tomorrow"));
  settle (fixture);
  g_assert_null (find (GTK_WIDGET (bin), ADW_TYPE_ACTION_ROW, fascia_routine_get_title (daily)));
  undo (fixture);
  row = find (GTK_WIDGET (bin), ADW_TYPE_ACTION_ROW, fascia_routine_get_title (daily));
  g_assert_nonnull (row);

  /* What was done is said, and is not asked for again. */
  fascia_test_put_session (fixture->journal, 0, "back-neck-daily", "m03", NULL, 60, TRUE);
  settle (fixture);
  row = find (GTK_WIDGET (bin), ADW_TYPE_ACTION_ROW, fascia_routine_get_title (daily));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Done");
  g_assert_null (find (row, GTK_TYPE_BUTTON, "Move to Tomorrow"));
  /* A row leads to its routine. */
  adw_action_row_activate (ADW_ACTION_ROW (row));
  settle (fixture);
  g_assert_nonnull (find (page, FASCIA_TYPE_ROUTINE_PAGE, NULL));
}

static void
test_week (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  put_plan (fixture, 9);
  fascia_test_put_session (fixture->journal, 1, "back-neck-daily", "m03", NULL, 60, FALSE);
  settle (fixture);
  FasciaPlanPage *plan = open_plan (fixture, page);
  GtkWidget *monday = find (GTK_WIDGET (plan), ADW_TYPE_ACTION_ROW, "Monday");
  GtkWidget *sunday = find (GTK_WIDGET (plan), ADW_TYPE_ACTION_ROW, "Sunday");

  /* Seven days, Monday first; what was begun counts, and nobody is told off. */
  g_assert_nonnull (sunday);
  g_assert_nonnull (find (monday, GTK_TYPE_LABEL, "Begun, and that counts"));
  g_assert_nonnull (
      find (find (GTK_WIDGET (plan), ADW_TYPE_ACTION_ROW, "Tuesday"), GTK_TYPE_LABEL, "Today"));
  g_assert_nonnull (find (sunday, GTK_TYPE_LABEL, "To come"));
}

static void
test_stage (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  put_plan (fixture, 10);
  FasciaPlanPage *plan = open_plan (fixture, page);
  g_assert_null (find (GTK_WIDGET (plan), GTK_TYPE_BUTTON, "_Go On"));

  /* After two weeks it asks, and does nothing by itself. */
  put_plan (fixture, 14);
  g_assert_nonnull (find (GTK_WIDGET (plan), GTK_TYPE_BUTTON, "_Go On"));
  g_assert_nonnull (find (GTK_WIDGET (plan), GTK_TYPE_BUTTON, "_Stay"));
  g_assert_null (find (GTK_WIDGET (plan), GTK_TYPE_BUTTON, "Go _Back"));
  g_assert_cmpuint (get_stage (fixture), ==, 0);
  click (find (GTK_WIDGET (plan), GTK_TYPE_BUTTON, "_Go On"));
  settle (fixture);
  g_assert_cmpuint (get_stage (fixture), ==, 1);
  g_assert_null (find (GTK_WIDGET (plan), GTK_TYPE_BUTTON, "_Stay"));
  undo (fixture);
  g_assert_cmpuint (get_stage (fixture), ==, 0);

  /* Who stays is asked again later. */
  click (find (GTK_WIDGET (plan), GTK_TYPE_BUTTON, "_Stay"));
  settle (fixture);
  g_assert_cmpuint (get_stage (fixture), ==, 0);
  g_assert_null (find (GTK_WIDGET (plan), GTK_TYPE_BUTTON, "_Stay"));
  fascia_plan_page_take (plan, FASCIA_PLAN_GO_BACK);
  settle (fixture);
  g_assert_cmpuint (get_stage (fixture), ==, 0);
}

static gboolean
has_safety_dialog (gpointer data)
{
  return FASCIA_IS_SAFETY_DIALOG (get_dialog (data));
}

/* The weeks after a strain rest on its place and day: both are asked, also of somebody who has answered
 * everything else today. */
static void
test_strain (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);
  FasciaRoutinesModel *model = get_model (fixture);

  fascia_safety_book_write (fascia_safety_book_get (fixture->journal, fixture->body), NULL, 0,
                            fascia_test_plan_get_today (fixture->journal), NULL, NULL, NULL);
  settle (fixture);
  fascia_plan_begin (
      page, model,
      fascia_programmes_lookup (fascia_routines_model_get_programmes (model), "after-strain"));
  fascia_test_assert_until (has_safety_dialog, fixture);
  adw_dialog_force_close (get_dialog (fixture));
  settle (fixture);
  g_assert_cmpstr (get_programme (fixture), ==, "after-strain");
}

static void
test_stop (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  put_plan (fixture, 9);
  FasciaPlanPage *plan = open_plan (fixture, page);
  g_signal_emit_by_name (find (GTK_WIDGET (plan), FASCIA_TYPE_BUTTON_ROW, "S_top This Plan"),
                         "activated");
  settle (fixture);
  g_assert_false (fascia_plan_is_there (get_model (fixture)));
  g_assert_nonnull (find (page, ADW_TYPE_ACTION_ROW, "Choose a Plan"));
  undo (fixture);
  g_assert_cmpstr (get_programme (fixture), ==, "back-and-neck");
  g_autoptr (FasciaPlan) again = fascia_plan_read (get_model (fixture));
  g_assert_cmpint (fascia_plan_get_started (again), ==,
                   fascia_test_plan_get_today (fixture->journal) - 9);
  g_assert_nonnull (fascia_plan_get_weekday (again, 1));
}

static void
test_score_off (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  put_plan (fixture, 9);
  FasciaPlanPage *plan = open_plan (fixture, page);
  GtkWidget *row = find (GTK_WIDGET (plan), ADW_TYPE_SWITCH_ROW, "How Steady It Is");
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Steady "));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
  settle (fixture);
  row = find (GTK_WIDGET (plan), ADW_TYPE_SWITCH_ROW, "How Steady It Is");
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Not shown.");
}

static void
test_pressure (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  put_plan (fixture, 9);
  FasciaPlanPage *plan = open_plan (fixture, page);
  g_assert_null (find (GTK_WIDGET (plan), ADW_TYPE_EXPANDER_ROW, "Minutes of Pressure"));
  fascia_test_put_session (fixture->journal, 2, NULL, "r34", "calf-upper-left", 120, TRUE);
  settle (fixture);
  GtkWidget *row = find (GTK_WIDGET (plan), ADW_TYPE_EXPANDER_ROW, "Minutes of Pressure");
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  fascia_test_drain ();
  GtkWidget *place = find (row, ADW_TYPE_ACTION_ROW, "Left upper calf");
  g_assert_nonnull (place);
  g_assert_nonnull (find (place, GTK_TYPE_LABEL, "2 min"));
}

/* ---- a day of the week ---- */

static void
test_day (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);
  FasciaRoutinesModel *model = get_model (fixture);
  FasciaRoutine *first = fascia_library_get_routine (fascia_routines_model_get_library (model), 0);

  open_plan (fixture, page);
  /* A week of one's own: no programme is needed. */
  AdwDialog *dialog = fascia_plan_day_dialog_new (model, 2);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle (fixture);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Tuesday");
  GtkWidget *row = wait_for (dialog, ADW_TYPE_ACTION_ROW, fascia_routine_get_title (first));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (row, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  settle (fixture);
  g_autoptr (FasciaPlan) plan = fascia_plan_read (model);
  const char *const *chosen = fascia_plan_get_weekday (plan, 2);
  g_assert_nonnull (chosen);
  g_assert_cmpstr (chosen[0], ==, fascia_routine_get_id (first));
  g_assert_null (chosen[1]);
  g_assert_null (fascia_plan_get_weekday (plan, 3));
  g_assert_true (fascia_plan_is_there (model));

  /* Out again: a day of rest. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (row, GTK_TYPE_CHECK_BUTTON, NULL)), FALSE);
  settle (fixture);
  g_assert_false (fascia_plan_is_there (model));
  adw_dialog_force_close (dialog);
}

/* What the person calls a routine is no markup. */
static void
test_day_named (Fixture *fixture, gconstpointer data)
{
  const FasciaRoutineItem item
      = { .step = "r20", .side = FASCIA_SIDE_LEFT, .sets = 1, .seconds = 60 };
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-named", "Rest <3 & ease", NULL);
  g_autoptr (FasciaRoutine) named = fascia_routine_with_items (empty, &item, 1);

  open_plan (fixture, open_page (fixture, 1000));
  fascia_routines_model_put_own (get_model (fixture), "own-named", named);
  settle (fixture);
  AdwDialog *dialog = fascia_plan_day_dialog_new (get_model (fixture), 2);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle (fixture);
  g_assert_nonnull (wait_for (dialog, ADW_TYPE_ACTION_ROW, "Rest <3 & ease"));
  adw_dialog_force_close (dialog);
}

/* ---- what makes no sense here ---- */

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  static const char *const days[]
      = { "2:no-such-routine", "2:back-neck-one", "9:x", ":", "", "1", NULL };
  GtkWidget *page = open_page (fixture, 1000);

  fascia_test_put_setting (fixture->journal, FASCIA_SETTING_PLAN_PROGRAMME,
                           g_variant_new_string ("moon-walk"));
  fascia_test_put_setting (fixture->journal, FASCIA_SETTING_PLAN_STAGE, g_variant_new_int64 (-7));
  fascia_test_put_setting (fixture->journal, FASCIA_SETTING_PLAN_DAYS,
                           g_variant_new_strv (days, -1));
  settle (fixture);
  g_assert_cmpstr (fascia_plan_get_unknown (get_model (fixture)), ==, "moon-walk");
  FasciaPlanPage *plan = open_plan (fixture, page);
  g_assert_nonnull (
      find (GTK_WIDGET (plan), ADW_TYPE_ACTION_ROW, "A plan that this version does not know"));
  /* The one that is not here can be moved and taken out, not started. */
  GtkWidget *row = find (GTK_WIDGET (plan), ADW_TYPE_ACTION_ROW,
                         "A routine that is not here (no-such-routine)");
  g_assert_nonnull (row);
  g_assert_null (find (row, GTK_TYPE_BUTTON, "Start"));
  g_assert_nonnull (find (row, GTK_TYPE_BUTTON, "Move to Tomorrow"));
  fascia_plan_page_take (plan, FASCIA_PLAN_GO_ON);
  AdwDialog *dialog = fascia_plan_day_dialog_new (get_model (fixture), 2);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle (fixture);
  row = wait_for (dialog, ADW_TYPE_ACTION_ROW, "A routine that is not here (no-such-routine)");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (row, GTK_TYPE_CHECK_BUTTON, NULL)), FALSE);
  settle (fixture);
  g_autoptr (FasciaPlan) again = fascia_plan_read (get_model (fixture));
  g_assert_cmpstr (fascia_plan_get_weekday (again, 2)[0], ==, "back-neck-one");
  g_assert_null (fascia_plan_get_weekday (again, 2)[1]);
  adw_dialog_force_close (dialog);
}

static void
test_clock_set_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  put_plan (fixture, -5);
  open_plan (fixture, page);
  /* No session was missed before it began, and it does not wait for that day. */
  g_assert_null (find (page, GTK_TYPE_LABEL, "Not this time"));
  g_assert_nonnull (
      find (page, GTK_TYPE_LABEL, "The clock was ahead when this plan began. It runs from today."));
}

/* It began a day ahead of here: in another time zone. */
static void
test_begins_tomorrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  put_plan (fixture, -1);
  open_plan (fixture, page);
  g_assert_nonnull (find (page, GTK_TYPE_LABEL, "The plan begins on Wednesday 11 March."));
}

/* ---- the day after ---- */

static FasciaSorenessCard *
get_card (GtkWidget *page)
{
  return (FasciaSorenessCard *) find (page, FASCIA_TYPE_SORENESS_CARD, NULL);
}

static void
test_no_question (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  g_assert_null (get_card (page));
  /* Not on the same day, and not after what leaves nobody sore. */
  fascia_test_put_session (fixture->journal, 0, NULL, "r34", "calf-upper-left", 60, TRUE);
  fascia_test_put_session (fixture->journal, 1, NULL, "b01", NULL, 60, TRUE);
  settle (fixture);
  g_assert_null (get_card (page));
}

static void
test_question (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  fascia_test_put_session (fixture->journal, 1, NULL, "r34", "calf-upper-left", 60, TRUE);
  settle (fixture);
  FasciaSorenessCard *card = get_card (page);
  g_assert_nonnull (card);
  g_assert_nonnull (
      find (GTK_WIDGET (card), GTK_TYPE_LABEL, "How is it today, after yesterday’s session?"));
  g_assert_cmpuint (count (GTK_WIDGET (card), ADW_TYPE_ACTION_ROW), ==, 5);

  adw_action_row_activate (ADW_ACTION_ROW (find (GTK_WIDGET (card), ADW_TYPE_ACTION_ROW,
                                                 "still sore on the second day, or pain up by 2")));
  settle (fixture);
  g_assert_nonnull (
      find (GTK_WIDGET (card), GTK_TYPE_LABEL, "Next time it is half as much there."));
  FasciaDoseAt at;
  fascia_dose_guard_look (&at, fascia_routines_model_get_library (get_model (fixture)),
                          fascia_routines_model_get_past (get_model (fixture)),
                          fascia_test_plan_get_today (fixture->journal),
                          lookup (fixture, "calf-upper-left"));
  g_assert_true (at.is_sore);
  undo (fixture);
  g_assert_nonnull (
      find (GTK_WIDGET (card), GTK_TYPE_LABEL, "How is it today, after yesterday’s session?"));
}

static void
test_not_now (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  fascia_test_put_session (fixture->journal, 1, NULL, "r34", "calf-upper-left", 60, TRUE);
  settle (fixture);
  click (find (GTK_WIDGET (get_card (page)), GTK_TYPE_BUTTON, "Not Now"));
  settle (fixture);
  g_assert_null (get_card (page));

  /* Tomorrow it may be asked again. */
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + DAY_MS);
  fascia_day_watch_refresh (fascia_day_watch_get (fixture->journal));
  settle (fixture);
  g_assert_nonnull (get_card (page));
  g_assert_nonnull (find (page, GTK_TYPE_LABEL, "How is it today, after the session on Monday?"));
}

static void
test_at_rest (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  fascia_test_put_session (fixture->journal, 1, NULL, "r34", "calf-upper-left", 60, TRUE);
  settle (fixture);
  fascia_soreness_card_answer (get_card (page), 4);
  settle (fixture);
  FasciaSorenessCard *card = get_card (page);
  g_assert_nonnull (find (GTK_WIDGET (card), GTK_TYPE_LABEL, "At Rest"));
  GtkWidget *review = find (GTK_WIDGET (card), GTK_TYPE_BUTTON, "_It Is as Before");
  click (review);
  settle (fixture);
  g_autoptr (GPtrArray) stopped
      = fascia_soreness_list_stopped (fascia_routines_model_get_library (get_model (fixture)),
                                      fascia_routines_model_get_past (get_model (fixture)),
                                      fascia_test_plan_get_today (fixture->journal));
  g_assert_cmpuint (stopped->len, ==, 0);
  g_assert_null (find (page, GTK_TYPE_LABEL, "At Rest"));
}

/* It can be taken back also after work elsewhere: "It is as before" is said of all of it. */
static void
test_late_review (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, 1000);

  fascia_test_put_session (fixture->journal, 5, NULL, "r34", "calf-upper-left", 60, TRUE);
  fascia_test_put_soreness (fixture->journal, 4, 4);
  fascia_test_put_session (fixture->journal, 0, NULL, "r29", "upper-arm-back-left", 60, TRUE);
  settle (fixture);
  FasciaRoutinesModel *model = get_model (fixture);
  FasciaLibrary *library = fascia_routines_model_get_library (model);
  const gint32 today = fascia_test_plan_get_today (fixture->journal);
  g_assert_true (
      fascia_soreness_can_review (library, fascia_routines_model_get_past (model), today));
  g_assert_nonnull (find (page, GTK_TYPE_BUTTON, "_It Is as Before"));
  g_assert_true (
      fascia_soreness_can_review (library, fascia_routines_model_get_past (model), today + 1));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-page/score-words", test_score);
#define ADD(path, name)                                                                            \
  g_test_add ("/plan-page/" path, Fixture, NULL, set_up, test_##name, tear_down)
  ADD ("choose", choose);
  ADD ("no-safety", no_safety);
  ADD ("today", today);
  ADD ("week", week);
  ADD ("stage", stage);
  ADD ("strain", strain);
  ADD ("stop", stop);
  ADD ("score-off", score_off);
  ADD ("pressure", pressure);
  ADD ("day", day);
  ADD ("day-named", day_named);
  ADD ("unknown", unknown);
  ADD ("clock-set-back", clock_set_back);
  ADD ("begins-tomorrow", begins_tomorrow);
  ADD ("no-question", no_question);
  ADD ("question", question);
  ADD ("not-now", not_now);
  ADD ("at-rest", at_rest);
  ADD ("late-review", late_review);
#undef ADD
  g_test_add_func ("/plan-page/words", test_words);

  return run_tests ();
}

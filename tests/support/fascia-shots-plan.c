/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the plan, and of the question of the day after.
 */

#include "fascia-shots-plan.h"

#include "fascia-body-setup.h"
#include "fascia-test-plan.h"
#include "routines/fascia-plan-day-dialog.h"
#include "routines/fascia-plan-page.h"
#include "routines/fascia-programme-dialog.h"
#include "routines/fascia-routines-page.h"
#include "routines/fascia-soreness-row.h"

static void
settle (FasciaWindow *window)
{
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
}

static FasciaRoutinesModel *
get_model (FasciaWindow *window)
{
  return fascia_routines_model_get (fascia_window_get_journal (window), NULL);
}

static gboolean
is_still (gpointer model)
{
  return fascia_routines_model_is_ready (model) && !fascia_routines_model_is_busy (model);
}

static GtkWidget *
open_page (FasciaWindow *window)
{
  static const char *const postures[] = { "bed", "chair", "standing", "floor", NULL };
  FasciaJournal *journal = fascia_window_get_journal (window);

  fascia_test_put_setting (journal, "routines.postures", g_variant_new_strv (postures, -1));
  fascia_window_show_page (window, "routines");
  settle (window);
  fascia_test_assert_until (is_still, get_model (window));
  return fascia_window_get_page (window, "routines");
}

static void
put_sessions (FasciaWindow *window)
{
  FasciaJournal *journal = fascia_window_get_journal (window);

  fascia_test_put_session (journal, 7, "back-neck-one", "r11", "lower-back-left", 90, TRUE);
  fascia_test_put_session (journal, 5, "back-neck-one", "r11", "lower-back-right", 120, TRUE);
  fascia_test_put_session (journal, 3, "back-neck-daily", "m03", NULL, 60, TRUE);
  fascia_test_put_session (journal, 2, "back-neck-daily", "m03", NULL, 60, FALSE);
}

static FasciaRoutinesPage *
open_plan (FasciaWindow *window, int days_ago)
{
  GtkWidget *page = open_page (window);
  FasciaRoutinesModel *model = get_model (window);

  put_sessions (window);
  fascia_test_put_plan (fascia_window_get_journal (window),
                        fascia_routines_model_get_programmes (model), days_ago);
  settle (window);
  fascia_test_assert_until (is_still, model);
  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (page));
  settle (window);
  return FASCIA_ROUTINES_PAGE (page);
}

static GtkWidget *
find (GtkWidget *root, GType type, const char *title)
{
  if (gtk_widget_get_mapped (root) && G_TYPE_CHECK_INSTANCE_TYPE (root, type)
      && (title == NULL
          || g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
unfold (FasciaWindow *window, const char *title)
{
  GtkWidget *page = find (GTK_WIDGET (window), FASCIA_TYPE_PLAN_PAGE, NULL);
  GtkWidget *row = page != NULL ? find (page, ADW_TYPE_EXPANDER_ROW, title) : NULL;
  graphene_rect_t bounds;

  if (row == NULL)
    {
      g_warning ("there is no row “%s”", title);
      return;
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle (window);
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  if (gtk_widget_compute_bounds (row, gtk_widget_get_first_child (scrolled), &bounds))
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + bounds.origin.y - 12);
}

void
fascia_shots_show_plan (FasciaWindow *window)
{
  open_plan (window, 9);
}

void
fascia_shots_show_plan_days (FasciaWindow *window)
{
  open_plan (window, 9);
  unfold (window, "Days of the Week");
  unfold (window, "Minutes of Pressure");
  unfold (window, "Days of the Week");
}

void
fascia_shots_show_plan_stage (FasciaWindow *window)
{
  open_plan (window, 15);
}

void
fascia_shots_show_plan_choose (FasciaWindow *window)
{
  GtkWidget *page = open_page (window);

  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (page));
}

void
fascia_shots_show_plan_programme (FasciaWindow *window)
{
  GtkWidget *page = open_page (window);
  FasciaRoutinesModel *model = get_model (window);

  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (page));
  adw_dialog_present (
      fascia_programme_dialog_new (
          page, model,
          fascia_programmes_lookup (fascia_routines_model_get_programmes (model), "back-and-neck")),
      page);
}

void
fascia_shots_show_plan_day (FasciaWindow *window)
{
  FasciaRoutinesPage *page = open_plan (window, 9);

  adw_dialog_present (fascia_plan_day_dialog_new (get_model (window), 3), GTK_WIDGET (page));
}

/* Of another version: nothing is thrown away. */
void
fascia_shots_show_plan_unknown (FasciaWindow *window)
{
  static const char *const days[]
      = { "1:no-such-routine", "2:back-neck-one",   "3:no-such-routine", "4:no-such-routine",
          "5:no-such-routine", "6:no-such-routine", "7:no-such-routine", NULL };
  GtkWidget *page = open_page (window);
  FasciaJournal *journal = fascia_window_get_journal (window);

  fascia_test_put_setting (journal, FASCIA_SETTING_PLAN_PROGRAMME,
                           g_variant_new_string ("moon-walk"));
  fascia_test_put_setting (journal, FASCIA_SETTING_PLAN_DAYS, g_variant_new_strv (days, -1));
  settle (window);
  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (page));
}

static void
scroll_to_plan (FasciaRoutinesPage *page)
{
  GtkWidget *bin = GTK_WIDGET (fascia_routines_page_get_plan_bin (page));
  GtkWidget *scrolled = gtk_widget_get_ancestor (bin, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (bin, gtk_widget_get_first_child (scrolled), &bounds))
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + bounds.origin.y - 12);
}

void
fascia_shots_show_plan_today (FasciaWindow *window)
{
  GtkWidget *page = open_page (window);

  put_sessions (window);
  fascia_test_put_plan (fascia_window_get_journal (window),
                        fascia_routines_model_get_programmes (get_model (window)), 9);
  settle (window);
  fascia_test_assert_until (is_still, get_model (window));
  scroll_to_plan (FASCIA_ROUTINES_PAGE (page));
}

void
fascia_shots_show_plan_question (FasciaWindow *window)
{
  open_page (window);
  fascia_test_put_session (fascia_window_get_journal (window), 1, "back-neck-one", "r34",
                           "calf-upper-left", 60, TRUE);
}

void
fascia_shots_show_plan_at_rest (FasciaWindow *window)
{
  fascia_shots_show_plan_question (window);
  fascia_test_put_soreness (fascia_window_get_journal (window), 0, 4);
}

/* The question beside the figure. */
void
fascia_shots_show_day_after (FasciaWindow *window)
{
  fascia_test_put_session (fascia_window_get_journal (window), 1, "back-neck-one", "r34",
                           "calf-upper-left", 60, TRUE);
  settle (window);
  fascia_test_assert_until (is_still, get_model (window));
  settle (window);
}

void
fascia_shots_show_day_after_answers (FasciaWindow *window)
{
  fascia_shots_show_day_after (window);
  GtkWidget *row = find (GTK_WIDGET (window), FASCIA_TYPE_SORENESS_ROW, NULL);
  if (row != NULL)
    fascia_soreness_row_ask (FASCIA_SORENESS_ROW (row));
  settle (window);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chart as a screen reader meets it: a list of at most a hundred labelled points, and a table.
 */

#include "config.h"

#include <locale.h>

#include "fascia-a11y-utils.h"
#include "fascia-chart-card.h"
#include "fascia-chart-point.h"
#include "fascia-chart-view.h"
#include "fascia-core-resources.h"
#include "fascia-test-diary.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"

static FasciaChartData *
make_data (gint32 n_days, const char *region)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaSeries) series = NULL;

  fascia_test_diary_add (diary, FASCIA_TEST_TODAY, 480, "jaw-left", FASCIA_SCALE_TIGHTNESS, 6);
  fascia_test_diary_add (diary, FASCIA_TEST_TODAY, 480, "jaw-left", FASCIA_SCALE_PAIN, 4);
  fascia_test_diary_add (diary, FASCIA_TEST_TODAY, 480, "jaw-right", FASCIA_SCALE_TIGHTNESS, 2);
  fascia_test_diary_add (diary, FASCIA_TEST_TODAY - 2, 480, "jaw-left", FASCIA_SCALE_TIGHTNESS, 0);
  series = fascia_test_diary_pack (diary);
  return fascia_chart_data_new (series, region, FASCIA_TEST_TODAY - n_days + 1, FASCIA_TEST_TODAY,
                                1);
}

static GtkWidget *
show_card (FasciaChartCard **card)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (FasciaChartData) data = make_data (30, NULL);

  *card = FASCIA_CHART_CARD (fascia_chart_card_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 500);
  /* As on the page: what is too high scrolls. */
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (*card));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  fascia_chart_card_show (*card, data, NULL);
  gtk_window_present (GTK_WINDOW (window));
  fascia_test_drain ();
  return window;
}

static void
test_points (void)
{
  FasciaChartCard *card;
  GtkWidget *window = show_card (&card);
  GtkAccessible *root = GTK_ACCESSIBLE (card);

  g_assert_cmpuint (fascia_a11y_count (root, GTK_ACCESSIBLE_ROLE_LIST_ITEM), ==, 30);
  g_assert_nonnull (fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                      "Tuesday 10 March 2026: tightness 6, pain 4, 2 places"));
  g_assert_nonnull (
      fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Monday 9 March 2026: not filled in"));
  g_assert_nonnull (
      fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Sunday 8 March 2026: tightness 0"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_chart (void)
{
  FasciaChartCard *card;
  GtkWidget *window = show_card (&card);
  GtkAccessible *chart = GTK_ACCESSIBLE (find_widget (window, FASCIA_TYPE_CHART_VIEW));

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (
      chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Line chart, 9 February to 10 March 2026, levels from 0 to 10. Each point is a day’s worst "
      "place; the band shows its check-ins. Days without a level stay open.");
  g_assert_true (gtk_test_accessible_has_relation (chart, GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Other data: the labels are those of now, and never more than a hundred. */
static void
test_changed_data (void)
{
  FasciaChartCard *card;
  GtkWidget *window = show_card (&card);
  GtkAccessible *root = GTK_ACCESSIBLE (card);
  g_autoptr (FasciaChartData) place = make_data (7, "jaw-right");
  g_autoptr (FasciaChartData) years = make_data (3650, NULL);

  fascia_chart_card_show (card, place, "Right jaw");
  g_assert_cmpuint (fascia_a11y_count (root, GTK_ACCESSIBLE_ROLE_LIST_ITEM), ==, 7);
  g_assert_nonnull (
      fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Tuesday 10 March 2026: tightness 2"));
  g_assert_null (fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                   "Tuesday 10 March 2026: tightness 6, pain 4, 2 places"));

  fascia_chart_card_show (card, years, NULL);
  g_assert_cmpuint (fascia_a11y_count (root, GTK_ACCESSIBLE_ROLE_LIST_ITEM), >, 30);
  g_assert_cmpuint (fascia_a11y_count (root, GTK_ACCESSIBLE_ROLE_LIST_ITEM), <=, 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
collect_texts (GtkWidget *widget, GString *texts)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_string_append_printf (texts, "%s|", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

static gboolean
has_rows (gpointer data)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  collect_texts (data, texts);
  return strstr (texts->str, "Sun 8 Mar|") != NULL;
}

/* The table twin says the same, day by day, the newest first. */
static void
test_table (void)
{
  FasciaChartCard *card;
  GtkWidget *window = show_card (&card);
  g_autoptr (GString) texts = g_string_new (NULL);

  adw_toggle_group_set_active_name (
      ADW_TOGGLE_GROUP (find_widget (GTK_WIDGET (card), ADW_TYPE_TOGGLE_GROUP)), "table");
  fascia_test_assert_until (has_rows, find_widget (window, GTK_TYPE_COLUMN_VIEW));
  collect_texts (find_widget (window, GTK_TYPE_COLUMN_VIEW), texts);
  g_assert_nonnull (strstr (texts->str, "Day|Tightness|Pain|Places|"));
  g_assert_nonnull (strstr (texts->str, "Tue 10 Mar|6|4|2|Mon 9 Mar|Not filled in|||"
                                        "Sun 8 Mar|0||0|"));
  /* Behind it, the chart's points cannot take the focus. */
  g_assert_false (gtk_widget_get_mapped (find_widget (window, FASCIA_TYPE_CHART_POINT)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The focused point is the one that is chosen, and the one whose words are shown. */
static void
test_focus (void)
{
  FasciaChartCard *card;
  GtkWidget *window = show_card (&card);
  GtkWidget *chart = find_widget (window, FASCIA_TYPE_CHART_VIEW);
  GtkAccessible *today;
  g_autoptr (GString) texts = g_string_new (NULL);

  today = fascia_a11y_find (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                            "Tuesday 10 March 2026: tightness 6, pain 4, 2 places");
  g_assert_true (gtk_widget_grab_focus (chart));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (today));
  g_assert_cmpint (fascia_chart_view_get_selected (FASCIA_CHART_VIEW (chart)), ==, 29);
  collect_texts (GTK_WIDGET (card), texts);
  g_assert_nonnull (strstr (texts->str, "|Tuesday 10 March 2026: tightness 6, pain 4, 2 places|"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  fascia_core_get_resource ();
  fascia_ui_get_resource ();

  g_test_add_func ("/a11y/chart/points", test_points);
  g_test_add_func ("/a11y/chart/chart", test_chart);
  g_test_add_func ("/a11y/chart/changed-data", test_changed_data);
  g_test_add_func ("/a11y/chart/table", test_table);
  g_test_add_func ("/a11y/chart/focus", test_focus);

  return g_test_run ();
}

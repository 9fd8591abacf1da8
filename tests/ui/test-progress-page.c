/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Progress page over a real journal: its faces, its ranges, one place, changes seen at once.
 */

#include "config.h"

#include <locale.h>
#include <unistd.h>

#include "core/store/fascia-db.h"
#include "fascia-chart-view.h"
#include "fascia-core-resources.h"
#include "fascia-progress-page.h"
#include "fascia-test-diary.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "widgets/fascia-day-watch.h"

typedef struct
{
  FasciaTestDir *dir;
  FasciaClock *clock;
  FasciaJournal *journal;
  FasciaProgressPage *page;
  GtkWidget *window;
  FasciaBody *body;
  char *path;
  gconstpointer before;
} Fixture;

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

static const char *
get_face (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (fixture->page))));
}

#define DEFINE_FACE(name)                                                                          \
  static gboolean is_##name (gpointer data) { return g_strcmp0 (get_face (data), #name) == 0; }

DEFINE_FACE (empty)
DEFINE_FACE (content)
DEFINE_FACE (error)

/* A label below the page that begins so. */
static gboolean
has_label (GtkWidget *widget, const char *start)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), start))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_label (child, start))
        return TRUE;
    }
  return FALSE;
}

static void
write_entry (Fixture *fixture, gint32 days_ago, const char *region, FasciaScale scale, int level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaDb *db = fascia_db_open (fixture->path, FASCIA_DB_NONE, fixture->clock, 1000, &error);
  const FasciaMark mark = { g_intern_string (region), scale, level, NULL };
  g_autoptr (FasciaOperation) operation = NULL;
  FasciaMoment moment;
  FasciaLog log = { .at = &moment, .marks = &mark, .n_marks = 1 };

  g_assert_no_error (error);
  fascia_moment_init (&moment, FASCIA_TEST_NOW_MS - days_ago * G_GINT64_CONSTANT (86400000), zone);
  operation = fascia_db_log (db, &log, &error);
  g_assert_no_error (error);
  fascia_db_close (db, &error);
  g_assert_no_error (error);
}

/* @user_data: (nullable): name of the file in place of the usual one. */
static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->dir = fascia_test_dir_new ();
  fixture->path = fascia_test_dir_build_journal (fixture->dir);
  if (user_data != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (fixture->path);

      g_free (fixture->path);
      fixture->path = g_build_filename (folder, user_data, NULL);
    }
  fixture->clock = fascia_test_clock_new ();
  fixture->body = fascia_body_new (NULL);
  g_assert_nonnull (fixture->body);
}

static void
show (Fixture *fixture)
{
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  fixture->page = fascia_progress_page_new (fixture->journal, fixture->body);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_cmpstr (get_face (fixture), ==, "loading");
  fascia_journal_open (fixture->journal);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  FasciaProgressPage *page = g_object_ref (fixture->page);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fascia_test_drain ();
  g_assert_finalize_object (page);
  fascia_journal_shutdown (fixture->journal);
  g_assert_finalize_object (fixture->journal);
  fascia_clock_unref (fixture->clock);
  fascia_body_unref (fixture->body);
  fascia_test_dir_free (fixture->dir);
  g_free (fixture->path);
}

static void
test_empty (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *button;

  show (fixture);
  fascia_test_assert_until (is_empty, fixture);
  button = find_widget (
      gtk_stack_get_visible_child (GTK_STACK (adw_bin_get_child (ADW_BIN (fixture->page)))),
      GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.show-page");
}

static void
test_content (Fixture *fixture, gconstpointer user_data)
{
  FasciaChartCard *card;
  FasciaChartData *data;

  for (gint32 i = 0; i < 20; i++)
    write_entry (fixture, i, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 4 + i % 3);
  show (fixture);
  fascia_test_assert_until (is_content, fixture);
  card = fascia_progress_page_get_card (fixture->page);
  data = fascia_chart_card_get_data (card);

  g_assert_cmpint (fascia_progress_page_get_range (fixture->page), ==, FASCIA_RANGE_30);
  g_assert_cmpint (data->last_day, ==, FASCIA_TEST_TODAY);
  g_assert_cmpint (data->first_day, ==, FASCIA_TEST_TODAY - 29);
  g_assert_true (
      has_label (fixture->window, "On a typical day your worst place was tight 5 (at least half "));
  g_assert_true (
      has_label (fixture->window, "You filled in the body map on 20 of the last 30 days."));

  fascia_progress_page_set_range (fixture->page, FASCIA_RANGE_7);
  g_assert_cmpint (fascia_chart_card_get_data (card)->first_day, ==, FASCIA_TEST_TODAY - 6);
  g_assert_true (
      has_label (fixture->window, "You filled in the body map on 7 of the last 7 days."));
  fascia_progress_page_set_range (fixture->page, FASCIA_RANGE_ALL);
  g_assert_cmpint (fascia_chart_card_get_data (card)->first_day, ==, FASCIA_TEST_TODAY - 19);
}

/* Left stays left: in the list of places, in the legend, in the sentence. */
static void
test_place (Fixture *fixture, gconstpointer user_data)
{
  FasciaChartCard *card;

  for (gint32 i = 0; i < 16; i++)
    write_entry (fixture, i, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 4);
  write_entry (fixture, 2, "shoulder-top-right", FASCIA_SCALE_TIGHTNESS, 9);
  show (fixture);
  fascia_test_assert_until (is_content, fixture);
  card = fascia_progress_page_get_card (fixture->page);

  g_assert_true (has_label (fixture->window, "Tightness, worst place"));
  g_assert_true (fascia_progress_page_select_place (fixture->page, "shoulder-top-left"));
  g_assert_cmpstr (fascia_chart_card_get_data (card)->region, ==, "shoulder-top-left");
  g_assert_cmpuint (fascia_daily_count_values (fascia_chart_card_get_data (card)->daily[0]), ==,
                    16);
  g_assert_true (has_label (fixture->window, "Left shoulder top: tightness"));
  g_assert_true (has_label (fixture->window, "You marked “Left shoulder top” on 16"));
  g_assert_false (has_label (fixture->window, "Right shoulder top: tightness"));

  g_assert_true (fascia_progress_page_select_place (fixture->page, "shoulder-top-right"));
  g_assert_true (has_label (fixture->window, "Right shoulder top: tightness"));
  g_assert_true (
      has_label (fixture->window, "Not enough entries yet for tightness: 1 of 14 days."));
  g_assert_false (fascia_progress_page_select_place (fixture->page, "jaw-left"));
  g_assert_true (fascia_progress_page_select_place (fixture->page, NULL));
  g_assert_null (fascia_chart_card_get_data (card)->region);
}

static gboolean
has_two_days (gpointer data)
{
  Fixture *fixture = data;
  FasciaChartData *shown
      = fascia_chart_card_get_data (fascia_progress_page_get_card (fixture->page));

  return shown != NULL && fascia_daily_count_values (shown->daily[0]) == 2;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Returns when it is written and everybody has heard of it. */
static void
log_now (Fixture *fixture, int level)
{
  gboolean is_written = FALSE;

  const FasciaMark mark
      = { g_intern_static_string ("jaw-left"), FASCIA_SCALE_TIGHTNESS, level, NULL };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };

  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, &is_written);
  fascia_test_assert_until (is_true, &is_written);
  fascia_test_drain ();
}

static gboolean
has_new_data (gpointer data)
{
  Fixture *fixture = data;

  return fixture->before
         != fascia_chart_card_get_data (fascia_progress_page_get_card (fixture->page));
}

static void
test_changes (Fixture *fixture, gconstpointer user_data)
{
  FasciaChartCard *card;

  write_entry (fixture, 3, "jaw-left", FASCIA_SCALE_TIGHTNESS, 4);
  show (fixture);
  fascia_test_assert_until (is_content, fixture);

  /* Seen at once. */
  log_now (fixture, 7);
  fascia_test_assert_until (has_two_days, fixture);

  /* Hidden: nothing is read until it is shown again. */
  card = fascia_progress_page_get_card (fixture->page);
  fixture->before = fascia_chart_card_get_data (card);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  log_now (fixture, 3);
  g_assert_false (has_new_data (fixture));
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  fascia_test_assert_until (has_new_data, fixture);
}

/* The day changes: the range ends with the new day. */
static void
test_midnight (Fixture *fixture, gconstpointer user_data)
{
  FasciaChartCard *card;

  write_entry (fixture, 3, "jaw-left", FASCIA_SCALE_TIGHTNESS, 4);
  show (fixture);
  fascia_test_assert_until (is_content, fixture);
  card = fascia_progress_page_get_card (fixture->page);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + G_GINT64_CONSTANT (86400000));
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  g_assert_cmpint (fascia_chart_card_get_data (card)->last_day, ==, FASCIA_TEST_TODAY + 1);

  /* And while it is shown. */
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + 2 * G_GINT64_CONSTANT (86400000));
  fascia_day_watch_refresh (fascia_day_watch_get (fixture->journal));
  g_assert_cmpint (fascia_chart_card_get_data (card)->last_day, ==, FASCIA_TEST_TODAY + 2);
}

/* The first day: the axis is a week long, what is said is not. */
static void
test_first_day (Fixture *fixture, gconstpointer user_data)
{
  write_entry (fixture, 0, "jaw-left", FASCIA_SCALE_TIGHTNESS, 4);
  show (fixture);
  fascia_test_assert_until (is_content, fixture);
  fascia_progress_page_set_range (fixture->page, FASCIA_RANGE_ALL);

  const FasciaChartData *data
      = fascia_chart_card_get_data (fascia_progress_page_get_card (fixture->page));
  g_assert_cmpint (data->first_day, ==, FASCIA_TEST_TODAY - 6);
  g_assert_true (has_label (fixture->window, "You began on 10 March 2026."));
  g_assert_true (has_label (fixture->window, "1 day is too short a time"));
}

static void
on_days_notified (GObject *object, GParamSpec *pspec, guint *n_notified)
{
  (*n_notified)++;
}

/* The range as a setting sees it. */
static void
test_days (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    FasciaRange range;
    int n_days;
  } cases[] = { { FASCIA_RANGE_7, 7 },
                { FASCIA_RANGE_ALL, 0 },
                { FASCIA_RANGE_90, 90 },
                { FASCIA_RANGE_365, 365 },
                { FASCIA_RANGE_30, 30 } };
  guint n_notified = 0;
  int n_days;

  show (fixture);
  g_object_get (fixture->page, "days", &n_days, NULL);
  g_assert_cmpint (n_days, ==, 30);
  g_signal_connect (fixture->page, "notify::days", G_CALLBACK (on_days_notified), &n_notified);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_object_set (fixture->page, "days", cases[i].n_days, NULL);
      g_assert_cmpint (fascia_progress_page_get_range (fixture->page), ==, cases[i].range);
      g_object_get (fixture->page, "days", &n_days, NULL);
      g_assert_cmpint (n_days, ==, cases[i].n_days);
      g_assert_cmpuint (n_notified, ==, i + 1);
    }
  /* No range: as it was. */
  g_object_set (fixture->page, "days", 31, NULL);
  g_assert_cmpint (fascia_progress_page_get_range (fixture->page), ==, FASCIA_RANGE_30);
  g_assert_cmpuint (n_notified, ==, G_N_ELEMENTS (cases));
}

/* A file that is no journal: said, not overwritten, and tried again when asked to. */
static void
test_error (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;
  GtkWidget *button;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (fixture->path, "Dear diary, this is not a database at all.\n", -1, &error);
  g_assert_no_error (error);
  show (fixture);
  fascia_test_assert_until (is_error, fixture);
  g_assert_true (has_label (fixture->window, "The Journal Could Not Be Read"));
  if (user_data != NULL)
    {
      GtkWidget *status = find_widget (
          gtk_stack_get_visible_child (GTK_STACK (adw_bin_get_child (ADW_BIN (fixture->page)))),
          ADW_TYPE_STATUS_PAGE);

      g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (status)),
                                "Tom &amp; &lt;b&gt;Ann.db"));
    }

  unlink (fixture->path);
  button = find_widget (
      gtk_stack_get_visible_child (GTK_STACK (adw_bin_get_child (ADW_BIN (fixture->page)))),
      GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  fascia_test_assert_until (is_empty, fixture);
}

static void
test_readout (Fixture *fixture, gconstpointer user_data)
{
  FasciaChartView *chart;

  write_entry (fixture, 0, "jaw-left", FASCIA_SCALE_TIGHTNESS, 4);
  show (fixture);
  fascia_test_assert_until (is_content, fixture);
  chart = FASCIA_CHART_VIEW (find_widget (fixture->window, FASCIA_TYPE_CHART_VIEW));

  g_assert_true (has_label (fixture->window, "Each point is a day"));
  fascia_chart_view_set_selected (chart, 29);
  g_assert_true (has_label (fixture->window, "Tuesday 10 March 2026: tightness 4, 1 place"));
  fascia_chart_view_set_selected (chart, 28);
  g_assert_true (has_label (fixture->window, "Monday 9 March 2026: not filled in"));
  fascia_chart_view_set_selected (chart, -1);
  g_assert_true (has_label (fixture->window, "Each point is a day"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  fascia_core_get_resource ();
  fascia_ui_get_resource ();

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/progress-page/empty", test_empty);
  add ("/progress-page/content", test_content);
  add ("/progress-page/place", test_place);
  add ("/progress-page/changes", test_changes);
  add ("/progress-page/midnight", test_midnight);
  add ("/progress-page/first-day", test_first_day);
  add ("/progress-page/days", test_days);
  add ("/progress-page/error", test_error);
  /* What the error says is no markup. */
  g_test_add ("/progress-page/error-path", Fixture, "Tom & <b>Ann.db", set_up, test_error,
              tear_down);
  add ("/progress-page/readout", test_readout);
#undef add

  return g_test_run ();
}

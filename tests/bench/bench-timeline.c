/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times the Journal page over a copy of the journal it is given: from asking for it to its first rows
 * on the screen, and a frame while it is scrolled with thousands of rows in it, against a frame of an
 * empty window. Run with GSK_DEBUG=full-redraw, see bench-frame.c. */

#include <adwaita.h>

#include "bench-timer.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "journal/fascia-journal-page.h"
#include "journal/fascia-journal-row.h"
#include "journal/fascia-year-panel.h"

#define WIDTH 1100
#define HEIGHT 760
#define ROWS 10000
#define OPENINGS 9 /* the first is thrown away */
#define STEPS 200
#define STEP_PX 180

typedef struct
{
  GtkWindow *window;
  GtkWidget *shown; /* what is drawn anew in each frame */
  double started, took;
  double cpu_started, cpu_took; /* of this thread: says the same on a busy machine */
  double has_rows_at;           /* when the first frame with rows was over; 0 before */
  gboolean is_done;
} Scene;

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
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

static double
cpu_now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static void
on_before_paint (GdkFrameClock *clock, gpointer data)
{
  ((Scene *) data)->started = bench_now_us ();
  ((Scene *) data)->cpu_started = cpu_now_us ();
}

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  Scene *scene = data;

  if (scene->has_rows_at <= 0 && find (GTK_WIDGET (scene->window), FASCIA_TYPE_JOURNAL_ROW) != NULL)
    scene->has_rows_at = bench_now_us ();
  /* A frame begins with flushed events: only whole ones count. */
  if (scene->started > 0)
    {
      scene->took = bench_now_us () - scene->started;
      scene->cpu_took = cpu_now_us () - scene->cpu_started;
      scene->started = 0;
      scene->is_done = TRUE;
    }
}

static gboolean
is_done (gpointer data)
{
  return ((Scene *) data)->is_done;
}

static double
time_frame (Scene *scene)
{
  scene->is_done = FALSE;
  scene->started = 0;
  gtk_widget_queue_draw (scene->shown);
  fascia_test_assert_until (is_done, scene);
  return scene->took;
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_width (data) > 0 && gtk_widget_get_frame_clock (data) != NULL;
}

static void
open_scene (Scene *scene)
{
  GtkWidget *window = adw_window_new ();

  scene->shown = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_window_set_content (ADW_WINDOW (window), scene->shown);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_present (GTK_WINDOW (window));
  scene->window = GTK_WINDOW (window);
  fascia_test_assert_until (has_size, window);

  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), scene);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), scene);
  time_frame (scene);
}

static gboolean
is_opened (gpointer data)
{
  return ((Scene *) data)->has_rows_at > 0;
}

static gboolean
is_ready (gpointer data)
{
  return fascia_journal_get_state (data) == FASCIA_JOURNAL_READY;
}

static gboolean
has_calendar (gpointer data)
{
  FasciaYearPanel *panel
      = (FasciaYearPanel *) find (GTK_WIDGET (((Scene *) data)->window), FASCIA_TYPE_YEAR_PANEL);

  return panel != NULL && fascia_year_panel_has_loaded (panel);
}

/* From asking for the page to the end of the first frame that has rows. */
static double
time_opening (Scene *scene, FasciaJournal *journal, const FasciaBody *body, double *cpu)
{
  double cpu_started = cpu_now_us ();
  scene->has_rows_at = 0;
  double started = bench_now_us ();
  scene->shown = GTK_WIDGET (fascia_journal_page_new (journal, body));
  adw_window_set_content (ADW_WINDOW (scene->window), scene->shown);
  fascia_test_assert_until (is_opened, scene);
  double took = scene->has_rows_at - started;
  *cpu = cpu_now_us () - cpu_started;
  fascia_test_assert_until (has_calendar, scene);
  fascia_test_drain ();
  return took;
}

static guint
count_rows (Scene *scene)
{
  GtkListView *list = GTK_LIST_VIEW (find (GTK_WIDGET (scene->window), gtk_list_view_get_type ()));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static gboolean
has_enough (gpointer data)
{
  static guint before;
  static guint still;
  Scene *scene = data;
  guint n_rows = count_rows (scene);

  still = n_rows == before ? still + 1 : 0;
  before = n_rows;
  return n_rows >= ROWS || still > 50;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
get_percentile (double *times, int n, double share)
{
  qsort (times, (size_t) n, sizeof (double), compare);
  return times[(int) (share * (n - 1))];
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  Scene scene = { 0 };
  Scene empty = { 0 };

  if (argc != 2)
    g_error ("bench-timeline JOURNAL");
  adw_init ();
  fascia_core_get_resource ();
  fascia_ui_get_resource ();
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  if (body == NULL)
    g_error ("%s", error->message);
  g_autofree char *path = fascia_test_dir_build (dir, "journal.db");
  g_autoptr (GFile) from = g_file_new_for_path (argv[1]);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  g_autoptr (FasciaJournal) journal = fascia_journal_new (path, clock);
  fascia_journal_open (journal);
  fascia_test_assert_until (is_ready, journal);

  open_scene (&empty);
  open_scene (&scene);
  double openings[OPENINGS];
  double cpu[OPENINGS];
  for (int i = 0; i < OPENINGS; i++)
    openings[i] = time_opening (&scene, journal, body, &cpu[i]);

  /* Thousands of rows, and back to the newest. */
  FasciaJournalPage *page = FASCIA_JOURNAL_PAGE (scene.shown);
  GtkWidget *scrolled = gtk_widget_get_ancestor (
      find (GTK_WIDGET (scene.window), gtk_list_view_get_type ()), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  fascia_journal_page_show_day (page, -100000);
  fascia_test_assert_until (has_enough, &scene);
  guint n_rows = count_rows (&scene);
  fascia_test_drain ();
  gtk_adjustment_set_value (adjustment, 0);
  for (int i = 0; i < 4; i++)
    time_frame (&scene);

  double steps[STEPS];
  double beside[STEPS];
  double steps_cpu[STEPS];
  double beside_cpu[STEPS];
  for (int i = 0; i < STEPS; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP_PX);
      steps[i] = time_frame (&scene);
      steps_cpu[i] = scene.cpu_took;
      beside[i] = time_frame (&empty);
      beside_cpu[i] = empty.cpu_took;
    }

  bench_report ("rows", n_rows);
  bench_report ("open_us", bench_median (openings + 1, OPENINGS - 1));
  bench_report ("open_cpu_us", bench_median (cpu + 1, OPENINGS - 1));
  bench_report ("scroll_cpu_p95_us", get_percentile (steps_cpu, STEPS, 0.95));
  bench_report ("empty_cpu_p95_us", get_percentile (beside_cpu, STEPS, 0.95));
  bench_report ("scroll_p95_us", get_percentile (steps, STEPS, 0.95));
  bench_report ("scroll_median_us", get_percentile (steps, STEPS, 0.5));
  bench_report ("empty_p95_us", get_percentile (beside, STEPS, 0.95));
  gtk_window_destroy (scene.window);
  gtk_window_destroy (empty.window);
  fascia_test_drain ();
  fascia_journal_shutdown (journal);
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times a frame with both figures, without marks and with many, and one while they are pushed about,
 * against a frame of an empty window. Run with GSK_DEBUG=full-redraw: otherwise GTK draws only what
 * has changed, which is nothing. */

#include <adwaita.h>

#include "bench-timer.h"
#include "body/fascia-body-map-private.h"
#include "core/store/fascia-db.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"

#define WIDTH 920
#define HEIGHT 800
#define FRAMES_PER_ROUND 25
#define N_MARKS 30
#define PAN_STEPS 200
#define PAN_PX 9
/* Five presses of a key: three times nearer. */
#define NEARER 5

typedef struct
{
  GtkWindow *window;
  GtkWidget *shown[2]; /* what is drawn anew in each frame */
  double started, took;
  gboolean is_done;
} Scene;

static void
on_before_paint (GdkFrameClock *clock, gpointer data)
{
  Scene *scene = data;

  scene->started = bench_now_us ();
}

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  Scene *scene = data;

  /* A frame begins with flushed events: only whole ones count. */
  if (scene->started > 0)
    {
      scene->took = bench_now_us () - scene->started;
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
  for (int i = 0; i < 2; i++)
    if (scene->shown[i] != NULL)
      gtk_widget_queue_draw (scene->shown[i]);
  fascia_test_assert_until (is_done, scene);
  return scene->took;
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_width (data) > 0 && gtk_widget_get_frame_clock (data) != NULL;
}

static void
open_scene (Scene *scene, GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_present (GTK_WINDOW (window));
  scene->window = GTK_WINDOW (window);
  fascia_test_assert_until (has_size, window);

  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), scene);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), scene);
}

/* A journal with @n_marks places on both figures, so that every pass of the painting has work. */
static FasciaJournal *
make_journal (const char *path, FasciaClock *clock, const FasciaBody *body, guint n_marks)
{
  g_autoptr (GError) error = NULL;
  FasciaMark marks[N_MARKS] = { 0 };

  for (guint i = 0; i < n_marks; i++)
    {
      marks[i].region = fascia_region_get_id (
          fascia_body_get_region (body, i * fascia_body_get_n_regions (body) / N_MARKS));
      marks[i].scale = FASCIA_SCALE_TIGHTNESS;
      marks[i].level = (int) i % 12 - 1;
    }
  FasciaDb *db = fascia_db_open (path, FASCIA_DB_NONE, clock, 1000, &error);
  if (db == NULL)
    g_error ("%s", error->message);
  if (n_marks > 0)
    {
      const FasciaLog log = { .marks = marks, .n_marks = n_marks };
      g_autoptr (FasciaOperation) operation = fascia_db_log (db, &log, &error);
      if (operation == NULL)
        g_error ("%s", error->message);
    }
  if (!fascia_db_close (db, &error))
    g_error ("%s", error->message);

  FasciaJournal *journal = fascia_journal_new (path, clock);
  fascia_journal_open (journal);
  return journal;
}

static gboolean
is_loaded (gpointer data)
{
  return fascia_body_model_is_loaded (data);
}

/* Both figures of a model in a window. */
static void
open_figures (Scene *scene, FasciaBodyModel *model)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  fascia_test_assert_until (is_loaded, model);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *map = fascia_body_map_new (model, i == 0 ? FASCIA_VIEW_FRONT : FASCIA_VIEW_BACK);

      gtk_widget_set_vexpand (map, TRUE);
      gtk_box_append (GTK_BOX (box), map);
      fascia_body_map_ensure (FASCIA_BODY_MAP (map));
      scene->shown[i] = map;
    }
  open_scene (scene, box);
}

/* Zigzags about what is near, one frame for each step, and one of the empty window beside it. */
static void
time_pan (Scene *scene, Scene *empty, double *times, double *beside)
{
  for (int i = 0; i < 2; i++)
    fascia_body_map_zoom (FASCIA_BODY_MAP (scene->shown[i]), NEARER);
  for (int i = 0; i < 4; i++)
    time_frame (scene);
  for (int step = 0; step < PAN_STEPS; step++)
    {
      double dx = (step / 25) % 2 == 0 ? PAN_PX : -PAN_PX;
      double dy = (step / 50) % 2 == 0 ? -PAN_PX : PAN_PX;

      for (int i = 0; i < 2; i++)
        fascia_body_map_pan (FASCIA_BODY_MAP (scene->shown[i]), dx, dy);
      times[step] = time_frame (scene);
      beside[step] = time_frame (empty);
    }
  for (int i = 0; i < 2; i++)
    fascia_body_map_zoom (FASCIA_BODY_MAP (scene->shown[i]), 0);
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
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autoptr (FasciaTestDir) plain_dir = fascia_test_dir_new ();
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  Scene figures = { 0 };
  Scene plain = { 0 };
  Scene empty = { 0 };

  adw_init ();
  fascia_core_get_resource ();
  fascia_ui_get_resource ();
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  if (body == NULL)
    g_error ("%s", error->message);
  g_autofree char *path = fascia_test_dir_build_journal (dir);
  g_autofree char *plain_path = fascia_test_dir_build_journal (plain_dir);
  g_autoptr (FasciaJournal) journal = make_journal (path, clock, body, N_MARKS);
  g_autoptr (FasciaJournal) plain_journal = make_journal (plain_path, clock, body, 0);
  g_autoptr (FasciaBodyModel) model = fascia_body_model_new (journal, body);
  g_autoptr (FasciaBodyModel) plain_model = fascia_body_model_new (plain_journal, body);

  open_figures (&figures, model);
  open_figures (&plain, plain_model);
  GtkWidget *blank = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  open_scene (&empty, blank);
  empty.shown[0] = blank;

  double with_marks[BENCH_ROUNDS];
  double without_marks[BENCH_ROUNDS];
  double without[BENCH_ROUNDS];
  double panned[BENCH_ROUNDS];
  double slowest[BENCH_ROUNDS];
  for (int round = 0; round < BENCH_ROUNDS; round++)
    {
      double marked[FRAMES_PER_ROUND];
      double unmarked[FRAMES_PER_ROUND];
      double bare[FRAMES_PER_ROUND];
      double steps[PAN_STEPS];
      double beside[PAN_STEPS];
      for (int i = 0; i < FRAMES_PER_ROUND; i++)
        {
          marked[i] = time_frame (&figures);
          unmarked[i] = time_frame (&plain);
          bare[i] = time_frame (&empty);
        }
      time_pan (&figures, &empty, steps, beside);
      with_marks[round] = bench_median (marked, FRAMES_PER_ROUND);
      without_marks[round] = bench_median (unmarked, FRAMES_PER_ROUND);
      without[round] = bench_median (bare, FRAMES_PER_ROUND);
      panned[round] = get_percentile (steps, PAN_STEPS, 0.95);
      slowest[round] = get_percentile (beside, PAN_STEPS, 0.95);
    }

  bench_report ("marked_us", bench_rounds_median (with_marks));
  bench_report ("figures_us", bench_rounds_median (without_marks));
  bench_report ("pan_p95_us", bench_rounds_median (panned));
  bench_report ("empty_p95_us", bench_rounds_median (slowest));
  bench_report ("empty_us", bench_rounds_median (without));
  gtk_window_destroy (figures.window);
  gtk_window_destroy (plain.window);
  gtk_window_destroy (empty.window);
  g_clear_object (&model);
  g_clear_object (&plain_model);
  fascia_journal_shutdown (journal);
  fascia_journal_shutdown (plain_journal);
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times a frame with both figures against a frame of an empty window. Run with
 * GSK_DEBUG=full-redraw: otherwise GTK draws only what has changed, which is nothing. */

#include <adwaita.h>

#include "bench-timer.h"
#include "body/fascia-body-map.h"
#include "core/store/fascia-db.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"

#define WIDTH 920
#define HEIGHT 800
#define FRAMES_PER_ROUND 25

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

/* A journal with some marks, so that every pass of the painting has work. */
static FasciaJournal *
make_journal (FasciaTestDir *dir, FasciaClock *clock, const FasciaBody *body)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fascia_test_dir_build_journal (dir);
  FasciaMark marks[12] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i].region = fascia_region_get_id (fascia_body_get_region (body, i * 9));
      marks[i].scale = FASCIA_SCALE_TIGHTNESS;
      marks[i].level = (int) i - 1;
    }
  const FasciaLog log = { .marks = marks, .n_marks = G_N_ELEMENTS (marks) };
  FasciaDb *db = fascia_db_open (path, FASCIA_DB_NONE, clock, 1000, &error);
  if (db == NULL)
    g_error ("%s", error->message);
  g_autoptr (FasciaOperation) operation = fascia_db_log (db, &log, &error);
  if (operation == NULL || !fascia_db_close (db, &error))
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

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  Scene figures = { 0 };
  Scene empty = { 0 };

  adw_init ();
  fascia_core_get_resource ();
  fascia_ui_get_resource ();
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  if (body == NULL)
    g_error ("%s", error->message);
  g_autoptr (FasciaJournal) journal = make_journal (dir, clock, body);
  g_autoptr (FasciaBodyModel) model = fascia_body_model_new (journal, body);
  fascia_test_assert_until (is_loaded, model);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *map = fascia_body_map_new (model, i == 0 ? FASCIA_VIEW_FRONT : FASCIA_VIEW_BACK);
      gtk_widget_set_vexpand (map, TRUE);
      gtk_box_append (GTK_BOX (box), map);
      fascia_body_map_ensure (FASCIA_BODY_MAP (map));
      figures.shown[i] = map;
    }
  open_scene (&figures, box);
  GtkWidget *blank = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  open_scene (&empty, blank);
  empty.shown[0] = blank;

  double with_figures[BENCH_ROUNDS];
  double without[BENCH_ROUNDS];
  for (int round = 0; round < BENCH_ROUNDS; round++)
    {
      double full[FRAMES_PER_ROUND];
      double bare[FRAMES_PER_ROUND];
      for (int i = 0; i < FRAMES_PER_ROUND; i++)
        {
          full[i] = time_frame (&figures);
          bare[i] = time_frame (&empty);
        }
      with_figures[round] = bench_median (full, FRAMES_PER_ROUND);
      without[round] = bench_median (bare, FRAMES_PER_ROUND);
    }

  bench_report ("figures_us", bench_rounds_median (with_figures));
  bench_report ("empty_us", bench_rounds_median (without));
  gtk_window_destroy (figures.window);
  gtk_window_destroy (empty.window);
  g_clear_object (&model);
  fascia_journal_shutdown (journal);
  return 0;
}

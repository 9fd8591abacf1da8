/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times the Routines page over a copy of the journal it is given: from asking for what suggestions
 * rest on until it is ranked, and from asking for the page to the end of its first frame with a
 * suggestion and the list of areas. */

#include <adwaita.h>

#include "bench-timer.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "routines/fascia-routines-page.h"
#include "routines/fascia-suggestion-card.h"

#define WIDTH 1100
#define HEIGHT 760
#define OPENINGS 9 /* the first is thrown away */

typedef struct
{
  GtkWidget *window;
  double shown_at; /* when the first frame with all of it was over; 0 before */
} Scene;

static gboolean
has_shown (GtkWidget *root, GType type)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_shown (child, type))
      return TRUE;
  return FALSE;
}

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  Scene *scene = data;

  if (scene->shown_at <= 0 && has_shown (scene->window, FASCIA_TYPE_SUGGESTION_CARD)
      && has_shown (scene->window, ADW_TYPE_EXPANDER_ROW))
    scene->shown_at = bench_now_us ();
}

static gboolean
is_shown (gpointer data)
{
  return ((Scene *) data)->shown_at > 0;
}

static gboolean
has_size (gpointer window)
{
  return gtk_widget_get_width (window) > 0 && gtk_widget_get_frame_clock (window) != NULL;
}

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

static double
time_model (FasciaJournal *journal, FasciaBody *body)
{
  g_autoptr (FasciaRoutinesModel) model = fascia_routines_model_new (journal, body);
  double started = bench_now_us ();

  fascia_routines_model_load (model);
  fascia_test_assert_until (is_ready, model);
  return bench_now_us () - started;
}

/* Of this thread: says the same on a busy machine. */
static double
cpu_now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static double
time_opening (Scene *scene, FasciaRoutinesModel *model, double *cpu)
{
  double cpu_started = cpu_now_us ();
  scene->shown_at = 0;
  double started = bench_now_us ();
  adw_window_set_content (ADW_WINDOW (scene->window), fascia_routines_page_new (model));
  fascia_test_assert_until (is_shown, scene);
  double took = scene->shown_at - started;
  *cpu = cpu_now_us () - cpu_started;
  fascia_test_drain ();
  return took;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  Scene scene = { 0 };
  double models[OPENINGS];
  double openings[OPENINGS];
  double cpu[OPENINGS];

  if (argc != 2)
    g_error ("bench-routines JOURNAL");
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
  fascia_test_assert_until (is_open, journal);

  scene.window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (scene.window), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_window_set_default_size (GTK_WINDOW (scene.window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (scene.window), FALSE);
  gtk_window_present (GTK_WINDOW (scene.window));
  fascia_test_assert_until (has_size, scene.window);
  g_signal_connect (gtk_widget_get_frame_clock (scene.window), "after-paint",
                    G_CALLBACK (on_after_paint), &scene);

  for (int i = 0; i < OPENINGS; i++)
    models[i] = time_model (journal, body);
  /* As in the window: it is ready soon after the start, long before somebody comes to this page. */
  FasciaRoutinesModel *model = fascia_routines_model_get (journal, body);
  fascia_routines_model_load (model);
  fascia_test_assert_until (is_ready, model);
  for (int i = 0; i < OPENINGS; i++)
    openings[i] = time_opening (&scene, model, &cpu[i]);

  bench_report ("model_us", bench_median (models + 1, OPENINGS - 1));
  bench_report ("open_cpu_us", bench_median (cpu + 1, OPENINGS - 1));
  bench_report ("open_us", bench_median (openings + 1, OPENINGS - 1));
  gtk_window_destroy (GTK_WINDOW (scene.window));
  fascia_journal_shutdown (journal);
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window on an empty journal, for tests of the window and the Body page.
 */

#pragma once

#include <adwaita.h>

#include "body/fascia-body-page.h"
#include "fascia-application.h"
#include "fascia-test-utils.h"
#include "fascia-window.h"

G_BEGIN_DECLS

#define LEFT "shoulder-top-left"
#define RIGHT "shoulder-top-right"

/* The one application of the program; it has a journal of its own, which no test looks at. */
static FasciaApplication *the_application;

typedef struct
{
  FasciaTestDir *dir;
  FasciaClock *clock;
  char *path;
  FasciaJournal *journal;
  FasciaWindow *window;
  FasciaBodyPage *page;
  FasciaBodyFigures *figures;
  FasciaBodyModel *model;
  FasciaBody *body;
} Fixture;

static inline gboolean
is_loaded (gpointer data)
{
  return fascia_body_model_is_loaded (((Fixture *) data)->model);
}

static inline gboolean
is_laid_out (gpointer data)
{
  Fixture *fixture = data;
  FasciaBodyMap *map = fascia_body_figures_get_map (fixture->figures, FASCIA_VIEW_FRONT);

  return gtk_widget_get_mapped (GTK_WIDGET (fixture->page))
         && (gtk_widget_get_width (GTK_WIDGET (map)) > 0
             || !gtk_widget_get_mapped (GTK_WIDGET (fixture->figures)));
}

/* Makes a window of that size; does not wait for the journal. */
static inline void
make_window (Fixture *fixture, int width, int height)
{
  fixture->window = fascia_window_new (ADW_APPLICATION (the_application), fixture->journal);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  fixture->page = FASCIA_BODY_PAGE (fascia_window_get_page (fixture->window, "body"));
  fixture->figures = fascia_body_page_get_figures (fixture->page);
  /* Whatever side the test before has left in the settings. */
  fascia_body_figures_set_view (fixture->figures, FASCIA_VIEW_FRONT);
  fixture->model = fascia_body_page_get_model (fixture->page);
  fixture->body = fascia_body_model_get_body (fixture->model);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* Opens the journal and waits until the page shows what is in it. */
static inline void
show (Fixture *fixture, int width, int height)
{
  if (fascia_journal_get_state (fixture->journal) == FASCIA_JOURNAL_CLOSED)
    fascia_journal_open (fixture->journal);
  make_window (fixture, width, height);
  fascia_test_assert_until (is_loaded, fixture);
  fascia_test_assert_until (is_laid_out, fixture);
}

/* ---- what the journal says ---- */

typedef struct
{
  gboolean is_done;
  FasciaEntry *open;
} Reading;

static inline void
on_body_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GArray) recent = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fascia_journal_load_body_finish (FASCIA_JOURNAL (source), result, &reading->open,
                                                  &recent, &error));
  g_assert_no_error (error);
  reading->is_done = TRUE;
}

static inline gboolean
is_read (gpointer data)
{
  return ((Reading *) data)->is_done;
}

/* There is no mark at all. */
#define NO_MARK (-2)

/* The level the journal has, asked after everything written before. */
static inline int
read_level (Fixture *fixture, const char *id, FasciaScale scale)
{
  Reading reading = { 0 };

  fascia_journal_load_body_async (fixture->journal, NULL, on_body_read, &reading);
  fascia_test_assert_until (is_read, &reading);
  const FasciaMark *mark
      = reading.open != NULL ? fascia_entry_find_mark (reading.open, id, scale) : NULL;
  int level = mark != NULL ? mark->level : NO_MARK;
  g_clear_pointer (&reading.open, fascia_entry_unref);
  return level;
}

static inline gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;

  (*n_frames)++;
  return *n_frames < 2;
}

static inline gboolean
have_frames_passed (gpointer data)
{
  return *(guint *) data >= 2;
}

/* A breakpoint is applied in the frame after the one that met it; when another one is met in
 * between, or the window goes, libadwaita 1.7 leaks the picture it shows meanwhile. So whoever
 * changes the size, of the window or of the text, lets the frames pass. */
static inline void
let_frames_pass (GtkWidget *window)
{
  guint n_frames = 0;

  gtk_widget_add_tick_callback (window, count_frame, &n_frames, NULL);
  fascia_test_assert_until (have_frames_passed, &n_frames);
}

/* Everything of a window must be gone with it, once what it still wrote is written. */
static inline void
close_window (Fixture *fixture)
{
  g_autoptr (FasciaWindow) window = g_object_ref (fixture->window);
  g_autoptr (FasciaBodyPage) page = g_object_ref (fixture->page);
  g_autoptr (FasciaBodyModel) model = g_object_ref (fixture->model);

  /* Twice: what was just written makes the page read again, and that is to be over, too. */
  for (int i = 0; i < 2 && fascia_journal_get_state (fixture->journal) == FASCIA_JOURNAL_READY; i++)
    read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    let_frames_pass (GTK_WIDGET (window));
  fixture->window = NULL;
  gtk_window_destroy (GTK_WINDOW (window));
  fascia_test_drain ();
  fascia_test_assert_finalized (g_steal_pointer (&window));
  fascia_test_assert_finalized (g_steal_pointer (&page));
  fascia_test_assert_finalized (g_steal_pointer (&model));
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fascia_test_dir_new ();
  fixture->path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    close_window (fixture);
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  fascia_test_assert_finalized (fixture->journal);
  fascia_clock_unref (fixture->clock);
  g_free (fixture->path);
  fascia_test_dir_free (fixture->dir);
}

static inline const FasciaRegion *
lookup (Fixture *fixture, const char *id)
{
  const FasciaRegion *region = fascia_body_lookup (fixture->body, id);

  g_assert_nonnull (region);
  return region;
}

static inline const char *
get_selected_id (Fixture *fixture)
{
  const FasciaRegion *region = fascia_body_model_get_selected (fixture->model);

  return region != NULL ? fascia_region_get_id (region) : NULL;
}

static inline void
quit_application (gpointer data)
{
  g_application_quit (G_APPLICATION (the_application));
}

/* Runs all tests inside one application, which starts and ends as the real one does. */
static inline int
run_tests (void)
{
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autofree char *path = fascia_test_dir_build_journal (dir);
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  FasciaJournal *journal = fascia_journal_new (path, clock);

  the_application = fascia_application_new_for_journal (journal);
  g_assert_true (g_application_register (G_APPLICATION (the_application), NULL, NULL));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  int status = g_test_run ();

  g_idle_add_once (quit_application, NULL);
  g_application_run (G_APPLICATION (the_application), 0, NULL);
  g_assert_finalize_object (the_application);
  fascia_test_drain ();
  fascia_test_assert_finalized (journal);
  return status;
}

G_END_DECLS

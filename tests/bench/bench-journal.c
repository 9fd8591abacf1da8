/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a mark waits in a window while a command reads the whole journal there, and an export
 * against the bare disk: bench-journal FOLDER JOURNAL. JOURNAL is a ten-year practice journal. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bench-timer.h"
#include "core/exchange/fascia-export.h"
#include "core/journal/fascia-journal-run.h"
#include "fascia-core-resources.h"

/* As fast as a person can click. */
#define PAUSE_MS 25
#define MIN_MARKS 200
/* As many as a command asks for in one go. */
#define SLICE 100
#define BLOCK (1024 * 1024)

typedef struct
{
  FasciaJournal *journal;
  const FasciaBody *body;
  GMainLoop *loop;
  char *target;
  FasciaExport *export;
  GArray *waits;    /* double, microseconds */
  gboolean is_busy; /* a command is reading */
  gboolean is_marking;
  gboolean is_exporting;
  guint n_runs;
  double begun_us;
  guint number;
} Bench;

static void
give_up (const char *what, const GError *error)
{
  fprintf (stderr, "bench-journal: %s: %s\n", what, error ? error->message : g_strerror (errno));
  exit (1);
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  double wait = bench_now_us () - self->begun_us;

  if (operation == NULL)
    give_up ("a mark", error);
  g_array_append_val (self->waits, wait);
  self->is_marking = FALSE;
  if (self->waits->len >= MIN_MARKS)
    g_main_loop_quit (self->loop);
}

static gboolean
on_pause_over (gpointer data)
{
  Bench *self = data;
  const FasciaMark mark = { "sacrum", FASCIA_SCALE_PAIN, (int) (self->number++ % 11), NULL, FALSE };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };

  if (self->is_marking || self->waits->len >= MIN_MARKS)
    return G_SOURCE_CONTINUE;
  self->is_marking = TRUE;
  self->begun_us = bench_now_us ();
  fascia_journal_log_async (self->journal, &log, NULL, on_marked, self);
  return G_SOURCE_CONTINUE;
}

static gboolean
export_slice (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Bench *self = data;

  return fascia_export_step (self->export, db, SLICE, done, error);
}

static gboolean
check_slice (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  *done = TRUE;
  return fascia_db_check (db, NULL, NULL, error);
}

static void start_reading (Bench *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;

  if (!fascia_journal_run_slices_finish (FASCIA_JOURNAL (source), result, &error))
    give_up ("reading", error);
  if (self->is_exporting && !fascia_export_finish (self->export, NULL, &error))
    give_up ("the export", error);
  g_clear_pointer (&self->export, fascia_export_free);
  self->is_busy = FALSE;
  self->n_runs++;
  if (self->waits->len < MIN_MARKS)
    start_reading (self);
  else
    g_main_loop_quit (self->loop);
}

static void
start_reading (Bench *self)
{
  g_autoptr (GError) error = NULL;

  self->is_busy = TRUE;
  if (self->is_exporting)
    {
      self->export = fascia_export_new (FASCIA_EXPORT_JSON, self->body, self->target, &error);
      if (self->export == NULL)
        give_up (self->target, error);
    }
  fascia_journal_run_slices_async (self->journal, self->is_exporting ? export_slice : check_slice,
                                   !self->is_exporting, self, NULL, NULL, on_read, self);
}

/* What 95 of 100 marks wait at most, while it is read or not. */
static void
measure_marks (Bench *self, const char *name, gboolean is_reading, gboolean is_exporting)
{
  g_autofree char *p95 = g_strconcat (name, "_p95_us", NULL);
  g_autofree char *worst = g_strconcat (name, "_worst_us", NULL);

  self->waits = g_array_new (FALSE, FALSE, sizeof (double));
  self->is_exporting = is_exporting;
  self->n_runs = 0;
  if (is_reading)
    start_reading (self);
  guint timer = g_timeout_add (PAUSE_MS, on_pause_over, self);
  while (self->waits->len < MIN_MARKS || self->is_busy || self->is_marking)
    g_main_loop_run (self->loop);
  g_source_remove (timer);
  bench_median ((double *) self->waits->data, self->waits->len); /* sorts */
  bench_report (p95, g_array_index (self->waits, double, self->waits->len * 95 / 100));
  bench_report (worst, g_array_index (self->waits, double, self->waits->len - 1));
  g_array_unref (self->waits);
}

/* dd conv=fsync. */
static double
time_raw (const char *path, const char *bytes, gsize size)
{
  double start = bench_now_us ();
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (fd < 0)
    give_up (path, NULL);
  for (gsize done = 0; done < size;)
    {
      ssize_t n = write (fd, bytes + done, MIN (size - done, BLOCK));
      if (n <= 0)
        give_up (path, NULL);
      done += (gsize) n;
    }
  if (fsync (fd) != 0 || close (fd) != 0)
    give_up (path, NULL);
  return bench_now_us () - start;
}

static void
measure_export (const char *folder, const char *journal, const FasciaBody *body, FasciaClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_build_filename (folder, "export.json", NULL);
  g_autofree char *raw = g_build_filename (folder, "raw.json", NULL);
  FasciaDb *db = fascia_db_open (journal, FASCIA_DB_READ_EXISTING, clock, 1000, &error);
  double exports[BENCH_ROUNDS], raws[BENCH_ROUNDS];
  gsize size = 0;

  if (db == NULL)
    give_up (journal, error);
  for (int round = 0; round < BENCH_ROUNDS; round++)
    {
      double start = bench_now_us ();
      if (!fascia_export_run (FASCIA_EXPORT_JSON, body, db, target, NULL, &error))
        give_up (target, error);
      exports[round] = bench_now_us () - start;

      g_autofree char *bytes = NULL;
      if (!g_file_get_contents (target, &bytes, &size, &error))
        give_up (target, error);
      raws[round] = time_raw (raw, bytes, size);
    }
  if (!fascia_db_close (db, &error))
    give_up (journal, error);
  g_unlink (target);
  g_unlink (raw);
  bench_report ("export_bytes", (double) size);
  bench_report ("export_us", bench_rounds_median (exports));
  bench_report ("export_raw_us", bench_rounds_median (raws));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      fputs ("Usage: bench-journal FOLDER JOURNAL\n", stderr);
      return 2;
    }
  fascia_core_get_resource ();
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_autofree char *folder = g_build_filename (argv[1], "waiting", NULL);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (argv[2]);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  if (body == NULL)
    give_up ("the body", error);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    give_up (path, error);
  measure_export (folder, path, body, clock);

  Bench bench = { .journal = fascia_journal_new (path, clock),
                  .body = body,
                  .loop = g_main_loop_new (NULL, FALSE),
                  .target = g_build_filename (folder, "out.json", NULL) };
  fascia_journal_open (bench.journal);
  measure_marks (&bench, "alone", FALSE, FALSE);
  measure_marks (&bench, "exporting", TRUE, TRUE);
  measure_marks (&bench, "checking", TRUE, FALSE);
  fascia_journal_shutdown (bench.journal);
  g_object_unref (bench.journal);
  g_main_loop_unref (bench.loop);
  g_free (bench.target);
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times a durable mark against the bare disk, and the series against one scan:
 * bench-store FOLDER JOURNAL. FOLDER must be on a disk; JOURNAL is a ten-year practice journal. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "bench-timer.h"
#include "core/store/fascia-db.h"
#include "fascia-core-resources.h"

#define MARKS_PER_ROUND 40
#define PAGE 4096
#define RAW_PAGES 1024

static void
give_up (const char *what, const GError *error)
{
  fprintf (stderr, "bench-store: %s: %s\n", what, error ? error->message : g_strerror (errno));
  exit (1);
}

/* A file whose blocks exist already: the bare disk at its best, no growing, no new metadata. */
static int
open_raw (const char *path)
{
  static const char page[PAGE] = { 1 };
  int fd = g_open (path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (fd < 0)
    give_up (path, NULL);
  for (int i = 0; i < RAW_PAGES; i++)
    if (pwrite (fd, page, PAGE, (off_t) i * PAGE) != PAGE)
      give_up (path, NULL);
  if (fsync (fd) != 0)
    give_up (path, NULL);
  return fd;
}

static double
time_raw (int fd, guint number)
{
  char page[PAGE];
  memset (page, (int) (number & 0xff), sizeof page);

  double start = bench_now_us ();
  if (pwrite (fd, page, PAGE, (off_t) (number % RAW_PAGES) * PAGE) != PAGE || fdatasync (fd) != 0)
    give_up ("pwrite", NULL);
  return bench_now_us () - start;
}

static double
time_mark (FasciaDb *db, guint number)
{
  static const char *const regions[] = { "shoulder-top-left", "shoulder-top-right",
                                         "calf-upper-left", "calf-upper-right", "sacrum" };
  g_autoptr (GError) error = NULL;
  FasciaMark mark = { .region = regions[number % G_N_ELEMENTS (regions)],
                      .scale = FASCIA_SCALE_TIGHTNESS,
                      .level = (int) (number % (FASCIA_LEVEL_MAX + 1)) };
  FasciaLog log = { .marks = &mark, .n_marks = 1 };

  double start = bench_now_us ();
  g_autoptr (FasciaOperation) operation = fascia_db_log (db, &log, &error);
  double took = bench_now_us () - start;

  if (operation == NULL)
    give_up ("a mark", error);
  return took;
}

static void
bench_marks (const char *folder, FasciaClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *journal = g_build_filename (folder, "marks", "journal.db", NULL);
  g_autofree char *raw = g_build_filename (folder, "raw", NULL);
  FasciaDb *db = fascia_db_open (journal, FASCIA_DB_NONE, clock, 1000, &error);
  if (db == NULL)
    give_up (journal, error);
  int fd = open_raw (raw);

  double marks[BENCH_ROUNDS];
  double raws[BENCH_ROUNDS];
  guint number = 0;
  for (int round = 0; round < BENCH_ROUNDS; round++)
    {
      double mark[MARKS_PER_ROUND];
      double bare[MARKS_PER_ROUND];
      for (int i = 0; i < MARKS_PER_ROUND; i++, number++)
        {
          bare[i] = time_raw (fd, number);
          mark[i] = time_mark (db, number);
        }
      marks[round] = bench_median (mark, MARKS_PER_ROUND);
      raws[round] = bench_median (bare, MARKS_PER_ROUND);
    }

  close (fd);
  if (!fascia_db_close (db, &error))
    give_up (journal, error);
  bench_report ("raw_us", bench_rounds_median (raws));
  bench_report ("mark_us", bench_rounds_median (marks));
}

static double
time_scan (sqlite3 *database)
{
  sqlite3_stmt *statement = NULL;

  double start = bench_now_us ();
  if (sqlite3_prepare_v2 (database, "SELECT sum(level) FROM mark", -1, &statement, NULL)
          != SQLITE_OK
      || sqlite3_step (statement) != SQLITE_ROW)
    give_up (sqlite3_errmsg (database), NULL);
  sqlite3_finalize (statement);
  return bench_now_us () - start;
}

static double
time_series (FasciaDb *db, guint *n_points)
{
  g_autoptr (GError) error = NULL;

  double start = bench_now_us ();
  g_autoptr (FasciaSeries) series = fascia_db_load_series (db, &error);
  double took = bench_now_us () - start;

  if (series == NULL)
    give_up ("the series", error);
  fascia_series_get_points (series, n_points);
  return took;
}

/* Two copies of one journal, because the journal has exactly one connection. */
static char *
copy_journal (const char *folder, const char *name, const char *journal)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *below = g_build_filename (folder, name, NULL);
  g_autofree char *path = g_build_filename (below, "journal.db", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (journal);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  g_mkdir_with_parents (below, 0700);
  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    give_up (path, error);
  return g_steal_pointer (&path);
}

static void
bench_series (const char *folder, const char *journal, FasciaClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *ours = copy_journal (folder, "series", journal);
  g_autofree char *bare = copy_journal (folder, "scan", journal);
  FasciaDb *db = fascia_db_open (ours, FASCIA_DB_READ_EXISTING, clock, 1000, &error);
  if (db == NULL)
    give_up (ours, error);
  sqlite3 *database = NULL;
  if (sqlite3_open_v2 (bare, &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    give_up (bare, NULL);

  double loads[BENCH_ROUNDS];
  double scans[BENCH_ROUNDS];
  guint n_points = 0;
  for (int round = 0; round < BENCH_ROUNDS; round++)
    {
      scans[round] = time_scan (database);
      loads[round] = time_series (db, &n_points);
    }

  sqlite3_close (database);
  if (!fascia_db_close (db, &error))
    give_up (ours, error);
  bench_report ("series_points", n_points);
  bench_report ("scan_us", bench_rounds_median (scans));
  bench_report ("series_us", bench_rounds_median (loads));
}

int
main (int argc, char *argv[])
{
  if (argc != 3)
    {
      fputs ("Usage: bench-store FOLDER JOURNAL\n", stderr);
      return 2;
    }

  fascia_core_get_resource ();
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  bench_marks (argv[1], clock);
  bench_series (argv[1], argv[2], clock);
  return 0;
}

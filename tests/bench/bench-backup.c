/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times a backup, its restoring and comparing, against writing as many bytes:
 * bench-backup FOLDER JOURNAL. FOLDER must be on a disk; JOURNAL is a ten-year practice journal,
 * which is put back there. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bench-timer.h"
#include "core/store/fascia-backup-private.h"
#include "fascia-core-resources.h"

#define N_ROUNDS 5

static void
give_up (const char *what, const GError *error)
{
  fprintf (stderr, "bench-backup: %s: %s\n", what, error ? error->message : g_strerror (errno));
  exit (1);
}

static double
time_raw (const char *path, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  double start = bench_now_us ();
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (fd < 0 || write (fd, data, size) != (gssize) size || fsync (fd) != 0)
    give_up (path, NULL);
  close (fd);
  return bench_now_us () - start;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  double take = 1e12, save = 1e12, preview = 1e12, restore = 1e12, raw = 1e12;

  if (argc != 3)
    give_up ("FOLDER JOURNAL", NULL);
  fascia_core_get_resource ();
  g_autofree char *path = g_build_filename (argv[1], "bench" FASCIA_BACKUP_SUFFIX, NULL);
  g_autofree char *copy = g_build_filename (argv[1], "bench.raw", NULL);
  g_autofree char *journal = g_build_filename (argv[1], "bench.db", NULL);
  char *content;
  gsize size;
  if (!g_file_get_contents (argv[2], &content, &size, &error)
      || !g_file_set_contents_full (journal, content, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600,
                                    &error))
    give_up (argv[2], error);
  g_autoptr (GBytes) bytes = g_bytes_new_take (content, size);

  for (int i = 0; i < N_ROUNDS; i++)
    {
      FasciaDb *db = fascia_db_open (journal, FASCIA_DB_READ_EXISTING, clock, 0, &error);

      if (db == NULL)
        give_up (journal, error);
      raw = MIN (raw, time_raw (copy, bytes));
      double start = bench_now_us ();
      g_autoptr (FasciaBackup) backup = fascia_backup_take (db, &error);
      take = MIN (take, bench_now_us () - start);
      if (backup == NULL || !fascia_backup_save (backup, path, NULL, NULL, &error))
        give_up (path, error);
      save = MIN (save, bench_now_us () - start);
      start = bench_now_us ();
      FasciaBackupPreview *seen = fascia_backup_preview (db, path, NULL, &error);
      if (seen == NULL)
        give_up (path, error);
      preview = MIN (preview, bench_now_us () - start);
      fascia_backup_preview_free (seen);
      if (!fascia_db_close (db, &error))
        give_up (journal, error);
      start = bench_now_us ();
      if (!fascia_backup_restore (journal, path, NULL, clock, NULL, &error))
        give_up (path, error);
      restore = MIN (restore, bench_now_us () - start);
    }
  bench_report ("backup_bytes", (double) size);
  bench_report ("backup_us", save);
  bench_report ("backup_take_us", take);
  bench_report ("restore_us", restore);
  bench_report ("compare_us", preview);
  bench_report ("backup_raw_us", raw);
  if (!fascia_journal_files_erase (journal, &error) || g_unlink (path) != 0 || g_unlink (copy) != 0)
    give_up (journal, error);
  return 0;
}

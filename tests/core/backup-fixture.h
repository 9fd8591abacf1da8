/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of backups share. */

#pragma once

#include <glib/gstdio.h>

#include "core/store/fascia-backup-private.h"
#include "core/store/fascia-db-swap.h"
#include "store-fixture.h"

G_BEGIN_DECLS

#define WORDS "correct horse battery staple"

static inline void
backup_note (StoreFixture *f, const char *note)
{
  g_autoptr (GError) error = NULL;
  FasciaLog log = { .note = note };
  g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, &error);

  g_assert_no_error (error);
}

/* Some days with marks, notes and a setting. */
static inline void
backup_fill (StoreFixture *f, int n_days)
{
  for (int i = 0; i < n_days; i++)
    {
      g_autofree char *note = g_strdup_printf ("Words of day %d", i);

      store_mark (f->db, i % 2 == 0 ? "neck-left" : "hip-right", i % 11);
      backup_note (f, note);
      store_fixture_wait (f, DAY_MS);
    }
  g_assert_true (fascia_db_set_setting (f->db, "test.key", g_variant_new_string ("value"), NULL));
}

/* What the journal says, as 32 bytes in hexadecimal digits. */
static inline char *
backup_get_state (FasciaDb *db)
{
  guint8 state[FASCIA_DIGEST_SIZE];
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  fascia_db_hash_state (db, state, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sizeof state; i++)
    g_string_append_printf (text, "%02x", state[i]);
  return g_string_free (text, FALSE);
}

static inline char *
backup_build_path (StoreFixture *f, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (f->path);

  return g_build_filename (folder, name, NULL);
}

static inline FasciaBackupInfo *
backup_make (StoreFixture *f, const char *path, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  FasciaBackupInfo *info = NULL;

  fascia_db_backup (f->db, path, passphrase, &info, &error);
  g_assert_no_error (error);
  g_assert_nonnull (info);
  return info;
}

/* Restores over the closed journal and opens it. */
static inline char *
backup_restore (StoreFixture *f, const char *path, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  char *kept = NULL;

  fascia_backup_restore (f->path, path, passphrase, f->clock, &kept, &error);
  g_assert_no_error (error);
  store_fixture_open (f);
  store_assert_whole (f->db);
  return kept;
}

/* How many files of the folder have the bytes in them, and below it; with @modes, all of them are
 * for the person alone. */
static inline guint
backup_grep (const char *folder, const char *marker, gboolean modes)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_found = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat info;

      if (lstat (path, &info) != 0)
        continue;
      if (modes && (info.st_mode & 0077) != 0)
        g_error ("%s has mode %o", path, info.st_mode);
      if (S_ISDIR (info.st_mode))
        n_found += backup_grep (path, marker, modes);
      else if (S_ISREG (info.st_mode) && marker != NULL)
        {
          g_autoptr (GBytes) bytes = store_read_file (path, "");
          gsize size;
          const char *data = g_bytes_get_data (bytes, &size);

          if (size > 0 && memmem (data, size, marker, strlen (marker)) != NULL)
            n_found++;
        }
    }
  return n_found;
}

static inline guint
backup_grep_journal (StoreFixture *f, const char *marker)
{
  g_autofree char *folder = g_path_get_dirname (f->path);

  return backup_grep (folder, marker, TRUE);
}

static inline guint
backup_count_files (StoreFixture *f, const char *infix)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, infix) != NULL)
      n_files++;
  return n_files;
}

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the targets share that need files: a folder in memory, and a journal with something of
 * everything in it. */

#pragma once

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/store/fascia-backup-private.h"
#include "core/store/fascia-db-private.h"
#include "fascia-core-resources.h"

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* 2026-03-01T12:00Z */
#define FUZZ_NOW_MS G_GINT64_CONSTANT (1772366400000)

static inline void
fuzz_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        fuzz_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* (transfer full) A folder of our own, in memory where there is such a place. */
static inline char *
fuzz_make_folder (void)
{
  g_autofree char *template = g_build_filename (
      g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir (), "fascia-fuzz-XXXXXX", NULL);

  if (g_mkdtemp (template) == NULL)
    g_error ("%s cannot be made", template);
  return g_steal_pointer (&template);
}

static inline void
fuzz_write (const char *path, const void *data, gsize size)
{
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    g_error ("%s cannot be written", path);
}

static inline void
fuzz_fill_random (guint8 *bytes, gsize n_bytes, gpointer data)
{
  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = (guint8) g_rand_int_range (data, 0, 256);
}

/* (nullable) A journal that is there, with the same chance each time. @rand: good until it is closed. */
static inline FasciaDb *
fuzz_open (const char *path, FasciaClock *clock, GRand *rand, GError **error)
{
  const FasciaDbOptions options = { .random = fuzz_fill_random, .random_data = rand };

  return fascia_db_open_full (path, FASCIA_DB_READ_EXISTING, clock, 0, &options, error);
}

static inline void
fuzz_put (FasciaDb *db, FasciaEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation = fascia_db_put (db, entry, &error);

  if (operation == NULL)
    g_error ("%s", error->message);
  fascia_entry_unref (entry);
}

/* The same journal in every run, closed. */
static inline void
fuzz_make_journal (const char *path)
{
  static const FasciaMark marks[]
      = { { "sacrum", FASCIA_SCALE_PAIN, 4, NULL, FALSE },
          { "neck-back-left", FASCIA_SCALE_TIGHTNESS, 0, NULL, FALSE } };
  static const FasciaDrawingPoint points[] = { { 100, 100, 5 }, { 101, 102, 6 } };
  static const FasciaDrawing drawing = { .kind = FASCIA_DRAWING_STROKE,
                                         .scale = FASCIA_SCALE_PAIN,
                                         .view = FASCIA_VIEW_BACK,
                                         .figure = 1,
                                         .width = 4,
                                         .points = points,
                                         .n_points = 2 };
  static const FasciaSpread spread = { "sacrum", "lower-back-left" };
  static const char *const tags[] = { "stress", NULL };
  g_autoptr (FasciaClock) clock = fascia_clock_new_fixed (FUZZ_NOW_MS, "UTC");
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  const FasciaDbOptions options = { .random = fuzz_fill_random, .random_data = rand };
  g_autoptr (GError) error = NULL;
  FasciaDb *db = fascia_db_open_full (path, FASCIA_DB_NONE, clock, 0, &options, &error);

  if (db == NULL)
    g_error ("%s", error->message);
  for (int i = 0; i < 6; i++)
    {
      const FasciaUid none = { 0 };
      const gint64 day_ms = G_GINT64_CONSTANT (86400000);
      const FasciaMoment moment
          = { FUZZ_NOW_MS - i * day_ms, 0, (gint32) ((FUZZ_NOW_MS - i * day_ms) / day_ms), "UTC" };
      const FasciaLog log = { .at = &moment,
                              .marks = marks,
                              .n_marks = 2,
                              .drawings = &drawing,
                              .n_drawings = 1,
                              .spreads = &spread,
                              .n_spreads = 1,
                              .note = "After the stairs" };
      g_autoptr (FasciaOperation) operation = fascia_db_log (db, &log, &error);

      if (operation == NULL)
        g_error ("%s", error->message);
      g_autoptr (FasciaEntry) visit = fascia_entry_new (&none, FASCIA_ENTRY_VISIT, &moment);
      g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (visit, tags);
      const FasciaMeasurement sleep = { "sleep", FASCIA_SIDE_MIDLINE, 4, NULL };
      fuzz_put (db, fascia_entry_with_measurement (tagged, &sleep));
      g_autoptr (FasciaEntry) treatment = fascia_entry_new (&none, FASCIA_ENTRY_TREATMENT, &moment);
      const FasciaTreatment heat = { "Heat", "20 min", FASCIA_ANSWER_YES, 3 };
      fuzz_put (db, fascia_entry_with_treatment (treatment, &heat));
    }
  if (!fascia_db_set_setting (db, FASCIA_SETTING_FACING, g_variant_new_string ("own"), NULL)
      || !fascia_db_close (db, NULL))
    g_error ("the journal cannot be written");
}

/* Reads everything there is to read. Answers do not matter, only that there are some. */
static inline void
fuzz_read_all (FasciaDb *db)
{
  g_autoptr (FasciaSeries) series = fascia_db_load_series (db, NULL);
  g_autoptr (GPtrArray) list = fascia_db_list (db, G_MAXINT64, NULL, 1000, NULL);
  g_autoptr (GArray) recent = fascia_db_load_recent (db, 0, G_MAXINT64, NULL);
  g_autoptr (FasciaSettings) settings = fascia_db_load_settings (db, NULL);
  g_autoptr (FasciaTags) all_tags = fascia_db_load_tags (db, NULL);
  g_autoptr (FasciaItems) items = fascia_db_load_items (db, NULL);
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  const FasciaNames names = { .tags = all_tags, .items = items };
  g_autoptr (FasciaQuery) query = fascia_query_with_text (all, "stairs heat", &names);
  g_autoptr (GPtrArray) found = fascia_db_query (db, query, G_MAXINT64, NULL, 100, NULL);
  g_autoptr (GArray) days = fascia_db_count_days (db, all, G_MININT32, G_MAXINT32, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (list, i);
      g_autofree char *words = fascia_entry_dup_words (entry);
      g_autofree char *time = fascia_moment_to_iso (fascia_entry_get_moment (entry));
    }
}

G_END_DECLS

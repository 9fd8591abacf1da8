/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the targets of imports share: a journal in memory that takes what was read and gives it back
 * again. */

#pragma once

#include "fuzz-files.h"

#include "core/exchange/fascia-export.h"
#include "core/exchange/fascia-import.h"

G_BEGIN_DECLS

/* After all that the seeds say. */
#define FUZZ_IMPORT_NOW_MS (FUZZ_NOW_MS + G_GINT64_CONSTANT (31) * 86400000)

typedef struct
{
  char *folder;
  char *path; /* of what is exported again */
  FasciaBody *body;
  FasciaClock *clock;
  GRand *rand;
  FasciaDb *db;
  char *before; /* what the journal has of the person's own */
} FuzzImport;

/* What there is of the person's own: an import that is undone leaves it as it was. */
static inline char *
fuzz_import_dup_own (FuzzImport *fuzz)
{
  static const char *const queries[]
      = { "SELECT 'tag', code, name, NULL, NULL, hidden FROM tag ORDER BY code",
          "SELECT 'scale', code, name, minimum, maximum, hidden FROM own_scale ORDER BY code",
          "SELECT 'answer', code, region, NULL, NULL, NULL FROM condition ORDER BY uid",
          "SELECT 'setting', key, value, NULL, NULL, NULL FROM setting ORDER BY key" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *statement = fascia_db_prepare (fuzz->db, queries[i], &error);

      g_assert_no_error (error);
      while (fascia_db_step (fuzz->db, statement, &error) > 0)
        {
          for (int k = 0; k < sqlite3_column_count (statement); k++)
            {
              const char *cell = (const char *) sqlite3_column_text (statement, k);

              g_string_append_printf (text, "%s\t", cell != NULL ? cell : "");
            }
          g_string_append_c (text, '\n');
        }
      g_assert_no_error (error);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* A scale of the person's own, for values of files to find room on, or none. */
static inline void
fuzz_import_put_scale (FuzzImport *fuzz)
{
  static const char json[]
      = "{\"format\":\"fascia-journal\",\"version\":1,\"tags\":[],\"scales\":[{"
        "\"uid\":\"0190a000-0000-7000-8000-0000000000b1\",\"code\":\"own-glow\","
        "\"name\":\"Glow\",\"minimum\":0,\"maximum\":5,\"step\":1,\"hidden\":false}],"
        "\"conditions\":[],\"settings\":{},\"entries\":[]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import
      = fascia_import_read_json (bytes, "scale.json", fuzz->body, FUZZ_IMPORT_NOW_MS, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) operation = fascia_db_import (fuzz->db, import, FALSE, NULL, &error);

  g_assert_no_error (error);
}

static inline FuzzImport *
fuzz_import_get (void)
{
  static FuzzImport fuzz;

  if (fuzz.folder == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *journal = NULL;

      fascia_core_get_resource ();
      fuzz.folder = fuzz_make_folder ();
      fuzz.path = g_build_filename (fuzz.folder, "again.json", NULL);
      fuzz.clock = fascia_clock_new_fixed (FUZZ_NOW_MS, "UTC");
      fuzz.body = fascia_body_new (&error);
      g_assert_no_error (error);
      journal = g_build_filename (fuzz.folder, "fascia", "journal.db", NULL);
      fuzz.rand = g_rand_new_with_seed (1);
      const FasciaDbOptions options = { .random = fuzz_fill_random, .random_data = fuzz.rand };
      fuzz.db = fascia_db_open_full (journal, FASCIA_DB_NONE, fuzz.clock, 0, &options, &error);
      g_assert_no_error (error);
      fuzz_import_put_scale (&fuzz);
      fuzz.before = fuzz_import_dup_own (&fuzz);
    }
  return &fuzz;
}

static inline void
fuzz_import_clean (void)
{
  FuzzImport *fuzz = fuzz_import_get ();

  fascia_db_close (fuzz->db, NULL);
  fascia_body_unref (fuzz->body);
  fascia_clock_unref (fuzz->clock);
  g_rand_free (fuzz->rand);
  fuzz_remove (fuzz->folder);
  g_free (fuzz->folder);
  g_free (fuzz->path);
  g_free (fuzz->before);
}

/* What the journal has now, it gives so that it is taken again, the same. */
static inline void
fuzz_import_export (FuzzImport *fuzz, guint n_entries)
{
  g_autoptr (GError) error = NULL;
  FasciaImportPlan plan;

  fascia_export_run (FASCIA_EXPORT_JSON, fuzz->body, fuzz->db, fuzz->path, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaImport) again
      = fascia_import_read (fuzz->path, fuzz->body, FUZZ_IMPORT_NOW_MS, &error);
  g_assert_no_error (error);
  if (fascia_import_get_n_problems (again) > 0)
    {
      const FasciaImportProblem *problem = fascia_import_get_problem (again, 0);

      g_error ("what was exported is not taken again: line %u, %s: %s", problem->line,
               problem->column != NULL ? problem->column : "the row", problem->reason);
    }
  g_assert_cmpuint (fascia_import_get_n_entries (again), ==, n_entries);
  fascia_db_plan_import (fuzz->db, again, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_same, ==, n_entries);
  g_assert_cmpint (plan.n_new + plan.n_different + plan.n_tags + plan.n_settings, ==, 0);
}

/* What was read is sound: the journal takes it, gives back the same, and forgets it again. */
static inline void
fuzz_import_try (FuzzImport *fuzz, FasciaImport *import)
{
  g_autoptr (GError) error = NULL;
  guint n_entries = fascia_import_get_n_entries (import);
  FasciaImportPlan plan;

  for (guint i = 0; i < fascia_import_get_n_problems (import); i++)
    if (*fascia_import_get_problem (import, i)->reason == '\0')
      g_error ("a problem without a reason");
  g_autoptr (GPtrArray) entries = fascia_import_dup_entries (import, 5);
  g_autoptr (FasciaOperation) operation = fascia_db_import (fuzz->db, import, TRUE, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_new, ==, n_entries);
  if (operation == NULL)
    return;
  fascia_db_check (fuzz->db, NULL, NULL, &error);
  g_assert_no_error (error);
  fuzz_import_export (fuzz, n_entries);
  fascia_db_plan_import (fuzz->db, import, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_same, ==, n_entries);
  g_autoptr (FasciaOperation) undone
      = fascia_db_undo (fuzz->db, fascia_operation_get_id (operation), &error);
  g_assert_no_error (error);
  g_assert_cmpint (fascia_db_count_entries (fuzz->db, NULL), ==, 0);
  g_autofree char *after = fuzz_import_dup_own (fuzz);
  g_assert_cmpstr (after, ==, fuzz->before);
}

G_END_DECLS

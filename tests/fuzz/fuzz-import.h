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
  FasciaDb *db;
} FuzzImport;

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
      fuzz.db = fascia_db_open (journal, FASCIA_DB_NONE, fuzz.clock, 0, &error);
      g_assert_no_error (error);
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
  fuzz_remove (fuzz->folder);
  g_free (fuzz->folder);
  g_free (fuzz->path);
}

/* What was read is sound: the journal takes it, gives back the same, and forgets it again. */
static inline void
fuzz_import_try (FuzzImport *fuzz, FasciaImport *import)
{
  g_autoptr (GError) error = NULL;
  FasciaImportPlan plan;

  for (guint i = 0; i < fascia_import_get_n_problems (import); i++)
    if (*fascia_import_get_problem (import, i)->reason == '\0')
      g_error ("a problem without a reason");
  g_autoptr (GPtrArray) entries = fascia_import_dup_entries (import, 5);
  g_autoptr (FasciaOperation) operation = fascia_db_import (fuzz->db, import, TRUE, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_new, ==, fascia_import_get_n_entries (import));
  if (plan.n_new == 0)
    return;
  fascia_db_check (fuzz->db, NULL, NULL, &error);
  g_assert_no_error (error);
  fascia_export_run (FASCIA_EXPORT_JSON, fuzz->body, fuzz->db, fuzz->path, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaImport) again
      = fascia_import_read (fuzz->path, fuzz->body, FUZZ_IMPORT_NOW_MS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fascia_import_get_n_problems (again), ==, 0);
  g_assert_cmpuint (fascia_import_get_n_entries (again), ==, fascia_import_get_n_entries (import));
  fascia_db_plan_import (fuzz->db, again, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_same, ==, fascia_import_get_n_entries (import));
  g_autoptr (FasciaOperation) undone = fascia_db_undo (fuzz->db, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fascia_db_count_entries (fuzz->db, NULL), ==, 0);
}

G_END_DECLS

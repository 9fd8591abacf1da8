/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files read into the journal. */

#include "config.h"

#include "fascia-import.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (fascia - import - error - quark, fascia_import_error)

struct _FasciaImport
{
  gatomicrefcount ref_count;
};

G_DEFINE_BOXED_TYPE (FasciaImport, fascia_import, fascia_import_ref, fascia_import_unref)

FasciaImport *
fascia_import_ref (FasciaImport *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_import_unref (FasciaImport *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

static gpointer
refuse (GError **error)
{
  g_set_error_literal (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_FORMAT, "not there yet");
  return NULL;
}

FasciaImport *
fascia_import_read (const char *path, const FasciaBody *body, GError **error)
{
  return refuse (error);
}

FasciaImport *
fascia_import_read_json (GBytes *bytes, const char *name, const FasciaBody *body, GError **error)
{
  return refuse (error);
}

FasciaImport *
fascia_import_read_table (GBytes *bytes,
                          const char *name,
                          const FasciaMapping *mapping,
                          const FasciaBody *body,
                          GTimeZone *zone,
                          gint64 now_ms,
                          GError **error)
{
  return refuse (error);
}

guint
fascia_import_get_n_entries (const FasciaImport *self)
{
  return 0;
}

gint32
fascia_import_get_first_day (const FasciaImport *self)
{
  return 1;
}

gint32
fascia_import_get_last_day (const FasciaImport *self)
{
  return 0;
}

guint
fascia_import_get_n_problems (const FasciaImport *self)
{
  return 0;
}

const FasciaImportProblem *
fascia_import_get_problem (const FasciaImport *self, guint index)
{
  return NULL;
}

GPtrArray *
fascia_import_dup_entries (const FasciaImport *self, guint max)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
}

gboolean
fascia_db_plan_import (FasciaDb *db,
                       const FasciaImport *import,
                       FasciaImportPlan *plan,
                       GError **error)
{
  return refuse (error) != NULL;
}

FasciaOperation *
fascia_db_import (FasciaDb *db,
                  const FasciaImport *import,
                  gboolean skip_bad,
                  FasciaImportPlan *plan,
                  GError **error)
{
  return refuse (error);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files read into the journal: our own exports, losslessly, and tables of other programs. */

#pragma once

#include "../body/fascia-body.h"
#include "../store/fascia-db.h"
#include "fascia-mapping.h"

G_BEGIN_DECLS

#define FASCIA_IMPORT_ERROR (fascia_import_error_quark ())
GQuark fascia_import_error_quark (void);

typedef enum
{
  FASCIA_IMPORT_ERROR_FORMAT = 1, /* nothing that we know */
  FASCIA_IMPORT_ERROR_TOO_NEW,    /* an export of a later version */
  FASCIA_IMPORT_ERROR_READ,
  FASCIA_IMPORT_ERROR_ROWS, /* bad rows, and they are not to be skipped */
  FASCIA_IMPORT_ERROR_TOO_LARGE,
} FasciaImportError;

/* A row that cannot be taken. */
typedef struct
{
  char *file;   /* its name, for people */
  guint line;   /* from 1, of where the row begins; 0: the file as a whole */
  char *column; /* (nullable) */
  char *reason; /* a whole translated sentence */
} FasciaImportProblem;

/**
 * FasciaImport:
 *
 * What was read from a file, before the journal has seen it. Immutable after reading, may be handed
 * to another thread; reference counted (atomic).
 */
typedef struct _FasciaImport FasciaImport;
#define FASCIA_TYPE_IMPORT (fascia_import_get_type ())
GType fascia_import_get_type (void);
FasciaImport *fascia_import_ref (FasciaImport *self);
void fascia_import_unref (FasciaImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaImport, fascia_import_unref)

/* Reads our JSON, our folder of tables or one of its files' folder, told apart by what they hold.
 * Bad rows are gathered, up to a thousand; a file that is no export is FORMAT. Any thread.
 * @now_ms: refuses what is more than a day ahead. */
FasciaImport *fascia_import_read (const char *path,
                                  const FasciaBody *body,
                                  gint64 now_ms,
                                  GError **error);
/* As above, from memory; for tests. @name: what problems call the file. JSON only. */
FasciaImport *fascia_import_read_json (GBytes *bytes,
                                       const char *name,
                                       const FasciaBody *body,
                                       gint64 now_ms,
                                       GError **error);
/* A table of another program, read by @mapping. @zone: of times without one. @now_ms: refuses what
 * is more than a day ahead. */
FasciaImport *fascia_import_read_table (GBytes *bytes,
                                        const char *name,
                                        const FasciaMapping *mapping,
                                        const FasciaBody *body,
                                        GTimeZone *zone,
                                        gint64 now_ms,
                                        GError **error);

guint fascia_import_get_n_entries (const FasciaImport *self);
/* Local days; first above last when there are none. */
gint32 fascia_import_get_first_day (const FasciaImport *self);
gint32 fascia_import_get_last_day (const FasciaImport *self);
guint fascia_import_get_n_problems (const FasciaImport *self);
const FasciaImportProblem *fascia_import_get_problem (const FasciaImport *self, guint index);
/* The first @max as entries, for a preview. (transfer full) Array of FasciaEntry. */
GPtrArray *fascia_import_dup_entries (const FasciaImport *self, guint max);
/* (transfer full) @items and the scales that come along, for the names of what was measured. */
FasciaItems *fascia_import_dup_items (const FasciaImport *self, FasciaItems *items);

/* What importing would do. */
typedef struct
{
  gint64 n_new;  /* entries that come */
  gint64 n_same; /* already there: by name, or, for other programs' tables, by time and content */
  gint64 n_different; /* there under the same name and different: the journal's stays */
  gint64 n_tags;      /* tags and scales that come */
  gint64 n_bad;       /* rows that cannot be taken */
  gint64 n_settings;  /* answers of the safety check and preferences that come */
} FasciaImportPlan;

/* What importing into a journal with nothing in it would do. */
void fascia_import_plan_alone (const FasciaImport *self, FasciaImportPlan *plan);
/* The dry run: changes nothing. On the thread of @db. */
gboolean fascia_db_plan_import (FasciaDb *db,
                                const FasciaImport *import,
                                FasciaImportPlan *plan,
                                GError **error);
/* All of it, answers and preferences too, in one operation that can be undone, or nothing.
 * @skip_bad: without it bad rows are ROWS and nothing is written. NULL without an error when there
 * is nothing new. */
FasciaOperation *fascia_db_import (FasciaDb *db,
                                   const FasciaImport *import,
                                   gboolean skip_bad,
                                   FasciaImportPlan *plan,
                                   GError **error);

G_END_DECLS

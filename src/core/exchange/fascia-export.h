/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal written out: tables, lossless JSON, a bundle for health records. */

#pragma once

#include "../body/fascia-body.h"
#include "../store/fascia-db.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_EXPORT_TABLES = 1, /* a folder of CSV files with a data dictionary; lossless */
  FASCIA_EXPORT_JSON,       /* one file, lossless; data/fascia-journal.schema.json */
  FASCIA_EXPORT_FHIR,       /* one file: a FHIR R4 bundle */
  FASCIA_EXPORT_TABLE,      /* one CSV file for a spreadsheet: fascia-csv.h */
} FasciaExportFormat;

/* ".json" … as a file name ends; "" for a folder. */
const char *fascia_export_format_get_suffix (FasciaExportFormat format);

/**
 * FasciaExport:
 *
 * An export under way. Written beside its place and put there at the end: whole or not at all. The
 * same journal gives the same bytes (C locale, English names, ordered by time, then name).
 */
typedef struct _FasciaExport FasciaExport;

/* @path: absolute. A folder must be empty or not there. Errors are whole sentences that name it. */
FasciaExport *fascia_export_new (FasciaExportFormat format,
                                 const FasciaBody *body,
                                 const char *path,
                                 GError **error);
/* Writes about @n_entries more; other work of the journal may come in between: each entry is whole,
 * as it was when it was reached. On the thread of @db. */
gboolean fascia_export_step (FasciaExport *self,
                             FasciaDb *db,
                             guint n_entries,
                             gboolean *done,
                             GError **error);
/* Syncs and puts it in its place. @n_entries: (out) (optional) */
gboolean fascia_export_finish (FasciaExport *self, gint64 *n_entries, GError **error);
/* Without finish before it nothing remains. */
void fascia_export_free (FasciaExport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaExport, fascia_export_free)

/* All steps at once: the command line. */
gboolean fascia_export_run (FasciaExportFormat format,
                            const FasciaBody *body,
                            FasciaDb *db,
                            const char *path,
                            gint64 *n_entries,
                            GError **error);

G_END_DECLS

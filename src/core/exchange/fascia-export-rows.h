/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the store packed into a text, so that another thread can spell them out. */

#pragma once

#include <sqlite3.h>

#include "fascia-record.h"

G_BEGIN_DECLS

/* The columns of a statement for an export: by what rows find together; of a mark its row, of a
 * feeling that of its mark; the name of the owner; then the fields. */
enum
{
  FASCIA_READER_KEY,
  FASCIA_READER_ID,
  FASCIA_READER_OWNER,
  FASCIA_READER_FIELDS,
};

/* More than any record has. */
#define FASCIA_EXPORT_MAX_VALUES 32

/* What a row begins with, and some entries with what belongs to them: no text of JSON has these. */
#define FASCIA_EXPORT_ROW '\1'
#define FASCIA_EXPORT_SLICE '\2'

/* A row where it was packed; nothing is owned. @key: by what rows and their entry find together; 0
 * where they come behind it. @id: of a mark its row, of a feeling that of its mark, of an entry its
 * offset in minutes. */
typedef struct
{
  FasciaRecordKind kind;
  gint64 key;
  gint64 id;
  const char *values;
  guint n_values;
} FasciaExportRow;

/* The row at which the statement stands: its columns from FASCIA_READER_FIELDS on. */
void fascia_export_rows_append (GString *rows,
                                FasciaRecordKind kind,
                                sqlite3_stmt *row,
                                gint64 key,
                                gint64 id);
/* @from: at FASCIA_EXPORT_ROW. Returns what follows the row. */
const char *fascia_export_row_read (const char *from, FasciaExportRow *row);
/* Fills as many as it has; the bytes are where they were packed. */
void fascia_export_row_get_values (const FasciaExportRow *row,
                                   FasciaValue values[FASCIA_EXPORT_MAX_VALUES]);

G_END_DECLS

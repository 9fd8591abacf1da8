/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of exporting: the rows of the store in the order of the entries, and the formats. */

#pragma once

#include "fascia-atomic-folder.h"
#include "fascia-export.h"
#include "fascia-record.h"
#include "fascia-write-behind.h"

G_BEGIN_DECLS

/* ---- fascia-export-reader.c ---- */

/**
 * FasciaExportReader:
 *
 * All rows of some entries, read with one statement for each table and told entry by entry: within
 * one call of the store, so that nothing changes meanwhile.
 */
typedef struct _FasciaExportReader FasciaExportReader;

/* @ids: of rows of entries, in the order in which they are wanted; has to live longer.
 * @has_feelings: FALSE when those are read with fascia_export_reader_append_feelings(). One at a
 * time for a database. */
FasciaExportReader *fascia_export_reader_new (FasciaDb *db,
                                              const gint64 *ids,
                                              guint n_ids,
                                              gboolean has_feelings,
                                              GError **error);
void fascia_export_reader_free (FasciaExportReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaExportReader, fascia_export_reader_free)

/* The next entry that is still there: 1, 0 at the end, -1 with an error. */
int fascia_export_reader_next (FasciaExportReader *self, GError **error);
/* The row of the entry, as fascia_export_reader_get(). */
sqlite3_stmt *fascia_export_reader_get_entry (FasciaExportReader *self);
int fascia_export_reader_get_offset (FasciaExportReader *self);
const guint8 *fascia_export_reader_get_uid (FasciaExportReader *self);
gint64 fascia_export_reader_get_id (FasciaExportReader *self);
/* (nullable) The current row of @kind of this entry; its fields from column FASCIA_READER_FIELDS on,
 * those that are derived or say the owner left out. NULL: no more. */
sqlite3_stmt *fascia_export_reader_get (FasciaExportReader *self, FasciaRecordKind kind);
/* To the next row of it. */
gboolean fascia_export_reader_advance (FasciaExportReader *self,
                                       FasciaRecordKind kind,
                                       GError **error);

/* `,"feelings":[…]` of the current row of marks; nothing when it has none. */
gboolean fascia_export_reader_append_feelings (FasciaExportReader *self,
                                               GString *text,
                                               GError **error);

/* Of a mark its row, of a feeling that of its mark; the name of the owner; then the fields. */
enum
{
  FASCIA_READER_KEY,
  FASCIA_READER_ID,
  FASCIA_READER_OWNER,
  FASCIA_READER_FIELDS,
};

/* A statement over all rows of a record that belongs to no entry. */
sqlite3_stmt *fascia_export_reader_select (FasciaDb *db, FasciaRecordKind kind, GError **error);
/* Preferences that are not the person's choice: drafts. */
gboolean fascia_export_is_setting_kept (const char *key);

/* ---- fascia-export-feelings.c ---- */

typedef struct _FasciaExportFeelings FasciaExportFeelings;

FasciaExportFeelings *fascia_export_feelings_new (FasciaDb *db);
void fascia_export_feelings_free (FasciaExportFeelings *self);
/* `,"feelings":[…]` of the mark of that row; nothing when it has none. */
gboolean fascia_export_feelings_append (FasciaExportFeelings *self,
                                        GString *text,
                                        gint64 mark,
                                        GError **error);

/* ---- one record as text ---- */

/* More than any record has. */
#define FASCIA_EXPORT_MAX_VALUES 32

/* A row away from its statement. */
typedef struct
{
  FasciaRecordKind kind;
  int offset_min; /* of its entry */
  FasciaValue values
      [FASCIA_EXPORT_MAX_VALUES]; /* as columns from FASCIA_READER_FIELDS on; nothing is owned */
  guint n_values;
} FasciaExportRow;

/**
 * FasciaExportMembers:
 *
 * What is worked out once for all rows. On one thread at a time.
 */
typedef struct _FasciaExportMembers FasciaExportMembers;

FasciaExportMembers *fascia_export_members_new (const FasciaBody *body);
void fascia_export_members_free (FasciaExportMembers *self);
/* "{…" without what is not given; the closing brace is left to the caller. */
void fascia_export_members_append (FasciaExportMembers *self,
                                   GString *text,
                                   const FasciaExportRow *row);

/* ---- fascia-export-rows.c ---- */

/* The current row of @row, packed, in a text of JSON that is made meanwhile. */
void fascia_export_rows_append (GString *rows,
                                FasciaRecordKind kind,
                                sqlite3_stmt *row,
                                int offset_min);
/* That text with all rows spelt out; on whatever thread has @members. */
void fascia_export_rows_spell (const GString *rows, GString *text, FasciaExportMembers *members);

/* ---- tables ---- */

/* The cells of a row with its line end. */
void fascia_export_append_cells (GString *text,
                                 const FasciaRecord *record,
                                 const FasciaBody *body,
                                 sqlite3_stmt *row,
                                 const guint8 *owner,
                                 int offset_min);

/* ---- the formats ---- */

/* Where text goes; "files" of formats with one file have number 0. */
typedef struct
{
  FasciaDb *db;
  const FasciaBody *body;
  GString **texts; /* one for each file */
  gpointer state;  /* of the format */
  GDestroyNotify free_state;
} FasciaExportSink;

typedef struct
{
  guint n_files;           /* 0: one */
  gboolean feels_by_marks; /* tells feelings with their marks */
  const char *(*get_file_name) (guint file);
  gboolean (*begin) (FasciaExportSink *sink, GError **error);
  /* One entry; @is_first of all. */
  gboolean (*add) (FasciaExportSink *sink,
                   FasciaExportReader *reader,
                   gboolean is_first,
                   GError **error);
  gboolean (*end) (FasciaExportSink *sink, GError **error);
  /* (nullable) Makes what is written of what was added; there is one file then. On a thread that has
   * the state of the format to itself. */
  FasciaWriteBehindFunc make_text;
} FasciaExportClass;

extern const FasciaExportClass fascia_export_json_class;
extern const FasciaExportClass fascia_export_tables_class;
extern const FasciaExportClass fascia_export_table_class;
extern const FasciaExportClass fascia_export_fhir_class;

G_END_DECLS

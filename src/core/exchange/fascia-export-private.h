/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of exporting: the rows of the store in the order of the entries, and the formats. */

#pragma once

#include "fascia-atomic-folder.h"
#include "fascia-export.h"
#include "fascia-export-rows.h"
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
 * @has_marks: FALSE when those and what is felt there are read by themselves. One at a time for a
 * database. */
FasciaExportReader *fascia_export_reader_new (FasciaDb *db,
                                              const gint64 *ids,
                                              guint n_ids,
                                              gboolean has_marks,
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

/* The numbers grow and lie close together. */
gboolean fascia_export_reader_is_span (const gint64 *ids, guint n_ids);

/* A statement over all rows of a record that belongs to no entry. */
sqlite3_stmt *fascia_export_reader_select (FasciaDb *db, FasciaRecordKind kind, GError **error);
/* Marks from the number ?1 on as they lie; or of the entries ?1 to ?2, without the marks ?3 to ?4. */
sqlite3_stmt *fascia_export_reader_select_marks (FasciaDb *db,
                                                 gboolean is_elsewhere,
                                                 GError **error);
/* Feelings from the mark ?1 on. */
sqlite3_stmt *fascia_export_reader_select_feelings (FasciaDb *db, GError **error);
/* Preferences that are not the person's choice: drafts. */
gboolean fascia_export_is_setting_kept (const char *key);

/* ---- one record as text ---- */

/**
 * FasciaExportMembers:
 *
 * What is worked out once for all rows. On one thread at a time.
 */
typedef struct _FasciaExportMembers FasciaExportMembers;

FasciaExportMembers *fascia_export_members_new (const FasciaBody *body);
void fascia_export_members_free (FasciaExportMembers *self);
/* "{…" without what is not given; the closing brace is left to the caller. The id of an entry is its
 * offset. */
void fascia_export_members_append (FasciaExportMembers *self,
                                   GString *text,
                                   const FasciaExportRow *row);

/* ---- fascia-export-slice.c ---- */

/* Entries for fascia-export-spell.c, each with ",\n" before it, or "\n" when *@n_entries is 0, and
 * "}" behind it; counts them. *@n_ids: (inout): fewer were done when that is a lot of text already. All
 * of it has to be spelt in one go. */
gboolean fascia_export_slice_append (GString *rows,
                                     FasciaDb *db,
                                     const gint64 *ids,
                                     guint *n_ids,
                                     gint64 *n_entries,
                                     GError **error);

/* ---- fascia-export-spell.c ---- */

/**
 * FasciaExportSpeller:
 *
 * Makes JSON of text with packed rows in it, on whatever thread has it.
 */
typedef struct _FasciaExportSpeller FasciaExportSpeller;

FasciaExportSpeller *fascia_export_speller_new (const FasciaBody *body);
void fascia_export_speller_free (FasciaExportSpeller *self);
void fascia_export_speller_append (FasciaExportSpeller *self, const GString *rows, GString *text);

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
  guint n_files; /* 0: one */
  const char *(*get_file_name) (guint file);
  gboolean (*begin) (FasciaExportSink *sink, GError **error);
  /* One entry; @is_first of all. NULL: add_slice() */
  gboolean (*add) (FasciaExportSink *sink,
                   FasciaExportReader *reader,
                   gboolean is_first,
                   GError **error);
  /* Some entries; counts those that are still there. *@n_ids: (inout): how many were done. */
  gboolean (*add_slice) (FasciaExportSink *sink,
                         const gint64 *ids,
                         guint *n_ids,
                         gint64 *n_entries,
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

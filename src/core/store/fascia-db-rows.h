/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries as the rows they are stored in: reading them, comparing them, writing the difference.
 *
 * Every operation is the step from one list of rows to another. So there is one way of writing,
 * and whatever an entry consists of, now or later, can be deleted and brought back. */

#pragma once

#include "fascia-db-private.h"
#include "../journal/fascia-entry-private.h"

G_BEGIN_DECLS

typedef struct
{
  int type; /* SQLITE_NULL, SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT or SQLITE_BLOB */
  gint64 integer;
  double real;
  char *bytes; /* of text and blobs; terminated */
  gsize length;
} FasciaValue;

/* One row, all columns, the id first. Reference counted; never changed once shared. */
typedef struct
{
  guint ref_count;
  FasciaTable table;
  guint n_values;
  FasciaValue *values;
} FasciaRow;

/* Where the columns are that operations speak of. */
enum
{
  FASCIA_ROW_ID = 0,
};
enum
{
  FASCIA_ENTRY_UID = 1,
  FASCIA_ENTRY_STAMP,
  FASCIA_ENTRY_ORIGIN,
  FASCIA_ENTRY_KIND,
  FASCIA_ENTRY_UTC_MS,
  FASCIA_ENTRY_DAY,
  FASCIA_ENTRY_OFFSET_MIN,
  FASCIA_ENTRY_ZONE,
  FASCIA_ENTRY_CHANGED_MS,
  FASCIA_ENTRY_NOTHING_TODAY,
  FASCIA_ENTRY_CLOSED,
  FASCIA_ENTRY_NOTE_TEXT,
  FASCIA_ENTRY_END_MS,
};
enum
{
  FASCIA_MARK_ENTRY = 1,
  FASCIA_MARK_LEVEL,
  FASCIA_MARK_SCALE,
  FASCIA_MARK_REGION,
  FASCIA_MARK_UID,
  FASCIA_MARK_STAMP,
  FASCIA_MARK_ORIGIN,
  FASCIA_MARK_DRAWN,
};
enum
{
  FASCIA_FEELING_MARK = 1,
  FASCIA_FEELING_CODE,
};

enum
{
  FASCIA_DRAWING_ROW_UID = 1,
  FASCIA_DRAWING_ROW_STAMP,
  FASCIA_DRAWING_ROW_ORIGIN,
  FASCIA_DRAWING_ROW_ENTRY,
  FASCIA_DRAWING_ROW_KIND,
  FASCIA_DRAWING_ROW_SCALE,
  FASCIA_DRAWING_ROW_VIEW,
  FASCIA_DRAWING_ROW_FIGURE,
  FASCIA_DRAWING_ROW_WIDTH,
  FASCIA_DRAWING_ROW_POINTS,
};
enum
{
  FASCIA_SPREAD_ROW_UID = 1,
  FASCIA_SPREAD_ROW_STAMP,
  FASCIA_SPREAD_ROW_ORIGIN,
  FASCIA_SPREAD_ROW_ENTRY,
  FASCIA_SPREAD_ROW_FROM,
  FASCIA_SPREAD_ROW_TO,
};

/* Of a tag of an entry. */
enum
{
  FASCIA_ENTRY_TAG_ENTRY = 1,
  FASCIA_ENTRY_TAG_CODE,
};
/* What all that is said besides begins with. */
enum
{
  FASCIA_DETAIL_UID = 1,
  FASCIA_DETAIL_STAMP,
  FASCIA_DETAIL_ORIGIN,
  FASCIA_DETAIL_ENTRY,
  FASCIA_N_DETAIL_COLUMNS,
};
enum
{
  FASCIA_MEASUREMENT_ITEM = FASCIA_N_DETAIL_COLUMNS,
  FASCIA_MEASUREMENT_SIDE,
  FASCIA_MEASUREMENT_VALUE,
  FASCIA_MEASUREMENT_UNIT,
};
enum
{
  FASCIA_SESSION_ROUTINE = FASCIA_N_DETAIL_COLUMNS,
  FASCIA_SESSION_STARTED_MS,
  FASCIA_SESSION_ENDED_MS,
  FASCIA_SESSION_PAUSED_MS,
  FASCIA_SESSION_OUTCOME,
  FASCIA_SESSION_POSTURE,
  FASCIA_SESSION_GENTLE,
  FASCIA_SESSION_EASE_OFFS,
  FASCIA_SESSION_BEFORE,
  FASCIA_SESSION_AFTER,
};
enum
{
  FASCIA_STEP_POSITION = FASCIA_N_DETAIL_COLUMNS,
  FASCIA_STEP_STEP,
  FASCIA_STEP_REGION,
  FASCIA_STEP_PLANNED_S,
  FASCIA_STEP_DONE_S,
  FASCIA_STEP_OUTCOME,
  FASCIA_STEP_REASON,
  FASCIA_STEP_EASED_OFF,
  FASCIA_STEP_DISCOMFORT,
};
enum
{
  FASCIA_VISIT_MINUTES = FASCIA_N_DETAIL_COLUMNS,
  FASCIA_VISIT_THERAPIST,
  FASCIA_VISIT_PRESSURE,
  FASCIA_VISIT_RATING,
  FASCIA_VISIT_BEFORE,
  FASCIA_VISIT_AFTER,
  FASCIA_VISIT_SAID,
};
enum
{
  FASCIA_VISIT_DETAIL_ENTRY = 1,
  FASCIA_VISIT_DETAIL_KIND,
  FASCIA_VISIT_DETAIL_CODE,
};
enum
{
  FASCIA_EXERCISE_WHAT = FASCIA_N_DETAIL_COLUMNS,
  FASCIA_EXERCISE_MINUTES,
  FASCIA_EXERCISE_EFFORT,
  FASCIA_EXERCISE_SETS,
  FASCIA_EXERCISE_REPETITIONS,
};
enum
{
  FASCIA_TREATMENT_WHAT = FASCIA_N_DETAIL_COLUMNS,
  FASCIA_TREATMENT_AMOUNT,
  FASCIA_TREATMENT_HELPED,
  FASCIA_TREATMENT_TAKEN,
};
enum
{
  FASCIA_EVENT_WHAT = FASCIA_N_DETAIL_COLUMNS,
  FASCIA_EVENT_UNTIL_DAY,
  FASCIA_EVENT_TYPE,
};
/* Of the tables of tags and of own scales. */
enum
{
  FASCIA_TAG_ROW_UID = 1,
  FASCIA_TAG_ROW_STAMP,
  FASCIA_TAG_ROW_ORIGIN,
  FASCIA_TAG_ROW_CODE,
  FASCIA_TAG_ROW_NAME,
  FASCIA_TAG_ROW_HIDDEN,
};
enum
{
  FASCIA_SCALE_ROW_UID = 1,
  FASCIA_SCALE_ROW_STAMP,
  FASCIA_SCALE_ROW_ORIGIN,
  FASCIA_SCALE_ROW_CODE,
  FASCIA_SCALE_ROW_NAME,
  FASCIA_SCALE_ROW_MINIMUM,
  FASCIA_SCALE_ROW_MAXIMUM,
  FASCIA_SCALE_ROW_STEP,
  FASCIA_SCALE_ROW_UNIT,
  FASCIA_SCALE_ROW_LOW_LABEL,
  FASCIA_SCALE_ROW_HIGH_LABEL,
  FASCIA_SCALE_ROW_BETTER, /* higher_is_better: 1, 0 or NULL */
  FASCIA_SCALE_ROW_HIDDEN,
};

gboolean fascia_value_equal (const FasciaValue *a, const FasciaValue *b);
/* From a column of the current row; to a parameter, from 1. */
void fascia_value_read (FasciaValue *value, sqlite3_stmt *statement, int column);
int fascia_value_bind (const FasciaValue *value, sqlite3_stmt *statement, int index);

/* All columns NULL. */
FasciaRow *fascia_row_alloc (FasciaTable table);
/* A row with a new id and all other columns NULL, its stamp and origin those of @db. */
FasciaRow *fascia_row_new (FasciaDb *db, FasciaTable table);
FasciaRow *fascia_row_copy (const FasciaRow *row);
FasciaRow *fascia_row_ref (FasciaRow *row);
void fascia_row_unref (FasciaRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaRow, fascia_row_unref)

void fascia_row_set_int64 (FasciaRow *row, guint column, gint64 value);
void fascia_row_set_null (FasciaRow *row, guint column);
/* NULL is stored as NULL. */
void fascia_row_set_text (FasciaRow *row, guint column, const char *text);
void fascia_row_set_double (FasciaRow *row, guint column, double value);
void fascia_row_set_bytes (FasciaRow *row, guint column, GBytes *bytes);
void fascia_row_set_uid (FasciaRow *row, guint column, const FasciaUid *uid);
gint64 fascia_row_get_id (const FasciaRow *row);
/* (nullable) */
const char *fascia_row_get_text (const FasciaRow *row, guint column);
/* The same content; stamps do not count. */
gboolean fascia_row_equal (const FasciaRow *a, const FasciaRow *b);

/* A list of rows in the order of the tables, then by id, owning references. */
GPtrArray *fascia_rows_new (void);
GPtrArray *fascia_rows_copy (GPtrArray *rows);
void fascia_rows_sort (GPtrArray *rows);
/* (nullable) (transfer none) */
FasciaRow *fascia_rows_find (GPtrArray *rows, FasciaTable table, gint64 id);
/* The row of the entry; NULL in an empty list. */
FasciaRow *fascia_rows_get_entry (GPtrArray *rows);

/* All rows of an entry; an empty list when there is none. */
GPtrArray *fascia_db_load_rows (FasciaDb *db, const FasciaUid *uid, GError **error);
GPtrArray *fascia_db_load_rows_by_id (FasciaDb *db, gint64 id, GError **error);
/* All rows of FASCIA_TABLE_TAG or FASCIA_TABLE_OWN_SCALE. */
GPtrArray *fascia_db_load_table (FasciaDb *db, FasciaTable table, GError **error);

/**
 * fascia_db_write_rows:
 *
 * Inside a transaction: brings the database from @before to @after (rows of one entry each, or
 * none), with a new stamp on what changed, tombstones for what went, and the digests of the days.
 * Rows of @after that were written are replaced by ones that carry the new stamp.
 *
 * Also for rows of FASCIA_TABLE_TAG or FASCIA_TABLE_OWN_SCALE, one of these tables at a time and no
 * entry among them; then the digest of that table is kept.
 */
gboolean fascia_db_write_rows (FasciaDb *db, GPtrArray *before, GPtrArray *after, GError **error);

/* (transfer full) (nullable) As fascia_entry_dup_words(), folded as the index has it. */
char *fascia_rows_dup_words (GPtrArray *rows);
/* Brings the full-text index from one to the other; nothing is written when the words are the
 * same. */
gboolean fascia_db_update_words (FasciaDb *db, GPtrArray *before, GPtrArray *after, GError **error);

/* (transfer full) The value; NULL with DAMAGED when the rows make none. */
FasciaEntry *fascia_db_rows_to_entry (FasciaDb *db, GPtrArray *rows, GError **error);

/* fascia-db-rows-details.c: reads what rows say besides marks, drawings and the note into parts, which
 * borrow from the reader and from the rows. */
typedef struct _FasciaDetailReader FasciaDetailReader;
FasciaDetailReader *fascia_detail_reader_new (void);
void fascia_detail_reader_free (FasciaDetailReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaDetailReader, fascia_detail_reader_free)
void fascia_detail_reader_read (FasciaDetailReader *reader,
                                GPtrArray *rows,
                                FasciaEntryParts *parts);
/* Lays what belongs to the kind of @entry over @rows. */
void fascia_db_merge_details (FasciaDb *db,
                              GPtrArray *rows,
                              FasciaEntry *entry,
                              gint64 entry_id,
                              gint64 utc_ms);
/* (transfer none) A row with a new name, added to @rows. */
FasciaRow *fascia_db_add_detail_row (FasciaDb *db,
                                     GPtrArray *rows,
                                     FasciaTable table,
                                     gint64 entry_id,
                                     gint64 utc_ms);

/* Whether this version knows what was drawn: else nothing is ever said of it by a value. */
gboolean fascia_row_is_known_drawing (const FasciaRow *row);
/* What rows a drawing is stored in, and how it is added to the rows of an entry. A drawing without
 * a name gets one. */
void fascia_db_add_drawing_row (FasciaDb *db,
                                GPtrArray *rows,
                                gint64 entry_id,
                                gint64 utc_ms,
                                const FasciaDrawing *drawing);
/* @row says what @drawing says. */
void fascia_row_set_drawing (FasciaRow *row, const FasciaDrawing *drawing);
void fascia_db_add_spread_row (FasciaDb *db,
                               GPtrArray *rows,
                               gint64 entry_id,
                               gint64 utc_ms,
                               const FasciaSpread *spread);

/* How a value stands in the canonical form that digests are made of. */
void fascia_value_append_form (GString *form, const FasciaValue *value);
/* SHA-256 of the canonical form of that version; see fascia_db_get_digest_version(). */
void fascia_rows_digest (GPtrArray *rows, int version, guint8 digest[FASCIA_DIGEST_SIZE]);
/* Of one entry. */
typedef struct
{
  gint64 id; /* its row */
  gint64 day;
  gboolean has_uid; /* a damaged file may have others */
  FasciaUid uid;
  guint8 bytes[FASCIA_DIGEST_SIZE];
} FasciaEntryDigest;

typedef void (*FasciaDigestFunc) (const FasciaEntryDigest *digest, gpointer data);

/* The same for every entry, in the order of their rows: each table is read once, from its beginning
 * to its end. */
gboolean fascia_db_foreach_digest (FasciaDb *db,
                                   int version,
                                   FasciaDigestFunc func,
                                   gpointer data,
                                   GError **error);
/* Takes @removed out of the digest of its day and @added into that of its day; either may be
 * empty. */
gboolean fascia_db_update_digests (FasciaDb *db,
                                   GPtrArray *removed,
                                   GPtrArray *added,
                                   gint64 stamp,
                                   GError **error);

G_END_DECLS

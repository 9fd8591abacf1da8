/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the store share; also what its tests may turn. */

#pragma once

#include <sys/types.h>

#include <sqlite3.h>

#include "fascia-db.h"
#include "../journal/fascia-log-private.h"
#include "../journal/fascia-series-private.h"

G_BEGIN_DECLS

/* "FASC": what application_id says of a journal. */
#define FASCIA_DB_APPLICATION_ID 0x46415343

#define FASCIA_DB_MAX_UNDO 30

typedef enum
{
  FASCIA_TABLE_ENTRY,
  FASCIA_TABLE_MARK,
  FASCIA_TABLE_MARK_FEELING,
  FASCIA_TABLE_ENTRY_TAG,
  FASCIA_TABLE_MEASUREMENT,
  FASCIA_TABLE_SESSION,
  FASCIA_TABLE_SESSION_STEP,
  FASCIA_TABLE_VISIT,
  FASCIA_TABLE_VISIT_DETAIL,
  FASCIA_TABLE_EXERCISE,
  FASCIA_TABLE_TREATMENT,
  FASCIA_TABLE_EVENT,
  FASCIA_TABLE_DRAWING,
  FASCIA_TABLE_SPREAD,
  /* Of no entry: */
  FASCIA_TABLE_TAG,
  FASCIA_TABLE_OWN_SCALE,
  FASCIA_N_TABLES,
} FasciaTable;

/* Those before it are what entries are made of. */
#define FASCIA_N_ENTRY_TABLES FASCIA_TABLE_TAG

/* ---- opening, with everything that a test may choose ---- */

/* One step of the schema: from version - 1 to version. */
typedef struct
{
  int version;
  const char *sql; /* NULL: the step of that number that the program carries */
} FasciaSchemaStep;

typedef void (*FasciaRandomFunc) (guint8 *bytes, gsize n_bytes, gpointer data);

/**
 * FasciaDbOptions:
 * @vfs: name of the SQLite VFS; NULL for the system's
 * @bare: leave folder, permissions, temporaries and side files alone: the file may not be on a
 *   disk at all. A database without pages is then a new journal.
 * @random: where uids come from; NULL for the system's generator
 * @steps: all steps in order; NULL for those of the program
 */
typedef struct
{
  const char *vfs;
  gboolean bare;
  FasciaRandomFunc random;
  gpointer random_data;
  const FasciaSchemaStep *steps;
  guint n_steps;
} FasciaDbOptions;

FasciaDb *fascia_db_open_full (const char *path,
                               FasciaDbFlags flags,
                               FasciaClock *clock,
                               int busy_ms,
                               const FasciaDbOptions *options,
                               GError **error);
/* A database file in memory, to be read: @image has to live longer. @name: what errors speak of. */
FasciaDb *fascia_db_open_image (GBytes *image,
                                const char *name,
                                FasciaClock *clock,
                                const FasciaDbOptions *options,
                                GError **error);
/* fascia-db-reading.c: a journal that may be read and not written, as it is at this moment. Whatever
 * writes into it fails with READ_ONLY; the file and its folder stay as they are. BUSY when another
 * process has it open. */
FasciaDb *fascia_db_open_reading (const char *path, FasciaClock *clock, GError **error);
/* It was opened that way. */
gboolean fascia_db_is_read_only (FasciaDb *db);
/* It needs no upgrade. */
gboolean fascia_db_is_latest (FasciaDb *db);
/* The connection, for tests that look at pragmas or break things. */
sqlite3 *fascia_db_get_sqlite (FasciaDb *db);

/* Called after each commit, on the thread of the database. @operation is NULL for a bulk write and
 * for settings; @changes says what changed. */
typedef void (*FasciaDbHook) (FasciaDb *db,
                              FasciaOperation *operation,
                              FasciaChangeFlags changes,
                              gpointer data);
void fascia_db_set_hook (FasciaDb *db, FasciaDbHook hook, gpointer data);

/* Called before anything is deleted for good, on the thread of the database: whoever holds a copy of
 * it lets go of it before that returns. */
void fascia_db_set_going_hook (FasciaDb *db, void (*on_going) (gpointer data), gpointer data);

/* Something else is to be done first. */
typedef gboolean (*FasciaStopFunc) (gpointer data);

/* ---- the inside ---- */

typedef struct _FasciaSeriesLoader FasciaSeriesLoader;

struct _FasciaDb
{
  sqlite3 *sql;
  char *path;
  FasciaClock *clock;
  FasciaDbOptions options;
  GHashTable *statements; /* SQL text (by address) → sqlite3_stmt */
  dev_t device;           /* which file was opened, with … */
  ino_t inode;            /* … this; 0 when it is not to be watched */
  gboolean is_moved;
  int version; /* of the schema, as it is now */
  gint64 origin;
  gint64 last_stamp;
  gint64 next_ids[FASCIA_N_TABLES]; /* grow within a process, so that undo finds its ids free */
  guint64 last_operation;
  GBytes *image; /* (nullable) what is read instead of the file */
  GQueue undo;   /* UndoStep, newest first */
  FasciaDbHook hook;
  gpointer hook_data;
  void (*on_going) (gpointer data); /* (nullable) something is about to be deleted for good */
  gpointer going_data;
  FasciaStopFunc should_stop; /* (nullable) asked now and then by what may be done later as well */
  gpointer stop_data;
  gboolean has_collectors;
  FasciaSeriesLoader *collector; /* whose marks are being read at this moment */
};

/* fascia-store-error.c: the one place that turns what went wrong into a sentence. */

/* For the last failed call on @sql. Always returns FALSE. */
gboolean fascia_store_error_set_sqlite (GError **error, sqlite3 *sql, int code, const char *path);
/* For a failed system call. Always returns FALSE. */
gboolean fascia_store_error_set_errno (GError **error, int error_number, const char *path);
/* A sentence by its code alone. @detail: (nullable): what exactly. Always returns FALSE. */
gboolean fascia_store_error_set (GError **error,
                                 FasciaStoreError code,
                                 const char *path,
                                 const char *detail);

/* fascia-db.c */

/* A prepared statement, reset and unbound, kept for the next time. @text must be static. */
sqlite3_stmt *fascia_db_prepare (FasciaDb *db, const char *text, GError **error);
/* Steps: 1 a row, 0 done, -1 error set. The statement is reset unless there is a row. */
int fascia_db_step (FasciaDb *db, sqlite3_stmt *statement, GError **error);
/* Steps a statement that has no rows. */
gboolean fascia_db_run (FasciaDb *db, sqlite3_stmt *statement, GError **error);
gboolean fascia_db_exec (FasciaDb *db, const char *text, GError **error);
/* The first column of the first row; @fallback when there is none or it is NULL. */
gboolean fascia_db_query_int64 (FasciaDb *db,
                                const char *text,
                                gint64 fallback,
                                gint64 *value,
                                GError **error);
void fascia_db_fill_random (FasciaDb *db, guint8 *bytes, gsize n_bytes);
void fascia_db_make_uid (FasciaDb *db, gint64 utc_ms, FasciaUid *uid);
gint64 fascia_db_next_stamp (FasciaDb *db);
/* Reads what is kept in memory from the database: origin, last stamp, next ids. */
gboolean fascia_db_load_state (FasciaDb *db, GError **error);

gboolean fascia_db_begin (FasciaDb *db, GError **error);
/* Refuses with MOVED when the path leads to another file by now: what would be written is lost. */
gboolean fascia_db_commit (FasciaDb *db, GError **error);
/* Looks at the path; FALSE with MOVED, and from then on always. */
gboolean fascia_db_check_place (FasciaDb *db, GError **error);
void fascia_db_rollback (FasciaDb *db);

/* fascia-db-values.c: FALSE with INVALID and a sentence. */
gboolean fascia_db_set_invalid (FasciaDb *db, GError **error, const char *text);
/* Not empty, not longer than any code is, valid text. */
gboolean fascia_db_is_code (const char *code);
gboolean fascia_db_check_note (FasciaDb *db, const char *note, GError **error);
gboolean fascia_db_check_moment (FasciaDb *db, const FasciaMoment *moment, GError **error);
gboolean fascia_db_check_mark (FasciaDb *db,
                               const FasciaMark *mark,
                               gboolean nothing_today,
                               GError **error);
gboolean fascia_db_check_drawing (FasciaDb *db,
                                  const FasciaDrawing *drawing,
                                  gboolean nothing_today,
                                  GError **error);
gboolean fascia_db_check_spread (FasciaDb *db, const FasciaSpread *spread, GError **error);
/* Not more than a day ahead. */
gboolean fascia_db_check_not_ahead (FasciaDb *db, gint64 utc_ms, GError **error);
gboolean fascia_db_check_key (FasciaDb *db, const char *key, GError **error);

/* fascia-db-undo.c */
void fascia_db_clear_undo (FasciaDb *db);

/* fascia-db-read.c */

/* The entry that the current row of a statement beginning with FASCIA_ENTRY_COLUMNS holds. */
#define FASCIA_ENTRY_COLUMNS                                                                       \
  "id, uid, kind, utc_ms, day, offset_min, zone, changed_ms, nothing_today, closed, note"

/* fascia-db-series.c: a series read in slices, with writes in between if need be. */
FasciaSeriesLoader *fascia_series_loader_new (FasciaDb *db);
void fascia_series_loader_free (FasciaSeriesLoader *loader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaSeriesLoader, fascia_series_loader_free)
/* Reads about @n_rows more rows; *@done says whether that was the end. */
gboolean fascia_series_loader_step (FasciaSeriesLoader *loader,
                                    guint n_rows,
                                    gboolean *done,
                                    GError **error);
FasciaSeries *fascia_series_loader_finish (FasciaSeriesLoader *loader);

#define FASCIA_DIGEST_SIZE 32

/* The version of the digests that a journal of this version of the schema has. */
int fascia_db_get_digest_version (FasciaDb *db);

/* fascia-db-table-digest.c: digests of whole tables that belong to no day. */

typedef enum
{
  FASCIA_WHOLE_SETTING,
  FASCIA_WHOLE_TAG,
  FASCIA_WHOLE_OWN_SCALE,
  FASCIA_WHOLE_CONDITION,
  FASCIA_N_WHOLE_TABLES,
} FasciaWholeTable;

typedef struct
{
  FasciaWholeTable table;
  gint64 n_rows;
  guint8 bytes[FASCIA_DIGEST_SIZE];
} FasciaTableDigest;

/* As it is stored; zeros when there is none. */
gboolean fascia_db_load_table_digest (FasciaDb *db,
                                      FasciaWholeTable table,
                                      FasciaTableDigest *digest,
                                      GError **error);
/* Puts the row of that id, as it is in its table now, in (@n_rows 1) or takes it out (-1): to be
 * called before a row is changed or deleted, and after it was written. */
gboolean fascia_db_toggle_table_digest (FasciaDb *db,
                                        FasciaTableDigest *digest,
                                        gint64 id,
                                        int n_rows,
                                        GError **error);
gboolean fascia_db_store_table_digest (FasciaDb *db,
                                       const FasciaTableDigest *digest,
                                       gint64 stamp,
                                       GError **error);
/* All of them, as fascia_db_check_digests() the days. */
gboolean fascia_db_check_table_digests (FasciaDb *db, GError **error);
gboolean fascia_db_rebuild_table_digests (FasciaDb *db, gint64 stamp, GError **error);

/* fascia-db-words.c */

/* Compares the full-text index with what it was made of. */
gboolean fascia_db_check_words (FasciaDb *db, GError **error);
/* Makes it afresh; inside a transaction. */
gboolean fascia_db_rebuild_words (FasciaDb *db, GError **error);

/* fascia-db-check.c */
gboolean fascia_db_quick_check (FasciaDb *db, GError **error);
/* The two halves of fascia_db_check(), each about as long: how the file is built, and what it
 * says. */
gboolean fascia_db_check_structure (FasciaDb *db, GError **error);
gboolean fascia_db_check_content (FasciaDb *db, GError **error);
/* No row may belong to one that does not exist. */
gboolean fascia_db_check_foreign_keys (FasciaDb *db, GError **error);
/* Compares the digests of all days with the entries. */
gboolean fascia_db_check_digests (FasciaDb *db, GError **error);
/* Writes the digests of all days afresh; inside a transaction. */
gboolean fascia_db_rebuild_digests (FasciaDb *db, GError **error);

G_END_DECLS

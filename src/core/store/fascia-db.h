/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal file: opening, reading and writing, one thread, one connection. */

#pragma once

#include "../journal/fascia-clock.h"
#include "../journal/fascia-entry.h"
#include "../journal/fascia-items.h"
#include "../journal/fascia-operation.h"
#include "../journal/fascia-query.h"
#include "../journal/fascia-series.h"
#include "../journal/fascia-settings.h"
#include "../journal/fascia-tags.h"

G_BEGIN_DECLS

#define FASCIA_STORE_ERROR (fascia_store_error_quark ())
GQuark fascia_store_error_quark (void);

typedef enum
{
  FASCIA_STORE_ERROR_BUSY = 1,    /* another process has the journal open */
  FASCIA_STORE_ERROR_NOT_JOURNAL, /* no database, or another program's */
  FASCIA_STORE_ERROR_TOO_NEW,     /* written by a later version */
  FASCIA_STORE_ERROR_TOO_OLD,
  FASCIA_STORE_ERROR_DAMAGED,
  FASCIA_STORE_ERROR_READ_ONLY, /* file or folder may not be written */
  FASCIA_STORE_ERROR_FULL,      /* the disk, or a limit of size */
  FASCIA_STORE_ERROR_IO,
  FASCIA_STORE_ERROR_CHANGED,   /* an undo whose rows have changed since */
  FASCIA_STORE_ERROR_NOT_FOUND, /* no such entry or operation */
  FASCIA_STORE_ERROR_INVALID,   /* a value the journal does not take */
  FASCIA_STORE_ERROR_MOVED,     /* moved, replaced or deleted while open */
  FASCIA_STORE_ERROR_RUNNING,   /* an undo of what is still written on */
} FasciaStoreError;

/**
 * FasciaDb:
 *
 * Synchronous; made, used and closed on one thread. Every writing function is one durable
 * transaction: when it returns success the change survives a power cut, when it fails nothing was
 * written. Once the file is no longer the one that was opened they fail with MOVED. Errors are #FasciaStoreError, their messages whole translated sentences that name the
 * file and what to do.
 */
typedef struct _FasciaDb FasciaDb;

typedef enum
{
  FASCIA_DB_NONE = 0,
  FASCIA_DB_READ_EXISTING = 1 << 0, /* do not create: NOT_FOUND when there is no file */
} FasciaDbFlags;

/**
 * fascia_db_open:
 * @path: the file; a relative path is taken from the working folder
 * @busy_ms: how long to wait for another process that has it open
 *
 * Folder 0700 and file 0600 are made when missing; a new journal appears whole or not at all, so a
 * file without a byte, or a log ("-wal") without its file, is damage and no new journal. An older
 * journal is upgraded, after a checked copy was laid beside it. A refused file, its log included,
 * is byte-identical afterwards. When the last process did not close it the structure is checked.
 *
 * Returns: (transfer full) (nullable): NULL with #FasciaStoreError
 */
FasciaDb *fascia_db_open (const char *path,
                          FasciaDbFlags flags,
                          FasciaClock *clock,
                          int busy_ms,
                          GError **error);
/* Checkpoints and closes; frees @db even when it returns FALSE. */
gboolean fascia_db_close (FasciaDb *db, GError **error);
const char *fascia_db_get_path (FasciaDb *db);

/* ---- writing: (transfer full) the operation, or NULL with an error and nothing written ---- */

/* Writes what @log says; see #FasciaLog for which entry it goes into. */
FasciaOperation *fascia_db_log (FasciaDb *db, const FasciaLog *log, GError **error);
/* Takes one mark out; an entry that says nothing else goes with it. NOT_FOUND when it is not there. */
FasciaOperation *fascia_db_unmark (FasciaDb *db,
                                   const FasciaUid *entry,
                                   const char *region,
                                   FasciaScale scale,
                                   GError **error);
/* Deletes the entry with all that belongs to it, leaving its name among the deleted. */
FasciaOperation *fascia_db_delete_entry (FasciaDb *db, const FasciaUid *entry, GError **error);
/* Blanks alone, or NULL, take the note away, and with it an entry that says nothing else. */
FasciaOperation *fascia_db_set_note (FasciaDb *db,
                                     const FasciaUid *entry,
                                     const char *note,
                                     GError **error);
/* Ends the open check-in: the next mark begins another. NOT_FOUND when none is open. */
FasciaOperation *fascia_db_close_check_in (FasciaDb *db, GError **error);
/**
 * fascia_db_put: writes @entry whole
 *
 * A new entry when its uid is zeros or not in the journal, else in place of what is there; rows that
 * say the same stay as they are, with their names. The kind of an entry never changes. A new
 * check-in is closed from its beginning. INVALID names the value that the journal does not take.
 */
FasciaOperation *fascia_db_put (FasciaDb *db, FasciaEntry *entry, GError **error);
/* Writes an edit that began with @begun: see fascia_entry_rebase(). NOT_FOUND when the entry is gone
 * by now. */
FasciaOperation *fascia_db_put_over (FasciaDb *db,
                                     FasciaEntry *begun,
                                     FasciaEntry *entry,
                                     GError **error);
/**
 * fascia_db_put_further: as fascia_db_put_over(), for an entry that goes on, as a session does
 *
 * For a person it is one thing with its beginning: taking it back takes the entry back, whole, also
 * when it was begun before the journal was opened, and with what was changed in it meanwhile. It is
 * the newest then; what was done to other entries meanwhile keeps its order.
 */
FasciaOperation *fascia_db_put_further (FasciaDb *db,
                                        FasciaEntry *begun,
                                        FasciaEntry *entry,
                                        GError **error);
/* The same for what the program sets right by itself: what can be undone stays as it was. */
FasciaOperation *fascia_db_settle (FasciaDb *db,
                                   FasciaEntry *begun,
                                   FasciaEntry *entry,
                                   GError **error);
/**
 * fascia_db_answer: answers a question for the day of @at
 * @answer: a value of NAN takes the answer back
 * @asked: codes of the questions whose answers of a day share an entry
 *
 * Where the day has the answer already it is changed there; else it goes into the newest measurement
 * of that day that answers one of @asked or nothing any more, else into a new one made at @at. A
 * measurement that says nothing else goes with its last answer. NOT_FOUND when there is no answer to
 * take back.
 */
FasciaOperation *fascia_db_answer (FasciaDb *db,
                                   const FasciaMoment *at,
                                   const FasciaMeasurement *answer,
                                   const char *const *asked,
                                   GError **error);

/* INVALID for a name that is blank, taken, or too long, and for a code that is not there. @code:
 * (out) (optional) (transfer full): of the tag made or changed. */
FasciaOperation *fascia_db_change_tag (FasciaDb *db,
                                       const FasciaTagChange *change,
                                       char **code,
                                       GError **error);
/* Ready and own ones. (transfer full) */
FasciaTags *fascia_db_load_tags (FasciaDb *db, GError **error);
/* How many entries have it; -1 with an error. */
gint64 fascia_db_count_tag (FasciaDb *db, const char *code, GError **error);

/* Own scales: @scale without a code makes one, with a code changes it. A scale that has values
 * keeps them all: a range that would leave some outside is INVALID. */
FasciaOperation *fascia_db_put_scale (FasciaDb *db,
                                      const FasciaOwnScale *scale,
                                      char **code,
                                      GError **error);
/* All values of @code become those of @into, which must have the same range and unit. */
FasciaOperation *fascia_db_merge_scale (FasciaDb *db,
                                        const char *code,
                                        const char *into,
                                        GError **error);
/* INVALID while it has values. */
FasciaOperation *fascia_db_delete_scale (FasciaDb *db, const char *code, GError **error);
FasciaItems *fascia_db_load_items (FasciaDb *db, GError **error);

/* (transfer full) (nullable) What fascia_db_undo (db, 0) would take back, as it was told. */
FasciaOperation *fascia_db_peek_undo (FasciaDb *db);
/* Takes back @operation, or the newest when it is 0. CHANGED when its rows have changed since,
 * NOT_FOUND when it is not among the last 30. */
FasciaOperation *fascia_db_undo (FasciaDb *db, guint64 operation, GError **error);
/* Takes back the newest; RUNNING when it has to do with an entry of @held. @held: (nullable): array
 * of FasciaUid */
FasciaOperation *fascia_db_undo_newest (FasciaDb *db, GArray *held, GError **error);

/* ---- reading ---- */

/* (nullable) NULL without error when there is none. (transfer full) */
FasciaEntry *fascia_db_get_open_check_in (FasciaDb *db, GError **error);
FasciaEntry *fascia_db_get_entry (FasciaDb *db, const FasciaUid *uid, GError **error);
/* Newest first; see fascia_journal_list_async(). Array of FasciaEntry with a free function. */
GPtrArray *fascia_db_list (FasciaDb *db,
                           gint64 before_ms,
                           const FasciaUid *before_uid,
                           guint limit,
                           GError **error);
/* As fascia_db_list(), those that @query (nullable) asks for. */
GPtrArray *fascia_db_query (FasciaDb *db,
                            const FasciaQuery *query,
                            gint64 before_ms,
                            const FasciaUid *before_uid,
                            guint limit,
                            GError **error);
/* How many there are of them; -1 with an error. */
gint64 fascia_db_count_query (FasciaDb *db, const FasciaQuery *query, GError **error);
/* Array of FasciaDayCount, growing by day: days with entries that @query (nullable) asks for. */
GArray *fascia_db_count_days (FasciaDb *db,
                              const FasciaQuery *query,
                              gint32 first_day,
                              gint32 last_day,
                              GError **error);
/* Array of FasciaRecentMark: newest mark of each (region, scale) with first_day <= day, made
 * before @before_ms. */
GArray *fascia_db_load_recent (FasciaDb *db, gint32 first_day, gint64 before_ms, GError **error);
/* (transfer full) All levels, packed. */
FasciaSeries *fascia_db_load_series (FasciaDb *db, GError **error);
/* -1 with an error. */
gint64 fascia_db_count_entries (FasciaDb *db, GError **error);

/* (transfer full) All preferences that belong to the person. */
FasciaSettings *fascia_db_load_settings (FasciaDb *db, GError **error);
/* @value: (nullable): floating or not; NULL forgets the key. INVALID for types that JSON and
 * #FasciaSettings do not share. No undo. */
gboolean fascia_db_set_setting (FasciaDb *db, const char *key, GVariant *value, GError **error);
/* Codes of the words for feelings used since @first_day, most used first, then by code; at most
 * @limit. (transfer full) NULL-terminated. */
char **fascia_db_load_feelings (FasciaDb *db, gint32 first_day, guint limit, GError **error);

/* Writes check-ins in one transaction without undo: the practice journal, imports, the command
 * line. One that is closed and counts as last changed at its own moment neither becomes the open
 * check-in nor ends it. INVALID says which entry, counted from 1, and then none is written. */
gboolean fascia_db_insert_entries (FasciaDb *db,
                                   FasciaEntry *const *entries,
                                   guint n_entries,
                                   GError **error);

/* SQLite's integrity_check, foreign keys, owners and deleted names, and the digests of each day and of
 * the preferences: SQLite has no checksums, so only the last notice a level that has become another.
 * FALSE with DAMAGED names what is wrong. */
gboolean fascia_db_check (FasciaDb *db, gint64 *n_entries, gint64 *n_marks, GError **error);

G_END_DECLS

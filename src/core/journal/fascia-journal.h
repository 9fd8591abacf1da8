/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: asynchronous, one worker thread, one signal for changes. */

#pragma once

#include "fascia-clock.h"
#include "fascia-entry.h"
#include "fascia-items.h"
#include "fascia-operation.h"
#include "fascia-query.h"
#include "fascia-series.h"
#include "fascia-settings.h"
#include "fascia-tags.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_JOURNAL (fascia_journal_get_type ())
G_DECLARE_FINAL_TYPE (FasciaJournal, fascia_journal, FASCIA, JOURNAL, GObject)

typedef enum
{
  FASCIA_JOURNAL_CLOSED = 1,
  FASCIA_JOURNAL_OPENING,
  FASCIA_JOURNAL_READY,
  FASCIA_JOURNAL_FAILED,
} FasciaJournalState;

#define FASCIA_TYPE_JOURNAL_STATE (fascia_journal_state_get_type ())
GType fascia_journal_state_get_type (void);

/**
 * FasciaJournal:
 *
 * Owns the one worker thread and the one database of the process. All functions are called on the
 * main context that made it; results come back there, writes in the order asked and reads in the
 * order asked. What the user writes goes before everything waiting to be read, and short reads may
 * pass a long one. After every committed operation, whoever asked for it, "changed"
 * (#FasciaChangeFlags) is emitted once, after the asker's callback has its result, with the
 * operation; a run of several operations counts as one and comes without, and so does an operation
 * that is about more, or other, than one entry. A page that applies the
 * operation to what it has read, in the order of both, has no need to read again. A cancelled
 * request that had not begun is not carried out; its callback always says G_IO_ERROR_CANCELLED.
 *
 * Properties (notify): "state" (#FasciaJournalState), "undo" (#FasciaOperation, nullable): what
 * undoing the newest operation would take back, "read-only" (boolean).
 * Signals: "changed" (FasciaChangeFlags flags, FasciaOperation *operation (nullable)).
 */
FasciaJournal *fascia_journal_new (const char *path, FasciaClock *clock);

/* (transfer full) The default place: $XDG_DATA_HOME/fascia/journal.db. */
char *fascia_journal_dup_default_path (void);

const char *fascia_journal_get_path (FasciaJournal *self);
FasciaClock *fascia_journal_get_clock (FasciaJournal *self);
FasciaJournalState fascia_journal_get_state (FasciaJournal *self);
/* (nullable) Why the state is FAILED: a #FasciaStoreError. */
const GError *fascia_journal_get_error (FasciaJournal *self);

/**
 * fascia_journal_is_read_only:
 *
 * Whether the journal is READY to be read, as it was when it was opened, but file or folder may not
 * be written: what writes fails with FASCIA_STORE_ERROR_READ_ONLY. fascia_journal_open() tries again.
 */
gboolean fascia_journal_is_read_only (FasciaJournal *self);

/* Starts opening on the worker at once; reads and writes asked meanwhile wait for it. May be called
 * again after FAILED ("Retry"), and while it can only be read: then it stays READY, and "changed"
 * follows. A journal that turns out, at a write, to have been moved or
 * replaced goes from READY to FAILED. */
void fascia_journal_open (FasciaJournal *self);

/* Refuses new work, carries out what was to be written, joins the worker, checkpoints and closes;
 * blocks until done. Whoever still waits is called back before this returns: writers with their
 * result, readers with G_IO_ERROR_CANCELLED. Nobody is called afterwards, except who asks then: the
 * answer is G_IO_ERROR_CLOSED. */
void fascia_journal_shutdown (FasciaJournal *self);

/* ---- writing: the result is the operation, for its label and its undo ---- */

/**
 * fascia_journal_log_async:
 * @log: what to write (copied); see #FasciaLog
 */
void fascia_journal_log_async (FasciaJournal *self,
                               const FasciaLog *log,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* All writing calls finish here. (transfer full) */
FasciaOperation *fascia_journal_write_finish (FasciaJournal *self,
                                              GAsyncResult *result,
                                              GError **error);

/* Takes the mark of @region and @scale out of the check-in; an emptied check-in without a note
 * goes too. */
void fascia_journal_unmark_async (FasciaJournal *self,
                                  const FasciaUid *entry,
                                  const char *region,
                                  FasciaScale scale,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void fascia_journal_delete_entry_async (FasciaJournal *self,
                                        const FasciaUid *entry,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* Blanks alone, or NULL, take the note away, and with it an entry that says nothing else. */
void fascia_journal_set_note_async (FasciaJournal *self,
                                    const FasciaUid *entry,
                                    const char *note,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Writes @entry whole: see fascia_db_put(). The operation's after has its uid. */
void fascia_journal_put_async (FasciaJournal *self,
                               FasciaEntry *entry,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* Writes an edit that began with @begun over what others changed meanwhile: see
 * fascia_db_put_over(). */
void fascia_journal_put_over_async (FasciaJournal *self,
                                    FasciaEntry *begun,
                                    FasciaEntry *entry,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* The same for an entry that goes on, as a session does: it is undone together with its beginning. See
 * fascia_db_put_further(). */
void fascia_journal_put_further_async (FasciaJournal *self,
                                       FasciaEntry *begun,
                                       FasciaEntry *entry,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* The same for what the program sets right by itself: it is no step that can be undone. */
void fascia_journal_settle_async (FasciaJournal *self,
                                  FasciaEntry *begun,
                                  FasciaEntry *entry,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Answers a question for the day of @at, in the entry that has its answer by then: see
 * fascia_db_answer(). */
void fascia_journal_answer_async (FasciaJournal *self,
                                  const FasciaMoment *at,
                                  const FasciaMeasurement *answer,
                                  const char *const *asked,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer none) (nullable) What fascia_journal_undo_async (self, 0, …) would take back. */
FasciaOperation *fascia_journal_get_undo (FasciaJournal *self);
/* "New check-in": closes the open one. */
void fascia_journal_close_check_in_async (FasciaJournal *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
/* Undoes that very operation, or the newest one when @operation is 0. Fails with
 * FASCIA_STORE_ERROR_CHANGED when its rows have changed since. Levels of one mark that follow each
 * other within ten seconds are undone together, by the number of the last. The newest is not undone,
 * with FASCIA_STORE_ERROR_RUNNING, when it has to do with an entry that is held now. */
void fascia_journal_undo_async (FasciaJournal *self,
                                guint64 operation,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* An entry that somebody is in: nobody takes it from under them. Before it is first written, until it
 * is over. Not counted: each entry has one owner, who alone holds and releases it. */
void fascia_journal_hold (FasciaJournal *self, const FasciaUid *entry);
void fascia_journal_release (FasciaJournal *self, const FasciaUid *entry);
gboolean fascia_journal_is_held (FasciaJournal *self, const FasciaUid *entry);

/* ---- reading ---- */

/**
 * fascia_journal_load_body_async: what the Body page shows.
 * Finish: @open is the check-in that a mark made now would join, or NULL; @recent: for each region
 * marked in the last 14 days before it, the newest mark (array of FasciaRecentMark).
 */
void fascia_journal_load_body_async (FasciaJournal *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean fascia_journal_load_body_finish (FasciaJournal *self,
                                          GAsyncResult *result,
                                          FasciaEntry **open,
                                          GArray **recent,
                                          GError **error);

/* Newest first, those strictly before (@before_ms, @before_uid); G_MAXINT64 and NULL for the start.
 * Finish: GPtrArray of FasciaEntry, shorter than @limit at the end. */
void fascia_journal_list_async (FasciaJournal *self,
                                gint64 before_ms,
                                const FasciaUid *before_uid,
                                guint limit,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *fascia_journal_list_finish (FasciaJournal *self, GAsyncResult *result, GError **error);

/* As fascia_journal_list_async(), those that @query (nullable) asks for; array of FasciaEntry. */
void fascia_journal_query_async (FasciaJournal *self,
                                 FasciaQuery *query,
                                 gint64 before_ms,
                                 const FasciaUid *before_uid,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *fascia_journal_query_finish (FasciaJournal *self, GAsyncResult *result, GError **error);
/* Array of FasciaDayCount. */
void fascia_journal_count_days_async (FasciaJournal *self,
                                      FasciaQuery *query,
                                      gint32 first_day,
                                      gint32 last_day,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GArray *fascia_journal_count_days_finish (FasciaJournal *self,
                                          GAsyncResult *result,
                                          GError **error);
/* One entry by its name; NULL without error when it is not there. */
void fascia_journal_load_entry_async (FasciaJournal *self,
                                      const FasciaUid *uid,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
FasciaEntry *fascia_journal_load_entry_finish (FasciaJournal *self,
                                               GAsyncResult *result,
                                               GError **error);

/* ---- tags and own scales ---- */

void fascia_journal_load_tags_async (FasciaJournal *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
FasciaTags *fascia_journal_load_tags_finish (FasciaJournal *self,
                                             GAsyncResult *result,
                                             GError **error);
void fascia_journal_load_items_async (FasciaJournal *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
FasciaItems *fascia_journal_load_items_finish (FasciaJournal *self,
                                               GAsyncResult *result,
                                               GError **error);

/* See fascia_db_change_tag(); all finish with fascia_journal_write_finish(). What was made is found
 * by its name in the list, which is loaded again on FASCIA_CHANGE_TAGS. */
void fascia_journal_change_tag_async (FasciaJournal *self,
                                      const FasciaTagChange *change,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
void fascia_journal_put_scale_async (FasciaJournal *self,
                                     const FasciaOwnScale *scale,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
void fascia_journal_merge_scale_async (FasciaJournal *self,
                                       const char *code,
                                       const char *into,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
void fascia_journal_delete_scale_async (FasciaJournal *self,
                                        const char *code,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/* ---- reading on ---- */

/* All levels, packed; loaded once and patched by each operation, so later calls are immediate.
 * (transfer full) */
void fascia_journal_load_series_async (FasciaJournal *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
FasciaSeries *fascia_journal_load_series_finish (FasciaJournal *self,
                                                 GAsyncResult *result,
                                                 GError **error);

/* The newest marks before another moment than now: what a check-in written later, or looked back at,
 * is compared with. Finish: array of FasciaRecentMark with @first_day <= day. */
void fascia_journal_load_recent_async (FasciaJournal *self,
                                       gint32 first_day,
                                       gint64 before_ms,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GArray *fascia_journal_load_recent_finish (FasciaJournal *self,
                                           GAsyncResult *result,
                                           GError **error);

/* Codes of the words used most since @first_day: see fascia_db_load_feelings(). */
void fascia_journal_load_feelings_async (FasciaJournal *self,
                                         gint32 first_day,
                                         guint limit,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
char **fascia_journal_load_feelings_finish (FasciaJournal *self,
                                            GAsyncResult *result,
                                            GError **error);

/* ---- preferences that belong to the person ---- */

void fascia_journal_load_settings_async (FasciaJournal *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
FasciaSettings *fascia_journal_load_settings_finish (FasciaJournal *self,
                                                     GAsyncResult *result,
                                                     GError **error);
/* @value: (nullable): NULL forgets the key; a floating one is taken. "changed" follows with
 * FASCIA_CHANGE_SETTINGS and no operation. */
void fascia_journal_set_setting_async (FasciaJournal *self,
                                       const char *key,
                                       GVariant *value,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean fascia_journal_set_setting_finish (FasciaJournal *self,
                                            GAsyncResult *result,
                                            GError **error);

/* Runs @func on the worker with the open database: for the command line handed over by another
 * process. @func must not keep @db. */
typedef struct _FasciaDb FasciaDb;
typedef gpointer (*FasciaJournalFunc) (FasciaDb *db, gpointer data, FasciaChangeFlags *changed);
void fascia_journal_run_async (FasciaJournal *self,
                               FasciaJournalFunc func,
                               gpointer data,
                               GDestroyNotify destroy,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gpointer fascia_journal_run_finish (FasciaJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS

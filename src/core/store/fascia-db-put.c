/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing an entry whole, new or in place of what it was, and answers of a day. */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-db-operations.h"
#include "fascia-db-own.h"

/* More entries of one day are not looked through for an answer. */
#define MAX_OF_DAY 1000

/* ---- what the journal takes ---- */

/* A check-in or a note that says nothing is not worth an entry. */
static gboolean
says_nothing (FasciaEntry *entry)
{
  guint n_marks, n_drawings, n_unknown, n_spreads, n_measurements;

  if (fascia_entry_get_kind (entry) != FASCIA_ENTRY_CHECK_IN
      && fascia_entry_get_kind (entry) != FASCIA_ENTRY_NOTE)
    return FALSE;
  fascia_entry_get_marks (entry, &n_marks);
  fascia_entry_get_drawings (entry, &n_drawings);
  fascia_entry_get_unknown_drawings (entry, &n_unknown);
  fascia_entry_get_spreads (entry, &n_spreads);
  fascia_entry_get_measurements (entry, &n_measurements);
  return n_marks + n_drawings + n_unknown + n_spreads + n_measurements == 0
         && fascia_entry_get_tags (entry)[0] == NULL
         && fascia_note_is_blank (fascia_entry_get_note (entry))
         && !fascia_entry_is_nothing_today (entry);
}

static gboolean
check (FasciaDb *db, FasciaEntry *entry, GError **error)
{
  gint64 end_ms = fascia_entry_get_end_ms (entry);

  if (says_nothing (entry))
    return fascia_db_set_invalid (db, error, _ ("There is nothing to write."));
  return fascia_db_check_entry (db, entry, error)
         && fascia_db_check_not_ahead (db, fascia_entry_get_moment (entry)->utc_ms, error)
         && (end_ms == FASCIA_END_NOT_GIVEN || fascia_db_check_not_ahead (db, end_ms, error));
}

/* ---- what is written ---- */

/* A drawing has one name in the journal: what was copied from another entry gets a new one. */
static gboolean
is_name_of_another (FasciaDb *db,
                    const FasciaUid *drawing,
                    const FasciaUid *entry,
                    gboolean *is_other,
                    GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT count(*) FROM drawing JOIN entry ON entry.id = drawing.entry_id "
                           "WHERE drawing.uid = ?1 AND entry.uid <> ?2",
                           error);

  *is_other = FALSE;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_blob (statement, 1, drawing->bytes, sizeof drawing->bytes, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 2, entry->bytes, sizeof entry->bytes, SQLITE_STATIC);
  int row = fascia_db_step (db, statement, error);
  if (row > 0)
    {
      *is_other = sqlite3_column_int (statement, 0) != 0;
      sqlite3_reset (statement);
    }
  return row >= 0;
}

/* (transfer full) @entry with drawings that are its own. */
static FasciaEntry *
name_drawings (FasciaDb *db, FasciaEntry *entry, const FasciaUid *uid, GError **error)
{
  FasciaEntryParts parts;

  fascia_entry_get_parts (entry, &parts);
  g_autofree FasciaDrawing *drawings
      = g_memdup2 (parts.drawings, parts.n_drawings * sizeof *drawings);
  for (guint i = 0; i < parts.n_drawings; i++)
    {
      gboolean is_other;

      if (!is_name_of_another (db, &drawings[i].uid, uid, &is_other, error))
        return NULL;
      /* What was deleted may come back, with its names. */
      if (is_other || fascia_uid_is_zero (&parts.uid))
        drawings[i].uid = (FasciaUid) { { 0 } };
    }
  parts.drawings = drawings;
  parts.uid = *uid;
  return fascia_entry_new_from_parts (&parts);
}

/* When it was changed last, and whether anything may join it: what the journal knows better than
 * whoever has changed a copy. */
static void
settle_new (GPtrArray *rows)
{
  FasciaRow *row = fascia_rows_get_entry (rows);

  /* What is written whole is neither joined nor does it end the open check-in. */
  fascia_row_set_int64 (row, FASCIA_ENTRY_CHANGED_MS, row->values[FASCIA_ENTRY_UTC_MS].integer);
  fascia_row_set_int64 (row, FASCIA_ENTRY_CLOSED,
                        g_strcmp0 (fascia_row_get_text (row, FASCIA_ENTRY_KIND), "check-in") == 0);
}

static void
settle_old (GPtrArray *before, GPtrArray *rows, const FasciaMoment *now)
{
  const FasciaRow *old = fascia_rows_get_entry (before);
  FasciaRow *row = fascia_rows_get_entry (rows);
  gint64 utc_ms = row->values[FASCIA_ENTRY_UTC_MS].integer;
  gint64 old_ms = old->values[FASCIA_ENTRY_UTC_MS].integer;
  gint64 changed_ms = old->values[FASCIA_ENTRY_CHANGED_MS].integer;
  gboolean closed = old->values[FASCIA_ENTRY_CLOSED].integer != 0;

  if (utc_ms != old_ms)
    {
      /* Of another moment than it was made at: whole in itself. */
      changed_ms = utc_ms;
      closed = g_strcmp0 (fascia_row_get_text (row, FASCIA_ENTRY_KIND), "check-in") == 0;
    }
  else if (fascia_rows_are_open_at (before, now))
    changed_ms = now->utc_ms;
  fascia_row_set_int64 (row, FASCIA_ENTRY_CHANGED_MS, changed_ms);
  fascia_row_set_int64 (row, FASCIA_ENTRY_CLOSED, closed);
}

static FasciaOperation *
put_in_transaction (FasciaDb *db, FasciaOperationKind kind, FasciaEntry *entry, GError **error)
{
  FasciaUid uid = *fascia_entry_get_uid (entry);
  FasciaMoment now;

  fascia_clock_now (db->clock, &now);
  if (fascia_uid_is_zero (&uid))
    fascia_db_make_uid (db, now.utc_ms, &uid);
  g_autoptr (GPtrArray) before = fascia_db_load_rows (db, &uid, error);
  if (before == NULL)
    return NULL;
  const FasciaRow *old = fascia_rows_get_entry (before);
  if (old != NULL
      && g_strcmp0 (fascia_row_get_text (old, FASCIA_ENTRY_KIND),
                    fascia_entry_kind_to_code (fascia_entry_get_kind (entry)))
             != 0)
    {
      fascia_db_set_invalid (db, error, _ ("An entry never becomes one of another kind."));
      return NULL;
    }
  g_autoptr (FasciaEntry) named = name_drawings (db, entry, &uid, error);
  if (named == NULL)
    return NULL;
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  fascia_db_merge_rows (db, after, named, now.utc_ms);
  if (old != NULL)
    settle_old (before, after, &now);
  else
    settle_new (after);
  if (!fascia_db_refuse_outside (db, before, after, error))
    return NULL;
  return fascia_db_commit_rows (db, kind, &uid, before, after, error);
}

/* (transfer full) What an edit of @begun makes of the entry as it is now. */
static FasciaEntry *
rebase (FasciaDb *db, FasciaEntry *begun, FasciaEntry *entry, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (FasciaEntry) now = fascia_db_get_entry (db, fascia_entry_get_uid (begun), &cause);

  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (now == NULL)
    fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, db->path, NULL);
  if (now == NULL)
    return NULL;
  g_autoptr (FasciaEntry) rebased = fascia_entry_rebase (begun, entry, now);
  return check (db, rebased, error) ? g_steal_pointer (&rebased) : NULL;
}

static FasciaOperation *
put_over (FasciaDb *db,
          FasciaOperationKind kind,
          FasciaEntry *begun,
          FasciaEntry *entry,
          GError **error)
{
  if (!fascia_db_begin (db, error))
    return NULL;
  g_autoptr (FasciaEntry) rebased = rebase (db, begun, entry, error);
  return fascia_db_finish_operation (
      db, rebased != NULL ? put_in_transaction (db, kind, rebased, error) : NULL);
}

FasciaOperation *
fascia_db_put_over (FasciaDb *db, FasciaEntry *begun, FasciaEntry *entry, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (begun != NULL, NULL);
  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (fascia_entry_get_kind (entry) == fascia_entry_get_kind (begun), NULL);

  return put_over (db, FASCIA_OPERATION_PUT, begun, entry, error);
}

FasciaOperation *
fascia_db_put_further (FasciaDb *db, FasciaEntry *begun, FasciaEntry *entry, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (begun != NULL, NULL);
  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (fascia_entry_get_kind (entry) == fascia_entry_get_kind (begun), NULL);

  return put_over (db, FASCIA_OPERATION_PUT_FURTHER, begun, entry, error);
}

FasciaOperation *
fascia_db_settle (FasciaDb *db, FasciaEntry *begun, FasciaEntry *entry, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (begun != NULL, NULL);
  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (fascia_entry_get_kind (entry) == fascia_entry_get_kind (begun), NULL);

  return put_over (db, FASCIA_OPERATION_SETTLE, begun, entry, error);
}

FasciaOperation *
fascia_db_put (FasciaDb *db, FasciaEntry *entry, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  if (!check (db, entry, error) || !fascia_db_begin (db, error))
    return NULL;
  return fascia_db_finish_operation (db,
                                     put_in_transaction (db, FASCIA_OPERATION_PUT, entry, error));
}

/* ---- answers ---- */

static gboolean
is_for_answers (FasciaEntry *entry, const char *const *asked)
{
  guint n_measurements = 0;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n_measurements);

  if (fascia_entry_get_kind (entry) != FASCIA_ENTRY_MEASUREMENT)
    return FALSE;
  for (guint i = 0; i < n_measurements; i++)
    if (g_strv_contains (asked, measurements[i].item))
      return TRUE;
  /* Its answers were taken back, its words are there. */
  return n_measurements == 0;
}

/* (transfer none) (nullable) @entries: newest first */
static FasciaEntry *
find_answered (GPtrArray *entries, const FasciaMeasurement *answer)
{
  for (guint i = 0; i < entries->len; i++)
    if (fascia_entry_find_measurement (entries->pdata[i], answer->item, answer->side) != NULL)
      return entries->pdata[i];
  return NULL;
}

/* (transfer none) (nullable) @entries: newest first */
static FasciaEntry *
find_for_answers (GPtrArray *entries, const char *const *asked)
{
  for (guint i = 0; i < entries->len; i++)
    if (is_for_answers (entries->pdata[i], asked))
      return entries->pdata[i];
  return NULL;
}

static gboolean
is_empty_measurement (FasciaEntry *entry)
{
  guint n_measurements = 0;

  fascia_entry_get_measurements (entry, &n_measurements);
  return fascia_entry_get_kind (entry) == FASCIA_ENTRY_MEASUREMENT && n_measurements == 0
         && fascia_note_is_blank (fascia_entry_get_note (entry))
         && fascia_entry_get_tags (entry)[0] == NULL;
}

static FasciaOperation *
take_back_in_transaction (FasciaDb *db,
                          FasciaEntry *entry,
                          const FasciaMeasurement *answer,
                          GError **error)
{
  const FasciaUid *uid = fascia_entry_get_uid (entry);
  g_autoptr (FasciaEntry) without
      = fascia_entry_without_measurement (entry, answer->item, answer->side);

  if (!is_empty_measurement (without))
    return check (db, without, error)
               ? put_in_transaction (db, FASCIA_OPERATION_PUT, without, error)
               : NULL;
  g_autoptr (GPtrArray) before = fascia_db_load_rows (db, uid, error);
  if (before == NULL)
    return NULL;
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  g_ptr_array_set_size (after, 0);
  return fascia_db_commit_rows (db, FASCIA_OPERATION_DELETE_ENTRY, uid, before, after, error);
}

static FasciaOperation *
answer_in_transaction (FasciaDb *db,
                       const FasciaMoment *at,
                       const FasciaMeasurement *answer,
                       const char *const *asked,
                       GError **error)
{
  const FasciaUid no_name = { { 0 } };
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaQuery) day = fascia_query_with_days (all, at->day, at->day);
  g_autoptr (GPtrArray) entries = fascia_db_query (db, day, G_MAXINT64, NULL, MAX_OF_DAY, error);

  if (entries == NULL)
    return NULL;
  FasciaEntry *into = find_answered (entries, answer);
  if (isnan (answer->value))
    {
      if (into != NULL)
        return take_back_in_transaction (db, into, answer, error);
      fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, db->path, NULL);
      return NULL;
    }
  if (into == NULL)
    into = find_for_answers (entries, asked);
  g_autoptr (FasciaEntry) entry = into != NULL
                                      ? fascia_entry_ref (into)
                                      : fascia_entry_new (&no_name, FASCIA_ENTRY_MEASUREMENT, at);
  g_autoptr (FasciaEntry) answered = fascia_entry_with_measurement (entry, answer);
  return check (db, answered, error)
             ? put_in_transaction (db, FASCIA_OPERATION_PUT, answered, error)
             : NULL;
}

FasciaOperation *
fascia_db_answer (FasciaDb *db,
                  const FasciaMoment *at,
                  const FasciaMeasurement *answer,
                  const char *const *asked,
                  GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (at != NULL, NULL);
  g_return_val_if_fail (answer != NULL && answer->item != NULL, NULL);
  g_return_val_if_fail (asked != NULL, NULL);

  if (!fascia_db_begin (db, error))
    return NULL;
  return fascia_db_finish_operation (db, answer_in_transaction (db, at, answer, asked, error));
}

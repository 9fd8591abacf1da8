/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers of the safety check in the database: a row for each that is or was on.
 *
 * Nothing but codes is kept. A side without a place is "left" or "right" where the place would be. What
 * is taken out stays as a row with the day it was cleared. Which answers were "not sure" is a
 * preference: it changes nothing, as not sure counts as yes. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../journal/fascia-journal-safety.h"
#include "fascia-db-change.h"
#include "fascia-db-practice.h"

/* as: "CODE" or "CODE@PLACE" */
#define SETTING_UNSURE "safety.unsure"

/* An answer as its row has it. */
typedef struct
{
  const char *code;   /* interned */
  const char *region; /* (nullable) interned */
  gint32 since_day;
} Key;

static gint32
get_today (FasciaDb *db)
{
  FasciaMoment now;

  fascia_clock_now (db->clock, &now);
  return now.day;
}

static Key
get_key (const FasciaConditionAnswer *answer)
{
  Key key = { g_intern_string (answer->code), g_intern_string (answer->region), answer->since_day };

  if (key.region == NULL && (answer->side == FASCIA_SIDE_LEFT || answer->side == FASCIA_SIDE_RIGHT))
    key.region = g_intern_string (fascia_side_to_code (answer->side));
  return key;
}

static gboolean
is_same (const Key *a, const Key *b)
{
  return a->code == b->code && a->region == b->region && a->since_day == b->since_day;
}

static char *
dup_unsure_word (const Key *key)
{
  return key->region != NULL ? g_strconcat (key->code, "@", key->region, NULL)
                             : g_strdup (key->code);
}

/* ---- reading ---- */

static FasciaSide
get_side (const char *region)
{
  if (region == NULL)
    return FASCIA_SIDE_MIDLINE;
  if (g_str_has_suffix (region, "left"))
    return FASCIA_SIDE_LEFT;
  return g_str_has_suffix (region, "right") ? FASCIA_SIDE_RIGHT : FASCIA_SIDE_MIDLINE;
}

/* Rows of FasciaConditionAnswer that are on, by number; *@ids: (nullable) (transfer full) their
 * numbers. */
static GArray *
load_rows (FasciaDb *db, GArray **ids, GError **error)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
  g_autoptr (GArray) numbers = g_array_new (FALSE, TRUE, sizeof (gint64));
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT id, code, region, since_day FROM condition "
                           "WHERE cleared_day IS NULL OR cleared_day > ?1 ORDER BY id",
                           error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, get_today (db));
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      const gint64 id = sqlite3_column_int64 (statement, 0);
      const char *code = (const char *) sqlite3_column_text (statement, 1);
      const char *region = (const char *) sqlite3_column_text (statement, 2);
      const gint64 since = sqlite3_column_int64 (statement, 3);
      FasciaConditionAnswer answer = {
        .code = g_intern_string (code != NULL ? code : ""),
        .region = g_intern_string (region),
        .side = get_side (region),
        .since_day = FASCIA_DAY_UNKNOWN,
      };

      /* A day that no calendar has is no day: it counts as today. */
      if (sqlite3_column_type (statement, 3) == SQLITE_INTEGER && since > G_MININT32
          && since <= G_MAXINT32)
        answer.since_day = (gint32) since;
      if (g_strcmp0 (region, "left") == 0 || g_strcmp0 (region, "right") == 0)
        answer.region = NULL;
      g_array_append_val (answers, answer);
      g_array_append_val (numbers, id);
    }
  if (row < 0)
    return NULL;
  if (ids != NULL)
    *ids = g_steal_pointer (&numbers);
  return g_steal_pointer (&answers);
}

static gint32
read_day (const FasciaSettings *settings)
{
  gint64 day = fascia_settings_get_int64 (settings, FASCIA_SETTING_SAFETY_ANSWERED, G_MININT64);

  return day > G_MININT32 && day <= G_MAXINT32 ? (gint32) day : FASCIA_DAY_UNKNOWN;
}

GArray *
fascia_db_load_answers (FasciaDb *db, gint32 *answered_day, GError **error)
{
  g_return_val_if_fail (db != NULL && answered_day != NULL, NULL);

  g_autoptr (FasciaSettings) settings = fascia_db_load_settings (db, error);
  g_autoptr (GArray) answers = settings != NULL ? load_rows (db, NULL, error) : NULL;
  if (answers == NULL)
    return NULL;
  const char *const *unsure = fascia_settings_get_strv (settings, SETTING_UNSURE);
  for (guint i = 0; i < answers->len; i++)
    {
      FasciaConditionAnswer *answer = &g_array_index (answers, FasciaConditionAnswer, i);
      const Key key = get_key (answer);
      g_autofree char *word = dup_unsure_word (&key);

      answer->is_unsure = g_strv_contains (unsure, word);
    }
  *answered_day = read_day (settings);
  return g_steal_pointer (&answers);
}

/* ---- writing ---- */

static gboolean
clear_row (FasciaDbChange *change, FasciaDb *db, gint64 id, gint64 stamp, GError **error)
{
  g_autofree char *before = NULL;
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT cleared_day FROM condition WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  const int row = fascia_db_step (db, statement, error);
  if (row < 0)
    return FALSE;
  if (row > 0)
    {
      before = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      sqlite3_reset (statement);
    }
  if (!fascia_db_change_begin_whole (change, FASCIA_WHOLE_CONDITION, id, stamp, error))
    return FALSE;
  statement = fascia_db_prepare (
      db, "UPDATE condition SET cleared_day = ?2, stamp = ?3, origin = ?4 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, get_today (db));
  sqlite3_bind_int64 (statement, 3, stamp);
  sqlite3_bind_int64 (statement, 4, db->origin);
  return fascia_db_run (db, statement, error)
         && fascia_db_change_end_whole (change, FASCIA_WHOLE_CONDITION, id, before, stamp, error);
}

static gboolean
insert_row (FasciaDbChange *change, FasciaDb *db, const Key *key, gint64 stamp, GError **error)
{
  const gint64 now_ms = fascia_clock_now_ms (db->clock);
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      "INSERT INTO condition (uid, code, region, since_day, answered_ms, stamp, origin) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      error);
  FasciaUid uid;

  if (statement == NULL)
    return FALSE;
  fascia_db_make_uid (db, now_ms, &uid);
  sqlite3_bind_blob (statement, 1, uid.bytes, sizeof uid.bytes, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, key->code, -1, SQLITE_TRANSIENT);
  if (key->region != NULL)
    sqlite3_bind_text (statement, 3, key->region, -1, SQLITE_TRANSIENT);
  if (key->since_day != FASCIA_DAY_UNKNOWN)
    sqlite3_bind_int64 (statement, 4, key->since_day);
  sqlite3_bind_int64 (statement, 5, now_ms);
  sqlite3_bind_int64 (statement, 6, stamp);
  sqlite3_bind_int64 (statement, 7, db->origin);
  return fascia_db_run (db, statement, error)
         && fascia_db_change_add_whole (change, FASCIA_WHOLE_CONDITION,
                                        sqlite3_last_insert_rowid (db->sql), stamp, error);
}

/* @value: floating is fine. Nothing is written when it is there already. */
static gboolean
put_setting (FasciaDbChange *change,
             FasciaDb *db,
             const char *key,
             GVariant *value,
             gint64 stamp,
             GError **error)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autofree char *json = fascia_setting_to_json (owned);
  g_autofree char *before = NULL;
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT id, value FROM setting WHERE key = ?1", error);
  gint64 id = 0;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  const int row = fascia_db_step (db, statement, error);
  if (row < 0)
    return FALSE;
  if (row > 0)
    {
      id = sqlite3_column_int64 (statement, 0);
      before = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      sqlite3_reset (statement);
    }
  if (g_strcmp0 (before, json) == 0)
    return TRUE;
  if (row > 0 && !fascia_db_change_begin_whole (change, FASCIA_WHOLE_SETTING, id, stamp, error))
    return FALSE;
  statement = fascia_db_prepare (
      db,
      row > 0 ? "UPDATE setting SET value = ?2, stamp = ?3, origin = ?4 WHERE key = ?1"
              : "INSERT INTO setting (key, value, stamp, origin) VALUES (?1, ?2, ?3, ?4)",
      error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, json, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, stamp);
  sqlite3_bind_int64 (statement, 4, db->origin);
  if (!fascia_db_run (db, statement, error))
    return FALSE;
  if (row > 0)
    return fascia_db_change_end_whole (change, FASCIA_WHOLE_SETTING, id, before, stamp, error);
  return fascia_db_change_add_whole (change, FASCIA_WHOLE_SETTING,
                                     sqlite3_last_insert_rowid (db->sql), stamp, error);
}

static gboolean
put_unsure (FasciaDbChange *change,
            FasciaDb *db,
            const FasciaConditionAnswer *answers,
            guint n_answers,
            gint64 stamp,
            GError **error)
{
  g_autoptr (FasciaSettings) settings = fascia_db_load_settings (db, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_unsure = 0;

  if (settings == NULL)
    return FALSE;
  for (guint i = 0; i < n_answers; i++)
    if (answers[i].is_unsure)
      {
        const Key key = get_key (&answers[i]);

        g_strv_builder_take (builder, dup_unsure_word (&key));
        n_unsure++;
      }
  /* Nobody was ever unsure: nothing to keep. */
  if (n_unsure == 0 && fascia_settings_get_strv (settings, SETTING_UNSURE)[0] == NULL)
    return TRUE;
  g_auto (GStrv) words = g_strv_builder_end (builder);
  return put_setting (change, db, SETTING_UNSURE,
                      g_variant_new_strv ((const char *const *) words, -1), stamp, error);
}

static gboolean
contains (const FasciaConditionAnswer *answers, guint n_answers, const Key *key)
{
  for (guint i = 0; i < n_answers; i++)
    {
      const Key other = get_key (&answers[i]);

      if (is_same (&other, key))
        return TRUE;
    }
  return FALSE;
}

static FasciaOperation *
set_in_transaction (FasciaDb *db,
                    const FasciaConditionAnswer *answers,
                    guint n_answers,
                    gint32 answered_day,
                    GError **error)
{
  g_autoptr (FasciaDbChange) change = fascia_db_change_new (db, FASCIA_OPERATION_SAFETY);
  const gint64 stamp = fascia_db_next_stamp (db);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) rows = load_rows (db, &ids, error);

  if (rows == NULL)
    return NULL;
  const FasciaConditionAnswer *old = (const FasciaConditionAnswer *) (gpointer) rows->data;
  for (guint i = 0; i < rows->len; i++)
    {
      const Key key = get_key (&old[i]);

      if (!contains (answers, n_answers, &key)
          && !clear_row (change, db, g_array_index (ids, gint64, i), stamp, error))
        return NULL;
    }
  for (guint i = 0; i < n_answers; i++)
    {
      const Key key = get_key (&answers[i]);

      if (!contains (old, rows->len, &key) && !contains (answers, i, &key)
          && !insert_row (change, db, &key, stamp, error))
        return NULL;
    }
  if (!put_unsure (change, db, answers, n_answers, stamp, error))
    return NULL;
  if (answered_day != FASCIA_DAY_UNKNOWN
      && !put_setting (change, db, FASCIA_SETTING_SAFETY_ANSWERED,
                       g_variant_new_int64 (answered_day), stamp, error))
    return NULL;
  return fascia_db_change_commit (change, error);
}

FasciaOperation *
fascia_db_set_answers (FasciaDb *db,
                       const FasciaConditionAnswer *answers,
                       guint n_answers,
                       gint32 answered_day,
                       GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);

  for (guint i = 0; i < n_answers; i++)
    if (!fascia_db_is_code (answers[i].code)
        || (answers[i].region != NULL && !fascia_db_is_code (answers[i].region)))
      {
        fascia_db_set_invalid (db, error, _ ("An answer of the safety check has no name."));
        return NULL;
      }
  if (!fascia_db_begin (db, error))
    return NULL;
  return fascia_db_finish_operation (
      db, set_in_transaction (db, answers, n_answers, answered_day, error));
}

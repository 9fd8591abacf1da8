/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A short life of a journal, step by step, for tests that interrupt it everywhere: what the journal
 * must say after each step is known from a run without interruption. */

#pragma once

#include "core/store/fascia-db-change.h"
#include "store-entries.h"

G_BEGIN_DECLS

typedef enum
{
  STORY_OPEN,
  STORY_LOG_TWO,
  STORY_LOG_LATER,
  STORY_UNMARK,
  STORY_UNDO_UNMARK,
  STORY_NOTE,
  STORY_DRAW,
  STORY_RUB_OUT,
  STORY_UNDO_RUB_OUT,
  STORY_SETTING,
  STORY_DELETE,
  STORY_UNDO_DELETE,
  STORY_INSERT,
  STORY_PUT_FIRST,
  STORY_PUT_LAST = STORY_PUT_FIRST + G_N_ELEMENTS (store_kinds) - 1,
  STORY_EDIT,
  STORY_UNDO_EDIT,
  STORY_MANY,
  STORY_UNDO_MANY,
  STORY_SETTING_LATER,
  STORY_READ,
  STORY_CHECK,
  STORY_CLOSE,
  N_STORY_STEPS,
} StoryStep;

typedef struct
{
  const char *path;
  const FasciaDbOptions *options;
  FasciaClock *clock;
  FasciaDb *db;
  FasciaUid uid;
  FasciaUid drawing; /* the last one drawn */
} Story;

static inline void
story_tell_rows (FasciaDb *db, GString *told, const char *text)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (fascia_db_get_sqlite (db), text, -1, &statement, NULL), ==,
                   SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *cell = (const char *) sqlite3_column_text (statement, i);
          g_string_append_printf (told, "%s|", cell != NULL ? cell : "-");
        }
      g_string_append_c (told, '\n');
    }
  sqlite3_finalize (statement);
}

/* (transfer full) What a person would read, without names and numbers of rows. */
static inline char *
story_tell (FasciaDb *db)
{
  GString *told = g_string_new (NULL);

  story_tell_rows (db, told,
                   "SELECT e.utc_ms, e.changed_ms, e.kind, e.note, m.region, m.scale, m.level, "
                   "f.feeling FROM entry AS e LEFT JOIN mark AS m ON m.entry_id = e.id "
                   "LEFT JOIN mark_feeling AS f ON f.mark_id = m.id "
                   "ORDER BY 1, 2, 3, 4, 5, 6, 7, 8");
  story_tell_rows (db, told,
                   "SELECT e.utc_ms, d.kind, d.scale, d.view, d.figure, d.width, hex (d.points) "
                   "FROM drawing AS d JOIN entry AS e ON e.id = d.entry_id "
                   "ORDER BY 1, 2, 3, 4, 5, 6, 7");
  story_tell_rows (db, told,
                   "SELECT e.utc_ms, s.from_region, s.to_region FROM spread AS s "
                   "JOIN entry AS e ON e.id = s.entry_id ORDER BY 1, 2, 3");
  story_tell_rows (db, told, "SELECT key, value FROM setting ORDER BY 1");
  story_tell_rows (db, told, "SELECT code, name, hidden FROM tag ORDER BY 1");
  story_tell_rows (db, told,
                   "SELECT e.utc_ms, e.end_ms, e.closed, t.tag, m.item, m.side, m.value, m.unit "
                   "FROM entry AS e LEFT JOIN entry_tag AS t ON t.entry_id = e.id "
                   "LEFT JOIN measurement AS m ON m.entry_id = e.id ORDER BY 1, 4, 5, 6");
  story_tell_rows (db, told,
                   "SELECT v.minutes, v.therapist, v.pressure, v.rating, v.tight_before, "
                   "v.tight_after, v.said, d.kind, d.code FROM visit AS v "
                   "JOIN visit_detail AS d USING (entry_id) ORDER BY 8, 9");
  story_tell_rows (db, told, "SELECT what, minutes, effort, sets, repetitions FROM exercise");
  story_tell_rows (db, told, "SELECT what, amount, helped, taken FROM treatment");
  story_tell_rows (db, told, "SELECT what, until_day, type FROM event");
  story_tell_rows (db, told,
                   "SELECT s.routine, s.started_ms, s.ended_ms, s.outcome, t.position, t.step, "
                   "t.region, t.done_s, t.outcome, t.reason FROM session AS s "
                   "JOIN session_step AS t USING (entry_id) ORDER BY t.position");
  return g_string_free (told, FALSE);
}

static inline gboolean
story_keep (Story *self, FasciaOperation *operation)
{
  FasciaEntry *after = operation != NULL ? fascia_operation_get_after (operation) : NULL;

  if (after != NULL)
    self->uid = *fascia_entry_get_uid (after);
  if (after != NULL && store_count_drawings (after) > 0)
    self->drawing = store_get_drawing (after, store_count_drawings (after) - 1)->uid;
  g_clear_pointer (&operation, fascia_operation_unref);
  return TRUE;
}

static inline gboolean
story_log (Story *self, gboolean two, GError **error)
{
  static const char *const feelings[] = { "burning", "dull", NULL };
  const FasciaMark marks[] = { { "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 6, feelings },
                               { "sacrum", FASCIA_SCALE_PAIN, FASCIA_LEVEL_NOT_GIVEN, NULL },
                               { "sacrum", FASCIA_SCALE_PAIN, 0, feelings } };
  FasciaLog log = { .marks = two ? marks : marks + 2, .n_marks = two ? 2 : 1 };

  /* The time belongs to the step, however often it is tried. */
  fascia_clock_set_fixed (self->clock, FASCIA_TEST_NOW_MS + (two ? 0 : MINUTE_MS));
  FasciaOperation *operation = fascia_db_log (self->db, &log, error);
  return operation != NULL && story_keep (self, operation);
}

static inline gboolean
story_draw (Story *self, GError **error)
{
  const FasciaDrawing drawings[] = { store_stroke, store_spot };
  const FasciaLog log = { .entry = &self->uid,
                          .drawings = drawings,
                          .n_drawings = 2,
                          .spreads = &store_arrow,
                          .n_spreads = 1 };
  FasciaOperation *operation = fascia_db_log (self->db, &log, error);

  return operation != NULL && story_keep (self, operation);
}

/* A part of what was drawn goes, and something else comes, in one step. */
static inline gboolean
story_rub_out (Story *self, GError **error)
{
  const FasciaMarkKey mark = { "sacrum", FASCIA_SCALE_PAIN };
  const FasciaLog log = { .entry = &self->uid,
                          .drawings = &store_stroke,
                          .n_drawings = 1,
                          .gone_marks = &mark,
                          .n_gone_marks = 1,
                          .gone_drawings = &self->drawing,
                          .n_gone_drawings = 1,
                          .gone_spreads = &store_arrow,
                          .n_gone_spreads = 1 };
  FasciaOperation *operation = fascia_db_log (self->db, &log, error);

  return operation != NULL && story_keep (self, operation);
}

static inline gboolean
story_insert (Story *self, GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);

  for (int i = 0; i < 12; i++)
    {
      FasciaMark marks[] = { { "jaw-left", FASCIA_SCALE_TIGHTNESS, i % 11, NULL },
                             { "jaw-right", FASCIA_SCALE_PAIN, 4, NULL } };
      FasciaEntryParts parts
          = { .kind = FASCIA_ENTRY_CHECK_IN, .marks = marks, .n_marks = 2, .note = "Inserted" };

      parts.drawings = &store_spot;
      parts.n_drawings = i % 3 == 0 ? 1 : 0;
      parts.spreads = &store_arrow;
      parts.n_spreads = i % 4 == 0 ? 1 : 0;
      parts.moment = (FasciaMoment) { FASCIA_TEST_NOW_MS - (i + 1) * DAY_MS, 0, 0, "UTC" };
      parts.moment.day = (gint32) (parts.moment.utc_ms / DAY_MS);
      parts.changed_ms = parts.moment.utc_ms;
      fascia_db_make_uid (self->db, parts.moment.utc_ms, &parts.uid);
      g_ptr_array_add (entries, fascia_entry_new_from_parts (&parts));
    }
  return fascia_db_insert_entries (self->db, (FasciaEntry *const *) entries->pdata, entries->len,
                                   error);
}

/* Kind by kind. */
static inline gboolean
story_put (Story *self, guint index, GError **error)
{
  g_autoptr (FasciaEntry) entry
      = store_make_entry (store_kinds[index], FASCIA_TEST_NOW_MS - (20 + index) * DAY_MS);
  FasciaOperation *operation = fascia_db_put (self->db, entry, error);

  return operation != NULL && story_keep (self, operation);
}

/* The last one says something else. */
static inline gboolean
story_edit (Story *self, GError **error)
{
  g_autoptr (FasciaEntry) entry = fascia_db_get_entry (self->db, &self->uid, error);
  const FasciaMeasurement mood = { "mood", FASCIA_SIDE_MIDLINE, 3, NULL };

  if (entry == NULL)
    return FALSE;
  g_autoptr (FasciaEntry) noted = fascia_entry_with_note (entry, "Other words");
  g_autoptr (FasciaEntry) measured = fascia_entry_with_measurement (noted, &mood);
  FasciaOperation *operation = fascia_db_put (self->db, measured, error);
  return operation != NULL && story_keep (self, operation);
}

/* A tag is made, given to an entry, and a new entry comes: one operation. */
static inline FasciaOperation *
story_many_in_transaction (Story *self, GError **error)
{
  g_autoptr (FasciaDbChange) change = fascia_db_change_new (self->db, FASCIA_OPERATION_TAGS);
  g_autoptr (GPtrArray) tags = fascia_db_load_table (self->db, FASCIA_TABLE_TAG, error);
  g_autoptr (GPtrArray) rows
      = tags != NULL ? fascia_db_load_rows (self->db, &self->uid, error) : NULL;
  FasciaUid uid;

  if (rows == NULL)
    return NULL;
  g_autoptr (GPtrArray) more = fascia_rows_copy (tags);
  FasciaRow *tag = fascia_row_new (self->db, FASCIA_TABLE_TAG);
  fascia_db_make_uid (self->db, FASCIA_TEST_NOW_MS, &uid);
  fascia_row_set_uid (tag, FASCIA_TAG_ROW_UID, &uid);
  fascia_row_set_text (tag, FASCIA_TAG_ROW_CODE, "own-garden");
  fascia_row_set_text (tag, FASCIA_TAG_ROW_NAME, "Garden");
  fascia_row_set_int64 (tag, FASCIA_TAG_ROW_HIDDEN, 0);
  g_ptr_array_add (more, tag);
  g_autoptr (GPtrArray) tagged = fascia_rows_copy (rows);
  FasciaRow *given = fascia_row_new (self->db, FASCIA_TABLE_ENTRY_TAG);
  fascia_row_set_int64 (given, FASCIA_ENTRY_TAG_ENTRY,
                        fascia_row_get_id (fascia_rows_get_entry (rows)));
  fascia_row_set_text (given, FASCIA_ENTRY_TAG_CODE, "own-garden");
  g_ptr_array_add (tagged, given);
  fascia_rows_sort (tagged);
  g_autoptr (FasciaEntry) entry
      = store_make_entry (FASCIA_ENTRY_NOTE, FASCIA_TEST_NOW_MS - 40 * DAY_MS);
  fascia_db_make_uid (self->db, FASCIA_TEST_NOW_MS, &uid);
  g_autoptr (FasciaEntry) named = fascia_entry_with_uid (entry, &uid);
  if (!fascia_db_change_rows (change, tags, more, error)
      || !fascia_db_change_rows (change, rows, tagged, error)
      || !fascia_db_change_add_entry (change, named, error))
    return NULL;
  return fascia_db_change_commit (change, error);
}

static inline gboolean
story_many (Story *self, GError **error)
{
  if (!fascia_db_begin (self->db, error))
    return FALSE;
  FasciaOperation *operation
      = fascia_db_finish_operation (self->db, story_many_in_transaction (self, error));
  return operation != NULL && story_keep (self, operation);
}

static inline gboolean
story_read (Story *self, GError **error)
{
  g_autoptr (FasciaSeries) series = fascia_db_load_series (self->db, error);
  g_autoptr (GPtrArray) list
      = series != NULL ? fascia_db_list (self->db, G_MAXINT64, NULL, 50, error) : NULL;
  g_autoptr (GArray) recent
      = list != NULL ? fascia_db_load_recent (self->db, 0, G_MAXINT64, error) : NULL;
  g_autoptr (FasciaSettings) settings
      = recent != NULL ? fascia_db_load_settings (self->db, error) : NULL;
  g_auto (GStrv) feelings
      = settings != NULL ? fascia_db_load_feelings (self->db, 0, 6, error) : NULL;

  return feelings != NULL;
}

/* One step; FALSE with @error when it failed. */
static inline gboolean
story_run_step (Story *self, StoryStep step, GError **error)
{
  FasciaOperation *operation = NULL;

  if (step >= STORY_PUT_FIRST && step <= STORY_PUT_LAST)
    return story_put (self, step - STORY_PUT_FIRST, error);
  switch ((int) step)
    {
    case STORY_OPEN:
      self->db
          = fascia_db_open_full (self->path, FASCIA_DB_NONE, self->clock, 0, self->options, error);
      return self->db != NULL;
    case STORY_LOG_TWO:
      return story_log (self, TRUE, error);
    case STORY_LOG_LATER:
      return story_log (self, FALSE, error);
    case STORY_UNMARK:
      operation = fascia_db_unmark (self->db, &self->uid, "shoulder-top-left",
                                    FASCIA_SCALE_TIGHTNESS, error);
      return operation != NULL && story_keep (self, operation);
    case STORY_NOTE:
      operation = fascia_db_set_note (self->db, &self->uid, "After the stairs", error);
      return operation != NULL && story_keep (self, operation);
    case STORY_DRAW:
      return story_draw (self, error);
    case STORY_RUB_OUT:
      return story_rub_out (self, error);
    case STORY_SETTING:
      return fascia_db_set_setting (self->db, FASCIA_SETTING_FACING, g_variant_new_string ("own"),
                                    error);
    case STORY_SETTING_LATER:
      return fascia_db_set_setting (self->db, FASCIA_SETTING_FACING,
                                    g_variant_new_string ("facing"), error)
             && fascia_db_set_setting (self->db, FASCIA_SETTING_TEN, NULL, error);
    case STORY_DELETE:
      operation = fascia_db_delete_entry (self->db, &self->uid, error);
      return operation != NULL && story_keep (self, operation);
    case STORY_UNDO_UNMARK:
    case STORY_UNDO_RUB_OUT:
    case STORY_UNDO_DELETE:
    case STORY_UNDO_EDIT:
    case STORY_UNDO_MANY:
      operation = fascia_db_undo (self->db, 0, error);
      return operation != NULL && story_keep (self, operation);
    case STORY_EDIT:
      return story_edit (self, error);
    case STORY_MANY:
      return story_many (self, error);
    case STORY_INSERT:
      return story_insert (self, error);
    case STORY_READ:
      return story_read (self, error);
    case STORY_CHECK:
      return fascia_db_check (self->db, NULL, NULL, error);
    case STORY_CLOSE:
      return fascia_db_close (g_steal_pointer (&self->db), error);
    case N_STORY_STEPS:
    default:
      g_assert_not_reached ();
    }
}

G_END_DECLS

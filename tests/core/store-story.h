/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A short life of a journal, step by step, for tests that interrupt it everywhere: what the journal
 * must say after each step is known from a run without interruption. */

#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

typedef enum
{
  STORY_OPEN,
  STORY_LOG_TWO,
  STORY_LOG_LATER,
  STORY_UNMARK,
  STORY_UNDO_UNMARK,
  STORY_NOTE,
  STORY_DELETE,
  STORY_UNDO_DELETE,
  STORY_INSERT,
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
} Story;

/* (transfer full) What a person would read, without names and numbers of rows. */
static inline char *
story_tell (FasciaDb *db)
{
  GString *told = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (
      sqlite3_prepare_v2 (fascia_db_get_sqlite (db),
                          "SELECT e.utc_ms, e.changed_ms, e.kind, e.note, m.region, m.scale, "
                          "m.level, f.feeling FROM entry AS e LEFT JOIN mark AS m "
                          "ON m.entry_id = e.id LEFT JOIN mark_feeling AS f ON f.mark_id = m.id "
                          "ORDER BY 1, 2, 3, 4, 5, 6, 7, 8",
                          -1, &statement, NULL),
      ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < 8; i++)
        {
          const char *text = (const char *) sqlite3_column_text (statement, i);
          g_string_append_printf (told, "%s|", text != NULL ? text : "-");
        }
      g_string_append_c (told, '\n');
    }
  sqlite3_finalize (statement);
  return g_string_free (told, FALSE);
}

static inline gboolean
story_keep (Story *self, FasciaOperation *operation)
{
  FasciaEntry *after = operation != NULL ? fascia_operation_get_after (operation) : NULL;

  if (after != NULL)
    self->uid = *fascia_entry_get_uid (after);
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

      parts.moment = (FasciaMoment) { FASCIA_TEST_NOW_MS - (i + 1) * DAY_MS, 0, 0, "UTC" };
      parts.moment.day = (gint32) (parts.moment.utc_ms / DAY_MS);
      parts.changed_ms = parts.moment.utc_ms;
      fascia_db_make_uid (self->db, parts.moment.utc_ms, &parts.uid);
      g_ptr_array_add (entries, fascia_entry_new_from_parts (&parts));
    }
  return fascia_db_insert_entries (self->db, (FasciaEntry *const *) entries->pdata, entries->len,
                                   error);
}

static inline gboolean
story_read (Story *self, GError **error)
{
  g_autoptr (FasciaSeries) series = fascia_db_load_series (self->db, error);
  g_autoptr (GPtrArray) list
      = series != NULL ? fascia_db_list (self->db, G_MAXINT64, NULL, 50, error) : NULL;
  g_autoptr (GArray) recent
      = list != NULL ? fascia_db_load_recent (self->db, 0, G_MAXINT64, error) : NULL;

  return recent != NULL;
}

/* One step; FALSE with @error when it failed. */
static inline gboolean
story_run_step (Story *self, StoryStep step, GError **error)
{
  FasciaOperation *operation = NULL;

  switch (step)
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
    case STORY_DELETE:
      operation = fascia_db_delete_entry (self->db, &self->uid, error);
      return operation != NULL && story_keep (self, operation);
    case STORY_UNDO_UNMARK:
    case STORY_UNDO_DELETE:
      operation = fascia_db_undo (self->db, 0, error);
      return operation != NULL && story_keep (self, operation);
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

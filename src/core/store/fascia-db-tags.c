/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags of the person: made, renamed, hidden, merged. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-tags-private.h"
#include "fascia-db-change.h"
#include "fascia-db-own.h"

/* ---- what both lists share ---- */

void
fascia_db_make_own_row (FasciaDb *db, FasciaRow *row, guint uid_column, guint code_column)
{
  FasciaUid uid;
  g_autoptr (GString) code = g_string_new ("own-");

  fascia_db_make_uid (db, fascia_clock_now_ms (db->clock), &uid);
  /* The last bytes of a name are random ones. */
  for (gsize i = 10; i < sizeof uid.bytes; i++)
    g_string_append_printf (code, "%02x", uid.bytes[i]);
  fascia_row_set_uid (row, uid_column, &uid);
  fascia_row_set_text (row, code_column, code->str);
}

FasciaRow *
fascia_rows_find_code (GPtrArray *rows, guint code_column, const char *code)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (fascia_row_get_text (row, code_column), code) == 0)
        return row;
    }
  return NULL;
}

GArray *
fascia_db_find_entries (FasciaDb *db, const char *sql, const char *code, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = fascia_db_prepare (db, sql, error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, code, -1, SQLITE_TRANSIENT);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  return row == 0 ? g_steal_pointer (&ids) : NULL;
}

gint64
fascia_db_count_code (FasciaDb *db, const char *sql, const char *code, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, sql, error);

  if (statement == NULL)
    return -1;
  sqlite3_bind_text (statement, 1, code, -1, SQLITE_TRANSIENT);
  int row = fascia_db_step (db, statement, error);
  if (row < 0)
    return -1;
  gint64 count = row > 0 ? sqlite3_column_int64 (statement, 0) : 0;
  if (row > 0)
    sqlite3_reset (statement);
  return count;
}

/* ---- reading ---- */

static FasciaTags *
read_tags (GPtrArray *rows, GError **error)
{
  FasciaTags *tags = fascia_tags_new (error);

  for (guint i = 0; tags != NULL && i < rows->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (rows, i);
      const char *code = fascia_row_get_text (row, FASCIA_TAG_ROW_CODE);

      if (code != NULL && *code != '\0')
        fascia_tags_put (tags, code, fascia_row_get_text (row, FASCIA_TAG_ROW_NAME),
                         row->values[FASCIA_TAG_ROW_HIDDEN].integer != 0);
    }
  return tags;
}

FasciaTags *
fascia_db_load_tags (FasciaDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GPtrArray) rows = fascia_db_load_table (db, FASCIA_TABLE_TAG, error);
  return rows != NULL ? read_tags (rows, error) : NULL;
}

gint64
fascia_db_count_tag (FasciaDb *db, const char *code, GError **error)
{
  g_return_val_if_fail (db != NULL && code != NULL, -1);

  return fascia_db_count_code (db, "SELECT count(*) FROM entry_tag WHERE tag = ?1", code, error);
}

/* ---- changing ---- */

typedef struct
{
  FasciaDb *db;
  const FasciaTagChange *change;
  FasciaDbChange *writes;
  FasciaTags *tags;
  GPtrArray *rows; /* of the table of tags, as they are to be */
  char *code;      /* of the tag made or changed */
} Work;

/* The row of a tag, to be written to. A ready one gets its row with the first change. */
static FasciaRow *
edit_row (Work *work, const char *code)
{
  FasciaRow *row = fascia_rows_find_code (work->rows, FASCIA_TAG_ROW_CODE, code);
  FasciaUid uid;

  if (row != NULL)
    return fascia_rows_edit (work->rows, row);
  row = fascia_row_new (work->db, FASCIA_TABLE_TAG);
  fascia_db_make_uid (work->db, fascia_clock_now_ms (work->db->clock), &uid);
  fascia_row_set_uid (row, FASCIA_TAG_ROW_UID, &uid);
  fascia_row_set_text (row, FASCIA_TAG_ROW_CODE, code);
  fascia_row_set_int64 (row, FASCIA_TAG_ROW_HIDDEN, 0);
  g_ptr_array_add (work->rows, row);
  return row;
}

static gboolean
set_unknown (Work *work, GError **error)
{
  return fascia_db_set_invalid (work->db, error, _ ("There is no such tag."));
}

/* (nullable) */
static const FasciaTag *
lookup (Work *work, const char *code, GError **error)
{
  const FasciaTag *tag = code != NULL ? fascia_tags_lookup (work->tags, code) : NULL;

  if (tag == NULL)
    set_unknown (work, error);
  return tag;
}

/* (transfer full) (nullable) The name as it is kept; NULL when it cannot be that of @code. */
static char *
check_name (Work *work, const char *code, GError **error)
{
  g_autofree char *name = fascia_name_dup_clean (work->change->name);

  if (name == NULL)
    {
      fascia_db_set_invalid (work->db, error, _ ("A tag has a name of up to 100 letters."));
      return NULL;
    }
  const FasciaTag *other = fascia_tags_find_name (work->tags, name);
  if (other != NULL && g_strcmp0 (fascia_tag_get_code (other), code) != 0)
    {
      fascia_db_set_invalid (work->db, error, _ ("There is a tag of that name already."));
      return NULL;
    }
  return g_steal_pointer (&name);
}

static gboolean
create (Work *work, GError **error)
{
  g_autofree char *name = check_name (work, NULL, error);

  if (name == NULL)
    return FALSE;
  FasciaRow *row = fascia_row_new (work->db, FASCIA_TABLE_TAG);
  fascia_db_make_own_row (work->db, row, FASCIA_TAG_ROW_UID, FASCIA_TAG_ROW_CODE);
  fascia_row_set_text (row, FASCIA_TAG_ROW_NAME, name);
  fascia_row_set_int64 (row, FASCIA_TAG_ROW_HIDDEN, 0);
  g_ptr_array_add (work->rows, row);
  g_set_str (&work->code, fascia_row_get_text (row, FASCIA_TAG_ROW_CODE));
  return TRUE;
}

static gboolean
rename_tag (Work *work, GError **error)
{
  const char *code = work->change->code;
  const FasciaTag *tag = lookup (work, code, error);
  g_autofree char *name = NULL;

  if (tag == NULL)
    return FALSE;
  if (work->change->name != NULL || fascia_tag_get_group (tag) == FASCIA_TAG_OWN)
    {
      name = check_name (work, code, error);
      if (name == NULL)
        return FALSE;
    }
  fascia_row_set_text (edit_row (work, code), FASCIA_TAG_ROW_NAME, name);
  return TRUE;
}

static gboolean
set_hidden (Work *work, gboolean is_hidden, GError **error)
{
  if (lookup (work, work->change->code, error) == NULL)
    return FALSE;
  fascia_row_set_int64 (edit_row (work, work->change->code), FASCIA_TAG_ROW_HIDDEN, is_hidden);
  return TRUE;
}

/* One entry has the other tag instead, once. */
static gboolean
merge_in_entry (Work *work, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) before = fascia_db_load_rows_by_id (work->db, id, error);
  const char *from = work->change->code;
  const char *into = work->change->into;

  if (before == NULL)
    return FALSE;
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  FasciaRow *old = NULL;
  gboolean has_other = FALSE;
  for (guint i = 0; i < after->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (after, i);

      if (row->table != FASCIA_TABLE_ENTRY_TAG)
        continue;
      const char *code = fascia_row_get_text (row, FASCIA_ENTRY_TAG_CODE);
      if (g_strcmp0 (code, from) == 0)
        old = row;
      has_other |= g_strcmp0 (code, into) == 0;
    }
  if (old == NULL)
    return TRUE;
  if (has_other)
    g_ptr_array_remove (after, old);
  else
    fascia_row_set_text (fascia_rows_edit (after, old), FASCIA_ENTRY_TAG_CODE, into);
  return fascia_db_change_rows (work->writes, before, after, error);
}

static gboolean
merge (Work *work, GError **error)
{
  const FasciaTag *from
      = work->change->code != NULL ? fascia_tags_lookup (work->tags, work->change->code) : NULL;
  const FasciaTag *into = lookup (work, work->change->into, error);

  if (into == NULL)
    return FALSE;
  if (work->change->code == NULL || g_str_equal (work->change->code, work->change->into))
    return fascia_db_set_invalid (work->db, error, _ ("A tag is merged with another one."));
  g_autoptr (GArray) entries = fascia_db_find_entries (
      work->db, "SELECT entry_id FROM entry_tag WHERE tag = ?1", work->change->code, error);
  if (entries == NULL)
    return FALSE;
  /* One that only entries know, from another version, can go into a known one. */
  if (from == NULL && entries->len == 0)
    return set_unknown (work, error);
  for (guint i = 0; i < entries->len; i++)
    if (!merge_in_entry (work, g_array_index (entries, gint64, i), error))
      return FALSE;

  if (from != NULL && fascia_tag_get_group (from) != FASCIA_TAG_OWN)
    fascia_row_set_int64 (edit_row (work, work->change->code), FASCIA_TAG_ROW_HIDDEN, 1);
  else if (from != NULL)
    g_ptr_array_remove (
        work->rows, fascia_rows_find_code (work->rows, FASCIA_TAG_ROW_CODE, work->change->code));
  g_set_str (&work->code, work->change->into);
  return TRUE;
}

static gboolean
delete_tag (Work *work, GError **error)
{
  const FasciaTag *tag = lookup (work, work->change->code, error);

  if (tag == NULL)
    return FALSE;
  if (fascia_tag_get_group (tag) != FASCIA_TAG_OWN)
    return fascia_db_set_invalid (work->db, error,
                                  _ ("A tag of the program can be hidden, but not deleted."));
  gint64 count = fascia_db_count_tag (work->db, work->change->code, error);
  if (count < 0)
    return FALSE;
  if (count > 0)
    return fascia_db_set_invalid (
        work->db, error,
        _ ("A tag that an entry has cannot be deleted. Hide it, or merge it with another one."));
  g_ptr_array_remove (work->rows,
                      fascia_rows_find_code (work->rows, FASCIA_TAG_ROW_CODE, work->change->code));
  return TRUE;
}

static gboolean
apply (Work *work, GError **error)
{
  switch (work->change->type)
    {
    case FASCIA_TAG_CREATE:
      return create (work, error);
    case FASCIA_TAG_RENAME:
      return rename_tag (work, error);
    case FASCIA_TAG_HIDE:
      return set_hidden (work, TRUE, error);
    case FASCIA_TAG_SHOW:
      return set_hidden (work, FALSE, error);
    case FASCIA_TAG_MERGE:
      return merge (work, error);
    case FASCIA_TAG_DELETE:
      return delete_tag (work, error);
    default:
      return set_unknown (work, error);
    }
}

static FasciaOperation *
change_in_transaction (FasciaDb *db, const FasciaTagChange *change, char **code, GError **error)
{
  g_autoptr (FasciaDbChange) writes = fascia_db_change_new (db, FASCIA_OPERATION_TAGS);
  g_autoptr (GPtrArray) before = fascia_db_load_table (db, FASCIA_TABLE_TAG, error);

  if (before == NULL)
    return NULL;
  g_autoptr (FasciaTags) tags = read_tags (before, error);
  if (tags == NULL)
    return NULL;
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  g_autofree char *changed = NULL;
  Work work = { db, change, writes, tags, after, g_strdup (change->code) };
  gboolean is_applied = apply (&work, error);
  changed = work.code;
  if (!is_applied)
    return NULL;
  fascia_rows_sort (after);
  if (!fascia_db_change_rows (writes, before, after, error))
    return NULL;
  FasciaOperation *operation = fascia_db_change_commit (writes, error);
  if (operation != NULL && code != NULL)
    *code = g_steal_pointer (&changed);
  return operation;
}

FasciaOperation *
fascia_db_change_tag (FasciaDb *db, const FasciaTagChange *change, char **code, GError **error)
{
  g_return_val_if_fail (db != NULL && change != NULL, NULL);

  if (code != NULL)
    *code = NULL;
  if (!fascia_db_begin (db, error))
    return NULL;
  return fascia_db_finish_operation (db, change_in_transaction (db, change, code, error));
}

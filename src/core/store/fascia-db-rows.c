/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows: values in memory, reading them and writing the difference of two lists. */

#include "config.h"

#include "fascia-db-rows.h"

#include <string.h>

typedef struct
{
  const char *kind; /* how tombstones name it; NULL for rows without a name of their own */
  guint n_columns;
  guint uid_column;   /* 0: none */
  guint stamp_column; /* 0: none */
  const char *select; /* by id of the entry, ordered by id */
  const char *insert;
  const char *update; /* id last */
  const char *remove;
  const char *max_id;
  /* The update when no column with an index has changed: SQLite writes the indexes of all columns
   * that an update names, and each is a page to be synced. */
  const char *light_update;
  guint32 indexed; /* bits of those columns */
} TableInfo;

#define BIT(column) (1u << (column))

#define CHILD(table, columns, values, updates)                                                     \
  "SELECT * FROM " table " WHERE entry_id = ?1 ORDER BY id",                                       \
      "INSERT INTO " table " (" columns ") VALUES (" values ")", "UPDATE " table " SET " updates,  \
      "DELETE FROM " table " WHERE id = ?1", "SELECT max(id) FROM " table

/* The order is that of the foreign keys: owners before what they own. Columns stand in the order of
 * the schema, so that a later step adds one at the end; a journal from before that step is read
 * without it, to be verified before it is upgraded. */
static const TableInfo tables[FASCIA_N_TABLES] = {
  [FASCIA_TABLE_ENTRY]
  = { "entry", 13, 1, 2, "SELECT * FROM entry WHERE id = ?1",
      "INSERT INTO entry (id, uid, stamp, origin, kind, utc_ms, day, offset_min, zone, changed_ms, "
      "nothing_today, closed, note) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)",
      "UPDATE entry SET uid=?2, stamp=?3, origin=?4, kind=?5, utc_ms=?6, day=?7, offset_min=?8, "
      "zone=?9, changed_ms=?10, nothing_today=?11, closed=?12, note=?13 WHERE id=?1",
      "DELETE FROM entry WHERE id = ?1", "SELECT max(id) FROM entry",
      "UPDATE entry SET stamp=?3, origin=?4, kind=?5, zone=?9, changed_ms=?10, closed=?12, "
      "note=?13 "
      "WHERE id=?1",
      BIT (FASCIA_ENTRY_UID) | BIT (FASCIA_ENTRY_UTC_MS) | BIT (FASCIA_ENTRY_DAY)
          | BIT (FASCIA_ENTRY_OFFSET_MIN) | BIT (FASCIA_ENTRY_NOTHING_TODAY) },
  [FASCIA_TABLE_MARK]
  = { "mark", 8, 5, 6,
      CHILD ("mark",
             "id, entry_id, level, scale, region, uid, stamp, origin",
             "?1,?2,?3,?4,?5,?6,?7,?8",
             "entry_id=?2, level=?3, scale=?4, region=?5, uid=?6, stamp=?7, origin=?8 "
             "WHERE id=?1"),
      "UPDATE mark SET level=?3, stamp=?7, origin=?8 WHERE id=?1",
      BIT (FASCIA_MARK_ENTRY) | BIT (FASCIA_MARK_SCALE) | BIT (FASCIA_MARK_REGION)
          | BIT (FASCIA_MARK_UID) },
  [FASCIA_TABLE_MARK_FEELING]
  = { NULL, 3, 0, 0,
      "SELECT f.* FROM mark AS m JOIN mark_feeling AS f ON f.mark_id = m.id "
      "WHERE m.entry_id = ?1 ORDER BY f.id",
      "INSERT INTO mark_feeling (id, mark_id, feeling) VALUES (?1,?2,?3)",
      "UPDATE mark_feeling SET mark_id=?2, feeling=?3 WHERE id=?1",
      "DELETE FROM mark_feeling WHERE id = ?1", "SELECT max(id) FROM mark_feeling" },
  [FASCIA_TABLE_ENTRY_TAG]
  = { NULL, 3, 0, 0,
      CHILD ("entry_tag", "id, entry_id, tag", "?1,?2,?3", "entry_id=?2, tag=?3 WHERE id=?1") },
  [FASCIA_TABLE_MEASUREMENT]
  = { "measurement", 9, 1, 2,
      CHILD ("measurement",
             "id, uid, stamp, origin, entry_id, item, side, value, unit",
             "?1,?2,?3,?4,?5,?6,?7,?8,?9",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, item=?6, side=?7, value=?8, unit=?9 "
             "WHERE id=?1") },
  [FASCIA_TABLE_SESSION]
  = { "session", 15, 1, 2,
      CHILD ("session",
             "id, uid, stamp, origin, entry_id, routine, started_ms, ended_ms, paused_ms, outcome, "
             "posture, gentle, ease_offs, before_entry, after_entry",
             "?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, routine=?6, started_ms=?7, ended_ms=?8, "
             "paused_ms=?9, outcome=?10, posture=?11, gentle=?12, ease_offs=?13, before_entry=?14, "
             "after_entry=?15 WHERE id=?1") },
  [FASCIA_TABLE_SESSION_STEP]
  = { "session-step", 14, 1, 2,
      CHILD (
          "session_step",
          "id, uid, stamp, origin, entry_id, position, step, region, planned_s, done_s, outcome, "
          "reason, eased_off, discomfort",
          "?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14",
          "uid=?2, stamp=?3, origin=?4, entry_id=?5, position=?6, step=?7, region=?8, "
          "planned_s=?9, done_s=?10, outcome=?11, reason=?12, eased_off=?13, discomfort=?14 "
          "WHERE id=?1") },
  [FASCIA_TABLE_VISIT]
  = { "visit", 9, 1, 2,
      CHILD ("visit",
             "id, uid, stamp, origin, entry_id, minutes, therapist, pressure, rating",
             "?1,?2,?3,?4,?5,?6,?7,?8,?9",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, minutes=?6, therapist=?7, pressure=?8, "
             "rating=?9 WHERE id=?1") },
  [FASCIA_TABLE_VISIT_DETAIL] = { NULL, 4, 0, 0,
                                  CHILD ("visit_detail",
                                         "id, entry_id, kind, code",
                                         "?1,?2,?3,?4",
                                         "entry_id=?2, kind=?3, code=?4 WHERE id=?1") },
  [FASCIA_TABLE_EXERCISE]
  = { "exercise", 10, 1, 2,
      CHILD ("exercise",
             "id, uid, stamp, origin, entry_id, what, minutes, effort, sets, repetitions",
             "?1,?2,?3,?4,?5,?6,?7,?8,?9,?10",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, what=?6, minutes=?7, effort=?8, sets=?9, "
             "repetitions=?10 WHERE id=?1") },
  [FASCIA_TABLE_TREATMENT]
  = { "treatment", 8, 1, 2,
      CHILD ("treatment",
             "id, uid, stamp, origin, entry_id, what, amount, helped",
             "?1,?2,?3,?4,?5,?6,?7,?8",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, what=?6, amount=?7, helped=?8 "
             "WHERE id=?1") },
  [FASCIA_TABLE_EVENT]
  = { "event", 7, 1, 2,
      CHILD ("event",
             "id, uid, stamp, origin, entry_id, what, until_day",
             "?1,?2,?3,?4,?5,?6,?7",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, what=?6, until_day=?7 WHERE id=?1") },
};

#undef CHILD
#undef BIT

/* ---- values ---- */

static void
value_clear (FasciaValue *value)
{
  g_free (value->bytes);
  *value = (FasciaValue) { .type = SQLITE_NULL };
}

static gboolean
value_equal (const FasciaValue *a, const FasciaValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case SQLITE_INTEGER:
      return a->integer == b->integer;
    case SQLITE_FLOAT:
      return memcmp (&a->real, &b->real, sizeof a->real) == 0;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return a->length == b->length && memcmp (a->bytes, b->bytes, a->length) == 0;
    default:
      return TRUE;
    }
}

static void
value_set_bytes (FasciaValue *value, int type, const void *bytes, gsize length)
{
  value_clear (value);
  value->type = type;
  value->bytes = g_malloc (length + 1);
  if (length > 0)
    memcpy (value->bytes, bytes, length);
  value->bytes[length] = '\0';
  value->length = length;
}

static void
value_read (FasciaValue *value, sqlite3_stmt *statement, int column)
{
  value->type = sqlite3_column_type (statement, column);
  if (value->type == SQLITE_INTEGER)
    value->integer = sqlite3_column_int64 (statement, column);
  else if (value->type == SQLITE_FLOAT)
    value->real = sqlite3_column_double (statement, column);
  else if (value->type == SQLITE_TEXT)
    {
      const unsigned char *text = sqlite3_column_text (statement, column);
      value_set_bytes (value, SQLITE_TEXT, text, (gsize) sqlite3_column_bytes (statement, column));
    }
  else if (value->type == SQLITE_BLOB)
    {
      const void *blob = sqlite3_column_blob (statement, column);
      value_set_bytes (value, SQLITE_BLOB, blob, (gsize) sqlite3_column_bytes (statement, column));
    }
}

static int
value_bind (const FasciaValue *value, sqlite3_stmt *statement, int index)
{
  switch (value->type)
    {
    case SQLITE_INTEGER:
      return sqlite3_bind_int64 (statement, index, value->integer);
    case SQLITE_FLOAT:
      return sqlite3_bind_double (statement, index, value->real);
    case SQLITE_TEXT:
      return sqlite3_bind_text64 (statement, index, value->bytes, value->length, SQLITE_STATIC,
                                  SQLITE_UTF8);
    case SQLITE_BLOB:
      return sqlite3_bind_blob64 (statement, index, value->bytes, value->length, SQLITE_STATIC);
    default:
      return sqlite3_bind_null (statement, index);
    }
}

/* ---- rows ---- */

static FasciaRow *
row_alloc (FasciaTable table)
{
  FasciaRow *self = g_new0 (FasciaRow, 1);

  self->ref_count = 1;
  self->table = table;
  self->n_values = tables[table].n_columns;
  self->values = g_new0 (FasciaValue, self->n_values);
  for (guint i = 0; i < self->n_values; i++)
    self->values[i].type = SQLITE_NULL;
  return self;
}

FasciaRow *
fascia_row_new (FasciaDb *db, FasciaTable table)
{
  FasciaRow *self = row_alloc (table);
  guint stamp_column = tables[table].stamp_column;

  fascia_row_set_int64 (self, FASCIA_ROW_ID, db->next_ids[table]++);
  if (stamp_column != 0)
    {
      fascia_row_set_int64 (self, stamp_column, db->last_stamp);
      fascia_row_set_int64 (self, stamp_column + 1, db->origin);
    }
  return self;
}

FasciaRow *
fascia_row_copy (const FasciaRow *row)
{
  FasciaRow *self = row_alloc (row->table);

  for (guint i = 0; i < self->n_values; i++)
    {
      const FasciaValue *value = &row->values[i];

      if (value->type == SQLITE_TEXT || value->type == SQLITE_BLOB)
        value_set_bytes (&self->values[i], value->type, value->bytes, value->length);
      else
        self->values[i] = *value;
    }
  return self;
}

FasciaRow *
fascia_row_ref (FasciaRow *self)
{
  self->ref_count++;
  return self;
}

void
fascia_row_unref (FasciaRow *self)
{
  if (--self->ref_count > 0)
    return;
  for (guint i = 0; i < self->n_values; i++)
    g_free (self->values[i].bytes);
  g_free (self->values);
  g_free (self);
}

void
fascia_row_set_int64 (FasciaRow *self, guint column, gint64 value)
{
  value_clear (&self->values[column]);
  self->values[column].type = SQLITE_INTEGER;
  self->values[column].integer = value;
}

void
fascia_row_set_null (FasciaRow *self, guint column)
{
  value_clear (&self->values[column]);
}

void
fascia_row_set_text (FasciaRow *self, guint column, const char *text)
{
  if (text == NULL)
    value_clear (&self->values[column]);
  else
    value_set_bytes (&self->values[column], SQLITE_TEXT, text, strlen (text));
}

void
fascia_row_set_uid (FasciaRow *self, guint column, const FasciaUid *uid)
{
  value_set_bytes (&self->values[column], SQLITE_BLOB, uid->bytes, sizeof uid->bytes);
}

gint64
fascia_row_get_id (const FasciaRow *self)
{
  return self->values[FASCIA_ROW_ID].integer;
}

const char *
fascia_row_get_text (const FasciaRow *self, guint column)
{
  return self->values[column].type == SQLITE_TEXT ? self->values[column].bytes : NULL;
}

gboolean
fascia_row_equal (const FasciaRow *a, const FasciaRow *b)
{
  if (a == b)
    return TRUE;
  if (a->table != b->table)
    return FALSE;
  for (guint i = 0; i < a->n_values; i++)
    if (i != tables[a->table].stamp_column || i == 0)
      {
        if (!value_equal (&a->values[i], &b->values[i]))
          return FALSE;
      }
  return TRUE;
}

/* ---- lists ---- */

GPtrArray *
fascia_rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_row_unref);
}

GPtrArray *
fascia_rows_copy (GPtrArray *rows)
{
  GPtrArray *copy = fascia_rows_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (copy, fascia_row_ref (g_ptr_array_index (rows, i)));
  return copy;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FasciaRow *row_a = a, *row_b = b;

  if (row_a->table != row_b->table)
    return row_a->table < row_b->table ? -1 : 1;
  gint64 id_a = fascia_row_get_id (row_a), id_b = fascia_row_get_id (row_b);
  return id_a < id_b ? -1 : id_a > id_b;
}

void
fascia_rows_sort (GPtrArray *rows)
{
  g_ptr_array_sort_values (rows, compare_rows);
}

FasciaRow *
fascia_rows_find (GPtrArray *rows, FasciaTable table, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == table && fascia_row_get_id (row) == id)
        return row;
    }
  return NULL;
}

FasciaRow *
fascia_rows_get_entry (GPtrArray *rows)
{
  FasciaRow *row = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  return row != NULL && row->table == FASCIA_TABLE_ENTRY ? row : NULL;
}

/* ---- reading ---- */

/* What an entry of a kind can own besides marks, tags and measurements. */
static gboolean
may_own (const char *kind, FasciaTable table)
{
  switch (table)
    {
    case FASCIA_TABLE_SESSION:
    case FASCIA_TABLE_SESSION_STEP:
      return strcmp (kind, "session") == 0;
    case FASCIA_TABLE_VISIT:
    case FASCIA_TABLE_VISIT_DETAIL:
      return strcmp (kind, "visit") == 0;
    case FASCIA_TABLE_EXERCISE:
      return strcmp (kind, "exercise") == 0;
    case FASCIA_TABLE_TREATMENT:
      return strcmp (kind, "treatment") == 0;
    case FASCIA_TABLE_EVENT:
      return strcmp (kind, "event") == 0;
    case FASCIA_TABLE_ENTRY:
    case FASCIA_TABLE_MARK:
    case FASCIA_TABLE_MARK_FEELING:
    case FASCIA_TABLE_ENTRY_TAG:
    case FASCIA_TABLE_MEASUREMENT:
    case FASCIA_N_TABLES:
      break;
    }
  return TRUE;
}

static gboolean
load_table (FasciaDb *db, FasciaTable table, gint64 entry_id, GPtrArray *rows, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, tables[table].select, error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry_id);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      FasciaRow *image = row_alloc (table);
      guint n_columns = (guint) sqlite3_column_count (statement);

      for (guint i = 0; i < MIN (image->n_values, n_columns); i++)
        value_read (&image->values[i], statement, (int) i);
      g_ptr_array_add (rows, image);
    }
  return row == 0;
}

GPtrArray *
fascia_db_load_rows_by_id (FasciaDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rows = fascia_rows_new ();

  if (!load_table (db, FASCIA_TABLE_ENTRY, id, rows, error))
    return NULL;
  if (rows->len == 0)
    return g_steal_pointer (&rows);

  const char *kind = fascia_row_get_text (g_ptr_array_index (rows, 0), FASCIA_ENTRY_KIND);
  for (guint table = FASCIA_TABLE_MARK; table < FASCIA_N_TABLES; table++)
    if (kind == NULL || may_own (kind, (FasciaTable) table))
      {
        if (!load_table (db, (FasciaTable) table, id, rows, error))
          return NULL;
      }
  return g_steal_pointer (&rows);
}

GPtrArray *
fascia_db_load_rows (FasciaDb *db, const FasciaUid *uid, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, "SELECT id FROM entry WHERE uid = ?", error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_blob (statement, 1, uid->bytes, sizeof uid->bytes, SQLITE_STATIC);
  int row = fascia_db_step (db, statement, error);
  if (row < 0)
    return NULL;
  if (row == 0)
    return fascia_rows_new ();
  gint64 id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return fascia_db_load_rows_by_id (db, id, error);
}

gboolean
fascia_db_load_state (FasciaDb *db, GError **error)
{
  static const char *const stamp_queries[] = {
    "SELECT max(stamp) FROM day_digest", "SELECT max(stamp) FROM tombstone",
    "SELECT max(stamp) FROM setting",    "SELECT max(stamp) FROM condition",
    "SELECT max(stamp) FROM tag",        "SELECT max(stamp) FROM own_scale",
  };

  if (!fascia_db_query_int64 (db, "SELECT min(id) FROM origin", 1, &db->origin, error))
    return FALSE;
  for (guint i = 0; i < FASCIA_N_TABLES; i++)
    {
      gint64 last;

      if (!fascia_db_query_int64 (db, tables[i].max_id, 0, &last, error))
        return FALSE;
      db->next_ids[i] = last + 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (stamp_queries); i++)
    {
      gint64 stamp;

      if (!fascia_db_query_int64 (db, stamp_queries[i], 0, &stamp, error))
        return FALSE;
      db->last_stamp = MAX (db->last_stamp, stamp);
    }
  return TRUE;
}

/* ---- writing ---- */

static gboolean
write_row (FasciaDb *db, const FasciaRow *row, const char *text, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, text, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < row->n_values; i++)
    value_bind (&row->values[i], statement, (int) i + 1);
  return fascia_db_run (db, statement, error);
}

static const char *
choose_update (const FasciaRow *old, const FasciaRow *row)
{
  const TableInfo *info = &tables[row->table];

  if (info->light_update == NULL)
    return info->update;
  for (guint i = 0; i < row->n_values; i++)
    if ((info->indexed >> i & 1) != 0 && !value_equal (&old->values[i], &row->values[i]))
      return info->update;
  return info->light_update;
}

static gboolean
write_tombstone (FasciaDb *db, const FasciaRow *row, gint64 stamp, GError **error)
{
  const TableInfo *info = &tables[row->table];

  if (info->uid_column == 0)
    return TRUE;
  sqlite3_stmt *statement = fascia_db_prepare (
      db, "INSERT INTO tombstone (uid, stamp, origin, kind) VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  value_bind (&row->values[info->uid_column], statement, 1);
  sqlite3_bind_int64 (statement, 2, stamp);
  sqlite3_bind_int64 (statement, 3, db->origin);
  sqlite3_bind_text (statement, 4, info->kind, -1, SQLITE_STATIC);
  return fascia_db_run (db, statement, error);
}

/* What comes back under its old name is no longer deleted. */
static gboolean
remove_tombstone (FasciaDb *db, const FasciaRow *row, GError **error)
{
  const TableInfo *info = &tables[row->table];

  if (info->uid_column == 0)
    return TRUE;
  sqlite3_stmt *statement = fascia_db_prepare (db, "DELETE FROM tombstone WHERE uid = ?", error);
  if (statement == NULL)
    return FALSE;
  value_bind (&row->values[info->uid_column], statement, 1);
  return fascia_db_run (db, statement, error);
}

static gboolean
remove_row (FasciaDb *db, const FasciaRow *row, gint64 stamp, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, tables[row->table].remove, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, fascia_row_get_id (row));
  return fascia_db_run (db, statement, error) && write_tombstone (db, row, stamp, error);
}

gboolean
fascia_db_write_rows (FasciaDb *db, GPtrArray *before, GPtrArray *after, GError **error)
{
  gint64 stamp = fascia_db_next_stamp (db);

  /* What is owned goes before its owner. */
  for (guint i = before->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (before, i - 1);

      if (fascia_rows_find (after, row->table, fascia_row_get_id (row)) == NULL
          && !remove_row (db, row, stamp, error))
        return FALSE;
    }
  for (guint i = 0; i < after->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (after, i);
      FasciaRow *old = fascia_rows_find (before, row->table, fascia_row_get_id (row));
      const TableInfo *info = &tables[row->table];

      if (old != NULL && fascia_row_equal (old, row))
        continue;
      if (info->stamp_column != 0)
        {
          if (row->ref_count > 1)
            {
              FasciaRow *copy = fascia_row_copy (row);

              fascia_row_unref (row);
              after->pdata[i] = row = copy;
            }
          fascia_row_set_int64 (row, info->stamp_column, stamp);
        }
      if (!write_row (db, row, old == NULL ? info->insert : choose_update (old, row), error)
          || (old == NULL && !remove_tombstone (db, row, error)))
        return FALSE;
    }
  return fascia_db_update_digests (db, before, after, stamp, error);
}

/* ---- as a value ---- */

static gboolean
get_mark (GPtrArray *rows, const FasciaRow *row, GPtrArray *feelings, FasciaMark *mark)
{
  const char *scale = fascia_row_get_text (row, FASCIA_MARK_SCALE);

  mark->region = fascia_row_get_text (row, FASCIA_MARK_REGION);
  if (mark->region == NULL || !fascia_scale_from_code (scale, &mark->scale))
    return FALSE;
  const FasciaValue *level = &row->values[FASCIA_MARK_LEVEL];
  mark->level = level->type == SQLITE_NULL ? FASCIA_LEVEL_NOT_GIVEN : (int) level->integer;
  if (mark->level < FASCIA_LEVEL_NOT_GIVEN || mark->level > FASCIA_LEVEL_MAX)
    return FALSE;

  g_ptr_array_set_size (feelings, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const FasciaRow *other = g_ptr_array_index (rows, i);

      if (other->table == FASCIA_TABLE_MARK_FEELING
          && other->values[FASCIA_FEELING_MARK].integer == fascia_row_get_id (row))
        g_ptr_array_add (feelings, other->values[FASCIA_FEELING_CODE].bytes);
    }
  g_ptr_array_add (feelings, NULL);
  mark->feelings
      = (const char *const *) g_memdup2 (feelings->pdata, feelings->len * sizeof (gpointer));
  return TRUE;
}

FasciaEntry *
fascia_db_rows_to_entry (FasciaDb *db, GPtrArray *rows, GError **error)
{
  FasciaEntryParts parts = { 0 };
  const FasciaRow *row = fascia_rows_get_entry (rows);
  g_autoptr (GPtrArray) feelings = g_ptr_array_new ();
  g_autofree FasciaMark *marks = g_new0 (FasciaMark, rows->len + 1);
  gboolean is_whole = row != NULL;

  if (row != NULL)
    {
      is_whole = row->values[FASCIA_ENTRY_UID].length == sizeof parts.uid.bytes
                 && fascia_entry_kind_from_code (fascia_row_get_text (row, FASCIA_ENTRY_KIND),
                                                 &parts.kind);
      if (is_whole)
        memcpy (parts.uid.bytes, row->values[FASCIA_ENTRY_UID].bytes, sizeof parts.uid.bytes);
      parts.moment.utc_ms = row->values[FASCIA_ENTRY_UTC_MS].integer;
      parts.moment.day = (gint32) row->values[FASCIA_ENTRY_DAY].integer;
      parts.moment.offset_min = (gint32) row->values[FASCIA_ENTRY_OFFSET_MIN].integer;
      parts.moment.zone = fascia_row_get_text (row, FASCIA_ENTRY_ZONE);
      parts.changed_ms = row->values[FASCIA_ENTRY_CHANGED_MS].integer;
      parts.nothing_today = row->values[FASCIA_ENTRY_NOTHING_TODAY].integer != 0;
      parts.closed = row->values[FASCIA_ENTRY_CLOSED].integer != 0;
      parts.note = fascia_row_get_text (row, FASCIA_ENTRY_NOTE_TEXT);
    }
  for (guint i = 0; is_whole && i < rows->len; i++)
    {
      const FasciaRow *mark = g_ptr_array_index (rows, i);

      if (mark->table != FASCIA_TABLE_MARK)
        continue;
      is_whole = get_mark (rows, mark, feelings, &marks[parts.n_marks]);
      if (is_whole)
        parts.n_marks++;
    }
  parts.marks = marks;

  FasciaEntry *entry = is_whole ? fascia_entry_new_from_parts (&parts) : NULL;
  for (guint i = 0; i < parts.n_marks; i++)
    g_free ((gpointer) marks[i].feelings);
  if (entry == NULL)
    fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path, NULL);
  return entry;
}

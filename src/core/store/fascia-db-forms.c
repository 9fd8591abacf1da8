/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canonical form of an entry, versions 1 to 3, and its digest.
 *
 * An entry's form is the list of its rows, table by table; within a table the rows are sorted by
 * their bytes, so that ids do not matter. A row is its table's number and its columns without id,
 * stamp and origin; a reference to the entry is left out, one to a mark is that mark's uid. A value
 * is a letter and its content: n; i and 8 bytes; f and 8 bytes; t or b, 8 bytes of length, the
 * bytes. All numbers are big-endian.
 *
 * Version 2 has drawings and spreads besides, and of a mark whether it was drawn; all else has the
 * same form in both. So a journal of schema 1, which has none of these, is verified by its own
 * version before it is upgraded. Version 3 has what schema 3 added at the end of a row: the end of an
 * entry, what a visit, a treatment and an event say besides. */

#include "config.h"

#include <string.h>

#include "../exchange/fascia-gcrypt.h"
#include "fascia-db-rows.h"
#include "fascia-db-tables.h"

static void
append_uint64 (GString *form, guint64 number)
{
  guint64 big = GUINT64_TO_BE (number);

  g_string_append_len (form, (const char *) &big, sizeof big);
}

void
fascia_value_append_form (GString *form, const FasciaValue *value)
{
  guint64 bits;

  switch (value->type)
    {
    case SQLITE_INTEGER:
      g_string_append_c (form, 'i');
      append_uint64 (form, (guint64) value->integer);
      break;
    case SQLITE_FLOAT:
      g_string_append_c (form, 'f');
      memcpy (&bits, &value->real, sizeof bits);
      append_uint64 (form, bits);
      break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      g_string_append_c (form, value->type == SQLITE_TEXT ? 't' : 'b');
      append_uint64 (form, value->length);
      g_string_append_len (form, value->bytes, (gssize) value->length);
      break;
    default:
      g_string_append_c (form, 'n');
      break;
    }
}

/* How many columns each table has in the newest version. A column that a later step of the schema
 * adds comes after these and needs a version of its own: a journal is verified by the version it has
 * before it is upgraded. */
static const guint n_columns[FASCIA_N_TABLES] = {
  [FASCIA_TABLE_ENTRY] = 14,        [FASCIA_TABLE_MARK] = 9,        [FASCIA_TABLE_MARK_FEELING] = 3,
  [FASCIA_TABLE_ENTRY_TAG] = 3,     [FASCIA_TABLE_MEASUREMENT] = 9, [FASCIA_TABLE_SESSION] = 15,
  [FASCIA_TABLE_SESSION_STEP] = 14, [FASCIA_TABLE_VISIT] = 12,      [FASCIA_TABLE_VISIT_DETAIL] = 4,
  [FASCIA_TABLE_EXERCISE] = 10,     [FASCIA_TABLE_TREATMENT] = 9,   [FASCIA_TABLE_EVENT] = 8,
  [FASCIA_TABLE_DRAWING] = 11,      [FASCIA_TABLE_SPREAD] = 7,
};

static guint
get_n_columns (FasciaTable table, int version)
{
  if (table == FASCIA_TABLE_MARK && version < 2)
    return FASCIA_MARK_DRAWN;
  if (table == FASCIA_TABLE_ENTRY && version < 3)
    return FASCIA_ENTRY_END_MS;
  if (table == FASCIA_TABLE_VISIT && version < 3)
    return FASCIA_VISIT_BEFORE;
  if (table == FASCIA_TABLE_TREATMENT && version < 3)
    return FASCIA_TREATMENT_TAKEN;
  if (table == FASCIA_TABLE_EVENT && version < 3)
    return FASCIA_EVENT_TYPE;
  return n_columns[table];
}

int
fascia_db_get_digest_version (FasciaDb *db)
{
  return CLAMP (db->version, 1, 3);
}

typedef enum
{
  COLUMN_VALUE,
  COLUMN_LEFT_OUT,
  COLUMN_MARK,
} ColumnUse;

static ColumnUse
get_column_use (FasciaTable table, guint column)
{
  if (column == FASCIA_ROW_ID)
    return COLUMN_LEFT_OUT;
  switch (table)
    {
    case FASCIA_TABLE_ENTRY:
      return column == FASCIA_ENTRY_STAMP || column == FASCIA_ENTRY_ORIGIN ? COLUMN_LEFT_OUT
                                                                           : COLUMN_VALUE;
    case FASCIA_TABLE_MARK:
      return column == FASCIA_MARK_ENTRY || column == FASCIA_MARK_STAMP
                     || column == FASCIA_MARK_ORIGIN
                 ? COLUMN_LEFT_OUT
                 : COLUMN_VALUE;
    case FASCIA_TABLE_MARK_FEELING:
      return column == FASCIA_FEELING_MARK ? COLUMN_MARK : COLUMN_VALUE;
    case FASCIA_TABLE_ENTRY_TAG:
    case FASCIA_TABLE_VISIT_DETAIL:
      return column == 1 ? COLUMN_LEFT_OUT : COLUMN_VALUE;
    case FASCIA_TABLE_MEASUREMENT:
    case FASCIA_TABLE_SESSION:
    case FASCIA_TABLE_SESSION_STEP:
    case FASCIA_TABLE_VISIT:
    case FASCIA_TABLE_EXERCISE:
    case FASCIA_TABLE_TREATMENT:
    case FASCIA_TABLE_EVENT:
    case FASCIA_TABLE_DRAWING:
    case FASCIA_TABLE_SPREAD:
      /* uid, stamp, origin, entry_id, then what it says */
      return column >= 2 && column <= 4 ? COLUMN_LEFT_OUT : COLUMN_VALUE;
    case FASCIA_TABLE_TAG:
    case FASCIA_TABLE_OWN_SCALE:
    case FASCIA_N_TABLES:
      break;
    }
  return COLUMN_VALUE;
}

/* ---- the rows of one entry ---- */

typedef struct
{
  gsize start;
  gsize length;
} Form;

typedef struct
{
  GString *bytes; /* of all rows, as they came */
  GString *sorted;
  GArray *rows; /* Form */
} Forms;

static void
forms_init (Forms *self)
{
  self->bytes = g_string_new (NULL);
  self->sorted = g_string_new (NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Form));
}

static void
forms_clear (Forms *self)
{
  g_string_free (self->bytes, TRUE);
  g_string_free (self->sorted, TRUE);
  g_array_unref (self->rows);
}

static void
forms_begin_row (Forms *self, FasciaTable table)
{
  Form form = { .start = self->bytes->len };

  g_array_append_val (self->rows, form);
  append_uint64 (self->bytes, table);
}

static void
forms_end_row (Forms *self)
{
  Form *form = &g_array_index (self->rows, Form, self->rows->len - 1);

  form->length = self->bytes->len - form->start;
}

static int
compare_forms (gconstpointer a, gconstpointer b, gpointer data)
{
  const Form *one = a, *other = b;
  const char *bytes = data;
  int order = memcmp (bytes + one->start, bytes + other->start, MIN (one->length, other->length));

  return order != 0 ? order : (one->length > other->length) - (one->length < other->length);
}

/* And begins anew. */
static void
forms_digest (Forms *self, guint8 digest[FASCIA_DIGEST_SIZE])
{
  /* The table's number leads each form, so sorting keeps the tables together. */
  g_array_sort_with_data (self->rows, compare_forms, self->bytes->str);
  g_string_truncate (self->sorted, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Form *form = &g_array_index (self->rows, Form, i);

      g_string_append_len (self->sorted, self->bytes->str + form->start, (gssize) form->length);
    }
  fascia_sha256 (self->sorted->str, self->sorted->len, digest);
  g_string_truncate (self->bytes, 0);
  g_array_set_size (self->rows, 0);
}

/* ---- rows in memory ---- */

static void
add_row (Forms *self, GPtrArray *rows, const FasciaRow *row, int version)
{
  forms_begin_row (self, row->table);
  for (guint i = 0; i < get_n_columns (row->table, version); i++)
    switch (get_column_use (row->table, i))
      {
      case COLUMN_MARK:
        {
          FasciaRow *mark = fascia_rows_find (rows, FASCIA_TABLE_MARK, row->values[i].integer);

          if (mark != NULL)
            fascia_value_append_form (self->bytes, &mark->values[FASCIA_MARK_UID]);
          break;
        }
      case COLUMN_VALUE:
        fascia_value_append_form (self->bytes, &row->values[i]);
        break;
      case COLUMN_LEFT_OUT:
      default:
        break;
      }
  forms_end_row (self);
}

void
fascia_rows_digest (GPtrArray *rows, int version, guint8 digest[FASCIA_DIGEST_SIZE])
{
  Forms forms;

  forms_init (&forms);
  for (guint i = 0; i < rows->len; i++)
    add_row (&forms, rows, g_ptr_array_index (rows, i), version);
  forms_digest (&forms, digest);
  forms_clear (&forms);
}

/* ---- all entries, from the file ---- */

typedef struct
{
  sqlite3_stmt *statement; /* NULL: the journal has no such table yet */
  gboolean has_row;
  gint64 entry;    /* whose row it is */
  int owner;       /* the column that says so */
  int mark_column; /* of a feeling: the name of its mark */
} Cursor;

typedef struct
{
  FasciaDb *db;
  int version;
  Cursor cursors[FASCIA_N_ENTRY_TABLES];
  Forms forms;
} Walk;

/* A value in the current row, as fascia_value_append_form(). */
static void
append_column (GString *form, sqlite3_stmt *row, int column)
{
  FasciaValue value = { .type = sqlite3_column_type (row, column) };

  switch (value.type)
    {
    case SQLITE_INTEGER:
      value.integer = sqlite3_column_int64 (row, column);
      break;
    case SQLITE_FLOAT:
      value.real = sqlite3_column_double (row, column);
      break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      /* Of a text as well: it needs no end. */
      value.bytes = (char *) sqlite3_column_blob (row, column);
      value.length = (gsize) sqlite3_column_bytes (row, column);
      break;
    default:
      break;
    }
  fascia_value_append_form (form, &value);
}

static gboolean
advance (Walk *self, Cursor *cursor, GError **error)
{
  int row = fascia_db_step (self->db, cursor->statement, error);

  cursor->has_row = row > 0;
  if (row > 0)
    cursor->entry = sqlite3_column_int64 (cursor->statement, cursor->owner);
  return row >= 0;
}

static gboolean
walk_begin (Walk *self, GError **error)
{
  for (guint i = 0; i < FASCIA_N_ENTRY_TABLES; i++)
    {
      Cursor *cursor = &self->cursors[i];

      if (!fascia_db_has_table (self->db, (FasciaTable) i))
        continue;
      cursor->statement
          = fascia_db_prepare (self->db, fascia_table_get_info ((FasciaTable) i)->walk, error);
      if (cursor->statement == NULL)
        return FALSE;
      cursor->owner = (int) fascia_table_get_info ((FasciaTable) i)->owner_column;
      cursor->mark_column = cursor->owner + 1;
      if (!advance (self, cursor, error))
        return FALSE;
    }
  return TRUE;
}

static void
walk_end (Walk *self)
{
  for (guint i = 0; i < FASCIA_N_ENTRY_TABLES; i++)
    if (self->cursors[i].statement != NULL)
      sqlite3_reset (self->cursors[i].statement);
}

static void
walk_add_row (Walk *self, FasciaTable table, const Cursor *cursor)
{
  int n_there = sqlite3_column_count (cursor->statement);

  forms_begin_row (&self->forms, table);
  for (guint i = 0; i < get_n_columns (table, self->version); i++)
    switch (get_column_use (table, i))
      {
      case COLUMN_MARK:
        append_column (self->forms.bytes, cursor->statement, cursor->mark_column);
        break;
      case COLUMN_VALUE:
        if ((int) i < n_there)
          append_column (self->forms.bytes, cursor->statement, (int) i);
        else
          g_string_append_c (self->forms.bytes, 'n');
        break;
      case COLUMN_LEFT_OUT:
      default:
        break;
      }
  forms_end_row (&self->forms);
}

/* Those of the entry; what belongs to none, or to an entry of another kind, is passed over here and
 * found by the checks of the structure. */
static gboolean
walk_add_rows (Walk *self, FasciaTable table, gint64 entry, const char *kind, GError **error)
{
  Cursor *cursor = &self->cursors[table];

  while (cursor->has_row && cursor->entry <= entry)
    {
      if (cursor->entry == entry && (kind == NULL || fascia_table_is_for_kind (table, kind)))
        walk_add_row (self, table, cursor);
      if (!advance (self, cursor, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
walk_entry (Walk *self, FasciaEntryDigest *digest, GError **error)
{
  Cursor *cursor = &self->cursors[FASCIA_TABLE_ENTRY];
  const guint8 *uid = sqlite3_column_blob (cursor->statement, FASCIA_ENTRY_UID);

  digest->id = cursor->entry;
  digest->day = sqlite3_column_int64 (cursor->statement, FASCIA_ENTRY_DAY);
  digest->has_uid = sqlite3_column_bytes (cursor->statement, FASCIA_ENTRY_UID)
                    == (int) sizeof digest->uid.bytes;
  if (digest->has_uid)
    memcpy (digest->uid.bytes, uid, sizeof digest->uid.bytes);
  walk_add_row (self, FASCIA_TABLE_ENTRY, cursor);

  const char *kind = (const char *) sqlite3_column_text (cursor->statement, FASCIA_ENTRY_KIND);
  for (guint i = FASCIA_TABLE_MARK; i < FASCIA_N_ENTRY_TABLES; i++)
    if (self->cursors[i].has_row && !walk_add_rows (self, (FasciaTable) i, digest->id, kind, error))
      return FALSE;
  forms_digest (&self->forms, digest->bytes);
  return TRUE;
}

gboolean
fascia_db_foreach_digest (FasciaDb *db,
                          int version,
                          FasciaDigestFunc func,
                          gpointer data,
                          GError **error)
{
  Walk walk = { .db = db, .version = version };

  forms_init (&walk.forms);
  gboolean success = walk_begin (&walk, error);
  while (success && walk.cursors[FASCIA_TABLE_ENTRY].has_row)
    {
      FasciaEntryDigest digest;

      success = walk_entry (&walk, &digest, error);
      if (success)
        func (&digest, data);
      success = success && advance (&walk, &walk.cursors[FASCIA_TABLE_ENTRY], error);
    }
  walk_end (&walk);
  forms_clear (&walk.forms);
  return success;
}

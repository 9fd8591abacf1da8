/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON of text with packed rows in it. What surrounds the entries and lists is text already; here are
 * their members. */

#include "config.h"

#include <string.h>

#include "fascia-export-private.h"
#include "fascia-text-room.h"

/* How many others a mark may pass on the way to its place. */
#define MAX_MOVES 64

/* One that came ahead of its entry. */
typedef struct
{
  gint64 key; /* of the entry */
  FasciaValue region;
  FasciaValue scale;
  const char *from; /* where it is, with its feelings behind it */
} Mark;

struct _FasciaExportSpeller
{
  FasciaExportMembers *members;
  guint region_value; /* of a mark */
  guint scale_value;
  GArray *marks; /* Mark: of this slice, in the order of the entries */
  guint next;    /* of them */
  gboolean is_sorted;
  gboolean is_in_entry;
  const FasciaRecord *open; /* (nullable) whose array has begun */
};

/* The place of a value among those of the store. */
static guint
find_value (FasciaRecordKind kind, const char *name)
{
  const FasciaRecord *record = fascia_record_get (kind);
  guint n = 0;

  for (const FasciaField *field = record->fields; strcmp (field->name, name) != 0; field++)
    if (field->column != NULL)
      n++;
  return n;
}

FasciaExportSpeller *
fascia_export_speller_new (const FasciaBody *body)
{
  FasciaExportSpeller *self = g_new0 (FasciaExportSpeller, 1);

  self->members = fascia_export_members_new (body);
  self->region_value = find_value (FASCIA_RECORD_MARK, "region");
  self->scale_value = find_value (FASCIA_RECORD_MARK, "scale");
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  return self;
}

void
fascia_export_speller_free (FasciaExportSpeller *self)
{
  fascia_export_members_free (self->members);
  g_array_unref (self->marks);
  g_free (self);
}

/* ---- marks that came ahead ---- */

/* As the store compares texts. */
static int
compare_texts (const FasciaValue *a, const FasciaValue *b)
{
  int order = memcmp (a->bytes, b->bytes, MIN (a->length, b->length));

  return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  int order = compare_texts (&left->region, &right->region);
  return order != 0 ? order : compare_texts (&left->scale, &right->scale);
}

/* Those of an entry come nearly in order: each finds its place from the end, or all are sorted. */
static void
keep_mark (FasciaExportSpeller *self, const FasciaExportRow *row, const char *from)
{
  FasciaValue values[FASCIA_EXPORT_MAX_VALUES];
  guint place = self->marks->len;

  fascia_export_row_get_values (row, values);
  const Mark mark = { .key = row->key,
                      .region = values[self->region_value],
                      .scale = values[self->scale_value],
                      .from = from };
  for (; self->is_sorted && place > 0; place--)
    {
      const Mark *before = &g_array_index (self->marks, Mark, place - 1);

      if (compare_marks (before, &mark) <= 0)
        break;
      if (before->key > mark.key || self->marks->len - place >= MAX_MOVES)
        self->is_sorted = FALSE;
    }
  if (!self->is_sorted)
    place = self->marks->len;
  g_array_insert_val (self->marks, place, mark);
}

/* ---- rows ---- */

static void
append (GString *text, const char *bytes, gsize n_bytes)
{
  char *to = fascia_text_reserve (text, n_bytes);

  fascia_text_take (text, fascia_put_bytes (to, bytes, n_bytes));
}

static void
close_array (FasciaExportSpeller *self, GString *text)
{
  if (self->open != NULL && !self->open->is_single)
    g_string_append_c (text, ']');
  self->open = NULL;
}

/* What stands before a row of an entry. */
static void
open_array (FasciaExportSpeller *self, GString *text, FasciaRecordKind kind)
{
  const FasciaRecord *record = fascia_record_get (kind);

  if (self->open == record)
    {
      g_string_append_c (text, ',');
      return;
    }
  close_array (self, text);
  self->open = record;
  g_string_append (text, ",\"");
  g_string_append (text, record->member);
  g_string_append (text, record->is_single ? "\":" : "\":[");
}

/* A code alone: of a feeling or a tag. */
static void
append_code (GString *text, const FasciaExportRow *row)
{
  FasciaValue values[FASCIA_EXPORT_MAX_VALUES];

  fascia_export_row_get_values (row, values);
  fascia_record_append_string (text, values[0].bytes, values[0].length);
}

/* A mark and the feelings behind it, before @end; returns what follows. */
static const char *
append_mark (FasciaExportSpeller *self, GString *text, const char *from, const char *end)
{
  FasciaExportRow row;
  gboolean has_feelings = FALSE;

  open_array (self, text, FASCIA_RECORD_MARK);
  from = fascia_export_row_read (from, &row);
  fascia_export_members_append (self->members, text, &row);
  while (from < end && *from == FASCIA_EXPORT_ROW)
    {
      const char *next = fascia_export_row_read (from, &row);

      if (row.kind != FASCIA_RECORD_FEELING)
        break;
      g_string_append (text, has_feelings ? "," : ",\"feelings\":[");
      has_feelings = TRUE;
      append_code (text, &row);
      from = next;
    }
  g_string_append (text, has_feelings ? "]}" : "}");
  return from;
}

static void
append_marks_of (FasciaExportSpeller *self, GString *text, gint64 key, const char *end)
{
  if (!self->is_sorted)
    g_array_sort (self->marks, compare_marks);
  self->is_sorted = TRUE;
  for (; self->next < self->marks->len; self->next++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, self->next);

      if (mark->key > key)
        break;
      /* Of one that is not wanted, or that is gone. */
      if (mark->key == key)
        append_mark (self, text, mark->from, end);
    }
}

/* Returns what follows. */
static const char *
append_row (FasciaExportSpeller *self, GString *text, const char *from, const char *end)
{
  FasciaExportRow row;
  const char *next = fascia_export_row_read (from, &row);

  if (row.kind == FASCIA_RECORD_ENTRY)
    {
      self->is_in_entry = TRUE;
      fascia_export_members_append (self->members, text, &row);
      append_marks_of (self, text, row.key, end);
    }
  else if (row.kind == FASCIA_RECORD_MARK && self->is_in_entry)
    return append_mark (self, text, from, end);
  else if (row.kind == FASCIA_RECORD_MARK)
    keep_mark (self, &row, from);
  else if (row.kind == FASCIA_RECORD_FEELING)
    ; /* of a mark that was kept */
  else if (!self->is_in_entry)
    fascia_export_members_append (self->members, text, &row);
  else
    {
      open_array (self, text, row.kind);
      if (row.kind == FASCIA_RECORD_ENTRY_TAG)
        append_code (text, &row);
      else
        {
          fascia_export_members_append (self->members, text, &row);
          g_string_append_c (text, '}');
        }
    }
  return next;
}

void
fascia_export_speller_append (FasciaExportSpeller *self, const GString *rows, GString *text)
{
  const char *from = rows->str, *end = rows->str + rows->len;

  while (from < end)
    {
      const char *start = from;

      if (*from == FASCIA_EXPORT_ROW)
        {
          from = append_row (self, text, from, end);
          continue;
        }
      if (*from == FASCIA_EXPORT_SLICE)
        {
          g_array_set_size (self->marks, 0);
          self->next = 0;
          self->is_sorted = TRUE;
          from++;
          continue;
        }
      while (from < end && *from != FASCIA_EXPORT_ROW && *from != FASCIA_EXPORT_SLICE)
        from++;
      close_array (self, text);
      self->is_in_entry = FALSE;
      append (text, start, (gsize) (from - start));
    }
}

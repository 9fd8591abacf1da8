/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of other programs, read as a mapping says: each row becomes an entry.
 *
 * Its name is made of what it says, so that the same row is known again. */

#include "config.h"

#include "fascia-import-foreign-private.h"

#include <math.h>
#include <string.h>

#include "fascia-gcrypt.h"

static void
scale_free (gpointer data)
{
  FasciaForeignScale *scale = data;

  g_free (scale->code);
  g_free (scale->name);
  g_free (scale);
}

static void
tag_free (gpointer data)
{
  FasciaForeignTag *tag = data;

  g_free (tag->code);
  g_free (tag->name);
  g_free (tag);
}

static void
reader_clear (FasciaForeign *self)
{
  fascia_import_builder_clear (&self->builder);
  g_clear_pointer (&self->table, fascia_text_table_free);
  g_clear_pointer (&self->items, fascia_items_unref);
  g_clear_pointer (&self->tags, fascia_tags_unref);
  g_clear_pointer (&self->scales, g_hash_table_unref);
  g_clear_pointer (&self->own_tags, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->is_numerical, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FasciaForeign, reader_clear)

static void
context_clear (FasciaForeignRow *self)
{
  g_clear_pointer (&self->entry, fascia_import_entry_free);
  g_string_free (self->note, TRUE);
  g_string_free (self->form, TRUE);
  g_free (self->region);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FasciaForeignRow, context_clear)

static const char *
get_name (FasciaRecordKind kind, gpointer data)
{
  return ((FasciaForeign *) data)->name;
}

/* ---- rows ---- */

/* Names for the entry and all that belongs to it, made of what it says. What is said twice in the
 * file is two entries. */
static void
name_rows (FasciaForeign *self, FasciaForeignRow *context, gint64 utc_ms)
{
  g_autofree char *form = g_strdup_printf ("%snote\n%s\n%" G_GINT64_FORMAT, context->form->str,
                                           context->note->str, utc_ms);
  guint n_before = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, form));

  g_hash_table_insert (self->seen, g_strdup (form), GUINT_TO_POINTER (n_before + 1));
  for (guint i = 0; i < context->entry->rows->len; i++)
    {
      FasciaRecordRow *row = g_ptr_array_index (context->entry->rows, i);
      g_autofree char *name = g_strdup_printf ("%s\n%u\n%u", form, n_before, i);
      guint8 digest[FASCIA_SHA256_SIZE];
      FasciaUid uid;

      if (fascia_record_find (fascia_record_get (row->kind), "uid") == NULL
          || fascia_record_row_get (row, "uid")->bytes != NULL)
        continue;
      fascia_sha256 (name, strlen (name), digest);
      fascia_uid_init (&uid, MAX (0, utc_ms), digest);
      fascia_record_row_set_uid (row, "uid", &uid);
    }
}

/* In our own table a check-in can say so. */
static gboolean
is_nothing_today (FasciaForeign *self, const FasciaForeignRow *context)
{
  return self->nothing_column >= 0
         && strcmp (fascia_foreign_get_cell (self, context, (guint) self->nothing_column), "1")
                == 0;
}

static void
fill_entry (FasciaForeign *self, FasciaForeignRow *context, const FasciaMoment *moment)
{
  FasciaRecordRow *row = g_ptr_array_index (context->entry->rows, 0);
  gboolean is_nothing = is_nothing_today (self, context);
  gboolean has_marks = is_nothing, has_values = FALSE;

  for (guint i = 1; i < context->entry->rows->len; i++)
    {
      const FasciaRecordRow *other = g_ptr_array_index (context->entry->rows, i);

      has_marks |= other->kind == FASCIA_RECORD_MARK;
      has_values |= other->kind == FASCIA_RECORD_MEASUREMENT;
    }
  fascia_record_row_set_text (row, "kind",
                              has_marks    ? "check-in"
                              : has_values ? "measurement"
                                           : "note");
  fascia_record_row_set_int64 (row, "time", moment->utc_ms);
  fascia_record_row_set_int64 (row, "day", moment->day);
  fascia_record_row_set_text (row, "zone", moment->zone);
  fascia_record_row_set_int64 (row, "changed", moment->utc_ms);
  fascia_record_row_set_int64 (row, "nothing_today", is_nothing);
  fascia_record_row_set_int64 (row, "closed", 1);
  if (context->note->len > 0)
    fascia_record_row_set_text (row, "note", context->note->str);
  context->entry->offset_min = moment->offset_min;
}

/* In our own table an entry has many rows: those after the first join it. TRUE when this one did. */
static gboolean
join_entry (FasciaForeign *self, FasciaForeignRow *context, GHashTable *entries)
{
  const char *name = self->entry_column >= 0
                         ? fascia_foreign_get_cell (self, context, (guint) self->entry_column)
                         : "";
  FasciaImportEntry *before = g_hash_table_lookup (entries, name);
  FasciaUid uid;

  if (before != NULL)
    {
      for (guint i = 1; i < context->entry->rows->len; i++)
        g_ptr_array_add (before->rows,
                         g_steal_pointer (&g_ptr_array_index (context->entry->rows, i)));
      g_ptr_array_set_size (context->entry->rows, 1);
      return TRUE;
    }
  if (fascia_uid_parse (name, &uid))
    {
      fascia_record_row_set_uid (g_ptr_array_index (context->entry->rows, 0), "uid", &uid);
      g_hash_table_insert (entries, g_strdup (name), context->entry);
    }
  return FALSE;
}

static gboolean
is_blank_row (FasciaForeign *self, guint row)
{
  for (guint i = 0; i < fascia_text_table_get_n_cells (self->table, row); i++)
    if (*fascia_text_table_get (self->table, row, i) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_moment (FasciaForeign *self, FasciaForeignRow *context, FasciaMoment *moment)
{
  const char *clock = fascia_foreign_get_used (self, context, FASCIA_COLUMN_CLOCK);
  guint column = 0;
  char *reason = NULL;

  while (column < self->mapping->n_columns && self->mapping->uses[column] != FASCIA_COLUMN_TIME)
    column++;
  return fascia_cell_parse_moment (fascia_foreign_get_cell (self, context, column), clock,
                                   self->mapping->dates, self->zone, self->now_ms, moment, &reason)
         || fascia_foreign_refuse (self, context, column, reason);
}

static void
read_row (FasciaForeign *self, guint index, GHashTable *entries, GPtrArray *order)
{
  guint line = fascia_text_table_get_line (self->table, index);
  g_auto (FasciaForeignRow) context = { .row = index,
                                        .line = line,
                                        .entry = fascia_import_entry_new (line),
                                        .note = g_string_new (NULL),
                                        .form = g_string_new (NULL) };
  FasciaMoment moment;

  if (is_blank_row (self, index))
    return;
  fascia_import_entry_add (context.entry, FASCIA_RECORD_ENTRY, line);
  if (!read_moment (self, &context, &moment))
    return;
  if (!fascia_foreign_read_cells (self, &context))
    return;
  /* A day of which nothing is known is no entry, and nothing wrong. */
  if (context.entry->rows->len == 1 && context.note->len == 0 && !is_nothing_today (self, &context))
    return;
  fill_entry (self, &context, &moment);
  name_rows (self, &context, moment.utc_ms);
  if (join_entry (self, &context, entries))
    return;
  g_ptr_array_add (order, g_steal_pointer (&context.entry));
}

/* ---- scales and tags of what was taken ---- */

static int
count_digits (double value)
{
  double scaled = fabs (value);

  for (int n = 0; n < 3; n++, scaled *= 10)
    if (fabs (scaled - round (scaled)) < 1e-9 * MAX (1, scaled))
      return n;
  return 3;
}

static void
use_value (FasciaForeign *self, FasciaRecordRow *row)
{
  FasciaForeignScale *scale
      = g_hash_table_lookup (self->scales, fascia_record_row_get_text (row, "item"));
  double value = fascia_record_row_get (row, "value")->real;

  if (scale == NULL)
    return;
  if (!scale->is_used)
    {
      scale->is_used = TRUE;
      scale->unit = fascia_record_row_get_text (row, "unit");
      scale->minimum = scale->maximum = value;
    }
  scale->minimum = MIN (scale->minimum, value);
  scale->maximum = MAX (scale->maximum, value);
  scale->n_digits = MAX (scale->n_digits, count_digits (value));
}

static void
take_tag (FasciaForeign *self, const FasciaRecordRow *used)
{
  FasciaForeignTag *tag
      = g_hash_table_lookup (self->own_tags, fascia_record_row_get_text (used, "tag"));
  FasciaUid uid;

  if (tag == NULL || tag->is_used)
    return;
  FasciaRecordRow *row = fascia_record_row_new (FASCIA_RECORD_TAG, tag->line);
  tag->is_used = TRUE;
  fascia_uid_init (&uid, 0, (const guint8 *) tag->code + 4);
  fascia_record_row_set_uid (row, "uid", &uid);
  fascia_record_row_set_text (row, "code", tag->code);
  fascia_record_row_set_text (row, "name", tag->name);
  fascia_record_row_set_int64 (row, "hidden", 0);
  fascia_import_builder_take_whole (&self->builder, row);
}

static void
take_scale (FasciaForeign *self, const FasciaForeignScale *scale)
{
  FasciaRecordRow *row = fascia_record_row_new (FASCIA_RECORD_SCALE, 0);
  double step = pow (10, -scale->n_digits);
  double minimum = MIN (0, floor (scale->minimum)), maximum = ceil (scale->maximum);
  FasciaUid uid;

  /* Yes and no, then 0 to 10, then what there is and some room. */
  if (minimum == 0 && maximum <= 1 && scale->n_digits == 0)
    maximum = 1;
  else if (minimum == 0 && maximum <= 10)
    maximum = 10;
  else
    maximum = MAX (maximum, minimum + 1);
  while ((maximum - minimum) / step > FASCIA_SCALE_MAX_STEPS)
    step *= 10;
  fascia_uid_init (&uid, 0, (const guint8 *) scale->code + 4);
  fascia_record_row_set_uid (row, "uid", &uid);
  fascia_record_row_set_text (row, "code", scale->code);
  fascia_record_row_set_text (row, "name", scale->name);
  fascia_record_row_set_double (row, "minimum", minimum);
  fascia_record_row_set_double (row, "maximum", maximum);
  fascia_record_row_set_double (row, "step", step);
  fascia_record_row_set_text (row, "unit", scale->unit);
  fascia_record_row_set_int64 (row, "hidden", 0);
  fascia_import_builder_take_whole (&self->builder, row);
}

static int
compare_scales (gconstpointer a, gconstpointer b)
{
  return strcmp (((const FasciaForeignScale *) a)->code, ((const FasciaForeignScale *) b)->code);
}

/* What only refused rows have does not come. */
static void
take_used (FasciaForeign *self)
{
  const GPtrArray *entries = self->builder.import->entries;
  g_autoptr (GPtrArray) scales = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer scale;

  for (guint i = 0; i < entries->len; i++)
    {
      const FasciaImportEntry *entry = g_ptr_array_index (entries, i);

      for (guint j = 0; j < entry->rows->len; j++)
        {
          FasciaRecordRow *row = g_ptr_array_index (entry->rows, j);

          if (row->kind == FASCIA_RECORD_MEASUREMENT)
            use_value (self, row);
          else if (row->kind == FASCIA_RECORD_ENTRY_TAG)
            take_tag (self, row);
        }
    }
  g_hash_table_iter_init (&iter, self->scales);
  while (g_hash_table_iter_next (&iter, NULL, &scale))
    if (((FasciaForeignScale *) scale)->is_used)
      g_ptr_array_add (scales, scale);
  g_ptr_array_sort_values (scales, compare_scales);
  for (guint i = 0; i < scales->len; i++)
    take_scale (self, g_ptr_array_index (scales, i));
}

/* ---- the table ---- */

static void
look_at_columns (FasciaForeign *self)
{
  guint n_columns = fascia_text_table_get_n_columns (self->table);

  self->is_numerical = g_new0 (gboolean, MAX (n_columns, self->mapping->n_columns) + 1);
  self->entry_column = self->nothing_column = -1;
  for (guint i = 0; i < n_columns; i++)
    {
      const char *header = fascia_text_table_get_header (self->table, i);

      if (self->mapping->layout == FASCIA_LAYOUT_FASCIA_TABLE && strcmp (header, "entry") == 0)
        self->entry_column = (int) i;
      if (self->mapping->layout == FASCIA_LAYOUT_FASCIA_TABLE
          && strcmp (header, "nothing_today") == 0)
        self->nothing_column = (int) i;
      for (guint row = 0; self->mapping->layout == FASCIA_LAYOUT_LOOP_HABITS
                          && row < fascia_text_table_get_n_rows (self->table);
           row++)
        if (fascia_cell_is_count (fascia_text_table_get (self->table, row, i)))
          {
            self->is_numerical[i] = TRUE;
            break;
          }
    }
}

static gboolean
prepare (FasciaForeign *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) table_error = NULL;
  g_autofree char *problem = fascia_mapping_dup_problem (self->mapping);

  fascia_import_builder_init (&self->builder, get_name, self, self->now_ms);
  self->builder.import->is_foreign = TRUE;
  if (problem != NULL)
    return fascia_import_set_error (error, FASCIA_IMPORT_ERROR_FORMAT, self->name, problem);
  self->table = fascia_text_table_read (bytes, &table_error);
  if (self->table == NULL)
    return fascia_import_set_error (error, (FasciaImportError) table_error->code, self->name,
                                    table_error->message);
  self->items = fascia_items_new (error);
  self->tags = self->items != NULL ? fascia_tags_new (error) : NULL;
  if (self->tags == NULL)
    return FALSE;
  self->scales = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, scale_free);
  self->own_tags = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, tag_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  look_at_columns (self);
  return TRUE;
}

FasciaImport *
fascia_import_read_table (GBytes *bytes,
                          const char *name,
                          const FasciaMapping *mapping,
                          const FasciaBody *body,
                          GTimeZone *zone,
                          gint64 now_ms,
                          GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL && mapping != NULL, NULL);
  g_return_val_if_fail (body != NULL && zone != NULL, NULL);

  g_auto (FasciaForeign) self
      = { .name = name, .mapping = mapping, .body = body, .zone = zone, .now_ms = now_ms };
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) order
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_import_entry_free);

  if (!prepare (&self, bytes, error))
    return NULL;
  for (guint i = 0; i < fascia_text_table_get_n_rows (self.table); i++)
    read_row (&self, i, entries, order);
  for (guint i = 0; i < order->len; i++)
    fascia_import_builder_take_entry (&self.builder,
                                      g_steal_pointer (&g_ptr_array_index (order, i)));
  take_used (&self);
  return fascia_import_builder_finish (&self.builder);
}

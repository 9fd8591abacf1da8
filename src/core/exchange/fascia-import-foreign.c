/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of other programs, read as a mapping says: each row becomes an entry.
 *
 * Its name is made of what it says, so that the same row is known again. */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-items.h"
#include "../journal/fascia-tags.h"
#include "fascia-gcrypt.h"
#include "fascia-import-private.h"
#include "fascia-mapping-private.h"
#include "fascia-text-table-private.h"

/* A scale that the table needs and the program does not have. */
typedef struct
{
  char *code;
  char *name;
  const char *unit;
  double minimum, maximum;
  int n_digits; /* behind the point, of the finest value */
} Scale;

typedef struct
{
  FasciaImportBuilder builder;
  const char *name;
  const FasciaMapping *mapping;
  const FasciaBody *body;
  FasciaTextTable *table;
  GTimeZone *zone;
  gint64 now_ms;
  FasciaItems *items;
  FasciaTags *tags;
  GHashTable *scales;     /* folded name → Scale */
  GHashTable *own_tags;   /* folded name → code */
  GHashTable *seen;       /* what a row says → how often */
  gboolean *is_numerical; /* of each column of habits */
  int entry_column;       /* of our own table: which entry it is … */
  int nothing_column;     /* … and whether it says "nothing today"; -1 */
} Reader;

/* The row at hand. */
typedef struct
{
  guint row;
  guint line;
  FasciaImportEntry *entry;
  GString *note;
  GString *form; /* all it says, in a form that does not change */
  char *region;
} Context;

static void
scale_free (gpointer data)
{
  Scale *scale = data;

  g_free (scale->code);
  g_free (scale->name);
  g_free (scale);
}

static void
reader_clear (Reader *self)
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
context_clear (Context *self)
{
  g_clear_pointer (&self->entry, fascia_import_entry_free);
  g_string_free (self->note, TRUE);
  g_string_free (self->form, TRUE);
  g_free (self->region);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Context, context_clear)

static const char *
get_name (FasciaRecordKind kind, gpointer data)
{
  return ((Reader *) data)->name;
}

static gboolean
refuse (Reader *self, const Context *context, guint column, char *reason)
{
  fascia_import_builder_add_problem (&self->builder, FASCIA_RECORD_ENTRY, context->line,
                                     fascia_text_table_get_header (self->table, column), reason);
  return FALSE;
}

static const char *
get_cell (Reader *self, const Context *context, guint column)
{
  return fascia_text_table_get (self->table, context->row, column);
}

/* The cell of the first column with that use; "" when there is none. */
static const char *
get_used (Reader *self, const Context *context, FasciaColumnUse use)
{
  for (guint i = 0; i < self->mapping->n_columns; i++)
    if (self->mapping->uses[i] == use)
      return get_cell (self, context, i);
  return "";
}

/* The same name gives the same code, in every journal. */
static char *
dup_own_code (const char *sort, const char *folded)
{
  g_autofree char *seed = g_strdup_printf ("%s\n%s", sort, folded);
  guint8 digest[FASCIA_SHA256_SIZE];

  fascia_sha256 (seed, strlen (seed), digest);
  return g_strdup_printf ("own-%02x%02x%02x%02x%02x%02x", digest[0], digest[1], digest[2],
                          digest[3], digest[4], digest[5]);
}

static char *
fold (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_utf8_casefold (stripped, -1);
}

/* ---- places ---- */

static const FasciaRegion *
find_region (const FasciaBody *body, const char *text)
{
  g_autofree char *folded = fold (text);
  const FasciaRegion *region = fascia_body_lookup (body, folded);

  for (guint i = 0; region == NULL && i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *other = fascia_body_get_region (body, i);
      g_autofree char *name = g_utf8_casefold (fascia_region_get_name (other), -1);
      g_autofree char *name_c = g_utf8_casefold (fascia_region_get_name_c (other), -1);

      if (strcmp (folded, name) == 0 || strcmp (folded, name_c) == 0)
        region = other;
    }
  if (region != NULL)
    return region;
  /* Other words, when they can mean one place alone: never a guess about the side. */
  g_autoptr (GPtrArray) found = fascia_body_find (body, text, 2);
  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}

static gboolean
read_region (Reader *self, Context *context, guint column)
{
  const char *text = get_cell (self, context, column);
  const FasciaRegion *region;

  if (*text == '\0')
    return TRUE;
  region = find_region (self->body, text);
  if (region == NULL && self->mapping->layout == FASCIA_LAYOUT_FASCIA_TABLE)
    {
      context->region = g_strdup (text);
      return TRUE;
    }
  if (region == NULL)
    /* Translators: %s is what a cell of a table says. */
    return refuse (
        self, context, column,
        g_strdup_printf (_ ("“%s” is no single place that Fascia knows. Say the side too."), text));
  context->region = g_strdup (
      self->mapping->layout == FASCIA_LAYOUT_FASCIA_TABLE ? text : fascia_region_get_id (region));
  return TRUE;
}

static gboolean
add_mark (Reader *self, Context *context, const char *scale, const char *text, guint column)
{
  FasciaRecordRow *row
      = fascia_import_entry_add (context->entry, FASCIA_RECORD_MARK, context->line);
  double level;
  const char *unit;

  fascia_record_row_set_text (row, "region", context->region);
  fascia_record_row_set_text (row, "scale", scale);
  fascia_record_row_set_int64 (row, "drawn", 0);
  g_string_append_printf (context->form, "mark\n%s\n%s\n%s\n", context->region, scale, text);
  if (*text == '\0')
    return TRUE;
  if (!fascia_cell_parse_number (text, &level, &unit, NULL) || level != floor (level) || level < 0
      || level > FASCIA_LEVEL_MAX)
    return refuse (self, context, column, g_strdup (_ ("A level is a whole number from 0 to 10.")));
  fascia_record_row_set_int64 (row, "level", (gint64) level);
  return TRUE;
}

static gboolean
read_marks (Reader *self, Context *context)
{
  gboolean has_level = FALSE;

  if (context->region == NULL)
    return TRUE;
  for (guint i = 0; i < self->mapping->n_columns; i++)
    {
      FasciaColumnUse use = self->mapping->uses[i];

      if (use != FASCIA_COLUMN_TIGHTNESS && use != FASCIA_COLUMN_PAIN)
        continue;
      /* Of two scales one may be left out. */
      if (*get_cell (self, context, i) == '\0')
        continue;
      has_level = TRUE;
      if (!add_mark (self, context, use == FASCIA_COLUMN_PAIN ? "pain" : "tightness",
                     get_cell (self, context, i), i))
        return FALSE;
    }
  if (self->mapping->layout == FASCIA_LAYOUT_FASCIA_TABLE || has_level)
    return TRUE;
  return add_mark (self, context, "tightness", "", 0);
}

/* ---- values ---- */

static int
count_digits (double value)
{
  double scaled = fabs (value);

  for (int n = 0; n < 3; n++, scaled *= 10)
    if (fabs (scaled - round (scaled)) < 1e-9 * MAX (1, scaled))
      return n;
  return 3;
}

/* (nullable) One that comes with the program. What another program happens to call so is another
 * thing, until the person says that it is the same. */
static const FasciaItem *
find_item (Reader *self, const char *name, guint column)
{
  if (self->mapping->layout != FASCIA_LAYOUT_OWN
      && (self->mapping->uses[column] != FASCIA_COLUMN_ITEM
          || strcmp (name, fascia_text_table_get_header (self->table, column)) == 0))
    return NULL;
  return fascia_items_lookup (self->items, name);
}

/* (transfer none) The code of a scale of that name. */
static const char *
use_scale (Reader *self, const char *name, double value, const char *unit)
{
  g_autofree char *folded = fold (name);
  Scale *scale = g_hash_table_lookup (self->scales, folded);

  if (scale == NULL)
    {
      scale = g_new0 (Scale, 1);
      scale->code = dup_own_code ("scale", folded);
      scale->name = g_strstrip (g_strdup (name));
      scale->unit = unit;
      scale->minimum = scale->maximum = value;
      g_hash_table_insert (self->scales, g_steal_pointer (&folded), scale);
    }
  scale->minimum = MIN (scale->minimum, value);
  scale->maximum = MAX (scale->maximum, value);
  scale->n_digits = MAX (scale->n_digits, count_digits (value));
  return scale->code;
}

static gboolean
add_value (Reader *self,
           Context *context,
           const char *name,
           double value,
           const char *unit,
           guint column)
{
  const FasciaItem *item = find_item (self, name, column);
  FasciaRecordRow *row;
  g_autofree char *folded = fold (name);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (*folded == '\0' || strlen (folded) > 200)
    return refuse (
        self, context, column,
        g_strdup (_ ("It is not said what this is a value of, or at too great length.")));
  if (fabs (value) > 1e9)
    return refuse (self, context, column, g_strdup (_ ("The number is too small or too large.")));
  if (item != NULL && !fascia_item_takes (item, value))
    return refuse (self, context, column, g_strdup (_ ("The scale does not have this value.")));
  row = fascia_import_entry_add (context->entry, FASCIA_RECORD_MEASUREMENT, context->line);
  fascia_record_row_set_text (row, "item",
                              item != NULL ? fascia_item_get_code (item)
                                           : use_scale (self, name, value, unit));
  fascia_record_row_set_double (row, "value", value);
  fascia_record_row_set_text (row, "unit", item != NULL ? fascia_item_get_unit_c (item) : unit);
  g_ascii_dtostr (digits, sizeof digits, value);
  g_string_append_printf (context->form, "value\n%s\n%s\n", folded, digits);
  return TRUE;
}

static void
add_note (Context *context, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return;
  g_string_append_printf (context->note, context->note->len > 0 ? "\n%s" : "%s", stripped);
}

static gboolean
read_number (Reader *self, Context *context, const char *name, const char *text, guint column)
{
  double number;
  const char *unit = NULL;
  g_autofree char *label = NULL;

  if (*text == '\0')
    return TRUE;
  if (!fascia_cell_parse_number (text, &number, &unit, &label))
    /* Translators: %s is what a cell of a table says. */
    return refuse (self, context, column, g_strdup_printf (_ ("“%s” is no number."), text));
  if (label != NULL)
    add_note (context, label);
  return add_value (self, context, name, number, unit, column);
}

static gboolean
read_values (Reader *self, Context *context)
{
  const FasciaMapping *mapping = self->mapping;

  for (guint i = 0; i < mapping->n_columns; i++)
    {
      const char *text = get_cell (self, context, i);
      const char *name = mapping->items[i] != NULL && *mapping->items[i] != '\0'
                             ? mapping->items[i]
                             : fascia_text_table_get_header (self->table, i);
      double number;

      if (mapping->uses[i] == FASCIA_COLUMN_VALUE)
        {
          const char *of = get_used (self, context, FASCIA_COLUMN_ITEM_NAME);
          gboolean is_level = context->region != NULL
                              && (strcmp (of, "tightness") == 0 || strcmp (of, "pain") == 0);

          if (is_level ? !add_mark (self, context, of, text, i)
                       : mapping->layout != FASCIA_LAYOUT_FASCIA_TABLE
                             && !read_number (self, context, of, text, i))
            return FALSE;
        }
      if (mapping->uses[i] != FASCIA_COLUMN_ITEM)
        continue;
      if (mapping->layout != FASCIA_LAYOUT_LOOP_HABITS)
        {
          if (!read_number (self, context, name, text, i))
            return FALSE;
        }
      else if (fascia_cell_parse_habit (text, self->is_numerical[i], &number)
               && !add_value (self, context, name, number, NULL, i))
        return FALSE;
    }
  return TRUE;
}

/* ---- words ---- */

static void
add_tag (Reader *self, Context *context, const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  g_autofree char *folded = g_utf8_casefold (name, -1);
  const FasciaTag *ready = fascia_tags_lookup (self->tags, folded);
  const char *code;

  if (*name == '\0' || strlen (name) > FASCIA_RECORD_MAX_CODE)
    return;
  if (ready == NULL)
    ready = fascia_tags_find_name (self->tags, name);
  if (ready != NULL)
    code = fascia_tag_get_code (ready);
  else
    {
      code = g_hash_table_lookup (self->own_tags, folded);
      if (code == NULL)
        {
          FasciaRecordRow *row = fascia_record_row_new (FASCIA_RECORD_TAG, context->line);
          char *own = dup_own_code ("tag", folded);
          FasciaUid uid;

          fascia_uid_init (&uid, 0, (const guint8 *) own + 4);
          fascia_record_row_set_uid (row, "uid", &uid);
          fascia_record_row_set_text (row, "code", own);
          fascia_record_row_set_text (row, "name", name);
          fascia_record_row_set_int64 (row, "hidden", 0);
          fascia_import_builder_take_whole (&self->builder, row);
          g_hash_table_insert (self->own_tags, g_strdup (folded), own);
          code = own;
        }
    }
  for (guint i = 0; i < context->entry->rows->len; i++)
    {
      const FasciaRecordRow *other = g_ptr_array_index (context->entry->rows, i);

      if (other->kind == FASCIA_RECORD_ENTRY_TAG
          && g_strcmp0 (fascia_record_row_get_text (other, "tag"), code) == 0)
        return;
    }
  FasciaRecordRow *row
      = fascia_import_entry_add (context->entry, FASCIA_RECORD_ENTRY_TAG, context->line);
  fascia_record_row_set_text (row, "tag", code);
  g_string_append_printf (context->form, "tag\n%s\n", folded);
}

static void
read_words (Reader *self, Context *context)
{
  for (guint i = 0; i < self->mapping->n_columns; i++)
    {
      const char *text = get_cell (self, context, i);

      if (self->mapping->uses[i] == FASCIA_COLUMN_NOTE)
        add_note (context, text);
      if (self->mapping->uses[i] == FASCIA_COLUMN_TAG)
        {
          g_auto (GStrv) tags = g_strsplit (text, ";", -1);

          for (guint j = 0; tags[j] != NULL; j++)
            add_tag (self, context, tags[j]);
        }
    }
}

/* ---- rows ---- */

/* Names for the entry and all that belongs to it, made of what it says. What is said twice in the
 * file is two entries. */
static void
name_rows (Reader *self, Context *context, gint64 utc_ms)
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
is_nothing_today (Reader *self, const Context *context)
{
  return self->nothing_column >= 0
         && strcmp (get_cell (self, context, (guint) self->nothing_column), "1") == 0;
}

static void
fill_entry (Reader *self, Context *context, const FasciaMoment *moment)
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
join_entry (Reader *self, Context *context, GHashTable *entries)
{
  const char *name
      = self->entry_column >= 0 ? get_cell (self, context, (guint) self->entry_column) : "";
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
is_blank_row (Reader *self, guint row)
{
  for (guint i = 0; i < fascia_text_table_get_n_cells (self->table, row); i++)
    if (*fascia_text_table_get (self->table, row, i) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_moment (Reader *self, Context *context, FasciaMoment *moment)
{
  const char *clock = get_used (self, context, FASCIA_COLUMN_CLOCK);
  guint column = 0;
  char *reason = NULL;

  while (column < self->mapping->n_columns && self->mapping->uses[column] != FASCIA_COLUMN_TIME)
    column++;
  return fascia_cell_parse_moment (get_cell (self, context, column), clock, self->mapping->dates,
                                   self->zone, self->now_ms, moment, &reason)
         || refuse (self, context, column, reason);
}

static void
read_row (Reader *self, guint index, GHashTable *entries, GPtrArray *order)
{
  guint line = fascia_text_table_get_line (self->table, index);
  g_auto (Context) context = { .row = index,
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
  for (guint i = 0; i < self->mapping->n_columns; i++)
    if (self->mapping->uses[i] == FASCIA_COLUMN_REGION && !read_region (self, &context, i))
      return;
  if (!read_marks (self, &context) || !read_values (self, &context))
    return;
  read_words (self, &context);
  /* A day of which nothing is known is no entry, and nothing wrong. */
  if (context.entry->rows->len == 1 && context.note->len == 0 && !is_nothing_today (self, &context))
    return;
  fill_entry (self, &context, &moment);
  name_rows (self, &context, moment.utc_ms);
  if (join_entry (self, &context, entries))
    return;
  g_ptr_array_add (order, g_steal_pointer (&context.entry));
}

/* ---- scales ---- */

static void
take_scale (Reader *self, const Scale *scale)
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
  return strcmp (((const Scale *) a)->code, ((const Scale *) b)->code);
}

static void
take_scales (Reader *self)
{
  g_autoptr (GPtrArray) scales = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer scale;

  g_hash_table_iter_init (&iter, self->scales);
  while (g_hash_table_iter_next (&iter, NULL, &scale))
    g_ptr_array_add (scales, scale);
  g_ptr_array_sort_values (scales, compare_scales);
  for (guint i = 0; i < scales->len; i++)
    take_scale (self, g_ptr_array_index (scales, i));
}

/* ---- the table ---- */

static void
look_at_columns (Reader *self)
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
prepare (Reader *self, GBytes *bytes, GError **error)
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
  self->scales = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, scale_free);
  self->own_tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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

  g_auto (Reader) self
      = { .name = name, .mapping = mapping, .body = body, .zone = zone, .now_ms = now_ms };
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) order
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_import_entry_free);

  if (!prepare (&self, bytes, error))
    return NULL;
  for (guint i = 0; i < fascia_text_table_get_n_rows (self.table); i++)
    read_row (&self, i, entries, order);
  take_scales (&self);
  for (guint i = 0; i < order->len; i++)
    fascia_import_builder_take_entry (&self.builder,
                                      g_steal_pointer (&g_ptr_array_index (order, i)));
  return fascia_import_builder_finish (&self.builder);
}

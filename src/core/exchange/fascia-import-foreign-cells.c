/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of a table of another program: places, values and words, as a mapping says. */

#include "config.h"

#include "fascia-import-foreign-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-gcrypt.h"

gboolean
fascia_foreign_refuse (FasciaForeign *self,
                       const FasciaForeignRow *context,
                       guint column,
                       char *reason)
{
  fascia_import_builder_add_problem (&self->builder, FASCIA_RECORD_ENTRY, context->line,
                                     fascia_text_table_get_header (self->table, column), reason);
  return FALSE;
}

const char *
fascia_foreign_get_cell (FasciaForeign *self, const FasciaForeignRow *context, guint column)
{
  return fascia_text_table_get (self->table, context->row, column);
}

const char *
fascia_foreign_get_used (FasciaForeign *self, const FasciaForeignRow *context, FasciaColumnUse use)
{
  for (guint i = 0; i < self->mapping->n_columns; i++)
    if (self->mapping->uses[i] == use)
      return fascia_foreign_get_cell (self, context, i);
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
read_region (FasciaForeign *self, FasciaForeignRow *context, guint column)
{
  const char *text = fascia_foreign_get_cell (self, context, column);
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
    return fascia_foreign_refuse (
        self, context, column,
        g_strdup_printf (_ ("“%s” is no single place that Fascia knows. Say the side too."), text));
  context->region = g_strdup (
      self->mapping->layout == FASCIA_LAYOUT_FASCIA_TABLE ? text : fascia_region_get_id (region));
  return TRUE;
}

static gboolean
add_mark (FasciaForeign *self,
          FasciaForeignRow *context,
          const char *scale,
          const char *text,
          guint column)
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
    return fascia_foreign_refuse (self, context, column,
                                  g_strdup (_ ("A level is a whole number from 0 to 10.")));
  fascia_record_row_set_int64 (row, "level", (gint64) level);
  return TRUE;
}

static gboolean
read_marks (FasciaForeign *self, FasciaForeignRow *context)
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
      if (*fascia_foreign_get_cell (self, context, i) == '\0')
        continue;
      has_level = TRUE;
      if (!add_mark (self, context, use == FASCIA_COLUMN_PAIN ? "pain" : "tightness",
                     fascia_foreign_get_cell (self, context, i), i))
        return FALSE;
    }
  if (self->mapping->layout == FASCIA_LAYOUT_FASCIA_TABLE || has_level)
    return TRUE;
  return add_mark (self, context, "tightness", "", 0);
}

/* ---- values ---- */

/* (nullable) One that comes with the program. What another program happens to call so is another
 * thing, until the person says that it is the same. */
static const FasciaItem *
find_item (FasciaForeign *self, const char *name, guint column)
{
  if (self->mapping->layout != FASCIA_LAYOUT_OWN
      && (self->mapping->uses[column] != FASCIA_COLUMN_ITEM
          || strcmp (name, fascia_text_table_get_header (self->table, column)) == 0))
    return NULL;
  return fascia_items_lookup (self->items, name);
}

/* (transfer none) The code of a scale of that name. */
static const char *
use_scale (FasciaForeign *self, const char *name, const char *folded)
{
  g_autofree char *code = dup_own_code ("scale", folded);
  FasciaForeignScale *scale = g_hash_table_lookup (self->scales, code);

  if (scale == NULL)
    {
      scale = g_new0 (FasciaForeignScale, 1);
      scale->code = g_steal_pointer (&code);
      scale->name = g_strstrip (g_strdup (name));
      g_hash_table_insert (self->scales, scale->code, scale);
    }
  return scale->code;
}

static gboolean
add_value (FasciaForeign *self,
           FasciaForeignRow *context,
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
    return fascia_foreign_refuse (
        self, context, column,
        g_strdup (_ ("It is not said what this is a value of, or at too great length.")));
  if (fabs (value) > FASCIA_SCALE_MAX_END)
    return fascia_foreign_refuse (self, context, column,
                                  g_strdup (_ ("The number is too small or too large.")));
  if (item != NULL && !fascia_item_takes (item, value))
    return fascia_foreign_refuse (self, context, column,
                                  g_strdup (_ ("The scale does not have this value.")));
  row = fascia_import_entry_add (context->entry, FASCIA_RECORD_MEASUREMENT, context->line);
  fascia_record_row_set_text (
      row, "item", item != NULL ? fascia_item_get_code (item) : use_scale (self, name, folded));
  fascia_record_row_set_double (row, "value", value);
  fascia_record_row_set_text (row, "unit", item != NULL ? fascia_item_get_unit_c (item) : unit);
  g_ascii_dtostr (digits, sizeof digits, value);
  g_string_append_printf (context->form, "value\n%s\n%s\n", folded, digits);
  return TRUE;
}

static void
add_note (FasciaForeignRow *context, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return;
  g_string_append_printf (context->note, context->note->len > 0 ? "\n%s" : "%s", stripped);
}

static gboolean
read_number (FasciaForeign *self,
             FasciaForeignRow *context,
             const char *name,
             const char *text,
             guint column)
{
  double number;
  const char *unit = NULL;
  g_autofree char *label = NULL;

  if (*text == '\0')
    return TRUE;
  if (!fascia_cell_parse_number (text, &number, &unit, &label))
    /* Translators: %s is what a cell of a table says. */
    return fascia_foreign_refuse (self, context, column,
                                  g_strdup_printf (_ ("“%s” is no number."), text));
  if (label != NULL)
    add_note (context, label);
  return add_value (self, context, name, number, unit, column);
}

static gboolean
read_values (FasciaForeign *self, FasciaForeignRow *context)
{
  const FasciaMapping *mapping = self->mapping;

  for (guint i = 0; i < mapping->n_columns; i++)
    {
      const char *text = fascia_foreign_get_cell (self, context, i);
      const char *name = mapping->items[i] != NULL && *mapping->items[i] != '\0'
                             ? mapping->items[i]
                             : fascia_text_table_get_header (self->table, i);
      double number;

      if (mapping->uses[i] == FASCIA_COLUMN_VALUE)
        {
          const char *of = fascia_foreign_get_used (self, context, FASCIA_COLUMN_ITEM_NAME);
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

/* (transfer none) The code of a tag of that name. */
static const char *
use_tag (FasciaForeign *self, const FasciaForeignRow *context, const char *name, const char *folded)
{
  g_autofree char *code = dup_own_code ("tag", folded);
  FasciaForeignTag *tag = g_hash_table_lookup (self->own_tags, code);

  if (tag == NULL)
    {
      tag = g_new0 (FasciaForeignTag, 1);
      tag->code = g_steal_pointer (&code);
      tag->name = g_strdup (name);
      tag->line = context->line;
      g_hash_table_insert (self->own_tags, tag->code, tag);
    }
  return tag->code;
}

static void
add_tag (FasciaForeign *self, FasciaForeignRow *context, const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  g_autofree char *folded = g_utf8_casefold (name, -1);
  const FasciaTag *ready = fascia_tags_lookup (self->tags, folded);
  const char *code;

  if (*name == '\0' || strlen (name) > FASCIA_RECORD_MAX_CODE)
    return;
  if (ready == NULL)
    ready = fascia_tags_find_name (self->tags, name);
  code = ready != NULL ? fascia_tag_get_code (ready) : use_tag (self, context, name, folded);
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
read_words (FasciaForeign *self, FasciaForeignRow *context)
{
  for (guint i = 0; i < self->mapping->n_columns; i++)
    {
      const char *text = fascia_foreign_get_cell (self, context, i);

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

gboolean
fascia_foreign_read_cells (FasciaForeign *self, FasciaForeignRow *context)
{
  for (guint i = 0; i < self->mapping->n_columns; i++)
    if (self->mapping->uses[i] == FASCIA_COLUMN_REGION && !read_region (self, context, i))
      return FALSE;
  if (!read_marks (self, context) || !read_values (self, context))
    return FALSE;
  read_words (self, context);
  return TRUE;
}

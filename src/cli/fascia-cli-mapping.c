/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which column of another program's table means what, as typed and as told. */

#include "config.h"

#include "fascia-cli-mapping.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fascia-cli-text.h"

static const struct
{
  const char *name;
  FasciaColumnUse use;
} uses[] = {
  { "ignore", FASCIA_COLUMN_IGNORED },
  { "time", FASCIA_COLUMN_TIME },
  { "clock", FASCIA_COLUMN_CLOCK },
  { "region", FASCIA_COLUMN_REGION },
  { "tightness", FASCIA_COLUMN_TIGHTNESS },
  { "pain", FASCIA_COLUMN_PAIN },
  { "item", FASCIA_COLUMN_ITEM },
  { "item-name", FASCIA_COLUMN_ITEM_NAME },
  { "value", FASCIA_COLUMN_VALUE },
  { "note", FASCIA_COLUMN_NOTE },
  { "tag", FASCIA_COLUMN_TAG },
};

static const struct
{
  const char *name;
  FasciaDates dates;
} date_orders[] = {
  { "iso", FASCIA_DATES_ISO },
  { "day-first", FASCIA_DATES_DAY_FIRST },
  { "month-first", FASCIA_DATES_MONTH_FIRST },
  { "unix", FASCIA_DATES_UNIX },
};

static const char *
use_to_name (FasciaColumnUse use)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (uses[i].use == use)
      return uses[i].name;
  return uses[0].name;
}

/* By its header, else by its number from 1. -1 when there is none. */
static int
find_column (const FasciaMapping *mapping, const FasciaTextTable *table, const char *typed)
{
  guint64 number;

  for (guint i = 0; i < mapping->n_columns; i++)
    if (g_strcmp0 (fascia_text_table_get_header (table, i), typed) == 0)
      return (int) i;
  if (g_ascii_string_to_unsigned (typed, 10, 1, mapping->n_columns, &number, NULL))
    return (int) number - 1;
  return -1;
}

/* "item:sleep" says which. */
static gboolean
set_use (FasciaMapping *mapping, guint column, const char *typed)
{
  const char *item = g_str_has_prefix (typed, "item:") ? typed + strlen ("item:") : NULL;

  if (item != NULL && *item != '\0')
    {
      mapping->uses[column] = FASCIA_COLUMN_ITEM;
      g_free (mapping->items[column]);
      mapping->items[column] = g_strdup (item);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (g_str_equal (typed, uses[i].name))
      {
        mapping->uses[column] = uses[i].use;
        if (uses[i].use != FASCIA_COLUMN_ITEM)
          g_clear_pointer (&mapping->items[column], g_free);
        return TRUE;
      }
  return FALSE;
}

static gboolean
apply_one (FasciaMapping *mapping, const FasciaTextTable *table, const char *typed, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  char *equals = strrchr (valid, '=');

  if (equals == NULL || equals == valid)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is what was typed. */
                   _ ("“%s” says nothing of a column: write COLUMN=USE."), valid);
      return FALSE;
    }
  *equals = '\0';
  int column = find_column (mapping, table, valid);
  if (column < 0)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is what was typed; the option stays as it is. */
                   _ ("The table has no column “%s”: “--columns” shows what it has."), valid);
      return FALSE;
    }
  if (!set_use (mapping, (guint) column, equals + 1))
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %1$s is what was typed, %2$s a column; the words after the colon
                      stay as they are. */
                   _ ("“%1$s” is no use for the column “%2$s”: ignore, time, clock, region, "
                      "tightness, pain, item, item:CODE, item-name, value, note or tag."),
                   equals + 1, valid);
      return FALSE;
    }
  mapping->layout = FASCIA_LAYOUT_OWN;
  return TRUE;
}

gboolean
fascia_cli_mapping_apply (FasciaMapping *mapping,
                          const FasciaTextTable *table,
                          char *const *typed,
                          const char *dates,
                          GError **error)
{
  g_return_val_if_fail (mapping != NULL && table != NULL, FALSE);

  for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
    if (!apply_one (mapping, table, typed[i], error))
      return FALSE;
  if (dates == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (date_orders); i++)
    if (g_str_equal (dates, date_orders[i].name))
      {
        mapping->dates = date_orders[i].dates;
        return TRUE;
      }
  g_autofree char *valid = g_utf8_make_valid (dates, -1);
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %s is what was typed; the words after the colon stay as they are. */
               _ ("There is no order of dates “%s”: iso, day-first, month-first or unix."), valid);
  return FALSE;
}

static const char *
dates_to_name (FasciaDates dates)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_orders); i++)
    if (date_orders[i].dates == dates)
      return date_orders[i].name;
  return date_orders[0].name;
}

char *
fascia_cli_mapping_to_text (const FasciaMapping *mapping, const FasciaTextTable *table)
{
  g_return_val_if_fail (mapping != NULL && table != NULL, NULL);

  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *layout = fascia_layout_dup_name (mapping->layout);
  g_autofree char *problem = fascia_mapping_dup_problem (mapping);

  /* Translators: %1$s is a sort of table, %2$s how dates are written, as it is typed. */
  g_string_append_printf (text, _ ("%1$s, dates: %2$s\n"), layout, dates_to_name (mapping->dates));
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      g_string_append_printf (text, "%3u  %-10s", i + 1, use_to_name (mapping->uses[i]));
      if (mapping->items[i] != NULL)
        {
          g_string_append_c (text, ':');
          fascia_cli_append_quietly (text, mapping->items[i]);
        }
      g_string_append (text, "  ");
      fascia_cli_append_quietly (text, fascia_text_table_get_header (table, i));
      g_string_append_c (text, '\n');
    }
  if (problem != NULL)
    g_string_append_printf (text, "%s\n", problem);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
fascia_cli_json_add_mapping (JsonBuilder *builder,
                             const FasciaMapping *mapping,
                             const FasciaTextTable *table)
{
  g_return_if_fail (mapping != NULL && table != NULL);

  g_autofree char *problem = fascia_mapping_dup_problem (mapping);

  fascia_cli_json_add_text (builder, "dates", dates_to_name (mapping->dates));
  fascia_cli_json_add_text (builder, "problem", problem);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "header", fascia_text_table_get_header (table, i));
      fascia_cli_json_add_text (builder, "use", use_to_name (mapping->uses[i]));
      fascia_cli_json_add_text (builder, "item", mapping->items[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* ---- what is left out ---- */

/* Somebody has said what the column is. */
static gboolean
is_said (const FasciaMapping *mapping,
         const FasciaTextTable *table,
         char *const *typed,
         guint column)
{
  for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (typed[i], -1);
      char *equals = strrchr (valid, '=');

      if (equals != NULL)
        *equals = '\0';
      if (find_column (mapping, table, valid) == (int) column)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_words (const FasciaTextTable *table, guint column)
{
  if (*fascia_text_table_get_header (table, column) != '\0')
    return TRUE;
  for (guint i = 0; i < fascia_text_table_get_n_rows (table); i++)
    if (*fascia_text_table_get (table, i, column) != '\0')
      return TRUE;
  return FALSE;
}

/* By the guess. Our own table has columns that no use takes; other exports come back whole. */
static gboolean
is_left_out (const FasciaMapping *mapping,
             const FasciaTextTable *table,
             char *const *typed,
             guint column)
{
  return mapping->layout != FASCIA_LAYOUT_FASCIA_TABLE
         && mapping->uses[column] == FASCIA_COLUMN_IGNORED && has_words (table, column)
         && !is_said (mapping, table, typed, column);
}

/* (nullable) (transfer full) How the column is called with "--map": by its number, unless that is
 * the header of another one. */
static char *
dup_way (const FasciaMapping *mapping, const FasciaTextTable *table, guint column)
{
  g_autofree char *number = g_strdup_printf ("%u", column + 1);
  const char *header = fascia_text_table_get_header (table, column);

  if (find_column (mapping, table, number) == (int) column)
    return g_steal_pointer (&number);
  if (*header == '\0' || find_column (mapping, table, header) != (int) column)
    return NULL;
  return g_shell_quote (header);
}

static void
append_left_out (GString *text,
                 const FasciaMapping *mapping,
                 const FasciaTextTable *table,
                 guint column)
{
  g_autofree char *way = dup_way (mapping, table, column);
  g_autofree char *sentences = NULL;
  const char *header = fascia_text_table_get_header (table, column);

  if (way == NULL)
    /* Translators: %u is the number of a column. */
    sentences = g_strdup_printf (
        _ ("Left out: column %u. To take it, give it a heading of its own."), column + 1);
  else if (*header == '\0')
    sentences = g_strdup_printf (
        /* Translators: %1$u is the number of a column, %2$s how it is typed. The option stays;
           USE is a word for what the column means. */
        _ ("Left out: column %1$u, which has no heading. To take it: “--map %2$s=USE”."),
        column + 1, way);
  else
    sentences = g_strdup_printf (
        /* Translators: %1$u is the number of a column, %2$s its heading, %3$s how it is typed. The
           option stays; USE is a word for what the column means. */
        _ ("Left out: column %1$u, “%2$s”. To take it: “--map %3$s=USE”."), column + 1, header,
        way);
  fascia_cli_append_quietly (text, sentences);
}

char *
fascia_cli_mapping_left_out_to_text (const FasciaMapping *mapping,
                                     const FasciaTextTable *table,
                                     char *const *typed,
                                     char separator)
{
  g_return_val_if_fail (mapping != NULL && table != NULL, NULL);

  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < mapping->n_columns; i++)
    if (is_left_out (mapping, table, typed, i))
      {
        append_left_out (text, mapping, table, i);
        g_string_append_c (text, separator);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
fascia_cli_json_add_left_out (JsonBuilder *builder,
                              const FasciaMapping *mapping,
                              const FasciaTextTable *table,
                              char *const *typed)
{
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; mapping != NULL && i < mapping->n_columns; i++)
    if (is_left_out (mapping, table, typed, i))
      {
        json_builder_begin_object (builder);
        fascia_cli_json_add_int (builder, "number", i + 1);
        fascia_cli_json_add_text (builder, "header", fascia_text_table_get_header (table, i));
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

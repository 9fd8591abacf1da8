/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "toe-touch@left=12.5": what was measured, as typed. */

#include "config.h"

#include "fascia-cli-fields.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

static void
measure_clear (gpointer data)
{
  FasciaCliMeasure *measure = data;

  g_free (measure->item);
  g_free (measure->value);
}

static gboolean
read_measure (const char *text, FasciaCliMeasure *measure)
{
  const char *equals = strrchr (text, '=');

  if (equals == NULL || equals == text)
    return FALSE;

  g_autofree char *item = g_strndup (text, (gsize) (equals - text));
  char *at = strrchr (item, '@');
  if (at != NULL)
    {
      if (at == item
          || (!g_str_equal (at + 1, fascia_side_to_code (FASCIA_SIDE_LEFT))
              && !g_str_equal (at + 1, fascia_side_to_code (FASCIA_SIDE_RIGHT))))
        return FALSE;
      measure->has_side = TRUE;
      measure->side = g_str_equal (at + 1, fascia_side_to_code (FASCIA_SIDE_LEFT))
                          ? FASCIA_SIDE_LEFT
                          : FASCIA_SIDE_RIGHT;
      *at = '\0';
    }
  else
    measure->side = FASCIA_SIDE_MIDLINE;
  measure->item = g_steal_pointer (&item);
  measure->value = g_strdup (equals + 1);
  return TRUE;
}

GArray *
fascia_cli_parse_measures (char *const *typed, GError **error)
{
  g_autoptr (GArray) measures = g_array_new (FALSE, TRUE, sizeof (FasciaCliMeasure));

  g_array_set_clear_func (measures, measure_clear);
  for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (typed[i], -1);
      FasciaCliMeasure measure = { 0 };

      if (!g_str_equal (valid, typed[i]) || !read_measure (valid, &measure))
        {
          g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                       /* Translators: %s is what was typed; keep ITEM=VALUE and the sides as they
                          are or translate them as in the help. */
                       _ ("“%s” is no measurement: write ITEM=VALUE, or ITEM@left=VALUE and "
                          "ITEM@right=VALUE."),
                       valid);
          return NULL;
        }
      g_array_append_val (measures, measure);
    }
  return g_steal_pointer (&measures);
}

/* By its code, else by its name. */
static const FasciaItem *
find_item (const FasciaItems *items, const char *typed)
{
  const FasciaItem *item = fascia_items_lookup (items, typed);
  g_autofree char *wanted = g_utf8_casefold (typed, -1);

  for (guint i = 0; item == NULL && i < fascia_items_get_n (items); i++)
    {
      const FasciaItem *candidate = fascia_items_get (items, i);
      g_autofree char *name = g_utf8_casefold (fascia_item_get_name (candidate), -1);

      if (g_str_equal (name, wanted))
        item = candidate;
    }
  return item;
}

/* Digits with at most one point and one sign: what else a number may look like is no number here. */
static gboolean
read_number (const char *text, double *number)
{
  const char *p = text + (*text == '-' ? 1 : 0);
  char *end = NULL;

  if (!g_ascii_isdigit (*p) || strspn (p, "0123456789.") != strlen (p))
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number);
}

static gboolean
read_value (const FasciaItem *item, const char *text, double *value)
{
  if (fascia_item_get_type_of (item) == FASCIA_ITEM_YES_NO
      && (g_str_equal (text, "yes") || g_str_equal (text, "no")))
    {
      *value = g_str_equal (text, "yes") ? 1 : 0;
      return TRUE;
    }
  return read_number (text, value) && fascia_item_takes (item, *value);
}

static void
set_bad_value (const FasciaItem *item, const char *text, GError **error)
{
  const char *name = fascia_item_get_name (item);

  if (fascia_item_get_type_of (item) == FASCIA_ITEM_NUMBER)
    {
      char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (low, sizeof low, "%g", fascia_item_get_minimum (item));
      g_ascii_formatd (high, sizeof high, "%g", fascia_item_get_maximum (item));
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %1$s was typed, %2$s is a question or test, then two numbers. */
                   _ ("“%1$s” is no value for “%2$s”: write a number from %3$s to %4$s."), text,
                   name, low, high);
      return;
    }
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %1$s was typed, %2$s is a question; the command stays as it is. */
               _ ("“%1$s” is no value for “%2$s”: “fascia items” shows which it takes."), text,
               name);
}

static const FasciaItem *
check_item (const FasciaItems *items, const FasciaCliMeasure *measure, GError **error)
{
  const FasciaItem *item = find_item (items, measure->item);

  if (item == NULL)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s was typed; the command stays as it is. */
                   _ ("There is nothing to measure called “%s”: “fascia items” lists what there "
                      "is."),
                   measure->item);
      return NULL;
    }
  if (fascia_item_is_sided (item) == measure->has_side)
    return item;
  const char *code = fascia_item_get_code (item);
  if (measure->has_side)
    g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                 /* Translators: %s is a code as it is typed. */
                 _ ("“%s” has no sides: leave the side out."), code);
  else
    g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                 /* Translators: %s is a code as it is typed; keep @left and @right. */
                 _ ("“%1$s” is measured on each side: write “%1$s@left” or “%1$s@right”."), code);
  return NULL;
}

FasciaEntry *
fascia_cli_apply_measures (FasciaEntry *entry,
                           GArray *measures,
                           const FasciaItems *items,
                           GError **error)
{
  g_autoptr (FasciaEntry) changed = fascia_entry_ref (entry);

  for (guint i = 0; i < measures->len; i++)
    {
      const FasciaCliMeasure *measure = &g_array_index (measures, FasciaCliMeasure, i);
      const FasciaItem *item = check_item (items, measure, error);
      FasciaMeasurement measurement = { 0 };
      FasciaEntry *next;

      if (item == NULL)
        return NULL;
      measurement.item = g_intern_string (fascia_item_get_code (item));
      measurement.side = measure->side;
      measurement.unit = g_intern_string (fascia_item_get_unit_c (item));
      if (*measure->value == '\0')
        next = fascia_entry_without_measurement (changed, measurement.item, measurement.side);
      else if (read_value (item, measure->value, &measurement.value))
        next = fascia_entry_with_measurement (changed, &measurement);
      else
        {
          set_bad_value (item, measure->value, error);
          return NULL;
        }
      fascia_entry_unref (changed);
      changed = next;
    }
  return g_steal_pointer (&changed);
}

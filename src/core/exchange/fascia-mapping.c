/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which column of a table of another program means what. */

#include "config.h"

#include "fascia-mapping.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-items.h"
#include "fascia-mapping-private.h"

/* Rows that a guess looks at. */
#define N_SAMPLES 200

char *
fascia_layout_dup_name (FasciaLayout layout)
{
  switch (layout)
    {
    case FASCIA_LAYOUT_LOOP_HABITS:
      return g_strdup ("Loop Habit Tracker");
    case FASCIA_LAYOUT_TRACK_GRAPH:
      return g_strdup ("Track & Graph");
    case FASCIA_LAYOUT_FASCIA_TABLE:
      return g_strdup (_ ("Table of Fascia"));
    case FASCIA_LAYOUT_OWN:
    default:
      return g_strdup (_ ("Another table"));
    }
}

static FasciaMapping *
mapping_new (guint n_columns)
{
  FasciaMapping *self = g_new0 (FasciaMapping, 1);

  self->layout = FASCIA_LAYOUT_OWN;
  self->dates = FASCIA_DATES_ISO;
  self->n_columns = n_columns;
  self->uses = g_new0 (FasciaColumnUse, n_columns + 1);
  self->items = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->uses[i] = FASCIA_COLUMN_IGNORED;
  return self;
}

FasciaMapping *
fascia_mapping_copy (const FasciaMapping *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaMapping *copy = mapping_new (self->n_columns);

  copy->layout = self->layout;
  copy->dates = self->dates;
  for (guint i = 0; i < self->n_columns; i++)
    {
      copy->uses[i] = self->uses[i];
      copy->items[i] = g_strdup (self->items[i]);
    }
  return copy;
}

void
fascia_mapping_free (FasciaMapping *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->items[i]);
  g_free (self->items);
  g_free (self->uses);
  g_free (self);
}

/* ---- guessing ---- */

/* Lower case, words with one blank between. */
static char *
simplify (const char *header)
{
  g_autofree char *lower = g_utf8_strdown (header, -1);

  g_strdelimit (lower, "_-.:()/", ' ');
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);
  GString *text = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, text->len > 0 ? " %s" : "%s", words[i]);
  return g_string_free_and_steal (text);
}

/* "|" between the names. */
static gboolean
is_called (const char *header, const char *names)
{
  g_autofree char *simple = simplify (header);
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (strcmp (simple, list[i]) == 0)
      return TRUE;
  return FALSE;
}

static FasciaColumnUse
guess_use (const char *header)
{
  static const struct
  {
    FasciaColumnUse use;
    const char *names;
  } known[] = {
    { FASCIA_COLUMN_TIME, "date|date and time|date time|datetime|timestamp|day|when|time stamp" },
    { FASCIA_COLUMN_CLOCK, "time|time of day|clock|hour" },
    { FASCIA_COLUMN_REGION, "region|place|body part|body area|area|location|site|where" },
    { FASCIA_COLUMN_TIGHTNESS, "tightness|tension|stiffness|tight|tightness level" },
    { FASCIA_COLUMN_PAIN, "pain|pain level|pain score|pain intensity|intensity|severity" },
    { FASCIA_COLUMN_NOTE, "note|notes|comment|comments|remark|remarks|description|text|label" },
    { FASCIA_COLUMN_TAG, "tag|tags|trigger|triggers|activities" },
    { FASCIA_COLUMN_ITEM_NAME,
      "featurename|feature name|item|name|question|variable|tracker|measure|metric|scale" },
    { FASCIA_COLUMN_VALUE, "value|level|score|answer|result" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_called (header, known[i].names))
      return known[i].use;
  return FASCIA_COLUMN_IGNORED;
}

static int
find_header (const FasciaTextTable *table, const char *name)
{
  for (guint i = 0; i < fascia_text_table_get_n_columns (table); i++)
    if (strcmp (fascia_text_table_get_header (table, i), name) == 0)
      return (int) i;
  return -1;
}

static FasciaLayout
guess_layout (const FasciaTextTable *table)
{
  if (find_header (table, "FeatureName") >= 0 && find_header (table, "Timestamp") >= 0
      && find_header (table, "Value") >= 0)
    return FASCIA_LAYOUT_TRACK_GRAPH;
  if (find_header (table, "entry") == 0 && find_header (table, "region_name") >= 0
      && find_header (table, "nothing_today") >= 0)
    return FASCIA_LAYOUT_FASCIA_TABLE;
  /* One row for each habit, without days: it can only be told that this is the wrong file. */
  if (find_header (table, "Position") == 0 && find_header (table, "Name") == 1
      && find_header (table, "Question") >= 0)
    return FASCIA_LAYOUT_LOOP_HABITS;
  if (find_header (table, "Date") != 0)
    return FASCIA_LAYOUT_OWN;
  /* One habit in a folder of its own. */
  if (fascia_text_table_get_n_columns (table) <= 3 && find_header (table, "Value") == 1
      && (fascia_text_table_get_n_columns (table) == 2 || find_header (table, "Notes") == 2))
    return FASCIA_LAYOUT_LOOP_HABITS;
  /* All habits: a separator behind the last one. */
  guint last = fascia_text_table_get_n_columns (table) - 1;
  if (last >= 2 && *fascia_text_table_get_header (table, last) == '\0')
    return FASCIA_LAYOUT_LOOP_HABITS;
  return FASCIA_LAYOUT_OWN;
}

/* How many of the first cells are a date of that form; -1 when one is not. */
static int
count_dates (const FasciaTextTable *table, guint column, FasciaDates dates)
{
  int n = 0;

  for (guint i = 0; i < fascia_text_table_get_n_rows (table) && i < N_SAMPLES; i++)
    {
      const char *text = fascia_text_table_get (table, i, column);

      if (*text == '\0')
        continue;
      if (!fascia_cell_is_date (text, dates))
        return -1;
      n++;
    }
  return n;
}

/* FASCIA_DATES_DAY_FIRST when both readings fit. 0: no dates. */
static FasciaDates
guess_dates (const FasciaTextTable *table, guint column)
{
  static const FasciaDates all[]
      = { FASCIA_DATES_ISO, FASCIA_DATES_DAY_FIRST, FASCIA_DATES_MONTH_FIRST, FASCIA_DATES_UNIX };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (count_dates (table, column, all[i]) > 0)
      return all[i];
  return 0;
}

static gboolean
is_clock_column (const FasciaTextTable *table, guint column)
{
  guint n = 0;

  for (guint i = 0; i < fascia_text_table_get_n_rows (table) && i < N_SAMPLES; i++)
    {
      const char *text = fascia_text_table_get (table, i, column);

      if (*text != '\0' && !fascia_cell_is_clock (text))
        return FALSE;
      n += *text != '\0';
    }
  return n > 0;
}

static gboolean
is_number_column (const FasciaTextTable *table, guint column)
{
  guint n = 0;

  for (guint i = 0; i < fascia_text_table_get_n_rows (table) && i < N_SAMPLES; i++)
    {
      const char *text = fascia_text_table_get (table, i, column);
      double number;
      const char *unit;

      if (*text != '\0' && !fascia_cell_parse_number (text, &number, &unit, NULL))
        return FALSE;
      n += *text != '\0';
    }
  return n > 0;
}

static void
guess_items (FasciaMapping *self, const FasciaTextTable *table, guint column)
{
  const char *header = fascia_text_table_get_header (table, column);

  self->uses[column] = FASCIA_COLUMN_ITEM;
  g_free (self->items[column]);
  self->items[column] = g_strstrip (g_strdup (header));
  if (self->layout != FASCIA_LAYOUT_OWN)
    return;
  g_autoptr (FasciaItems) items = fascia_items_new (NULL);
  g_autofree char *folded = g_utf8_casefold (self->items[column], -1);
  for (guint i = 0; items != NULL && i < fascia_items_get_n (items); i++)
    {
      const FasciaItem *item = fascia_items_get (items, i);
      g_autofree char *name = g_utf8_casefold (fascia_item_get_name (item), -1);
      g_autofree char *name_c = g_utf8_casefold (fascia_item_get_name_c (item), -1);

      if (strcmp (name, folded) == 0 || strcmp (name_c, folded) == 0
          || strcmp (fascia_item_get_code (item), folded) == 0)
        {
          g_free (self->items[column]);
          self->items[column] = g_strdup (fascia_item_get_code (item));
          return;
        }
    }
}

static gboolean
has_use (const FasciaMapping *self, FasciaColumnUse use)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->uses[i] == use)
      return TRUE;
  return FALSE;
}

static void
guess_known (FasciaMapping *self, const FasciaTextTable *table)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *header = fascia_text_table_get_header (table, i);

      if (self->layout == FASCIA_LAYOUT_LOOP_HABITS)
        {
          if (i == 0 && strcmp (header, "Date") == 0)
            self->uses[i] = FASCIA_COLUMN_TIME;
          else if (strcmp (header, "Notes") == 0 && self->n_columns == 3)
            self->uses[i] = FASCIA_COLUMN_NOTE;
          else if (*header != '\0' && self->uses[0] == FASCIA_COLUMN_TIME)
            guess_items (self, table, i);
        }
      else if (self->layout == FASCIA_LAYOUT_TRACK_GRAPH)
        self->uses[i] = strcmp (header, "FeatureName") == 0 ? FASCIA_COLUMN_ITEM_NAME
                        : strcmp (header, "Timestamp") == 0 ? FASCIA_COLUMN_TIME
                        : strcmp (header, "Value") == 0     ? FASCIA_COLUMN_VALUE
                        : strcmp (header, "Label") == 0 || strcmp (header, "Note") == 0
                            ? FASCIA_COLUMN_NOTE
                            : FASCIA_COLUMN_IGNORED;
      else
        self->uses[i] = strcmp (header, "time") == 0     ? FASCIA_COLUMN_TIME
                        : strcmp (header, "region") == 0 ? FASCIA_COLUMN_REGION
                        : strcmp (header, "scale") == 0  ? FASCIA_COLUMN_ITEM_NAME
                        : strcmp (header, "level") == 0  ? FASCIA_COLUMN_VALUE
                        : strcmp (header, "note") == 0   ? FASCIA_COLUMN_NOTE
                                                         : FASCIA_COLUMN_IGNORED;
    }
}

/* Columns by their names, then dates and numbers by what is in them. */
static void
guess_own (FasciaMapping *self, const FasciaTextTable *table)
{
  FasciaDates dates;

  for (guint i = 0; i < self->n_columns; i++)
    {
      FasciaColumnUse use = guess_use (fascia_text_table_get_header (table, i));

      if (use == FASCIA_COLUMN_CLOCK && guess_dates (table, i) != 0)
        use = FASCIA_COLUMN_TIME;
      if (use == FASCIA_COLUMN_CLOCK && !is_clock_column (table, i))
        use = FASCIA_COLUMN_IGNORED;
      /* The first of each is it; words and tags may be many. */
      if (use != FASCIA_COLUMN_NOTE && use != FASCIA_COLUMN_TAG && has_use (self, use))
        use = FASCIA_COLUMN_IGNORED;
      self->uses[i] = use;
    }
  for (guint i = 0; i < self->n_columns && !has_use (self, FASCIA_COLUMN_TIME); i++)
    if (self->uses[i] == FASCIA_COLUMN_IGNORED && guess_dates (table, i) != 0)
      self->uses[i] = FASCIA_COLUMN_TIME;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->uses[i] == FASCIA_COLUMN_TIME && (dates = guess_dates (table, i)) != 0)
      self->dates = dates;
  /* Levels are levels of a place, a value one of something. */
  for (guint i = 0; i < self->n_columns; i++)
    {
      gboolean is_lost
          = ((self->uses[i] == FASCIA_COLUMN_PAIN || self->uses[i] == FASCIA_COLUMN_TIGHTNESS)
             && !has_use (self, FASCIA_COLUMN_REGION))
            || (self->uses[i] == FASCIA_COLUMN_VALUE && !has_use (self, FASCIA_COLUMN_ITEM_NAME));

      if ((is_lost || self->uses[i] == FASCIA_COLUMN_IGNORED) && is_number_column (table, i))
        guess_items (self, table, i);
      else if (is_lost)
        self->uses[i] = FASCIA_COLUMN_IGNORED;
    }
  if (has_use (self, FASCIA_COLUMN_ITEM_NAME) && !has_use (self, FASCIA_COLUMN_VALUE))
    for (guint i = 0; i < self->n_columns; i++)
      if (self->uses[i] == FASCIA_COLUMN_ITEM_NAME)
        self->uses[i] = FASCIA_COLUMN_NOTE;
}

FasciaMapping *
fascia_mapping_guess (const FasciaTextTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  FasciaMapping *self = mapping_new (fascia_text_table_get_n_columns (table));

  self->layout = guess_layout (table);
  if (self->layout == FASCIA_LAYOUT_OWN)
    guess_own (self, table);
  else
    guess_known (self, table);
  return self;
}

/* ---- judging ---- */

static guint
count_uses (const FasciaMapping *self, FasciaColumnUse use)
{
  guint n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    n += self->uses[i] == use;
  return n;
}

char *
fascia_mapping_dup_problem (const FasciaMapping *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  guint n_times = count_uses (self, FASCIA_COLUMN_TIME);
  gboolean has_levels
      = has_use (self, FASCIA_COLUMN_TIGHTNESS) || has_use (self, FASCIA_COLUMN_PAIN);

  if (n_times == 0 && self->layout == FASCIA_LAYOUT_LOOP_HABITS)
    return g_strdup (_ ("This file lists habits, without days. Choose Checkmarks.csv instead."));
  if (n_times == 0)
    return g_strdup (_ ("Choose the column that has the date."));
  if (n_times > 1)
    return g_strdup (_ ("Only one column can be the date."));
  if (count_uses (self, FASCIA_COLUMN_CLOCK) > 1)
    return g_strdup (_ ("Only one column can be the time of day."));
  if (count_uses (self, FASCIA_COLUMN_REGION) > 1)
    return g_strdup (_ ("Only one column can be the place."));
  if (count_uses (self, FASCIA_COLUMN_ITEM_NAME) > 1 || count_uses (self, FASCIA_COLUMN_VALUE) > 1)
    return g_strdup (_ ("Only one column can name what the value is of."));
  if (has_use (self, FASCIA_COLUMN_ITEM_NAME) != has_use (self, FASCIA_COLUMN_VALUE))
    return g_strdup (
        _ ("A value needs a column that says what it is of, and the other way round."));
  if (has_levels && !has_use (self, FASCIA_COLUMN_REGION))
    return g_strdup (
        _ ("A level needs a column that says where it is. Without one, choose a scale."));
  if (count_uses (self, FASCIA_COLUMN_IGNORED) + n_times + count_uses (self, FASCIA_COLUMN_CLOCK)
      == self->n_columns)
    return g_strdup (_ ("Choose at least one column besides the date."));
  return NULL;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be measured: the ready ones read from their list, and scales the person made. */

#include "config.h"

#include "fascia-items-private.h"

#include <string.h>

#include "../body/fascia-facts-private.h"

struct _FasciaItems
{
  GPtrArray *items;    /* FasciaItem, in their order */
  GHashTable *by_code; /* code → FasciaItem, not owned */
};

G_DEFINE_QUARK (fascia_items_error, fascia_items_error)
G_DEFINE_BOXED_TYPE (FasciaItems, fascia_items, fascia_items_ref, fascia_items_unref)

#define FAIL(...)                                                                                  \
  fascia_facts_fail_as (error, FASCIA_ITEMS_ERROR, FASCIA_ITEMS_ERROR_DATA, __VA_ARGS__)

static FasciaItems *
items_alloc (void)
{
  FasciaItems *self = g_atomic_rc_box_new0 (FasciaItems);

  self->items = g_ptr_array_new_with_free_func (fascia_item_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/* ---- the ready ones ---- */

typedef struct
{
  FasciaItems *list;
  FasciaItem *current; /* (nullable): being read, in the list already */
} Reader;

/* The codes of an enum, in its order from 1. */
static const char *const groups[] = { "daily", "weekly", "movement", NULL };
static const char *const types[] = { "number", "choice", "yes-no", NULL };

static gboolean
read_code (const char *const *codes, const char *code, int *number, GError **error)
{
  for (int i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], code))
      {
        *number = i + 1;
        return TRUE;
      }
  return FAIL ("“%s” is not known", code);
}

static gboolean
read_number (const char *text, double fallback, double *number, GError **error)
{
  char *end = NULL;

  *number = fallback;
  if (text == NULL)
    return TRUE;
  *number = g_ascii_strtod (text, &end);
  return (end != text && *end == '\0') || FAIL ("“%s” is no number", text);
}

static gboolean
add_choice (FasciaItem *item, double value, GError **error)
{
  const guint n = item->choices->len;

  if (n > 0 && g_array_index (item->choices, FasciaItemChoice, n - 1).value >= value)
    return FAIL ("the choices of “%s” do not grow", item->code);
  FasciaItemChoice choice = { .value = value };
  g_array_append_val (item->choices, choice);
  return TRUE;
}

static gboolean
read_choices (FasciaItem *item, const char *list, GError **error)
{
  g_auto (GStrv) words = fascia_facts_split (list);

  for (guint i = 0; words[i] != NULL; i++)
    {
      double value;

      if (!read_number (words[i], 0, &value, error) || !add_choice (item, value, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const char *code, *group, *type, *from, *to, *step, *unit, *better, *sided, *ready, *gentle;
  const char *choices;
} Attributes;

static gboolean
apply (FasciaItem *item, const Attributes *texts, GError **error)
{
  int group, type;

  if (!read_code (groups, texts->group, &group, error)
      || !read_code (types, texts->type, &type, error)
      || !read_number (texts->from, 0, &item->minimum, error)
      || !read_number (texts->to, 1, &item->maximum, error)
      || !read_number (texts->step, 1, &item->step, error)
      || !read_choices (item, texts->choices, error))
    return FALSE;
  item->group = (FasciaItemGroup) group;
  item->type = (FasciaItemType) type;
  item->unit = texts->unit != NULL ? g_intern_string (texts->unit) : NULL;
  if (!fascia_facts_read_flag (texts->sided, FALSE, &item->is_sided)
      || !fascia_facts_read_flag (texts->ready, FALSE, &item->is_ready)
      || !fascia_facts_read_flag (texts->gentle, FALSE, &item->is_gentle))
    return FAIL ("“%s” has a flag that is neither yes nor no", item->code);
  if (texts->better == NULL)
    return TRUE;
  item->better = g_str_equal (texts->better, "higher") ? 1 : 0;
  return item->better == 1 || g_str_equal (texts->better, "lower")
         || FAIL ("“%s” is neither higher nor lower", texts->better);
}

static void
read_item (Reader *reader, const char **names, const char **values, GError **error)
{
  Attributes texts = { NULL };
  const GMarkupCollectType optional = G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL;

  if (!g_markup_collect_attributes (
          "item", names, values, error, G_MARKUP_COLLECT_STRING, "code", &texts.code,
          G_MARKUP_COLLECT_STRING, "group", &texts.group, G_MARKUP_COLLECT_STRING, "type",
          &texts.type, optional, "from", &texts.from, optional, "to", &texts.to, optional, "step",
          &texts.step, optional, "unit", &texts.unit, optional, "better", &texts.better, optional,
          "sided", &texts.sided, optional, "ready", &texts.ready, optional, "gentle", &texts.gentle,
          optional, "choices", &texts.choices, G_MARKUP_COLLECT_INVALID))
    return;
  if (!fascia_facts_is_code (texts.code))
    {
      FAIL ("“%s” is no code", texts.code);
      return;
    }
  if (g_hash_table_contains (reader->list->by_code, texts.code))
    {
      FAIL ("the code “%s” is there twice", texts.code);
      return;
    }
  FasciaItem *item = fascia_item_new (texts.code);
  g_ptr_array_add (reader->list->items, item);
  g_hash_table_insert (reader->list->by_code, (gpointer) item->code, item);
  reader->current = item;
  apply (item, &texts, error);
}

static gboolean
begin_choice (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *text = NULL;
  double value;

  if (!g_markup_collect_attributes ("choice", names, values, error, G_MARKUP_COLLECT_STRING,
                                    "value", &text, G_MARKUP_COLLECT_INVALID)
      || !read_number (text, 0, &value, error))
    return FALSE;
  const guint n = reader->current->choices->len;
  /* A number of the list may be given a name. */
  if (n > 0 && g_array_index (reader->current->choices, FasciaItemChoice, n - 1).value == value)
    return TRUE;
  return add_choice (reader->current, value, error);
}

static char **
find_text (const char *element, gpointer user_data)
{
  FasciaItem *item = ((Reader *) user_data)->current;

  if (item == NULL)
    return NULL;
  if (g_str_equal (element, "name"))
    return &item->name;
  if (g_str_equal (element, "question"))
    return &item->question;
  if (g_str_equal (element, "low"))
    return &item->low_label;
  if (g_str_equal (element, "high"))
    return &item->high_label;
  if (g_str_equal (element, "avoid"))
    return &item->avoid;
  if (g_str_equal (element, "how"))
    return &item->how;
  if (g_str_equal (element, "stop"))
    return &item->stop;
  if (g_str_equal (element, "choice") && item->choices->len > 0)
    return &g_array_index (item->choices, FasciaItemChoice, item->choices->len - 1).name_c;
  return NULL;
}

static gboolean
on_row_began (const char *element,
              const char **names,
              const char **values,
              gpointer user_data,
              GError **error)
{
  Reader *reader = user_data;
  FasciaItem *item = reader->current;

  if (g_str_equal (element, "item") && item == NULL)
    {
      read_item (reader, names, values, error);
      return TRUE;
    }
  if (item == NULL)
    return FALSE;
  if (g_str_equal (element, "choice"))
    return begin_choice (reader, names, values, error);
  if (!g_str_equal (element, "safety") || item->traits != NULL)
    return FALSE;
  item->traits = fascia_item_traits_new (names, values, error);
  return TRUE;
}

/* Whether what was read of an item makes sense. */
static gboolean
check_item (const FasciaItem *item, GError **error)
{
  if (item->name == NULL)
    return FAIL ("“%s” has no name", item->code);
  if (item->type == FASCIA_ITEM_NUMBER
      && (item->maximum <= item->minimum || item->step <= 0
          || !fascia_item_takes (item, item->maximum)))
    return FAIL ("“%s” does not lead from one end to the other", item->code);
  if ((item->type == FASCIA_ITEM_CHOICE) != (item->choices->len > 1))
    return FAIL ("“%s” has no choices, or some that are none", item->code);
  if (item->group == FASCIA_ITEM_MOVEMENT
      && (item->avoid == NULL || item->how == NULL || item->stop == NULL || item->unit == NULL))
    return FAIL ("“%s” does not say all that a test says", item->code);
  if ((item->group == FASCIA_ITEM_MOVEMENT) != (item->traits != NULL))
    return FAIL ("“%s” lacks what the safety check needs, or is no test of movement", item->code);
  if (item->group != FASCIA_ITEM_MOVEMENT && item->question == NULL)
    return FAIL ("“%s” asks nothing", item->code);
  return TRUE;
}

static gboolean
on_row_ended (const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (!g_str_equal (element, "item"))
    return TRUE;
  FasciaItem *item = g_steal_pointer (&reader->current);
  if (item->type == FASCIA_ITEM_CHOICE && item->choices->len > 0)
    {
      item->minimum = g_array_index (item->choices, FasciaItemChoice, 0).value;
      item->maximum = g_array_index (item->choices, FasciaItemChoice, item->choices->len - 1).value;
    }
  return check_item (item, error);
}

FasciaItems *
fascia_items_new_from_data (const char *xml, GError **error)
{
  static const FasciaFactsTable table = {
    .root = "items",
    .domain = fascia_items_error_quark,
    .code = FASCIA_ITEMS_ERROR_DATA,
    .begin = on_row_began,
    .find_text = find_text,
    .end = on_row_ended,
  };

  g_return_val_if_fail (xml != NULL, NULL);

  g_autoptr (FasciaItems) self = items_alloc ();
  Reader reader = { .list = self };
  if (!fascia_facts_read (&table, xml, &reader, error)
      || (self->items->len == 0 && !FAIL ("the list of what can be measured is empty")))
    return NULL;
  return g_steal_pointer (&self);
}

FasciaItems *
fascia_items_new (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_BASE_PATH "/items.xml",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* GResource ends every file with a NUL that is not counted. */
  return bytes != NULL ? fascia_items_new_from_data (g_bytes_get_data (bytes, NULL), error) : NULL;
}

FasciaItems *
fascia_items_ref (FasciaItems *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_items_clear (gpointer data)
{
  FasciaItems *self = data;

  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->items);
}

void
fascia_items_unref (FasciaItems *self)
{
  g_atomic_rc_box_release_full (self, fascia_items_clear);
}

/* ---- own ones ---- */

static FasciaItems *
items_copy (const FasciaItems *self)
{
  FasciaItems *copy = items_alloc ();

  for (guint i = 0; i < self->items->len; i++)
    {
      FasciaItem *item = fascia_item_copy (g_ptr_array_index (self->items, i));

      g_ptr_array_add (copy->items, item);
      g_hash_table_insert (copy->by_code, (gpointer) item->code, item);
    }
  return copy;
}

static int
compare_own (const FasciaItem *a, const FasciaItem *b)
{
  int order = g_strcmp0 (a->sort_key, b->sort_key);

  return order != 0 ? order : strcmp (a->code, b->code);
}

/* Own ones are in the order of their names, after all the others. */
static void
sort_in (FasciaItems *self, FasciaItem *item)
{
  guint index = self->items->len;

  for (; index > 0; index--)
    {
      const FasciaItem *other = g_ptr_array_index (self->items, index - 1);

      if (other->group != FASCIA_ITEM_OWN || compare_own (other, item) <= 0)
        break;
    }
  g_ptr_array_insert (self->items, (int) index, item);
}

void
fascia_items_put_own (FasciaItems *self, const FasciaOwnScale *scale)
{
  FasciaItem *old = g_hash_table_lookup (self->by_code, scale->code);

  if (old != NULL && old->group != FASCIA_ITEM_OWN)
    return;
  if (old != NULL)
    {
      g_hash_table_remove (self->by_code, old->code);
      g_ptr_array_remove (self->items, old);
    }

  FasciaItem *item = fascia_item_new (scale->code);
  item->group = FASCIA_ITEM_OWN;
  item->type = FASCIA_ITEM_NUMBER;
  item->name = g_strdup (scale->name);
  item->minimum = scale->minimum;
  item->maximum = scale->maximum;
  item->step = scale->step;
  item->unit = scale->unit != NULL ? g_intern_string (scale->unit) : NULL;
  item->low_label = g_strdup (scale->low_label);
  item->high_label = g_strdup (scale->high_label);
  item->better = scale->better;
  item->is_hidden = scale->is_hidden;
  g_autofree char *folded = g_utf8_casefold (item->name, -1);
  item->sort_key = g_utf8_collate_key (folded, -1);
  g_hash_table_insert (self->by_code, (gpointer) item->code, item);
  sort_in (self, item);
}

FasciaItems *
fascia_items_with_own (FasciaItems *self, const FasciaOwnScale *scale)
{
  g_return_val_if_fail (self != NULL && scale != NULL, NULL);
  g_return_val_if_fail (scale->code != NULL && scale->name != NULL, NULL);

  FasciaItems *copy = items_copy (self);
  fascia_items_put_own (copy, scale);
  return copy;
}

/* ---- reading ---- */

guint
fascia_items_get_n (const FasciaItems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

const FasciaItem *
fascia_items_get (const FasciaItems *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->items->len ? g_ptr_array_index (self->items, index) : NULL;
}

const FasciaItem *
fascia_items_lookup (const FasciaItems *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->by_code, code);
}

const char *
fascia_items_get_name (const FasciaItems *self, const char *code)
{
  const FasciaItem *item = fascia_items_lookup (self, code);

  return item != NULL ? fascia_item_get_name (item) : code;
}

gboolean
fascia_items_is_quick_day (const FasciaItems *self, const FasciaEntry *entry)
{
  guint n_measurements = 0;
  gboolean has_daily = FALSE;

  g_return_val_if_fail (entry != NULL, FALSE);

  if (self == NULL || fascia_entry_get_kind (entry) != FASCIA_ENTRY_MEASUREMENT)
    return FALSE;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n_measurements);
  for (guint i = 0; i < n_measurements; i++)
    {
      const FasciaItem *item = fascia_items_lookup (self, measurements[i].item);
      FasciaItemGroup group = item != NULL ? fascia_item_get_group (item) : FASCIA_ITEM_MOVEMENT;

      if (group != FASCIA_ITEM_DAILY && group != FASCIA_ITEM_OWN)
        return FALSE;
      has_daily = has_daily || group == FASCIA_ITEM_DAILY;
    }
  return has_daily;
}

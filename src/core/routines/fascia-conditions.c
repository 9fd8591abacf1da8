/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of conditions: what it holds, and reading it. */

#include "config.h"

#include "fascia-conditions-private.h"

#include <string.h>

#include "../body/fascia-facts-private.h"

typedef struct
{
  const char *code; /* interned */
  char *name;
} Group;

struct _FasciaConditions
{
  FasciaBody *body;
  GPtrArray *rows;   /* of FasciaCondition */
  GPtrArray *groups; /* of Group */
};

static void
condition_free (gpointer data)
{
  FasciaCondition *self = data;

  g_free ((gpointer) self->bases);
  g_clear_pointer (&self->forbids, fascia_predicate_free);
  g_free (self->action);
  g_free (self->name);
  g_free (self->question);
  g_free (self->effect);
  g_free (self->source);
  g_free (self->certainty);
  g_free (self);
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_free (group);
}

/* ---- reading ---- */

typedef struct
{
  FasciaConditions *table;
  Group *group;         /* open */
  FasciaCondition *row; /* open */
} Reader;

static gboolean
is_base (const FasciaBody *body, const char *base)
{
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    if (g_str_equal (base, fascia_region_get_base (fascia_body_get_region (body, i))))
      return TRUE;
  return FALSE;
}

static gboolean
read_places (const FasciaBody *body, FasciaCondition *row, const char *list, GError **error)
{
  g_auto (GStrv) words = fascia_facts_split (list);
  const guint n_words = g_strv_length (words);

  row->reach = FASCIA_REACH_PLACES;
  if (n_words == 1 && g_str_equal (words[0], "*"))
    row->reach = FASCIA_REACH_EVERYWHERE;
  else if (n_words == 1 && g_str_equal (words[0], "site"))
    row->reach = FASCIA_REACH_SITE;
  if (row->reach != FASCIA_REACH_PLACES)
    return TRUE;
  if (n_words == 0)
    return fascia_facts_fail (error, "“%s” has no places", row->code);
  const char **bases = g_new0 (const char *, n_words + 1);
  row->bases = bases;
  for (guint i = 0; i < n_words; i++)
    {
      if (!is_base (body, words[i]))
        return fascia_facts_fail (error, "“%s” is no place", words[i]);
      bases[i] = g_intern_string (words[i]);
    }
  return TRUE;
}

static gboolean
read_kinds (FasciaCondition *row, const char *list, GError **error)
{
  g_auto (GStrv) words = fascia_facts_split (list);

  for (guint i = 0; words[i] != NULL; i++)
    {
      FasciaStepKind kind;

      if (!fascia_step_kind_from_code (words[i], &kind))
        return fascia_facts_fail (error, "“%s” is no kind of step", words[i]);
      /* Whatever there is, nobody is kept from resting. */
      if (kind == FASCIA_STEP_REST)
        return fascia_facts_fail (error, "“%s” forbids rest", row->code);
      row->forbids_kinds |= 1u << kind;
    }
  return TRUE;
}

static gboolean
read_predicate (const FasciaBody *body, FasciaCondition *row, const char *text, GError **error)
{
  row->forbids = fascia_predicate_new (text, error);
  if (row->forbids == NULL)
    return FALSE;
  const char *const *bases = fascia_predicate_get_bases (row->forbids);
  for (guint i = 0; bases[i] != NULL; i++)
    if (!is_base (body, bases[i]))
      return fascia_facts_fail (error, "“%s” is no place", bases[i]);
  return TRUE;
}

static gboolean
read_number (const char *text, int minimum, int maximum, int *number, GError **error)
{
  gint64 value = 0;

  if (!g_ascii_string_to_signed (text, 10, minimum, maximum, &value, error))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

static gboolean
read_days (FasciaCondition *row, const char *from, const char *until, GError **error)
{
  if (!read_number (from, 0, 3660, &row->from_day, error))
    return FALSE;
  row->until_day = FASCIA_UNTIL_CLEARED;
  if (g_str_equal (until, "cleared"))
    return TRUE;
  return read_number (until, row->from_day, 3660, &row->until_day, error);
}

static gboolean
read_asked (FasciaCondition *row, const char *list, GError **error)
{
  g_auto (GStrv) words = fascia_facts_split (list);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "setup"))
      row->asked |= FASCIA_CONDITION_ASKED_SETUP;
    else if (g_str_equal (words[i], "session"))
      row->asked |= FASCIA_CONDITION_ASKED_SESSION;
    else
      return fascia_facts_fail (error, "“%s” is no time to ask", words[i]);
  return row->asked != 0 || fascia_facts_fail (error, "“%s” is never asked", row->code);
}

static gboolean
read_movement (FasciaCondition *row, const char *word, GError **error)
{
  static const char *const codes[] = { "yes", "gentle", "no" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (word, codes[i]))
      {
        row->movement = FASCIA_MOVEMENT_YES + i;
        return TRUE;
      }
  return fascia_facts_fail (error, "“%s” says nothing about movement", word);
}

static gboolean
read_choice (const char *word, const char *yes, const char *no, gboolean *choice, GError **error)
{
  *choice = g_str_equal (word, yes);
  return *choice || g_str_equal (word, no)
         || fascia_facts_fail (error, "“%s” is neither “%s” nor “%s”", word, yes, no);
}

typedef struct
{
  const char *code, *question, *kind, *scope, *asked, *regions, *hand_width, *forbids_kinds;
  const char *forbids, *max_cap, *movement, *from, *until, *asks_date, *asks_side, *action;
  const char *source, *certainty, *matches_none;
} Attributes;

static gboolean
collect (Attributes *a, const char **names, const char **values, GError **error)
{
  return g_markup_collect_attributes (
      "condition", names, values, error,                                             /**/
      G_MARKUP_COLLECT_STRING, "code", &a->code,                                     /**/
      G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "asked-as", &a->question, /**/
      G_MARKUP_COLLECT_STRING, "kind", &a->kind,                                     /**/
      G_MARKUP_COLLECT_STRING, "scope", &a->scope,                                   /**/
      G_MARKUP_COLLECT_STRING, "asked", &a->asked,                                   /**/
      G_MARKUP_COLLECT_STRING, "regions", &a->regions,                               /**/
      G_MARKUP_COLLECT_STRING, "hand-width", &a->hand_width,                         /**/
      G_MARKUP_COLLECT_STRING, "forbids-kinds", &a->forbids_kinds,                   /**/
      G_MARKUP_COLLECT_STRING, "forbids", &a->forbids,                               /**/
      G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "max-cap", &a->max_cap,   /**/
      G_MARKUP_COLLECT_STRING, "movement-allowed", &a->movement,                     /**/
      G_MARKUP_COLLECT_STRING, "from-day", &a->from,                                 /**/
      G_MARKUP_COLLECT_STRING, "until", &a->until,                                   /**/
      G_MARKUP_COLLECT_STRING, "asks-date", &a->asks_date,                           /**/
      G_MARKUP_COLLECT_STRING, "asks-side", &a->asks_side,                           /**/
      G_MARKUP_COLLECT_STRING, "action", &a->action,                                 /**/
      G_MARKUP_COLLECT_STRING, "source", &a->source,                                 /**/
      G_MARKUP_COLLECT_STRING, "certainty", &a->certainty,                           /**/
      G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "matches-none", &a->matches_none,
      G_MARKUP_COLLECT_INVALID);
}

static void
read_condition (Reader *reader, const char **names, const char **values, GError **error)
{
  const FasciaBody *body = reader->table->body;
  Attributes a;
  gboolean is_local = FALSE;

  if (!collect (&a, names, values, error))
    return;
  if (!fascia_facts_is_code (a.code) || (a.question != NULL && !fascia_facts_is_code (a.question)))
    {
      fascia_facts_fail (error, "“%s” is no code", a.code);
      return;
    }
  if (fascia_conditions_lookup (reader->table, a.code) != NULL)
    {
      fascia_facts_fail (error, "the condition “%s” is there twice", a.code);
      return;
    }

  FasciaCondition *row = g_new0 (FasciaCondition, 1);
  row->code = g_intern_string (a.code);
  row->question_code = a.question != NULL ? g_intern_string (a.question) : row->code;
  row->group = reader->group->code;
  row->max_cap = -1;
  row->action = g_strdup (a.action);
  row->source = fascia_facts_dup_line (a.source);
  row->certainty = fascia_facts_dup_certainty (a.certainty);
  g_ptr_array_add (reader->table->rows, row);
  reader->row = row;
  if (!read_choice (a.kind, "absolute", "relative", &row->is_absolute, error)
      || !read_choice (a.scope, "local", "general", &is_local, error)
      || !read_asked (row, a.asked, error) || !read_places (body, row, a.regions, error)
      || !read_choice (a.hand_width, "yes", "no", &row->has_hand_width, error)
      || !read_kinds (row, a.forbids_kinds, error) || !read_predicate (body, row, a.forbids, error)
      || (a.max_cap != NULL && !read_number (a.max_cap, 0, 10, &row->max_cap, error))
      || !read_movement (row, a.movement, error) || !read_days (row, a.from, a.until, error)
      || !read_choice (a.asks_date, "yes", "no", &row->asks_date, error)
      || !read_choice (a.asks_side, "yes", "no", &row->asks_side, error)
      || (a.matches_none != NULL
          && !read_choice (a.matches_none, "yes", "no", &row->matches_none, error)))
    return;
  if (is_local != (row->reach != FASCIA_REACH_EVERYWHERE))
    fascia_facts_fail (error, "“%s” is local or not, but its places are not", a.code);
  else if (*row->source == '\0')
    fascia_facts_fail (error, "the condition “%s” has no source", a.code);
}

static void
read_group (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *code;

  if (!g_markup_collect_attributes ("group", names, values, error, G_MARKUP_COLLECT_STRING, "code",
                                    &code, G_MARKUP_COLLECT_INVALID))
    return;
  Group *group = g_new0 (Group, 1);
  group->code = g_intern_string (code);
  g_ptr_array_add (reader->table->groups, group);
  reader->group = group;
}

static gboolean
on_row_began (const char *element,
              const char **names,
              const char **values,
              gpointer user_data,
              GError **error)
{
  Reader *reader = user_data;

  if (g_str_equal (element, "group") && reader->group == NULL)
    read_group (reader, names, values, error);
  else if (g_str_equal (element, "condition") && reader->group != NULL && reader->row == NULL)
    read_condition (reader, names, values, error);
  else
    return FALSE;
  return TRUE;
}

static char **
find_text (const char *element, gpointer user_data)
{
  Reader *reader = user_data;

  if (g_str_equal (element, "name") && reader->group != NULL)
    return reader->row != NULL ? &reader->row->name : &reader->group->name;
  if (reader->row == NULL)
    return NULL;
  if (g_str_equal (element, "question"))
    return &reader->row->question;
  return g_str_equal (element, "effect") ? &reader->row->effect : NULL;
}

static gboolean
on_row_ended (const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  const FasciaCondition *row = g_steal_pointer (&reader->row);

  if (row != NULL)
    return (row->name != NULL && row->question != NULL && row->effect != NULL)
           || fascia_facts_fail (error, "“%s” does not say what it is, asks and changes",
                                 row->code);
  const Group *group = g_steal_pointer (&reader->group);
  return group->name != NULL
         || fascia_facts_fail (error, "the group “%s” has no name", group->code);
}

FasciaConditions *
fascia_conditions_new_from_data (FasciaBody *body, const char *xml, GError **error)
{
  static const FasciaFactsTable table = {
    .root = "conditions",
    .domain = fascia_body_error_quark,
    .code = FASCIA_BODY_ERROR_DATA,
    .begin = on_row_began,
    .find_text = find_text,
    .end = on_row_ended,
  };

  g_return_val_if_fail (body != NULL && xml != NULL, NULL);

  g_autoptr (FasciaConditions) self = g_atomic_rc_box_new0 (FasciaConditions);
  self->body = fascia_body_ref (body);
  self->rows = g_ptr_array_new_with_free_func (condition_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);

  Reader reader = { .table = self };
  if (!fascia_facts_read (&table, xml, &reader, error)
      || (self->rows->len == 0 && !fascia_facts_fail (error, "there are no conditions")))
    return NULL;
  return g_steal_pointer (&self);
}

FasciaConditions *
fascia_conditions_new (FasciaBody *body, GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_BASE_PATH "/routines/conditions.xml",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL
             ? fascia_conditions_new_from_data (body, g_bytes_get_data (bytes, NULL), error)
             : NULL;
}

FasciaConditions *
fascia_conditions_ref (FasciaConditions *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
conditions_clear (gpointer data)
{
  FasciaConditions *self = data;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->groups);
  fascia_body_unref (self->body);
}

void
fascia_conditions_unref (FasciaConditions *self)
{
  g_atomic_rc_box_release_full (self, conditions_clear);
}

/* ---- what is in it ---- */

guint
fascia_conditions_get_n (const FasciaConditions *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

const FasciaCondition *
fascia_conditions_get (const FasciaConditions *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
}

const FasciaCondition *
fascia_conditions_lookup (const FasciaConditions *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FasciaCondition *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->code, code))
        return row;
    }
  return NULL;
}

const FasciaCondition *
fascia_conditions_lookup_question (const FasciaConditions *self, const char *code)
{
  const FasciaCondition *same = fascia_conditions_lookup (self, code);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FasciaCondition *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->question_code, same != NULL ? same->question_code : code))
        return row;
    }
  return NULL;
}

guint
fascia_conditions_get_n_groups (const FasciaConditions *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->groups->len;
}

const char *
fascia_conditions_get_group_code (const FasciaConditions *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->groups->len, NULL);

  return ((const Group *) g_ptr_array_index (self->groups, index))->code;
}

const char *
fascia_conditions_get_group_name (const FasciaConditions *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->groups->len, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "condition",
                       ((const Group *) g_ptr_array_index (self->groups, index))->name);
}

/* ---- one row ---- */

const char *
fascia_condition_get_code (const FasciaCondition *self)
{
  return self->code;
}

const char *
fascia_condition_get_question_code (const FasciaCondition *self)
{
  return self->question_code;
}

const char *
fascia_condition_get_group (const FasciaCondition *self)
{
  return self->group;
}

const char *
fascia_condition_get_name (const FasciaCondition *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "condition", self->name);
}

const char *
fascia_condition_get_question (const FasciaCondition *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->question);
}

const char *
fascia_condition_get_effect (const FasciaCondition *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->effect);
}

FasciaConditionAsked
fascia_condition_get_asked (const FasciaCondition *self)
{
  return self->asked;
}

gboolean
fascia_condition_is_absolute (const FasciaCondition *self)
{
  return self->is_absolute;
}

gboolean
fascia_condition_has_site (const FasciaCondition *self)
{
  return self->reach == FASCIA_REACH_SITE;
}

gboolean
fascia_condition_asks_date (const FasciaCondition *self)
{
  return self->asks_date;
}

gboolean
fascia_condition_asks_side (const FasciaCondition *self)
{
  return self->asks_side;
}

const char *
fascia_condition_get_source (const FasciaCondition *self)
{
  return self->source;
}

const char *
fascia_condition_get_certainty (const FasciaCondition *self)
{
  return self->certainty;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for how a place feels, read from their list. */

#include "config.h"

#include "fascia-feelings.h"

#include <glib/gi18n-lib.h>

#include "../body/fascia-facts-private.h"

struct _FasciaFeeling
{
  const char *code;  /* interned */
  const char *group; /* interned */
  char *name;
  gboolean is_offered;
  gboolean is_help;
};

typedef struct
{
  const char *code; /* interned */
  char *name;
  gboolean is_choose_one;
} Group;

struct _FasciaFeelings
{
  GPtrArray *groups;   /* Group */
  GPtrArray *words;    /* FasciaFeeling */
  GHashTable *by_code; /* code → FasciaFeeling, not owned */
};

G_DEFINE_QUARK (fascia_feelings_error, fascia_feelings_error)
G_DEFINE_BOXED_TYPE (FasciaFeelings, fascia_feelings, fascia_feelings_ref, fascia_feelings_unref)

#define FAIL(...)                                                                                  \
  fascia_facts_fail_as (error, FASCIA_FEELINGS_ERROR, FASCIA_FEELINGS_ERROR_DATA, __VA_ARGS__)

typedef struct
{
  FasciaFeelings *list;
  FasciaFeeling *current; /* the word being read, in the list already */
  Group *group;           /* the group being read, in the list already */
} Reader;

static void
fascia_feeling_free (gpointer data)
{
  FasciaFeeling *self = data;

  g_free (self->name);
  g_free (self);
}

static void
group_free (gpointer data)
{
  Group *self = data;

  g_free (self->name);
  g_free (self);
}

static Group *
find_group (const FasciaFeelings *self, const char *code)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      if (g_str_equal (group->code, code))
        return group;
    }
  return NULL;
}

static void
read_feeling (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *code = NULL;
  const char *group = NULL;
  const char *offered = NULL;
  const char *help = NULL;

  if (!g_markup_collect_attributes ("feeling", names, values, error, G_MARKUP_COLLECT_STRING,
                                    "code", &code, G_MARKUP_COLLECT_STRING, "group", &group,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "offered",
                                    &offered, G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL,
                                    "help", &help, G_MARKUP_COLLECT_INVALID))
    return;

  if (!fascia_facts_is_code (code))
    {
      FAIL ("“%s” is no code", code);
      return;
    }
  if (g_hash_table_contains (reader->list->by_code, code))
    {
      FAIL ("the code “%s” is there twice", code);
      return;
    }
  if (find_group (reader->list, group) == NULL)
    {
      FAIL ("“%s” names the unknown group “%s”", code, group);
      return;
    }

  FasciaFeeling *word = g_new0 (FasciaFeeling, 1);
  word->code = g_intern_string (code);
  word->group = g_intern_string (group);
  g_ptr_array_add (reader->list->words, word);
  g_hash_table_insert (reader->list->by_code, (gpointer) word->code, word);
  reader->current = word;
  if (!fascia_facts_read_flag (offered, TRUE, &word->is_offered)
      || !fascia_facts_read_flag (help, FALSE, &word->is_help))
    FAIL ("“%s” has a flag that is neither yes nor no", code);
}

static void
read_group (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *code = NULL;
  const char *choose = NULL;

  if (!g_markup_collect_attributes ("group", names, values, error, G_MARKUP_COLLECT_STRING, "code",
                                    &code, G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL,
                                    "choose", &choose, G_MARKUP_COLLECT_INVALID))
    return;
  if (find_group (reader->list, code) != NULL)
    {
      FAIL ("the group “%s” is there twice", code);
      return;
    }
  if (choose != NULL && !g_str_equal (choose, "one"))
    {
      FAIL ("“%s” is no way to choose", choose);
      return;
    }

  Group *group = g_new0 (Group, 1);
  group->code = g_intern_string (code);
  group->is_choose_one = choose != NULL;
  g_ptr_array_add (reader->list->groups, group);
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

  if (reader->current != NULL || reader->group != NULL)
    return FALSE;
  if (g_str_equal (element, "feeling"))
    read_feeling (reader, names, values, error);
  else if (g_str_equal (element, "group"))
    read_group (reader, names, values, error);
  else
    return FALSE;
  return TRUE;
}

static char **
find_text (const char *element, gpointer user_data)
{
  Reader *reader = user_data;

  if (!g_str_equal (element, "name"))
    return NULL;
  if (reader->current != NULL)
    return &reader->current->name;
  return reader->group != NULL ? &reader->group->name : NULL;
}

static gboolean
on_row_ended (const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  const FasciaFeeling *word = g_steal_pointer (&reader->current);
  const Group *group = g_steal_pointer (&reader->group);

  if ((word != NULL ? word->name : group->name) != NULL)
    return TRUE;
  return FAIL ("“%s” has no name", word != NULL ? word->code : group->code);
}

FasciaFeelings *
fascia_feelings_new_from_data (const char *xml, GError **error)
{
  static const FasciaFactsTable table = {
    .root = "feelings",
    .domain = fascia_feelings_error_quark,
    .code = FASCIA_FEELINGS_ERROR_DATA,
    .begin = on_row_began,
    .find_text = find_text,
    .end = on_row_ended,
  };

  g_return_val_if_fail (xml != NULL, NULL);

  g_autoptr (FasciaFeelings) self = g_atomic_rc_box_new0 (FasciaFeelings);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->words = g_ptr_array_new_with_free_func (fascia_feeling_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);

  Reader reader = { .list = self };
  if (!fascia_facts_read (&table, xml, &reader, error)
      || (self->words->len == 0 && !FAIL ("the list of feelings is empty")))
    return NULL;
  return g_steal_pointer (&self);
}

FasciaFeelings *
fascia_feelings_new (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_BASE_PATH "/feelings.xml",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  /* GResource ends every file with a NUL that is not counted. */
  return fascia_feelings_new_from_data (g_bytes_get_data (bytes, NULL), error);
}

FasciaFeelings *
fascia_feelings_ref (FasciaFeelings *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_feelings_clear (gpointer data)
{
  FasciaFeelings *self = data;

  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->groups);
}

void
fascia_feelings_unref (FasciaFeelings *self)
{
  g_atomic_rc_box_release_full (self, fascia_feelings_clear);
}

guint
fascia_feelings_get_n (const FasciaFeelings *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->words->len;
}

const FasciaFeeling *
fascia_feelings_get (const FasciaFeelings *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->words->len ? g_ptr_array_index (self->words, index) : NULL;
}

const FasciaFeeling *
fascia_feelings_lookup (const FasciaFeelings *self, const char *code)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  return g_hash_table_lookup (self->by_code, code);
}

const char *
fascia_feelings_get_name (const FasciaFeelings *self, const char *code)
{
  const FasciaFeeling *word = fascia_feelings_lookup (self, code);

  return word != NULL ? fascia_feeling_get_name (word) : code;
}

guint
fascia_feelings_get_n_groups (const FasciaFeelings *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->groups->len;
}

const char *
fascia_feelings_get_group_code (const FasciaFeelings *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (index >= self->groups->len)
    return NULL;
  return ((const Group *) g_ptr_array_index (self->groups, index))->code;
}

const char *
fascia_feelings_get_group_name (const FasciaFeelings *self, const char *group)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (group != NULL, NULL);

  const Group *found = find_group (self, group);
  return found != NULL ? g_dgettext (GETTEXT_PACKAGE, found->name) : group;
}

gboolean
fascia_feelings_is_choose_one (const FasciaFeelings *self, const char *group)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (group != NULL, FALSE);

  const Group *found = find_group (self, group);
  return found != NULL && found->is_choose_one;
}

static gboolean
is_chip (const FasciaFeeling *word)
{
  return word->is_offered && !g_str_equal (word->group, FASCIA_FEELINGS_DEPTH)
         && !g_str_equal (word->group, FASCIA_FEELINGS_COURSE);
}

static void
choose (const FasciaFeelings *self, const char *const *codes, GHashTable *chosen)
{
  for (; codes != NULL && *codes != NULL; codes++)
    {
      const FasciaFeeling *word = fascia_feelings_lookup (self, *codes);

      if (g_hash_table_size (chosen) == FASCIA_FEELINGS_N_CHIPS)
        return;
      if (word != NULL && is_chip (word))
        g_hash_table_add (chosen, (gpointer) word);
    }
}

char **
fascia_feelings_choose_six (const FasciaFeelings *self,
                            const char *const *used,
                            const char *const *present)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  choose (self, present, chosen);
  choose (self, used, chosen);
  for (guint i = 0; i < self->words->len; i++)
    {
      FasciaFeeling *word = g_ptr_array_index (self->words, i);

      if (g_hash_table_size (chosen) == FASCIA_FEELINGS_N_CHIPS)
        break;
      if (is_chip (word))
        g_hash_table_add (chosen, word);
    }

  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  for (guint i = 0; i < self->words->len; i++)
    {
      const FasciaFeeling *word = g_ptr_array_index (self->words, i);

      if (g_hash_table_contains (chosen, word))
        g_strv_builder_add (codes, word->code);
    }
  return g_strv_builder_end (codes);
}

const char *
fascia_feeling_get_code (const FasciaFeeling *self)
{
  return self->code;
}

const char *
fascia_feeling_get_name (const FasciaFeeling *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "feeling", self->name);
}

const char *
fascia_feeling_get_name_c (const FasciaFeeling *self)
{
  return self->name;
}

const char *
fascia_feeling_get_group (const FasciaFeeling *self)
{
  return self->group;
}

gboolean
fascia_feeling_is_offered (const FasciaFeeling *self)
{
  return self->is_offered;
}

gboolean
fascia_feeling_is_help (const FasciaFeeling *self)
{
  return self->is_help;
}

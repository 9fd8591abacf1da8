/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags: the ready ones read from their list, and what the person made of them. */

#include "config.h"

#include "fascia-tags-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../body/fascia-facts-private.h"

struct _FasciaTag
{
  const char *code; /* interned */
  FasciaTagGroup group;
  char *name_c;   /* (nullable): of a ready one */
  char *own_name; /* (nullable): what the person calls it */
  char *sort_key; /* of an own one */
  gboolean is_hidden;
};

struct _FasciaTags
{
  GPtrArray *tags;     /* FasciaTag, in their order */
  GHashTable *by_code; /* code → FasciaTag, not owned */
};

G_DEFINE_QUARK (fascia_tags_error, fascia_tags_error)
G_DEFINE_BOXED_TYPE (FasciaTags, fascia_tags, fascia_tags_ref, fascia_tags_unref)

#define FAIL(...)                                                                                  \
  fascia_facts_fail_as (error, FASCIA_TAGS_ERROR, FASCIA_TAGS_ERROR_DATA, __VA_ARGS__)

static void
fascia_tag_free (gpointer data)
{
  FasciaTag *self = data;

  g_free (self->name_c);
  g_free (self->own_name);
  g_free (self->sort_key);
  g_free (self);
}

static FasciaTags *
tags_alloc (void)
{
  FasciaTags *self = g_atomic_rc_box_new0 (FasciaTags);

  self->tags = g_ptr_array_new_with_free_func (fascia_tag_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/* ---- the ready ones ---- */

typedef struct
{
  FasciaTags *list;
  FasciaTag *current; /* (nullable): being read, in the list already */
  GString *text;      /* (nullable): inside a <name> */
} Reader;

static gboolean
read_group (const char *code, FasciaTagGroup *group, GError **error)
{
  if (g_str_equal (code, "trigger"))
    *group = FASCIA_TAG_TRIGGER;
  else if (g_str_equal (code, "reliever"))
    *group = FASCIA_TAG_RELIEVER;
  else if (g_str_equal (code, "note"))
    *group = FASCIA_TAG_NOTE;
  else
    return FAIL ("“%s” is no group", code);
  return TRUE;
}

static void
read_tag (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *code = NULL;
  const char *group_code = NULL;
  FasciaTagGroup group = 0;

  if (!g_markup_collect_attributes ("tag", names, values, error, G_MARKUP_COLLECT_STRING, "code",
                                    &code, G_MARKUP_COLLECT_STRING, "group", &group_code,
                                    G_MARKUP_COLLECT_INVALID)
      || !read_group (group_code, &group, error))
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
  const FasciaTag *last = reader->list->tags->len > 0
                              ? g_ptr_array_index (reader->list->tags, reader->list->tags->len - 1)
                              : NULL;
  if (last != NULL && last->group > group)
    {
      FAIL ("“%s” stands after another group", code);
      return;
    }

  FasciaTag *tag = g_new0 (FasciaTag, 1);
  tag->code = g_intern_string (code);
  tag->group = group;
  g_ptr_array_add (reader->list->tags, tag);
  g_hash_table_insert (reader->list->by_code, (gpointer) tag->code, tag);
  reader->current = tag;
}

static void
on_element_started (GMarkupParseContext *context,
                    const char *element,
                    const char **names,
                    const char **values,
                    gpointer user_data,
                    GError **error)
{
  Reader *reader = user_data;

  if (g_str_equal (element, "tag") && reader->current == NULL)
    read_tag (reader, names, values, error);
  else if (g_str_equal (element, "name") && reader->current != NULL && reader->text == NULL)
    reader->text = g_string_new (NULL);
  else if (!g_str_equal (element, "tags") || reader->current != NULL)
    FAIL ("<%s> has no place here", element);
}

static void
on_element_ended (GMarkupParseContext *context,
                  const char *element,
                  gpointer user_data,
                  GError **error)
{
  Reader *reader = user_data;

  if (g_str_equal (element, "name"))
    {
      g_autofree char *text = g_string_free (g_steal_pointer (&reader->text), FALSE);

      g_free (reader->current->name_c);
      reader->current->name_c = fascia_facts_dup_line (text);
    }
  else if (g_str_equal (element, "tag"))
    {
      if (reader->current->name_c == NULL || *reader->current->name_c == '\0')
        FAIL ("“%s” has no name", reader->current->code);
      reader->current = NULL;
    }
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Reader *reader = user_data;

  if (reader->text != NULL)
    g_string_append_len (reader->text, text, (gssize) length);
}

FasciaTags *
fascia_tags_new_from_data (const char *xml, GError **error)
{
  static const GMarkupParser parser = { on_element_started, on_element_ended, on_text, NULL, NULL };

  g_return_val_if_fail (xml != NULL, NULL);

  g_autoptr (FasciaTags) self = tags_alloc ();
  Reader reader = { .list = self };
  gboolean is_read = fascia_facts_parse (&parser, xml, &reader, error);
  if (reader.text != NULL)
    g_string_free (reader.text, TRUE);
  if (!is_read)
    return NULL;
  if (self->tags->len == 0)
    {
      FAIL ("the list of tags is empty");
      return NULL;
    }
  return g_steal_pointer (&self);
}

FasciaTags *
fascia_tags_new (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_BASE_PATH "/tags.xml",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* GResource ends every file with a NUL that is not counted. */
  return bytes != NULL ? fascia_tags_new_from_data (g_bytes_get_data (bytes, NULL), error) : NULL;
}

FasciaTags *
fascia_tags_ref (FasciaTags *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_tags_clear (gpointer data)
{
  FasciaTags *self = data;

  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->tags);
}

void
fascia_tags_unref (FasciaTags *self)
{
  g_atomic_rc_box_release_full (self, fascia_tags_clear);
}

/* ---- what the person makes of them ---- */

char *
fascia_name_dup_clean (const char *name)
{
  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return NULL;
  g_autofree char *line = fascia_facts_dup_line (name);
  g_autofree char *composed = g_utf8_normalize (line, -1, G_NORMALIZE_NFC);
  if (composed == NULL || *composed == '\0'
      || g_utf8_strlen (composed, -1) > FASCIA_NAME_MAX_LENGTH)
    return NULL;
  return g_steal_pointer (&composed);
}

static FasciaTags *
tags_copy (const FasciaTags *self)
{
  FasciaTags *copy = tags_alloc ();

  for (guint i = 0; i < self->tags->len; i++)
    {
      const FasciaTag *tag = g_ptr_array_index (self->tags, i);
      FasciaTag *twin = g_memdup2 (tag, sizeof *tag);

      twin->name_c = g_strdup (tag->name_c);
      twin->own_name = g_strdup (tag->own_name);
      twin->sort_key = g_strdup (tag->sort_key);
      g_ptr_array_add (copy->tags, twin);
      g_hash_table_insert (copy->by_code, (gpointer) twin->code, twin);
    }
  return copy;
}

static int
compare_own (const FasciaTag *a, const FasciaTag *b)
{
  int order = g_strcmp0 (a->sort_key, b->sort_key);

  return order != 0 ? order : strcmp (a->code, b->code);
}

/* Own ones are in the order of their names, after all the others. */
static void
sort_in (FasciaTags *self, FasciaTag *tag)
{
  guint index;

  if (g_ptr_array_find (self->tags, tag, &index))
    g_ptr_array_steal_index (self->tags, index);
  for (index = self->tags->len; index > 0; index--)
    {
      const FasciaTag *other = g_ptr_array_index (self->tags, index - 1);

      if (other->group != FASCIA_TAG_OWN || compare_own (other, tag) <= 0)
        break;
    }
  g_ptr_array_insert (self->tags, (int) index, tag);
}

void
fascia_tags_put (FasciaTags *self, const char *code, const char *name, gboolean is_hidden)
{
  FasciaTag *tag = g_hash_table_lookup (self->by_code, code);

  if (tag == NULL)
    {
      tag = g_new0 (FasciaTag, 1);
      tag->code = g_intern_string (code);
      tag->group = FASCIA_TAG_OWN;
      g_hash_table_insert (self->by_code, (gpointer) tag->code, tag);
      g_ptr_array_add (self->tags, tag);
    }
  tag->is_hidden = is_hidden;
  g_set_str (&tag->own_name, name);
  if (tag->group == FASCIA_TAG_OWN)
    {
      g_autofree char *folded = g_utf8_casefold (fascia_tag_get_name (tag), -1);

      g_free (tag->sort_key);
      tag->sort_key = g_utf8_collate_key (folded, -1);
      sort_in (self, tag);
    }
}

FasciaTags *
fascia_tags_with (FasciaTags *self, const char *code, const char *name, gboolean is_hidden)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  FasciaTags *copy = tags_copy (self);
  fascia_tags_put (copy, code, name, is_hidden);
  return copy;
}

/* ---- reading ---- */

guint
fascia_tags_get_n (const FasciaTags *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tags->len;
}

const FasciaTag *
fascia_tags_get (const FasciaTags *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->tags->len ? g_ptr_array_index (self->tags, index) : NULL;
}

const FasciaTag *
fascia_tags_lookup (const FasciaTags *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->by_code, code);
}

const char *
fascia_tags_get_name (const FasciaTags *self, const char *code)
{
  const FasciaTag *tag = fascia_tags_lookup (self, code);

  return tag != NULL ? fascia_tag_get_name (tag) : code;
}

const FasciaTag *
fascia_tags_find_name (const FasciaTags *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  g_autofree char *clean = fascia_name_dup_clean (name);
  if (clean == NULL)
    return NULL;
  g_autofree char *wanted = g_utf8_casefold (clean, -1);
  for (guint i = 0; i < self->tags->len; i++)
    {
      const FasciaTag *tag = g_ptr_array_index (self->tags, i);
      g_autofree char *folded = g_utf8_casefold (fascia_tag_get_name (tag), -1);

      if (g_str_equal (folded, wanted))
        return tag;
    }
  return NULL;
}

const char *
fascia_tag_get_code (const FasciaTag *self)
{
  return self->code;
}

/* As the rules for translators say it. */
static const char *
get_context (FasciaTagGroup group)
{
  switch (group)
    {
    case FASCIA_TAG_TRIGGER:
      return "trigger";
    case FASCIA_TAG_NOTE:
      return "note tag";
    case FASCIA_TAG_RELIEVER:
    case FASCIA_TAG_OWN:
    default:
      return "reliever";
    }
}

const char *
fascia_tag_get_name (const FasciaTag *self)
{
  if (self->own_name != NULL)
    return self->own_name;
  if (self->name_c == NULL)
    return self->code;
  return g_dpgettext2 (GETTEXT_PACKAGE, get_context (self->group), self->name_c);
}

const char *
fascia_tag_get_name_c (const FasciaTag *self)
{
  return self->name_c;
}

FasciaTagGroup
fascia_tag_get_group (const FasciaTag *self)
{
  return self->group;
}

gboolean
fascia_tag_is_hidden (const FasciaTag *self)
{
  return self->is_hidden;
}

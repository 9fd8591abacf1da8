/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for how a place feels, read from their list. */

#include "config.h"

#include "fascia-feelings.h"

#include <string.h>

#include <glib/gi18n-lib.h>

struct _FasciaFeeling
{
  const char *code;  /* interned */
  const char *group; /* interned */
  char *name;
  gboolean is_offered;
  gboolean is_help;
};

struct _FasciaFeelings
{
  GPtrArray *words;    /* FasciaFeeling */
  GHashTable *by_code; /* code → FasciaFeeling, not owned */
};

G_DEFINE_QUARK (fascia_feelings_error, fascia_feelings_error)
G_DEFINE_BOXED_TYPE (FasciaFeelings, fascia_feelings, fascia_feelings_ref, fascia_feelings_unref)

typedef struct
{
  FasciaFeelings *list;
  GHashTable *groups;     /* interned codes */
  FasciaFeeling *current; /* the word being read, in the list already */
  GString *text;          /* (nullable): inside a <name> */
} Reader;

static void
fascia_feeling_free (gpointer data)
{
  FasciaFeeling *self = data;

  g_free (self->name);
  g_free (self);
}

static gboolean
read_flag (const char *value, gboolean fallback, gboolean *flag, GError **error)
{
  if (value == NULL)
    *flag = fallback;
  else if (g_str_equal (value, "yes"))
    *flag = TRUE;
  else if (g_str_equal (value, "no"))
    *flag = FALSE;
  else
    {
      g_set_error (error, FASCIA_FEELINGS_ERROR, FASCIA_FEELINGS_ERROR_DATA,
                   "“%s” is neither yes nor no", value);
      return FALSE;
    }
  return TRUE;
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

  /* ";" joins codes in an export. */
  if (*code == '\0' || strspn (code, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (code))
    {
      g_set_error (error, FASCIA_FEELINGS_ERROR, FASCIA_FEELINGS_ERROR_DATA, "“%s” is no code",
                   code);
      return;
    }
  if (g_hash_table_contains (reader->list->by_code, code))
    {
      g_set_error (error, FASCIA_FEELINGS_ERROR, FASCIA_FEELINGS_ERROR_DATA,
                   "the code “%s” is there twice", code);
      return;
    }
  if (!g_hash_table_contains (reader->groups, group))
    {
      g_set_error (error, FASCIA_FEELINGS_ERROR, FASCIA_FEELINGS_ERROR_DATA,
                   "“%s” names the unknown group “%s”", code, group);
      return;
    }

  FasciaFeeling *word = g_new0 (FasciaFeeling, 1);
  word->code = g_intern_string (code);
  word->group = g_intern_string (group);
  g_ptr_array_add (reader->list->words, word);
  g_hash_table_insert (reader->list->by_code, (gpointer) word->code, word);
  reader->current = word;
  if (read_flag (offered, TRUE, &word->is_offered, error))
    read_flag (help, FALSE, &word->is_help, error);
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

  if (g_str_equal (element, "feeling") && reader->current == NULL)
    {
      read_feeling (reader, names, values, error);
    }
  else if (g_str_equal (element, "group"))
    {
      const char *code = NULL;

      if (g_markup_collect_attributes (element, names, values, error, G_MARKUP_COLLECT_STRING,
                                       "code", &code, G_MARKUP_COLLECT_INVALID))
        g_hash_table_add (reader->groups, (gpointer) g_intern_string (code));
    }
  else if (g_str_equal (element, "name") && reader->text == NULL)
    {
      reader->text = g_string_new (NULL);
    }
  else if (!g_str_equal (element, "feelings"))
    {
      g_set_error (error, FASCIA_FEELINGS_ERROR, FASCIA_FEELINGS_ERROR_DATA,
                   "<%s> has no place here", element);
    }
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

      if (reader->current != NULL)
        g_set_str (&reader->current->name, g_strstrip (text));
    }
  else if (g_str_equal (element, "feeling"))
    {
      if (reader->current->name == NULL || *reader->current->name == '\0')
        g_set_error (error, FASCIA_FEELINGS_ERROR, FASCIA_FEELINGS_ERROR_DATA, "“%s” has no name",
                     reader->current->code);
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

FasciaFeelings *
fascia_feelings_new_from_data (const char *xml, GError **error)
{
  static const GMarkupParser parser = { on_element_started, on_element_ended, on_text, NULL, NULL };

  g_return_val_if_fail (xml != NULL, NULL);

  FasciaFeelings *self = g_atomic_rc_box_new0 (FasciaFeelings);
  self->words = g_ptr_array_new_with_free_func (fascia_feeling_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);

  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { .list = self, .groups = groups };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reader, NULL);
  gboolean is_read = g_markup_parse_context_parse (context, xml, -1, error)
                     && g_markup_parse_context_end_parse (context, error);
  if (reader.text != NULL)
    g_string_free (reader.text, TRUE);
  if (is_read && self->words->len == 0)
    {
      g_set_error_literal (error, FASCIA_FEELINGS_ERROR, FASCIA_FEELINGS_ERROR_DATA,
                           "the list of feelings is empty");
      is_read = FALSE;
    }
  if (!is_read)
    g_clear_pointer (&self, fascia_feelings_unref);
  return self;
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

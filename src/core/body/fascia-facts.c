/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of our tables of facts have in common.
 */

#include "config.h"

#include "fascia-facts-private.h"

#include <string.h>

#include "fascia-body.h"

#define BLANKS " \t\r\n"
#define NO_PLACE "<%s> has no place here"

char **
fascia_facts_split (const char *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit_set (list != NULL ? list : "", BLANKS, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

char *
fascia_facts_dup_line (const char *text)
{
  g_auto (GStrv) words = fascia_facts_split (text);

  return g_strjoinv (" ", words);
}

char *
fascia_facts_dup_certainty (const char *code)
{
  return g_strdelimit (g_strdup (code), "-", ' ');
}

GBytes *
fascia_facts_load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_BASE_PATH "/body/", name, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

gboolean
fascia_facts_parse (const GMarkupParser *parser,
                    const char *xml,
                    gpointer user_data,
                    GError **error)
{
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (parser, G_MARKUP_PREFIX_ERROR_POSITION, user_data, NULL);

  return g_markup_parse_context_parse (context, xml, -1, error)
         && g_markup_parse_context_end_parse (context, error);
}

/* ---- tables ---- */

typedef struct
{
  const FasciaFactsTable *table;
  gpointer user_data;
  GString *text; /* (nullable) inside a text … */
  char **target; /* … that goes there */
} Reader;

#define FAIL(...)                                                                                  \
  fascia_facts_fail_as (error, self->table->domain (), self->table->code, __VA_ARGS__)

static void
on_element_started (GMarkupParseContext *context,
                    const char *element,
                    const char **names,
                    const char **values,
                    gpointer user_data,
                    GError **error)
{
  Reader *self = user_data;
  const FasciaFactsTable *table = self->table;
  GError *own = NULL;

  if (g_markup_parse_context_get_element_stack (context)->next == NULL)
    {
      if (!g_str_equal (element, table->root))
        FAIL (NO_PLACE, element);
      return;
    }
  if (self->text != NULL)
    {
      FAIL (NO_PLACE, element);
      return;
    }
  const gboolean is_taken = table->begin (element, names, values, self->user_data, &own);
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return;
    }
  self->target = table->find_text (element, self->user_data);
  if (self->target == NULL && !is_taken)
    FAIL (NO_PLACE, element);
  else if (self->target != NULL && *self->target != NULL)
    FAIL ("<%s> is there twice", element);
  else if (self->target != NULL)
    self->text = g_string_new (NULL);
}

static void
end_element (Reader *self, const char *element, GError **error)
{
  const FasciaFactsTable *table = self->table;

  if (self->text != NULL)
    {
      g_autofree char *text = g_string_free (g_steal_pointer (&self->text), FALSE);

      *self->target = fascia_facts_dup_line (text);
      if (**self->target == '\0')
        FAIL ("<%s> is empty", element);
      else if (table->take != NULL)
        table->take (element, self->user_data, error);
    }
  else if (table->end != NULL && !g_str_equal (element, table->root))
    table->end (element, self->user_data, error);
}

static void
on_element_ended (GMarkupParseContext *context,
                  const char *element,
                  gpointer user_data,
                  GError **error)
{
  GError *own = NULL;
  int line, column;

  end_element (user_data, element, &own);
  if (own == NULL)
    return;
  /* Where an element begins GLib does this by itself. */
  g_markup_parse_context_get_position (context, &line, &column);
  g_propagate_prefixed_error (error, own, "Error on line %d char %d: ", line, column);
}

static void
on_text_read (GMarkupParseContext *context,
              const char *text,
              gsize length,
              gpointer user_data,
              GError **error)
{
  Reader *self = user_data;

  if (self->text != NULL)
    g_string_append_len (self->text, text, (gssize) length);
}

gboolean
fascia_facts_read (const FasciaFactsTable *table,
                   const char *xml,
                   gpointer user_data,
                   GError **error)
{
  static const GMarkupParser parser = {
    .start_element = on_element_started,
    .end_element = on_element_ended,
    .text = on_text_read,
  };
  Reader self = { .table = table, .user_data = user_data };
  const gboolean is_read = fascia_facts_parse (&parser, xml, &self, error);

  if (self.text != NULL)
    g_string_free (self.text, TRUE);
  return is_read;
}

/* ---- faults ---- */

gboolean
fascia_facts_fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (
      error, g_error_new_valist (FASCIA_BODY_ERROR, FASCIA_BODY_ERROR_DATA, format, arguments));
  va_end (arguments);
  return FALSE;
}

gboolean
fascia_facts_fail_as (GError **error, GQuark domain, int code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (domain, code, format, arguments));
  va_end (arguments);
  return FALSE;
}

gboolean
fascia_facts_is_code (const char *code)
{
  return *code != '\0' && strspn (code, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (code);
}

gboolean
fascia_facts_read_flag (const char *value, gboolean fallback, gboolean *flag)
{
  *flag = value != NULL ? g_str_equal (value, "yes") : fallback;
  return value == NULL || g_str_equal (value, "yes") || g_str_equal (value, "no");
}

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

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Options of a command. */

#include "config.h"

#include "fascia-cli-options.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fascia-cli-context.h"

/* GLib says "Unknown option --x" without an end. */
static char *
as_sentence (const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);

  return g_str_has_suffix (valid, ".") ? g_steal_pointer (&valid) : g_strconcat (valid, ".", NULL);
}

gboolean
fascia_cli_parse_options (char ***args,
                          const GOptionEntry *entries,
                          const char *parameters,
                          const char *summary,
                          const char *description,
                          GError **error)
{
  g_return_val_if_fail (args != NULL && *args != NULL, FALSE);

  gboolean is_help = FALSE;
  const GOptionEntry help[] = {
    { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &is_help, N_ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) cause = NULL;

  /* GLib's own help prints and exits, and this may be a window. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, args, &cause))
    {
      g_autofree char *sentence = as_sentence (cause->message);

      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE, sentence);
      return FALSE;
    }
  if (is_help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_HELP, text);
      return FALSE;
    }

  /* "--" stays somewhere before an argument that begins with a dash: the first one has done its
   * work, any other is an argument. */
  for (char **arg = *args; *arg != NULL; arg++)
    {
      if (!g_str_equal (*arg, "--"))
        continue;
      g_free (*arg);
      for (; *arg != NULL; arg++)
        *arg = arg[1];
      break;
    }
  return TRUE;
}

gboolean
fascia_cli_check_utf8 (const char *text, const char *what, GError **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  /* Translators: %s is what was typed, such as "--note". */
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               _ ("%s is not valid UTF-8 text: write it again in a UTF-8 terminal."), what);
  return FALSE;
}

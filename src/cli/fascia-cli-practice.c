/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands about routines have in common: the library, and what is typed. */

#include "config.h"

#include "fascia-cli-practice.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/routines/fascia-routine-file.h"

/* Own routines are settings of this prefix: the rest is the id. */
#define OWN_PREFIX "routine."
#define MAX_MINUTES 120

/* Those that cannot be read any more, for whatever reason, stay in the journal and are left out, as in
 * the window. */
static GPtrArray *
dup_own (FasciaLibrary *library, const FasciaSettings *settings)
{
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_routine_unref);
  g_auto (GStrv) keys = settings != NULL ? fascia_settings_dup_keys (settings, OWN_PREFIX) : NULL;

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const char *text = fascia_settings_get_string (settings, keys[i], NULL);
      FasciaRoutine *routine
          = text != NULL ? fascia_routine_file_parse_kept (library, keys[i] + strlen (OWN_PREFIX),
                                                           text, NULL)
                         : NULL;

      if (routine != NULL)
        g_ptr_array_add (own, routine);
    }
  return own;
}

FasciaLibrary *
fascia_cli_load_library (FasciaCliContext *context, const FasciaSettings *settings, GError **error)
{
  if (fascia_cli_context_get_body (context, error) == NULL)
    return NULL;

  g_autoptr (FasciaLibrary) library = fascia_library_new (context->body, error);
  if (library == NULL)
    return NULL;
  g_autoptr (GPtrArray) own = dup_own (library, settings);
  if (own->len == 0)
    return g_steal_pointer (&library);
  return fascia_library_with_own (library, (FasciaRoutine *const *) own->pdata, own->len);
}

gboolean
fascia_cli_parse_postures (char *const *words, FasciaPosture *postures, GError **error)
{
  *postures = 0;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      FasciaPosture posture;

      if (!fascia_posture_from_code (words[i], &posture))
        {
          g_autofree char *valid = g_utf8_make_valid (words[i], -1);

          g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                       /* Translators: %s is what was typed; the words after the colon stay. */
                       _ ("There is no posture “%s”: bed, chair, standing, floor or "
                          "hands-and-knees."),
                       valid);
          return FALSE;
        }
      *postures |= posture;
    }
  return TRUE;
}

const char **
fascia_cli_parse_tools (char *const *words, const FasciaLibrary *library, GError **error)
{
  const char *const *known = fascia_library_get_tools (library);
  g_autoptr (GPtrArray) tools = g_ptr_array_new ();

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (!g_strv_contains (known, words[i]))
        {
          g_autofree char *valid = g_utf8_make_valid (words[i], -1);
          g_autofree char *all = g_strjoinv (", ", (char **) known);

          g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                       /* Translators: %1$s is what was typed, %2$s a list of codes. */
                       _ ("There is no thing “%1$s”: %2$s."), valid, all);
          return NULL;
        }
      g_ptr_array_add (tools, (gpointer) g_intern_string (words[i]));
    }
  g_ptr_array_add (tools, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&tools), FALSE);
}

const char **
fascia_cli_dup_tools (const FasciaSettings *settings,
                      char *const *words,
                      const FasciaLibrary *library,
                      GError **error)
{
  const char *const *told = fascia_settings_get_strv (settings, FASCIA_SETTING_TOOLS);
  g_autofree const char **typed = fascia_cli_parse_tools (words, library, error);
  g_autoptr (GPtrArray) tools = g_ptr_array_new ();

  if (typed == NULL)
    return NULL;
  for (guint i = 0; told[i] != NULL; i++)
    g_ptr_array_add (tools, (gpointer) told[i]);
  for (guint i = 0; typed[i] != NULL; i++)
    g_ptr_array_add (tools, (gpointer) typed[i]);
  g_ptr_array_add (tools, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&tools), FALSE);
}

FasciaPosture
fascia_cli_get_postures (const FasciaSettings *settings, FasciaPosture typed)
{
  const char *const *codes = fascia_settings_get_strv (settings, FASCIA_SETTING_POSTURES);
  FasciaPosture postures = typed;

  for (guint i = 0; typed == 0 && codes[i] != NULL; i++)
    {
      FasciaPosture posture;

      if (fascia_posture_from_code (codes[i], &posture))
        postures |= posture;
    }
  return postures;
}

gboolean
fascia_cli_parse_minutes (int minutes, int *seconds, GError **error)
{
  *seconds = 0;
  if (minutes == G_MININT)
    return TRUE;
  if (minutes < 1 || minutes > MAX_MINUTES)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                   _ ("“--minutes” takes a number from 1 to %d."), MAX_MINUTES);
      return FALSE;
    }
  *seconds = 60 * minutes;
  return TRUE;
}

char *
fascia_cli_dup_minutes (int seconds)
{
  /* Translators: a length of time in minutes */
  return g_strdup_printf (_ ("%d min"), MAX ((seconds + 30) / 60, 1));
}

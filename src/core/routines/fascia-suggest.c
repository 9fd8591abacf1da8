/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranks what may help now. */

#include "config.h"

#include "fascia-suggest.h"

#include <glib/gi18n-lib.h>

void
fascia_suggestion_free (FasciaSuggestion *suggestion)
{
  if (suggestion == NULL)
    return;

  g_clear_pointer (&suggestion->routine, fascia_routine_unref);
  g_clear_pointer (&suggestion->practice, fascia_practice_unref);
  g_free (suggestion->why);
  g_strfreev (suggestion->data);
  g_strfreev (suggestion->checks);
  g_free (suggestion->effect);
  g_free (suggestion->places);
  g_free (suggestion);
}

GPtrArray *
fascia_suggest (const FasciaSuggestInput *input, G_GNUC_UNUSED guint max)
{
  g_return_val_if_fail (input != NULL, NULL);

  return g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_suggestion_free);
}

FasciaRoutine *
fascia_suggest_from_map (const FasciaSuggestInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);

  return NULL;
}

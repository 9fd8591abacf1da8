/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a session is to be like now: the options that play and suggest share. */

#include "config.h"

#include "fascia-cli-wish.h"

#include <glib/gi18n.h>

#include "fascia-cli-practice.h"

void
fascia_cli_wish_clear (FasciaCliWish *wish)
{
  g_clear_pointer (&wish->tools, g_strfreev);
  g_clear_pointer (&wish->posture_words, g_strfreev);
}

void
fascia_cli_wish_add_options (FasciaCliWish *wish, GArray *options)
{
  const GOptionEntry entries[] = {
    { "gentle", 'g', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &wish->is_gentle,
      N_ ("Light pressure and the smallest doses"), NULL },
    { "minutes", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &wish->minutes, N_ ("So long at most"),
      N_ ("N") },
    { "posture", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &wish->posture_words,
      N_ ("What is possible now: bed, chair, standing, floor; may be given several times; what you "
          "told the window if not given"),
      N_ ("POSTURE") },
    { "tool", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &wish->tools,
      N_ ("A thing that is there, beside those you told the window; may be given several times"),
      N_ ("CODE") },
  };

  wish->minutes = G_MININT;
  g_array_append_vals (options, entries, G_N_ELEMENTS (entries));
}

gboolean
fascia_cli_wish_is_empty (const FasciaCliWish *wish)
{
  return !wish->is_gentle && wish->minutes == G_MININT && wish->posture_words == NULL
         && wish->tools == NULL;
}

gboolean
fascia_cli_wish_parse (FasciaCliWish *wish, GError **error)
{
  return fascia_cli_parse_postures (wish->posture_words, &wish->postures, error)
         && fascia_cli_parse_minutes (wish->minutes, &wish->max_seconds, error);
}

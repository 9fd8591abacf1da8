/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the person's own entries say about a routine: before and after. */

#include "config.h"

#include "fascia-suggest.h"

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const int x = *(const int *) a;
  const int y = *(const int *) b;

  return (x > y) - (x < y);
}

void
fascia_effect_of (FasciaEffect *effect, const FasciaPast *past, const char *routine)
{
  g_return_if_fail (effect != NULL);
  g_return_if_fail (routine != NULL);

  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_sessions = 0;
  const FasciaPastSession *sessions
      = past != NULL ? fascia_past_get_sessions (past, &n_sessions) : NULL;

  *effect = (FasciaEffect) { 0 };
  for (guint i = 0; i < n_sessions; i++)
    {
      const FasciaPastSession *session = &sessions[i];

      if (!session->is_finished || g_strcmp0 (session->routine, routine) != 0
          || session->before == FASCIA_LEVEL_NOT_GIVEN || session->after == FASCIA_LEVEL_NOT_GIVEN)
        continue;
      const int change = session->after - session->before;
      g_array_append_val (changes, change);
    }
  if (changes->len == 0)
    return;

  g_array_sort (changes, compare_changes);
  const int *sorted = (const int *) (gconstpointer) changes->data;
  const guint half = changes->len / 2;
  effect->n = changes->len;
  effect->change
      = changes->len % 2 == 1 ? sorted[half] : 0.5 * ((double) sorted[half - 1] + sorted[half]);
}

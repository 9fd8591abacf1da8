/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn in a place, where it spreads to, how a period went there: in words.
 */

#include "config.h"

#include "fascia-place-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-text.h"

char *
fascia_place_words_extent (const FasciaExtent *extent)
{
  g_return_val_if_fail (extent != NULL, NULL);

  int percent = (int) lround (CLAMP (extent->share, 0, 1) * 100);

  if (percent < 1)
    return g_strdup (_ ("Drawn on less than 1 % of it"));
  if (extent->mean < 0)
    /* Translators: a share of the area of a place, in percent. */
    return g_strdup_printf (_ ("Drawn on %d %% of it"), percent);
  /* Translators: a share of the area of a place, in percent, and a level from 0 to 10. */
  return g_strdup_printf (_ ("Drawn on %d %% of it, mean %d"), percent,
                          (int) lround (extent->mean));
}

/* One of several facts after another, as a list in a sentence. */
static void
append (GString *text, const char *piece)
{
  if (text->len > 0)
    /* Translators: between two facts about a place: "spreads to Left jaw, drawn on 34 % of it" */
    g_string_append (text, C_ ("between facts", ", "));
  g_string_append (text, piece);
}

char *
fascia_place_words_extras (const FasciaBody *body,
                           const FasciaEntry *entry,
                           const GArray *extents,
                           const FasciaRegion *region,
                           FasciaScale scale)
{
  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  g_autoptr (GString) text = g_string_new (NULL);
  guint n_spreads = 0;
  const FasciaSpread *spreads = entry != NULL ? fascia_entry_get_spreads (entry, &n_spreads) : NULL;

  for (guint i = 0; i < n_spreads; i++)
    {
      if (g_strcmp0 (spreads[i].from, fascia_region_get_id (region)) != 0)
        continue;
      /* Translators: %s is a place of the body that the feeling goes to. */
      g_autofree char *piece
          = g_strdup_printf (_ ("spreads to %s"), fascia_text_region (body, spreads[i].to));
      append (text, piece);
    }
  for (guint i = 0; extents != NULL && i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);
      int percent = (int) lround (CLAMP (extent->share, 0, 1) * 100);

      if (extent->region != region || extent->scale != scale)
        continue;
      /* Translators: a share of the area of a place, in percent. */
      g_autofree char *piece = g_strdup_printf (_ ("drawn on %d %% of it"), MAX (percent, 1));
      append (text, piece);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
fascia_place_words_heat (const FasciaHeat *heat, const FasciaRegion *region)
{
  g_return_val_if_fail (heat != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  const FasciaHeatCell *cell = fascia_heat_get_cell (heat, region);
  guint n_days = fascia_heat_get_n_days (heat);

  if (cell->n_days == 0)
    return g_strdup (_ ("On no day"));
  if (cell->mean < 0 || cell->worst < 0)
    /* Translators: on so many of all days with an entry, a place was marked. */
    return g_strdup_printf (
        ngettext ("On %u of %u day, level not given", "On %u of %u days, level not given", n_days),
        cell->n_days, n_days);
  /* Translators: on so many of all days with an entry, a place was marked; the mean level has one
   * decimal. */
  return g_strdup_printf (ngettext ("On %u of %u day, mean %.1f, worst %d",
                                    "On %u of %u days, mean %.1f, worst %d", n_days),
                          cell->n_days, n_days, cell->mean, cell->worst);
}

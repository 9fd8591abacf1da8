/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A period on one figure, in words.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-heat.h"

char *
fascia_heat_dup_step_text (FasciaHeatMeasure measure, int step)
{
  if (step < 0)
    return g_strdup (_ ("nothing to show"));

  const int last = 2 * (step + 1);
  switch (measure)
    {
    case FASCIA_HEAT_SHARE:
      if (step == 0)
        {
          /* Translators: in a legend: of the days with entries, the share on which a place was
           * marked, at least one day: "up to 20 % of days" */
          return g_strdup_printf (_ ("up to %d %% of days"), 20);
        }
      /* Translators: in a legend: of the days with entries, the share on which a place was marked:
       * "over 20 to 40 % of days" */
      return g_strdup_printf (_ ("over %d to %d %% of days"), 20 * step, 20 * (step + 1));
    case FASCIA_HEAT_MEAN:
      if (step == 0)
        /* Translators: in a legend: the mean level of a place: "mean up to 2" */
        return g_strdup_printf (_ ("mean up to %d"), last);
      /* Translators: in a legend: the mean level of a place, from 1 to 10: "mean 3 to 4" */
      return g_strdup_printf (_ ("mean %d to %d"), last - 1, last);
    case FASCIA_HEAT_WORST:
      /* Translators: in a legend: the worst level of a place, from 1 to 10: "worst 9 to 10" */
      return g_strdup_printf (_ ("worst %d to %d"), last - 1, last);
    default:
      return NULL;
    }
}

char *
fascia_heat_dup_text (const FasciaHeat *self, const FasciaRegion *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  const FasciaHeatCell *cell = fascia_heat_get_cell (self, region);
  const char *name = fascia_region_get_name (region);
  const guint n_days = fascia_heat_get_n_days (self);

  if (cell->n_days == 0 && cell->n_answered == 0)
    {
      /* Translators: %s is a place: "Left shoulder top: not marked" */
      return g_strdup_printf (_ ("%s: not marked"), name);
    }
  if (cell->n_answered == 0)
    {
      /* Translators: %s is a place: "Left shoulder top: on 12 of 30 days, no level given"; the days
       * with entries are what is counted */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: on %u of %u day, no level given",
                                           "%s: on %u of %u days, no level given", n_days),
                              name, cell->n_days, n_days);
    }
  /* Translators: %s is a place: "Left shoulder top: on 12 of 30 days, mean 4.5, worst 8"; the days
   * with entries are what is counted */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: on %u of %u day, mean %.1f, worst %d",
                                       "%s: on %u of %u days, mean %.1f, worst %d", n_days),
                          name, cell->n_days, n_days, cell->mean, cell->worst);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const FasciaRegion *first = *(const FasciaRegion *const *) a;
  const FasciaRegion *second = *(const FasciaRegion *const *) b;
  const FasciaHeatCell *one = fascia_heat_get_cell (user_data, first);
  const FasciaHeatCell *two = fascia_heat_get_cell (user_data, second);

  if (one->n_days != two->n_days)
    return one->n_days > two->n_days ? -1 : 1;
  if (one->worst != two->worst)
    return one->worst > two->worst ? -1 : 1;
  return (int) fascia_region_get_index (first) - (int) fascia_region_get_index (second);
}

char *
fascia_heat_dup_summary (const FasciaHeat *self, const FasciaBody *body, guint max)
{
  g_return_val_if_fail (self != NULL && body != NULL, NULL);

  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);

      if (fascia_heat_get_cell (self, region)->n_days > 0)
        g_ptr_array_add (places, (gpointer) region);
    }
  if (places->len == 0)
    return g_strdup (_ ("No place was marked in these days."));
  g_ptr_array_sort_with_data (places, compare_places, (gpointer) self);

  const guint n_told = max > 0 ? MIN (max, places->len) : places->len;
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n_told; i++)
    {
      g_autofree char *line = fascia_heat_dup_text (self, g_ptr_array_index (places, i));

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
    }
  if (n_told < places->len)
    {
      const guint n_more = places->len - n_told;

      g_string_append_c (text, '\n');
      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, "%u more place", "%u more places", n_more), n_more);
    }
  return g_string_free (text, FALSE);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts areas that hurt, by the words of the region table.
 */

#include "fascia-counts.h"

#include <string.h>

static gboolean
counts_for_regions (const FasciaRegion *region)
{
  return fascia_region_get_wpi_count (region) == FASCIA_WPI_AREA_COUNTS
         && fascia_region_get_wpi_region (region) != NULL;
}

static void
add_text (GHashTable *set, const char *text)
{
  if (text != NULL)
    g_hash_table_add (set, (gpointer) text);
}

void
fascia_counts_from_regions (const FasciaBody *body,
                            const char *const *regions,
                            guint n_regions,
                            FasciaCounts *counts)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) extended = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) body_regions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) choir = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) michigan = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (body != NULL && counts != NULL && (regions != NULL || n_regions == 0));

  for (guint i = 0; i < n_regions; i++)
    {
      const FasciaRegion *region
          = regions[i] != NULL ? fascia_body_lookup (body, regions[i]) : NULL;
      const char *const *names;
      const guint *segments;
      guint n_segments;

      if (region == NULL || !g_hash_table_add (places, (gpointer) region))
        continue;
      add_text (areas, fascia_region_get_wpi_area (region));
      add_text (extended, fascia_region_get_wpi_area_extended (region));
      if (counts_for_regions (region))
        add_text (body_regions, fascia_region_get_wpi_region (region));
      segments = fascia_region_get_choir (region, &n_segments);
      for (guint s = 0; s < n_segments; s++)
        g_hash_table_add (choir, GUINT_TO_POINTER (segments[s]));
      names = fascia_region_get_michigan (region);
      for (guint m = 0; names[m] != NULL; m++)
        add_text (michigan, names[m]);
    }
  *counts = (FasciaCounts) {
    .n_places = g_hash_table_size (places),
    .n_areas = g_hash_table_size (areas),
    .n_areas_extended = g_hash_table_size (extended),
    .n_body_regions = g_hash_table_size (body_regions),
    .is_generalized = g_hash_table_size (body_regions) >= 4,
    .n_choir = g_hash_table_size (choir),
    .n_michigan = g_hash_table_size (michigan),
  };
}

gboolean
fascia_counts_is_widespread_2016 (guint n_areas, gboolean is_generalized, guint severity)
{
  return is_generalized
         && ((n_areas >= 7 && severity >= 5) || (n_areas >= 4 && n_areas <= 6 && severity >= 9));
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts of areas: cases worked out by hand, and what can be reached.
 */

#include "core/body/fascia-counts.h"

#include <string.h>

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static FasciaCounts
count (const FasciaBody *body, GPtrArray *ids)
{
  FasciaCounts counts;

  fascia_counts_from_regions (body, (const char *const *) ids->pdata, ids->len, &counts);
  return counts;
}

/* The first place of each named area. */
static GPtrArray *
find_places (const FasciaBody *body, const char *areas)
{
  GPtrArray *ids = g_ptr_array_new ();
  g_auto (GStrv) names = g_strsplit (areas, " ", -1);

  for (guint a = 0; names[a] != NULL; a++)
    for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
      {
        const FasciaRegion *region = fascia_body_get_region (body, i);

        if (g_strcmp0 (fascia_region_get_wpi_area (region), names[a]) == 0)
          {
            g_ptr_array_add (ids, (gpointer) fascia_region_get_id (region));
            break;
          }
      }
  return ids;
}

#define ALL_AREAS                                                                                  \
  "jaw-left shoulder-girdle-left upper-arm-left lower-arm-left jaw-right shoulder-girdle-right "   \
  "upper-arm-right lower-arm-right hip-left upper-leg-left lower-leg-left hip-right "              \
  "upper-leg-right lower-leg-right neck upper-back lower-back chest abdomen"

/* Worked out by the rule of Wolfe et al. 2016, Semin Arthritis Rheum 46:319: 19 areas in 5 regions;
 * jaw, chest and abdomen count for the areas alone. */
static const struct
{
  const char *areas;
  guint n_areas, n_regions;
  gboolean is_generalized;
  guint severity;
  gboolean is_widespread;
} cases[] = {
  { "", 0, 0, FALSE, 0, FALSE },
  { "neck upper-back lower-back chest abdomen jaw-left jaw-right", 7, 1, FALSE, 6, FALSE },
  { "shoulder-girdle-left shoulder-girdle-right hip-left hip-right neck lower-back upper-back", 7,
    5, TRUE, 5, TRUE },
  { "shoulder-girdle-left shoulder-girdle-right hip-left hip-right neck lower-back upper-back", 7,
    5, TRUE, 4, FALSE },
  { "shoulder-girdle-left shoulder-girdle-right hip-left neck", 4, 4, TRUE, 9, TRUE },
  { "shoulder-girdle-left shoulder-girdle-right hip-left neck", 4, 4, TRUE, 8, FALSE },
  { "shoulder-girdle-left shoulder-girdle-right neck", 3, 3, FALSE, 12, FALSE },
  { "jaw-left jaw-right chest abdomen hip-left hip-right", 6, 2, FALSE, 12, FALSE },
  { ALL_AREAS, 19, 5, TRUE, 12, TRUE },
};

static void
test_cases (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, 9);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) ids = find_places (body, cases[i].areas);
      FasciaCounts counts = count (body, ids);

      g_assert_cmpuint (ids->len, ==, cases[i].n_areas);
      g_assert_cmpuint (counts.n_areas, ==, cases[i].n_areas);
      g_assert_cmpuint (counts.n_body_regions, ==, cases[i].n_regions);
      g_assert_cmpint (counts.is_generalized, ==, cases[i].is_generalized);
      g_assert_cmpint (fascia_counts_is_widespread_2016 (counts.n_areas, counts.is_generalized,
                                                         cases[i].severity),
                       ==, cases[i].is_widespread);
    }
}

static void
test_everything (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  FasciaCounts counts;

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    g_ptr_array_add (ids, (gpointer) fascia_region_get_id (fascia_body_get_region (body, i)));
  counts = count (body, ids);
  g_assert_cmpuint (counts.n_places, ==, FASCIA_COUNTS_PLACES);
  g_assert_cmpuint (counts.n_areas, ==, FASCIA_COUNTS_AREAS);
  g_assert_cmpuint (counts.n_areas_extended, ==, FASCIA_COUNTS_AREAS);
  g_assert_cmpuint (counts.n_body_regions, ==, FASCIA_COUNTS_BODY_REGIONS);
  g_assert_true (counts.is_generalized);
  g_assert_cmpuint (counts.n_choir, ==, FASCIA_COUNTS_CHOIR);
  g_assert_cmpuint (counts.n_michigan, ==, FASCIA_COUNTS_MICHIGAN);

  /* Twice is once. */
  g_ptr_array_extend (ids, ids, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 220);
  counts = count (body, ids);
  g_assert_cmpuint (counts.n_places, ==, FASCIA_COUNTS_PLACES);
  g_assert_cmpuint (counts.n_choir, ==, FASCIA_COUNTS_CHOIR);
}

static void
test_few (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const char *const ids[] = { "hand-palm-left", "tail", "", NULL, "knee-front-right" };
  const char *const middle[] = { "tailbone" };
  FasciaCounts counts;

  /* Joints, hands and feet belong to none of the 19 by name. */
  fascia_counts_from_regions (body, ids, G_N_ELEMENTS (ids), &counts);
  g_assert_cmpuint (counts.n_places, ==, 2);
  g_assert_cmpuint (counts.n_areas, ==, 0);
  g_assert_cmpuint (counts.n_areas_extended, ==, 2);
  g_assert_cmpuint (counts.n_body_regions, ==, 0);
  g_assert_cmpuint (counts.n_michigan, ==, 2);

  /* A place on the midline lies on two areas of another map. */
  fascia_counts_from_regions (body, middle, 1, &counts);
  g_assert_cmpuint (counts.n_michigan, ==, 2);
  fascia_counts_from_regions (body, NULL, 0, &counts);
  g_assert_cmpuint (counts.n_places + counts.n_choir + counts.n_michigan, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/counts/cases", test_cases);
  g_test_add_func ("/counts/everything", test_everything);
  g_test_add_func ("/counts/few", test_few);

  return g_test_run ();
}

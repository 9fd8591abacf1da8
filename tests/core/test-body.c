/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body: the table of regions, finding, retired and broken data, speed.
 */

#include "core/body/fascia-body.h"

#include <math.h>
#include <string.h>

static const FasciaView views[] = { FASCIA_VIEW_FRONT, FASCIA_VIEW_BACK };

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  g_assert_nonnull (body);
  return body;
}

static gboolean
is_in (const char *const *list, const char *text)
{
  return g_strv_contains (list, text);
}

/* ── The table ───────────────────────────────────────────────────────────────────────────────── */

static void
test_table (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) bases = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_front = 0, n_pairs = 0, n_midline = 0;

  g_assert_cmpuint (fascia_body_get_n_regions (body), ==, 110);
  for (guint i = 0; i < 110; i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const char *id = fascia_region_get_id (region);
      const char *name = fascia_region_get_name_c (region);

      g_assert_cmpuint (fascia_region_get_index (region), ==, i);
      g_assert_true (g_hash_table_add (ids, (gpointer) id));
      g_assert_true (g_hash_table_add (names, (gpointer) name));
      g_hash_table_add (bases, (gpointer) fascia_region_get_base (region));
      g_assert_true (fascia_body_lookup (body, id) == region);
      g_assert_cmpint (g_utf8_strlen (name, -1), <=, 32);
      g_assert_cmpuint (g_strv_length ((GStrv) fascia_region_get_structures (region)), >, 0);
      g_assert_cmpuint (g_strv_length ((GStrv) fascia_region_get_tools (region)), >, 0);
      g_assert_cmpuint (fascia_region_get_since (region), ==, 1);
      g_assert_cmpuint (fascia_region_get_retired (region), ==, 0);
      n_front += fascia_region_get_view (region) == FASCIA_VIEW_FRONT;
      n_pairs += fascia_region_get_side (region) == FASCIA_SIDE_LEFT;
      n_midline += fascia_region_get_side (region) == FASCIA_SIDE_MIDLINE;
    }
  g_assert_cmpuint (n_front, ==, 54);
  g_assert_cmpuint (n_pairs, ==, 53);
  g_assert_cmpuint (n_midline, ==, 4);
  g_assert_cmpuint (g_hash_table_size (bases), ==, 57);
  g_assert_null (fascia_body_get_region (body, 110));
}

/* The id, the side, the name and the mirror of every region say the same. */
static void
test_sides (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const FasciaRegion *mirror = fascia_region_get_mirror (region);
      const char *id = fascia_region_get_id (region);
      const char *name = fascia_region_get_name_c (region);

      switch (fascia_region_get_side (region))
        {
        case FASCIA_SIDE_LEFT:
          g_assert_true (g_str_has_suffix (id, "-left"));
          g_assert_true (g_str_has_prefix (name, "Left "));
          break;
        case FASCIA_SIDE_RIGHT:
          g_assert_true (g_str_has_suffix (id, "-right"));
          g_assert_true (g_str_has_prefix (name, "Right "));
          break;
        case FASCIA_SIDE_MIDLINE:
          g_assert_null (mirror);
          g_assert_cmpstr (id, ==, fascia_region_get_base (region));
          g_assert_null (strstr (name, "eft"));
          g_assert_null (strstr (name, "ight"));
          continue;
        }
      g_assert_nonnull (mirror);
      g_assert_true (fascia_region_get_mirror (mirror) == region);
      g_assert_cmpstr (fascia_region_get_base (mirror), ==, fascia_region_get_base (region));
      g_assert_cmpint (fascia_region_get_side (mirror), !=, fascia_region_get_side (region));
      g_assert_cmpint (fascia_region_get_view (mirror), ==, fascia_region_get_view (region));
      g_assert_cmpstr (strchr (name, ' '), ==, strchr (fascia_region_get_name_c (mirror), ' '));
      g_assert_cmpstr (fascia_region_get_caution_c (mirror), ==,
                       fascia_region_get_caution_c (region));
    }
  g_assert_cmpstr (fascia_region_get_name_c (fascia_body_lookup (body, "shoulder-top-left")), ==,
                   "Left shoulder top");
  g_assert_cmpstr (fascia_region_get_name_c (fascia_body_lookup (body, "upper-back-inner-right")),
                   ==, "Right between blade and spine");
}

static void
test_groups (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const char *const codes[] = {
    "head", "neck", "shoulder", "chest", "abdomen", "upper-back", "lower-back",
    "hip",  "arm",  "hand",     "thigh", "knee",    "calf",       "foot",
  };
  guint last = 0;

  g_assert_cmpuint (fascia_body_get_n_groups (body), ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_cmpstr (fascia_body_get_group_code (body, i), ==, codes[i]);
      g_assert_cmpstr (fascia_body_get_group_name (body, codes[i]), !=, codes[i]);
    }
  g_assert_null (fascia_body_get_group_code (body, G_N_ELEMENTS (codes)));
  g_assert_cmpstr (fascia_body_get_group_name (body, "wing"), ==, "wing");

  /* Regions come in the order of their groups. */
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const char *group = fascia_region_get_group (fascia_body_get_region (body, i));
      guint at;

      for (at = 0; at < G_N_ELEMENTS (codes); at++)
        if (g_str_equal (codes[at], group))
          break;
      g_assert_cmpuint (at, <, G_N_ELEMENTS (codes));
      g_assert_cmpuint (at, >=, last);
      last = at;
    }
}

/* The 19 areas of the 2016 widespread-pain index, all reached; sides never crossed. */
static void
test_other_maps (void)
{
  const char *const areas[] = {
    "jaw-left",
    "jaw-right",
    "neck",
    "shoulder-girdle-left",
    "shoulder-girdle-right",
    "upper-arm-left",
    "upper-arm-right",
    "lower-arm-left",
    "lower-arm-right",
    "chest",
    "abdomen",
    "upper-back",
    "lower-back",
    "hip-left",
    "hip-right",
    "upper-leg-left",
    "upper-leg-right",
    "lower-leg-left",
    "lower-leg-right",
    NULL,
  };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) choir = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (g_strv_length ((GStrv) areas), ==, 19);
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      FasciaSide side = fascia_region_get_side (region);
      const char *const texts[] = {
        fascia_region_get_wpi_area (region),
        fascia_region_get_wpi_region (region),
        fascia_region_get_wpi_area_extended (region),
        fascia_region_get_michigan (region)[0],
      };
      const guint *segments;
      guint n;

      if (texts[0] != NULL)
        {
          g_assert_true (is_in (areas, texts[0]));
          g_hash_table_add (reached, (gpointer) texts[0]);
          g_assert_cmpint (fascia_region_get_wpi_count (region), !=, FASCIA_WPI_NONE);
        }
      else
        g_assert_cmpint (fascia_region_get_wpi_count (region), ==, FASCIA_WPI_NONE);
      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        {
          g_autofree char *lower
              = texts[k] != NULL ? g_ascii_strdown (texts[k], -1) : g_strdup ("");

          if (side == FASCIA_SIDE_LEFT)
            g_assert_null (strstr (lower, "right"));
          if (side == FASCIA_SIDE_RIGHT)
            g_assert_null (strstr (lower, "left"));
        }
      segments = fascia_region_get_choir (region, &n);
      g_assert_cmpuint (n, ==, side == FASCIA_SIDE_MIDLINE ? 2 : 1);
      for (guint k = 0; k < n; k++)
        {
          g_assert_cmpuint (segments[k] / 100, ==,
                            fascia_region_get_view (region) == FASCIA_VIEW_FRONT ? 1 : 2);
          g_assert_cmpuint (segments[k] % 100, >=, 1);
          g_assert_cmpuint (segments[k] % 100, <=, segments[k] / 100 == 1 ? 36 : 38);
          g_hash_table_add (choir, GUINT_TO_POINTER (segments[k]));
        }
      if (side == FASCIA_SIDE_LEFT)
        g_assert_cmpuint (segments[0], !=,
                          fascia_region_get_choir (fascia_region_get_mirror (region), NULL)[0]);
    }
  g_assert_cmpuint (g_hash_table_size (reached), ==, 19);
  /* 36 and 38 segments; the parting of front and back of some limbs has none of ours. */
  g_assert_cmpuint (g_hash_table_size (choir), >=, 50);
}

static void
test_beside (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const char *const *beside = fascia_region_get_beside (region);

      for (guint k = 0; beside[k] != NULL; k++)
        {
          g_autofree char *left = g_strconcat (beside[k], "-left", NULL);

          g_assert_nonnull (fascia_body_lookup (body, left));
          g_assert_cmpstr (beside[k], !=, fascia_region_get_base (region));
        }
      /* A closed place says where to work instead, the midline aside. */
      if (is_in (fascia_region_get_tools (region), "none")
          && fascia_region_get_side (region) != FASCIA_SIDE_MIDLINE)
        g_assert_nonnull (beside[0]);
    }
}

/* ── Finding ─────────────────────────────────────────────────────────────────────────────────── */

static void
assert_found (const FasciaBody *body, const char *text, const char *id)
{
  g_autoptr (GPtrArray) found = fascia_body_find (body, text, 5);

  if (found->len == 0)
    g_error ("“%s” finds nothing", text);
  if (g_strcmp0 (fascia_region_get_id (g_ptr_array_index (found, 0)), id) != 0)
    g_error ("“%s” finds %s first, not %s", text,
             fascia_region_get_id (g_ptr_array_index (found, 0)), id);
}

static void
test_find (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) empty = NULL;
  g_autoptr (GPtrArray) broken = NULL;

  assert_found (body, "l sh t", "shoulder-top-left");
  assert_found (body, "r sh t", "shoulder-top-right");
  assert_found (body, "Left shoulder top", "shoulder-top-left");
  assert_found (body, "LEFT  SHOULDER", "shoulder-top-left");
  assert_found (body, "right trap", "shoulder-top-right");
  assert_found (body, "l jaw", "jaw-left");
  assert_found (body, "r low back", "lower-back-right");
  assert_found (body, "lower back left", "lower-back-left");
  assert_found (body, "r calf up", "calf-upper-right");
  assert_found (body, "r l calf", "calf-lower-right");
  assert_found (body, "l l calf", "calf-lower-left");
  assert_found (body, "tailb", "tailbone");
  assert_found (body, "sacrum", "sacrum");
  assert_found (body, "l quad", "thigh-front-left");
  assert_found (body, "r it band", "thigh-outer-right");
  assert_found (body, "l piriformis", "buttock-lower-left");
  assert_found (body, "right between", "upper-back-inner-right");
  assert_found (body, "sole r", "foot-sole-right");
  assert_found (body, "shoulder-top-right", "shoulder-top-right");
  assert_found (body, "l tmj", "jaw-left");

  both = fascia_body_find (body, "groin", 0);
  g_assert_cmpuint (both->len, ==, 2);
  none = fascia_body_find (body, "l xyzzy", 0);
  g_assert_cmpuint (none->len, ==, 0);
  empty = fascia_body_find (body, "  ", 0);
  g_assert_cmpuint (empty->len, ==, 0);
  broken = fascia_body_find (body, "\xff\xfe", 0);
  g_assert_cmpuint (broken->len, ==, 0);
}

/* ── Other data ──────────────────────────────────────────────────────────────────────────────── */

#define SMALL_REGIONS                                                                              \
  "<regions version='1'><group code='g'><name>G</name></group>"                                    \
  "<region id='a-left' base='a' side='left' view='front' group='g' mirror='a-right' tools='none' " \
  "certainty='to-verify'><name>Left a</name></region>"                                             \
  "<region id='a-right' base='a' side='right' view='front' group='g' mirror='a-left' tools='none'" \
  " certainty='to-verify'><name>Right a</name></region>"                                           \
  "<region id='old' base='old' side='midline' view='front' group='g' tools='none' "                \
  "certainty='to-verify' retired='2' replaced-by='older'><name>Old</name></region>"                \
  "<region id='older' base='older' side='midline' view='front' group='g' tools='none' "            \
  "certainty='to-verify' retired='2' replaced-by='a-left'><name>Older</name></region>"             \
  "<region id='gone' base='gone' side='midline' view='front' group='g' tools='none' "              \
  "certainty='to-verify' retired='2'><name>Gone</name></region>"                                   \
  "<region id='loop' base='loop' side='midline' view='front' group='g' tools='none' "              \
  "certainty='to-verify' retired='2' replaced-by='loop'><name>Loop</name></region>"                \
  "</regions>"
#define SMALL_FIGURE                                                                               \
  "figure 1\nview front\narc 0 out 0 0 l 10 0 l 0 10 l -10 0\narc 1 mid 0 10 l 0 -10\n"            \
  "outline mid +0\nshape a pair h 5 5 5 +0 +1\nstep a - - ~a -\n"

static void
test_retired (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new_from_data (SMALL_REGIONS, SMALL_FIGURE, &error);
  const FasciaRegion *left, *right;

  g_assert_no_error (error);
  left = fascia_body_lookup (body, "a-left");
  right = fascia_body_lookup (body, "a-right");
  g_assert_cmpuint (fascia_body_get_n_regions (body), ==, 2);
  g_assert_true (fascia_body_lookup (body, "old") == left);
  g_assert_null (fascia_body_lookup (body, "gone"));
  g_assert_null (fascia_body_lookup (body, "loop"));
  g_assert_null (fascia_body_lookup (body, "never"));
  g_assert_null (fascia_body_lookup (body, ""));
  g_assert_true (fascia_body_pick (body, FASCIA_VIEW_FRONT, 5, 5, 0) == left);
  g_assert_true (fascia_body_pick (body, FASCIA_VIEW_FRONT, -5, 5, 0) == right);
  g_assert_true (fascia_body_get_neighbour (body, left, FASCIA_VIEW_FRONT, FASCIA_DIRECTION_LEFT)
                 == right);
  g_assert_true (fascia_body_get_neighbour (body, right, FASCIA_VIEW_FRONT, FASCIA_DIRECTION_RIGHT)
                 == left);
  g_assert_null (fascia_body_get_neighbour (body, left, FASCIA_VIEW_BACK, FASCIA_DIRECTION_LEFT));
}

static void
test_bad_data (void)
{
  const char *const figures[] = {
    "figure 2\n",
    "figure 1\n",
    "view side\n",
    "arc 0 out 0 0 l 1 1\n",
    "figure 1\nview front\narc 0 out 0 0 l 1\n",
    "figure 1\nview front\narc 0 out 0 nan l 1 1\n",
    "figure 1\nview front\narc 0 out 0 0 q 1 1\n",
    "figure 1\nview front\narc 3 out 0 0 l 1 1\n",
    "figure 1\nview front\narc 0 in 0 0 l 1 1\n",
    "figure 1\nview front\nshape a pair h 5 5 5 +0\n",
    "figure 1\nview front\narc 0 out 0 0 l 1 1\nshape b pair h 5 5 5 +0\n",
    "figure 1\nview front\narc 0 out 0 0 l 1 1\nshape a mid h 5 5 5 +0\n",
    "figure 1\nview back\narc 0 out 0 0 l 1 1\nshape a pair h 5 5 5 +0\n",
    "figure 1\nview front\narc 0 out 0 0 l 1 1\narc 1 out 5 5 l 1 1\nshape a pair h 5 5 5 +0 +1\n",
    SMALL_FIGURE "step a b - - -\n",
    SMALL_FIGURE "step a a - - -\n",
    SMALL_FIGURE "step a - -\n",
    SMALL_FIGURE "wing a\n",
    SMALL_FIGURE "lonely\n",
  };
  const char *const tables[] = {
    "",
    "<regions>",
    "<regions><region id='a'/></regions>",
    "<regions><group code='g'><name>G</name></group><region id='a' base='a' side='up' view='front' "
    "group='g' tools='none' certainty='x'><name>A</name></region></regions>",
    "<regions><group code='g'><name>G</name></group><region id='a' base='a' side='midline' "
    "view='front' group='h' tools='none' certainty='x'><name>A</name></region></regions>",
    "<regions><group code='g'><name>G</name></group><region id='a' base='a' side='midline' "
    "view='front' group='g' tools='none' certainty='x'></region></regions>",
    "<regions><group code='g'><name>G</name></group><region id='a' base='a' side='left' "
    "view='front' group='g' tools='none' certainty='x'><name>A</name></region></regions>",
    "<regions><group code='g'><name>G</name></group><region id='a' base='a' side='midline' "
    "view='front' group='g' choir='7' tools='none' certainty='x'><name>A</name></region></regions>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fascia_body_new_from_data (SMALL_REGIONS, figures[i], &error));
      g_assert_error (error, FASCIA_BODY_ERROR, FASCIA_BODY_ERROR_DATA);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fascia_body_new_from_data (tables[i], SMALL_FIGURE, &error));
      g_assert_nonnull (error);
    }
}

/* ── Speed, told but not judged: machines differ ─────────────────────────────────────────────── */

static void
test_speed (void)
{
  g_autoptr (FasciaBody) body = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double best = G_MAXDOUBLE;
  gint64 start;

  for (guint i = 0; i < 9; i++)
    {
      g_clear_pointer (&body, fascia_body_unref);
      start = g_get_monotonic_time ();
      body = load_body ();
      best = fmin (best, (double) (g_get_monotonic_time () - start));
    }
  g_test_message ("load: %.2f ms", best / 1000);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 20000; i++)
    fascia_body_pick (body, views[i % 2], g_rand_double_range (rand, -218, 218),
                      g_rand_double_range (rand, -6, 766), 0);
  g_test_message ("pick: %.2f µs", (double) (g_get_monotonic_time () - start) / 20000);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 50; i++)
    g_ptr_array_unref (fascia_body_find (body, "l sh t", 8));
  g_test_message ("find: %.2f ms", (double) (g_get_monotonic_time () - start) / 50000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body/table", test_table);
  g_test_add_func ("/body/sides", test_sides);
  g_test_add_func ("/body/groups", test_groups);
  g_test_add_func ("/body/other-maps", test_other_maps);
  g_test_add_func ("/body/beside", test_beside);
  g_test_add_func ("/body/find", test_find);
  g_test_add_func ("/body/retired", test_retired);
  g_test_add_func ("/body/bad-data", test_bad_data);
  g_test_add_func ("/body/speed", test_speed);

  return g_test_run ();
}

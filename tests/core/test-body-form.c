/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Forms of the figure: what settings say of them, and limbs that are not there.
 */

#include "core/body/fascia-body.h"

static const FasciaView views[] = { FASCIA_VIEW_FRONT, FASCIA_VIEW_BACK };

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static FasciaBody *
make_limb (FasciaBody *base, FasciaLimb limb, FasciaLimbState state)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  form.limbs[limb] = state;
  return fascia_body_new_with_form (base, &form);
}

/* ── Settings ────────────────────────────────────────────────────────────────────────────────── */

static FasciaSettings *
set (FasciaSettings *settings, const char *key, GVariant *value)
{
  FasciaSettings *changed = fascia_settings_with (settings, key, value);

  fascia_settings_unref (settings);
  return changed;
}

static void
test_settings (void)
{
  const FasciaBodyForm plain = FASCIA_BODY_FORM_INIT;
  FasciaBodyForm form, again;
  g_autoptr (FasciaSettings) settings = fascia_settings_new ();
  g_autoptr (GVariant) limbs = NULL;
  const char *const texts[] = {
    "hand-left:hidden",
    "foot-right:phantom",
    "wing-left:hidden",
    "leg-left:gone",
    "leg-left",
    ":hidden",
    "leg:phantom",
    "",
    NULL,
  };

  fascia_body_form_read (&form, settings);
  g_assert_true (fascia_body_form_equal (&form, &plain));
  settings = set (settings, FASCIA_SETTING_BUILD, g_variant_new_string ("full"));
  settings = set (settings, FASCIA_SETTING_FACING, g_variant_new_string ("own"));
  settings = set (settings, FASCIA_SETTING_LIMBS, g_variant_new_strv (texts, -1));
  fascia_body_form_read (&form, settings);
  g_assert_cmpint (form.build, ==, FASCIA_BUILD_FULL);
  g_assert_cmpint (form.facing, ==, FASCIA_FACING_OWN);
  for (int i = 0; i < FASCIA_N_LIMBS; i++)
    g_assert_cmpint (form.limbs[i], ==,
                     i == FASCIA_LIMB_HAND_LEFT    ? FASCIA_LIMB_HIDDEN
                     : i == FASCIA_LIMB_FOOT_RIGHT ? FASCIA_LIMB_PHANTOM
                                                   : FASCIA_LIMB_THERE);
  g_assert_false (fascia_body_form_equal (&form, &plain));

  /* What is written is read again. */
  limbs = fascia_body_form_write_limbs (&form);
  g_assert_true (g_variant_is_of_type (limbs, G_VARIANT_TYPE_STRING_ARRAY));
  g_assert_cmpuint (g_variant_n_children (limbs), ==, 2);
  settings = set (settings, FASCIA_SETTING_LIMBS, limbs);
  fascia_body_form_read (&again, settings);
  g_assert_true (fascia_body_form_equal (&form, &again));

  /* Words of another version, and values of another type, are as if not there. */
  settings = set (settings, FASCIA_SETTING_BUILD, g_variant_new_string ("giant"));
  settings = set (settings, FASCIA_SETTING_FACING, g_variant_new_boolean (TRUE));
  settings = set (settings, FASCIA_SETTING_LIMBS, g_variant_new_string ("hand-left:hidden"));
  fascia_body_form_read (&form, settings);
  g_assert_true (fascia_body_form_equal (&form, &plain));
}

static void
test_codes (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < FASCIA_N_LIMBS; i++)
    {
      const char *code = fascia_limb_to_code ((FasciaLimb) i);
      const char *name = fascia_limb_get_name ((FasciaLimb) i);
      gboolean is_left = g_str_has_suffix (code, "-left");

      g_assert_true (g_hash_table_add (codes, (gpointer) code));
      g_assert_true (is_left || g_str_has_suffix (code, "-right"));
      g_assert_true (g_str_has_prefix (name, is_left ? "Left " : "Right "));
      g_assert_cmpint (i % 2, ==, is_left ? 0 : 1);
    }
  g_assert_cmpstr (fascia_build_to_code (FASCIA_BUILD_LIGHT), ==, "light");
  g_assert_cmpstr (fascia_build_to_code (FASCIA_BUILD_FULL), ==, "full");
  g_assert_cmpstr (fascia_facing_to_code (FASCIA_FACING_FACING), ==, "facing");
  g_assert_cmpstr (fascia_facing_to_code (FASCIA_FACING_OWN), ==, "own");
}

/* ── Limbs ───────────────────────────────────────────────────────────────────────────────────── */

static const struct
{
  FasciaLimb limb;
  guint n_regions;
  const char *first, *last, *kept;
} limbs[] = {
  { FASCIA_LIMB_ARM_LEFT, 10, "upper-arm-front-left", "hand-back-left", "shoulder-front-left" },
  { FASCIA_LIMB_ARM_RIGHT, 10, "upper-arm-back-right", "hand-palm-right", "upper-arm-front-left" },
  { FASCIA_LIMB_FOREARM_LEFT, 6, "forearm-back-left", "hand-palm-left", "elbow-front-left" },
  { FASCIA_LIMB_FOREARM_RIGHT, 6, "forearm-front-right", "wrist-back-right", "elbow-back-right" },
  { FASCIA_LIMB_HAND_LEFT, 2, "hand-palm-left", "hand-back-left", "wrist-front-left" },
  { FASCIA_LIMB_HAND_RIGHT, 2, "hand-palm-right", "hand-back-right", "hand-palm-left" },
  { FASCIA_LIMB_LEG_LEFT, 15, "thigh-inner-left", "foot-sole-left", "buttock-lower-left" },
  { FASCIA_LIMB_LEG_RIGHT, 15, "thigh-outer-right", "heel-right", "thigh-inner-left" },
  { FASCIA_LIMB_LOWER_LEG_LEFT, 9, "shin-front-left", "foot-top-left", "knee-back-left" },
  { FASCIA_LIMB_LOWER_LEG_RIGHT, 9, "lower-leg-outer-right", "heel-right", "knee-front-right" },
  { FASCIA_LIMB_FOOT_LEFT, 3, "foot-top-left", "foot-sole-left", "ankle-front-left" },
  { FASCIA_LIMB_FOOT_RIGHT, 3, "heel-right", "foot-sole-right", "ankle-back-right" },
};

/* A hidden limb is not on the figure; its places stay in the table. */
static void
test_hidden (void)
{
  g_autoptr (FasciaBody) base = load_body ();

  g_assert_cmpuint (G_N_ELEMENTS (limbs), ==, FASCIA_N_LIMBS);
  for (guint i = 0; i < G_N_ELEMENTS (limbs); i++)
    {
      g_autoptr (FasciaBody) body = make_limb (base, limbs[i].limb, FASCIA_LIMB_HIDDEN);
      const FasciaRegion *first = fascia_body_lookup (body, limbs[i].first);
      const FasciaRegion *last = fascia_body_lookup (body, limbs[i].last);
      const FasciaRegion *kept = fascia_body_lookup (body, limbs[i].kept);
      guint n_hidden = 0;

      g_assert_cmpuint (fascia_body_get_n_regions (body), ==, 110);
      for (guint k = 0; k < 110; k++)
        n_hidden += !fascia_body_is_shown (body, fascia_body_get_region (body, k));
      g_assert_cmpuint (n_hidden, ==, limbs[i].n_regions);
      g_assert_false (fascia_body_is_shown (body, first));
      g_assert_false (fascia_body_is_shown (body, last));
      g_assert_false (fascia_body_is_phantom (body, last));
      g_assert_true (fascia_body_is_shown (body, kept));
      for (guint v = 0; v < G_N_ELEMENTS (views); v++)
        {
          guint n, n_all, n_phantoms;
          const FasciaShape *shapes = fascia_body_get_shapes (body, views[v], &n);
          const FasciaShape *all = fascia_body_get_shapes (base, views[v], &n_all);

          g_assert_cmpuint (n, <, n_all);
          for (guint k = 0; k < n; k++)
            g_assert_true (fascia_body_is_shown (body, shapes[k].region));
          for (guint k = 0; k < n_all; k++)
            {
              gboolean is_shown = fascia_body_is_shown (body, all[k].region);

              g_assert_true (fascia_body_pick (body, views[v], all[k].cx, all[k].cy, 0)
                             == (is_shown ? all[k].region : NULL));
              g_assert_true ((fascia_body_get_shape_on (body, all[k].region, views[v]) != NULL)
                             == is_shown);
            }
          fascia_body_get_phantom_outlines (body, views[v], &n_phantoms);
          g_assert_cmpuint (n_phantoms, ==, 0);
        }
      /* Where it would be is still known. */
      g_assert_cmpfloat (fascia_body_get_home_shape (body, first)->cx, ==,
                         fascia_body_get_home_shape (base, first)->cx);
      g_assert_true (fascia_body_get_home_shape (body, kept)->region == kept);
    }
}

static gboolean
has_inside (const FasciaPath *const *paths, double x, double y)
{
  for (guint i = 0; paths[i] != NULL; i++)
    if (fascia_path_contains (paths[i], x, y))
      return TRUE;
  return FALSE;
}

/* A phantom is marked like any other place and filled like none. */
static void
test_phantom (void)
{
  g_autoptr (FasciaBody) base = load_body ();

  for (guint i = 0; i < G_N_ELEMENTS (limbs); i++)
    {
      g_autoptr (FasciaBody) body = make_limb (base, limbs[i].limb, FASCIA_LIMB_PHANTOM);
      guint n_phantoms = 0;

      for (guint k = 0; k < 110; k++)
        {
          const FasciaRegion *region = fascia_body_get_region (body, k);

          g_assert_true (fascia_body_is_shown (body, region));
          n_phantoms += fascia_body_is_phantom (body, region);
        }
      g_assert_cmpuint (n_phantoms, ==, limbs[i].n_regions);
      for (guint v = 0; v < G_N_ELEMENTS (views); v++)
        {
          guint n;
          const FasciaShape *shapes = fascia_body_get_shapes (body, views[v], &n);
          const FasciaPath *const *filled = fascia_body_get_outlines (body, views[v], NULL);
          const FasciaPath *const *dashed = fascia_body_get_phantom_outlines (body, views[v], NULL);

          for (guint k = 0; k < n; k++)
            {
              gboolean is_phantom = fascia_body_is_phantom (body, shapes[k].region);

              g_assert_true (fascia_body_pick (body, views[v], shapes[k].cx, shapes[k].cy, 0)
                             == shapes[k].region);
              g_assert_true (has_inside (filled, shapes[k].cx, shapes[k].cy) == !is_phantom);
              g_assert_true (has_inside (dashed, shapes[k].cx, shapes[k].cy) == is_phantom);
            }
          for (guint k = 0; k < 110; k++)
            for (int d = FASCIA_DIRECTION_UP; d <= FASCIA_DIRECTION_RIGHT; d++)
              g_assert_true (fascia_body_get_neighbour (body, fascia_body_get_region (body, k),
                                                        views[v], (FasciaDirection) d)
                             == fascia_body_get_neighbour (base, fascia_body_get_region (base, k),
                                                           views[v], (FasciaDirection) d));
        }
    }
}

/* Where a limb ends, the corners are rounded, and only there. */
static void
test_soft_end (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (FasciaBody) body = make_limb (base, FASCIA_LIMB_FOREARM_LEFT, FASCIA_LIMB_HIDDEN);
  g_autoptr (FasciaBody) phantom = make_limb (base, FASCIA_LIMB_FOREARM_LEFT, FASCIA_LIMB_PHANTOM);

  for (guint i = 0; i < 110; i++)
    {
      const FasciaRegion *region = fascia_body_get_region (base, i);
      const char *id = fascia_region_get_id (region);
      double area = fascia_path_get_area (fascia_body_get_home_shape (base, region)->path);
      double ended = fascia_path_get_area (fascia_body_get_home_shape (body, region)->path);
      double ghost = fascia_path_get_area (fascia_body_get_home_shape (phantom, region)->path);

      g_assert_cmpfloat_with_epsilon (ghost, area, 1e-9);
      if (!g_str_equal (id, "elbow-front-left") && !g_str_equal (id, "elbow-back-left")
          && fascia_body_is_shown (body, region))
        g_assert_cmpfloat_with_epsilon (ended, area, 1e-9);
      else if (fascia_body_is_shown (body, region))
        {
          g_assert_cmpfloat (ended, <, area - 5);
          g_assert_cmpfloat (ended, >, 0.85 * area);
        }
    }
}

/* What is further in wins over what is further out, hidden over phantom. */
static void
test_nested (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (FasciaBody) body = NULL;
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  form.limbs[FASCIA_LIMB_FOREARM_LEFT] = FASCIA_LIMB_PHANTOM;
  form.limbs[FASCIA_LIMB_HAND_LEFT] = FASCIA_LIMB_HIDDEN;
  form.limbs[FASCIA_LIMB_LEG_RIGHT] = FASCIA_LIMB_HIDDEN;
  form.limbs[FASCIA_LIMB_FOOT_RIGHT] = FASCIA_LIMB_PHANTOM;
  body = fascia_body_new_with_form (base, &form);
  g_assert_true (fascia_body_is_phantom (body, fascia_body_lookup (body, "wrist-front-left")));
  g_assert_false (fascia_body_is_shown (body, fascia_body_lookup (body, "hand-palm-left")));
  g_assert_false (fascia_body_is_shown (body, fascia_body_lookup (body, "foot-top-right")));
  g_assert_true (fascia_body_is_shown (body, fascia_body_lookup (body, "foot-top-left")));
}

/* Every place that is shown on a view can be reached from every other, and every step leads to one
 * that is shown, whatever is hidden. */
static void
check_walk (const FasciaBody *body, FasciaView view)
{
  guint n;
  const FasciaShape *shapes = fascia_body_get_shapes (body, view, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_seen[110] = { FALSE };
      const FasciaRegion *queue[110];
      guint head = 0, tail = 0;

      queue[tail++] = shapes[i].region;
      is_seen[fascia_region_get_index (shapes[i].region)] = TRUE;
      while (head < tail)
        {
          const FasciaRegion *at = queue[head++];

          for (int d = FASCIA_DIRECTION_UP; d <= FASCIA_DIRECTION_RIGHT; d++)
            {
              const FasciaRegion *to
                  = fascia_body_get_neighbour (body, at, view, (FasciaDirection) d);

              if (to == NULL)
                continue;
              g_assert_true (to != at);
              g_assert_nonnull (fascia_body_get_shape_on (body, to, view));
              if (!is_seen[fascia_region_get_index (to)])
                queue[tail++] = to;
              is_seen[fascia_region_get_index (to)] = TRUE;
            }
        }
      for (guint k = 0; k < n; k++)
        if (!is_seen[fascia_region_get_index (shapes[k].region)])
          g_error ("%s cannot be reached from %s", fascia_region_get_id (shapes[k].region),
                   fascia_region_get_id (shapes[i].region));
    }
}

static void
test_walk (void)
{
  g_autoptr (FasciaBody) base = load_body ();

  /* Each limb as far as any of its parts, in all combinations. */
  for (guint code = 0; code < 256; code++)
    {
      FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
      g_autoptr (FasciaBody) body = NULL;

      for (guint limb = 0; limb < 4; limb++)
        {
          guint part = code >> (2 * limb) & 3;
          guint first = limb < 2 ? FASCIA_LIMB_ARM_LEFT + limb : FASCIA_LIMB_LEG_LEFT + limb - 2;

          if (part < 3)
            form.limbs[first + 2 * part] = FASCIA_LIMB_HIDDEN;
        }
      body = fascia_body_new_with_form (base, &form);
      for (guint v = 0; v < G_N_ELEMENTS (views); v++)
        check_walk (body, views[v]);
      for (guint i = 0; i < 110; i++)
        {
          const FasciaRegion *region = fascia_body_get_region (body, i);
          g_autoptr (GPtrArray) adjacent = fascia_body_get_adjacent (body, region);

          for (guint k = 0; k < adjacent->len; k++)
            g_assert_true (fascia_body_is_shown (body, g_ptr_array_index (adjacent, k)));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form/settings", test_settings);
  g_test_add_func ("/form/codes", test_codes);
  g_test_add_func ("/form/hidden", test_hidden);
  g_test_add_func ("/form/phantom", test_phantom);
  g_test_add_func ("/form/soft-end", test_soft_end);
  g_test_add_func ("/form/nested", test_nested);
  g_test_add_func ("/form/walk", test_walk);

  return g_test_run ();
}

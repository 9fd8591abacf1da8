/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Insets, whole areas, and how large places are under a fingertip.
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
  return body;
}

static FasciaBody *
make_limb (FasciaBody *base, FasciaLimb limb, FasciaLimbState state)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  form.limbs[limb] = state;
  return fascia_body_new_with_form (base, &form);
}

/* ── Insets ──────────────────────────────────────────────────────────────────────────────────── */

static gboolean
lies_within (const FasciaShape *shape, const FasciaInset *inset)
{
  return inset->view == shape->view && shape->x0 >= inset->x && shape->y0 >= inset->y
         && shape->x1 <= inset->x + inset->width && shape->y1 <= inset->y + inset->height;
}

static void
test_insets (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  static const char *const codes[]
      = { "head-front",      "head-back",  "palm-left", "palm-right", "hand-back-left",
          "hand-back-right", "feet-front", "feet-back", "sole-left",  "sole-right" };

  for (guint build = FASCIA_BUILD_LIGHT; build <= FASCIA_BUILD_FULL; build++)
    for (guint facing = FASCIA_FACING_FACING; facing <= FASCIA_FACING_OWN; facing++)
      {
        FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
        g_autoptr (FasciaBody) body = NULL;
        const FasciaInset *insets;
        guint n;

        form.build = (FasciaBuild) build;
        form.facing = (FasciaFacing) facing;
        body = fascia_body_new_with_form (base, &form);
        insets = fascia_body_get_insets (body, &n);
        g_assert_cmpuint (n, ==, G_N_ELEMENTS (codes));
        for (guint i = 0; i < n; i++)
          {
            const char *name = fascia_inset_get_name (&insets[i]);

            g_assert_cmpstr (insets[i].code, ==, codes[i]);
            g_assert_cmpstr (name, !=, codes[i]);
            g_assert_true (g_str_has_prefix (name, "Left ") == (strstr (codes[i], "left") != NULL));
            g_assert_true (g_str_has_prefix (name, "Right ")
                           == (strstr (codes[i], "right") != NULL));
            g_assert_cmpfloat (insets[i].x, >=, FASCIA_FIGURE_X);
            g_assert_cmpfloat (insets[i].y, >=, FASCIA_FIGURE_Y);
            g_assert_cmpfloat (insets[i].x + insets[i].width, <=,
                               FASCIA_FIGURE_X + FASCIA_FIGURE_WIDTH + 1e-9);
            g_assert_cmpfloat (insets[i].y + insets[i].height, <=,
                               FASCIA_FIGURE_Y + FASCIA_FIGURE_HEIGHT + 1e-9);
          }
        for (guint v = 0; v < G_N_ELEMENTS (views); v++)
          {
            guint n_shapes;
            const FasciaShape *shapes = fascia_body_get_shapes (body, views[v], &n_shapes);

            for (guint s = 0; s < n_shapes; s++)
              {
                const FasciaRegion *region = shapes[s].region;
                const char *base_id = fascia_region_get_base (region);
                gboolean is_found = FALSE;

                if (!g_str_equal (fascia_region_get_group (region), "head")
                    && !g_str_equal (base_id, "skull-base") && !g_str_has_prefix (base_id, "hand-")
                    && !g_str_equal (fascia_region_get_group (region), "foot"))
                  continue;
                for (guint i = 0; i < n; i++)
                  {
                    gboolean is_within = lies_within (&shapes[s], &insets[i]);

                    is_found |= is_within;
                    /* A hand lies in the frame of its own side. */
                    if (is_within && g_str_has_prefix (base_id, "hand-"))
                      g_assert_true (g_str_has_suffix (
                          insets[i].code, fascia_side_to_code (fascia_region_get_side (region))));
                  }
                if (!is_found)
                  g_error ("%s lies in no inset", fascia_region_get_id (region));
              }
          }
      }
}

static void
test_insets_hidden (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (FasciaBody) body = make_limb (base, FASCIA_LIMB_HAND_LEFT, FASCIA_LIMB_HIDDEN);
  const FasciaInset *insets;
  guint n;

  insets = fascia_body_get_insets (body, &n);
  g_assert_cmpuint (n, ==, 8);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (insets[i].code, !=, "palm-left");
      g_assert_cmpstr (insets[i].code, !=, "hand-back-left");
    }
}

/* ── Whole areas ─────────────────────────────────────────────────────────────────────────────── */

static guint
count_area (const FasciaBody *body, const char *code)
{
  for (guint i = 0; i < fascia_body_get_n_areas (body); i++)
    if (g_str_equal (fascia_body_get_area_code (body, i), code))
      {
        const FasciaRegion *const *regions = fascia_body_get_area_regions (body, i);
        guint n = 0;

        while (regions[n] != NULL)
          n++;
        return n;
      }
  g_error ("no area “%s”", code);
}

static gboolean
is_in_area (const FasciaBody *body, const char *code, const char *id)
{
  for (guint i = 0; i < fascia_body_get_n_areas (body); i++)
    if (g_str_equal (fascia_body_get_area_code (body, i), code))
      {
        const FasciaRegion *const *regions = fascia_body_get_area_regions (body, i);

        for (guint k = 0; regions[k] != NULL; k++)
          if (g_str_equal (fascia_region_get_id (regions[k]), id))
            return TRUE;
      }
  return FALSE;
}

/* What the name of an area says is in it. */
static void
test_areas_by_name (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  g_assert_true (is_in_area (body, "lower-back", "hip-front-left"));
  g_assert_true (is_in_area (body, "lower-back", "hip-outer-right"));
  g_assert_true (is_in_area (body, "lower-back", "flank-left"));
  g_assert_false (is_in_area (body, "lower-back", "thigh-front-left"));
  g_assert_true (is_in_area (body, "whole-back", "shoulder-blade-left"));
  g_assert_false (is_in_area (body, "whole-back", "hip-front-left"));
}

static void
test_areas (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (FasciaBody) body = make_limb (base, FASCIA_LIMB_FOREARM_LEFT, FASCIA_LIMB_HIDDEN);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (fascia_body_get_n_areas (base), >=, 10);
  for (guint i = 0; i < fascia_body_get_n_areas (base); i++)
    {
      const char *code = fascia_body_get_area_code (base, i);
      const FasciaRegion *const *regions = fascia_body_get_area_regions (base, i);
      int last = -1;

      g_assert_true (g_hash_table_add (codes, (gpointer) code));
      g_assert_true (g_hash_table_add (names, (gpointer) fascia_body_get_area_name (base, i)));
      g_assert_nonnull (regions[0]);
      for (guint k = 0; regions[k] != NULL; k++)
        {
          g_assert_cmpint ((int) fascia_region_get_index (regions[k]), >, last);
          last = (int) fascia_region_get_index (regions[k]);
          if (g_str_has_suffix (code, "-left"))
            g_assert_cmpint (fascia_region_get_side (regions[k]), ==, FASCIA_SIDE_LEFT);
          if (g_str_has_suffix (code, "-right"))
            g_assert_cmpint (fascia_region_get_side (regions[k]), ==, FASCIA_SIDE_RIGHT);
        }
    }
  g_assert_null (fascia_body_get_area_code (base, fascia_body_get_n_areas (base)));
  g_assert_null (fascia_body_get_area_name (base, fascia_body_get_n_areas (base)));

  g_assert_cmpuint (count_area (base, "all-over"), ==, 110);
  g_assert_cmpuint (count_area (base, "arm-left"), ==, 10);
  g_assert_cmpuint (count_area (base, "leg-right"), ==, 15);
  g_assert_cmpuint (count_area (base, "upper-back"), <, count_area (base, "whole-back"));
  /* What is not there is not marked with the rest. */
  g_assert_cmpuint (count_area (body, "arm-left"), ==, 4);
  g_assert_cmpuint (count_area (body, "arm-right"), ==, 10);
  g_assert_cmpuint (count_area (body, "all-over"), ==, 104);
}

/* ── Under a fingertip ───────────────────────────────────────────────────────────────────────── */

/* In the narrowest window the figure is 430 px high: 0.557 px a unit. A fingertip needs 44 px, and
 * eight times is the most that can be zoomed. */
#define NARROW_SCALE (430.0 / FASCIA_FIGURE_HEIGHT)
#define FINGERTIP 44.0
#define MAX_ZOOM 8.0

static void
test_fingertip (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  double worst = 0;

  for (guint build = FASCIA_BUILD_LIGHT; build <= FASCIA_BUILD_FULL; build++)
    {
      FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
      g_autoptr (FasciaBody) body = NULL;

      form.build = (FasciaBuild) build;
      body = fascia_body_new_with_form (base, &form);
      for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
        {
          const FasciaRegion *region = fascia_body_get_region (body, i);
          double across = 2 * fascia_body_get_home_shape (body, region)->r * NARROW_SCALE;

          worst = fmax (worst, FINGERTIP / across);
          if (across * MAX_ZOOM < FINGERTIP)
            g_error ("%s is %.1f px across at most", fascia_region_get_id (region),
                     across * MAX_ZOOM);
        }
    }
  g_test_message ("every place has %g px at a zoom of %.2f", FINGERTIP, worst);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insets/frames", test_insets);
  g_test_add_func ("/insets/hidden", test_insets_hidden);
  g_test_add_func ("/insets/areas", test_areas);
  g_test_add_func ("/insets/areas-by-name", test_areas_by_name);
  g_test_add_func ("/insets/fingertip", test_fingertip);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where things are on the figure: its ends, what lies behind a place, the parts that words mean. Pure.
 */

#include "config.h"

#include "fascia-body-parts.h"

#include <math.h>

const FasciaRegion *
fascia_body_parts_get_extreme (const FasciaBody *body,
                               FasciaView view,
                               FasciaSide side,
                               gboolean is_head)
{
  g_return_val_if_fail (body != NULL, NULL);

  guint n_shapes = 0;
  const FasciaShape *shapes = fascia_body_get_shapes (body, view, &n_shapes);
  const FasciaShape *best = NULL;

  for (guint i = 0; i < n_shapes; i++)
    {
      const FasciaShape *shape = &shapes[i];
      FasciaSide shape_side = fascia_region_get_side (shape->region);

      if (shape->is_inset
          || (side != FASCIA_SIDE_MIDLINE && shape_side != FASCIA_SIDE_MIDLINE
              && shape_side != side))
        continue;
      if (best == NULL || (is_head ? shape->cy < best->cy : shape->cy > best->cy))
        best = shape;
    }
  return best != NULL ? best->region : NULL;
}

const FasciaRegion *
fascia_body_parts_get_behind (const FasciaBody *body, const FasciaRegion *region, FasciaView view)
{
  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  FasciaView other = view == FASCIA_VIEW_FRONT ? FASCIA_VIEW_BACK : FASCIA_VIEW_FRONT;
  const FasciaShape *from = fascia_body_get_shape_on (body, region, view);
  guint n_shapes = 0;
  const FasciaShape *shapes = fascia_body_get_shapes (body, other, &n_shapes);
  const FasciaShape *best = NULL;
  double best_distance = G_MAXDOUBLE;
  /* Seen from behind, the person's left is on the left of the screen; on the front figure on the
   * right, unless it is seen as one sees oneself. */
  double sign = fascia_body_get_form (body)->facing == FASCIA_FACING_OWN ? -1 : 1;

  if (from == NULL || fascia_body_get_shape_on (body, region, other) != NULL)
    return region;
  for (guint i = 0; i < n_shapes; i++)
    {
      double distance = hypot (shapes[i].cx + sign * from->cx, shapes[i].cy - from->cy);

      if (shapes[i].is_inset || distance >= best_distance)
        continue;
      best = &shapes[i];
      best_distance = distance;
    }
  return best != NULL ? best->region : region;
}

static const FasciaInset *
find_inset (const FasciaBody *body, const char *code)
{
  guint n_insets = 0;
  const FasciaInset *insets = fascia_body_get_insets (body, &n_insets);

  for (guint i = 0; i < n_insets; i++)
    if (g_str_equal (insets[i].code, code))
      return &insets[i];
  return NULL;
}

/* What words stand for on each view: one part after the other, left before right. */
static const char *const words[][2][4] = {
  { { "head", "head-front" }, { "head", "head-back" } },
  { { "hands", "palm-left", "palm-right" }, { "hands", "hand-back-left", "hand-back-right" } },
  { { "feet", "feet-front" }, { "feet", "feet-back", "sole-left", "sole-right" } },
};

static const FasciaInset *
find_of_word (const FasciaBody *body, const char *const *parts, const char *shown, FasciaSide side)
{
  const FasciaInset *found = NULL;
  guint n = 0;
  guint first = 0;
  gboolean is_shown = FALSE;

  while (n + 1 < G_N_ELEMENTS (words[0][0]) && parts[n + 1] != NULL)
    n++;
  for (guint i = 0; i < n && !is_shown; i++)
    if (g_strcmp0 (parts[i + 1], shown) == 0)
      {
        is_shown = TRUE;
        first = i + 1;
      }
  if (!is_shown && n == 2 && side == FASCIA_SIDE_RIGHT)
    first = 1;
  /* One that is not there is passed over. */
  for (guint i = 0; i < n && found == NULL; i++)
    found = find_inset (body, parts[(first + i) % n + 1]);
  return found;
}

const FasciaInset *
fascia_body_parts_find (const FasciaBody *body,
                        FasciaView view,
                        const char *code,
                        const char *shown,
                        FasciaSide side)
{
  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][view - 1][0], code))
      return find_of_word (body, words[i][view - 1], shown, side);
  return find_inset (body, code);
}

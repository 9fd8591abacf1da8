/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which places lie on which limb, and which of them are not there or are phantoms.
 */

#include "fascia-body-private.h"

#include <string.h>

/* From the body outwards: each part of a limb, and the first of the two sides in FasciaLimb. */
static const struct
{
  FasciaLimb limb;
  gboolean is_outer; /* belongs to the limb of the line above, too */
  const char *bases[8];
} parts[] = {
  { FASCIA_LIMB_ARM_LEFT,
    FALSE,
    { "upper-arm-front", "upper-arm-back", "elbow-front", "elbow-back" } },
  { FASCIA_LIMB_FOREARM_LEFT,
    TRUE,
    { "forearm-front", "forearm-back", "wrist-front", "wrist-back" } },
  { FASCIA_LIMB_HAND_LEFT, TRUE, { "hand-palm", "hand-back" } },
  { FASCIA_LIMB_LEG_LEFT,
    FALSE,
    { "thigh-front", "thigh-inner", "thigh-outer", "thigh-back", "knee-front", "knee-back" } },
  { FASCIA_LIMB_LOWER_LEG_LEFT,
    TRUE,
    { "shin-front", "lower-leg-outer", "calf-upper", "calf-lower", "ankle-front", "ankle-back" } },
  { FASCIA_LIMB_FOOT_LEFT, TRUE, { "foot-top", "foot-sole", "heel" } },
};

/* What is hidden further in hides what lies further out; a phantom likewise. */
static FasciaLimbState
get_state (const FasciaBodyForm *form, gsize part, FasciaSide side)
{
  FasciaLimbState state = FASCIA_LIMB_THERE;
  gsize i = part;

  for (;; i--)
    {
      FasciaLimbState own
          = form->limbs[(guint) parts[i].limb + (side == FASCIA_SIDE_RIGHT ? 1 : 0)];

      if (own == FASCIA_LIMB_HIDDEN)
        return own;
      if (own == FASCIA_LIMB_PHANTOM)
        state = own;
      if (!parts[i].is_outer)
        return state;
    }
}

guint8 *
fascia_body_collect_limbs (const FasciaBodyTable *table, const FasciaBodyForm *form)
{
  guint8 *states = g_new0 (guint8, table->regions->len);

  for (guint i = 0; i < table->regions->len; i++)
    {
      const FasciaRegion *region = g_ptr_array_index (table->regions, i);

      if (region->side == FASCIA_SIDE_MIDLINE)
        continue;
      for (gsize p = 0; p < G_N_ELEMENTS (parts); p++)
        if (g_strv_contains (parts[p].bases, region->base))
          states[i] = (guint8) get_state (form, p, region->side);
    }
  return states;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in the body a warning sign belongs, so that all of them can be found by few keys.
 */

#include "config.h"

#include "fascia-help-areas.h"

#include <glib/gi18n.h>

static const struct
{
  const char *group; /* of the table of signs */
  FasciaHelpArea area;
} sorted[] = {
  { "chest", FASCIA_HELP_CHEST },        { "breath", FASCIA_HELP_CHEST },
  { "dvt-lung", FASCIA_HELP_CHEST },     { "thunder", FASCIA_HELP_HEAD },
  { "stroke", FASCIA_HELP_HEAD },        { "head-fever", FASCIA_HELP_HEAD },
  { "head-trauma", FASCIA_HELP_HEAD },   { "head-older", FASCIA_HELP_HEAD },
  { "head-sight", FASCIA_HELP_HEAD },    { "head-change", FASCIA_HELP_HEAD },
  { "head-preg", FASCIA_HELP_HEAD },     { "head-eye", FASCIA_HELP_HEAD },
  { "head-immune", FASCIA_HELP_HEAD },   { "head-medicine", FASCIA_HELP_HEAD },
  { "shingles-eye", FASCIA_HELP_HEAD },  { "neck-artery", FASCIA_HELP_NECK },
  { "trauma-spine", FASCIA_HELP_NECK },  { "cauda-saddle", FASCIA_HELP_BACK },
  { "cauda-bladder", FASCIA_HELP_BACK }, { "cauda-legs", FASCIA_HELP_BACK },
  { "spine-fever", FASCIA_HELP_BACK },   { "inflammatory-back", FASCIA_HELP_BACK },
  { "aorta", FASCIA_HELP_BELLY },        { "belly-blood", FASCIA_HELP_BELLY },
  { "belly", FASCIA_HELP_BELLY },        { "gall", FASCIA_HELP_BELLY },
  { "kidney", FASCIA_HELP_BELLY },       { "pelvic", FASCIA_HELP_BELLY },
  { "weakness", FASCIA_HELP_LIMBS },     { "dvt", FASCIA_HELP_LIMBS },
  { "hot-joint", FASCIA_HELP_LIMBS },    { "compartment", FASCIA_HELP_LIMBS },
  { "limb-cold", FASCIA_HELP_LIMBS },    { "pmr", FASCIA_HELP_LIMBS },
  { "trauma", FASCIA_HELP_WHOLE },       { "new-injury", FASCIA_HELP_WHOLE },
  { "weight", FASCIA_HELP_WHOLE },       { "shingles", FASCIA_HELP_WHOLE },
  { "lump", FASCIA_HELP_WHOLE },         { "not-better", FASCIA_HELP_WHOLE },
  { "new-pain", FASCIA_HELP_WHOLE },     { "mood", FASCIA_HELP_MOOD },
};

static guint
find (const FasciaSign *sign)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (sorted) && !g_str_equal (sorted[i].group, fascia_sign_get_group (sign)))
    i++;
  return i;
}

FasciaHelpArea
fascia_help_area_of (const FasciaSign *sign)
{
  g_return_val_if_fail (sign != NULL, FASCIA_HELP_WHOLE);

  guint i = find (sign);

  return i < G_N_ELEMENTS (sorted) ? sorted[i].area : FASCIA_HELP_WHOLE;
}

gboolean
fascia_help_area_is_known (const FasciaSign *sign)
{
  g_return_val_if_fail (sign != NULL, FALSE);

  return find (sign) < G_N_ELEMENTS (sorted);
}

const char *
fascia_help_area_get_name (FasciaHelpArea area)
{
  switch (area)
    {
    case FASCIA_HELP_CHEST:
      return _ ("Chest and breathing");
    case FASCIA_HELP_HEAD:
      return _ ("Head, face and eyes");
    case FASCIA_HELP_NECK:
      return _ ("Neck");
    case FASCIA_HELP_BACK:
      return _ ("Back, bladder and bowel");
    case FASCIA_HELP_BELLY:
      return _ ("Belly and sides");
    case FASCIA_HELP_LIMBS:
      return _ ("Arms and legs");
    case FASCIA_HELP_MOOD:
      return _ ("Mood");
    case FASCIA_HELP_WHOLE:
    default:
      return _ ("Anywhere");
    }
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the figure is to look for a person: build, facing, limbs. Ids and sides never change with it.
 */

#pragma once

#include <glib.h>

#include "../journal/fascia-settings.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_BUILD_LIGHT = 1, /* the figure as it is drawn */
  FASCIA_BUILD_FULL,      /* a smooth warp of it */
} FasciaBuild;

/* Which way the front figure is seen. The back figure is always seen from behind, its left on the
 * left of the screen. */
typedef enum
{
  FASCIA_FACING_FACING = 1, /* somebody opposite: the person's left on the right of the screen */
  FASCIA_FACING_OWN,        /* as one sees oneself: left on the left */
} FasciaFacing;

/* What lies below includes what lies further out: "forearm" is forearm, wrist and hand. */
typedef enum
{
  FASCIA_LIMB_ARM_LEFT,
  FASCIA_LIMB_ARM_RIGHT,
  FASCIA_LIMB_FOREARM_LEFT,
  FASCIA_LIMB_FOREARM_RIGHT,
  FASCIA_LIMB_HAND_LEFT,
  FASCIA_LIMB_HAND_RIGHT,
  FASCIA_LIMB_LEG_LEFT,
  FASCIA_LIMB_LEG_RIGHT,
  FASCIA_LIMB_LOWER_LEG_LEFT,
  FASCIA_LIMB_LOWER_LEG_RIGHT,
  FASCIA_LIMB_FOOT_LEFT,
  FASCIA_LIMB_FOOT_RIGHT,
  FASCIA_N_LIMBS,
} FasciaLimb;

typedef enum
{
  FASCIA_LIMB_THERE = 0,
  FASCIA_LIMB_HIDDEN,
  FASCIA_LIMB_PHANTOM,
} FasciaLimbState;

typedef struct
{
  FasciaBuild build;
  FasciaFacing facing;
  FasciaLimbState limbs[FASCIA_N_LIMBS];
} FasciaBodyForm;

#define FASCIA_BODY_FORM_INIT { FASCIA_BUILD_LIGHT, FASCIA_FACING_FACING, { 0 } }

gboolean fascia_body_form_equal (const FasciaBodyForm *a, const FasciaBodyForm *b);
/* From the person's settings; whatever they do not say, or say in words of another version, is as
 * in FASCIA_BODY_FORM_INIT. */
void fascia_body_form_read (FasciaBodyForm *form, const FasciaSettings *settings);

/* Stable codes: "light", "full"; "facing", "own"; "arm-left" …; "hidden", "phantom". */
const char *fascia_build_to_code (FasciaBuild build);
const char *fascia_facing_to_code (FasciaFacing facing);
const char *fascia_limb_to_code (FasciaLimb limb);
/* The name in the current language, side first: "Left arm below the elbow". */
const char *fascia_limb_get_name (FasciaLimb limb);
/* (transfer full) What FASCIA_SETTING_LIMBS stores. */
GVariant *fascia_body_form_write_limbs (const FasciaBodyForm *form);

G_END_DECLS

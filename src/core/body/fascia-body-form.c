/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of a figure: its codes, its names, and what the settings say about it.
 */

#include "config.h"

#include "fascia-body-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const build_codes[] = { "light", "full" };
static const char *const facing_codes[] = { "facing", "own" };
static const char *const state_codes[] = { NULL, "hidden", "phantom" };

static const struct
{
  const char *code;
  const char *name;
} limbs[FASCIA_N_LIMBS] = {
  { "arm-left", N_ ("Left arm") },
  { "arm-right", N_ ("Right arm") },
  { "forearm-left", N_ ("Left arm below the elbow") },
  { "forearm-right", N_ ("Right arm below the elbow") },
  { "hand-left", N_ ("Left hand") },
  { "hand-right", N_ ("Right hand") },
  { "leg-left", N_ ("Left leg") },
  { "leg-right", N_ ("Right leg") },
  { "lower-leg-left", N_ ("Left leg below the knee") },
  { "lower-leg-right", N_ ("Right leg below the knee") },
  { "foot-left", N_ ("Left foot") },
  { "foot-right", N_ ("Right foot") },
};

gboolean
fascia_body_form_equal (const FasciaBodyForm *a, const FasciaBodyForm *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->build != b->build || a->facing != b->facing)
    return FALSE;
  for (int i = 0; i < FASCIA_N_LIMBS; i++)
    if (a->limbs[i] != b->limbs[i])
      return FALSE;
  return TRUE;
}

/* 1 and on, 0 when there is no such code. */
static int
find_code (const char *const *codes, gsize n_codes, const char *code)
{
  for (gsize i = 0; i < n_codes; i++)
    if (codes[i] != NULL && g_strcmp0 (codes[i], code) == 0)
      return (int) i + 1;
  return 0;
}

static void
read_limb (FasciaBodyForm *form, const char *text)
{
  const char *colon = strchr (text, ':');
  int state;

  if (colon == NULL)
    return;
  state = find_code (state_codes, G_N_ELEMENTS (state_codes), colon + 1);
  if (state == 0)
    return;
  for (int i = 0; i < FASCIA_N_LIMBS; i++)
    if (strlen (limbs[i].code) == (gsize) (colon - text)
        && strncmp (limbs[i].code, text, (gsize) (colon - text)) == 0)
      form->limbs[i] = (FasciaLimbState) (state - 1);
}

void
fascia_body_form_read (FasciaBodyForm *form, const FasciaSettings *settings)
{
  const char *const *texts;
  int code;

  g_return_if_fail (form != NULL && settings != NULL);

  *form = (FasciaBodyForm) FASCIA_BODY_FORM_INIT;
  code = find_code (build_codes, G_N_ELEMENTS (build_codes),
                    fascia_settings_get_string (settings, FASCIA_SETTING_BUILD, NULL));
  if (code > 0)
    form->build = (FasciaBuild) code;
  code = find_code (facing_codes, G_N_ELEMENTS (facing_codes),
                    fascia_settings_get_string (settings, FASCIA_SETTING_FACING, NULL));
  if (code > 0)
    form->facing = (FasciaFacing) code;
  texts = fascia_settings_get_strv (settings, FASCIA_SETTING_LIMBS);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    read_limb (form, texts[i]);
}

const char *
fascia_build_to_code (FasciaBuild build)
{
  g_return_val_if_fail (build >= FASCIA_BUILD_LIGHT && build <= FASCIA_BUILD_FULL, NULL);
  return build_codes[build - 1];
}

const char *
fascia_facing_to_code (FasciaFacing facing)
{
  g_return_val_if_fail (facing >= FASCIA_FACING_FACING && facing <= FASCIA_FACING_OWN, NULL);
  return facing_codes[facing - 1];
}

const char *
fascia_limb_to_code (FasciaLimb limb)
{
  g_return_val_if_fail ((int) limb >= 0 && limb < FASCIA_N_LIMBS, NULL);
  return limbs[limb].code;
}

const char *
fascia_limb_get_name (FasciaLimb limb)
{
  g_return_val_if_fail ((int) limb >= 0 && limb < FASCIA_N_LIMBS, NULL);
  return _ (limbs[limb].name);
}

GVariant *
fascia_body_form_write_limbs (const FasciaBodyForm *form)
{
  GVariantBuilder builder;

  g_return_val_if_fail (form != NULL, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (int i = 0; i < FASCIA_N_LIMBS; i++)
    if (form->limbs[i] == FASCIA_LIMB_HIDDEN || form->limbs[i] == FASCIA_LIMB_PHANTOM)
      {
        g_autofree char *text = g_strconcat (limbs[i].code, ":", state_codes[form->limbs[i]], NULL);

        g_variant_builder_add (&builder, "s", text);
      }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

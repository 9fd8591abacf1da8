/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes and names of what a step asks of the body. */

#include "config.h"

#include "fascia-traits.h"

#include <glib/gi18n-lib.h>

static const char *const kind_codes[] = {
  "release", "stretch", "strengthen", "control", "move", "breathe", "rest",
};
G_STATIC_ASSERT (G_N_ELEMENTS (kind_codes) == FASCIA_N_STEP_KINDS);

const char *
fascia_step_kind_to_code (FasciaStepKind kind)
{
  g_return_val_if_fail (kind >= FASCIA_STEP_RELEASE && kind <= FASCIA_STEP_REST, NULL);

  return kind_codes[kind - FASCIA_STEP_RELEASE];
}

gboolean
fascia_step_kind_from_code (const char *code, FasciaStepKind *kind)
{
  g_return_val_if_fail (code != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kind_codes); i++)
    if (g_str_equal (code, kind_codes[i]))
      {
        *kind = FASCIA_STEP_RELEASE + i;
        return TRUE;
      }
  return FALSE;
}

const char *
fascia_step_kind_get_name (FasciaStepKind kind)
{
  switch (kind)
    {
    case FASCIA_STEP_RELEASE:
      return C_ ("kind of step", "Release");
    case FASCIA_STEP_STRETCH:
      return C_ ("kind of step", "Stretch");
    case FASCIA_STEP_STRENGTHEN:
      return C_ ("kind of step", "Strengthen");
    case FASCIA_STEP_CONTROL:
      return C_ ("kind of step", "Control");
    case FASCIA_STEP_MOVE:
      return C_ ("kind of step", "Move");
    case FASCIA_STEP_BREATHE:
      return C_ ("kind of step", "Breathe");
    case FASCIA_STEP_REST:
      return C_ ("kind of step", "Rest");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* In the order of the bits. */
static const char *const posture_codes[] = {
  "bed", "chair", "standing", "floor", "hands-and-knees",
};
G_STATIC_ASSERT ((1 << G_N_ELEMENTS (posture_codes)) - 1 == FASCIA_POSTURE_ALL);

const char *
fascia_posture_to_code (FasciaPosture posture)
{
  for (guint i = 0; i < G_N_ELEMENTS (posture_codes); i++)
    if (posture == (FasciaPosture) (1 << i))
      return posture_codes[i];
  g_return_val_if_reached (NULL);
}

gboolean
fascia_posture_from_code (const char *code, FasciaPosture *posture)
{
  g_return_val_if_fail (code != NULL && posture != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (posture_codes); i++)
    if (g_str_equal (code, posture_codes[i]))
      {
        *posture = 1 << i;
        return TRUE;
      }
  return FALSE;
}

const char *
fascia_posture_get_name (FasciaPosture posture)
{
  switch (posture)
    {
    case FASCIA_POSTURE_BED:
      return C_ ("posture", "In bed");
    case FASCIA_POSTURE_CHAIR:
      return C_ ("posture", "On a chair");
    case FASCIA_POSTURE_STANDING:
      return C_ ("posture", "Standing");
    case FASCIA_POSTURE_FLOOR:
      return C_ ("posture", "On the floor");
    case FASCIA_POSTURE_HANDS_AND_KNEES:
      return C_ ("posture", "On hands and knees");
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *const grade_codes[FASCIA_N_GRADES] = {
  [FASCIA_GRADE_BODY_WEIGHT_ON_TOOL] = "body-weight-on-tool",
  [FASCIA_GRADE_PRESSURE] = "pressure",
  [FASCIA_GRADE_SPINE_FLEXION] = "spine-flexion",
  [FASCIA_GRADE_SPINE_ROTATION] = "spine-rotation",
  [FASCIA_GRADE_SPINE_EXTENSION] = "spine-extension",
  [FASCIA_GRADE_NECK_LOAD] = "neck-load",
  [FASCIA_GRADE_END_RANGE] = "end-range",
  [FASCIA_GRADE_BREATH_HOLD] = "breath-hold",
  [FASCIA_GRADE_HEAD_DOWN] = "head-down",
  [FASCIA_GRADE_LOADED] = "loaded",
  [FASCIA_GRADE_BALANCE] = "balance",
  [FASCIA_GRADE_EFFORT] = "effort",
};

const char *
fascia_grade_to_code (FasciaGrade grade)
{
  g_return_val_if_fail (grade < FASCIA_N_GRADES, NULL);

  return grade_codes[grade];
}

gboolean
fascia_grade_from_code (const char *code, FasciaGrade *grade)
{
  g_return_val_if_fail (code != NULL && grade != NULL, FALSE);

  for (guint i = 0; i < FASCIA_N_GRADES; i++)
    if (g_str_equal (code, grade_codes[i]))
      {
        *grade = i;
        return TRUE;
      }
  return FALSE;
}

const char *const *
fascia_technique_get_codes (void)
{
  static const char *const codes[] = {
    "direct",   "indirect", "cross-hand", "skin-rolling", "stretch",
    "movement", "control",  "strength",   "breathing",    NULL,
  };

  return codes;
}

const char *
fascia_technique_get_name (const char *code)
{
  static const struct
  {
    const char *code, *name;
  } names[] = {
    { "direct", NC_ ("technique", "Direct") },
    { "indirect", NC_ ("technique", "Indirect") },
    { "cross-hand", NC_ ("technique", "Cross-hand") },
    { "skin-rolling", NC_ ("technique", "Skin rolling") },
    { "stretch", NC_ ("technique", "Stretch") },
    { "movement", NC_ ("technique", "Movement") },
    { "control", NC_ ("technique", "Control") },
    { "strength", NC_ ("technique", "Strength") },
    { "breathing", NC_ ("technique", "Breathing") },
  };

  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (code, names[i].code))
      return g_dpgettext2 (GETTEXT_PACKAGE, "technique", names[i].name);
  return code;
}

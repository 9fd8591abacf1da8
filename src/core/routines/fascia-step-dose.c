/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dose of a step in words. */

#include "config.h"

#include "fascia-step-private.h"

#include <glib/gi18n-lib.h>

/* "30–60", or "30". */
static char *
dup_range (int least, int most)
{
  if (least == most)
    return g_strdup_printf ("%d", most);
  /* Translators: from one number to another: "30–60". */
  return g_strdup_printf (_ ("%d–%d"), least, most);
}

static const char *
get_seconds_format (const char *unit, gulong n)
{
  if (g_str_equal (unit, "spots"))
    /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
    return ngettext ("%s spot, %s s", "%s spots of %s s", n);
  if (g_str_equal (unit, "holds"))
    /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
    return ngettext ("%s hold of %s s", "%s holds of %s s", n);
  if (g_str_equal (unit, "places"))
    /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
    return ngettext ("%s place, %s s", "%s places of %s s", n);
  if (g_str_equal (unit, "passes"))
    /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
    return ngettext ("%s pass of %s s", "%s passes of %s s", n);
  if (g_str_equal (unit, "rounds"))
    /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
    return ngettext ("%s round of %s s", "%s rounds of %s s", n);
  /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
  return ngettext ("%s set of %s s", "%s sets of %s s", n);
}

static const char *
get_side_seconds_format (const char *unit, gulong n)
{
  if (g_str_equal (unit, "spots"))
    /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
    return ngettext ("%s spot, %s s a side", "%s spots of %s s a side", n);
  if (g_str_equal (unit, "holds"))
    /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
    return ngettext ("%s hold of %s s a side", "%s holds of %s s a side", n);
  if (g_str_equal (unit, "places"))
    /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
    return ngettext ("%s place, %s s a side", "%s places of %s s a side", n);
  if (g_str_equal (unit, "passes"))
    /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
    return ngettext ("%s pass of %s s a side", "%s passes of %s s a side", n);
  if (g_str_equal (unit, "rounds"))
    /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
    return ngettext ("%s round of %s s a side", "%s rounds of %s s a side", n);
  /* Translators: how many, as "1–2", and seconds of each, as "30–60". */
  return ngettext ("%s set of %s s a side", "%s sets of %s s a side", n);
}

static const char *
get_times_format (gboolean is_side, gboolean is_rounds, gulong n)
{
  if (is_rounds && is_side)
    /* Translators: repetitions, as "6–10", and how many rounds of them, as "1–2". */
    return ngettext ("%s times a side, %s round", "%s times a side, %s rounds", n);
  if (is_rounds)
    /* Translators: repetitions, as "6–10", and how many rounds of them, as "1–2". */
    return ngettext ("%s times, %s round", "%s times, %s rounds", n);
  if (is_side)
    /* Translators: repetitions, as "6–10", and how many sets of them, as "1–2". */
    return ngettext ("%s times a side, %s set", "%s times a side, %s sets", n);
  /* Translators: repetitions, as "6–10", and how many sets of them, as "1–2". */
  return ngettext ("%s times, %s set", "%s times, %s sets", n);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
fascia_step_dup_dose (const FasciaStep *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  const FasciaDose *dose = &self->dose;
  const gboolean is_side = dose->sides == 2;
  const gulong n = (gulong) MAX (dose->sets_max, 1);
  g_autofree char *sets = dup_range (dose->sets_min, dose->sets_max);
  if (dose->reps_max == 0)
    {
      g_autofree char *seconds = dup_range (dose->seconds_min, dose->seconds_max);

      return g_strdup_printf (is_side ? get_side_seconds_format (dose->set_unit, n)
                                      : get_seconds_format (dose->set_unit, n),
                              sets, seconds);
    }

  g_autofree char *times = dup_range (dose->reps_min, dose->reps_max);
  if (dose->hold_max > 0)
    {
      g_autofree char *hold = dup_range (dose->hold_min, dose->hold_max);

      return g_strdup_printf (is_side ? get_side_seconds_format ("holds", (gulong) dose->reps_max)
                                      : get_seconds_format ("holds", (gulong) dose->reps_max),
                              times, hold);
    }
  return g_strdup_printf (get_times_format (is_side, g_str_equal (dose->set_unit, "rounds"), n),
                          times, sets);
}

#pragma GCC diagnostic pop

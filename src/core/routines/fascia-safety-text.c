/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a step is held back or made lighter, as one would say it to a person. */

#include "config.h"

#include "fascia-safety.h"

#include <glib/gi18n-lib.h>

static char *
dup_condition_text (const FasciaReason *self)
{
  const char *name = fascia_condition_get_name (self->condition);
  const char *effect = fascia_condition_get_effect (self->condition);

  if (self->place != NULL && fascia_condition_has_site (self->condition))
    /* Translators: an answer of the safety check, the place it is about, and what changes because of
     * it, which is a whole sentence: "You answered: broken or sore skin (Left hip, front). Leave the
     * place and a hand-width around it alone." */
    return g_strdup_printf (_ ("You answered: %1$s (%2$s). %3$s"), name,
                            fascia_region_get_name (self->place), effect);
  /* Translators: an answer of the safety check, and what changes because of it, which is a whole
   * sentence: "You answered: thin bones. Hands only …" */
  return g_strdup_printf (_ ("You answered: %1$s. %2$s"), name, effect);
}

static char *
dup_half_text (const FasciaReason *self)
{
  if (self->place == NULL)
    return g_strdup (_ ("You were still sore on the second day. Half of it is enough today."));
  /* Translators: %s is a place: "Left shoulder top". */
  return g_strdup_printf (_ ("%s was still sore on the second day. Half of it is enough today."),
                          fascia_region_get_name (self->place));
}

/* What happened the last time, and what it means today. @place: (nullable). */
static char *
dup_stopped_text (const FasciaReason *self)
{
  static const struct
  {
    const char *code, *text;
  } texts[] = {
    { "nerve",
      N_ ("it went numb, tingled or got weak the last time. Leave it alone until you say that "
          "it is as before.") },
    { "pulse", N_ ("you felt a pulse there the last time. Leave it alone until you say that it is "
                   "as before.") },
    { "skin",
      N_ ("the skin broke, bruised or swelled the last time. Leave it alone until you say that "
          "it is as before.") },
    { "headache", N_ ("a new headache began the last time. Leave it alone until you say that it is "
                      "as before.") },
    { "too-much", N_ ("it was too much the last time. Half of it is enough today.") },
    { "tense", N_ ("you could not let go the last time. Half of it is enough today.") },
    { "eased-off", N_ ("you eased off the last time. Half of it is enough today.") },
  };
  const char *text = self->holds_back ? texts[0].text : texts[4].text;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (self->stop, texts[i].code) == 0)
      text = texts[i].text;
  /* Translators: a place ("Left shoulder top"), and what follows from the last session there, which begins
   * with a small letter: "Left shoulder top: it was too much the last time. …" */
  return g_strdup_printf (
      _ ("%1$s: %2$s"),
      self->place != NULL ? fascia_region_get_name (self->place) : C_ ("place", "Here"), _ (text));
}

char *
fascia_reason_dup_text (const FasciaReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case FASCIA_REASON_CONDITION:
      return self->condition != NULL ? dup_condition_text (self) : NULL;
    case FASCIA_REASON_SIGN:
      return g_strdup (_ ("You named a warning sign today. Rest and breathing stay open. See "
                          "“When to get help”."));
    case FASCIA_REASON_UNANSWERED:
      return g_strdup (
          _ ("The safety questions are not answered yet. Until then nothing presses."));
    case FASCIA_REASON_UNKNOWN_CODE:
      return g_strdup (
          _ ("One of your safety answers is from a newer version of Fascia. Until it is "
             "answered again here, nothing presses."));
    case FASCIA_REASON_PLACE:
      if (self->place == NULL)
        return g_strdup (_ ("This tool is not meant for this place."));
      /* Translators: %s is a place: "Left neck, front". */
      return g_strdup_printf (_ ("%s: this way of pressing is not meant for this place."),
                              fascia_region_get_name (self->place));
    case FASCIA_REASON_REST_DAY:
      if (self->place == NULL)
        return g_strdup (
            _ ("You did strength work today or yesterday. Strength has a rest day between."));
      /* Translators: %s is a place: "Left shoulder top". */
      return g_strdup_printf (_ ("%s was pressed today or yesterday. It has a rest day."),
                              fascia_region_get_name (self->place));
    case FASCIA_REASON_TIME:
      return g_strdup (_ ("There is no time left for it in this session."));
    case FASCIA_REASON_SORE:
      if (!self->holds_back)
        return dup_half_text (self);
      if (self->place == NULL)
        return g_strdup (_ ("You were sore for long after it. Leave it until you have looked at it "
                            "again."));
      /* Translators: %s is a place: "Left shoulder top". */
      return g_strdup_printf (
          _ ("%s was sore for long after it. Leave it until you have looked at it "
             "again."),
          fascia_region_get_name (self->place));
    case FASCIA_REASON_TOOL:
      return self->holds_back
                 ? g_strdup (_ ("You do not have the tool that it needs."))
                 : g_strdup (_ ("Done another way: you do not have the tool for the usual one."));
    case FASCIA_REASON_POSTURE:
      return self->holds_back
                 ? g_strdup (_ ("It needs a posture that you did not choose."))
                 : g_strdup (_ ("Done another way, to fit the posture that you chose."));
    case FASCIA_REASON_BREAK:
      return g_strdup (_ ("Your last session was a week ago or more. Begin with half of it."));
    case FASCIA_REASON_STOPPED:
      return dup_stopped_text (self);
    case FASCIA_REASON_UNKNOWN_STEP:
      return g_strdup (
          _ ("This version of Fascia does not have this step. Edit the routine to choose "
             "another one."));
    default:
      g_return_val_if_reached (NULL);
    }
}

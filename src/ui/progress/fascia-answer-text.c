/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answer above the chart, in words. Pure but for the language.
 */

#include "config.h"

#include "fascia-answer-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-chart-text.h"

/* "6", "6 to 7". The bounds are rounded outwards: what is said of the days between them stays
 * true. */
static char *
format_levels (double lower, double upper)
{
  g_autofree char *low = fascia_chart_text_number (floor (lower * 10 + 1e-9) / 10);
  g_autofree char *high = fascia_chart_text_number (ceil (MAX (upper * 10 - 1e-9, 0.0)) / 10);

  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  /* Translators: from a level to another: "6 to 7". */
  return g_strdup_printf (C_ ("levels", "%s to %s"), low, high);
}

static char *
format_tightness (const FasciaTypical *typical, gboolean is_place)
{
  g_autofree char *middle = fascia_chart_text_number (typical->median);
  g_autofree char *levels = format_levels (typical->lower, typical->upper);

  if (is_place)
    /* Translators: the middle level of all days; how many days; a level or "6 to 7". */
    return g_strdup_printf (ngettext ("On a typical day this place was tight %s (at least half of "
                                      "the %u day with a level: %s).",
                                      "On a typical day this place was tight %s (at least half of "
                                      "the %u days with a level: %s).",
                                      typical->n_days),
                            middle, typical->n_days, levels);
  /* Translators: the middle level of all days; how many days; a level or "6 to 7". */
  return g_strdup_printf (ngettext ("On a typical day your worst place was tight %s (at least half "
                                    "of the %u day with a level: %s).",
                                    "On a typical day your worst place was tight %s (at least half "
                                    "of the %u days with a level: %s).",
                                    typical->n_days),
                          middle, typical->n_days, levels);
}

static char *
format_pain (const FasciaTypical *typical, gboolean is_place)
{
  g_autofree char *middle = fascia_chart_text_number (typical->median);
  g_autofree char *levels = format_levels (typical->lower, typical->upper);

  if (is_place)
    /* Translators: the middle level of all days; how many days; a level or "6 to 7". */
    return g_strdup_printf (ngettext ("On a typical day this place had pain %s (at least half of "
                                      "the %u day with a level: %s).",
                                      "On a typical day this place had pain %s (at least half of "
                                      "the %u days with a level: %s).",
                                      typical->n_days),
                            middle, typical->n_days, levels);
  /* Translators: the middle level of all days; how many days; a level or "6 to 7". */
  return g_strdup_printf (ngettext ("On a typical day your worst place had pain %s (at least half "
                                    "of the %u day with a level: %s).",
                                    "On a typical day your worst place had pain %s (at least half "
                                    "of the %u days with a level: %s).",
                                    typical->n_days),
                          middle, typical->n_days, levels);
}

/* (nullable) What one scale answers; nothing when it was never given. */
static char *
format_scale (const FasciaTypical *typical, FasciaScale scale, gboolean is_place)
{
  switch (typical->kind)
    {
    case FASCIA_TYPICAL_TOO_FEW:
      if (scale == FASCIA_SCALE_TIGHTNESS)
        /* Translators: days with a tightness so far, and how many are needed. */
        return g_strdup_printf (ngettext ("Not enough entries yet for tightness: %u of %u day.",
                                          "Not enough entries yet for tightness: %u of %u days.",
                                          FASCIA_ANSWER_MIN_DAYS),
                                typical->n_days, FASCIA_ANSWER_MIN_DAYS);
      /* Translators: days with a pain so far, and how many are needed. */
      return g_strdup_printf (ngettext ("Not enough entries yet for pain: %u of %u day.",
                                        "Not enough entries yet for pain: %u of %u days.",
                                        FASCIA_ANSWER_MIN_DAYS),
                              typical->n_days, FASCIA_ANSWER_MIN_DAYS);
    case FASCIA_TYPICAL_EARLY:
    case FASCIA_TYPICAL_FULL:
      return scale == FASCIA_SCALE_TIGHTNESS ? format_tightness (typical, is_place)
                                             : format_pain (typical, is_place);
    case FASCIA_TYPICAL_NONE:
    default:
      return NULL;
    }
}

static char *
format_scales (const FasciaAnswer *answer, gboolean is_place)
{
  g_autofree char *tightness = format_scale (&answer->tightness, FASCIA_SCALE_TIGHTNESS, is_place);
  g_autofree char *pain = format_scale (&answer->pain, FASCIA_SCALE_PAIN, is_place);

  if (tightness == NULL && pain == NULL)
    /* Translators: days with a level, and how many are needed. */
    return g_strdup_printf (ngettext ("Not enough entries yet: %u of %u day with a level.",
                                      "Not enough entries yet: %u of %u days with a level.",
                                      FASCIA_ANSWER_MIN_DAYS),
                            0, FASCIA_ANSWER_MIN_DAYS);
  if (tightness == NULL || pain == NULL)
    return g_strdup (tightness != NULL ? tightness : pain);
  return g_strconcat (tightness, "\n", pain, NULL);
}

static char *
format_none (const FasciaAnswer *answer, FasciaRange range, const char *place)
{
  if (range == FASCIA_RANGE_ALL)
    return g_strdup (place != NULL ? _ ("This place was not marked yet.")
                                   : _ ("The body map was not filled in yet."));
  if (place != NULL)
    return g_strdup_printf (ngettext ("This place was not marked in the last %u day.",
                                      "This place was not marked in the last %u days.",
                                      answer->range_days),
                            answer->range_days);
  return g_strdup_printf (ngettext ("The body map was not filled in for the last %u day.",
                                    "The body map was not filled in for the last %u days.",
                                    answer->range_days),
                          answer->range_days);
}

/* On how many days there are marks or "nothing today"; a note alone fills in nothing. */
static char *
format_coverage (const FasciaAnswer *answer, FasciaRange range, const char *place)
{
  if (range != FASCIA_RANGE_ALL)
    {
      if (place != NULL)
        /* Translators: a place, days on which it was marked, days altogether. */
        return g_strdup_printf (ngettext ("You marked “%s” on %u of the last %u day.",
                                          "You marked “%s” on %u of the last %u days.",
                                          answer->range_days),
                                place, answer->entry_days, answer->range_days);
      /* Translators: days with an entry, days altogether. */
      return g_strdup_printf (ngettext ("You filled in the body map on %u of the last %u day.",
                                        "You filled in the body map on %u of the last %u days.",
                                        answer->range_days),
                              answer->entry_days, answer->range_days);
    }

  g_autoptr (GDateTime) date = fascia_day_to_date_time (answer->first_day);
  /* Translators: the day of the first entry, "3 March 2016". */
  g_autofree char *since = date != NULL
                               ? g_date_time_format (date, C_ ("chart, since a day", "%-d %B %Y"))
                               : g_strdup_printf ("%d", answer->first_day);

  if (answer->range_days == 1)
    {
      if (place != NULL)
        /* Translators: a place and the only day there is so far. */
        return g_strdup_printf (_ ("You marked “%s” on %s."), place, since);
      /* Translators: the only day there is so far. */
      return g_strdup_printf (_ ("You began on %s."), since);
    }
  if (place != NULL)
    /* Translators: a day, a place, days on which it was marked, days altogether. */
    return g_strdup_printf (ngettext ("Since %s you marked “%s” on %u of %u day.",
                                      "Since %s you marked “%s” on %u of %u days.",
                                      answer->range_days),
                            since, place, answer->entry_days, answer->range_days);
  /* Translators: a day, days with an entry, days altogether. */
  return g_strdup_printf (ngettext ("Since %s you filled in the body map on %u of %u day.",
                                    "Since %s you filled in the body map on %u of %u days.",
                                    answer->range_days),
                          since, answer->entry_days, answer->range_days);
}

char *
fascia_answer_text_typical (const FasciaAnswer *answer, FasciaRange range, const char *place)
{
  g_return_val_if_fail (answer != NULL, NULL);

  switch (answer->kind)
    {
    case FASCIA_ANSWER_SHORT:
      return format_coverage (answer, range, place);
    case FASCIA_ANSWER_SCALES:
      return format_scales (answer, place != NULL);
    case FASCIA_ANSWER_NONE:
    default:
      return format_none (answer, range, place);
    }
}

/* (nullable) Which of the numbers that were told are early. */
static char *
format_early (const FasciaAnswer *answer)
{
  const gboolean is_tightness = answer->tightness.kind == FASCIA_TYPICAL_EARLY;
  const gboolean is_pain = answer->pain.kind == FASCIA_TYPICAL_EARLY;

  if (!is_tightness && !is_pain)
    return NULL;
  if (answer->pain.kind == FASCIA_TYPICAL_FULL)
    /* Translators: the number of days from which the answer is steady. */
    return g_strdup_printf (ngettext ("For tightness this is early: it gets steadier from %u day "
                                      "on.",
                                      "For tightness this is early: it gets steadier from %u days "
                                      "on.",
                                      FASCIA_ANSWER_FULL_DAYS),
                            FASCIA_ANSWER_FULL_DAYS);
  if (answer->tightness.kind == FASCIA_TYPICAL_FULL)
    /* Translators: the number of days from which the answer is steady. */
    return g_strdup_printf (ngettext ("For pain this is early: it gets steadier from %u day on.",
                                      "For pain this is early: it gets steadier from %u days on.",
                                      FASCIA_ANSWER_FULL_DAYS),
                            FASCIA_ANSWER_FULL_DAYS);
  /* Translators: the number of days from which the answer is steady. */
  return g_strdup_printf (ngettext ("This is early: it gets steadier from %u day on.",
                                    "This is early: it gets steadier from %u days on.",
                                    FASCIA_ANSWER_FULL_DAYS),
                          FASCIA_ANSWER_FULL_DAYS);
}

char *
fascia_answer_text_coverage (const FasciaAnswer *answer, FasciaRange range, const char *place)
{
  g_return_val_if_fail (answer != NULL, NULL);

  switch (answer->kind)
    {
    case FASCIA_ANSWER_SHORT:
      return g_strdup_printf (ngettext ("%u day is too short a time to say what is typical.",
                                        "%u days are too short a time to say what is typical.",
                                        answer->range_days),
                              answer->range_days);
    case FASCIA_ANSWER_SCALES:
      {
        g_autofree char *coverage = format_coverage (answer, range, place);
        g_autofree char *early = format_early (answer);

        if (early == NULL)
          return g_steal_pointer (&coverage);
        /* Translators: two whole sentences after one another. */
        return g_strdup_printf (C_ ("sentences", "%s %s"), coverage, early);
      }
    case FASCIA_ANSWER_NONE:
    default:
      return g_strdup ("");
    }
}

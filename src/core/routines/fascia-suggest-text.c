/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Suggestions in words: one reason, what it rests on, the checks made. */

#include "config.h"

#include "fascia-suggest-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* So many places are named; further ones are counted. */
#define MAX_PLACES 4

static void
take_line (GPtrArray *lines, char *line)
{
  g_ptr_array_add (lines, line);
}

static char *
join_names (const char *so_far, const char *name)
{
  if (so_far == NULL)
    return g_strdup (name);
  /* Translators: between the names of a list: "Left front of thigh, Left shin" */
  return g_strdup_printf (C_ ("list of names", "%1$s, %2$s"), so_far, name);
}

/* ---- levels and days ---- */

/* "tight 6", "pain 4", "tight 6, pain 4" */
static char *
dup_level (const FasciaNeed *need)
{
  const int tight = need->levels[FASCIA_SCALE_TIGHTNESS - 1];
  const int pain = need->levels[FASCIA_SCALE_PAIN - 1];
  g_autofree char *text = NULL;

  if (tight >= 0)
    text = g_strdup_printf (_ ("tight %d"), tight);
  else if (tight == FASCIA_LEVEL_NOT_GIVEN)
    text = g_strdup (_ ("tight, level not given"));
  if (pain == FASCIA_SUGGEST_NOT_MARKED)
    return g_strdup (text != NULL ? text : "");

  g_autofree char *other = pain >= 0 ? g_strdup_printf (_ ("pain %d"), pain)
                                     : g_strdup (_ ("painful, level not given"));
  /* Translators: the two quantities of one place: "tight 6, pain 4". */
  return text != NULL ? g_strdup_printf (C_ ("two quantities", "%1$s, %2$s"), text, other)
                      : g_steal_pointer (&other);
}

static char *
dup_days_ago (gint64 days)
{
  if (days <= 0)
    return g_strdup (C_ ("when something was marked or done", "today"));
  if (days == 1)
    return g_strdup (C_ ("when something was marked or done", "yesterday"));
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) days), (int) days);
}

/* ---- why ---- */

static char *
dup_why_marked (const FasciaNeed *need, FasciaRule rule)
{
  const char *name = fascia_region_get_name (need->region);
  g_autofree char *level = dup_level (need);
  g_autofree char *when = dup_days_ago (need->days_ago);

  if (rule == FASCIA_RULE_BESIDE)
    /* Translators: a place, what it is, when: "Left front of knee: tight 6 today. …" It is one that
     * nothing may press on. */
    return g_strdup_printf (_ ("%1$s: %2$s %3$s. This works beside it."), name, level, when);
  /* Translators: why a routine is suggested: a place, what it is, when: "Left shoulder top: tight 6
   * today." or "… 3 days ago." */
  return g_strdup_printf (_ ("%1$s: %2$s %3$s."), name, level, when);
}

static const char *
get_why_stopped (const char *reason)
{
  if (g_strcmp0 (reason, "nerve") == 0)
    return _ (
        "You stopped today because something went numb, tingled or got weak. Rest is enough.");
  if (g_strcmp0 (reason, "headache") == 0)
    return _ ("You stopped today because of a new headache. Rest is enough.");
  return _ ("You stopped today because you felt unwell. Rest is enough.");
}

static char *
dup_why (const FasciaSuggestion *suggestion,
         const FasciaSuggestInput *input,
         const FasciaNeed *best,
         gboolean is_marked)
{
  switch (suggestion->rule)
    {
    case FASCIA_RULE_MARKED_NOW:
    case FASCIA_RULE_MARKED_LATELY:
    case FASCIA_RULE_BESIDE:
      if (best->origin == NULL)
        return dup_why_marked (best, suggestion->rule);
      G_GNUC_FALLTHROUGH;
    case FASCIA_RULE_LINKED:
      /* Translators: two places: "Left base of skull: often linked with Left shoulder top, which you
       * marked." */
      return g_strdup_printf (_ ("%1$s: often linked with %2$s, which you marked."),
                              fascia_region_get_name (best->region),
                              fascia_region_get_name (best->origin));
    case FASCIA_RULE_PLANNED:
      return g_strdup (_ ("Your plan has this for today."));
    case FASCIA_RULE_HELPED:
      /* Translators: %s is such as "Rated 2 lower after it, in 5 of your entries": make it a sentence */
      return g_strdup_printf (C_ ("sentence", "%s."), suggestion->effect);
    case FASCIA_RULE_STOPPED:
      return g_strdup (get_why_stopped (fascia_suggest_find_stop (input)));
    case FASCIA_RULE_GENERAL:
    default:
      return g_strdup (is_marked ? _ ("Something easy that may do you good.")
                                 : _ ("Nothing is marked now, so here is something easy."));
    }
}

/* ---- what came of it ---- */

/* Halves stay halves: "2", "1.5" */
static char *
dup_amount (double value)
{
  const double halves = round (2 * fabs (value)) / 2;

  return halves == floor (halves) ? g_strdup_printf ("%d", (int) halves)
                                  : g_strdup_printf ("%.1f", halves);
}

static char *
dup_effect (const FasciaEffect *effect)
{
  if (effect->n < FASCIA_SUGGEST_EFFECT_MIN)
    return NULL;

  g_autofree char *amount = dup_amount (effect->change);
  const guint n = effect->n;
  if (effect->change <= -0.25)
    /* Translators: %1$s is a number of levels such as 2 or 1.5, %2$u how many sessions were rated */
    return g_strdup_printf (ngettext ("Rated %1$s lower after it, in %2$u of your entries",
                                      "Rated %1$s lower after it, in %2$u of your entries", n),
                            amount, n);
  if (effect->change >= 0.25)
    /* Translators: %1$s is a number of levels such as 2 or 1.5, %2$u how many sessions were rated */
    return g_strdup_printf (ngettext ("Rated %1$s higher after it, in %2$u of your entries",
                                      "Rated %1$s higher after it, in %2$u of your entries", n),
                            amount, n);
  return g_strdup_printf (ngettext ("Rated the same after it, in %u of your entries",
                                    "Rated the same after it, in %u of your entries", n),
                          n);
}

/* ---- what it rests on ---- */

static void
add_beside (GPtrArray *lines, const FasciaSuggestion *suggestion, const FasciaNeed *need)
{
  g_autofree char *names = NULL;

  for (guint i = 0; suggestion->places[i] != NULL; i++)
    if (fascia_need_has_beside (need, suggestion->places[i]))
      {
        char *more = join_names (names, fascia_region_get_name (suggestion->places[i]));

        g_free (names);
        names = more;
      }
  if (names != NULL)
    /* Translators: a list of places: "Beside it: Left front of thigh, Left shin" */
    take_line (lines, g_strdup_printf (_ ("Beside it: %s"), names));
}

static void
add_places (GPtrArray *lines, const FasciaSuggestion *suggestion, const GPtrArray *matched)
{
  for (guint i = 0; i < MIN (matched->len, MAX_PLACES); i++)
    {
      const FasciaNeed *need = matched->pdata[i];
      g_autofree char *level = dup_level (need);
      g_autofree char *when = dup_days_ago (need->days_ago);

      if (need->origin != NULL)
        /* Translators: two places: "Left base of skull: often linked with Left shoulder top" */
        take_line (lines, g_strdup_printf (_ ("%1$s: often linked with %2$s"),
                                           fascia_region_get_name (need->region),
                                           fascia_region_get_name (need->origin)));
      else
        /* Translators: a place, what it is, when: "Left shoulder top: tight 6, today" */
        take_line (lines, g_strdup_printf (_ ("%1$s: %2$s, %3$s"),
                                           fascia_region_get_name (need->region), level, when));
      if (suggestion->rule == FASCIA_RULE_BESIDE)
        add_beside (lines, suggestion, need);
    }
  if (matched->len > MAX_PLACES)
    {
      const guint n_more = matched->len - MAX_PLACES;

      take_line (lines,
                 g_strdup_printf (ngettext ("%u more place", "%u more places", n_more), n_more));
    }
}

static void
add_postures (GPtrArray *lines, const FasciaPractice *practice)
{
  const FasciaPosture postures = fascia_practice_get_postures (practice);
  g_autofree char *names = NULL;

  for (guint bit = 1; bit <= FASCIA_POSTURE_ALL; bit <<= 1)
    if (postures & bit)
      {
        char *more = join_names (names, fascia_posture_get_name ((FasciaPosture) bit));

        g_free (names);
        names = more;
      }
  if (names != NULL)
    take_line (lines, g_steal_pointer (&names));
}

/* Only what not everybody has. */
static void
add_tools (GPtrArray *lines, const FasciaPractice *practice)
{
  FasciaLibrary *library = fascia_practice_get_library (practice);
  const char *const *codes = fascia_library_get_tools (library);
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  g_autofree char *names = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      gboolean is_used = FALSE;

      for (guint j = 0; j < n_entries && !is_used; j++)
        is_used = g_strv_contains (fascia_step_get_tools (entries[j].step), codes[i]);
      if (!is_used || fascia_library_is_default_tool (library, codes[i]))
        continue;
      char *more = join_names (names, fascia_library_get_tool_name (library, codes[i]));
      g_free (names);
      names = more;
    }
  if (names != NULL)
    /* Translators: a list of things that are needed: "You need: Tennis ball, Cushion" */
    take_line (lines, g_strdup_printf (_ ("You need: %s"), names));
}

static void
add_history (GPtrArray *lines, const FasciaSuggestInput *input, const FasciaKnown *known)
{
  if (known->last_day != FASCIA_DAY_UNKNOWN)
    {
      g_autofree char *when = dup_days_ago ((gint64) input->day - known->last_day);

      /* Translators: %s is "today", "yesterday" or "3 days ago" */
      take_line (lines, g_strdup_printf (_ ("Last done: %s"), when));
    }
  else
    take_line (lines, g_strdup (_ ("Not done yet")));
  if (known->is_planned)
    take_line (lines, g_strdup (_ ("In your plan for today")));
  if (known->is_rest_day)
    take_line (lines, g_strdup (_ ("A rest day in your plan")));
  if (known->is_favourite)
    take_line (lines, g_strdup (_ ("One of your favorites")));
  if (known->declined_day != FASCIA_DAY_UNKNOWN)
    {
      g_autofree char *when = dup_days_ago ((gint64) input->day - known->declined_day);

      /* Translators: %s is "today", "yesterday" or "3 days ago"; “Not this” is a button */
      take_line (lines, g_strdup_printf (_ ("You said “Not this”: %s"), when));
    }
}

static char **
dup_data (const FasciaSuggestion *suggestion,
          const FasciaSuggestInput *input,
          const GPtrArray *matched,
          const FasciaKnown *known)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const int seconds = fascia_practice_get_seconds (suggestion->practice);
  const int minutes = MAX ((seconds + 30) / 60, 1);

  add_places (lines, suggestion, matched);
  take_line (lines,
             g_strdup_printf (ngettext ("About %d minute", "About %d minutes", (gulong) minutes),
                              minutes));
  add_postures (lines, suggestion->practice);
  add_tools (lines, suggestion->practice);
  add_history (lines, input, known);
  if (suggestion->effect != NULL)
    take_line (lines, g_strdup (suggestion->effect));
  if (input->gentle)
    take_line (lines, g_strdup (_ ("Gentle: light pressure and the smallest doses")));
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

/* ---- checks ---- */

static void
add_group (GPtrArray *lines,
           const FasciaConditions *conditions,
           const FasciaConditionAnswer *answers,
           guint n_answers,
           guint group)
{
  const char *code = fascia_conditions_get_group_code (conditions, group);
  const char *name = fascia_conditions_get_group_name (conditions, group);
  g_autofree char *yes = NULL;
  gboolean is_unsure = FALSE;

  for (guint i = 0; i < n_answers; i++)
    {
      const FasciaCondition *condition = NULL;

      for (guint j = 0; j < fascia_conditions_get_n (conditions) && condition == NULL; j++)
        {
          const FasciaCondition *row = fascia_conditions_get (conditions, j);

          if (g_strcmp0 (fascia_condition_get_code (row), answers[i].code) == 0
              || g_strcmp0 (fascia_condition_get_question_code (row), answers[i].code) == 0)
            condition = row;
        }
      if (condition == NULL || g_strcmp0 (fascia_condition_get_group (condition), code) != 0)
        continue;
      char *more = join_names (yes, fascia_condition_get_name (condition));
      g_free (yes);
      yes = more;
      is_unsure |= answers[i].is_unsure;
    }
  if (yes == NULL)
    /* Translators: a group of questions of the safety check: "Asked for: bones and joints: no" */
    take_line (lines, g_strdup_printf (_ ("Asked for: %s: no"), name));
  else if (is_unsure)
    /* Translators: a group of questions of the safety check, and what was not sure in it */
    take_line (lines, g_strdup_printf (_ ("Asked for: %1$s: not sure, which counts as yes (%2$s)"),
                                       name, yes));
  else
    /* Translators: a group of questions of the safety check, and what was answered with yes */
    take_line (lines, g_strdup_printf (_ ("Asked for: %1$s: yes (%2$s)"), name, yes));
}

/* What is asked before each session alone has no answer yet. */
static gboolean
is_setup_group (const FasciaConditions *conditions, const char *code)
{
  for (guint i = 0; i < fascia_conditions_get_n (conditions); i++)
    {
      const FasciaCondition *row = fascia_conditions_get (conditions, i);

      if (g_strcmp0 (fascia_condition_get_group (row), code) == 0
          && (fascia_condition_get_asked (row) & FASCIA_CONDITION_ASKED_SETUP) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_answers (GPtrArray *lines, const FasciaSuggestInput *input)
{
  const gint32 programme_day
      = input->plan != NULL && fascia_plan_get_programme (input->plan) != NULL
            ? fascia_plan_get_started (input->plan)
            : FASCIA_DAY_UNKNOWN;

  if (!fascia_safety_is_answered (input->safety))
    {
      take_line (lines, g_strdup (_ ("The safety questions have no answer yet. Until then nothing "
                                     "presses.")));
      return;
    }

  const FasciaConditions *conditions = fascia_safety_get_conditions (input->safety);
  guint n_answers;
  const FasciaConditionAnswer *answers = fascia_safety_get_answers (input->safety, &n_answers);
  for (guint i = 0; i < fascia_conditions_get_n_groups (conditions); i++)
    if (is_setup_group (conditions, fascia_conditions_get_group_code (conditions, i)))
      add_group (lines, conditions, answers, n_answers, i);
  if (fascia_safety_is_due (input->safety, programme_day))
    take_line (lines, g_strdup (_ ("The safety questions will be asked again when you start.")));
}

static char *
dup_entry (const FasciaPracticeEntry *entry, const char *reasons)
{
  const char *title = fascia_step_get_title (entry->step);

  if (entry->kind == FASCIA_VERDICT_HELD_BACK)
    /* Translators: a step that is left out, and the reason: sentences */
    return g_strdup_printf (_ ("Left out: %1$s. %2$s"), title, reasons);
  if (entry->instead_of != NULL)
    /* Translators: a step that is done in place of another, and the reason: sentences */
    return g_strdup_printf (_ ("In place of another: %1$s. %2$s"), title, reasons);
  /* Translators: a step that is done with less pressure or shorter, and the reason: sentences */
  return g_strdup_printf (_ ("Lighter: %1$s. %2$s"), title, reasons);
}

/* One line for each step, though it may be held back at several places. */
static void
add_entries (GPtrArray *lines, const FasciaPracticeEntry *entries, guint n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    {
      const GArray *reasons = entries[i].reasons;
      g_autoptr (GString) text = g_string_new (NULL);

      if (entries[i].kind == FASCIA_VERDICT_OPEN)
        continue;
      for (guint j = 0; reasons != NULL && j < reasons->len; j++)
        {
          g_autofree char *reason
              = fascia_reason_dup_text (&g_array_index (reasons, FasciaReason, j));

          if (reason == NULL || strstr (text->str, reason) != NULL)
            continue;
          if (text->len > 0)
            g_string_append_c (text, ' ');
          g_string_append (text, reason);
        }

      g_autofree char *line = dup_entry (&entries[i], text->str);
      g_strchomp (line);
      if (!g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL))
        take_line (lines, g_steal_pointer (&line));
    }
}

static char **
dup_checks (const FasciaSuggestion *suggestion, const FasciaSuggestInput *input)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const int pressure = fascia_practice_get_pressure_seconds (suggestion->practice);
  guint n_entries, n_held_back;
  const FasciaPracticeEntry *entries
      = fascia_practice_get_entries (suggestion->practice, &n_entries);
  const FasciaPracticeEntry *held_back
      = fascia_practice_get_held_back (suggestion->practice, &n_held_back);

  add_answers (lines, input);
  if (pressure > 0)
    {
      const int minutes = (pressure + 59) / 60;

      /* Translators: how long a routine presses; the second number is the most there may be */
      take_line (lines, g_strdup_printf (ngettext ("Pressure: %1$d minute of at most %2$d",
                                                   "Pressure: %1$d minutes of at most %2$d",
                                                   (gulong) minutes),
                                         minutes, FASCIA_DOSE_SESSION_PRESSURE_S / 60));
    }
  else
    take_line (lines, g_strdup (_ ("Pressure: none")));
  add_entries (lines, held_back, n_held_back);
  add_entries (lines, entries, n_entries);
  take_line (lines, g_strdup (_ ("Four short questions about today come before it starts.")));
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

void
fascia_suggestion_write (FasciaSuggestion *suggestion,
                         const FasciaSuggestInput *input,
                         const GPtrArray *matched,
                         const FasciaKnown *known,
                         gboolean is_marked)
{
  suggestion->effect = dup_effect (&known->effect);
  suggestion->why
      = dup_why (suggestion, input, matched->len > 0 ? matched->pdata[0] : NULL, is_marked);
  suggestion->data = dup_data (suggestion, input, matched, known);
  suggestion->checks = dup_checks (suggestion, input);
}

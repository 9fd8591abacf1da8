/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short words about the plan: days and how they went, how steady it is, minutes of pressure. Pure.
 */

#include "config.h"

#include "fascia-plan-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* Days of the first week, in which there is nothing to say yet. */
#define FIRST_DAYS 7
/* Names of routines may have commas. */
#define BETWEEN " · "
/* A Monday. */
#define SOME_MONDAY 4

const char *
fascia_plan_text_state (FasciaPlanState state)
{
  switch (state)
    {
    case FASCIA_PLAN_DONE:
      return C_ ("plan", "Done");
    case FASCIA_PLAN_PARTLY:
      return C_ ("plan", "Begun, and that counts");
    case FASCIA_PLAN_DUE:
      return C_ ("plan", "Today");
    case FASCIA_PLAN_AHEAD:
      return C_ ("plan", "To come");
    case FASCIA_PLAN_MISSED:
      return C_ ("plan", "Not this time");
    case FASCIA_PLAN_MOVED:
      return C_ ("plan", "Moved to another day");
    case FASCIA_PLAN_REST:
    default:
      return C_ ("plan", "Rest");
    }
}

const char *
fascia_plan_text_icon (FasciaPlanState state)
{
  switch (state)
    {
    case FASCIA_PLAN_DONE:
      return "fascia-day-done-symbolic";
    case FASCIA_PLAN_PARTLY:
      return "fascia-day-partly-symbolic";
    case FASCIA_PLAN_DUE:
      return "fascia-day-due-symbolic";
    case FASCIA_PLAN_AHEAD:
      return "fascia-day-ahead-symbolic";
    case FASCIA_PLAN_MISSED:
      return "fascia-day-missed-symbolic";
    case FASCIA_PLAN_MOVED:
      return "fascia-day-moved-symbolic";
    case FASCIA_PLAN_REST:
    default:
      return "fascia-day-rest-symbolic";
    }
}

char *
fascia_plan_text_weekday (int weekday)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (SOME_MONDAY + weekday - 1);

  /* Translators: A day of the week such as “Monday”, in the notation of g_date_time_format(). */
  return g_date_time_format (date, _ ("%A"));
}

char *
fascia_plan_text_day (gint32 day)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (day);

  /* Translators: A day of the week and a date such as “Tuesday 3 March”, in the notation of
   * g_date_time_format(). */
  return g_date_time_format (date, _ ("%A %-e %B"));
}

char *
fascia_plan_text_weeks (int weeks)
{
  return g_strdup_printf (ngettext ("%d week", "%d weeks", (gulong) weeks), weeks);
}

char *
fascia_plan_text_routine (FasciaLibrary *library, const char *routine)
{
  g_return_val_if_fail (library != NULL, NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  FasciaRoutine *found = fascia_library_lookup_routine (library, routine);

  if (found != NULL)
    return g_strdup (fascia_routine_get_title (found));
  /* Translators: in a plan; %s is the code of a routine that was deleted, or that another version of
   * the program has. */
  return g_strdup_printf (_ ("A routine that is not here (%s)"), routine);
}

char *
fascia_plan_text_routines (FasciaLibrary *library, const char *const *routines)
{
  g_return_val_if_fail (library != NULL, NULL);

  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; routines != NULL && routines[i] != NULL; i++)
    {
      g_autofree char *name = fascia_plan_text_routine (library, routines[i]);

      g_string_append_printf (text, "%s%s", text->len > 0 ? BETWEEN : "", name);
    }
  if (text->len == 0)
    g_string_assign (text, fascia_plan_text_state (FASCIA_PLAN_REST));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
fascia_plan_text_score (double score, double before, int days)
{
  const int percent = (int) lround (CLAMP (score, 0, 1) * 100);

  if (score < 0)
    return g_strdup (_ ("Not shown."));
  if (days <= FIRST_DAYS)
    return g_strdup (_ ("It shows after the first week."));
  if (before >= 0 && percent > (int) lround (before * 100))
    /* Translators: how regularly somebody follows the plan; %d is a percentage. */
    return g_strdup_printf (_ ("Steady %d %%, and rising."), percent);
  /* Translators: how regularly somebody follows the plan; %d is a percentage. */
  return g_strdup_printf (_ ("Steady %d %%. One day more or less changes little."), percent);
}

static int
compare_pressure (gconstpointer a, gconstpointer b)
{
  const FasciaPlanPressure *one = a;
  const FasciaPlanPressure *other = b;

  return (one->seconds < other->seconds) - (one->seconds > other->seconds);
}

GArray *
fascia_plan_list_pressure (FasciaLibrary *library, FasciaPast *past, gint32 day)
{
  g_return_val_if_fail (library != NULL, NULL);

  FasciaBody *body = fascia_library_get_body (library);
  g_autofree int *seconds = fascia_dose_guard_dup_week (library, past, day);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (FasciaPlanPressure));

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    if (seconds[i] > 0)
      {
        const FasciaPlanPressure pressure
            = { .region = fascia_body_get_region (body, i), .seconds = seconds[i] };

        g_array_append_val (list, pressure);
      }
  /* Stable: it is a merge sort. */
  g_array_sort (list, compare_pressure);
  return list;
}

char *
fascia_plan_text_pressure (int seconds)
{
  if (seconds < 60)
    /* Translators: a short time, in seconds. */
    return g_strdup_printf (_ ("%d s"), seconds);
  /* Translators: a time, in minutes. */
  return g_strdup_printf (_ ("%d min"), (seconds + 30) / 60);
}

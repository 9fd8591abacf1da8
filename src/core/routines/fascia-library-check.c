/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The limits of a dose, and where nothing may press. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-library-private.h"

/* So much of what was confirmed is kept, in letters: a routine is read again only with less than 8000. */
#define MAX_CONFIRMED 7000

/* ---- tools at places ---- */

gboolean
fascia_library_is_tool_class (const char *code)
{
  static const char *const classes[] = {
    "none",         "hands-light", "hands",       "ball-table",  "ball-chair",
    "ball-wall",    "ball-floor",  "balls-lying", "roller-wall", "ball-floor-light",
    "roller-light", "roller",      "stick",       "hook",        NULL,
  };

  return g_strv_contains (classes, code);
}

/* What is open at a place includes its lighter way. */
static gboolean
includes (const char *open, const char *tool_class)
{
  const gsize length = strlen (open);

  return g_str_equal (open, tool_class)
         || (g_str_has_prefix (tool_class, open) && g_str_equal (tool_class + length, "-light"));
}

gboolean
fascia_library_is_tool_open (const FasciaLibrary *self, const char *base, const char *tool_class)
{
  gboolean is_known = FALSE;

  for (guint i = 0; i < fascia_body_get_n_regions (self->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->body, i);
      const char *const *tools = fascia_region_get_tools (region);
      gboolean is_open = FALSE;

      if (!g_str_equal (fascia_region_get_base (region), base))
        continue;
      for (guint j = 0; tools[j] != NULL; j++)
        is_open |= includes (tools[j], tool_class);
      if (!is_open)
        return FALSE;
      is_known = TRUE;
    }
  return is_known;
}

/* In the current language: "Left top of foot, Right top of foot". */
static char *
dup_base_name (const FasciaLibrary *self, const char *base)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < fascia_body_get_n_regions (self->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->body, i);

      if (!g_str_equal (fascia_region_get_base (region), base))
        continue;
      if (names->len > 0)
        /* Translators: between two things of a list. */
        g_string_append (names, C_ ("list", ", "));
      g_string_append (names, fascia_region_get_name (region));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
check_places (const FasciaLibrary *self,
              const FasciaStep *step,
              const FasciaRoutineItem *item,
              GStrvBuilder *forbidden)
{
  const FasciaTraits *traits = &step->traits;
  const char *const *places
      = item->places != NULL && !traits->acts_on_all ? item->places : traits->regions;

  if (traits->kind != FASCIA_STEP_RELEASE && traits->grades[FASCIA_GRADE_PRESSURE] == 0)
    return;
  for (guint i = 0; places[i] != NULL; i++)
    {
      if (!traits->acts_on_all && item->places == NULL)
        {
          /* Somewhere among them: held back one by one when it is done. */
          gboolean is_any_open = FALSE;

          for (guint j = 0; places[j] != NULL; j++)
            is_any_open |= fascia_library_is_tool_open (self, places[j], traits->tool_class);
          if (is_any_open)
            return;
        }
      if (fascia_library_is_tool_open (self, places[i], traits->tool_class))
        continue;

      g_autofree char *name = dup_base_name (self, places[i]);
      if (fascia_library_is_tool_open (self, places[i], "hands-light"))
        g_strv_builder_take (
            forbidden,
            /* Translators: the title of a step, the name of a place. */
            g_strdup_printf (_ ("“%s” uses a tool that may not be used at this place: %s. Choose "
                                "another step."),
                             fascia_step_get_title (step), name));
      else
        g_strv_builder_take (
            forbidden,
            /* Translators: the title of a step, the name of a place. */
            g_strdup_printf (_ ("“%s” presses where nothing may press: %s. Work beside it."),
                             fascia_step_get_title (step), name));
      return;
    }
}

/* ---- doses ---- */

static char *
dup_minutes (int seconds)
{
  return seconds % 60 == 0
             ? g_strdup_printf (ngettext ("%d minute", "%d minutes", seconds / 60), seconds / 60)
             /* Translators: minutes and seconds. */
             : g_strdup_printf (_ ("%d min %d s"), seconds / 60, seconds % 60);
}

static void
check_dose (const FasciaStep *step, const FasciaRoutineItem *item, GStrvBuilder *over)
{
  const FasciaDose *dose = &step->dose;
  const char *title = fascia_step_get_title (step);
  /* The light hold is one set at one place. */
  const gboolean is_long = dose->long_hold_max > 0 && item->seconds >= dose->long_hold_min
                           && item->seconds > dose->seconds_max;
  const int most_sets = is_long ? 1 : MAX (dose->sets_max, 1);
  const int most_seconds = is_long ? dose->long_hold_max : dose->seconds_max;
  const int seconds = fascia_library_get_item_seconds (step, item, 2);

  if (item->sets > most_sets)
    g_strv_builder_take (
        over, g_strdup_printf (ngettext ("“%s”: %d sets; the limit is %d set.",
                                         "“%s”: %d sets; the limit is %d sets.", most_sets),
                               title, item->sets, most_sets));
  if (dose->reps_max == 0 && item->seconds > most_seconds)
    g_strv_builder_take (
        over,
        g_strdup_printf (ngettext ("“%s”: %d seconds; the limit is %d second.",
                                   "“%s”: %d seconds; the limit is %d seconds.", most_seconds),
                         title, item->seconds, most_seconds));
  if (dose->reps_max > 0 && item->reps > dose->reps_max)
    g_strv_builder_take (
        over, g_strdup_printf (ngettext ("“%s”: %d times; the limit is %d time.",
                                         "“%s”: %d times; the limit is %d times.", dose->reps_max),
                               title, item->reps, dose->reps_max));
  if (seconds > (is_long ? dose->long_hold_max * dose->sides : FASCIA_STEP_MAX_SECONDS))
    {
      g_autofree char *time = dup_minutes (seconds);
      g_autofree char *limit = dup_minutes (FASCIA_STEP_MAX_SECONDS);

      g_strv_builder_take (over,
                           /* Translators: the title of a step, two lengths of time. */
                           g_strdup_printf (_ ("“%s” takes %s in all; one step takes at most %s."),
                                            title, time, limit));
    }
}

void
fascia_library_check_item (const FasciaLibrary *self,
                           const FasciaRoutine *routine,
                           const FasciaRoutineItem *item,
                           GStrvBuilder *over,
                           GStrvBuilder *forbidden)
{
  const FasciaStep *step = fascia_library_resolve_step (self, routine, item->step);

  if (step == NULL)
    {
      g_strv_builder_take (
          forbidden,
          g_strdup_printf (_ ("There is no step “%s” in this version of Fascia."), item->step));
      return;
    }
  check_places (self, step, item, forbidden);
  check_dose (step, item, over);
}

/* Work without warm-up, which is easy movement and breath before anything presses, and without rest.
 * A routine that never presses has no warm-up: all of it is work. */
static int
get_work_seconds (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  gboolean is_warm = fascia_library_get_pressure_seconds (self, routine, 1) == 0;
  int seconds = 0;

  for (guint i = 0; i < routine->items->len; i++)
    {
      const FasciaRoutineItem *item = &g_array_index (routine->items, FasciaRoutineItem, i);
      const FasciaStep *step = fascia_library_resolve_step (self, routine, item->step);

      if (step == NULL || step->traits.kind == FASCIA_STEP_REST)
        continue;
      is_warm |= step->traits.kind != FASCIA_STEP_MOVE && step->traits.kind != FASCIA_STEP_BREATHE;
      if (is_warm)
        seconds += fascia_library_get_item_seconds (step, item, 2);
    }
  return seconds;
}

gboolean
fascia_library_check (const FasciaLibrary *self,
                      const FasciaRoutine *routine,
                      char ***over,
                      char ***forbidden)
{
  g_autoptr (GStrvBuilder) all_over = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) all_forbidden = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL && routine != NULL, FALSE);
  g_return_val_if_fail (over != NULL && forbidden != NULL, FALSE);

  for (guint i = 0; i < routine->items->len; i++)
    fascia_library_check_item (self, routine, &g_array_index (routine->items, FasciaRoutineItem, i),
                               all_over, all_forbidden);
  const int pressure = fascia_library_get_pressure_seconds (self, routine, 2);
  if (pressure > FASCIA_LIBRARY_MAX_PRESSURE_S)
    {
      g_autofree char *time = dup_minutes (pressure);
      g_autofree char *limit = dup_minutes (FASCIA_LIBRARY_MAX_PRESSURE_S);

      g_strv_builder_take (
          all_over,
          /* Translators: two lengths of time. */
          g_strdup_printf (_ ("It presses for %s in all; the limit is %s."), time, limit));
    }
  const int work = get_work_seconds (self, routine);
  if (work > FASCIA_LIBRARY_MAX_WORK_S)
    {
      g_autofree char *time = dup_minutes (work);
      g_autofree char *limit = dup_minutes (FASCIA_LIBRARY_MAX_WORK_S);

      g_strv_builder_take (
          all_over,
          /* Translators: two lengths of time. */
          g_strdup_printf (_ ("It takes %s without warm-up and rest; the limit is %s."), time,
                           limit));
    }
  *over = g_strv_builder_end (all_over);
  *forbidden = g_strv_builder_end (all_forbidden);
  return **over == NULL && **forbidden == NULL;
}

char *
fascia_library_dup_over (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  g_return_val_if_fail (self != NULL && routine != NULL, NULL);

  g_auto (GStrv) over = NULL;
  g_auto (GStrv) forbidden = NULL;

  g_autoptr (GString) lines = g_string_new (NULL);

  fascia_library_check (self, routine, &over, &forbidden);
  for (guint i = 0; over[i] != NULL; i++)
    {
      gboolean is_new = TRUE;

      for (guint j = 0; j < i; j++)
        is_new = is_new && !g_str_equal (over[i], over[j]);
      if (is_new)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", over[i]);
    }
  if (g_utf8_strlen (lines->str, -1) > MAX_CONFIRMED)
    g_string_truncate (lines,
                       (gsize) (g_utf8_offset_to_pointer (lines->str, MAX_CONFIRMED) - lines->str));
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

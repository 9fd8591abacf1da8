/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words about the lines of an own routine: how much, where, on which side. Pure.
 */

#include "config.h"

#include "fascia-item-text.h"

#include <glib/gi18n.h>

#include "fascia-routine-text.h"

char *
fascia_item_text_place (const FasciaBody *body, const char *base, FasciaSide side)
{
  g_return_val_if_fail (body != NULL && base != NULL, NULL);

  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const FasciaSide its = fascia_region_get_side (region);

      if (!g_str_equal (fascia_region_get_base (region), base)
          || (side != FASCIA_SIDE_MIDLINE && its != FASCIA_SIDE_MIDLINE && its != side))
        continue;
      g_ptr_array_add (names, (gpointer) fascia_region_get_name (region));
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (_ (", "), (char **) names->pdata);
}

/* ---- how much ---- */

int
fascia_item_get_sets (const FasciaStep *step, const FasciaRoutineItem *item)
{
  const FasciaDose *dose = fascia_step_get_dose (step);

  if (item->sets > 0)
    return item->sets;
  const int least = MAX (dose->sets_min, 1);
  if (item->places == NULL || fascia_step_get_traits (step)->acts_on_all)
    return least;
  return CLAMP ((int) g_strv_length ((char **) item->places), least, MAX (dose->sets_max, least));
}

int
fascia_item_get_amount (const FasciaStep *step, const FasciaRoutineItem *item)
{
  const FasciaDose *dose = fascia_step_get_dose (step);

  if (dose->reps_max > 0)
    return item->reps > 0 ? item->reps : dose->reps_min;
  return item->seconds > 0 ? item->seconds : dose->seconds_min;
}

static char *
dup_amount (const FasciaStep *step, const FasciaRoutineItem *item)
{
  const int sets = fascia_item_get_sets (step, item);
  const int amount = fascia_item_get_amount (step, item);
  const gulong n = (gulong) MAX (amount, 0);
  g_autofree char *one = fascia_step_get_dose (step)->reps_max > 0
                             /* Translators: how often a movement is done: “8 times” */
                             ? g_strdup_printf (ngettext ("%d time", "%d times", n), amount)
                             /* Translators: how long something is held, in seconds: “45 s” */
                             : g_strdup_printf (ngettext ("%d s", "%d s", n), amount);

  if (sets <= 1)
    return g_steal_pointer (&one);
  /* Translators: sets of a dose: “2 × 45 s”, “2 × 8 times” */
  return g_strdup_printf (_ ("%1$d × %2$s"), sets, one);
}

char *
fascia_item_text_dose (const FasciaLibrary *library,
                       const FasciaStep *step,
                       const FasciaRoutineItem *item)
{
  g_return_val_if_fail (library != NULL && step != NULL && item != NULL, NULL);

  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();

  g_strv_builder_take (facts, dup_amount (step, item));
  if (item->side == FASCIA_SIDE_LEFT)
    g_strv_builder_add (facts, _ ("your left side"));
  else if (item->side == FASCIA_SIDE_RIGHT)
    g_strv_builder_add (facts, _ ("your right side"));
  for (guint i = 0; item->places != NULL && item->places[i] != NULL; i++)
    g_strv_builder_take (facts, fascia_item_text_place (fascia_library_get_body (library),
                                                        item->places[i], item->side));
  if (item->rest_s > 0)
    g_strv_builder_take (
        facts,
        /* Translators: how long to rest after a step: “20 s rest” */
        g_strdup_printf (ngettext ("%d s rest", "%d s rest", (gulong) item->rest_s), item->rest_s));
  g_auto (GStrv) list = g_strv_builder_end (facts);
  return g_strjoinv (" · ", list);
}

/* ---- what it is ---- */

char *
fascia_item_text_like (const FasciaLibrary *library, const FasciaStep *step)
{
  g_return_val_if_fail (library != NULL && step != NULL, NULL);

  const char *id = fascia_step_get_like (step);
  const FasciaStep *like = id != NULL ? fascia_library_lookup_step (library, id) : NULL;

  if (like == NULL)
    return NULL;
  /* Translators: a step in somebody's own words is judged like a known one, of this title. */
  return g_strdup_printf (_ ("Like “%s”"), fascia_step_get_title (like));
}

char *
fascia_item_text_step (const FasciaLibrary *library, const FasciaStep *step)
{
  g_return_val_if_fail (library != NULL && step != NULL, NULL);

  const FasciaTraits *traits = fascia_step_get_traits (step);
  const char *const *tools = fascia_step_get_tools (step);
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();

  g_strv_builder_add (facts, fascia_step_kind_get_name (traits->kind));
  g_strv_builder_add (facts, fascia_routine_text_posture (traits->posture));
  for (guint i = 0; tools[i] != NULL; i++)
    if (!fascia_library_is_default_tool (library, tools[i]))
      g_strv_builder_add (facts, fascia_library_get_tool_name (library, tools[i]));
  g_auto (GStrv) list = g_strv_builder_end (facts);
  return g_strjoinv (" · ", list);
}

char *
fascia_item_text_words (const FasciaLibrary *library, const FasciaStep *step)
{
  g_return_val_if_fail (library != NULL && step != NULL, NULL);

  const FasciaTraits *traits = fascia_step_get_traits (step);
  const char *const *tools = fascia_step_get_tools (step);
  const FasciaBody *body = fascia_library_get_body (library);
  GString *words = g_string_new (fascia_step_get_title (step));

  g_string_append_printf (words, " %s %s %s %s", fascia_step_get_title_c (step),
                          fascia_step_get_cue (step), fascia_step_kind_get_name (traits->kind),
                          fascia_technique_get_name (traits->technique));
  for (guint posture = FASCIA_POSTURE_BED; posture <= FASCIA_POSTURE_HANDS_AND_KNEES; posture <<= 1)
    if (((traits->posture | traits->also_postures) & posture) != 0)
      g_string_append_printf (words, " %s", fascia_posture_get_name (posture));
  for (guint i = 0; tools[i] != NULL; i++)
    g_string_append_printf (words, " %s", fascia_library_get_tool_name (library, tools[i]));
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);

      if (!g_strv_contains (traits->regions, fascia_region_get_base (region)))
        continue;
      g_auto (GStrv) aliases = fascia_region_dup_aliases_translated (region);
      g_autofree char *list = g_strjoinv (" ", aliases);
      g_string_append_printf (words, " %s %s", fascia_region_get_name (region), list);
    }
  return g_string_free (words, FALSE);
}

/* ---- limits ---- */

static void
add_shared (GStrvBuilder *builder, char **of_one, char **of_all)
{
  for (guint i = 0; of_one[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) of_all, of_one[i]))
      g_strv_builder_add (builder, of_one[i]);
}

char **
fascia_item_list_limits (const FasciaLibrary *library,
                         const FasciaRoutine *routine,
                         const FasciaRoutineItem *item)
{
  g_return_val_if_fail (library != NULL && routine != NULL && item != NULL, NULL);

  g_autoptr (FasciaRoutine) alone = fascia_routine_with_items (routine, item, 1);
  /* Sentences about the whole of it end in other numbers when there is more than one item. */
  const FasciaRoutineItem twice[] = { *item, *item };
  g_autoptr (FasciaRoutine) doubled = fascia_routine_with_items (routine, twice, 2);
  g_auto (GStrv) over = NULL;
  g_auto (GStrv) forbidden = NULL;
  g_auto (GStrv) over_doubled = NULL;
  g_auto (GStrv) forbidden_doubled = NULL;
  GStrvBuilder *builder = g_strv_builder_new ();

  fascia_library_check (library, alone, &over, &forbidden);
  fascia_library_check (library, doubled, &over_doubled, &forbidden_doubled);
  add_shared (builder, forbidden, forbidden_doubled);
  add_shared (builder, over, over_doubled);
  return g_strv_builder_unref_to_strv (builder);
}

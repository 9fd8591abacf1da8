/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One hold at one place, for a bad day: the gentlest thing that is open there. */

#include "config.h"

#include "fascia-single.h"

#include <glib/gi18n-lib.h>

void
fascia_single_clear (FasciaSingle *single)
{
  g_clear_pointer (&single->routine, fascia_routine_unref);
  g_clear_pointer (&single->reasons, g_array_unref);
}

/* ---- what is gentle ---- */

static int
get_posture_rank (const FasciaTraits *traits)
{
  const FasciaPosture postures = traits->posture | traits->also_postures;

  if ((postures & (FASCIA_POSTURE_BED | FASCIA_POSTURE_CHAIR)) != 0)
    return 0;
  if ((postures & FASCIA_POSTURE_STANDING) != 0)
    return 1;
  return (postures & FASCIA_POSTURE_FLOOR) != 0 ? 2 : 3;
}

static int
get_kind_rank (FasciaStepKind kind)
{
  if (kind == FASCIA_STEP_RELEASE)
    return 0;
  return kind == FASCIA_STEP_REST ? 1 : 2;
}

static int
get_load (const FasciaTraits *traits)
{
  int load = 0;

  for (guint i = 0; i < FASCIA_N_GRADES; i++)
    load += traits->grades[i];
  return load;
}

/* Below 0: @a is the gentler one. The order of the table is kept by the caller. */
static int
compare (gconstpointer first, gconstpointer second, gpointer data)
{
  const FasciaStep *a = *(const FasciaStep *const *) first;
  const FasciaStep *b = *(const FasciaStep *const *) second;
  const FasciaTraits *x = fascia_step_get_traits (a);
  const FasciaTraits *y = fascia_step_get_traits (b);
  const int differences[] = {
    get_posture_rank (x) - get_posture_rank (y),
    get_kind_rank (x->kind) - get_kind_rank (y->kind),
    x->grades[FASCIA_GRADE_PRESSURE] - y->grades[FASCIA_GRADE_PRESSURE],
    x->grades[FASCIA_GRADE_BODY_WEIGHT_ON_TOOL] - y->grades[FASCIA_GRADE_BODY_WEIGHT_ON_TOOL],
    get_load (x) - get_load (y),
    fascia_step_get_dose (a)->cap - fascia_step_get_dose (b)->cap,
  };

  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    if (differences[i] != 0)
      return differences[i];
  return 0;
}

/* @is_closed: nothing may press at the place: it can be laid to rest, and nothing else. */
static gboolean
is_hold (const FasciaStep *step, gboolean is_closed)
{
  const FasciaStepKind kind = fascia_step_get_traits (step)->kind;
  const FasciaDose *dose = fascia_step_get_dose (step);

  if (dose->seconds_min == 0 || dose->reps_min > 0)
    return FALSE;
  return kind == FASCIA_STEP_REST
         || (!is_closed && (kind == FASCIA_STEP_RELEASE || kind == FASCIA_STEP_STRETCH));
}

static gboolean
is_closed_place (const FasciaRegion *region)
{
  const char *const *tools = fascia_region_get_tools (region);

  return tools[0] == NULL || g_str_equal (tools[0], "none");
}

static GPtrArray *
list_holds (const FasciaLibrary *library, const FasciaRegion *region)
{
  GPtrArray *holds = g_ptr_array_new ();

  for (guint i = 0; i < fascia_library_get_n_steps (library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);

      if (is_hold (step, is_closed_place (region)) && fascia_step_works_on (step, region))
        g_ptr_array_add (holds, (gpointer) step);
    }
  /* A merge sort, which leaves equals as they were. */
  g_ptr_array_sort_with_data (holds, compare, NULL);
  return holds;
}

/* ---- what is open ---- */

FasciaRoutine *
fascia_single_make_routine (const FasciaStep *step, const FasciaRegion *region)
{
  const char *const places[] = { fascia_region_get_base (region), NULL };
  const FasciaRoutineItem item = {
    .step = fascia_step_get_id (step),
    .places = fascia_step_get_traits (step)->acts_on_all ? NULL : places,
    .side = fascia_region_get_side (region),
    .sets = 1,
  };
  /* Translators: one hold as a session of its own; %s is a place: “Left shoulder top: one hold” */
  g_autofree char *title = g_strdup_printf (_ ("%s: one hold"), fascia_region_get_name (region));
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own (FASCIA_SINGLE_ROUTINE, title, NULL);

  return fascia_routine_with_items (empty, &item, 1);
}

static gboolean
has_place (const FasciaPracticeEntry *entry, const FasciaRegion *region)
{
  for (guint i = 0; entry->places[i] != NULL; i++)
    if (entry->places[i] == region)
      return TRUE;
  return FALSE;
}

/* Those that hold something back; the others tell of changes only. */
static GArray *
copy_reasons (const FasciaPracticeEntry *entry)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (FasciaReason));

  for (guint i = 0; entry->reasons != NULL && i < entry->reasons->len; i++)
    {
      const FasciaReason *reason = &g_array_index (entry->reasons, FasciaReason, i);

      if (reason->holds_back || reason->kind != FASCIA_REASON_CONDITION)
        g_array_append_val (copy, *reason);
    }
  return copy;
}

/* Nothing was found, if nobody was asked: it is asked before anything is started. */
static FasciaSafety *
dup_asked (FasciaSafety *safety, FasciaBody *body)
{
  guint n = 0;
  const FasciaConditionAnswer *answers = fascia_safety_get_answers (safety, &n);
  const gint32 day = fascia_safety_get_day (safety);

  if (fascia_safety_is_answered (safety))
    return fascia_safety_ref (safety);
  return fascia_safety_new (fascia_safety_get_conditions (safety), body, answers, n, day, day);
}

static gboolean
try_step (const FasciaPracticeWish *wish,
          const FasciaStep *step,
          const FasciaRegion *region,
          FasciaSingle *single)
{
  g_autoptr (FasciaRoutine) routine = fascia_single_make_routine (step, region);
  g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, wish);
  guint n_entries = 0;
  guint n_held_back = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  const FasciaPracticeEntry *held_back = fascia_practice_get_held_back (practice, &n_held_back);

  if (n_entries > 0 && has_place (&entries[0], region))
    {
      g_clear_pointer (&single->reasons, g_array_unref);
      single->kind = FASCIA_SINGLE_OPEN;
      single->step = entries[0].step;
      single->seconds = entries[0].seconds;
      single->posture = entries[0].posture;
      single->routine = g_steal_pointer (&routine);
      return TRUE;
    }
  /* The gentlest tells why. */
  if (n_held_back > 0 && single->reasons == NULL)
    {
      single->kind = FASCIA_SINGLE_HELD_BACK;
      single->step = held_back[0].step;
      single->reasons = copy_reasons (&held_back[0]);
    }
  return FALSE;
}

void
fascia_single_choose (const FasciaPracticeWish *wish,
                      const FasciaRegion *region,
                      FasciaSingle *single)
{
  g_return_if_fail (wish != NULL && wish->library != NULL && wish->safety != NULL);
  g_return_if_fail (region != NULL);
  g_return_if_fail (single != NULL);

  const FasciaRegion *const places[] = { region, NULL };
  g_autoptr (FasciaSafety) safety
      = dup_asked (wish->safety, fascia_library_get_body (wish->library));
  g_autoptr (GPtrArray) holds = list_holds (wish->library, region);
  FasciaPracticeWish one = *wish;

  *single = (FasciaSingle) { .kind = FASCIA_SINGLE_NOTHING };
  one.safety = safety;
  one.places = places;
  one.gentle = TRUE;
  for (guint i = 0; i < holds->len; i++)
    if (try_step (&one, g_ptr_array_index (holds, i), region, single))
      return;
  /* Where nothing may press in anybody, that is the reason; no answer of the person is. */
  if (is_closed_place (region))
    {
      g_clear_pointer (&single->reasons, g_array_unref);
      single->step = NULL;
      single->kind = FASCIA_SINGLE_CLOSED;
    }
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one gate: which steps may be done, from the conditions that are on and the columns of the step. */

#include "config.h"

#include "fascia-safety-private.h"

#include <string.h>

/* What is judged: the step, and where it works and rests now. */
typedef struct
{
  const FasciaSafety *safety;
  FasciaVerdict *verdict;
  const FasciaTraits *traits;
  const char *const *bases; /* (nullable) of the places picked; NULL: all of its own */
  const guint8 *is_worked;  /* by index of the region */
  const guint8 *is_touched; /* likewise: worked on or loaded */
} Case;

static gboolean
is_held_back (const Case *judged)
{
  return judged->verdict->kind == FASCIA_VERDICT_HELD_BACK;
}

static void
add_reason (const Case *judged, FasciaReasonKind kind, const FasciaRegion *place)
{
  const FasciaReason reason = { .kind = kind, .place = place, .cap = -1, .holds_back = TRUE };

  judged->verdict->kind = FASCIA_VERDICT_HELD_BACK;
  g_array_append_val (judged->verdict->reasons, reason);
}

/* Nothing else is known of the person than that: no pressure. */
static gboolean
presses (const FasciaTraits *traits)
{
  return traits->grades[FASCIA_GRADE_PRESSURE] >= 1;
}

/* Of what moves, "gentle" leaves the kinds move and control, and nothing else: not hands that press, either,
 * where a row speaks of them (very thin bones). Its predicate can only forbid more, and hands wait for the
 * clinician whose word takes the answer out. */
static gboolean
movement_allows (FasciaMovementAllowed movement, FasciaStepKind kind)
{
  switch (movement)
    {
    case FASCIA_MOVEMENT_YES:
      return TRUE;
    case FASCIA_MOVEMENT_GENTLE:
      return kind == FASCIA_STEP_MOVE || kind == FASCIA_STEP_CONTROL;
    case FASCIA_MOVEMENT_NO:
    default:
      return FALSE;
    }
}

/* Rest is never forbidden. Breathing is only where a row names it: that neither movement nor a
 * predicate speaks of. */
static gboolean
row_forbids (const FasciaCondition *row, const Case *judged)
{
  const FasciaStepKind kind = judged->traits->kind;

  if (kind == FASCIA_STEP_REST)
    return FALSE;
  if ((row->forbids_kinds & (1u << kind)) != 0)
    return TRUE;
  if (kind == FASCIA_STEP_BREATHE)
    return FALSE;
  return !movement_allows (row->movement, kind)
         || fascia_predicate_holds (row->forbids, judged->traits, judged->bases);
}

/* *@place: (out) the first place of the step that the row looks at, or the one that was named.
 * FALSE: the step is nowhere near. */
static gboolean
find_place (const FasciaSafetyActive *active, const Case *judged, const FasciaRegion **place)
{
  const guint n_regions = fascia_body_get_n_regions (judged->safety->body);

  *place = active->site;
  if (active->is_place == NULL)
    return TRUE;
  for (guint i = 0; i < n_regions; i++)
    if (active->is_place[i] && judged->is_touched[i])
      {
        if (*place == NULL)
          *place = fascia_body_get_region (judged->safety->body, i);
        return TRUE;
      }
  return FALSE;
}

static void
judge_row (const FasciaSafetyActive *active, const Case *judged, int cap)
{
  const FasciaCondition *row = active->row;
  FasciaReason reason
      = { .kind = FASCIA_REASON_CONDITION, .condition = row, .cap = -1, .holds_back = FALSE };

  if (!find_place (active, judged, &reason.place))
    return;
  reason.holds_back = row_forbids (row, judged);
  if (row->max_cap >= 0 && row->max_cap < cap)
    reason.cap = row->max_cap;
  if (!reason.holds_back && reason.cap < 0)
    return;
  g_array_append_val (judged->verdict->reasons, reason);
  if (reason.holds_back)
    judged->verdict->kind = FASCIA_VERDICT_HELD_BACK;
  if (reason.cap < 0)
    return;
  judged->verdict->cap = MIN (judged->verdict->cap, reason.cap);
  if (!is_held_back (judged))
    judged->verdict->kind = FASCIA_VERDICT_ADAPTED;
}

/* Whether the place may be pressed with that: a firmer kind of the same tool opens the lighter one. */
static gboolean
is_tool_open (const FasciaRegion *region, const char *tool_class)
{
  const char *const *tools = fascia_region_get_tools (region);

  if (g_strv_contains (tools, tool_class))
    return TRUE;
  return (g_str_equal (tool_class, "hands-light") && g_strv_contains (tools, "hands"))
         || (g_str_equal (tool_class, "roller-light") && g_strv_contains (tools, "roller"))
         || (g_str_equal (tool_class, "ball-floor-light") && g_strv_contains (tools, "ball-floor"));
}

static void
judge_places (const Case *judged)
{
  const FasciaBody *body = judged->safety->body;

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);

      if (judged->is_worked[i] && !is_tool_open (region, judged->traits->tool_class))
        {
          add_reason (judged, FASCIA_REASON_PLACE, region);
          return;
        }
    }
}

/* What holds for everything but rest and breathing, whatever the table says. */
static void
judge_basics (const Case *judged)
{
  if (judged->safety->has_signs)
    add_reason (judged, FASCIA_REASON_SIGN, NULL);
  if (!presses (judged->traits))
    return;
  if (!fascia_safety_is_answered (judged->safety))
    add_reason (judged, FASCIA_REASON_UNANSWERED, NULL);
  for (guint i = 0; i < judged->safety->active->len; i++)
    if (g_array_index (judged->safety->active, FasciaSafetyActive, i).row == NULL)
      {
        add_reason (judged, FASCIA_REASON_UNKNOWN_CODE, NULL);
        break;
      }
  judge_places (judged);
}

/* ---- where a step works ---- */

/* The sides of @places; both when they are of no side. */
static void
get_sides (const FasciaRegion *const *places, gboolean *left, gboolean *right)
{
  *left = *right = FALSE;
  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    {
      *left |= fascia_region_get_side (places[i]) == FASCIA_SIDE_LEFT;
      *right |= fascia_region_get_side (places[i]) == FASCIA_SIDE_RIGHT;
    }
  if (!*left && !*right)
    *left = *right = TRUE;
}

static void
mark_bases (const FasciaBody *body,
            const char *const *bases,
            gboolean left,
            gboolean right,
            guint8 *is_marked)
{
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const FasciaSide side = fascia_region_get_side (region);

      if ((side == FASCIA_SIDE_MIDLINE || (side == FASCIA_SIDE_LEFT ? left : right))
          && bases != NULL && g_strv_contains (bases, fascia_region_get_base (region)))
        is_marked[i] = TRUE;
    }
}

/* (transfer container) (nullable) */
static const char **
dup_bases (const FasciaRegion *const *places)
{
  guint n_places = 0;

  while (places[n_places] != NULL)
    n_places++;
  const char **bases = g_new0 (const char *, n_places + 1);
  for (guint i = 0; i < n_places; i++)
    bases[i] = fascia_region_get_base (places[i]);
  return bases;
}

void
fascia_safety_judge (const FasciaSafety *self,
                     FasciaVerdict *verdict,
                     const FasciaTraits *traits,
                     const FasciaRegion *const *places,
                     int cap)
{
  g_return_if_fail (verdict != NULL);
  memset (verdict, 0, sizeof *verdict);
  verdict->kind = FASCIA_VERDICT_HELD_BACK;
  verdict->reasons = g_array_new (FALSE, TRUE, sizeof (FasciaReason));
  g_return_if_fail (self != NULL && traits != NULL);

  const guint n_regions = fascia_body_get_n_regions (self->body);
  const gboolean is_chosen = !traits->acts_on_all && places != NULL && places[0] != NULL;
  g_autofree const char **bases = is_chosen ? dup_bases (places) : NULL;
  g_autofree guint8 *is_worked = g_new0 (guint8, n_regions);
  gboolean left, right;

  verdict->kind = FASCIA_VERDICT_OPEN;
  const int ceiling = verdict->cap = CLAMP (cap, 0, 10);
  get_sides (places, &left, &right);
  if (is_chosen)
    for (guint i = 0; places[i] != NULL; i++)
      is_worked[fascia_region_get_index (places[i])] = TRUE;
  else
    mark_bases (self->body, traits->regions, left, right, is_worked);
  /* Weight rests on both sides, whichever is worked on. */
  g_autofree guint8 *is_touched = g_memdup2 (is_worked, n_regions);
  mark_bases (self->body, traits->also_loads, TRUE, TRUE, is_touched);

  const Case judged = { self, verdict, traits, bases, is_worked, is_touched };
  if (traits->kind != FASCIA_STEP_REST && traits->kind != FASCIA_STEP_BREATHE)
    judge_basics (&judged);
  for (guint i = 0; i < self->active->len; i++)
    {
      const FasciaSafetyActive *active = &g_array_index (self->active, FasciaSafetyActive, i);

      if (active->row != NULL)
        judge_row (active, &judged, ceiling);
    }
}

gboolean
fascia_safety_bars_posture (const FasciaSafety *self,
                            const FasciaTraits *traits,
                            FasciaPosture posture,
                            FasciaReason *reason)
{
  g_return_val_if_fail (self != NULL && traits != NULL, FALSE);

  FasciaTraits there = *traits;

  if (traits->kind == FASCIA_STEP_REST)
    return FALSE;
  there.posture = posture;
  if (posture == FASCIA_POSTURE_BED && g_str_equal (traits->lying, "none"))
    there.lying = "back";
  for (guint i = 0; i < self->active->len; i++)
    {
      const FasciaSafetyActive *active = &g_array_index (self->active, FasciaSafetyActive, i);

      if (active->row == NULL || !fascia_predicate_holds (active->row->forbids, &there, NULL)
          || fascia_predicate_holds (active->row->forbids, traits, NULL))
        continue;
      if (reason != NULL)
        *reason = (FasciaReason) { .kind = FASCIA_REASON_CONDITION,
                                   .condition = active->row,
                                   .place = active->site,
                                   .cap = -1,
                                   .holds_back = TRUE };
      return TRUE;
    }
  return FALSE;
}

void
fascia_verdict_clear (FasciaVerdict *verdict)
{
  g_return_if_fail (verdict != NULL);

  g_clear_pointer (&verdict->reasons, g_array_unref);
}

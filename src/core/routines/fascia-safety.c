/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one gate: which steps may be done, from the answers, the day and the columns of the step.
 *
 * Whatever cannot be known is taken for the worse: a day that was not given is today, a place that
 * was not given is everywhere, a condition of a later version forbids pressure. */

#include "config.h"

#include "fascia-safety.h"

#include <string.h>

#include "fascia-conditions-private.h"

/* One row that is on today, with the places it looks at. */
typedef struct
{
  const FasciaCondition *row; /* NULL: of a later version */
  const FasciaRegion *site;   /* (nullable) the place the person named */
  guint8 *is_place;           /* by index of the region; NULL: everywhere */
} Active;

struct _FasciaSafety
{
  FasciaConditions *conditions;
  FasciaBody *body;
  GArray *answers; /* of FasciaConditionAnswer */
  GArray *active;  /* of Active */
  gint32 answered_day;
  gint32 day;
  gboolean has_signs;
};

G_DEFINE_BOXED_TYPE (FasciaSafety, fascia_safety, fascia_safety_ref, fascia_safety_unref)

/* ---- which rows are on, and where ---- */

static void
active_clear (gpointer data)
{
  Active *active = data;

  g_free (active->is_place);
}

/* Days since the one asked for. One that is not known, or is still to come, is today. */
static gint64
get_days (const FasciaSafety *self, const FasciaConditionAnswer *answer)
{
  if (answer->since_day == FASCIA_DAY_UNKNOWN)
    return 0;
  return MAX (0, (gint64) self->day - answer->since_day);
}

static gboolean
is_on_side (const FasciaRegion *region, FasciaSide side)
{
  const FasciaSide own = fascia_region_get_side (region);

  return side == FASCIA_SIDE_MIDLINE || own == FASCIA_SIDE_MIDLINE || own == side;
}

static gboolean
has_base (const char *const *bases, const char *base)
{
  for (guint i = 0; bases != NULL && bases[i] != NULL; i++)
    if (g_str_equal (bases[i], base))
      return TRUE;
  return FALSE;
}

/* (transfer full) Where a row of its own places looks. */
static guint8 *
dup_own_places (const FasciaSafety *self,
                const FasciaCondition *row,
                const FasciaConditionAnswer *answer)
{
  const guint n_regions = fascia_body_get_n_regions (self->body);
  const FasciaSide side
      = row->asks_side && (answer->side == FASCIA_SIDE_LEFT || answer->side == FASCIA_SIDE_RIGHT)
            ? answer->side
            : FASCIA_SIDE_MIDLINE;
  guint8 *is_place = g_new0 (guint8, n_regions);

  for (guint i = 0; i < n_regions; i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->body, i);

      is_place[i]
          = has_base (row->bases, fascia_region_get_base (region)) && is_on_side (region, side);
    }
  return is_place;
}

static void
add_place (const FasciaSafety *self,
           const FasciaCondition *row,
           const FasciaRegion *region,
           guint8 *is_place)
{
  if (region == NULL)
    return;
  is_place[fascia_region_get_index (region)] = TRUE;
  if (!row->has_hand_width)
    return;
  g_autofree const FasciaRegion **near = fascia_safety_dup_hand_width (self->body, region);
  for (guint i = 0; near[i] != NULL; i++)
    is_place[fascia_region_get_index (near[i])] = TRUE;
}

/* Answered in the setup and before the session again: told once. */
static gboolean
is_known (const FasciaSafety *self, const Active *active)
{
  const guint n_regions = fascia_body_get_n_regions (self->body);

  for (guint i = 0; i < self->active->len; i++)
    {
      const Active *other = &g_array_index (self->active, Active, i);

      if (other->row != active->row || other->site != active->site
          || (other->is_place == NULL) != (active->is_place == NULL))
        continue;
      if (active->is_place == NULL || memcmp (other->is_place, active->is_place, n_regions) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_row (FasciaSafety *self, const FasciaCondition *row, const FasciaConditionAnswer *answer)
{
  const gint64 days = get_days (self, answer);
  Active active = { .row = row };

  if (days < row->from_day || days > row->until_day)
    return;
  if (row->reach == FASCIA_REACH_PLACES)
    active.is_place = dup_own_places (self, row, answer);
  else if (row->reach == FASCIA_REACH_SITE && answer->region != NULL)
    active.site = fascia_body_lookup (self->body, answer->region);
  if (active.site != NULL)
    {
      active.is_place = g_new0 (guint8, fascia_body_get_n_regions (self->body));
      add_place (self, row, active.site, active.is_place);
      if (!row->asks_side)
        add_place (self, row, fascia_region_get_mirror (active.site), active.is_place);
    }
  if (is_known (self, &active))
    active_clear (&active);
  else
    g_array_append_val (self->active, active);
}

/* One answer turns on every row that shares its question and is due by its day. */
static void
add_answer (FasciaSafety *self, const FasciaConditionAnswer *answer)
{
  const FasciaCondition *first = fascia_conditions_lookup_question (self->conditions, answer->code);
  const guint n_rows = fascia_conditions_get_n (self->conditions);
  const Active unknown = { 0 };

  if (first == NULL)
    {
      g_array_append_val (self->active, unknown);
      return;
    }
  for (guint i = 0; i < n_rows; i++)
    {
      const FasciaCondition *row = fascia_conditions_get (self->conditions, i);

      if (row->question_code == first->question_code)
        add_row (self, row, answer);
    }
}

static void
add_answers (FasciaSafety *self, const FasciaConditionAnswer *answers, guint n_answers)
{
  for (guint i = 0; i < n_answers; i++)
    {
      FasciaConditionAnswer answer = answers[i];

      answer.code = g_intern_string (answer.code != NULL ? answer.code : "");
      answer.region = g_intern_string (answer.region);
      g_array_append_val (self->answers, answer);
      add_answer (self, &answer);
    }
}

/* ---- the value ---- */

static FasciaSafety *
safety_alloc (FasciaConditions *conditions, FasciaBody *body, gint32 answered_day, gint32 day)
{
  FasciaSafety *self = g_atomic_rc_box_new0 (FasciaSafety);

  self->conditions = fascia_conditions_ref (conditions);
  self->body = fascia_body_ref (body);
  self->answers = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
  self->active = g_array_new (FALSE, TRUE, sizeof (Active));
  g_array_set_clear_func (self->active, active_clear);
  self->answered_day = answered_day;
  self->day = day;
  return self;
}

FasciaSafety *
fascia_safety_new (FasciaConditions *conditions,
                   FasciaBody *body,
                   const FasciaConditionAnswer *answers,
                   guint n_answers,
                   gint32 answered_day,
                   gint32 day)
{
  g_return_val_if_fail (conditions != NULL && body != NULL, NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);

  FasciaSafety *self = safety_alloc (conditions, body, answered_day, day);
  add_answers (self, answers, n_answers);
  return self;
}

FasciaSafety *
fascia_safety_with_session (FasciaSafety *self,
                            const FasciaConditionAnswer *answers,
                            guint n_answers,
                            const char *const *signs)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);

  FasciaSafety *copy = safety_alloc (self->conditions, self->body, self->answered_day, self->day);
  g_array_append_vals (copy->answers, self->answers->data, self->answers->len);
  for (guint i = 0; i < self->active->len; i++)
    {
      Active active = g_array_index (self->active, Active, i);

      active.is_place = g_memdup2 (active.is_place, fascia_body_get_n_regions (self->body));
      g_array_append_val (copy->active, active);
    }
  add_answers (copy, answers, n_answers);
  copy->has_signs = self->has_signs || (signs != NULL && signs[0] != NULL);
  return copy;
}

FasciaSafety *
fascia_safety_ref (FasciaSafety *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
safety_clear (gpointer data)
{
  FasciaSafety *self = data;

  g_array_unref (self->answers);
  g_array_unref (self->active);
  fascia_body_unref (self->body);
  fascia_conditions_unref (self->conditions);
}

void
fascia_safety_unref (FasciaSafety *self)
{
  g_atomic_rc_box_release_full (self, safety_clear);
}

gint32
fascia_safety_get_day (const FasciaSafety *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_DAY_UNKNOWN);

  return self->day;
}

gboolean
fascia_safety_is_answered (const FasciaSafety *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->answered_day != FASCIA_DAY_UNKNOWN;
}

gboolean
fascia_safety_is_due (const FasciaSafety *self, gint32 programme_day)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (self->answered_day == FASCIA_DAY_UNKNOWN)
    return TRUE;
  if (programme_day != FASCIA_DAY_UNKNOWN && programme_day > self->answered_day
      && (gint64) programme_day - self->day <= 1)
    return TRUE;
  /* A day ahead may be another time zone; more is a clock that was wrong. */
  const gint64 age = (gint64) self->day - self->answered_day;
  if (age >= FASCIA_SAFETY_ASK_AGAIN_DAYS || age < -1)
    return TRUE;
  for (guint i = 0; i < self->active->len; i++)
    if (g_array_index (self->active, Active, i).row == NULL)
      return TRUE;
  return FALSE;
}

gboolean
fascia_safety_needs_injury (const FasciaSafety *self, const char *programme)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (g_strcmp0 (programme, FASCIA_SAFETY_STRAIN) != 0)
    return FALSE;
  for (guint i = 0; i < self->answers->len; i++)
    {
      const FasciaConditionAnswer *answer
          = &g_array_index (self->answers, FasciaConditionAnswer, i);

      if (g_str_equal (answer->code, FASCIA_SAFETY_INJURY) && answer->region != NULL
          && answer->since_day != FASCIA_DAY_UNKNOWN)
        return FALSE;
    }
  return TRUE;
}

FasciaConditions *
fascia_safety_get_conditions (const FasciaSafety *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->conditions;
}

const FasciaConditionAnswer *
fascia_safety_get_answers (const FasciaSafety *self, guint *n_answers)
{
  g_return_val_if_fail (self != NULL && n_answers != NULL, NULL);

  *n_answers = self->answers->len;
  return (const FasciaConditionAnswer *) (gpointer) self->answers->data;
}

gboolean
fascia_safety_has_cap (const FasciaSafety *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->active->len; i++)
    {
      const FasciaCondition *row = g_array_index (self->active, Active, i).row;

      if (row != NULL && row->max_cap >= 0)
        return TRUE;
    }
  return FALSE;
}

/* ---- judging ---- */

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
find_place (const Active *active, const Case *judged, const FasciaRegion **place)
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
judge_row (const Active *active, const Case *judged, int cap)
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
    if (g_array_index (judged->safety->active, Active, i).row == NULL)
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
          && has_base (bases, fascia_region_get_base (region)))
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
      const Active *active = &g_array_index (self->active, Active, i);

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
      const Active *active = &g_array_index (self->active, Active, i);

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

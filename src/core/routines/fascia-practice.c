/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine made ready for today: item by item through the gate and the dose guard, then trimmed. */

#include "config.h"

#include "fascia-practice-private.h"

#include "fascia-step-private.h"

/* The ceiling of everything that is done gently. */
#define GENTLE_CAP 3

G_DEFINE_BOXED_TYPE (FasciaPractice, fascia_practice, fascia_practice_ref, fascia_practice_unref)

void
fascia_practice_entry_clear (gpointer data)
{
  FasciaPracticeEntry *entry = data;

  g_free ((gpointer) entry->places);
  g_clear_pointer (&entry->reasons, g_array_unref);
}

/* ---- one entry ---- */

typedef struct
{
  const FasciaPracticeWish *wish;
  FasciaPractice *practice;
  gint32 day;
  guint8 *is_pressed; /* by index of the region: pressed in this practice already */
  gboolean had_strength;
  FasciaDoseAt *doses; /* by index of the region, where known */
  guint8 *is_known;
} Maker;

static void
take_reason (FasciaPracticeEntry *entry, const FasciaReason *reason)
{
  if (entry->reasons == NULL)
    entry->reasons = g_array_new (FALSE, FALSE, sizeof (FasciaReason));
  /* What holds it back comes first: the first one is what people are told. */
  if (reason->holds_back && entry->kind != FASCIA_VERDICT_HELD_BACK)
    g_array_prepend_vals (entry->reasons, reason, 1);
  else
    g_array_append_vals (entry->reasons, reason, 1);
  if (reason->holds_back)
    entry->kind = FASCIA_VERDICT_HELD_BACK;
  else if (entry->kind == FASCIA_VERDICT_OPEN)
    entry->kind = FASCIA_VERDICT_ADAPTED;
}

/* The same condition may lower the ceiling of what it leaves. */
static gboolean
has_reason (const FasciaPracticeEntry *entry, const FasciaReason *reason)
{
  for (guint i = 0; entry->reasons != NULL && i < entry->reasons->len; i++)
    {
      const FasciaReason *one = &g_array_index (entry->reasons, FasciaReason, i);

      if (one->kind == reason->kind && one->condition == reason->condition)
        return TRUE;
    }
  return FALSE;
}

static void
add_reason (FasciaPracticeEntry *entry,
            FasciaReasonKind kind,
            const FasciaRegion *place,
            gboolean holds_back)
{
  const FasciaReason reason = { .kind = kind, .place = place, .cap = -1, .holds_back = holds_back };

  take_reason (entry, &reason);
}

static void
judge (const Maker *self, FasciaPracticeEntry *entry)
{
  g_auto (FasciaVerdict) verdict = { 0 };
  const int cap = fascia_step_get_dose (entry->step)->cap;

  fascia_safety_judge (self->wish->safety, &verdict, fascia_step_get_traits (entry->step),
                       entry->places[0] != NULL ? entry->places : NULL, cap);
  entry->kind = verdict.kind;
  entry->cap = MIN (verdict.cap, cap);
  if (self->wish->gentle)
    entry->cap = MIN (entry->cap, GENTLE_CAP);
  if (verdict.reasons != NULL && verdict.reasons->len > 0)
    entry->reasons = g_steal_pointer (&verdict.reasons);
}

static const FasciaDoseAt *
look (Maker *self, const FasciaRegion *region)
{
  const guint index = fascia_region_get_index (region);

  if (!self->is_known[index])
    fascia_dose_guard_look (&self->doses[index], self->wish->library, self->wish->past, self->day,
                            region);
  self->is_known[index] = TRUE;
  return &self->doses[index];
}

static gboolean
can_make_sore (const FasciaStep *step)
{
  const FasciaStepKind kind = fascia_step_get_traits (step)->kind;

  return kind == FASCIA_STEP_RELEASE || kind == FASCIA_STEP_STRETCH
         || kind == FASCIA_STEP_STRENGTHEN;
}

/* A day between for pressure at the place and for strength altogether; half after soreness there and
 * after a break; nothing where it was too much. */
static void
guard (Maker *self, FasciaPracticeEntry *entry)
{
  const gboolean presses = fascia_step_presses (entry->step);
  const gboolean is_strength = fascia_step_get_traits (entry->step)->kind == FASCIA_STEP_STRENGTHEN
                               && fascia_step_get_dose (entry->step)->rest_day;
  gboolean is_halved = entry->factor < 1;

  if (is_strength && self->had_strength)
    add_reason (entry, FASCIA_REASON_REST_DAY, NULL, TRUE);
  for (guint i = 0; can_make_sore (entry->step) && entry->places[i] != NULL; i++)
    {
      const FasciaRegion *place = entry->places[i];
      const FasciaDoseAt *at = look (self, place);

      const FasciaReason stopped = { .kind = FASCIA_REASON_STOPPED,
                                     .place = place,
                                     .cap = -1,
                                     .holds_back = at->is_stopped,
                                     .stop = at->reason };

      if (at->is_stopped && at->reason != NULL)
        take_reason (entry, &stopped);
      else if (at->is_stopped)
        add_reason (entry, FASCIA_REASON_SORE, place, TRUE);
      if (presses
          && (at->pressed_today || at->pressed_yesterday
              || self->is_pressed[fascia_region_get_index (place)]))
        add_reason (entry, FASCIA_REASON_REST_DAY, place, TRUE);
      if (entry->kind == FASCIA_VERDICT_HELD_BACK)
        return;
      if (is_halved || at->factor >= 1)
        continue;
      /* A break is about loads; stretching little by little begins small by itself. */
      if (!at->is_sore && at->reason == NULL && !presses && !is_strength)
        continue;
      if (at->reason != NULL)
        take_reason (entry, &stopped);
      else if (at->is_sore)
        add_reason (entry, FASCIA_REASON_SORE, place, FALSE);
      else
        add_reason (entry, FASCIA_REASON_BREAK, NULL, FALSE);
      fascia_practice_halve (entry);
      is_halved = TRUE;
    }
}

/* ---- the items ---- */

static gboolean
has_place (const FasciaPracticeEntry *entry, const FasciaRegion *place)
{
  for (guint i = 0; entry->places[i] != NULL; i++)
    if (entry->places[i] == place)
      return TRUE;
  return FALSE;
}

/* In whatever order: the marked ones come first in each. */
static gboolean
are_same_places (const FasciaPracticeEntry *a, const FasciaPracticeEntry *b)
{
  for (guint i = 0; a->places[i] != NULL; i++)
    if (!has_place (b, a->places[i]))
      return FALSE;
  for (guint i = 0; b->places[i] != NULL; i++)
    if (!has_place (a, b->places[i]))
      return FALSE;
  return TRUE;
}

/* What has become the same step at the same places, because of another way, is done once: the sets are added
 * as far as the step has them, and never of what presses. */
static gboolean
join (Maker *self, const FasciaPracticeEntry *entry)
{
  const GArray *entries = self->practice->entries;
  const FasciaStepKind kind = fascia_step_get_traits (entry->step)->kind;
  const gboolean is_rest = kind == FASCIA_STEP_REST || kind == FASCIA_STEP_BREATHE;

  for (guint i = entries->len; i > 0; i--)
    {
      FasciaPracticeEntry *one = &g_array_index (entries, FasciaPracticeEntry, i - 1);
      const FasciaDose *dose = fascia_step_get_dose (one->step);
      const int most = MAX (self->wish->gentle ? dose->sets_min : dose->sets_max, 1);

      if (one->step == entry->step && one->item != entry->item && one->side == entry->side
          && (one->instead_of != NULL || entry->instead_of != NULL) && are_same_places (one, entry))
        {
          if (!fascia_step_presses (one->step))
            one->sets = MAX (one->sets, MIN (one->sets + entry->sets, most));
          return TRUE;
        }
      /* To rest at the end is not to rest in between. */
      if (is_rest)
        return FALSE;
    }
  return FALSE;
}

static void
hold_back (Maker *self, const FasciaPracticeEntry *entry)
{
  g_array_append_val (self->practice->held_back, *entry);
}

static guint
count_on_side (const GArray *entries, FasciaSide side)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += g_array_index (entries, FasciaPracticeEntry, i).side == side;
  return n;
}

static void
add_item (Maker *self, const FasciaPracticeItem *item)
{
  g_autoptr (GArray) entries = fascia_practice_dup_places (item);

  for (guint i = 0; i < entries->len; i++)
    {
      FasciaPracticeEntry *entry = &g_array_index (entries, FasciaPracticeEntry, i);

      fascia_practice_set_dose (item, entry, entries->len + item->n_more,
                                count_on_side (entries, entry->side));
      entry->postures = fascia_practice_get_allowed (item->wish, item->step);
      judge (self, entry);
      if (item->because.kind != 0
          && (item->because.holds_back || !has_reason (entry, &item->because)))
        take_reason (entry, &item->because);
      else if (item->instead_of != NULL && item->because.kind == 0)
        add_reason (entry, item->obstacle, NULL, FALSE);
      else if (item->obstacle != 0)
        add_reason (entry, item->obstacle, NULL, TRUE);
      if (entry->kind != FASCIA_VERDICT_HELD_BACK && join (self, entry))
        {
          fascia_practice_entry_clear (entry);
          continue;
        }
      if (entry->kind != FASCIA_VERDICT_HELD_BACK)
        guard (self, entry);
      if (entry->kind == FASCIA_VERDICT_HELD_BACK)
        {
          hold_back (self, entry);
          continue;
        }
      for (guint j = 0; fascia_step_presses (entry->step) && entry->places[j] != NULL; j++)
        self->is_pressed[fascia_region_get_index (entry->places[j])] = TRUE;
      g_array_append_val (self->practice->entries, *entry);
    }
}

/* A step that a later version took away, or that only a newer one has: nothing is known of it but its id, and
 * the routine is not silently shorter. */
static void
add_gone (Maker *self, const FasciaRoutineItem *item, guint index)
{
  FasciaStep *step = fascia_step_new_gone (item->step);
  FasciaPracticeEntry entry = {
    .step = step,
    .places = g_new0 (const FasciaRegion *, 1),
    .side = FASCIA_SIDE_MIDLINE,
    .sets = 1,
    .item = index,
    .posture = FASCIA_POSTURE_CHAIR,
    .postures = FASCIA_POSTURE_CHAIR,
    .factor = 1,
  };

  g_ptr_array_add (self->practice->gone, step);
  add_reason (&entry, FASCIA_REASON_UNKNOWN_STEP, NULL, TRUE);
  hold_back (self, &entry);
}

FasciaPractice *
fascia_practice_new (FasciaRoutine *routine, const FasciaPracticeWish *wish)
{
  g_return_val_if_fail (routine != NULL && wish != NULL, NULL);
  g_return_val_if_fail (wish->library != NULL && wish->safety != NULL, NULL);

  const guint n_regions = fascia_body_get_n_regions (fascia_library_get_body (wish->library));
  g_autofree guint8 *is_pressed = g_new0 (guint8, n_regions);
  g_autofree guint8 *is_known = g_new0 (guint8, n_regions);
  g_autofree FasciaDoseAt *doses = g_new0 (FasciaDoseAt, n_regions);
  FasciaPractice *self = g_atomic_rc_box_new0 (FasciaPractice);
  guint n_items;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);
  Maker maker = {
    .wish = wish,
    .practice = self,
    .day = fascia_safety_get_day (wish->safety),
    .is_pressed = is_pressed,
    .is_known = is_known,
    .doses = doses,
  };

  self->routine = fascia_routine_ref (routine);
  self->library = fascia_library_ref (wish->library);
  self->safety = fascia_safety_ref (wish->safety);
  self->past = wish->past != NULL ? fascia_past_ref (wish->past) : NULL;
  self->is_gentle = wish->gentle;
  self->gone = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_step_unref);
  self->entries = g_array_new (FALSE, FALSE, sizeof (FasciaPracticeEntry));
  g_array_set_clear_func (self->entries, fascia_practice_entry_clear);
  self->held_back = g_array_new (FALSE, FALSE, sizeof (FasciaPracticeEntry));
  g_array_set_clear_func (self->held_back, fascia_practice_entry_clear);
  maker.had_strength = fascia_dose_guard_had_strength (wish->library, wish->past, maker.day);
  const gboolean is_confirmed = fascia_practice_is_confirmed (wish->library, routine);
  for (guint i = 0; i < n_items; i++)
    {
      FasciaRoutineItem one_side[2];
      FasciaPracticeItem sides[2];
      FasciaPracticeItem item = {
        .wish = wish,
        .routine = routine,
        .item = &items[i],
        .index = i,
        .step = fascia_library_resolve_step (wish->library, routine, items[i].step),
        .is_confirmed = is_confirmed,
      };

      if (item.step == NULL)
        {
          add_gone (&maker, &items[i], i);
          continue;
        }
      fascia_practice_choose_step (&item);
      if (!fascia_practice_split (&item, one_side, sides))
        {
          add_item (&maker, &item);
          continue;
        }
      add_item (&maker, &sides[0]);
      add_item (&maker, &sides[1]);
    }
  fascia_practice_trim (self, wish);
  return self;
}

gboolean
fascia_practice_judge (const FasciaPractice *self, FasciaPracticeEntry *entry)
{
  const guint n_regions = fascia_body_get_n_regions (fascia_library_get_body (self->library));
  g_autofree guint8 *is_pressed = g_new0 (guint8, n_regions);
  g_autofree guint8 *is_known = g_new0 (guint8, n_regions);
  g_autofree FasciaDoseAt *doses = g_new0 (FasciaDoseAt, n_regions);
  const FasciaPracticeWish wish = {
    .library = self->library, .safety = self->safety, .past = self->past, .gentle = self->is_gentle
  };
  Maker maker = {
    .wish = &wish,
    .day = fascia_safety_get_day (self->safety),
    .is_pressed = is_pressed,
    .is_known = is_known,
    .doses = doses,
  };

  for (guint i = 0; i < self->entries->len; i++)
    {
      const FasciaPracticeEntry *one = &g_array_index (self->entries, FasciaPracticeEntry, i);

      for (guint j = 0; fascia_step_presses (one->step) && one->places[j] != NULL; j++)
        is_pressed[fascia_region_get_index (one->places[j])] = TRUE;
    }
  maker.had_strength = fascia_dose_guard_had_strength (wish.library, wish.past, maker.day);
  judge (&maker, entry);
  if (entry->kind != FASCIA_VERDICT_HELD_BACK)
    guard (&maker, entry);
  return entry->kind != FASCIA_VERDICT_HELD_BACK;
}

FasciaPractice *
fascia_practice_ref (FasciaPractice *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_practice_clear (gpointer data)
{
  FasciaPractice *self = data;

  g_array_unref (self->entries);
  g_array_unref (self->held_back);
  g_ptr_array_unref (self->gone);
  fascia_routine_unref (self->routine);
  fascia_library_unref (self->library);
  fascia_safety_unref (self->safety);
  g_clear_pointer (&self->past, fascia_past_unref);
}

void
fascia_practice_unref (FasciaPractice *self)
{
  g_atomic_rc_box_release_full (self, fascia_practice_clear);
}

/* ---- asking ---- */

FasciaRoutine *
fascia_practice_get_routine (const FasciaPractice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->routine;
}

FasciaLibrary *
fascia_practice_get_library (const FasciaPractice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->library;
}

gboolean
fascia_practice_is_gentle (const FasciaPractice *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_gentle;
}

const FasciaPracticeEntry *
fascia_practice_get_entries (const FasciaPractice *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->entries->len;
  return (const FasciaPracticeEntry *) (gpointer) self->entries->data;
}

const FasciaPracticeEntry *
fascia_practice_get_held_back (const FasciaPractice *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->held_back->len;
  return (const FasciaPracticeEntry *) (gpointer) self->held_back->data;
}

int
fascia_practice_get_seconds (const FasciaPractice *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return fascia_practice_sum_seconds (self->entries);
}

int
fascia_practice_get_pressure_seconds (const FasciaPractice *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return fascia_practice_sum_pressure (self->entries);
}

FasciaPosture
fascia_practice_get_postures (const FasciaPractice *self)
{
  g_return_val_if_fail (self != NULL, 0);

  FasciaPosture common = FASCIA_POSTURE_ALL, each = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const FasciaPracticeEntry *entry = &g_array_index (self->entries, FasciaPracticeEntry, i);

      common &= entry->postures;
      each |= entry->posture;
    }
  /* One posture for all of it, rather that of its steps themselves. */
  if (common != 0 && each != 0)
    return (common & each) != 0 ? common & each & -(common & each) : common & -common;
  return each;
}

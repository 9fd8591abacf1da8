/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What holds for any wish at all: limits, order, sides, the gate, rest days, the same for the same.
 * FASCIA_TEST_PRACTICES says how many are tried. */

#include "config.h"

#include "fascia-test-long.h"
#include "practice-fixture.h"

#define SOME 1500
#define MANY 100000

typedef struct
{
  const PracticeFixture *f;
  GRand *rand;
  FasciaRoutine *routine;
  FasciaPracticeWish wish;
  const FasciaRegion **places;
  const char **tools;
} Try;

static gboolean
is_one_in (Try *self, int n)
{
  return g_rand_int_range (self->rand, 0, n) == 0;
}

static const FasciaRegion *
pick_region (Try *self)
{
  return fascia_body_get_region (
      self->f->body,
      (guint) g_rand_int_range (self->rand, 0, (int) fascia_body_get_n_regions (self->f->body)));
}

static const FasciaStep *
pick_step (Try *self)
{
  return fascia_library_get_step (
      self->f->library, (guint) g_rand_int_range (
                            self->rand, 0, (int) fascia_library_get_n_steps (self->f->library)));
}

static FasciaSafety *
pick_safety (Try *self)
{
  FasciaConditionAnswer answers[3];
  const guint n = (guint) g_rand_int_range (self->rand, 0, 4);

  for (guint i = 0; i < n; i++)
    {
      const FasciaCondition *condition = fascia_conditions_get (
          self->f->conditions,
          (guint) g_rand_int_range (self->rand, 0,
                                    (int) fascia_conditions_get_n (self->f->conditions)));

      answers[i] = (FasciaConditionAnswer) {
        .code = g_intern_string (fascia_condition_get_question_code (condition)),
        .region
        = is_one_in (self, 2) ? g_intern_string (fascia_region_get_id (pick_region (self))) : NULL,
        .side
        = (FasciaSide) g_rand_int_range (self->rand, FASCIA_SIDE_MIDLINE, FASCIA_SIDE_RIGHT + 1),
        .since_day
        = is_one_in (self, 2) ? TODAY - g_rand_int_range (self->rand, 0, 400) : FASCIA_DAY_UNKNOWN,
        .is_unsure = is_one_in (self, 3),
      };
    }
  return fascia_safety_new (self->f->conditions, self->f->body, answers, n,
                            is_one_in (self, 10) ? FASCIA_DAY_UNKNOWN : TODAY - 20, TODAY);
}

static FasciaPast *
pick_past (Try *self)
{
  FasciaPastSession sessions[8];
  FasciaPastStep steps[24];
  FasciaPastAnswer answers[8];
  guint n_answers = 0;
  const guint n = (guint) g_rand_int_range (self->rand, 0, 9);
  gint32 day = TODAY - g_rand_int_range (self->rand, 0, 40);

  for (guint i = 0; i < n; i++)
    {
      day = MIN (day + g_rand_int_range (self->rand, 0, 8), TODAY);
      if (is_one_in (self, 3))
        answers[n_answers++] = (FasciaPastAnswer) { day + 1, g_rand_int_range (self->rand, 0, 5) };
      sessions[i] = (FasciaPastSession) {
        .day = day,
        .seconds = 300,
        .first_step = i * 3,
        .n_steps = 3,
      };
      for (guint j = 0; j < 3; j++)
        steps[i * 3 + j] = (FasciaPastStep) {
          .day = day,
          .step = g_intern_string (fascia_step_get_id (pick_step (self))),
          .region = g_intern_string (fascia_region_get_id (pick_region (self))),
          .done_s = g_rand_int_range (self->rand, 0, 120),
          .is_done = !is_one_in (self, 5),
        };
    }
  g_autoptr (FasciaPast) past = fascia_past_new (sessions, n, steps, n * 3);
  return fascia_past_with_answers (past, answers, n_answers);
}

/* One of the program's, or one of anybody's, with doses beyond all measure. */
static FasciaRoutine *
pick_routine (Try *self)
{
  FasciaRoutineItem items[12];
  const guint n = (guint) g_rand_int_range (self->rand, 1, 13);
  const FasciaLibrary *library = self->f->library;

  if (!is_one_in (self, 3))
    return fascia_routine_ref (fascia_library_get_routine (
        library,
        (guint) g_rand_int_range (self->rand, 0, (int) fascia_library_get_n_routines (library))));
  g_autoptr (FasciaRoutine) named = fascia_routine_new_own ("own-any", "Any", NULL);
  for (guint i = 0; i < n; i++)
    items[i] = (FasciaRoutineItem) {
      .step = fascia_step_get_id (pick_step (self)),
      .side
      = (FasciaSide) g_rand_int_range (self->rand, FASCIA_SIDE_MIDLINE, FASCIA_SIDE_RIGHT + 1),
      .sets = g_rand_int_range (self->rand, 0, 9),
      .seconds = g_rand_int_range (self->rand, 0, 600),
      .reps = g_rand_int_range (self->rand, 0, 60),
      .rest_s = g_rand_int_range (self->rand, 0, 120),
    };
  g_autoptr (FasciaRoutine) whole = fascia_routine_with_items (named, items, n);
  g_autofree char *over = fascia_library_dup_over (library, whole);
  return is_one_in (self, 2) || *over == '\0' ? g_steal_pointer (&whole)
                                              : fascia_routine_with_confirmed (whole, over, 1);
}

static void
pick (Try *self)
{
  static const int boxes[] = { 0, 0, 60, 180, 300, 600, 1200, 5000 };
  const char *const *tools = fascia_library_get_tools (self->f->library);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GPtrArray) things = g_ptr_array_new ();

  for (int i = g_rand_int_range (self->rand, 0, 6); i > 0; i--)
    g_ptr_array_add (places, (gpointer) pick_region (self));
  g_ptr_array_add (places, NULL);
  for (guint i = 0; tools[i] != NULL; i++)
    if (is_one_in (self, 2))
      g_ptr_array_add (things, (gpointer) tools[i]);
  g_ptr_array_add (things, NULL);
  self->places = (const FasciaRegion **) g_ptr_array_free (g_steal_pointer (&places), FALSE);
  self->tools = (const char **) g_ptr_array_free (g_steal_pointer (&things), FALSE);
  self->routine = pick_routine (self);
  self->wish = (FasciaPracticeWish) {
    .library = self->f->library,
    .safety = pick_safety (self),
    .past = pick_past (self),
    .places = is_one_in (self, 3) ? NULL : (const FasciaRegion *const *) self->places,
    .postures = is_one_in (self, 2) ? 0 : (FasciaPosture) g_rand_int_range (self->rand, 1, 32),
    .tools = is_one_in (self, 2) ? NULL : (const char *const *) self->tools,
    .gentle = is_one_in (self, 4),
    .max_seconds = boxes[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (boxes))],
  };
}

static void
try_clear (Try *self)
{
  fascia_safety_unref (self->wish.safety);
  fascia_past_unref (self->wish.past);
  fascia_routine_unref (self->routine);
  g_free (self->places);
  g_free (self->tools);
}

/* ---- what must hold ---- */

static gboolean
is_marked (const Try *self, const FasciaRegion *region)
{
  for (guint i = 0; self->wish.places != NULL && self->wish.places[i] != NULL; i++)
    if (self->wish.places[i] == region)
      return TRUE;
  return FALSE;
}

static void
check_entry (const Try *self, const FasciaPracticeEntry *entry)
{
  const FasciaTraits *traits = fascia_step_get_traits (entry->step);
  const FasciaDose *dose = fascia_step_get_dose (entry->step);
  g_auto (FasciaVerdict) verdict = { 0 };
  FasciaPosture postures = self->wish.postures != 0 ? self->wish.postures : FASCIA_POSTURE_ALL;

  /* The gate, asked again. */
  fascia_safety_judge (self->wish.safety, &verdict, traits, entry->places, dose->cap);
  g_assert_cmpint (verdict.kind, !=, FASCIA_VERDICT_HELD_BACK);
  g_assert_cmpint (entry->kind, !=, FASCIA_VERDICT_HELD_BACK);
  g_assert_cmpint (entry->cap, <=, verdict.cap);
  g_assert_cmpint (entry->cap, <=, dose->cap);
  if (self->wish.gentle)
    g_assert_cmpint (entry->cap, <=, 3);

  /* Only what is there, only as the person can be; rest and breathing never lack anything. */
  if (traits->kind != FASCIA_STEP_REST && traits->kind != FASCIA_STEP_BREATHE)
    {
      g_assert_true (self->wish.tools == NULL
                     || fascia_library_has_tools (self->f->library, entry->step, self->wish.tools));
      if ((postures & FASCIA_POSTURE_FLOOR) != 0)
        postures |= FASCIA_POSTURE_HANDS_AND_KNEES;
      g_assert_cmphex (entry->posture & postures, ==, entry->posture);
    }
  /* No condition is got round by being in another posture. */
  g_assert_false (fascia_safety_bars_posture (self->wish.safety, traits, entry->posture, NULL));
  g_assert_cmphex (entry->posture & entry->postures, ==, entry->posture);
  g_assert_cmphex (entry->posture & (traits->posture | traits->also_postures), ==, entry->posture);

  /* Another way asks no more of the body in anything. */
  if (entry->instead_of != NULL)
    {
      const FasciaTraits *named = fascia_step_get_traits (entry->instead_of);

      for (guint i = 0; i < FASCIA_N_GRADES; i++)
        g_assert_cmpint (traits->grades[i], <=, named->grades[i]);
      for (guint i = 0; traits->also_loads[i] != NULL; i++)
        g_assert_true (g_strv_contains (named->also_loads, traits->also_loads[i])
                       || g_strv_contains (named->regions, traits->also_loads[i]));
      g_assert_cmpint (dose->cap, <=, fascia_step_get_dose (entry->instead_of)->cap);
    }

  /* Places of the step, on its side. */
  g_assert_nonnull (entry->places[0]);
  for (guint i = 0; entry->places[i] != NULL; i++)
    {
      const FasciaSide side = fascia_region_get_side (entry->places[i]);

      g_assert_true (fascia_step_works_on (entry->step, entry->places[i]));
      g_assert_true (entry->side == FASCIA_SIDE_MIDLINE || side == FASCIA_SIDE_MIDLINE
                     || side == entry->side);
    }

  /* A dose, and one that is not above the step's but where it was confirmed. */
  g_assert_cmpint (entry->sets, >=, 1);
  g_assert_cmpint (entry->seconds, >=, 1);
  g_assert_cmpint (entry->sets * entry->seconds, <=, FASCIA_DOSE_ENTRY_S);
  gint64 utc_ms = 0;
  if (fascia_routine_get_confirmed (self->routine, &utc_ms) == NULL)
    {
      g_assert_cmpint (entry->sets, <=, MAX (dose->sets_max, 1));
      if (dose->reps_max > 0)
        g_assert_cmpint (entry->reps, <=, dose->reps_max);
      else
        g_assert_cmpint (entry->seconds, <=, MAX (dose->seconds_max, dose->long_hold_max));
    }
  if (self->wish.gentle)
    g_assert_cmpint (entry->sets, <=, MAX (dose->sets_min, 1));
}

/* The dose guard, asked again; no place twice; strength not two days running. */
static void
check_guard (const Try *self, const FasciaPracticeEntry *entries, guint n)
{
  g_autoptr (GHashTable) pressed = g_hash_table_new (NULL, NULL);
  const gboolean had_strength
      = fascia_dose_guard_had_strength (self->f->library, self->wish.past, TODAY);

  for (guint i = 0; i < n; i++)
    {
      const gboolean presses = fascia_step_presses (entries[i].step);
      const FasciaStepKind kind = fascia_step_get_traits (entries[i].step)->kind;
      gboolean is_half = FALSE;

      if (kind == FASCIA_STEP_STRENGTHEN)
        g_assert_false (had_strength);
      for (guint j = 0; entries[i].places[j] != NULL; j++)
        {
          FasciaDoseAt at;

          fascia_dose_guard_look (&at, self->f->library, self->wish.past, TODAY,
                                  entries[i].places[j]);
          if (presses)
            {
              g_assert_false (at.pressed_today || at.pressed_yesterday);
              g_assert_true (g_hash_table_add (pressed, (gpointer) entries[i].places[j]));
            }
          if (presses || kind == FASCIA_STEP_STRETCH || kind == FASCIA_STEP_STRENGTHEN)
            {
              g_assert_false (at.is_stopped);
              is_half = is_half || at.is_sore
                        || (at.is_back && (presses || kind == FASCIA_STEP_STRENGTHEN));
            }
        }
      if (is_half)
        g_assert_cmpfloat (entries[i].factor, ==, 0.5);
    }
}

/* The marked side and no other; both where nothing of it is marked. */
static void
check_sides (const Try *self, const FasciaPracticeEntry *entry, const FasciaRoutineItem *item)
{
  const FasciaTraits *traits = fascia_step_get_traits (entry->step);
  const char *const *bases
      = !traits->acts_on_all && item->places != NULL ? item->places : traits->regions;
  gboolean left = FALSE, right = FALSE;

  if (entry->side == FASCIA_SIDE_MIDLINE || item->side != FASCIA_SIDE_MIDLINE)
    {
      if (entry->side != FASCIA_SIDE_MIDLINE)
        g_assert_cmpint (entry->side, ==, item->side);
      return;
    }
  for (guint i = 0; i < fascia_body_get_n_regions (self->f->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->f->body, i);

      if (!is_marked (self, region) || !fascia_step_works_on (entry->step, region)
          || !g_strv_contains (bases, fascia_region_get_base (region)))
        continue;
      left = left || fascia_region_get_side (region) != FASCIA_SIDE_RIGHT;
      right = right || fascia_region_get_side (region) != FASCIA_SIDE_LEFT;
    }
  if (left != right)
    g_assert_cmpint (entry->side, ==, left ? FASCIA_SIDE_LEFT : FASCIA_SIDE_RIGHT);
}

/* What another way made the same as something else is done with it. */
static gboolean
is_joined (const Try *self, const FasciaPractice *practice, const FasciaRoutineItem *item)
{
  g_autoptr (FasciaRoutine) alone = fascia_routine_with_items (self->routine, item, 1);
  FasciaPracticeWish wish = self->wish;
  guint n[2], m;

  wish.past = NULL;
  wish.max_seconds = 0;
  g_autoptr (FasciaPractice) only = fascia_practice_new (alone, &wish);
  const FasciaPracticeEntry *one = fascia_practice_get_entries (only, &m);
  const FasciaPracticeEntry *lists[] = { fascia_practice_get_entries (practice, &n[0]),
                                         fascia_practice_get_held_back (practice, &n[1]) };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; m > 0 && j < n[i]; j++)
      if (lists[i][j].step == one[0].step
          && (one[0].instead_of != NULL || lists[i][j].instead_of != NULL))
        return TRUE;
  return FALSE;
}

static void
check_limits (const Try *self, const FasciaPractice *practice)
{
  const int box = self->wish.max_seconds > 0 ? MIN (self->wish.max_seconds, FASCIA_DOSE_SESSION_S)
                                             : FASCIA_DOSE_SESSION_S;
  guint n, n_held_back, n_items;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);
  const FasciaPracticeEntry *held_back = fascia_practice_get_held_back (practice, &n_held_back);
  const FasciaRoutineItem *items = fascia_routine_get_items (self->routine, &n_items);
  g_autofree int *seconds = g_new0 (int, n_items);
  g_autofree gboolean *is_told = g_new0 (gboolean, n_items);
  int pressure = 0;

  for (guint i = 0; i < n; i++)
    {
      const int length = entries[i].sets * entries[i].seconds;

      check_entry (self, &entries[i]);
      check_sides (self, &entries[i], &items[entries[i].item]);
      if (i > 0)
        g_assert_cmpuint (entries[i].item, >=, entries[i - 1].item);
      if (fascia_step_presses (entries[i].step))
        pressure += length;
      seconds[entries[i].item] += length;
      is_told[entries[i].item] = TRUE;
    }
  check_guard (self, entries, n);
  for (guint i = 0; i < n_held_back; i++)
    {
      g_assert_cmpint (held_back[i].kind, ==, FASCIA_VERDICT_HELD_BACK);
      g_assert_true (held_back[i].reasons != NULL && held_back[i].reasons->len > 0);
      is_told[held_back[i].item] = TRUE;
    }
  /* Nothing is silently missing. */
  for (guint i = 0; i < n_items; i++)
    {
      g_assert_true (is_told[i] || is_joined (self, practice, &items[i]));
      g_assert_cmpint (seconds[i], <=, FASCIA_DOSE_ENTRY_S);
    }
  g_assert_cmpint (pressure, ==, fascia_practice_get_pressure_seconds (practice));
  g_assert_cmpint (pressure, <=, FASCIA_DOSE_SESSION_PRESSURE_S);
  g_assert_cmpint (fascia_practice_get_seconds (practice), <=, box);
}

static void
check_same (const FasciaPractice *a, const FasciaPractice *b)
{
  guint n, m;
  const FasciaPracticeEntry *x = fascia_practice_get_entries (a, &n);
  const FasciaPracticeEntry *y = fascia_practice_get_entries (b, &m);

  g_assert_cmpuint (n, ==, m);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (x[i].step == y[i].step && x[i].side == y[i].side && x[i].cap == y[i].cap);
      g_assert_true (x[i].sets == y[i].sets && x[i].seconds == y[i].seconds);
      for (guint j = 0; x[i].places[j] != NULL; j++)
        g_assert_true (x[i].places[j] == y[i].places[j]);
    }
}

static void
test_any (PracticeFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const guint n_tries = fascia_test_count ("FASCIA_TEST_PRACTICES", SOME, MANY);
  guint n_entries = 0, n_held_back = 0, n_instead = 0, n_half = 0;

  for (guint i = 0; i < n_tries; i++)
    {
      Try self = { .f = f, .rand = rand };
      guint n;

      pick (&self);
      g_autoptr (FasciaPractice) practice = fascia_practice_new (self.routine, &self.wish);
      g_autoptr (FasciaPractice) again = fascia_practice_new (self.routine, &self.wish);
      check_limits (&self, practice);
      check_same (practice, again);
      const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);
      n_entries += n;
      for (guint j = 0; j < n; j++)
        {
          n_instead += entries[j].instead_of != NULL;
          n_half += entries[j].factor < 1;
        }
      fascia_practice_get_held_back (practice, &n);
      n_held_back += n;
      try_clear (&self);
    }
  g_test_message ("%u wishes: %u entries, %u another way, %u half, %u held back", n_tries,
                  n_entries, n_instead, n_half, n_held_back);
  /* All of it was really met. */
  g_assert_cmpuint (n_entries, >, n_tries);
  g_assert_cmpuint (n_held_back, >, n_tries);
  g_assert_cmpuint (n_instead, >, n_tries / 50);
  g_assert_cmpuint (n_half, >, n_tries / 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();
  practice_test_add ("/practice/any", test_any);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What entries say besides marks, drawings and notes, as values. */

#include "store-entries.h"

static const FasciaUid uid = { { 1 } };

static FasciaEntry *
make_blank (FasciaEntryKind kind)
{
  const FasciaMoment moment
      = { FASCIA_TEST_NOW_MS, 0, (gint32) (FASCIA_TEST_NOW_MS / DAY_MS), "UTC" };

  return fascia_entry_new (&uid, kind, &moment);
}

/* One of a kind always has what belongs to it, and nothing that belongs to another. */
static void
test_blank (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (store_kinds); i++)
    {
      g_autoptr (FasciaEntry) entry = make_blank (store_kinds[i]);
      guint n_measurements;

      g_assert_cmpint (fascia_entry_get_end_ms (entry), ==, FASCIA_END_NOT_GIVEN);
      g_assert_null (fascia_entry_get_tags (entry)[0]);
      fascia_entry_get_measurements (entry, &n_measurements);
      g_assert_cmpuint (n_measurements, ==, 0);
      g_assert_null (fascia_entry_dup_words (entry));
      g_assert_cmpint (fascia_entry_get_visit (entry) != NULL, ==,
                       store_kinds[i] == FASCIA_ENTRY_VISIT);
      g_assert_cmpint (fascia_entry_get_exercise (entry) != NULL, ==,
                       store_kinds[i] == FASCIA_ENTRY_EXERCISE);
      g_assert_cmpint (fascia_entry_get_treatment (entry) != NULL, ==,
                       store_kinds[i] == FASCIA_ENTRY_TREATMENT);
      g_assert_cmpint (fascia_entry_get_event (entry) != NULL, ==,
                       store_kinds[i] == FASCIA_ENTRY_EVENT);
      g_assert_cmpint (fascia_entry_get_session (entry) != NULL, ==,
                       store_kinds[i] == FASCIA_ENTRY_SESSION);
    }

  g_autoptr (FasciaEntry) visit = make_blank (FASCIA_ENTRY_VISIT);
  g_assert_cmpint (fascia_entry_get_visit (visit)->minutes, ==, 0);
  g_assert_cmpint (fascia_entry_get_visit (visit)->before, ==, FASCIA_NOT_GIVEN);
  g_assert_null (fascia_entry_get_visit (visit)->areas[0]);
  g_autoptr (FasciaEntry) exercise = make_blank (FASCIA_ENTRY_EXERCISE);
  g_assert_cmpint (fascia_entry_get_exercise (exercise)->minutes, ==, FASCIA_NOT_GIVEN);
  g_autoptr (FasciaEntry) event = make_blank (FASCIA_ENTRY_EVENT);
  g_assert_cmpint (fascia_entry_get_event (event)->until_day, ==, FASCIA_DAY_NOT_GIVEN);
}

/* Lists are sorted, without doubles; blank texts are none; everything is copied. */
static void
test_copies (void)
{
  g_autofree char *said = g_strdup ("Said");
  const char *codes[] = { "b", "a", "b", NULL };
  const FasciaVisit visit = { .therapist = "  \n", .said = said, .areas = codes };
  g_autoptr (FasciaEntry) blank = make_blank (FASCIA_ENTRY_VISIT);
  g_autoptr (FasciaEntry) entry = fascia_entry_with_visit (blank, &visit);
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (entry, codes);

  memset (said, 'x', 4);
  codes[0] = "gone";
  g_assert_null (fascia_entry_get_visit (tagged)->therapist);
  g_assert_cmpstr (fascia_entry_get_visit (tagged)->said, ==, "Said");
  g_assert_cmpuint (g_strv_length ((char **) fascia_entry_get_visit (tagged)->areas), ==, 2);
  g_assert_cmpstr (fascia_entry_get_visit (tagged)->areas[0], ==, "a");
  g_assert_null (fascia_entry_get_visit (tagged)->tools[0]);
  g_assert_cmpuint (g_strv_length ((char **) fascia_entry_get_tags (tagged)), ==, 2);
  g_assert_cmpstr (fascia_entry_get_tags (tagged)[1], ==, "b");
  g_autoptr (FasciaEntry) untagged = fascia_entry_with_tags (tagged, NULL);
  g_assert_true (fascia_entry_equal (untagged, entry));
  g_assert_false (fascia_entry_equal (tagged, entry));
}

static void
test_measurements (void)
{
  const FasciaMeasurement right = { "reach", FASCIA_SIDE_RIGHT, 12, "cm" };
  const FasciaMeasurement left = { "reach", FASCIA_SIDE_LEFT, 10, "cm" };
  const FasciaMeasurement better = { "reach", FASCIA_SIDE_RIGHT, 14.5, "cm" };
  g_autoptr (FasciaEntry) blank = make_blank (FASCIA_ENTRY_MEASUREMENT);
  g_autoptr (FasciaEntry) one = fascia_entry_with_measurement (blank, &right);
  g_autoptr (FasciaEntry) two = fascia_entry_with_measurement (one, &left);
  g_autoptr (FasciaEntry) three = fascia_entry_with_measurement (two, &better);
  guint n;
  const FasciaMeasurement *list = fascia_entry_get_measurements (three, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (list[0].side, <, list[1].side);
  g_assert_cmpfloat (fascia_entry_find_measurement (three, "reach", FASCIA_SIDE_RIGHT)->value, ==,
                     14.5);
  g_assert_null (fascia_entry_find_measurement (three, "reach", FASCIA_SIDE_MIDLINE));
  g_autoptr (FasciaEntry) fewer
      = fascia_entry_without_measurement (three, "reach", FASCIA_SIDE_RIGHT);
  fascia_entry_get_measurements (fewer, &n);
  g_assert_cmpuint (n, ==, 1);
  g_autoptr (FasciaEntry) same
      = fascia_entry_without_measurement (fewer, "other", FASCIA_SIDE_LEFT);
  g_assert_true (fascia_entry_equal (same, fewer));
}

/* The end and the times of a session go with the beginning. */
static void
test_moment (void)
{
  g_autoptr (FasciaEntry) entry = store_make_entry (FASCIA_ENTRY_SESSION, FASCIA_TEST_NOW_MS);
  FasciaMoment moment = *fascia_entry_get_moment (entry);

  moment.utc_ms -= 7 * MINUTE_MS;
  g_autoptr (FasciaEntry) moved = fascia_entry_with_moment (entry, &moment);
  g_assert_cmpint (fascia_entry_get_end_ms (moved), ==,
                   fascia_entry_get_end_ms (entry) - 7 * MINUTE_MS);
  g_assert_cmpint (fascia_entry_get_session (moved)->started_ms, ==, moment.utc_ms);
  g_assert_cmpint (fascia_entry_get_session (moved)->ended_ms, ==,
                   fascia_entry_get_session (entry)->ended_ms - 7 * MINUTE_MS);
  g_autoptr (FasciaEntry) back = fascia_entry_with_moment (moved, fascia_entry_get_moment (entry));
  g_assert_true (fascia_entry_equal (back, entry));

  g_autoptr (FasciaEntry) endless = fascia_entry_with_end_ms (entry, FASCIA_END_NOT_GIVEN);
  g_autoptr (FasciaEntry) moved_endless = fascia_entry_with_moment (endless, &moment);
  g_assert_cmpint (fascia_entry_get_end_ms (moved_endless), ==, FASCIA_END_NOT_GIVEN);
}

/* ---- what makes two entries different ---- */

typedef void (*Change) (FasciaEntryParts *parts);

#define CHANGE(name, change)                                                                       \
  static void name (FasciaEntryParts *parts) { change; }
#define CHANGE_PART(name, type, member, change)                                                    \
  static void name (FasciaEntryParts *parts)                                                       \
  {                                                                                                \
    static type part;                                                                              \
                                                                                                   \
    part = *parts->member;                                                                         \
    change;                                                                                        \
    parts->member = &part;                                                                         \
  }
#define CHANGE_STEP(name, change)                                                                  \
  static void name (FasciaEntryParts *parts)                                                       \
  {                                                                                                \
    static FasciaSession part;                                                                     \
    static FasciaSessionStep steps[3];                                                             \
                                                                                                   \
    part = *parts->session;                                                                        \
    memcpy (steps, part.steps, sizeof steps);                                                      \
    change;                                                                                        \
    part.steps = steps;                                                                            \
    parts->session = &part;                                                                        \
  }

static const char *const other_codes[] = { "other", NULL };
static const FasciaMeasurement other_value[] = { { "neck-rotation", FASCIA_SIDE_LEFT, 62.6, "°" } };

CHANGE (no_end, parts->has_end = FALSE)
CHANGE (other_end, parts->end_ms++)
CHANGE (other_tags, parts->tags = other_codes)
CHANGE (fewer_measurements, parts->n_measurements--)
CHANGE (other_measurement, {
  parts->measurements = other_value;
  parts->n_measurements = 1;
})
CHANGE_PART (other_minutes, FasciaVisit, visit, part.minutes++)
CHANGE_PART (other_pressure, FasciaVisit, visit, part.pressure++)
CHANGE_PART (other_rating, FasciaVisit, visit, part.rating++)
CHANGE_PART (other_before, FasciaVisit, visit, part.before++)
CHANGE_PART (other_after, FasciaVisit, visit, part.after++)
CHANGE_PART (other_therapist, FasciaVisit, visit, part.therapist = NULL)
CHANGE_PART (other_said, FasciaVisit, visit, part.said = "Else")
CHANGE_PART (other_areas, FasciaVisit, visit, part.areas = other_codes)
CHANGE_PART (other_techniques, FasciaVisit, visit, part.techniques = other_codes)
CHANGE_PART (other_tools, FasciaVisit, visit, part.tools = NULL)
CHANGE_PART (other_exercise, FasciaExercise, exercise, part.what = "Else")
CHANGE_PART (other_exercise_minutes, FasciaExercise, exercise, part.minutes++)
CHANGE_PART (other_effort, FasciaExercise, exercise, part.effort = FASCIA_EFFORT_HEAVY)
CHANGE_PART (other_sets, FasciaExercise, exercise, part.sets++)
CHANGE_PART (other_repetitions, FasciaExercise, exercise, part.repetitions++)
CHANGE_PART (other_treatment, FasciaTreatment, treatment, part.what = "Else")
CHANGE_PART (other_amount, FasciaTreatment, treatment, part.amount = "Else")
CHANGE_PART (other_taken, FasciaTreatment, treatment, part.taken = FASCIA_ANSWER_NOT_GIVEN)
CHANGE_PART (other_helped, FasciaTreatment, treatment, part.helped = FASCIA_NOT_GIVEN)
CHANGE_PART (other_type, FasciaEvent, event, part.type = "injury")
CHANGE_PART (other_event, FasciaEvent, event, part.what = "Else")
CHANGE_PART (other_until, FasciaEvent, event, part.until_day++)
CHANGE_PART (other_routine, FasciaSession, session, part.routine = "other")
CHANGE_PART (other_started, FasciaSession, session, part.started_ms++)
CHANGE_PART (other_ended, FasciaSession, session, part.ended_ms++)
CHANGE_PART (other_paused, FasciaSession, session, part.paused_ms++)
CHANGE_PART (other_outcome, FasciaSession, session, part.outcome = "finished")
CHANGE_PART (other_posture, FasciaSession, session, part.posture = NULL)
CHANGE_PART (other_gentle, FasciaSession, session, part.gentle = FALSE)
CHANGE_PART (other_ease_offs, FasciaSession, session, part.ease_offs++)
CHANGE_PART (other_uid_before, FasciaSession, session, part.before.bytes[9]++)
CHANGE_PART (other_uid_after, FasciaSession, session, part.after.bytes[9]++)
CHANGE_PART (fewer_steps, FasciaSession, session, part.n_steps--)
CHANGE_STEP (other_step, steps[2].step = "other")
CHANGE_STEP (other_step_region, steps[1].region = "other")
CHANGE_STEP (other_planned, steps[0].planned_s++)
CHANGE_STEP (other_done, steps[0].done_s++)
CHANGE_STEP (other_step_outcome, steps[0].outcome = "stopped")
CHANGE_STEP (other_reason, steps[0].reason = "other")
CHANGE_STEP (other_eased, steps[0].eased_off = FALSE)
CHANGE_STEP (other_discomfort, steps[0].discomfort++)

static const struct
{
  FasciaEntryKind kind;
  Change change;
} changes[] = {
  { FASCIA_ENTRY_NOTE, no_end },
  { FASCIA_ENTRY_NOTE, other_end },
  { FASCIA_ENTRY_NOTE, other_tags },
  { FASCIA_ENTRY_NOTE, fewer_measurements },
  { FASCIA_ENTRY_NOTE, other_measurement },
  { FASCIA_ENTRY_VISIT, other_minutes },
  { FASCIA_ENTRY_VISIT, other_pressure },
  { FASCIA_ENTRY_VISIT, other_rating },
  { FASCIA_ENTRY_VISIT, other_before },
  { FASCIA_ENTRY_VISIT, other_after },
  { FASCIA_ENTRY_VISIT, other_therapist },
  { FASCIA_ENTRY_VISIT, other_said },
  { FASCIA_ENTRY_VISIT, other_areas },
  { FASCIA_ENTRY_VISIT, other_techniques },
  { FASCIA_ENTRY_VISIT, other_tools },
  { FASCIA_ENTRY_EXERCISE, other_exercise },
  { FASCIA_ENTRY_EXERCISE, other_exercise_minutes },
  { FASCIA_ENTRY_EXERCISE, other_effort },
  { FASCIA_ENTRY_EXERCISE, other_sets },
  { FASCIA_ENTRY_EXERCISE, other_repetitions },
  { FASCIA_ENTRY_TREATMENT, other_treatment },
  { FASCIA_ENTRY_TREATMENT, other_amount },
  { FASCIA_ENTRY_TREATMENT, other_taken },
  { FASCIA_ENTRY_TREATMENT, other_helped },
  { FASCIA_ENTRY_EVENT, other_type },
  { FASCIA_ENTRY_EVENT, other_event },
  { FASCIA_ENTRY_EVENT, other_until },
  { FASCIA_ENTRY_SESSION, other_routine },
  { FASCIA_ENTRY_SESSION, other_started },
  { FASCIA_ENTRY_SESSION, other_ended },
  { FASCIA_ENTRY_SESSION, other_paused },
  { FASCIA_ENTRY_SESSION, other_outcome },
  { FASCIA_ENTRY_SESSION, other_posture },
  { FASCIA_ENTRY_SESSION, other_gentle },
  { FASCIA_ENTRY_SESSION, other_ease_offs },
  { FASCIA_ENTRY_SESSION, other_uid_before },
  { FASCIA_ENTRY_SESSION, other_uid_after },
  { FASCIA_ENTRY_SESSION, fewer_steps },
  { FASCIA_ENTRY_SESSION, other_step },
  { FASCIA_ENTRY_SESSION, other_step_region },
  { FASCIA_ENTRY_SESSION, other_planned },
  { FASCIA_ENTRY_SESSION, other_done },
  { FASCIA_ENTRY_SESSION, other_step_outcome },
  { FASCIA_ENTRY_SESSION, other_reason },
  { FASCIA_ENTRY_SESSION, other_eased },
  { FASCIA_ENTRY_SESSION, other_discomfort },
};

static void
test_equal (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      FasciaEntryParts parts;
      FasciaEvent event;
      FasciaSession session;

      store_fill_parts (&parts, changes[i].kind, FASCIA_TEST_NOW_MS, &event, &session);
      g_autoptr (FasciaEntry) entry = fascia_entry_new_from_parts (&parts);
      g_autoptr (FasciaEntry) same = fascia_entry_new_from_parts (&parts);
      changes[i].change (&parts);
      g_autoptr (FasciaEntry) other = fascia_entry_new_from_parts (&parts);
      /* A copy of the whole says it, too. */
      fascia_entry_get_parts (other, &parts);
      g_autoptr (FasciaEntry) copy = fascia_entry_new_from_parts (&parts);

      g_assert_true (fascia_entry_equal (entry, same));
      if (fascia_entry_equal (entry, other))
        g_error ("Change %u makes no difference", i);
      g_assert_true (fascia_entry_equal (copy, other));
    }
}

static void
test_words (void)
{
  g_autoptr (FasciaEntry) treatment = store_make_entry (FASCIA_ENTRY_TREATMENT, 0);
  g_autofree char *words = fascia_entry_dup_words (treatment);
  g_autoptr (FasciaEntry) event = store_make_entry (FASCIA_ENTRY_EVENT, 0);
  g_autofree char *event_words = fascia_entry_dup_words (event);

  g_assert_cmpstr (words, ==, "Nur Worte – ¿qué tal?\nWärme\n20 min");
  g_assert_cmpstr (event_words, ==, "Nur Worte – ¿qué tal?\nBy train to Köln");
}

static void
test_codes (void)
{
  FasciaEffort effort;

  for (FasciaEffort e = FASCIA_EFFORT_LIGHT; e <= FASCIA_EFFORT_HEAVY; e++)
    {
      g_assert_true (fascia_effort_from_code (fascia_effort_to_code (e), &effort));
      g_assert_cmpint (effort, ==, e);
    }
  g_assert_null (fascia_effort_to_code (FASCIA_EFFORT_NOT_GIVEN));
  g_assert_false (fascia_effort_from_code (NULL, &effort));
  g_assert_false (fascia_effort_from_code ("Light", &effort));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entry-details/blank", test_blank);
  g_test_add_func ("/entry-details/copies", test_copies);
  g_test_add_func ("/entry-details/measurements", test_measurements);
  g_test_add_func ("/entry-details/moment", test_moment);
  g_test_add_func ("/entry-details/equal", test_equal);
  g_test_add_func ("/entry-details/words", test_words);
  g_test_add_func ("/entry-details/codes", test_codes);
  return g_test_run ();
}

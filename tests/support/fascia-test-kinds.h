/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry of every kind that is written by hand, for tests and pictures of the journal.
 */

#pragma once

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TEST_MINUTE_MS G_GINT64_CONSTANT (60000)
#define FASCIA_TEST_HOUR_MS (60 * FASCIA_TEST_MINUTE_MS)

/* An entry that says nothing yet; its name is made from @number. */
static inline FasciaEntry *
fascia_test_entry_new (FasciaEntryKind kind, gint64 utc_ms, guint8 number)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  const guint8 random[10] = { number, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
  FasciaMoment moment;
  FasciaUid uid;

  fascia_moment_init (&moment, utc_ms, zone);
  fascia_uid_init (&uid, utc_ms, random);
  return fascia_entry_new (&uid, kind, &moment);
}

/* Takes @entry. */
static inline FasciaEntry *
fascia_test_entry_finish (FasciaEntry *entry,
                          gint64 end_ms,
                          const char *const *tags,
                          const char *note)
{
  g_autoptr (FasciaEntry) plain = entry;
  g_autoptr (FasciaEntry) ended
      = end_ms > 0 ? fascia_entry_with_end_ms (plain, end_ms) : fascia_entry_ref (plain);
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (ended, tags);

  return fascia_entry_with_note (tagged, note);
}

static inline FasciaEntry *
fascia_test_note_new (gint64 utc_ms, guint8 number, const char *note)
{
  return fascia_test_entry_finish (fascia_test_entry_new (FASCIA_ENTRY_NOTE, utc_ms, number), 0,
                                   NULL, note);
}

static inline FasciaEntry *
fascia_test_visit_new (gint64 utc_ms, guint8 number)
{
  static const char *const areas[] = { "neck-back-right", "shoulder-top-right", NULL };
  static const char *const techniques[] = { "direct", "skin-rolling", NULL };
  static const char *const tools[] = { "hands", NULL };
  static const char *const tags[] = { "stress", NULL };
  const FasciaVisit visit = {
    .minutes = 60,
    .pressure = 4,
    .rating = 8,
    .before = 7,
    .after = 4,
    .therapist = "Anna",
    .said = "Less screen in the evening.",
    .areas = areas,
    .techniques = techniques,
    .tools = tools,
  };
  g_autoptr (FasciaEntry) plain = fascia_test_entry_new (FASCIA_ENTRY_VISIT, utc_ms, number);

  return fascia_test_entry_finish (fascia_entry_with_visit (plain, &visit),
                                   utc_ms + FASCIA_TEST_HOUR_MS, tags,
                                   "The shoulder let go after a while. Warm and heavy afterwards.");
}

static inline FasciaEntry *
fascia_test_exercise_new (gint64 utc_ms, guint8 number)
{
  const FasciaExercise exercise = {
    .what = "Heel drops on the stairs",
    .minutes = 15,
    .effort = FASCIA_EFFORT_LIGHT,
    .sets = 3,
    .repetitions = 10,
  };
  g_autoptr (FasciaEntry) plain = fascia_test_entry_new (FASCIA_ENTRY_EXERCISE, utc_ms, number);

  return fascia_test_entry_finish (fascia_entry_with_exercise (plain, &exercise), 0, NULL, NULL);
}

static inline FasciaEntry *
fascia_test_treatment_new (gint64 utc_ms, guint8 number)
{
  const FasciaTreatment treatment = {
    .what = "Magnesium",
    .amount = "one tablet",
    .taken = FASCIA_ANSWER_YES,
    .helped = FASCIA_NOT_GIVEN,
  };
  g_autoptr (FasciaEntry) plain = fascia_test_entry_new (FASCIA_ENTRY_TREATMENT, utc_ms, number);

  return fascia_test_entry_finish (fascia_entry_with_treatment (plain, &treatment), 0, NULL, NULL);
}

static inline FasciaEntry *
fascia_test_event_new (gint64 utc_ms, guint8 number)
{
  static const char *const tags[] = { "lifting", "overdoing", NULL };
  const FasciaEvent event = {
    .type = "new-thing",
    .what = "A higher chair at the desk",
    .until_day = FASCIA_DAY_NOT_GIVEN,
  };
  g_autoptr (FasciaEntry) plain = fascia_test_entry_new (FASCIA_ENTRY_EVENT, utc_ms, number);

  return fascia_test_entry_finish (fascia_entry_with_event (plain, &event), 0, tags, NULL);
}

static inline FasciaEntry *
fascia_test_measurement_new (gint64 utc_ms, guint8 number)
{
  const FasciaMeasurement values[] = {
    { .item = "sleep", .side = FASCIA_SIDE_MIDLINE, .value = 6 },
    { .item = "pain-worst", .side = FASCIA_SIDE_MIDLINE, .value = 5 },
    { .item = "stiffness-morning", .side = FASCIA_SIDE_MIDLINE, .value = 30, .unit = "min" },
  };
  g_autoptr (FasciaEntry) entry = fascia_test_entry_new (FASCIA_ENTRY_MEASUREMENT, utc_ms, number);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      FasciaEntry *next = fascia_entry_with_measurement (entry, &values[i]);

      fascia_entry_unref (entry);
      entry = next;
    }
  return g_steal_pointer (&entry);
}

/* (transfer full) (element-type FasciaEntry) Newest first, within the day before @now_ms. */
static inline GPtrArray *
fascia_test_kinds_new (gint64 now_ms)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);

  g_ptr_array_add (entries,
                   fascia_test_note_new (now_ms - 30 * FASCIA_TEST_MINUTE_MS, 1,
                                         "Long day at the desk, then a walk along the river. The "
                                         "neck was easier on the way back."));
  g_ptr_array_add (entries, fascia_test_visit_new (now_ms - 2 * FASCIA_TEST_HOUR_MS, 2));
  g_ptr_array_add (entries, fascia_test_exercise_new (now_ms - 4 * FASCIA_TEST_HOUR_MS, 3));
  g_ptr_array_add (entries, fascia_test_treatment_new (now_ms - 5 * FASCIA_TEST_HOUR_MS, 4));
  g_ptr_array_add (entries, fascia_test_measurement_new (now_ms - 6 * FASCIA_TEST_HOUR_MS, 5));
  g_ptr_array_add (entries, fascia_test_event_new (now_ms - 20 * FASCIA_TEST_HOUR_MS, 6));
  return entries;
}

G_END_DECLS

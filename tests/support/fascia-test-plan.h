/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions of days gone by, and a plan that was begun before, for tests and pictures of the plan.
 */

#pragma once

#include "core/journal/fascia-journal.h"
#include "core/routines/fascia-plan.h"
#include "fascia-test-utils.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_writing;
} FasciaTestPlan;

static inline void
fascia_test_plan_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  ((FasciaTestPlan *) data)->n_writing--;
}

static inline void
fascia_test_plan_set (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  fascia_journal_set_setting_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  ((FasciaTestPlan *) data)->n_writing--;
}

static inline gboolean
fascia_test_plan_is_written (gpointer data)
{
  return ((FasciaTestPlan *) data)->n_writing == 0;
}

static inline gint32
fascia_test_plan_get_today (FasciaJournal *journal)
{
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (journal), &now);
  return now.day;
}

/* A session of one step, and waits until it is written. @routine, @region: (nullable) */
static inline void
fascia_test_put_session (FasciaJournal *journal,
                         int days_ago,
                         const char *routine,
                         const char *step,
                         const char *region,
                         int seconds,
                         gboolean is_finished)
{
  const FasciaUid none = { 0 };
  FasciaTestPlan writing = { 1 };
  FasciaMoment moment;
  FasciaClock *clock = fascia_journal_get_clock (journal);
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (clock);
  const FasciaSessionStep done = {
    .step = step,
    .region = region,
    .planned_s = seconds,
    .done_s = seconds,
    .outcome = "done",
    .discomfort = FASCIA_NOT_GIVEN,
  };

  fascia_moment_init (&moment,
                      fascia_clock_now_ms (clock)
                          - (gint64) days_ago * 24 * G_GINT64_CONSTANT (3600000)
                          - G_GINT64_CONSTANT (900000),
                      zone);
  const FasciaSession session = {
    .routine = routine,
    .started_ms = moment.utc_ms,
    .ended_ms = moment.utc_ms + G_GINT64_CONSTANT (1000) * seconds,
    .outcome = is_finished ? "finished" : "stopped",
    .steps = &done,
    .n_steps = 1,
  };
  g_autoptr (FasciaEntry) empty = fascia_entry_new (&none, FASCIA_ENTRY_SESSION, &moment);
  g_autoptr (FasciaEntry) entry = fascia_entry_with_session (empty, &session);
  fascia_journal_put_async (journal, entry, NULL, fascia_test_plan_written, &writing);
  fascia_test_assert_until (fascia_test_plan_is_written, &writing);
}

/* An answer of the day after, @days_ago. */
static inline void
fascia_test_put_soreness (FasciaJournal *journal, int days_ago, int value)
{
  const FasciaMeasurement answer
      = { .item = FASCIA_ITEM_SORENESS, .side = FASCIA_SIDE_MIDLINE, .value = value };
  const char *const asked[] = { FASCIA_ITEM_SORENESS, NULL };
  FasciaTestPlan writing = { 1 };
  FasciaMoment moment;
  FasciaClock *clock = fascia_journal_get_clock (journal);
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (clock);

  fascia_moment_init (
      &moment, fascia_clock_now_ms (clock) - (gint64) days_ago * 24 * G_GINT64_CONSTANT (3600000),
      zone);
  fascia_journal_answer_async (journal, &moment, &answer, asked, NULL, fascia_test_plan_written,
                               &writing);
  fascia_test_assert_until (fascia_test_plan_is_written, &writing);
}

/* @value: (nullable): floating */
static inline void
fascia_test_put_setting (FasciaJournal *journal, const char *key, GVariant *value)
{
  FasciaTestPlan writing = { 1 };

  fascia_journal_set_setting_async (journal, key, value, NULL, fascia_test_plan_set, &writing);
  fascia_test_assert_until (fascia_test_plan_is_written, &writing);
}

/* "Back and neck", begun @days_ago: as the program writes it. */
static inline void
fascia_test_put_plan (FasciaJournal *journal, FasciaProgrammes *programmes, int days_ago)
{
  const gint32 day = fascia_test_plan_get_today (journal) - days_ago;
  g_autoptr (FasciaSettings) none = fascia_settings_new ();
  g_autoptr (FasciaPlan) plan = fascia_plan_new (programmes, none);
  g_autoptr (GArray) changes
      = fascia_plan_start (plan, fascia_programmes_lookup (programmes, "back-and-neck"), day);

  for (guint i = 0; i < changes->len; i++)
    {
      const FasciaSettingChange *change = &g_array_index (changes, FasciaSettingChange, i);

      fascia_test_put_setting (journal, change->key, change->value);
    }
}

G_END_DECLS

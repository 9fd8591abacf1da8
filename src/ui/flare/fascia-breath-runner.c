/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath, or a rest in its place, as time goes by, and as the journal keeps it.
 */

#include "config.h"

#include "fascia-breath-runner.h"

#include "core/journal/fascia-clock.h"
#include "routines/fascia-session-resume.h"

/* Of the number that is counted down; what moves follows the frames. */
#define TICK_MS 100

struct _FasciaBreathRunner
{
  GObject parent_instance;

  FasciaJournal *journal;
  FasciaBreath breath;
  FasciaBreathKeeper *keeper; /* NULL until it has begun */
  FasciaBreathNow now;
  gpointer now_data;
  guint source;
  gboolean is_rest; /* in place of breathing */
};

enum
{
  SIGNAL_BEGUN,
  SIGNAL_TURNED,
  SIGNAL_CHANGED,
  SIGNAL_PAUSED,
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaBreathRunner, fascia_breath_runner, G_TYPE_OBJECT)

static gint64
get_now (FasciaBreathRunner *self)
{
  return self->now (self->now_data);
}

static gboolean
on_timeout (gpointer data)
{
  fascia_breath_runner_tick (data);
  return G_SOURCE_CONTINUE;
}

static void
tell_change (FasciaBreathRunner *self)
{
  if (self->breath.is_running && self->source == 0)
    self->source = g_timeout_add (TICK_MS, on_timeout, self);
  else if (!self->breath.is_running)
    g_clear_handle_id (&self->source, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- time goes by ---- */

static void
keep_end (FasciaBreathRunner *self, gboolean is_finished)
{
  if (self->keeper != NULL)
    fascia_breath_keeper_end (self->keeper, self->breath.planned_ms, self->breath.elapsed_ms,
                              is_finished);
}

/* While it is written on nobody takes it back. */
static void
set_written_on (FasciaBreathRunner *self, gboolean is_written_on)
{
  const FasciaUid *uid
      = self->keeper != NULL
            ? fascia_flare_entry_get_uid (fascia_breath_keeper_get_entry (self->keeper))
            : NULL;

  if (uid != NULL && is_written_on)
    fascia_session_resume_add_running (self->journal, uid);
  else if (uid != NULL)
    fascia_session_resume_remove_running (self->journal, uid);
}

static void
finish (FasciaBreathRunner *self)
{
  keep_end (self, TRUE);
  set_written_on (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

void
fascia_breath_runner_tick (FasciaBreathRunner *self)
{
  g_return_if_fail (FASCIA_IS_BREATH_RUNNER (self));

  if (!self->breath.is_running)
    return;
  g_autoptr (FasciaBreathRunner) alive = g_object_ref (self);
  const FasciaBreathEvents events = fascia_breath_tick (&self->breath, get_now (self));

  if ((events & FASCIA_BREATH_FINISHED) != 0)
    finish (self);
  else if ((events & FASCIA_BREATH_SUSPENDED) != 0)
    {
      keep_end (self, FALSE);
      g_signal_emit (self, signals[SIGNAL_PAUSED], 0);
    }
  else
    {
      if ((events & FASCIA_BREATH_CHANGED) != 0)
        g_signal_emit (self, signals[SIGNAL_TURNED], 0, (guint) self->breath.told);
      fascia_breath_keeper_keep (self->keeper, self->breath.planned_ms, self->breath.elapsed_ms);
    }
  tell_change (self);
}

void
fascia_breath_runner_resume (FasciaBreathRunner *self)
{
  g_return_if_fail (FASCIA_IS_BREATH_RUNNER (self));

  if (!fascia_breath_resume (&self->breath, get_now (self)))
    return;
  if (self->keeper == NULL)
    {
      self->keeper = fascia_breath_keeper_new (
          self->journal, self->is_rest ? FASCIA_BREATH_REST_STEP : FASCIA_BREATH_STEP);
      g_signal_emit (self, signals[SIGNAL_BEGUN], 0);
    }
  set_written_on (self, TRUE);
  fascia_breath_runner_tick (self);
}

/* @is_told: there is somebody to be told. */
static void
halt (FasciaBreathRunner *self, gboolean is_told)
{
  if (!self->breath.is_running)
    return;
  fascia_breath_pause (&self->breath, get_now (self));
  if (self->breath.is_finished)
    finish (self);
  else
    keep_end (self, FALSE);
  if (is_told && !self->breath.is_finished)
    g_signal_emit (self, signals[SIGNAL_PAUSED], 0);
  tell_change (self);
}

void
fascia_breath_runner_pause (FasciaBreathRunner *self)
{
  g_return_if_fail (FASCIA_IS_BREATH_RUNNER (self));

  halt (self, TRUE);
}

void
fascia_breath_runner_leave (FasciaBreathRunner *self)
{
  g_return_if_fail (FASCIA_IS_BREATH_RUNNER (self));

  halt (self, FALSE);
  if (self->breath.planned_ms == 0)
    keep_end (self, TRUE);
  set_written_on (self, FALSE);
}

void
fascia_breath_runner_begin (FasciaBreathRunner *self, gboolean is_rest)
{
  g_return_if_fail (FASCIA_IS_BREATH_RUNNER (self));

  const gint64 planned_ms = self->breath.planned_ms;

  set_written_on (self, FALSE);
  g_clear_object (&self->keeper);
  self->breath = (FasciaBreath) { .planned_ms = planned_ms };
  self->is_rest = is_rest;
  fascia_breath_runner_resume (self);
}

void
fascia_breath_runner_plan (FasciaBreathRunner *self, gint64 planned_ms)
{
  g_return_if_fail (FASCIA_IS_BREATH_RUNNER (self));

  fascia_breath_plan (&self->breath, planned_ms);
}

/* ---- what is known of it ---- */

const FasciaBreath *
fascia_breath_runner_get_breath (FasciaBreathRunner *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_RUNNER (self), NULL);

  return &self->breath;
}

gboolean
fascia_breath_runner_is_rest (FasciaBreathRunner *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_RUNNER (self), FALSE);

  return self->is_rest;
}

FasciaBreathKeeper *
fascia_breath_runner_get_keeper (FasciaBreathRunner *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_RUNNER (self), NULL);

  return self->keeper;
}

void
fascia_breath_runner_set_now (FasciaBreathRunner *self, FasciaBreathNow now, gpointer data)
{
  g_return_if_fail (FASCIA_IS_BREATH_RUNNER (self));
  g_return_if_fail (now != NULL);

  self->now = now;
  self->now_data = data;
}

gboolean
fascia_breath_runner_has_source (FasciaBreathRunner *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_RUNNER (self), FALSE);

  return self->source != 0;
}

/* ---- the object ---- */

static void
fascia_breath_runner_finalize (GObject *object)
{
  FasciaBreathRunner *self = FASCIA_BREATH_RUNNER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  set_written_on (self, FALSE);
  g_clear_object (&self->keeper);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_breath_runner_parent_class)->finalize (object);
}

static void
fascia_breath_runner_class_init (FasciaBreathRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_breath_runner_finalize;

  signals[SIGNAL_BEGUN] = g_signal_new ("begun", FASCIA_TYPE_BREATH_RUNNER, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TURNED] = g_signal_new ("turned", FASCIA_TYPE_BREATH_RUNNER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FASCIA_TYPE_BREATH_RUNNER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PAUSED] = g_signal_new ("paused", FASCIA_TYPE_BREATH_RUNNER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", FASCIA_TYPE_BREATH_RUNNER, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_breath_runner_init (FasciaBreathRunner *self)
{
  self->now = fascia_clock_get_boot_ms;
}

FasciaBreathRunner *
fascia_breath_runner_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaBreathRunner *self = g_object_new (FASCIA_TYPE_BREATH_RUNNER, NULL);

  self->journal = g_object_ref (journal);
  return self;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps slow breathing, or a rest, in the journal as a session of one step.
 */

#include "config.h"

#include "fascia-breath-keeper.h"

#include "core/routines/fascia-breath.h"

/* No more than this is lost by a sudden end. */
#define WRITE_AGAIN_MS 30000

struct _FasciaBreathKeeper
{
  GObject parent_instance;

  FasciaJournal *journal;
  FasciaFlareEntry *entry;
  const char *step;   /* interned */
  gint64 written_ms;  /* of running time; 0: nothing is written yet */
  gboolean was_ended; /* as finished, as it was written last */
};

G_DEFINE_FINAL_TYPE (FasciaBreathKeeper, fascia_breath_keeper, G_TYPE_OBJECT)

static void
write_session (FasciaBreathKeeper *self, gint64 planned_ms, gint64 done_ms, gboolean is_finished)
{
  const gint64 started_ms = fascia_flare_entry_get_moment (self->entry)->utc_ms;
  const gint64 now_ms
      = MAX (fascia_clock_now_ms (fascia_journal_get_clock (self->journal)), started_ms);
  const FasciaSessionStep step = {
    .step = self->step,
    .planned_s = planned_ms > 0 ? (int) (planned_ms / 1000) : FASCIA_NOT_GIVEN,
    .done_s = (int) MIN (done_ms / 1000, G_MAXINT),
    .outcome = is_finished ? "done" : "stopped",
    .discomfort = FASCIA_NOT_GIVEN,
  };
  const FasciaSession session = {
    .started_ms = started_ms,
    .ended_ms = now_ms,
    .paused_ms = MAX (now_ms - started_ms - done_ms, 0),
    .outcome = is_finished ? "finished" : "stopped",
    .gentle = TRUE,
    .steps = &step,
    .n_steps = 1,
  };
  g_autoptr (FasciaEntry) blank = fascia_flare_entry_dup_blank (self->entry);
  g_autoptr (FasciaEntry) told = fascia_entry_with_session (blank, &session);
  g_autoptr (FasciaEntry) ended = fascia_entry_with_end_ms (told, now_ms);

  self->written_ms = done_ms;
  self->was_ended = is_finished;
  fascia_entry_writer_put (fascia_flare_entry_get_writer (self->entry), ended);
}

void
fascia_breath_keeper_keep (FasciaBreathKeeper *self, gint64 planned_ms, gint64 done_ms)
{
  g_return_if_fail (FASCIA_IS_BREATH_KEEPER (self));

  if (done_ms >= FASCIA_BREATH_KEPT_MS
      && (self->written_ms == 0 || done_ms - self->written_ms >= WRITE_AGAIN_MS))
    write_session (self, planned_ms, done_ms, FALSE);
}

void
fascia_breath_keeper_end (FasciaBreathKeeper *self,
                          gint64 planned_ms,
                          gint64 done_ms,
                          gboolean is_finished)
{
  g_return_if_fail (FASCIA_IS_BREATH_KEEPER (self));

  if (done_ms >= FASCIA_BREATH_KEPT_MS
      && (done_ms != self->written_ms || is_finished != self->was_ended))
    write_session (self, planned_ms, done_ms, is_finished);
}

FasciaFlareEntry *
fascia_breath_keeper_get_entry (FasciaBreathKeeper *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_KEEPER (self), NULL);

  return self->entry;
}

static void
fascia_breath_keeper_finalize (GObject *object)
{
  FasciaBreathKeeper *self = FASCIA_BREATH_KEEPER (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_breath_keeper_parent_class)->finalize (object);
}

static void
fascia_breath_keeper_class_init (FasciaBreathKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_breath_keeper_finalize;
}

static void
fascia_breath_keeper_init (FasciaBreathKeeper *self)
{
}

FasciaBreathKeeper *
fascia_breath_keeper_new (FasciaJournal *journal, const char *step)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (step != NULL, NULL);

  FasciaBreathKeeper *self = g_object_new (FASCIA_TYPE_BREATH_KEEPER, NULL);

  self->journal = g_object_ref (journal);
  self->entry = fascia_flare_entry_new (journal, FASCIA_ENTRY_SESSION);
  self->step = g_intern_string (step);
  return self;
}

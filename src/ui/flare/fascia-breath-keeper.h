/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps slow breathing, or a rest, in the journal as a session of one step.
 */

#pragma once

#include "fascia-flare-entry.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BREATH_KEEPER (fascia_breath_keeper_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBreathKeeper, fascia_breath_keeper, FASCIA, BREATH_KEEPER, GObject)

/**
 * FasciaBreathKeeper:
 *
 * Nothing is written below #FASCIA_BREATH_KEPT_MS; from then on it begins with the first second. Every
 * state that is written is whole: after a sudden end it is a session that was stopped there.
 */
/* @step: id of the step it is kept as. Begins now. */
FasciaBreathKeeper *fascia_breath_keeper_new (FasciaJournal *journal, const char *step);

/* As often as one likes: it writes when it has not for half a minute. @planned_ms: 0: open-ended;
 * @done_ms: running time. */
void fascia_breath_keeper_keep (FasciaBreathKeeper *self, gint64 planned_ms, gint64 done_ms);
/* Writes at once: paused, stopped or finished. */
void fascia_breath_keeper_end (FasciaBreathKeeper *self,
                               gint64 planned_ms,
                               gint64 done_ms,
                               gboolean is_finished);
FasciaFlareEntry *fascia_breath_keeper_get_entry (FasciaBreathKeeper *self);

G_END_DECLS

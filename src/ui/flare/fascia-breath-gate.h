/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a slow breath is open to the person, and why not.
 */

#pragma once

#include <glib-object.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

/**
 * FasciaBreathGate:
 *
 * What the tables say about the step is read by another thread, begun when the gate is made.
 *
 * Signals: "changed" (): it may be ready, or other answers were given to the safety check.
 */
#define FASCIA_TYPE_BREATH_GATE (fascia_breath_gate_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBreathGate, fascia_breath_gate, FASCIA, BREATH_GATE, GObject)

FasciaBreathGate *fascia_breath_gate_new (FasciaJournal *journal, FasciaBody *body);

/* FALSE: nobody knows yet. Once the tables and the answers were read, and when it is certain that they cannot
 * be. */
gboolean fascia_breath_gate_is_ready (FasciaBreathGate *self);
/* (transfer full) (nullable) Why it is held back, in sentences; NULL: it is open. What nobody knows holds it
 * back: see fascia_breath_judge(). */
char *fascia_breath_gate_dup_reasons (FasciaBreathGate *self);

G_END_DECLS

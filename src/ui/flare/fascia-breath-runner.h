/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath, or a rest in its place, as time goes by, and as the journal keeps it.
 */

#pragma once

#include "core/routines/fascia-breath.h"
#include "fascia-breath-keeper.h"

G_BEGIN_DECLS

/**
 * FasciaBreathRunner:
 *
 * Nothing wakes the program up but while it runs.
 *
 * Signals: "begun" (): there is another keeper; "turned" (guint: #FasciaBreathPhase): in became out, or
 * out in, also when it goes on after a pause; "changed" (): time went by, or it runs, or does not;
 * "paused" (): by the person, or by itself, when the machine slept; "finished" (): the time planned is over;
 * both before "changed".
 */
#define FASCIA_TYPE_BREATH_RUNNER (fascia_breath_runner_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBreathRunner, fascia_breath_runner, FASCIA, BREATH_RUNNER, GObject)

FasciaBreathRunner *fascia_breath_runner_new (FasciaJournal *journal);

/* Another one, of the length planned, from the beginning. */
void fascia_breath_runner_begin (FasciaBreathRunner *self, gboolean is_rest);
/* Nothing happens where they make no sense. */
void fascia_breath_runner_resume (FasciaBreathRunner *self);
void fascia_breath_runner_pause (FasciaBreathRunner *self);
/* The person goes: in the middle it is what it was; without an end it is done. */
void fascia_breath_runner_leave (FasciaBreathRunner *self);
/* @planned_ms: 0: until it is stopped */
void fascia_breath_runner_plan (FasciaBreathRunner *self, gint64 planned_ms);
/* As often as one likes. */
void fascia_breath_runner_tick (FasciaBreathRunner *self);

const FasciaBreath *fascia_breath_runner_get_breath (FasciaBreathRunner *self);
gboolean fascia_breath_runner_is_rest (FasciaBreathRunner *self);
/* (nullable) Until it has begun. */
FasciaBreathKeeper *fascia_breath_runner_get_keeper (FasciaBreathRunner *self);

/* For tests: milliseconds of another clock, and whether anything of it wakes the program up. */
typedef gint64 (*FasciaBreathNow) (gpointer data);
void fascia_breath_runner_set_now (FasciaBreathRunner *self, FasciaBreathNow now, gpointer data);
gboolean fascia_breath_runner_has_source (FasciaBreathRunner *self);

G_END_DECLS

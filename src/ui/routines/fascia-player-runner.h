/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that runs: the player with a clock, the journal and what is to be heard. */

#pragma once

#include "../../core/journal/fascia-journal.h"
#include "../../core/routines/fascia-player.h"
#include "fascia-cue-sink.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PLAYER_RUNNER (fascia_player_runner_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlayerRunner, fascia_player_runner, FASCIA, PLAYER_RUNNER, GObject)

/* Milliseconds of a clock that goes on while the machine sleeps. */
typedef gint64 (*FasciaPlayerNow) (gpointer data);

/**
 * FasciaPlayerRunner:
 *
 * Writes the session to the journal at its first second and at every change, so that a sudden end loses
 * nothing. A source of the main loop exists only while time goes by.
 * Signals: "changed" (): a tick, or anything pressed; "event" (FasciaPlayerEvent *): in order;
 * "write-failed" (GError *): the session runs on, but the journal did not take it; "written" (): the
 * journal has all of it.
 * Property (notify): "running" (boolean).
 */
/* @player: (transfer full); @before: (nullable) the check-in that tells how it was before; @uid:
 * (nullable): the entry of a session that goes on, which began at @started_ms. */
FasciaPlayerRunner *fascia_player_runner_new (FasciaJournal *journal,
                                              FasciaPlayer *player,
                                              FasciaCueSink *sink,
                                              const FasciaUid *before);
FasciaPlayerRunner *fascia_player_runner_new_resumed (FasciaJournal *journal,
                                                      FasciaPlayer *player,
                                                      FasciaCueSink *sink,
                                                      FasciaEntry *entry);
/* Whether a source of the main loop wakes it. */
gboolean fascia_player_runner_has_source (FasciaPlayerRunner *self);
/* For tests: another clock, another ear. */
void fascia_player_runner_set_now (FasciaPlayerRunner *self, FasciaPlayerNow now, gpointer data);
void fascia_player_runner_set_sink (FasciaPlayerRunner *self, FasciaCueSink *sink);

FasciaPlayer *fascia_player_runner_get_player (FasciaPlayerRunner *self);
gboolean fascia_player_runner_is_running (FasciaPlayerRunner *self);
/* Of the session, from its first second. */
const FasciaUid *fascia_player_runner_get_uid (FasciaPlayerRunner *self);

/* All of them tick first; FALSE where they make no sense now. */
gboolean fascia_player_runner_resume (FasciaPlayerRunner *self);
/* For the person alone: also "I am ready". */
gboolean fascia_player_runner_go_on (FasciaPlayerRunner *self);
gboolean fascia_player_runner_pause (FasciaPlayerRunner *self);
gboolean fascia_player_runner_next (FasciaPlayerRunner *self, const char *reason);
gboolean fascia_player_runner_back (FasciaPlayerRunner *self);
gboolean fascia_player_runner_ease_off (FasciaPlayerRunner *self, const char *reason);
gboolean fascia_player_runner_longer (FasciaPlayerRunner *self);
/* See fascia_player_find_other_side(). */
gboolean fascia_player_runner_add_other_side (FasciaPlayerRunner *self);
/* "Wait for me", from now on. */
gboolean fascia_player_runner_set_waits (FasciaPlayerRunner *self, gboolean waits);
gboolean fascia_player_runner_stop (FasciaPlayerRunner *self, const char *reason);
/* What was felt after the end. */
gboolean fascia_player_runner_tell_reason (FasciaPlayerRunner *self, const char *reason);
/* Takes in the time gone by; the source does it by itself. */
void fascia_player_runner_tick (FasciaPlayerRunner *self);

/* The check-in that tells how it is after. */
void fascia_player_runner_set_after (FasciaPlayerRunner *self, const FasciaUid *after);
/* (nullable) */
const FasciaUid *fascia_player_runner_get_before (FasciaPlayerRunner *self);
void fascia_player_runner_set_before (FasciaPlayerRunner *self, const FasciaUid *before);
void fascia_player_runner_set_note (FasciaPlayerRunner *self, const char *note);
/* What could not be written: nothing when the journal has all of it. */
void fascia_player_runner_retry (FasciaPlayerRunner *self);

G_END_DECLS

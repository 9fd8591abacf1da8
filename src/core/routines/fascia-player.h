/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session as a state machine: what happens when, without clock, sound or window. */

#pragma once

#include "fascia-practice.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_PLAYER_READY = 1, /* get-ready count, or waiting for the person */
  FASCIA_PLAYER_HOLD,      /* the step runs */
  FASCIA_PLAYER_CHANGE,    /* to the other side, or to the next set */
  FASCIA_PLAYER_REST,      /* between steps */
  FASCIA_PLAYER_PAUSED,
  FASCIA_PLAYER_FINISHED,
  FASCIA_PLAYER_STOPPED,
} FasciaPlayerState;

/* "ready", "hold", "change", "rest", "paused", "finished", "stopped" */
const char *fascia_player_state_to_code (FasciaPlayerState state);

typedef enum
{
  FASCIA_PLAYER_EVENT_READY = 1, /* get ready for an entry */
  FASCIA_PLAYER_EVENT_START,     /* a hold begins; value: 1 when nothing was told of its entry */
  FASCIA_PLAYER_EVENT_HALF,      /* half of a hold of 20 s or more is over */
  FASCIA_PLAYER_EVENT_COUNT,     /* five, four … one second left; value: seconds */
  FASCIA_PLAYER_EVENT_SIDE,      /* change sides now */
  FASCIA_PLAYER_EVENT_SET,       /* the next set of the same comes */
  FASCIA_PLAYER_EVENT_REST,      /* rest; the entry is the one that comes next */
  FASCIA_PLAYER_EVENT_END,       /* a hold is over; value: 1 when it was the last */
  FASCIA_PLAYER_EVENT_PAUSED,
  FASCIA_PLAYER_EVENT_SUSPENDED, /* paused by itself: time went by without a tick */
  FASCIA_PLAYER_EVENT_RESUMED,   /* value: 1 when what was told before waits for the person */
  FASCIA_PLAYER_EVENT_EASED,     /* eased off */
  FASCIA_PLAYER_EVENT_SKIPPED,   /* the rest of an entry is left out */
  FASCIA_PLAYER_EVENT_BACK,
  FASCIA_PLAYER_EVENT_LONGER, /* value: seconds more */
  FASCIA_PLAYER_EVENT_ADDED,  /* the other side of this entry comes, too */
  FASCIA_PLAYER_EVENT_FINISHED,
  FASCIA_PLAYER_EVENT_STOPPED,
} FasciaPlayerEventKind;

/* "ready", "start", "half", "count", "side" … */
const char *fascia_player_event_kind_to_code (FasciaPlayerEventKind kind);

/* @at_ms: running time of the session at which it is due, pauses left out; never decreases. @state: of the
 * part in which it happened, paused or not. */
typedef struct
{
  FasciaPlayerEventKind kind;
  FasciaPlayerState state;
  gint64 at_ms;
  guint entry;
  guint set;
  int value;
} FasciaPlayerEvent;

/* A tick that comes later than this after the one before it does not count as time gone by, but as a
 * pause since then: the machine slept, or the program stood still. */
#define FASCIA_PLAYER_GAP_MS 5000
/* Seconds of a change of sides or sets, and the shortest hold that easing off leaves. */
#define FASCIA_PLAYER_CHANGE_S 8
#define FASCIA_PLAYER_SHORTEST_S 10
#define FASCIA_PLAYER_LONGER_S 15

/* b: "wait for me"; absent: no */
#define FASCIA_SETTING_PLAYER_WAITS "player.waits"

typedef struct
{
  /* Wait before each step until the person goes on, in place of the count. */
  gboolean waits;
  /* Seconds of the count; 0: by posture, see fascia_player_get_ready_seconds(). */
  int ready_s;
} FasciaPlayerOptions;

/* 10 on a chair or standing, 15 in bed, 25 on the floor: what getting there takes. */
int fascia_player_get_ready_seconds (FasciaPosture posture);

/**
 * FasciaPlayer:
 *
 * Not thread safe. Times are milliseconds of a clock that goes on while the machine sleeps; every
 * function with @now_ms takes in the time since the last one first, as a tick does. Nothing happens
 * twice, nothing ends early: a step that was not interrupted lasts its seconds to the millisecond,
 * however ticks fall.
 */
typedef struct _FasciaPlayer FasciaPlayer;

/* Stands at the first get-ready, not running before fascia_player_resume(). @options: (nullable). */
FasciaPlayer *fascia_player_new (FasciaPractice *practice, const FasciaPlayerOptions *options);
/**
 * fascia_player_new_resumed: goes on with a session that was interrupted
 * @session: as fascia_player_dup_session() made it of the same practice
 *
 * Stands before the first entry that is neither done nor skipped. NULL when the steps are not those of
 * @practice, or none is left.
 */
FasciaPlayer *fascia_player_new_resumed (FasciaPractice *practice,
                                         const FasciaPlayerOptions *options,
                                         const FasciaSession *session);
void fascia_player_free (FasciaPlayer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPlayer, fascia_player_free)

/* What happened since the last call, in order: array of FasciaPlayerEvent, valid until the next call of
 * any function that takes @now_ms. */
const GArray *fascia_player_tick (FasciaPlayer *self, gint64 now_ms);

/* All below do nothing and return FALSE where they make no sense. Their events come with the next
 * tick. */
gboolean fascia_player_pause (FasciaPlayer *self, gint64 now_ms);
/* Begins, or takes a pause back. What waits for the person waits on. */
gboolean fascia_player_resume (FasciaPlayer *self, gint64 now_ms);
/* For the person alone: as above, and "I am ready" where it waits, paused or not, once it was told for
 * what. */
gboolean fascia_player_go_on (FasciaPlayer *self, gint64 now_ms);
/* The rest of this entry is left out; during a rest or a count: begins now. @reason: (nullable) code,
 * kept with the entry. Also while paused; it stays paused. */
gboolean fascia_player_next (FasciaPlayer *self, gint64 now_ms, const char *reason);
/* To the beginning of this hold; in its first three seconds and between holds to the one before. */
gboolean fascia_player_back (FasciaPlayer *self, gint64 now_ms);
/* Ends the hold; what is left of it and later holds at the same places are half as long and one lower
 * in their ceiling. @reason: (nullable) code. Goes on if it was paused. */
gboolean fascia_player_ease_off (FasciaPlayer *self, gint64 now_ms, const char *reason);
/* Fifteen seconds more of this hold, inside the limits of an entry and of a session. */
gboolean fascia_player_longer (FasciaPlayer *self, gint64 now_ms);
/* "Wait for me", from now on: a count that runs waits, and one that waits runs again. What is paused stays
 * paused. */
gboolean fascia_player_set_waits (FasciaPlayer *self, gint64 now_ms, gboolean waits);
/**
 * fascia_player_find_other_side: whether "other side too" is on offer
 *
 * Returns: the entry it is on offer for, or -1: the one that runs, or, on the way to the next one, the one
 * just done. Not where the other side is part of the session anyway, is held back by the safety check or
 * the past, or would be beyond the limits. Judges anew: ask when the entry or the state changes.
 */
int fascia_player_find_other_side (FasciaPlayer *self);
/* Adds it: after this entry, or, on the way to the next one, now. Also while paused; it stays paused.
 * Entries from there on have new numbers, and fascia_player_get_practice() is another one. */
gboolean fascia_player_add_other_side (FasciaPlayer *self, gint64 now_ms);
/* @reason: (nullable) code. */
gboolean fascia_player_stop (FasciaPlayer *self, gint64 now_ms, const char *reason);
/* After the end: what was felt then is kept with what was held last, unless that has a reason that weighs
 * more. @reason: a code. FALSE: not kept. */
gboolean fascia_player_tell_reason (FasciaPlayer *self, const char *reason);

/* (transfer none) What is played now; fascia_player_add_other_side() puts another in its place. */
FasciaPractice *fascia_player_get_practice (const FasciaPlayer *self);
FasciaPlayerState fascia_player_get_state (const FasciaPlayer *self);
/* While paused: what it was before. */
FasciaPlayerState fascia_player_get_inner_state (const FasciaPlayer *self);
/* Not paused, not over, and not waiting: time goes by. */
gboolean fascia_player_is_running (const FasciaPlayer *self);
gboolean fascia_player_is_waiting (const FasciaPlayer *self);
/* What runs, or is paused, lasts until the person goes on. */
gboolean fascia_player_is_open (const FasciaPlayer *self);
/* The entry that runs, or that comes next; its set, from 0. */
guint fascia_player_get_entry (const FasciaPlayer *self);
guint fascia_player_get_set (const FasciaPlayer *self);
/* Whether a change leads to the other side; else it leads to the next set of the same. */
gboolean fascia_player_is_new_side (const FasciaPlayer *self);
/* (transfer full) What a change leads to, in the current language: "Change sides", "Once more: 2 of
 * 3", "Next spot: 2 of 2". */
char *fascia_player_dup_change (const FasciaPlayer *self,
                                guint entry,
                                guint set,
                                gboolean new_side);
/* Of the part that runs: a hold, a rest, a count. */
gint64 fascia_player_get_left_ms (const FasciaPlayer *self);
gint64 fascia_player_get_length_ms (const FasciaPlayer *self);
/* Of the whole session: running time so far, and what is to come as things stand. */
gint64 fascia_player_get_elapsed_ms (const FasciaPlayer *self);
gint64 fascia_player_get_remaining_ms (const FasciaPlayer *self);
/* Ceiling that holds now for an entry, lowered where it was eased off. */
int fascia_player_get_cap (const FasciaPlayer *self, guint entry);
/* Milliseconds really held at an entry. */
gint64 fascia_player_get_done_ms (const FasciaPlayer *self, guint entry);
/* Entries that were held to their end, or as long as was wanted; skipped ones are not. */
guint fascia_player_count_held (const FasciaPlayer *self);
guint fascia_player_get_ease_offs (const FasciaPlayer *self);
/* The posture an entry is done in: that of the entry before where it allows it. */
FasciaPosture fascia_player_get_posture (const FasciaPlayer *self, guint entry);
/* (nullable) Where this entry works, "Left calf, lower"; in the current language. (transfer full) */
char *fascia_player_dup_place (const FasciaPlayer *self, guint entry);
/* As above, but of a step that works on many places only its side: a list of six is not heard out. */
char *fascia_player_dup_short_place (const FasciaPlayer *self, guint entry);

/**
 * fascia_player_dup_session: what the journal keeps of it, at any moment
 * @started_ms: UTC milliseconds
 * @ended_ms: 0 while it is not over
 *
 * Entries not reached yet are there without an outcome, those held back with "held-back". One that was
 * gone through without a single hold counts as stopped, not as finished. The result
 * is freed with fascia_player_session_free().
 */
FasciaSession *fascia_player_dup_session (const FasciaPlayer *self,
                                          gint64 started_ms,
                                          gint64 ended_ms);
void fascia_player_session_free (FasciaSession *session);

/* ---- what is to be heard ---- */

typedef enum
{
  FASCIA_CHIME_NONE = 0,
  FASCIA_CHIME_START,
  FASCIA_CHIME_HALF,
  FASCIA_CHIME_COUNT,
  FASCIA_CHIME_SWITCH,
  FASCIA_CHIME_END,
} FasciaChime;

const char *fascia_chime_to_code (FasciaChime chime);
FasciaChime fascia_player_event_get_chime (const FasciaPlayerEvent *event);
/* (transfer full) (nullable) Whole words to be spoken after the chime, in the current language. */
char *fascia_player_dup_words (const FasciaPlayer *self, const FasciaPlayerEvent *event);
/* What is said where it waits: who does not look would wait for what waits for them. */
const char *fascia_player_get_ready_words (void);
/* The same as above, and that where it waits; for a window, where there are keys. */
char *fascia_player_dup_spoken (const FasciaPlayer *self, const FasciaPlayerEvent *event);

G_END_DECLS

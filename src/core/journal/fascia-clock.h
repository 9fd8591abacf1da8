/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where core gets the time from: the system, or a fixed moment handed in by a test. */

#pragma once

#include "fascia-moment.h"

G_BEGIN_DECLS

/**
 * FasciaClock:
 *
 * The one source of "now" and of the local time zone. Reference counted. Safe to read from any
 * thread; a fixed clock may be moved with fascia_clock_set_fixed() from any thread (atomic).
 */
typedef struct _FasciaClock FasciaClock;

/* The system's real time and local zone (read again at every call: people travel). */
FasciaClock *fascia_clock_new_system (void);

/* A clock that stands still. @zone: IANA name such as "Europe/Berlin"; NULL means UTC. */
FasciaClock *fascia_clock_new_fixed (gint64 utc_ms, const char *zone);
void fascia_clock_set_fixed (FasciaClock *clock, gint64 utc_ms);

FasciaClock *fascia_clock_ref (FasciaClock *clock);
void fascia_clock_unref (FasciaClock *clock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaClock, fascia_clock_unref)

/* Milliseconds since 1970-01-01T00:00:00Z. */
gint64 fascia_clock_now_ms (FasciaClock *clock);

/* The present moment in the local zone. */
void fascia_clock_now (FasciaClock *clock, FasciaMoment *out);

/* (transfer full) The local zone now. */
GTimeZone *fascia_clock_dup_zone (FasciaClock *clock);

/* Milliseconds since the machine was started, those asleep counted, and never set back: for how long
 * something takes. @data is not looked at, so that it can be handed in where a test hands in its own. */
gint64 fascia_clock_get_boot_ms (gpointer data);

G_END_DECLS

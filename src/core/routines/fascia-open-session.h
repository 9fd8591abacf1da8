/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that broke off: whether it may still go on, with what, and how it is closed. Pure. */

#pragma once

#include "fascia-past.h"
#include "fascia-practice.h"

G_BEGIN_DECLS

/* Later than this after its last sign of life it does not go on: it is another part of the day by then,
 * the body is not as it was, and a rating from before says nothing about it any more. Shorter would take
 * it away from who sleeps after a flare or has to leave for a meal. */
#define FASCIA_OPEN_SESSION_MS (6 * G_GINT64_CONSTANT (3600000))

typedef enum
{
  FASCIA_OPEN_SESSION_NOT = 1, /* it is over, or not a session */
  FASCIA_OPEN_SESSION_OFFER,   /* ask whether it goes on */
  FASCIA_OPEN_SESSION_CLOSE,   /* without a question */
} FasciaOpenSession;

/* Also when clocks were set back meanwhile. Nothing left to do in it: it is closed. */
FasciaOpenSession fascia_open_session_judge (const FasciaEntry *entry, gint64 now_ms);
/* (nullable) Of @entries (FasciaEntry, newest first) the one to ask about: the newest, and only that;
 * who begins another one has left those before it. */
FasciaEntry *fascia_open_session_choose (const GPtrArray *entries, gint64 now_ms);

/* (transfer full) @entry as it is when it ends where it broke off: stopped, and as long as what was
 * done of it. */
FasciaEntry *fascia_open_session_close (const FasciaEntry *entry);
/* From 1: the step that it would go on with, of @n (out) that were to be done. */
guint fascia_open_session_get_step (const FasciaSession *session, guint *n);
/* What it was paused for in all when it goes on at @now_ms: as if the time since then were a pause. */
gint64 fascia_open_session_get_paused_ms (const FasciaSession *session, gint64 now_ms);

/* Whether @practice is the same work: the same steps at the same places, none more and none less, but
 * for other sides that were added, and something is left to do of it. */
gboolean fascia_open_session_fits (const FasciaSession *session, const FasciaPractice *practice);
/**
 * fascia_open_session_list_places:
 *
 * Returns: (transfer container) (element-type FasciaRegion*): the places it may have been for, as far as
 *   its steps tell, the likeliest first: each NULL-terminated and owned; the last one is empty. With which
 *   of them it is the same work, fascia_open_session_fits() says.
 */
GPtrArray *fascia_open_session_list_places (const FasciaSession *session,
                                            const FasciaLibrary *library,
                                            const FasciaBody *body);

/* (transfer full) @past without the session that began at @utc_ms: what is left of it is not held back
 * because of what was done in it. */
FasciaPast *fascia_open_session_leave_out (const FasciaPast *past, gint64 utc_ms);

G_END_DECLS

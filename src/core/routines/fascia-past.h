/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was practised: the sessions of the journal as suggestions, plans and doses need them. */

#pragma once

#include "../journal/fascia-entry.h"

G_BEGIN_DECLS

/* One step done at one place. */
typedef struct
{
  gint64 utc_ms;
  gint32 day;
  const char *routine; /* (nullable) interned */
  const char *step;    /* interned */
  const char *region;  /* (nullable) id, interned */
  int done_s;          /* 0 when not given */
  gboolean is_done;    /* outcome done or stopped after some seconds */
  gboolean eased_off;
} FasciaPastStep;

/* One session, finished or not. Ratings: worst level on any scale of the check-in before and after,
 * FASCIA_LEVEL_NOT_GIVEN when there is none. */
typedef struct
{
  gint64 utc_ms;
  gint32 day;
  const char *routine; /* (nullable) interned */
  int seconds;
  gboolean is_finished;
  int before, after;
  int next_day; /* soreness asked on the day after, 0 … 10; not given: -1 */
  guint first_step, n_steps;
} FasciaPastSession;

/* Immutable, reference counted (atomic); oldest first. */
typedef struct _FasciaPast FasciaPast;
FasciaPast *fascia_past_new (const FasciaPastSession *sessions,
                             guint n_sessions,
                             const FasciaPastStep *steps,
                             guint n_steps);
FasciaPast *fascia_past_ref (FasciaPast *self);
void fascia_past_unref (FasciaPast *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPast, fascia_past_unref)
const FasciaPastSession *fascia_past_get_sessions (const FasciaPast *self, guint *n_sessions);
const FasciaPastStep *fascia_past_get_steps (const FasciaPast *self, guint *n_steps);

G_END_DECLS

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
  const char *reason; /* (nullable) interned: why it was stopped, left out or eased off */
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
  guint first_step, n_steps;
} FasciaPastSession;

/* The question of the day after, among the items: its choices are 0 as before, 1 sore for less than
 * a day, 2 sore on the second day, 3 sore longer, 4 a bruise, numbness or a new pain. Which sessions an
 * answer is about: fascia_dose_guard_get_answer(). */
#define FASCIA_ITEM_SORENESS "soreness-next-day"

typedef struct
{
  gint32 day;
  int value; /* of that item */
} FasciaPastAnswer;

/* Immutable, reference counted (atomic); oldest first. */
typedef struct _FasciaPast FasciaPast;
#define FASCIA_TYPE_PAST (fascia_past_get_type ())
GType fascia_past_get_type (void);

/* Everything is copied; codes are interned already. Steps of one session stand together. */
FasciaPast *fascia_past_new (const FasciaPastSession *sessions,
                             guint n_sessions,
                             const FasciaPastStep *steps,
                             guint n_steps);
/* A copy with these answers and no others, oldest first. */
FasciaPast *fascia_past_with_answers (const FasciaPast *self,
                                      const FasciaPastAnswer *answers,
                                      guint n_answers);
FasciaPast *fascia_past_ref (FasciaPast *self);
void fascia_past_unref (FasciaPast *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPast, fascia_past_unref)
const FasciaPastSession *fascia_past_get_sessions (const FasciaPast *self, guint *n_sessions);
const FasciaPastStep *fascia_past_get_steps (const FasciaPast *self, guint *n_steps);
/* Indices of the sessions in which something was stopped, left out or eased off for what it did: few, and
 * they are asked for again and again. Ascending. */
const guint *fascia_past_get_cut_short (const FasciaPast *self, guint *n);
const FasciaPastAnswer *fascia_past_get_answers (const FasciaPast *self, guint *n_answers);

G_END_DECLS

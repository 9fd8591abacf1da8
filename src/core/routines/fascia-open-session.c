/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that broke off: whether it may still go on, with what, and how it is closed.
 */

#include "config.h"

#include "fascia-open-session.h"

#include "fascia-player.h"

static gboolean
is_entry (const FasciaSessionStep *step)
{
  return g_strcmp0 (step->outcome, "held-back") != 0;
}

static gboolean
is_left_to_do (const FasciaSessionStep *step)
{
  return is_entry (step) && g_strcmp0 (step->outcome, "done") != 0
         && g_strcmp0 (step->outcome, "skipped") != 0;
}

guint
fascia_open_session_get_step (const FasciaSession *session, guint *n)
{
  guint at = 0;
  guint n_entries = 0;

  for (guint i = 0; i < session->n_steps; i++)
    {
      if (!is_entry (&session->steps[i]))
        continue;
      n_entries++;
      if (at == 0 && is_left_to_do (&session->steps[i]))
        at = n_entries;
    }
  if (n != NULL)
    *n = n_entries;
  return at;
}

/* ---- times ---- */

/* From one to a later one; as long as can be, for what only a damaged journal holds. */
static gint64
get_ms_between (gint64 from_ms, gint64 to_ms)
{
  const guint64 between = to_ms > from_ms ? (guint64) to_ms - (guint64) from_ms : 0;

  return (gint64) MIN (between, (guint64) G_MAXINT64);
}

/* @more_ms: not below 0. */
static gint64
add_ms (gint64 ms, gint64 more_ms)
{
  return ms > G_MAXINT64 - more_ms ? G_MAXINT64 : ms + more_ms;
}

/* ---- whether it goes on ---- */

FasciaOpenSession
fascia_open_session_judge (const FasciaEntry *entry, gint64 now_ms)
{
  const FasciaSession *session = fascia_entry_get_session (entry);
  gint64 last_ms;

  if (session == NULL || session->outcome != NULL || session->ended_ms > 0)
    return FASCIA_OPEN_SESSION_NOT;
  if (fascia_open_session_get_step (session, NULL) == 0)
    return FASCIA_OPEN_SESSION_CLOSE;
  last_ms = MAX (session->started_ms, fascia_entry_get_changed_ms (entry));
  return MAX (get_ms_between (last_ms, now_ms), get_ms_between (now_ms, last_ms))
                 > FASCIA_OPEN_SESSION_MS
             ? FASCIA_OPEN_SESSION_CLOSE
             : FASCIA_OPEN_SESSION_OFFER;
}

FasciaEntry *
fascia_open_session_choose (const GPtrArray *entries, gint64 now_ms)
{
  for (guint i = 0; i < entries->len; i++)
    {
      FasciaOpenSession what = fascia_open_session_judge (g_ptr_array_index (entries, i), now_ms);

      if (what != FASCIA_OPEN_SESSION_NOT)
        return what == FASCIA_OPEN_SESSION_OFFER ? g_ptr_array_index (entries, i) : NULL;
    }
  return NULL;
}

/* ---- how it is closed ---- */

static gint64
get_done_ms (const FasciaSession *session)
{
  gint64 done_ms = 0;

  for (guint i = 0; i < session->n_steps; i++)
    if (is_entry (&session->steps[i]))
      done_ms += MAX (session->steps[i].done_s, 0) * (gint64) 1000;
  return done_ms;
}

FasciaEntry *
fascia_open_session_close (const FasciaEntry *entry)
{
  const FasciaSession *open = fascia_entry_get_session (entry);
  FasciaSession closed = *open;
  g_autofree FasciaSessionStep *steps
      = g_memdup2 (open->steps, open->n_steps * sizeof *open->steps);
  g_autoptr (FasciaEntry) changed = NULL;

  closed.steps = steps;
  for (guint i = 0; i < closed.n_steps; i++)
    if (is_left_to_do (&steps[i]))
      {
        /* It was stopped there, if it had begun. */
        if (steps[i].done_s > 0)
          steps[i].outcome = "stopped";
        break;
      }
  closed.outcome = "stopped";
  /* Its length is that of what was done: nobody knows when it broke off. */
  closed.ended_ms
      = add_ms (add_ms (closed.started_ms, MAX (closed.paused_ms, 0)), get_done_ms (open));
  changed = fascia_entry_with_session (entry, &closed);
  return fascia_entry_with_end_ms (changed,
                                   MAX (closed.ended_ms, fascia_entry_get_moment (entry)->utc_ms));
}

gint64
fascia_open_session_get_paused_ms (const FasciaSession *session, gint64 now_ms)
{
  return MAX (session->paused_ms,
              get_ms_between (session->started_ms, now_ms) - get_done_ms (session));
}

/* ---- with what it goes on ---- */

/* Other sides that were added while it ran count, so the player is asked, which can add them again. */
gboolean
fascia_open_session_fits (const FasciaSession *session, const FasciaPractice *practice)
{
  guint n_entries = 0;
  g_autoptr (FasciaPlayer) player = NULL;

  fascia_practice_get_entries (practice, &n_entries);
  if (n_entries == 0)
    return FALSE;
  player = fascia_player_new_resumed ((FasciaPractice *) practice, NULL, session);
  return player != NULL;
}

typedef enum
{
  ALL = 0,
  RELEASED = 1 << 0, /* only those that were pressed */
  MARKED = 1 << 1,   /* without other sides, which may have been added */
} Which;

/* The other side of a step before it: both were asked for, or one was added. */
static gboolean
is_other_side (const FasciaSession *session, guint i, const FasciaRegion *region)
{
  const FasciaRegion *mirror = fascia_region_get_mirror (region);

  for (guint j = 0; j < i && mirror != NULL; j++)
    if (g_strcmp0 (session->steps[j].step, session->steps[i].step) == 0
        && g_strcmp0 (session->steps[j].region, fascia_region_get_id (mirror)) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer container) */
static GPtrArray *
list_places (const FasciaSession *session,
             const FasciaLibrary *library,
             const FasciaBody *body,
             Which which)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < session->n_steps; i++)
    {
      const FasciaSessionStep *step = &session->steps[i];
      const FasciaStep *known = fascia_library_lookup_step (library, step->step);
      const FasciaRegion *region
          = step->region != NULL ? fascia_body_lookup (body, step->region) : NULL;

      if (!is_entry (step) || region == NULL || known == NULL
          || ((which & RELEASED) != 0
              && fascia_step_get_traits (known)->kind != FASCIA_STEP_RELEASE)
          || ((which & MARKED) != 0 && is_other_side (session, i, region))
          || g_ptr_array_find (places, region, NULL))
        continue;
      g_ptr_array_add (places, (gpointer) region);
    }
  return places;
}

GPtrArray *
fascia_open_session_list_places (const FasciaSession *session,
                                 const FasciaLibrary *library,
                                 const FasciaBody *body)
{
  static const Which kinds[] = { RELEASED, RELEASED | MARKED, ALL, MARKED };
  GPtrArray *ways = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = list_places (session, library, body, ALL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) places = list_places (session, library, body, kinds[i]);

      if (places->len == 0)
        continue;
      g_ptr_array_add (places, NULL);
      g_ptr_array_add (ways, g_ptr_array_steal (places, NULL));
    }
  /* One that was marked, in a routine that has more. */
  for (guint i = 0; i < all->len; i++)
    {
      const FasciaRegion **one = g_new0 (const FasciaRegion *, 2);

      one[0] = g_ptr_array_index (all, i);
      g_ptr_array_add (ways, one);
    }
  g_ptr_array_add (ways, g_new0 (const FasciaRegion *, 1));
  return ways;
}

FasciaPast *
fascia_open_session_leave_out (const FasciaPast *past, gint64 utc_ms)
{
  guint n_sessions, n_steps, n_answers;
  const FasciaPastSession *sessions = fascia_past_get_sessions (past, &n_sessions);
  const FasciaPastStep *steps = fascia_past_get_steps (past, &n_steps);
  const FasciaPastAnswer *answers = fascia_past_get_answers (past, &n_answers);
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof *sessions, n_sessions);
  g_autoptr (GArray) kept_steps = g_array_sized_new (FALSE, FALSE, sizeof *steps, n_steps);
  g_autoptr (FasciaPast) without = NULL;

  for (guint i = 0; i < n_sessions; i++)
    {
      FasciaPastSession session = sessions[i];

      if (session.utc_ms == utc_ms)
        continue;
      session.first_step = kept_steps->len;
      if (session.n_steps > 0)
        g_array_append_vals (kept_steps, &steps[sessions[i].first_step], session.n_steps);
      g_array_append_val (kept, session);
    }
  without = fascia_past_new ((const FasciaPastSession *) (gpointer) kept->data, kept->len,
                             (const FasciaPastStep *) (gpointer) kept_steps->data, kept_steps->len);
  return fascia_past_with_answers (without, answers, n_answers);
}

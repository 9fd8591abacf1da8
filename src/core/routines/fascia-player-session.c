/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal keeps of a session, and how one that was interrupted goes on.
 */

#include "config.h"

#include "fascia-player-private.h"

/* ---- making one ---- */

FasciaPlayer *
fascia_player_new (FasciaPractice *practice, const FasciaPlayerOptions *options)
{
  g_autoptr (FasciaPlayer) self = g_new0 (FasciaPlayer, 1);

  self->practice = fascia_practice_ref (practice);
  if (options != NULL)
    self->options = *options;
  self->parts = g_array_new (FALSE, TRUE, sizeof (FasciaPlayerPart));
  self->entries = g_array_new (FALSE, TRUE, sizeof (FasciaPlayerEntry));
  self->events = g_array_new (FALSE, TRUE, sizeof (FasciaPlayerEvent));
  return fascia_player_lay_out (self) ? g_steal_pointer (&self) : NULL;
}

void
fascia_player_free (FasciaPlayer *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->practice, fascia_practice_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->events, g_array_unref);
  g_free (self);
}

static gboolean
is_left_to_do (const FasciaSessionStep *step)
{
  return g_strcmp0 (step->outcome, "done") != 0 && g_strcmp0 (step->outcome, "skipped") != 0;
}

static const char *
get_region_id (const FasciaPracticeEntry *entry)
{
  return entry->places != NULL && entry->places[0] != NULL ? fascia_region_get_id (entry->places[0])
                                                           : NULL;
}

/* What was held of a set that broke off is not held again, but for enough to come into it. */
static void
shorten (FasciaPlayerPart *hold, gint64 done_ms)
{
  gint64 least_ms = MIN (hold->length_ms, FASCIA_PLAYER_SHORTEST_S * (gint64) 1000);

  hold->length_ms = MAX (hold->length_ms - done_ms, least_ms);
}

/* Sets that were held to their end are not held again; a little of the last one is, at least. */
static void
skip_done_sets (FasciaPlayer *self, guint entry)
{
  gint64 done_ms = g_array_index (self->entries, FasciaPlayerEntry, entry).done_ms;
  guint part = self->part;

  for (guint i = part; i < self->parts->len; i++)
    {
      FasciaPlayerPart *hold = &g_array_index (self->parts, FasciaPlayerPart, i);

      if (hold->entry != entry)
        return;
      if (hold->state != FASCIA_PLAYER_HOLD)
        continue;
      /* The count or change before the next set, if there is one. */
      if (done_ms < hold->length_ms || i + 1 == self->parts->len
          || g_array_index (self->parts, FasciaPlayerPart, i + 1).entry != entry)
        {
          shorten (hold, done_ms);
          return;
        }
      done_ms -= hold->length_ms;
      self->part = i + 1;
    }
}

static gboolean
is_step_of (const FasciaPracticeEntry *entry, const FasciaSessionStep *step)
{
  return g_strcmp0 (fascia_step_get_id (entry->step), step->step) == 0
         && g_strcmp0 (get_region_id (entry), step->region) == 0;
}

/* Of several places of one item it is one. */
static gboolean
is_other_side_of (const FasciaPracticeEntry *entry, const FasciaSessionStep *step)
{
  const FasciaRegion *place = entry->places != NULL ? entry->places[0] : NULL;
  const FasciaRegion *mirror = place != NULL ? fascia_region_get_mirror (place) : NULL;

  if (mirror == NULL)
    mirror = place;
  return g_strcmp0 (fascia_step_get_id (entry->step), step->step) == 0
         && g_strcmp0 (mirror != NULL ? fascia_region_get_id (mirror) : NULL, step->region) == 0;
}

/* Other sides that were added come in again, as far as they may; FALSE when the steps are not those of the
 * practice. */
static gboolean
follow_session (FasciaPlayer *self, const FasciaSession *session)
{
  for (guint i = 0; i < session->n_steps; i++)
    {
      guint part;

      if (g_strcmp0 (session->steps[i].outcome, "held-back") == 0)
        return i == self->entries->len;
      if (i < self->entries->len
          && is_step_of (fascia_player_peek_entry (self, i), &session->steps[i]))
        continue;
      for (guint j = i; j-- > 0;)
        if (is_other_side_of (fascia_player_peek_entry (self, j), &session->steps[i])
            && fascia_player_add_side_of (self, j, i, &part))
          break;
      if (i >= self->entries->len
          || !is_step_of (fascia_player_peek_entry (self, i), &session->steps[i]))
        return FALSE;
    }
  return session->n_steps >= self->entries->len;
}

FasciaPlayer *
fascia_player_new_resumed (FasciaPractice *practice,
                           const FasciaPlayerOptions *options,
                           const FasciaSession *session)
{
  g_autoptr (FasciaPlayer) self = fascia_player_new (practice, options);
  guint first;

  if (self == NULL || !follow_session (self, session))
    return NULL;
  first = self->entries->len;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const FasciaSessionStep *step = &session->steps[i];
      FasciaPlayerEntry *state = &g_array_index (self->entries, FasciaPlayerEntry, i);

      state->done_ms = MAX (step->done_s, 0) * (gint64) 1000;
      state->eased_off = step->eased_off;
      if (is_left_to_do (step))
        first = MIN (first, i);
      else
        {
          state->outcome = g_intern_string (step->outcome);
          state->reason = g_intern_string (step->reason);
        }
    }
  if (first == self->entries->len)
    return NULL;
  while (g_array_index (self->parts, FasciaPlayerPart, self->part).entry < first)
    self->part++;
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, FasciaPlayerEntry, i).eased_off)
      fascia_player_ease_from (self, i, self->part);
  skip_done_sets (self, first);
  self->paused_ms = session->paused_ms;
  self->ease_offs = (guint) MAX (session->ease_offs, 0);
  return g_steal_pointer (&self);
}

/* ---- what is kept ---- */

guint
fascia_player_count_held (const FasciaPlayer *self)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    n += g_strcmp0 (g_array_index (self->entries, FasciaPlayerEntry, i).outcome, "done") == 0;
  return n;
}

static void
describe_entry (const FasciaPlayer *self, guint i, FasciaSessionStep *step)
{
  const FasciaPracticeEntry *entry = fascia_player_peek_entry (self, i);
  const FasciaPlayerEntry *state = &g_array_index (self->entries, FasciaPlayerEntry, i);

  *step = (FasciaSessionStep) { .step = g_intern_string (fascia_step_get_id (entry->step)),
                                .region = g_intern_string (get_region_id (entry)),
                                .planned_s = entry->seconds * MAX (entry->sets, 1),
                                .done_s = (int) ((state->done_ms + 500) / 1000),
                                .outcome = state->outcome,
                                .reason = state->reason,
                                .eased_off = state->eased_off,
                                .discomfort = FASCIA_NOT_GIVEN };
}

/* The code of why an entry was held back, as journals keep it: never renamed. */
static const char *
name_reason (const FasciaPracticeEntry *entry)
{
  static const char *const codes[] = {
    [FASCIA_REASON_CONDITION] = "condition",
    [FASCIA_REASON_SIGN] = "sign",
    [FASCIA_REASON_UNANSWERED] = "unanswered",
    [FASCIA_REASON_UNKNOWN_CODE] = "unknown",
    [FASCIA_REASON_PLACE] = "place",
    [FASCIA_REASON_REST_DAY] = "rest-day",
    [FASCIA_REASON_TIME] = "time",
    [FASCIA_REASON_SORE] = "sore",
    [FASCIA_REASON_TOOL] = "tool",
    [FASCIA_REASON_POSTURE] = "posture",
    [FASCIA_REASON_BREAK] = "break",
    [FASCIA_REASON_STOPPED] = "stopped",
    [FASCIA_REASON_UNKNOWN_STEP] = "unknown-step",
  };
  const FasciaReason *reason;

  if (entry->reasons == NULL || entry->reasons->len == 0)
    return NULL;
  reason = &g_array_index (entry->reasons, FasciaReason, 0);
  return reason->kind < G_N_ELEMENTS (codes) ? codes[reason->kind] : NULL;
}

FasciaSession *
fascia_player_dup_session (const FasciaPlayer *self, gint64 started_ms, gint64 ended_ms)
{
  FasciaSession *session = g_new0 (FasciaSession, 1);
  guint n_held_back;
  const FasciaPracticeEntry *held_back
      = fascia_practice_get_held_back (self->practice, &n_held_back);
  guint n = self->entries->len;
  FasciaSessionStep *steps = g_new0 (FasciaSessionStep, n + n_held_back);

  for (guint i = 0; i < n; i++)
    describe_entry (self, i, &steps[i]);
  for (guint i = 0; i < n_held_back; i++)
    steps[n + i]
        = (FasciaSessionStep) { .step = g_intern_string (fascia_step_get_id (held_back[i].step)),
                                .region = g_intern_string (get_region_id (&held_back[i])),
                                .planned_s = FASCIA_NOT_GIVEN,
                                .done_s = FASCIA_NOT_GIVEN,
                                .outcome = "held-back",
                                .reason = name_reason (&held_back[i]),
                                .discomfort = FASCIA_NOT_GIVEN };

  session->routine
      = g_intern_string (fascia_routine_get_id (fascia_practice_get_routine (self->practice)));
  session->started_ms = started_ms;
  session->ended_ms = ended_ms;
  session->paused_ms = self->paused_ms;
  if (self->over == FASCIA_PLAYER_FINISHED && fascia_player_count_held (self) > 0)
    session->outcome = "finished";
  else if (self->over != 0)
    session->outcome = "stopped";
  session->posture
      = fascia_posture_to_code (g_array_index (self->entries, FasciaPlayerEntry, 0).posture);
  session->gentle = fascia_practice_is_gentle (self->practice);
  session->ease_offs = (int) self->ease_offs;
  session->steps = steps;
  session->n_steps = n + n_held_back;
  return session;
}

void
fascia_player_session_free (FasciaSession *session)
{
  if (session == NULL)
    return;
  g_free ((FasciaSessionStep *) session->steps);
  g_free (session);
}

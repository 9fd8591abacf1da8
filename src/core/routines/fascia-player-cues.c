/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be heard of a session: a chime first, then words.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-player-private.h"

static const char *const state_codes[] = {
  [FASCIA_PLAYER_READY] = "ready",     [FASCIA_PLAYER_HOLD] = "hold",
  [FASCIA_PLAYER_CHANGE] = "change",   [FASCIA_PLAYER_REST] = "rest",
  [FASCIA_PLAYER_PAUSED] = "paused",   [FASCIA_PLAYER_FINISHED] = "finished",
  [FASCIA_PLAYER_STOPPED] = "stopped",
};

static const char *const event_codes[] = {
  [FASCIA_PLAYER_EVENT_READY] = "ready",       [FASCIA_PLAYER_EVENT_START] = "start",
  [FASCIA_PLAYER_EVENT_HALF] = "half",         [FASCIA_PLAYER_EVENT_COUNT] = "count",
  [FASCIA_PLAYER_EVENT_SIDE] = "side",         [FASCIA_PLAYER_EVENT_SET] = "set",
  [FASCIA_PLAYER_EVENT_REST] = "rest",         [FASCIA_PLAYER_EVENT_END] = "end",
  [FASCIA_PLAYER_EVENT_PAUSED] = "paused",     [FASCIA_PLAYER_EVENT_SUSPENDED] = "suspended",
  [FASCIA_PLAYER_EVENT_RESUMED] = "resumed",   [FASCIA_PLAYER_EVENT_EASED] = "eased",
  [FASCIA_PLAYER_EVENT_SKIPPED] = "skipped",   [FASCIA_PLAYER_EVENT_BACK] = "back",
  [FASCIA_PLAYER_EVENT_LONGER] = "longer",     [FASCIA_PLAYER_EVENT_ADDED] = "added",
  [FASCIA_PLAYER_EVENT_FINISHED] = "finished", [FASCIA_PLAYER_EVENT_STOPPED] = "stopped",
};

static const char *const chime_codes[] = {
  [FASCIA_CHIME_NONE] = "none",   [FASCIA_CHIME_START] = "start",   [FASCIA_CHIME_HALF] = "half",
  [FASCIA_CHIME_COUNT] = "count", [FASCIA_CHIME_SWITCH] = "switch", [FASCIA_CHIME_END] = "end",
};

const char *
fascia_player_state_to_code (FasciaPlayerState state)
{
  return state < G_N_ELEMENTS (state_codes) ? state_codes[state] : NULL;
}

const char *
fascia_player_event_kind_to_code (FasciaPlayerEventKind kind)
{
  return kind < G_N_ELEMENTS (event_codes) ? event_codes[kind] : NULL;
}

const char *
fascia_chime_to_code (FasciaChime chime)
{
  return chime < G_N_ELEMENTS (chime_codes) ? chime_codes[chime] : NULL;
}

FasciaChime
fascia_player_event_get_chime (const FasciaPlayerEvent *event)
{
  switch (event->kind)
    {
    case FASCIA_PLAYER_EVENT_START:
      return FASCIA_CHIME_START;
    case FASCIA_PLAYER_EVENT_HALF:
      return FASCIA_CHIME_HALF;
    case FASCIA_PLAYER_EVENT_COUNT:
      return FASCIA_CHIME_COUNT;
    case FASCIA_PLAYER_EVENT_SIDE:
    case FASCIA_PLAYER_EVENT_SET:
      return FASCIA_CHIME_SWITCH;
    case FASCIA_PLAYER_EVENT_END:
      /* The end of the session rings at the same moment. */
      return event->value == 0 ? FASCIA_CHIME_END : FASCIA_CHIME_NONE;
    case FASCIA_PLAYER_EVENT_FINISHED:
      return FASCIA_CHIME_END;
    case FASCIA_PLAYER_EVENT_READY:
    case FASCIA_PLAYER_EVENT_REST:
    case FASCIA_PLAYER_EVENT_PAUSED:
    case FASCIA_PLAYER_EVENT_SUSPENDED:
    case FASCIA_PLAYER_EVENT_RESUMED:
    case FASCIA_PLAYER_EVENT_EASED:
    case FASCIA_PLAYER_EVENT_SKIPPED:
    case FASCIA_PLAYER_EVENT_BACK:
    case FASCIA_PLAYER_EVENT_LONGER:
    case FASCIA_PLAYER_EVENT_ADDED:
    case FASCIA_PLAYER_EVENT_STOPPED:
    default:
      return FASCIA_CHIME_NONE;
    }
}

char *
fascia_player_dup_place (const FasciaPlayer *self, guint entry)
{
  const FasciaPracticeEntry *work = fascia_player_peek_entry (self, entry);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; work != NULL && work->places != NULL && work->places[i] != NULL; i++)
    {
      const char *name = fascia_region_get_name (work->places[i]);

      if (i == 0)
        g_string_append (names, name);
      else
        {
          g_autofree char *both = NULL;

          /* Translators: joins places of the body in a list that is spoken and shown. */
          both = g_strdup_printf (C_ ("places", "%s, %s"), names->str, name);
          g_string_assign (names, both);
        }
    }
  return names->len > 0 ? g_string_free_and_steal (g_steal_pointer (&names)) : NULL;
}

char *
fascia_player_dup_short_place (const FasciaPlayer *self, guint entry)
{
  const FasciaPracticeEntry *work = fascia_player_peek_entry (self, entry);

  if (work == NULL)
    return NULL;
  if (work->places != NULL && work->places[0] != NULL && work->places[1] == NULL)
    return fascia_player_dup_place (self, entry);
  if (work->side == FASCIA_SIDE_LEFT)
    return g_strdup (C_ ("where to work", "Left side"));
  if (work->side == FASCIA_SIDE_RIGHT)
    return g_strdup (C_ ("where to work", "Right side"));
  return NULL;
}

char *
fascia_player_dup_change (const FasciaPlayer *self, guint entry, guint set, gboolean new_side)
{
  const FasciaPracticeEntry *work = fascia_player_peek_entry (self, entry);
  guint n_sets = work != NULL ? (guint) MAX (work->sets, 1) : 1;

  if (new_side || work == NULL)
    return g_strdup (_ ("Change sides"));
  if (g_strcmp0 (fascia_step_get_dose (work->step)->set_unit, "spots") == 0)
    /* Translators: the next sore spot at the same place is pressed: number of number. */
    return g_strdup_printf (_ ("Next spot: %u of %u"), set + 1, n_sets);
  /* Translators: the same is done again: number of number. */
  return g_strdup_printf (_ ("Once more: %u of %u"), set + 1, n_sets);
}

/* How often, for movements. */
static char *
dup_times (const FasciaPracticeEntry *work)
{
  if (work->reps <= 0)
    return NULL;
  return g_strdup_printf (
      /* Translators: spoken: how often a movement is done. */
      ngettext ("About %d time.", "About %d times.", (gulong) work->reps), work->reps);
}

/* Title and place. */
static char *
dup_name (const FasciaPlayer *self, guint entry)
{
  const FasciaStep *step = fascia_player_peek_entry (self, entry)->step;
  g_autofree char *place = fascia_player_dup_short_place (self, entry);

  if (place == NULL)
    /* Translators: spoken before a step; its title. */
    return g_strdup_printf (C_ ("spoken", "%s."), fascia_step_get_title (step));
  /* Translators: spoken before a step; the first is its title, the second the place, as in
   * "Calf with the hands. Left calf, upper." */
  return g_strdup_printf (C_ ("spoken", "%s. %s."), fascia_step_get_title (step), place);
}

/* How much may be felt at most, where something presses or pulls. */
static char *
dup_ceiling (const FasciaPlayer *self, guint entry)
{
  const FasciaStep *step = fascia_player_peek_entry (self, entry)->step;
  const FasciaStepKind kind = fascia_step_get_traits (step)->kind;

  if (kind != FASCIA_STEP_RELEASE && kind != FASCIA_STEP_STRETCH)
    return NULL;
  /* Translators: spoken: how much a step may be felt at most: “light”, “mild”. */
  return g_strdup_printf (_ ("At most: %s."),
                          fascia_cap_get_words (fascia_player_get_cap (self, entry)));
}

/* With how to get there, what to do, how much at most and how often. At another place of the same step
 * all but the last was said a moment ago. */
static char *
dup_announcement (const FasciaPlayer *self, guint entry)
{
  const FasciaPracticeEntry *work = fascia_player_peek_entry (self, entry);
  const FasciaPracticeEntry *before = entry > 0 ? fascia_player_peek_entry (self, entry - 1) : NULL;
  gboolean is_known = before != NULL && before->step == work->step;
  g_autofree char *name = dup_name (self, entry);
  g_autofree char *ceiling = is_known ? NULL : dup_ceiling (self, entry);
  g_autofree char *times = dup_times (work);
  g_autoptr (GString) text = g_string_new (name);
  const char *const more[]
      = { is_known ? NULL : fascia_step_get_setup_for (work->step, work->posture),
          is_known ? NULL : fascia_step_get_movement (work->step), ceiling, times };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i] != NULL && *more[i] != '\0')
      g_string_append_printf (text, " %s", more[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What is said on the way to an entry. */
static char *
dup_way (const FasciaPlayer *self, FasciaPlayerEventKind kind, guint entry)
{
  g_autofree char *next
      = kind == FASCIA_PLAYER_EVENT_SIDE ? dup_name (self, entry) : dup_announcement (self, entry);

  if (kind == FASCIA_PLAYER_EVENT_SIDE)
    /* Translators: spoken; what follows is the title and the place. */
    return g_strdup_printf (_ ("Change sides. %s"), next);
  if (kind == FASCIA_PLAYER_EVENT_REST)
    /* Translators: spoken; what follows is the title, the place and how to get there. */
    return g_strdup_printf (_ ("Rest. Next: %s"), next);
  /* Translators: spoken; what follows is the title, the place and how to get there. */
  return g_strdup_printf (_ ("Get ready. %s"), next);
}

/* At a calm pace, with a chime before: nobody is to be told what to do after it has begun. */
int
fascia_player_get_words_seconds (const FasciaPlayer *self, FasciaPlayerEventKind kind, guint entry)
{
  g_autofree char *text = dup_way (self, kind, entry);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return 2 + (int) ((g_strv_length (words) * 45 + 99) / 100);
}

static char *
dup_start (const FasciaPlayer *self, guint entry)
{
  g_autofree char *name = dup_name (self, entry);

  /* Translators: spoken; title and place, then the cue of a step. */
  return g_strdup_printf (C_ ("spoken", "%s %s"), name,
                          fascia_step_get_cue (fascia_player_peek_entry (self, entry)->step));
}

static char *
dup_count (const FasciaPlayerEvent *event)
{
  /* The end of a hold is told by its chimes: words would come too late. */
  if (event->state == FASCIA_PLAYER_HOLD)
    return event->value == FASCIA_PLAYER_COUNT_OUT_S
               ? g_strdup_printf (
                     ngettext ("%d second left.", "%d seconds left.", (gulong) event->value),
                     event->value)
               : NULL;
  switch (event->value)
    {
    case 3:
      /* Translators: spoken, as are "Two" and "One": three seconds until a step begins. */
      return g_strdup (C_ ("count-in", "Three"));
    case 2:
      return g_strdup (C_ ("count-in", "Two"));
    case 1:
      return g_strdup (C_ ("count-in", "One"));
    default:
      return NULL;
    }
}

char *
fascia_player_dup_words (const FasciaPlayer *self, const FasciaPlayerEvent *event)
{
  const FasciaStep *step = fascia_player_peek_entry (self, event->entry)->step;
  g_autofree char *next = NULL;

  switch (event->kind)
    {
    case FASCIA_PLAYER_EVENT_READY:
    case FASCIA_PLAYER_EVENT_REST:
    case FASCIA_PLAYER_EVENT_SIDE:
      return dup_way (self, event->kind, event->entry);
    case FASCIA_PLAYER_EVENT_START:
      return event->value != 0 ? dup_start (self, event->entry)
                               : g_strdup (fascia_step_get_cue (step));
    case FASCIA_PLAYER_EVENT_HALF:
      return g_strdup (_ ("Halfway."));
    case FASCIA_PLAYER_EVENT_COUNT:
      return dup_count (event);
    case FASCIA_PLAYER_EVENT_SET:
      next = fascia_player_dup_change (self, event->entry, event->set, FALSE);
      /* Translators: spoken between two sets; what follows is “Once more: 2 of 3”. */
      return g_strdup_printf (_ ("Let go. %s."), next);
    case FASCIA_PLAYER_EVENT_PAUSED:
      return g_strdup (_ ("Paused."));
    case FASCIA_PLAYER_EVENT_SUSPENDED:
      return g_strdup (_ ("Paused, for the computer was asleep."));
    case FASCIA_PLAYER_EVENT_RESUMED:
      return g_strdup (_ ("Going on."));
    case FASCIA_PLAYER_EVENT_EASED:
      return g_strdup (_ ("Eased off. What follows here is shorter and lighter."));
    case FASCIA_PLAYER_EVENT_LONGER:
      return g_strdup_printf (
          ngettext ("%d second more.", "%d seconds more.", (gulong) event->value), event->value);
    case FASCIA_PLAYER_EVENT_ADDED:
      return g_strdup (_ ("The other side comes too."));
    case FASCIA_PLAYER_EVENT_FINISHED:
      return g_strdup (_ ("You are done. Rest a moment."));
    case FASCIA_PLAYER_EVENT_STOPPED:
      return g_strdup (_ ("Stopped. Rest a moment."));
    case FASCIA_PLAYER_EVENT_END:
    case FASCIA_PLAYER_EVENT_SKIPPED:
    case FASCIA_PLAYER_EVENT_BACK:
    default:
      return NULL;
    }
}

const char *
fascia_player_get_ready_words (void)
{
  return _ ("Press Space when you are ready.");
}

char *
fascia_player_dup_spoken (const FasciaPlayer *self, const FasciaPlayerEvent *event)
{
  g_autofree char *words = NULL;

  if (event->kind == FASCIA_PLAYER_EVENT_RESUMED && event->value != 0)
    return g_strdup (fascia_player_get_ready_words ());
  words = fascia_player_dup_words (self, event);
  if (!self->options.waits
      || (event->kind != FASCIA_PLAYER_EVENT_READY && event->kind != FASCIA_PLAYER_EVENT_REST))
    return g_steal_pointer (&words);
  /* Translators: spoken; the first is what comes next, the second “Press Space when you are ready.” */
  return g_strdup_printf (C_ ("spoken", "%s %s"), words, fascia_player_get_ready_words ());
}

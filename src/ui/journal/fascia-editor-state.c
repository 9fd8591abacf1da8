/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the editor of an entry begins with, what it takes for changed, and which times. Pure.
 */

#include "config.h"

#include "fascia-editor-state.h"

#include <glib/gi18n.h>

/* The zone a person was in then: of the same name, else of the same offset. */
static GTimeZone *
find_zone (const FasciaMoment *was)
{
  GTimeZone *zone = was->zone != NULL ? g_time_zone_new_identifier (was->zone) : NULL;

  return zone != NULL ? zone : g_time_zone_new_offset (was->offset_min * 60);
}

/* It is written down when it is over. */
FasciaEntry *
fascia_editor_end_at (const FasciaEntry *entry, const FasciaMoment *now)
{
  g_return_val_if_fail (entry != NULL && now != NULL, NULL);

  const FasciaVisit *visit = fascia_entry_get_visit (entry);
  const FasciaExercise *exercise = fascia_entry_get_exercise (entry);
  int minutes = visit != NULL ? visit->minutes : exercise != NULL ? exercise->minutes : 0;
  FasciaMoment begin;

  if (minutes <= 0)
    return fascia_entry_with_moment (entry, now);
  g_autoptr (GTimeZone) zone = find_zone (now);
  fascia_moment_init (&begin, now->utc_ms - minutes * G_GINT64_CONSTANT (60000), zone);
  return fascia_entry_with_moment (entry, &begin);
}

FasciaEntry *
fascia_editor_begin (FasciaEntryKind kind, const FasciaEntry *template, const FasciaMoment *now)
{
  const FasciaUid none = { 0 };

  g_return_val_if_fail (now != NULL, NULL);

  if (template != NULL && fascia_entry_get_kind (template) == kind)
    {
      g_autoptr (FasciaEntry) endless = fascia_entry_with_end_ms (template, FASCIA_END_NOT_GIVEN);
      g_autoptr (FasciaEntry) at_now = fascia_entry_with_moment (endless, now);

      /* Until when it lasted is not known of what begins now. */
      if (fascia_entry_get_event (at_now) != NULL)
        {
          FasciaEvent event = *fascia_entry_get_event (at_now);
          g_autoptr (FasciaEntry) other = g_steal_pointer (&at_now);

          event.until_day = FASCIA_DAY_NOT_GIVEN;
          at_now = fascia_entry_with_event (other, &event);
        }
      g_autoptr (FasciaEntry) over = fascia_editor_end_at (at_now, now);
      return fascia_entry_with_uid (over, &none);
    }

  g_autoptr (FasciaEntry) entry = fascia_entry_new (&none, kind, now);
  if (kind == FASCIA_ENTRY_VISIT)
    {
      FasciaVisit visit = *fascia_entry_get_visit (entry);

      visit.minutes = FASCIA_EDITOR_VISIT_MIN;
      g_autoptr (FasciaEntry) hour = fascia_entry_with_visit (entry, &visit);
      return fascia_editor_end_at (hour, now);
    }
  return g_steal_pointer (&entry);
}

gboolean
fascia_editor_is_changed (const FasciaEntry *entry, const FasciaEntry *from)
{
  g_return_val_if_fail (entry != NULL && from != NULL, FALSE);

  return !fascia_entry_equal (entry, from);
}

gboolean
fascia_editor_can_save (const FasciaEntry *entry)
{
  guint n_measurements = 0;
  gboolean says_more;

  g_return_val_if_fail (entry != NULL, FALSE);

  fascia_entry_get_measurements (entry, &n_measurements);
  says_more = fascia_entry_get_note (entry) != NULL || n_measurements > 0
              || fascia_entry_get_tags (entry)[0] != NULL;
  switch (fascia_entry_get_kind (entry))
    {
    case FASCIA_ENTRY_MEASUREMENT:
    case FASCIA_ENTRY_NOTE:
      return says_more;
    case FASCIA_ENTRY_CHECK_IN:
    case FASCIA_ENTRY_SESSION:
    case FASCIA_ENTRY_VISIT:
    case FASCIA_ENTRY_EXERCISE:
    case FASCIA_ENTRY_TREATMENT:
    case FASCIA_ENTRY_EVENT:
    default:
      return TRUE;
    }
}

/* ---- times ---- */

char *
fascia_editor_read_time (const FasciaMoment *was,
                         gboolean is_new,
                         FasciaClock *clock,
                         int year,
                         int month,
                         int dom,
                         int hour,
                         int minute,
                         FasciaMoment *out)
{
  g_return_val_if_fail (was != NULL && clock != NULL && out != NULL, NULL);

  g_autoptr (GTimeZone) zone = is_new ? fascia_clock_dup_zone (clock) : find_zone (was);
  g_autoptr (GError) error = NULL;
  gint64 now_ms = fascia_clock_now_ms (clock);

  if (!fascia_moment_from_local (year, month, dom, hour, minute, zone, now_ms, out, &error))
    {
      if (g_error_matches (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_SKIPPED))
        return g_strdup (_ ("The clocks went forward then: that time did not happen."));
      if (g_error_matches (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_FUTURE))
        return g_strdup (_ ("That time is still to come."));
      return g_strdup (error->message);
    }
  if (out->utc_ms > now_ms)
    return g_strdup (_ ("That time is still to come."));
  return NULL;
}

char *
fascia_editor_find_time_problem (const FasciaEntry *entry, FasciaClock *clock)
{
  g_return_val_if_fail (entry != NULL && clock != NULL, NULL);

  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  gint64 end_ms = fascia_entry_get_end_ms (entry);
  const FasciaEvent *event = fascia_entry_get_event (entry);

  if (moment->utc_ms > fascia_clock_now_ms (clock))
    return g_strdup (_ ("The time of this entry is still to come. Choose an earlier one."));
  if (end_ms != FASCIA_END_NOT_GIVEN && end_ms < moment->utc_ms)
    return g_strdup (_ ("It ends before it begins. Choose another end."));
  if (event != NULL && event->until_day != FASCIA_DAY_NOT_GIVEN && event->until_day < moment->day)
    return g_strdup (_ ("Its last day is before its first. Choose another last day."));
  return NULL;
}

/* ---- titles ---- */

const char *
fascia_editor_get_title (FasciaEntryKind kind, gboolean is_new)
{
  switch (kind)
    {
    case FASCIA_ENTRY_CHECK_IN:
      return is_new ? _ ("New Check-in") : _ ("Edit Check-in");
    case FASCIA_ENTRY_MEASUREMENT:
      return is_new ? _ ("New Measurement") : _ ("Edit Measurement");
    case FASCIA_ENTRY_SESSION:
      return is_new ? _ ("New Session") : _ ("Edit Session");
    case FASCIA_ENTRY_VISIT:
      return is_new ? _ ("New Therapist Visit") : _ ("Edit Therapist Visit");
    case FASCIA_ENTRY_EXERCISE:
      return is_new ? _ ("New Exercise") : _ ("Edit Exercise");
    case FASCIA_ENTRY_TREATMENT:
      return is_new ? _ ("New Treatment") : _ ("Edit Treatment");
    case FASCIA_ENTRY_EVENT:
      return is_new ? _ ("New Event") : _ ("Edit Event");
    case FASCIA_ENTRY_NOTE:
      return is_new ? _ ("New Note") : _ ("Edit Note");
    default:
      return is_new ? _ ("New Entry") : _ ("Edit Entry");
    }
}

const char *
fascia_editor_get_saved_title (FasciaEntryKind kind, gboolean is_new)
{
  if (!is_new)
    return _ ("Changes saved");
  switch (kind)
    {
    case FASCIA_ENTRY_MEASUREMENT:
      return _ ("Measurement saved");
    case FASCIA_ENTRY_VISIT:
      return _ ("Therapist visit saved");
    case FASCIA_ENTRY_EXERCISE:
      return _ ("Exercise saved");
    case FASCIA_ENTRY_TREATMENT:
      return _ ("Treatment saved");
    case FASCIA_ENTRY_EVENT:
      return _ ("Event saved");
    case FASCIA_ENTRY_NOTE:
      return _ ("Note saved");
    case FASCIA_ENTRY_CHECK_IN:
    case FASCIA_ENTRY_SESSION:
    default:
      return _ ("Entry saved");
    }
}

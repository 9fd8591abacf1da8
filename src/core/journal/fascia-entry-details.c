/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What entries other than check-ins say: visits, exercise, treatments, events, sessions. */

#include "config.h"

#include "fascia-entry-private.h"

const char *
fascia_effort_to_code (FasciaEffort effort)
{
  switch (effort)
    {
    case FASCIA_EFFORT_LIGHT:
      return "light";
    case FASCIA_EFFORT_MODERATE:
      return "moderate";
    case FASCIA_EFFORT_HEAVY:
      return "heavy";
    case FASCIA_EFFORT_NOT_GIVEN:
    default:
      return NULL;
    }
}

gboolean
fascia_effort_from_code (const char *code, FasciaEffort *effort)
{
  static const FasciaEffort efforts[]
      = { FASCIA_EFFORT_LIGHT, FASCIA_EFFORT_MODERATE, FASCIA_EFFORT_HEAVY };

  for (guint i = 0; i < G_N_ELEMENTS (efforts); i++)
    if (g_strcmp0 (code, fascia_effort_to_code (efforts[i])) == 0)
      {
        *effort = efforts[i];
        return TRUE;
      }
  return FALSE;
}

gint64
fascia_entry_get_end_ms (const FasciaEntry *entry)
{
  return FASCIA_END_NOT_GIVEN;
}
const char *const *
fascia_entry_get_tags (const FasciaEntry *entry)
{
  static const char *const none[] = { NULL };

  return none;
}
const FasciaMeasurement *
fascia_entry_get_measurements (const FasciaEntry *entry, guint *n_measurements)
{
  if (n_measurements != NULL)
    *n_measurements = 0;
  return NULL;
}
const FasciaMeasurement *
fascia_entry_find_measurement (const FasciaEntry *entry, const char *item, FasciaSide side)
{
  return NULL;
}
const FasciaVisit *
fascia_entry_get_visit (const FasciaEntry *entry)
{
  return NULL;
}
const FasciaExercise *
fascia_entry_get_exercise (const FasciaEntry *entry)
{
  return NULL;
}
const FasciaTreatment *
fascia_entry_get_treatment (const FasciaEntry *entry)
{
  return NULL;
}
const FasciaEvent *
fascia_entry_get_event (const FasciaEntry *entry)
{
  return NULL;
}
const FasciaSession *
fascia_entry_get_session (const FasciaEntry *entry)
{
  return NULL;
}
char *
fascia_entry_dup_words (const FasciaEntry *entry)
{
  return g_strdup (fascia_entry_get_note (entry));
}

#define STUB(name, ...)                                                                            \
  FasciaEntry *name (__VA_ARGS__) { return fascia_entry_ref ((FasciaEntry *) entry); }

STUB (fascia_entry_with_moment, const FasciaEntry *entry, const FasciaMoment *moment)
STUB (fascia_entry_with_uid, const FasciaEntry *entry, const FasciaUid *uid)
STUB (fascia_entry_with_end_ms, const FasciaEntry *entry, gint64 end_ms)
STUB (fascia_entry_with_tags, const FasciaEntry *entry, const char *const *tags)
STUB (fascia_entry_with_measurement, const FasciaEntry *entry, const FasciaMeasurement *measurement)
STUB (fascia_entry_without_measurement, const FasciaEntry *entry, const char *item, FasciaSide side)
STUB (fascia_entry_with_visit, const FasciaEntry *entry, const FasciaVisit *visit)
STUB (fascia_entry_with_exercise, const FasciaEntry *entry, const FasciaExercise *exercise)
STUB (fascia_entry_with_treatment, const FasciaEntry *entry, const FasciaTreatment *treatment)
STUB (fascia_entry_with_event, const FasciaEntry *entry, const FasciaEvent *event)
STUB (fascia_entry_with_session, const FasciaEntry *entry, const FasciaSession *session)

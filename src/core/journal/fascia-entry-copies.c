/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changed copies of entries. */

#include "config.h"

#include "fascia-entry-private.h"

FasciaEntry *
fascia_entry_with_note (const FasciaEntry *self, const char *note)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.note = note;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_changed_ms (const FasciaEntry *self, gint64 changed_ms)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.changed_ms = changed_ms;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_nothing_today (const FasciaEntry *self, gboolean nothing)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.nothing_today = nothing;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_closed (const FasciaEntry *self, gboolean closed)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.closed = closed;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_mark (const FasciaEntry *self, const FasciaMark *mark)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (mark != NULL && mark->region != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  g_autofree FasciaMark *marks = g_new (FasciaMark, parts.n_marks + 1);
  for (guint i = 0; i < parts.n_marks; i++)
    marks[i] = parts.marks[i];
  marks[parts.n_marks] = *mark;
  parts.marks = marks;
  parts.n_marks = parts.n_marks + 1;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_without_mark (const FasciaEntry *self, const char *region, FasciaScale scale)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  g_autofree FasciaMark *marks = g_new (FasciaMark, parts.n_marks + 1);
  guint n_marks = 0;
  for (guint i = 0; i < parts.n_marks; i++)
    if (fascia_mark_compare (&parts.marks[i], region, scale) != 0)
      marks[n_marks++] = parts.marks[i];
  parts.marks = marks;
  parts.n_marks = n_marks;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_drawing (const FasciaEntry *self, const FasciaDrawing *drawing)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (drawing != NULL, NULL);
  g_return_val_if_fail (drawing->n_points == 0 || drawing->points != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  g_autofree FasciaDrawing *drawings = g_new (FasciaDrawing, parts.n_drawings + 1);
  guint n_drawings = 0;
  /* What has no name yet is never the same as another. */
  for (guint i = 0; i < parts.n_drawings; i++)
    if (fascia_uid_is_zero (&drawing->uid)
        || !fascia_uid_equal (&parts.drawings[i].uid, &drawing->uid))
      drawings[n_drawings++] = parts.drawings[i];
  drawings[n_drawings++] = *drawing;
  parts.drawings = drawings;
  parts.n_drawings = n_drawings;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_without_drawing (const FasciaEntry *self, const FasciaUid *uid)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  g_autofree FasciaDrawing *drawings = g_new (FasciaDrawing, parts.n_drawings + 1);
  guint n_drawings = 0;
  for (guint i = 0; i < parts.n_drawings; i++)
    if (!fascia_uid_equal (&parts.drawings[i].uid, uid))
      drawings[n_drawings++] = parts.drawings[i];
  parts.drawings = drawings;
  parts.n_drawings = n_drawings;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_spread (const FasciaEntry *self, const FasciaSpread *spread)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (spread != NULL && spread->from != NULL && spread->to != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  g_autofree FasciaSpread *spreads = g_new (FasciaSpread, parts.n_spreads + 1);
  for (guint i = 0; i < parts.n_spreads; i++)
    spreads[i] = parts.spreads[i];
  spreads[parts.n_spreads] = *spread;
  parts.spreads = spreads;
  parts.n_spreads++;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_without_spread (const FasciaEntry *self, const FasciaSpread *spread)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (spread != NULL && spread->from != NULL && spread->to != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  g_autofree FasciaSpread *spreads = g_new (FasciaSpread, parts.n_spreads + 1);
  guint n_spreads = 0;
  for (guint i = 0; i < parts.n_spreads; i++)
    if (fascia_spread_compare (&parts.spreads[i], spread) != 0)
      spreads[n_spreads++] = parts.spreads[i];
  parts.spreads = spreads;
  parts.n_spreads = n_spreads;
  return fascia_entry_new_from_parts (&parts);
}

/* ---- besides marks, drawings and notes ---- */

FasciaEntry *
fascia_entry_with_uid (const FasciaEntry *self, const FasciaUid *uid)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.uid = *uid;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_moment (const FasciaEntry *self, const FasciaMoment *moment)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (moment != NULL, NULL);

  FasciaEntryParts parts;
  FasciaSession session;
  fascia_entry_get_parts (self, &parts);
  gint64 shift_ms = moment->utc_ms - parts.moment.utc_ms;
  parts.moment = *moment;
  if (parts.has_end)
    parts.end_ms += shift_ms;
  if (parts.session != NULL)
    {
      session = *parts.session;
      session.started_ms += shift_ms;
      if (session.ended_ms != 0)
        session.ended_ms += shift_ms;
      parts.session = &session;
    }
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_end_ms (const FasciaEntry *self, gint64 end_ms)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.has_end = end_ms != FASCIA_END_NOT_GIVEN;
  parts.end_ms = end_ms;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_tags (const FasciaEntry *self, const char *const *tags)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.tags = tags;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_measurement (const FasciaEntry *self, const FasciaMeasurement *measurement)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (measurement != NULL && measurement->item != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  g_autofree FasciaMeasurement *measurements = g_new (FasciaMeasurement, parts.n_measurements + 1);
  for (guint i = 0; i < parts.n_measurements; i++)
    measurements[i] = parts.measurements[i];
  measurements[parts.n_measurements++] = *measurement;
  parts.measurements = measurements;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_without_measurement (const FasciaEntry *self, const char *item, FasciaSide side)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (item != NULL, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  g_autofree FasciaMeasurement *measurements = g_new (FasciaMeasurement, parts.n_measurements + 1);
  guint n_measurements = 0;
  for (guint i = 0; i < parts.n_measurements; i++)
    if (fascia_measurement_compare (&parts.measurements[i], item, side) != 0)
      measurements[n_measurements++] = parts.measurements[i];
  parts.measurements = measurements;
  parts.n_measurements = n_measurements;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_visit (const FasciaEntry *self, const FasciaVisit *visit)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (visit != NULL, NULL);
  g_return_val_if_fail (fascia_entry_get_kind (self) == FASCIA_ENTRY_VISIT, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.visit = visit;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_exercise (const FasciaEntry *self, const FasciaExercise *exercise)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (exercise != NULL, NULL);
  g_return_val_if_fail (fascia_entry_get_kind (self) == FASCIA_ENTRY_EXERCISE, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.exercise = exercise;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_treatment (const FasciaEntry *self, const FasciaTreatment *treatment)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (treatment != NULL, NULL);
  g_return_val_if_fail (fascia_entry_get_kind (self) == FASCIA_ENTRY_TREATMENT, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.treatment = treatment;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_event (const FasciaEntry *self, const FasciaEvent *event)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (event != NULL, NULL);
  g_return_val_if_fail (fascia_entry_get_kind (self) == FASCIA_ENTRY_EVENT, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.event = event;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_session (const FasciaEntry *self, const FasciaSession *session)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (session != NULL, NULL);
  g_return_val_if_fail (fascia_entry_get_kind (self) == FASCIA_ENTRY_SESSION, NULL);

  FasciaEntryParts parts;
  fascia_entry_get_parts (self, &parts);
  parts.session = session;
  return fascia_entry_new_from_parts (&parts);
}

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

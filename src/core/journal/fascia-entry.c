/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries as immutable values. */

#include "config.h"

#include <string.h>

#include "fascia-entry-private.h"

struct _FasciaEntry
{
  gatomicrefcount ref_count;
  FasciaUid uid;
  FasciaEntryKind kind;
  FasciaMoment moment;
  gint64 changed_ms;
  char *note; /* NULL when empty */
  gboolean nothing_today;
  gboolean closed;
  FasciaMark *marks; /* sorted; each feelings list belongs to the entry */
  guint n_marks;
  FasciaDrawing *drawings; /* in the order drawn; the points belong to the entry */
  guint n_drawings;
  FasciaUnknownDrawing *unknown;
  guint n_unknown;
  FasciaSpread *spreads; /* sorted, each once */
  guint n_spreads;
  FasciaEntryDetails details;
};

G_DEFINE_BOXED_TYPE (FasciaEntry, fascia_entry, fascia_entry_ref, fascia_entry_unref)

/* ---- marks ---- */

static const char *const no_feelings[] = { NULL };

const char *const *
fascia_mark_get_feelings (const FasciaMark *mark)
{
  return mark->feelings != NULL ? mark->feelings : no_feelings;
}

int
fascia_mark_compare (const FasciaMark *mark, const char *region, FasciaScale scale)
{
  int order = mark->region == region ? 0 : strcmp (mark->region, region);

  return order != 0 ? order : (int) mark->scale - (int) scale;
}

gboolean
fascia_mark_equal (const FasciaMark *a, const FasciaMark *b)
{
  return fascia_mark_compare (a, b->region, b->scale) == 0 && a->level == b->level
         && !a->is_drawn == !b->is_drawn
         && g_strv_equal (fascia_mark_get_feelings (a), fascia_mark_get_feelings (b));
}

/* Puts a copy of @mark into its place, or in place of the one that is there. */
static void
insert_mark (FasciaEntry *self, const FasciaMark *mark)
{
  const char *region = g_intern_string (mark->region);
  guint low = 0, high = self->n_marks;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (fascia_mark_compare (&self->marks[middle], region, mark->scale) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  FasciaMark copy = { region, mark->scale, mark->level, fascia_codes_copy (mark->feelings),
                      mark->is_drawn != FALSE };
  if (low < self->n_marks && fascia_mark_compare (&self->marks[low], region, mark->scale) == 0)
    {
      g_free ((gpointer) self->marks[low].feelings);
      self->marks[low] = copy;
      return;
    }
  memmove (self->marks + low + 1, self->marks + low, (self->n_marks - low) * sizeof *self->marks);
  self->marks[low] = copy;
  self->n_marks++;
}

/* ---- spreads ---- */

static void
insert_spread (FasciaEntry *self, const FasciaSpread *spread)
{
  const FasciaSpread copy = { g_intern_string (spread->from), g_intern_string (spread->to) };
  guint place = 0;

  while (place < self->n_spreads && fascia_spread_compare (&self->spreads[place], &copy) < 0)
    place++;
  if (place < self->n_spreads && fascia_spread_compare (&self->spreads[place], &copy) == 0)
    return;
  memmove (self->spreads + place + 1, self->spreads + place,
           (self->n_spreads - place) * sizeof *self->spreads);
  self->spreads[place] = copy;
  self->n_spreads++;
}

/* ---- life ---- */

FasciaEntry *
fascia_entry_new_from_parts (const FasciaEntryParts *parts)
{
  FasciaEntry *self = g_new0 (FasciaEntry, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->uid = parts->uid;
  self->kind = parts->kind;
  self->moment = parts->moment;
  self->moment.zone = g_intern_string (parts->moment.zone != NULL ? parts->moment.zone : "UTC");
  self->changed_ms = parts->changed_ms;
  self->note = parts->note != NULL && *parts->note != '\0' ? g_strdup (parts->note) : NULL;
  self->nothing_today = parts->nothing_today != FALSE;
  self->closed = parts->closed != FALSE;
  if (parts->n_marks > 0)
    self->marks = g_new0 (FasciaMark, parts->n_marks);
  for (guint i = 0; i < parts->n_marks; i++)
    insert_mark (self, &parts->marks[i]);
  if (parts->n_drawings > 0)
    self->drawings = g_new0 (FasciaDrawing, parts->n_drawings);
  for (guint i = 0; i < parts->n_drawings; i++)
    self->drawings[self->n_drawings++] = fascia_drawing_copy (&parts->drawings[i]);
  self->unknown = g_memdup2 (parts->unknown, parts->n_unknown * sizeof *self->unknown);
  self->n_unknown = parts->n_unknown;
  if (parts->n_spreads > 0)
    self->spreads = g_new0 (FasciaSpread, parts->n_spreads);
  for (guint i = 0; i < parts->n_spreads; i++)
    insert_spread (self, &parts->spreads[i]);
  fascia_entry_details_init (&self->details, parts);
  return self;
}

FasciaEntry *
fascia_entry_new (const FasciaUid *uid, FasciaEntryKind kind, const FasciaMoment *moment)
{
  g_return_val_if_fail (uid != NULL, NULL);
  g_return_val_if_fail (moment != NULL, NULL);

  FasciaEntryParts parts
      = { .uid = *uid, .kind = kind, .moment = *moment, .changed_ms = moment->utc_ms };
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_ref (FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_entry_unref (FasciaEntry *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_marks; i++)
    g_free ((gpointer) self->marks[i].feelings);
  g_free (self->marks);
  for (guint i = 0; i < self->n_drawings; i++)
    g_free ((gpointer) self->drawings[i].points);
  g_free (self->drawings);
  g_free (self->unknown);
  g_free (self->spreads);
  fascia_entry_details_clear (&self->details);
  g_free (self->note);
  g_free (self);
}

/* ---- reading ---- */

const FasciaUid *
fascia_entry_get_uid (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->uid;
}

FasciaEntryKind
fascia_entry_get_kind (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_ENTRY_CHECK_IN);
  return self->kind;
}

const FasciaMoment *
fascia_entry_get_moment (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->moment;
}

gint64
fascia_entry_get_changed_ms (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->changed_ms;
}

const char *
fascia_entry_get_note (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->note;
}

gboolean
fascia_entry_is_nothing_today (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->nothing_today;
}

gboolean
fascia_entry_is_closed (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->closed;
}

const FasciaMark *
fascia_entry_get_marks (const FasciaEntry *self, guint *n_marks)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_marks != NULL)
    *n_marks = self->n_marks;
  return self->marks;
}

const FasciaMark *
fascia_entry_find_mark (const FasciaEntry *self, const char *region, FasciaScale scale)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  for (guint i = 0; i < self->n_marks; i++)
    if (fascia_mark_compare (&self->marks[i], region, scale) == 0)
      return &self->marks[i];
  return NULL;
}

const FasciaDrawing *
fascia_entry_get_drawings (const FasciaEntry *self, guint *n_drawings)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_drawings != NULL)
    *n_drawings = self->n_drawings;
  return self->drawings;
}

const FasciaUnknownDrawing *
fascia_entry_get_unknown_drawings (const FasciaEntry *self, guint *n_unknown)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_unknown != NULL)
    *n_unknown = self->n_unknown;
  return self->unknown;
}

const FasciaSpread *
fascia_entry_get_spreads (const FasciaEntry *self, guint *n_spreads)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_spreads != NULL)
    *n_spreads = self->n_spreads;
  return self->spreads;
}

guint
fascia_entry_count_places (const FasciaEntry *self)
{
  const char *last = NULL;
  guint n_places = 0;

  g_return_val_if_fail (self != NULL, 0);

  /* Regions are interned and sorted: those of one place lie side by side. */
  for (guint i = 0; i < self->n_marks; i++)
    {
      if (self->marks[i].level == 0 || self->marks[i].region == last)
        continue;
      last = self->marks[i].region;
      n_places++;
    }
  return n_places;
}

int
fascia_entry_get_worst (const FasciaEntry *self, FasciaScale scale)
{
  g_return_val_if_fail (self != NULL, FASCIA_LEVEL_NOT_GIVEN);

  int worst = self->nothing_today ? 0 : FASCIA_LEVEL_NOT_GIVEN;
  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].scale == scale)
      worst = MAX (worst, self->marks[i].level);
  return worst;
}

gboolean
fascia_entry_is_above_none (const FasciaEntry *self)
{
  if (fascia_entry_count_places (self) > 0)
    return TRUE;
  for (guint i = 0; i < self->n_drawings; i++)
    if (fascia_drawing_is_above_none (&self->drawings[i]))
      return TRUE;
  return FALSE;
}

const FasciaEntryDetails *
fascia_entry_get_details (const FasciaEntry *self)
{
  return &self->details;
}

void
fascia_entry_get_parts (const FasciaEntry *self, FasciaEntryParts *parts)
{
  *parts = (FasciaEntryParts) { .uid = self->uid,
                                .kind = self->kind,
                                .moment = self->moment,
                                .changed_ms = self->changed_ms,
                                .note = self->note,
                                .nothing_today = self->nothing_today,
                                .closed = self->closed,
                                .marks = self->marks,
                                .n_marks = self->n_marks,
                                .drawings = self->drawings,
                                .n_drawings = self->n_drawings,
                                .unknown = self->unknown,
                                .n_unknown = self->n_unknown,
                                .spreads = self->spreads,
                                .n_spreads = self->n_spreads };
  fascia_entry_details_get_parts (&self->details, parts);
}

gboolean
fascia_entry_equal (const FasciaEntry *a, const FasciaEntry *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!fascia_uid_equal (&a->uid, &b->uid) || a->kind != b->kind
      || a->moment.utc_ms != b->moment.utc_ms || a->moment.offset_min != b->moment.offset_min
      || a->moment.day != b->moment.day || strcmp (a->moment.zone, b->moment.zone) != 0
      || a->changed_ms != b->changed_ms || g_strcmp0 (a->note, b->note) != 0
      || a->nothing_today != b->nothing_today || a->closed != b->closed || a->n_marks != b->n_marks
      || a->n_drawings != b->n_drawings || a->n_unknown != b->n_unknown
      || a->n_spreads != b->n_spreads)
    return FALSE;
  for (guint i = 0; i < a->n_marks; i++)
    if (!fascia_mark_equal (&a->marks[i], &b->marks[i]))
      return FALSE;
  for (guint i = 0; i < a->n_drawings; i++)
    if (!fascia_drawing_equal (&a->drawings[i], &b->drawings[i]))
      return FALSE;
  for (guint i = 0; i < a->n_unknown; i++)
    if (!fascia_unknown_drawing_equal (&a->unknown[i], &b->unknown[i]))
      return FALSE;
  for (guint i = 0; i < a->n_spreads; i++)
    if (fascia_spread_compare (&a->spreads[i], &b->spreads[i]) != 0)
      return FALSE;
  return fascia_entry_details_equal (&a->details, &b->details);
}

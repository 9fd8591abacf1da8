/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Other side too": one more entry in a practice that is already made. */

#include "config.h"

#include "fascia-practice-private.h"

static const FasciaPracticeEntry *
peek (const FasciaPractice *self, guint i)
{
  return &g_array_index (self->entries, FasciaPracticeEntry, i);
}

static void
append_copy (GArray *entries, const FasciaPracticeEntry *entry)
{
  FasciaPracticeEntry copy = *entry;
  guint n_places = 0;

  while (entry->places != NULL && entry->places[n_places] != NULL)
    n_places++;
  copy.places = g_memdup2 (entry->places, (n_places + 1) * sizeof *entry->places);
  if (entry->reasons != NULL)
    copy.reasons = g_array_copy (entry->reasons);
  g_array_append_val (entries, copy);
}

static GArray *
dup_entries (const GArray *entries)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (FasciaPracticeEntry));

  g_array_set_clear_func (copy, fascia_practice_entry_clear);
  for (guint i = 0; i < entries->len; i++)
    append_copy (copy, &g_array_index (entries, FasciaPracticeEntry, i));
  return copy;
}

static FasciaPractice *
dup_practice (const FasciaPractice *self)
{
  FasciaPractice *copy = g_atomic_rc_box_new0 (FasciaPractice);

  copy->routine = fascia_routine_ref (self->routine);
  copy->library = fascia_library_ref (self->library);
  copy->safety = fascia_safety_ref (self->safety);
  copy->past = self->past != NULL ? fascia_past_ref (self->past) : NULL;
  copy->is_gentle = self->is_gentle;
  copy->gone = g_ptr_array_ref (self->gone);
  copy->entries = dup_entries (self->entries);
  copy->held_back = dup_entries (self->held_back);
  return copy;
}

/* The places of the other side; the middle stays where it is. */
static const FasciaRegion *const *
dup_mirrored (const FasciaRegion *const *places)
{
  g_autoptr (GPtrArray) mirrored = g_ptr_array_new ();

  for (guint i = 0; places[i] != NULL; i++)
    {
      const FasciaRegion *mirror = fascia_region_get_mirror (places[i]);

      g_ptr_array_add (mirrored, (gpointer) (mirror != NULL ? mirror : places[i]));
    }
  g_ptr_array_add (mirrored, NULL);
  return (const FasciaRegion *const *) g_ptr_array_free (g_steal_pointer (&mirrored), FALSE);
}

static gboolean
is_done_at (const FasciaPracticeEntry *entry, const FasciaPracticeEntry *like)
{
  return entry->step == like->step && entry->side == like->side
         && entry->places[0] == like->places[0];
}

static gboolean
has_like (const FasciaPractice *self, const FasciaPracticeEntry *like)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (is_done_at (peek (self, i), like))
      return TRUE;
  return FALSE;
}

static gboolean
is_within_limits (const FasciaPractice *self, guint item)
{
  int seconds = 0;

  for (guint i = 0; i < self->entries->len; i++)
    if (peek (self, i)->item == item)
      seconds += fascia_practice_entry_get_seconds (peek (self, i));
  return seconds <= FASCIA_DOSE_ENTRY_S
         && fascia_practice_sum_pressure (self->entries) <= FASCIA_DOSE_SESSION_PRESSURE_S
         && fascia_practice_sum_seconds (self->entries) <= FASCIA_DOSE_SESSION_S;
}

/* After the last of its item; the rest after the item comes after it now. */
static guint
insert (FasciaPractice *self, FasciaPracticeEntry *entry, guint after, guint at)
{
  guint index = after + 1;

  while (index < self->entries->len && peek (self, index)->item == entry->item)
    index++;
  index = MIN (MAX (index, at), self->entries->len);
  if (peek (self, index - 1)->item == entry->item)
    {
      FasciaPracticeEntry *before = &g_array_index (self->entries, FasciaPracticeEntry, index - 1);

      entry->rest_s = before->rest_s;
      before->rest_s = 0;
    }
  g_array_insert_val (self->entries, index, *entry);
  return index;
}

FasciaPractice *
fascia_practice_with_other_side (const FasciaPractice *self, guint entry, guint at, guint *index)
{
  g_return_val_if_fail (self != NULL, NULL);

  const FasciaPracticeEntry *one = entry < self->entries->len ? peek (self, entry) : NULL;
  if (one == NULL || fascia_step_get_dose (one->step)->sides < 2
      || (one->side != FASCIA_SIDE_LEFT && one->side != FASCIA_SIDE_RIGHT))
    return NULL;

  FasciaPracticeEntry other = *one;
  other.side = one->side == FASCIA_SIDE_LEFT ? FASCIA_SIDE_RIGHT : FASCIA_SIDE_LEFT;
  other.places = dup_mirrored (one->places);
  other.reasons = NULL;
  if (has_like (self, &other) || !fascia_practice_judge (self, &other))
    {
      fascia_practice_entry_clear (&other);
      return NULL;
    }

  g_autoptr (FasciaPractice) copy = dup_practice (self);
  guint where = insert (copy, &other, entry, at);
  if (!is_within_limits (copy, other.item))
    return NULL;
  if (index != NULL)
    *index = where;
  return g_steal_pointer (&copy);
}

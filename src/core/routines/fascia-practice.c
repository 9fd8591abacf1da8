/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine made ready for today. */

#include "config.h"

#include "fascia-practice.h"

struct _FasciaPractice
{
  FasciaRoutine *routine;
  FasciaLibrary *library;
  gboolean is_gentle;
  GArray *entries;   /* FasciaPracticeEntry */
  GArray *held_back; /* likewise */
};

G_DEFINE_BOXED_TYPE (FasciaPractice, fascia_practice, fascia_practice_ref, fascia_practice_unref)

FasciaPractice *
fascia_practice_new (FasciaRoutine *routine, const FasciaPracticeWish *wish)
{
  FasciaPractice *self = g_atomic_rc_box_new0 (FasciaPractice);

  self->routine = fascia_routine_ref (routine);
  self->library = fascia_library_ref (wish->library);
  self->is_gentle = wish->gentle;
  self->entries = g_array_new (FALSE, FALSE, sizeof (FasciaPracticeEntry));
  self->held_back = g_array_new (FALSE, FALSE, sizeof (FasciaPracticeEntry));
  return self;
}

FasciaPractice *
fascia_practice_ref (FasciaPractice *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_practice_clear (gpointer data)
{
  FasciaPractice *self = data;

  g_array_unref (self->entries);
  g_array_unref (self->held_back);
  fascia_routine_unref (self->routine);
  fascia_library_unref (self->library);
}

void
fascia_practice_unref (FasciaPractice *self)
{
  g_atomic_rc_box_release_full (self, fascia_practice_clear);
}

FasciaRoutine *
fascia_practice_get_routine (const FasciaPractice *self)
{
  return self->routine;
}

FasciaLibrary *
fascia_practice_get_library (const FasciaPractice *self)
{
  return self->library;
}

gboolean
fascia_practice_is_gentle (const FasciaPractice *self)
{
  return self->is_gentle;
}

const FasciaPracticeEntry *
fascia_practice_get_entries (const FasciaPractice *self, guint *n)
{
  *n = self->entries->len;
  return (const FasciaPracticeEntry *) (gpointer) self->entries->data;
}

const FasciaPracticeEntry *
fascia_practice_get_held_back (const FasciaPractice *self, guint *n)
{
  *n = self->held_back->len;
  return (const FasciaPracticeEntry *) (gpointer) self->held_back->data;
}

int
fascia_practice_get_seconds (const FasciaPractice *self)
{
  return 0;
}

int
fascia_practice_get_pressure_seconds (const FasciaPractice *self)
{
  return 0;
}

FasciaPosture
fascia_practice_get_postures (const FasciaPractice *self)
{
  return 0;
}

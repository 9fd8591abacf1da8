/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A practice of all kinds of parts for the tests of the player, and playing it. */

#pragma once

#include <glib.h>

#include "core/routines/fascia-player.h"
#include "fascia-core-resources.h"

#define DAY 20000
#define HOUR_MS (G_GINT64_CONSTANT (3600000))

typedef struct
{
  FasciaBody *body;
  FasciaLibrary *library;
  FasciaSafety *safety;
  FasciaPractice *practice;
} Fixture;

/* A movement, a hold on both sides in two sets, and a rest: every kind of part comes up. */
static inline FasciaPractice *
make_practice (Fixture *self, const FasciaRegion *const *places)
{
  static const char *const calf[] = { "calf-lower", NULL };
  static const char *const shoulder[] = { "shoulder-top", NULL };
  const FasciaRoutineItem items[] = {
    { .step = "m09", .side = FASCIA_SIDE_MIDLINE, .sets = 1, .reps = 6, .rest_s = 10 },
    { .step = "r20",
      .places = shoulder,
      .side = FASCIA_SIDE_MIDLINE,
      .sets = 2,
      .seconds = 30,
      .rest_s = 10 },
    { .step = "r34",
      .places = calf,
      .side = FASCIA_SIDE_MIDLINE,
      .sets = 1,
      .seconds = 40,
      .rest_s = 10 },
    { .step = "b01", .side = FASCIA_SIDE_MIDLINE, .sets = 1, .seconds = 120 },
  };
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-test", "Test", NULL);
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_with_items (empty, items, G_N_ELEMENTS (items));
  FasciaPracticeWish wish = { .library = self->library, .safety = self->safety, .places = places };

  return fascia_practice_new (routine, &wish);
}

static inline void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaConditions) conditions = NULL;

  self->body = fascia_body_new (&error);
  g_assert_no_error (error);
  self->library = fascia_library_new (self->body, &error);
  g_assert_no_error (error);
  conditions = fascia_conditions_new (self->body, &error);
  g_assert_no_error (error);
  self->safety = fascia_safety_new (conditions, self->body, NULL, 0, DAY, DAY);
  self->practice = make_practice (self, NULL);
}

static inline void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->practice, fascia_practice_unref);
  g_clear_pointer (&self->safety, fascia_safety_unref);
  g_clear_pointer (&self->library, fascia_library_unref);
  g_clear_pointer (&self->body, fascia_body_unref);
}

static inline guint
count_entries (FasciaPractice *practice)
{
  guint n;

  fascia_practice_get_entries (practice, &n);
  return n;
}

static inline gint64
get_planned_ms (FasciaPractice *practice, guint entry)
{
  guint n;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);

  return entries[entry].seconds * (gint64) MAX (entries[entry].sets, 1) * 1000;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of routines share: a routine that can still be filled in. */

#pragma once

#include "fascia-routine.h"
#include "fascia-step-private.h"

G_BEGIN_DECLS

struct _FasciaRoutine
{
  gatomicrefcount ref_count;
  char *id;
  char *title;
  char *summary;         /* (nullable) */
  char *search;          /* (nullable) */
  const char *group;     /* interned */
  const char *programme; /* (nullable) interned */
  gboolean is_own;
  GArray *items;    /* FasciaRoutineItem, with places that are interned lists of ours */
  GPtrArray *steps; /* own FasciaStep */
  char *confirmed;  /* (nullable) */
  gint64 confirmed_ms;
};

FasciaRoutine *fascia_routine_new (void);
/* Copies the places. */
void fascia_routine_add_item (FasciaRoutine *self, const FasciaRoutineItem *item);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A second opinion on safety: the rules of the tables once more, from tables of its own, and with
 * nothing in common with the program but the list of regions and their shapes. */

#pragma once

#include "core/body/fascia-body.h"

G_BEGIN_DECLS

typedef struct _Second Second;

/* Texts of tests/data/safety-conditions.csv and safety-steps.csv. */
Second *second_new (FasciaBody *body, const char *conditions_csv, const char *steps_csv);
void second_free (Second *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Second, second_free)

guint second_get_n_conditions (Second *self);
/* A cell of the table; "" when it is empty. */
const char *second_get_condition (Second *self, guint row, const char *column);
guint second_get_n_steps (Second *self);
const char *second_get_step (Second *self, guint row, const char *column);
/* (transfer full) A list inside a cell. */
char **second_split (const char *cell);

typedef struct
{
  const char *code;   /* of a row, or "injury" */
  const char *region; /* (nullable) id */
  char side;          /* 'l', 'r' or 'b' */
  gboolean has_day;
  int day;
} SecondAnswer;

typedef struct
{
  const SecondAnswer *answers;
  guint n_answers;
  gboolean is_answered;
  gboolean has_sign;
  int today;
} SecondState;

/* Whether a step may not be done at @places (ids, NULL-terminated; NULL: all of it, both sides); the
 * ceiling that holds where it may, at most @cap, comes out in *@lowest. */
gboolean second_forbids (Second *self,
                         const SecondState *state,
                         guint step,
                         const char *const *places,
                         int cap,
                         int *lowest);

/* Whether one region is within a hand-width of another, 45 units. */
double second_get_distance (Second *self, const FasciaRegion *a, const FasciaRegion *b);
gboolean second_is_near (Second *self, const FasciaRegion *a, const FasciaRegion *b);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step of a routine: its picture and its dose, and all about it when it is unfolded.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_STEP_ROW (fascia_step_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaStepRow, fascia_step_row, FASCIA, STEP_ROW, AdwExpanderRow)

/**
 * fascia_step_row_new:
 * @entries: what is done of one step, one after the other: a set for each side
 * @n_entries: at least 1
 *
 * Copies what it needs; steps belong to the library that @model has now.
 */
GtkWidget *fascia_step_row_new (FasciaRoutinesModel *model,
                                const FasciaPracticeEntry *entries,
                                guint n_entries);

/* (transfer full) "2 × 45 s · each side · light": what is done and the ceiling in words. Pure. */
char *fascia_step_row_dup_dose (const FasciaPracticeEntry *entries, guint n_entries);
/* How many entries from the first on are one row: the same step of the same line of the routine. */
guint fascia_step_row_count (const FasciaPracticeEntry *entries, guint n_entries);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a routine is held back or eased today, each with its reason, and what stays. */

#pragma once

#include <adwaita.h>

#include "core/routines/fascia-practice.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_HELD_BACK_ROW (fascia_held_back_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaHeldBackRow,
                      fascia_held_back_row,
                      FASCIA,
                      HELD_BACK_ROW,
                      AdwExpanderRow)

/**
 * fascia_held_back_row_new:
 *
 * A row for a boxed list; invisible while there is nothing to say.
 *
 * Signals: "answers-asked": the person wants to look at the answers.
 */
GtkWidget *fascia_held_back_row_new (void);
/* @practice: (nullable): nothing. */
void fascia_held_back_row_set_practice (FasciaHeldBackRow *self, FasciaPractice *practice);

/* (transfer full) Every reason once, one a line; empty without any. @reasons: (nullable) of
 * FasciaReason. */
char *fascia_held_back_dup_reasons (const GArray *reasons);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps a routine while it is being written, so that a sudden end loses two seconds at most.
 */

#pragma once

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ROUTINE_DRAFT (fascia_routine_draft_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRoutineDraft, fascia_routine_draft, FASCIA, ROUTINE_DRAFT, GObject)

/* @name: of what is being written: "new", or the id of a routine that is changed or copied. */
FasciaRoutineDraft *fascia_routine_draft_new (FasciaRoutinesModel *model, const char *name);
/* (transfer full) (nullable) What was kept under that name. */
FasciaRoutine *fascia_routine_draft_load (FasciaRoutineDraft *self);
/* What is written so far; kept after a short pause. */
void fascia_routine_draft_set (FasciaRoutineDraft *self, FasciaRoutine *routine);
/* Keeps now what waits. */
void fascia_routine_draft_flush (FasciaRoutineDraft *self);
/* Saved, or thrown away. */
void fascia_routine_draft_discard (FasciaRoutineDraft *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a routine of the person's own: its title, its steps in order, and how much of each.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ROUTINE_EDITOR (fascia_routine_editor_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRoutineEditor, fascia_routine_editor, FASCIA, ROUTINE_EDITOR, AdwDialog)

/**
 * fascia_routine_editor_new:
 * @model: a ready one
 * @routine: (nullable): to begin with; NULL: an empty one
 * @name: under which it is kept while it is written: see fascia_routine_draft_new()
 * @is_new: whether it is not in the journal yet
 *
 * What was written under that name before and neither saved nor thrown away is shown again.
 *
 * Signals: "saved" (const char *id).
 */
FasciaRoutineEditor *fascia_routine_editor_new (FasciaRoutinesModel *model,
                                                FasciaRoutine *routine,
                                                const char *name,
                                                gboolean is_new);

/* As it is written now. */
FasciaRoutine *fascia_routine_editor_get_routine (FasciaRoutineEditor *self);
gboolean fascia_routine_editor_is_changed (FasciaRoutineEditor *self);
/* Whether it may be saved as it is. */
gboolean fascia_routine_editor_can_save (FasciaRoutineEditor *self);
/* What the window does; FALSE when it may not be saved. */
gboolean fascia_routine_editor_save (FasciaRoutineEditor *self);

/* What a person does; for tests too. */
void fascia_routine_editor_add_step (FasciaRoutineEditor *self, const char *step);
void fascia_routine_editor_move (FasciaRoutineEditor *self, guint from, guint to);
void fascia_routine_editor_remove (FasciaRoutineEditor *self, guint index);
/* One for each side in its place. */
void fascia_routine_editor_split_sides (FasciaRoutineEditor *self, guint index);
void fascia_routine_editor_open_step (FasciaRoutineEditor *self, guint index);
void fascia_routine_editor_open_picker (FasciaRoutineEditor *self);
/* (nullable) The row of a step. */
GtkWidget *fascia_routine_editor_get_row (FasciaRoutineEditor *self, guint index);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the editor of routines share.
 */

#pragma once

#include "fascia-routine-draft.h"
#include "fascia-routine-editor.h"
#include "fascia-routine-limits.h"

G_BEGIN_DECLS

struct _FasciaRoutineEditor
{
  AdwDialog parent_instance;

  FasciaRoutinesModel *model;
  FasciaLibrary *library; /* keeps the steps */
  FasciaRoutine *begun;
  FasciaRoutine *routine; /* as it is now */
  FasciaRoutineDraft *draft;
  gboolean is_new;
  gboolean is_updating;

  AdwNavigationView *navigation;
  AdwBanner *banner;
  AdwEntryRow *title;
  AdwEntryRow *summary;
  GtkListBox *steps;
  GtkLabel *sum;
  FasciaRoutineLimits *limits;
  GtkWidget *save;
};

/* Takes a changed one, shows it and keeps it; @focus: the row to go to, or -1. (transfer full) */
void fascia_routine_editor_take (FasciaRoutineEditor *self, FasciaRoutine *routine, int focus);
/* Rows, drag and keys: fascia-routine-editor-steps.c */
GtkWidget *fascia_routine_editor_create_steps (FasciaRoutineEditor *self);
void fascia_routine_editor_update_steps (FasciaRoutineEditor *self, int focus);

G_END_DECLS

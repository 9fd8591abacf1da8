/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine from a file: shown as it is, and written only when it is added.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ROUTINE_IMPORT (fascia_routine_import_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRoutineImport, fascia_routine_import, FASCIA, ROUTINE_IMPORT, AdwDialog)

/* Signals: "added" (const char *id). */
FasciaRoutineImport *fascia_routine_import_new (FasciaRoutinesModel *model);
/* Asks for a file above @from, and then shows the dialog with it. */
void fascia_routine_import_ask (FasciaRoutineImport *self, GtkWidget *from);
/* Shows what a file holds, or why it is refused. */
void fascia_routine_import_show (FasciaRoutineImport *self, const char *text, gssize length);

/* (nullable) What would be added; NULL when the file is refused. */
FasciaRoutine *fascia_routine_import_get_routine (FasciaRoutineImport *self);
/* (nullable) Why it is refused. */
const char *fascia_routine_import_get_problem (FasciaRoutineImport *self);
gboolean fascia_routine_import_can_add (FasciaRoutineImport *self);
/* As if clicked; for tests. */
void fascia_routine_import_confirm (FasciaRoutineImport *self, gboolean is_confirmed);
gboolean fascia_routine_import_add (FasciaRoutineImport *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From "Start" to the player: the safety check when it is due, the sheet of four lines, then the
 * session. */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* @parent: any widget in the window; @places: (nullable), NULL-terminated. Pushes the player page on the
 * window's navigation view in the end, or tells why nothing is left to do and what is open instead. */
void fascia_session_start (GtkWidget *parent,
                           FasciaRoutinesModel *model,
                           FasciaRoutine *routine,
                           const FasciaRegion *const *places);
/* The same way for a session that broke off: the player goes on where it was. When it is not the same
 * work any more this is said, and a fresh start offered. @entry: see fascia_session_resume_get(). */
void fascia_session_go_on (GtkWidget *parent,
                           FasciaRoutinesModel *model,
                           FasciaRoutine *routine,
                           const FasciaRegion *const *places,
                           FasciaEntry *entry);
/* The setup alone, from preferences and wherever something is held back. */
void fascia_safety_dialog_present (GtkWidget *parent, FasciaRoutinesModel *model);

G_END_DECLS

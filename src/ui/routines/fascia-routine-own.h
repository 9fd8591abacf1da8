/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Routines of the person's own: an id, a copy of a ready one, delete with a way back, a file, a card.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* (transfer full) An id that nobody else has. */
char *fascia_routine_own_dup_id (void);
/* (transfer full) An own copy, with an id and a title of its own. */
FasciaRoutine *fascia_routine_own_copy (FasciaRoutine *routine);
/* Takes it out of the journal; a toast above @from offers Undo. */
void fascia_routine_own_delete (GtkWidget *from,
                                FasciaRoutinesModel *model,
                                FasciaRoutine *routine);
/* Asks where to, and writes it there as a file that anybody can read in. */
void fascia_routine_own_export (GtkWidget *from, FasciaRoutine *routine);
/* Asks for a printer, and prints its card. */
void fascia_routine_own_print (GtkWidget *from, FasciaRoutinesModel *model, FasciaRoutine *routine);

G_END_DECLS

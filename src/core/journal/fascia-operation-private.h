/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the store makes an operation. */

#pragma once

#include "fascia-operation.h"

G_BEGIN_DECLS

FasciaOperation *fascia_operation_new (guint64 id,
                                       FasciaOperationKind kind,
                                       FasciaChangeFlags changes,
                                       gint64 row_id,
                                       FasciaEntry *before,
                                       FasciaEntry *after,
                                       gboolean can_undo);

/* While it is not shared yet. */
void fascia_operation_set_n_entries (FasciaOperation *operation, guint n_entries);
/* Of an undo: what it took back. */
void fascia_operation_set_undone (FasciaOperation *operation, FasciaOperation *undone);
/* (nullable) */
FasciaOperation *fascia_operation_get_undone (const FasciaOperation *operation);

/* The row of the entry in its table: the same before and after, and after an undo. */
gint64 fascia_operation_get_row_id (const FasciaOperation *operation);

G_END_DECLS

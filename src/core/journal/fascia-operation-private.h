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
                                       FasciaEntry *before,
                                       FasciaEntry *after,
                                       gboolean can_undo);

G_END_DECLS

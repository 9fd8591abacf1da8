/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries by the beginning of their name, as a person types it. */

#pragma once

#include "fascia-db.h"

G_BEGIN_DECLS

/* How many hexadecimal digits a name has. */
#define FASCIA_NAME_DIGITS 32

/* Names that begin with the first @n_digits hexadecimal digits of @name (the rest does not matter),
 * growing, at most @limit. (transfer full) Array of FasciaUid. */
GArray *fascia_db_find_names (FasciaDb *db,
                              const FasciaUid *name,
                              guint n_digits,
                              guint limit,
                              GError **error);

/* How many digits of the name of an entry set it apart from all others; 0 with an error. */
guint fascia_db_measure_name (FasciaDb *db, const FasciaUid *name, GError **error);

G_END_DECLS

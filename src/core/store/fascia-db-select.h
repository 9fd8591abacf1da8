/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entries a query asks for, days apart. */

#pragma once

#include "fascia-db-set.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) *@set: the entries that fit @query in all but their days; NULL when all
 * do. FALSE with an error. */
gboolean fascia_db_select (FasciaDb *db, const FasciaQuery *query, FasciaSet **set, GError **error);

G_END_DECLS

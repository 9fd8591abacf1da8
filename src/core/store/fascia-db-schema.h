/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of the schema, and taking a journal through them. */

#pragma once

#include "fascia-db-private.h"

G_BEGIN_DECLS

/* The newest version this program writes, and the oldest it can bring forward. */
int fascia_db_schema_get_latest (FasciaDb *db);
int fascia_db_schema_get_oldest (FasciaDb *db);

/**
 * fascia_db_schema_upgrade:
 * @from: the version the journal has; 0 for none yet
 *
 * Takes the journal through all steps after @from, each in its own transaction: it commits whole or
 * not at all. Before the first step of an existing journal a checked copy is laid beside it.
 */
gboolean fascia_db_schema_upgrade (FasciaDb *db, int from, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What takes the journal's file away needs it closed. */

#pragma once

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/* FALSE with FAILED when somebody has the journal open and does not close it within seconds. A journal
 * that is not there, or that cannot be read, is closed. */
gboolean fascia_cli_check_closed (const FasciaCliContext *context, GError **error);

/* As above, and leaves it open: *@db, NULL when it is not there or cannot be read. */
gboolean fascia_cli_open_closed (const FasciaCliContext *context, FasciaDb **db, GError **error);

/* What failed because somebody has opened it after all becomes that sentence. Takes over @cause. */
void fascia_cli_propagate_closed (GError **error, GError *cause);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which column of another program's table means what, as typed and as told. */

#pragma once

#include "core/exchange/fascia-mapping.h"

#include "fascia-cli-json.h"

G_BEGIN_DECLS

/* Changes the guess by what was typed: "COLUMN=USE", where the column is a header or a number from 1,
 * and by "--dates". FAILED for a column or a use that there is not. */
gboolean fascia_cli_mapping_apply (FasciaMapping *mapping,
                                   const FasciaTextTable *table,
                                   char *const *typed,
                                   const char *dates,
                                   GError **error);

/* (transfer full) One line for each column: its number, its header, what it is taken for. */
char *fascia_cli_mapping_to_text (const FasciaMapping *mapping, const FasciaTextTable *table);
/* As members of the object at hand. */
void fascia_cli_json_add_mapping (JsonBuilder *builder,
                                  const FasciaMapping *mapping,
                                  const FasciaTextTable *table);

/* (transfer full) Two sentences for each column that the guess leaves out, @separator behind each:
 * its number, its header, how to take it. A column that is @typed to be ignored is not told. */
char *fascia_cli_mapping_left_out_to_text (const FasciaMapping *mapping,
                                           const FasciaTextTable *table,
                                           char *const *typed,
                                           char separator);
/* The same as a member, a list. @mapping, @table: (nullable): without them it is empty. */
void fascia_cli_json_add_left_out (JsonBuilder *builder,
                                   const FasciaMapping *mapping,
                                   const FasciaTextTable *table,
                                   char *const *typed);

G_END_DECLS

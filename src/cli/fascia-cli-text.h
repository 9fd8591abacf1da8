/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry as lines of a terminal, or as JSON. */

#pragma once

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/* How wide the names of places are at most, in columns, in the current language. */
guint fascia_cli_measure_places (const FasciaBody *body);

/**
 * fascia_cli_append_entry:
 * @width: fascia_cli_measure_places()
 *
 * Appends a line for each place, then for each spread, what is drawn, and the note: local time
 * first, then the side with the place, the levels, the feelings. Nothing in it can move a terminal's cursor.
 */
void fascia_cli_append_entry (GString *text,
                              const FasciaEntry *entry,
                              const FasciaBody *body,
                              const FasciaFeelings *feelings,
                              guint width);

/* (transfer full) The entry as one JSON object: codes, English names, the C locale. */
char *fascia_cli_entry_to_json (const FasciaEntry *entry, const FasciaBody *body);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the table says about a check-in as a whole: how many areas hurt, how much is drawn over. */

#pragma once

#include "../body/fascia-body.h"
#include "../journal/fascia-entry.h"

G_BEGIN_DECLS

/* The last columns of the table, each with a comma before it. */
void fascia_csv_append_whole_header (GString *text);

/* (transfer full) Their cells, the same in each row of @entry. Pure; any thread. */
char *fascia_csv_dup_whole (const FasciaBody *body, const FasciaEntry *entry);

G_END_DECLS

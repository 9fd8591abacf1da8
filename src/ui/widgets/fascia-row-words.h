/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The second line of a row, said aloud.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * fascia_row_set_words:
 * @row: a row
 * @words: (nullable): its second line; markup only if the row uses it for its title
 *
 * Shows @words below the title, and gives them to assistive technology as the description of the row:
 * a row of its own names the label they are in, which says nothing over the accessibility bus.
 */
void fascia_row_set_words (AdwActionRow *row, const char *words);

/* The same for a row that opens: its head, which has the focus, says them. */
void fascia_expander_row_set_words (AdwExpanderRow *row, const char *words);

G_END_DECLS

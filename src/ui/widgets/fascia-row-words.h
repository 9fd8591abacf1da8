/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of rows and groups: the second line of a row, said aloud; a title that is never cut.
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

/* A row that only says something. @words: (nullable): neither they nor @title are markup. */
GtkWidget *fascia_words_row_new (const char *title, const char *words);

/* A title that goes on a second line where it does not fit on one; the group has no suffix beside it. */
void fascia_group_set_title (AdwPreferencesGroup *group, const char *title);

G_END_DECLS

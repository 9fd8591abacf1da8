/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the Journal page.
 */

#pragma once

#include "fascia-window.h"

G_BEGIN_DECLS

/* These write entries of every kind. */
void fascia_shots_show_kinds (FasciaWindow *window);
void fascia_shots_show_journal_filtered (FasciaWindow *window);
void fascia_shots_show_journal_searching (FasciaWindow *window);
void fascia_shots_show_journal_nothing (FasciaWindow *window);
void fascia_shots_show_journal_filter (FasciaWindow *window);
void fascia_shots_show_journal_add (FasciaWindow *window);
void fascia_shots_show_journal_row_menu (FasciaWindow *window);
void fascia_shots_show_journal_calendar (FasciaWindow *window);
void fascia_shots_show_journal_jump (FasciaWindow *window);
void fascia_shots_show_journal_undo (FasciaWindow *window);
/* Leaves words that were not saved. */
void fascia_shots_show_journal_draft (FasciaWindow *window);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to tags and scales from the preferences: told there, and undone from there.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

/* Shows a toast in the preferences that @inside lies in, whose button undoes @operation. */
void fascia_settings_offer_undo (GtkWidget *inside,
                                 FasciaJournal *journal,
                                 const char *title,
                                 FasciaOperation *operation);

/* A label for a sentence that says what is wrong: invisible until there is one. */
GtkLabel *fascia_settings_problem_new (void);
/* @words: (nullable): nothing is wrong. Said aloud as well. */
void fascia_settings_problem_set (GtkLabel *label, const char *words);

/* A page of the preferences: header bar, @box scrolled below. @end: (nullable): after the title. */
void fascia_settings_page_fill (AdwNavigationPage *page, GtkWidget *box, GtkWidget *end);

G_END_DECLS

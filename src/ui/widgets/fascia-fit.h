/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that go on below, where they would else be cut: titles of header bars, labels of buttons. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * fascia_header_bar_new:
 *
 * A header bar whose title goes on on further lines, where one has no room for it: in a narrow window
 * with large text there is hardly room for a word between two buttons.
 */
GtkWidget *fascia_header_bar_new (void);

/* The same for each header bar that is in @root now. */
void fascia_fit_titles (GtkWidget *root);

/**
 * fascia_fit_title_below:
 * @header: of @page, with a button with words at both ends
 * @page: of @dialog; its child is an AdwToolbarView
 *
 * In a narrow dialog the title stands below the header bar instead of between the buttons.
 */
void fascia_fit_title_below (AdwDialog *dialog, GtkWidget *header, AdwNavigationPage *page);

/* Wraps the label that @button has now. One that is given another label keeps that it wraps, unless it
 * may shrink: it would be cut again. */
void fascia_fit_button (GtkWidget *button);

/* Whether text is so large that what is well said in a few words has room for fewer. */
gboolean fascia_is_text_large (GtkWidget *widget);

/**
 * fascia_follow_text_size:
 * @changed: void changed (GtkWidget *widget)
 *
 * Asks @changed to look again at whether text is large whenever it gets another size, while @widget
 * lives: whoever needs larger text chooses it while the program runs. What is there already is not
 * asked.
 */
void fascia_follow_text_size (GtkWidget *widget, GCallback changed);

G_END_DECLS

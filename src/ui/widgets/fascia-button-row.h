/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row that is a button, for everybody. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_BUTTON_ROW (fascia_button_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaButtonRow, fascia_button_row, FASCIA, BUTTON_ROW, AdwPreferencesRow)

/**
 * FasciaButtonRow:
 *
 * Looks as AdwButtonRow does. That one has no action on the accessibility bus in libadwaita 1.7, and
 * cuts its words where they do not fit on one line.
 *
 * # Keys
 * Enter and Space; the mnemonic of its title.
 *
 * # Accessibility
 * A button with its title as the name, and an action to press it.
 *
 * Signals: "activated".
 */

/* @title: with a mnemonic. @icon: (nullable): before it. */
GtkWidget *fascia_button_row_new (const char *title, const char *icon);

/**
 * fascia_row_class_install_press:
 * @klass: a class of rows
 *
 * Rows of @klass can be pressed over the accessibility bus: only actions of a class are seen there. A
 * row that does nothing says so with fascia_row_set_pressable ().
 */
void fascia_row_class_install_press (GtkWidgetClass *klass);

/**
 * fascia_button_wrap:
 * @button: one with a label
 *
 * Its words go on a second line where they do not fit on one: what starts something is never cut.
 * Call it after the label was set for the first time.
 */
void fascia_button_wrap (GtkButton *button);

/* @row: of such a class. */
void fascia_row_set_pressable (GtkWidget *row, gboolean is_pressable);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number to type, or to leave out.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_NUMBER_ROW (fascia_number_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaNumberRow, fascia_number_row, FASCIA, NUMBER_ROW, AdwEntryRow)

/**
 * fascia_number_row_new:
 * @title: what it is: “Minutes”
 * @step: the smallest step: 1 for whole numbers
 *
 * Empty is “not given”. While what is typed is no such number the row says so in its title; nothing
 * typed is lost.
 *
 * Signals: "edited": the person has typed.
 */
GtkWidget *fascia_number_row_new (const char *title, double minimum, double maximum, double step);

/* NAN: not given. */
void fascia_number_row_set_value (FasciaNumberRow *self, double value);
double fascia_number_row_get_value (FasciaNumberRow *self);
/* FALSE while something is typed that is not a number it takes. */
gboolean fascia_number_row_is_valid (FasciaNumberRow *self);

/* Reads a number as it is written in the current language, with a comma or a point; blanks do not
 * matter. FALSE when there is anything else. Pure. */
gboolean fascia_number_parse (const char *text, double *value);
/* (transfer full) A number as it is typed: as short as it can be read back, of up to 15 digits, never
 * with an exponent. Pure. */
char *fascia_number_format (double value);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names to press in, any number of them.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_CODE_CHIPS (fascia_code_chips_get_type ())
G_DECLARE_FINAL_TYPE (FasciaCodeChips, fascia_code_chips, FASCIA, CODE_CHIPS, GtkWidget)

/**
 * fascia_code_chips_new:
 * @label: what they are, for assistive technology
 *
 * # Keys
 * One Tab stop; arrows walk, Space and Enter press.
 *
 * # Accessibility
 * A group with a name; each name is a toggle button that says whether it is pressed.
 *
 * Signals: "toggled" (const char *code, gboolean is_chosen): the person has pressed one.
 */
GtkWidget *fascia_code_chips_new (const char *label);

/* One more; @code is kept as it is, whatever it means. Of two of the same code the first stays. */
void fascia_code_chips_add (FasciaCodeChips *self, const char *code, const char *name);
void fascia_code_chips_remove_all (FasciaCodeChips *self);
guint fascia_code_chips_get_n (FasciaCodeChips *self);

/* Those of @codes (nullable) that are offered. */
void fascia_code_chips_set_chosen (FasciaCodeChips *self, const char *const *codes);
/* (transfer full) Those that are pressed, sorted. */
char **fascia_code_chips_dup_chosen (FasciaCodeChips *self);

/* (nullable) (transfer none) The button of a code. */
GtkToggleButton *fascia_code_chips_get_chip (FasciaCodeChips *self, const char *code);

/* A changed copy of a list of codes (nullable), sorted: @code in or out. Pure. (transfer full) */
char **fascia_codes_with (const char *const *codes, const char *code, gboolean is_in);

G_END_DECLS

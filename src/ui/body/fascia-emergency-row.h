/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The number that the person calls in an emergency: to set, to copy, to call. */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_EMERGENCY_ROW (fascia_emergency_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaEmergencyRow, fascia_emergency_row, FASCIA, EMERGENCY_ROW, AdwEntryRow)

/* Which number it is nobody but the person knows: none is made up here. Kept in the journal. */
GtkWidget *fascia_emergency_row_new (FasciaJournal *journal);

#define FASCIA_TYPE_EMERGENCY_LINE (fascia_emergency_line_get_type ())
G_DECLARE_FINAL_TYPE (FasciaEmergencyLine,
                      fascia_emergency_line,
                      FASCIA,
                      EMERGENCY_LINE,
                      AdwActionRow)

/* The same to look at, where it may be needed: it takes no words that are typed in a hurry. Without a
 * number it leads to the preferences. */
GtkWidget *fascia_emergency_line_new (FasciaJournal *journal);

/* (transfer full) (nullable) "tel:" and what of @number a telephone understands; NULL: nothing. */
char *fascia_emergency_dup_uri (const char *number);

G_END_DECLS

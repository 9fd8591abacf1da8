/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "When to get help": the signs by urgency, and what to do.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-referral.h"
#include "core/body/fascia-signs.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

/* @table: (nullable): what can feel like the place, below the signs; a row of it leads to the signs
 * that are asked about it. (transfer floating) */
AdwNavigationPage *fascia_help_page_new (FasciaSigns *signs,
                                         FasciaReferralTable *table,
                                         const FasciaRegion *region,
                                         FasciaJournal *journal);

/* The signs that are asked about after a new injury, wherever it is. (transfer floating) */
AdwNavigationPage *fascia_help_page_new_for_injury (FasciaSigns *signs, FasciaJournal *journal);
/* Those that are shown on some occasion. (transfer floating) */
AdwNavigationPage *fascia_help_page_new_shown (FasciaSigns *signs,
                                               FasciaSignPlace shown,
                                               FasciaJournal *journal);
/* All of them. (transfer floating) */
AdwNavigationPage *fascia_help_page_new_all (FasciaSigns *signs, FasciaJournal *journal);

/* A dialog with those of @shown; FASCIA_SIGN_ON_PAGE: all. (transfer none) (nullable) */
AdwDialog *fascia_help_present (GtkWidget *parent,
                                FasciaJournal *journal,
                                FasciaBody *body,
                                FasciaSignPlace shown);

/* (nullable) The sign that stands beside the question about mood, and leads to its page; NULL when it is
 * not in the table. */
GtkWidget *fascia_help_row_new_for_mood (FasciaJournal *journal, FasciaBody *body);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flare that was just noted: words and a number may follow, or it is taken back.
 */

#pragma once

#include <adwaita.h>

#include "fascia-flare-entry.h"

G_BEGIN_DECLS

/* The type of event that it is kept as. */
#define FASCIA_FLARE_EVENT "flare"

/**
 * FasciaFlareNotePage:
 *
 * The event goes to the journal when the page is made. What is added goes there while it is written and,
 * at the latest, when the page is left.
 */
#define FASCIA_TYPE_FLARE_NOTE_PAGE (fascia_flare_note_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaFlareNotePage,
                      fascia_flare_note_page,
                      FASCIA,
                      FLARE_NOTE_PAGE,
                      AdwNavigationPage)

GtkWidget *fascia_flare_note_page_new (FasciaJournal *journal);

/* For tests. */
FasciaFlareEntry *fascia_flare_note_page_get_entry (FasciaFlareNotePage *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calm screen: note it, breathe, get help.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

/**
 * FasciaFlarePage:
 *
 * Three large targets, and a quiet one below them. Each leads to a page of its own on the same navigation
 * view; Escape and Back lead back, and from here to where the person was.
 *
 * # Accessibility
 * Each target is a button whose description says what it does. The focus begins on the first.
 */
#define FASCIA_TYPE_FLARE_PAGE (fascia_flare_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaFlarePage, fascia_flare_page, FASCIA, FLARE_PAGE, AdwNavigationPage)

/* @journal: may still be opening, or have failed: then nothing can be noted; @has_session: one waits
 * below, and no other is begun. */
GtkWidget *fascia_flare_page_new (FasciaJournal *journal, FasciaBody *body, gboolean has_session);

G_END_DECLS

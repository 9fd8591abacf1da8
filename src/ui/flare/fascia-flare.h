/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flare mode: from anywhere to one calm, dark screen.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

/* The look of all its pages: dark whatever the colour scheme is. */
#define FASCIA_FLARE_STYLE "flare"

/**
 * fascia_flare_open:
 * @window: with a navigation view as its content
 *
 * Shows the screen over whatever is there; nothing happens when it is there already. A session that runs
 * is paused first, and is there again afterwards. Dialogs are closed as by Escape; one that asks before
 * it closes stays, and the screen waits below it.
 */
void fascia_flare_open (AdwApplicationWindow *window, FasciaJournal *journal, FasciaBody *body);

/* Whether the screen is shown, or something that was opened from it. */
gboolean fascia_flare_is_open (AdwApplicationWindow *window);

/* Gives @page the look, in high contrast too. */
void fascia_flare_dress (GtkWidget *page);

G_END_DECLS

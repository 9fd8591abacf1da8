/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flare mode: from anywhere to one calm, dark screen.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-entry-writer.h"

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

/* The calm screen, or what it leads to, is what is seen. */
gboolean fascia_flare_is_open (AdwApplicationWindow *window);

/**
 * fascia_flare_tell_failures:
 * @window: where it is told that @writer could not keep what was put, with a way to try again
 *
 * For pages that may be left while it is still written. Once is enough.
 */
void fascia_flare_tell_failures (GtkWidget *window, FasciaEntryWriter *writer);
/* A page tells it itself again. */
void fascia_flare_stop_telling (GtkWidget *window, FasciaEntryWriter *writer);

/* Gives @page the look, in high contrast too, and toasts of its own: it is not pushed yet. */
void fascia_flare_dress (GtkWidget *page, FasciaJournal *journal);

G_END_DECLS

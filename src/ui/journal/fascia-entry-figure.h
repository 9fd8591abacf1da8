/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body, front and back, with the marks of one check-in: a large picture to read.
 */

#pragma once

#include <gtk/gtk.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-entry.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ENTRY_FIGURE (fascia_entry_figure_get_type ())
G_DECLARE_FINAL_TYPE (FasciaEntryFigure, fascia_entry_figure, FASCIA, ENTRY_FIGURE, GtkWidget)

/**
 * FasciaEntryFigure:
 *
 * Both views side by side in whatever room there is, with numerals and the person's own sides
 * named. An image for a screen reader, described by what fascia_entry_figure_set_entry() was given.
 * Not mirrored in right-to-left languages: the body is not text.
 */

/* @body and @entry: (nullable): NULL draws nothing. */
void fascia_entry_figure_set_entry (FasciaEntryFigure *self,
                                    const FasciaBody *body,
                                    const FasciaEntry *entry);

G_END_DECLS

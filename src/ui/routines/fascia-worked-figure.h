/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body, front and back, with the places a routine works on.
 */

#pragma once

#include <gtk/gtk.h>

#include "core/body/fascia-body.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_WORKED_FIGURE (fascia_worked_figure_get_type ())
G_DECLARE_FINAL_TYPE (FasciaWorkedFigure, fascia_worked_figure, FASCIA, WORKED_FIGURE, GtkWidget)

/**
 * FasciaWorkedFigure:
 *
 * Both views side by side in whatever room there is, the person's own sides named. An image for a
 * screen reader, which tells the places. Not mirrored: the body is not text.
 */
GtkWidget *fascia_worked_figure_new (void);

/* @places: NULL-terminated, copied; those of @body. */
void fascia_worked_figure_set_places (FasciaWorkedFigure *self,
                                      FasciaBody *body,
                                      const FasciaRegion *const *places);

G_END_DECLS

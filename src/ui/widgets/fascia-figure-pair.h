/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Front and back of the body side by side, for widgets that show a body to look at.
 */

#pragma once

#include <gtk/gtk.h>

#include "draw/fascia-body-figure.h"

G_BEGIN_DECLS

/* As GtkWidgetClass.measure; heights in pixels. */
void fascia_figure_pair_measure (GtkOrientation orientation,
                                 int minimum_height,
                                 int natural_height,
                                 int *minimum,
                                 int *natural);

/**
 * fascia_figure_pair_snapshot:
 * @widget: its size, its font
 * @marks: what is on the body
 * @has_numerals: whether levels are written on the places
 *
 * The two views stand close together in a wide widget, too.
 */
void fascia_figure_pair_snapshot (GtkWidget *widget,
                                  GtkSnapshot *snapshot,
                                  FasciaBody *body,
                                  const FasciaFigureMarks *marks,
                                  gboolean has_numerals);

G_END_DECLS

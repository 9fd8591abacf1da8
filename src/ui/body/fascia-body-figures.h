/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both figures as one control: one Tab stop, keys, focus that walks, one announcement for a change.
 */

#pragma once

#include "fascia-body-map.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_FIGURES (fascia_body_figures_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyFigures, fascia_body_figures, FASCIA, BODY_FIGURES, GtkWidget)

/**
 * FasciaBodyFigures:
 *
 * Properties (notify): "view" (#FasciaView): the figure shown when there is one, walked on when
 * there are two.
 * Signals: "find" (char *text): a letter was typed; "open-levels": Enter on a marked place;
 * "summary": the whole map is to be spoken.
 */
GtkWidget *fascia_body_figures_new (FasciaBodyModel *model);

/* Whether there is room for both figures; at first there is not. */
void fascia_body_figures_set_is_double (FasciaBodyFigures *self, gboolean is_double);
gboolean fascia_body_figures_get_is_double (FasciaBodyFigures *self);

FasciaView fascia_body_figures_get_view (FasciaBodyFigures *self);
void fascia_body_figures_set_view (FasciaBodyFigures *self, FasciaView view);

/* Whether there is room for a column of head, hands and feet beside the figures; at first not. */
void fascia_body_figures_set_has_insets (FasciaBodyFigures *self, gboolean has_insets);
gboolean fascia_body_figures_get_has_insets (FasciaBodyFigures *self);

/**
 * fascia_body_figures_zoom_to:
 * @code: (nullable): "head", "hands" or "feet" of the view shown, and once more the next of them; the
 *   code of a #FasciaInset, which turns to its figure; or NULL for the whole figure
 *
 * Draws that part of the figure near.
 *
 * Returns: FALSE for a code that there is not
 */
gboolean fascia_body_figures_zoom_to (FasciaBodyFigures *self, const char *code);

/**
 * fascia_body_figures_get_point:
 * @view: (out): the figure that was pressed
 * @x, @y: (out): the point, in its units
 *
 * Returns: FALSE when the chosen place was not chosen by pointer or finger
 */
gboolean fascia_body_figures_get_point (FasciaBodyFigures *self,
                                        FasciaView *view,
                                        double *x,
                                        double *y);

/* (transfer none) The figure of a view. */
FasciaBodyMap *fascia_body_figures_get_map (FasciaBodyFigures *self, FasciaView view);

/**
 * fascia_body_figures_focus_region:
 * @region: a place
 *
 * Gives the place the keyboard focus, turning to its figure when only one is shown. Focus chooses
 * the place; it does not mark, and it answers no question.
 */
void fascia_body_figures_focus_region (FasciaBodyFigures *self, const FasciaRegion *region);

/* What the person has picked by name: the place that the feeling spreads to while that is asked, else
 * as fascia_body_figures_focus_region(). */
void fascia_body_figures_choose_region (FasciaBodyFigures *self, const FasciaRegion *region);

/* Gives the map the keyboard focus without choosing a place: arrows and letters work at once. */
void fascia_body_figures_rest_focus (FasciaBodyFigures *self);

/**
 * fascia_body_figures_handle_key:
 * @time_ms: the time of the event
 *
 * Does what a key means on the map; the key controller calls it, and so do tests.
 *
 * Returns: whether the key was one of the map's
 */
gboolean fascia_body_figures_handle_key (FasciaBodyFigures *self,
                                         guint keyval,
                                         guint keycode,
                                         GdkModifierType modifiers,
                                         gint64 time_ms);

G_END_DECLS

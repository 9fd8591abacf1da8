/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Body page: figures or list, the check-in beside them, the chosen place under the thumb.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"
#include "fascia-body-figures.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_PAGE (fascia_body_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyPage, fascia_body_page, FASCIA, BODY_PAGE, AdwBin)

/**
 * fascia_body_page_new:
 * @journal: what is shown and written; may still be opening, or have failed
 * @body: the regions and the figure
 *
 * Actions: "body.list" (state: whether the list is shown instead of the figure), "body.find",
 * "body.ease-rest".
 */
GtkWidget *fascia_body_page_new (FasciaJournal *journal, FasciaBody *body);

/* Chooses a place, as the arrows do: without marking it. FALSE for an id that is not known. */
gboolean fascia_body_page_select_region (FasciaBodyPage *self, const char *id);

/* Shows the list or the figure. A very low window shows the list in any case. */
void fascia_body_page_set_is_list (FasciaBodyPage *self, gboolean is_list);

/* (transfer none) For tests and pictures. */
FasciaBodyModel *fascia_body_page_get_model (FasciaBodyPage *self);
FasciaBodyFigures *fascia_body_page_get_figures (FasciaBodyPage *self);

/* What a key does that the levels of the chosen place have no use for: Escape goes back to the place,
 * letters find one. Returns whether it did something. */
gboolean fascia_body_page_handle_strip_key (FasciaBodyPage *self,
                                            guint keyval,
                                            guint keycode,
                                            GdkModifierType modifiers);

G_END_DECLS

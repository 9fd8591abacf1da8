/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list twin of the figure: every place by group, with its level.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_LIST (fascia_body_list_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyList, fascia_body_list, FASCIA, BODY_LIST, GtkWidget)

/**
 * FasciaBodyList:
 *
 * Edits the same check-in as the figure.
 *
 * # Keys
 * Digits, − and + and Delete as on the figure; Enter marks a place, or opens its levels. Letters
 * begin a search, wherever in the list the focus is.
 *
 * A click marks a place, as on the figure. Ctrl+M copies a place to the other side, Ctrl+L asks for
 * where it spreads to, and the Menu key opens the menu of a place. What can only be looked at is
 * told in words.
 *
 * Signals: "activated" (FasciaRegion *region): Enter on a place that is marked; "clicked"
 * (FasciaRegion *region): a click on a place that is marked; "more" (FasciaRegion *region): more
 * about the place is wanted.
 */
GtkWidget *fascia_body_list_new (FasciaBodyModel *model);

/* Puts the keyboard focus into the search. */
void fascia_body_list_focus_search (FasciaBodyList *self);

/* Puts the keyboard focus on a place and chooses it. */
void fascia_body_list_focus_region (FasciaBodyList *self, const FasciaRegion *region);

/* What the list does with a key; returns whether it was for the list. */
gboolean fascia_body_list_handle_key (FasciaBodyList *self,
                                      guint keyval,
                                      guint keycode,
                                      GdkModifierType modifiers);

/* The menu of the place that the keyboard is on, as for the Menu key; (nullable) (transfer none) NULL
 * when it is on none, or nothing can be changed. */
GtkWidget *fascia_body_list_open_menu (FasciaBodyList *self);

/* (transfer none) */
FasciaBodyModel *fascia_body_list_get_model (FasciaBodyList *self);

/* A click on the row of a place. */
void fascia_body_list_click (FasciaBodyList *self, const FasciaRegion *region);

/* The number of places shown now. */
guint fascia_body_list_get_n_shown (FasciaBodyList *self);
void fascia_body_list_set_search (FasciaBodyList *self, const char *text);

G_END_DECLS

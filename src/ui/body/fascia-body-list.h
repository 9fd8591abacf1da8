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
 * Digits, − and + and Delete as on the figure; Enter marks a place, or opens its levels.
 *
 * A click chooses the place without marking it.
 *
 * Signals: "activated" (FasciaRegion *region): Enter on a place that is marked; "clicked"
 * (FasciaRegion *region).
 */
GtkWidget *fascia_body_list_new (FasciaBodyModel *model);

/* Puts the keyboard focus into the search. */
void fascia_body_list_focus_search (FasciaBodyList *self);

/* The number of places shown now. */
guint fascia_body_list_get_n_shown (FasciaBodyList *self);
void fascia_body_list_set_search (FasciaBodyList *self, const char *text);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps a list that is at its top there when rows come, the header of the first section in sight.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FasciaListTop:
 *
 * A list view that is at its top keeps its first row in place when rows come: what is new above it
 * is out of sight, and so is the header of the first section. This puts it right after the list was
 * laid out and before it is drawn, so that nothing jumps. Belongs to one scrolled window, which must
 * outlive it. Main thread.
 */
typedef struct _FasciaListTop FasciaListTop;

FasciaListTop *fascia_list_top_new (GtkScrolledWindow *scrolled);
void fascia_list_top_free (FasciaListTop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaListTop, fascia_list_top_free)

/* Whether nothing lies above what is in sight. */
gboolean fascia_list_top_is_there (FasciaListTop *self);

/* Scrolls to the top in the coming frame. Nothing happens while the list is not realized. */
void fascia_list_top_hold (FasciaListTop *self);

/* Forgets that. */
void fascia_list_top_release (FasciaListTop *self);

G_END_DECLS

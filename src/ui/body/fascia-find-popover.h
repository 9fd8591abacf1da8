/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds a place of the body by the first letters of its names.
 */

#pragma once

#include <gtk/gtk.h>

#include "core/body/fascia-body.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_FIND_POPOVER (fascia_find_popover_get_type ())
G_DECLARE_FINAL_TYPE (FasciaFindPopover, fascia_find_popover, FASCIA, FIND_POPOVER, GtkPopover)

/* Signals: "found" (FasciaRegion *region). */
GtkWidget *fascia_find_popover_new (FasciaBody *body);

/* Another form of the same body: what is hidden on it is not found. */
void fascia_find_popover_set_body (FasciaFindPopover *self, FasciaBody *body);

/* Opens it with the first letters typed, which may be none. */
void fascia_find_popover_open (FasciaFindPopover *self, const char *text);

G_END_DECLS

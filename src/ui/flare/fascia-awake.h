/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the screen awake while something on it is to be followed.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All zeros: the screen may sleep. Off before it goes. */
typedef struct
{
  gboolean is_on;
  guint cookie; /* 0 where the desktop cannot */
} FasciaAwake;

/* @widget: for whose window; @reason: a sentence that the desktop may show. Nothing happens without an
 * application. */
void fascia_awake_set (FasciaAwake *self, GtkWidget *widget, gboolean is_on, const char *reason);

G_END_DECLS

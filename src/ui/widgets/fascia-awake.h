/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the screen awake while something on it is to be followed.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fascia_awake_set:
 * @cookie: (inout): 0 while the screen may sleep; off before its owner goes
 * @widget: for whose window
 * @reason: (nullable): a sentence that the desktop may show
 *
 * Whether the screen is to stay on. Nothing happens without an application.
 */
void fascia_awake_set (guint *cookie, GtkWidget *widget, gboolean is_on, const char *reason);

G_END_DECLS

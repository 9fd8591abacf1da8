/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says a sentence to whoever listens to the screen.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*FasciaAnnounceFunc) (GtkWidget *widget, const char *text, gpointer data);

/* Announces @text, politely, on behalf of @widget. Main thread. */
void fascia_announce (GtkWidget *widget, const char *text);

/* (nullable) Hears every announcement instead of the screen reader: for tests. */
void fascia_announce_set_listener (FasciaAnnounceFunc listener, gpointer data);

G_END_DECLS

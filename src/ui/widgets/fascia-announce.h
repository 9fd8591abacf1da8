/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says a sentence to whoever listens to the screen, and no more than one in a second.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*FasciaAnnounceFunc) (GtkWidget *widget, const char *text, gpointer data);

/**
 * fascia_announce:
 * @widget: on whose behalf; one that is not on the screen speaks through what it lies in
 * @text: a whole sentence, or a value that just changed
 *
 * Says it politely and at once, unless something was said less than a second ago: then it waits for
 * that second, and of several that wait only the last is said. Whoever calls this at each step of a
 * hurry of changes need not slow down. Main thread.
 */
void fascia_announce (GtkWidget *widget, const char *text);

/* As that, but what waits is not dropped for it: said with it, and before it. */
void fascia_announce_further (GtkWidget *widget, const char *text);

/* When @text still waits, alone or with other words, it is not said any more: a question that was
 * answered meanwhile. */
void fascia_announce_drop (const char *text);

/* (nullable) Hears every announcement instead of the screen reader: for tests. What waits is
 * dropped. */
void fascia_announce_set_listener (FasciaAnnounceFunc listener, gpointer data);

G_END_DECLS

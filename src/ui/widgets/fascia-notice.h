/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word through the desktop to somebody who looks elsewhere.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fascia_notice_send:
 * @application: (nullable): without one nothing happens
 * @id: what it is about: a newer one takes its place
 * @title: a whole sentence
 *
 * Shows a notification that brings back the window. Where the desktop has nothing that shows
 * notifications, none is tried. Main thread.
 */
void fascia_notice_send (GApplication *application, const char *id, const char *title);

/* Takes it back, also while it is on its way. @application: (nullable) */
void fascia_notice_withdraw (GApplication *application, const char *id);

G_END_DECLS

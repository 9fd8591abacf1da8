/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the screen awake while something on it is to be followed.
 */

#include "config.h"

#include "fascia-awake.h"

void
fascia_awake_set (FasciaAwake *self, GtkWidget *widget, gboolean is_on, const char *reason)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  GApplication *application = g_application_get_default ();
  GtkRoot *root = gtk_widget_get_root (widget);

  if (application == NULL || !GTK_IS_APPLICATION (application) || is_on == self->is_on)
    return;
  self->is_on = is_on;
  if (is_on)
    self->cookie
        = gtk_application_inhibit (GTK_APPLICATION (application),
                                   root != NULL && GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   GTK_APPLICATION_INHIBIT_IDLE, reason);
  else if (self->cookie != 0)
    gtk_application_uninhibit (GTK_APPLICATION (application), self->cookie);
  if (!is_on)
    self->cookie = 0;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the screen awake while something on it is to be followed.
 */

#include "config.h"

#include "fascia-awake.h"

/* On, where the desktop cannot. */
#define NO_COOKIE G_MAXUINT

void
fascia_awake_set (guint *cookie, GtkWidget *widget, gboolean is_on, const char *reason)
{
  g_return_if_fail (cookie != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  GApplication *application = g_application_get_default ();
  GtkRoot *root = gtk_widget_get_root (widget);

  if (application == NULL || !GTK_IS_APPLICATION (application) || is_on == (*cookie != 0))
    return;
  if (is_on)
    {
      const guint given = gtk_application_inhibit (
          GTK_APPLICATION (application),
          root != NULL && GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
          GTK_APPLICATION_INHIBIT_IDLE, reason);

      *cookie = given != 0 ? given : NO_COOKIE;
      return;
    }
  if (*cookie != NO_COOKIE)
    gtk_application_uninhibit (GTK_APPLICATION (application), *cookie);
  *cookie = 0;
}

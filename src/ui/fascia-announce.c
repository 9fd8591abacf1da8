/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says a sentence to whoever listens to the screen.
 */

#include "config.h"

#include "fascia-announce.h"

static FasciaAnnounceFunc the_listener;
static gpointer the_data;

/* GTK's backend for tests has no way to announce, and crashes when it is asked to. */
static gboolean
can_announce (void)
{
  static int answer = -1;

  if (answer < 0)
    answer = g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0;
  return answer == 1;
}

void
fascia_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  if (the_listener != NULL)
    the_listener (widget, text, the_data);
  else if (can_announce ())
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
fascia_announce_set_listener (FasciaAnnounceFunc listener, gpointer data)
{
  the_listener = listener;
  the_data = data;
}

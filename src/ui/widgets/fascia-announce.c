/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says a sentence to whoever listens to the screen, and no more than one in a second.
 */

#include "config.h"

#include "fascia-announce.h"

/* About as long as a short sentence takes to be read. */
#define PAUSE_MS 1000

static FasciaAnnounceFunc the_listener;
static gpointer the_data;

/* What waits for the end of the pause, and on whose behalf (weak). */
static char *the_text;
static GtkWidget *the_widget;
static guint the_pause_id;

/* GTK's backend for tests has no way to announce, and crashes when it is asked to. */
static gboolean
can_announce (void)
{
  static int answer = -1;

  if (answer < 0)
    answer = g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0;
  return answer == 1;
}

static void
say (GtkWidget *widget, const char *text)
{
  /* Nobody hears a widget that is not on the screen. */
  for (GtkWidget *up = widget; up != NULL; up = gtk_widget_get_parent (up))
    if (gtk_widget_get_mapped (up))
      {
        widget = up;
        break;
      }

  if (the_listener != NULL)
    the_listener (widget, text, the_data);
  else if (can_announce ())
    {
      /* GTK makes a widget known to screen readers when one asks for it, and says nothing, without a
       * word, on behalf of one that nobody has met yet. The window is known as soon as it is there. */
      GtkRoot *root = gtk_widget_get_root (widget);

      gtk_accessible_announce (root != NULL ? GTK_ACCESSIBLE (root) : GTK_ACCESSIBLE (widget), text,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
on_pause_over (gpointer data)
{
  g_autofree char *text = g_steal_pointer (&the_text);
  GtkWidget *widget = the_widget;

  the_pause_id = 0;
  g_clear_weak_pointer (&the_widget);
  if (text != NULL && widget != NULL)
    fascia_announce (widget, text);
}

void
fascia_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  if (the_pause_id != 0)
    {
      g_set_weak_pointer (&the_widget, widget);
      g_set_str (&the_text, text);
      return;
    }
  the_pause_id = g_timeout_add_once (PAUSE_MS, on_pause_over, NULL);
  say (widget, text);
}

void
fascia_announce_further (GtkWidget *widget, const char *text)
{
  g_autofree char *both = the_text != NULL ? g_strconcat (the_text, " ", text, NULL) : NULL;

  fascia_announce (widget, both != NULL ? both : text);
}

void
fascia_announce_drop (const char *text)
{
  g_return_if_fail (text != NULL);

  if (g_strcmp0 (the_text, text) == 0)
    g_clear_pointer (&the_text, g_free);
}

void
fascia_announce_set_listener (FasciaAnnounceFunc listener, gpointer data)
{
  the_listener = listener;
  the_data = data;
  g_clear_handle_id (&the_pause_id, g_source_remove);
  g_clear_weak_pointer (&the_widget);
  g_clear_pointer (&the_text, g_free);
}

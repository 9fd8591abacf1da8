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

/* What waits for the end of the pause, and on whose behalf (weak). NULL when nothing waits: only a
 * pause makes anything wait. */
static GPtrArray *the_texts;
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
  g_autoptr (GPtrArray) texts = g_steal_pointer (&the_texts);
  GtkWidget *widget = the_widget;

  the_pause_id = 0;
  g_clear_weak_pointer (&the_widget);
  if (texts == NULL || widget == NULL)
    return;
  g_autofree char *text = g_strjoinv (" ", (char **) texts->pdata);
  fascia_announce (widget, text);
}

static void
add_waiting (GtkWidget *widget, const char *text)
{
  if (the_texts == NULL)
    the_texts = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  g_ptr_array_add (the_texts, g_strdup (text));
  g_set_weak_pointer (&the_widget, widget);
}

void
fascia_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  if (the_pause_id != 0)
    {
      g_clear_pointer (&the_texts, g_ptr_array_unref);
      add_waiting (widget, text);
      return;
    }
  the_pause_id = g_timeout_add_once (PAUSE_MS, on_pause_over, NULL);
  say (widget, text);
}

void
fascia_announce_further (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  if (the_texts != NULL)
    add_waiting (widget, text);
  else
    fascia_announce (widget, text);
}

void
fascia_announce_drop (const char *text)
{
  guint i;

  g_return_if_fail (text != NULL);

  if (the_texts == NULL || !g_ptr_array_find_with_equal_func (the_texts, text, g_str_equal, &i))
    return;
  if (the_texts->len > 1)
    g_ptr_array_remove_index (the_texts, i);
  else
    g_clear_pointer (&the_texts, g_ptr_array_unref);
}

void
fascia_announce_set_listener (FasciaAnnounceFunc listener, gpointer data)
{
  the_listener = listener;
  the_data = data;
  g_clear_handle_id (&the_pause_id, g_source_remove);
  g_clear_weak_pointer (&the_widget);
  g_clear_pointer (&the_texts, g_ptr_array_unref);
}

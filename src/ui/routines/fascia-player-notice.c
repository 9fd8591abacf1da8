/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session and the desktop: a screen that stays on, and a word to somebody who looks elsewhere. */

#include "config.h"

#include "fascia-player-page-private.h"

#include <glib/gi18n.h>

#include "fascia-awake.h"
#include "fascia-notice.h"

#define NOTICE_ID "session"

static GtkWindow *
get_window (FasciaPlayerPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
fascia_player_page_stay_awake (FasciaPlayerPage *self, gboolean is_running)
{
  fascia_awake_set (&self->inhibit, GTK_WIDGET (self), is_running, _ ("A session is running"));
}

void
fascia_player_page_notify_away (FasciaPlayerPage *self, const FasciaPlayerEvent *event)
{
  GtkWindow *window = get_window (self);
  const char *title = NULL;

  if (window == NULL || gtk_window_is_active (window))
    return;
  if (event->kind == FASCIA_PLAYER_EVENT_FINISHED)
    title = _ ("The session is over");
  else if (event->kind == FASCIA_PLAYER_EVENT_SUSPENDED)
    title = _ ("The session is paused");
  else if ((event->kind == FASCIA_PLAYER_EVENT_READY || event->kind == FASCIA_PLAYER_EVENT_REST)
           && fascia_player_is_waiting (fascia_player_runner_get_player (self->runner)))
    title = _ ("The next step waits for you");
  if (title != NULL)
    fascia_notice_send (g_application_get_default (), NOTICE_ID, title);
}

void
fascia_player_page_withdraw_notice (FasciaPlayerPage *self)
{
  fascia_notice_withdraw (g_application_get_default (), NOTICE_ID);
}

static void
on_active_changed (FasciaPlayerPage *self, GParamSpec *pspec, GtkWindow *window)
{
  if (gtk_window_is_active (window))
    fascia_player_page_withdraw_notice (self);
}

static void
on_focus_rests (gpointer data)
{
  g_autoptr (FasciaPlayerPage) self = data;
  GtkWindow *window = get_window (self);
  GtkWidget *focus = window != NULL ? gtk_window_get_focus (window) : NULL;

  if (window == NULL || (focus != NULL && gtk_widget_get_mapped (focus))
      || !gtk_widget_get_mapped (GTK_WIDGET (self->controls)))
    return;
  gtk_widget_grab_focus (g_strcmp0 (gtk_stack_get_visible_child_name (self->controls), "paused")
                                 == 0
                             ? self->continue_button
                             : self->pause_button);
}

/* Any key pauses, whatever took the focus along when it went: a toast, a dialog. */
static void
on_focus_changed (FasciaPlayerPage *self, GParamSpec *pspec, GtkWindow *window)
{
  if (gtk_window_get_focus (window) == NULL)
    g_idle_add_once (on_focus_rests, g_object_ref (self));
}

void
fascia_player_page_watch_window (FasciaPlayerPage *self, GtkWindow *window)
{
  g_signal_handlers_disconnect_by_func (window, on_active_changed, self);
  g_signal_handlers_disconnect_by_func (window, on_focus_changed, self);
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (on_focus_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active_changed), self,
                           G_CONNECT_SWAPPED);
}

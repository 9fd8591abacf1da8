/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that is asked for from outside: by the command line, or over the bus. */

#include "config.h"

#include "fascia-session-play.h"

#include <glib/gi18n.h>

#include "fascia-routines-page.h"
#include "fascia-session-start.h"

/* What is waited for, while the window lives. */
typedef struct
{
  FasciaWindow *window; /* unowned: the handler goes with it */
  char *routine;
} Wish;

static void
wish_free (gpointer data, GClosure *closure)
{
  Wish *self = data;

  g_free (self->routine);
  g_free (self);
}

/* A dialog, a session, or another page over the pages. */
static gboolean
is_busy (FasciaWindow *window)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  AdwNavigationPage *page
      = ADW_IS_NAVIGATION_VIEW (content)
            ? adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (content))
            : NULL;

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL
         || (page != NULL && g_strcmp0 (adw_navigation_page_get_tag (page), "root") != 0);
}

/* Whoever asked stands at another place, and would wait for it. */
static void
say_busy (FasciaWindow *window)
{
  fascia_window_show_toast (GTK_WIDGET (window),
                            _ ("Close what is open first, then start the routine"));
}

static void
start (FasciaWindow *window, FasciaRoutinesModel *model, const char *id)
{
  FasciaRoutine *routine
      = fascia_library_lookup_routine (fascia_routines_model_get_library (model), id);
  GtkWidget *page = fascia_window_get_page (window, "routines");

  if (routine == NULL || page == NULL)
    return;
  if (is_busy (window))
    {
      say_busy (window);
      return;
    }
  g_autoptr (FasciaRoutine) kept = fascia_routine_ref (routine);
  fascia_window_show_routine (page, kept, NULL);
  fascia_session_start (page, model, kept, NULL);
}

static void
on_ready (FasciaRoutinesModel *model, GParamSpec *pspec, Wish *wish)
{
  if (!fascia_routines_model_is_ready (model))
    return;
  g_autoptr (FasciaWindow) window = g_object_ref (wish->window);
  g_autofree char *routine = g_steal_pointer (&wish->routine);

  /* Ends the life of the wish. */
  g_signal_handlers_disconnect_by_func (model, on_ready, wish);
  start (window, model, routine);
}

/* The window may be closed before. */
static void
wait_for (FasciaRoutinesModel *model, FasciaWindow *window, const char *routine)
{
  Wish *wish = g_new0 (Wish, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (on_ready), wish, wish_free);

  wish->window = window;
  wish->routine = g_strdup (routine);
  g_object_watch_closure (G_OBJECT (window), closure);
  g_signal_connect_closure (model, "notify::ready", closure, FALSE);
}

void
fascia_session_play (FasciaWindow *window, const char *routine)
{
  g_return_if_fail (FASCIA_IS_WINDOW (window));
  g_return_if_fail (routine != NULL);

  FasciaBody *body = fascia_window_get_body (window);
  if (body == NULL)
    return;
  if (is_busy (window))
    {
      say_busy (window);
      return;
    }
  fascia_window_show_page (window, "routines");
  FasciaRoutinesModel *model = fascia_routines_model_get (fascia_window_get_journal (window), body);
  if (fascia_routines_model_is_ready (model))
    {
      start (window, model, routine);
      return;
    }
  wait_for (model, window, routine);
  fascia_routines_model_load (model);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flare mode: from anywhere to one calm, dark screen.
 */

#include "config.h"

#include "fascia-flare.h"

#include "fascia-flare-page.h"
#include "fascia-toasts.h"

#include "fascia-window.h"
#include "routines/fascia-player-page.h"

/* More than there ever are, one over the other. */
#define MAX_DIALOGS 8

/* ---- the look ---- */

static void
on_contrast_changed (GtkWidget *page)
{
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    gtk_widget_add_css_class (page, "high-contrast");
  else
    gtk_widget_remove_css_class (page, "high-contrast");
}

/* What opens over a page of it at night is as dark. */
static void
on_dialog_shown (AdwApplicationWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  if (dialog == NULL || !fascia_flare_is_open (window)
      || gtk_widget_has_css_class (GTK_WIDGET (dialog), FASCIA_FLARE_STYLE))
    return;
  gtk_widget_add_css_class (GTK_WIDGET (dialog), FASCIA_FLARE_STYLE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (on_contrast_changed), dialog, G_CONNECT_SWAPPED);
  on_contrast_changed (GTK_WIDGET (dialog));
}

static void
on_page_mapped (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);

  if (root == NULL || !ADW_IS_APPLICATION_WINDOW (root))
    return;
  /* Each page of it asks for this. */
  g_signal_handlers_disconnect_by_func (root, on_dialog_shown, NULL);
  g_signal_connect (root, "notify::visible-dialog", G_CALLBACK (on_dialog_shown), NULL);
}

void
fascia_flare_dress (GtkWidget *page, FasciaJournal *journal)
{
  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));

  fascia_toasts_cover (ADW_NAVIGATION_PAGE (page), journal);
  gtk_widget_add_css_class (page, FASCIA_FLARE_STYLE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (on_contrast_changed), page, G_CONNECT_SWAPPED);
  on_contrast_changed (page);
  g_signal_connect (page, "map", G_CALLBACK (on_page_mapped), NULL);
}

/* ---- where it is ---- */

/* (nullable) */
static AdwNavigationView *
get_navigation (AdwApplicationWindow *window)
{
  GtkWidget *content = adw_application_window_get_content (window);

  return content != NULL && ADW_IS_NAVIGATION_VIEW (content) ? ADW_NAVIGATION_VIEW (content) : NULL;
}

gboolean
fascia_flare_is_open (AdwApplicationWindow *window)
{
  g_return_val_if_fail (ADW_IS_APPLICATION_WINDOW (window), FALSE);

  AdwNavigationView *navigation = get_navigation (window);
  AdwNavigationPage *page
      = navigation != NULL ? adw_navigation_view_get_visible_page (navigation) : NULL;

  /* A session that was begun from the calm screen lies over it. */
  return page != NULL && gtk_widget_has_css_class (GTK_WIDGET (page), FASCIA_FLARE_STYLE);
}

/* ---- opening ---- */

static void
close_dialogs (AdwApplicationWindow *window)
{
  AdwDialog *last = NULL;

  for (guint i = 0; i < MAX_DIALOGS; i++)
    {
      AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

      if (dialog == NULL || dialog == last)
        return;
      last = dialog;
      if (!adw_dialog_close (dialog))
        return;
    }
}

static void
pause_session (AdwNavigationView *navigation)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (navigation);

  if (page != NULL && FASCIA_IS_PLAYER_PAGE (page))
    fascia_player_runner_pause (fascia_player_page_get_runner (FASCIA_PLAYER_PAGE (page)));
}

static gboolean
has_session (AdwNavigationView *navigation)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (navigation);

  while (page != NULL && !FASCIA_IS_PLAYER_PAGE (page))
    page = adw_navigation_view_get_previous_page (navigation, page);
  return page != NULL;
}

void
fascia_flare_open (AdwApplicationWindow *window, FasciaJournal *journal, FasciaBody *body)
{
  g_return_if_fail (ADW_IS_APPLICATION_WINDOW (window));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));
  g_return_if_fail (body != NULL);

  AdwNavigationView *navigation = get_navigation (window);

  if (navigation == NULL)
    return;
  pause_session (navigation);
  close_dialogs (window);
  if (!fascia_flare_is_open (window))
    adw_navigation_view_push (navigation, ADW_NAVIGATION_PAGE (fascia_flare_page_new (
                                              journal, body, has_session (navigation))));
}

/* ---- what could not be kept ---- */

static void
on_failed (GtkWidget *window, const GError *error, FasciaEntryWriter *writer)
{
  /* Held until then: nobody else knows any more what was to be kept. */
  g_object_set_data_full (G_OBJECT (window), "fascia-flare-unkept", g_object_ref (writer),
                          g_object_unref);
  fascia_window_offer_retry (window, error, G_OBJECT (writer),
                             G_CALLBACK (fascia_entry_writer_retry));
}

void
fascia_flare_tell_failures (GtkWidget *window, FasciaEntryWriter *writer)
{
  g_return_if_fail (GTK_IS_WIDGET (window));
  g_return_if_fail (FASCIA_IS_ENTRY_WRITER (writer));

  fascia_flare_stop_telling (window, writer);
  g_signal_connect_object (writer, "failed", G_CALLBACK (on_failed), window, G_CONNECT_SWAPPED);
}

void
fascia_flare_stop_telling (GtkWidget *window, FasciaEntryWriter *writer)
{
  g_return_if_fail (GTK_IS_WIDGET (window));
  g_return_if_fail (FASCIA_IS_ENTRY_WRITER (writer));

  g_signal_handlers_disconnect_by_func (writer, on_failed, window);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From "Start" to the player: the safety check when it is due, the sheet of four lines, then the
 * session. */

#include "config.h"

#include "fascia-session-start.h"

#include <glib/gi18n.h>

#include "fascia-player-page.h"

/* (nullable) The window's own; a dialog may have one too. */
static AdwNavigationView *
find_navigation (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *content = root != NULL && ADW_IS_APPLICATION_WINDOW (root)
                           ? adw_application_window_get_content (ADW_APPLICATION_WINDOW (root))
                           : gtk_widget_get_ancestor (parent, ADW_TYPE_NAVIGATION_VIEW);

  return content != NULL && ADW_IS_NAVIGATION_VIEW (content) ? ADW_NAVIGATION_VIEW (content) : NULL;
}

void
fascia_session_start (GtkWidget *parent,
                      FasciaRoutinesModel *model,
                      FasciaRoutine *routine,
                      const FasciaRegion *const *places)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));
  g_return_if_fail (routine != NULL);

  AdwNavigationView *navigation = find_navigation (parent);
  if (navigation == NULL || !fascia_routines_model_is_ready (model))
    return;
  g_autoptr (FasciaPractice) practice
      = fascia_routines_model_make_practice (model, routine, NULL, places);
  adw_navigation_view_push (navigation,
                            ADW_NAVIGATION_PAGE (fascia_player_page_new (model, practice)));
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journal that can only be read: the window says so above its pages, and what can be done.
 */

#include "config.h"

#include "fascia-window-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"

static void
on_retry_clicked (FasciaWindow *self)
{
  fascia_journal_open (self->journal);
}

/* Made when it is needed: nearly nobody ever does. */
static AdwBanner *
ensure_banner (FasciaWindow *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self->toast_bin), ADW_TYPE_TOOLBAR_VIEW);

  if (self->read_only_banner != NULL)
    return self->read_only_banner;
  self->read_only_banner = ADW_BANNER (adw_banner_new (
      /* Translators: of the journal, and what can be done; has to fit two lines of large text in a
       * narrow window. */
      _ ("Read only. Allow writing, or export.")));
  gtk_widget_add_css_class (GTK_WIDGET (self->read_only_banner), "read-only");
  adw_banner_set_button_label (self->read_only_banner, _ ("Try Again"));
  g_signal_connect_object (self->read_only_banner, "button-clicked", G_CALLBACK (on_retry_clicked),
                           self, G_CONNECT_SWAPPED);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->read_only_banner));
  return self->read_only_banner;
}

void
fascia_window_update_read_only (FasciaWindow *self)
{
  gboolean is_shown = fascia_journal_is_read_only (self->journal)
                      && fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_READY;

  if (!is_shown && self->read_only_banner == NULL)
    return;
  AdwBanner *banner = ensure_banner (self);
  if (is_shown && !adw_banner_get_revealed (banner))
    fascia_announce (GTK_WIDGET (self),
                     _ ("This journal can only be read. Allow writing, then try again."));
  /* A banner that is only folded in still speaks to a screen reader. */
  gtk_widget_set_visible (GTK_WIDGET (banner), is_shown);
  adw_banner_set_revealed (banner, is_shown);
}

gboolean
fascia_window_can_write (FasciaWindow *self)
{
  return fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_READY
         && !fascia_journal_is_read_only (self->journal);
}

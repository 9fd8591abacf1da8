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

/* As the window's own for a narrow one: only the last that fits is in force. */
#define LOW_AND_NARROW "max-width: 680sp and min-width: 271sp and max-height: 372px"

/* In the smallest window a line and a button below it leave too little of the page: what can be done is
 * still announced, and in the tooltip. */
static void
add_breakpoint (FasciaWindow *self)
{
  GtkWidget *header = gtk_widget_get_ancestor (GTK_WIDGET (self->menu_button), ADW_TYPE_HEADER_BAR);
  AdwBreakpoint *low = adw_breakpoint_new (adw_breakpoint_condition_parse (LOW_AND_NARROW));
  g_auto (GValue) title = G_VALUE_INIT;
  g_auto (GValue) switcher = G_VALUE_INIT;
  g_auto (GValue) is_revealed = G_VALUE_INIT;

  g_value_init (&title, G_TYPE_STRING);
  /* Translators: of the journal, where there is room for no more than that. */
  g_value_set_string (&title, C_ ("journal", "Read only"));
  g_value_init (&switcher, GTK_TYPE_WIDGET);
  g_value_init (&is_revealed, G_TYPE_BOOLEAN);
  g_value_set_boolean (&is_revealed, TRUE);
  adw_breakpoint_add_setter (low, G_OBJECT (self->read_only_banner), "title", &title);
  adw_breakpoint_add_setter (low, G_OBJECT (header), "title-widget", &switcher);
  adw_breakpoint_add_setter (low, G_OBJECT (self->switcher_bar), "reveal", &is_revealed);
  adw_application_window_add_breakpoint (ADW_APPLICATION_WINDOW (self), low);
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
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->read_only_banner),
                               _ ("This journal can only be read. Allow writing, then try again."));
  adw_banner_set_button_label (self->read_only_banner, _ ("Try Again"));
  g_signal_connect_object (self->read_only_banner, "button-clicked", G_CALLBACK (on_retry_clicked),
                           self, G_CONNECT_SWAPPED);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->read_only_banner));
  add_breakpoint (self);
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

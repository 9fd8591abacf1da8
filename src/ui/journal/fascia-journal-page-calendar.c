/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendar beside the journal: built after the list, and the way to a day.
 */

#include "config.h"

#include "fascia-journal-page-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-year-panel.h"
#include "widgets/fascia-text.h"

/* The list is on the screen by then. */
#define FRAMES_BEFORE 2

/* ---- going to a day ---- */

static void on_frame_laid_out (GdkFrameClock *clock, FasciaJournalPage *self);

static void
forget_layout (FasciaJournalPage *self)
{
  /* Not by number: a clock whose window is gone has forgotten its handlers already. */
  if (self->jump_clock != NULL)
    g_signal_handlers_disconnect_by_func (self->jump_clock, on_frame_laid_out, self);
  g_clear_object (&self->jump_clock);
}

/* The day with its heading at the top of what is in sight, as far as the list is long enough. */
static void
on_frame_laid_out (GdkFrameClock *clock, FasciaJournalPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  FasciaJournalRow *row = fascia_journal_page_find_focused_row (self);
  GtkWidget *list_item = row != NULL ? gtk_widget_get_parent (GTK_WIDGET (row)) : NULL;
  GtkWidget *header = list_item != NULL ? gtk_widget_get_prev_sibling (list_item) : NULL;
  graphene_rect_t bounds;

  if (row == NULL)
    return;
  forget_layout (self);
  if (!gtk_widget_compute_bounds (list_item, GTK_WIDGET (self->scrolled), &bounds))
    return;
  double y = bounds.origin.y;
  if (header != NULL && FASCIA_IS_JOURNAL_ROW (gtk_widget_get_first_child (header)) == FALSE)
    y -= gtk_widget_get_height (header);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y);
}

void
fascia_journal_page_finish_jump (FasciaJournalPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position = 0;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (!self->has_jump)
    return;
  self->has_jump = FALSE;
  if (n_items == 0 || self->rows == NULL)
    return;

  gint32 today = fascia_journal_page_get_today (self);
  g_autofree char *wanted = fascia_text_day (self->jump_day, today);
  if (!fascia_timeline_model_find_day (self->model, self->jump_day, &position))
    position = n_items - 1;
  FasciaEntry *entry
      = fascia_timeline_item_get_entry (fascia_timeline_model_get (self->model, position));
  gint32 day = fascia_entry_get_moment (entry)->day;
  if (day != self->jump_day)
    {
      g_autofree char *shown = fascia_text_day (day, today);
      /* Translators: Two days: the one that was chosen, and one before it. */
      g_autofree char *text
          = g_strdup_printf (_ ("No entry here on %1$s. This is %2$s."), wanted, shown);

      fascia_announce (GTK_WIDGET (self), text);
    }

  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  fascia_timeline_rows_focus_later (self->rows, position);
  forget_layout (self);
  if (clock != NULL)
    {
      self->jump_clock = g_object_ref (clock);
      g_signal_connect_after (clock, "layout", G_CALLBACK (on_frame_laid_out), self);
    }
}

void
fascia_journal_page_show_day (FasciaJournalPage *self, gint32 day)
{
  g_return_if_fail (FASCIA_IS_JOURNAL_PAGE (self));

  self->jump_day = day;
  self->has_jump = TRUE;
  fascia_timeline_model_load_until (self->model, day);
}

static void
on_day_opened (FasciaJournalPage *self, int day)
{
  fascia_journal_page_show_day (self, day);
}

/* ---- the column ---- */

static void
ensure_calendar (FasciaJournalPage *self)
{
  GtkWidget *panel;

  if (adw_bin_get_child (self->calendar_bin) != NULL)
    return;
  panel = fascia_year_panel_new (self->journal);
  g_signal_connect_object (panel, "day-opened", G_CALLBACK (on_day_opened), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->calendar_bin, panel);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  if (self->calendar_frames++ < FRAMES_BEFORE)
    return G_SOURCE_CONTINUE;
  self->calendar_tick_id = 0;
  if (adw_overlay_split_view_get_show_sidebar (self->split_view))
    ensure_calendar (self);
  return G_SOURCE_REMOVE;
}

void
fascia_journal_page_calendar_later (FasciaJournalPage *self)
{
  if (self->calendar_tick_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self))
      && adw_bin_get_child (self->calendar_bin) == NULL
      && adw_overlay_split_view_get_show_sidebar (self->split_view))
    {
      self->calendar_frames = 0;
      self->calendar_tick_id
          = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
    }
}

static void
on_sidebar_changed (FasciaJournalPage *self)
{
  if (self->model == NULL || !adw_overlay_split_view_get_show_sidebar (self->split_view))
    return;
  /* Somebody has asked for it; or the window is wide now. */
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    {
      ensure_calendar (self);
      gtk_widget_child_focus (GTK_WIDGET (self->calendar_bin), GTK_DIR_TAB_FORWARD);
    }
  else
    fascia_journal_page_calendar_later (self);
}

static void
show_calendar_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  ensure_calendar (self);
  gtk_widget_child_focus (GTK_WIDGET (self->calendar_bin), GTK_DIR_TAB_FORWARD);
}

/* ---- with the page ---- */

void
fascia_journal_page_calendar_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journal.show-calendar", NULL,
                                   show_calendar_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_changed);
}

void
fascia_journal_page_calendar_dispose (FasciaJournalPage *self)
{
  forget_layout (self);
  if (self->calendar_tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->calendar_tick_id);
  self->calendar_tick_id = 0;
}

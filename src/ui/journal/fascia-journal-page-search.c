/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal page shows: words that are looked for, the filter, and how much was found.
 */

#include "config.h"

#include "fascia-journal-page-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-filter-popover.h"

/* Several changes in a row are counted once. */
#define RECOUNT_AFTER_MS 250

/* ---- how many ---- */

static void
stop_counting (FasciaJournalPage *self)
{
  g_clear_handle_id (&self->recount_id, g_source_remove);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts
      = fascia_journal_count_days_finish (FASCIA_JOURNAL (source), result, &error);
  guint n_entries = 0;

  /* Disposed, or something else is counted now. Without a number the list speaks for itself. */
  if (counts == NULL)
    return;

  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (data);
  g_clear_object (&self->counting);
  for (guint i = 0; i < counts->len; i++)
    n_entries += g_array_index (counts, FasciaDayCount, i).n_entries;

  g_autofree char *text
      = n_entries > 0 ? g_strdup_printf (ngettext ("%u entry found", "%u entries found", n_entries),
                                         n_entries)
                      : g_strdup (_ ("Nothing found"));
  gtk_label_set_label (self->count_label, text);
  /* The page says so itself when there is nothing. */
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), n_entries > 0);
  if (!self->is_quiet)
    fascia_announce (GTK_WIDGET (self), text);
}

static void
count (FasciaJournalPage *self, gboolean is_quiet)
{
  FasciaQuery *query = fascia_timeline_model_get_query (self->model);

  stop_counting (self);
  if (query == NULL)
    return;
  self->is_quiet = is_quiet;
  self->counting = g_cancellable_new ();
  fascia_journal_count_days_async (self->journal, query, G_MININT32, G_MAXINT32, self->counting,
                                   on_counted, self);
}

static void
on_recount_due (gpointer data)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (data);

  self->recount_id = 0;
  count (self, TRUE);
}

void
fascia_journal_page_recount_later (FasciaJournalPage *self)
{
  if (self->recount_id == 0 && self->counting == NULL
      && fascia_timeline_model_get_query (self->model) != NULL)
    self->recount_id = g_timeout_add_once (RECOUNT_AFTER_MS, on_recount_due, self);
}

/* ---- what is asked for ---- */

static void
show_filter_state (FasciaJournalPage *self)
{
  gboolean is_filtered = !fascia_journal_filter_is_empty (&self->filter);
  FasciaNames names = fascia_journal_page_get_names (self);

  fascia_filter_chips_set_filter (self->chips, &self->filter, &names);
  gtk_widget_set_visible (self->results, fascia_timeline_model_get_query (self->model) != NULL);
  if (is_filtered)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "filtering");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filter_button),
                               is_filtered ? _ ("Filter, Active") : _ ("Filter"));
}

void
fascia_journal_page_update_query (FasciaJournalPage *self, gboolean is_quiet)
{
  FasciaNames names = fascia_journal_page_get_names (self);
  g_autoptr (FasciaQuery) query = fascia_journal_filter_create_query (
      &self->filter, gtk_editable_get_text (self->search_entry), &names,
      fascia_journal_page_get_today (self));
  FasciaQuery *old = fascia_timeline_model_get_query (self->model);
  gboolean is_same
      = old == query || (old != NULL && query != NULL && fascia_query_equal (old, query));

  if (is_same)
    {
      show_filter_state (self);
      return;
    }

  /* Whoever looks for something else begins at its newest. */
  self->has_jump = FALSE;
  self->has_deleted_uid = FALSE;
  gtk_label_set_label (self->count_label, "");
  if (self->rows != NULL)
    fascia_timeline_rows_set_query (self->rows, query);
  fascia_timeline_model_set_query (self->model, query);
  show_filter_state (self);
  count (self, is_quiet);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  fascia_journal_page_update_view (self);
}

/* ---- searching ---- */

static void
on_search_changed (FasciaJournalPage *self)
{
  fascia_journal_page_update_query (self, FALSE);
}

static void
focus_list (FasciaJournalPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
on_search_activated (FasciaJournalPage *self)
{
  fascia_journal_page_update_query (self, FALSE);
  focus_list (self);
}

static void
on_search_stopped (FasciaJournalPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  focus_list (self);
}

static gboolean
on_search_key_pressed (FasciaJournalPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  focus_list (self);
  return GDK_EVENT_STOP;
}

static void
on_search_mode_changed (FasciaJournalPage *self)
{
  /* Closed, it is emptied; that counts at once. */
  if (self->model != NULL && !gtk_search_bar_get_search_mode (self->search_bar))
    fascia_journal_page_update_query (self, FALSE);
}

static void
search_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  if (!gtk_widget_get_sensitive (self->search_button))
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* ---- filtering ---- */

void
fascia_journal_page_set_filter (FasciaJournalPage *self, const FasciaJournalFilter *filter)
{
  g_return_if_fail (FASCIA_IS_JOURNAL_PAGE (self));
  g_return_if_fail (filter != NULL);

  self->filter = *filter;
  fascia_journal_page_update_query (self, FALSE);
}

const FasciaJournalFilter *
fascia_journal_page_get_filter (FasciaJournalPage *self)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL_PAGE (self), NULL);

  return &self->filter;
}

void
fascia_journal_page_drop_tag (FasciaJournalPage *self)
{
  FasciaTags *tags
      = fascia_name_book_is_loaded (self->book) ? fascia_name_book_get_tags (self->book) : NULL;
  const FasciaTag *tag = tags != NULL && self->filter.tag != NULL
                             ? fascia_tags_lookup (tags, self->filter.tag)
                             : NULL;

  if (tags != NULL && (tag == NULL || fascia_tag_is_hidden (tag)))
    self->filter.tag = NULL;
}

static void
on_chips_changed (FasciaJournalPage *self)
{
  const FasciaJournalFilter filter = *fascia_filter_chips_get_filter (self->chips);

  fascia_journal_page_set_filter (self, &filter);
  /* The last chip took the focus away with it. */
  if (fascia_journal_filter_is_empty (&filter))
    focus_list (self);
}

static void
on_popover_changed (FasciaJournalPage *self, FasciaFilterPopover *popover)
{
  fascia_journal_page_set_filter (self, fascia_filter_popover_get_filter (popover));
}

/* A new one each time it is opened: places and tags are those of now. */
static void
on_filter_popup_needed (GtkMenuButton *button, gpointer data)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (data);
  FasciaNames names = fascia_journal_page_get_names (self);
  GtkWidget *popover
      = fascia_filter_popover_new (&names, &self->filter, fascia_journal_page_get_today (self));

  g_signal_connect_object (popover, "filter-changed", G_CALLBACK (on_popover_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static void
clear_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  self->filter = (FasciaJournalFilter) { 0 };
  gtk_editable_set_text (self->search_entry, "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  fascia_journal_page_update_query (self, FALSE);
  focus_list (self);
}

/* ---- with the page ---- */

void
fascia_journal_page_search_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journal.search", NULL, search_activated);
  gtk_widget_class_install_action (widget_class, "journal.clear", NULL, clear_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "journal.search",
                                       NULL);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chips_changed);
}

void
fascia_journal_page_search_init (FasciaJournalPage *self)
{
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  /* Letters typed in the list begin a search; those typed in a menu do not. */
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->stack));
  gtk_menu_button_set_create_popup_func (self->filter_button, on_filter_popup_needed, self, NULL);
}

void
fascia_journal_page_search_dispose (FasciaJournalPage *self)
{
  stop_counting (self);
}

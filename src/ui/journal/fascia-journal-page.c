/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal in the window: loading, empty, the timeline, or what went wrong, and what is about it.
 */

#include "config.h"

#include "fascia-journal-page-private.h"

#include <glib/gi18n.h>

#include "fascia-body-setup.h"
#include "fascia-day-watch.h"
#include "fascia-timeline-text.h"
#include "widgets/fascia-fit.h"

/* Reading is so fast that a spinner would only flash. */
#define SPINNER_AFTER_MS 300

/* Older entries are read while there are still this many screens of them to scroll. */
#define SCREENS_AHEAD 2

G_DEFINE_FINAL_TYPE (FasciaJournalPage, fascia_journal_page, ADW_TYPE_BIN)

/* ---- which of the pages ---- */

static const char *const view_names[] = {
  [FASCIA_TIMELINE_VIEW_LOADING] = "loading",
  [FASCIA_TIMELINE_VIEW_EMPTY] = "empty",
  [FASCIA_TIMELINE_VIEW_CONTENT] = "content",
  [FASCIA_TIMELINE_VIEW_ERROR] = "error",
  [FASCIA_TIMELINE_VIEW_NOTHING_FOUND] = "nothing-found",
};

static void
on_spinner_due (gpointer user_data)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (user_data);

  self->spinner_id = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
}

FasciaNames
fascia_journal_page_get_names (FasciaJournalPage *self)
{
  FasciaNames names;

  fascia_name_book_fill (self->book, self->body, &names);
  return names;
}

gint32
fascia_journal_page_get_today (FasciaJournalPage *self)
{
  return fascia_day_watch_get_day (fascia_day_watch_get (self->journal));
}

void
fascia_journal_page_update_view (FasciaJournalPage *self)
{
  const GError *error = fascia_timeline_model_get_error (self->model);
  FasciaJournalState state = fascia_journal_get_state (self->journal);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean is_filtered = fascia_timeline_model_get_query (self->model) != NULL;
  FasciaTimelineView view = fascia_timeline_view_choose (
      state, fascia_timeline_model_has_loaded (self->model), error != NULL, is_filtered, n_items);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  /* A row that was removed may still count as the focus for a moment. */
  gboolean had_focus = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") == 0
                       && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (root))
                           || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)));

  if (view == FASCIA_TIMELINE_VIEW_ERROR)
    {
      g_autofree char *message = NULL;

      if (state == FASCIA_JOURNAL_FAILED)
        error = fascia_journal_get_error (self->journal);
      message = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;
      adw_status_page_set_description (self->error_page, message);
    }
  /* A banner that is only folded in still speaks to a screen reader. */
  gboolean is_cut_short = view == FASCIA_TIMELINE_VIEW_CONTENT && error != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->banner), is_cut_short);
  adw_banner_set_revealed (self->banner, is_cut_short);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_widget_set_visible (self->spinner, FALSE);
  if (view == FASCIA_TIMELINE_VIEW_LOADING && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->spinner_id = g_timeout_add_once (SPINNER_AFTER_MS, on_spinner_due, self);

  gboolean can_write
      = state == FASCIA_JOURNAL_READY && !fascia_journal_is_read_only (self->journal);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), can_write);
  fascia_journal_page_rows_set_writable (self, can_write);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter_button), n_items > 0 || is_filtered);
  gtk_widget_set_sensitive (self->search_button, n_items > 0 || is_filtered);
  gtk_stack_set_visible_child_name (self->stack, view_names[view]);
  fascia_journal_page_update_pane (self);
  if (view != FASCIA_TIMELINE_VIEW_LOADING)
    fascia_journal_page_calendar_later (self);
  if (had_focus && view == FASCIA_TIMELINE_VIEW_EMPTY)
    gtk_widget_grab_focus (self->empty_button);
  else if (had_focus && view == FASCIA_TIMELINE_VIEW_NOTHING_FOUND && focus != NULL
           && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    gtk_widget_grab_focus (self->clear_button);
}

static void
on_retry_clicked (FasciaJournalPage *self)
{
  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  if (fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_FAILED)
    fascia_journal_open (self->journal);
  fascia_timeline_model_retry (self->model);
}

/* ---- following the journal ---- */

static void
on_items_changed (FasciaJournalPage *self, guint position, guint n_removed, guint n_added)
{
  gboolean is_at_top = fascia_list_top_is_there (self->top);
  guint found;

  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  if (n_removed > 0)
    fascia_journal_page_check_view (self);
  fascia_journal_page_follow_in_pane (self);

  /* What was deleted and comes back is where the person looks. */
  if (self->has_deleted_uid && n_added > 0
      && fascia_timeline_model_find (self->model, &self->deleted_uid, &found) && found >= position
      && found < position + n_added)
    {
      self->has_deleted_uid = FALSE;
      if (self->dialog == NULL && self->rows != NULL)
        fascia_timeline_rows_focus_later (self->rows, found);
    }
  fascia_journal_page_update_view (self);

  /* Whoever is at the top wants to see what is new; everywhere else the list stays put. */
  if (is_at_top && (self->rows == NULL || !fascia_timeline_rows_will_focus (self->rows)))
    fascia_list_top_hold (self->top);
}

static void
on_scrolled (FasciaJournalPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment)
                 - gtk_adjustment_get_page_size (adjustment);

  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self->list_view))
      && below < SCREENS_AHEAD * gtk_adjustment_get_page_size (adjustment))
    fascia_timeline_model_load_more (self->model);
}

static void
on_day_changed (FasciaJournalPage *self, GParamSpec *pspec, FasciaDayWatch *days)
{
  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  if (self->rows != NULL)
    fascia_timeline_rows_set_today (self->rows, fascia_day_watch_get_day (days));
  /* "The last 7 days" are others. */
  fascia_journal_page_update_query (self, TRUE);
}

/* A tag has another name, or there is no such tag any more. */
static void
on_names_changed (FasciaJournalPage *self)
{
  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  fascia_journal_page_drop_tag (self);
  fascia_journal_page_update_query (self, TRUE);
}

static void
on_journal_changed (FasciaJournalPage *self)
{
  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  fascia_journal_page_recount_later (self);
  fascia_journal_page_check_view (self);
}

static void
on_row_opened (FasciaJournalPage *self, FasciaTimelineItem *item)
{
  fascia_journal_page_open_item (self, item);
}

/* ---- the page ---- */

/* The person has chosen another form of the figure. */
static void
on_setup_body_changed (FasciaJournalPage *self, GParamSpec *pspec, FasciaBodySetup *setup)
{
  FasciaBody *old = self->body;

  self->body = fascia_body_ref (fascia_body_setup_get_body (setup));
  g_clear_pointer (&old, fascia_body_unref);
  if (self->rows != NULL)
    fascia_timeline_rows_set_body (self->rows, self->body);
  if (self->dialog != NULL)
    fascia_entry_view_set_body (fascia_entry_dialog_get_view (self->dialog), self->body);
  if (fascia_journal_page_get_pane_view (self) != NULL)
    fascia_entry_view_set_body (fascia_journal_page_get_pane_view (self), self->body);
}

static void
follow_setup (FasciaJournalPage *self)
{
  if (self->body == NULL)
    return;
  FasciaBodySetup *setup = fascia_body_setup_get (self->journal, self->body);

  g_signal_connect_object (setup, "notify::body", G_CALLBACK (on_setup_body_changed), self,
                           G_CONNECT_SWAPPED);
  on_setup_body_changed (self, NULL, setup);
}

/* The first time: everything that a hidden page does without. */
static void
ensure_list (FasciaJournalPage *self)
{
  if (gtk_list_view_get_model (self->list_view) != NULL)
    return;

  if (self->body == NULL)
    {
      g_autoptr (GError) error = NULL;

      self->body = fascia_body_new (&error);
      /* The data of the program itself is broken; the words still can be read. */
      if (self->body == NULL)
        g_warning ("The body could not be loaded: %s", error->message);
    }
  follow_setup (self);

  self->rows
      = fascia_timeline_rows_new (self->list_view, self->body, self->book, self->hours,
                                  fascia_day_watch_get_day (fascia_day_watch_get (self->journal)));
  g_signal_connect_object (self->rows, "opened", G_CALLBACK (on_row_opened), self,
                           G_CONNECT_SWAPPED);
  fascia_journal_page_update_pane (self);
}

static void
fascia_journal_page_map (GtkWidget *widget)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  if (self->model != NULL)
    {
      self->hours = fascia_text_get_hours ();
      ensure_list (self);
      fascia_timeline_rows_set_hours (self->rows, self->hours);
    }

  GTK_WIDGET_CLASS (fascia_journal_page_parent_class)->map (widget);

  if (self->model != NULL)
    {
      fascia_timeline_model_set_active (self->model, TRUE);
      fascia_journal_page_update_view (self);
      fascia_journal_page_drafts_map (self);
    }
}

static void
fascia_journal_page_unmap (GtkWidget *widget)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  if (self->top != NULL)
    fascia_list_top_release (self->top);
  if (self->model != NULL)
    fascia_timeline_model_set_active (self->model, FALSE);
  fascia_journal_page_drafts_unmap (self);

  GTK_WIDGET_CLASS (fascia_journal_page_parent_class)->unmap (widget);
}

static gboolean
fascia_journal_page_grab_focus (GtkWidget *widget)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
fascia_journal_page_dispose (GObject *object)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (object);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  g_clear_weak_pointer (&self->dialog);
  g_cancellable_cancel (self->cancellable);
  fascia_journal_page_search_dispose (self);
  fascia_journal_page_add_dispose (self);
  fascia_journal_page_drafts_dispose (self);
  fascia_journal_page_calendar_dispose (self);
  fascia_journal_page_pane_dispose (self);
  g_clear_pointer (&self->menu, fascia_row_menu_free);
  g_clear_pointer (&self->top, fascia_list_top_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->book);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_journal_page_parent_class)->dispose (object);
}

static void
fascia_journal_page_finalize (GObject *object)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_journal_page_parent_class)->finalize (object);
}

static void
fascia_journal_page_class_init (FasciaJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_journal_page_dispose;
  object_class->finalize = fascia_journal_page_finalize;
  widget_class->map = fascia_journal_page_map;
  widget_class->unmap = fascia_journal_page_unmap;
  widget_class->grab_focus = fascia_journal_page_grab_focus;

  g_type_ensure (FASCIA_TYPE_FILTER_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, calendar_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, results);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, chips);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, banner);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, row_menu);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, pane_box);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  fascia_journal_page_rows_class_init (widget_class);
  fascia_journal_page_search_class_init (widget_class);
  fascia_journal_page_add_class_init (widget_class);
  fascia_journal_page_calendar_class_init (widget_class);
  fascia_journal_page_pane_class_init (widget_class);
}

static void
fascia_journal_page_init (FasciaJournalPage *self)
{
  GtkAdjustment *adjustment;

  self->hours = FASCIA_HOURS_24;
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fascia_fit_button (self->restore_button);

  self->top = fascia_list_top_new (self->scrolled);
  fascia_journal_page_rows_init (self);
  fascia_journal_page_search_init (self);
  fascia_journal_page_add_init (self);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
}

FasciaJournalPage *
fascia_journal_page_new (FasciaJournal *journal, const FasciaBody *body)
{
  FasciaJournalPage *self;

  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  self = g_object_new (FASCIA_TYPE_JOURNAL_PAGE, NULL);
  self->journal = g_object_ref (journal);
  self->body = body != NULL ? fascia_body_ref ((FasciaBody *) body) : NULL;
  self->book = fascia_name_book_get (journal);
  g_object_ref (self->book);
  self->model = fascia_timeline_model_new (journal);
  self->hours = fascia_text_get_hours ();

  /* After the list view, which must know of the change before it is told where to scroll. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "notify", G_CALLBACK (fascia_journal_page_update_view),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (fascia_journal_page_update_view),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::read-only",
                           G_CALLBACK (fascia_journal_page_update_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_names_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "day-reached", G_CALLBACK (fascia_journal_page_finish_jump),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_day_watch_get (journal), "notify::day",
                           G_CALLBACK (on_day_changed), self, G_CONNECT_SWAPPED);
  fascia_journal_page_drafts_init (self);
  fascia_journal_page_update_view (self);
  return self;
}

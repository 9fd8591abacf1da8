/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal in the window: loading, empty, the timeline, or what went wrong.
 */

#include "config.h"

#include "fascia-journal-page.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-body-setup.h"
#include "fascia-day-watch.h"
#include "fascia-entry-dialog.h"
#include "fascia-list-top.h"
#include "fascia-row-menu.h"
#include "fascia-timeline-model.h"
#include "fascia-timeline-rows.h"
#include "fascia-timeline-text.h"
#include "fascia-window.h"

/* Reading is so fast that a spinner would only flash. */
#define SPINNER_AFTER_MS 300

/* Older entries are read while there are still this many screens of them to scroll. */
#define SCREENS_AHEAD 2

struct _FasciaJournalPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *spinner;
  GtkWidget *empty_button;
  AdwStatusPage *error_page;
  AdwBanner *banner;
  GtkScrolledWindow *scrolled;
  GtkListView *list_view;
  GMenuModel *row_menu;

  FasciaJournal *journal;
  FasciaBody *body;
  FasciaTimelineModel *model;
  FasciaTimelineRows *rows; /* NULL until the page is shown */
  FasciaListTop *top;
  FasciaRowMenu *menu;
  FasciaHours hours;
  FasciaEntryDialog *dialog; /* weak */

  FasciaUid deleted_uid; /* the entry deleted last: focus goes back to it when it returns */
  gboolean has_deleted_uid;

  guint spinner_id;
};

G_DEFINE_FINAL_TYPE (FasciaJournalPage, fascia_journal_page, ADW_TYPE_BIN)

/* ---- which of the pages ---- */

static const char *const view_names[] = {
  [FASCIA_TIMELINE_VIEW_LOADING] = "loading",
  [FASCIA_TIMELINE_VIEW_EMPTY] = "empty",
  [FASCIA_TIMELINE_VIEW_CONTENT] = "content",
  [FASCIA_TIMELINE_VIEW_ERROR] = "error",
};

static void
on_spinner_due (gpointer user_data)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (user_data);

  self->spinner_id = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
}

static void
update_view (FasciaJournalPage *self)
{
  const GError *error = fascia_timeline_model_get_error (self->model);
  FasciaJournalState state = fascia_journal_get_state (self->journal);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  FasciaTimelineView view = fascia_timeline_view_choose (
      state, fascia_timeline_model_has_loaded (self->model), error != NULL, n_items);
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

  gtk_stack_set_visible_child_name (self->stack, view_names[view]);
  if (had_focus && view == FASCIA_TIMELINE_VIEW_EMPTY)
    gtk_widget_grab_focus (self->empty_button);
}

static void
on_retry_clicked (FasciaJournalPage *self)
{
  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  if (fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_FAILED)
    fascia_journal_open (self->journal);
  fascia_timeline_model_retry (self->model);
}

/* ---- focus ---- */

static FasciaJournalRow *
find_focused_row (FasciaJournalPage *self)
{
  return self->rows != NULL ? fascia_timeline_rows_find_focused (self->rows) : NULL;
}

static gboolean
has_focus_inside (FasciaJournalPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* ---- opening an entry ---- */

static void
on_dialog_delete_requested (FasciaJournalPage *self, FasciaEntryDialog *dialog)
{
  FasciaUid uid = *fascia_entry_get_uid (
      fascia_timeline_item_get_entry (fascia_entry_dialog_get_item (dialog)));

  fascia_entry_dialog_drop_note (dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  fascia_journal_page_delete_entry (self, &uid);
}

static void
show_on_body (FasciaJournalPage *self, FasciaTimelineItem *item)
{
  fascia_window_show_on_body (GTK_WIDGET (self), fascia_timeline_item_get_entry (item));
}

static void
on_dialog_show_requested (FasciaJournalPage *self, FasciaEntryDialog *dialog)
{
  g_autoptr (FasciaTimelineItem) item = g_object_ref (fascia_entry_dialog_get_item (dialog));

  /* The note is saved by itself. */
  adw_dialog_force_close (ADW_DIALOG (dialog));
  show_on_body (self, item);
}

/* A note on its way to the journal may keep the dialog alive a little longer. */
static void
on_dialog_closed (FasciaJournalPage *self, FasciaEntryDialog *dialog)
{
  if (dialog == self->dialog)
    g_clear_weak_pointer (&self->dialog);
}

gboolean
fascia_journal_page_open_entry (FasciaJournalPage *self, const FasciaUid *uid)
{
  FasciaEntryDialog *dialog;
  guint position;

  g_return_val_if_fail (FASCIA_IS_JOURNAL_PAGE (self), FALSE);
  g_return_val_if_fail (uid != NULL, FALSE);

  if (self->dialog != NULL || !fascia_timeline_model_find (self->model, uid, &position))
    return FALSE;

  dialog = fascia_entry_dialog_new (self->journal, self->body,
                                    fascia_timeline_model_get (self->model, position), self->hours,
                                    GTK_WIDGET (self));
  g_set_weak_pointer (&self->dialog, dialog);
  g_signal_connect_object (dialog, "delete-requested", G_CALLBACK (on_dialog_delete_requested),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "show-requested", G_CALLBACK (on_dialog_show_requested), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_dialog_closed), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
  return TRUE;
}

static void
on_row_activated (FasciaJournalPage *self, guint position)
{
  FasciaTimelineItem *item;

  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  item = fascia_timeline_model_get (self->model, position);
  if (item != NULL)
    fascia_journal_page_open_entry (self,
                                    fascia_entry_get_uid (fascia_timeline_item_get_entry (item)));
}

static void
open_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  if (fascia_row_menu_get_uid (self->menu) != NULL)
    fascia_journal_page_open_entry (self, fascia_row_menu_get_uid (self->menu));
}

static void
show_on_body_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  const FasciaUid *uid = fascia_row_menu_get_uid (self->menu);
  guint position = 0;

  if (uid != NULL && fascia_timeline_model_find (self->model, uid, &position))
    show_on_body (self, fascia_timeline_model_get (self->model, position));
}

/* Only a check-in is of the body. */
static void
update_row_actions (FasciaJournalPage *self)
{
  const FasciaUid *uid = fascia_row_menu_get_uid (self->menu);
  guint position = 0;
  gboolean is_check_in = FALSE;

  if (uid != NULL && fascia_timeline_model_find (self->model, uid, &position))
    is_check_in = fascia_entry_get_kind (fascia_timeline_item_get_entry (
                      fascia_timeline_model_get (self->model, position)))
                  == FASCIA_ENTRY_CHECK_IN;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.show-on-body", is_check_in);
}

/* ---- deleting ---- */

static void
on_entry_deleted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FasciaJournalPage) self = FASCIA_JOURNAL_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  FasciaEntry *before;
  gboolean had_focus;
  guint64 id;
  guint position = 0;

  if (operation == NULL)
    {
      fascia_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* The window closed in the meantime. */
  if (self->model == NULL)
    return;

  before = fascia_operation_get_before (operation);
  had_focus = has_focus_inside (self) || find_focused_row (self) != NULL;
  if (before != NULL)
    {
      self->deleted_uid = *fascia_entry_get_uid (before);
      self->has_deleted_uid = TRUE;
      if (!fascia_timeline_model_find (self->model, &self->deleted_uid, &position))
        had_focus = FALSE;
    }
  fascia_timeline_model_apply (self->model, before, fascia_operation_get_after (operation));
  if (had_focus)
    fascia_timeline_rows_focus_later (self->rows, position);

  id = fascia_operation_get_id (operation);
  /* A new toast is read by itself. */
  if (fascia_window_offer_undo (GTK_WIDGET (self), _ ("Entry deleted"), &id, 1))
    fascia_announce (GTK_WIDGET (self), _ ("Entry deleted"));
}

void
fascia_journal_page_delete_entry (FasciaJournalPage *self, const FasciaUid *uid)
{
  g_return_if_fail (FASCIA_IS_JOURNAL_PAGE (self));
  g_return_if_fail (uid != NULL);

  /* Not cancelled when the window closes: what was asked for is done. */
  fascia_journal_delete_entry_async (self->journal, uid, NULL, on_entry_deleted,
                                     g_object_ref (self));
}

static void
delete_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  if (fascia_row_menu_get_uid (self->menu) != NULL)
    fascia_journal_page_delete_entry (self, fascia_row_menu_get_uid (self->menu));
}

static void
delete_focused_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  FasciaJournalRow *row = find_focused_row (self);
  FasciaTimelineItem *item = row != NULL ? fascia_journal_row_get_item (row) : NULL;

  if (item != NULL)
    fascia_journal_page_delete_entry (self,
                                      fascia_entry_get_uid (fascia_timeline_item_get_entry (item)));
}

/* ---- the menu of a row ---- */

static void
popup_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  FasciaJournalRow *row = find_focused_row (self);

  if (row == NULL)
    return;
  fascia_row_menu_popup (self->menu, row, NULL);
  update_row_actions (self);
}

static void
popup_menu_at (FasciaJournalPage *self, GtkGesture *gesture, double x, double y)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);
  FasciaJournalRow *row
      = fascia_timeline_rows_find (self->rows, gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT));
  graphene_point_t at;

  if (row == NULL
      || !gtk_widget_compute_point (list, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &at))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  fascia_row_menu_popup (self->menu, row, &at);
  update_row_actions (self);
}

static void
on_secondary_pressed (FasciaJournalPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  popup_menu_at (self, gesture, x, y);
}

static void
on_long_pressed (FasciaJournalPage *self, double x, double y, GtkGesture *gesture)
{
  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  popup_menu_at (self, gesture, x, y);
}

/* ---- following the journal ---- */

static void
on_items_changed (FasciaJournalPage *self, guint position, guint n_removed, guint n_added)
{
  gboolean is_at_top = fascia_list_top_is_there (self->top);
  guint found;

  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  if (self->dialog != NULL && n_removed > 0)
    {
      FasciaTimelineItem *item = fascia_entry_dialog_get_item (self->dialog);

      if (!fascia_timeline_model_find (
              self->model, fascia_entry_get_uid (fascia_timeline_item_get_entry (item)), NULL))
        {
          fascia_entry_dialog_drop_note (self->dialog);
          adw_dialog_force_close (ADW_DIALOG (self->dialog));
        }
    }

  /* What was deleted and comes back is where the person looks. */
  if (self->has_deleted_uid && n_added > 0
      && fascia_timeline_model_find (self->model, &self->deleted_uid, &found) && found >= position
      && found < position + n_added)
    {
      self->has_deleted_uid = FALSE;
      if (self->dialog == NULL && self->rows != NULL)
        fascia_timeline_rows_focus_later (self->rows, found);
    }
  update_view (self);

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
    fascia_entry_dialog_set_body (self->dialog, self->body);
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
  g_autoptr (GtkSelectionModel) selection = NULL;

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

  selection
      = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  self->rows
      = fascia_timeline_rows_new (self->list_view, self->body, self->hours,
                                  fascia_day_watch_get_day (fascia_day_watch_get (self->journal)));
  gtk_list_view_set_model (self->list_view, selection);
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
      update_view (self);
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
  g_clear_pointer (&self->menu, fascia_row_menu_free);
  g_clear_pointer (&self->top, fascia_list_top_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_journal_page_parent_class)->dispose (object);
}

static void
fascia_journal_page_finalize (GObject *object)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (object);

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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, banner);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_long_pressed);

  gtk_widget_class_install_action (widget_class, "journal.open", NULL, open_activated);
  gtk_widget_class_install_action (widget_class, "journal.show-on-body", NULL,
                                   show_on_body_activated);
  gtk_widget_class_install_action (widget_class, "journal.delete", NULL, delete_activated);
  gtk_widget_class_install_action (widget_class, "journal.delete-focused", NULL,
                                   delete_focused_activated);
  gtk_widget_class_install_action (widget_class, "journal.popup", NULL, popup_activated);
}

static void
fascia_journal_page_init (FasciaJournalPage *self)
{
  GtkAdjustment *adjustment;

  self->hours = FASCIA_HOURS_24;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->top = fascia_list_top_new (self->scrolled);
  self->menu = fascia_row_menu_new (GTK_WIDGET (self), self->row_menu);
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
  self->model = fascia_timeline_model_new (journal);
  self->hours = fascia_text_get_hours ();

  /* After the list view, which must know of the change before it is told where to scroll. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "notify", G_CALLBACK (update_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (update_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_day_watch_get (journal), "notify::day",
                           G_CALLBACK (on_day_changed), self, G_CONNECT_SWAPPED);
  update_view (self);
  return self;
}

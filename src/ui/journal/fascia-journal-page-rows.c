/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the journal page: opening, editing, doing again, deleting, and their menu.
 */

#include "config.h"

#include "fascia-journal-page-private.h"

#include <glib/gi18n.h>

#include "data/fascia-data-actions.h"
#include "fascia-announce.h"
#include "fascia-entry-editor.h"
#include "fascia-window.h"

/* ---- focus ---- */

FasciaJournalRow *
fascia_journal_page_find_focused_row (FasciaJournalPage *self)
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
show_on_body (FasciaJournalPage *self, FasciaTimelineItem *item)
{
  fascia_window_show_on_body (GTK_WIDGET (self), fascia_timeline_item_get_entry (item));
}

static void delete_entry (FasciaJournalPage *self, const FasciaUid *uid);

static void
on_view_delete_requested (FasciaJournalPage *self, FasciaEntryView *view)
{
  FasciaUid uid
      = *fascia_entry_get_uid (fascia_timeline_item_get_entry (fascia_entry_view_get_item (view)));

  fascia_entry_view_drop_note (view);
  if (self->dialog != NULL)
    adw_dialog_force_close (ADW_DIALOG (self->dialog));
  delete_entry (self, &uid);
}

static void
on_view_show_requested (FasciaJournalPage *self, FasciaEntryView *view)
{
  g_autoptr (FasciaTimelineItem) item = g_object_ref (fascia_entry_view_get_item (view));

  /* The note is saved by itself. */
  if (self->dialog != NULL)
    adw_dialog_force_close (ADW_DIALOG (self->dialog));
  show_on_body (self, item);
}

FasciaEntryView *
fascia_journal_page_create_view (FasciaJournalPage *self, FasciaTimelineItem *item)
{
  FasciaEntryView *view
      = fascia_entry_view_new (self->journal, self->body, item, self->hours, GTK_WIDGET (self));

  g_signal_connect_object (view, "delete-requested", G_CALLBACK (on_view_delete_requested), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "show-requested", G_CALLBACK (on_view_show_requested), self,
                           G_CONNECT_SWAPPED);
  return view;
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
  guint position;

  g_return_val_if_fail (FASCIA_IS_JOURNAL_PAGE (self), FALSE);
  g_return_val_if_fail (uid != NULL, FALSE);

  if (self->dialog != NULL || !fascia_timeline_model_find (self->model, uid, &position))
    return FALSE;
  if (fascia_journal_page_open_in_pane (self, position))
    return TRUE;

  FasciaEntryDialog *dialog = fascia_entry_dialog_new (
      fascia_journal_page_create_view (self, fascia_timeline_model_get (self->model, position)));
  g_set_weak_pointer (&self->dialog, dialog);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_dialog_closed), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
  return TRUE;
}

static FasciaEntryView *
get_view (FasciaJournalPage *self)
{
  return self->dialog != NULL ? fascia_entry_dialog_get_view (self->dialog)
                              : fascia_journal_page_get_pane_view (self);
}

static void
on_view_entry_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaJournalPage) self = FASCIA_JOURNAL_PAGE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) entry
      = fascia_journal_load_entry_finish (FASCIA_JOURNAL (source), result, &error);

  if (error != NULL || self->model == NULL || get_view (self) == NULL)
    return;
  FasciaTimelineItem *item = fascia_entry_view_get_item (get_view (self));
  const FasciaUid *uid = fascia_entry_get_uid (fascia_timeline_item_get_entry (item));
  /* It may be back by now. */
  if (fascia_timeline_model_find (self->model, uid, NULL))
    return;
  if (entry != NULL)
    {
      /* Another one was opened meanwhile. */
      if (fascia_uid_equal (fascia_entry_get_uid (entry), uid))
        fascia_timeline_item_set_entry (item, entry);
      return;
    }
  if (self->dialog == NULL)
    {
      if (!fascia_entry_view_keep_words (get_view (self)))
        fascia_journal_page_empty_pane (self);
      return;
    }
  if (fascia_entry_dialog_keep_words (self->dialog))
    return;
  fascia_entry_view_drop_note (get_view (self));
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
}

/* An entry that is not in the list may have been deleted, or only be one that is not looked for. */
void
fascia_journal_page_check_view (FasciaJournalPage *self)
{
  if (self->model == NULL || get_view (self) == NULL)
    return;
  FasciaTimelineItem *item = fascia_entry_view_get_item (get_view (self));
  const FasciaUid *uid = fascia_entry_get_uid (fascia_timeline_item_get_entry (item));
  if (!fascia_timeline_model_find (self->model, uid, NULL))
    fascia_journal_load_entry_async (self->journal, uid, self->cancellable, on_view_entry_loaded,
                                     g_object_ref (self));
}

void
fascia_journal_page_open_item (FasciaJournalPage *self, FasciaTimelineItem *item)
{
  fascia_journal_page_open_entry (self,
                                  fascia_entry_get_uid (fascia_timeline_item_get_entry (item)));
}

static void
on_row_activated (FasciaJournalPage *self, guint position)
{
  FasciaTimelineItem *item;

  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  item = fascia_timeline_model_get (self->model, position);
  if (item != NULL)
    fascia_journal_page_open_item (self, item);
}

static void
open_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  if (fascia_row_menu_get_uid (self->menu) != NULL)
    fascia_journal_page_open_entry (self, fascia_row_menu_get_uid (self->menu));
}

/* (nullable) What the menu of a row is about. */
static FasciaTimelineItem *
get_menu_item (FasciaJournalPage *self)
{
  const FasciaUid *uid = fascia_row_menu_get_uid (self->menu);
  guint position = 0;

  return uid != NULL && fascia_timeline_model_find (self->model, uid, &position)
             ? fascia_timeline_model_get (self->model, position)
             : NULL;
}

static void
edit_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  FasciaTimelineItem *item = get_menu_item (self);

  if (item != NULL)
    fascia_entry_editor_present (widget, self->journal, self->body,
                                 fascia_timeline_item_get_entry (item));
}

static void
do_again_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  FasciaTimelineItem *item = get_menu_item (self);

  if (item != NULL)
    fascia_entry_editor_present_new (widget, self->journal, self->body,
                                     fascia_entry_get_kind (fascia_timeline_item_get_entry (item)),
                                     fascia_timeline_item_get_entry (item));
}

static void
show_on_body_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  FasciaTimelineItem *item = get_menu_item (self);

  if (item != NULL)
    show_on_body (self, item);
}

static void
delete_for_good_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  FasciaTimelineItem *item = get_menu_item (self);

  if (item != NULL)
    fascia_delete_for_good_present (widget, self->journal, fascia_timeline_item_get_entry (item));
}

/* Only a check-in is of the body; it, and a session, are not written by hand. */
static void
update_row_actions (FasciaJournalPage *self)
{
  FasciaTimelineItem *item = get_menu_item (self);
  FasciaEntryKind kind
      = item != NULL ? fascia_entry_get_kind (fascia_timeline_item_get_entry (item)) : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.show-on-body",
                                 kind == FASCIA_ENTRY_CHECK_IN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.do-again",
                                 !fascia_journal_is_read_only (self->journal) && item != NULL
                                     && kind != FASCIA_ENTRY_CHECK_IN
                                     && kind != FASCIA_ENTRY_SESSION);
}

/* ---- deleting ---- */

static const char *
get_deleted_title (FasciaJournalPage *self, const FasciaEntry *entry)
{
  if (fascia_items_is_quick_day (fascia_name_book_get_items (self->book), entry))
    return _ ("Quick day deleted");
  switch (fascia_entry_get_kind (entry))
    {
    case FASCIA_ENTRY_CHECK_IN:
      return _ ("Check-in deleted");
    case FASCIA_ENTRY_MEASUREMENT:
      return _ ("Measurement deleted");
    case FASCIA_ENTRY_SESSION:
      return _ ("Session deleted");
    case FASCIA_ENTRY_VISIT:
      return _ ("Therapist visit deleted");
    case FASCIA_ENTRY_EXERCISE:
      return _ ("Exercise deleted");
    case FASCIA_ENTRY_TREATMENT:
      return _ ("Treatment deleted");
    case FASCIA_ENTRY_EVENT:
      return _ ("Event deleted");
    case FASCIA_ENTRY_NOTE:
      return _ ("Note deleted");
    default:
      return _ ("Entry deleted");
    }
}

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
  had_focus = has_focus_inside (self) || fascia_journal_page_find_focused_row (self) != NULL;
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
  const char *title = before != NULL ? get_deleted_title (self, before) : _ ("Entry deleted");
  /* A new toast is read by itself. */
  if (fascia_window_offer_undo (GTK_WIDGET (self), title, &id, 1))
    fascia_announce (GTK_WIDGET (self), title);
}

/* Offers to undo it. */
static void
delete_entry (FasciaJournalPage *self, const FasciaUid *uid)
{
  /* Not cancelled when the window closes: what was asked for is done. */
  fascia_journal_delete_entry_async (self->journal, uid, NULL, on_entry_deleted,
                                     g_object_ref (self));
}

static void
delete_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);

  if (fascia_row_menu_get_uid (self->menu) != NULL)
    delete_entry (self, fascia_row_menu_get_uid (self->menu));
}

static void
delete_focused_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  FasciaJournalRow *row = fascia_journal_page_find_focused_row (self);
  FasciaTimelineItem *item = row != NULL ? fascia_journal_row_get_item (row) : NULL;

  if (item != NULL)
    delete_entry (self, fascia_entry_get_uid (fascia_timeline_item_get_entry (item)));
}

/* ---- the menu of a row ---- */

static void
popup_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  FasciaJournalRow *row = fascia_journal_page_find_focused_row (self);

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

void
fascia_journal_page_rows_set_writable (FasciaJournalPage *self, gboolean is_writable)
{
  static const char *const actions[]
      = { "journal.edit", "journal.delete", "journal.delete-for-good", "journal.delete-focused" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_writable);
}

/* ---- with the page ---- */

void
fascia_journal_page_rows_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "journal.open", open_activated },
    { "journal.edit", edit_activated },
    { "journal.do-again", do_again_activated },
    { "journal.show-on-body", show_on_body_activated },
    { "journal.delete", delete_activated },
    { "journal.delete-for-good", delete_for_good_activated },
    { "journal.delete-focused", delete_focused_activated },
    { "journal.popup", popup_activated },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_long_pressed);
}

void
fascia_journal_page_rows_init (FasciaJournalPage *self)
{
  self->menu = fascia_row_menu_new (GTK_WIDGET (self), self->row_menu);
}

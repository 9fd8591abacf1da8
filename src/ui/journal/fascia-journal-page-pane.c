/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal page in a wide window: the chosen entry in a pane beside the list.
 */

#include "config.h"

#include "fascia-journal-page-private.h"

#include <glib/gi18n.h>

#define PANE_WIDTH 480

/* ---- what is in it ---- */

static const FasciaUid *
get_uid (FasciaTimelineItem *item)
{
  return fascia_entry_get_uid (fascia_timeline_item_get_entry (item));
}

FasciaEntryView *
fascia_journal_page_get_pane_view (FasciaJournalPage *self)
{
  return self->pane_view;
}

/* Words of an entry that was deleted elsewhere are in no other place: they are not asked for, they
 * are kept. */
static void
leave_view (FasciaJournalPage *self)
{
  if (self->pane_view != NULL && fascia_entry_view_has_words_to_keep (self->pane_view))
    fascia_entry_view_keep (self->pane_view);
  self->pane_view = NULL;
}

void
fascia_journal_page_empty_pane (FasciaJournalPage *self)
{
  if (self->pane == NULL)
    return;
  GtkWidget *page = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "fascia-journal-symbolic",
                                  "title", _ ("No Entry Chosen"), "description",
                                  _ ("Choose one in the list to read it here."), NULL);

  leave_view (self);
  gtk_widget_add_css_class (page, "compact");
  adw_bin_set_child (self->pane, page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pane), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Entry"), -1);
}

/* Kept, it may be another entry by now; about to be edited, it is still this one. */
static void
on_finished (FasciaJournalPage *self, FasciaEntryView *view)
{
  if (view == self->pane_view
      && !fascia_timeline_model_find (self->model, get_uid (fascia_entry_view_get_item (view)),
                                      NULL))
    fascia_journal_page_empty_pane (self);
}

static void
on_title_changed (FasciaJournalPage *self, GParamSpec *pspec, FasciaEntryView *view)
{
  g_autofree char *title = NULL;

  if (view != self->pane_view)
    return;
  g_object_get (view, "title", &title, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pane), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static void
show_item (FasciaJournalPage *self, FasciaTimelineItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (NULL);

  leave_view (self);
  FasciaEntryView *view = fascia_journal_page_create_view (self, item);
  self->pane_view = view;
  g_signal_connect_object (view, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::title", G_CALLBACK (on_title_changed), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (view, "title", heading, "label", G_BINDING_SYNC_CREATE);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_top (heading, 14);
  gtk_widget_set_margin_bottom (heading, 8);
  gtk_widget_set_margin_start (heading, 12);
  gtk_widget_set_margin_end (heading, 12);
  gtk_widget_set_vexpand (GTK_WIDGET (view), TRUE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (view));
  adw_bin_set_child (self->pane, box);
  on_title_changed (self, NULL, view);
}

/* ---- which entry ---- */

static void
on_selected (FasciaJournalPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  FasciaTimelineItem *item = position != GTK_INVALID_LIST_POSITION
                                 ? fascia_timeline_model_get (self->model, position)
                                 : NULL;

  /* One that is not in the list any more is looked for first: it may have words to keep. */
  if (item == NULL
      || (self->pane_view != NULL && fascia_entry_view_get_item (self->pane_view) == item))
    return;
  show_item (self, item);
}

void
fascia_journal_page_follow_in_pane (FasciaJournalPage *self)
{
  guint position;

  if (self->selection != NULL && self->pane_view != NULL
      && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION
      && fascia_timeline_model_find (
          self->model, get_uid (fascia_entry_view_get_item (self->pane_view)), &position))
    gtk_single_selection_set_selected (self->selection, position);
}

gboolean
fascia_journal_page_open_in_pane (FasciaJournalPage *self, guint position)
{
  if (self->selection == NULL)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  on_selected (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->pane)))
    gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* Back to the row that it came from. */
static gboolean
on_escape (GtkWidget *pane, GVariant *args, gpointer data)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (data);
  guint position = self->selection != NULL ? gtk_single_selection_get_selected (self->selection)
                                           : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  fascia_timeline_rows_focus_later (self->rows, position);
  return TRUE;
}

/* ---- whether there is one ---- */

static void
ensure_pane (FasciaJournalPage *self)
{
  if (self->pane != NULL)
    return;
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->pane = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                             "width-request", PANE_WIDTH, "hexpand", FALSE, NULL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->pane), keys);
  gtk_box_append (self->pane_box, separator);
  gtk_box_append (self->pane_box, GTK_WIDGET (self->pane));
  g_object_bind_property (self->pane, "visible", separator, "visible", G_BINDING_SYNC_CREATE);
  fascia_journal_page_empty_pane (self);
}

/* With a pane, a row is chosen by moving to it; without one, it is opened. */
static void
set_has_pane (FasciaJournalPage *self, gboolean has_pane)
{
  GListModel *model = g_object_ref (G_LIST_MODEL (self->model));
  g_autoptr (GtkSelectionModel) selection = NULL;

  if (has_pane)
    {
      ensure_pane (self);
      self->selection = gtk_single_selection_new (NULL);
      gtk_single_selection_set_autoselect (self->selection, FALSE);
      gtk_single_selection_set_model (self->selection, model);
      g_object_unref (model);
      g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                               G_CONNECT_SWAPPED);
      selection = g_object_ref (GTK_SELECTION_MODEL (self->selection));
    }
  else
    {
      g_clear_object (&self->selection);
      if (self->pane != NULL)
        fascia_journal_page_empty_pane (self);
      selection = GTK_SELECTION_MODEL (gtk_no_selection_new (model));
    }
  if (self->pane != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->pane), has_pane);
  gtk_list_view_set_single_click_activate (self->list_view, !has_pane);
  gtk_list_view_set_model (self->list_view, selection);
}

void
fascia_journal_page_update_pane (FasciaJournalPage *self)
{
  /* An empty journal has nothing to choose from. */
  gboolean has_pane
      = self->is_wide && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") == 0;

  if (self->rows == NULL || self->model == NULL)
    return;
  if (gtk_list_view_get_model (self->list_view) == NULL || has_pane != (self->selection != NULL))
    set_has_pane (self, has_pane);
}

static void
on_wide (FasciaJournalPage *self)
{
  self->is_wide = TRUE;
  fascia_journal_page_update_pane (self);
}

static void
on_not_wide (FasciaJournalPage *self)
{
  self->is_wide = FALSE;
  fascia_journal_page_update_pane (self);
}

/* ---- with the page ---- */

void
fascia_journal_page_pane_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_wide);
  gtk_widget_class_bind_template_callback (widget_class, on_not_wide);
}

void
fascia_journal_page_pane_dispose (FasciaJournalPage *self)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, on_selected, self);
  g_clear_object (&self->selection);
  leave_view (self);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the rows of the timeline and the headers of its days, finds a row again, moves the focus to one.
 */

#include "config.h"

#include "fascia-timeline-rows.h"

struct _FasciaTimelineRows
{
  GObject parent_instance;

  GtkListView *list_view; /* weak */
  FasciaBody *body;
  FasciaNameBook *book;
  FasciaRowLook look;
  gint32 today;
  GPtrArray *bound;   /* FasciaJournalRow that show an entry now; not owned */
  GPtrArray *headers; /* GtkListHeader that show a day now; not owned */
  guint focus_id;
  guint focus_position;
};

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaTimelineRows, fascia_timeline_rows, G_TYPE_OBJECT)

/* ---- rows ---- */

static void
on_row_opened (FasciaTimelineRows *self, FasciaJournalRow *row)
{
  g_signal_emit (self, signals[OPENED], 0, fascia_journal_row_get_item (row));
}

static void
on_row_setup (FasciaTimelineRows *self, GtkListItem *list_item)
{
  FasciaJournalRow *row = fascia_journal_row_new ();

  g_object_bind_property (row, "spoken", list_item, "accessible-label", G_BINDING_DEFAULT);
  g_signal_connect_object (row, "opened", G_CALLBACK (on_row_opened), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, GTK_WIDGET (row));
}

static void
on_row_bind (FasciaTimelineRows *self, GtkListItem *list_item)
{
  FasciaJournalRow *row = FASCIA_JOURNAL_ROW (gtk_list_item_get_child (list_item));

  g_ptr_array_add (self->bound, row);
  fascia_journal_row_bind (row, gtk_list_item_get_item (list_item), &self->look);
}

static void
on_row_unbind (FasciaTimelineRows *self, GtkListItem *list_item)
{
  FasciaJournalRow *row = FASCIA_JOURNAL_ROW (gtk_list_item_get_child (list_item));

  g_ptr_array_remove_fast (self->bound, row);
  fascia_journal_row_unbind (row);
}

static void
update_names (FasciaTimelineRows *self)
{
  if (self->book != NULL)
    fascia_name_book_fill (self->book, self->body, &self->look.names);
  else
    self->look.names = (FasciaNames) { .body = self->body };
}

/* In place: focus and scroll position stay. The book may have other names already, and somebody who
 * heard of it first may be the one who asks. */
static void
refresh_rows (FasciaTimelineRows *self)
{
  update_names (self);
  for (guint i = 0; i < self->bound->len; i++)
    fascia_journal_row_refresh (g_ptr_array_index (self->bound, i));
}

static void
on_names_changed (FasciaTimelineRows *self)
{
  refresh_rows (self);
}

/* ---- headers ---- */

static void
update_header (FasciaTimelineRows *self, GtkListHeader *header)
{
  FasciaTimelineItem *item = gtk_list_header_get_item (header);
  g_autofree char *day = NULL;

  if (item == NULL)
    return;

  day = fascia_text_day (fascia_entry_get_moment (fascia_timeline_item_get_entry (item))->day,
                         self->today);
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), day);
}

static void
on_header_setup (FasciaTimelineRows *self, GtkListHeader *header)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0,
                      "wrap", TRUE, "margin-start", 6, "margin-end", 6, "margin-top", 6, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_list_header_set_child (header, label);
}

static void
on_header_bind (FasciaTimelineRows *self, GtkListHeader *header)
{
  g_ptr_array_add (self->headers, header);
  update_header (self, header);
}

static void
on_header_unbind (FasciaTimelineRows *self, GtkListHeader *header)
{
  g_ptr_array_remove_fast (self->headers, header);
}

/* ---- the object ---- */

static void
set_factories (FasciaTimelineRows *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  if (self->list_view == NULL)
    return;

  g_signal_connect_object (rows, "setup", G_CALLBACK (on_row_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (on_row_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (on_row_unbind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "setup", G_CALLBACK (on_header_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "bind", G_CALLBACK (on_header_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "unbind", G_CALLBACK (on_header_unbind), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, rows);
  gtk_list_view_set_header_factory (self->list_view, headers);
}

static void
fascia_timeline_rows_finalize (GObject *object)
{
  FasciaTimelineRows *self = FASCIA_TIMELINE_ROWS (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_weak_pointer (&self->list_view);
  g_clear_pointer (&self->look.cache, fascia_thumbnail_cache_unref);
  g_clear_pointer (&self->look.query, fascia_query_unref);
  g_clear_object (&self->book);
  g_clear_pointer (&self->body, fascia_body_unref);
  g_ptr_array_unref (self->headers);
  g_ptr_array_unref (self->bound);

  G_OBJECT_CLASS (fascia_timeline_rows_parent_class)->finalize (object);
}

static void
fascia_timeline_rows_class_init (FasciaTimelineRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_timeline_rows_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, FASCIA_TYPE_TIMELINE_ITEM);
}

static void
fascia_timeline_rows_init (FasciaTimelineRows *self)
{
  self->headers = g_ptr_array_new ();
  self->bound = g_ptr_array_new ();
}

FasciaTimelineRows *
fascia_timeline_rows_new (GtkListView *list_view,
                          const FasciaBody *body,
                          FasciaNameBook *book,
                          FasciaHours hours,
                          gint32 today)
{
  FasciaTimelineRows *self;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list_view), NULL);

  self = g_object_new (FASCIA_TYPE_TIMELINE_ROWS, NULL);
  g_set_weak_pointer (&self->list_view, list_view);
  self->look.hours = hours;
  self->today = today;
  if (body != NULL)
    {
      self->body = fascia_body_ref ((FasciaBody *) body);
      self->look.cache = fascia_thumbnail_cache_new (body);
    }
  if (book != NULL)
    {
      self->book = g_object_ref (book);
      g_signal_connect_object (book, "changed", G_CALLBACK (on_names_changed), self,
                               G_CONNECT_SWAPPED);
    }
  update_names (self);
  set_factories (self);
  return self;
}

void
fascia_timeline_rows_set_body (FasciaTimelineRows *self, FasciaBody *body)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_ROWS (self));
  g_return_if_fail (body != NULL);

  if (body == self->body)
    return;

  g_clear_pointer (&self->look.cache, fascia_thumbnail_cache_unref);
  g_clear_pointer (&self->body, fascia_body_unref);
  self->body = fascia_body_ref (body);
  self->look.cache = fascia_thumbnail_cache_new (body);
  update_names (self);
  set_factories (self);
}

void
fascia_timeline_rows_set_hours (FasciaTimelineRows *self, FasciaHours hours)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_ROWS (self));

  if (hours == self->look.hours)
    return;

  self->look.hours = hours;
  refresh_rows (self);
}

void
fascia_timeline_rows_set_query (FasciaTimelineRows *self, FasciaQuery *query)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_ROWS (self));

  if (query == self->look.query)
    return;
  g_clear_pointer (&self->look.query, fascia_query_unref);
  self->look.query = query != NULL ? fascia_query_ref (query) : NULL;
  refresh_rows (self);
}

void
fascia_timeline_rows_set_today (FasciaTimelineRows *self, gint32 today)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_ROWS (self));

  if (today == self->today)
    return;

  self->today = today;
  for (guint i = 0; i < self->headers->len; i++)
    update_header (self, g_ptr_array_index (self->headers, i));
}

FasciaJournalRow *
fascia_timeline_rows_find (FasciaTimelineRows *self, GtkWidget *widget)
{
  GtkWidget *child;

  g_return_val_if_fail (FASCIA_IS_TIMELINE_ROWS (self), NULL);

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self->list_view))
    widget = gtk_widget_get_parent (widget);

  child = widget != NULL ? gtk_widget_get_first_child (widget) : NULL;
  return FASCIA_IS_JOURNAL_ROW (child) ? FASCIA_JOURNAL_ROW (child) : NULL;
}

FasciaJournalRow *
fascia_timeline_rows_find_focused (FasciaTimelineRows *self)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_ROWS (self), NULL);

  GtkRoot *root
      = self->list_view != NULL ? gtk_widget_get_root (GTK_WIDGET (self->list_view)) : NULL;
  return root != NULL ? fascia_timeline_rows_find (self, gtk_root_get_focus (root)) : NULL;
}

static void
on_focus_due (gpointer data)
{
  FasciaTimelineRows *self = FASCIA_TIMELINE_ROWS (data);

  self->focus_id = 0;
  if (self->list_view == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->list_view)))
    return;
  guint n_items
      = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)));
  if (n_items == 0)
    return;

  /* The first only says which row is meant unless the focus is in the list already. */
  gtk_list_view_scroll_to (self->list_view, MIN (self->focus_position, n_items - 1),
                           GTK_LIST_SCROLL_FOCUS, NULL);
  if (fascia_timeline_rows_find_focused (self) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

void
fascia_timeline_rows_focus_later (FasciaTimelineRows *self, guint position)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_ROWS (self));

  self->focus_position = position;
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_once (on_focus_due, self);
}

gboolean
fascia_timeline_rows_will_focus (FasciaTimelineRows *self)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_ROWS (self), FALSE);

  return self->focus_id != 0;
}

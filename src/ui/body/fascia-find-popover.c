/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds a place of the body by the first letters of its names.
 */

#include "config.h"

#include "fascia-find-popover.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"

#define MAX_RESULTS 7

struct _FasciaFindPopover
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *nothing;
  FasciaBody *body;
  gconstpointer told; /* the first result as it was last spoken, or "nothing" */
};

G_DEFINE_FINAL_TYPE (FasciaFindPopover, fascia_find_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_FOUND = 1,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char region_key[] = "fascia-region";

static void
take (FasciaFindPopover *self, GtkListBoxRow *row)
{
  const FasciaRegion *region = g_object_get_data (G_OBJECT (row), region_key);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_FOUND], 0, region);
}

/* Enter takes the first result: who does not see it must hear which one that is. */
static void
tell_first_result (FasciaFindPopover *self, const FasciaRegion *first)
{
  gconstpointer telling = first != NULL ? (gconstpointer) first : self->nothing;

  if (telling == self->told)
    return;
  self->told = telling;
  fascia_announce (self->entry, first != NULL ? fascia_region_get_name (first)
                                              : gtk_label_get_label (GTK_LABEL (self->nothing)));
}

/* Why nothing is listed; another reason is spoken anew. */
static void
say_nothing (FasciaFindPopover *self, const char *why)
{
  if (g_str_equal (gtk_label_get_label (GTK_LABEL (self->nothing)), why))
    return;
  gtk_label_set_label (GTK_LABEL (self->nothing), why);
  if (self->told == self->nothing)
    self->told = NULL;
}

/* What is on the figure: a place of a hidden limb cannot be gone to. */
static GPtrArray *
find_shown (FasciaFindPopover *self, const char *text)
{
  g_autoptr (GPtrArray) all
      = text[0] != '\0'
            ? fascia_body_find (self->body, text, fascia_body_get_n_regions (self->body))
            : g_ptr_array_new ();
  GPtrArray *shown = g_ptr_array_new ();
  g_autofree char *why = NULL;

  for (guint i = 0; i < all->len && shown->len < MAX_RESULTS; i++)
    if (fascia_body_is_shown (self->body, all->pdata[i]))
      g_ptr_array_add (shown, all->pdata[i]);
  /* It is there, and can be given a level, but not here. */
  if (all->len > 0 && shown->len == 0)
    /* Translators: %s is a place such as "Left palm", on a limb that is not shown */
    why = g_strdup_printf (_ ("%s is not on the figure. The list has it."),
                           fascia_region_get_name (all->pdata[0]));
  say_nothing (self, why != NULL ? why : _ ("No place of that name"));
  return shown;
}

static void
update_results (FasciaFindPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) found = find_shown (self, text);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < found->len; i++)
    {
      const FasciaRegion *region = g_ptr_array_index (found, i);
      GtkWidget *label = gtk_label_new (fascia_region_get_name (region));
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      g_object_set_data (G_OBJECT (row), region_key, (gpointer) region);
      gtk_list_box_append (self->list, row);
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
  gtk_widget_set_visible (self->nothing, found->len == 0 && text[0] != '\0');
  if (text[0] != '\0')
    tell_first_result (self, found->len > 0 ? g_ptr_array_index (found, 0) : NULL);
}

static void
on_entry_activated (FasciaFindPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    take (self, row);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_row_activated (FasciaFindPopover *self, GtkListBoxRow *row)
{
  take (self, row);
}

/* The arrows walk the results while the text keeps the focus. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                FasciaFindPopover *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return FALSE;

  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next
      = gtk_list_box_get_row_at_index (self->list, index + (keyval == GDK_KEY_Down ? 1 : -1));
  if (next != NULL)
    {
      GtkWidget *label = gtk_list_box_row_get_child (next);

      gtk_list_box_select_row (self->list, next);
      fascia_announce (self->entry, gtk_label_get_label (GTK_LABEL (label)));
    }
  return TRUE;
}

void
fascia_find_popover_open (FasciaFindPopover *self, const char *text)
{
  g_return_if_fail (FASCIA_IS_FIND_POPOVER (self));

  self->told = NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  update_results (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
fascia_find_popover_set_body (FasciaFindPopover *self, FasciaBody *body)
{
  g_return_if_fail (FASCIA_IS_FIND_POPOVER (self));
  g_return_if_fail (body != NULL);

  if (self->body == body)
    return;
  FasciaBody *old = self->body;
  self->body = fascia_body_ref (body);
  fascia_body_unref (old);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_results (self);
}

static void
on_search_stopped (FasciaFindPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
fascia_find_popover_finalize (GObject *object)
{
  FasciaFindPopover *self = FASCIA_FIND_POPOVER (object);

  g_clear_pointer (&self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_find_popover_parent_class)->finalize (object);
}

static void
fascia_find_popover_class_init (FasciaFindPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_find_popover_finalize;

  signals[SIGNAL_FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
fascia_find_popover_init (FasciaFindPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), _ ("Find a place"));
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a place"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "results");
  self->nothing = gtk_label_new (_ ("No place of that name"));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->nothing), 30);
  gtk_widget_add_css_class (self->nothing, "dimmed");
  gtk_widget_set_margin_bottom (self->nothing, 6);

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_widget_set_size_request (box, 260, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);

  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (update_results), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_entry_activated), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (on_search_stopped), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);

  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
}

GtkWidget *
fascia_find_popover_new (FasciaBody *body)
{
  g_return_val_if_fail (body != NULL, NULL);

  FasciaFindPopover *self = g_object_new (FASCIA_TYPE_FIND_POPOVER, NULL);
  self->body = fascia_body_ref (body);
  return GTK_WIDGET (self);
}

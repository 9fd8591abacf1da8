/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places of the body to choose by name, any number of them.
 */

#include "config.h"

#include "fascia-place-picker.h"

#include <glib/gi18n.h>

#include "fascia-code-chips.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-fit.h"

#define MAX_RESULTS 30

struct _FasciaPlacePicker
{
  AdwNavigationPage parent_instance;

  FasciaBody *body;
  char **chosen;
  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *nothing;
  GPtrArray *checks; /* GtkCheckButton with its code as data; owned by the list */
};

G_DEFINE_FINAL_TYPE (FasciaPlacePicker, fascia_place_picker, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  SIGNAL_TOGGLED = 1,
} FasciaPlacePickerSignal;

static guint signals[SIGNAL_TOGGLED + 1];

static const char code_key[] = "fascia-code";

static void
on_check_toggled (FasciaPlacePicker *self, GtkCheckButton *check)
{
  const char *code = g_object_get_data (G_OBJECT (check), code_key);
  gboolean is_chosen = gtk_check_button_get_active (check);
  g_auto (GStrv) before = g_steal_pointer (&self->chosen);

  self->chosen = fascia_codes_with ((const char *const *) before, code, is_chosen);
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, code, is_chosen);
}

static void
add_place (FasciaPlacePicker *self, const char *code, const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_strv_contains ((const char *const *) self->chosen, code));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), code_key, g_strdup (code), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->checks, check);
}

static void
update_results (FasciaPlacePicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_ptr_array_set_size (self->checks, 0);
  gtk_list_box_remove_all (self->list);
  if (text[0] != '\0')
    {
      g_autoptr (GPtrArray) found = fascia_body_find (self->body, text, MAX_RESULTS);

      for (guint i = 0; i < found->len; i++)
        add_place (self, fascia_region_get_id (found->pdata[i]),
                   fascia_region_get_name (found->pdata[i]));
    }
  else
    {
      for (guint i = 0; self->chosen[i] != NULL; i++)
        {
          const FasciaRegion *region = fascia_body_lookup (self->body, self->chosen[i]);

          add_place (self, self->chosen[i],
                     region != NULL ? fascia_region_get_name (region) : self->chosen[i]);
        }
      for (guint i = 0; i < fascia_body_get_n_regions (self->body); i++)
        {
          const FasciaRegion *region = fascia_body_get_region (self->body, i);

          if (!g_strv_contains ((const char *const *) self->chosen, fascia_region_get_id (region)))
            add_place (self, fascia_region_get_id (region), fascia_region_get_name (region));
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->checks->len > 0);
  gtk_widget_set_visible (self->nothing, self->checks->len == 0);
  if (self->checks->len == 0)
    fascia_announce (self->entry, _ ("No place of that name"));
}

/* Enter takes the best one. */
static void
on_entry_activated (FasciaPlacePicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (text[0] == '\0' || self->checks->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  GtkCheckButton *check = g_ptr_array_index (self->checks, 0);
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

void
fascia_place_picker_search (FasciaPlacePicker *self, const char *text)
{
  g_return_if_fail (FASCIA_IS_PLACE_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  update_results (self);
}

GtkCheckButton *
fascia_place_picker_get_check (FasciaPlacePicker *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_PLACE_PICKER (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->checks, i), code_key), code) == 0)
      return g_ptr_array_index (self->checks, i);
  return NULL;
}

static void
fascia_place_picker_finalize (GObject *object)
{
  FasciaPlacePicker *self = FASCIA_PLACE_PICKER (object);

  g_clear_pointer (&self->body, fascia_body_unref);
  g_strfreev (self->chosen);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (fascia_place_picker_parent_class)->finalize (object);
}

static void
fascia_place_picker_class_init (FasciaPlacePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_place_picker_finalize;

  signals[SIGNAL_TOGGLED]
      = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
fascia_place_picker_init (FasciaPlacePicker *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = fascia_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->checks = g_ptr_array_new ();
  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), _ ("Find a place"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a place"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (update_results), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_entry_activated), self,
                           G_CONNECT_SWAPPED);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Places"), -1);
  self->nothing = gtk_label_new (_ ("No place of that name"));
  gtk_widget_add_css_class (self->nothing, "dimmed");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 18);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  /* Only the way back: closing would ask about the whole entry. */
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Areas"));
}

AdwNavigationPage *
fascia_place_picker_new (const FasciaBody *body, const char *const *chosen)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (body != NULL, NULL);

  FasciaPlacePicker *self = g_object_new (FASCIA_TYPE_PLACE_PICKER, NULL);

  self->body = fascia_body_ref ((FasciaBody *) body);
  self->chosen = g_strdupv ((char **) (chosen != NULL ? chosen : none));
  update_results (self);
  return ADW_NAVIGATION_PAGE (self);
}

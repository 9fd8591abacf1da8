/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search, filters and chips of the Routines page.
 */

#include "config.h"

#include "fascia-routines-page-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-routine-filter-popover.h"
#include "fascia-routine-text.h"

static const char part_key[] = "fascia-part";

gboolean
fascia_routines_page_is_filtered (FasciaRoutinesPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  return *text != '\0' || !fascia_routine_filter_is_empty (&self->filter);
}

static void
on_chip_clicked (FasciaRoutinesPage *self, GtkWidget *chip)
{
  FasciaRoutineFilter filter = self->filter;

  fascia_routine_filter_drop_part (&filter, (FasciaRoutineFilterPart) GPOINTER_TO_UINT (
                                                g_object_get_data (G_OBJECT (chip), part_key)));
  /* The chip goes: the focus stays among the filters. */
  if (gtk_widget_has_focus (chip))
    gtk_widget_grab_focus (GTK_WIDGET (self->more));
  fascia_routines_page_set_filter (self, &filter);
}

static GtkWidget *
create_chip (FasciaRoutinesPage *self, FasciaRoutineFilterPart part)
{
  g_autofree char *label = fascia_routine_filter_dup_part_label (
      &self->filter, part, fascia_routines_model_get_library (self->model));
  /* Translators: Read aloud: a button that takes a part of the filter away. */
  g_autofree char *spoken = g_strdup_printf (_ ("Remove filter: %s"), label);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_LABEL, "label", label, "ellipsize",
                                                   PANGO_ELLIPSIZE_END, NULL));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (chip), part_key, GUINT_TO_POINTER (part));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
update_chips (FasciaRoutinesPage *self)
{
  gboolean has_any = FALSE;

  GtkWidget *chip;
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);
  for (guint i = FASCIA_ROUTINE_PART_REGION; i <= FASCIA_ROUTINE_PART_KIND; i++)
    if (fascia_routine_filter_has_part (&self->filter, (FasciaRoutineFilterPart) i))
      {
        adw_wrap_box_append (self->chips, create_chip (self, (FasciaRoutineFilterPart) i));
        has_any = TRUE;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), has_any);
}

/* A place that is closed says where to work instead. */
static void
update_beside (FasciaRoutinesPage *self)
{
  FasciaBody *body = fascia_routines_model_get_body (self->model);
  const FasciaRegion *region
      = self->filter.region != NULL ? fascia_body_lookup (body, self->filter.region) : NULL;
  g_autofree char *text = region != NULL ? fascia_routine_text_beside (body, region) : NULL;

  gtk_label_set_label (self->beside, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->beside), text != NULL);
}

void
fascia_routines_page_set_filter (FasciaRoutinesPage *self, const FasciaRoutineFilter *filter)
{
  self->filter = *filter;
  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->gentle, filter->is_gentle);
  gtk_toggle_button_set_active (self->no_floor, filter->has_no_floor);
  gtk_toggle_button_set_active (self->is_short, filter->is_short);
  self->is_updating = FALSE;
  update_chips (self);
  update_beside (self);
  fascia_routines_page_update_lists (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->count_label)))
    fascia_announce (GTK_WIDGET (self), gtk_label_get_label (self->count_label));
}

void
fascia_routines_page_filter_place (FasciaRoutinesPage *self, const char *region)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_PAGE (self));

  const FasciaRoutineFilter filter = { .region = g_intern_string (region) };

  if (fascia_routines_model_is_ready (self->model))
    fascia_routines_page_set_filter (self, &filter);
}

static void
on_filter_toggled (FasciaRoutinesPage *self)
{
  FasciaRoutineFilter filter = self->filter;

  if (self->is_updating)
    return;
  filter.is_gentle = gtk_toggle_button_get_active (self->gentle);
  filter.has_no_floor = gtk_toggle_button_get_active (self->no_floor);
  filter.is_short = gtk_toggle_button_get_active (self->is_short);
  fascia_routines_page_set_filter (self, &filter);
}

static void
on_search_changed (FasciaRoutinesPage *self)
{
  if (!fascia_routines_model_is_ready (self->model))
    return;
  fascia_routines_page_update_lists (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->count_label)))
    fascia_announce (GTK_WIDGET (self), gtk_label_get_label (self->count_label));
}

static void
on_search_stopped (FasciaRoutinesPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
on_popover_filter_changed (FasciaRoutinesPage *self, FasciaRoutineFilterPopover *popover)
{
  FasciaRoutineFilter filter = *fascia_routine_filter_popover_get_filter (popover);

  filter.is_gentle = self->filter.is_gentle;
  filter.has_no_floor = self->filter.has_no_floor;
  filter.is_short = self->filter.is_short;
  fascia_routines_page_set_filter (self, &filter);
}

static void
on_more_popup_needed (GtkMenuButton *button, gpointer data)
{
  FasciaRoutinesPage *self = data;

  if (!fascia_routines_model_is_ready (self->model))
    return;
  if (gtk_menu_button_get_popover (button) == NULL)
    {
      GtkWidget *popover
          = fascia_routine_filter_popover_new (fascia_routines_model_get_library (self->model));

      g_signal_connect_object (popover, "filter-changed", G_CALLBACK (on_popover_filter_changed),
                               self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, popover);
    }
  fascia_routine_filter_popover_set_filter (
      FASCIA_ROUTINE_FILTER_POPOVER (gtk_menu_button_get_popover (button)), &self->filter);
}

/* Also from a routine that covers the list in a narrow window. */
static void
search_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaRoutinesPage *self = FASCIA_ROUTINES_PAGE (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
fascia_routines_page_search_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "routines.search", NULL, search_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "routines.search",
                                       NULL);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

void
fascia_routines_page_search_init (FasciaRoutinesPage *self)
{
  gtk_menu_button_set_create_popup_func (self->more, on_more_popup_needed, self, NULL);
}

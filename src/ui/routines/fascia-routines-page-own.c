/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own routines on the Routines page: a new one, one from a file; and what the page of a routine can do
 * with one.
 */

#include "config.h"

#include "fascia-routines-page-private.h"

#include <glib/gi18n.h>

#include "core/routines/fascia-routine-file.h"
#include "fascia-body-setup.h"
#include "fascia-menu-names.h"
#include "fascia-routine-editor.h"
#include "fascia-routine-import.h"
#include "fascia-routine-own.h"
#include "fascia-routine-page-private.h"

/* ---- the list ---- */

/* The model reads it in a moment; the page shows it as soon as it has. */
static void
open_id (FasciaRoutinesPage *self, const char *id)
{
  FasciaBodySetup *setup = fascia_body_setup_get (fascia_routines_model_get_journal (self->model),
                                                  fascia_routines_model_get_body (self->model));
  g_autofree char *key = g_strconcat (FASCIA_SETTING_ROUTINE_PREFIX, id, NULL);
  const char *text = fascia_settings_get_string (fascia_body_setup_get_settings (setup), key, NULL);
  g_autoptr (FasciaRoutine) routine
      = text != NULL ? fascia_routine_file_parse_kept (
                           fascia_routines_model_get_library (self->model), id, text, NULL)
                     : NULL;

  if (routine != NULL)
    fascia_routines_page_open_routine (self, routine, NULL);
}

static void
present_editor (FasciaRoutinesPage *self, FasciaRoutine *routine, const char *name, gboolean is_new)
{
  FasciaRoutineEditor *editor = fascia_routine_editor_new (self->model, routine, name, is_new);

  g_signal_connect_object (editor, "saved", G_CALLBACK (open_id), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (editor), GTK_WIDGET (self));
}

static void
new_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaRoutinesPage *self = FASCIA_ROUTINES_PAGE (widget);

  if (fascia_routines_model_is_ready (self->model))
    present_editor (self, NULL, "new", TRUE);
}

static void
import_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaRoutinesPage *self = FASCIA_ROUTINES_PAGE (widget);

  if (!fascia_routines_model_is_ready (self->model))
    return;
  FasciaRoutineImport *import = fascia_routine_import_new (self->model);
  g_signal_connect_object (import, "added", G_CALLBACK (open_id), self, G_CONNECT_SWAPPED);
  fascia_routine_import_ask (import, widget);
}

static void
on_add_menu_needed (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  g_menu_append (menu, _ ("_New Routine"), "routines.new");
  g_menu_append (menu, _ ("_Import a Routine…"), "routines.import");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
fascia_routines_page_own_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "routines.new", NULL, new_activated);
  gtk_widget_class_install_action (widget_class, "routines.import", NULL, import_activated);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, add);
}

void
fascia_routines_page_own_init (FasciaRoutinesPage *self)
{
  gtk_menu_button_set_create_popup_func (self->add, on_add_menu_needed, self, NULL);
  fascia_menu_button_name_items (self->add);
}

/* ---- the page of a routine ---- */

static FasciaRoutinesPage *
get_list (FasciaRoutinePage *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), FASCIA_TYPE_ROUTINES_PAGE);

  return page != NULL ? FASCIA_ROUTINES_PAGE (page) : NULL;
}

static void
copy_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaRoutinePage *self = FASCIA_ROUTINE_PAGE (widget);
  FasciaRoutinesPage *page = get_list (self);
  g_autoptr (FasciaRoutine) copy = fascia_routine_own_copy (self->routine);
  g_autofree char *name = g_strconcat ("of-", fascia_routine_get_id (self->routine), NULL);

  if (page != NULL)
    present_editor (page, copy, name, TRUE);
}

static void
edit_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaRoutinePage *self = FASCIA_ROUTINE_PAGE (widget);
  FasciaRoutinesPage *page = get_list (self);

  if (page != NULL && fascia_routine_is_own (self->routine))
    present_editor (page, self->routine, fascia_routine_get_id (self->routine), FALSE);
}

static void
delete_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaRoutinePage *self = FASCIA_ROUTINE_PAGE (widget);
  FasciaRoutinesPage *page = get_list (self);

  if (page == NULL || !fascia_routine_is_own (self->routine))
    return;
  fascia_routine_own_delete (widget, self->model, self->routine);
  /* The list chooses what is beside it now. */
  g_clear_pointer (&page->shown_routine, g_free);
  adw_navigation_split_view_set_show_content (page->split_view, FALSE);
}

static void
export_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_routine_own_export (widget, FASCIA_ROUTINE_PAGE (widget)->routine);
}

static void
print_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaRoutinePage *self = FASCIA_ROUTINE_PAGE (widget);

  if (fascia_routines_model_is_ready (self->model))
    fascia_routine_own_print (widget, self->model, self->routine);
}

static void
on_menu_needed (GtkMenuButton *button, gpointer data)
{
  FasciaRoutinePage *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) paper = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();
  const gboolean is_own = fascia_routine_is_own (self->routine);

  if (is_own)
    g_menu_append (menu, _ ("_Edit…"), "routine.edit");
  g_menu_append (menu, is_own ? _ ("_Copy and Change…") : _ ("_Make It Mine…"), "routine.copy");
  g_menu_append (paper, _ ("E_xport…"), "routine.export");
  g_menu_append (paper, _ ("_Print…"), "routine.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));
  if (is_own)
    {
      g_menu_append (end, _ ("_Delete"), "routine.delete");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
fascia_routine_page_own_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "routine.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "routine.edit", NULL, edit_activated);
  gtk_widget_class_install_action (widget_class, "routine.delete", NULL, delete_activated);
  gtk_widget_class_install_action (widget_class, "routine.export", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "routine.print", NULL, print_activated);
}

GtkWidget *
fascia_routine_page_create_menu (FasciaRoutinePage *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_menu_needed, self, NULL);
  fascia_menu_button_name_items (GTK_MENU_BUTTON (button));
  return button;
}

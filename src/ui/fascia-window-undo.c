/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window says in passing, what it takes back, and what pages ask of each other.
 */

#include "config.h"

#include "fascia-window-private.h"

#include <glib/gi18n.h>

#include "body/fascia-body-page.h"
#include "fascia-day-watch.h"
#include "fascia-name-book.h"
#include "routines/fascia-routines-page.h"
#include "widgets/fascia-menu-names.h"

/* ---- toasts ---- */

/* (nullable) What is seen, where the window has pages that lie over its own. */
static AdwNavigationPage *
get_seen_page (GtkWidget *from)
{
  GtkWidget *window = gtk_widget_get_ancestor (from, FASCIA_TYPE_WINDOW);
  GtkWidget *content = window != NULL
                           ? adw_application_window_get_content (ADW_APPLICATION_WINDOW (window))
                           : NULL;

  return content != NULL && ADW_IS_NAVIGATION_VIEW (content)
             ? adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (content))
             : NULL;
}

/* (nullable) Of the page that is seen, which may lie over those of the window. */
static FasciaToasts *
get_toasts (GtkWidget *from)
{
  GtkWidget *window = gtk_widget_get_ancestor (from, FASCIA_TYPE_WINDOW);
  AdwNavigationPage *page = get_seen_page (from);
  FasciaToasts *toasts = page != NULL ? fascia_toasts_get_of_page (page) : NULL;

  if (toasts != NULL || window == NULL)
    return toasts;
  return FASCIA_WINDOW (window)->toasts;
}

gboolean
fascia_window_offer_undo (GtkWidget *from,
                          const char *title,
                          const guint64 *operations,
                          guint n_operations)
{
  g_return_val_if_fail (GTK_IS_WIDGET (from), FALSE);
  g_return_val_if_fail (operations != NULL && n_operations > 0, FALSE);

  AdwNavigationPage *page = get_seen_page (from);
  FasciaToasts *toasts = get_toasts (from);

  if (page != NULL && n_operations == 1 && fascia_toasts_keep_undo (page, title, operations[0]))
    return FALSE;
  return toasts != NULL && fascia_toasts_offer_undo (toasts, title, operations, n_operations);
}

void
fascia_window_show_error (GtkWidget *from, const GError *error)
{
  fascia_window_offer_retry (from, error, NULL, NULL);
}

void
fascia_window_offer_retry (GtkWidget *from, const GError *error, GObject *object, GCallback retry)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  FasciaToasts *toasts = get_toasts (from);
  if (toasts != NULL)
    fascia_toasts_show_error (toasts, error, object, retry);
}

void
fascia_window_show_toast (GtkWidget *from, const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (title != NULL);

  FasciaToasts *toasts = get_toasts (from);
  if (toasts != NULL)
    fascia_toasts_show (toasts, title);
}

void
fascia_window_show_on_body (GtkWidget *from, FasciaEntry *entry)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (entry != NULL);

  GtkWidget *window = gtk_widget_get_ancestor (from, FASCIA_TYPE_WINDOW);
  if (window == NULL)
    return;
  g_autoptr (FasciaEntry) shown = fascia_entry_ref (entry);
  fascia_window_show_page (FASCIA_WINDOW (window), "body");
  GtkWidget *page = fascia_window_get_page (FASCIA_WINDOW (window), "body");
  if (page != NULL)
    fascia_body_model_show_entry (fascia_body_page_get_model (FASCIA_BODY_PAGE (page)), shown);
}

void
fascia_window_show_routine (GtkWidget *from,
                            FasciaRoutine *routine,
                            const FasciaRegion *const *places)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (routine != NULL);

  GtkWidget *window = gtk_widget_get_ancestor (from, FASCIA_TYPE_WINDOW);
  if (window == NULL)
    return;
  /* Whoever asks may be about to change, and what it shows with it. */
  g_autoptr (FasciaRoutine) kept = fascia_routine_ref (routine);
  fascia_window_show_page (FASCIA_WINDOW (window), "routines");
  GtkWidget *page = fascia_window_get_page (FASCIA_WINDOW (window), "routines");
  if (page != NULL)
    fascia_routines_page_open_routine (FASCIA_ROUTINES_PAGE (page), kept, places);
}

void
fascia_window_same_as_last (GtkWidget *from)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  GtkWidget *window = gtk_widget_get_ancestor (from, FASCIA_TYPE_WINDOW);
  if (window == NULL)
    return;
  fascia_window_show_page (FASCIA_WINDOW (window), "body");
  GtkWidget *page = fascia_window_get_page (FASCIA_WINDOW (window), "body");
  if (page == NULL)
    return;
  /* What was asked about last time is asked of now. */
  fascia_body_model_show_now (fascia_body_page_get_model (FASCIA_BODY_PAGE (page)));
  gtk_widget_activate_action (page, "body.same-as-last", NULL);
}

/* ---- Undo ---- */

void
fascia_window_refuse_undo (GtkWidget *from, const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (title != NULL);

  FasciaToasts *toasts = get_toasts (from);
  if (toasts != NULL)
    fascia_toasts_refuse_undo (toasts, title);
}

static void
undo_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaToasts *toasts = get_toasts (widget);

  if (toasts != NULL)
    fascia_toasts_undo (toasts);
}

void
fascia_window_update_undo (FasciaWindow *self)
{
  FasciaOperation *operation = fascia_journal_get_undo (self->journal);
  g_autofree char *label
      = operation != NULL
            ? fascia_operation_dup_undo_label_with (
                  operation, fascia_name_book_get_items (fascia_name_book_get (self->journal)),
                  fascia_day_watch_get_day (fascia_day_watch_get (self->journal)))
            : NULL;
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, "win.undo");
  g_autofree char *old = NULL;

  /* A note in it may have a low line, which is no mnemonic. */
  if (label != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (label, "_", -1);
      g_autofree char *plain = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, plain);
    }
  else
    g_menu_item_set_label (item, _ ("_Undo"));
  g_menu_item_set_attribute (item, "accel", "s", "<Control>z");

  g_menu_model_get_item_attribute (G_MENU_MODEL (self->undo_section), 0, G_MENU_ATTRIBUTE_LABEL,
                                   "s", &old);
  g_autoptr (GVariant) new_label
      = g_menu_item_get_attribute_value (item, G_MENU_ATTRIBUTE_LABEL, G_VARIANT_TYPE_STRING);
  if (g_strcmp0 (old, g_variant_get_string (new_label, NULL)) == 0)
    return;
  g_menu_remove (self->undo_section, 0);
  g_menu_insert_item (self->undo_section, 0, item);
}

void
fascia_window_undo_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, undo_section);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated);
  /* Here rather than as an accelerator of the application, so that a text field undoes its own
   * typing first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}

void
fascia_window_undo_init (FasciaWindow *self)
{
  fascia_menu_button_name_items (self->menu_button);
  fascia_toasts_lay_out (self->toast_bin);
}

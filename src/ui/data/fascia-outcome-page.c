/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something under way, and then how it ended.
 */

#include "config.h"

#include "fascia-outcome-page.h"

#include "fascia-announce.h"
#include "fascia-file-chooser.h"

struct _FasciaOutcomePage
{
  AdwNavigationPage parent_instance;

  AdwHeaderBar *header_bar;
  GtkStack *stack;
  AdwStatusPage *working;
  GtkWidget *cancel;
  AdwStatusPage *ended;
  GtkLabel *path;
  GtkWidget *close;
  GtkWidget *again;
  GtkWidget *show;

  GCancellable *cancellable;
  char *file;
  gboolean is_ended;
};

G_DEFINE_FINAL_TYPE (FasciaOutcomePage, fascia_outcome_page, ADW_TYPE_NAVIGATION_PAGE)

static AdwDialog *
get_dialog (FasciaOutcomePage *self)
{
  return ADW_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG));
}

static void
on_cancel_clicked (FasciaOutcomePage *self)
{
  gtk_widget_set_sensitive (self->cancel, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
on_close_clicked (FasciaOutcomePage *self)
{
  AdwDialog *dialog = get_dialog (self);

  if (dialog != NULL)
    adw_dialog_close (dialog);
}

static void
on_again_clicked (FasciaOutcomePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
on_show_clicked (FasciaOutcomePage *self)
{
  if (self->file != NULL)
    fascia_file_show (GTK_WIDGET (self), self->file);
}

/* What cannot be stopped is waited for. */
static void
update_closing (FasciaOutcomePage *self)
{
  AdwDialog *dialog = get_dialog (self);
  gboolean can_close = self->is_ended || self->cancellable != NULL;

  if (dialog != NULL)
    adw_dialog_set_can_close (dialog, can_close);
  adw_header_bar_set_show_end_title_buttons (self->header_bar, can_close);
  adw_header_bar_set_show_start_title_buttons (self->header_bar, can_close);
}

static void
fascia_outcome_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fascia_outcome_page_parent_class)->root (widget);

  update_closing (FASCIA_OUTCOME_PAGE (widget));
}

static void
end (FasciaOutcomePage *self,
     const char *icon,
     const char *title,
     const char *description,
     const char *path)
{
  g_autofree char *escaped = g_markup_escape_text (description != NULL ? description : "", -1);

  self->is_ended = TRUE;
  g_set_str (&self->file, path);
  adw_status_page_set_icon_name (self->ended, icon);
  adw_status_page_set_title (self->ended, title);
  adw_status_page_set_description (self->ended, escaped);
  fascia_file_set_label (self->path, path);
  gtk_widget_set_visible (self->show, path != NULL);
  update_closing (self);
  gtk_stack_set_visible_child_name (self->stack, "ended");
}

/* Not the path, which would be selected. */
static void
focus (FasciaOutcomePage *self, GtkWidget *button)
{
  gtk_widget_grab_focus (button);
  gtk_label_select_region (self->path, 0, 0);
}

void
fascia_outcome_page_set_done (FasciaOutcomePage *self,
                              const char *title,
                              const char *description,
                              const char *path)
{
  g_return_if_fail (FASCIA_IS_OUTCOME_PAGE (self));
  g_return_if_fail (title != NULL);

  end (self, "object-select-symbolic", title, description, path);
  gtk_widget_set_visible (self->again, FALSE);
  gtk_widget_set_visible (self->close, TRUE);
  focus (self, self->close);
  fascia_announce (GTK_WIDGET (self), title);
}

void
fascia_outcome_page_set_failed (FasciaOutcomePage *self, const char *title, const char *description)
{
  g_return_if_fail (FASCIA_IS_OUTCOME_PAGE (self));
  g_return_if_fail (title != NULL);

  end (self, "dialog-warning-symbolic", title, description, NULL);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
  gtk_widget_set_visible (self->again, TRUE);
  gtk_widget_set_visible (self->close, FALSE);
  focus (self, self->again);
  fascia_announce (GTK_WIDGET (self), title);
}

static void
fascia_outcome_page_dispose (GObject *object)
{
  FasciaOutcomePage *self = FASCIA_OUTCOME_PAGE (object);

  /* Closing the dialog is as good as Cancel. */
  if (self->cancellable != NULL && !self->is_ended)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_OUTCOME_PAGE);
  g_clear_pointer (&self->file, g_free);

  G_OBJECT_CLASS (fascia_outcome_page_parent_class)->dispose (object);
}

static void
fascia_outcome_page_class_init (FasciaOutcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_outcome_page_dispose;
  widget_class->root = fascia_outcome_page_root;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-outcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaOutcomePage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FasciaOutcomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaOutcomePage, working);
  gtk_widget_class_bind_template_child (widget_class, FasciaOutcomePage, cancel);
  gtk_widget_class_bind_template_child (widget_class, FasciaOutcomePage, ended);
  gtk_widget_class_bind_template_child (widget_class, FasciaOutcomePage, path);
  gtk_widget_class_bind_template_child (widget_class, FasciaOutcomePage, close);
  gtk_widget_class_bind_template_child (widget_class, FasciaOutcomePage, again);
  gtk_widget_class_bind_template_child (widget_class, FasciaOutcomePage, show);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
}

static void
fascia_outcome_page_init (FasciaOutcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fascia_outcome_page_new (const char *title, const char *under_way, GCancellable *cancellable)
{
  g_return_val_if_fail (title != NULL && under_way != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  FasciaOutcomePage *self
      = g_object_new (FASCIA_TYPE_OUTCOME_PAGE, "title", title, "can-pop", FALSE, NULL);

  g_set_object (&self->cancellable, cancellable);
  adw_status_page_set_title (self->working, under_way);
  gtk_widget_set_visible (self->cancel, cancellable != NULL);
  return GTK_WIDGET (self);
}

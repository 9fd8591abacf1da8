/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may choose: the figure, the keys, the report.
 */

#include "config.h"

#include "fascia-preferences-dialog.h"

#include <glib/gi18n.h>

struct _FasciaPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwPreferencesPage *page;

  FasciaBodySetup *setup;
};

G_DEFINE_FINAL_TYPE (FasciaPreferencesDialog,
                     fascia_preferences_dialog,
                     ADW_TYPE_PREFERENCES_DIALOG)

static void
fascia_preferences_dialog_dispose (GObject *object)
{
  FasciaPreferencesDialog *self = FASCIA_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (fascia_preferences_dialog_parent_class)->dispose (object);
}

static void
fascia_preferences_dialog_class_init (FasciaPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaPreferencesDialog, page);
}

static void
fascia_preferences_dialog_init (FasciaPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
fascia_preferences_dialog_new (FasciaBodySetup *setup)
{
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (setup), NULL);

  FasciaPreferencesDialog *self = g_object_new (FASCIA_TYPE_PREFERENCES_DIALOG, NULL);

  self->setup = g_object_ref (setup);
  return ADW_DIALOG (self);
}

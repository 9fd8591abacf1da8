/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving what can be saved of a damaged journal.
 */

#include "config.h"

#include "fascia-repair-dialog.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-journal-data.h"
#include "fascia-outcome-page.h"

struct _FasciaRepairDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  GtkWidget *repair;

  FasciaJournal *journal;
  FasciaOutcomePage *outcome; /* weak */
};

G_DEFINE_FINAL_TYPE (FasciaRepairDialog, fascia_repair_dialog, ADW_TYPE_DIALOG)

static void
on_repaired (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaRepairDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = fascia_journal_repair_finish (FASCIA_JOURNAL (source), result, &error);

  if (self->outcome == NULL)
    return;
  if (error == NULL)
    fascia_outcome_page_set_done (self->outcome, _ ("Repaired"), report, NULL);
  else
    fascia_outcome_page_set_failed (self->outcome, _ ("It Could Not Be Repaired"), error->message);
}

static void
on_repair_clicked (FasciaRepairDialog *self)
{
  GtkWidget *page = fascia_outcome_page_new (_ ("Repair"), _ ("Repairing…"), NULL);

  g_set_weak_pointer (&self->outcome, FASCIA_OUTCOME_PAGE (page));
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
  fascia_journal_repair_async (self->journal, NULL, on_repaired, g_object_ref (self));
}

static void
fascia_repair_dialog_dispose (GObject *object)
{
  FasciaRepairDialog *self = FASCIA_REPAIR_DIALOG (object);

  g_clear_weak_pointer (&self->outcome);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_REPAIR_DIALOG);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_repair_dialog_parent_class)->dispose (object);
}

static void
fascia_repair_dialog_class_init (FasciaRepairDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_repair_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-repair-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaRepairDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, FasciaRepairDialog, repair);
  gtk_widget_class_bind_template_callback (widget_class, on_repair_clicked);
}

static void
fascia_repair_dialog_init (FasciaRepairDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_focus (ADW_DIALOG (self), self->repair);
}

AdwDialog *
fascia_repair_dialog_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaRepairDialog *self = g_object_new (FASCIA_TYPE_REPAIR_DIALOG, NULL);

  self->journal = g_object_ref (journal);
  return ADW_DIALOG (self);
}

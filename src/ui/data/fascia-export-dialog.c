/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal written out: the form, the place, how it went.
 */

#include "config.h"

#include "fascia-export-dialog.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-journal-data.h"
#include "fascia-data-actions.h"
#include "fascia-data-text.h"
#include "fascia-file-chooser.h"
#include "fascia-link-row.h"
#include "fascia-outcome-page.h"

struct _FasciaExportDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  AdwPreferencesGroup *forms;

  FasciaJournal *journal;
  FasciaBody *body;
  GCancellable *cancellable;  /* of what is asked, or under way */
  FasciaExportFormat format;  /* the one that was chosen last */
  char *path;                 /* where it goes */
  FasciaOutcomePage *outcome; /* weak */
};

G_DEFINE_FINAL_TYPE (FasciaExportDialog, fascia_export_dialog, ADW_TYPE_DIALOG)

static const FasciaExportFormat formats[]
    = { FASCIA_EXPORT_TABLES, FASCIA_EXPORT_JSON, FASCIA_EXPORT_FHIR, FASCIA_EXPORT_TABLE };

/* ---- writing ---- */

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  gint64 n_entries = fascia_journal_export_finish (FASCIA_JOURNAL (source), result, &error);

  if (self->outcome == NULL)
    return;
  if (n_entries >= 0)
    {
      g_autofree char *entries = fascia_data_text_entries (n_entries);

      fascia_outcome_page_set_done (self->outcome, _ ("Saved"), entries, self->path);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fascia_outcome_page_set_failed (self->outcome, _ ("Stopped"), _ ("Nothing was saved."));
  else
    fascia_outcome_page_set_failed (self->outcome, _ ("Nothing Was Saved"), error->message);
}

static void
begin (FasciaExportDialog *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  GtkWidget *page = fascia_outcome_page_new (fascia_data_text_form (self->format),
                                             _ ("Writing Your Journal…"), self->cancellable);

  g_set_weak_pointer (&self->outcome, FASCIA_OUTCOME_PAGE (page));
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
  fascia_journal_export_async (self->journal, self->format, self->body, self->path,
                               self->cancellable, on_exported, g_object_ref (self));
}

/* ---- asking ---- */

/* A folder of its own in the one that was chosen, with a name that nothing there has. */
static char *
dup_new_folder (const char *parent, const char *name)
{
  g_autofree char *path = g_build_filename (parent, name, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u)", name, i);

      g_free (path);
      path = g_build_filename (parent, numbered, NULL);
    }
  return g_steal_pointer (&path);
}

static gint32
get_today (FasciaExportDialog *self)
{
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (self->journal), &now);
  return now.day;
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fascia_file_chooser_ask_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || (path == NULL && error == NULL))
    return;
  if (error != NULL)
    {
      GtkWidget *page = fascia_outcome_page_new (_ ("Export"), "", NULL);

      adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
      fascia_outcome_page_set_failed (FASCIA_OUTCOME_PAGE (page), _ ("Nothing Was Saved"),
                                      error->message);
      return;
    }
  g_free (self->path);
  if (self->format == FASCIA_EXPORT_TABLES)
    {
      g_autofree char *name = fascia_data_text_export_name (self->format, get_today (self));

      self->path = dup_new_folder (path, name);
    }
  else
    self->path = g_steal_pointer (&path);
  begin (self);
}

static void
ask (FasciaExportDialog *self)
{
  const char *suffix = fascia_export_format_get_suffix (self->format);
  const char *const suffixes[] = { *suffix == '.' ? suffix + 1 : suffix, NULL };
  g_autofree char *name = fascia_data_text_export_name (self->format, get_today (self));
  FasciaFileWish wish = {
    .choose = FASCIA_CHOOSE_SAVE,
    .title = fascia_data_text_form (self->format),
    .accept = _ ("_Export"),
    .name = name,
    .filter = fascia_data_text_form (self->format),
    .suffixes = suffixes,
  };

  if (self->format == FASCIA_EXPORT_TABLES)
    {
      wish.choose = FASCIA_CHOOSE_FOLDER;
      wish.title = _ ("Where to Put the Folder");
      wish.name = NULL;
      wish.filter = NULL;
    }
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fascia_file_chooser_ask (GTK_WIDGET (self), &wish, self->cancellable, on_chosen,
                           g_object_ref (self));
}

static void
on_form_activated (FasciaExportDialog *self, AdwActionRow *row)
{
  self->format
      = (FasciaExportFormat) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "format"));
  ask (self);
}

static void
add_form (FasciaExportDialog *self, FasciaExportFormat format)
{
  GtkWidget *row = fascia_link_row_new (fascia_data_text_form (format),
                                        fascia_data_text_form_about (format), NULL);

  g_object_set_data (G_OBJECT (row), "format", GINT_TO_POINTER (format));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_form_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->forms, row);
}

/* ---- the dialog ---- */

static void
on_closed (FasciaExportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
fascia_export_dialog_dispose (GObject *object)
{
  FasciaExportDialog *self = FASCIA_EXPORT_DIALOG (object);

  g_clear_weak_pointer (&self->outcome);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->body, fascia_body_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (fascia_export_dialog_parent_class)->dispose (object);
}

static void
fascia_export_dialog_class_init (FasciaExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaExportDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, FasciaExportDialog, forms);
}

static void
fascia_export_dialog_init (FasciaExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    add_form (self, formats[i]);
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

AdwDialog *
fascia_export_dialog_new (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaExportDialog *self = g_object_new (FASCIA_TYPE_EXPORT_DIALOG, NULL);

  self->journal = g_object_ref (journal);
  self->body = fascia_body_ref (body);
  return ADW_DIALOG (self);
}

void
fascia_export_dialog_present (GtkWidget *from, FasciaJournal *journal, FasciaBody *body)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  adw_dialog_present (fascia_export_dialog_new (journal, body), from);
}

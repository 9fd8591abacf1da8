/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file read into the journal, step by step.
 */

#include "config.h"

#include "fascia-import-dialog.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-data-actions.h"
#include "fascia-data-text.h"
#include "fascia-file-chooser.h"
#include "fascia-import-page.h"
#include "fascia-import-source.h"
#include "fascia-link-row.h"
#include "fascia-mapping-page.h"
#include "fascia-name-book.h"
#include "fascia-window.h"

struct _FasciaImportDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkWidget *another;

  FasciaJournal *journal;
  FasciaBody *body;
  GtkWidget *from; /* weak */
  GCancellable *cancellable;
  FasciaImportSource *source; /* (nullable) what was found in the file */
};

G_DEFINE_FINAL_TYPE (FasciaImportDialog, fascia_import_dialog, ADW_TYPE_DIALOG)

/* ---- the last page ---- */

static void
on_imported (FasciaImportDialog *self, FasciaOperation *operation)
{
  GtkWidget *from = self->from;

  if (from != NULL && operation != NULL)
    {
      guint64 id = fascia_operation_get_id (operation);
      guint n = fascia_operation_get_n_entries (operation);
      g_autofree char *title
          = g_strdup_printf (ngettext ("%u entry imported", "%u entries imported", n), n);

      fascia_window_offer_undo (from, title, &id, 1);
    }
  else if (from != NULL)
    fascia_window_show_toast (from, _ ("There was nothing new"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static FasciaImportPage *
push_preview (FasciaImportDialog *self)
{
  GtkWidget *page = fascia_import_page_new (self->journal, self->body);

  g_signal_connect_object (page, "imported", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
  return FASCIA_IMPORT_PAGE (page);
}

/* ---- a table of another program ---- */

typedef struct
{
  FasciaImportDialog *dialog;
  FasciaImportPage *page;
} Mapping;

static void
mapping_free (Mapping *mapping)
{
  g_object_unref (mapping->dialog);
  g_object_unref (mapping->page);
  g_free (mapping);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mapping, mapping_free)

static void
on_table_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Mapping) mapping = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import = fascia_import_source_map_finish (result, &error);

  /* Left meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (mapping->page)) == NULL
      || g_cancellable_is_cancelled (mapping->dialog->cancellable))
    return;
  if (import != NULL)
    fascia_import_page_set_import (mapping->page, import);
  else
    fascia_import_page_set_error (mapping->page, error);
}

static void
on_mapped (FasciaImportDialog *self, FasciaMappingPage *page)
{
  Mapping *mapping = g_new0 (Mapping, 1);

  mapping->dialog = g_object_ref (self);
  mapping->page = g_object_ref (push_preview (self));
  fascia_import_source_map_async (
      self->source->bytes, self->source->name, fascia_mapping_page_get_mapping (page), self->body,
      fascia_journal_get_clock (self->journal), self->cancellable, on_table_read, mapping);
}

/* ---- the file ---- */

static void
show_failed (FasciaImportDialog *self, const GError *error)
{
  const char *advice = NULL;
  const char *title = fascia_data_text_import_problem (error, &advice);
  g_autofree char *escaped = g_markup_escape_text (advice != NULL ? advice : error->message, -1);

  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_grab_focus (self->another);
  fascia_announce (GTK_WIDGET (self), title);
}

static void
on_source_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImportSource) source = fascia_import_source_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (source == NULL)
    {
      show_failed (self, error);
      return;
    }
  g_clear_pointer (&self->source, fascia_import_source_free);
  self->source = g_steal_pointer (&source);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  if (self->source->import != NULL)
    {
      fascia_import_page_set_import (push_preview (self), self->source->import);
      return;
    }
  GtkWidget *page
      = fascia_mapping_page_new (self->source->table, self->source->mapping,
                                 fascia_name_book_get_items (fascia_name_book_get (self->journal)));
  g_signal_connect_object (page, "mapped", G_CALLBACK (on_mapped), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fascia_file_chooser_ask_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable) || (path == NULL && error == NULL))
    return;
  if (path == NULL)
    {
      show_failed (self, error);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "reading");
  fascia_import_source_read_async (path, self->body,
                                   fascia_clock_now_ms (fascia_journal_get_clock (self->journal)),
                                   self->cancellable, on_source_read, g_object_ref (self));
}

static void
on_file_activated (FasciaImportDialog *self)
{
  static const char *const suffixes[] = { "json", "csv", "tsv", "txt", NULL };
  const FasciaFileWish wish = {
    .choose = FASCIA_CHOOSE_OPEN,
    .title = _ ("Choose a File"),
    .filter = _ ("JSON and tables"),
    .suffixes = suffixes,
  };

  fascia_file_chooser_ask (GTK_WIDGET (self), &wish, self->cancellable, on_chosen,
                           g_object_ref (self));
}

static void
on_folder_activated (FasciaImportDialog *self)
{
  const FasciaFileWish wish = {
    .choose = FASCIA_CHOOSE_FOLDER,
    .title = _ ("Choose a Folder of Tables"),
  };

  fascia_file_chooser_ask (GTK_WIDGET (self), &wish, self->cancellable, on_chosen,
                           g_object_ref (self));
}

static void
on_another_clicked (FasciaImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "choose");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* ---- the dialog ---- */

static void
on_closed (FasciaImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
fascia_import_dialog_dispose (GObject *object)
{
  FasciaImportDialog *self = FASCIA_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->body, fascia_body_unref);
  g_clear_pointer (&self->source, fascia_import_source_free);

  G_OBJECT_CLASS (fascia_import_dialog_parent_class)->dispose (object);
}

static void
fascia_import_dialog_finalize (GObject *object)
{
  g_clear_object (&FASCIA_IMPORT_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (fascia_import_dialog_parent_class)->finalize (object);
}

static void
fascia_import_dialog_class_init (FasciaImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_import_dialog_finalize;

  g_type_ensure (FASCIA_TYPE_LINK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaImportDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportDialog, another);
  gtk_widget_class_bind_template_callback (widget_class, on_file_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_another_clicked);
}

static void
fascia_import_dialog_init (FasciaImportDialog *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

AdwDialog *
fascia_import_dialog_new (FasciaJournal *journal, FasciaBody *body, GtkWidget *from)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaImportDialog *self = g_object_new (FASCIA_TYPE_IMPORT_DIALOG, NULL);

  self->journal = g_object_ref (journal);
  self->body = fascia_body_ref (body);
  g_set_weak_pointer (&self->from, from);
  return ADW_DIALOG (self);
}

void
fascia_import_dialog_present (GtkWidget *from, FasciaJournal *journal, FasciaBody *body)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  adw_dialog_present (fascia_import_dialog_new (journal, body, from), from);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a file or a folder, and leaves no trace of it in the list of recent files.
 */

#include "config.h"

#include "fascia-file-chooser.h"

#include <glib/gi18n.h>

#include "fascia-window.h"

static FasciaFileChooserFunc answer_func;
static gpointer answer_data;

void
fascia_file_chooser_set_answer (FasciaFileChooserFunc func, gpointer data)
{
  answer_func = func;
  answer_data = data;
}

/* ---- the list of recent files ---- */

static const char forgotten_key[] = "fascia-forgotten";

static void
forget_recent (GtkRecentManager *manager)
{
  GPtrArray *uris = g_object_get_data (G_OBJECT (manager), forgotten_key);

  for (guint i = 0; i < uris->len; i++)
    gtk_recent_manager_remove_item (manager, uris->pdata[i], NULL);
}

/* The dialog writes down what was chosen, some time after it has answered: everybody who looks at
 * the list would see when a journal was saved, and where. */
static void
keep_out_of_recent (GFile *file)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GPtrArray *uris = g_object_get_data (G_OBJECT (manager), forgotten_key);

  if (uris == NULL)
    {
      uris = g_ptr_array_new_with_free_func (g_free);
      g_object_set_data_full (G_OBJECT (manager), forgotten_key, uris,
                              (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect (manager, "changed", G_CALLBACK (forget_recent), NULL);
    }
  g_ptr_array_add (uris, g_file_get_uri (file));
  forget_recent (manager);
}

/* ---- asking ---- */

static void
return_file (GTask *task, GFile *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (file != NULL)
    keep_out_of_recent (file);
  if (file != NULL && path == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("Fascia can only use files of this computer."));
  else
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);

  switch ((FasciaChoose) GPOINTER_TO_INT (g_task_get_task_data (task)))
    {
    case FASCIA_CHOOSE_FOLDER:
      file = gtk_file_dialog_select_folder_finish (dialog, result, &error);
      break;
    case FASCIA_CHOOSE_SAVE:
      file = gtk_file_dialog_save_finish (dialog, result, &error);
      break;
    case FASCIA_CHOOSE_OPEN:
    default:
      file = gtk_file_dialog_open_finish (dialog, result, &error);
      break;
    }
  if (file != NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return_file (task, file);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
add_filters (GtkFileDialog *dialog, const FasciaFileWish *wish)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, wish->filter);
  for (guint i = 0; wish->suffixes != NULL && wish->suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, wish->suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, filter);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_default_filter (dialog, filter);
}

void
fascia_file_chooser_ask (GtkWidget *from,
                         const FasciaFileWish *wish,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (wish != NULL && wish->title != NULL);

  GTask *task = g_task_new (from, cancellable, callback, data);
  g_task_set_source_tag (task, fascia_file_chooser_ask);
  g_task_set_task_data (task, GINT_TO_POINTER (wish->choose), NULL);
  if (answer_func != NULL)
    {
      g_autofree char *path = answer_func (wish, answer_data);
      g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

      return_file (task, file);
      g_object_unref (task);
      return;
    }

  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWindow *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  gtk_file_dialog_set_title (dialog, wish->title);
  if (wish->accept != NULL)
    gtk_file_dialog_set_accept_label (dialog, wish->accept);
  if (wish->name != NULL)
    gtk_file_dialog_set_initial_name (dialog, wish->name);
  if (wish->filter != NULL)
    add_filters (dialog, wish);
  switch (wish->choose)
    {
    case FASCIA_CHOOSE_FOLDER:
      gtk_file_dialog_select_folder (dialog, parent, cancellable, on_chosen, task);
      break;
    case FASCIA_CHOOSE_SAVE:
      gtk_file_dialog_save (dialog, parent, cancellable, on_chosen, task);
      break;
    case FASCIA_CHOOSE_OPEN:
    default:
      gtk_file_dialog_open (dialog, parent, cancellable, on_chosen, task);
      break;
    }
}

char *
fascia_file_chooser_ask_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- showing ---- */

static void
on_shown (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    fascia_window_show_error (from, error);
}

void
fascia_file_show (GtkWidget *from, const char *path)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (path != NULL);

  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  GtkRoot *root = gtk_widget_get_root (from);

  gtk_file_launcher_open_containing_folder (launcher,
                                            GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                                            on_shown, g_object_ref (from));
}

void
fascia_file_set_label (GtkLabel *label, const char *path)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : NULL;

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (label), name != NULL);
}

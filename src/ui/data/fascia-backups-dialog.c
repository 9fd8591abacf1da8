/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: a new one, those that are kept, and the end of everything.
 */

#include "config.h"

#include "fascia-backups-dialog.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-journal-data.h"
#include "fascia-back-up-page.h"
#include "fascia-backup-text.h"
#include "fascia-button-row.h"
#include "fascia-data-actions.h"
#include "fascia-file-chooser.h"
#include "fascia-link-row.h"
#include "fascia-restore-page.h"
#include "fascia-row-words.h"

/* So many are shown at first, and so many more each time. */
#define N_AT_FIRST 6
#define N_MORE 20

struct _FasciaBackupsDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  GtkWidget *back_up;
  GtkWidget *erase;
  AdwPreferencesGroup *kept;

  FasciaJournal *journal;
  GCancellable *cancellable;
  GPtrArray *backups; /* (nullable) FasciaBackupInfo, newest first */
  GPtrArray *rows;    /* GtkWidget, held by the group */
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (FasciaBackupsDialog, fascia_backups_dialog, ADW_TYPE_DIALOG)

/* ---- the list ---- */

static void show_backups (FasciaBackupsDialog *self);

static void
restore (FasciaBackupsDialog *self, const char *path)
{
  GtkWidget *page = fascia_restore_page_new (self->journal, path);

  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

static void
on_restore_clicked (FasciaBackupsDialog *self, GtkWidget *button)
{
  restore (self, g_object_get_data (G_OBJECT (button), "path"));
}

static void
on_more_activated (FasciaBackupsDialog *self)
{
  guint first = self->n_shown;

  self->n_shown += N_MORE;
  show_backups (self);
  if (first < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[first]);
}

static void
add_row (FasciaBackupsDialog *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->kept, row);
}

static void
add_backup (FasciaBackupsDialog *self, const FasciaBackupInfo *info, gint32 today)
{
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (fascia_journal_get_clock (self->journal));
  g_autofree char *when = fascia_backup_text_when (info, zone, today, fascia_text_get_hours ());
  g_autofree char *facts = fascia_backup_text_facts (info);
  /* Translators: what the button beside a backup does, for the ear; %s is when it was made */
  g_autofree char *label = g_strdup_printf (_ ("Restore the backup: %s"), when);
  GtkWidget *row = fascia_words_row_new (when, facts);
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (info->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_restore_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  add_row (self, row);
}

static void
clear_rows (FasciaBackupsDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->kept, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_backups (FasciaBackupsDialog *self)
{
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (self->journal), &now);
  clear_rows (self);
  if (self->backups->len == 0)
    {
      add_row (self, fascia_words_row_new (_ ("None yet"), NULL));
      return;
    }
  for (guint i = 0; i < self->backups->len && i < self->n_shown; i++)
    add_backup (self, self->backups->pdata[i], now.day);
  if (self->backups->len <= self->n_shown)
    return;

  GtkWidget *more = fascia_button_row_new (_ ("Show Older Ones"), NULL);
  g_signal_connect_object (more, "activated", G_CALLBACK (on_more_activated), self,
                           G_CONNECT_SWAPPED);
  add_row (self, more);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaBackupsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups
      = fascia_journal_list_backups_finish (FASCIA_JOURNAL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (backups == NULL)
    {
      clear_rows (self);
      add_row (self, fascia_words_row_new (_ ("The list could not be read"), error->message));
      return;
    }
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  self->backups = g_steal_pointer (&backups);
  show_backups (self);
}

static void
load (FasciaBackupsDialog *self)
{
  fascia_journal_list_backups_async (self->journal, self->cancellable, on_listed,
                                     g_object_ref (self));
}

/* ---- what is offered ---- */

static void
on_back_up_activated (FasciaBackupsDialog *self)
{
  adw_navigation_view_push (self->navigation,
                            ADW_NAVIGATION_PAGE (fascia_back_up_page_new (self->journal)));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaBackupsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fascia_file_chooser_ask_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (path != NULL)
    restore (self, path);
  else if (error != NULL)
    {
      GtkWidget *page = fascia_restore_page_new (self->journal, NULL);

      adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
      fascia_restore_page_set_error (FASCIA_RESTORE_PAGE (page), error);
    }
}

static void
on_restore_file_activated (FasciaBackupsDialog *self)
{
  static const char *const suffixes[] = { FASCIA_BACKUP_SUFFIX + 1, NULL };
  const FasciaFileWish wish = {
    .choose = FASCIA_CHOOSE_OPEN,
    .title = _ ("Choose a Backup"),
    .filter = _ ("Backups of Fascia"),
    .suffixes = suffixes,
  };

  fascia_file_chooser_ask (GTK_WIDGET (self), &wish, self->cancellable, on_chosen,
                           g_object_ref (self));
}

static void
on_erase_activated (FasciaBackupsDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  FasciaJournal *journal = self->journal;

  adw_dialog_close (ADW_DIALOG (self));
  if (root != NULL)
    fascia_erase_dialog_present (GTK_WIDGET (root), journal);
}

/* ---- the dialog ---- */

static void
update (FasciaBackupsDialog *self)
{
  gtk_widget_set_sensitive (self->back_up,
                            fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_READY);
}

static void
on_closed (FasciaBackupsDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
fascia_backups_dialog_dispose (GObject *object)
{
  FasciaBackupsDialog *self = FASCIA_BACKUPS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_BACKUPS_DIALOG);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->backups, g_ptr_array_unref);

  G_OBJECT_CLASS (fascia_backups_dialog_parent_class)->dispose (object);
}

static void
fascia_backups_dialog_finalize (GObject *object)
{
  FasciaBackupsDialog *self = FASCIA_BACKUPS_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (fascia_backups_dialog_parent_class)->finalize (object);
}

static void
fascia_backups_dialog_class_init (FasciaBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_backups_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_backups_dialog_finalize;

  g_type_ensure (FASCIA_TYPE_LINK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaBackupsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, FasciaBackupsDialog, back_up);
  gtk_widget_class_bind_template_child (widget_class, FasciaBackupsDialog, erase);
  gtk_widget_class_bind_template_child (widget_class, FasciaBackupsDialog, kept);
  gtk_widget_class_bind_template_callback (widget_class, on_back_up_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_file_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_erase_activated);
}

static void
fascia_backups_dialog_init (FasciaBackupsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->n_shown = N_AT_FIRST;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

AdwDialog *
fascia_backups_dialog_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaBackupsDialog *self = g_object_new (FASCIA_TYPE_BACKUPS_DIALOG, NULL);

  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  load (self);
  return ADW_DIALOG (self);
}

void
fascia_backups_dialog_present (GtkWidget *from, FasciaJournal *journal)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  adw_dialog_present (fascia_backups_dialog_new (journal), from);
}

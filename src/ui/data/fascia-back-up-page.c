/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new backup: with a passphrase or without.
 */

#include "config.h"

#include "fascia-back-up-page.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-journal-data.h"
#include "fascia-backup-text.h"
#include "fascia-file-chooser.h"
#include "fascia-outcome-page.h"

struct _FasciaBackUpPage
{
  AdwNavigationPage parent_instance;

  GtkEditable *first;
  GtkEditable *second;
  GtkLabel *hint;
  GtkWidget *age;
  GtkWidget *save;

  FasciaJournal *journal;
  GCancellable *cancellable; /* of what is asked, or under way */
  char *path;
  FasciaOutcomePage *outcome; /* weak */
};

G_DEFINE_FINAL_TYPE (FasciaBackUpPage, fascia_back_up_page, ADW_TYPE_NAVIGATION_PAGE)

static FasciaPassphrase
compare (FasciaBackUpPage *self)
{
  return fascia_passphrase_compare (gtk_editable_get_text (self->first),
                                    gtk_editable_get_text (self->second));
}

static void
on_changed (FasciaBackUpPage *self)
{
  FasciaPassphrase passphrase = compare (self);
  gboolean is_wanted = passphrase != FASCIA_PASSPHRASE_NONE;
  gboolean is_different = passphrase == FASCIA_PASSPHRASE_DIFFERENT;

  gtk_widget_set_visible (GTK_WIDGET (self->second), is_wanted);
  gtk_widget_set_visible (self->age, is_wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), is_different);
  gtk_label_set_label (self->hint, is_different ? _ ("The two are not the same.") : "");
  if (is_different)
    gtk_widget_add_css_class (GTK_WIDGET (self->second), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->second), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->second), GTK_ACCESSIBLE_STATE_INVALID,
      is_different ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_widget_set_sensitive (self->save, passphrase == FASCIA_PASSPHRASE_NONE
                                            || passphrase == FASCIA_PASSPHRASE_GOOD);
}

/* ---- making it ---- */

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaBackUpPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBackupInfo) info
      = fascia_journal_backup_finish (FASCIA_JOURNAL (source), result, &error);

  if (self->outcome == NULL)
    return;
  if (info != NULL)
    {
      g_autofree char *facts = fascia_backup_text_facts (info);

      fascia_outcome_page_set_done (self->outcome, _ ("Backup Saved and Checked"), facts,
                                    self->path);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fascia_outcome_page_set_failed (self->outcome, _ ("Stopped"), _ ("No backup was saved."));
  else
    fascia_outcome_page_set_failed (self->outcome, _ ("No Backup Was Saved"), error->message);
}

static void
show_outcome (FasciaBackUpPage *self, GCancellable *cancellable)
{
  GtkWidget *page
      = fascia_outcome_page_new (_ ("New Backup"), _ ("Saving and Checking…"), cancellable);
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  g_set_weak_pointer (&self->outcome, FASCIA_OUTCOME_PAGE (page));
  if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaBackUpPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fascia_file_chooser_ask_finish (result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || (path == NULL && error == NULL))
    return;
  if (path == NULL)
    {
      show_outcome (self, NULL);
      fascia_outcome_page_set_failed (self->outcome, _ ("No Backup Was Saved"), error->message);
      return;
    }
  const char *passphrase = gtk_editable_get_text (self->first);

  g_set_str (&self->path, path);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_outcome (self, self->cancellable);
  fascia_journal_backup_async (self->journal, path, *passphrase != '\0' ? passphrase : NULL,
                               self->cancellable, on_backed_up, g_object_ref (self));
}

static void
on_save_clicked (FasciaBackUpPage *self)
{
  static const char *const suffixes[] = { FASCIA_BACKUP_SUFFIX + 1, NULL };
  FasciaPassphrase passphrase = compare (self);

  if (passphrase == FASCIA_PASSPHRASE_ONCE)
    gtk_widget_grab_focus (GTK_WIDGET (self->second));
  if (passphrase != FASCIA_PASSPHRASE_NONE && passphrase != FASCIA_PASSPHRASE_GOOD)
    return;

  FasciaMoment now;
  fascia_clock_now (fascia_journal_get_clock (self->journal), &now);
  g_autofree char *name = fascia_backup_text_name (now.day);
  const FasciaFileWish wish = {
    .choose = FASCIA_CHOOSE_SAVE,
    .title = _ ("Save the Backup"),
    .accept = _ ("_Save"),
    .name = name,
    .filter = _ ("Backups of Fascia"),
    .suffixes = suffixes,
  };

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fascia_file_chooser_ask (GTK_WIDGET (self), &wish, self->cancellable, on_chosen,
                           g_object_ref (self));
}

/* ---- the page ---- */

static void
fascia_back_up_page_dispose (GObject *object)
{
  FasciaBackUpPage *self = FASCIA_BACK_UP_PAGE (object);

  g_clear_weak_pointer (&self->outcome);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_BACK_UP_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (fascia_back_up_page_parent_class)->dispose (object);
}

static void
fascia_back_up_page_class_init (FasciaBackUpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_back_up_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-back-up-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaBackUpPage, first);
  gtk_widget_class_bind_template_child (widget_class, FasciaBackUpPage, second);
  gtk_widget_class_bind_template_child (widget_class, FasciaBackUpPage, hint);
  gtk_widget_class_bind_template_child (widget_class, FasciaBackUpPage, age);
  gtk_widget_class_bind_template_child (widget_class, FasciaBackUpPage, save);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
fascia_back_up_page_init (FasciaBackUpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fascia_back_up_page_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaBackUpPage *self = g_object_new (FASCIA_TYPE_BACK_UP_PAGE, NULL);

  self->journal = g_object_ref (journal);
  return GTK_WIDGET (self);
}

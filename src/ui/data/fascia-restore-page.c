/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One backup: its passphrase when it is locked, what is in it, what restoring would change.
 */

#include "config.h"

#include "fascia-restore-page.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-journal-data.h"
#include "fascia-announce.h"
#include "fascia-backup-text.h"
#include "fascia-data-text.h"
#include "fascia-outcome-page.h"
#include "fascia-row-words.h"

struct _FasciaRestorePage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  AdwPasswordEntryRow *passphrase;
  GtkWidget *wrong;
  GtkWidget *open;
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *differences;
  GtkWidget *restore;
  AdwStatusPage *failed;
  GtkWidget *back;

  FasciaJournal *journal;
  char *path;
  char *given; /* (nullable) the passphrase that was tried last */
  GCancellable *cancellable;
  gboolean is_checking;
  FasciaBackupPreview *preview; /* (nullable) */
  FasciaOutcomePage *outcome;   /* weak */
};

G_DEFINE_FINAL_TYPE (FasciaRestorePage, fascia_restore_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- the preview ---- */

static void
add_fact (FasciaRestorePage *self, const char *name, const char *value)
{
  GtkWidget *row = fascia_words_row_new (name, value);

  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->facts, row);
}

static void
fill_facts (FasciaRestorePage *self, const FasciaBackupInfo *info, gint32 today)
{
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (fascia_journal_get_clock (self->journal));
  g_autofree char *when = fascia_backup_text_when (info, zone, today, fascia_text_get_hours ());
  g_autofree char *entries = fascia_data_text_entries (info->n_entries);

  add_fact (self, _ ("Made"), when);
  add_fact (self, _ ("Holds"), entries);
  if (info->first_day > info->last_day)
    return;
  g_autofree char *first = fascia_text_day (info->first_day, today);
  g_autofree char *last = fascia_text_day (info->last_day, today);
  add_fact (self, _ ("First entry"), first);
  add_fact (self, _ ("Last entry"), last);
}

static void
fill_differences (FasciaRestorePage *self)
{
  g_autoptr (GPtrArray) differences = fascia_backup_text_differences (self->preview);

  for (guint i = 0; i < differences->len; i++)
    {
      const FasciaDifference *difference = differences->pdata[i];

      adw_preferences_group_add (self->differences,
                                 fascia_words_row_new (difference->what, difference->effect));
    }
}

/* ---- which view ---- */

static void
show_failed (FasciaRestorePage *self, const GError *error)
{
  const char *advice = NULL;
  const char *title = fascia_backup_text_problem (error, &advice);

  if (advice == NULL && error != NULL)
    advice = error->message;
  g_autofree char *escaped = g_markup_escape_text (advice != NULL ? advice : "", -1);
  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_grab_focus (self->back);
  fascia_announce (GTK_WIDGET (self), title);
}

static void
show_locked (FasciaRestorePage *self, gboolean is_wrong)
{
  gtk_stack_set_visible_child_name (self->stack, "locked");
  gtk_widget_set_visible (self->wrong, is_wrong);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->passphrase), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->passphrase), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_editable_select_region (GTK_EDITABLE (self->passphrase), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
  fascia_announce (GTK_WIDGET (self), is_wrong ? _ ("This is not the passphrase. Try again.")
                                               : _ ("This backup is locked."));
}

static void
show_preview (FasciaRestorePage *self)
{
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (self->journal), &now);
  fill_facts (self, self->preview->info, now.day);
  fill_differences (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_grab_focus (self->restore);
}

static void
show (FasciaRestorePage *self, const GError *error)
{
  switch (fascia_restore_view_choose (self->is_checking, self->preview, error))
    {
    case FASCIA_RESTORE_LOCKED:
      show_locked (self, FALSE);
      break;
    case FASCIA_RESTORE_WRONG:
      show_locked (self, TRUE);
      break;
    case FASCIA_RESTORE_PREVIEW:
      show_preview (self);
      break;
    case FASCIA_RESTORE_FAILED:
      show_failed (self, error);
      break;
    case FASCIA_RESTORE_CHECKING:
    default:
      gtk_stack_set_visible_child_name (self->stack, "checking");
      break;
    }
}

void
fascia_restore_page_set_error (FasciaRestorePage *self, const GError *error)
{
  g_return_if_fail (FASCIA_IS_RESTORE_PAGE (self));

  self->is_checking = FALSE;
  show (self, error);
}

/* ---- checking ---- */

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaRestorePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBackupPreview) preview
      = fascia_journal_preview_restore_finish (FASCIA_JOURNAL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->is_checking = FALSE;
  self->preview = g_steal_pointer (&preview);
  show (self, error);
}

static void
check (FasciaRestorePage *self)
{
  self->is_checking = TRUE;
  show (self, NULL);
  fascia_journal_preview_restore_async (self->journal, self->path, self->given, self->cancellable,
                                        on_previewed, g_object_ref (self));
}

static void
on_passphrase_changed (FasciaRestorePage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  gtk_widget_set_sensitive (self->open, *text != '\0');
  gtk_widget_set_visible (self->wrong, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->passphrase), "error");
}

static void
on_open_clicked (FasciaRestorePage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  if (*text == '\0' || self->is_checking)
    return;
  g_set_str (&self->given, text);
  check (self);
}

/* ---- restoring ---- */

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaRestorePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = fascia_journal_restore_finish (FASCIA_JOURNAL (source), result, &error);

  if (self->outcome == NULL)
    return;
  if (error != NULL)
    {
      fascia_outcome_page_set_failed (self->outcome, _ ("Nothing Was Restored"), error->message);
      return;
    }
  g_autofree char *entries = fascia_data_text_entries (self->preview->info->n_entries);
  g_autofree char *description
      = kept != NULL
            /* Translators: %s is “214 entries”; what follows is the path of a file */
            ? g_strdup_printf (_ ("%s. The journal that was here before is kept in:"), entries)
            : g_strdup (entries);
  fascia_outcome_page_set_done (self->outcome, _ ("Restored"), description, kept);
}

static void
on_restore_clicked (FasciaRestorePage *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (navigation == NULL || self->preview == NULL)
    return;
  /* What has begun is not stopped half way. */
  GtkWidget *page = fascia_outcome_page_new (_ ("Restore"), _ ("Restoring…"), NULL);
  g_set_weak_pointer (&self->outcome, FASCIA_OUTCOME_PAGE (page));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
  fascia_journal_restore_async (self->journal, self->path, self->given, NULL, on_restored,
                                g_object_ref (self));
}

/* ---- the page ---- */

static void
fascia_restore_page_dispose (GObject *object)
{
  FasciaRestorePage *self = FASCIA_RESTORE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->outcome);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_RESTORE_PAGE);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_restore_page_parent_class)->dispose (object);
}

static void
fascia_restore_page_finalize (GObject *object)
{
  FasciaRestorePage *self = FASCIA_RESTORE_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->preview, fascia_backup_preview_free);
  g_free (self->path);
  g_free (self->given);

  G_OBJECT_CLASS (fascia_restore_page_parent_class)->finalize (object);
}

static void
fascia_restore_page_class_init (FasciaRestorePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_restore_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_restore_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-restore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaRestorePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaRestorePage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, FasciaRestorePage, wrong);
  gtk_widget_class_bind_template_child (widget_class, FasciaRestorePage, open);
  gtk_widget_class_bind_template_child (widget_class, FasciaRestorePage, facts);
  gtk_widget_class_bind_template_child (widget_class, FasciaRestorePage, differences);
  gtk_widget_class_bind_template_child (widget_class, FasciaRestorePage, restore);
  gtk_widget_class_bind_template_child (widget_class, FasciaRestorePage, failed);
  gtk_widget_class_bind_template_child (widget_class, FasciaRestorePage, back);
  gtk_widget_class_bind_template_callback (widget_class, on_passphrase_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
}

static void
fascia_restore_page_init (FasciaRestorePage *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fascia_restore_page_new (FasciaJournal *journal, const char *path)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaRestorePage *self = g_object_new (FASCIA_TYPE_RESTORE_PAGE, NULL);

  self->journal = g_object_ref (journal);
  self->path = g_strdup (path);
  if (path != NULL)
    check (self);
  return GTK_WIDGET (self);
}

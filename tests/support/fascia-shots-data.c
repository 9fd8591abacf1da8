/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the dialogs about the journal as a whole. */

#include "config.h"

#include "fascia-shots-data.h"

#include "core/journal/fascia-journal-data.h"
#include "fascia-button-row.h"
#include "fascia-data-actions.h"
#include "fascia-data-text.h"
#include "fascia-file-chooser.h"
#include "fascia-test-utils.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)

/* ---- files ---- */

static char *
answer (const FasciaFileWish *wish, gpointer data)
{
  return g_strdup (data);
}

/* Where the files of one picture lie: beside its journal, so that they go with it. */
static char *
build_path (FasciaWindow *window, const char *name)
{
  g_autofree char *folder
      = g_path_get_dirname (fascia_journal_get_path (fascia_window_get_journal (window)));

  return g_build_filename (folder, name, NULL);
}

void
fascia_shots_make_backups (const char *path, FasciaClock *clock)
{
  static const int hours[] = { 24 * 40, 24 * 12, 24 * 5, 24 * 3, 26, 22, 5, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      const FasciaMark mark = { .region = "calf-upper-left",
                                .scale = FASCIA_SCALE_TIGHTNESS,
                                .level = 1 + (int) i % 9 };
      const FasciaLog log = { .marks = &mark, .n_marks = 1 };
      g_autoptr (FasciaClock) then
          = fascia_clock_new_fixed (fascia_clock_now_ms (clock) - hours[i] * HOUR_MS, "UTC");
      g_autoptr (GError) error = NULL;
      FasciaDb *db = fascia_db_open (path, FASCIA_DB_NONE, then, 1000, &error);
      g_autoptr (FasciaOperation) operation = db != NULL ? fascia_db_log (db, &log, &error) : NULL;
      gboolean is_made = FALSE;

      if (operation == NULL || !fascia_db_backup_rolling (db, &is_made, &error)
          || !fascia_db_close (db, &error))
        g_error ("No backup to be pictured: %s", error->message);
    }
}

/* ---- eyes and hands ---- */

typedef struct
{
  GtkWidget *window;
  const char *text;
  GtkWidget *found;
} Search;

static GtkWidget *
find (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if ((ADW_IS_PREFERENCES_ROW (widget)
       && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) == 0)
      || (GTK_IS_BUTTON (widget)
          && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0)
      || (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_there (gpointer data)
{
  Search *search = data;

  search->found = find (search->window, search->text);
  return search->found != NULL;
}

static GtkWidget *
wait_for (FasciaWindow *window, const char *text)
{
  Search search = { GTK_WIDGET (window), text, NULL };

  if (!fascia_test_wait_until (is_there, &search))
    g_error ("“%s” never came", text);
  return search.found;
}

static void
press (FasciaWindow *window, const char *text)
{
  GtkWidget *widget = wait_for (window, text);

  if (FASCIA_IS_BUTTON_ROW (widget))
    g_signal_emit_by_name (widget, "activated");
  else if (ADW_IS_ACTION_ROW (widget))
    adw_action_row_activate (ADW_ACTION_ROW (widget));
  else
    g_signal_emit_by_name (widget, "clicked");
}

static void
type (FasciaWindow *window, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (wait_for (window, row)), text);
}

static void
act (FasciaWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

/* ---- export ---- */

void
fascia_shots_show_export (FasciaWindow *window)
{
  act (window, "win.export");
}

void
fascia_shots_show_exported (FasciaWindow *window)
{
  g_autofree char *path = build_path (window, "Fascia 2026-03-10.csv");

  act (window, "win.export");
  fascia_file_chooser_set_answer (answer, path);
  press (window, fascia_data_text_form (FASCIA_EXPORT_TABLE));
  wait_for (window, "Saved");
}

void
fascia_shots_show_export_failed (FasciaWindow *window)
{
  act (window, "win.export");
  fascia_file_chooser_set_answer (answer, (gpointer) "/no-such-folder/Fascia 2026-03-10.json");
  press (window, fascia_data_text_form (FASCIA_EXPORT_JSON));
  wait_for (window, "Nothing Was Saved");
}

/* ---- import ---- */

void
fascia_shots_show_import (FasciaWindow *window)
{
  act (window, "win.import");
}

static void
show_table (FasciaWindow *window)
{
  static const char csv[]
      = "Date,Pain,Sleep (hours),Notes,Steps\n"
        "2026-02-26,4,7.5,\"Worked in the garden, back felt long afterwards\",8211\n"
        "2026-02-27,5,6,,4100\n"
        "2026-02-28,eleven,6.5,bad night,\n"
        "2026-03-01,3,8,,9120\n"
        "2026-03-02,2,7,stretched,\n"
        "35 March,2,7,,\n"
        "2026-03-04,4,7,,\n";
  g_autofree char *path = build_path (window, "pain diary.csv");

  g_file_set_contents (path, csv, -1, NULL);
  act (window, "win.import");
  fascia_file_chooser_set_answer (answer, path);
  press (window, "A _File");
  wait_for (window, "_Continue");
}

void
fascia_shots_show_import_columns (FasciaWindow *window)
{
  show_table (window);
}

void
fascia_shots_show_import_rows (FasciaWindow *window)
{
  show_table (window);
  press (window, "_Continue");
  wait_for (window, "_Import");
}

void
fascia_shots_show_import_preview (FasciaWindow *window)
{
  static const char csv[] = "Date,Pain,Notes\n"
                            "2026-02-26,4,\"Worked in the garden\"\n"
                            "2026-02-27,5,\n"
                            "2026-03-01,3,stretched\n";
  g_autofree char *path = build_path (window, "pain.csv");

  g_file_set_contents (path, csv, -1, NULL);
  act (window, "win.import");
  fascia_file_chooser_set_answer (answer, path);
  press (window, "A _File");
  press (window, "_Continue");
  wait_for (window, "_Import");
}

void
fascia_shots_show_import_failed (FasciaWindow *window)
{
  g_autofree char *path = build_path (window, "picture.png");

  g_file_set_contents (path, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, NULL);
  act (window, "win.import");
  fascia_file_chooser_set_answer (answer, path);
  press (window, "A _File");
  wait_for (window, "_Choose Another…");
}

/* ---- backups ---- */

void
fascia_shots_show_backups (FasciaWindow *window)
{
  act (window, "win.backups");
  wait_for (window, "Restore…");
}

void
fascia_shots_show_backup_new (FasciaWindow *window)
{
  act (window, "win.backups");
  press (window, "_Back Up Now…");
}

void
fascia_shots_show_backup_typed (FasciaWindow *window)
{
  fascia_shots_show_backup_new (window);
  type (window, "_Passphrase (Optional)", "correct horse");
  type (window, "The _Same Again", "correct house");
}

void
fascia_shots_show_backup_done (FasciaWindow *window)
{
  g_autofree char *path = build_path (window, "Fascia 2026-03-10.fascia-backup");

  fascia_shots_show_backup_new (window);
  fascia_file_chooser_set_answer (answer, path);
  press (window, "_Choose Where…");
  wait_for (window, "Backup Saved and Checked");
}

void
fascia_shots_show_restore (FasciaWindow *window)
{
  fascia_shots_show_backups (window);
  press (window, "Restore…");
  wait_for (window, "_Restore");
}

void
fascia_shots_show_restored (FasciaWindow *window)
{
  fascia_shots_show_restore (window);
  press (window, "_Restore");
  wait_for (window, "Restored");
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  FasciaBackupInfo **info = data;

  *info = fascia_journal_backup_finish (FASCIA_JOURNAL (source), result, &error);
  if (*info == NULL)
    g_error ("%s", error->message);
}

static gboolean
has_info (gpointer data)
{
  return *(FasciaBackupInfo **) data != NULL;
}

void
fascia_shots_show_restore_locked (FasciaWindow *window)
{
  g_autofree char *path = build_path (window, "locked.fascia-backup");
  FasciaBackupInfo *info = NULL;

  fascia_journal_backup_async (fascia_window_get_journal (window), path, "correct horse", NULL,
                               on_backed_up, &info);
  fascia_test_assert_until (has_info, &info);
  fascia_backup_info_free (info);
  act (window, "win.backups");
  fascia_file_chooser_set_answer (answer, path);
  press (window, "_Restore from a File…");
  wait_for (window, "_Open");
  type (window, "_Passphrase", "correct house");
}

void
fascia_shots_show_restore_failed (FasciaWindow *window)
{
  g_autofree char *path = build_path (window, "other.fascia-backup");

  g_file_set_contents (path, "A shopping list.\n", -1, NULL);
  act (window, "win.backups");
  fascia_file_chooser_set_answer (answer, path);
  press (window, "_Restore from a File…");
  wait_for (window, "_Back");
}

/* ---- the end ---- */

void
fascia_shots_show_erase (FasciaWindow *window)
{
  act (window, "win.erase");
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, NULL);
  FasciaEntry **entry = data;

  *entry = fascia_entry_ref (entries->pdata[0]);
}

static gboolean
has_entry (gpointer data)
{
  return *(FasciaEntry **) data != NULL;
}

void
fascia_shots_show_delete (FasciaWindow *window)
{
  FasciaJournal *journal = fascia_window_get_journal (window);
  FasciaEntry *entry = NULL;

  fascia_journal_list_async (journal, G_MAXINT64, NULL, 1, NULL, on_listed, &entry);
  fascia_test_assert_until (has_entry, &entry);
  fascia_delete_for_good_present (GTK_WIDGET (window), journal, entry);
  fascia_entry_unref (entry);
}

void
fascia_shots_show_repair (FasciaWindow *window)
{
  press (window, "_Repair…");
}

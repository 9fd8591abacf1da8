/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups through their dialogs: made, locked, restored, refused; a damaged journal; everything
 * erased; one entry deleted for good.
 */

#include "config.h"

#include "data-fixture.h"

#define PASSPHRASE "correct horse battery staple"

static gboolean
is_ready (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_READY;
}

static gboolean
is_failed (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_FAILED;
}

static void
type (Fixture *fixture, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (wait_for (fixture, is_row, title)), text);
}

/* ---- backing up ---- */

static void
test_back_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "mine.fascia-backup");
  g_autoptr (GError) error = NULL;

  show_three (fixture);
  act (fixture, "win.backups");
  activate (fixture, "_Back Up Now…");
  choose (path);
  click (fixture, "_Choose Where…");
  wait_for (fixture, is_label, "Backup Saved and Checked");
  g_assert_true (is_shown (fixture, is_label, path));
  g_assert_cmpstr (the_chooser.name, ==, "Fascia 2026-03-10.fascia-backup");

  g_autoptr (FasciaBackupInfo) info = fascia_backup_inspect (path, NULL, TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (info->is_locked);
  g_assert_cmpint (info->n_entries, ==, 3);
  click (fixture, "_Done");
  fascia_test_assert_until (has_no_dialog, fixture);
}

/* Only two equal passphrases lock it. */
static void
test_back_up_locked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "mine.fascia-backup");
  g_autoptr (GError) error = NULL;

  show_three (fixture);
  act (fixture, "win.backups");
  activate (fixture, "_Back Up Now…");
  GtkWidget *save = wait_for (fixture, is_button, "_Choose Where…");
  type (fixture, "_Passphrase (Optional)", PASSPHRASE);
  g_assert_false (gtk_widget_get_sensitive (save));
  type (fixture, "The _Same Again", "something else");
  g_assert_false (gtk_widget_get_sensitive (save));
  wait_for (fixture, is_label, "The two are not the same.");
  type (fixture, "The _Same Again", PASSPHRASE);
  g_assert_true (gtk_widget_get_sensitive (save));
  fascia_test_drain ();
  g_assert_false (is_shown (fixture, is_label, "The two are not the same."));
  choose (path);
  click (fixture, "_Choose Where…");
  wait_for (fixture, is_label, "Backup Saved and Checked");

  g_assert_null (fascia_backup_inspect (path, NULL, TRUE, &error));
  g_assert_error (error, FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_LOCKED);
  g_clear_error (&error);
  g_autoptr (FasciaBackupInfo) info = fascia_backup_inspect (path, PASSPHRASE, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (info->n_entries, ==, 3);
  click (fixture, "_Done");
}

static void
test_back_up_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "no-such/mine.fascia-backup");

  show_three (fixture);
  act (fixture, "win.backups");
  activate (fixture, "_Back Up Now…");
  choose (NULL);
  click (fixture, "_Choose Where…");
  fascia_test_drain ();
  g_assert_true (is_shown (fixture, is_button, "_Choose Where…"));
  choose (path);
  click (fixture, "_Choose Where…");
  wait_for (fixture, is_label, "No Backup Was Saved");
  click (fixture, "_Back");
  wait_for (fixture, is_button, "_Choose Where…");
  adw_dialog_force_close (get_dialog (fixture));
}

/* ---- restoring ---- */

static gboolean
has_three (gpointer data)
{
  return is_ready (data) && count_entries (data) == 3;
}

/* Looks at the backup and restores it; nothing changes before the last click. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  const char *passphrase = data;
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "mine.fascia-backup");

  show_three (fixture);
  make_backup (fixture, path, passphrase);
  log_mark (fixture, RIGHT, 9, 5);

  act (fixture, "win.backups");
  choose (path);
  activate (fixture, "_Restore from a File…");
  if (passphrase != NULL)
    {
      type (fixture, "_Passphrase", "not this one");
      click (fixture, "_Open");
      wait_for (fixture, is_label, "This is not the passphrase. Nothing was changed: try again.");
      type (fixture, "_Passphrase", passphrase);
      click (fixture, "_Open");
    }
  wait_for (fixture, is_row, "1 entry here is not in the backup");
  g_assert_cmpuint (count_entries (fixture), ==, 4);

  click (fixture, "_Restore");
  wait_for (fixture, is_label, "Restored");
  g_assert_true (is_shown (fixture, is_button, "_Show in Files"));
  fascia_test_assert_until (has_three, fixture);
  click (fixture, "_Done");
  fascia_test_assert_until (has_no_dialog, fixture);
  fascia_test_assert_until (is_loaded, fixture);
}

static void
assert_refused (Fixture *fixture, const char *path, const char *title)
{
  choose (path);
  activate (fixture, "_Restore from a File…");
  wait_for (fixture, is_label, title);
  g_assert_false (is_shown (fixture, is_button, "_Restore"));
  click (fixture, "_Back");
  wait_for (fixture, is_row, "_Restore from a File…");
  g_assert_cmpuint (count_entries (fixture), ==, 3);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = fascia_test_dir_build (fixture->dir, "mine.fascia-backup");
  g_autofree char *cut = fascia_test_dir_build (fixture->dir, "cut.fascia-backup");
  g_autofree char *other = fascia_test_dir_build (fixture->dir, "other.fascia-backup");
  g_autofree char *content = NULL;
  gsize size = 0;

  show_three (fixture);
  make_backup (fixture, whole, NULL);
  g_assert_true (g_file_get_contents (whole, &content, &size, NULL));
  g_assert_true (g_file_set_contents (cut, content, (gssize) (size - size / 3), NULL));
  g_assert_true (g_file_set_contents (other, "A shopping list.\n", -1, NULL));

  act (fixture, "win.backups");
  assert_refused (fixture, cut, "This Backup Is Damaged");
  assert_refused (fixture, other, "This File Is Not a Backup");
  adw_dialog_force_close (get_dialog (fixture));
}

/* ---- a damaged journal ---- */

/* Leaves a part of the first page, and a backup beside it when there is to be one. */
static void
damage (Fixture *fixture, gboolean with_backup)
{
  g_autofree char *content = NULL;
  gsize size = 0;

  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_object_unref (fixture->journal);
  if (with_backup)
    {
      FasciaDb *db = fascia_db_open (fixture->path, FASCIA_DB_NONE, fixture->clock, 1000, NULL);
      gboolean is_made = FALSE;

      g_assert_nonnull (db);
      g_assert_true (fascia_db_backup_rolling (db, &is_made, NULL));
      g_assert_true (is_made);
      g_assert_true (fascia_db_close (db, NULL));
    }
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (fixture->path, content, 5000, NULL));
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  fascia_journal_open (fixture->journal);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "mine.fascia-backup");

  show_three (fixture);
  make_backup (fixture, path, NULL);
  close_window (fixture);
  damage (fixture, FALSE);
  make_window (fixture, 360, 600);
  fascia_test_assert_until (is_failed, fixture);

  wait_for (fixture, is_button, "_Repair…");
  GtkWidget *restore = wait_for (fixture, is_button, "Restore from a _Backup…");
  g_assert_true (gtk_widget_has_css_class (restore, "suggested-action"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == restore);
  gtk_widget_activate (restore);
  choose (path);
  activate (fixture, "_Restore from a File…");
  wait_for (fixture, is_row, "Your journal cannot be read now");
  click (fixture, "_Restore");
  wait_for (fixture, is_label, "Restored");
  click (fixture, "_Done");
  fascia_test_assert_until (has_three, fixture);
  fascia_test_assert_until (is_loaded, fixture);
}

static void
test_repair (Fixture *fixture, gconstpointer data)
{
  show_three (fixture);
  close_window (fixture);
  damage (fixture, TRUE);
  make_window (fixture, 1000, 760);
  fascia_test_assert_until (is_failed, fixture);

  click (fixture, "_Repair…");
  click (fixture, "_Repair");
  wait_for (fixture, is_label, "Repaired");
  click (fixture, "_Done");
  fascia_test_assert_until (has_three, fixture);
  fascia_test_assert_until (is_loaded, fixture);
}

/* Nothing can be read and there is no backup: it is said, and the page is still there. */
static void
test_repair_in_vain (Fixture *fixture, gconstpointer data)
{
  show_three (fixture);
  close_window (fixture);
  damage (fixture, FALSE);
  make_window (fixture, 1000, 760);
  fascia_test_assert_until (is_failed, fixture);

  click (fixture, "_Repair…");
  click (fixture, "_Repair");
  wait_for (fixture, is_label, "It Could Not Be Repaired");
  click (fixture, "_Back");
  adw_dialog_force_close (get_dialog (fixture));
  fascia_test_assert_until (has_no_dialog, fixture);
  wait_for (fixture, is_button, "_Repair…");
}

/* ---- the end ---- */

static gboolean
is_empty (gpointer data)
{
  return is_ready (data) && count_entries (data) == 0;
}

static GtkWidget *
find_check (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = fascia_test_dir_build (fixture->dir, "mine.fascia-backup");

  show_three (fixture);
  make_backup (fixture, kept, NULL);
  act (fixture, "win.backups");
  activate (fixture, "_Erase Everything…");

  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (get_dialog (fixture));
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "erase"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (GTK_WIDGET (dialog))), TRUE);
  g_assert_true (adw_alert_dialog_get_response_enabled (dialog, "erase"));
  click (fixture, "_Erase");
  fascia_test_assert_until (is_empty, fixture);
  fascia_test_assert_until (has_no_dialog, fixture);
  /* What the person saved elsewhere stays. */
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
}

static void
on_first_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  FasciaEntry **entry = data;
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, NULL);

  *entry = fascia_entry_ref (entries->pdata[0]);
}

static gboolean
has_entry (gpointer data)
{
  return *(FasciaEntry **) data != NULL;
}

static gboolean
has_two (gpointer data)
{
  return count_entries (data) == 2;
}

static void
test_delete_for_good (Fixture *fixture, gconstpointer data)
{
  FasciaEntry *entry = NULL;

  show_three (fixture);
  fascia_journal_list_async (fixture->journal, G_MAXINT64, NULL, 1, NULL, on_first_listed, &entry);
  fascia_test_assert_until (has_entry, &entry);

  fascia_delete_for_good_present (GTK_WIDGET (fixture->page), fixture->journal, entry);
  click (fixture, "_Cancel");
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 3);

  fascia_delete_for_good_present (GTK_WIDGET (fixture->page), fixture->journal, entry);
  g_assert_nonnull (find_check (GTK_WIDGET (get_dialog (fixture))));
  click (fixture, "_Delete");
  fascia_test_assert_until (has_two, fixture);
  fascia_entry_unref (entry);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* The list of recent files of nobody. */
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_setenv ("XDG_DATA_HOME", fascia_test_dir_get_path (dir), TRUE);
  fascia_file_chooser_set_answer (answer_chooser, NULL);

  g_test_add ("/data/backups/back-up", Fixture, NULL, set_up, test_back_up, tear_down);
  g_test_add ("/data/backups/locked", Fixture, NULL, set_up, test_back_up_locked, tear_down);
  g_test_add ("/data/backups/nowhere", Fixture, NULL, set_up, test_back_up_nowhere, tear_down);
  g_test_add ("/data/backups/restore", Fixture, NULL, set_up, test_restore, tear_down);
  g_test_add ("/data/backups/restore-locked", Fixture, PASSPHRASE, set_up, test_restore, tear_down);
  g_test_add ("/data/backups/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/data/backups/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/data/backups/repair", Fixture, NULL, set_up, test_repair, tear_down);
  g_test_add ("/data/backups/repair-in-vain", Fixture, NULL, set_up, test_repair_in_vain,
              tear_down);
  g_test_add ("/data/erase", Fixture, NULL, set_up, test_erase, tear_down);
  g_test_add ("/data/delete-for-good", Fixture, NULL, set_up, test_delete_for_good, tear_down);

  int status = run_tests ();
  g_free (the_chooser.answer);
  g_free (the_chooser.name);
  return status;
}

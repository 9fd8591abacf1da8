/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Export and import through their dialogs, from the menu to the file and back, with files chosen by
 * the test.
 */

#include "config.h"

#include "data-fixture.h"
#include "fascia-data-text.h"

/* ---- export ---- */

static void
test_export_file (Fixture *fixture, gconstpointer data)
{
  FasciaExportFormat format = (FasciaExportFormat) GPOINTER_TO_INT (data);
  const char *suffix = fascia_export_format_get_suffix (format);
  g_autofree char *name = g_strconcat ("out", suffix, NULL);
  g_autofree char *path = fascia_test_dir_build (fixture->dir, name);

  show_three (fixture);
  act (fixture, "win.export");
  choose (path);
  activate (fixture, fascia_data_text_form (format));
  wait_for (fixture, is_label, "Saved");
  g_assert_true (is_shown (fixture, is_label, path));
  g_assert_true (is_shown (fixture, is_button, "_Show in Files"));
  g_assert_cmpint (the_chooser.choose, ==, FASCIA_CHOOSE_SAVE);
  g_assert_true (g_str_has_suffix (the_chooser.name, suffix));

  g_autofree char *content = NULL;
  gsize size = 0;
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (size, >, 100);
  click (fixture, "_Done");
  fascia_test_assert_until (has_no_dialog, fixture);
}

static void
test_export_folder (Fixture *fixture, gconstpointer data)
{
  const char *parent = fascia_test_dir_get_path (fixture->dir);
  g_autofree char *first = fascia_test_dir_build (fixture->dir, "Fascia 2026-03-10");
  g_autofree char *second = fascia_test_dir_build (fixture->dir, "Fascia 2026-03-10 (2)");

  show_three (fixture);
  choose (parent);
  for (int i = 0; i < 2; i++)
    {
      act (fixture, "win.export");
      activate (fixture, fascia_data_text_form (FASCIA_EXPORT_TABLES));
      wait_for (fixture, is_label, "Saved");
      g_assert_cmpint (the_chooser.choose, ==, FASCIA_CHOOSE_FOLDER);
      click (fixture, "_Done");
      fascia_test_assert_until (has_no_dialog, fixture);
    }
  /* Nothing that was there is touched. */
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_DIR));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_DIR));
}

/* Nothing was chosen: the forms are still there; a place that cannot be written says so. */
static void
test_export_not (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "no-such-folder/out.json");
  guint n_asked = the_chooser.n_asked;

  show_three (fixture);
  act (fixture, "win.export");
  choose (NULL);
  activate (fixture, fascia_data_text_form (FASCIA_EXPORT_JSON));
  fascia_test_drain ();
  g_assert_cmpuint (the_chooser.n_asked, ==, n_asked + 1);
  g_assert_true (is_shown (fixture, is_row, fascia_data_text_form (FASCIA_EXPORT_JSON)));

  choose (path);
  activate (fixture, fascia_data_text_form (FASCIA_EXPORT_JSON));
  wait_for (fixture, is_label, "Nothing Was Saved");
  g_assert_false (is_shown (fixture, is_button, "_Show in Files"));
  click (fixture, "_Back");
  wait_for (fixture, is_row, fascia_data_text_form (FASCIA_EXPORT_JSON));
  adw_dialog_force_close (get_dialog (fixture));
  fascia_test_assert_until (has_no_dialog, fixture);
}

/* ---- import ---- */

static void
export_json (Fixture *fixture, const char *path)
{
  act (fixture, "win.export");
  choose (path);
  activate (fixture, fascia_data_text_form (FASCIA_EXPORT_JSON));
  wait_for (fixture, is_label, "Saved");
  click (fixture, "_Done");
  fascia_test_assert_until (has_no_dialog, fixture);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  Doing *doing = data;
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &doing->error);

  g_assert_cmpuint (entries->len, >, 0);
  fascia_journal_delete_entry_async (
      FASCIA_JOURNAL (source), fascia_entry_get_uid (entries->pdata[0]), NULL, on_written, doing);
}

static void
delete_newest (Fixture *fixture)
{
  Doing doing = { 0 };

  fascia_journal_list_async (fixture->journal, G_MAXINT64, NULL, 1, NULL, on_deleted, &doing);
  fascia_test_assert_until (is_doing_done, &doing);
  g_assert_no_error (doing.error);
  fascia_operation_unref (doing.operation);
}

static gboolean
has_three (gpointer data)
{
  return count_entries (data) == 3;
}

static gboolean
has_two (gpointer data)
{
  return count_entries (data) == 2;
}

/* Out, one entry deleted, in again: only that one is new, and one Undo takes it away. */
static void
test_import_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "out.json");

  show_three (fixture);
  export_json (fixture, path);
  delete_newest (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 2);

  act (fixture, "win.import");
  choose (path);
  activate (fixture, "A _File");
  wait_for (fixture, is_button, "_Import");
  g_assert_true (is_shown (fixture, is_row, "New entries"));
  g_assert_true (is_shown (fixture, is_row, "Already in your journal"));
  g_assert_false (is_shown (fixture, is_row, "Rows that cannot be read"));
  /* Looking changes nothing. */
  g_assert_cmpuint (count_entries (fixture), ==, 2);

  click (fixture, "_Import");
  fascia_test_assert_until (has_no_dialog, fixture);
  fascia_test_assert_until (has_three, fixture);
  g_assert_true (is_shown (fixture, is_label, "1 entry imported"));
  act (fixture, "win.undo");
  fascia_test_assert_until (has_two, fixture);
}

/* The same once more: there is nothing to import, and that is said. */
static void
test_import_same (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "out.json");

  show_three (fixture);
  export_json (fixture, path);
  act (fixture, "win.import");
  choose (path);
  activate (fixture, "A _File");
  wait_for (fixture, is_label, "There is nothing new in this file.");
  g_assert_false (is_shown (fixture, is_button, "_Import"));
  /* The focus is on the way out. */
  GtkWidget *back = wait_for (fixture, is_button, "_Back");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == back);
  g_signal_emit_by_name (back, "clicked");
  wait_for (fixture, is_row, "A _File");
  adw_dialog_force_close (get_dialog (fixture));
}

static gboolean
says_name (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

/* A table of one's own: the columns are guessed, a bad row is told and skipped by choice. */
static void
test_import_table (Fixture *fixture, gconstpointer data)
{
  static const char csv[] = "date,pain,note\n"
                            "2026-03-01,4,after the garden\n"
                            "2026-03-02,eleven,\n"
                            "2026-03-03,5,\n";
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "pain.csv");

  g_assert_true (g_file_set_contents (path, csv, -1, NULL));
  show (fixture, 1000, 760);
  act (fixture, "win.import");
  choose (path);
  activate (fixture, "A _File");
  wait_for (fixture, is_row, "pain");
  g_assert_true (is_shown (fixture, is_row, "date"));
  g_assert_cmpstr (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (wait_for (fixture, is_row, "pain"))), ==,
      "4 · eleven · 5");
  /* Whatever was guessed, the person decides. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (wait_for (fixture, is_row, "pain")),
                              FASCIA_COLUMN_ITEM - 1);
  gtk_editable_set_text (GTK_EDITABLE (wait_for (fixture, is_row, "Name of the scale for “pain”")),
                         "Garden pain");
  click (fixture, "_Continue");

  wait_for (fixture, is_row, "Rows that cannot be read");
  GtkWidget *button = find_below (GTK_WIDGET (fixture->window), is_button, "_Import");
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  /* What is new is called what the person called it. */
  g_assert_true (is_shown (fixture, says_name, "Garden pain"));

  adw_switch_row_set_active (ADW_SWITCH_ROW (wait_for (fixture, is_row, "_Skip These Rows")), TRUE);
  click (fixture, "_Import");
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 2);
}

/* The name of a program is no markup. */
static void
test_import_layout (Fixture *fixture, gconstpointer data)
{
  static const char csv[] = "FeatureName,Timestamp,Value,Note\n"
                            "A & B,2022-09-14T21:30:41.432+01:00,1,\n";
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "track.csv");

  g_assert_true (g_file_set_contents (path, csv, -1, NULL));
  show (fixture, 1000, 760);
  act (fixture, "win.import");
  choose (path);
  activate (fixture, "A _File");
  GtkWidget *label = wait_for (fixture, is_label, "Track &amp; Graph");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Track & Graph");
  click (fixture, "_Continue");
  click (fixture, "_Import");
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 1);
}

static void
test_import_unknown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "picture.json");
  g_autofree char *missing = fascia_test_dir_build (fixture->dir, "nothing.json");

  g_assert_true (g_file_set_contents (path, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, NULL));
  show (fixture, 1000, 760);
  act (fixture, "win.import");
  choose (path);
  activate (fixture, "A _File");
  click (fixture, "_Choose Another…");
  wait_for (fixture, is_row, "A _File");
  choose (missing);
  activate (fixture, "A _File");
  wait_for (fixture, is_button, "_Choose Another…");
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  adw_dialog_force_close (get_dialog (fixture));
}

/* ---- no trace ---- */

static gboolean
has_item (gpointer data)
{
  GtkRecentInfo *info
      = gtk_recent_manager_lookup_item (gtk_recent_manager_get_default (), data, NULL);
  gboolean is_there = info != NULL;

  g_clear_pointer (&info, gtk_recent_info_unref);
  return is_there;
}

static gboolean
has_no_item (gpointer data)
{
  return !has_item (data);
}

/* A dialog that writes down what was chosen does so in vain. */
static void
test_recent (Fixture *fixture, gconstpointer data)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  g_autofree char *path = fascia_test_dir_build (fixture->dir, "out.json");
  g_autofree char *other = fascia_test_dir_build (fixture->dir, "other.json");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *other_uri = g_filename_to_uri (other, NULL, NULL);

  show_three (fixture);
  export_json (fixture, path);
  gtk_recent_manager_add_item (manager, uri);
  gtk_recent_manager_add_item (manager, other_uri);
  fascia_test_assert_until (has_item, other_uri);
  fascia_test_assert_until (has_no_item, uri);
}

/* Without a journal there is nothing to write out and nowhere to read in. */
static gboolean
is_failed (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_FAILED;
}

static void
test_disabled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (fixture->path, "no journal", -1, NULL));
  fascia_journal_open (fixture->journal);
  make_window (fixture, 360, 294);
  fascia_test_assert_until (is_failed, fixture);
  fascia_test_drain ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import", NULL);
  g_assert_null (get_dialog (fixture));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* The list of recent files of nobody. */
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_setenv ("XDG_DATA_HOME", fascia_test_dir_get_path (dir), TRUE);
  fascia_file_chooser_set_answer (answer_chooser, NULL);

  g_test_add ("/data/export/json", Fixture, GINT_TO_POINTER (FASCIA_EXPORT_JSON), set_up,
              test_export_file, tear_down);
  g_test_add ("/data/export/fhir", Fixture, GINT_TO_POINTER (FASCIA_EXPORT_FHIR), set_up,
              test_export_file, tear_down);
  g_test_add ("/data/export/table", Fixture, GINT_TO_POINTER (FASCIA_EXPORT_TABLE), set_up,
              test_export_file, tear_down);
  g_test_add ("/data/export/folder", Fixture, NULL, set_up, test_export_folder, tear_down);
  g_test_add ("/data/export/not", Fixture, NULL, set_up, test_export_not, tear_down);
  g_test_add ("/data/import/own", Fixture, NULL, set_up, test_import_own, tear_down);
  g_test_add ("/data/import/same", Fixture, NULL, set_up, test_import_same, tear_down);
  g_test_add ("/data/import/table", Fixture, NULL, set_up, test_import_table, tear_down);
  g_test_add ("/data/import/layout", Fixture, NULL, set_up, test_import_layout, tear_down);
  g_test_add ("/data/import/unknown", Fixture, NULL, set_up, test_import_unknown, tear_down);
  g_test_add ("/data/recent", Fixture, NULL, set_up, test_recent, tear_down);
  g_test_add ("/data/disabled", Fixture, NULL, set_up, test_disabled, tear_down);

  int status = run_tests ();
  g_free (the_chooser.answer);
  g_free (the_chooser.name);
  return status;
}

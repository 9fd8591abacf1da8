/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialogs about the journal as a whole as a screen reader meets them: rows say what they do,
 * buttons say for which backup, a passphrase that does not fit is invalid.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "core/store/fascia-backup.h"
#include "data/fascia-backups-dialog.h"
#include "data/fascia-export-dialog.h"
#include "data/fascia-import-dialog.h"
#include "data/fascia-problem-page.h"
#include "fascia-a11y-press.h"
#include "fascia-a11y-utils.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"

typedef struct
{
  FasciaTestDir *dir;
  FasciaClock *clock;
  char *path;
  FasciaJournal *journal;
  GtkWidget *window;
} Fixture;

static gboolean
is_settled (gpointer data)
{
  FasciaJournalState state = fascia_journal_get_state (((Fixture *) data)->journal);

  return state == FASCIA_JOURNAL_READY || state == FASCIA_JOURNAL_FAILED;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fascia_test_dir_new ();
  fixture->path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
}

static void
open_window (Fixture *fixture)
{
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_settled, fixture);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_assert_finalize_object (fixture->journal);
  fascia_clock_unref (fixture->clock);
  g_free (fixture->path);
  fascia_test_dir_free (fixture->dir);
}

typedef struct
{
  GtkWidget *root;
  GtkAccessibleRole role;
  const char *label;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  return fascia_a11y_find (GTK_ACCESSIBLE (wanted->root), wanted->role, wanted->label) != NULL;
}

static void
assert_there (GtkWidget *root, GtkAccessibleRole role, const char *label)
{
  Wanted wanted = { root, role, label };

  if (!fascia_test_wait_until (is_there, &wanted))
    g_error ("Nobody says “%s”", label);
}

static void
test_backups (Fixture *fixture, gconstpointer data)
{
  const FasciaMark mark
      = { .region = "shoulder-top-left", .scale = FASCIA_SCALE_TIGHTNESS, .level = 6 };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  FasciaDb *db = fascia_db_open (fixture->path, FASCIA_DB_NONE, fixture->clock, 1000, NULL);
  g_autoptr (FasciaOperation) operation = fascia_db_log (db, &log, NULL);
  gboolean is_made = FALSE;

  g_assert_nonnull (operation);
  g_assert_true (fascia_db_backup_rolling (db, &is_made, NULL));
  g_assert_true (fascia_db_close (db, NULL));
  open_window (fixture);

  AdwDialog *dialog = fascia_backups_dialog_new (fixture->journal);
  adw_dialog_present (dialog, fixture->window);
  assert_there (GTK_WIDGET (dialog), GTK_ACCESSIBLE_ROLE_BUTTON,
                "Restore the backup: Today, 13:20");
  assert_pressable (GTK_WIDGET (dialog));
  adw_dialog_force_close (dialog);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);

  open_window (fixture);
  AdwDialog *dialog = fascia_export_dialog_new (fixture->journal, body);
  adw_dialog_present (dialog, fixture->window);
  fascia_test_drain ();
  g_assert_cmpuint (fascia_a11y_count (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_ROLE_LIST_ITEM), ==,
                    4);
  assert_pressable (GTK_WIDGET (dialog));
  adw_dialog_force_close (dialog);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);

  open_window (fixture);
  AdwDialog *dialog = fascia_import_dialog_new (fixture->journal, body, fixture->window);
  adw_dialog_present (dialog, fixture->window);
  fascia_test_drain ();
  g_assert_cmpuint (fascia_a11y_count (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_ROLE_LIST_ITEM), ==,
                    2);
  assert_pressable (GTK_WIDGET (dialog));
  adw_dialog_force_close (dialog);
}

static void
test_problem (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (fixture->path, "no journal", -1, NULL));
  open_window (fixture);
  GtkWidget *page = fascia_problem_page_new (fixture->journal);
  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  assert_there (page, GTK_ACCESSIBLE_ROLE_LABEL, "This File Is Not a Journal");
  g_assert_true (GTK_IS_BUTTON (fascia_problem_page_get_first (FASCIA_PROBLEM_PAGE (page))));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fascia_core_get_resource ());
  g_resources_register (fascia_ui_get_resource ());

  g_test_add ("/a11y/data/backups", Fixture, NULL, set_up, test_backups, tear_down);
  g_test_add ("/a11y/data/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/a11y/data/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/a11y/data/problem", Fixture, NULL, set_up, test_problem, tear_down);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the journal as the window sees it: out of it and into it. */

#include "journal-fixture.h"

#include "core/body/fascia-body.h"
#include "core/exchange/fascia-demo.h"
#include "core/exchange/fascia-import-private.h"
#include "core/journal/fascia-journal-data.h"

static FasciaBody *body;

typedef struct
{
  Fixture *fixture;
  gint64 n_entries;
  FasciaImportPlan plan;
  FasciaOperation *operation;
  gboolean is_done;
  GError *error;
} Answer;

static void
answer_clear (Answer *self)
{
  g_clear_pointer (&self->operation, fascia_operation_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static gboolean
is_done (gpointer data)
{
  return ((Answer *) data)->is_done;
}

static void
on_exported (GObject *object, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->n_entries
      = fascia_journal_export_finish (FASCIA_JOURNAL (object), result, &answer->error);
  answer->is_done = TRUE;
}

static void
on_planned (GObject *object, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  fascia_journal_plan_import_finish (FASCIA_JOURNAL (object), result, &answer->plan,
                                     &answer->error);
  answer->is_done = TRUE;
}

static void
on_imported (GObject *object, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->operation = fascia_journal_write_finish (FASCIA_JOURNAL (object), result, &answer->error);
  answer->is_done = TRUE;
}

/* A file with half a year of entries. */
static char *
make_file (Fixture *f)
{
  g_autofree char *journal = fascia_test_dir_build (f->dir, "elsewhere/journal.db");
  char *path = fascia_test_dir_build (f->dir, "half-a-year.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaDemoOptions options = {
    .seed = 1, .last_day = (gint32) (FASCIA_TEST_NOW_MS / DAY_MS), .n_days = 180, .zone = zone
  };
  g_autoptr (GPtrArray) entries = fascia_demo_generate (&options);
  FasciaDb *db = fascia_db_open (journal, FASCIA_DB_NONE, f->clock, 0, &error);

  g_assert_no_error (error);
  fascia_db_insert_entries (db, (FasciaEntry *const *) entries->pdata, entries->len, &error);
  g_assert_no_error (error);
  fascia_export_run (FASCIA_EXPORT_JSON, body, db, path, NULL, &error);
  g_assert_no_error (error);
  fascia_db_close (db, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_there_and_back (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_file (f);
  g_autofree char *out = fascia_test_dir_build (f->dir, "out.json");
  g_autofree char *in_text = NULL, *out_text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Answer) planned = { 0 }, imported = { 0 }, exported = { 0 }, undone = { 0 };

  open_journal (f);
  g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
  g_assert_no_error (error);
  fascia_journal_plan_import_async (f->journal, import, NULL, on_planned, &planned);
  fascia_test_assert_until (is_done, &planned);
  g_assert_no_error (planned.error);
  g_assert_cmpint (planned.plan.n_new, ==, fascia_import_get_n_entries (import));

  fascia_journal_import_async (f->journal, import, FALSE, NULL, on_imported, &imported);
  fascia_test_assert_until (is_done, &imported);
  g_assert_no_error (imported.error);
  g_assert_cmpuint (fascia_operation_get_n_entries (imported.operation), ==,
                    fascia_import_get_n_entries (import));
  /* Told of, as a change that is too large to apply to what was read. */
  g_assert_nonnull (strchr (f->story->str, '!'));
  g_assert_null (f->last_changed);

  fascia_journal_export_async (f->journal, FASCIA_EXPORT_JSON, body, out, NULL, on_exported,
                               &exported);
  fascia_test_assert_until (is_done, &exported);
  g_assert_no_error (exported.error);
  g_assert_cmpint (exported.n_entries, ==, fascia_import_get_n_entries (import));
  g_assert_true (g_file_get_contents (path, &in_text, NULL, NULL));
  g_assert_true (g_file_get_contents (out, &out_text, NULL, NULL));
  g_assert_true (strcmp (in_text, out_text) == 0);

  fascia_journal_undo_async (f->journal, fascia_operation_get_id (imported.operation), NULL,
                             on_imported, &undone);
  fascia_test_assert_until (is_done, &undone);
  g_assert_no_error (undone.error);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_file (f);
  g_autofree char *out = fascia_test_dir_build (f->dir, "out");
  g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Answer) imported = { 0 }, exported = { 0 };

  open_journal (f);
  g_cancellable_cancel (cancellable);
  fascia_journal_export_async (f->journal, FASCIA_EXPORT_TABLES, body, out, cancellable,
                               on_exported, &exported);
  fascia_journal_import_async (f->journal, import, FALSE, cancellable, on_imported, &imported);
  fascia_test_assert_until (is_done, &exported);
  fascia_test_assert_until (is_done, &imported);
  g_assert_error (exported.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (imported.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (exported.n_entries, ==, -1);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

/* Half-way through it can still be taken back: nothing is there then. */
static void
test_cancelled_halfway (void)
{
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  Fixture f = { .dir = dir, .clock = clock };
  g_autofree char *path = make_file (&f);
  g_autofree char *journal = fascia_test_dir_build (dir, "here/journal.db");
  g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, NULL);
  g_autoptr (GError) error = NULL;
  FasciaDb *db = fascia_db_open (journal, FASCIA_DB_NONE, clock, 0, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_null (fascia_db_import_cancellable (db, import, FALSE, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (fascia_db_count_entries (db, &error), ==, 0);
  fascia_db_close (db, &error);
  g_assert_no_error (error);
}

/* What is written goes before an export that is under way. */
static void
test_marks_go_first (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_file (f);
  g_autofree char *out = fascia_test_dir_build (f->dir, "out.json");
  g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, NULL);
  g_auto (Answer) imported = { 0 }, exported = { 0 }, logged = { 0 };
  FasciaMark mark = { "sacrum", FASCIA_SCALE_PAIN, 5, NULL };
  FasciaLog log = { .marks = &mark, .n_marks = 1 };

  open_journal (f);
  fascia_journal_import_async (f->journal, import, FALSE, NULL, on_imported, &imported);
  fascia_test_assert_until (is_done, &imported);
  g_assert_no_error (imported.error);
  fascia_journal_export_async (f->journal, FASCIA_EXPORT_JSON, body, out, NULL, on_exported,
                               &exported);
  fascia_journal_log_async (f->journal, &log, NULL, on_imported, &logged);
  fascia_test_assert_until (is_done, &logged);
  g_assert_no_error (logged.error);
  g_assert_false (exported.is_done);
  fascia_test_assert_until (is_done, &exported);
  g_assert_no_error (exported.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  body = fascia_body_new (NULL);

  g_test_add ("/journal-exchange/there-and-back", Fixture, NULL, set_up, test_there_and_back,
              tear_down);
  g_test_add ("/journal-exchange/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add_func ("/journal-exchange/cancelled-halfway", test_cancelled_halfway);
  g_test_add ("/journal-exchange/marks-go-first", Fixture, NULL, set_up, test_marks_go_first,
              tear_down);

  int result = g_test_run ();
  fascia_body_unref (body);
  return result;
}

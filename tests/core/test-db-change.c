/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One operation over many entries, and its way back. */

#include "core/store/fascia-db-change.h"
#include "store-entries.h"

/* Gives all entries that have @from the tag @into instead, and takes the row of @from away. */
static FasciaOperation *
merge_in_transaction (FasciaDb *db, const char *from, const char *into, GError **error)
{
  g_autoptr (FasciaDbChange) change = fascia_db_change_new (db, FASCIA_OPERATION_TAGS);
  gint64 n_entries = store_count (db, "SELECT max(id) FROM entry");

  for (gint64 id = 1; id <= n_entries; id++)
    {
      g_autoptr (GPtrArray) before = fascia_db_load_rows_by_id (db, id, error);
      g_autoptr (GPtrArray) after = fascia_rows_copy (before);

      for (guint i = 0; i < after->len; i++)
        {
          FasciaRow *row = g_ptr_array_index (after, i);

          if (row->table == FASCIA_TABLE_ENTRY_TAG
              && g_strcmp0 (fascia_row_get_text (row, FASCIA_ENTRY_TAG_CODE), from) == 0)
            fascia_row_set_text (fascia_rows_edit (after, row), FASCIA_ENTRY_TAG_CODE, into);
        }
      if (!fascia_db_change_rows (change, before, after, error))
        return NULL;
    }
  g_autoptr (GPtrArray) tags = fascia_db_load_table (db, FASCIA_TABLE_TAG, error);
  g_autoptr (GPtrArray) fewer = fascia_rows_copy (tags);
  g_ptr_array_remove_index (fewer, 0);
  if (!fascia_db_change_rows (change, tags, fewer, error))
    return NULL;
  return fascia_db_change_commit (change, error);
}

static FasciaOperation *
merge (FasciaDb *db, const char *from, const char *into)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fascia_db_begin (db, &error));
  FasciaOperation *operation
      = fascia_db_finish_operation (db, merge_in_transaction (db, from, into, &error));
  g_assert_no_error (error);
  return operation;
}

/* A tag of the person's own, by hand. */
static void
make_tag (FasciaDb *db, const char *code)
{
  g_autoptr (GPtrArray) before = fascia_db_load_table (db, FASCIA_TABLE_TAG, NULL);
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  FasciaRow *row = fascia_row_new (db, FASCIA_TABLE_TAG);
  FasciaUid uid;

  fascia_db_make_uid (db, FASCIA_TEST_NOW_MS, &uid);
  fascia_row_set_uid (row, FASCIA_TAG_ROW_UID, &uid);
  fascia_row_set_text (row, FASCIA_TAG_ROW_CODE, code);
  fascia_row_set_text (row, FASCIA_TAG_ROW_NAME, "A name");
  fascia_row_set_int64 (row, FASCIA_TAG_ROW_HIDDEN, 0);
  g_ptr_array_add (after, row);
  g_assert_true (fascia_db_begin (db, NULL));
  g_assert_true (fascia_db_write_rows (db, before, after, NULL));
  g_assert_true (fascia_db_commit (db, NULL));
}

static void
fill (StoreFixture *f, guint n_entries)
{
  make_tag (f->db, "own-tag");
  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (FasciaEntry) entry = store_make_entry (store_kinds[i % G_N_ELEMENTS (store_kinds)],
                                                        FASCIA_TEST_NOW_MS - (gint64) i * DAY_MS);
      g_autoptr (FasciaOperation) operation = store_put (f->db, entry);
    }
}

static void
test_merge (StoreFixture *f, gconstpointer data)
{
  fill (f, 16);
  g_autofree char *before = store_dump (f->db, NULL);
  g_autoptr (FasciaOperation) merged = merge (f->db, "own-tag", "other-tag");

  g_assert_cmpuint (fascia_operation_get_n_entries (merged), ==, 16);
  g_assert_null (fascia_operation_get_after (merged));
  g_assert_cmpuint (fascia_operation_get_changes (merged), ==,
                    FASCIA_CHANGE_TEXT | FASCIA_CHANGE_TAGS | FASCIA_CHANGE_UNDO);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry_tag WHERE tag = 'own-tag'"), ==,
                   0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tag"), ==, 0);
  store_assert_whole (f->db);
  g_autoptr (FasciaOperation) top = fascia_db_peek_undo (f->db);
  g_assert_true (top == merged);

  /* Something else was changed in one of them meanwhile: that stays. */
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 1, NULL);
  g_autoptr (FasciaOperation) noted
      = fascia_db_set_note (f->db, fascia_entry_get_uid (list->pdata[0]), "Meanwhile", NULL);
  store_assert_undone (f, fascia_operation_get_id (merged));
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry WHERE note = 'Meanwhile'"), ==,
                   1);
  store_assert_undone (f, fascia_operation_get_id (noted));
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
  store_assert_whole (f->db);
}

/* All or nothing: one entry that is no longer as it was left, and none is touched. */
static void
test_merge_refused (StoreFixture *f, gconstpointer data)
{
  const char *const others[] = { "desk-work", "own-tag", NULL };
  g_autoptr (GError) error = NULL;

  fill (f, 8);
  g_autoptr (FasciaOperation) merged = merge (f->db, "own-tag", "other-tag");
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 8, NULL);
  g_autoptr (FasciaEntry) entry
      = fascia_db_get_entry (f->db, fascia_entry_get_uid (list->pdata[5]), NULL);
  g_autoptr (FasciaEntry) retagged = fascia_entry_with_tags (entry, others);
  g_autoptr (FasciaOperation) put = store_put (f->db, retagged);
  g_autofree char *before = store_dump (f->db, NULL);
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (merged), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
  store_assert_whole (f->db);
}

/* What came back would be there twice. */
static void
test_merge_taken (StoreFixture *f, gconstpointer data)
{
  const char *const both[] = { "desk-work", "other-tag", "own-tag", NULL };
  g_autoptr (GError) error = NULL;

  fill (f, 3);
  g_autoptr (FasciaOperation) merged = merge (f->db, "own-tag", "other-tag");
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 1, NULL);
  g_autoptr (FasciaEntry) entry
      = fascia_db_get_entry (f->db, fascia_entry_get_uid (list->pdata[0]), NULL);
  g_autoptr (FasciaEntry) retagged = fascia_entry_with_tags (entry, both);
  g_autoptr (FasciaOperation) put = store_put (f->db, retagged);
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (merged), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  store_assert_undone (f, fascia_operation_get_id (put));
  store_assert_undone (f, fascia_operation_get_id (merged));
  store_assert_whole (f->db);

  /* The same of the list of tags. */
  g_autoptr (FasciaOperation) again = merge (f->db, "own-tag", "other-tag");
  make_tag (f->db, "own-tag");
  g_clear_error (&error);
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (again), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  store_assert_whole (f->db);
}

static FasciaOperation *
import_in_transaction (FasciaDb *db, guint n_entries, GError **error)
{
  g_autoptr (FasciaDbChange) change = fascia_db_change_new (db, FASCIA_OPERATION_IMPORT);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (FasciaEntry) entry
          = store_make_random_entry (rand, store_kinds[i % G_N_ELEMENTS (store_kinds)],
                                     FASCIA_TEST_NOW_MS - (gint64) i * 1000003);
      FasciaUid uid;

      fascia_db_make_uid (db, FASCIA_TEST_NOW_MS, &uid);
      g_autoptr (FasciaEntry) named = fascia_entry_with_uid (entry, &uid);
      if (!fascia_db_change_add_entry (change, named, error))
        return NULL;
    }
  g_assert_cmpuint (fascia_db_change_get_n_entries (change), ==, n_entries);
  return fascia_db_change_commit (change, error);
}

static FasciaOperation *
import (FasciaDb *db, guint n_entries)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fascia_db_begin (db, &error));
  FasciaOperation *operation
      = fascia_db_finish_operation (db, import_in_transaction (db, n_entries, &error));
  g_assert_no_error (error);
  return operation;
}

static void
test_import (StoreFixture *f, gconstpointer data)
{
  const guint n_entries = 2000;

  store_mark (f->db, "sacrum", 4);
  g_autofree char *before = store_dump (f->db, "tombstone");
  g_autoptr (FasciaOperation) imported = import (f->db, n_entries);
  g_assert_cmpuint (fascia_operation_get_n_entries (imported), ==, n_entries);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, n_entries + 1);
  store_assert_whole (f->db);

  g_autoptr (FasciaOperation) undone
      = fascia_db_undo (f->db, fascia_operation_get_id (imported), NULL);
  g_assert_nonnull (undone);
  g_assert_cmpuint (fascia_operation_get_n_entries (undone), ==, n_entries);
  g_autofree char *after = store_dump (f->db, "tombstone");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tombstone WHERE kind = 'entry'"), ==,
                   n_entries);
  store_assert_whole (f->db);
}

/* What came by an import and was changed since is not taken away, nor is any of the others. */
static void
test_import_refused (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) imported = import (f->db, 40);
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 40, NULL);
  g_autoptr (FasciaOperation) noted
      = fascia_db_set_note (f->db, fascia_entry_get_uid (list->pdata[20]), "Mine now", NULL);

  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (imported), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 40);
  store_assert_undone (f, fascia_operation_get_id (noted));
  store_assert_undone (f, fascia_operation_get_id (imported));
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
  store_assert_whole (f->db);
}

/* A value that is not taken, or an error in the middle: nothing of it is there. */
static void
test_nothing_half (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_dump (f->db, NULL);
  g_autoptr (FasciaEntry) good = store_make_entry (FASCIA_ENTRY_VISIT, FASCIA_TEST_NOW_MS);
  g_autoptr (FasciaEntry) bad = fascia_entry_with_end_ms (good, 0);
  g_autoptr (FasciaDbChange) change = fascia_db_change_new (f->db, FASCIA_OPERATION_IMPORT);

  g_assert_true (fascia_db_begin (f->db, NULL));
  g_assert_true (fascia_db_change_add_entry (change, good, NULL));
  g_assert_false (fascia_db_change_add_entry (change, bad, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_assert_null (fascia_db_finish_operation (f->db, NULL));
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (fascia_db_peek_undo (f->db));

  /* And nothing at all is an operation without a way back. */
  g_autoptr (FasciaDbChange) nothing = fascia_db_change_new (f->db, FASCIA_OPERATION_IMPORT);
  g_assert_true (fascia_db_begin (f->db, NULL));
  g_autoptr (FasciaOperation) operation
      = fascia_db_finish_operation (f->db, fascia_db_change_commit (nothing, NULL));
  g_assert_false (fascia_operation_can_undo (operation));
  g_assert_cmpuint (fascia_operation_get_changes (operation), ==, FASCIA_CHANGE_NONE);
}

/* Tags and scales are covered by digests of their own. */
static void
test_table_digests (StoreFixture *f, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE tag SET name = 'Another'",
    "UPDATE tag SET hidden = 1",
    "DELETE FROM tag",
    "INSERT INTO own_scale (uid, stamp, origin, code, name, minimum, maximum, step) VALUES "
    "(randomblob (16), 1, 1, 'x', 'X', 0, 10, 1)",
    "INSERT INTO condition (uid, stamp, origin, code, answered_ms) VALUES "
    "(randomblob (16), 1, 1, 'x', 1)",
  };

  make_tag (f->db, "own-tag");
  store_assert_whole (f->db);
  store_fixture_close (f);
  g_autoptr (GBytes) good = store_read_file (f->path, "");
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;

      store_write_file (f->path, "", good);
      store_fixture_open (f);
      store_exec (f->db, damages[i]);
      g_assert_false (fascia_db_check (f->db, NULL, NULL, &error));
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
      store_fixture_close (f);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/db-change/merge", test_merge);
  store_test_add ("/db-change/merge/refused", test_merge_refused);
  store_test_add ("/db-change/merge/taken", test_merge_taken);
  store_test_add ("/db-change/import", test_import);
  store_test_add ("/db-change/import/refused", test_import_refused);
  store_test_add ("/db-change/nothing-half", test_nothing_half);
  store_test_add ("/db-change/table-digests", test_table_digests);
  return g_test_run ();
}

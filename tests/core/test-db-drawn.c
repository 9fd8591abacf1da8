/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a mark came from: kept, undone, and never spoken over by a drawing. */

#include "store-drawing.h"

static const FasciaScale TIGHT = FASCIA_SCALE_TIGHTNESS;

static FasciaOperation *
log_mark (FasciaDb *db, const char *region, int level, gboolean is_drawn)
{
  const FasciaMark mark = { region, FASCIA_SCALE_TIGHTNESS, level, NULL, is_drawn };

  return store_log_full (db, &(FasciaLog) { .marks = &mark, .n_marks = 1 });
}

static void
assert_mark (FasciaDb *db, const char *region, int level, gboolean is_drawn)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) open = fascia_db_get_open_check_in (db, &error);
  g_autoptr (GPtrArray) list = fascia_db_list (db, G_MAXINT64, NULL, 1, &error);

  g_assert_no_error (error);
  g_assert_true (fascia_entry_equal (open, list->pdata[0]));
  const FasciaMark *mark = fascia_entry_find_mark (open, region, TIGHT);
  g_assert_nonnull (mark);
  g_assert_cmpint (mark->level, ==, level);
  g_assert_cmpint (mark->is_drawn, ==, is_drawn);
}

/* It is there again after a restart, and both ways of writing keep it. */
static void
test_keep (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) drawn = log_mark (f->db, "sacrum", 4, TRUE);
  g_autoptr (FasciaOperation) given = log_mark (f->db, "jaw-left", 5, FALSE);
  g_autoptr (GError) error = NULL;

  store_fixture_close (f);
  store_fixture_open (f);
  assert_mark (f->db, "sacrum", 4, TRUE);
  assert_mark (f->db, "jaw-left", 5, FALSE);
  store_assert_whole (f->db);

  g_autoptr (FasciaEntry) entry = fascia_db_get_open_check_in (f->db, NULL);
  g_autoptr (FasciaOperation) deleted
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (entry), NULL);
  g_assert_true (fascia_db_insert_entries (f->db, &entry, 1, &error));
  g_assert_no_error (error);
  g_autoptr (FasciaEntry) again = fascia_db_get_entry (f->db, fascia_entry_get_uid (entry), NULL);
  g_assert_true (fascia_entry_equal (again, entry));
  store_assert_whole (f->db);
}

/* It is part of what an entry is. */
static void
test_equal (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) drawn = log_mark (f->db, "sacrum", 4, TRUE);
  FasciaEntry *entry = store_get_after (drawn);
  FasciaMark mark = *fascia_entry_find_mark (entry, "sacrum", TIGHT);

  mark.is_drawn = 2;
  g_autoptr (FasciaEntry) same = fascia_entry_with_mark (entry, &mark);
  g_assert_true (fascia_entry_equal (same, entry));
  mark.is_drawn = FALSE;
  g_autoptr (FasciaEntry) other = fascia_entry_with_mark (entry, &mark);
  g_assert_false (fascia_entry_equal (other, entry));
}

/* The last word is the person's: what is given stays given, and what is drawn can be taken over. */
static void
test_last_word (StoreFixture *f, gconstpointer data)
{
  static const char *const burning[] = { "burning", NULL };
  const FasciaMarkKey key = { "sacrum", FASCIA_SCALE_TIGHTNESS };
  g_autoptr (FasciaOperation) drawn = log_mark (f->db, "sacrum", 4, TRUE);
  g_autoptr (FasciaOperation) more = log_mark (f->db, "sacrum", 7, TRUE);

  assert_mark (f->db, "sacrum", 7, TRUE);
  g_autoptr (FasciaOperation) given = log_mark (f->db, "sacrum", FASCIA_LEVEL_NOT_GIVEN, FALSE);
  assert_mark (f->db, "sacrum", 7, FALSE);
  g_assert_cmpint (fascia_operation_get_changes (given) & FASCIA_CHANGE_MARKS, !=, 0);

  FasciaMark mark = { "sacrum", TIGHT, 2, burning, TRUE };
  const FasciaLog log = { .marks = &mark, .n_marks = 1, .drawings = &store_spot, .n_drawings = 1 };
  g_autoptr (FasciaOperation) ignored = store_log_full (f->db, &log);
  assert_mark (f->db, "sacrum", 7, FALSE);
  const FasciaMark *left = fascia_entry_find_mark (store_get_after (ignored), "sacrum", TIGHT);
  g_assert_cmpuint (g_strv_length ((char **) fascia_mark_get_feelings (left)), ==, 0);
  g_assert_cmpuint (store_count_drawings (store_get_after (ignored)), ==, 1);
  g_assert_cmpint (fascia_operation_get_changes (ignored) & FASCIA_CHANGE_MARKS, ==, 0);
  /* The row was not even touched: another machine would take it for a change. */
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark WHERE stamp = "
                                       "(SELECT max (stamp) FROM drawing)"),
                   ==, 0);

  /* What was taken out first is no longer there. */
  g_autoptr (FasciaOperation) replaced = store_log_full (
      f->db, &(FasciaLog) { .entry = fascia_entry_get_uid (store_get_after (given)),
                            .gone_marks = &key,
                            .n_gone_marks = 1,
                            .marks = &mark,
                            .n_marks = 1 });
  assert_mark (f->db, "sacrum", 2, TRUE);
  store_assert_whole (f->db);
}

/* Taking a place over is one step back, levels tried on the way included. */
static void
test_undo (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) drawn = log_mark (f->db, "sacrum", 4, TRUE);

  for (int level = 4; level < 8; level++)
    {
      store_fixture_wait (f, 1000);
      g_autoptr (FasciaOperation) given = log_mark (f->db, "sacrum", level, FALSE);
      g_assert_true (fascia_operation_can_undo (given));
      assert_mark (f->db, "sacrum", level, FALSE);
    }
  store_assert_undone (f, 0);
  assert_mark (f->db, "sacrum", 4, TRUE);
  store_assert_whole (f->db);
}

/* A bit that turned is noticed. */
static void
test_digest (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) drawn = log_mark (f->db, "sacrum", 4, TRUE);
  g_autoptr (GError) error = NULL;

  store_exec (f->db, "UPDATE mark SET drawn = 0");
  g_assert_false (fascia_db_check (f->db, NULL, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_test_add ("/db-drawn/keep", test_keep);
  store_test_add ("/db-drawn/equal", test_equal);
  store_test_add ("/db-drawn/last-word", test_last_word);
  store_test_add ("/db-drawn/undo", test_undo);
  store_test_add ("/db-drawn/digest", test_digest);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking out, deleting, notes, and the way back from every operation. */

#include "store-fixture.h"

static const FasciaScale TIGHT = FASCIA_SCALE_TIGHTNESS;

/* ---- unmark, delete, note ---- */

static void
test_unmark (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_mark (f->db, "sacrum", 5);
  g_autoptr (FasciaOperation) second = store_log (f->db, "jaw-left", TIGHT, 3);
  FasciaUid uid = *fascia_entry_get_uid (store_get_after (second));
  g_autofree char *before = store_dump (f->db, NULL);

  g_autoptr (FasciaOperation) unmark = fascia_db_unmark (f->db, &uid, "jaw-left", TIGHT, &error);
  g_assert_no_error (error);
  g_assert_null (fascia_entry_find_mark (store_get_after (unmark), "jaw-left", TIGHT));
  g_assert_cmpint (fascia_operation_get_changes (unmark), ==,
                   FASCIA_CHANGE_MARKS | FASCIA_CHANGE_UNDO);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tombstone WHERE kind = 'mark'"), ==,
                   1);
  store_assert_whole (f->db);

  /* The last mark takes the check-in with it. */
  g_autoptr (FasciaOperation) last = fascia_db_unmark (f->db, &uid, "sacrum", TIGHT, &error);
  g_assert_null (fascia_operation_get_after (last));
  g_assert_cmpint (fascia_operation_get_changes (last) & FASCIA_CHANGE_ENTRIES, !=, 0);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM day_digest"), ==, 0);
  store_assert_whole (f->db);

  store_assert_undone (f, 0);
  store_assert_undone (f, 0);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
  store_assert_whole (f->db);

  g_assert_null (fascia_db_unmark (f->db, &uid, "nose", TIGHT, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
}

static void
test_unmark_keeps_note (StoreFixture *f, gconstpointer data)
{
  FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, 3, NULL };
  FasciaLog log = { .marks = &mark, .n_marks = 1, .note = "Stairs" };
  g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, NULL);
  g_autoptr (FasciaOperation) unmark = fascia_db_unmark (
      f->db, fascia_entry_get_uid (store_get_after (operation)), "sacrum", TIGHT, NULL);

  g_assert_cmpstr (fascia_entry_get_note (store_get_after (unmark)), ==, "Stairs");
}

/* Fills every table that can belong to an entry, for whatever the journal will hold one day. */
static void
add_everything (FasciaDb *db, const char *kind)
{
  g_autofree char *entry = g_strdup_printf (
      "UPDATE entry SET kind = '%s' WHERE id = (SELECT max(id) FROM entry)", kind);

  store_exec (db, "PRAGMA foreign_keys=OFF");
  store_exec (db, entry);
  store_exec (db, "INSERT INTO entry_tag (entry_id, tag) SELECT max(id), 'desk' FROM entry");
  store_exec (db, "INSERT INTO measurement (uid, stamp, origin, entry_id, item, value) "
                  "SELECT randomblob (16), 1, 1, max(id), 'sleep', 6.5 FROM entry");
  if (g_str_equal (kind, "session"))
    {
      store_exec (db, "INSERT INTO session (uid, stamp, origin, entry_id, started_ms) "
                      "SELECT randomblob (16), 1, 1, max(id), 5 FROM entry");
      store_exec (db, "INSERT INTO session_step (uid, stamp, origin, entry_id, position, step) "
                      "SELECT randomblob (16), 1, 1, max(id), 0, 'r-calf' FROM entry");
    }
  else if (g_str_equal (kind, "visit"))
    {
      store_exec (db, "INSERT INTO visit (uid, stamp, origin, entry_id) "
                      "SELECT randomblob (16), 1, 1, max(id) FROM entry");
      store_exec (db, "INSERT INTO visit_detail (entry_id, kind, code) "
                      "SELECT max(id), 'area', 'sacrum' FROM entry");
    }
  else if (g_str_equal (kind, "exercise") || g_str_equal (kind, "treatment")
           || g_str_equal (kind, "event"))
    {
      g_autofree char *row
          = g_strdup_printf ("INSERT INTO %s (uid, stamp, origin, entry_id, what) "
                             "SELECT randomblob (16), 1, 1, max(id), 'walk' FROM entry",
                             kind);
      store_exec (db, row);
    }
  store_exec (db, "PRAGMA foreign_keys=ON");
  store_exec (db, "BEGIN");
  g_assert_true (fascia_db_rebuild_digests (db, NULL));
  g_assert_true (fascia_db_rebuild_words (db, NULL));
  store_exec (db, "COMMIT");
  g_assert_true (fascia_db_load_state (db, NULL));
}

static void
test_delete_everything (StoreFixture *f, gconstpointer data)
{
  static const char *const feelings[] = { "dull", "burning", NULL };
  static const char *const kinds[]
      = { "check-in", "measurement", "session", "visit", "exercise", "treatment", "event", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, 3, feelings };
      FasciaLog log = { .marks = &mark, .n_marks = 1, .new_check_in = TRUE, .note = "A note" };
      g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, &error);
      FasciaUid uid = *fascia_entry_get_uid (store_get_after (operation));

      add_everything (f->db, kinds[i]);
      store_assert_whole (f->db);
      g_autofree char *before = store_dump (f->db, NULL);
      g_autoptr (FasciaEntry) entry = fascia_db_get_entry (f->db, &uid, &error);

      g_autoptr (FasciaOperation) deletion = fascia_db_delete_entry (f->db, &uid, &error);
      g_assert_no_error (error);
      g_assert_null (fascia_operation_get_after (deletion));
      g_assert_true (fascia_entry_equal (fascia_operation_get_before (deletion), entry));
      g_assert_null (fascia_db_get_entry (f->db, &uid, &error));
      g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tombstone WHERE kind = 'entry'"),
                       ==, 1);
      store_assert_whole (f->db);
      /* Another entry must not take its place meanwhile. */
      FasciaLog other = { .marks = &mark, .n_marks = 1, .new_check_in = TRUE };
      g_autoptr (FasciaOperation) between = fascia_db_log (f->db, &other, &error);
      g_assert_no_error (error);
      store_assert_undone (f, fascia_operation_get_id (between));
      store_exec (f->db, "DELETE FROM tombstone WHERE stamp = (SELECT max(stamp) FROM tombstone)");

      store_assert_undone (f, fascia_operation_get_id (deletion));
      g_autofree char *after = store_dump (f->db, NULL);
      g_assert_cmpstr (after, ==, before);
      g_autoptr (FasciaEntry) again = fascia_db_get_entry (f->db, &uid, &error);
      g_assert_true (fascia_entry_equal (entry, again));
      store_assert_whole (f->db);
    }
  FasciaUid unknown = { 0 };
  g_autoptr (GError) error = NULL;
  g_assert_null (fascia_db_delete_entry (f->db, &unknown, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
}

/* While something else stands where the deleted rows were. */
static void
test_delete_undo_with_others (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 5);
  g_autoptr (FasciaOperation) deletion
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (store_get_after (first)), NULL);
  store_mark (f->db, "jaw-left", 4);
  store_mark (f->db, "sacrum", 3);
  store_assert_undone (f, fascia_operation_get_id (deletion));
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 9, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_autoptr (FasciaEntry) back
      = fascia_db_get_entry (f->db, fascia_entry_get_uid (store_get_after (first)), NULL);
  g_assert_true (fascia_entry_equal (back, store_get_after (first)));
  store_assert_whole (f->db);
}

static void
test_note (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 5);
  FasciaUid uid = *fascia_entry_get_uid (store_get_after (first));
  g_autoptr (FasciaOperation) set = fascia_db_set_note (f->db, &uid, "Größe 😀 “x”", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (fascia_entry_get_note (store_get_after (set)), ==, "Größe 😀 “x”");
  g_assert_cmpint (fascia_operation_get_changes (set), ==, FASCIA_CHANGE_TEXT | FASCIA_CHANGE_UNDO);
  g_autoptr (FasciaOperation) clear = fascia_db_set_note (f->db, &uid, "", &error);
  g_assert_null (fascia_entry_get_note (store_get_after (clear)));
  store_assert_undone (f, fascia_operation_get_id (clear));
  g_autoptr (FasciaEntry) entry = fascia_db_get_entry (f->db, &uid, NULL);
  g_assert_cmpstr (fascia_entry_get_note (entry), ==, "Größe 😀 “x”");
  store_assert_undone (f, fascia_operation_get_id (set));
  g_autoptr (FasciaEntry) bare = fascia_db_get_entry (f->db, &uid, NULL);
  g_assert_null (fascia_entry_get_note (bare));

  g_assert_null (fascia_db_set_note (f->db, &uid, "\xff", &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
}

/* An entry of words alone goes with them, and comes back with them. */
static void
test_note_cleared (StoreFixture *f, gconstpointer data)
{
  static const char *const blanks[] = { NULL, "", "  ", "\n\t", "\u00a0\u2003" };
  FasciaLog log = { .note = "Only words" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) first = fascia_db_log (f->db, &log, &error);
  FasciaUid uid = *fascia_entry_get_uid (store_get_after (first));

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autoptr (FasciaOperation) clear = fascia_db_set_note (f->db, &uid, blanks[i], &error);
      g_assert_no_error (error);
      g_assert_null (fascia_operation_get_after (clear));
      g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
      store_assert_undone (f, fascia_operation_get_id (clear));
      g_autoptr (FasciaEntry) back = fascia_db_get_entry (f->db, &uid, NULL);
      g_assert_cmpstr (fascia_entry_get_note (back), ==, "Only words");

      log.note = blanks[i];
      g_assert_null (fascia_db_log (f->db, &log, &error));
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
      g_clear_error (&error);
    }
  store_assert_whole (f->db);
}

/* ---- undo ---- */

/* What changes nothing is no step: undo takes back what a person can see. */
static void
test_undo_nothing (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 5);
  FasciaUid uid = *fascia_entry_get_uid (store_get_after (first));
  g_autoptr (FasciaOperation) note = fascia_db_set_note (f->db, &uid, "Words", NULL);

  store_fixture_wait (f, MINUTE_MS);
  g_autoptr (FasciaOperation) same = fascia_db_set_note (f->db, &uid, "Words", NULL);
  g_assert_false (fascia_operation_can_undo (same));
  g_autoptr (FasciaOperation) again = store_log (f->db, "sacrum", TIGHT, 5);
  g_assert_false (fascia_operation_can_undo (again));
  g_autoptr (FasciaOperation) touched = store_log (f->db, "sacrum", TIGHT, FASCIA_LEVEL_NOT_GIVEN);
  g_assert_false (fascia_operation_can_undo (touched));
  /* The check-in stays open all the same. */
  g_assert_cmpint (fascia_entry_get_changed_ms (store_get_after (touched)), ==,
                   fascia_clock_now_ms (f->clock));
  store_assert_undone (f, 0);
  g_autoptr (FasciaEntry) entry = fascia_db_get_entry (f->db, &uid, NULL);
  g_assert_null (fascia_entry_get_note (entry));
  g_assert_nonnull (fascia_entry_find_mark (entry, "sacrum", TIGHT));
  store_assert_undone (f, 0);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
}

/* Levels tried one after the other are one step, by the number of the last. */
static void
test_undo_merged (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", FASCIA_LEVEL_NOT_GIVEN);
  store_mark (f->db, "jaw-left", 1);
  g_autofree char *before = store_dump (f->db, NULL);
  for (int level = 3; level < 9; level++)
    {
      store_fixture_wait (f, 9000);
      store_mark (f->db, "sacrum", level);
    }
  g_autoptr (FasciaOperation) last = store_log (f->db, "sacrum", TIGHT, 9);
  g_assert_true (fascia_operation_can_undo (last));
  store_assert_undone (f, fascia_operation_get_id (last));
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);

  /* Another place, or another time, is another step. */
  store_mark (f->db, "sacrum", 3);
  store_mark (f->db, "jaw-left", 4);
  store_mark (f->db, "sacrum", 5);
  store_fixture_wait (f, 10000);
  store_mark (f->db, "sacrum", 6);
  static const int levels[] = { 5, 3, 3, FASCIA_LEVEL_NOT_GIVEN };
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      store_assert_undone (f, 0);
      g_autoptr (FasciaEntry) entry = fascia_db_get_open_check_in (f->db, NULL);
      g_assert_cmpint (store_get_level (entry, "sacrum"), ==, levels[i]);
    }

  /* There and back again is nothing. */
  store_fixture_wait (f, MINUTE_MS);
  store_mark (f->db, "jaw-left", 8);
  g_autoptr (FasciaOperation) back = store_log (f->db, "jaw-left", TIGHT, 1);
  g_assert_false (fascia_operation_can_undo (back));
  store_assert_undone (f, 0);
  g_autoptr (FasciaEntry) entry = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_null (fascia_entry_find_mark (entry, "jaw-left", TIGHT));
  store_assert_whole (f->db);
}

static void
test_undo_log (StoreFixture *f, gconstpointer data)
{
  g_autofree char *empty = store_dump (f->db, "tombstone");
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 5);
  g_autofree char *one = store_dump (f->db, NULL);

  store_fixture_wait (f, MINUTE_MS);
  g_autoptr (FasciaOperation) second = store_log (f->db, "sacrum", TIGHT, 7);
  store_assert_undone (f, 0);
  g_autofree char *back = store_dump (f->db, NULL);
  g_assert_cmpstr (back, ==, one);
  store_assert_undone (f, 0);
  g_autofree char *nothing = store_dump (f->db, "tombstone");
  g_assert_cmpstr (nothing, ==, empty);
  store_assert_whole (f->db);
  /* Done once is done. */
  g_autoptr (GError) error = NULL;
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (first), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
}

/* A toast undoes its own operation, as long as its rows are as it left them. */
static void
test_undo_own_operation (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 5);
  store_fixture_wait (f, MINUTE_MS);
  g_autoptr (FasciaOperation) own = store_log (f->db, "jaw-left", TIGHT, 3);
  store_fixture_wait (f, MINUTE_MS);
  g_autoptr (FasciaOperation) later = store_log (f->db, "jaw-right", TIGHT, 2);

  store_assert_undone (f, fascia_operation_get_id (own));
  g_autoptr (FasciaEntry) entry = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_null (fascia_entry_find_mark (entry, "jaw-left", TIGHT));
  g_assert_cmpint (store_get_level (entry, "jaw-right"), ==, 2);
  g_assert_cmpint (store_get_level (entry, "sacrum"), ==, 5);
  /* The check-in stays as open as the later mark left it. */
  g_assert_cmpint (fascia_entry_get_changed_ms (entry), ==, fascia_clock_now_ms (f->clock));
  store_assert_whole (f->db);
}

static void
test_undo_refused (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 5);
  g_autoptr (FasciaOperation) second = store_log (f->db, "sacrum", TIGHT, 7);
  g_autofree char *before = store_dump (f->db, NULL);

  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (first), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
  /* When the later one is undone, the way is free. */
  store_assert_undone (f, fascia_operation_get_id (second));
  store_assert_undone (f, fascia_operation_get_id (first));
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);

  /* An operation that made the check-in does not take later marks with it. */
  g_autoptr (FasciaOperation) made = store_log (f->db, "sacrum", TIGHT, 5);
  g_autoptr (FasciaOperation) joined = store_log (f->db, "jaw-left", TIGHT, 5);
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (made), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  g_autoptr (FasciaEntry) entry = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_cmpuint (fascia_entry_count_places (entry), ==, 2);

  /* A mark removed and made again is another one. */
  g_autoptr (FasciaOperation) unmark
      = fascia_db_unmark (f->db, fascia_entry_get_uid (entry), "jaw-left", TIGHT, NULL);
  g_autoptr (FasciaOperation) again = store_log (f->db, "jaw-left", TIGHT, 1);
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (unmark), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  store_assert_whole (f->db);
}

static void
test_undo_thirty (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 0);

  for (int i = 1; i <= 30; i++)
    {
      store_fixture_wait (f, 10000);
      store_mark (f->db, "sacrum", i % 11);
    }
  g_autoptr (GError) error = NULL;
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (first), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  for (int i = 0; i < 30; i++)
    store_assert_undone (f, 0);
  g_assert_null (fascia_db_undo (f->db, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  g_autoptr (FasciaEntry) entry = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_cmpint (store_get_level (entry, "sacrum"), ==, 0);
}

/* Any sequence of operations, undone from the end, passes through the same states. */
static void
test_undo_random (StoreFixture *f, gconstpointer data)
{
  static const char *const regions[] = { "sacrum", "jaw-left", "jaw-right", "crown-left" };
  static const char *const feelings[] = { "dull", "burning", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);

  for (int round = 0; round < 6; round++)
    {
      g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

      for (int i = 0; i < 30; i++)
        {
          const char *region = regions[g_rand_int_range (rand, 0, 4)];
          FasciaMark mark
              = { region, (FasciaScale) g_rand_int_range (rand, 1, 3),
                  g_rand_int_range (rand, -1, 11),
                  g_rand_boolean (rand) ? feelings + g_rand_int_range (rand, 0, 3) : NULL };
          FasciaLog log = { .marks = &mark, .n_marks = 1, .new_check_in = g_rand_boolean (rand) };
          g_autoptr (FasciaEntry) open = fascia_db_get_open_check_in (f->db, NULL);
          const FasciaUid *uid = open != NULL ? fascia_entry_get_uid (open) : NULL;
          int kind = uid != NULL ? g_rand_int_range (rand, 0, 8) : 0;
          g_autoptr (FasciaOperation) operation = NULL;

          /* What changes nothing is no step. */
          const FasciaMark *old
              = open != NULL ? fascia_entry_find_mark (open, region, mark.scale) : NULL;
          if (old != NULL)
            mark.level = (old->level + g_rand_int_range (rand, 1, 11)) % 11;
          g_ptr_array_add (dumps, store_dump (f->db, "tombstone"));
          store_fixture_wait (f, 10000);
          if (kind == 1)
            operation = fascia_db_delete_entry (f->db, uid, NULL);
          else if (kind == 2)
            {
              g_autofree char *note = g_strdup_printf ("%s %d", region, i);
              operation = fascia_db_set_note (f->db, uid, note, NULL);
            }
          else if (kind == 3)
            operation = fascia_db_close_check_in (f->db, NULL);
          else if (kind == 4 && fascia_entry_get_marks (open, NULL) != NULL)
            {
              const FasciaMark *victim = fascia_entry_get_marks (open, NULL);
              operation = fascia_db_unmark (f->db, uid, victim->region, victim->scale, NULL);
            }
          if (operation == NULL)
            operation = fascia_db_log (f->db, &log, NULL);
          g_assert_nonnull (operation);
          g_assert_true (fascia_operation_can_undo (operation));
        }
      store_assert_whole (f->db);
      for (int i = 29; i >= 0; i--)
        {
          store_assert_undone (f, 0);
          g_autofree char *dump = store_dump (f->db, "tombstone");
          g_assert_cmpstr (dump, ==, dumps->pdata[i]);
        }
      store_assert_whole (f->db);
      store_mark (f->db, regions[round % 4], round);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/db/unmark", test_unmark);
  store_test_add ("/db/unmark/keeps-note", test_unmark_keeps_note);
  store_test_add ("/db/delete/everything", test_delete_everything);
  store_test_add ("/db/delete/undo-with-others", test_delete_undo_with_others);
  store_test_add ("/db/note", test_note);
  store_test_add ("/db/note/cleared", test_note_cleared);
  store_test_add ("/db/undo/nothing", test_undo_nothing);
  store_test_add ("/db/undo/merged", test_undo_merged);
  store_test_add ("/db/undo/log", test_undo_log);
  store_test_add ("/db/undo/own-operation", test_undo_own_operation);
  store_test_add ("/db/undo/refused", test_undo_refused);
  store_test_add ("/db/undo/thirty", test_undo_thirty);
  store_test_add ("/db/undo/random", test_undo_random);

  return g_test_run ();
}

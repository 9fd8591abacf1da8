/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and checking the journal: pages, recent marks, damage that shows. */

#include "store-fixture.h"

/* ---- reading ---- */

static void
insert_days (StoreFixture *f, int n_days)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < n_days; i++)
    {
      FasciaMark marks[] = { { "sacrum", FASCIA_SCALE_TIGHTNESS, i % 11, NULL },
                             { i % 2 ? "jaw-left" : "jaw-right", FASCIA_SCALE_PAIN, 4, NULL } };
      FasciaEntryParts parts = { .kind = FASCIA_ENTRY_CHECK_IN, .marks = marks, .n_marks = 2 };

      fascia_moment_init (&parts.moment, FASCIA_TEST_NOW_MS - i * DAY_MS, utc);
      parts.changed_ms = parts.moment.utc_ms;
      fascia_db_make_uid (f->db, parts.moment.utc_ms, &parts.uid);
      g_ptr_array_add (entries, fascia_entry_new_from_parts (&parts));
    }
  g_assert_true (fascia_db_insert_entries (f->db, (FasciaEntry *const *) entries->pdata,
                                           entries->len, &error));
  g_assert_no_error (error);
}

static void
test_list_pages (StoreFixture *f, gconstpointer data)
{
  gint64 before_ms = G_MAXINT64;
  FasciaUid uid;
  guint n_pages = 0, n_entries = 0;

  insert_days (f, 120);
  /* Several at the same millisecond: none may fall between two pages. */
  for (int i = 0; i < 5; i++)
    {
      FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, i, NULL };
      FasciaLog log = { .marks = &mark, .n_marks = 1, .new_check_in = TRUE };
      g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, NULL);
    }
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (TRUE)
    {
      g_autoptr (GPtrArray) page
          = fascia_db_list (f->db, before_ms, n_pages > 0 ? &uid : NULL, 3, NULL);

      for (guint i = 0; i < page->len; i++)
        {
          const FasciaMoment *moment = fascia_entry_get_moment (page->pdata[i]);

          g_assert_cmpint (moment->utc_ms, <=, before_ms);
          before_ms = moment->utc_ms;
          uid = *fascia_entry_get_uid (page->pdata[i]);
          g_assert_true (g_hash_table_add (seen, fascia_uid_to_string (&uid)));
          n_entries++;
        }
      n_pages++;
      if (page->len < 3)
        break;
    }
  g_assert_cmpuint (n_entries, ==, 125);
  g_assert_cmpuint (n_pages, ==, 42);
}

static void
test_recent (StoreFixture *f, gconstpointer data)
{
  gint32 today = (gint32) (FASCIA_TEST_NOW_MS / DAY_MS);

  insert_days (f, 40);
  g_autoptr (GArray) recent = fascia_db_load_recent (f->db, today - 14, FASCIA_TEST_NOW_MS, NULL);
  g_assert_cmpuint (recent->len, ==, 3);
  for (guint i = 0; i < recent->len; i++)
    {
      FasciaRecentMark *mark = &g_array_index (recent, FasciaRecentMark, i);

      /* The newest of each, today's own left out. */
      if (g_str_equal (mark->region, "jaw-right"))
        g_assert_cmpint (mark->day, ==, today - 2);
      else
        g_assert_cmpint (mark->day, ==, today - 1);
      if (g_str_equal (mark->region, "sacrum"))
        g_assert_cmpint (mark->level, ==, 1);
      g_assert_cmpint (mark->utc_ms / DAY_MS, ==, mark->day);
    }
  g_autoptr (GArray) none = fascia_db_load_recent (f->db, today + 1, G_MAXINT64, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* All questions of the window find their rows by an index. */
static void
test_query_plans (StoreFixture *f, gconstpointer data)
{
  static const char *const queries[] = {
    "SELECT id FROM entry WHERE uid = x'00'",
    "SELECT id, closed FROM entry WHERE day = 1 AND kind = 'check-in' AND abs (changed_ms - 5) < 9 "
    "ORDER BY changed_ms DESC, id DESC LIMIT 1",
    "SELECT id, utc_ms FROM entry INDEXED BY entry_by_time WHERE utc_ms <= 5 AND utc_ms >= 1 "
    "ORDER BY utc_ms DESC",
    "SELECT id, day FROM entry INDEXED BY entry_by_day WHERE day BETWEEN 1 AND 5 ORDER BY day",
    "SELECT id FROM entry WHERE kind = 'visit'",
    "SELECT entry_id FROM mark WHERE region = 'sacrum'",
    "SELECT entry_id FROM session_step WHERE region = 'sacrum'",
    "SELECT entry_id FROM entry_tag WHERE tag = 'stress'",
    "SELECT entry_id FROM measurement WHERE item = 'sleep'",
    "SELECT m.entry_id FROM mark_feeling AS f CROSS JOIN mark AS m ON m.id = f.mark_id "
    "WHERE f.feeling = 'burning'",
    "SELECT m.region FROM entry AS e INDEXED BY entry_by_day CROSS JOIN mark AS m "
    "ON m.entry_id = e.id WHERE e.day >= 5",
    "SELECT id FROM mark WHERE entry_id = 1 ORDER BY id",
    "SELECT f.id FROM mark AS m JOIN mark_feeling AS f ON f.mark_id = m.id WHERE m.entry_id = 1",
    "SELECT id FROM entry_tag WHERE entry_id = 1",
    "SELECT id FROM measurement WHERE entry_id = 1",
    "SELECT id FROM session WHERE entry_id = 1",
    "SELECT id FROM session_step WHERE entry_id = 1",
    "SELECT id FROM visit WHERE entry_id = 1",
    "SELECT id FROM visit_detail WHERE entry_id = 1",
    "SELECT id FROM exercise WHERE entry_id = 1",
    "SELECT id FROM treatment WHERE entry_id = 1",
    "SELECT id FROM event WHERE entry_id = 1",
  };

  insert_days (f, 50);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *text = g_strconcat ("EXPLAIN QUERY PLAN ", queries[i], NULL);
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (
          sqlite3_prepare_v2 (fascia_db_get_sqlite (f->db), text, -1, &statement, NULL), ==,
          SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          const char *detail = (const char *) sqlite3_column_text (statement, 3);

          if (g_str_has_prefix (detail, "SCAN"))
            g_error ("%s: %s", queries[i], detail);
        }
      sqlite3_finalize (statement);
    }
}

/* ---- bulk ---- */

static void
test_insert_entries (StoreFixture *f, gconstpointer data)
{
  static const char *const feelings[] = { "burning", "dull", NULL };
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Kathmandu");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 30; i++)
    {
      FasciaMark marks[] = { { "sacrum", FASCIA_SCALE_TIGHTNESS, i % 12 - 1, feelings },
                             { "jaw-left", FASCIA_SCALE_PAIN, 4, NULL } };
      FasciaEntryParts parts = { .kind = FASCIA_ENTRY_CHECK_IN,
                                 .marks = marks,
                                 .n_marks = i % 3,
                                 .nothing_today = i % 3 == 0,
                                 .closed = i % 2,
                                 .note = i % 5 ? NULL : "note",
                                 .changed_ms = i };

      fascia_moment_init (&parts.moment, FASCIA_TEST_NOW_MS - i * DAY_MS / 3, zone);
      fascia_db_make_uid (f->db, parts.moment.utc_ms, &parts.uid);
      g_ptr_array_add (entries, fascia_entry_new_from_parts (&parts));
    }
  g_assert_true (fascia_db_insert_entries (f->db, (FasciaEntry *const *) entries->pdata,
                                           entries->len, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (FasciaEntry) stored
          = fascia_db_get_entry (f->db, fascia_entry_get_uid (entries->pdata[i]), NULL);
      g_assert_true (fascia_entry_equal (stored, entries->pdata[i]));
    }
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 99, NULL);
  for (guint i = 0; i < list->len; i++)
    g_assert_true (fascia_entry_equal (list->pdata[i], entries->pdata[i]));
  store_assert_whole (f->db);

  /* Twice the same is refused, whole. */
  g_autofree char *before = store_dump (f->db, NULL);
  g_assert_false (fascia_db_insert_entries (f->db, (FasciaEntry *const *) entries->pdata,
                                            entries->len, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* A note of blanks is none, by whatever way it comes; a tag is enough. */
static void
test_insert_blank_note (StoreFixture *f, gconstpointer data)
{
  static const char *const tags[] = { "sport", NULL };
  static const char *const notes[] = { NULL, "  ", " \n\t" };
  FasciaUid uid;
  FasciaMoment now;
  g_autoptr (GError) error = NULL;

  fascia_clock_now (f->clock, &now);
  fascia_db_make_uid (f->db, now.utc_ms, &uid);
  g_autoptr (FasciaEntry) empty = fascia_entry_new (&uid, FASCIA_ENTRY_NOTE, &now);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (FasciaEntry) blank = fascia_entry_with_note (empty, notes[i]);

      g_assert_false (fascia_db_insert_entries (f->db, &blank, 1, &error));
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry"), ==, 0);
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (empty, tags);
  g_assert_true (fascia_db_insert_entries (f->db, &tagged, 1, &error));
  g_assert_no_error (error);
}

/* ---- checking ---- */

static void
test_check_counts (StoreFixture *f, gconstpointer data)
{
  gint64 n_entries, n_marks;

  insert_days (f, 25);
  g_assert_true (fascia_db_check (f->db, &n_entries, &n_marks, NULL));
  g_assert_cmpint (n_entries, ==, 25);
  g_assert_cmpint (n_marks, ==, 50);
}

static void
assert_check_notices (FasciaDb *db, const char *day)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fascia_db_check (db, NULL, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, day));
}

/* One byte of one level, changed in the file: SQLite cannot see it, the digest does. */
static void
test_check_flipped_level (StoreFixture *f, gconstpointer data)
{
  static const char needle[] = "tightnessflip-me";
  g_autoptr (GError) error = NULL;

  insert_days (f, 10);
  store_mark (f->db, "flip-me", 6);
  store_fixture_close (f);
  g_autoptr (GBytes) bytes = store_read_file (f->path, "");
  gsize length;
  char *content = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);
  char *place = memmem (content, length, needle, strlen (needle));
  g_assert_nonnull (place);
  /* The level is the byte before the scale. */
  g_assert_cmpint (place[-1], ==, 6);
  place[-1] = 2;
  bytes = g_bytes_new_take (content, length);
  store_write_file (f->path, "", bytes);

  store_fixture_open (f);
  g_assert_cmpint (store_count (f->db, "SELECT level FROM mark WHERE region = 'flip-me'"), ==, 2);
  g_assert_cmpint (store_count (f->db, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"),
                   ==, 1);
  assert_check_notices (f->db, "2026-03-10");
  /* Going on that day does not cover it up. */
  store_mark (f->db, "sacrum", 4);
  assert_check_notices (f->db, "2026-03-10");
}

static void
test_check_notices (StoreFixture *f, gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE mark SET level = NULL WHERE id = 3",
    "UPDATE mark SET region = 'jaw-right' WHERE region = 'jaw-left' AND id < 6",
    "UPDATE mark SET scale = 'tightness' WHERE id = 3",
    "DELETE FROM mark WHERE id = 2",
    "UPDATE entry SET note = 'x' WHERE id = 1",
    "UPDATE entry SET nothing_today = 1 WHERE id = 1",
    "UPDATE entry SET utc_ms = utc_ms + 1 WHERE id = 1",
    "UPDATE entry SET zone = 'Europe/Berlin' WHERE id = 1",
    "DELETE FROM entry WHERE id = 1",
    "DELETE FROM day_digest WHERE day = (SELECT max(day) FROM entry)",
    "UPDATE day_digest SET digest = zeroblob (32) WHERE day = (SELECT max(day) FROM entry)",
    "UPDATE day_digest SET n_entries = 5 WHERE day = (SELECT max(day) FROM entry)",
    "INSERT INTO mark_feeling (mark_id, feeling) VALUES (1, 'dull')",
    "INSERT INTO entry_tag (entry_id, tag) VALUES (1, 'desk')",
  };

  insert_days (f, 10);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      store_exec (f->db, "BEGIN");
      store_exec (f->db, statements[i]);
      g_test_message ("%s", statements[i]);
      assert_check_notices (f->db, "2026-03-");
      store_exec (f->db, "ROLLBACK");
    }
  store_assert_whole (f->db);
}

/* ---- hooks and stamps ---- */

static void
on_committed (FasciaDb *db, FasciaOperation *operation, FasciaChangeFlags changes, gpointer data)
{
  guint *n_calls = data;

  (*n_calls)++;
}

static void
test_hook (StoreFixture *f, gconstpointer data)
{
  guint n_calls = 0;

  fascia_db_set_hook (f->db, on_committed, &n_calls);
  store_mark (f->db, "sacrum", 5);
  g_assert_cmpuint (n_calls, ==, 1);
  FasciaLog wrong = { .n_marks = 0 };
  g_assert_null (fascia_db_log (f->db, &wrong, NULL));
  g_assert_cmpuint (n_calls, ==, 1);
  store_assert_undone (f, 0);
  g_assert_cmpuint (n_calls, ==, 2);
  insert_days (f, 2);
  g_assert_cmpuint (n_calls, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/db/list/pages", test_list_pages);
  store_test_add ("/db/recent", test_recent);
  store_test_add ("/db/query-plans", test_query_plans);
  store_test_add ("/db/insert-entries", test_insert_entries);
  store_test_add ("/db/insert-blank-note", test_insert_blank_note);
  store_test_add ("/db/check/counts", test_check_counts);
  store_test_add ("/db/check/flipped-level", test_check_flipped_level);
  store_test_add ("/db/check/notices", test_check_notices);
  store_test_add ("/db/hook", test_hook);

  return g_test_run ();
}

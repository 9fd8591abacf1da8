/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Upgrading: from every version that was ever released, whole or not at all. */

#include "store-entries.h"

static const FasciaScale TIGHT = FASCIA_SCALE_TIGHTNESS;

static const FasciaSchemaStep first_step[] = {
  { 1, NULL },
};
static const FasciaSchemaStep later_steps[] = {
  { 1, NULL },
  { 2, NULL },
  { 3, NULL },
  { 4, "CREATE TABLE later (id INTEGER PRIMARY KEY, what TEXT) STRICT" },
};
static const FasciaSchemaStep column_steps[] = {
  { 1, NULL },
  { 2, NULL },
  { 3, NULL },
  { 4, "ALTER TABLE mark ADD COLUMN spread TEXT; ALTER TABLE entry ADD COLUMN place TEXT" },
  { 5, "ALTER TABLE mark ADD COLUMN depth INTEGER NOT NULL DEFAULT 1" },
};
static const FasciaSchemaStep failing_steps[] = {
  { 1, NULL },
  { 2, NULL },
  { 3, NULL },
  { 4, "CREATE TABLE later (what BLOB) STRICT; WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT "
       "i + 1 FROM n WHERE i < 9) INSERT INTO later SELECT zeroblob (1000000) FROM n; "
       "INSERT INTO nowhere VALUES (1)" },
};
static const FasciaSchemaStep breaking_steps[] = {
  { 1, NULL },
  { 2, NULL },
  { 3, NULL },
  { 4, "PRAGMA defer_foreign_keys=ON; UPDATE mark SET entry_id = 99" },
};

static void
set_steps (StoreFixture *f, const FasciaSchemaStep *steps)
{
  f->options.steps = steps;
  f->options.n_steps = 4;
}

static void
test_upgrade (StoreFixture *f, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (f->path, ".before-4", NULL);

  store_fixture_fill (f);
  store_fixture_open (f);
  g_autofree char *before = store_dump (f->db, NULL);
  store_fixture_close (f);
  set_steps (f, later_steps);
  store_fixture_open (f);
  store_assert_pragma (f->db, "user_version", "4");
  g_autofree char *after = store_dump (f->db, "later");
  g_assert_cmpstr (after, ==, before);
  g_assert_true (fascia_db_check (f->db, NULL, NULL, NULL));
  store_assert_mode (aside, "", 0600);
  store_fixture_close (f);

  /* The copy is a journal of the old version. */
  FasciaDb *old = fascia_db_open (aside, FASCIA_DB_READ_EXISTING, f->clock, 0, NULL);
  g_assert_nonnull (old);
  g_autofree char *copy = store_dump (old, NULL);
  g_assert_cmpstr (copy, ==, before);
  g_assert_true (fascia_db_check (old, NULL, NULL, NULL));
  g_assert_true (fascia_db_close (old, NULL));
}

/* Columns that are new do not make what was written before look damaged. */
static void
test_upgrade_columns (StoreFixture *f, gconstpointer data)
{
  store_fixture_fill (f);
  f->options.steps = column_steps;
  f->options.n_steps = G_N_ELEMENTS (column_steps);
  store_fixture_open (f);
  store_assert_pragma (f->db, "user_version", "5");
  g_assert_true (fascia_db_check (f->db, NULL, NULL, NULL));
  store_mark (f->db, "jaw-left", 9);
  g_assert_true (fascia_db_check (f->db, NULL, NULL, NULL));
  store_fixture_close (f);
  store_fixture_open (f);
  g_assert_true (fascia_db_check (f->db, NULL, NULL, NULL));
}

/* Nor do columns that are not there yet: what they would hold was never written. */
static void
test_check_before_columns (StoreFixture *f, gconstpointer data)
{
  store_fixture_fill (f);
  store_fixture_open (f);
  store_exec (f->db, "ALTER TABLE visit DROP COLUMN said; INSERT INTO visit (uid, stamp, origin, "
                     "entry_id, minutes) SELECT randomblob (16), 1, 1, min (id), 5 FROM entry; "
                     "UPDATE entry SET kind = 'visit' WHERE id = (SELECT min (id) FROM entry)");
  g_assert_true (fascia_db_begin (f->db, NULL));
  g_assert_true (fascia_db_rebuild_digests (f->db, NULL));
  g_assert_true (fascia_db_commit (f->db, NULL));
  g_assert_true (fascia_db_check_digests (f->db, NULL));
  store_exec (f->db, "ALTER TABLE visit ADD COLUMN said TEXT");
  g_assert_true (fascia_db_check_digests (f->db, NULL));
  store_exec (f->db, "UPDATE visit SET said = 'more'");
  g_assert_false (fascia_db_check_digests (f->db, NULL));
}

/* A step that fails leaves the old journal, not half a new one. */
static void
test_upgrade_fails (StoreFixture *f, gconstpointer data)
{
  const FasciaSchemaStep *const steps[] = { failing_steps, breaking_steps };
  static const char *const suffixes[] = { ".before-4", "-wal", "-shm" };

  store_fixture_fill (f);
  store_fixture_open (f);
  g_autofree char *before = store_dump (f->db, NULL);
  store_fixture_close (f);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;

      set_steps (f, steps[i]);
      g_assert_null (
          fascia_db_open_full (f->path, FASCIA_DB_NONE, f->clock, 0, &f->options, &error));
      g_assert_nonnull (error);
      /* Nor does it keep the room that it took. */
      for (guint j = 0; j < G_N_ELEMENTS (suffixes); j++)
        {
          g_autofree char *left = g_strconcat (f->path, suffixes[j], NULL);
          g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
        }
      f->options.steps = NULL;
      store_fixture_open (f);
      store_assert_pragma (f->db, "user_version", "3");
      g_autofree char *after = store_dump (f->db, NULL);
      g_assert_cmpstr (after, ==, before);
      store_fixture_close (f);
    }
}

/* Damage is not made the new truth. */
static void
test_upgrade_refuses_damage (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_fill (f);
  store_fixture_open (f);
  store_exec (f->db, "UPDATE mark SET level = 9 WHERE id = 3");
  store_fixture_close (f);
  set_steps (f, later_steps);
  g_assert_null (fascia_db_open_full (f->path, FASCIA_DB_NONE, f->clock, 0, &f->options, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
}

static void
lay_fixture (StoreFixture *f, int version)
{
  g_autofree char *name = g_strdup_printf ("journal-version-%d.db", version);
  g_autofree char *source = g_build_filename (g_getenv ("FASCIA_TEST_DATA"), name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;

  if (f->db != NULL)
    store_fixture_close (f);
  g_file_get_contents (source, &content, &length, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = g_bytes_new (content, length);
  store_write_file (f->path, "", bytes);
}

/* What all versions could keep. */
static void
assert_first_entries (GPtrArray *list)
{
  g_assert_cmpstr (fascia_entry_get_note (list->pdata[0]), ==, "Nur Worte – ¿qué tal?");
  g_assert_true (fascia_entry_is_nothing_today (list->pdata[1]));
  const FasciaMark *mark = fascia_entry_find_mark (list->pdata[2], "unknown-place", TIGHT);
  g_assert_cmpint (mark->level, ==, FASCIA_LEVEL_NOT_GIVEN);
  mark = fascia_entry_find_mark (list->pdata[3], "sacrum", FASCIA_SCALE_PAIN);
  g_assert_cmpint (mark->level, ==, 0);
  g_assert_cmpstr (mark->feelings[0], ==, "burning");
  g_assert_cmpstr (fascia_entry_get_moment (list->pdata[3])->zone, ==, "Europe/Berlin");
}

static void
assert_drawings (FasciaDb *db, GPtrArray *list)
{
  g_autoptr (FasciaSettings) settings = fascia_db_load_settings (db, NULL);
  const FasciaEntry *entry = list->pdata[2];

  g_assert_cmpuint (store_count_drawings (entry), ==, 2);
  g_assert_true (fascia_entry_find_mark (entry, "jaw-right", FASCIA_SCALE_PAIN)->is_drawn);
  g_assert_false (fascia_entry_find_mark (entry, "unknown-place", TIGHT)->is_drawn);
  store_assert_same_drawing (store_get_drawing (entry, 0), &store_stroke);
  store_assert_same_drawing (store_get_drawing (entry, 1), &store_spot);
  g_assert_cmpuint (store_count_spreads (entry), ==, 1);
  g_assert_cmpstr (fascia_entry_get_spreads (entry, NULL)->to, ==, store_arrow.to);
  g_assert_cmpstr (fascia_settings_get_string (settings, FASCIA_SETTING_FACING, NULL), ==, "own");
  g_assert_cmpstr (fascia_settings_get_strv (settings, FASCIA_SETTING_LIMBS)[0], ==,
                   "foot-right:phantom");
}

/* The moment of the entry of a kind in the journal of version 3: days before all others. */
static gint64
get_kind_ms (guint index)
{
  return FASCIA_TEST_NOW_MS - (index + 1) * DAY_MS;
}

static void
assert_kinds (FasciaDb *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (store_kinds); i++)
    {
      g_autoptr (FasciaEntry) entry = store_make_entry (store_kinds[i], get_kind_ms (i));
      g_autoptr (GPtrArray) list = fascia_db_list (db, get_kind_ms (i) + 1, NULL, 1, NULL);
      g_autoptr (FasciaEntry) stored
          = fascia_db_get_entry (db, fascia_entry_get_uid (list->pdata[0]), NULL);
      g_autoptr (FasciaEntry) named = store_take_names (entry, stored);

      g_assert_true (fascia_entry_equal (stored, named));
    }
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM entry_text WHERE entry_text MATCH "
                                    "'koln'"),
                   ==, 1);
}

/* The journals of all versions that were ever released can be opened, with all that is in them. */
static void
test_fixtures (StoreFixture *f, gconstpointer data)
{
  for (int version = 1; version <= 3; version++)
    {
      g_autoptr (GError) error = NULL;
      gint64 n_entries, n_marks;

      lay_fixture (f, version);
      store_fixture_open (f);
      g_assert_true (fascia_db_check (f->db, &n_entries, &n_marks, &error));
      g_assert_no_error (error);
      g_assert_cmpint (n_entries, ==, version < 3 ? 4 : 4 + G_N_ELEMENTS (store_kinds));
      g_assert_cmpint (n_marks, ==, version < 3 ? 5 : 5 + G_N_ELEMENTS (store_marks));
      g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 20, &error);
      g_assert_no_error (error);
      assert_first_entries (list);
      if (version >= 2)
        assert_drawings (f->db, list);
      if (version >= 3)
        assert_kinds (f->db);
    }
}

/* From version 1 on every row stays as it is, and a mark was given by hand. Not upgraded it can be
 * checked as well. */
static void
test_fixture_rows (StoreFixture *f, gconstpointer data)
{
  lay_fixture (f, 1);
  f->options.steps = first_step;
  f->options.n_steps = G_N_ELEMENTS (first_step);
  store_fixture_open (f);
  store_assert_pragma (f->db, "user_version", "1");
  store_assert_whole (f->db);
  g_autofree char *before = store_dump (f->db, "day_digest");
  store_exec (f->db, "CREATE TABLE kept AS SELECT day, n_entries FROM day_digest");
  store_fixture_close (f);

  f->options.steps = NULL;
  store_fixture_open (f);
  store_assert_pragma (f->db, "user_version", "3");
  g_assert_cmpint (store_count (f->db,
                                "SELECT count(*) FROM day_digest JOIN kept USING (day, n_entries) "
                                "WHERE version = 3"),
                   ==, store_count (f->db, "SELECT count(*) FROM kept"));
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM day_digest"), ==,
                   store_count (f->db, "SELECT count(*) FROM kept"));
  store_exec (f->db, "DROP TABLE kept");
  store_assert_whole (f->db);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark WHERE drawn = 0"), ==, 5);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry_text"), ==, 2);
  store_exec (f->db, store_second_columns_away);
  store_exec (f->db, store_third_columns_away);
  g_autofree char *after = store_dump (f->db, "day_digest");
  g_assert_cmpstr (after, ==, before);

  /* And it is a journal like any other now. */
  lay_fixture (f, 1);
  store_fixture_open (f);
  g_autoptr (FasciaOperation) drawn
      = store_log_full (f->db, &(FasciaLog) { .drawings = &store_spot, .n_drawings = 1 });
  store_assert_whole (f->db);
  g_autofree char *aside = g_strconcat (f->path, ".before-3", NULL);
  store_assert_mode (aside, "", 0600);
}

/* A version-1 journal is verified by what version 1 knew, before the new digests are made. */
static void
test_fixture_damaged (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  lay_fixture (f, 1);
  f->options.steps = first_step;
  f->options.n_steps = G_N_ELEMENTS (first_step);
  store_fixture_open (f);
  store_exec (f->db, "UPDATE mark SET level = 9 WHERE level = 10");
  store_fixture_close (f);
  f->options.steps = NULL;
  StorePicture before = store_picture_take (f->path);
  g_assert_null (fascia_db_open_full (f->path, FASCIA_DB_NONE, f->clock, 0, &f->options, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  store_picture_assert_same_and_clear (&before, f->path);
}

static char *
dump_schema (FasciaDb *db)
{
  GString *dump = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (fascia_db_get_sqlite (db),
                                       "SELECT sql FROM sqlite_schema ORDER BY name", -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (dump, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return g_string_free (dump, FALSE);
}

/* An upgraded journal has the same tables as a new one; so no released step was ever edited. */
static void
test_fixture_schema (StoreFixture *f, gconstpointer data)
{
  g_autofree char *fresh = dump_schema (f->db);

  for (int version = 1; version <= 3; version++)
    {
      lay_fixture (f, version);
      store_fixture_open (f);
      g_autofree char *upgraded = dump_schema (f->db);
      g_assert_cmpstr (upgraded, ==, fresh);
    }
}

/* FASCIA_MAKE_FIXTURE=FILE writes that journal; only ever for a version that is new. */
static void
make_fixture (const char *path)
{
  static const char *const feelings[] = { "burning", "dull", NULL };
  StoreFixture f = { .path = g_strdup (path) };
  FasciaMark first[] = { { "sacrum", FASCIA_SCALE_PAIN, 0, feelings },
                         { "sacrum", FASCIA_SCALE_TIGHTNESS, 10, NULL },
                         { "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 6, NULL } };
  FasciaMark second[] = { { "unknown-place", FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, NULL },
                          { "jaw-right", FASCIA_SCALE_PAIN, 3, NULL, TRUE } };
  const FasciaDrawing drawings[] = { store_stroke, store_spot };
  const FasciaLog logs[] = { { .marks = first, .n_marks = 3, .note = "Stairs" },
                             { .marks = second,
                               .n_marks = 2,
                               .drawings = drawings,
                               .n_drawings = 2,
                               .spreads = &store_arrow,
                               .n_spreads = 1 },
                             { .nothing_today = TRUE },
                             { .note = "Nur Worte – ¿qué tal?" } };

  f.clock = fascia_clock_new_fixed (FASCIA_TEST_NOW_MS, "Europe/Berlin");
  f.rand = g_rand_new_with_seed (1);
  f.options.random = store_fixture_random;
  f.options.random_data = f.rand;
  store_fixture_open (&f);
  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autoptr (FasciaOperation) operation = fascia_db_log (f.db, &logs[i], NULL);

      g_assert_nonnull (operation);
      store_fixture_wait (&f, 60 * MINUTE_MS);
    }
  for (guint i = 0; i < G_N_ELEMENTS (store_kinds); i++)
    {
      g_autoptr (FasciaEntry) entry = store_make_entry (store_kinds[i], get_kind_ms (i));
      g_autoptr (FasciaOperation) operation = store_put (f.db, entry);
    }
  const char *const limbs[] = { "foot-right:phantom", NULL };
  g_assert_true (
      fascia_db_set_setting (f.db, FASCIA_SETTING_FACING, g_variant_new_string ("own"), NULL));
  g_assert_true (
      fascia_db_set_setting (f.db, FASCIA_SETTING_LIMBS, g_variant_new_strv (limbs, 1), NULL));
  g_assert_true (
      fascia_db_set_setting (f.db, FASCIA_SETTING_TEN, g_variant_new_boolean (FALSE), NULL));
  store_fixture_close (&f);
  g_rand_free (f.rand);
  fascia_clock_unref (f.clock);
  g_free (f.path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  if (g_getenv ("FASCIA_MAKE_FIXTURE") != NULL)
    {
      make_fixture (g_getenv ("FASCIA_MAKE_FIXTURE"));
      return 0;
    }

  store_test_add ("/db-upgrade/columns", test_upgrade_columns);
  store_test_add ("/db-upgrade/before-columns", test_check_before_columns);
  store_test_add ("/db-upgrade/tables", test_upgrade);
  store_test_add ("/db-upgrade/fails", test_upgrade_fails);
  store_test_add ("/db-upgrade/refuses-damage", test_upgrade_refuses_damage);
  store_test_add ("/db-upgrade/fixtures", test_fixtures);
  store_test_add ("/db-upgrade/fixtures/rows", test_fixture_rows);
  store_test_add ("/db-upgrade/fixtures/damaged", test_fixture_damaged);
  store_test_add ("/db-upgrade/fixtures/schema", test_fixture_schema);

  return g_test_run ();
}

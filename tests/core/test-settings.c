/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences: as a value, as JSON, as rows with a digest. */

#include <math.h>

#include "store-drawing.h"

/* ---- the value ---- */

static void
test_value (void)
{
  const char *const limbs[] = { "hand-left:hidden", "foot-right:phantom", NULL };
  g_autoptr (FasciaSettings) none = fascia_settings_new ();
  g_autoptr (FasciaSettings) one
      = fascia_settings_with (none, FASCIA_SETTING_BUILD, g_variant_new_string ("full"));
  g_autoptr (FasciaSettings) two
      = fascia_settings_with (one, FASCIA_SETTING_TEN, g_variant_new_boolean (FALSE));
  g_autoptr (FasciaSettings) three
      = fascia_settings_with (two, FASCIA_SETTING_LIMBS, g_variant_new_strv (limbs, -1));

  g_assert_null (fascia_settings_get_string (none, FASCIA_SETTING_BUILD, NULL));
  g_assert_cmpstr (fascia_settings_get_string (none, FASCIA_SETTING_BUILD, "light"), ==, "light");
  g_assert_cmpstr (fascia_settings_get_string (three, FASCIA_SETTING_BUILD, "light"), ==, "full");
  g_assert_true (fascia_settings_get_boolean (one, FASCIA_SETTING_TEN, TRUE));
  g_assert_false (fascia_settings_get_boolean (three, FASCIA_SETTING_TEN, TRUE));
  g_assert_cmpstrv (fascia_settings_get_strv (three, FASCIA_SETTING_LIMBS), limbs);
  g_assert_nonnull (fascia_settings_get_strv (none, FASCIA_SETTING_LIMBS));
  g_assert_null (fascia_settings_get_strv (none, FASCIA_SETTING_LIMBS)[0]);

  /* Of another type than is asked for: as if it were not there. */
  g_assert_cmpstr (fascia_settings_get_string (three, FASCIA_SETTING_TEN, "-"), ==, "-");
  g_assert_true (fascia_settings_get_boolean (three, FASCIA_SETTING_BUILD, TRUE));
  g_assert_null (fascia_settings_get_strv (three, FASCIA_SETTING_BUILD)[0]);

  g_assert_false (fascia_settings_equal (two, three));
  g_autoptr (FasciaSettings) forgot = fascia_settings_with (three, FASCIA_SETTING_LIMBS, NULL);
  g_assert_true (fascia_settings_equal (two, forgot));
  g_autoptr (FasciaSettings) other
      = fascia_settings_with (two, FASCIA_SETTING_TEN, g_variant_new_boolean (TRUE));
  g_assert_false (fascia_settings_equal (two, other));
  g_assert_false (fascia_settings_equal (other, one));

  /* What was given out stays when its settings go. */
  const char *build = fascia_settings_get_string (three, FASCIA_SETTING_BUILD, NULL);
  g_clear_pointer (&one, fascia_settings_unref);
  g_clear_pointer (&two, fascia_settings_unref);
  g_assert_cmpstr (build, ==, "full");
}

/* Those under a prefix, sorted, whatever their type. */
static void
test_keys (void)
{
  static const struct
  {
    const char *prefix, *keys;
  } cases[] = {
    { "routine.", "routine.own-a routine.own-b" },
    { "routine", "routine.own-a routine.own-b routines.tools" },
    { "routine.own-b", "routine.own-b" },
    { "routine.own-c", "" },
    { "", "body.build routine.own-a routine.own-b routines.tools" },
  };
  static const char *const names[]
      = { "routine.own-b", "body.build", "routine.own-a", "routines.tools" };
  g_autoptr (FasciaSettings) settings = fascia_settings_new ();
  g_auto (GStrv) none = fascia_settings_dup_keys (settings, "");

  g_assert_nonnull (none);
  g_assert_null (none[0]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FasciaSettings) before = g_steal_pointer (&settings);

      settings = fascia_settings_with (before, names[i], g_variant_new_boolean (i % 2 == 0));
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) keys = fascia_settings_dup_keys (settings, cases[i].prefix);
      g_autofree char *joined = g_strjoinv (" ", keys);

      g_assert_cmpstr (joined, ==, cases[i].keys);
    }
}

/* ---- JSON ---- */

static void
assert_round_trip (GVariant *value, const char *json)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autofree char *text = fascia_setting_to_json (owned);

  g_assert_cmpstr (text, ==, json);
  g_autoptr (GVariant) back = fascia_setting_from_json (text);
  g_assert_nonnull (back);
  g_assert_false (g_variant_is_floating (back));
  g_assert_true (g_variant_equal (back, owned));
}

static void
test_json (void)
{
  static const char *const texts[] = { "a", "", "ä \"quoted\" \\ \n", NULL };
  static const char *const nothing[] = { NULL };
  static const char *const wrong[]
      = { "",          "null",     "{}",   "{\"a\":1}", "[1]",    "[\"a\",1]",
          "[[\"a\"]]", "nonsense", "\"a",  "[",         "1 2",    "var x = 1",
          "1e999",     "-1e999",   "\xff", "\"\xff\"",  "[null]", "/* */ 1" };

  assert_round_trip (g_variant_new_boolean (TRUE), "true");
  assert_round_trip (g_variant_new_boolean (FALSE), "false");
  assert_round_trip (g_variant_new_string ("own"), "\"own\"");
  assert_round_trip (g_variant_new_string (""), "\"\"");
  assert_round_trip (g_variant_new_int64 (0), "0");
  assert_round_trip (g_variant_new_int64 (G_MAXINT64), "9223372036854775807");
  assert_round_trip (g_variant_new_int64 (G_MININT64), "-9223372036854775808");
  assert_round_trip (g_variant_new_double (0.5), "0.5");
  assert_round_trip (g_variant_new_strv (nothing, 0), "[]");
  assert_round_trip (g_variant_new_strv (texts, -1), "[\"a\",\"\",\"ä \\\"quoted\\\" \\\\ \\n\"]");
  /* A whole number stays the kind of number that it was. */
  static const double numbers[] = { 3, -0.1, 1e300, 5e-324, 123456789.123 };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = fascia_setting_to_json (g_variant_new_double (numbers[i]));
      g_autoptr (GVariant) back = fascia_setting_from_json (text);

      g_assert_true (g_variant_is_of_type (back, G_VARIANT_TYPE_DOUBLE));
      g_assert_true (!(g_variant_get_double (back) < numbers[i])
                     && !(g_variant_get_double (back) > numbers[i]));
    }

  g_assert_null (fascia_setting_to_json (g_variant_new_double (NAN)));
  g_assert_null (fascia_setting_to_json (g_variant_new_double (INFINITY)));
  g_assert_null (fascia_setting_to_json (g_variant_new_int32 (1)));
  g_assert_null (fascia_setting_to_json (g_variant_new ("(ss)", "a", "b")));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GVariant) value = fascia_setting_from_json (wrong[i]);

      if (value != NULL)
        g_error ("“%s” was read as a preference", wrong[i]);
    }
}

/* ---- rows ---- */

static void
set (FasciaDb *db, const char *key, GVariant *value)
{
  g_autoptr (GError) error = NULL;

  fascia_db_set_setting (db, key, value, &error);
  g_assert_no_error (error);
}

/* What was written last is known after a restart, though the row that said so is gone. */
static void
test_stamp_grows (StoreFixture *f, gconstpointer data)
{
  set (f->db, "a", g_variant_new_boolean (TRUE));
  set (f->db, "b", g_variant_new_boolean (TRUE));
  set (f->db, "b", NULL);
  gint64 last = f->db->last_stamp;
  store_fixture_close (f);
  store_fixture_open (f);
  g_assert_cmpint (f->db->last_stamp, ==, last);
  set (f->db, "c", g_variant_new_boolean (TRUE));
  g_assert_cmpint (f->db->last_stamp, >, last);
}

typedef struct
{
  guint n_calls;
  FasciaChangeFlags changes;
} Told;

static void
on_committed (FasciaDb *db, FasciaOperation *operation, FasciaChangeFlags changes, gpointer data)
{
  Told *told = data;

  g_assert_null (operation);
  told->n_calls++;
  told->changes = changes;
}

static void
test_keep (StoreFixture *f, gconstpointer data)
{
  const char *const limbs[] = { "hand-left:hidden", NULL };
  Told told = { 0 };

  fascia_db_set_hook (f->db, on_committed, &told);
  set (f->db, FASCIA_SETTING_BUILD, g_variant_new_string ("light"));
  g_assert_cmpuint (told.n_calls, ==, 1);
  g_assert_cmpint (told.changes, ==, FASCIA_CHANGE_SETTINGS);
  set (f->db, FASCIA_SETTING_BUILD, g_variant_new_string ("full"));
  set (f->db, FASCIA_SETTING_LIMBS, g_variant_new_strv (limbs, -1));
  set (f->db, FASCIA_SETTING_TEN, g_variant_new_boolean (FALSE));
  g_assert_cmpuint (told.n_calls, ==, 4);
  /* The same once more is no change, nor is forgetting what is not there. */
  set (f->db, FASCIA_SETTING_TEN, g_variant_new_boolean (FALSE));
  set (f->db, FASCIA_SETTING_FACING, NULL);
  g_assert_cmpuint (told.n_calls, ==, 4);
  store_assert_whole (f->db);
  set (f->db, FASCIA_SETTING_TEN, NULL);
  store_assert_whole (f->db);

  store_fixture_close (f);
  store_fixture_open (f);
  g_autoptr (FasciaSettings) settings = fascia_db_load_settings (f->db, NULL);
  g_assert_cmpstr (fascia_settings_get_string (settings, FASCIA_SETTING_BUILD, NULL), ==, "full");
  g_assert_cmpstrv (fascia_settings_get_strv (settings, FASCIA_SETTING_LIMBS), limbs);
  g_assert_true (fascia_settings_get_boolean (settings, FASCIA_SETTING_TEN, TRUE));
  set (f->db, FASCIA_SETTING_BUILD, NULL);
  set (f->db, FASCIA_SETTING_LIMBS, NULL);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM setting"), ==, 0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM table_digest"), ==, 0);
  store_assert_whole (f->db);
}

static void
test_refuse (StoreFixture *f, gconstpointer data)
{
  g_autofree char *before = store_dump (f->db, NULL);
  g_autofree char *long_key = g_strnfill (200, 'k');
  const char *const keys[] = { "", "\xff", long_key };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fascia_db_set_setting (f->db, keys[i], g_variant_new_int64 (1), &error));
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
    }
  g_autoptr (GError) error = NULL;
  g_assert_false (fascia_db_set_setting (f->db, "key", g_variant_new_double (NAN), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* What a later version wrote is kept and covered, and another value or a lost row is noticed. */
static void
test_digest (StoreFixture *f, gconstpointer data)
{
  static const char *const damages[] = { "UPDATE setting SET value = '\"own\"' WHERE id = 1",
                                         "UPDATE setting SET key = 'body.facing2' WHERE id = 1",
                                         "DELETE FROM setting WHERE id = 1",
                                         "DELETE FROM setting",
                                         "INSERT INTO setting (key, value, stamp, origin) "
                                         "VALUES ('new', '1', 1, 1)",
                                         "DELETE FROM table_digest",
                                         "UPDATE table_digest SET digest = zeroblob (32)" };

  set (f->db, FASCIA_SETTING_FACING, g_variant_new_string ("facing"));
  store_exec (f->db, "INSERT INTO setting (key, value, stamp, origin) "
                     "VALUES ('later', '{\"deep\":[1,2]}', 1, 1)");
  g_assert_true (fascia_db_begin (f->db, NULL));
  g_assert_true (fascia_db_rebuild_digests (f->db, NULL));
  g_assert_true (fascia_db_commit (f->db, NULL));
  store_assert_whole (f->db);
  g_autoptr (FasciaSettings) settings = fascia_db_load_settings (f->db, NULL);
  g_assert_cmpstr (fascia_settings_get_string (settings, FASCIA_SETTING_FACING, NULL), ==,
                   "facing");
  g_assert_null (fascia_settings_get_string (settings, "later", NULL));
  set (f->db, FASCIA_SETTING_TEN, g_variant_new_boolean (TRUE));
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM setting WHERE key = 'later'"), ==, 1);
  store_assert_whole (f->db);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;

      store_exec (f->db, "BEGIN");
      store_exec (f->db, damages[i]);
      g_assert_false (fascia_db_check (f->db, NULL, NULL, &error));
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
      store_assert_sentence (error, f->path);
      store_exec (f->db, "ROLLBACK");
    }
  store_assert_whole (f->db);
}

/* Nonsense in place of a value is as if it were not there, never a crash. */
static void
test_nonsense (StoreFixture *f, gconstpointer data)
{
  set (f->db, FASCIA_SETTING_FACING, g_variant_new_string ("facing"));
  store_exec (f->db, "PRAGMA ignore_check_constraints=ON; "
                     "UPDATE setting SET value = CAST (x'ff22' AS TEXT)");
  g_autoptr (FasciaSettings) settings = fascia_db_load_settings (f->db, NULL);
  g_assert_nonnull (settings);
  g_assert_null (fascia_settings_get_string (settings, FASCIA_SETTING_FACING, NULL));
}

/* ---- words for feelings ---- */

static void
log_feelings (FasciaDb *db, const char *region, const char *first, const char *second)
{
  const char *const feelings[] = { first, second, NULL };
  const FasciaMark mark = { region, FASCIA_SCALE_TIGHTNESS, 5, feelings };
  g_autoptr (FasciaOperation) operation
      = store_log_full (db, &(FasciaLog) { .marks = &mark, .n_marks = 1, .new_check_in = TRUE });
}

static void
assert_feelings (FasciaDb *db, gint32 first_day, guint limit, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) codes = fascia_db_load_feelings (db, first_day, limit, &error);

  g_assert_no_error (error);
  g_autofree char *joined = g_strjoinv (" ", codes);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_feelings (StoreFixture *f, gconstpointer data)
{
  gint32 day = (gint32) (FASCIA_TEST_NOW_MS / DAY_MS);

  assert_feelings (f->db, 0, 6, "");
  log_feelings (f->db, "sacrum", "burning", "later-word");
  log_feelings (f->db, "sacrum", "burning", "dull");
  log_feelings (f->db, "jaw-left", "dull", NULL);
  store_fixture_wait (f, DAY_MS);
  log_feelings (f->db, "jaw-left", "numb", "burning");
  assert_feelings (f->db, 0, 6, "burning dull later-word numb");
  assert_feelings (f->db, 0, 2, "burning dull");
  assert_feelings (f->db, 0, 0, "");
  assert_feelings (f->db, day + 1, 6, "burning numb");
  assert_feelings (f->db, day + 2, 6, "");
}

/* ---- since when ---- */

static const FasciaRecentMark *
find_recent (GArray *recent, const char *region)
{
  for (guint i = 0; i < recent->len; i++)
    if (g_str_equal (g_array_index (recent, FasciaRecentMark, i).region, region))
      return &g_array_index (recent, FasciaRecentMark, i);
  g_error ("%s is not among the recent marks", region);
}

static void
test_since (StoreFixture *f, gconstpointer data)
{
  gint32 day = (gint32) (FASCIA_TEST_NOW_MS / DAY_MS);
  static const int sacrum[] = { 3, 0, 5, 0 };
  static const int heel[] = { 3, 4, 5, 6 };
  static const int knee[] = { 7, 5, 0, 3 };

  for (int i = 0; i < 4; i++)
    {
      store_mark (f->db, "sacrum", sacrum[i]);
      store_mark (f->db, "heel-left", heel[i]);
      store_mark (f->db, "knee-back-left", knee[i]);
      store_mark (f->db, "jaw-left", 0);
      store_mark (f->db, "jaw-right", i == 0 ? 0 : FASCIA_LEVEL_NOT_GIVEN);
      store_fixture_wait (f, DAY_MS);
    }
  g_autoptr (GArray) all = fascia_db_load_recent (f->db, day, G_MAXINT64, NULL);
  g_assert_cmpuint (all->len, ==, 5);
  g_assert_cmpint (find_recent (all, "heel-left")->since_day, ==, day);
  /* It was none in between, or is now. */
  g_assert_cmpint (find_recent (all, "knee-back-left")->since_day, ==, day + 3);
  g_assert_cmpint (find_recent (all, "sacrum")->since_day, ==, G_MAXINT32);
  g_assert_cmpint (find_recent (all, "sacrum")->level, ==, 0);
  g_assert_cmpint (find_recent (all, "sacrum")->day, ==, day + 3);
  g_assert_cmpint (find_recent (all, "jaw-left")->since_day, ==, G_MAXINT32);
  g_assert_cmpint (find_recent (all, "jaw-right")->since_day, ==, day + 1);

  /* Within what was asked for: neither days before nor moments after count. */
  g_autoptr (GArray) late = fascia_db_load_recent (f->db, day + 1, G_MAXINT64, NULL);
  g_assert_cmpint (find_recent (late, "heel-left")->since_day, ==, day + 1);
  g_autoptr (GArray) early
      = fascia_db_load_recent (f->db, day + 1, FASCIA_TEST_NOW_MS + 2 * DAY_MS, NULL);
  g_assert_cmpint (find_recent (early, "sacrum")->since_day, ==, G_MAXINT32);
  g_assert_cmpint (find_recent (early, "knee-back-left")->since_day, ==, day + 1);
  g_assert_cmpint (find_recent (early, "sacrum")->day, ==, day + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/settings/value", test_value);
  g_test_add_func ("/settings/keys", test_keys);
  g_test_add_func ("/settings/json", test_json);
  store_test_add ("/settings/stamp-grows", test_stamp_grows);
  store_test_add ("/settings/keep", test_keep);
  store_test_add ("/settings/refuse", test_refuse);
  store_test_add ("/settings/digest", test_digest);
  store_test_add ("/settings/nonsense", test_nonsense);
  store_test_add ("/usage/feelings", test_feelings);
  store_test_add ("/usage/since", test_since);

  return g_test_run ();
}

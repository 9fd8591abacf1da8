/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what is read into the journal, and of what is refused: a refused import changes
 * nothing. */

#include "exchange-fixture.h"

#include <glib/gstdio.h>

static FasciaBody *body;

#define UID_A "01900000-0000-7000-8000-00000000000a"
#define UID_B "01900000-0000-7000-8000-00000000000b"
#define UID_C "01900000-0000-7000-8000-00000000000c"
#define UID_D "01900000-0000-7000-8000-00000000000d"
#define MEASURED(uid, item, value) "{\"uid\":\"" uid "\",\"item\":\"" item "\",\"value\":" value "}"
#define HEAD                                                                                       \
  "{\"format\":\"fascia-journal\",\"version\":1,\n\"tags\":[],\n\"scales\":[],\n"                  \
  "\"conditions\":[],\n\"settings\":{},\n\"entries\":[\n"
#define ENTRY(uid, more)                                                                           \
  "{\"uid\":\"" uid "\",\"kind\":\"check-in\",\"time\":\"2026-03-01T14:20:00+01:00\","             \
  "\"zone\":\"Europe/Berlin\",\"day\":\"2026-03-01\",\"changed\":\"2026-03-01T13:20:00Z\","        \
  "\"nothing_today\":false,\"closed\":true" more "}"
#define MARK(uid, more) "{\"uid\":\"" uid "\",\"drawn\":false," more "}"

static FasciaImport *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fascia_import_read_json (bytes, "some.json", body, FASCIA_TEST_NOW_MS, error);
}

static FasciaImport *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  FasciaImport *import = read_text (text, &error);

  g_assert_no_error (error);
  return import;
}

/* ---- what is wrong is told by its line ---- */

typedef struct
{
  const char *more;   /* what the second entry holds */
  const char *column; /* NULL: none is named */
} BadEntry;

static void
test_bad_entries (void)
{
  static const BadEntry bad[] = {
    { ",\"surprise\":1", "surprise" },
    { ",\"marks\":3", "marks" },
    { ",\"marks\":[3]", "marks" },
    { ",\"marks\":[" MARK (UID_C, "\"region\":\"sacrum\",\"scale\":\"pain\",\"level\":11") "]",
      "level" },
    { ",\"marks\":[" MARK (UID_C, "\"region\":\"sacrum\",\"scale\":\"pain\",\"level\":1.5") "]",
      "level" },
    { ",\"marks\":[" MARK (UID_C, "\"region\":\"sacrum\",\"scale\":\"pain\",\"level\":\"5\"") "]",
      "level" },
    { ",\"marks\":[" MARK (UID_C, "\"region\":\"sacrum\",\"scale\":\"itch\"") "]", "scale" },
    { ",\"marks\":[" MARK (UID_C, "\"region\":\"\",\"scale\":\"pain\"") "]", "region" },
    { ",\"marks\":[" MARK (UID_C, "\"scale\":\"pain\"") "]", "region" },
    { ",\"marks\":[" MARK ("nothing", "\"region\":\"sacrum\",\"scale\":\"pain\"") "]", "uid" },
    { ",\"marks\":[" MARK (UID_A, "\"region\":\"sacrum\",\"scale\":\"pain\",\"feelings\":[1]") "]",
      "feeling" },
    { ",\"spreads\":[{\"uid\":\"" UID_C "\",\"from\":\"sacrum\",\"to\":\"sacrum\"}]", "to" },
    { ",\"visit\":{\"uid\":\"" UID_C "\",\"minutes\":10}", NULL },
    { ",\"measurements\":[{\"uid\":\"" UID_C "\",\"item\":\"sleep\"}]", "value" },
    { ",\"drawings\":[{\"uid\":\"" UID_C "\",\"kind\":\"spot\",\"scale\":\"pain\",\"view\":"
      "\"front\",\"figure\":1,\"width\":5,\"points\":\"1 2;3 4\"}]",
      "points" },
    { ",\"drawings\":[{\"uid\":\"" UID_C "\",\"kind\":\"spot\",\"scale\":\"pain\",\"view\":"
      "\"front\",\"figure\":1,\"width\":500,\"points\":\"1 2\"}]",
      "width" },
    { ",\"end\":\"2026-03-01T13:19:59Z\"", "end" },
    { ",\"end\":\"soon\"", "end" },
    { ",\"end\":\"2026-03-12T13:20:00Z\"", "end" },
    { ",\"end\":\"9999-03-01T13:20:00Z\"", "end" },
    { ",\"measurements\":[" MEASURED (UID_C, "sleep", "1e308") "]", "value" },
    { ",\"measurements\":[" MEASURED (UID_C, "sleep", "-1") "]", "value" },
    { ",\"measurements\":[" MEASURED (UID_C, "of-later", "1") "," MEASURED (UID_D, "of-later",
                                                                            "2") "]",
      NULL },
    { ",\"tags\":[\"a\",\"a\"]", NULL },
    { ",\"note\":\"\\ud800\"", NULL },
    { ",\"note\":\"a\\u0000b\"", NULL },
    { ",\"note\":\"\\\\\\u0000b\"", NULL },
    { "}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strconcat (HEAD ENTRY (UID_A, "") ",\n", ENTRY (UID_B, ""), NULL);
      g_autoptr (GString) broken = g_string_new (text);
      g_autoptr (GError) error = NULL;

      g_string_truncate (broken, broken->len - 1);
      g_string_append (broken, bad[i].more);
      g_string_append (broken, "}\n]}\n");
      g_autoptr (FasciaImport) import = read_text (broken->str, &error);
      /* What breaks the whole file is refused as a whole. */
      if (import == NULL)
        {
          g_assert_error (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_FORMAT);
          continue;
        }
      g_test_message ("%s", bad[i].more);
      g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 1);
      g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 1);
      const FasciaImportProblem *problem = fascia_import_get_problem (import, 0);
      g_assert_cmpstr (problem->file, ==, "some.json");
      g_assert_cmpuint (problem->line, ==, 8);
      g_assert_cmpstr (problem->column, ==, bad[i].column);
      g_assert_true (g_str_has_suffix (problem->reason, "."));
    }
}

static void
test_bad_times (void)
{
  static const char *const times[]
      = { "2026-03-01T14:20:00",       "2026-03-01 14:20:00+01:00", "2026-02-29T14:20:00+01:00",
          "2026-03-01T24:00:00+01:00", "2026-03-01T14:20:00+17:00", "2026-03-01T14:20:00.1+01:00",
          "0000-00-00T00:00:00Z",      "2026-03-02T14:20:00+01:00", "" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GString) text = g_string_new (HEAD ENTRY (UID_A, "") "\n]}");
      g_autoptr (FasciaImport) import = NULL;

      g_string_replace (text, "2026-03-01T14:20:00+01:00", times[i], 1);
      import = read_good (text->str);
      g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 0);
      g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 1);
    }
}

/* ENTRY (UID_A, @more) with the first @old in it as @new is refused for @column. */
static void
assert_refused (const char *more, const char *old, const char *new, const char *column)
{
  g_autoptr (GString) text = g_string_new (HEAD ENTRY (UID_A, "@MORE@") "\n]}");

  g_string_replace (text, "@MORE@", more, 1);
  g_assert_cmpuint (g_string_replace (text, old, new, 0), >, 0);
  g_autoptr (FasciaImport) import = read_good (text->str);
  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 0);
  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 1);
  const FasciaImportProblem *problem = fascia_import_get_problem (import, 0);
  g_assert_cmpstr (problem->column, ==, column);
  g_assert_cmpuint (problem->line, ==, 7);
}

/* Our own files are judged as what is written by hand. */
static void
test_as_by_hand (void)
{
  static const char scale[]
      = "\"scales\":[{\"uid\":\"" UID_C "\",\"code\":\"own-x\",\"name\":\"X\","
        "\"minimum\":0,\"maximum\":5,\"step\":1,\"hidden\":false}]";

  assert_refused ("", "2026-03-01", "2099-03-01", "time");
  assert_refused ("", "check-in", "note", "note");
  assert_refused (",\"note\":\" \\n\"", "check-in", "note", "note");
  assert_refused (",\"measurements\":[" MEASURED (UID_D, "own-x", "6") "]", "\"scales\":[]", scale,
                  "value");

  /* What is not known, what is between the steps, and what is by another clock. */
  g_autoptr (GString) good = g_string_new (
      HEAD ENTRY (UID_A, ",\"measurements\":[" MEASURED (UID_B, "own-x", "4.5") "," MEASURED (
                             UID_D, "of-later", "1e308") "]") "\n]}");
  g_string_replace (good, "\"scales\":[]", scale, 1);
  g_string_replace (good, "2026-03-01", "2026-03-11", 0);
  g_autoptr (FasciaImport) import = read_good (good->str);
  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 0);
  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 1);
}

/* What can be said in JSON and in no text is not cut off there. */
static void
test_zero_characters (void)
{
  static const struct
  {
    const char *old, *new;
    gboolean is_good;
  } cases[] = {
    { "\"settings\":{}", "\"settings\":{\"a\\u0000\":1}" },
    { "\"settings\":{}", "\"settings\":{\"a\":\"b\\u0000c\"}" },
    { "\"tags\":[]", "\"tags\":[{\"uid\":\"" UID_C
                     "\",\"code\":\"own-x\",\"name\":\"a\\u0000b\",\"hidden\":false}]" },
    { "\"settings\":{}", "\"settings\":{\"a\":\"\\\\u0000\"}", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (HEAD ENTRY (UID_A, "") "\n]}");

      g_assert_cmpuint (g_string_replace (text, cases[i].old, cases[i].new, 1), ==, 1);
      g_autoptr (FasciaImport) import = read_good (text->str);
      g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 1);
      g_assert_cmpuint (fascia_import_get_n_problems (import), ==, cases[i].is_good ? 0 : 1);
    }
}

/* A number that is none, anywhere in a preference, is told, and the rest is taken. */
static void
test_endless_numbers (StoreFixture *f, gconstpointer data)
{
  static const char *const values[] = { "1e999", "-1e999", "{\"deep\":[1,2.5e999,null]}" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) text = g_string_new (HEAD ENTRY (UID_A, "") "\n]}");
      g_autofree char *setting
          = g_strdup_printf ("\"settings\":{\"a\":%s,\"b%u\":1e300}", values[i], i);
      g_autoptr (GError) error = NULL;
      FasciaImportPlan plan;

      g_string_replace (text, "\"settings\":{}", setting, 1);
      g_autoptr (FasciaImport) import = read_good (text->str);
      g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 1);
      g_assert_cmpstr (fascia_import_get_problem (import, 0)->column, ==, "value");
      g_autoptr (FasciaOperation) operation = fascia_db_import (f->db, import, TRUE, &plan, &error);
      g_assert_no_error (error);
      g_assert_cmpint (plan.n_settings, ==, 1);
    }
}

static void
test_same_names (void)
{
  g_autoptr (FasciaImport) import = read_good (HEAD ENTRY (
      UID_A,
      ",\"marks\":[" MARK (
          UID_C,
          "\"region\":\"sacrum\",\"scale\":"
          "\"pain\"") "]") ",\n" ENTRY (UID_A,
                                        "") ",\n" ENTRY (UID_B,
                                                         ",\"marks\":[" MARK (
                                                             UID_C,
                                                             "\"region\":\"sacrum\",\"scale\":"
                                                             "\"pain\"") "]") "\n]}");

  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 1);
  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 2);
  g_assert_cmpuint (fascia_import_get_problem (import, 0)->line, ==, 8);
  g_assert_cmpuint (fascia_import_get_problem (import, 1)->line, ==, 9);
}

/* However it is laid out, it is the same. */
static void
test_layouts (void)
{
  g_autoptr (FasciaImport) import = read_good (
      "\xef\xbb\xbf{ \"entries\" : [\n\n" ENTRY (UID_A, ",\"note\":\"}]\\\"\"") " ,\n " ENTRY (
          UID_B, ",\"later\":[[[]]]") "\n] , \"other\" : { \"a\" : [ 1 ] "
                                      "}, \"version\" : 1 , \"format\" : \"fascia-journal\" }\n\n");

  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 1);
  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 1);
  g_assert_cmpuint (fascia_import_get_problem (import, 0)->line, ==, 4);
  g_assert_cmpint (fascia_import_get_first_day (import), ==, fascia_day_from_ymd (2026, 3, 1));
  g_assert_cmpint (fascia_import_get_last_day (import), ==, fascia_day_from_ymd (2026, 3, 1));
  g_autoptr (GPtrArray) entries = fascia_import_dup_entries (import, 5);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (fascia_entry_get_note (g_ptr_array_index (entries, 0)), ==, "}]\"");
}

static void
test_no_export (void)
{
  static const struct
  {
    const char *text;
    FasciaImportError code;
  } files[] = {
    { "", FASCIA_IMPORT_ERROR_FORMAT },
    { "{}", FASCIA_IMPORT_ERROR_FORMAT },
    { "[]", FASCIA_IMPORT_ERROR_FORMAT },
    { "Date,Pain\n2026-03-01,5\n", FASCIA_IMPORT_ERROR_FORMAT },
    { "{\"format\":\"other\",\"version\":1,\"entries\":[]}", FASCIA_IMPORT_ERROR_FORMAT },
    { "{\"format\":\"fascia-journal\",\"entries\":[]}", FASCIA_IMPORT_ERROR_FORMAT },
    { "{\"format\":\"fascia-journal\",\"version\":2,\"entries\":[]}", FASCIA_IMPORT_ERROR_TOO_NEW },
    { "{\"format\":\"fascia-journal\",\"version\":1,\"entries\":[]", FASCIA_IMPORT_ERROR_FORMAT },
    { "{\"format\":\"fascia-journal\",\"version\":1,\"entries\":[{]}", FASCIA_IMPORT_ERROR_FORMAT },
    { "{\"format\":\"fascia-journal\",\"version\":1,\"entries\":{}}", FASCIA_IMPORT_ERROR_FORMAT },
    { "{\"format\":\"fascia-journal\",\"version\":1,\"entries\":[]} x",
      FASCIA_IMPORT_ERROR_FORMAT },
    { "{\"format\":\"fascia-journal\",\"version\":1,\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
      FASCIA_IMPORT_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (files[i].text, &error));
      g_assert_error (error, FASCIA_IMPORT_ERROR, (int) files[i].code);
      g_assert_nonnull (strstr (error->message, "some.json"));
    }
}

static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);

  for (guint i = 0; i < 1500; i++)
    g_string_append (text, i > 0 ? ",\n{}" : "{}");
  g_string_append (text, "\n]}");
  g_autoptr (FasciaImport) import = read_good (text->str);
  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 1000);
}

/* ---- into the journal ---- */

static GBytes *
picture (FasciaDb *db)
{
  g_autofree char *dump = store_dump (db, NULL);

  return g_bytes_new (dump, strlen (dump));
}

static void
test_refused (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import
      = read_good (HEAD ENTRY (UID_A, "") ",\n" ENTRY (UID_B, ",\"marks\":3") "\n]}");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  FasciaImportPlan plan;

  store_mark (f->db, "hip-left", 3);
  g_autoptr (GBytes) before = picture (f->db);
  g_assert_null (fascia_db_import (f->db, import, FALSE, &plan, &error));
  g_assert_error (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_ROWS);
  g_assert_nonnull (strstr (error->message, "line 8"));
  g_clear_error (&error);
  g_autoptr (GBytes) after = picture (f->db);
  exchange_assert_same (before, after);

  g_autoptr (FasciaOperation) operation = fascia_db_import (f->db, import, TRUE, &plan, &error);
  g_assert_no_error (error);
  g_assert_nonnull (operation);
  g_assert_cmpint (plan.n_new, ==, 1);
  g_assert_cmpint (plan.n_bad, ==, 1);
}

/* The file itself stays as it is. */
static void
test_refused_file (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import = read_good (HEAD ENTRY (UID_A, "") ",\n{}\n]}");
  g_autoptr (GBytes) before = NULL, after = NULL;

  store_mark (f->db, "hip-left", 3);
  store_fixture_close (f);
  before = exchange_load (f->path);
  store_fixture_open (f);
  g_assert_null (fascia_db_import (f->db, import, FALSE, NULL, &error));
  g_assert_error (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_ROWS);
  store_fixture_close (f);
  after = exchange_load (f->path);
  g_assert_true (g_bytes_equal (before, after));
  store_fixture_open (f);
}

static void
test_same_and_different (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) first
      = read_good (HEAD ENTRY (UID_A, "") ",\n" ENTRY (UID_B, ",\"note\":\"x\"") "\n]}");
  g_autoptr (FasciaImport) second = read_good (HEAD ENTRY (UID_A, "") ",\n" ENTRY (
      UID_B, ",\"note\":\"other\"") ",\n" ENTRY (UID_C, "") "\n]}");
  FasciaImportPlan plan;

  g_autoptr (FasciaOperation) operation = fascia_db_import (f->db, first, FALSE, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_new, ==, 2);
  g_assert_null (fascia_db_import (f->db, first, FALSE, &plan, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_same, ==, 2);

  g_autoptr (GBytes) before = picture (f->db);
  g_assert_true (fascia_db_plan_import (f->db, second, &plan, &error));
  g_assert_cmpint (plan.n_same, ==, 1);
  g_assert_cmpint (plan.n_different, ==, 1);
  g_assert_cmpint (plan.n_new, ==, 1);
  g_autoptr (GBytes) after = picture (f->db);
  exchange_assert_same (before, after);

  g_autoptr (FasciaOperation) more = fascia_db_import (f->db, second, FALSE, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry WHERE note = 'x'"), ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry"), ==, 3);
}

/* Tags and scales go with the entries, and so does what is undone. */
static void
test_undo (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fascia_test_dir_build (f->dir, "exported");
  FasciaImportPlan plan;

  exchange_fill (f->db, rand, 24);
  g_autoptr (GBytes) json = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  FasciaDb *other = exchange_open_other (f, "other");
  store_mark (other, "hip-left", 3);
  g_autoptr (GBytes) before = exchange_export (other, body, f->dir, FASCIA_EXPORT_JSON);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (json, NULL),
                                      (gssize) g_bytes_get_size (json), NULL));
  g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) operation = fascia_db_import (other, import, FALSE, &plan, &error);
  g_assert_no_error (error);
  g_assert_true (fascia_operation_can_undo (operation));
  g_assert_cmpint (fascia_operation_get_kind (operation), ==, FASCIA_OPERATION_IMPORT);
  g_assert_cmpint (plan.n_tags, ==, 6);
  g_assert_cmpint (plan.n_settings, ==, 6);
  g_assert_cmpint (fascia_operation_get_changes (operation) & FASCIA_CHANGE_SETTINGS, !=, 0);
  g_assert_cmpint (store_count (other, "SELECT count(*) FROM condition"), ==, 3);
  g_autoptr (FasciaOperation) undone
      = fascia_db_undo (other, fascia_operation_get_id (operation), &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  g_assert_cmpint (fascia_operation_get_changes (undone) & FASCIA_CHANGE_SETTINGS, !=, 0);
  g_autoptr (GBytes) after = exchange_export (other, body, f->dir, FASCIA_EXPORT_JSON);
  exchange_assert_same (before, after);
  g_assert_true (fascia_db_check (other, NULL, NULL, &error));
  g_assert_no_error (error);

  /* And it can come again, under the same names. */
  g_autoptr (FasciaOperation) again = fascia_db_import (other, import, FALSE, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_new, ==, 24);
  g_assert_cmpint (plan.n_settings, ==, 6);
  g_assert_cmpint (store_count (other, "SELECT count(*) FROM tombstone"), ==, 0);
  g_assert_true (fascia_db_check (other, NULL, NULL, &error));
  g_assert_no_error (error);
  fascia_db_close (other, &error);
}

#define WHOLES                                                                                     \
  "{\"format\":\"fascia-journal\",\"version\":1,\"tags\":[],\"scales\":[],"                        \
  "\"conditions\":[{\"uid\":\"" UID_C "\",\"code\":\"blood-thinner\",\"answered\":"                \
  "\"2026-03-01T13:20:00Z\"}],\"settings\":{\"a\":true,\"b\":1},\"entries\":[]}"

/* Answers and preferences alone are an operation, too; what was chosen since stays. */
static void
test_undo_settings (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import = read_good (WHOLES);
  FasciaImportPlan plan;

  g_autoptr (FasciaOperation) operation = fascia_db_import (f->db, import, FALSE, &plan, &error);
  g_assert_no_error (error);
  g_assert_true (fascia_operation_can_undo (operation));
  g_assert_cmpint (plan.n_settings, ==, 3);
  g_assert_true (fascia_db_set_setting (f->db, "a", g_variant_new_boolean (FALSE), &error));
  g_autoptr (FasciaOperation) undone = fascia_db_undo (f->db, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM condition"), ==, 0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM setting WHERE key = 'b'"), ==, 0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM setting WHERE key = 'a'"), ==, 1);
  g_assert_true (fascia_db_check (f->db, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* A mark of the journal already has the name: the new one gets another. */
static void
test_name_is_taken (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) first = read_good (HEAD ENTRY (
      UID_A, ",\"marks\":[" MARK (UID_C, "\"region\":\"sacrum\",\"scale\":\"pain\"") "]") "\n]}");
  g_autoptr (FasciaImport) second = read_good (HEAD ENTRY (
      UID_B, ",\"marks\":[" MARK (UID_C, "\"region\":\"sacrum\",\"scale\":\"pain\"") "]") "\n]}");
  g_autoptr (FasciaOperation) a = fascia_db_import (f->db, first, FALSE, NULL, &error);
  g_autoptr (FasciaOperation) b = fascia_db_import (f->db, second, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (store_count (f->db, "SELECT count(DISTINCT uid) FROM mark"), ==, 2);
}

/* A tag, a scale, an answer and an entry share a name: they can be taken back all the same. */
static void
test_name_of_two (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import = read_good (
      "{\"format\":\"fascia-journal\",\"version\":1,\"tags\":[{\"uid\":\"" UID_C
      "\",\"code\":\"own-a\",\"name\":\"a\",\"hidden\":false}],\"scales\":[{\"uid\":\"" UID_C
      "\",\"code\":\"own-b\",\"name\":\"b\",\"minimum\":0,\"maximum\":1,\"step\":1,"
      "\"hidden\":false}],\"conditions\":[{\"uid\":\"" UID_C
      "\",\"code\":\"blood-thinner\",\"answered\":\"2026-03-01T13:20:00Z\"}],"
      "\"settings\":{},\"entries\":[" ENTRY (UID_C, "") "]}");
  FasciaImportPlan alone, plan;
  fascia_import_plan_alone (import, &alone);
  g_assert_true (fascia_db_plan_import (f->db, import, &plan, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (&alone, sizeof alone, &plan, sizeof plan);
  g_assert_cmpint (plan.n_tags, ==, 2);
  g_assert_cmpint (plan.n_settings, ==, 1);
  g_autoptr (FasciaOperation) operation = fascia_db_import (f->db, import, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (operation);
  /* One of them deleted is no damage to the other. */
  g_autoptr (FasciaOperation) deleted = fascia_db_delete_scale (f->db, "own-b", &error);
  g_assert_no_error (error);
  g_assert_true (fascia_db_check (f->db, NULL, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) back = fascia_db_undo (f->db, 0, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) undone = fascia_db_undo (f->db, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tombstone"), ==, 1);
  g_assert_true (fascia_db_check (f->db, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_what_is_read_is_found (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import
      = read_good (HEAD ENTRY (UID_A, ",\"note\":\"a most peculiar word\"") "\n]}");
  g_autoptr (FasciaOperation) operation = fascia_db_import (f->db, import, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (
      store_count (f->db, "SELECT count(*) FROM entry_text WHERE entry_text MATCH 'peculiar'"), ==,
      1);
}

/* ---- tables ---- */

static char *
make_tables (StoreFixture *f, const char *name)
{
  char *path = fascia_test_dir_build (f->dir, name);
  g_autoptr (GError) error = NULL;

  fascia_export_run (FASCIA_EXPORT_TABLES, body, f->db, path, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
replace_in (const char *folder, const char *name, const char *old, const char *new)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  text = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (text, old, new, 0), >, 0);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
}

static void
test_bad_tables (StoreFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *file, *old, *new;
    const char *column; /* of the problem; NULL: the whole folder is refused */
    guint line;
  } cases[] = {
    { "mark.csv", ",pain,5,", ",pain,50,", "level", 2 },
    { "mark.csv", ",pain,5,", ",pain,five,", "level", 2 },
    { "mark.csv", ",pain,5,", ",pain,", NULL, 2 },
    { "mark.csv", "region,", "surprise,", NULL, 0 },
    { "mark.csv", "uid,region,", "region,", NULL, 0 },
    { "entry.csv", ",check-in,", ",party,", "kind", 2 },
    { "entry.csv", "\r\n", "\"\r\n", NULL, 0 },
    { "format.csv", ",1,", ",2,", NULL, 0 },
    { "format.csv", "fascia-journal-tables", "other", NULL, 0 },
  };
  FasciaMark mark = { "sacrum", FASCIA_SCALE_PAIN, 5, NULL };
  FasciaLog log = { .marks = &mark, .n_marks = 1, .note = "a note\nof two lines" };
  g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = make_tables (f, "tables");
      g_autoptr (GError) error = NULL;

      replace_in (path, cases[i].file, cases[i].old, cases[i].new);
      g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
      if (cases[i].line == 0)
        {
          g_assert_null (import);
          g_assert_nonnull (error);
          g_assert_cmpint (error->domain, ==, FASCIA_IMPORT_ERROR);
        }
      else
        {
          g_assert_no_error (error);
          g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 0);
          g_assert_cmpuint (fascia_import_get_n_problems (import), >=, 1);
          const FasciaImportProblem *problem = fascia_import_get_problem (import, 0);
          g_assert_cmpstr (problem->file, ==, cases[i].file);
          g_assert_cmpuint (problem->line, ==, cases[i].line);
          g_assert_cmpstr (problem->column, ==, cases[i].column);
        }
      fascia_test_remove_tree (path);
    }
}

/* Without its last row a table looks whole. */
static void
cut_last_row (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 2);
  contents[length - 2] = '\0';
  char *last = strrchr (contents, '\n');
  g_assert_nonnull (last);
  g_assert_true (g_file_set_contents (path, contents, last + 1 - contents, NULL));
}

static void
test_cut_tables (StoreFixture *f, gconstpointer data)
{
  static const char *const names[]
      = { "entry.csv", "mark.csv", "mark_feeling.csv", "tag.csv", "setting.csv", "format.csv" };
  const FasciaTagChange request = { FASCIA_TAG_CREATE, NULL, "garden", NULL };
  static const char *const feelings[] = { "dull", NULL };
  const FasciaMark marks[] = { { "sacrum", FASCIA_SCALE_PAIN, 5, feelings },
                               { "hip-left", FASCIA_SCALE_PAIN, 4, NULL } };
  const FasciaLog log = { .marks = marks, .n_marks = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) tagged = fascia_db_change_tag (f->db, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (fascia_db_set_setting (f->db, "a", g_variant_new_boolean (TRUE), &error));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = make_tables (f, "tables");

      cut_last_row (path, names[i]);
      g_assert_null (fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error));
      g_assert_error (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, names[i]));
      g_clear_error (&error);
      fascia_test_remove_tree (path);
    }

  /* What older versions wrote does not say how many there are; what was added is taken. */
  g_autofree char *path = make_tables (f, "tables");
  g_autofree char *format = g_build_filename (path, "format.csv", NULL);
  cut_last_row (path, "mark_feeling.csv");
  replace_in (path, "format.csv", "mark_feeling.csv,1", "mark_feeling.csv,0");
  replace_in (path, "format.csv", "mark.csv,2", "mark.csv,1");
  g_autoptr (FasciaImport) more = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fascia_import_get_n_problems (more), ==, 0);
  cut_last_row (path, "mark.csv");
  g_assert_true (g_file_set_contents (
      format, "format,version,exported_by\r\nfascia-journal-tables,1,Fascia 0.3.0\r\n", -1, NULL));
  g_autoptr (FasciaImport) old = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fascia_import_get_n_entries (old), ==, 1);
}

static void
test_missing_table (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = make_tables (f, "tables");
  g_autofree char *file = g_build_filename (path, "mark.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_null (fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error));
  g_assert_error (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "mark.csv"));
}

static void
test_one_of_its_files (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = NULL, *file = NULL, *empty = fascia_test_dir_build (f->dir, "empty");
  g_autoptr (GError) error = NULL;

  store_mark (f->db, "hip-left", 3);
  path = make_tables (f, "tables");
  file = g_build_filename (path, "mark.csv", NULL);
  g_autoptr (FasciaImport) import = fascia_import_read (file, body, FASCIA_TEST_NOW_MS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 1);

  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  g_assert_null (fascia_import_read (empty, body, FASCIA_TEST_NOW_MS, &error));
  g_assert_error (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_FORMAT);
  g_clear_error (&error);
  g_autofree char *nothing = g_build_filename (empty, "nothing.json", NULL);
  g_assert_null (fascia_import_read (nothing, body, FASCIA_TEST_NOW_MS, &error));
  g_assert_error (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_READ);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  body = fascia_body_new (NULL);
  g_assert_nonnull (body);

  g_test_add_func ("/import/bad-entries", test_bad_entries);
  g_test_add_func ("/import/bad-times", test_bad_times);
  g_test_add_func ("/import/as-by-hand", test_as_by_hand);
  g_test_add_func ("/import/zero-characters", test_zero_characters);
  g_test_add_func ("/import/same-names", test_same_names);
  g_test_add_func ("/import/layouts", test_layouts);
  g_test_add_func ("/import/no-export", test_no_export);
  g_test_add_func ("/import/many-problems", test_many_problems);
  store_test_add ("/import/endless-numbers", test_endless_numbers);
  store_test_add ("/import/refused", test_refused);
  store_test_add ("/import/refused-file", test_refused_file);
  store_test_add ("/import/same-and-different", test_same_and_different);
  store_test_add ("/import/undo", test_undo);
  store_test_add ("/import/undo-settings", test_undo_settings);
  store_test_add ("/import/name-is-taken", test_name_is_taken);
  store_test_add ("/import/name-of-two", test_name_of_two);
  store_test_add ("/import/what-is-read-is-found", test_what_is_read_is_found);
  store_test_add ("/import/bad-tables", test_bad_tables);
  store_test_add ("/import/cut-tables", test_cut_tables);
  store_test_add ("/import/missing-table", test_missing_table);
  store_test_add ("/import/one-of-its-files", test_one_of_its_files);

  int result = g_test_run ();
  fascia_body_unref (body);
  return result;
}

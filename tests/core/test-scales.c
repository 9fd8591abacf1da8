/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No value comes to lie outside the ends of the person's own scale: not by taking something back,
 * not by an import. */

#include "exchange-fixture.h"

#include <locale.h>

#include "core/exchange/fascia-mapping-private.h"
#include "fascia-core-resources.h"

static FasciaBody *body;

/* ---- what the journal has ---- */

/* (transfer full) Its code. */
static char *
put_scale (StoreFixture *f, const char *code, const char *name, double minimum, double maximum)
{
  const FasciaOwnScale scale = {
    .code = code, .name = name, .minimum = minimum, .maximum = maximum, .step = 1, .better = -1
  };
  g_autoptr (GError) error = NULL;
  char *made = NULL;
  g_autoptr (FasciaOperation) operation = fascia_db_put_scale (f->db, &scale, &made, &error);

  g_assert_no_error (error);
  return made;
}

static guint64
get_newest (StoreFixture *f)
{
  g_autoptr (FasciaOperation) newest = fascia_db_peek_undo (f->db);

  return fascia_operation_get_id (newest);
}

static FasciaOperation *
try_measured (StoreFixture *f, const char *item, double value, GError **error)
{
  const FasciaUid nameless = { { 0 } };
  const FasciaMeasurement measurement = { item, FASCIA_SIDE_MIDLINE, value, NULL };
  FasciaMoment moment;

  fascia_clock_now (f->clock, &moment);
  g_autoptr (FasciaEntry) empty = fascia_entry_new (&nameless, FASCIA_ENTRY_MEASUREMENT, &moment);
  g_autoptr (FasciaEntry) entry = fascia_entry_with_measurement (empty, &measurement);
  return fascia_db_put (f->db, entry, error);
}

/* (transfer full) */
static FasciaEntry *
put_measured (StoreFixture *f, const char *item, double value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation = try_measured (f, item, value, &error);

  g_assert_no_error (error);
  return fascia_entry_ref (fascia_operation_get_after (operation));
}

static void
undo (StoreFixture *f, guint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) undone = fascia_db_undo (f->db, id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (undone);
  g_assert_true (fascia_db_check (f->db, NULL, NULL, NULL));
}

static void
fail_undo (StoreFixture *f, guint64 id)
{
  g_autofree char *before = store_dump (f->db, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_db_undo (f->db, id, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
}

#define OUTSIDE                                                                                    \
  "SELECT count(*) FROM measurement JOIN own_scale ON code = item "                                \
  "WHERE value NOT BETWEEN minimum AND maximum"

/* A scale was made wider, and a value came: it is not made narrower again. */
static void
test_undo_wider (StoreFixture *f, gconstpointer data)
{
  g_autofree char *code = put_scale (f, NULL, "Glow", 0, 10);
  g_autofree char *wider = put_scale (f, code, "Glow", 0, 100);
  guint64 widened = get_newest (f);
  g_autoptr (FasciaEntry) entry = put_measured (f, code, 50);

  fail_undo (f, widened);
  undo (f, 0);
  undo (f, widened);
  g_assert_cmpint (store_count (f->db, "SELECT max (maximum) FROM own_scale"), ==, 10);
  /* A value that has room is no hindrance. */
  g_autofree char *again = put_scale (f, code, "Glow", 0, 100);
  widened = get_newest (f);
  g_autoptr (FasciaEntry) small = put_measured (f, code, 10);
  undo (f, widened);
  g_assert_cmpint (store_count (f->db, OUTSIDE), ==, 0);
}

/* An entry was deleted, or its value made smaller, and then its scale narrower. */
static void
test_undo_narrowed (StoreFixture *f, gconstpointer data)
{
  g_autofree char *code = put_scale (f, NULL, "Glow", 0, 100);
  g_autoptr (FasciaEntry) gone = put_measured (f, code, 50);
  g_autoptr (FasciaEntry) less = put_measured (f, code, 60);
  const FasciaMeasurement small = { code, FASCIA_SIDE_MIDLINE, 6, NULL };
  g_autoptr (FasciaEntry) edited = fascia_entry_with_measurement (less, &small);
  g_autoptr (GError) error = NULL;

  g_autoptr (FasciaOperation) deleted
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (gone), &error);
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) put = fascia_db_put_over (f->db, less, edited, &error);
  g_assert_no_error (error);
  g_autofree char *narrow = put_scale (f, code, "Glow", 0, 10);
  guint64 narrowed = get_newest (f);
  undo (f, fascia_operation_get_id (deleted));
  g_assert_cmpint (store_count (f->db, "SELECT max (maximum) FROM own_scale"), ==, 50);
  undo (f, fascia_operation_get_id (put));
  g_assert_cmpint (store_count (f->db, "SELECT max (maximum) FROM own_scale"), ==, 60);
  g_assert_cmpint (store_count (f->db, OUTSIDE), ==, 0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM measurement WHERE value >= 50"), ==,
                   2);
  /* Its ends are not as they were left. */
  fail_undo (f, narrowed);
}

/* The same, one after the other: the ends go back, too. */
static void
test_undo_narrowed_in_order (StoreFixture *f, gconstpointer data)
{
  g_autofree char *code = put_scale (f, NULL, "Glow", 0, 100);
  g_autoptr (FasciaEntry) gone = put_measured (f, code, 50);
  g_autoptr (GError) error = NULL;

  g_autoptr (FasciaOperation) deleted
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (gone), &error);
  g_assert_no_error (error);
  g_autofree char *narrow = put_scale (f, code, "Glow", 0, 10);
  undo (f, 0);
  undo (f, 0);
  g_assert_cmpint (store_count (f->db, "SELECT max (maximum) FROM own_scale"), ==, 100);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM measurement WHERE value = 50"), ==, 1);
}

/* A journal of before had values outside their scale: what is deleted there comes back, too. */
static void
test_undo_of_old (StoreFixture *f, gconstpointer data)
{
  g_autofree char *code = put_scale (f, NULL, "Glow", 0, 100);
  g_autoptr (FasciaEntry) gone = put_measured (f, code, 50);
  g_autoptr (GError) error = NULL;

  store_exec (f->db, "UPDATE own_scale SET maximum = 10");
  g_autoptr (FasciaOperation) deleted
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (gone), &error);
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) undone = fascia_db_undo (f->db, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM measurement WHERE value = 50"), ==, 1);
  g_assert_cmpint (store_count (f->db, OUTSIDE), ==, 0);
}

/* Steps are counted from the lower end: when it goes down, what was a value stays one. */
static void
test_widened_by_steps (StoreFixture *f, gconstpointer data)
{
  FasciaOwnScale scale = { .name = "Glow", .minimum = 0, .maximum = 100, .step = 10, .better = -1 };
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autoptr (FasciaOperation) made = fascia_db_put_scale (f->db, &scale, &code, &error);

  g_assert_no_error (error);
  g_autoptr (FasciaEntry) low = put_measured (f, code, 10);
  g_autoptr (FasciaEntry) high = put_measured (f, code, 95);
  g_autoptr (FasciaOperation) low_deleted
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (low), &error);
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) high_deleted
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (high), &error);
  g_assert_no_error (error);
  scale.code = code;
  scale.minimum = 25;
  scale.maximum = 85;
  g_autoptr (FasciaOperation) narrowed = fascia_db_put_scale (f->db, &scale, NULL, &error);
  g_assert_no_error (error);

  undo (f, fascia_operation_get_id (low_deleted));
  undo (f, fascia_operation_get_id (high_deleted));
  g_assert_cmpint (
      store_count (f->db, "SELECT minimum * 1000 + maximum FROM own_scale WHERE step = 10"), ==,
      5 * 1000 + 95);
}

/* A scale was deleted, and values with its code came with a file: they may not fit it. */
static void
test_undo_deleted (StoreFixture *f, gconstpointer data)
{
  g_autofree char *code = put_scale (f, NULL, "Glow", 0, 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) deleted = fascia_db_delete_scale (f->db, code, &error);

  g_assert_no_error (error);
  g_autoptr (FasciaEntry) entry = put_measured (f, code, 50);
  fail_undo (f, fascia_operation_get_id (deleted));
}

/* What is typed while the scale is changed elsewhere. */
static void
test_put (StoreFixture *f, gconstpointer data)
{
  g_autofree char *code = put_scale (f, NULL, "Glow", 0, 10);
  g_autoptr (FasciaEntry) entry = put_measured (f, code, 10);
  const FasciaMeasurement large = { code, FASCIA_SIDE_MIDLINE, 11, NULL };
  g_autoptr (FasciaEntry) edited = fascia_entry_with_measurement (entry, &large);
  const char *const asked[] = { code, NULL };
  g_autoptr (GError) error = NULL;
  FasciaMoment now;

  fascia_clock_now (f->clock, &now);
  g_autofree char *before = store_dump (f->db, NULL);
  g_assert_null (try_measured (f, code, 11, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (fascia_db_put_over (f->db, entry, edited, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (fascia_db_answer (f->db, &now, &large, asked, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (fascia_db_insert_entries (f->db, &edited, 1, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* ---- what comes with a file ---- */

/* @uses: (nullable): of the columns, where the guess is to be another. */
static FasciaImport *
read_columns (const char *text, const FasciaColumnUse *uses)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaTextTable) table = fascia_text_table_read (bytes, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaMapping) mapping = fascia_mapping_guess (table);
  for (guint i = 0; uses != NULL && i < mapping->n_columns; i++)
    mapping->uses[i] = uses[i];
  FasciaImport *import = fascia_import_read_table (bytes, "table.csv", mapping, body, zone,
                                                   FASCIA_TEST_NOW_MS, &error);

  g_assert_no_error (error);
  return import;
}

static FasciaImport *
read_table (const char *text)
{
  return read_columns (text, NULL);
}

/* Takes it, after a plan that says the same, and sees that what is exported then is taken again. */
static FasciaImportPlan
bring_in (StoreFixture *f, FasciaImport *import)
{
  FasciaImportPlan plan, done;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fascia_test_dir_build (f->dir, "again.json");

  g_assert_true (fascia_db_plan_import (f->db, import, &plan, &error));
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) operation = fascia_db_import (f->db, import, TRUE, &done, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (&plan, sizeof plan, &done, sizeof done);
  g_assert_true (fascia_db_check (f->db, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_count (f->db, OUTSIDE), ==, 0);

  fascia_export_run (FASCIA_EXPORT_JSON, body, f->db, path, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaImport) again = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < fascia_import_get_n_problems (again); i++)
    g_error ("%s", fascia_import_get_problem (again, i)->reason);
  return done;
}

#define TRACK(rows) "FeatureName,Timestamp,Value,Label,Note\n" rows
#define GLOW(day, value) "Glow,2026-02-" day "T10:00:00Z," value ",,\n"
#define OF_GLOW "SELECT count(*) FROM measurement JOIN own_scale ON code = item WHERE name = "

/* A scale of that name that has room is the same one. */
static void
test_namesake_with_room (StoreFixture *f, gconstpointer data)
{
  g_autofree char *code = put_scale (f, NULL, "Glow", 0, 5);
  g_autoptr (FasciaImport) import = read_table (TRACK (GLOW ("01", "0") GLOW ("02", "5")));
  FasciaImportPlan plan = bring_in (f, import);

  g_assert_cmpint (plan.n_new, ==, 2);
  g_assert_cmpint (plan.n_tags, ==, 0);
  g_assert_cmpint (store_count (f->db, OF_GLOW "'Glow' AND maximum = 5"), ==, 2);
  plan = bring_in (f, import);
  g_assert_cmpint (plan.n_same, ==, 2);
}

/* One that has none is another one. */
static void
test_namesake_without_room (StoreFixture *f, gconstpointer data)
{
  g_autofree char *code = put_scale (f, NULL, "Glow", 0, 5);
  g_autoptr (FasciaEntry) mine = put_measured (f, code, 4);
  g_autofree char *before = store_dump (f->db, "tombstone");
  g_autoptr (FasciaImport) import
      = read_table (TRACK (GLOW ("01", "3") GLOW ("02", "8") "glow 2,2026-02-01T10:00:00Z,1,,\n"));
  FasciaImportPlan plan = bring_in (f, import);

  g_assert_cmpint (plan.n_new, ==, 3);
  g_assert_cmpint (plan.n_tags, ==, 2);
  g_assert_cmpint (store_count (f->db, OF_GLOW "'Glow'"), ==, 1);
  g_assert_cmpint (store_count (f->db, OF_GLOW "'glow 2'"), ==, 1);
  g_assert_cmpint (store_count (f->db, OF_GLOW "'Glow 3'"), ==, 2);
  plan = bring_in (f, import);
  g_assert_cmpint (plan.n_same, ==, 3);
  g_assert_cmpint (plan.n_new + plan.n_different + plan.n_tags, ==, 0);
  undo (f, 0);
  g_autofree char *after = store_dump (f->db, "tombstone");
  g_assert_cmpstr (after, ==, before);
}

/* A file month by month: what was taken by its name stays where it is, and is known. */
static void
test_later_without_room (StoreFixture *f, gconstpointer data)
{
  g_autofree char *code = put_scale (f, NULL, "Glow", 0, 5);
  g_autoptr (FasciaImport) one = read_table (TRACK (GLOW ("01", "3")));
  g_autoptr (FasciaImport) two = read_table (TRACK (GLOW ("01", "3") GLOW ("02", "8")));
  FasciaImportPlan plan = bring_in (f, one);

  g_assert_cmpint (plan.n_new, ==, 1);
  plan = bring_in (f, two);
  g_assert_cmpint (plan.n_new, ==, 1);
  g_assert_cmpint (plan.n_same, ==, 1);
  g_assert_cmpint (plan.n_tags, ==, 1);
  g_assert_cmpint (store_count (f->db, OF_GLOW "'Glow 2'"), ==, 1);
  plan = bring_in (f, one);
  g_assert_cmpint (plan.n_same, ==, 1);
  g_assert_cmpint (plan.n_new + plan.n_different + plan.n_tags, ==, 0);
}

/* The same tracker, with higher values by now: its own scale grows, and what is undone shrinks. */
static void
test_same_code (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaImport) one = read_table (TRACK (GLOW ("01", "3")));
  g_autoptr (FasciaImport) two
      = read_table (TRACK (GLOW ("01", "3") GLOW ("02", "42") GLOW ("03", "-2.5")));
  FasciaImportPlan plan = bring_in (f, one);

  g_assert_cmpint (plan.n_tags, ==, 1);
  g_autofree char *before = store_dump (f->db, "tombstone");
  plan = bring_in (f, two);
  g_assert_cmpint (plan.n_new, ==, 2);
  g_assert_cmpint (plan.n_same, ==, 1);
  g_assert_cmpint (plan.n_tags, ==, 0);
  g_assert_cmpint (store_count (f->db, OF_GLOW "'Glow' AND minimum = -3 AND maximum = 42"), ==, 3);
  undo (f, 0);
  g_autofree char *after = store_dump (f->db, "tombstone");
  g_assert_cmpstr (after, ==, before);
  /* What has come since keeps it wide. */
  plan = bring_in (f, two);
  guint64 widened = get_newest (f);
  g_autoptr (FasciaItems) items = fascia_db_load_items (f->db, NULL);
  const FasciaItem *glow = NULL;
  for (guint i = 0; i < fascia_items_get_n (items); i++)
    if (fascia_item_get_group (fascia_items_get (items, i)) == FASCIA_ITEM_OWN)
      glow = fascia_items_get (items, i);
  g_assert_nonnull (glow);
  g_autoptr (FasciaEntry) mine = put_measured (f, fascia_item_get_code (glow), 40);
  fail_undo (f, widened);
}

/* An entry that is there stays as it is there: what the file says of it widens nothing. */
static void
test_known_do_not_count (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaImport) import = read_table (TRACK (GLOW ("01", "42")));
  g_autoptr (GError) error = NULL;
  FasciaImportPlan plan = bring_in (f, import);

  g_autoptr (GPtrArray) entries = fascia_db_list (f->db, G_MAXINT64, NULL, 10, NULL);
  FasciaEntry *entry = g_ptr_array_index (entries, 0);
  guint n;
  FasciaMeasurement small = fascia_entry_get_measurements (entry, &n)[0];
  small.value = 4;
  g_autofree char *code = g_strdup (small.item);
  g_autoptr (FasciaEntry) edited = fascia_entry_with_measurement (entry, &small);
  g_autoptr (FasciaOperation) put = fascia_db_put (f->db, edited, &error);
  g_assert_no_error (error);
  g_autofree char *narrow = put_scale (f, code, "Glow", 0, 5);
  plan = bring_in (f, import);
  g_assert_cmpint (plan.n_different, ==, 1);
  g_assert_cmpint (plan.n_new, ==, 0);
  g_assert_cmpint (store_count (f->db, "SELECT max (maximum) FROM own_scale"), ==, 5);
}

/* ---- our own files ---- */

static FasciaImport *
read_json (const char *scales, const char *digit, const char *value)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"fascia-journal\",\"version\":1,\"tags\":[],\"scales\":[%s],"
      "\"conditions\":[],\"settings\":{},\"entries\":["
      "{\"uid\":\"0190a000-0000-7000-8000-00000000000%s\",\"kind\":\"measurement\","
      "\"time\":\"2026-03-01T13:20:00Z\",\"day\":\"2026-03-01\",\"zone\":\"UTC\","
      "\"changed\":\"2026-03-01T13:20:00Z\",\"nothing_today\":false,\"closed\":false,"
      "\"measurements\":[{\"uid\":\"0190a000-0000-7000-8000-0000000000a%s\",\"item\":\"own-glow\","
      "\"value\":%s}]}]}",
      scales, digit, digit, value);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FasciaImport *import
      = fascia_import_read_json (bytes, "fascia.json", body, FASCIA_TEST_NOW_MS, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < fascia_import_get_n_problems (import); i++)
    g_test_message ("%s: %s", fascia_import_get_problem (import, i)->column,
                    fascia_import_get_problem (import, i)->reason);
  return import;
}

#define SCALE(code, maximum)                                                                       \
  "{\"uid\":\"0190a000-0000-7000-8000-0000000000b1\",\"code\":\"" code "\",\"name\":\"Glow\","     \
  "\"minimum\":0,\"maximum\":" maximum ",\"step\":1,\"hidden\":false}"
#define MAXIMUM "SELECT max (maximum) FROM own_scale WHERE code = 'own-glow'"

/* The journal's is narrower, and the file says how wide it is, or does not. */
static void
test_own_file (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaImport) narrow = read_json (SCALE ("own-glow", "10"), "1", "7");
  g_autoptr (FasciaImport) fitting = read_json (SCALE ("own-glow", "100"), "2", "10");
  g_autoptr (FasciaImport) wide = read_json (SCALE ("own-glow", "100"), "3", "50");
  g_autoptr (FasciaImport) silent = read_json ("", "4", "120.5");

  g_assert_cmpuint (fascia_import_get_n_problems (narrow), ==, 0);
  bring_in (f, narrow);
  bring_in (f, fitting);
  g_assert_cmpint (store_count (f->db, MAXIMUM), ==, 10);
  bring_in (f, wide);
  g_assert_cmpint (store_count (f->db, MAXIMUM), ==, 100);
  guint64 widened = get_newest (f);
  bring_in (f, silent);
  g_assert_cmpint (store_count (f->db, MAXIMUM), ==, 121);
  fail_undo (f, widened);
  undo (f, 0);
  undo (f, 0);
  g_assert_cmpint (store_count (f->db, MAXIMUM), ==, 10);
}

/* A journal of before has a value outside: what is wide for another reason can be taken back, and
 * all but the ends can be changed. */
static void
test_own_file_into_old (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaImport) narrow = read_json (SCALE ("own-glow", "10"), "1", "7");
  g_autoptr (FasciaImport) wide = read_json ("", "2", "12");
  g_autoptr (GError) error = NULL;

  bring_in (f, narrow);
  store_exec (f->db, "UPDATE measurement SET value = 15");
  g_autofree char *same = put_scale (f, "own-glow", "Glim", 0, 10);
  g_autoptr (FasciaOperation) brought = fascia_db_import (f->db, wide, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (f->db, MAXIMUM), ==, 12);
  g_autoptr (FasciaOperation) undone = fascia_db_undo (f->db, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (f->db, MAXIMUM), ==, 10);
}

static void
rename_as_it_is (StoreFixture *f, const char *name)
{
  g_autoptr (FasciaItems) items = fascia_db_load_items (f->db, NULL);
  const FasciaItem *glow = fascia_items_lookup (items, "own-glow");
  const FasciaOwnScale scale = { .code = "own-glow",
                                 .name = name,
                                 .minimum = fascia_item_get_minimum (glow),
                                 .maximum = fascia_item_get_maximum (glow),
                                 .step = fascia_item_get_step (glow),
                                 .better = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) named = fascia_db_put_scale (f->db, &scale, NULL, &error);

  g_assert_no_error (error);
}

/* However far a value lies, its scale can still be named and hidden. */
static void
test_far_value (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaImport) narrow = read_json (SCALE ("own-glow", "10"), "1", "7");
  g_autoptr (FasciaImport) far = read_json ("", "2", "5000000");
  g_autoptr (FasciaImport) farther = read_json ("", "3", "1e300");

  bring_in (f, narrow);
  bring_in (f, far);
  g_assert_cmpint (store_count (f->db, MAXIMUM), ==, 5000000);
  rename_as_it_is (f, "Glim");
  bring_in (f, farther);
  rename_as_it_is (f, "Glam");
}

/* The values came first, and their scale with a later file. */
static void
test_scale_comes_later (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaImport) silent = read_json ("", "1", "120");
  g_autoptr (FasciaImport) narrow = read_json (SCALE ("own-glow", "10"), "2", "7");

  bring_in (f, silent);
  bring_in (f, narrow);
  g_assert_cmpint (store_count (f->db, MAXIMUM), ==, 120);
}

/* What comes with the program is no scale of the person's own. */
static void
test_ready_code (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaImport) import = read_json (SCALE ("sleep", "1"), "1", "7");

  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 1);
  g_assert_cmpstr (fascia_import_get_problem (import, 0)->column, ==, "code");
  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 1);
}

/* ---- what is refused ---- */

/* Rows that do not come bring neither scales nor tags, nor move an end. */
static void
test_refused_rows (StoreFixture *f, gconstpointer data)
{
  static const FasciaColumnUse uses[] = { FASCIA_COLUMN_TIME, FASCIA_COLUMN_TAG, FASCIA_COLUMN_ITEM,
                                          FASCIA_COLUMN_ITEM, FASCIA_COLUMN_NOTE };
  g_autoptr (FasciaImport) import = read_columns ("Date,Tags,Glow,Shine,Note\n"
                                                  "2026-02-01,sea,3,,\n"
                                                  "2026-02-02,hill,80,7,\n"
                                                  "2026-02-40,forest,9000,7,\n"
                                                  "2026-02-03,lake,9000,many,\n",
                                                  uses);
  FasciaImportPlan plan = bring_in (f, import);

  g_assert_cmpint (plan.n_new, ==, 2);
  g_assert_cmpint (plan.n_bad, ==, 2);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tag"), ==, 2);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM own_scale"), ==, 2);
  g_assert_cmpint (store_count (f->db, "SELECT max (maximum) FROM own_scale"), ==, 80);

  g_autoptr (FasciaImport) none = read_columns ("Date,Tags,Gleam,Shade,Note\n"
                                                "2026-02-40,street,3,9000,\n"
                                                "2026-02-03,river,4,many,\n",
                                                uses);
  plan = bring_in (f, none);
  g_assert_cmpint (plan.n_bad, ==, 2);
  g_assert_cmpint (plan.n_new + plan.n_tags, ==, 0);
}

/* The entry as a whole is refused: it has two values on the same scale. */
static void
test_refused_entries (StoreFixture *f, gconstpointer data)
{
  static const FasciaColumnUse uses[]
      = { FASCIA_COLUMN_TIME, FASCIA_COLUMN_ITEM, FASCIA_COLUMN_ITEM, FASCIA_COLUMN_TAG };
  g_autoptr (FasciaImport) import = read_columns ("Date,Glow,glow,Tags\n"
                                                  "2026-02-01,3,,sea\n"
                                                  "2026-02-02,50,60,hill\n",
                                                  uses);
  FasciaImportPlan plan = bring_in (f, import);

  g_assert_cmpint (plan.n_new, ==, 1);
  g_assert_cmpint (plan.n_bad, ==, 1);
  g_assert_cmpint (plan.n_tags, ==, 2);
  g_assert_cmpint (store_count (f->db, "SELECT max (maximum) FROM own_scale"), ==, 10);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();
  body = fascia_body_new (NULL);

  store_test_add ("/scales/undo-wider", test_undo_wider);
  store_test_add ("/scales/undo-narrowed", test_undo_narrowed);
  store_test_add ("/scales/undo-narrowed-in-order", test_undo_narrowed_in_order);
  store_test_add ("/scales/undo-of-old", test_undo_of_old);
  store_test_add ("/scales/widened-by-steps", test_widened_by_steps);
  store_test_add ("/scales/undo-deleted", test_undo_deleted);
  store_test_add ("/scales/put", test_put);
  store_test_add ("/scales/namesake-with-room", test_namesake_with_room);
  store_test_add ("/scales/namesake-without-room", test_namesake_without_room);
  store_test_add ("/scales/later-without-room", test_later_without_room);
  store_test_add ("/scales/same-code", test_same_code);
  store_test_add ("/scales/known-do-not-count", test_known_do_not_count);
  store_test_add ("/scales/own-file", test_own_file);
  store_test_add ("/scales/own-file-into-old", test_own_file_into_old);
  store_test_add ("/scales/far-value", test_far_value);
  store_test_add ("/scales/scale-comes-later", test_scale_comes_later);
  store_test_add ("/scales/ready-code", test_ready_code);
  store_test_add ("/scales/refused-rows", test_refused_rows);
  store_test_add ("/scales/refused-entries", test_refused_entries);
  int result = g_test_run ();

  fascia_body_unref (body);
  return result;
}

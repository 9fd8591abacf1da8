/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of tables of other programs: how they are read, guessed and taken. */

#include "exchange-fixture.h"

#include "core/exchange/fascia-mapping-private.h"

static FasciaBody *body;

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static FasciaTextTable *
table_of (const char *text)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  FasciaTextTable *table = fascia_text_table_read (bytes, &error);

  g_assert_no_error (error);
  return table;
}

/* ---- tables of text ---- */

static void
test_cells (void)
{
  g_autoptr (FasciaTextTable) table
      = table_of ("a,\"b,\"\"x\"\"\",c\r\n1,\"two\nlines\",3\r\n\r\n4\n\"\",5,\"6\"");

  g_assert_cmpuint (fascia_text_table_get_n_columns (table), ==, 3);
  g_assert_cmpuint (fascia_text_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (fascia_text_table_get_header (table, 1), ==, "b,\"x\"");
  g_assert_cmpstr (fascia_text_table_get (table, 0, 1), ==, "two\nlines");
  g_assert_cmpuint (fascia_text_table_get_line (table, 0), ==, 2);
  g_assert_cmpstr (fascia_text_table_get (table, 1, 0), ==, "4");
  g_assert_cmpstr (fascia_text_table_get (table, 1, 2), ==, "");
  g_assert_cmpuint (fascia_text_table_get_line (table, 1), ==, 5);
  g_assert_cmpstr (fascia_text_table_get (table, 2, 2), ==, "6");
  g_assert_cmpuint (fascia_text_table_get_line (table, 2), ==, 6);
  g_assert_cmpstr (fascia_text_table_get (table, 9, 9), ==, "");
}

static void
test_separators (void)
{
  static const char *const texts[]
      = { "a;b\n1,5;2", "a\tb\n1,5\t2", "a|b\n1,5|2", "a,b\n\"1,5\",2" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FasciaTextTable) table = table_of (texts[i]);

      g_assert_cmpuint (fascia_text_table_get_n_columns (table), ==, 2);
      g_assert_cmpstr (fascia_text_table_get (table, 0, 0), ==, "1,5");
    }
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } files[] = {
    { "\xef\xbb\xbf"
      "a,b\nü,1",
      0 },
    { "a,b\nü,1", 0 },
    { "a,b\n\xfc,1", 7 },
    { "\xff\xfe"
      "a\0,\0b\0\n\0\xfc\0,\0"
      "1\0",
      16 },
    { "\xfe\xff"
      "\0a\0,\0b\0\n\0\xfc\0,\0"
      "1",
      16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize length = files[i].length > 0 ? files[i].length : strlen (files[i].bytes);
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].bytes, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaTextTable) table = fascia_text_table_read (bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (fascia_text_table_get_header (table, 0), ==, "a");
      g_assert_cmpstr (fascia_text_table_get (table, 0, 0), ==, "ü");
    }
}

static void
test_no_table (void)
{
  static const char *const texts[] = { "", "\n\n", "a,\"b\n1,2" };
  static const char zeros[] = "a,b\n\0,1";
  g_autoptr (GBytes) with_zero = g_bytes_new_static (zeros, sizeof zeros - 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (texts[i]);

      g_assert_null (fascia_text_table_read (bytes, &error));
      g_assert_error (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_FORMAT);
      g_clear_error (&error);
    }
  g_assert_null (fascia_text_table_read (with_zero, &error));
  g_assert_error (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_FORMAT);
}

/* ---- cells ---- */

static void
test_moments (void)
{
  static const struct
  {
    const char *text, *clock;
    FasciaDates dates;
    const char *iso; /* NULL: refused */
  } cells[] = {
    { "2026-03-01", NULL, FASCIA_DATES_ISO, "2026-03-01T12:00:00+01:00" },
    { "2026-03-01", "9:05", FASCIA_DATES_ISO, "2026-03-01T09:05:00+01:00" },
    { "2026-03-01", "9:05 PM", FASCIA_DATES_ISO, "2026-03-01T21:05:00+01:00" },
    { "2026-03-01", "12:05 a.m.", FASCIA_DATES_ISO, "2026-03-01T00:05:00+01:00" },
    { "2026/3/1 14:20", NULL, FASCIA_DATES_ISO, "2026-03-01T14:20:00+01:00" },
    { "2022-09-14T21:30:41.432+01:00", NULL, FASCIA_DATES_ISO, "2022-09-14T21:30:41.432+01:00" },
    { "2022-09-14T21:30:41Z", NULL, FASCIA_DATES_ISO, "2022-09-14T23:30:41+02:00" },
    { "1.3.2026", NULL, FASCIA_DATES_DAY_FIRST, "2026-03-01T12:00:00+01:00" },
    { "01. 03. 26 7:00", NULL, FASCIA_DATES_DAY_FIRST, "2026-03-01T07:00:00+01:00" },
    { "3/1/2026 2:20 pm", NULL, FASCIA_DATES_MONTH_FIRST, "2026-03-01T14:20:00+01:00" },
    { "1772371200", NULL, FASCIA_DATES_UNIX, "2026-03-01T14:20:00+01:00" },
    { "1772371200123", NULL, FASCIA_DATES_UNIX, "2026-03-01T14:20:00.123+01:00" },
    { "2026-13-01", NULL, FASCIA_DATES_ISO, NULL },
    { "2026-02-30", NULL, FASCIA_DATES_ISO, NULL },
    { "1.3.2026", NULL, FASCIA_DATES_ISO, NULL },
    { "2026-03-01", NULL, FASCIA_DATES_DAY_FIRST, NULL },
    { "2026-03-29 02:30", NULL, FASCIA_DATES_ISO, NULL },
    { "2030-01-01", NULL, FASCIA_DATES_ISO, NULL },
    { "yesterday", NULL, FASCIA_DATES_ISO, NULL },
    { "", NULL, FASCIA_DATES_ISO, NULL },
    { "2026-03-01", "25:00", FASCIA_DATES_ISO, NULL },
    { "99999999999999999999", NULL, FASCIA_DATES_UNIX, NULL },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *reason = NULL, *iso = NULL;
      FasciaMoment moment;
      gboolean is_read
          = fascia_cell_parse_moment (cells[i].text, cells[i].clock, cells[i].dates, zone,
                                      FASCIA_TEST_NOW_MS + 30 * DAY_MS, &moment, &reason);

      iso = is_read ? fascia_moment_to_iso (&moment) : NULL;
      g_test_message ("%s: %s", cells[i].text, reason);
      g_assert_cmpstr (iso, ==, cells[i].iso);
      g_assert_true (is_read == (reason == NULL));
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double number;
    const char *unit, *label;
  } cells[] = {
    { "5", 5, NULL, NULL },
    { " -2.5 ", -2.5, NULL, NULL },
    { "5,5", 5.5, NULL, NULL },
    { "yes", 1, NULL, NULL },
    { "False", 0, NULL, NULL },
    { "3:Mild", 3, NULL, "Mild" },
    { "1.0:Label 2", 1, NULL, "Label 2" },
    { "1:10:00", 4200, "s", NULL },
    { "1:10:00:", 4200, "s", NULL },
    { "-10:-30:20:Some: :la:bel", -37780, "s", "Some: :la:bel" },
    { "12345:18:20:Label", 44443100, "s", "Label" },
  };
  static const char *const bad[] = { "", "five", "5 of 10", "0x10", "nan", "1e999", "1,2,3" };
  const char *unit;
  double number;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *label = NULL;

      g_test_message ("%s", cells[i].text);
      g_assert_true (fascia_cell_parse_number (cells[i].text, &number, &unit, &label));
      g_assert_cmpfloat (number, ==, cells[i].number);
      g_assert_cmpstr (unit, ==, cells[i].unit);
      g_assert_cmpstr (label, ==, cells[i].label);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *label = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_false (fascia_cell_parse_number (bad[i], &number, &unit, &label));
    }
}

/* ---- whole tables ---- */

static FasciaImport *
import_table (const char *text, FasciaMapping *mapping)
{
  g_autoptr (FasciaTextTable) table = table_of (text);
  g_autoptr (FasciaMapping) guess = fascia_mapping_guess (table);
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GError) error = NULL;
  FasciaImport *import
      = fascia_import_read_table (bytes, "table.csv", mapping != NULL ? mapping : guess, body, zone,
                                  FASCIA_TEST_NOW_MS, &error);

  g_assert_no_error (error);
  return import;
}

static FasciaImportPlan
bring_in (FasciaDb *db, FasciaImport *import)
{
  FasciaImportPlan plan;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation = fascia_db_import (db, import, TRUE, &plan, &error);

  g_assert_no_error (error);
  g_assert_true (fascia_db_check (db, NULL, NULL, &error));
  g_assert_no_error (error);
  return plan;
}

#define LOOP                                                                                       \
  "Date,Meditate,Walk,\n"                                                                          \
  "2026-03-03,YES_MANUAL,2500,\n"                                                                  \
  "2026-03-02,0,UNKNOWN,\n"                                                                        \
  "2026-03-01,-1,SKIP,\n"                                                                          \
  "2026-02-28,2,0,\n"

static void
test_loop_habits (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaTextTable) table = table_of (LOOP);
  g_autoptr (FasciaMapping) mapping = fascia_mapping_guess (table);
  g_autoptr (FasciaImport) import = import_table (LOOP, NULL);

  g_assert_cmpint (mapping->layout, ==, FASCIA_LAYOUT_LOOP_HABITS);
  g_assert_cmpint (mapping->uses[0], ==, FASCIA_COLUMN_TIME);
  g_assert_cmpint (mapping->uses[1], ==, FASCIA_COLUMN_ITEM);
  g_assert_cmpstr (mapping->items[2], ==, "Walk");
  g_assert_cmpint (mapping->uses[3], ==, FASCIA_COLUMN_IGNORED);
  g_assert_null (fascia_mapping_dup_problem (mapping));
  /* Nothing is known of the first of March. */
  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 3);
  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 0);
  FasciaImportPlan plan = bring_in (f->db, import);
  g_assert_cmpint (plan.n_new, ==, 3);
  g_assert_cmpint (plan.n_tags, ==, 2);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM measurement AS m JOIN own_scale AS s "
                                       "ON m.item = s.code WHERE s.name = 'Walk' AND m.value = 2.5 "
                                       "AND s.step = 0.1"),
                   ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT sum(m.value) FROM measurement AS m JOIN own_scale "
                                       "AS s ON m.item = s.code WHERE s.name = 'Meditate' AND "
                                       "s.maximum = 1"),
                   ==, 2);
  /* Read a second time nothing comes. */
  g_autoptr (FasciaImport) again = import_table (LOOP, NULL);
  plan = bring_in (f->db, again);
  g_assert_cmpint (plan.n_same, ==, 3);
  g_assert_cmpint (plan.n_new + plan.n_different + plan.n_tags, ==, 0);
}

static void
test_one_habit (void)
{
  g_autoptr (FasciaTextTable) one = table_of ("Date,Value,Notes\n2026-03-01,2,well\n");
  g_autoptr (FasciaMapping) mapping = fascia_mapping_guess (one);
  g_autoptr (FasciaTextTable) list
      = table_of ("Position,Name,Question,Description,FrequencyNumerator\n001,Walk,?,,1\n");
  g_autoptr (FasciaMapping) habits = fascia_mapping_guess (list);
  g_autofree char *problem = fascia_mapping_dup_problem (habits);

  g_assert_cmpint (mapping->layout, ==, FASCIA_LAYOUT_LOOP_HABITS);
  g_assert_cmpint (mapping->uses[1], ==, FASCIA_COLUMN_ITEM);
  g_assert_cmpint (mapping->uses[2], ==, FASCIA_COLUMN_NOTE);
  g_assert_nonnull (strstr (problem, "Checkmarks.csv"));
}

#define TRACK_OLD                                                                                  \
  "FeatureName,Timestamp,Value,Note\r\n"                                                           \
  "A,2022-09-14T21:30:41.432+01:00,1,\r\n"                                                         \
  "\"B\",2022-08-28T19:30:39.711+01:00,1.0,So:me n:ot:e\r\n"                                       \
  "Tracker C,2022-09-13T22:55:46.533+01:00,3:Label 1,\r\n"                                         \
  "D,2021-02-09T11:07:28Z,1:10:00,\r\n"                                                            \
  "D,2021-02-09T11:07:28Z,1:10:00:,\r\n"                                                           \
  "E,2021-02-09T11:07:28Z,many,\r\n"
#define TRACK_NEW                                                                                  \
  "FeatureName,Timestamp,Value,Label,Note\r\n"                                                     \
  "Tracker C,2022-09-13T22:55:46.533+01:00,3.0,Label 1,and more\r\n"

static void
test_track_graph (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaTextTable) table = table_of (TRACK_OLD);
  g_autoptr (FasciaMapping) mapping = fascia_mapping_guess (table);
  g_autoptr (FasciaImport) old = import_table (TRACK_OLD, NULL),
                           new = import_table (TRACK_NEW, NULL);

  g_assert_cmpint (mapping->layout, ==, FASCIA_LAYOUT_TRACK_GRAPH);
  g_assert_null (fascia_mapping_dup_problem (mapping));
  g_assert_cmpuint (fascia_import_get_n_entries (old), ==, 5);
  g_assert_cmpuint (fascia_import_get_n_problems (old), ==, 1);
  const FasciaImportProblem *problem = fascia_import_get_problem (old, 0);
  g_assert_cmpuint (problem->line, ==, 7);
  g_assert_cmpstr (problem->column, ==, "Value");
  g_assert_nonnull (strstr (problem->reason, "many"));
  FasciaImportPlan plan = bring_in (f->db, old);
  g_assert_cmpint (plan.n_new, ==, 5);
  g_assert_cmpint (plan.n_tags, ==, 4);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry WHERE note = 'Label 1'"), ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry WHERE note = 'So:me n:ot:e' AND "
                                       "offset_min = 60 AND utc_ms % 1000 = 711"),
                   ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM measurement WHERE value = 4200 AND "
                                       "unit = 's'"),
                   ==, 2);
  g_autoptr (FasciaImport) again = import_table (TRACK_OLD, NULL);
  plan = bring_in (f->db, again);
  g_assert_cmpint (plan.n_same, ==, 5);
  bring_in (f->db, new);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry WHERE note = 'Label 1' || "
                                       "char (10) || 'and more'"),
                   ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM own_scale"), ==, 4);
}

#define OWN                                                                                        \
  "Datum;Date;Time;Body part;Pain;Tightness;Sleep;Tags;Comment;Weather index\n"                    \
  "day;01.03.2026;14:20;Left shoulder top;5;;7;Long sitting; rain ;first;1,5\n"                    \
  "day;02.03.2026;;hip-front-right;;3;;rain;;\n"                                                   \
  "day;03.03.2026;8:00;shoulder;5;;;;;\n"                                                          \
  "day;04.03.2026;8:00;;;;8;;just words;\n"                                                        \
  "day;05.03.2026;8:00;sacrum;12;;;;;\n"                                                           \
  ";;;;;;;;;\n"                                                                                    \
  "day;06.03.2026;8:00;sacrum;;;;;;\n"                                                             \
  "day;32.03.2026;8:00;sacrum;1;;;;;\n"

static void
test_own_table (StoreFixture *f, gconstpointer data)
{
  static const FasciaColumnUse uses[]
      = { FASCIA_COLUMN_IGNORED, FASCIA_COLUMN_TIME,      FASCIA_COLUMN_CLOCK, FASCIA_COLUMN_REGION,
          FASCIA_COLUMN_PAIN,    FASCIA_COLUMN_TIGHTNESS, FASCIA_COLUMN_ITEM,  FASCIA_COLUMN_TAG,
          FASCIA_COLUMN_NOTE,    FASCIA_COLUMN_ITEM };
  g_autofree char *text = g_strdup (OWN);
  g_autoptr (GString) quoted = g_string_new (text);

  g_string_replace (quoted, "Long sitting; rain ", "\"Long sitting; rain \"", 1);
  /* One date that is none leaves the form open: it is chosen. */
  g_autoptr (GString) guessed = g_string_new (quoted->str);
  g_string_replace (guessed, "day;32.03.2026;8:00;sacrum;1;;;;;\n", "", 1);
  g_autoptr (FasciaTextTable) table = table_of (guessed->str);
  g_autoptr (FasciaMapping) mapping = fascia_mapping_guess (table);
  g_assert_cmpint (mapping->layout, ==, FASCIA_LAYOUT_OWN);
  g_assert_cmpint (mapping->dates, ==, FASCIA_DATES_DAY_FIRST);
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    g_assert_cmpint (mapping->uses[i], ==, uses[i]);
  g_assert_cmpstr (mapping->items[6], ==, "sleep");
  g_assert_cmpstr (mapping->items[9], ==, "Weather index");

  g_autoptr (FasciaImport) import = import_table (quoted->str, mapping);
  for (guint i = 0; i < fascia_import_get_n_problems (import); i++)
    g_test_message ("%u: %s: %s", fascia_import_get_problem (import, i)->line,
                    fascia_import_get_problem (import, i)->column,
                    fascia_import_get_problem (import, i)->reason);
  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 4);
  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 3);
  g_assert_cmpuint (fascia_import_get_problem (import, 0)->line, ==, 4);
  g_assert_cmpstr (fascia_import_get_problem (import, 0)->column, ==, "Body part");
  g_assert_cmpuint (fascia_import_get_problem (import, 1)->line, ==, 6);
  g_assert_cmpstr (fascia_import_get_problem (import, 1)->column, ==, "Pain");
  g_assert_cmpuint (fascia_import_get_problem (import, 2)->line, ==, 9);

  FasciaImportPlan plan = bring_in (f->db, import);
  g_assert_cmpint (plan.n_new, ==, 4);
  g_assert_cmpint (plan.n_bad, ==, 3);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark WHERE region = "
                                       "'shoulder-top-left' AND scale = 'pain' AND level = 5"),
                   ==, 1);
  g_assert_cmpint (store_count (f->db,
                                "SELECT count(*) FROM mark WHERE region = 'hip-front-right' AND "
                                "scale = 'tightness' AND level = 3"),
                   ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark WHERE region = 'sacrum' AND "
                                       "scale = 'tightness' AND level IS NULL"),
                   ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark"), ==, 3);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM measurement WHERE item = 'sleep'"), ==,
                   2);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tag WHERE name = 'rain'"), ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry_tag WHERE tag = 'long-sitting'"),
                   ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry WHERE closed = 0"), ==, 0);
}

static void
test_fascia_table (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GBytes) table = NULL;
  g_autoptr (GError) error = NULL;
  FasciaMark marks[] = { { "sacrum", FASCIA_SCALE_PAIN, 5, NULL },
                         { "hip-left", FASCIA_SCALE_TIGHTNESS, 0, NULL } };
  FasciaLog log = { .marks = marks, .n_marks = 2, .note = "two\nlines" };
  FasciaLog nothing = { .nothing_today = TRUE, .new_check_in = TRUE };
  g_autoptr (FasciaOperation) a = fascia_db_log (f->db, &log, &error);
  g_autoptr (FasciaOperation) b = fascia_db_log (f->db, &nothing, &error);

  g_assert_no_error (error);
  table = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_TABLE);
  g_autofree char *text = g_strndup (g_bytes_get_data (table, NULL), g_bytes_get_size (table));
  g_autoptr (FasciaImport) import = import_table (text, NULL);
  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 0);
  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 2);
  FasciaDb *other = exchange_open_other (f, "other");
  bring_in (other, import);
  g_assert_cmpint (store_count (other, "SELECT count(*) FROM mark"), ==, 2);
  g_assert_cmpint (store_count (other, "SELECT count(*) FROM entry WHERE nothing_today = 1"), ==,
                   1);
  fascia_db_close (other, &error);
  /* In the journal that it comes from it is known. */
  FasciaImportPlan plan;
  g_assert_true (fascia_db_plan_import (f->db, import, &plan, &error));
  g_assert_cmpint (plan.n_new, ==, 0);
}

static void
test_problems (void)
{
  static const struct
  {
    const char *text;
    gboolean is_usable;
  } tables[] = {
    { "Date,Pain\n2026-03-01,5\n", TRUE },
    { "Pain,Note\n5,x\n", FALSE },
    { "Date\n2026-03-01\n", FALSE },
    { "Date,Value\n2026-03-01,3\n", TRUE },
    { "when,what\n2026-03-01,words\n", FALSE },
    { "a,b\n1,2\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (FasciaTextTable) table = table_of (tables[i].text);
      g_autoptr (FasciaMapping) mapping = fascia_mapping_guess (table);
      g_autofree char *problem = fascia_mapping_dup_problem (mapping);

      g_test_message ("%s %s", tables[i].text, problem);
      g_assert_true ((problem == NULL) == tables[i].is_usable);
    }
}

/* Whatever the bytes are, nothing breaks. */
static void
test_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  static const char letters[] = ",;\t\"\n\r 0123456789:-./TZ+abDateVlueFrNm\xff\xc3\xbc";

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

      for (int n = g_rand_int_range (rand, 1, 60); n > 0; n--)
        g_string_append_c (text, letters[g_rand_int_range (rand, 0, sizeof letters - 1)]);
      g_autoptr (GBytes) bytes = bytes_of (text->str);
      g_autoptr (FasciaTextTable) table = fascia_text_table_read (bytes, NULL);
      if (table == NULL)
        continue;
      g_autoptr (FasciaMapping) mapping = fascia_mapping_guess (table);
      mapping->uses[0] = FASCIA_COLUMN_TIME;
      g_autoptr (FasciaImport) import
          = fascia_import_read_table (bytes, "x", mapping, body, zone, FASCIA_TEST_NOW_MS, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  body = fascia_body_new (NULL);
  g_assert_nonnull (body);

  g_test_add_func ("/mapping/cells", test_cells);
  g_test_add_func ("/mapping/separators", test_separators);
  g_test_add_func ("/mapping/encodings", test_encodings);
  g_test_add_func ("/mapping/no-table", test_no_table);
  g_test_add_func ("/mapping/moments", test_moments);
  g_test_add_func ("/mapping/numbers", test_numbers);
  store_test_add ("/mapping/loop-habits", test_loop_habits);
  g_test_add_func ("/mapping/one-habit", test_one_habit);
  store_test_add ("/mapping/track-graph", test_track_graph);
  store_test_add ("/mapping/own-table", test_own_table);
  store_test_add ("/mapping/fascia-table", test_fascia_table);
  g_test_add_func ("/mapping/problems", test_problems);
  g_test_add_func ("/mapping/noise", test_noise);

  int result = g_test_run ();
  fascia_body_unref (body);
  return result;
}

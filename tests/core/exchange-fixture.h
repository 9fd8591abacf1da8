/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of export and import share: journals full of anything that a row may hold, written
 * row by row, so that nothing is left out that a value of the program would not take. */

#pragma once

#include "core/body/fascia-body.h"
#include "core/exchange/fascia-export.h"
#include "core/exchange/fascia-import.h"
#include "store-fixture.h"

static inline char *
exchange_random_text (GRand *rand, gboolean may_be_empty)
{
  static const char *const pieces[] = { "a",
                                        "\"",
                                        "\"\"",
                                        ",",
                                        ";",
                                        "\r\n",
                                        "\n",
                                        "\r",
                                        "\t",
                                        " ",
                                        "  ",
                                        "=1+1",
                                        "-0",
                                        "null",
                                        "\x01",
                                        "\x1f",
                                        "\x7f",
                                        "\\",
                                        "\\n",
                                        "/",
                                        "{",
                                        "}]",
                                        "ä",
                                        "ß",
                                        "żółć",
                                        "עברית",
                                        "العربية",
                                        "\xe2\x80\x8f",
                                        "\xe2\x80\xa8",
                                        "日本語",
                                        "😀",
                                        "👩🏽‍🦽",
                                        "é",
                                        "%s",
                                        "'",
                                        "base64:",
                                        "\xef\xbb\xbf",
                                        "x y z",
                                        "0",
                                        "1.5" };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, may_be_empty ? 0 : 1, 12);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free_and_steal (text);
}

/* "NULL", or a quoted text. Free with sqlite3_free(). */
static inline char *
exchange_random_sql (GRand *rand, gboolean may_be_null, gboolean may_be_empty)
{
  g_autofree char *text
      = may_be_null && g_rand_boolean (rand) ? NULL : exchange_random_text (rand, may_be_empty);

  return sqlite3_mprintf ("%Q", text);
}

static inline void
exchange_exec (FasciaDb *db, char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (fascia_db_get_sqlite (db), sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", message, sql);
  sqlite3_free (sql);
}

static inline char *
exchange_uid (GRand *rand)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 4; i++)
    g_string_append_printf (text, "%08x", g_rand_int (rand));
  return g_string_free_and_steal (text);
}

static inline const char *
exchange_region (GRand *rand)
{
  static const char *const codes[]
      = { "shoulder-top-left", "shoulder-top-right", "hip-left",   "sacrum", "breastbone",
          "lower-back-left",   "of-a-later-version", "Über,all;x", "foot\"" };

  return codes[g_rand_int_range (rand, 0, G_N_ELEMENTS (codes))];
}

/* A whole number or NULL, as SQL; good until the next four calls. */
static inline const char *
exchange_number (GRand *rand, int minimum, int maximum)
{
  static char numbers[4][16];
  static guint next;
  char *number = numbers[next++ % 4];

  if (g_rand_int_range (rand, 0, 4) == 0)
    return "NULL";
  g_snprintf (number, sizeof numbers[0], "%d", g_rand_int_range (rand, minimum, maximum + 1));
  return number;
}

static inline void
exchange_add_marks (FasciaDb *db, GRand *rand, gint64 id, gboolean nothing)
{
  static const char *const feelings[] = { "dull", "burning", "pulling", "a word, \"later\"" };
  gint64 mark = id * 100;

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autofree char *uid = exchange_uid (rand);

      mark++;
      exchange_exec (
          db,
          sqlite3_mprintf ("INSERT OR IGNORE INTO mark (id, entry_id, level, scale, region, uid, "
                           "stamp, origin, drawn) VALUES (%lld, %lld, %s, %Q, %Q, x'%s', 1, 1, %d)",
                           mark, id, nothing ? "0" : exchange_number (rand, 0, 10),
                           g_rand_boolean (rand) ? "pain" : "tightness", exchange_region (rand),
                           uid, g_rand_int_range (rand, 0, 2)));
      for (int j = g_rand_int_range (rand, 0, 3); j > 0; j--)
        exchange_exec (db, sqlite3_mprintf ("INSERT OR IGNORE INTO mark_feeling (mark_id, feeling) "
                                            "SELECT id, %Q FROM mark WHERE id = %lld",
                                            feelings[g_rand_int_range (rand, 0, 4)], mark));
    }
}

static inline void
exchange_add_drawings (FasciaDb *db, GRand *rand, gint64 id, gboolean nothing)
{
  for (int i = g_rand_int_range (rand, -2, 3); i > 0; i--)
    {
      g_autofree char *uid = exchange_uid (rand);
      g_autoptr (GString) points = g_string_new (NULL);
      gboolean is_unknown = g_rand_int_range (rand, 0, 4) == 0;
      int n_points = g_rand_int_range (rand, 2, 9);

      for (int j = 0; j < n_points; j++)
        g_string_append_printf (points, "%02x%02x%02x%02x%02x", g_rand_int_range (rand, 0, 256),
                                g_rand_int_range (rand, 0, 8), g_rand_int_range (rand, 0, 256),
                                g_rand_int_range (rand, 250, 256),
                                nothing                 ? 0
                                : g_rand_boolean (rand) ? 255
                                                        : g_rand_int_range (rand, 0, 101));
      if (is_unknown)
        g_string_append (points, "0102");
      exchange_exec (db,
                     sqlite3_mprintf (
                         "INSERT INTO drawing (uid, stamp, origin, entry_id, kind, scale, view, "
                         "figure, width, points) VALUES (x'%s', 1, 1, %lld, 'stroke', %Q, %Q, "
                         "%d, %!.17g, x'%s')",
                         uid, id, g_rand_boolean (rand) ? "pain" : "tightness",
                         is_unknown              ? "inside"
                         : g_rand_boolean (rand) ? "front"
                                                 : "back",
                         is_unknown ? 7 : 1, g_rand_double_range (rand, 0.001, 200), points->str));
    }
  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      g_autofree char *uid = exchange_uid (rand);

      exchange_exec (db, sqlite3_mprintf ("INSERT INTO spread (uid, stamp, origin, entry_id, "
                                          "from_region, to_region) VALUES (x'%s', 1, 1, %lld, %Q, "
                                          "'elsewhere')",
                                          uid, id, exchange_region (rand)));
    }
}

static inline void
exchange_add_details (FasciaDb *db, GRand *rand, gint64 id, const char *kind, gint64 utc_ms)
{
  g_autofree char *uid = exchange_uid (rand);
  char *a = exchange_random_sql (rand, FALSE, TRUE), *b = exchange_random_sql (rand, TRUE, TRUE);
  char *c = exchange_random_sql (rand, TRUE, FALSE);

  if (strcmp (kind, "visit") == 0)
    {
      exchange_exec (db, sqlite3_mprintf (
                             "INSERT INTO visit (uid, stamp, origin, entry_id, minutes, therapist, "
                             "pressure, rating, tight_before, tight_after, said) VALUES (x'%s', 1, "
                             "1, %lld, %d, %s, %s, %s, %s, %s, %s)",
                             uid, id, g_rand_int_range (rand, 0, 1441), b,
                             exchange_number (rand, 0, 10), exchange_number (rand, 0, 10),
                             exchange_number (rand, 0, 10), exchange_number (rand, 0, 10), c));
      exchange_exec (db, sqlite3_mprintf ("INSERT INTO visit_detail (entry_id, kind, code) VALUES "
                                          "(%lld, 'area', %Q), (%lld, 'technique', 'kneading'), "
                                          "(%lld, 'tool', 'cup, large')",
                                          id, exchange_region (rand), id, id));
    }
  else if (strcmp (kind, "exercise") == 0)
    exchange_exec (db,
                   sqlite3_mprintf ("INSERT INTO exercise (uid, stamp, origin, entry_id, what, "
                                    "minutes, effort, sets, repetitions) VALUES (x'%s', 1, 1, "
                                    "%lld, %s, %s, 'light', %s, %s)",
                                    uid, id, a, exchange_number (rand, 0, 1440),
                                    exchange_number (rand, 1, 9), exchange_number (rand, 1, 99)));
  else if (strcmp (kind, "treatment") == 0)
    exchange_exec (db, sqlite3_mprintf ("INSERT INTO treatment (uid, stamp, origin, entry_id, "
                                        "what, amount, helped, taken) VALUES (x'%s', 1, 1, %lld, "
                                        "%s, %s, %s, %s)",
                                        uid, id, a, b, exchange_number (rand, 0, 10),
                                        exchange_number (rand, 0, 1)));
  else if (strcmp (kind, "event") == 0)
    exchange_exec (db, sqlite3_mprintf ("INSERT INTO event (uid, stamp, origin, entry_id, what, "
                                        "until_day, type) VALUES (x'%s', 1, 1, %lld, %s, %s, %s)",
                                        uid, id, a, exchange_number (rand, -30000, 40000),
                                        g_rand_boolean (rand) ? "NULL" : "'later-word'"));
  else if (strcmp (kind, "session") == 0)
    {
      g_autofree char *before = exchange_uid (rand);

      exchange_exec (
          db,
          sqlite3_mprintf ("INSERT INTO session (uid, stamp, origin, entry_id, routine, "
                           "started_ms, ended_ms, paused_ms, outcome, posture, gentle, ease_offs, "
                           "before_entry) VALUES (x'%s', 1, 1, %lld, 'neck', %lld, %lld, %d, "
                           "'finished', 'chair', %d, %d, x'%s')",
                           uid, id, utc_ms, utc_ms + 60000, g_rand_int_range (rand, 0, 99999),
                           g_rand_int_range (rand, 0, 2), g_rand_int_range (rand, 0, 5), before));
      for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
        {
          g_autofree char *step = exchange_uid (rand);

          exchange_exec (
              db,
              sqlite3_mprintf ("INSERT INTO session_step (uid, stamp, origin, entry_id, position, "
                               "step, region, planned_s, done_s, outcome, reason, eased_off, "
                               "discomfort) VALUES (x'%s', 1, 1, %lld, %d, 'press', %Q, %s, %s, "
                               "'held-back', %s, %d, %s)",
                               step, id, i, exchange_region (rand), exchange_number (rand, 0, 600),
                               exchange_number (rand, 0, 600), b, g_rand_int_range (rand, 0, 2),
                               exchange_number (rand, 0, 10)));
        }
    }
  sqlite3_free (a);
  sqlite3_free (b);
  sqlite3_free (c);
}

static inline void
exchange_add_words (FasciaDb *db, GRand *rand, gint64 id)
{
  static const char *const tags[] = { "long-sitting", "own-1", "a \"tag\"", "مطر" };
  static const char *const items[] = { "sleep", "ftf", "own-scale", "of-later" };

  for (int i = g_rand_int_range (rand, 0, 3); i > 0; i--)
    exchange_exec (db, sqlite3_mprintf ("INSERT OR IGNORE INTO entry_tag (entry_id, tag) VALUES "
                                        "(%lld, %Q)",
                                        id, tags[g_rand_int_range (rand, 0, 4)]));
  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      g_autofree char *uid = exchange_uid (rand);
      static const double values[]
          = { 0, -0.0, 1, 0.1, -273.15, 1e300, 5e-324, 1.0 / 3, 12345678.9 };

      /* The first two are known, and so is what they can be. */
      int item = g_rand_int_range (rand, 0, 4);
      double value
          = item < 2 ? g_rand_int_range (rand, 0, 11) : values[g_rand_int_range (rand, 0, 9)];

      exchange_exec (db, sqlite3_mprintf ("INSERT INTO measurement (uid, stamp, origin, entry_id, "
                                          "item, side, value, unit) VALUES (x'%s', 1, 1, %lld, %Q, "
                                          "%s, %!.17g, %s)",
                                          uid, id, items[item],
                                          g_rand_boolean (rand) ? "'left'" : "NULL", value,
                                          g_rand_boolean (rand) ? "'cm'" : "NULL"));
    }
}

static inline void
exchange_add_entry (FasciaDb *db, GRand *rand, gint64 id, const char *kind)
{
  g_autofree char *uid = exchange_uid (rand);
  gint64 utc_ms = FASCIA_TEST_NOW_MS - (gint64) g_rand_int (rand) * g_rand_int_range (rand, 1, 200);
  int offset = g_rand_int_range (rand, -960, 961);
  gint64 local_ms = utc_ms + offset * MINUTE_MS;
  gint64 day = local_ms / DAY_MS - (local_ms % DAY_MS < 0);
  gboolean nothing = g_rand_int_range (rand, 0, 5) == 0;
  gboolean is_note = strcmp (kind, "note") == 0; /* which says something */
  char *note = exchange_random_sql (rand, !is_note, FALSE);

  exchange_exec (
      db,
      sqlite3_mprintf ("INSERT INTO entry (id, uid, stamp, origin, kind, utc_ms, day, offset_min, "
                       "zone, changed_ms, nothing_today, closed, note, end_ms) VALUES (%lld, "
                       "x'%s', 1, 1, %Q, %lld, %lld, %d, %Q, %lld, %d, %d, %s %s, %s)",
                       id, uid, kind, utc_ms, day, offset,
                       g_rand_boolean (rand) ? "Europe/Berlin" : "+02:00, or so",
                       utc_ms + g_rand_int_range (rand, -1000, 100000), nothing,
                       g_rand_int_range (rand, 0, 2), is_note ? "'n' ||" : "", note, "NULL"));
  if (g_rand_boolean (rand))
    exchange_exec (db,
                   sqlite3_mprintf ("UPDATE entry SET end_ms = utc_ms + 1234 WHERE id = %lld", id));
  sqlite3_free (note);
  exchange_add_marks (db, rand, id, nothing);
  exchange_add_drawings (db, rand, id, nothing);
  exchange_add_words (db, rand, id);
  exchange_add_details (db, rand, id, kind, utc_ms);
}

static inline void
exchange_add_wholes (FasciaDb *db, GRand *rand)
{
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *uid = exchange_uid (rand), *uid2 = exchange_uid (rand),
                      *uid3 = exchange_uid (rand);
      g_autofree char *code = g_strdup_printf ("own-%d", i);
      char *name = exchange_random_sql (rand, TRUE, TRUE);
      char *label = exchange_random_sql (rand, TRUE, TRUE);

      exchange_exec (db,
                     sqlite3_mprintf ("INSERT INTO tag (uid, stamp, origin, code, name, hidden) "
                                      "VALUES (x'%s', 1, 1, %Q, %s, %d)",
                                      uid, code, name, i % 2));
      exchange_exec (
          db,
          sqlite3_mprintf ("INSERT INTO own_scale (uid, stamp, origin, code, name, minimum, "
                           "maximum, step, unit, low_label, high_label, higher_is_better, hidden) "
                           "VALUES (x'%s', 1, 1, %Q, 'N, %d', -1.5, %d, 0.1, %s, %s, NULL, %s, 0)",
                           uid2, code, i, i + 1, label, name, exchange_number (rand, 0, 1)));
      exchange_exec (db,
                     sqlite3_mprintf ("INSERT INTO condition (uid, stamp, origin, code, region, "
                                      "since_day, cleared_day, answered_ms) VALUES (x'%s', 1, 1, "
                                      "'blood-thinner', %Q, %s, %s, %lld)",
                                      uid3, i == 0 ? NULL : exchange_region (rand),
                                      exchange_number (rand, 0, 20000),
                                      exchange_number (rand, 0, 20000), FASCIA_TEST_NOW_MS + i));
      sqlite3_free (name);
      sqlite3_free (label);
    }
  exchange_exec (db, sqlite3_mprintf ("INSERT INTO setting (key, value, stamp, origin) VALUES "
                                      "('a', 'true', 1, 1), ('b, \"c\"', '\"x\\u0001\\n\"', 1, 1), "
                                      "('later', '{ \"deep\" : [1, 2.50, null] }', 1, 1), "
                                      "('draft.note', '\"not to be told\"', 1, 1)"));
}

/* Entries of every kind, all of them random, with digests and words as they must be. */
static inline void
exchange_fill (FasciaDb *db, GRand *rand, guint n_entries)
{
  static const char *const kinds[]
      = { "check-in", "measurement", "session", "visit", "exercise", "treatment", "event", "note" };
  g_autoptr (GError) error = NULL;

  g_assert_true (fascia_db_begin (db, &error));
  for (guint i = 0; i < n_entries; i++)
    exchange_add_entry (db, rand, i + 1, kinds[i % G_N_ELEMENTS (kinds)]);
  exchange_add_wholes (db, rand);
  g_assert_true (fascia_db_rebuild_digests (db, &error));
  g_assert_true (fascia_db_rebuild_words (db, &error));
  g_assert_true (fascia_db_commit (db, &error));
  g_assert_no_error (error);
  g_assert_true (fascia_db_load_state (db, &error));
  g_assert_true (fascia_db_check (db, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* (transfer full) */
static inline GBytes *
exchange_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static inline GBytes *
exchange_export (FasciaDb *db,
                 const FasciaBody *body,
                 FasciaTestDir *dir,
                 FasciaExportFormat format)
{
  g_autofree char *path = fascia_test_dir_build (dir, "exported");
  g_autoptr (GError) error = NULL;
  gint64 n_entries = -1;

  fascia_export_run (format, body, db, path, &n_entries, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_entries, ==, store_count (db, "SELECT count(*) FROM entry"));
  return exchange_load (path);
}

/* An empty journal beside the first. */
static inline FasciaDb *
exchange_open_other (StoreFixture *f, const char *name)
{
  g_autofree char *folder = fascia_test_dir_build (f->dir, name);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (GError) error = NULL;
  FasciaDb *db = fascia_db_open_full (path, FASCIA_DB_NONE, f->clock, 0, &f->options, &error);

  g_assert_no_error (error);
  return db;
}

static inline void
exchange_assert_same (GBytes *a, GBytes *b)
{
  gsize length_a, length_b, i = 0;
  const char *text_a = g_bytes_get_data (a, &length_a), *text_b = g_bytes_get_data (b, &length_b);

  if (g_bytes_equal (a, b))
    return;
  while (i < length_a && i < length_b && text_a[i] == text_b[i])
    i++;
  i = i > 200 ? i - 200 : 0;
  g_error ("They differ at %" G_GSIZE_FORMAT ":\n%.400s\n---\n%.400s", i, text_a + i, text_b + i);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Damaged files: bits flipped, sectors zeroed, pages swapped, ends cut off. Nothing crashes, the
 * original stays when it is refused, and an answer that has changed is noticed by the check. */

#include <glib/gstdio.h>

#include "fascia-test-long.h"
#include "store-story.h"

#define SECTOR 512
#define PAGE 4096

typedef enum
{
  DAMAGE_BIT,
  DAMAGE_BYTES,
  DAMAGE_ZERO_SECTOR,
  DAMAGE_SWAP_PAGES,
  DAMAGE_STALE_PAGE,
  DAMAGE_TRUNCATE,
  N_DAMAGES,
} Damage;

static GBytes *
damage (GBytes *whole, GBytes *earlier, Damage kind, GRand *rand)
{
  gsize size = g_bytes_get_size (whole);
  guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), size);
  gsize n_pages = size / PAGE;
  gsize place = (gsize) g_rand_int_range (rand, 0, (gint32) size);
  gsize page = (gsize) g_rand_int_range (rand, 0, (gint32) n_pages) * PAGE;
  gsize other = (gsize) g_rand_int_range (rand, 0, (gint32) n_pages) * PAGE;
  guint8 swap[PAGE];

  switch (kind)
    {
    case DAMAGE_BIT:
      bytes[place] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case DAMAGE_BYTES:
      for (gsize i = place; i < MIN (size, place + 16); i++)
        bytes[i] = (guint8) g_rand_int_range (rand, 0, 256);
      break;
    case DAMAGE_ZERO_SECTOR:
      memset (bytes + place / SECTOR * SECTOR, 0, SECTOR);
      break;
    case DAMAGE_SWAP_PAGES:
      memcpy (swap, bytes + page, PAGE);
      memcpy (bytes + page, bytes + other, PAGE);
      memcpy (bytes + other, swap, PAGE);
      break;
    case DAMAGE_STALE_PAGE:
      /* A page as it was in an older state of the same journal. */
      if (page + PAGE <= g_bytes_get_size (earlier))
        memcpy (bytes + page, (const guint8 *) g_bytes_get_data (earlier, NULL) + page, PAGE);
      break;
    case DAMAGE_TRUNCATE:
      size = place;
      break;
    case N_DAMAGES:
    default:
      g_assert_not_reached ();
    }
  return g_bytes_new_take (bytes, size);
}

static void
test_damage (StoreFixture *f, gconstpointer data)
{
  const guint n_files = fascia_test_count ("FASCIA_TEST_FILES", 360, 10000);
  guint n_refused = 0, n_noticed = 0, n_same = 0, n_silent = 0;
  g_autoptr (GBytes) earlier = NULL;

  for (int i = 0; i < 80; i++)
    {
      static const char *const feelings[] = { "burning", "dull", NULL };
      g_autofree char *region = g_strdup_printf ("place-%d", i % 17);
      FasciaMark mark = { region, (FasciaScale) (i % 2 + 1), i % 12 - 1, feelings };
      FasciaLog log = { .marks = &mark, .n_marks = 1, .note = i % 5 == 0 ? "A few words" : NULL };

      log.drawings = i % 2 == 0 ? &store_stroke : &store_spot;
      log.n_drawings = i % 7 == 0 ? 1 : 0;
      log.spreads = &store_arrow;
      log.n_spreads = i % 9 == 0 ? 1 : 0;
      g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, NULL);
      g_assert_nonnull (operation);
      g_assert_true (fascia_db_set_setting (f->db, i % 2 == 0 ? "one" : "other",
                                            g_variant_new_int64 (i), NULL));
      store_fixture_wait (f, 25 * MINUTE_MS * (i % 3));
      if (i == 60)
        {
          store_fixture_close (f);
          earlier = store_read_file (f->path, "");
          store_fixture_open (f);
        }
    }
  g_autofree char *told = story_tell (f->db);
  store_fixture_close (f);
  g_autoptr (GBytes) whole = store_read_file (f->path, "");
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i + 1);
      g_autoptr (GBytes) broken = damage (whole, earlier, (Damage) (i % N_DAMAGES), rand);
      g_autoptr (GError) error = NULL;

      store_write_file (f->path, "", broken);
      FasciaDb *db
          = fascia_db_open_full (f->path, FASCIA_DB_NONE, f->clock, 0, &f->options, &error);
      if (db == NULL)
        {
          g_autoptr (GBytes) after = store_read_file (f->path, "");

          g_assert_true (error->domain == FASCIA_STORE_ERROR);
          store_assert_sentence (error, f->path);
          g_assert_true (g_bytes_equal (after, broken));
          g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
          n_refused++;
          continue;
        }
      gboolean is_whole = fascia_db_check (db, NULL, NULL, &error);
      /* Reading does not verify, but it must not fall over either. */
      g_autoptr (FasciaSeries) series = fascia_db_load_series (db, NULL);
      g_autoptr (GPtrArray) list = fascia_db_list (db, G_MAXINT64, NULL, 1000, NULL);
      g_autoptr (GArray) recent = fascia_db_load_recent (db, 0, G_MAXINT64, NULL);
      g_autoptr (FasciaSettings) settings = fascia_db_load_settings (db, NULL);
      if (!is_whole)
        {
          store_assert_sentence (error, f->path);
          n_noticed++;
        }
      else
        {
          g_autofree char *now = story_tell (db);

          if (g_str_equal (now, told))
            n_same++;
          else
            n_silent++;
        }
      fascia_db_close (db, NULL);
      g_unlink (wal);
    }
  g_test_message ("%u files: %u refused, %u noticed, %u without effect, %u silent", n_files,
                  n_refused, n_noticed, n_same, n_silent);
  g_assert_cmpuint (n_silent * 1000, <=, n_files);
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (n_noticed, >, 0);
}

/* A bit in the name of a column: every page is whole, and nothing can be written any more. */
static void
test_column (StoreFixture *f, gconstpointer data)
{
  static const char *const columns[] = { "measurement", "visit", "own_scale", "tag", "spread" };

  store_fixture_close (f);
  g_autoptr (GBytes) whole = store_read_file (f->path, "");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *change
          = g_strdup_printf ("PRAGMA writable_schema=ON; UPDATE sqlite_schema "
                             "SET sql = replace (sql, 'stamp', 'stalp') WHERE name = '%s'",
                             columns[i]);
      sqlite3 *sql = NULL;

      store_write_file (f->path, "", whole);
      g_assert_cmpint (sqlite3_open (f->path, &sql), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (sql, change, NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_changes (sql), ==, 1);
      g_assert_cmpint (sqlite3_close (sql), ==, SQLITE_OK);
      FasciaDb *db
          = fascia_db_open_full (f->path, FASCIA_DB_NONE, f->clock, 0, &f->options, &error);
      if (db != NULL)
        {
          g_assert_false (fascia_db_check (db, NULL, NULL, &error));
          fascia_db_close (db, NULL);
        }
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
      store_assert_sentence (error, f->path);
    }
  store_write_file (f->path, "", whole);
  store_fixture_open (f);
  store_assert_whole (f->db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/damage/any", test_damage);
  store_test_add ("/damage/column", test_column);

  return g_test_run ();
}

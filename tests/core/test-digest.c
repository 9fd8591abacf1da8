/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What digests are made of: SHA-256 itself, the form of an entry, and all entries at once. */

#include "core/exchange/fascia-gcrypt.h"
#include "core/store/fascia-db-rows.h"
#include "exchange-fixture.h"

static void
assert_digest (const guint8 digest[FASCIA_SHA256_SIZE], const char *expected)
{
  g_autoptr (GString) hex = g_string_new (NULL);

  for (guint i = 0; i < FASCIA_SHA256_SIZE; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  g_assert_cmpstr (hex->str, ==, expected);
}

/* FIPS 180-2, appendix B, and what is known of a text without a letter. */
static void
test_vectors (void)
{
  g_autofree char *million = g_strnfill (1000000, 'a');
  const char *two_blocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  guint8 digest[FASCIA_SHA256_SIZE];

  fascia_sha256 ("abc", 3, digest);
  assert_digest (digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  fascia_sha256 (two_blocks, strlen (two_blocks), digest);
  assert_digest (digest, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  fascia_sha256 (million, 1000000, digest);
  assert_digest (digest, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  fascia_sha256 (NULL, 0, digest);
  assert_digest (digest, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/* Another implementation says the same, whatever the length. */
static void
test_lengths (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint8 bytes[300];

  for (guint length = 0; length < sizeof bytes; length++)
    {
      guint8 digest[FASCIA_SHA256_SIZE];

      for (guint i = 0; i < length; i++)
        bytes[i] = (guint8) g_rand_int_range (rand, 0, 256);
      g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
      fascia_sha256 (bytes, length, digest);
      assert_digest (digest, expected);
    }
}

/* ---- the form ---- */

static void
put_number (GByteArray *form, guint64 number)
{
  guint64 big = GUINT64_TO_BE (number);

  g_byte_array_append (form, (const guint8 *) &big, sizeof big);
}

static void
put_integer (GByteArray *form, guint64 number)
{
  g_byte_array_append (form, (const guint8 *) "i", 1);
  put_number (form, number);
}

static void
put_bytes (GByteArray *form, const char *letter, const void *bytes, gsize length)
{
  g_byte_array_append (form, (const guint8 *) letter, 1);
  put_number (form, length);
  g_byte_array_append (form, bytes, (guint) length);
}

static void
put_text (GByteArray *form, const char *text)
{
  put_bytes (form, "t", text, strlen (text));
}

/* Written down here once more, by hand: it must stay what it is for as long as there are journals. */
static void
test_form (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GByteArray) form = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  const guint8 *uid = (const guint8 *) "0123456789abcdef",
               *mark = (const guint8 *) "fedcba9876543210";

  store_exec (f->db,
              "INSERT INTO entry (id, uid, stamp, origin, kind, utc_ms, day, offset_min, zone,"
              " changed_ms, nothing_today, closed, note, end_ms) VALUES (70, "
              "CAST ('0123456789abcdef' AS BLOB), 5, 1, 'check-in', 86400000, 1, 60, "
              "'Europe/Paris', 86400001, 0, 1, 'Łódź', NULL)");
  store_exec (f->db, "INSERT INTO mark (id, entry_id, level, scale, region, uid, stamp, origin) "
                     "VALUES (9, 70, NULL, 'pain', 'sacrum', CAST ('fedcba9876543210' AS BLOB), 5, "
                     "1)");
  store_exec (f->db, "INSERT INTO mark_feeling (id, mark_id, feeling) VALUES (3, 9, 'dull')");

  put_number (form, FASCIA_TABLE_ENTRY);
  put_bytes (form, "b", uid, 16);
  put_text (form, "check-in");
  put_integer (form, 86400000);
  put_integer (form, 1);
  put_integer (form, 60);
  put_text (form, "Europe/Paris");
  put_integer (form, 86400001);
  put_integer (form, 0);
  put_integer (form, 1);
  put_text (form, "Łódź");
  g_byte_array_append (form, (const guint8 *) "n", 1);
  put_number (form, FASCIA_TABLE_MARK);
  g_byte_array_append (form, (const guint8 *) "n", 1);
  put_text (form, "pain");
  put_text (form, "sacrum");
  put_bytes (form, "b", mark, 16);
  put_integer (form, 0);
  put_number (form, FASCIA_TABLE_MARK_FEELING);
  put_bytes (form, "b", mark, 16);
  put_text (form, "dull");

  g_autoptr (GPtrArray) rows = fascia_db_load_rows_by_id (f->db, 70, &error);
  g_autofree char *expected
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, form->data, form->len);
  guint8 digest[FASCIA_DIGEST_SIZE];
  g_assert_no_error (error);
  fascia_rows_digest (rows, 3, digest);
  assert_digest (digest, expected);
}

/* ---- all at once ---- */

typedef struct
{
  FasciaDb *db;
  int version;
  gint64 last;
  guint n;
} Walked;

static void
compare_with_rows (const FasciaEntryDigest *entry, gpointer data)
{
  Walked *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = fascia_db_load_rows_by_id (self->db, entry->id, &error);
  guint8 digest[FASCIA_DIGEST_SIZE];

  g_assert_no_error (error);
  g_assert_cmpint (entry->id, >, self->last);
  g_assert_cmpint (entry->day, ==, fascia_rows_get_entry (rows)->values[FASCIA_ENTRY_DAY].integer);
  g_assert_true (entry->has_uid);
  g_assert_cmpmem (entry->uid.bytes, 16,
                   fascia_rows_get_entry (rows)->values[FASCIA_ENTRY_UID].bytes, 16);
  fascia_rows_digest (rows, self->version, digest);
  g_assert_cmpmem (digest, sizeof digest, entry->bytes, sizeof entry->bytes);
  self->last = entry->id;
  self->n++;
}

static void
test_walk (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (40);
  g_autoptr (GError) error = NULL;

  exchange_fill (f->db, rand, 80);
  /* Rows of nobody, and of an entry of another kind, are no part of any. */
  store_exec (f->db, "PRAGMA foreign_keys=OFF");
  store_exec (f->db, "DELETE FROM entry WHERE id % 9 = 4");
  store_exec (f->db,
              "INSERT OR IGNORE INTO visit_detail (entry_id, kind, code) SELECT id, 'tool', 'x' "
              "FROM entry");
  for (int version = 1; version <= 3; version++)
    {
      Walked walked = { .db = f->db, .version = version, .last = G_MININT64 };

      g_assert_true (fascia_db_foreach_digest (f->db, version, compare_with_rows, &walked, &error));
      g_assert_no_error (error);
      g_assert_cmpint (walked.n, ==, store_count (f->db, "SELECT count(*) FROM entry"));
    }
}

/* Days that come and go and come again. */
static void
test_days (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 12; i++)
    {
      store_mark (f->db, "hip-left", i % 11);
      store_fixture_wait (f, 40 * 60000);
    }
  exchange_exec (f->db,
                 sqlite3_mprintf ("UPDATE entry SET utc_ms = %lld + (id %% 3) * 86400000, day = "
                                  "%lld + id %% 3, offset_min = 0, end_ms = NULL",
                                  FASCIA_TEST_NOW_MS / 86400000 * 86400000,
                                  FASCIA_TEST_NOW_MS / 86400000));
  g_assert_true (fascia_db_begin (f->db, &error));
  g_assert_true (fascia_db_rebuild_digests (f->db, &error));
  g_assert_true (fascia_db_commit (f->db, &error));
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM day_digest"), ==, 3);
  g_assert_true (fascia_db_check_digests (f->db, &error));
  store_exec (f->db, "UPDATE entry SET note = 'changed' WHERE id = 7");
  g_assert_false (fascia_db_check_digests (f->db, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/digest/vectors", test_vectors);
  g_test_add_func ("/digest/lengths", test_lengths);
  store_test_add ("/digest/form", test_form);
  store_test_add ("/digest/walk", test_walk);
  store_test_add ("/digest/days", test_days);

  return g_test_run ();
}

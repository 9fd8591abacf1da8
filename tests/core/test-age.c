/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Locking with a passphrase: every size comes back, every change is refused. */

#include "config.h"

#include <string.h>

#include "core/exchange/fascia-age.h"

#define WORK 2
#define PIECE (64 * 1024)

static GBytes *
make_content (gsize size)
{
  guint8 *bytes = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) (i * 7 + i / 251);
  return g_bytes_new_take (bytes, size);
}

static GBytes *
lock (GBytes *content, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  GBytes *locked = fascia_age_lock (content, passphrase, WORK, &error);

  g_assert_no_error (error);
  g_assert_true (fascia_age_is_locked (g_bytes_get_data (locked, NULL), g_bytes_get_size (locked)));
  return locked;
}

static void
test_sizes (void)
{
  static const gsize sizes[]
      = { 0, 1, 15, 16, 17, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 5 * PIECE + 123 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) content = make_content (sizes[i]);
      g_autoptr (GBytes) locked = lock (content, "a passphrase of several words");
      g_autoptr (GBytes) opened
          = fascia_age_unlock (locked, "a passphrase of several words", &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (opened, content));
    }
}

/* The same twice gives different bytes: salt, key and nonce are new each time. */
static void
test_chance (void)
{
  g_autoptr (GBytes) content = make_content (100);
  g_autoptr (GBytes) one = lock (content, "same");
  g_autoptr (GBytes) other = lock (content, "same");

  g_assert_cmpuint (g_bytes_get_size (one), ==, g_bytes_get_size (other));
  g_assert_false (g_bytes_equal (one, other));
}

static void
assert_refused (const void *bytes, gsize size, const char *passphrase, int code)
{
  g_autoptr (GError) error = NULL;
  /* A copy of exactly this size, so that reading beyond it is noticed. */
  g_autoptr (GBytes) locked = g_bytes_new (bytes, size);
  g_autoptr (GBytes) opened = fascia_age_unlock (locked, passphrase, &error);

  g_assert_null (opened);
  g_assert_nonnull (error);
  g_assert_true (error->domain == FASCIA_AGE_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  if (code != 0)
    g_assert_cmpint (error->code, ==, code);
}

static void
test_passphrase (void)
{
  static const char *const others[] = { "", "Word", "word ", "wor", "w\303\266rd" };
  g_autoptr (GBytes) content = make_content (1000);
  g_autoptr (GBytes) locked = lock (content, "word");
  gsize size;
  const guint8 *bytes = g_bytes_get_data (locked, &size);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_refused (bytes, size, others[i], FASCIA_AGE_ERROR_PASSPHRASE);
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) content = make_content (200);
  g_autoptr (GBytes) locked = lock (content, "word");
  gsize size;
  const guint8 *bytes = g_bytes_get_data (locked, &size);

  for (gsize i = 0; i < size; i++)
    assert_refused (bytes, i, "word", 0);
  g_autofree guint8 *longer = g_malloc (size + 20);
  memcpy (longer, bytes, size);
  memset (longer + size, 0, 20);
  for (gsize i = 1; i <= 20; i++)
    assert_refused (longer, size + i, "word", FASCIA_AGE_ERROR_DAMAGED);
}

/* Where one piece ends, what is left looks like a shorter file. */
static void
test_cut_at_pieces (void)
{
  g_autoptr (GBytes) content = make_content (3 * PIECE);
  g_autoptr (GBytes) locked = lock (content, "word");
  gsize size;
  const guint8 *bytes = g_bytes_get_data (locked, &size);

  for (gsize i = 1; i <= 3; i++)
    assert_refused (bytes, size - i * (PIECE + 16), "word", FASCIA_AGE_ERROR_DAMAGED);

  /* Two pieces that changed places. */
  g_autofree guint8 *swapped = g_memdup2 (bytes, size);
  gsize first = size - 3 * (PIECE + 16);
  memcpy (swapped + first, bytes + first + PIECE + 16, PIECE + 16);
  memcpy (swapped + first + PIECE + 16, bytes + first, PIECE + 16);
  assert_refused (swapped, size, "word", FASCIA_AGE_ERROR_DAMAGED);
}

static void
test_flipped (void)
{
  g_autoptr (GBytes) content = make_content (60);
  g_autoptr (GBytes) locked = lock (content, "word");
  gsize size;
  const guint8 *bytes = g_bytes_get_data (locked, &size);

  for (gsize i = 0; i < size; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree guint8 *changed = g_memdup2 (bytes, size);

        changed[i] ^= (guint8) (1 << bit);
        assert_refused (changed, size, "word", 0);
      }
}

typedef struct
{
  const char *text;
  int code;
} Header;

static void
test_headers (void)
{
#define SALT "AAAAAAAAAAAAAAAAAAAAAA"
#define BODY "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  static const Header headers[] = {
    { "", FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1", FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n", FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v2\n-> scrypt " SALT " 2\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> X25519 " BODY "\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> scrypt " SALT " 2\n" BODY "\n-> grease\n\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> scrypt " SALT " 02\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> scrypt " SALT " 0\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> scrypt " SALT " +2\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> scrypt " SALT " 2 2\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> scrypt " SALT " 23\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_WORK },
    { "age-encryption.org/v1\n-> scrypt " SALT " 999\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_WORK },
    { "age-encryption.org/v1\n-> scrypt " SALT " 4294967298\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    /* Base64 that can be written shorter, with padding, or has something left over. */
    { "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAB 2\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> scrypt " SALT "== 2\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> scrypt " SALT " 2\n" BODY "=\n--- " BODY "\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> scrypt " SALT " 2\n" BODY "\n--- " BODY "A\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\r\n-> scrypt " SALT " 2\r\n" BODY "\r\n--- " BODY "\r\n",
      FASCIA_AGE_ERROR_FORMAT },
    { "age-encryption.org/v1\n-> scrypt " SALT " 2\n" BODY "\n--- " BODY, FASCIA_AGE_ERROR_FORMAT },
    /* All in order, of nobody's making. */
    { "age-encryption.org/v1\n-> scrypt " SALT " 2\n" BODY "\n--- " BODY "\n",
      FASCIA_AGE_ERROR_PASSPHRASE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    assert_refused (headers[i].text, strlen (headers[i].text), "word", headers[i].code);
}

static gpointer
lock_and_unlock (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GBytes) content = make_content (1000 + i);
      g_autoptr (GBytes) locked = lock (content, "word");
      g_autoptr (GBytes) opened = fascia_age_unlock (locked, "word", NULL);

      g_assert_true (g_bytes_equal (opened, content));
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("lock", lock_and_unlock, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* First, so that the library is set up by several at once. */
  g_test_add_func ("/age/threads", test_threads);
  g_test_add_func ("/age/sizes", test_sizes);
  g_test_add_func ("/age/chance", test_chance);
  g_test_add_func ("/age/passphrase", test_passphrase);
  g_test_add_func ("/age/truncated", test_truncated);
  g_test_add_func ("/age/cut-at-pieces", test_cut_at_pieces);
  g_test_add_func ("/age/flipped", test_flipped);
  g_test_add_func ("/age/headers", test_headers);

  return g_test_run ();
}

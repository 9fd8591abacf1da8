/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The age format, version 1, with a passphrase.
 *
 * A header in text says how the passphrase opens the key of the file, and is signed with that key;
 * the content follows in pieces of 64 KiB that are locked one by one and numbered. */

#include "config.h"

#include "fascia-age.h"

#include <string.h>
#include <sys/random.h>

#include <gcrypt.h>
#include <glib/gi18n-lib.h>

#include "fascia-gcrypt.h"

#define MAGIC "age-encryption.org/v1\n"
#define LABEL "age-encryption.org/v1/scrypt"
#define STANZA "-> scrypt "
#define MAC_MARK "---"

#define KEY_SIZE 32
#define FILE_KEY_SIZE 16
#define SALT_SIZE 16
#define NONCE_SIZE 16
#define TAG_SIZE 16
#define MAC_SIZE 32
#define WRAPPED_SIZE (FILE_KEY_SIZE + TAG_SIZE)
#define PIECE_SIZE (64 * 1024)

/* Base64 without padding. */
#define TEXT_SIZE(n_bytes) (((n_bytes) * 4 + 2) / 3)

G_DEFINE_QUARK (fascia_age_error, fascia_age_error)

static gboolean
set_error (GError **error, FasciaAgeError code)
{
  const char *text;

  switch (code)
    {
    case FASCIA_AGE_ERROR_FORMAT:
      text = _ ("This was not locked with a passphrase in the age format.");
      break;
    case FASCIA_AGE_ERROR_PASSPHRASE:
      text = _ ("The passphrase does not open it. Check the passphrase, then try again.");
      break;
    case FASCIA_AGE_ERROR_DAMAGED:
      text = _ ("It was cut short or changed since it was locked.");
      break;
    case FASCIA_AGE_ERROR_WORK:
      text = _ ("Opening it would take more work than is reasonable.");
      break;
    case FASCIA_AGE_ERROR_FAILED:
    default:
      text = _ ("Locking and unlocking do not work on this computer.");
      break;
    }
  g_set_error_literal (error, FASCIA_AGE_ERROR, (int) code, text);
  return FALSE;
}

/* ---- what the library does ---- */

static gboolean
fill_random (guint8 *bytes, gsize n_bytes)
{
  return getrandom (bytes, n_bytes, 0) == (gssize) n_bytes;
}

static gboolean
compute_mac (const guint8 *key,
             gsize key_size,
             const char *text,
             gsize n_text,
             const char *more,
             gsize n_more,
             guint8 mac[MAC_SIZE])
{
  gcry_mac_hd_t handle;
  gsize size = MAC_SIZE;

  if (gcry_mac_open (&handle, GCRY_MAC_HMAC_SHA256, 0, NULL) != 0)
    return FALSE;
  gboolean success = gcry_mac_setkey (handle, key, key_size) == 0
                     && (n_text == 0 || gcry_mac_write (handle, text, n_text) == 0)
                     && (n_more == 0 || gcry_mac_write (handle, more, n_more) == 0)
                     && gcry_mac_read (handle, mac, &size) == 0 && size == MAC_SIZE;
  gcry_mac_close (handle);
  return success;
}

/* HKDF with SHA-256, for a key of one block. */
static gboolean
derive (const guint8 file_key[FILE_KEY_SIZE],
        const guint8 *salt,
        gsize salt_size,
        const char *purpose,
        guint8 key[KEY_SIZE])
{
  static const guint8 no_salt[MAC_SIZE] = { 0 };
  guint8 middle[MAC_SIZE];
  gboolean success
      = compute_mac (salt_size > 0 ? salt : no_salt, salt_size > 0 ? salt_size : sizeof no_salt,
                     (const char *) file_key, FILE_KEY_SIZE, NULL, 0, middle)
        && compute_mac (middle, sizeof middle, purpose, strlen (purpose), "\1", 1, key);

  explicit_bzero (middle, sizeof middle);
  return success;
}

/* The key that the passphrase opens the key of the file with. */
static gboolean
stretch (const char *passphrase, const guint8 salt[SALT_SIZE], int work, guint8 key[KEY_SIZE])
{
  guint8 labelled[sizeof LABEL - 1 + SALT_SIZE];

  memcpy (labelled, LABEL, sizeof LABEL - 1);
  memcpy (labelled + sizeof LABEL - 1, salt, SALT_SIZE);
  return gcry_kdf_derive (passphrase, strlen (passphrase), GCRY_KDF_SCRYPT, 1 << work, labelled,
                          sizeof labelled, 1, KEY_SIZE, key)
         == 0;
}

/* (nullable) A cipher with its key. */
static gcry_cipher_hd_t
open_cipher (const guint8 key[KEY_SIZE])
{
  gcry_cipher_hd_t cipher;

  if (gcry_cipher_open (&cipher, GCRY_CIPHER_CHACHA20, GCRY_CIPHER_MODE_POLY1305, 0) != 0)
    return NULL;
  if (gcry_cipher_setkey (cipher, key, KEY_SIZE) == 0)
    return cipher;
  gcry_cipher_close (cipher);
  return NULL;
}

/* @out: @n_bytes and the tag. */
static gboolean
seal (gcry_cipher_hd_t cipher,
      const guint8 nonce[12],
      const guint8 *bytes,
      gsize n_bytes,
      guint8 *out)
{
  return gcry_cipher_setiv (cipher, nonce, 12) == 0
         && gcry_cipher_encrypt (cipher, out, n_bytes, bytes, n_bytes) == 0
         && gcry_cipher_gettag (cipher, out + n_bytes, TAG_SIZE) == 0;
}

/* @n_out: without the tag. */
static gboolean
unseal (gcry_cipher_hd_t cipher,
        const guint8 nonce[12],
        const guint8 *bytes,
        guint8 *out,
        gsize n_out)
{
  return gcry_cipher_setiv (cipher, nonce, 12) == 0
         && gcry_cipher_decrypt (cipher, out, n_out, bytes, n_out) == 0
         && gcry_cipher_checktag (cipher, bytes + n_out, TAG_SIZE) == 0;
}

/* ---- the header ---- */

static void
append_text (GString *header, const guint8 *bytes, gsize n_bytes)
{
  g_autofree char *text = g_base64_encode (bytes, n_bytes);

  g_string_append_len (header, text, (gssize) TEXT_SIZE (n_bytes));
}

/* Reads exactly @n_bytes written in the one way that they can be. */
static gboolean
read_text (const char *text, gsize length, guint8 *bytes, gsize n_bytes)
{
  char padded[64];
  gsize n_decoded = 0;

  if (length != TEXT_SIZE (n_bytes) || length + 4 > sizeof padded)
    return FALSE;
  memcpy (padded, text, length);
  while (length % 4 != 0)
    padded[length++] = '=';
  padded[length] = '\0';
  g_autofree guint8 *decoded = g_base64_decode (padded, &n_decoded);
  if (n_decoded != n_bytes)
    return FALSE;
  g_autofree char *again = g_base64_encode (decoded, n_decoded);
  if (!g_str_equal (again, padded))
    return FALSE;
  memcpy (bytes, decoded, n_bytes);
  return TRUE;
}

typedef struct
{
  guint8 salt[SALT_SIZE];
  int work;
  guint8 wrapped[WRAPPED_SIZE];
  guint8 mac[MAC_SIZE];
  gsize signed_size; /* of what the MAC is of */
  gsize size;        /* of the header */
} Header;

/* (nullable) The line at *@at without its end; moves on. */
static const char *
next_line (const char *text, gsize size, gsize *at, gsize *length)
{
  const char *line = text + *at;
  const char *end = *at < size ? memchr (line, '\n', size - *at) : NULL;

  if (end == NULL)
    return NULL;
  *length = (gsize) (end - line);
  *at += *length + 1;
  return line;
}

/* A number from 1 on, as it is written: no sign, no zero before it. 0: none. */
static int
read_work (const char *text, gsize length)
{
  int work = 0;

  if (length == 0 || length > 3 || text[0] == '0')
    return 0;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      work = work * 10 + (text[i] - '0');
    }
  return work;
}

static gboolean
parse_header (const char *text, gsize size, Header *header, GError **error)
{
  const gsize salt_length = TEXT_SIZE (SALT_SIZE);
  gsize at = sizeof MAGIC - 1;
  gsize length = 0;

  if (!fascia_age_is_locked ((const guint8 *) text, size))
    return set_error (error, FASCIA_AGE_ERROR_FORMAT);

  /* Of a longer number, and of anything else, the rest of the line is not looked at. */
  const char *line = next_line (text, size, &at, &length);
  if (line == NULL || length <= sizeof STANZA - 1 + salt_length + 1
      || memcmp (line, STANZA, sizeof STANZA - 1) != 0)
    return set_error (error, FASCIA_AGE_ERROR_FORMAT);
  line += sizeof STANZA - 1;
  length -= sizeof STANZA - 1;
  if (!read_text (line, salt_length, header->salt, SALT_SIZE) || line[salt_length] != ' ')
    return set_error (error, FASCIA_AGE_ERROR_FORMAT);
  header->work = read_work (line + salt_length + 1, length - salt_length - 1);
  if (header->work == 0)
    return set_error (error, FASCIA_AGE_ERROR_FORMAT);
  if (header->work > FASCIA_AGE_WORK_MAX)
    return set_error (error, FASCIA_AGE_ERROR_WORK);

  line = next_line (text, size, &at, &length);
  if (line == NULL || !read_text (line, length, header->wrapped, WRAPPED_SIZE))
    return set_error (error, FASCIA_AGE_ERROR_FORMAT);

  /* A passphrase comes alone: no other stanza follows. */
  header->signed_size = at + sizeof MAC_MARK - 1;
  line = next_line (text, size, &at, &length);
  if (line == NULL || length <= sizeof MAC_MARK || memcmp (line, MAC_MARK " ", sizeof MAC_MARK) != 0
      || !read_text (line + sizeof MAC_MARK, length - sizeof MAC_MARK, header->mac, MAC_SIZE))
    return set_error (error, FASCIA_AGE_ERROR_FORMAT);
  header->size = at;
  return TRUE;
}

gboolean
fascia_age_is_locked (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes >= sizeof MAGIC - 1 && memcmp (bytes, MAGIC, sizeof MAGIC - 1) == 0;
}

/* (transfer full) (nullable) The header for a new @file_key. */
static GString *
build_header (const guint8 file_key[FILE_KEY_SIZE], const char *passphrase, int work)
{
  static const guint8 zero_nonce[12] = { 0 };
  guint8 salt[SALT_SIZE], key[KEY_SIZE], wrapped[WRAPPED_SIZE], mac[MAC_SIZE];
  gcry_cipher_hd_t cipher = NULL;
  GString *header = NULL;

  if (fill_random (salt, sizeof salt) && stretch (passphrase, salt, work, key))
    cipher = open_cipher (key);
  if (cipher != NULL && seal (cipher, zero_nonce, file_key, FILE_KEY_SIZE, wrapped)
      && derive (file_key, NULL, 0, "header", key))
    {
      header = g_string_new (MAGIC STANZA);
      append_text (header, salt, sizeof salt);
      g_string_append_printf (header, " %d\n", work);
      append_text (header, wrapped, sizeof wrapped);
      g_string_append (header, "\n" MAC_MARK);
      if (compute_mac (key, sizeof key, header->str, header->len, NULL, 0, mac))
        {
          g_string_append_c (header, ' ');
          append_text (header, mac, sizeof mac);
          g_string_append_c (header, '\n');
        }
      else
        {
          g_string_free (header, TRUE);
          header = NULL;
        }
    }
  gcry_cipher_close (cipher);
  explicit_bzero (key, sizeof key);
  return header;
}

/* FALSE with PASSPHRASE, DAMAGED or FAILED. */
static gboolean
open_header (const Header *header,
             const char *text,
             const char *passphrase,
             guint8 file_key[FILE_KEY_SIZE],
             GError **error)
{
  static const guint8 zero_nonce[12] = { 0 };
  guint8 key[KEY_SIZE], mac[MAC_SIZE];
  FasciaAgeError code = FASCIA_AGE_ERROR_FAILED;
  gboolean success = FALSE;

  gcry_cipher_hd_t cipher
      = stretch (passphrase, header->salt, header->work, key) ? open_cipher (key) : NULL;
  if (cipher != NULL)
    {
      if (!unseal (cipher, zero_nonce, header->wrapped, file_key, FILE_KEY_SIZE))
        code = FASCIA_AGE_ERROR_PASSPHRASE;
      else if (derive (file_key, NULL, 0, "header", key)
               && compute_mac (key, sizeof key, text, header->signed_size, NULL, 0, mac))
        {
          guint8 difference = 0;

          for (guint i = 0; i < MAC_SIZE; i++)
            difference |= mac[i] ^ header->mac[i];
          success = difference == 0;
          code = FASCIA_AGE_ERROR_DAMAGED;
        }
    }
  gcry_cipher_close (cipher);
  explicit_bzero (key, sizeof key);
  return success || set_error (error, code);
}

/* ---- the content ---- */

/* Eleven bytes of number, one that says whether it is the last. */
static void
set_nonce (guint8 nonce[12], guint64 number, gboolean is_last)
{
  memset (nonce, 0, 12);
  for (int i = 10; i > 2; i--, number >>= 8)
    nonce[i] = (guint8) (number & 0xff);
  nonce[11] = is_last ? 1 : 0;
}

static gboolean
seal_content (gcry_cipher_hd_t cipher, const guint8 *bytes, gsize size, guint8 *out)
{
  guint64 number = 0;
  gsize at = 0;

  do
    {
      gsize n_bytes = MIN (size - at, PIECE_SIZE);
      guint8 nonce[12];

      set_nonce (nonce, number++, at + n_bytes == size);
      if (!seal (cipher, nonce, bytes + at, n_bytes, out))
        return FALSE;
      at += n_bytes;
      out += n_bytes + TAG_SIZE;
    }
  while (at < size);
  return TRUE;
}

/* How long the content is; FALSE when nothing can be of this size. */
static gboolean
get_content_size (gsize sealed_size, gsize *size)
{
  gsize n_pieces = sealed_size / (PIECE_SIZE + TAG_SIZE);
  gsize rest = sealed_size % (PIECE_SIZE + TAG_SIZE);

  /* An empty piece is only right when there is no other. */
  if ((rest > 0 && rest < TAG_SIZE) || (rest == TAG_SIZE && n_pieces > 0) || sealed_size == 0)
    return FALSE;
  if (rest > 0)
    n_pieces++;
  *size = sealed_size - n_pieces * TAG_SIZE;
  return TRUE;
}

static gboolean
unseal_content (gcry_cipher_hd_t cipher, const guint8 *bytes, guint8 *out, gsize size)
{
  guint64 number = 0;
  gsize at = 0;

  do
    {
      gsize n_bytes = MIN (size - at, PIECE_SIZE);
      guint8 nonce[12];

      set_nonce (nonce, number++, at + n_bytes == size);
      if (!unseal (cipher, nonce, bytes, out + at, n_bytes))
        return FALSE;
      at += n_bytes;
      bytes += n_bytes + TAG_SIZE;
    }
  while (at < size);
  return TRUE;
}

/* ---- locking and unlocking ---- */

static GBytes *
lock_with_key (const guint8 file_key[FILE_KEY_SIZE], const GString *header, GBytes *bytes)
{
  gsize size;
  const guint8 *content = g_bytes_get_data (bytes, &size);
  gsize n_pieces = MAX (1, (size + PIECE_SIZE - 1) / PIECE_SIZE);
  gsize total = header->len + NONCE_SIZE + size + n_pieces * TAG_SIZE;
  guint8 *out = g_try_malloc (total);
  guint8 key[KEY_SIZE];
  gcry_cipher_hd_t cipher = NULL;
  gboolean success = FALSE;

  if (out != NULL && fill_random (out + header->len, NONCE_SIZE)
      && derive (file_key, out + header->len, NONCE_SIZE, "payload", key))
    cipher = open_cipher (key);
  if (cipher != NULL)
    {
      memcpy (out, header->str, header->len);
      success = seal_content (cipher, content, size, out + header->len + NONCE_SIZE);
    }
  gcry_cipher_close (cipher);
  explicit_bzero (key, sizeof key);
  if (success)
    return g_bytes_new_take (out, total);
  g_free (out);
  return NULL;
}

GBytes *
fascia_age_lock (GBytes *bytes, const char *passphrase, int work, GError **error)
{
  guint8 file_key[FILE_KEY_SIZE];
  GBytes *locked = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (passphrase != NULL, NULL);
  g_return_val_if_fail (work >= 1 && work <= FASCIA_AGE_WORK_MAX, NULL);

  fascia_gcrypt_set_up ();
  GString *header
      = fill_random (file_key, sizeof file_key) ? build_header (file_key, passphrase, work) : NULL;
  if (header != NULL)
    {
      locked = lock_with_key (file_key, header, bytes);
      g_string_free (header, TRUE);
    }
  explicit_bzero (file_key, sizeof file_key);
  if (locked == NULL)
    set_error (error, FASCIA_AGE_ERROR_FAILED);
  return locked;
}

static GBytes *
unlock_with_key (const guint8 file_key[FILE_KEY_SIZE],
                 const guint8 *bytes,
                 gsize n_bytes,
                 GError **error)
{
  guint8 key[KEY_SIZE];
  gsize size;

  if (n_bytes < NONCE_SIZE || !get_content_size (n_bytes - NONCE_SIZE, &size))
    {
      set_error (error, FASCIA_AGE_ERROR_DAMAGED);
      return NULL;
    }
  guint8 *content = g_try_malloc (size + 1);
  gcry_cipher_hd_t cipher = content != NULL && derive (file_key, bytes, NONCE_SIZE, "payload", key)
                                ? open_cipher (key)
                                : NULL;
  FasciaAgeError code = FASCIA_AGE_ERROR_FAILED;
  gboolean success = FALSE;
  if (cipher != NULL)
    {
      success = unseal_content (cipher, bytes + NONCE_SIZE, content, size);
      code = FASCIA_AGE_ERROR_DAMAGED;
    }
  gcry_cipher_close (cipher);
  explicit_bzero (key, sizeof key);
  if (success)
    return g_bytes_new_take (content, size);
  /* What was opened before the damage goes too. */
  if (content != NULL)
    explicit_bzero (content, size);
  g_free (content);
  set_error (error, code);
  return NULL;
}

GBytes *
fascia_age_unlock (GBytes *bytes, const char *passphrase, GError **error)
{
  guint8 file_key[FILE_KEY_SIZE];
  GBytes *content = NULL;
  Header header;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (passphrase != NULL, NULL);

  const guint8 *data = g_bytes_get_data (bytes, &size);
  fascia_gcrypt_set_up ();
  if (!parse_header ((const char *) data, size, &header, error))
    return NULL;
  if (open_header (&header, (const char *) data, passphrase, file_key, error))
    content = unlock_with_key (file_key, data + header.size, size - header.size, error);
  explicit_bzero (file_key, sizeof file_key);
  return content;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzing backups: their head, what follows it, and the age format around both. The first byte says
 * which of the three the rest is for:
 *
 *   0  the file as it is, but for the sum of its head
 *   1  a list of changes to the journal in it, with a head that fits: see fuzz-digest.c
 *   2  a locked file
 *   3  a list of changes to a locked file */

#include "config.h"

#include "fuzz-files.h"

#include "core/exchange/fascia-gcrypt.h"
#include "core/exchange/fascia-age.h"

#define PASSPHRASE "correct horse"
/* Others take minutes, which is what they are for. */
#define MAX_WORK 6

typedef struct
{
  char *folder;
  char *backup;
  FasciaBackup *taken;
  GBytes *locked;
} Fuzz;

/* (nullable) "fascia-backup 1", locked once: a lock has other salt each time it is made. */
static GBytes *
make_locked (void)
{
  static const char text[]
      = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBKTXFtMUx6TldmKzFuNUwwdEhmWXV3IDEKRjV3WXRl"
        "YituditHTDllRmEzUTZFWGZlNVg0ZGRhYU5sMG1OcnBBRzdHWQotLS0gTTRHUXAwMkJBMDlrZ2pZZzM4SzN6"
        "MGM0UnpYWTRQSHp4ME5CcUtVQWplYwpMir0QqlAsaGo/Kx9FdI/2lMpCDf0mgJNc7B4ncSCGMKmoVboNyXeE"
        "ijl96Cq8F/I=";
  gsize size;
  g_autofree guchar *bytes = g_base64_decode (text, &size);
  g_autoptr (GBytes) locked = g_bytes_new (bytes, size);
  g_autoptr (GBytes) plain = fascia_age_unlock (locked, PASSPHRASE, NULL);

  return plain != NULL ? g_steal_pointer (&locked) : NULL;
}

static Fuzz *
get_fuzz (void)
{
  static Fuzz fuzz;

  if (fuzz.folder == NULL)
    {
      g_autoptr (FasciaClock) clock = fascia_clock_new_fixed (FUZZ_NOW_MS, "UTC");
      g_autofree char *journal = NULL;

      fascia_core_get_resource ();
      fuzz.folder = fuzz_make_folder ();
      fuzz.backup = g_build_filename (fuzz.folder, "b", NULL);
      journal = g_build_filename (fuzz.folder, "fascia", "journal.db", NULL);
      fuzz_make_journal (journal);
      g_autoptr (GRand) rand = g_rand_new_with_seed (1);
      FasciaDb *db = fuzz_open (journal, clock, rand, NULL);
      fuzz.taken = db != NULL ? fascia_backup_take (db, NULL) : NULL;
      fuzz.locked = make_locked ();
      if (fuzz.taken == NULL || fuzz.locked == NULL || !fascia_db_close (db, NULL))
        g_error ("there is nothing to begin with");
    }
  return &fuzz;
}

static void __attribute__ ((destructor))
clean (void)
{
  Fuzz *fuzz = get_fuzz ();

  fuzz_remove (fuzz->folder);
  g_clear_pointer (&fuzz->folder, g_free);
  g_free (fuzz->backup);
  fascia_backup_free (fuzz->taken);
  g_bytes_unref (fuzz->locked);
}

/* (transfer full) */
static guint8 *
change (GBytes *bytes, const uint8_t *data, size_t size, gsize *length)
{
  const guint8 *whole = g_bytes_get_data (bytes, length);
  guint8 *changed = g_memdup2 (whole, *length);

  for (size_t i = 0; i + 4 < size && *length > 0;)
    {
      gsize place = ((gsize) data[i] << 16 | (gsize) data[i + 1] << 8 | data[i + 2]) % *length;
      gsize n = MIN (MIN ((gsize) data[i + 3] % 16 + 1, size - i - 4), *length - place);

      memcpy (changed + place, data + i + 4, n);
      i += 4 + n;
    }
  return changed;
}

static void
look_into (Fuzz *fuzz, const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  fuzz_write (fuzz->backup, data, size);
  g_autoptr (FasciaBackupInfo) head = fascia_backup_inspect (fuzz->backup, NULL, FALSE, NULL);
  g_autoptr (FasciaBackupInfo) info
      = fascia_backup_inspect (fuzz->backup, PASSPHRASE, TRUE, &error);
  if (info == NULL && (error == NULL || *error->message == '\0'))
    abort ();
}

/* A head whose own sum fits, so that what it says is looked at. */
static void
look_into_head (Fuzz *fuzz, const uint8_t *data, size_t size)
{
  static const char name[] = "head-sha256 ";
  g_autofree char *copy = g_memdup2 (data, size);
  char *sum = copy != NULL ? g_strstr_len (copy, (gssize) size, name) : NULL;
  guint8 digest[FASCIA_DIGEST_SIZE];

  if (sum != NULL && (gsize) (copy + size - sum) >= strlen (name) + 2 * sizeof digest)
    {
      fascia_sha256 (copy, (gsize) (sum - copy), digest);
      for (guint i = 0; i < sizeof digest; i++)
        {
          sum[strlen (name) + 2 * i] = "0123456789abcdef"[digest[i] >> 4];
          sum[strlen (name) + 2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
        }
    }
  look_into (fuzz, copy != NULL ? copy : "", size);
}

/* The journal in it is read as well when it passes for whole. */
static void
look_into_journal (Fuzz *fuzz, const uint8_t *data, size_t size)
{
  gsize length = 0;
  guint8 *changed = change (fuzz->taken->journal, data, size, &length);
  FasciaBackup backup = { .head = fuzz->taken->head };
  g_autoptr (GByteArray) file = g_byte_array_new ();

  backup.journal = g_bytes_new_take (changed, length);
  fascia_sha256 (changed, length, backup.head.sha256);
  g_autofree char *head = fascia_backup_head_build (&backup.head);
  g_byte_array_append (file, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (file, changed, (guint) length);
  look_into (fuzz, file->data, file->len);
  FasciaDb *db = fascia_backup_open (&backup, NULL);
  if (db != NULL)
    {
      fuzz_read_all (db);
      fascia_db_close (db, NULL);
    }
  g_bytes_unref (backup.journal);
}

/* How much work the head asks for; what is no head asks for none. */
static gboolean
is_quick (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, MIN (size, 512));
  const char *line = strstr (text, "-> scrypt ");
  const char *work = line != NULL ? strchr (line + strlen ("-> scrypt "), ' ') : NULL;

  return work == NULL || g_ascii_strtoull (work + 1, NULL, 10) <= MAX_WORK;
}

static void
unlock (const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  if (!is_quick (data, size))
    return;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) plain = fascia_age_unlock (bytes, PASSPHRASE, &error);
  if (plain == NULL && (error == NULL || *error->message == '\0'))
    abort ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Fuzz *fuzz = get_fuzz ();
  gsize length = 0;

  if (size == 0)
    return 0;
  switch (data[0] % 4)
    {
    case 0:
      if (is_quick (data + 1, size - 1))
        look_into_head (fuzz, data + 1, size - 1);
      break;
    case 1:
      look_into_journal (fuzz, data + 1, size - 1);
      break;
    case 2:
      unlock (data + 1, size - 1);
      break;
    default:
      {
        g_autofree guint8 *changed = change (fuzz->locked, data + 1, size - 1, &length);

        unlock (changed, length);
      }
      break;
    }
  return 0;
}

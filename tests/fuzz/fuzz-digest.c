/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzing a journal file: bytes of it are changed, then it is opened, checked, read, written and
 * repaired. An input is a list of changes: three bytes of place, one of length, so many bytes. */

#include "config.h"

#include "fuzz-files.h"

#define PAGE 4096

typedef struct
{
  char *folder;
  char *path;
  FasciaClock *clock;
  guint8 *image;
  gsize size;
  guint8 *changed;
} Fuzz;

static Fuzz *
get_fuzz (void)
{
  static Fuzz fuzz;

  if (fuzz.folder == NULL)
    {
      fascia_core_get_resource ();
      fuzz.folder = fuzz_make_folder ();
      fuzz.path = g_build_filename (fuzz.folder, "fascia", "journal.db", NULL);
      fuzz.clock = fascia_clock_new_fixed (FUZZ_NOW_MS, "UTC");
      fuzz_make_journal (fuzz.path);
      if (!g_file_get_contents (fuzz.path, (char **) &fuzz.image, &fuzz.size, NULL))
        g_error ("%s cannot be read", fuzz.path);
      fuzz.changed = g_malloc (fuzz.size);
    }
  return &fuzz;
}

static void __attribute__ ((destructor))
clean (void)
{
  Fuzz *fuzz = get_fuzz ();

  fuzz_remove (fuzz->folder);
  g_clear_pointer (&fuzz->folder, g_free);
  g_free (fuzz->path);
  g_free (fuzz->image);
  g_free (fuzz->changed);
  fascia_clock_unref (fuzz->clock);
}

static void
change (Fuzz *fuzz, const uint8_t *data, size_t size)
{
  memcpy (fuzz->changed, fuzz->image, fuzz->size);
  for (size_t i = 0; i + 4 < size;)
    {
      gsize place = ((gsize) data[i] << 16 | (gsize) data[i + 1] << 8 | data[i + 2]) % fuzz->size;
      gsize n = MIN ((gsize) data[i + 3] % 16 + 1, size - i - 4);

      /* Half of them near the beginning of a page, where its structure is. */
      if (data[i + 3] >= 128)
        place = place / PAGE * PAGE + place % 64;
      n = MIN (n, fuzz->size - place);
      memcpy (fuzz->changed + place, data + i + 4, n);
      i += 4 + n;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Fuzz *fuzz = get_fuzz ();
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = g_strconcat (fuzz->path, "-wal", NULL);

  change (fuzz, data, size);
  g_unlink (wal);
  fuzz_write (fuzz->path, fuzz->changed, fuzz->size);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  FasciaDb *db = fuzz_open (fuzz->path, fuzz->clock, rand, &error);
  gboolean is_whole = db != NULL && fascia_db_check (db, NULL, NULL, error == NULL ? &error : NULL);
  /* What is refused is told. */
  if (!is_whole
      && (error == NULL || error->domain != FASCIA_STORE_ERROR || *error->message == '\0'))
    abort ();
  if (db != NULL)
    {
      const FasciaMark mark = { "sacrum", FASCIA_SCALE_PAIN, 5, NULL, FALSE };
      const FasciaLog log = { .marks = &mark, .n_marks = 1 };

      fuzz_read_all (db);
      g_autoptr (FasciaOperation) operation = fascia_db_log (db, &log, NULL);
      g_autoptr (FasciaOperation) undone = fascia_db_undo (db, 0, NULL);
      fascia_db_close (db, NULL);
    }
  return 0;
}

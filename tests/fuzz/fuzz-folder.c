/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzing our own folder of tables, its dictionary with it: whatever is in it, it is read or refused,
 * and what is read can be kept. The input is all files one after the other, each behind a sign and
 * its name. The first byte says whether the folder is one of a version that did not count its rows,
 * so that rows may come and go. */

#include "config.h"

#include "fuzz-import.h"

/* Between files. */
#define SIGN 0x1e
#define MAX_NAME 64
#define MAX_FILES 64

static const char uncounted[] = "format,version,exported_by\r\nfascia-journal-tables,1,Fascia\r\n";

static void __attribute__ ((destructor))
clean (void)
{
  fuzz_import_clean ();
}

/* Only names that stay in the folder. */
static void
write_file (const char *folder, const uint8_t *data, size_t size)
{
  const uint8_t *end = memchr (data, '\n', size);
  char name[MAX_NAME] = "";

  if (end == NULL || end == data || end - data >= MAX_NAME)
    return;
  memcpy (name, data, (size_t) (end - data));
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && *p != '.' && *p != '_')
      return;
  if (*name == '.' || *name == '\0')
    return;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  fuzz_write (path, end + 1, size - (size_t) (end + 1 - data));
}

static void
write_folder (const char *folder, const uint8_t *data, size_t size)
{
  for (guint n = 0; size > 0 && n < MAX_FILES; n++)
    {
      const uint8_t *next = memchr (data, SIGN, size);
      size_t length = next != NULL ? (size_t) (next - data) : size;

      write_file (folder, data, length);
      data += MIN (length + 1, size);
      size -= MIN (length + 1, size);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  FuzzImport *fuzz = fuzz_import_get ();
  g_autofree char *folder = g_build_filename (fuzz->folder, "tables", NULL);
  g_autofree char *format = g_build_filename (folder, "format.csv", NULL);
  g_autoptr (GError) error = NULL;

  if (size < 2)
    return 0;
  if (g_mkdir (folder, 0700) != 0)
    g_error ("%s cannot be made", folder);
  write_folder (folder, data + 1, size - 1);
  if (data[0] >= 128)
    fuzz_write (format, uncounted, strlen (uncounted));
  g_autoptr (FasciaImport) import
      = fascia_import_read (folder, fuzz->body, FUZZ_IMPORT_NOW_MS, &error);
  fuzz_remove (folder);
  if (import != NULL)
    fuzz_import_try (fuzz, import);
  else if (error == NULL || error->domain != FASCIA_IMPORT_ERROR || *error->message == '\0')
    abort ();
  return 0;
}

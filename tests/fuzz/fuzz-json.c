/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzing our own JSON: whatever it is, it is read or refused, and what is read can be kept. */

#include "config.h"

#include "fuzz-import.h"

static void __attribute__ ((destructor))
clean (void)
{
  fuzz_import_clean ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  FuzzImport *fuzz = fuzz_import_get ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import
      = fascia_import_read_json (bytes, "fuzz.json", fuzz->body, FUZZ_IMPORT_NOW_MS, &error);

  if (import != NULL)
    fuzz_import_try (fuzz, import);
  else if (error == NULL || error->domain != FASCIA_IMPORT_ERROR || *error->message == '\0')
    abort ();
  return 0;
}

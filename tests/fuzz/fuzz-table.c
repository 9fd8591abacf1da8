/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzing tables of other programs: read, guessed, mapped one way or another, and kept. The first
 * two bytes choose what becomes of the guess. */

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

  if (size < 2)
    return 0;
  g_autoptr (GBytes) bytes = g_bytes_new (data + 2, size - 2);
  g_autoptr (FasciaTextTable) table = fascia_text_table_read (bytes, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GError) error = NULL;

  if (table == NULL)
    return 0;
  g_autoptr (FasciaMapping) mapping = fascia_mapping_guess (table);
  if (data[0] >= 128)
    {
      guint column = data[1] % mapping->n_columns;

      mapping->uses[column] = (FasciaColumnUse) (data[0] % FASCIA_COLUMN_TAG + 1);
      mapping->dates = (FasciaDates) (data[1] % FASCIA_DATES_UNIX + 1);
    }
  g_autofree char *problem = fascia_mapping_dup_problem (mapping);
  g_autoptr (FasciaImport) import = fascia_import_read_table (
      bytes, "fuzz.csv", mapping, fuzz->body, zone, FUZZ_NOW_MS, &error);
  if ((import != NULL) != (problem == NULL))
    abort ();
  if (import != NULL)
    fuzz_import_try (fuzz, import);
  return 0;
}

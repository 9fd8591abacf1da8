/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Locks or unlocks a file, for the test that hands files to and fro with the program age:
 * age-tool lock|unlock IN OUT PASSPHRASE [WORK] */

#include "config.h"

#include <stdlib.h>

#include "core/exchange/fascia-age.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) out = NULL;
  gsize size;

  if (argc < 5)
    return 2;
  if (!g_file_get_contents (argv[2], &content, &size, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_autoptr (GBytes) in = g_bytes_new (content, size);
  if (g_str_equal (argv[1], "lock"))
    out = fascia_age_lock (in, argv[4], argc > 5 ? atoi (argv[5]) : FASCIA_AGE_WORK, &error);
  else
    out = fascia_age_unlock (in, argv[4], &error);
  if (out == NULL
      || !g_file_set_contents (argv[3], g_bytes_get_data (out, NULL),
                               (gssize) g_bytes_get_size (out), &error))
    {
      g_printerr ("%d %s\n", error->code, error->message);
      return 1;
    }
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For test-routine-schema.py: reads routines, and writes those of the program.
 *
 *   routine-sample write FOLDER    each ready routine as a file
 *   routine-sample read FILE…      one line each: "ok" or the reason */

#include "config.h"

#include <stdio.h>

#include "core/routines/fascia-routine-file.h"
#include "fascia-core-resources.h"

static void
write_all (FasciaLibrary *library, const char *folder)
{
  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      g_autoptr (GError) error = NULL;
      FasciaRoutine *routine = fascia_library_get_routine (library, i);
      g_autofree char *name = g_strconcat (fascia_routine_get_id (routine), ".xml", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = fascia_routine_file_write (routine);

      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }
}

static void
read_one (FasciaLibrary *library, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_file_parse (library, contents, (gssize) length, &error);
  printf ("%s\n", routine != NULL ? "ok" : error->message);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  fascia_core_get_resource ();
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_assert_no_error (error);
  g_autoptr (FasciaLibrary) library = fascia_library_new (body, &error);
  g_assert_no_error (error);
  if (argc == 3 && g_str_equal (argv[1], "write"))
    write_all (library, argv[2]);
  else
    for (int i = 2; i < argc; i++)
      read_one (library, argv[i]);
  return 0;
}

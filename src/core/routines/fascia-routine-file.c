/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a routine that somebody wrote by hand, or that another program made up. */

#include "config.h"

#include "fascia-routine-file.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (fascia - routine - file - error - quark, fascia_routine_file_error)

FasciaRoutine *
fascia_routine_file_parse (FasciaLibrary *library, const char *text, gssize length, GError **error)
{
  g_set_error_literal (error, FASCIA_ROUTINE_FILE_ERROR, FASCIA_ROUTINE_FILE_ERROR_NOT_ROUTINE, "");
  return NULL;
}

char *
fascia_routine_file_write (const FasciaRoutine *routine)
{
  return g_strdup ("");
}

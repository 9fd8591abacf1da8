/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the subcommand and runs it.
 */

#include "config.h"

#include "fascia-cli.h"

int
fascia_cli_run (int argc, char *argv[], gboolean *handled)
{
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      *handled = TRUE;
      g_print ("fascia %s\n", VERSION);
      return 0;
    }
  *handled = FALSE;
  return 0;
}

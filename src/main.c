/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The front door: the command line or the window.
 */

#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "cli/fascia-cli.h"
#include "ui/fascia-application.h"

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* Before anything that wants a display or a bus name: a command must work without either. */
  if (fascia_cli_wants (argc, argv))
    {
      int status = fascia_cli_run (argc, argv);

      /* "play" has looked whether there is such a routine; the window does the rest. */
      if (status != 0 || fascia_cli_find_play ((const char *const *) argv) == NULL)
        return status;
    }

  g_autoptr (GApplication) application = G_APPLICATION (fascia_application_new ());
  return g_application_run (application, argc, argv);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line's two doors: from the shell, and from another process through a window. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fascia_cli_wants:
 * @argc: number of arguments, the program's name included
 * @argv: the arguments
 *
 * Whether the arguments are for the command line, so that no window is wanted: anything but what
 * GApplication and GTK understand themselves. A word that is no command is refused there.
 */
gboolean fascia_cli_wants (int argc, char *const *argv);

/**
 * fascia_cli_run:
 * @argc: number of arguments, the program's name included
 * @argv: the arguments, as the shell gave them; not changed
 *
 * Runs a command, `--version` or `--help`. Needs no display and never owns a bus name. When another
 * process has the journal open, a window on the session bus is asked to do it.
 *
 * Returns: the exit status: 0 done, 1 failed with one sentence on standard error, 2 wrong usage
 */
int fascia_cli_run (int argc, char *const *argv);

/**
 * fascia_cli_find_play:
 * @argv: NULL-terminated, the program's name first
 *
 * Returns: (transfer none) (nullable): the routine whose session "fascia play ROUTINE" opens the window
 *   at; NULL for every other command line, also for those of "play" that only print
 */
const char *fascia_cli_find_play (const char *const *argv);

G_END_DECLS

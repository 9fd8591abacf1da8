/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line's single entrance.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fascia_cli_run:
 * @argc: number of arguments, the program's name included
 * @argv: the arguments; not changed
 * @handled: (out): set to %TRUE when the arguments were a command, so that no window is wanted
 *
 * Runs a subcommand, `--version` or `--help`. Touches neither a display nor the session bus.
 *
 * Returns: the exit status when @handled: 0 done, 1 failed, 2 wrong usage
 */
int fascia_cli_run (int argc, char *argv[], gboolean *handled);

G_END_DECLS

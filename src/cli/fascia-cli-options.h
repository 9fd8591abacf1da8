/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Options of a command, read without printing, exiting or converting. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fascia_cli_parse_options:
 * @args: (inout): the arguments, the command's name first; what is left has no options
 * @entries: options; for text use G_OPTION_ARG_FILENAME, which leaves bytes alone in every locale
 * @parameters: what follows the options in the usage line, translated
 * @summary: what the command does, translated
 * @description: (nullable): more about it, translated
 *
 * Reads the options. "--help" is an error of the kind FASCIA_CLI_ERROR_HELP.
 */
gboolean fascia_cli_parse_options (char ***args,
                                   const GOptionEntry *entries,
                                   const char *parameters,
                                   const char *summary,
                                   const char *description,
                                   GError **error);

/* FALSE with FAILED when @text is no UTF-8; @what names it, translated. NULL is fine. */
gboolean fascia_cli_check_utf8 (const char *text, const char *what, GError **error);

G_END_DECLS

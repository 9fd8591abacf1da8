/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file a command writes to. */

#pragma once

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/**
 * fascia_cli_parse_output:
 * @rest: what is left of the arguments, the command's name first
 * @sentence: what to say when it is not one file, translated
 *
 * Returns: (transfer full): the absolute path of the one file named; NULL with USAGE
 */
char *fascia_cli_parse_output (const FasciaCliContext *context,
                               char *const *rest,
                               const char *sentence,
                               GError **error);

/* FALSE with FAILED when @path is the journal, by whatever name: writing to it would be its end. */
gboolean fascia_cli_check_output (const FasciaCliContext *context,
                                  const char *path,
                                  GError **error);

/* "The file … was not written", because of @cause. */
void fascia_cli_set_output_error (const char *path, const GError *cause, GError **error);

/* Writes all of it or nothing; the error is a whole sentence. */
gboolean fascia_cli_write_output (const char *path, GBytes *bytes, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the person at the terminal. */

#pragma once

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/* Whether somebody is there to be asked. */
gboolean fascia_cli_is_terminal (const FasciaCliContext *context);

/**
 * fascia_cli_confirm:
 * @question: a line that says what to type, translated
 * @word: what must be typed, translated; letter case does not matter
 * @option: what to write instead when nobody can be asked
 *
 * FALSE with USAGE when standard input is no terminal, with FAILED when something else was typed.
 */
gboolean fascia_cli_confirm (FasciaCliContext *context,
                             const char *question,
                             const char *word,
                             const char *option,
                             GError **error);

/**
 * fascia_cli_get_passphrase:
 * @file: (nullable): where it is written, as typed
 * @is_new: it is asked for twice
 *
 * Reads the file, or asks without showing what is typed. When standard input is no terminal its
 * first line is the passphrase. Kept in the context, so that a window need not ask again.
 *
 * Returns: (transfer none): NULL with FAILED
 */
const char *fascia_cli_get_passphrase (FasciaCliContext *context,
                                       const char *file,
                                       gboolean is_new,
                                       GError **error);

G_END_DECLS

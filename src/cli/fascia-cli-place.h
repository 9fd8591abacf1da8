/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "shoulder-top-left=6": a place and its level, as typed. */

#pragma once

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/**
 * fascia_cli_parse_place:
 * @text: REGION or REGION=LEVEL
 * @region: (out): the region's id, interned
 * @level: (out): 0..10; %FASCIA_LEVEL_NOT_GIVEN when no level was typed
 *
 * Returns: FALSE with FASCIA_CLI_ERROR_FAILED and a sentence that names what was typed; for an
 *   unknown region it offers up to three that may have been meant
 */
gboolean fascia_cli_parse_place (const char *text,
                                 const FasciaBody *body,
                                 const char **region,
                                 int *level,
                                 GError **error);

/* Wrong, missing, added and swapped letters in what was typed for an id; G_MAXUINT: it is far too long. */
guint fascia_cli_count_mistakes (const char *id, const char *typed);

G_END_DECLS

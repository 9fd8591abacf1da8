/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * “tightness” or “pain”, as typed. */

#pragma once

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/* @text: (nullable): NULL is tightness. FALSE with FAILED and a sentence that names what was
 * typed. */
gboolean fascia_cli_parse_scale (const char *text, FasciaScale *scale, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * “tightness” or “pain”, as typed. */

#include "config.h"

#include "fascia-cli-scale.h"

#include <glib/gi18n.h>

gboolean
fascia_cli_parse_scale (const char *text, FasciaScale *scale, GError **error)
{
  *scale = FASCIA_SCALE_TIGHTNESS;
  if (text == NULL || fascia_scale_from_code (text, scale))
    return TRUE;

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %s is what was typed; “tightness” and “pain” stay as they are. */
               _ ("There is no scale “%s”: write “tightness” or “pain”."), valid);
  return FALSE;
}

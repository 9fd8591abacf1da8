/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of other programs, read as a mapping says. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-import-private.h"

FasciaImport *
fascia_import_read_table (GBytes *bytes,
                          const char *name,
                          const FasciaMapping *mapping,
                          const FasciaBody *body,
                          GTimeZone *zone,
                          gint64 now_ms,
                          GError **error)
{
  fascia_import_set_error (error, FASCIA_IMPORT_ERROR_FORMAT, name, "not there yet");
  return NULL;
}

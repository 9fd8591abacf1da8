/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as a bundle for health records: FHIR R4. */

#include "config.h"

#include "fascia-export-private.h"

static gboolean
begin (FasciaExportSink *sink, GError **error)
{
  return TRUE;
}

static gboolean
add (FasciaExportSink *sink, FasciaExportReader *reader, gboolean is_first, GError **error)
{
  return TRUE;
}

const FasciaExportClass fascia_export_fhir_class = {
  .begin = begin,
  .add = add,
  .end = begin,
};

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal written out. */

#include "config.h"

#include "fascia-export.h"

#include <glib/gi18n-lib.h>

struct _FasciaExport
{
  FasciaExportFormat format;
};

const char *
fascia_export_format_get_suffix (FasciaExportFormat format)
{
  switch (format)
    {
    case FASCIA_EXPORT_JSON:
    case FASCIA_EXPORT_FHIR:
      return ".json";
    case FASCIA_EXPORT_TABLE:
      return ".csv";
    case FASCIA_EXPORT_TABLES:
    default:
      return "";
    }
}

FasciaExport *
fascia_export_new (FasciaExportFormat format,
                   const FasciaBody *body,
                   const char *path,
                   GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "not there yet");
  return NULL;
}

gboolean
fascia_export_step (FasciaExport *self,
                    FasciaDb *db,
                    guint n_entries,
                    gboolean *done,
                    GError **error)
{
  *done = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "not there yet");
  return FALSE;
}

gboolean
fascia_export_finish (FasciaExport *self, gint64 *n_entries, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "not there yet");
  return FALSE;
}

void
fascia_export_free (FasciaExport *self)
{
  g_free (self);
}

gboolean
fascia_export_run (FasciaExportFormat format,
                   const FasciaBody *body,
                   FasciaDb *db,
                   const char *path,
                   gint64 *n_entries,
                   GError **error)
{
  g_autoptr (FasciaExport) self = fascia_export_new (format, body, path, error);
  gboolean done = FALSE;

  if (self == NULL)
    return FALSE;
  while (!done)
    if (!fascia_export_step (self, db, 1000, &done, error))
      return FALSE;
  return fascia_export_finish (self, n_entries, error);
}

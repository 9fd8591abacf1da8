/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What takes the journal's file away needs it closed. */

#include "config.h"

#include "fascia-cli-closed.h"

#include <glib/gi18n.h>

/* A command that is just writing is done by then; a window is not. */
#define PATIENCE_MS 1000
#define PAUSE_US 5000

static void
set_open (GError **error)
{
  g_set_error_literal (
      error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
      _ ("Close Fascia first: its window has the journal open. Nothing was changed."));
}

gboolean
fascia_cli_open_closed (const FasciaCliContext *context, FasciaDb **db, GError **error)
{
  g_return_val_if_fail (context != NULL && db != NULL, FALSE);

  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  const gint64 until = g_get_monotonic_time () + PATIENCE_MS * G_TIME_SPAN_MILLISECOND;

  *db = NULL;
  for (;;)
    {
      g_autoptr (GError) cause = NULL;

      *db = fascia_db_open (context->journal, FASCIA_DB_READ_EXISTING, clock, 0, &cause);
      if (*db != NULL || !g_error_matches (cause, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY))
        return TRUE;
      if (g_get_monotonic_time () >= until)
        {
          set_open (error);
          return FALSE;
        }
      g_usleep (PAUSE_US);
    }
}

gboolean
fascia_cli_check_closed (const FasciaCliContext *context, GError **error)
{
  FasciaDb *db = NULL;

  if (!fascia_cli_open_closed (context, &db, error))
    return FALSE;
  if (db != NULL)
    fascia_db_close (db, NULL);
  return TRUE;
}

void
fascia_cli_propagate_closed (GError **error, GError *cause)
{
  if (g_error_matches (cause, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY))
    {
      set_open (error);
      g_error_free (cause);
      return;
    }
  g_propagate_error (error, cause);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands of the command line, performed on the journal that a window has open. */

#pragma once

#include <gio/gio.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_JOURNAL_SERVICE (fascia_journal_service_get_type ())
G_DECLARE_FINAL_TYPE (FasciaJournalService,
                      fascia_journal_service,
                      FASCIA,
                      JOURNAL_SERVICE,
                      GObject)

/**
 * fascia_journal_service_new:
 * @journal: the journal of the window; a reference is kept
 * @connection: the session bus
 * @object_path: where; #FASCIA_JOURNAL_OBJECT_PATH for the real program
 *
 * Exports io.github.fascia_app.Fascia.Journal1 (see cli/fascia-cli-remote.h) and, once the journal
 * is open, owns the name that leads from the file to its window. Each command runs on a thread of
 * its own with the caller's streams; only its work on the journal goes through
 * fascia_journal_run_async(), so a slow reader of a long list holds up nobody.
 *
 * Dispose it (g_object_run_dispose() and unref) before fascia_journal_shutdown(): commands that
 * wait are refused then, one that is at work is finished and answered. That waits for a moment.
 *
 * Returns: (transfer full): the service, or NULL with @error when the path is taken
 */
FasciaJournalService *fascia_journal_service_new (FasciaJournal *journal,
                                                  GDBusConnection *connection,
                                                  const char *object_path,
                                                  GError **error);

G_END_DECLS

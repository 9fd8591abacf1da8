/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands a command over to the window that has the journal open. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The object a window exports on the session bus under its application id and under the name of
 * its file, and its interface:
 *
 *   Holds (in t device, in t inode, out b holds)
 *   HoldsPath (in ay path, out b holds): for a file that is not there yet
 *   Run (in aay argv, in ay cwd, in s zone, in t device, in t inode, in ah streams, out i status)
 *
 * Bytes, not strings: file names are no UTF-8. @streams are standard input, output and error of
 * the caller. Run fails with OtherJournal when the window has another file open. */
#define FASCIA_JOURNAL_OBJECT_PATH "/io/github/fascia_app/Fascia/Journal"
#define FASCIA_JOURNAL_INTERFACE "io.github.fascia_app.Fascia.Journal1"
#define FASCIA_JOURNAL_ERROR_OTHER "io.github.fascia_app.Fascia.Journal1.Error.OtherJournal"

/* (transfer full) The bus name that a window owns for a journal file, beside the application id that
 * only the first window has. */
char *fascia_cli_remote_dup_name (guint64 device, guint64 inode);

typedef enum
{
  FASCIA_CLI_REMOTE_DONE = 1, /* the window did it, or failed at it and has said so */
  FASCIA_CLI_REMOTE_NOBODY,   /* no window, or none that has this journal: nothing was done */
  FASCIA_CLI_REMOTE_LOST,     /* the window went away in the middle: it may be done or not */
} FasciaCliRemote;

/**
 * fascia_cli_remote_run:
 * @argv: the whole command line
 * @secret: (nullable): what the person typed here; standard input says it there
 * @timeout_ms: how long the window may take to say that it is there; the work itself may take long
 * @status: (out): the exit status, when done
 *
 * Never starts a window or a bus.
 */
FasciaCliRemote fascia_cli_remote_run (const char *const *argv,
                                       const char *cwd,
                                       GTimeZone *zone,
                                       const char *journal,
                                       const char *secret,
                                       int timeout_ms,
                                       int *status);

G_END_DECLS

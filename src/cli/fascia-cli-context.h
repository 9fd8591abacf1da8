/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a command stands on: streams, folder, clock, zone, and a way to the journal. */

#pragma once

#include "core/body/fascia-body.h"
#include "core/journal/fascia-feelings.h"
#include "core/store/fascia-db.h"

G_BEGIN_DECLS

#define FASCIA_CLI_ERROR (fascia_cli_error_quark ())
GQuark fascia_cli_error_quark (void);

typedef enum
{
  FASCIA_CLI_ERROR_USAGE = 1, /* wrong usage: exit status 2 */
  FASCIA_CLI_ERROR_FAILED,    /* a value or the world is wrong: exit status 1 */
  FASCIA_CLI_ERROR_HELP,      /* no error: the message is the help that was asked for */
  FASCIA_CLI_ERROR_UNHEARD,   /* the reader of standard output went away: 1 without a word */
} FasciaCliError;

/* A piece of work on the open journal. @changed tells what was written. Must not keep @db. */
typedef gboolean (*FasciaCliDbFunc) (FasciaDb *db,
                                     gpointer data,
                                     FasciaChangeFlags *changed,
                                     GError **error);

/* Runs a piece of work where the journal is, and waits for it. */
typedef gboolean (*FasciaCliRunFunc) (FasciaCliDbFunc func,
                                      gpointer data,
                                      gpointer run_data,
                                      GError **error);

/* A piece of reading, of some milliseconds; see fascia_journal_run_slices_async(). */
typedef gboolean (*FasciaCliSliceFunc) (FasciaDb *db,
                                        gpointer data,
                                        gboolean *done,
                                        GError **error);

/* Reads piece by piece until it is done, and waits for it. */
typedef gboolean (*FasciaCliReadFunc) (FasciaCliSliceFunc func,
                                       gboolean is_repeatable,
                                       gpointer data,
                                       gpointer run_data,
                                       GError **error);

/**
 * FasciaCliContext:
 * @cwd: absolute path of the folder that relative file names belong to; never chdir(): a window
 *   runs commands for other processes
 * @now_ms: the moment at which the command was given, UTC milliseconds
 * @zone: the zone of the person who gave it
 * @journal: path of the journal
 * @in_fd: where a person types
 * @out_fd: @err_fd: where text goes, UTF-8 in every locale
 * @out: what is not written yet
 * @secret: what was typed and is nobody's business; NULL when nothing was asked
 * @run: @read: @run_data: the ways to the journal, to write and to read; NULL for commands that need
 *   none
 * @body: @feelings: loaded by the first who asks
 * @tags: @items: those of the journal, loaded by fascia_cli_context_load_names()
 *
 * One for each command; used on one thread. Made with fascia_cli_context_init().
 */
typedef struct
{
  char *cwd;
  char *journal;
  gint64 now_ms;
  GTimeZone *zone;
  int in_fd;
  int out_fd;
  int err_fd;
  GString *out;
  char *secret;
  FasciaCliRunFunc run;
  FasciaCliReadFunc read;
  gpointer run_data;
  FasciaBody *body;
  FasciaFeelings *feelings;
  FasciaTags *tags;
  FasciaItems *items;
} FasciaCliContext;

/* Copies @cwd and @journal; takes references. The descriptors stay the caller's. */
void fascia_cli_context_init (FasciaCliContext *context,
                              const char *cwd,
                              const char *journal,
                              gint64 now_ms,
                              GTimeZone *zone,
                              int in_fd,
                              int out_fd,
                              int err_fd);
/* Frees what the context holds; what was not flushed is dropped. */
void fascia_cli_context_clear (FasciaCliContext *context);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FasciaCliContext, fascia_cli_context_clear)

/* (transfer none) The regions and the words; NULL and @error only in a broken installation. */
const FasciaBody *fascia_cli_context_get_body (FasciaCliContext *context, GError **error);
const FasciaFeelings *fascia_cli_context_get_feelings (FasciaCliContext *context, GError **error);

/* Loads everything that has a name, own tags and scales of the journal included; the ready ones alone
 * when there is no way to it. */
gboolean fascia_cli_context_load_names (FasciaCliContext *context, GError **error);
/* Borrowed, after fascia_cli_context_load_names(). */
FasciaNames fascia_cli_context_get_names (const FasciaCliContext *context);

/* (transfer full) @path, or below the context's folder when it is relative. */
char *fascia_cli_context_build_path (const FasciaCliContext *context, const char *path);

/* Writes to standard output; FALSE with FAILED and a whole sentence, or UNHEARD. */
gboolean fascia_cli_context_print (FasciaCliContext *context, const char *text, GError **error);
gboolean fascia_cli_context_flush (FasciaCliContext *context, GError **error);
/* "fascia: SENTENCE" on standard error. */
void fascia_cli_context_complain (FasciaCliContext *context, const char *sentence);

/* (transfer container) (element-type FasciaEntry): the newest @limit entries that @query (nullable)
 * asks for, newest first; all of them with 0. Read in slices: a window can mark a place in between.
 * @n_digits: (out) (optional): how many digits of their names set them all apart. */
GPtrArray *fascia_cli_context_read (FasciaCliContext *context,
                                    FasciaQuery *query,
                                    guint limit,
                                    guint *n_digits,
                                    GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A command: how it is read, and how it is done. */

#pragma once

#include "fascia-cli-context.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_CLI_NEEDS_NOTHING = 1,
  FASCIA_CLI_NEEDS_EXISTING, /* a journal that is there */
  FASCIA_CLI_NEEDS_PERHAPS,  /* the journal when there is one; the ways to it are NULL when not */
  FASCIA_CLI_NEEDS_JOURNAL,  /* the journal, made when it is not there yet */
  FASCIA_CLI_NEEDS_CLOSED,   /* that nobody has it open: never done by a window */
} FasciaCliNeeds;

/**
 * FasciaCliCommand:
 * @name: as typed
 * @summary: one line, marked for translation
 * @needs: what must be open for it
 * @get_needs: (nullable): likewise, when it is the request that says so
 * @parse: reads the arguments (@args[0] is the program) without touching the journal; a request,
 *   or NULL with @error
 * @perform: does what the request says with the journal; nothing that could have to wait for
 *   somebody else, for meanwhile nobody else can write
 * @tell: without the journal: says what came of it, and writes what was read
 * @free: frees a request
 * @is_backed_up: what it wrote is worth an automatic backup, where no window makes any
 *
 * Reading comes first and entirely: a wrong argument anywhere leaves everything as it was. All may
 * run in a window on behalf of another process: no exit, no chdir, no standard streams but the
 * context's.
 */
typedef struct
{
  const char *name;
  const char *summary;
  FasciaCliNeeds needs;
  FasciaCliNeeds (*get_needs) (gconstpointer request);
  gpointer (*parse) (FasciaCliContext *context, char **args, GError **error);
  gboolean (*perform) (FasciaCliContext *context, gpointer request, GError **error);
  gboolean (*tell) (FasciaCliContext *context, gpointer request, GError **error);
  GDestroyNotify free;
  gboolean is_backed_up;
} FasciaCliCommand;

extern const FasciaCliCommand fascia_cli_log_command;
extern const FasciaCliCommand fascia_cli_list_command;
extern const FasciaCliCommand fascia_cli_show_command;
extern const FasciaCliCommand fascia_cli_edit_command;
extern const FasciaCliCommand fascia_cli_delete_command;
extern const FasciaCliCommand fascia_cli_tags_command;
extern const FasciaCliCommand fascia_cli_items_command;
extern const FasciaCliCommand fascia_cli_figure_command;
extern const FasciaCliCommand fascia_cli_regions_command;
extern const FasciaCliCommand fascia_cli_routines_command;
extern const FasciaCliCommand fascia_cli_suggest_command;
extern const FasciaCliCommand fascia_cli_safety_command;
extern const FasciaCliCommand fascia_cli_play_command;
extern const FasciaCliCommand fascia_cli_export_command;
extern const FasciaCliCommand fascia_cli_import_command;
extern const FasciaCliCommand fascia_cli_backup_command;
extern const FasciaCliCommand fascia_cli_restore_command;
extern const FasciaCliCommand fascia_cli_check_command;
extern const FasciaCliCommand fascia_cli_erase_command;
extern const FasciaCliCommand fascia_cli_demo_command;

/* (nullable) The @index-th command, in the order of the help. */
const FasciaCliCommand *fascia_cli_get_command (guint index);

/**
 * FasciaCliJob:
 *
 * A command that was read and may be performed once.
 */
typedef struct _FasciaCliJob FasciaCliJob;

/**
 * fascia_cli_job_new:
 * @argv: the whole command line, the program's name first; NULL-terminated
 * @status: (out): the exit status when there is no job
 *
 * Reads a command line. When there is nothing left to do (help, a wrong argument) it has been said
 * on the context's streams.
 *
 * Returns: (transfer full) (nullable): the job
 */
FasciaCliJob *fascia_cli_job_new (FasciaCliContext *context, const char *const *argv, int *status);
FasciaCliNeeds fascia_cli_job_get_needs (const FasciaCliJob *job);
gboolean fascia_cli_job_is_backed_up (const FasciaCliJob *job);

/* Does it; says nothing yet. */
void fascia_cli_job_perform (FasciaCliJob *job, FasciaCliContext *context);
/* Once the journal is free again: says what came of it. Returns the exit status. */
int fascia_cli_job_tell (FasciaCliJob *job, FasciaCliContext *context);
void fascia_cli_job_free (FasciaCliJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaCliJob, fascia_cli_job_free)

/* Says what is wrong and returns the exit status for it: 0 for help, 2 for usage, else 1. */
int fascia_cli_report (FasciaCliContext *context, const char *command, const GError *error);

G_END_DECLS

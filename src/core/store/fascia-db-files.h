/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as a file: its folder, its permissions, the files beside it. */

#pragma once

#include "fascia-db-private.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean exists;
  gboolean was_clean; /* nothing is left of the last process that had it open */
  int hot_version;    /* of a file that the first read would change; 0 when none would */
} FasciaDbFileState;

/* Looks at the file without opening it and refuses what need not be opened to be refused. */
gboolean fascia_db_files_inspect (const char *path, FasciaDbFileState *state, GError **error);

/* Makes the folder, readable by the user alone, when it is missing. */
gboolean fascia_db_files_make_folder (const char *path, GError **error);

/* A new empty file beside @path, readable by the user alone from its first moment whatever the
 * umask. (transfer full) Its path. */
char *fascia_db_files_make_temporary (const char *path, GError **error);

/* Gives the finished @temporary the name @path for good, unless that exists by then: *@won says
 * who was first. The temporary is gone in any case. */
gboolean fascia_db_files_publish (const char *temporary,
                                  const char *path,
                                  gboolean *won,
                                  GError **error);

/* Names given and taken beside @path survive a power cut from now on. */
gboolean fascia_db_files_sync_folder (const char *path, GError **error);

/* Takes away others' rights to the journal, the files beside it and, when that is the program's own,
 * the folder. */
void fascia_db_files_make_private (const char *path);

/* Removes temporaries beside @path that nobody can be at work on any more. */
void fascia_db_files_sweep (const char *path);

/* Removes the log beside @path when nothing is in it. Only for who holds the lock. */
void fascia_db_files_remove_empty_wal (const char *path);

/* Removes @path and what SQLite may have left beside it. */
void fascia_db_files_remove (const char *path);

/* FALSE with a whole sentence when @path is the journal, one of the files beside it that are part of
 * it, or an automatic backup, by whatever name: nothing that leaves the journal is written there. */
gboolean fascia_db_files_check_output (const char *journal, const char *path, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another journal in the place of the one that is there, whatever happens in between. */

#pragma once

#include "fascia-db-private.h"

G_BEGIN_DECLS

/* What is kept is called like the journal, with one of these and a time behind it. */
#define FASCIA_KEPT_REPLACED ".replaced-"
#define FASCIA_KEPT_DAMAGED ".damaged-"

/* The whole new journal, before it takes the place of the other: "." + name of the journal + this. */
#define FASCIA_SWAP_READY ".ready"

/* (transfer full) Where the file is that @path leads to, or would be. */
char *fascia_db_swap_resolve (const char *path);

/* BUSY when another process has it open. Nobody in this process may: see fascia-db-files.c. */
gboolean fascia_db_swap_check_free (const char *path, GError **error);

/* The same, and keeps everybody out until it is released: who would write meanwhile is told to wait,
 * and does not write into a file that is about to go. *@fd: (out): -1 when there is no journal. */
gboolean fascia_db_swap_hold (const char *path, int *fd, GError **error);
void fascia_db_swap_release (int *fd);

/**
 * fascia_db_swap:
 * @bytes: a database file that has been checked
 * @infix: FASCIA_KEPT_REPLACED or FASCIA_KEPT_DAMAGED
 * @kept: (out) (optional) (transfer full) (nullable): the name of what was there
 *
 * Writes the new journal beside the old one under a name of its own and gives the old one, its log
 * included, a second name. From the moment on that the new one is finished it is the journal: who
 * opens the path after a power cut does the rest. Before that moment nothing has changed.
 */
gboolean fascia_db_swap (const char *path,
                         GBytes *bytes,
                         const char *infix,
                         FasciaClock *clock,
                         char **kept,
                         GError **error);

/* The same, by who holds it and has done the rest of another. */
gboolean fascia_db_swap_held (const char *path,
                              GBytes *bytes,
                              const char *infix,
                              FasciaClock *clock,
                              char **kept,
                              GError **error);

/* Does the rest when there is one; before the journal is opened. */
gboolean fascia_db_swap_finish (const char *path, GError **error);

G_END_DECLS

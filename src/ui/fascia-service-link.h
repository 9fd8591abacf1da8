/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of commands, each on a thread of its own, to the journal of the window.
 */

#pragma once

#include "cli/fascia-cli-command.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

/* What the threads of the commands share with the service and may outlive it. */
typedef struct
{
  GMainContext *context;  /* the one the journal belongs to */
  FasciaJournal *journal; /* (unowned) used on that context only; NULL once disposed */

  GMutex mutex; /* for all below, and for the state of every piece */
  GCond cond;
  GHashTable *pieces; /* those somebody waits for */
  guint n_calls;      /* commands that were not answered yet */
  gboolean is_closed;
} FasciaServiceLink;

/* On the context that the journal belongs to. */
FasciaServiceLink *fascia_service_link_new (void);
void fascia_service_link_unref (FasciaServiceLink *link);
/* Refuses those that wait, and gives those that are at work so much time to be answered. */
void fascia_service_link_close (FasciaServiceLink *link, gint64 patience_us);
/* A command comes (1) or was answered (-1). */
void fascia_service_link_count_call (FasciaServiceLink *link, int change);

/* The command's ways to the journal, on the command's thread; @run_data is the link. */
gboolean fascia_service_link_run (FasciaCliDbFunc func,
                                  gpointer data,
                                  gpointer run_data,
                                  GError **error);
gboolean fascia_service_link_read (FasciaCliSliceFunc slice,
                                   gboolean is_repeatable,
                                   gpointer data,
                                   gpointer run_data,
                                   GError **error);

G_END_DECLS

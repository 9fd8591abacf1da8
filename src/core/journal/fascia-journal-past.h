/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was practised, read from the journal: asynchronous. */

#pragma once

#include "../routines/fascia-past.h"
#include "fascia-journal.h"

G_BEGIN_DECLS

/* Sessions from @since_day on. Finish: (transfer full). */
void fascia_journal_load_past_async (FasciaJournal *self,
                                     gint32 since_day,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
FasciaPast *fascia_journal_load_past_finish (FasciaJournal *self,
                                             GAsyncResult *result,
                                             GError **error);

/* Sessions without an end from @since_day on: they run, or broke off. Finish: (transfer full) array of
 * FasciaEntry, newest first. */
void fascia_journal_load_open_sessions_async (FasciaJournal *self,
                                              gint32 since_day,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
GPtrArray *fascia_journal_load_open_sessions_finish (FasciaJournal *self,
                                                     GAsyncResult *result,
                                                     GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers of the safety check, kept in the journal: asynchronous. */

#pragma once

#include "../routines/fascia-safety.h"
#include "fascia-journal.h"

G_BEGIN_DECLS

/* Answers are kept as codes, places and days alone. A side without a place is kept as "left" or
 * "right"; a place with a side gives an answer that side when it is loaded. */

/* x: the local day on which the setup was last answered */
#define FASCIA_SETTING_SAFETY_ANSWERED "safety.answered"

/* Finish: array of FasciaConditionAnswer that are on; @answered_day: (out). */
void fascia_journal_load_answers_async (FasciaJournal *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GArray *fascia_journal_load_answers_finish (FasciaJournal *self,
                                            GAsyncResult *result,
                                            gint32 *answered_day,
                                            GError **error);
/* Replaces all answers, and the day they were given; one undoable operation, "changed" with
 * FASCIA_CHANGE_SETTINGS. Finishes with fascia_journal_write_finish(). */
void fascia_journal_set_answers_async (FasciaJournal *self,
                                       const FasciaConditionAnswer *answers,
                                       guint n_answers,
                                       gint32 answered_day,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

G_END_DECLS

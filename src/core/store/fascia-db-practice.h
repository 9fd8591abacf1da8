/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was practised, and the answers of the safety check, in the database. */

#pragma once

#include "../routines/fascia-past.h"
#include "../routines/fascia-safety.h"
#include "fascia-db.h"

G_BEGIN_DECLS

/* (transfer full) Sessions from @since_day on. */
FasciaPast *fascia_db_load_past (FasciaDb *db, gint32 since_day, GError **error);
/* (transfer full) Sessions without an end from @since_day on, newest first: array of FasciaEntry. */
GPtrArray *fascia_db_load_open_sessions (FasciaDb *db, gint32 since_day, GError **error);
/* (transfer full) Array of FasciaConditionAnswer that are on; @answered_day: (out). */
GArray *fascia_db_load_answers (FasciaDb *db, gint32 *answered_day, GError **error);
/* Replaces all; see fascia_journal_set_answers_async(). Rows taken out are cleared, not deleted. */
FasciaOperation *fascia_db_set_answers (FasciaDb *db,
                                        const FasciaConditionAnswer *answers,
                                        guint n_answers,
                                        gint32 answered_day,
                                        GError **error);

G_END_DECLS

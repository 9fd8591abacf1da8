/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of what an entry says, for whoever shows more of it than one line. Pure.
 */

#pragma once

#include "core/journal/fascia-query.h"

G_BEGIN_DECLS

/* All strings are (transfer full) unless const; NULL where nothing was given. */

typedef const char *(*FasciaNameFunc) (const char *code, gconstpointer data);

/* (nullable) "Neck, Lower back": the names of @codes (nullable); at most @max of them, the rest
 * counted. */
char *fascia_entry_text_names (const char *const *codes,
                               FasciaNameFunc get_name,
                               gconstpointer data);
/* As FasciaNameFunc; @names: a #FasciaNames (nullable), or nothing for the last two. */
const char *fascia_entry_text_region_name (const char *code, gconstpointer names);
const char *fascia_entry_text_tag_name (const char *code, gconstpointer names);
const char *fascia_entry_text_technique_name (const char *code, gconstpointer names);
const char *fascia_entry_text_tool_name (const char *code, gconstpointer names);

/* (nullable) "45 min" */
char *fascia_entry_text_minutes (int minutes);
/* (nullable) "3 × 10", "3 sets" */
char *fascia_entry_text_repetitions (int sets, int repetitions);

/* As fascia_text_entry_title(), but “Quick Day” for the answers to the questions of every day.
 * @names: (nullable). */
char *fascia_entry_text_title (const FasciaEntry *entry,
                               const FasciaNames *names,
                               gboolean is_spoken);

/* The value alone: "6 of 10". */
char *fascia_entry_text_value (const FasciaMeasurement *measurement, const FasciaNames *names);

/* How long a session went on without its pauses; FASCIA_NOT_GIVEN while it has not ended. */
int fascia_entry_text_get_session_minutes (const FasciaSession *session);
guint fascia_entry_text_count_done (const FasciaSession *session);
/* (nullable) "stopped early" */
const char *fascia_entry_text_session_outcome (const char *outcome);

G_END_DECLS

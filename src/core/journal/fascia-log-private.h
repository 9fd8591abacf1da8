/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal and the store agree on about logs. */

#pragma once

#include "fascia-operation.h"

G_BEGIN_DECLS

/* A note of nothing but blanks is none. @note: (nullable) */
gboolean fascia_note_is_blank (const char *note);
/* (transfer full) (nullable) The note of an entry that @note joins. Both nullable. */
char *fascia_note_join (const char *old, const char *note);
/* Takes marks, drawings or spreads out. */
gboolean fascia_log_takes_out (const FasciaLog *log);
/* Says nothing but a note. */
gboolean fascia_log_is_words (const FasciaLog *log);

G_END_DECLS

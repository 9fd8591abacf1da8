/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of tags and of what is measured, as the journal has them: read once for all pages.
 */

#pragma once

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_DIARY_NAMES (fascia_diary_names_get_type ())
G_DECLARE_FINAL_TYPE (FasciaDiaryNames, fascia_diary_names, FASCIA, DIARY_NAMES, GObject)

/**
 * fascia_diary_names_get:
 *
 * The one of the journal, which lives as long as the journal does. It reads nothing before
 * fascia_diary_names_load(), and again whenever a tag or a scale is changed. Main thread.
 *
 * Signal: "changed": what fascia_diary_names_peek() returns is another.
 *
 * Returns: (transfer none)
 */
FasciaDiaryNames *fascia_diary_names_get (FasciaJournal *journal);

/* Asks for the names unless that was done before. What is read from the journal afterwards comes
 * after them. */
void fascia_diary_names_load (FasciaDiaryNames *self);

/* Fills @names until the next "changed": the body is @body, and tags and items are NULL until they
 * have been read. */
void fascia_diary_names_peek (FasciaDiaryNames *self, const FasciaBody *body, FasciaNames *names);

G_END_DECLS

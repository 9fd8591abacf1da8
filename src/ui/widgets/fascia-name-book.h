/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All tags and everything that can be measured, as the journal has them now.
 */

#pragma once

#include "core/journal/fascia-journal.h"
#include "core/journal/fascia-query.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_NAME_BOOK (fascia_name_book_get_type ())
G_DECLARE_FINAL_TYPE (FasciaNameBook, fascia_name_book, FASCIA, NAME_BOOK, GObject)

/**
 * fascia_name_book_get:
 *
 * One for each journal, which lives as long as that does. Until the journal has answered it has what
 * comes with the program. It reads again after each FASCIA_CHANGE_TAGS. Main thread.
 *
 * Signals: "changed": tags or items are others than before.
 *
 * Returns: (transfer none): the book
 */
FasciaNameBook *fascia_name_book_get (FasciaJournal *journal);

/* Whether the journal has answered. */
gboolean fascia_name_book_is_loaded (FasciaNameBook *self);

/* (transfer none) (nullable) NULL only while nothing is known because data of the program is broken.
 * Hold a reference to keep one: the next change brings another. */
FasciaTags *fascia_name_book_get_tags (FasciaNameBook *self);
FasciaItems *fascia_name_book_get_items (FasciaNameBook *self);

/* Fills @names with what is borrowed until the next change. @body: (nullable). */
void fascia_name_book_fill (FasciaNameBook *self, const FasciaBody *body, FasciaNames *names);

G_END_DECLS

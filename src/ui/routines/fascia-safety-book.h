/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answers of the safety check as the window knows them, and writing them. */

#pragma once

#include <gtk/gtk.h>

#include "core/journal/fascia-journal-safety.h"

G_BEGIN_DECLS

/* s: the local day on which "Later" was chosen last */
#define FASCIA_SETTING_SAFETY_LATER "safety.later"
/* s: what the person calls in an emergency */
#define FASCIA_SETTING_HELP_NUMBER "help.number"
/* as: places for which the row of six weeks has been shown */
#define FASCIA_SETTING_HELP_WEEKS "help.six-weeks"

#define FASCIA_TYPE_SAFETY_BOOK (fascia_safety_book_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSafetyBook, fascia_safety_book, FASCIA, SAFETY_BOOK, GObject)

/**
 * FasciaSafetyBook:
 *
 * One for each journal and main thread. Reads the answers when the journal is ready and after each
 * FASCIA_CHANGE_SETTINGS; the table of conditions only when it is asked for.
 *
 * Signals: "changed": answers were read, or the day has changed.
 */

/* (transfer none) Kept as long as the journal lives. @body: needed the first time only. */
FasciaSafetyBook *fascia_safety_book_get (FasciaJournal *journal, FasciaBody *body);
/* (transfer none) It holds this object. */
FasciaJournal *fascia_safety_book_get_journal (FasciaSafetyBook *self);
FasciaBody *fascia_safety_book_get_body (FasciaSafetyBook *self);
/* The answers were read. */
gboolean fascia_safety_book_is_loaded (FasciaSafetyBook *self);
const FasciaConditionAnswer *fascia_safety_book_get_answers (FasciaSafetyBook *self,
                                                             guint *n_answers);
/* FASCIA_DAY_UNKNOWN: never. */
gint32 fascia_safety_book_get_answered_day (FasciaSafetyBook *self);
gint32 fascia_safety_book_get_today (FasciaSafetyBook *self);
/* (nullable) NULL when the table in the program is broken. */
FasciaConditions *fascia_safety_book_get_conditions (FasciaSafetyBook *self);
/* (transfer none) (nullable) What may be done today; NULL until the answers are there. */
FasciaSafety *fascia_safety_book_get_safety (FasciaSafetyBook *self);
/* Whether a condition is kept for that very place. */
gboolean fascia_safety_book_is_at (FasciaSafetyBook *self, const FasciaRegion *region);

typedef void (*FasciaSafetyBookFunc) (GObject *owner, gboolean is_written);

/**
 * fascia_safety_book_write:
 * @from: (nullable): a widget of the window, which offers Undo and tells what went wrong
 * @owner: (nullable): @func is called for it, if it is still there by then
 *
 * Replaces all answers, as one operation. What is read back is what was written.
 */
void fascia_safety_book_write (FasciaSafetyBook *self,
                               const FasciaConditionAnswer *answers,
                               guint n_answers,
                               gint32 answered_day,
                               GtkWidget *from,
                               GObject *owner,
                               FasciaSafetyBookFunc func);

/**
 * fascia_safety_book_name:
 *
 * An answer for people, side first: "Left hip outside: an implant or device under the skin".
 *
 * Returns: (transfer full)
 */
char *fascia_safety_book_dup_name (FasciaSafetyBook *self, const FasciaConditionAnswer *answer);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question with its answers: 0 to 10 in a line, chips, yes and no, or a number to type.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-entry.h"
#include "core/journal/fascia-items.h"
#include "widgets/fascia-answer-buttons.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ANSWER_ROW (fascia_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaAnswerRow, fascia_answer_row, FASCIA, ANSWER_ROW, AdwPreferencesRow)

/**
 * fascia_answer_row_new:
 * @side: of what is measured on each side; its name comes first
 *
 * What is clicked or typed is shown when it was set: "answered" asks for that.
 *
 * Signals: "answered" (double value): NAN for none. A number is answered as it is typed.
 */
GtkWidget *fascia_answer_row_new (const FasciaItem *item, FasciaSide side);

/* 0 to 10, for what is no item. @low, @high: (nullable): what the ends mean. */
GtkWidget *fascia_answer_row_new_level (const char *title, const char *low, const char *high);

/* Chips; the answers are added to fascia_answer_row_get_buttons(). */
GtkWidget *fascia_answer_row_new_chips (const char *title);

/* NAN: none. */
void fascia_answer_row_set_value (FasciaAnswerRow *self, double value);
double fascia_answer_row_get_value (FasciaAnswerRow *self);
/* FALSE while something is typed that is no answer. */
gboolean fascia_answer_row_is_valid (FasciaAnswerRow *self);

/* @hint: (nullable): a dim line below the question, such as yesterday's answer. An empty one
 * keeps the line free, so that nothing moves when there is something to say. */
void fascia_answer_row_set_hint (FasciaAnswerRow *self, const char *hint);
/* (transfer none) The question, side first. */
const char *fascia_answer_row_get_title (FasciaAnswerRow *self);

/* (nullable) (transfer none) NULL for a number to type. */
FasciaAnswerButtons *fascia_answer_row_get_buttons (FasciaAnswerRow *self);

G_END_DECLS

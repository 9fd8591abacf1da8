/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question of the safety check: whether, where, which side, since when. */

#pragma once

#include <adwaita.h>

#include "fascia-safety-form.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SAFETY_QUESTION_ROW (fascia_safety_question_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSafetyQuestionRow,
                      fascia_safety_question_row,
                      FASCIA,
                      SAFETY_QUESTION_ROW,
                      AdwExpanderRow)

/**
 * fascia_safety_question_row_new:
 * @question: what is answered; it lives longer than the row
 *
 * A switch, and below it what the answer needs. Places are chosen on a page of the navigation view
 * that the row lies in.
 *
 * Signals: "edited".
 */
GtkWidget *fascia_safety_question_row_new (FasciaSafetyQuestion *question,
                                           FasciaBody *body,
                                           gint32 today);
/* Shows what the question says now. */
void fascia_safety_question_row_update (FasciaSafetyQuestionRow *self);
/* Goes to the page on which places are chosen. */
void fascia_safety_question_row_ask_places (FasciaSafetyQuestionRow *self);

G_END_DECLS

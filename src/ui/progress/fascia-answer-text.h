/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answer above the chart, in words. Pure but for the language.
 */

#pragma once

#include "core/insights/fascia-answer.h"
#include "core/insights/fascia-bucket.h"

G_BEGIN_DECLS

/**
 * fascia_answer_text_typical:
 * @answer: the numbers
 * @range: which range they are about
 * @place: (nullable): name of the one place it is about
 *
 * What the entries answer, to be read before the picture: a sentence for each scale with its own
 * number of days. It describes; it claims no change and no cause. Below the least number of days it
 * contains no number but counts.
 *
 * Returns: (transfer full): whole sentences
 */
char *fascia_answer_text_typical (const FasciaAnswer *answer, FasciaRange range, const char *place);

/* (transfer full) On how many days there are marks, and whether that is few: whole sentences to
 * stand below the answer; "" when the answer has said it. */
char *fascia_answer_text_coverage (const FasciaAnswer *answer,
                                   FasciaRange range,
                                   const char *place);

G_END_DECLS

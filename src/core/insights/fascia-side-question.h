/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Did you mean the left one?": when a new mark is the mirror of one that has been there for long.
 */

#pragma once

#include "../body/fascia-body.h"
#include "../journal/fascia-operation.h"

G_BEGIN_DECLS

/* For how many days the other side must have been marked. */
#define FASCIA_SIDE_QUESTION_DAYS 7

/**
 * fascia_side_question_is_due:
 * @body: the regions
 * @region: the place that has just been marked
 * @recent: (element-type FasciaRecentMark): the newest marks before this check-in
 * @entry: (nullable): the present check-in, with or without the new mark
 * @today: the local day
 *
 * Left and right are mixed up easily. The question is worth asking when the other side has been
 * marked for a week or more, each time it was asked (above 0, or without a level), while
 * @region itself has no recent mark and the other side has none in this check-in. Whether it has
 * been asked before is for the caller to know. Pure.
 */
gboolean fascia_side_question_is_due (const FasciaBody *body,
                                      const FasciaRegion *region,
                                      const GArray *recent,
                                      const FasciaEntry *entry,
                                      gint32 today);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog behind fascia_quick_day_present().
 */

#pragma once

#include "fascia-answer-row.h"
#include "fascia-entry-editor.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_QUICK_DAY (fascia_quick_day_get_type ())
G_DECLARE_FINAL_TYPE (FasciaQuickDay, fascia_quick_day, FASCIA, QUICK_DAY, AdwDialog)

/* Whether the journal has answered, and everything asked was written. */
gboolean fascia_quick_day_is_settled (FasciaQuickDay *self);

/* (transfer none) (nullable) The row of a question; for tests. */
FasciaAnswerRow *fascia_quick_day_get_row (FasciaQuickDay *self, const char *code);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which questions the quick day asks, in which order, and what was answered on a day. Pure.
 */

#pragma once

#include "core/journal/fascia-entry.h"
#include "core/journal/fascia-items.h"
#include "core/journal/fascia-settings.h"

G_BEGIN_DECLS

/* The codes that are asked, in order: what the person chose, else the ready ones. Those of items that
 * are hidden or unknown are left out. (transfer full) */
char **fascia_daily_list (const FasciaItems *items, const FasciaSettings *settings);

/* Whether an item can be asked every day: a question or an own scale, not hidden, without sides. */
gboolean fascia_daily_can_ask (const FasciaItem *item);

/* A changed copy of a list of codes (nullable): @code at its end, or out of it. (transfer full) */
char **fascia_daily_with (const char *const *codes, const char *code, gboolean is_asked);
/* A changed copy: @code @by places further down, as far as there are any. (transfer full) */
char **fascia_daily_move (const char *const *codes, const char *code, int by);

/**
 * fascia_daily_find_answer:
 * @entries: (element-type FasciaEntry): newest first
 * @day: a local day
 *
 * Returns: (transfer none) (nullable): the newest measurement of that day that answers @item; sets
 *   @entry (out) (optional) to the one it is in
 */
const FasciaMeasurement *fascia_daily_find_answer (const GPtrArray *entries,
                                                   const char *item,
                                                   gint32 day,
                                                   FasciaEntry **entry);

G_END_DECLS

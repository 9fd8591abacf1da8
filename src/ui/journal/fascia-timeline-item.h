/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry of the journal as a list shows it: an object that lives on while its value changes.
 */

#pragma once

#include "core/journal/fascia-entry.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_TIMELINE_ITEM (fascia_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (FasciaTimelineItem, fascia_timeline_item, FASCIA, TIMELINE_ITEM, GObject)

/**
 * FasciaTimelineItem:
 *
 * Entries are values, and a list needs something that stays the same while a note is written or a
 * mark is added: otherwise the row, its focus and the place in the list would be lost.
 *
 * Property (notify): "entry" (#FasciaEntry).
 */
FasciaTimelineItem *fascia_timeline_item_new (FasciaEntry *entry);

/* (transfer none) Never NULL. */
FasciaEntry *fascia_timeline_item_get_entry (FasciaTimelineItem *self);

/* @entry has the same uid and moment as the one before. Equal values are not announced. */
void fascia_timeline_item_set_entry (FasciaTimelineItem *self, FasciaEntry *entry);

G_END_DECLS

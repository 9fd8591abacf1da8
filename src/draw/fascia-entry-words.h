/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words about an entry that pictures and the command line share.
 */

#pragma once

#include "core/body/fascia-body.h"
#include "core/journal/fascia-entry.h"

G_BEGIN_DECLS

/* Translated; the code itself for a place that this version does not know. */
const char *fascia_words_get_place_name (const FasciaBody *body, const char *code);

/* How many are drawn; @view 0: on both. */
guint fascia_words_count_drawings (const FasciaEntry *entry,
                                   FasciaDrawingKind kind,
                                   FasciaScale scale,
                                   FasciaView view);
/* (transfer full) "1 sore spot", "3 strokes" */
char *fascia_words_dup_drawings (FasciaDrawingKind kind, guint n);
/* (transfer full) (nullable) "1 sore spot, 3 strokes"; NULL when nothing is drawn */
char *fascia_words_dup_all_drawings (const FasciaEntry *entry);

G_END_DECLS

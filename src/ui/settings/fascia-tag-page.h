/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One tag in the preferences: its name, whether it is offered, merging and deleting it.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_TAG_PAGE (fascia_tag_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaTagPage, fascia_tag_page, FASCIA, TAG_PAGE, AdwNavigationPage)

/* @n_uses: how many entries have it; -1: not known. The page leaves when the tag is gone. */
AdwNavigationPage *fascia_tag_page_new (FasciaJournal *journal, const char *code, gint64 n_uses);

/* (transfer full) "In 12 entries", "Not used". */
char *fascia_tag_page_describe_uses (gint64 n_uses);

/* ---- for tests ---- */
AdwEntryRow *fascia_tag_page_get_name_row (FasciaTagPage *self);
AdwSwitchRow *fascia_tag_page_get_offered_row (FasciaTagPage *self);
void fascia_tag_page_merge (FasciaTagPage *self, const char *into);
void fascia_tag_page_delete (FasciaTagPage *self);
/* (nullable) The sentence that says what went wrong. */
const char *fascia_tag_page_get_problem (FasciaTagPage *self);

G_END_DECLS

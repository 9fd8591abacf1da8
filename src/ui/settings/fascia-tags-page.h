/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All tags in the preferences, and how often each is used.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_TAGS_PAGE (fascia_tags_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaTagsPage, fascia_tags_page, FASCIA, TAGS_PAGE, AdwNavigationPage)

AdwNavigationPage *fascia_tags_page_new (FasciaJournal *journal);

/* ---- for tests ---- */
/* Whether the uses were counted. */
gboolean fascia_tags_page_is_settled (FasciaTagsPage *self);
/* (nullable) (transfer none) */
AdwActionRow *fascia_tags_page_get_row (FasciaTagsPage *self, const char *code);
/* As the row does that makes a new tag. */
void fascia_tags_page_create (FasciaTagsPage *self, const char *name);

G_END_DECLS

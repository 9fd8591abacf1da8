/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scale of one's own in the preferences: making, changing, merging and deleting it.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SCALE_PAGE (fascia_scale_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaScalePage, fascia_scale_page, FASCIA, SCALE_PAGE, AdwNavigationPage)

/* @code: (nullable): NULL makes a new one. The page leaves when it was saved or is gone. */
AdwNavigationPage *fascia_scale_page_new (FasciaJournal *journal, const char *code);

/**
 * fascia_scale_find_problem:
 *
 * Returns: (transfer full) (nullable): why a scale cannot be made of that, in a sentence. NAN where
 *   nothing was typed. Pure.
 */
char *fascia_scale_find_problem (const char *name, double minimum, double maximum, double step);

/* ---- for tests ---- */
void fascia_scale_page_fill (FasciaScalePage *self, const FasciaOwnScale *scale);
void fascia_scale_page_save (FasciaScalePage *self);
void fascia_scale_page_delete (FasciaScalePage *self);
/* (nullable) The sentence that says what went wrong. */
const char *fascia_scale_page_get_problem (FasciaScalePage *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags to choose for an entry: what may have brought it on, what may have eased it, own ones.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_TAG_PICKER (fascia_tag_picker_get_type ())
G_DECLARE_FINAL_TYPE (FasciaTagPicker, fascia_tag_picker, FASCIA, TAG_PICKER, AdwNavigationPage)

/**
 * fascia_tag_picker_new:
 * @chosen: (nullable): codes the entry has; shown also when they are hidden otherwise
 *
 * Typing searches; a name that is not there yet can be made a tag.
 *
 * Signals: "changed": see fascia_tag_picker_get_chosen().
 */
AdwNavigationPage *fascia_tag_picker_new (FasciaJournal *journal, const char *const *chosen);

/* (transfer none) Sorted codes, NULL-terminated. */
const char *const *fascia_tag_picker_get_chosen (FasciaTagPicker *self);

/* Whether a tag of that name is shown for what was typed: each word typed is somewhere in its name, in
 * this language or in English, without regard to case. Pure. */
gboolean fascia_tag_matches (const FasciaTag *tag, const char *text);

/* ---- for tests ---- */
void fascia_tag_picker_search (FasciaTagPicker *self, const char *text);
/* (nullable) (transfer none) */
GtkToggleButton *fascia_tag_picker_get_chip (FasciaTagPicker *self, const char *code);
/* As the row does that makes a tag of what was typed. FALSE when it is not offered. */
gboolean fascia_tag_picker_create (FasciaTagPicker *self);

G_END_DECLS

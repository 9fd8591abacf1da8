/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be measured, to choose one: questions, movement tests, own scales.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-items.h"
#include "core/routines/fascia-safety.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ITEM_PICKER (fascia_item_picker_get_type ())
G_DECLARE_FINAL_TYPE (FasciaItemPicker, fascia_item_picker, FASCIA, ITEM_PICKER, AdwNavigationPage)

/**
 * fascia_item_picker_new_safe:
 * @without: (nullable): codes that are there already
 * @safety: (nullable): nothing is known yet, and no movement test is offered
 *
 * Gentle tests come before those that bend, balance or strain. They pass the gate of @safety: what it
 * holds back is shown with its reason, and cannot be chosen.
 *
 * Signals: "chosen" (const char *code); the page goes away by itself.
 */
AdwNavigationPage *fascia_item_picker_new_safe (FasciaItems *items,
                                                const char *const *without,
                                                FasciaSafety *safety);

/* As if chosen; for tests. FALSE when it is not offered. */
gboolean fascia_item_picker_choose (FasciaItemPicker *self, const char *code);

G_END_DECLS

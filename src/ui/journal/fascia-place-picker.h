/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places of the body to choose by name, any number of them.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PLACE_PICKER (fascia_place_picker_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlacePicker,
                      fascia_place_picker,
                      FASCIA,
                      PLACE_PICKER,
                      AdwNavigationPage)

/**
 * fascia_place_picker_new:
 * @chosen: (nullable): codes that are chosen already; they stand first while nothing is searched
 *
 * Signals: "toggled" (const char *code, gboolean is_chosen).
 */
AdwNavigationPage *fascia_place_picker_new (const FasciaBody *body, const char *const *chosen);

/* As if typed; for tests. */
void fascia_place_picker_search (FasciaPlacePicker *self, const char *text);
/* (nullable) (transfer none) The row that is offered for a place; for tests. */
GtkCheckButton *fascia_place_picker_get_check (FasciaPlacePicker *self, const char *code);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What needs care at a place: a wound, an implant. Put there and taken away there.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-model.h"
#include "routines/fascia-safety-book.h"

G_BEGIN_DECLS

/* (transfer none) (nullable) NULL until the model is loaded: the first picture waits for nothing else. */
FasciaSafetyBook *fascia_place_care_get_book (FasciaBodyModel *model);
/* Whether something is kept for that place. */
gboolean fascia_place_care_is_at (FasciaBodyModel *model, const FasciaRegion *region);

#define FASCIA_TYPE_PLACE_CARE (fascia_place_care_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlaceCare, fascia_place_care, FASCIA, PLACE_CARE, AdwPreferencesGroup)

/**
 * fascia_place_care_new:
 * @from: a widget of the window that stays: it offers Undo
 *
 * A row for everything that is kept for the place, and one that leads to all that can be. Inside a
 * navigation view. Everything is written as it is chosen.
 */
GtkWidget *fascia_place_care_new (FasciaBodyModel *model,
                                  const FasciaRegion *region,
                                  GtkWidget *from);
/* As the switches do; for tests. */
void fascia_place_care_set (FasciaPlaceCare *self, const char *code, gboolean is_there);

G_END_DECLS

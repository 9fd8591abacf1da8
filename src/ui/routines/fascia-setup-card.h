/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asked once: in which postures a person can be, and what is there.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SETUP_CARD (fascia_setup_card_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSetupCard, fascia_setup_card, FASCIA, SETUP_CARD, AdwBin)

/* Shows what was chosen, @model being ready. Signal: "done": what was chosen is written. */
GtkWidget *fascia_setup_card_new (FasciaRoutinesModel *model);

/* Whether it was never answered. */
gboolean fascia_setup_card_is_due (FasciaRoutinesModel *model);

G_END_DECLS

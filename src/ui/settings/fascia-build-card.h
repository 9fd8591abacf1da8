/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A build of the figure to choose, with a small picture of it.
 */

#pragma once

#include <gtk/gtk.h>

#include "core/body/fascia-body.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BUILD_CARD (fascia_build_card_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBuildCard, fascia_build_card, FASCIA, BUILD_CARD, GtkToggleButton)

GtkWidget *fascia_build_card_new (FasciaBuild build);

FasciaBuild fascia_build_card_get_build (FasciaBuildCard *self);

/* The person's figure, whose limbs and facing the picture shows as well. */
void fascia_build_card_set_body (FasciaBuildCard *self, FasciaBody *body);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Head, hands and feet enlarged, in a column beside the figures.
 */

#pragma once

#include "fascia-body-map.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_INSETS (fascia_body_insets_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyInsets, fascia_body_insets, FASCIA, BODY_INSETS, GtkWidget)

/**
 * FasciaBodyInsets:
 *
 * For pointer and finger alone: every place in it is met on the figures, too. Front on the left,
 * back on the right, whatever the direction of text.
 *
 * Signals: "picked" (FasciaBodyMap *map, FasciaRegion *region, gboolean is_mark): as of a figure.
 */
GtkWidget *fascia_body_insets_new (FasciaBodyModel *model);

/* (transfer none) (nullable) By its code. */
FasciaBodyMap *fascia_body_insets_get_map (FasciaBodyInsets *self, const char *code);

/* Whether a stroke was under way in one of them. */
gboolean fascia_body_insets_draw_cancel (FasciaBodyInsets *self);

G_END_DECLS

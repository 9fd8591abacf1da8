/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What belongs to the heat map: which days, which measure, what the colours mean, and all of it in
 * words.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_HEAT_PANEL (fascia_heat_panel_get_type ())
G_DECLARE_FINAL_TYPE (FasciaHeatPanel, fascia_heat_panel, FASCIA, HEAT_PANEL, AdwBin)

/* The days that a heat map shows when nobody has said otherwise. */
#define FASCIA_HEAT_DAYS 30

/* @is_compact: below a narrow figure: without the words. */
GtkWidget *fascia_heat_panel_new (FasciaBodyModel *model, gboolean is_compact);

/* Shows the last @n_days, today included; 0 for all there are. */
void fascia_heat_panel_show_days (FasciaBodyModel *model, guint n_days, FasciaHeatMeasure measure);

/* (transfer full) What it is about: "Tightness, 1 March 2026 to 30 March 2026: 18 days with entries". */
char *fascia_heat_panel_dup_title (FasciaBodyModel *model);

/* (transfer full) The heat map in words: what it is about, then the places, most first. */
char *fascia_heat_panel_dup_words (FasciaBodyModel *model);

G_END_DECLS

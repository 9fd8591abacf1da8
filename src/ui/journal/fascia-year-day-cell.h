/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One day of the year calendar as the keyboard and a screen reader meet it; draws nothing.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_YEAR_DAY_CELL (fascia_year_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (FasciaYearDayCell, fascia_year_day_cell, FASCIA, YEAR_DAY_CELL, GtkWidget)

/**
 * FasciaYearDayCell:
 *
 * Action: "day.open". Signal: "opened".
 */
GtkWidget *fascia_year_day_cell_new (guint index);

/* Which day of the year, from 0. */
guint fascia_year_day_cell_get_index (FasciaYearDayCell *self);

G_END_DECLS

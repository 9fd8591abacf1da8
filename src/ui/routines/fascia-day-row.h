/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day on which something was, with the calendar to choose another. */

#pragma once

#include <adwaita.h>

#include "core/routines/fascia-safety.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_DAY_ROW (fascia_day_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaDayRow, fascia_day_row, FASCIA, DAY_ROW, AdwActionRow)

/* @title: the question, or a place. No day after @today can be chosen. Signals: "chosen". */
GtkWidget *fascia_day_row_new (const char *title, gint32 today);
/* FASCIA_DAY_UNKNOWN: not said. */
void fascia_day_row_set_day (FasciaDayRow *self, gint32 day);
gint32 fascia_day_row_get_day (FasciaDayRow *self);
/* As the calendar does; FALSE when that day is yet to come. For tests. */
gboolean fascia_day_row_choose (FasciaDayRow *self, gint32 day);

G_END_DECLS

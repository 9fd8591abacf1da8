/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On which day a week begins where this person lives.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 1 = Monday .. 7 = Sunday, from the locale for times; Monday when the system does not say. */
int fascia_chart_week_get_first_day (void);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which places a person marks, the most used first.
 */

#pragma once

#include "core/journal/fascia-series.h"

G_BEGIN_DECLS

typedef struct
{
  const char *region; /* interned code */
  guint n_marks;
} FasciaUsage;

/* (transfer full) (element-type FasciaUsage) Every place that was ever marked, by number of marks,
 * then by code. Pure; any thread. */
GArray *fascia_usage_list_new (const FasciaSeries *series);

G_END_DECLS

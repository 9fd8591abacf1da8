/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much was done already: rest days, minutes of pressure, breaks, soreness. */

#include "config.h"

#include "fascia-dose-guard.h"

void
fascia_dose_guard_look (FasciaDoseAt *at,
                        const FasciaLibrary *library,
                        const FasciaPast *past,
                        gint32 day,
                        const FasciaRegion *region)
{
  *at = (FasciaDoseAt) { .factor = 1 };
}

int *
fascia_dose_guard_dup_week (const FasciaLibrary *library, const FasciaPast *past, gint32 day)
{
  return g_new0 (int, fascia_body_get_n_regions (fascia_library_get_body (library)));
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything an entry says besides its marks and its note, as titles and values. Pure.
 */

#pragma once

#include "core/journal/fascia-query.h"
#include "widgets/fascia-text.h"

G_BEGIN_DECLS

typedef struct
{
  char *title;
  char *value;
} FasciaFact;

/**
 * fascia_entry_list_facts:
 * @names: (nullable)
 * @today: the local day of now
 *
 * Returns: (transfer full) (element-type FasciaFact): what was given, in the order in which it is
 *   shown: how long, what the kind says, measurements, tags
 */
GPtrArray *fascia_entry_list_facts (const FasciaEntry *entry,
                                    const FasciaNames *names,
                                    gint32 today,
                                    FasciaHours hours);

G_END_DECLS

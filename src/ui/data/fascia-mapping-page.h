/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which column of a table means what.
 */

#pragma once

#include <adwaita.h>

#include "core/exchange/fascia-mapping.h"
#include "core/journal/fascia-items.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_MAPPING_PAGE (fascia_mapping_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaMappingPage,
                      fascia_mapping_page,
                      FASCIA,
                      MAPPING_PAGE,
                      AdwNavigationPage)

/* Signals: "mapped": the person has said what each column means. @table is read now and not held.
 * @items: (nullable): what can be measured, by whose names scales are found. */
GtkWidget *fascia_mapping_page_new (const FasciaTextTable *table,
                                    const FasciaMapping *guess,
                                    FasciaItems *items);

/* (transfer none) */
const FasciaMapping *fascia_mapping_page_get_mapping (FasciaMappingPage *self);

G_END_DECLS

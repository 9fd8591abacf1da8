/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Sources": one quiet row that opens where the facts above it come from.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_PLACE_SOURCES (fascia_place_sources_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlaceSources,
                      fascia_place_sources,
                      FASCIA,
                      PLACE_SOURCES,
                      AdwExpanderRow)

/* Not visible until there is something in it. */
GtkWidget *fascia_place_sources_new (void);

/* A line for each source, however often it is added. @source: (nullable); @certainty: (nullable) as
 * fascia_referral_get_certainty() tells it. */
void fascia_place_sources_add (FasciaPlaceSources *self, const char *source, const char *certainty);

/* The lines as they are shown. */
const char *fascia_place_sources_get_text (FasciaPlaceSources *self);

G_END_DECLS

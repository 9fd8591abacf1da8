/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many areas hurt, by four ways of counting. Numbers to take along; never a verdict.
 */

#pragma once

#include "fascia-body.h"

G_BEGIN_DECLS

/**
 * FasciaCounts: from places with pain (marked on the scale of pain, above 0 or without a level)
 * @n_places: of 110
 * @n_areas: of the 19 areas of the 2016 widespread-pain index, named areas only. Source: Wolfe et
 *   al. 2016, Semin Arthritis Rheum 46:319
 * @n_areas_extended: the same with joints, hand and foot counted to a neighbour (our decision)
 * @n_body_regions: of its 5 regions, jaw, chest and abdomen left out
 * @is_generalized: at least 4 of those 5
 * @n_choir: of the 74 segments of the CHOIR body map. Source: Scherrer et al. 2021, Pain Rep 6:e880
 * @n_michigan: of the 35 areas of the Michigan body map. Source: Brummett et al. 2016, Pain
 *   157:1205
 */
typedef struct
{
  guint n_places;
  guint n_areas;
  guint n_areas_extended;
  guint n_body_regions;
  gboolean is_generalized;
  guint n_choir;
  guint n_michigan;
} FasciaCounts;

#define FASCIA_COUNTS_PLACES 110
#define FASCIA_COUNTS_AREAS 19
#define FASCIA_COUNTS_BODY_REGIONS 5
#define FASCIA_COUNTS_CHOIR 74
#define FASCIA_COUNTS_MICHIGAN 35

/* @regions: @n_regions codes; twice is once, one this version does not know counts nowhere. */
void fascia_counts_from_regions (const FasciaBody *body,
                                 const char *const *regions,
                                 guint n_regions,
                                 FasciaCounts *counts);

/* Wolfe et al. 2016: with the symptom severity of 0 … 12, asked elsewhere. For comparison with
 * published cases only; the program never shows it. */
gboolean fascia_counts_is_widespread_2016 (guint n_areas, gboolean is_generalized, guint severity);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One region of the body: its stable id, its side, its name and what other maps call it.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Sides are always the person's own, never the viewer's. */
typedef enum
{
  FASCIA_SIDE_MIDLINE = 1,
  FASCIA_SIDE_LEFT,
  FASCIA_SIDE_RIGHT,
} FasciaSide;

typedef enum
{
  FASCIA_VIEW_FRONT = 1,
  FASCIA_VIEW_BACK,
} FasciaView;

/* How far a region counts as one of the 19 areas of the 2016 widespread-pain rule. */
typedef enum
{
  FASCIA_WPI_NONE = 0,    /* not one of the 19 areas by name */
  FASCIA_WPI_AREA,        /* an area, left out of the generalised-pain rule (jaw, chest, abdomen) */
  FASCIA_WPI_AREA_COUNTS, /* an area that counts for the generalised-pain rule */
} FasciaWpiCount;

/* An immutable region. All regions belong to their FasciaBody and live as long as it does; every
 * string below belongs to the region. */
typedef struct _FasciaRegion FasciaRegion;

/* 0 … n-1, the order of the table; stable within one process, never stored. */
guint fascia_region_get_index (const FasciaRegion *self);

/* The key used in journals and exports, such as "shoulder-top-left". Never renamed. */
const char *fascia_region_get_id (const FasciaRegion *self);

/* The id without its side, such as "shoulder-top". */
const char *fascia_region_get_base (const FasciaRegion *self);
FasciaSide fascia_region_get_side (const FasciaRegion *self);

/* The figure this region is at home on. It may have a further shape on the other. */
FasciaView fascia_region_get_view (const FasciaRegion *self);

/* The code of the group it is listed under: see fascia_body_get_group_name(). */
const char *fascia_region_get_group (const FasciaRegion *self);

/* The name in the current language, side first ("Left shoulder top"). */
const char *fascia_region_get_name (const FasciaRegion *self);

/* The English name, for exports and tests. */
const char *fascia_region_get_name_c (const FasciaRegion *self);

/* Muscles and fascia that lie here, English, NULL-terminated. */
const char *const *fascia_region_get_structures (const FasciaRegion *self);
char **fascia_region_dup_structures_translated (const FasciaRegion *self);

/* Other words people use, English, NULL-terminated; the second one in the current language, free
 * with g_strfreev(). */
const char *const *fascia_region_get_aliases (const FasciaRegion *self);
char **fascia_region_dup_aliases_translated (const FasciaRegion *self);

/* The same place on the other side; NULL for a region on the midline. */
const FasciaRegion *fascia_region_get_mirror (const FasciaRegion *self);

/* What to be careful about here, in the current language and in English; NULL when nothing. */
const char *fascia_region_get_caution (const FasciaRegion *self);
const char *fascia_region_get_caution_c (const FasciaRegion *self);

/* Segment numbers of the CHOIR body map (101-136 front, 201-238 back), @n_segments of them.
 * Source: Scherrer et al. 2021, Pain Reports 6:e880; numbers as in CHOIRBM. */
const guint *fascia_region_get_choir (const FasciaRegion *self, guint *n_segments);

/* The area and region (left-upper, axial …) of the 2016 widespread-pain index, or NULL; Source:
 * Wolfe et al. 2016, Semin Arthritis Rheum 46:319. The extended area also counts joints, hand
 * and foot to a neighbour: a decision of this project. */
const char *fascia_region_get_wpi_area (const FasciaRegion *self);
const char *fascia_region_get_wpi_region (const FasciaRegion *self);
FasciaWpiCount fascia_region_get_wpi_count (const FasciaRegion *self);
const char *fascia_region_get_wpi_area_extended (const FasciaRegion *self);

/* The areas of the Michigan body map (35), English, NULL-terminated, one or two.
 * Source: Brummett et al. 2016, Pain 157:1205. */
const char *const *fascia_region_get_michigan (const FasciaRegion *self);

/* Tool classes allowed here ("hands", "ball-wall" …), NULL-terminated, never NULL; {"none", NULL}
 * when the place is not to be pressed at all. */
const char *const *fascia_region_get_tools (const FasciaRegion *self);

/* Bases of the places to work beside it instead, NULL-terminated, may be empty. */
const char *const *fascia_region_get_beside (const FasciaRegion *self);

/* "source-read", "well-established" or "to-verify". */
const char *fascia_region_get_certainty (const FasciaRegion *self);

/* The version of the vocabulary that brought it (1 …), and the one that retired it or 0. */
guint fascia_region_get_since (const FasciaRegion *self);
guint fascia_region_get_retired (const FasciaRegion *self);

/* Stable text codes of the enums, for exports: "left", "right", "midline"; "front", "back". */
const char *fascia_side_to_code (FasciaSide side);
const char *fascia_view_to_code (FasciaView view);

G_END_DECLS

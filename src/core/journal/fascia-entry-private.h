/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the store makes entries whole, in one step. */

#pragma once

#include "fascia-entry.h"

G_BEGIN_DECLS

/* Everything an entry is made of. @marks, @spreads, @measurements and lists of codes need not be
 * sorted; of two marks for the same place and scale the later one holds, and so of measurements of
 * the same item and side. Codes need not be interned. All is copied. */
typedef struct
{
  FasciaUid uid;
  FasciaEntryKind kind;
  FasciaMoment moment;
  gint64 changed_ms;
  const char *note;
  gboolean nothing_today;
  gboolean closed;
  const FasciaMark *marks;
  guint n_marks;
  const FasciaDrawing *drawings;
  guint n_drawings;
  const FasciaUnknownDrawing *unknown;
  guint n_unknown;
  const FasciaSpread *spreads;
  guint n_spreads;
  gboolean has_end;
  gint64 end_ms;
  const char *const *tags;
  const FasciaMeasurement *measurements;
  guint n_measurements;
  /* That of its kind: NULL for one that says nothing. Others do not count. */
  const FasciaVisit *visit;
  const FasciaExercise *exercise;
  const FasciaTreatment *treatment;
  const FasciaEvent *event;
  const FasciaSession *session;
} FasciaEntryParts;

FasciaEntry *fascia_entry_new_from_parts (const FasciaEntryParts *parts);
/* What @entry is made of; it keeps all of it. */
void fascia_entry_get_parts (const FasciaEntry *entry, FasciaEntryParts *parts);

/* The feelings of @mark, or an empty list: never NULL. */
const char *const *fascia_mark_get_feelings (const FasciaMark *mark);
gboolean fascia_mark_equal (const FasciaMark *a, const FasciaMark *b);
/* By region code, then scale. */
int fascia_mark_compare (const FasciaMark *mark, const char *region, FasciaScale scale);

/* fascia-entry-details.c: what an entry says besides marks, drawings and its note */

typedef struct
{
  gint64 end_ms;           /* FASCIA_END_NOT_GIVEN */
  const char *const *tags; /* NULL: none */
  FasciaMeasurement *measurements;
  guint n_measurements;
  /* That of its kind; NULL for all others. */
  FasciaVisit *visit;
  FasciaExercise *exercise;
  FasciaTreatment *treatment;
  FasciaEvent *event;
  FasciaSession *session;
} FasciaEntryDetails;

void fascia_entry_details_init (FasciaEntryDetails *details, const FasciaEntryParts *parts);
void fascia_entry_details_clear (FasciaEntryDetails *details);
void fascia_entry_details_get_parts (const FasciaEntryDetails *details, FasciaEntryParts *parts);
gboolean fascia_entry_details_equal (const FasciaEntryDetails *a, const FasciaEntryDetails *b);
/* fascia-entry.c */
const FasciaEntryDetails *fascia_entry_get_details (const FasciaEntry *entry);

/* (nullable) A sorted list without doubles, of interned codes; NULL when there are none. Free the
 * list alone. */
const char *const *fascia_codes_copy (const char *const *codes);
/* By item, then side. */
int fascia_measurement_compare (const FasciaMeasurement *measurement,
                                const char *item,
                                FasciaSide side);

/* fascia-drawing.c */

/* Coordinates are kept in sixteenths of a unit, levels in tenths. */
#define FASCIA_DRAWING_STEPS 16
#define FASCIA_DRAWING_LEVEL_STEPS 10
/* Far outside every figure. */
#define FASCIA_DRAWING_MAX_COORDINATE 2000
#define FASCIA_DRAWING_MAX_WIDTH 200

/* To that grid; what is not finite stays so. */
FasciaDrawingPoint fascia_drawing_point_round (const FasciaDrawingPoint *point);
/* A copy with points of its own, on the grid. Free its points. */
FasciaDrawing fascia_drawing_copy (const FasciaDrawing *drawing);
gboolean fascia_drawing_equal (const FasciaDrawing *a, const FasciaDrawing *b);
gboolean fascia_unknown_drawing_equal (const FasciaUnknownDrawing *a,
                                       const FasciaUnknownDrawing *b);
/* Says that something is there: pressed above 0, or without a level. */
gboolean fascia_drawing_is_above_none (const FasciaDrawing *drawing);
/* Zeros: has no name yet. */
gboolean fascia_uid_is_zero (const FasciaUid *uid);
int fascia_spread_compare (const FasciaSpread *a, const FasciaSpread *b);
gboolean fascia_view_from_code (const char *code, FasciaView *view);

/* A place or a drawing says that something is there, so the check-in cannot say "nothing". */
gboolean fascia_entry_is_above_none (const FasciaEntry *entry);

G_END_DECLS

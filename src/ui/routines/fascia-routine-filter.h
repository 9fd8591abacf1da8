/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which routines are shown: what was typed, and what was chosen. Pure.
 */

#pragma once

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_ROUTINE_SHORT_S (10 * 60)

/**
 * FasciaRoutineFilter:
 * @region: (nullable): id of a place
 * @tool: (nullable): code
 * @technique: (nullable): code
 * @kind: 0: any
 *
 * Zeroed: everything. Strings are interned.
 */
typedef struct
{
  gboolean is_gentle;
  gboolean has_no_floor;
  gboolean is_short;
  const char *region;
  const char *tool;
  const char *technique;
  FasciaStepKind kind;
} FasciaRoutineFilter;

typedef enum
{
  FASCIA_ROUTINE_PART_REGION = 1,
  FASCIA_ROUTINE_PART_TOOL,
  FASCIA_ROUTINE_PART_TECHNIQUE,
  FASCIA_ROUTINE_PART_KIND,
} FasciaRoutineFilterPart;

gboolean fascia_routine_filter_is_empty (const FasciaRoutineFilter *self);
gboolean fascia_routine_filter_equal (const FasciaRoutineFilter *a, const FasciaRoutineFilter *b);
gboolean fascia_routine_filter_has_part (const FasciaRoutineFilter *self,
                                         FasciaRoutineFilterPart part);
void fascia_routine_filter_drop_part (FasciaRoutineFilter *self, FasciaRoutineFilterPart part);
/* (transfer full) "Left shoulder top", "Tennis ball": for a chip. */
char *fascia_routine_filter_dup_part_label (const FasciaRoutineFilter *self,
                                            FasciaRoutineFilterPart part,
                                            FasciaLibrary *library);

gboolean fascia_routine_filter_matches (const FasciaRoutineFilter *self,
                                        FasciaLibrary *library,
                                        FasciaRoutine *routine,
                                        const FasciaRoutineInfo *info);
/* (transfer full) Routines that match, those found by @text (nullable) alone when it says something;
 * in the order of the library, or of the search. Elements belong to @model. */
GPtrArray *fascia_routine_filter_list (const FasciaRoutineFilter *self,
                                       FasciaRoutinesModel *model,
                                       const char *text);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short words about routines: how long, in what posture, with what. Pure.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* (transfer full) "8 min"; never less than one. */
char *fascia_routine_text_minutes (int seconds);
/* "Chair", "Bed", "Floor": for a chip, or a line of facts. */
const char *fascia_routine_text_posture (FasciaPosture posture);

/**
 * fascia_routine_text_facts:
 * @info: of @routine
 * @separator: between facts: " · " for the eye, ", " for the ear
 *
 * Returns: (transfer full): "8 min · Chair · Tennis ball": what everybody has is not named
 */
char *fascia_routine_text_facts (FasciaLibrary *library,
                                 FasciaRoutine *routine,
                                 const FasciaRoutineInfo *info,
                                 const char *separator);
/* (transfer full) "Front of thigh, Calf": names of bases, of one side or both; as many as @places has */
char *fascia_routine_text_places (const FasciaRegion *const *places);
/* (transfer none) What a grade of the evidence says, one or two sentences. */
const char *fascia_routine_text_evidence (char grade);
/* (transfer full) (nullable) Where nothing may press: what to work beside it. NULL for a place that is
 * open. "Nothing should press on your left hollow of the knee. Work beside it: calf, back of thigh." */
char *fascia_routine_text_beside (FasciaBody *body, const FasciaRegion *region);

/* What a screen reader says of @button, in place of the words on it. */
void fascia_routine_text_name_button (GtkWidget *button, const char *name);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Routines page, the suggestion on the Body page and the start of a session rest on. */

#pragma once

#include "../../core/journal/fascia-journal.h"
#include "../../core/routines/fascia-pose.h"
#include "../../core/routines/fascia-suggest.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ROUTINES_MODEL (fascia_routines_model_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRoutinesModel, fascia_routines_model, FASCIA, ROUTINES_MODEL, GObject)

/* Reads the tables and the journal when it is first asked to (not at start), keeps them fresh after
 * every change and at midnight, ranks suggestions off the main loop's critical path.
 * Property (notify): "ready" (boolean). Signal: "changed" (). */
FasciaRoutinesModel *fascia_routines_model_new (FasciaJournal *journal, FasciaBody *body);
/* (transfer none) The one of the journal, which lives as long as that does; @body is needed the first
 * time only: without it (nullable) the answer is NULL then. */
FasciaRoutinesModel *fascia_routines_model_get (FasciaJournal *journal, FasciaBody *body);
/* Starts loading if that has not begun; again after a problem. */
void fascia_routines_model_load (FasciaRoutinesModel *self);
gboolean fascia_routines_model_is_ready (FasciaRoutinesModel *self);
/* Whether something is being read or ranked: what it tells is about to change. */
gboolean fascia_routines_model_is_busy (FasciaRoutinesModel *self);
/* (nullable) Why it cannot be ready, a whole sentence. */
const char *fascia_routines_model_get_problem (FasciaRoutinesModel *self);

FasciaJournal *fascia_routines_model_get_journal (FasciaRoutinesModel *self);
FasciaBody *fascia_routines_model_get_body (FasciaRoutinesModel *self);
/* All below: once ready; (transfer none), replaced on "changed". */
FasciaLibrary *fascia_routines_model_get_library (FasciaRoutinesModel *self);
FasciaConditions *fascia_routines_model_get_conditions (FasciaRoutinesModel *self);
FasciaSafety *fascia_routines_model_get_safety (FasciaRoutinesModel *self);
FasciaProgrammes *fascia_routines_model_get_programmes (FasciaRoutinesModel *self);
FasciaPlan *fascia_routines_model_get_plan (FasciaRoutinesModel *self);
FasciaPast *fascia_routines_model_get_past (FasciaRoutinesModel *self);
FasciaPoses *fascia_routines_model_get_poses (FasciaRoutinesModel *self);
FasciaSettings *fascia_routines_model_get_settings (FasciaRoutinesModel *self);
/* Those that the person can take; 0: any, nobody has said. */
FasciaPosture fascia_routines_model_get_postures (FasciaRoutinesModel *self);
/* Array of FasciaSuggestion, best first; may be empty. */
GPtrArray *fascia_routines_model_get_suggestions (FasciaRoutinesModel *self);
/* (nullable) "Routine from my map": when two places or more are marked. */
FasciaRoutine *fascia_routines_model_get_from_map (FasciaRoutinesModel *self);
/* (nullable) The check-in that is open now. */
FasciaEntry *fascia_routines_model_get_open (FasciaRoutinesModel *self);
gint32 fascia_routines_model_get_day (FasciaRoutinesModel *self);

/**
 * FasciaRoutineInfo: what a list says about a routine, made ready for today
 * @seconds: of what would be started now; before the safety check was answered, of all of it
 * @postures: those it is done in: one, when one does for all of it
 * @tools: codes of what is needed besides what everybody has, interned, NULL-terminated; as many as
 *   there is room for
 * @n_entries, @n_held_back: as in its practice; @n_entries 0: nothing of it may be started now
 * @step: (nullable): the one whose picture stands for it; belongs to the library
 * @side: of that picture
 */
typedef struct
{
  int seconds;
  FasciaPosture postures;
  const char *tools[5];
  guint n_entries;
  guint n_held_back;
  gboolean is_gentle;
  const FasciaStep *step;
  FasciaSide side;
} FasciaRoutineInfo;

/* (nullable) Of a routine of the library. */
const FasciaRoutineInfo *fascia_routines_model_get_info (FasciaRoutinesModel *self,
                                                         const char *routine);
/* The same for @routine at @places (nullable). */
void fascia_routines_model_describe (FasciaRoutinesModel *self,
                                     FasciaRoutine *routine,
                                     const FasciaRegion *const *places,
                                     FasciaRoutineInfo *info);

/* What would be started now. @safety: (nullable): that of the session sheet, else that of the setup;
 * @places: (nullable). (transfer full) */
FasciaPractice *fascia_routines_model_make_practice (FasciaRoutinesModel *self,
                                                     FasciaRoutine *routine,
                                                     FasciaSafety *safety,
                                                     const FasciaRegion *const *places);

/* While somebody goes on with a session of @routine (nullable: nobody does any more) that began at
 * @utc_ms, what was done in it does not count against what is left of it: practices of that routine are
 * made as if it had not begun. */
void fascia_routines_model_set_going_on (FasciaRoutinesModel *self,
                                         const char *routine,
                                         gint64 utc_ms);

gboolean fascia_routines_model_is_favourite (FasciaRoutinesModel *self, const char *routine);
void fascia_routines_model_set_favourite (FasciaRoutinesModel *self,
                                          const char *routine,
                                          gboolean is_favourite);
/* "Not this": teaches the suggestions; undone by the same call with FALSE. */
void fascia_routines_model_set_declined (FasciaRoutinesModel *self,
                                         const char *routine,
                                         gboolean is_declined);
/* Writes preferences: a GArray of FasciaSettingChange (transfer full). */
void fascia_routines_model_write (FasciaRoutinesModel *self, GArray *changes);
/* Own routines are kept as preferences "routine.ID". NULL deletes it. */
void fascia_routines_model_put_own (FasciaRoutinesModel *self,
                                    const char *id,
                                    FasciaRoutine *routine);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All steps and routines: those of the program and the person's own. Immutable. */

#pragma once

#include "fascia-routine.h"

G_BEGIN_DECLS

/* Limits of a session: docs/routines.md has the sources. */
#define FASCIA_LIBRARY_MAX_PRESSURE_S 600
#define FASCIA_LIBRARY_MAX_WORK_S 1200
/* From one set, side or step to the next, when no rest is given. */
#define FASCIA_LIBRARY_CHANGE_S 8

/* Reference counted (atomic); any thread. Loads data/routines/steps.xml and routines.xml. */
typedef struct _FasciaLibrary FasciaLibrary;
#define FASCIA_TYPE_LIBRARY (fascia_library_get_type ())
GType fascia_library_get_type (void);
GQuark fascia_library_error_quark (void);
#define FASCIA_LIBRARY_ERROR (fascia_library_error_quark ())

typedef enum
{
  FASCIA_LIBRARY_ERROR_DATA = 1, /* the tables make no sense: message has line and reason */
} FasciaLibraryError;

FasciaLibrary *fascia_library_new (FasciaBody *body, GError **error);
FasciaLibrary *fascia_library_new_from_data (FasciaBody *body,
                                             const char *steps_xml,
                                             const char *routines_xml,
                                             GError **error);
FasciaLibrary *fascia_library_ref (FasciaLibrary *self);
void fascia_library_unref (FasciaLibrary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaLibrary, fascia_library_unref)
FasciaBody *fascia_library_get_body (const FasciaLibrary *self);

guint fascia_library_get_n_steps (const FasciaLibrary *self);
const FasciaStep *fascia_library_get_step (const FasciaLibrary *self, guint index);
/* (nullable) */
const FasciaStep *fascia_library_lookup_step (const FasciaLibrary *self, const char *id);
/* A step of @routine: its own, else the library's. (nullable) */
const FasciaStep *fascia_library_resolve_step (const FasciaLibrary *self,
                                               const FasciaRoutine *routine,
                                               const char *id);

/* Ready ones first, in the order of the table, then own ones by title. */
guint fascia_library_get_n_routines (const FasciaLibrary *self);
FasciaRoutine *fascia_library_get_routine (const FasciaLibrary *self, guint index);
FasciaRoutine *fascia_library_lookup_routine (const FasciaLibrary *self, const char *id);
/* A changed copy with these own routines and no others. */
FasciaLibrary *fascia_library_with_own (FasciaLibrary *self,
                                        FasciaRoutine *const *routines,
                                        guint n_routines);

/* Things: "tennis-ball" … in the order of lists. Default ones everybody has. */
const char *const *fascia_library_get_tools (const FasciaLibrary *self);
const char *fascia_library_get_tool_name (const FasciaLibrary *self, const char *code);
gboolean fascia_library_is_default_tool (const FasciaLibrary *self, const char *code);
/* Whether @step can be done with the default things and @tools: where one of several is enough, one of
 * them. */
gboolean fascia_library_has_tools (const FasciaLibrary *self,
                                   const FasciaStep *step,
                                   const char *const *tools);

/* ---- what a routine is as a whole ---- */

/* Seconds of the work, as its doses say, rests and change-overs included, for @n_sides (1 or 2) of
 * the paired steps. */
int fascia_library_get_seconds (const FasciaLibrary *self,
                                const FasciaRoutine *routine,
                                guint n_sides);
/* Seconds of pressure in it, likewise. */
int fascia_library_get_pressure_seconds (const FasciaLibrary *self,
                                         const FasciaRoutine *routine,
                                         guint n_sides);
/* Postures in which all of it can be done without another; 0: it changes between them. */
FasciaPosture fascia_library_get_postures (const FasciaLibrary *self, const FasciaRoutine *routine);
/* Postures that are needed at least, each step in its first one. */
FasciaPosture fascia_library_get_all_postures (const FasciaLibrary *self,
                                               const FasciaRoutine *routine);
/* (transfer container) Codes of tools needed, interned, NULL-terminated; free with g_free(). */
const char **fascia_library_dup_tools (const FasciaLibrary *self, const FasciaRoutine *routine);
/* (transfer container) Bases worked on, interned, NULL-terminated, in the order of the body. */
const char **fascia_library_dup_bases (const FasciaLibrary *self, const FasciaRoutine *routine);
/* Highest cap of its steps is 3 or less, and none presses with weight on a tool. */
gboolean fascia_library_is_gentle (const FasciaLibrary *self, const FasciaRoutine *routine);
/* The weakest grade of its steps that work on tissue. */
char fascia_library_get_evidence (const FasciaLibrary *self, const FasciaRoutine *routine);
/* Routines that work on @region; those that say so first: array of FasciaRoutine *, elements belong
 * to @self. */
GPtrArray *fascia_library_find_for (const FasciaLibrary *self, const FasciaRegion *region);
/* Routines in which each word typed begins a word of the title, the summary, its places, tools,
 * technique or hidden words, in the current language or in English. As above. */
GPtrArray *fascia_library_find (const FasciaLibrary *self, const char *text);

/**
 * fascia_library_check: the limits of a dose, one sentence each
 *
 * Entry ≤ 6 minutes, pressure ≤ 10 minutes, work ≤ 20 minutes without warm-up and rest, seconds, sets
 * and repetitions within the step's own range, tools open at the places, no pressure where none may be.
 * Those that must never be (a closed place, a closed tool) go to @forbidden; those that a person may
 * confirm to @over. (out) (transfer full) NULL-terminated, never NULL.
 *
 * Returns: whether both are empty
 */
gboolean fascia_library_check (const FasciaLibrary *self,
                               const FasciaRoutine *routine,
                               char ***over,
                               char ***forbidden);
/* (transfer full) What fascia_library_check() says is over a limit, one a line, each once; "" for nothing. A routine is
 * confirmed while that is word for word what the person agreed to: fascia_routine_get_confirmed(). */
char *fascia_library_dup_over (const FasciaLibrary *self, const FasciaRoutine *routine);

G_END_DECLS

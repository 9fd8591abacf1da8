/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library from within: its readers and its sums share it. */

#pragma once

#include "fascia-library.h"
#include "fascia-routine-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *code; /* interned */
  char *name;       /* English */
  gboolean is_default;
} FasciaTool;

struct _FasciaLibrary
{
  gatomicrefcount ref_count;
  FasciaBody *body;
  GPtrArray *steps;  /* FasciaStep, in the order of the table */
  GHashTable *by_id; /* of them */
  GPtrArray *bases;  /* interned, each once, in the order of the body */
  GPtrArray *ready;  /* FasciaRoutine, in the order of the table */
  GPtrArray *own;    /* FasciaRoutine, by title */
  GArray *tools;     /* FasciaTool */
  const char **tool_codes;
};

FasciaLibrary *fascia_library_new_empty (FasciaBody *body);
/* (nullable) */
const FasciaTool *fascia_library_find_tool (const FasciaLibrary *self, const char *code);
/* Appends a step to the table, which keeps it. */
void fascia_library_add_step (FasciaLibrary *self, FasciaStep *step);
/* Whether one of the regions has that base. */
gboolean fascia_library_is_base (const FasciaLibrary *self, const char *base);
/* Whether there is such a class of tools. */
gboolean fascia_library_is_tool_class (const char *code);
/* Whether what is open at @base allows the class. */
gboolean fascia_library_is_tool_open (const FasciaLibrary *self,
                                      const char *base,
                                      const char *tool_class);
/* Sets of a side: as said, else as many as there are places, within what the step allows. */
int fascia_library_get_item_sets (const FasciaStep *step, const FasciaRoutineItem *item);
/* Sides it is done on, of @n_sides. */
int fascia_library_get_item_sides (const FasciaStep *step,
                                   const FasciaRoutineItem *item,
                                   guint n_sides);
/* Seconds of one set. */
int fascia_library_get_item_set_seconds (const FasciaStep *step, const FasciaRoutineItem *item);
/* Seconds of work of one item: no change-overs, no rest after it. */
int fascia_library_get_item_seconds (const FasciaStep *step,
                                     const FasciaRoutineItem *item,
                                     guint n_sides);
/* As fascia_library_check(), for one item: sentences are added to @over and @forbidden. */
void fascia_library_check_item (const FasciaLibrary *self,
                                const FasciaRoutine *routine,
                                const FasciaRoutineItem *item,
                                GStrvBuilder *over,
                                GStrvBuilder *forbidden);

G_END_DECLS

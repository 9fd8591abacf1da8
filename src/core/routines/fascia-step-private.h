/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of steps share: a step that can still be filled in. */

#pragma once

#include "fascia-step.h"

G_BEGIN_DECLS

/* The longest that one entry may take. */
#define FASCIA_STEP_MAX_SECONDS 360

/* Texts of a step, in the order of a file. */
typedef enum
{
  FASCIA_STEP_TEXT_TITLE = 0,
  FASCIA_STEP_TEXT_SETUP,
  FASCIA_STEP_TEXT_MOVEMENT,
  FASCIA_STEP_TEXT_CUE,
  FASCIA_STEP_TEXT_AVOID,
  FASCIA_STEP_TEXT_EASIER,
  FASCIA_STEP_TEXT_HARDER,
  FASCIA_N_STEP_TEXTS,
} FasciaStepText;

struct _FasciaStep
{
  gatomicrefcount ref_count;
  const char *id; /* interned, as are the codes below */
  const char *variant_of;
  const char *like; /* (nullable) of an own step: the one whose columns it took */
  gboolean is_own;  /* its texts are the person's own words, never looked up in a catalogue */
  FasciaTraits traits;
  const char **regions, **also_loads; /* owned; those of @traits */
  FasciaDose dose;
  const char **tools; /* what is needed: the first where several do as well */
  const char *
      *or_tools; /* (nullable) "strap", "towel": each with the one of @tools that it stands for */
  const char **pairs;
  char *texts[FASCIA_N_STEP_TEXTS];
  /* Of other postures than its own, where the words differ; (nullable) by the bit of the posture. */
  char *setups[FASCIA_N_POSTURES];
  char *source;
  char *certainty;
  char evidence;
};

FasciaStep *fascia_step_new (void);
FasciaStep *fascia_step_ref (FasciaStep *self);
void fascia_step_unref (FasciaStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaStep, fascia_step_unref)
/* A copy with columns of its own and no texts. */
FasciaStep *fascia_step_new_like (const FasciaStep *like);
/* A stand-in for a step that this version does not know: its id is its title, and it does nothing. */
FasciaStep *fascia_step_new_gone (const char *id);
/* Interned words, NULL-terminated; free with g_free(). */
const char **fascia_step_intern_list (const char *list);
/* Tools of a step, where one of "towel|strap" is enough. */
void fascia_step_take_tools (FasciaStep *self, const char *list);
/* Whether @tool is @there, or another that does as well. */
gboolean fascia_step_has_tool (const FasciaStep *self, const char *tool, const char *const *there);
const char **fascia_step_copy_list (const char *const *list);
gboolean fascia_step_list_equal (const char *const *a, const char *const *b);
gboolean fascia_step_equal (const FasciaStep *a, const FasciaStep *b);
/* "title", "setup" … */
const char *fascia_step_text_to_code (FasciaStepText text);
/* Seconds of one entry at its largest: repetitions or seconds, times sets, times sides. */
int fascia_dose_get_max_seconds (const FasciaDose *dose);
/* Where the set-up for @posture is kept; exactly one posture. */
char **fascia_step_peek_setup (FasciaStep *self, FasciaPosture posture);
/* The set-up of @like, in every posture, as a person's own words. */
void fascia_step_copy_setups (FasciaStep *self, const FasciaStep *like);

G_END_DECLS

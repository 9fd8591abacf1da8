/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a step or a movement test asks of the body: the columns that safety is computed from. */

#pragma once

#include "../body/fascia-body.h"

G_BEGIN_DECLS

/* Stable codes: "release", "stretch", "strengthen", "control", "move", "breathe", "rest". */
typedef enum
{
  FASCIA_STEP_RELEASE = 1,
  FASCIA_STEP_STRETCH,
  FASCIA_STEP_STRENGTHEN,
  FASCIA_STEP_CONTROL, /* low load, may come daily */
  FASCIA_STEP_MOVE,    /* pain-free movement */
  FASCIA_STEP_BREATHE,
  FASCIA_STEP_REST,
} FasciaStepKind;
#define FASCIA_N_STEP_KINDS FASCIA_STEP_REST

const char *fascia_step_kind_to_code (FasciaStepKind kind);
gboolean fascia_step_kind_from_code (const char *code, FasciaStepKind *kind);
/* In the current language, for a chip: "Release". */
const char *fascia_step_kind_get_name (FasciaStepKind kind);

/* A set; the codes are "bed", "chair", "standing", "floor", "hands-and-knees". */
typedef enum
{
  FASCIA_POSTURE_BED = 1 << 0,
  FASCIA_POSTURE_CHAIR = 1 << 1,
  FASCIA_POSTURE_STANDING = 1 << 2,
  FASCIA_POSTURE_FLOOR = 1 << 3,
  FASCIA_POSTURE_HANDS_AND_KNEES = 1 << 4,
} FasciaPosture;
#define FASCIA_N_POSTURES 5
#define FASCIA_POSTURE_ALL ((1 << FASCIA_N_POSTURES) - 1)

const char *fascia_posture_to_code (FasciaPosture posture);
gboolean fascia_posture_from_code (const char *code, FasciaPosture *posture);
/* In the current language: "In bed", "On a chair" … */
const char *fascia_posture_get_name (FasciaPosture posture);

/* The graded columns: 0 none, 1 some, 2 much. What each grade means: docs/routines.md. */
typedef enum
{
  FASCIA_GRADE_BODY_WEIGHT_ON_TOOL = 0,
  FASCIA_GRADE_PRESSURE,
  FASCIA_GRADE_SPINE_FLEXION,
  FASCIA_GRADE_SPINE_ROTATION,
  FASCIA_GRADE_SPINE_EXTENSION,
  FASCIA_GRADE_NECK_LOAD,
  FASCIA_GRADE_END_RANGE,
  FASCIA_GRADE_BREATH_HOLD,
  FASCIA_GRADE_HEAD_DOWN,
  FASCIA_GRADE_LOADED,
  FASCIA_GRADE_BALANCE,
  FASCIA_GRADE_EFFORT,
  FASCIA_N_GRADES,
} FasciaGrade;

/* "body-weight-on-tool", "pressure" … as in the tables. */
const char *fascia_grade_to_code (FasciaGrade grade);
gboolean fascia_grade_from_code (const char *code, FasciaGrade *grade);

/* soft < medium < firm */
typedef enum
{
  FASCIA_FIRMNESS_SOFT = 1,
  FASCIA_FIRMNESS_MEDIUM,
  FASCIA_FIRMNESS_FIRM,
} FasciaFirmness;

/**
 * FasciaTraits:
 * @kind: what it is
 * @technique: "direct", "indirect", "cross-hand", "skin-rolling", "stretch", "movement", "control",
 *   "strength", "breathing"; interned
 * @tool_class: "none", "hands-light", "hands", "ball-table", "ball-chair", "ball-wall",
 *   "ball-floor-light", "ball-floor", "balls-lying", "roller-light", "roller-wall", "roller", "stick",
 *   "hook"; interned
 * @posture: exactly one: the one that the other columns were judged in
 * @also_postures: others in which the same words hold with no more risk
 * @lying: "none", "side", "back", "front"; interned
 * @acts_on_all: on all of @regions at once; FALSE: only on the places picked among them
 * @regions: bases worked on, interned, NULL-terminated
 * @also_loads: bases that carry weight meanwhile, likewise
 *
 * Read only.
 */
typedef struct
{
  FasciaStepKind kind;
  const char *technique;
  const char *tool_class;
  FasciaPosture posture;
  FasciaPosture also_postures;
  const char *lying;
  FasciaFirmness firmness;
  gboolean acts_on_all;
  const char *const *regions;
  const char *const *also_loads;
  guint8 grades[FASCIA_N_GRADES];
} FasciaTraits;

/* The name of a technique in the current language, for a chip: "Direct", "Cross-hand". */
const char *fascia_technique_get_name (const char *code);
/* NULL-terminated codes, in the order of filters. */
const char *const *fascia_technique_get_codes (void);

G_END_DECLS

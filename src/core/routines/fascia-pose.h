/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poses: a jointed figure, things and arrows, as data. data/routines/poses.xml. */

#pragma once

#include "fascia-step.h"

G_BEGIN_DECLS

/* Ends and joints of the figure, seen from the side or half turned; "near" is the side that is worked
 * on and nearer to the eye. */
typedef enum
{
  FASCIA_JOINT_HEAD = 0,
  FASCIA_JOINT_NECK,
  FASCIA_JOINT_CHEST,
  FASCIA_JOINT_PELVIS,
  FASCIA_JOINT_NEAR_SHOULDER,
  FASCIA_JOINT_NEAR_ELBOW,
  FASCIA_JOINT_NEAR_HAND,
  FASCIA_JOINT_FAR_SHOULDER,
  FASCIA_JOINT_FAR_ELBOW,
  FASCIA_JOINT_FAR_HAND,
  FASCIA_JOINT_NEAR_HIP,
  FASCIA_JOINT_NEAR_KNEE,
  FASCIA_JOINT_NEAR_ANKLE,
  FASCIA_JOINT_NEAR_TOE,
  FASCIA_JOINT_FAR_HIP,
  FASCIA_JOINT_FAR_KNEE,
  FASCIA_JOINT_FAR_ANKLE,
  FASCIA_JOINT_FAR_TOE,
  FASCIA_N_JOINTS,
} FasciaJoint;

typedef struct
{
  float x, y; /* 0 … 200, y downwards */
} FasciaPosePoint;

/* Immutable; belongs to its table. */
typedef struct _FasciaPose FasciaPose;
typedef struct _FasciaPoses FasciaPoses;

FasciaPoses *fascia_poses_new (GError **error);
FasciaPoses *fascia_poses_new_from_data (const char *xml, GError **error);
FasciaPoses *fascia_poses_ref (FasciaPoses *self);
void fascia_poses_unref (FasciaPoses *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPoses, fascia_poses_unref)
/* (nullable) @step: id of a step. */
const FasciaPose *fascia_poses_lookup (const FasciaPoses *self, const char *step);
/* In the current language: what is to be seen, one or two sentences, for who does not see it. */
const char *fascia_pose_get_description (const FasciaPose *self);
/* Whether it moves; then @phase 0 … 1 … 0 goes from its first to its second picture and back. */
gboolean fascia_pose_moves (const FasciaPose *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poses: a jointed figure, things and arrows, as data. data/routines/poses.xml says how they are
 * written. */

#pragma once

#include "fascia-step.h"

G_BEGIN_DECLS

/* Ends and joints of the figure; "near" is the side that is worked on: the person's left as drawn. */
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

#define FASCIA_POSE_CANVAS 200

typedef struct
{
  float x, y; /* 0 … 200, y downwards */
} FasciaPosePoint;

/* From where the figure is seen. */
typedef enum
{
  FASCIA_SIGHT_SIDE = 1, /* it faces left: its left is near */
  FASCIA_SIGHT_FRONT,    /* its left is on the right of the picture */
  FASCIA_SIGHT_BACK,     /* its left is on the left of the picture */
} FasciaSight;

typedef enum
{
  FASCIA_POSE_TRUNK = 1,
  FASCIA_POSE_HEAD,
  FASCIA_POSE_ARM,
  FASCIA_POSE_LEG,
  FASCIA_POSE_HAND,  /* x y turn size spread, then x y r … of its arm: a hand alone */
  FASCIA_POSE_FOOT,  /* likewise */
  FASCIA_POSE_CHAIN, /* x y r …: round along a line */
  FASCIA_POSE_AREA,  /* x y …: closed and smooth */
  FASCIA_POSE_BOX,   /* x y width height round turn */
  FASCIA_POSE_BALL,  /* x y r */
  FASCIA_POSE_LINE,  /* width, x y … */
  FASCIA_POSE_SPOT,  /* x y rx ry turn: where it works */
  FASCIA_POSE_ARROW, /* x y …: a movement */
  FASCIA_POSE_ROUND, /* x y r from to: a movement in a circle */
  FASCIA_POSE_PRESS, /* x y turn length: pressure, its tip at x y */
} FasciaPoseKind;

typedef enum
{
  FASCIA_TONE_BODY = 1, /* skin */
  FASCIA_TONE_FAR,
  FASCIA_TONE_CLOTH,
  FASCIA_TONE_FAR_CLOTH,
  FASCIA_TONE_LINE,
  FASCIA_TONE_FURNITURE,
  FASCIA_TONE_SOFT,    /* sheets, mats, what lies below */
  FASCIA_TONE_CUSHION, /* pillows, cushions, towels */
  FASCIA_TONE_TOOL,
  FASCIA_TONE_FLOOR,
  FASCIA_TONE_ACCENT,
} FasciaPoseTone;

typedef enum
{
  FASCIA_HAND_RELAXED = 1,
  FASCIA_HAND_FLAT,
  FASCIA_HAND_SPREAD,
  FASCIA_HAND_FIST,
  FASCIA_HAND_HOOK,  /* fingers bent */
  FASCIA_HAND_TWO,   /* two fingers out */
  FASCIA_HAND_EDGE,  /* flat, seen from its edge */
  FASCIA_HAND_PINCH, /* thumb against fingers */
} FasciaHandShape;

typedef enum
{
  FASCIA_LIMB_TO = 1, /* x y of its end: the joint between is found */
  FASCIA_LIMB_TURN,   /* two directions */
  FASCIA_LIMB_AT,     /* both joints: foreshortened */
} FasciaLimbMode;

#define FASCIA_POSE_MAX_VALUES 90

/* One thing of a picture; what its values are, the kind says. */
typedef struct
{
  const char *name; /* interned */
  FasciaPoseKind kind;
  FasciaPoseTone tone;
  FasciaHandShape shape;
  FasciaLimbMode mode;
  int z;
  gboolean is_far;
  gboolean is_other;       /* bends to the other side */
  gboolean is_other_thumb; /* has its thumb, or its sole, on the other side */
  gboolean has_end;        /* the direction of hand or foot is given */
  gboolean is_both;        /* an arrow with two heads */
  gboolean is_sharp;       /* a line or an area with corners */
  gboolean has_halo;       /* keeps a gap to what lies behind it */
  guint n;
  float values[FASCIA_POSE_MAX_VALUES];
} FasciaPoseItem;

/* Where the values of a limb are: those of its mode from 0, then these. */
enum
{
  FASCIA_LIMB_END = 4, /* direction of hand or foot */
  FASCIA_LIMB_LONG,    /* length of hand or foot: 1 */
  FASCIA_LIMB_ROOT_X,  /* shoulder or hip, moved by */
  FASCIA_LIMB_ROOT_Y,
  FASCIA_LIMB_N,
};

/* All of a pose at one moment, things from back to front. */
typedef struct
{
  FasciaSight sight;
  float size;        /* height of the figure is 180 times it */
  float turn;        /* 0: seen from its side, 1: full breadth */
  gboolean is_close; /* a part of the body fills the picture */
  gboolean has_figure;
  FasciaPosePoint joints[FASCIA_N_JOINTS];
  float lean, curve, length; /* of the trunk: see fascia_pose_frame_spine() */
  float head;                /* direction of the crown */
  float hands[2], feet[2];   /* directions, near and far */
  guint n_items;
  FasciaPoseItem *items;
} FasciaPoseFrame;

/* Immutable; belongs to its table. */
typedef struct _FasciaPose FasciaPose;
typedef struct _FasciaPoses FasciaPoses;

FasciaPoses *fascia_poses_new (GError **error);
FasciaPoses *fascia_poses_new_from_data (const char *xml, GError **error);
FasciaPoses *fascia_poses_ref (FasciaPoses *self);
void fascia_poses_unref (FasciaPoses *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPoses, fascia_poses_unref)
guint fascia_poses_get_n (const FasciaPoses *self);
const FasciaPose *fascia_poses_get (const FasciaPoses *self, guint index);
/* (nullable) @step: id of a step. */
const FasciaPose *fascia_poses_lookup (const FasciaPoses *self, const char *step);

/* (nullable) Likewise; the one that is drawn for @posture where there is one. @posture: 0 or exactly one. */
const FasciaPose *fascia_poses_lookup_for (const FasciaPoses *self,
                                           const char *step,
                                           FasciaPosture posture);

const char *fascia_pose_get_step (const FasciaPose *self);
/* In the current language: what is to be seen, one or two sentences, for who does not see it. */
const char *fascia_pose_get_description (const FasciaPose *self);
/* The one posture in which the picture shows it; 0 where it looks the same in others. */
FasciaPosture fascia_pose_get_posture (const FasciaPose *self);
/* (transfer full) The description with the side that is worked on, and, when it is to be done in another
 * @posture than the picture shows, with a word on that. @posture: 0 or exactly one. */
char *fascia_pose_dup_words (const FasciaPose *self, FasciaSide side, FasciaPosture posture);
/* Whether it moves; then @phase 0 … 1 … 0 goes from its first to its second picture and back. */
gboolean fascia_pose_moves (const FasciaPose *self);
/* Whether the picture for @side is the mirror image of the one that is drawn. */
gboolean fascia_pose_is_mirrored (const FasciaPose *self, FasciaSide side);
/* (transfer full) Any thread. */
FasciaPoseFrame *fascia_pose_dup_frame (const FasciaPose *self, double phase);
void fascia_pose_frame_free (FasciaPoseFrame *frame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPoseFrame, fascia_pose_frame_free)
/* The spine at @t: 0 between the hips, 1 between the shoulders, and its direction. Directions are in
 * degrees clockwise from straight up. */
FasciaPosePoint fascia_pose_frame_spine (const FasciaPoseFrame *frame, double t, double *direction);

/* Lengths of a figure of size 1, in units of the canvas. */
#define FASCIA_BONE_TRUNK 52.0
#define FASCIA_BONE_UPPER_ARM 33.5
#define FASCIA_BONE_FOREARM 26.5
#define FASCIA_BONE_THIGH 44.0
#define FASCIA_BONE_SHIN 43.0
#define FASCIA_BONE_FOOT 17.0      /* ankle to toes */
#define FASCIA_BONE_NECK 20.5      /* shoulders to the middle of the head */
#define FASCIA_BONE_SHOULDERS 17.5 /* half their breadth */
#define FASCIA_BONE_HIPS 8.8

G_END_DECLS

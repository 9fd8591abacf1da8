/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who the practice journal is about: where it hurts, how much, in which words. */

#pragma once

#include "../journal/fascia-entry.h"

G_BEGIN_DECLS

/* Places that get better and worse together. */
typedef enum
{
  FASCIA_DEMO_UPPER = 0, /* neck and shoulders */
  FASCIA_DEMO_LOW,       /* low back, hip and leg */
  FASCIA_DEMO_LIMB,      /* arm and foot, each with a story of its own */
  FASCIA_DEMO_N_CLUSTERS,
} FasciaDemoCluster;

/**
 * FasciaDemoPlace:
 * @base: usual level
 * @flare: how much of a flare of its cluster reaches it, 0..1
 * @evening: by how much it is worse in the evening than in the morning; negative: stiff mornings
 * @from: @until: the part of the whole time, 0..1, in which @extra is added to @base
 * @feelings: codes, NULL-terminated
 */
typedef struct
{
  const char *region;
  FasciaDemoCluster cluster;
  double base;
  double flare;
  double evening;
  double from, until, extra;
  const char *feelings[5];
} FasciaDemoPlace;

typedef enum
{
  FASCIA_DEMO_NOTE_MORNING = 0,
  FASCIA_DEMO_NOTE_EVENING,
  FASCIA_DEMO_NOTE_FLARE_UPPER,
  FASCIA_DEMO_NOTE_FLARE_LOW,
  FASCIA_DEMO_NOTE_FLARE_LIMB,
  FASCIA_DEMO_NOTE_GOOD,
  FASCIA_DEMO_NOTE_BACK_HOME,
  FASCIA_DEMO_N_NOTES,
} FasciaDemoNote;

const FasciaDemoPlace *fascia_demo_get_places (guint *n_places);

/* (transfer none) One of the notes of a kind, in the current language; @number is any number. */
const char *fascia_demo_get_note (FasciaDemoNote kind, guint number);

/* (nullable) (transfer none) Where a flare of @cluster goes, and how that is drawn: without a name,
 * on figure 1. */
const FasciaSpread *fascia_demo_get_spread (FasciaDemoCluster cluster);
const FasciaDrawing *fascia_demo_get_drawing (FasciaDemoCluster cluster);

G_END_DECLS

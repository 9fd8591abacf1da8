/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the model of routines share.
 */

#pragma once

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* Everything that is read from the tables of the program: once, on another thread. */
typedef struct
{
  FasciaLibrary *library;
  FasciaConditions *conditions;
  FasciaProgrammes *programmes;
  FasciaPoses *poses;
  FasciaReferralTable *referral;
} FasciaRoutinesTables;

struct _FasciaRoutinesModel
{
  GObject parent_instance;

  FasciaJournal *journal; /* weak: the journal holds the model */
  FasciaBody *body;
  GCancellable *cancellable; /* until disposed */
  FasciaRoutinesTables tables;
  FasciaLibrary *library; /* that of the tables with the own routines */
  FasciaSafety *safety;
  FasciaPlan *plan;
  FasciaPast *past;
  FasciaSettings *settings;
  FasciaEntry *open; /* (nullable) */
  GArray *recent;
  GPtrArray *suggestions;
  char *problem;
  gint32 day;
  gboolean has_begun;
  gboolean is_ready;
};

G_END_DECLS

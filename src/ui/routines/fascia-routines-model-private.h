/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the model of routines share.
 */

#pragma once

#include "fascia-body-setup.h"
#include "core/routines/fascia-routine-file.h"
#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* Own routines are settings of this prefix: the rest is the id. */
#define FASCIA_SETTING_ROUTINE_PREFIX "routine."

/* Everything that comes with the program: read once, on another thread. */
typedef struct
{
  FasciaLibrary *library;
  FasciaConditions *conditions;
  FasciaProgrammes *programmes;
  FasciaPoses *poses;
  FasciaReferralTable *referral;
} FasciaRoutinesTables;

void fascia_routines_tables_clear (FasciaRoutinesTables *tables);

/* All that suggestions rest on, each as an immutable value. */
typedef struct
{
  FasciaSettings *settings; /* only those that matter here */
  GArray *answers;          /* FasciaConditionAnswer */
  gint32 answered_day;
  FasciaPast *past;
  FasciaEntry *open; /* (nullable) */
  GArray *recent;    /* FasciaRecentMark */
  gint32 day;
} FasciaRoutinesInput;

void fascia_routines_input_clear (FasciaRoutinesInput *input);

/* What is made of it, on another thread. */
typedef struct
{
  FasciaLibrary *library; /* that of the tables with the own routines */
  FasciaSettings *settings;
  FasciaSafety *safety;
  FasciaPlan *plan;
  FasciaPast *past;
  FasciaEntry *open;
  GPtrArray *suggestions;
  FasciaRoutine *from_map; /* (nullable) */
  GHashTable *infos;       /* id → FasciaRoutineInfo */
  gint32 day;
} FasciaRoutinesOutcome;

void fascia_routines_outcome_clear (FasciaRoutinesOutcome *outcome);
void fascia_routines_outcome_free (gpointer outcome);

typedef enum
{
  FASCIA_ROUTINES_READ_BODY = 0,
  FASCIA_ROUTINES_READ_ANSWERS,
  FASCIA_ROUTINES_READ_PAST,
} FasciaRoutinesReading;
#define FASCIA_ROUTINES_N_READINGS (FASCIA_ROUTINES_READ_PAST + 1)

struct _FasciaRoutinesModel
{
  GObject parent_instance;

  FasciaJournal *journal; /* weak: the journal holds the model */
  FasciaBodySetup *setup; /* weak, likewise */
  FasciaBody *body;
  FasciaRoutinesTables tables;
  FasciaRoutinesInput input;     /* the newest that was read */
  FasciaRoutinesOutcome outcome; /* what is shown */
  char *problem;

  GCancellable *loading;                             /* of the tables, while they are read */
  GCancellable *reading[FASCIA_ROUTINES_N_READINGS]; /* NULL when nothing of the kind is read */
  GCancellable *ranking;
  guint rank_id;   /* of the ranking that is to begin */
  guint read_id;   /* of the reading that is to begin */
  guint to_read;   /* a bit for each FasciaRoutinesReading */
  guint have_read; /* likewise: what was read once */
  char *going_on;  /* (nullable) see fascia_routines_model_set_going_on() */
  gint64 going_on_ms;
  gboolean is_to_rank; /* something has changed since the last ranking */
  gboolean has_begun;
  gboolean is_ready;
};

/* What the person can do now, as settings say it: postures (0: any) and tools besides the default
 * ones. */
FasciaPosture fascia_routines_get_postures (const FasciaSettings *settings);

/* ---- fascia-routines-model-rank.c ---- */

/* As FasciaRoutineInfo tells. Pure, any thread. */
void fascia_routines_describe (const FasciaRoutinesOutcome *outcome,
                               const FasciaRoutinesTables *tables,
                               FasciaRoutine *routine,
                               const FasciaRegion *const *places,
                               FasciaRoutineInfo *info);
/* Pure, any thread. */
FasciaRoutinesOutcome *fascia_routines_rank (const FasciaRoutinesTables *tables,
                                             const FasciaRoutinesInput *input);
/* A copy with the keys alone that this model is about: a draft that is being written changes
 * nothing here. */
FasciaSettings *fascia_routines_filter_settings (FasciaSettings *settings);

G_END_DECLS

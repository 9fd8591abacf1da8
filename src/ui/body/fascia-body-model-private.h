/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the Body model share: a check-in that is written to, and the model itself.
 */

#pragma once

#include "fascia-body-model.h"

G_BEGIN_DECLS

/* Earlier marks of so many days are what a check-in is compared with. */
#define FASCIA_BODY_RECENT_DAYS 14

typedef struct _FasciaBodyWrite FasciaBodyWrite;

/**
 * FasciaBodyCheckIn:
 * @is_now: the open check-in, whichever that is; else one of an earlier moment
 * @at: the moment of one that is not now
 * @uid: the name it has, or had before it was emptied, with @has_uid; for what is not now
 * @is_read: the journal has said what is in it, or that it is not there
 * @stored: (nullable): what the journal said last
 * @shown: (nullable): that, and on top of it what is still being written
 * @recent: (nullable): earlier marks it is compared with
 * @writes: (element-type FasciaBodyWrite): asked for and not answered yet, oldest first
 * @draft: (nullable): a note that waits for the check-in to be there
 *
 * Where writes go. Each write holds its own, so that none lands in another check-in because the
 * person has meanwhile gone elsewhere. Of one thread.
 */
typedef struct
{
  guint refs;
  gboolean is_now;
  FasciaMoment at;
  gboolean has_uid;
  FasciaUid uid;
  gboolean is_read;
  FasciaEntry *stored;
  FasciaEntry *shown;
  GArray *recent;
  GQueue writes;
  FasciaNoteDraft *draft;
} FasciaBodyCheckIn;

FasciaBodyCheckIn *fascia_body_check_in_new (const FasciaMoment *at, FasciaEntry *entry);
FasciaBodyCheckIn *fascia_body_check_in_ref (FasciaBodyCheckIn *self);
void fascia_body_check_in_unref (FasciaBodyCheckIn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBodyCheckIn, fascia_body_check_in_unref)

/* What the journal says now: NULL for a check-in that is not there. */
void fascia_body_check_in_take_stored (FasciaBodyCheckIn *self,
                                       FasciaJournal *journal,
                                       FasciaEntry *entry);
gboolean fascia_body_check_in_is_writing (const FasciaBodyCheckIn *self);

struct _FasciaBodyModel
{
  GObject parent_instance;

  FasciaJournal *journal;
  FasciaBody *body;
  GCancellable *cancellable;

  FasciaBodyTarget target;
  FasciaBodyCheckIn *now;      /* kept while another one is shown */
  FasciaBodyCheckIn *check_in; /* what is shown; now under HEAT, where it is not */
  FasciaBodyState *state;

  gint32 heat_first;
  gint32 heat_last;
  FasciaHeatMeasure heat_measure;
  FasciaSeries *series; /* of the heat map, NULL until it is there */
  FasciaHeat *heat;

  const FasciaRegion *selected;
  FasciaScale scale;
  FasciaBodyTool tool;
  const FasciaRegion *spread_from; /* with the tool SPREAD, else NULL */
  FasciaPen pen;

  guint load_serial;  /* of the newest reading */
  gboolean is_stale;  /* read again once nothing is being written */
  gboolean is_loaded; /* the journal has answered at least once */
  gboolean is_slow;   /* what is shown takes its time to be read */
  GError *error;      /* why the last try to read failed, or NULL */
};

typedef enum
{
  FASCIA_BODY_MODEL_CHANGED = 1,
  FASCIA_BODY_MODEL_LOADED,
  FASCIA_BODY_MODEL_WRITTEN,
  FASCIA_BODY_MODEL_SIDE_ASKED,
  FASCIA_BODY_MODEL_FAILED,
  FASCIA_BODY_MODEL_N_SIGNALS,
} FasciaBodyModelSignal;

void fascia_body_model_emit_loaded (FasciaBodyModel *self);
void fascia_body_model_emit_written (FasciaBodyModel *self, FasciaOperation *operation);
void fascia_body_model_emit_side_asked (FasciaBodyModel *self, const FasciaRegion *region);
void fascia_body_model_emit_failed (FasciaBodyModel *self, const GError *error);

/* A note written while its check-in was still being made goes into it. */
void fascia_body_model_bind_draft (FasciaBodyModel *self, FasciaBodyCheckIn *check_in);

/* The state from what is shown now, and "changed". @touched: (nullable). */
void fascia_body_model_rebuild (FasciaBodyModel *self, const FasciaRegion *touched);
/* The heat map from the series that was read. */
void fascia_body_model_rebuild_heat (FasciaBodyModel *self);

/**
 * fascia_body_model_write:
 * @log: what the person wishes, as one operation; copied. Its moment and check-in are filled in here
 * @touched: (nullable): the place it is about
 *
 * The one way to the journal. Shows the change at once; does nothing when marks cannot be made.
 */
void fascia_body_model_write (FasciaBodyModel *self,
                              const FasciaLog *log,
                              const FasciaRegion *touched);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the Body page share: the check-in, the chosen place and scale, and the ways to
 * change them.
 */

#pragma once

#include "core/journal/fascia-journal.h"
#include "fascia-body-state.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_MODEL (fascia_body_model_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyModel, fascia_body_model, FASCIA, BODY_MODEL, GObject)

/**
 * FasciaBodyModel:
 *
 * Shows a change at once and lets the journal have the last word: after every committed change the
 * check-in is read again. Main thread.
 *
 * Properties (notify): "selected" (a #FasciaRegion), "scale" (a #FasciaScale).
 * Signals:
 * "changed" (FasciaRegion *touched): the state is another one; @touched is the place that the
 *   person has just changed, or NULL.
 * "written" (FasciaOperation *newest, GArray *ids): a change of the person is committed; @ids are
 *   guint64, oldest first: what an Undo must undo.
 * "failed" (GError *error): a change was not written; the state is what the journal says.
 */
FasciaBodyModel *fascia_body_model_new (FasciaJournal *journal, FasciaBody *body);

FasciaJournal *fascia_body_model_get_journal (FasciaBodyModel *self);
FasciaBody *fascia_body_model_get_body (FasciaBodyModel *self);

/* (transfer none) Never NULL; empty until the journal has answered. */
FasciaBodyState *fascia_body_model_get_state (FasciaBodyModel *self);
/* Whether the journal has answered at least once. */
gboolean fascia_body_model_is_loaded (FasciaBodyModel *self);

/* The place of the state. Shorthand. */
const FasciaBodyPlace *fascia_body_model_get_place (FasciaBodyModel *self,
                                                    const FasciaRegion *region);

/* (nullable) The chosen place. */
const FasciaRegion *fascia_body_model_get_selected (FasciaBodyModel *self);
void fascia_body_model_set_selected (FasciaBodyModel *self, const FasciaRegion *region);

FasciaScale fascia_body_model_get_scale (FasciaBodyModel *self);
void fascia_body_model_set_scale (FasciaBodyModel *self, FasciaScale scale);

/* Marks the place on the active scale, level not given. Nothing when it is marked already. */
void fascia_body_model_mark (FasciaBodyModel *self, const FasciaRegion *region);

/* @level: 0..10, or FASCIA_LEVEL_NOT_GIVEN, which never takes a level away. */
void fascia_body_model_set_level (FasciaBodyModel *self,
                                  const FasciaRegion *region,
                                  FasciaScale scale,
                                  int level);

/* One more or one less on the active scale, within 0..10. Without a level it starts from the one of
 * last time, else from 5. */
void fascia_body_model_step (FasciaBodyModel *self, const FasciaRegion *region, int delta);

/* Takes the place out of the check-in, on all scales. */
void fascia_body_model_remove (FasciaBodyModel *self, const FasciaRegion *region);

/* Replaces the words for how it feels; marks the place when it is not. @feelings: (nullable). */
void fascia_body_model_set_feelings (FasciaBodyModel *self,
                                     const FasciaRegion *region,
                                     const char *const *feelings);

/* The note of the check-in; nothing when there is none. */
void fascia_body_model_set_note (FasciaBodyModel *self, const char *note);

/* Answers 0 for every place marked lately and not answered yet, in one operation. */
void fascia_body_model_ease_rest (FasciaBodyModel *self);

/* Reads the journal again: time has passed. */
void fascia_body_model_reload (FasciaBodyModel *self);

G_END_DECLS

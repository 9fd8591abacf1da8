/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the Body page share: the check-in, the chosen place and scale, and the ways to
 * change them.
 */

#pragma once

#include "core/journal/fascia-journal.h"
#include "fascia-body-state.h"
#include "fascia-note-draft.h"

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
 * "loaded": what is shown is what the journal has just said.
 * "failed" (GError *error): a change was not written, or the journal could not be read again; the
 *   state is what the journal said last. A journal that goes on failing to be read says so once.
 */
FasciaBodyModel *fascia_body_model_new (FasciaJournal *journal, FasciaBody *body);

FasciaJournal *fascia_body_model_get_journal (FasciaBodyModel *self);
FasciaBody *fascia_body_model_get_body (FasciaBodyModel *self);

/* (transfer none) Never NULL; empty until the journal has answered. */
FasciaBodyState *fascia_body_model_get_state (FasciaBodyModel *self);
/* Whether the journal has answered at least once. */
gboolean fascia_body_model_is_loaded (FasciaBodyModel *self);
/* (transfer none) (nullable) Why the last try to read the journal failed. */
const GError *fascia_body_model_get_error (FasciaBodyModel *self);

/* (transfer none) (nullable) The check-in shown, once the journal has it. */
const FasciaUid *fascia_body_model_get_uid (FasciaBodyModel *self);

/**
 * fascia_body_model_dup_draft:
 * @from: see fascia_note_draft_get()
 *
 * Returns: (transfer full): the note of the check-in shown, whatever is open later; without one, of
 *   the first that comes
 */
FasciaNoteDraft *fascia_body_model_dup_draft (FasciaBodyModel *self, GtkWidget *from);

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

/* Answers 0 for every place marked lately and not answered yet, in one operation. */
void fascia_body_model_ease_rest (FasciaBodyModel *self);

/* Reads the journal again: time has passed. */
void fascia_body_model_reload (FasciaBodyModel *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the Body page share: the check-in, the chosen place and scale, and the ways to
 * change them.
 */

#pragma once

#include "core/body/fascia-extent.h"
#include "core/insights/fascia-heat.h"
#include "core/journal/fascia-journal.h"
#include "fascia-body-state.h"
#include "fascia-note-draft.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_MODEL (fascia_body_model_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyModel, fascia_body_model, FASCIA, BODY_MODEL, GObject)

/* What the figure is about. */
typedef enum
{
  FASCIA_BODY_TARGET_NOW = 1, /* the open check-in, or the one that the next mark begins */
  FASCIA_BODY_TARGET_PAST,    /* a check-in of an earlier moment, being written or edited */
  FASCIA_BODY_TARGET_LOOK,    /* an earlier check-in, to look at only */
  FASCIA_BODY_TARGET_HEAT,    /* a period, to look at only */
} FasciaBodyTarget;

/* What a press on the figure does. Only NONE marks places. */
typedef enum
{
  FASCIA_BODY_TOOL_NONE = 1,
  FASCIA_BODY_TOOL_SPOT,
  FASCIA_BODY_TOOL_STROKE,
  FASCIA_BODY_TOOL_ERASE,
  FASCIA_BODY_TOOL_SPREAD, /* the next place pressed is where the selected one spreads to */
} FasciaBodyTool;

/* The pen of Draw mode. */
typedef struct
{
  int level;    /* 1 … 10, or FASCIA_LEVEL_NOT_GIVEN; a pen with pressure overrides it */
  double width; /* figure units: FASCIA_PEN_THIN, _MEDIUM or _WIDE */
} FasciaPen;

#define FASCIA_PEN_THIN 6.0
#define FASCIA_PEN_MEDIUM 12.0
#define FASCIA_PEN_WIDE 24.0

/**
 * FasciaBodyModel:
 *
 * Shows a change at once and lets the journal have the last word: after every committed change the
 * check-in is read again. Main thread.
 *
 * Properties (notify): "selected" (a #FasciaRegion), "scale" (a #FasciaScale), "target" (a
 * #FasciaBodyTarget), "tool" (a #FasciaBodyTool), "body" (a #FasciaBody: the figure has another
 * form; regions are the same pointers).
 * Signals:
 * "changed" (FasciaRegion *touched): the state is another one; @touched is the place that the
 *   person has just changed, or NULL.
 * "written" (FasciaOperation *newest, GArray *ids): a change of the person is committed; @ids are
 *   guint64, oldest first: what an Undo must undo.
 * "loaded": what is shown is what the journal has just said.
 * "side-asked" (FasciaRegion *region): a new mark is the exact mirror of a place kept for a week or
 *   more; asked once for each place.
 * "failed" (GError *error): a change was not written, or the journal could not be read again; the
 *   state is what the journal said last. A journal that goes on failing to be read says so once.
 */
FasciaBodyModel *fascia_body_model_new (FasciaJournal *journal, FasciaBody *body);

/* Another form of the same body. */
void fascia_body_model_set_body (FasciaBodyModel *self, FasciaBody *body);

/* ---- which check-in, or which period ---- */

FasciaBodyTarget fascia_body_model_get_target (FasciaBodyModel *self);
/* Whether marks can be made: NOW or PAST, in a journal that can be written. Everything that writes
 * does nothing otherwise. */
gboolean fascia_body_model_is_editable (FasciaBodyModel *self);
void fascia_body_model_show_now (FasciaBodyModel *self);
/* PAST: the first mark begins a check-in of that moment, the next ones join it. */
void fascia_body_model_show_moment (FasciaBodyModel *self, const FasciaMoment *at);
/* LOOK at a check-in that the journal has. */
void fascia_body_model_show_entry (FasciaBodyModel *self, FasciaEntry *entry);
/* From LOOK to PAST, the same check-in. */
void fascia_body_model_edit (FasciaBodyModel *self);
/* HEAT: loads the series and emits "changed" when it is there. Both days included. */
void fascia_body_model_show_heat (FasciaBodyModel *self,
                                  gint32 first_day,
                                  gint32 last_day,
                                  FasciaHeatMeasure measure);
/* (nullable) (transfer none) NULL unless HEAT, and until it is loaded. */
FasciaHeat *fascia_body_model_get_heat (FasciaBodyModel *self);
FasciaHeatMeasure fascia_body_model_get_heat_measure (FasciaBodyModel *self);
/* (nullable) The moment of PAST and LOOK. */
const FasciaMoment *fascia_body_model_get_moment (FasciaBodyModel *self);
/* (transfer full) "Now, 14:20", "Now", or the moment of PAST and LOOK in words. */
char *fascia_body_model_dup_when (FasciaBodyModel *self);

/* ---- tools ---- */

FasciaBodyTool fascia_body_model_get_tool (FasciaBodyModel *self);
/* Back to NONE by itself when the target is another one. SPREAD is about the selected place, and
 * without one it is refused: the tool stays as it is. */
void fascia_body_model_set_tool (FasciaBodyModel *self, FasciaBodyTool tool);
/* (nullable) What the next place pressed is a target of: the place that was selected when the tool
 * became SPREAD, whatever is selected since. NULL with every other tool. */
const FasciaRegion *fascia_body_model_get_spread_from (FasciaBodyModel *self);
const FasciaPen *fascia_body_model_get_pen (FasciaBodyModel *self);
void fascia_body_model_set_pen (FasciaBodyModel *self, const FasciaPen *pen);

FasciaJournal *fascia_body_model_get_journal (FasciaBodyModel *self);
FasciaBody *fascia_body_model_get_body (FasciaBodyModel *self);

/* (transfer none) Never NULL; empty until the journal has answered. */
FasciaBodyState *fascia_body_model_get_state (FasciaBodyModel *self);
/* Whether the journal has answered at least once. */
gboolean fascia_body_model_is_loaded (FasciaBodyModel *self);
/* Whether what is shown has been read: this check-in, this period. What there is until then is empty, and
 * must not be told as if nothing were marked. */
gboolean fascia_body_model_is_read (FasciaBodyModel *self);
/* Said by the page when somebody has waited for it so long that a word is due. */
void fascia_body_model_set_is_slow (FasciaBodyModel *self, gboolean is_slow);
/* (transfer full) "5 places · worst 7"; until it is read nothing, and then that it is being read. */
char *fascia_body_model_dup_summary (FasciaBodyModel *self);
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

/* Marks many places on the active scale, level not given, in one operation; marked ones stay. */
void fascia_body_model_mark_all (FasciaBodyModel *self,
                                 const FasciaRegion *const *regions,
                                 guint n_regions);

/* Gives every place marked lately and not answered yet the level it had, in one operation. */
void fascia_body_model_copy_last (FasciaBodyModel *self);

/* "Nothing today": the flag, and 0 for what was marked lately. Nothing when a place of this check-in
 * is above 0. */
void fascia_body_model_set_nothing_today (FasciaBodyModel *self);

/* Copies all that is marked at the place to its other side, in one operation. A level that is there
 * already stays; nothing for a side that the figure does not show. */
void fascia_body_model_mirror (FasciaBodyModel *self, const FasciaRegion *region);
/* fascia_body_model_move() to the other side; nothing for a place that has none. */
void fascia_body_model_move_to_other_side (FasciaBodyModel *self, const FasciaRegion *region);
/* The mark meant another place: takes @from out and marks @to with what was said of it, in one
 * operation. What @to has already stays; arrows keep their other end; what was drawn stays where it
 * was drawn. When @from was the selected place, @to is then. */
void fascia_body_model_move (FasciaBodyModel *self,
                             const FasciaRegion *from,
                             const FasciaRegion *to);
/* Takes all out that the check-in says of a region code, also one that this version does not know. */
void fascia_body_model_forget (FasciaBodyModel *self, const char *code);
/* (nullable) (transfer none) The words for how a place feels: those on the active scale, else those
 * on the other one. */
const char *const *fascia_body_model_get_feelings (FasciaBodyModel *self,
                                                   const FasciaRegion *region);

/* In canonical coordinates; marks what it covers: see fascia_extent_plan(). One operation. The uid
 * of @drawing is ignored. */
void fascia_body_model_add_drawing (FasciaBodyModel *self, const FasciaDrawing *drawing);
void fascia_body_model_erase_drawings (FasciaBodyModel *self, const FasciaUid *uids, guint n_uids);
/* Drawings, with the marks that came with them, and arrows, in one operation. What is still being
 * written has no name yet and stays. Whether there was anything to erase. */
gboolean fascia_body_model_erase (FasciaBodyModel *self,
                                  const FasciaUid *uids,
                                  guint n_uids,
                                  const FasciaSpread *spreads,
                                  guint n_spreads);

/* Marks both places when they are not. @from: (nullable): the source of the tool; without one, and
 * for a place to itself, nothing. The tool is not changed. */
void fascia_body_model_add_spread (FasciaBodyModel *self,
                                   const FasciaRegion *from,
                                   const FasciaRegion *to);
void fascia_body_model_remove_spread (FasciaBodyModel *self, const FasciaSpread *spread);

/* Reads the journal again: time has passed. */
void fascia_body_model_reload (FasciaBodyModel *self);

G_END_DECLS

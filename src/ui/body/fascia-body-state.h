/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Body page shows, as a value: check-in and recent marks in, places and words out. Pure.
 */

#pragma once

#include "core/body/fascia-body.h"
#include "core/journal/fascia-operation.h"
#include "fascia-text.h"

G_BEGIN_DECLS

#define FASCIA_N_SCALES 2

/**
 * FasciaBodyAnswer:
 * @is_given: the current check-in has a mark on this scale
 * @level: 0..10, or %FASCIA_LEVEL_NOT_GIVEN; meaningless without @is_given
 * @has_last: there is an earlier mark of the last 14 days on this scale
 * @last_level: its level, or %FASCIA_LEVEL_NOT_GIVEN
 * @last_day: its local day
 * @is_same_day: the check-in is of that day, too, and that is not today
 */
typedef struct
{
  gboolean is_given;
  int level;
  gboolean has_last;
  int last_level;
  gint32 last_day;
  gboolean is_same_day;
} FasciaBodyAnswer;

/* One place: its answers, by scale minus one. */
typedef struct
{
  const FasciaRegion *region;
  FasciaBodyAnswer answers[FASCIA_N_SCALES];
} FasciaBodyPlace;

/* How the figure shows a place on one scale. */
typedef enum
{
  FASCIA_BODY_LOOK_PLAIN = 1, /* nothing known */
  FASCIA_BODY_LOOK_OLD,       /* an earlier mark, not answered in this check-in */
  FASCIA_BODY_LOOK_OTHER,     /* marked on the other scale only */
  FASCIA_BODY_LOOK_UNRATED,   /* marked on this scale, level not given */
  FASCIA_BODY_LOOK_RATED,     /* marked with a level, 0 included */
} FasciaBodyLook;

/**
 * FasciaBodyState:
 *
 * Immutable, reference counted, of one thread.
 */
typedef struct _FasciaBodyState FasciaBodyState;

/**
 * fascia_body_state_new:
 * @body: the regions; kept
 * @entry: (nullable): the open check-in; kept
 * @recent: (nullable) (element-type FasciaRecentMark): earlier marks
 * @today: the local day of now, for words such as "yesterday"
 */
FasciaBodyState *fascia_body_state_new (FasciaBody *body,
                                        FasciaEntry *entry,
                                        const GArray *recent,
                                        gint32 today);
FasciaBodyState *fascia_body_state_ref (FasciaBodyState *self);
void fascia_body_state_unref (FasciaBodyState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBodyState, fascia_body_state_unref)

/* (transfer none) Never NULL for a region of the body. */
const FasciaBodyPlace *fascia_body_state_get_place (const FasciaBodyState *self,
                                                    const FasciaRegion *region);
/* (transfer none) (nullable) */
FasciaEntry *fascia_body_state_get_entry (const FasciaBodyState *self);
gint32 fascia_body_state_get_today (const FasciaBodyState *self);

/* Whether the check-in has a mark of the place, on any scale. */
gboolean fascia_body_place_is_marked (const FasciaBodyPlace *place);

/**
 * fascia_body_place_get_look:
 * @level: (out) (optional): the number that belongs to the look, or %FASCIA_LEVEL_NOT_GIVEN
 *
 * A place marked on the other scale only still asks for an earlier mark on this one.
 */
FasciaBodyLook fascia_body_place_get_look (const FasciaBodyPlace *place,
                                           FasciaScale scale,
                                           int *level);

/* Whether two places look and read the same. */
gboolean fascia_body_place_equal (const FasciaBodyPlace *a, const FasciaBodyPlace *b);

/* Different places with an earlier mark above 0 that this check-in has not answered. */
guint fascia_body_state_count_unanswered (const FasciaBodyState *self);
/* (transfer full) What a button is called that answers all of them with 0; with a mnemonic. */
char *fascia_body_state_dup_ease_label (const FasciaBodyState *self);
/* How many places are marked whose middle is on that figure. */
guint fascia_body_state_count_on_view (const FasciaBodyState *self, FasciaView view);

/* Whether the check-in says nothing at all of the body. */
gboolean fascia_body_state_is_blank (const FasciaBodyState *self);

/* (transfer none) The regions. */
FasciaBody *fascia_body_state_get_body (const FasciaBodyState *self);

/* ---- words; all (transfer full) ---- */

/* "tight 6", "tight, level not given", "not marked": the value of a place on one scale. */
char *fascia_body_place_dup_value (const FasciaBodyPlace *place, FasciaScale scale);

/* "tight 6, was 4 on Tuesday": all that is known of a place, @scale first. */
char *fascia_body_place_dup_description (const FasciaBodyPlace *place,
                                         FasciaScale scale,
                                         gint32 today);

/* "Left shoulder top, tight 6, was 4 on Tuesday": spoken after a change. */
char *fascia_body_place_dup_announcement (const FasciaBodyPlace *place,
                                          FasciaScale scale,
                                          gint32 today);

/* "3 places · worst 6", "2 places eased", or "Nothing marked yet". */
char *fascia_body_state_dup_summary (const FasciaBodyState *self);

/**
 * fascia_body_state_dup_spoken_summary:
 * @moment: when, for a check-in that is not there yet
 * @is_now: whether this is the check-in of now
 *
 * Returns: (transfer full): the whole map in sentences, one on each line: when, how many places, each
 *   place side first and the worst first, what is still to answer, where it spreads, what is drawn
 */
char *fascia_body_state_dup_spoken_summary (const FasciaBodyState *self,
                                            const FasciaMoment *moment,
                                            gboolean is_now,
                                            FasciaHours hours);

/**
 * fascia_body_state_dup_change:
 * @before: (nullable): the check-in before a change
 * @after: (nullable): and after it
 *
 * Returns: (transfer full): what the change did: "Left shoulder top: tight 7", "Left shoulder top:
 *   mark removed", "20 places eased: 0", "Saved"
 */
char *fascia_body_state_dup_change (FasciaBody *body, FasciaEntry *before, FasciaEntry *after);

/* Whether several places were changed at once, which no single place can tell. */
gboolean fascia_body_state_is_many (FasciaEntry *before, FasciaEntry *after);

/* What the page shows. */
typedef enum
{
  FASCIA_BODY_SHOWN_BODY = 1,
  FASCIA_BODY_SHOWN_ERROR,
} FasciaBodyShown;

/* Only a journal that could never be read hides the body: one that was read once still shows what it
 * said. While it is being read for the first time the body is there, and empty. */
FasciaBodyShown fascia_body_state_choose_shown (gboolean is_loaded, gboolean has_failed);

G_END_DECLS

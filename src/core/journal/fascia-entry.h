/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries of the journal as immutable values, and the marks a check-in is made of. */

#pragma once

#include "../body/fascia-region.h"
#include "fascia-moment.h"

G_BEGIN_DECLS

/* A 128-bit UUIDv7: the name of a row that two machines would agree on. */
typedef struct
{
  guint8 bytes[16];
} FasciaUid;

/* @random: 10 random bytes, handed in so that tests can repeat. */
void fascia_uid_init (FasciaUid *uid, gint64 utc_ms, const guint8 random[10]);
gboolean fascia_uid_equal (const FasciaUid *a, const FasciaUid *b);
/* (transfer full) 36 characters, lower case. */
char *fascia_uid_to_string (const FasciaUid *uid);
gboolean fascia_uid_parse (const char *text, FasciaUid *uid);

typedef enum
{
  FASCIA_ENTRY_CHECK_IN = 1,
  FASCIA_ENTRY_MEASUREMENT,
  FASCIA_ENTRY_SESSION,
  FASCIA_ENTRY_VISIT,
  FASCIA_ENTRY_EXERCISE,
  FASCIA_ENTRY_TREATMENT,
  FASCIA_ENTRY_EVENT,
  FASCIA_ENTRY_NOTE,
} FasciaEntryKind;

typedef enum
{
  FASCIA_SCALE_TIGHTNESS = 1,
  FASCIA_SCALE_PAIN,
} FasciaScale;

/* Stable text codes, as stored and exported: "tightness", "pain"; "check-in", "note" … */
const char *fascia_scale_to_code (FasciaScale scale);
gboolean fascia_scale_from_code (const char *code, FasciaScale *scale);
const char *fascia_entry_kind_to_code (FasciaEntryKind kind);
gboolean fascia_entry_kind_from_code (const char *code, FasciaEntryKind *kind);

/* Marked without a level: counts for extent, never for averages. 0 is a level ("none now"). */
#define FASCIA_LEVEL_NOT_GIVEN (-1)
#define FASCIA_LEVEL_MAX 10

/**
 * FasciaMark:
 * @region: region code, interned; may be one this version does not know
 * @scale: which quantity
 * @level: 0..10, or %FASCIA_LEVEL_NOT_GIVEN
 * @feelings: (nullable): codes from the list of words for feelings, sorted, NULL-terminated
 * @is_drawn: it came with a drawing and follows it; FALSE for what a person gives by hand
 *
 * Read only. At most one mark per (check-in, region, scale).
 */
typedef struct
{
  const char *region;
  FasciaScale scale;
  int level;
  const char *const *feelings;
  gboolean is_drawn;
} FasciaMark;

/* Names one mark of a check-in. */
typedef struct
{
  const char *region;
  FasciaScale scale;
} FasciaMarkKey;

/* What is drawn on the figure by hand. Stable text codes: "spot", "stroke". */
typedef enum
{
  FASCIA_DRAWING_SPOT = 1, /* a sore spot: one point, a circle */
  FASCIA_DRAWING_STROKE,
} FasciaDrawingKind;

const char *fascia_drawing_kind_to_code (FasciaDrawingKind kind);
gboolean fascia_drawing_kind_from_code (const char *code, FasciaDrawingKind *kind);

/* More points than a hand makes; what is longer is refused, not cut. */
#define FASCIA_DRAWING_MAX_POINTS 20000

/* In units of the canonical figure: see fascia_body_to_canonical(). */
typedef struct
{
  float x;
  float y;
  float level; /* 0 … 10, where the pen pressed so hard; FASCIA_LEVEL_NOT_GIVEN for none */
} FasciaDrawingPoint;

/**
 * FasciaDrawing:
 * @uid: its name; zeros in what is still to be written
 * @figure: the version of the canonical figure it was drawn on, #FASCIA_FIGURE_VERSION
 * @width: of the stroke, or across the spot, in figure units; above 0
 * @points: exactly one for a spot, at least two for a stroke
 *
 * Read only. Kept as drawn, also where it leaves the body; in an entry its points are rounded to
 * sixteenths of a unit and tenths of a level, as they are stored.
 */
typedef struct
{
  FasciaUid uid;
  FasciaDrawingKind kind;
  FasciaScale scale;
  FasciaView view;
  guint figure;
  float width;
  const FasciaDrawingPoint *points;
  guint n_points;
} FasciaDrawing;

/**
 * FasciaUnknownDrawing:
 * @view: code of its view, interned
 * @figure: the version of the figure it was drawn on
 *
 * What was drawn on a view or a figure that this version does not know: it is kept and can be told
 * of, but not shown. Read only.
 */
typedef struct
{
  FasciaUid uid;
  FasciaDrawingKind kind;
  FasciaScale scale;
  const char *view;
  gint64 figure;
  double width;
} FasciaUnknownDrawing;

/* Where a feeling goes: from a place to another. Both are region codes, interned; never equal. At
 * most one of a pair in a check-in. */
typedef struct
{
  const char *from;
  const char *to;
} FasciaSpread;

/* ---- what the other kinds say ---- */

/* A number from 0 to 10 that was not given; also minutes, sets and repetitions. */
#define FASCIA_NOT_GIVEN (-1)
/* A local day that was not given. */
#define FASCIA_DAY_NOT_GIVEN G_MININT32

/**
 * FasciaMeasurement:
 * @item: code of a question, a movement test or an own scale: see #FasciaItems; interned; may be one
 *   this version does not know
 * @side: FASCIA_SIDE_MIDLINE when the item has no sides
 * @value: in @unit; choices are kept as their number
 * @unit: (nullable): as it was when it was written; interned
 *
 * Any kind of entry may have them. At most one for each (item, side) in an entry.
 */
typedef struct
{
  const char *item;
  FasciaSide side;
  double value;
  const char *unit;
} FasciaMeasurement;

/* A visit to a therapist. Lists are sorted codes, NULL-terminated, never NULL in an entry: areas are
 * regions, techniques and tools codes of the library. Texts are NULL when not given. */
typedef struct
{
  int minutes;  /* 0 … 1440; 0: not given */
  int pressure; /* felt, 0 … 10 or FASCIA_NOT_GIVEN */
  int rating;   /* how good it was, likewise */
  int before;   /* how tight, likewise */
  int after;
  const char *therapist;
  const char *said;
  const char *const *areas;
  const char *const *techniques;
  const char *const *tools;
} FasciaVisit;

/* Stable text codes: "light", "moderate", "heavy". */
typedef enum
{
  FASCIA_EFFORT_NOT_GIVEN = 0,
  FASCIA_EFFORT_LIGHT,
  FASCIA_EFFORT_MODERATE,
  FASCIA_EFFORT_HEAVY,
} FasciaEffort;

const char *fascia_effort_to_code (FasciaEffort effort);
gboolean fascia_effort_from_code (const char *code, FasciaEffort *effort);

/* Exercise or stretching outside a routine. @what: (nullable) in the user's words. */
typedef struct
{
  const char *what;
  int minutes; /* 0 … 1440 or FASCIA_NOT_GIVEN */
  FasciaEffort effort;
  int sets;        /* above 0 or FASCIA_NOT_GIVEN */
  int repetitions; /* likewise */
} FasciaExercise;

typedef enum
{
  FASCIA_ANSWER_NOT_GIVEN = 0,
  FASCIA_ANSWER_YES,
  FASCIA_ANSWER_NO,
} FasciaAnswerYesNo;

/* A treatment or a medicine: plain text and yes or no. */
typedef struct
{
  const char *what;   /* (nullable) */
  const char *amount; /* (nullable) plain text */
  FasciaAnswerYesNo taken;
  int helped; /* 0 … 10 or FASCIA_NOT_GIVEN */
} FasciaTreatment;

/* Something that happened. @type: (nullable) "injury", "illness", "stress", "new-thing", "travel" …
 * interned, may be unknown. */
typedef struct
{
  const char *type;
  const char *what; /* (nullable) in the user's words */
  gint32 until_day; /* FASCIA_DAY_NOT_GIVEN: that day alone */
} FasciaEvent;

/* One step of a session. Codes are interned; (nullable) but for @step. */
typedef struct
{
  const char *step;
  const char *region;
  int planned_s; /* seconds; FASCIA_NOT_GIVEN */
  int done_s;
  const char *outcome; /* "done", "skipped", "stopped", "held-back" */
  const char *reason;
  gboolean eased_off;
  int discomfort; /* 0 … 10 or FASCIA_NOT_GIVEN */
} FasciaSessionStep;

/* A guided release, finished or not. */
typedef struct
{
  const char *routine; /* (nullable) code */
  gint64 started_ms;
  gint64 ended_ms; /* 0: not ended */
  gint64 paused_ms;
  const char *outcome; /* (nullable) "finished", "stopped", "interrupted" */
  const char *posture; /* (nullable) code */
  gboolean gentle;
  int ease_offs;
  FasciaUid before; /* zeros: none */
  FasciaUid after;
  const FasciaSessionStep *steps; /* in order */
  guint n_steps;
} FasciaSession;

/**
 * FasciaEntry:
 *
 * One entry of the journal. Immutable and reference counted (atomic): may be handed to any thread.
 * A changed copy is a new value.
 */
typedef struct _FasciaEntry FasciaEntry;
#define FASCIA_TYPE_ENTRY (fascia_entry_get_type ())
GType fascia_entry_get_type (void);

FasciaEntry *fascia_entry_new (const FasciaUid *uid,
                               FasciaEntryKind kind,
                               const FasciaMoment *moment);
FasciaEntry *fascia_entry_ref (FasciaEntry *entry);
void fascia_entry_unref (FasciaEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaEntry, fascia_entry_unref)

const FasciaUid *fascia_entry_get_uid (const FasciaEntry *entry);
FasciaEntryKind fascia_entry_get_kind (const FasciaEntry *entry);
const FasciaMoment *fascia_entry_get_moment (const FasciaEntry *entry);
/* UTC milliseconds of the last change; a check-in is open for 30 minutes after it. */
gint64 fascia_entry_get_changed_ms (const FasciaEntry *entry);
/* (nullable) The user's own text. */
const char *fascia_entry_get_note (const FasciaEntry *entry);
/* The check-in says explicitly that nothing is tight or painful today. */
gboolean fascia_entry_is_nothing_today (const FasciaEntry *entry);
/* Ended with "New check-in": nothing joins it any more. */
gboolean fascia_entry_is_closed (const FasciaEntry *entry);

/* Marks, ordered by region code, then scale. */
const FasciaMark *fascia_entry_get_marks (const FasciaEntry *entry, guint *n_marks);
/* (nullable) */
const FasciaMark *fascia_entry_find_mark (const FasciaEntry *entry,
                                          const char *region,
                                          FasciaScale scale);
/* What was drawn, in the order it was drawn: in the journal that of the names, which grow. */
const FasciaDrawing *fascia_entry_get_drawings (const FasciaEntry *entry, guint *n_drawings);
/* Likewise; they are in the journal alone: none is written, taken out or changed by way of a value. */
const FasciaUnknownDrawing *fascia_entry_get_unknown_drawings (const FasciaEntry *entry,
                                                               guint *n_unknown);
/* Ordered by from, then to. */
const FasciaSpread *fascia_entry_get_spreads (const FasciaEntry *entry, guint *n_spreads);
/* Different regions marked with a level above 0 or without a level, on any scale. */
guint fascia_entry_count_places (const FasciaEntry *entry);
/* The value of the check-in: the worst answered place on @scale; NOT_GIVEN when none was. */
int fascia_entry_get_worst (const FasciaEntry *entry, FasciaScale scale);

/* UTC milliseconds, never before its moment; G_MININT64 when not given. */
#define FASCIA_END_NOT_GIVEN G_MININT64
gint64 fascia_entry_get_end_ms (const FasciaEntry *entry);
/* Codes of tags, sorted; NULL-terminated, never NULL. */
const char *const *fascia_entry_get_tags (const FasciaEntry *entry);
/* Sorted by item, then side. */
const FasciaMeasurement *fascia_entry_get_measurements (const FasciaEntry *entry,
                                                        guint *n_measurements);
/* (nullable) */
const FasciaMeasurement *fascia_entry_find_measurement (const FasciaEntry *entry,
                                                        const char *item,
                                                        FasciaSide side);
/* (nullable) NULL for an entry of another kind; one of that kind always has it. */
const FasciaVisit *fascia_entry_get_visit (const FasciaEntry *entry);
const FasciaExercise *fascia_entry_get_exercise (const FasciaEntry *entry);
const FasciaTreatment *fascia_entry_get_treatment (const FasciaEntry *entry);
const FasciaEvent *fascia_entry_get_event (const FasciaEntry *entry);
const FasciaSession *fascia_entry_get_session (const FasciaEntry *entry);
/* (transfer full) (nullable) All the user's own words in it, note first, one text a line: what is
 * searched. */
char *fascia_entry_dup_words (const FasciaEntry *entry);

/* The end goes with it, as far as it was from the beginning; so do the times of a session. */
FasciaEntry *fascia_entry_with_moment (const FasciaEntry *entry, const FasciaMoment *moment);
FasciaEntry *fascia_entry_with_uid (const FasciaEntry *entry, const FasciaUid *uid);
FasciaEntry *fascia_entry_with_end_ms (const FasciaEntry *entry, gint64 end_ms);
/* @tags: (nullable): codes in any order. */
FasciaEntry *fascia_entry_with_tags (const FasciaEntry *entry, const char *const *tags);
/* Replaces the one of the same item and side. */
FasciaEntry *fascia_entry_with_measurement (const FasciaEntry *entry,
                                            const FasciaMeasurement *measurement);
FasciaEntry *fascia_entry_without_measurement (const FasciaEntry *entry,
                                               const char *item,
                                               FasciaSide side);
/* Only for an entry of that kind. Everything is copied; blank texts become NULL. */
FasciaEntry *fascia_entry_with_visit (const FasciaEntry *entry, const FasciaVisit *visit);
FasciaEntry *fascia_entry_with_exercise (const FasciaEntry *entry, const FasciaExercise *exercise);
FasciaEntry *fascia_entry_with_treatment (const FasciaEntry *entry,
                                          const FasciaTreatment *treatment);
FasciaEntry *fascia_entry_with_event (const FasciaEntry *entry, const FasciaEvent *event);
FasciaEntry *fascia_entry_with_session (const FasciaEntry *entry, const FasciaSession *session);

FasciaEntry *fascia_entry_with_note (const FasciaEntry *entry, const char *note);
FasciaEntry *fascia_entry_with_changed_ms (const FasciaEntry *entry, gint64 changed_ms);
FasciaEntry *fascia_entry_with_nothing_today (const FasciaEntry *entry, gboolean nothing);
FasciaEntry *fascia_entry_with_closed (const FasciaEntry *entry, gboolean closed);
/* @mark replaces the one of the same region and scale. The strings are copied or interned. */
FasciaEntry *fascia_entry_with_mark (const FasciaEntry *entry, const FasciaMark *mark);
FasciaEntry *fascia_entry_without_mark (const FasciaEntry *entry,
                                        const char *region,
                                        FasciaScale scale);

/* @drawing is copied and comes last; one of the same uid is replaced, unless that is zeros. */
FasciaEntry *fascia_entry_with_drawing (const FasciaEntry *entry, const FasciaDrawing *drawing);
FasciaEntry *fascia_entry_without_drawing (const FasciaEntry *entry, const FasciaUid *uid);
FasciaEntry *fascia_entry_with_spread (const FasciaEntry *entry, const FasciaSpread *spread);
FasciaEntry *fascia_entry_without_spread (const FasciaEntry *entry, const FasciaSpread *spread);

/**
 * fascia_entry_rebase: an edit carried over to what the entry has become meanwhile
 * @begun: the entry as it was when the edit began
 * @mine: as the edit leaves it; of the same kind, as all three
 * @theirs: as somebody else has left it meanwhile
 *
 * What the edit changed is as in @mine, all else as in @theirs. Words that both changed are kept, one
 * under the other. Drawings and spreads are those of @theirs: no editor of entries changes them.
 * Pure.
 *
 * Returns: (transfer full)
 */
FasciaEntry *fascia_entry_rebase (const FasciaEntry *begun,
                                  const FasciaEntry *mine,
                                  const FasciaEntry *theirs);

/* Deep comparison of everything the journal stores. */
gboolean fascia_entry_equal (const FasciaEntry *a, const FasciaEntry *b);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was done to the journal: the request, the flags that pages listen to, the way back. */

#pragma once

#include "fascia-entry.h"
#include "fascia-items.h"

G_BEGIN_DECLS

/* A check-in is open, and what is marked now joins it, while its last change is younger than this. */
#define FASCIA_CHECK_IN_OPEN_MS (30 * 60 * 1000)

typedef enum
{
  FASCIA_CHANGE_NONE = 0,
  FASCIA_CHANGE_MARKS = 1 << 0,   /* levels: charts, map, lists */
  FASCIA_CHANGE_ENTRIES = 1 << 1, /* entries came, went or moved */
  FASCIA_CHANGE_TEXT = 1 << 2,    /* notes, tags, measurements, what a visit … says */
  FASCIA_CHANGE_SETTINGS = 1 << 3,
  FASCIA_CHANGE_UNDO = 1 << 4,      /* what can be undone changed */
  FASCIA_CHANGE_DRAWINGS = 1 << 5,  /* spots, strokes, arrows */
  FASCIA_CHANGE_TAGS = 1 << 6,      /* the list of tags, or of own scales */
  FASCIA_CHANGE_ALL = (1 << 7) - 1, /* another journal altogether: restored, erased */
} FasciaChangeFlags;

#define FASCIA_TYPE_CHANGE_FLAGS (fascia_change_flags_get_type ())
GType fascia_change_flags_get_type (void);

typedef enum
{
  FASCIA_OPERATION_LOG = 1,
  FASCIA_OPERATION_UNMARK,
  FASCIA_OPERATION_DELETE_ENTRY,
  FASCIA_OPERATION_SET_NOTE,
  FASCIA_OPERATION_CLOSE_CHECK_IN,
  FASCIA_OPERATION_UNDO,
  FASCIA_OPERATION_PUT,         /* an entry written whole: new, or in place of what it was */
  FASCIA_OPERATION_IMPORT,      /* many entries, tags and scales at once */
  FASCIA_OPERATION_TAGS,        /* a tag made, renamed, hidden or merged */
  FASCIA_OPERATION_ITEMS,       /* an own scale, likewise */
  FASCIA_OPERATION_SAFETY,      /* answers of the safety check */
  FASCIA_OPERATION_SETTLE,      /* what nobody asked for, so nobody takes it back */
  FASCIA_OPERATION_PUT_FURTHER, /* an entry that is not over, written on: one with its beginning */
} FasciaOperationKind;

/**
 * FasciaLog: marks to be written in one operation.
 * @at: (nullable): the moment, at most a day ahead; NULL means now
 * @entry: (nullable): the check-in to write into; NULL: the open one when it may be joined (last
 *   change under 30 minutes old, same local day, not closed), else a new one. With @at set and
 *   @entry NULL a new check-in is made at that moment, closed from its beginning: it neither becomes
 *   the open check-in nor ends it, and later logs name it by @entry.
 * @new_check_in: never join
 * @nothing_today: the explicit flag; @n_marks may then be 0, and no mark or drawing may be above 0
 *   or without a level. It never joins a check-in that has one. One made later takes it away.
 * @marks: the marks; a level of FASCIA_LEVEL_NOT_GIVEN never overwrites a level already given,
 *   feelings of NULL leave those already given (an empty list takes them away). One that is_drawn
 *   says nothing where a mark given by hand is (and was not taken out first): it is left out whole.
 *   One given by hand makes a drawn one the person's own
 * @drawings: to be added; their uids are made when they are written
 * @spreads: to be added; one that is there already stays
 * @gone_marks: marks to be taken out; one that is not there is no error
 * @gone_drawings: by uid, likewise
 * @gone_spreads: likewise. What is gone is taken out before what is new comes in. A log that takes
 *   out needs @entry, and an entry that says nothing any more goes with it
 * @note: (nullable): blanks alone are none; goes under a note that is there already. Without marks and without
 *   @nothing_today it is an entry of its own (#FASCIA_ENTRY_NOTE), unless @entry is set
 *
 * The last change of an entry, and so whether it is open, moves only with what is written now into
 * the open check-in; one that was made at another moment counts as changed at that moment.
 */
typedef struct
{
  const FasciaMoment *at;
  const FasciaUid *entry;
  gboolean new_check_in;
  gboolean nothing_today;
  const FasciaMark *marks;
  guint n_marks;
  const FasciaDrawing *drawings;
  guint n_drawings;
  const FasciaSpread *spreads;
  guint n_spreads;
  const FasciaMarkKey *gone_marks;
  guint n_gone_marks;
  const FasciaUid *gone_drawings;
  guint n_gone_drawings;
  const FasciaSpread *gone_spreads;
  guint n_gone_spreads;
  const char *note;
} FasciaLog;

/**
 * fascia_log_apply: what @log makes of @entry, before the journal has answered. Pure.
 * @entry: the check-in it goes into
 *
 * Says the same as the journal will, times and the uids of new drawings apart: those are zeros. An
 * entry from which everything was taken out comes back saying nothing; the journal deletes it. What
 * the journal would refuse has no meaning here.
 *
 * Returns: (transfer full)
 */
FasciaEntry *fascia_log_apply (const FasciaLog *log, const FasciaEntry *entry);

/**
 * FasciaOperation:
 *
 * One committed change. Immutable, reference counted (atomic).
 */
typedef struct _FasciaOperation FasciaOperation;
#define FASCIA_TYPE_OPERATION (fascia_operation_get_type ())
GType fascia_operation_get_type (void);
FasciaOperation *fascia_operation_ref (FasciaOperation *operation);
void fascia_operation_unref (FasciaOperation *operation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaOperation, fascia_operation_unref)

/* Never 0; grows. */
guint64 fascia_operation_get_id (const FasciaOperation *operation);
FasciaOperationKind fascia_operation_get_kind (const FasciaOperation *operation);
FasciaChangeFlags fascia_operation_get_changes (const FasciaOperation *operation);
/* (nullable) The entry before and after; NULL when it did not exist or is gone. */
FasciaEntry *fascia_operation_get_before (const FasciaOperation *operation);
FasciaEntry *fascia_operation_get_after (const FasciaOperation *operation);
/* FALSE for an undo, and for what changed nothing that a person can see. */
gboolean fascia_operation_can_undo (const FasciaOperation *operation);

/* How many entries it changed; 1 for most. */
guint fascia_operation_get_n_entries (const FasciaOperation *operation);
/* (transfer full) What undoing it is called, whole and translated: "Undo delete of Tuesday’s
 * check-in", "Undo import of 214 entries". @today: the local day, for naming the other. */
char *fascia_operation_dup_undo_label (const FasciaOperation *operation, gint32 today);
/* (transfer full) What was undone by it, or will be when it is undone: "Delete of Tuesday’s check-in
 * undone". */
char *fascia_operation_dup_undone_label (const FasciaOperation *operation, gint32 today);
/* The same by somebody who knows which measurements are answers of a quick day, and who calls it so.
 * @items: (nullable) */
char *fascia_operation_dup_undo_label_with (const FasciaOperation *operation,
                                            const FasciaItems *items,
                                            gint32 today);
char *fascia_operation_dup_undone_label_with (const FasciaOperation *operation,
                                              const FasciaItems *items,
                                              gint32 today);

/* The newest earlier mark of a region, for outlines and for "change since last time". */
typedef struct
{
  const char *region; /* interned */
  FasciaScale scale;
  int level;
  gint64 utc_ms;
  gint32 day;
  /* The first day, within what was asked for, from which on it was marked above 0 or without a level
   * each time; G_MAXINT32 when it is none now. */
  gint32 since_day;
} FasciaRecentMark;

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the editor of an entry begins with, what it takes for changed, and which times. Pure.
 */

#pragma once

#include "core/journal/fascia-clock.h"
#include "core/journal/fascia-entry.h"

G_BEGIN_DECLS

/* A visit takes an hour unless somebody says otherwise. */
#define FASCIA_EDITOR_VISIT_MIN 60

/**
 * fascia_editor_begin:
 * @template: (nullable): of the same kind: everything it says comes along, but its times
 * @now: the moment of the entry
 *
 * Returns: (transfer full): a new entry, whose name is zeros
 */
FasciaEntry *fascia_editor_begin (FasciaEntryKind kind,
                                  const FasciaEntry *template,
                                  const FasciaMoment *now);

/**
 * fascia_editor_end_at:
 * @entry: a new entry
 * @now: when it is written
 *
 * Returns: (transfer full): @entry, which a visit or exercise that says its minutes is over with by
 *   @now; any other is at @now
 */
FasciaEntry *fascia_editor_end_at (const FasciaEntry *entry, const FasciaMoment *now);

/* Whether @entry says anything that @from did not, times included. */
gboolean fascia_editor_is_changed (const FasciaEntry *entry, const FasciaEntry *from);

/* Whether there is anything to save: a visit or an exercise is one by itself, a note or a measurement
 * has to say something. */
gboolean fascia_editor_can_save (const FasciaEntry *entry);

/**
 * fascia_editor_read_time:
 * @was: the moment the entry has: its zone is where the person was then
 * @is_new: the zone is that of now
 * @out: (out): the moment asked for
 *
 * Returns: (transfer full) (nullable): NULL and @out filled, or why that time cannot be chosen, in a
 *   sentence
 */
char *fascia_editor_read_time (const FasciaMoment *was,
                               gboolean is_new,
                               FasciaClock *clock,
                               int year,
                               int month,
                               int dom,
                               int hour,
                               int minute,
                               FasciaMoment *out);

/* (transfer full) (nullable) Why the times of @entry cannot be saved, in a sentence. */
char *fascia_editor_find_time_problem (const FasciaEntry *entry, FasciaClock *clock);

/* What the dialog is called: “New Therapist Visit”, “Edit Note”. */
const char *fascia_editor_get_title (FasciaEntryKind kind, gboolean is_new);
/* What the toast says: “Therapist visit saved”. */
const char *fascia_editor_get_saved_title (FasciaEntryKind kind, gboolean is_new);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences that several pages say in the same words: places, levels, days, times. Pure.
 */

#pragma once

#include "core/body/fascia-body.h"
#include "core/journal/fascia-entry.h"
#include "core/journal/fascia-feelings.h"

G_BEGIN_DECLS

/* How the hour is written. */
typedef enum
{
  FASCIA_HOURS_24 = 1,
  FASCIA_HOURS_12,
} FasciaHours;

/**
 * fascia_text_get_hours:
 *
 * What this person's desktop asks for: org.gnome.desktop.interface clock-format when it was chosen
 * or when GNOME runs, else what the locale does. Reads settings (a few microseconds after the first
 * time): ask once for a page, not once for a row. Main thread.
 */
FasciaHours fascia_text_get_hours (void);

/* (transfer none) (nullable) The words for how a place feels, read once for the whole program; NULL
 * when the list in the program is broken. Main thread. */
FasciaFeelings *fascia_text_get_feelings (void);

/* All functions below are pure but for the current language, and may run on any thread. All
 * strings they return are (transfer full) unless const. */

/**
 * fascia_text_time:
 * @moment: a moment; its own offset counts, not the zone of now
 *
 * Returns: "14:20" or "2:20 PM"
 */
char *fascia_text_time (const FasciaMoment *moment, FasciaHours hours);

/**
 * fascia_text_day:
 * @day: a local day, days since 1970-01-01
 * @today: the local day of now
 *
 * Returns: "Today", "Yesterday", "Tuesday 3 March 2026"; "Tomorrow" for an entry ahead of now
 */
char *fascia_text_day (gint32 day, gint32 today);

/* "Today, 14:20"; "Tuesday 3 March 2026, 14:20". */
char *fascia_text_when (const FasciaMoment *moment, gint32 today, FasciaHours hours);

/* How long something took: "Less than a minute", "8 minutes". */
char *fascia_text_minutes_taken (gint64 ms);

/* "1 place", "3 places". */
char *fascia_text_places (guint n_places);

/**
 * fascia_text_places_worst:
 * @n_places: places marked with a level above 0 or without one
 * @worst: 0..10, or %FASCIA_LEVEL_NOT_GIVEN
 *
 * Returns: "3 places · worst 6"; "3 places" when no level was given
 */
char *fascia_text_places_worst (guint n_places, int worst);

/* The same for the ear: "3 places, worst 6". */
char *fascia_text_places_worst_spoken (guint n_places, int worst);

/**
 * fascia_text_entry_title:
 *
 * Returns: what an entry is in one line: "3 places · worst 6", "Nothing tight or painful today",
 *   "2 places eased" when every answer is 0, "Note" when there are words only, "Therapist visit" …
 */
char *fascia_text_entry_title (const FasciaEntry *entry);
char *fascia_text_entry_title_spoken (const FasciaEntry *entry);

/* The worst level of an entry on any scale; %FASCIA_LEVEL_NOT_GIVEN when none was given. */
int fascia_text_entry_get_worst (const FasciaEntry *entry);

/* (transfer none) "Tight", "Pain": the name of a scale, for a toggle or a heading. */
const char *fascia_text_scale (FasciaScale scale);

/* (transfer none) "Check-in", "Session", "Therapist visit" … */
const char *fascia_text_entry_kind (FasciaEntryKind kind);

/**
 * fascia_text_level:
 *
 * Returns: "tight 6", "pain 4"; for 0 "tightness eased: 0", "pain eased: 0"; without a level
 *   "tight, level not given", "painful, level not given"
 */
char *fascia_text_level (FasciaScale scale, int level);

/**
 * fascia_text_region:
 * @body: (nullable): the body
 * @code: a region code, perhaps of a newer version
 *
 * Returns: (transfer none): "Left shoulder top", or @code itself when this version does not know it
 */
const char *fascia_text_region (const FasciaBody *body, const char *code);

/**
 * FasciaPlace:
 * @code: interned region code
 * @region: (nullable): the region, NULL when this version does not know it
 * @tightness: (nullable): its mark on that scale; belongs to the entry
 * @pain: (nullable): the same
 *
 * One place of a check-in with all its answers.
 */
typedef struct
{
  const char *code;
  const FasciaRegion *region;
  const FasciaMark *tightness;
  const FasciaMark *pain;
} FasciaPlace;

/**
 * fascia_text_list_places:
 *
 * The marks of @entry gathered by place: the worst level first, then those without a level, then
 * those that eased; among equals in the order of the body. Nothing is left out. Valid as long as
 * @entry and @body are.
 *
 * Returns: (transfer full) (element-type FasciaPlace): the places
 */
GArray *fascia_text_list_places (const FasciaEntry *entry, const FasciaBody *body);

/* The worst level of a place on any scale, or %FASCIA_LEVEL_NOT_GIVEN. */
int fascia_place_get_worst (const FasciaPlace *place);

/* "tight 6, pain 4": all answers of a place. */
char *fascia_text_place_levels (const FasciaPlace *place);

/* "Left shoulder top tight 6, pain 4"; spoken, with a comma after the name. */
char *fascia_text_place (const FasciaPlace *place, const FasciaBody *body);
char *fascia_text_place_spoken (const FasciaPlace *place, const FasciaBody *body);

/* (nullable) "2 spots, 1 stroke": what is drawn, or NULL. */
char *fascia_text_drawings (const FasciaEntry *entry);

/* "Left lower back spreads to Left calf". */
char *fascia_text_spread (const FasciaSpread *spread, const FasciaBody *body);

/* (nullable) "spreads to Left calf, Left heel": where one place spreads to, or NULL. */
char *fascia_text_spread_to (const FasciaEntry *entry, const char *from, const FasciaBody *body);

G_END_DECLS

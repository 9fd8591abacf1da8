/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A practice journal: the check-ins of a person who does not exist. */

#pragma once

#include "../journal/fascia-entry.h"

G_BEGIN_DECLS

/* Ten years; each day stands for FASCIA_DEMO_MARKS_PER_DAY marks on average: 73,000 in all. */
#define FASCIA_DEMO_DAYS 3650
#define FASCIA_DEMO_DAYS_MAX 36500
#define FASCIA_DEMO_MARKS_PER_DAY 20

/**
 * FasciaDemoOptions:
 * @seed: another seed is another life
 * @last_day: the last local day; it gets one check-in, in the morning before eight
 * @n_days: 1..FASCIA_DEMO_DAYS_MAX, the last one included
 * @zone: where the person lives
 */
typedef struct
{
  guint64 seed;
  gint32 last_day;
  guint n_days;
  GTimeZone *zone;
} FasciaDemoOptions;

/**
 * fascia_demo_generate:
 *
 * Somebody who works at a desk, right-handed: the right shoulder and neck, the left side of the low
 * back and what belongs to it. Better and worse seasons, flares of days to weeks, holidays without
 * an entry, mornings and evenings, pain that follows tightness, some feelings, some notes (in the
 * current language), arrows and something drawn when a flare begins. The sides never change. Besides
 * the check-ins what else such a diary holds: tags, the questions of the day on most evenings, a
 * visit and a few movement tests each month, exercise, what was taken against pain, what happened,
 * and guided sessions some days a week, with the check-ins before and after them.
 * The same options in the same language give the same entries, byte for byte. Pure; any thread.
 *
 * Returns: (transfer full) (element-type FasciaEntry): oldest first; check-ins with exactly
 *   @n_days × FASCIA_DEMO_MARKS_PER_DAY marks, one of them last; no other has marks
 */
GPtrArray *fascia_demo_generate (const FasciaDemoOptions *options);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entries the journal shows, as a person chooses it: a plain value. Pure.
 */

#pragma once

#include "core/journal/fascia-query.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_PERIOD_ANY = 0,
  FASCIA_PERIOD_7_DAYS,
  FASCIA_PERIOD_30_DAYS,
  FASCIA_PERIOD_90_DAYS,
  FASCIA_PERIOD_YEAR, /* this calendar year */
  FASCIA_PERIOD_CUSTOM,
  FASCIA_N_PERIODS,
} FasciaPeriod;

/**
 * FasciaJournalFilter:
 * @kinds: bits 1 << FasciaEntryKind; 0: all
 * @region: (nullable): a region code, interned
 * @with_mirror: the place on the other side, too
 * @tag: (nullable): code of a tag, interned
 * @first_day, @last_day: both included; for %FASCIA_PERIOD_CUSTOM alone
 *
 * A plain value: all zeros asks for everything.
 */
typedef struct
{
  guint kinds;
  const char *region;
  gboolean with_mirror;
  const char *tag;
  FasciaPeriod period;
  gint32 first_day;
  gint32 last_day;
} FasciaJournalFilter;

gboolean fascia_journal_filter_is_empty (const FasciaJournalFilter *self);
gboolean fascia_journal_filter_equal (const FasciaJournalFilter *a, const FasciaJournalFilter *b);

/* The local days it asks for; G_MININT32 and G_MAXINT32 where it is open. */
void fascia_journal_filter_get_days (const FasciaJournalFilter *self,
                                     gint32 today,
                                     gint32 *first_day,
                                     gint32 *last_day);

/* (transfer full) (nullable) What the journal is asked; NULL for everything. @text: (nullable). */
FasciaQuery *fascia_journal_filter_create_query (const FasciaJournalFilter *self,
                                                 const char *text,
                                                 const FasciaNames *names,
                                                 gint32 today);

/* ---- its parts, one chip each ---- */

typedef enum
{
  FASCIA_FILTER_KIND = 1,
  FASCIA_FILTER_PLACE,
  FASCIA_FILTER_TAG,
  FASCIA_FILTER_PERIOD,
} FasciaFilterPartType;

typedef struct
{
  FasciaFilterPartType type;
  FasciaEntryKind kind; /* of a part that is one */
} FasciaFilterPart;

/* (transfer full) (element-type FasciaFilterPart) Kinds first, in their order. */
GArray *fascia_journal_filter_list_parts (const FasciaJournalFilter *self);

/* (transfer full) "Therapist visit", "Left shoulder top and its mirror", "Last 30 days". */
char *fascia_journal_filter_dup_part_label (const FasciaJournalFilter *self,
                                            const FasciaFilterPart *part,
                                            const FasciaNames *names);
/* Without that part. */
FasciaJournalFilter fascia_journal_filter_without (const FasciaJournalFilter *self,
                                                   const FasciaFilterPart *part);

/* "Last 7 days" */
const char *fascia_period_get_name (FasciaPeriod period);

G_END_DECLS

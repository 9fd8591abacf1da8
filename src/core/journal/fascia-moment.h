/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A moment as a person lives it: UTC time, the offset then, the local day and the zone. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FasciaMoment:
 * @utc_ms: milliseconds since 1970-01-01T00:00:00Z
 * @offset_min: local time minus UTC, in minutes, at that moment
 * @day: the local calendar day, as days since 1970-01-01 (negative before it)
 * @zone: IANA name of the zone (an interned string), or "UTC"; the offset itself ("+02:00") when
 *   only that is known
 *
 * A plain value. A day begins at local midnight. Once written the three never change against each
 * other: editing the time of an entry keeps its offset.
 */
typedef struct
{
  gint64 utc_ms;
  gint32 offset_min;
  gint32 day;
  const char *zone;
} FasciaMoment;

#define FASCIA_TIME_ERROR (fascia_time_error_quark ())
GQuark fascia_time_error_quark (void);

typedef enum
{
  FASCIA_TIME_ERROR_SYNTAX = 1, /* not an ISO 8601 date and time */
  FASCIA_TIME_ERROR_SKIPPED,    /* a local time that does not exist (clocks went forward) */
  FASCIA_TIME_ERROR_FUTURE,     /* more than 24 hours ahead of now */
  FASCIA_TIME_ERROR_RANGE,      /* year outside 1900..9999 */
} FasciaTimeError;

/* Fills @out for @utc_ms in @zone. Works for every representable time. */
void fascia_moment_init (FasciaMoment *out, gint64 utc_ms, GTimeZone *zone);

/**
 * fascia_moment_parse:
 * @text: "2026-03-01", "2026-03-01T14:20", "2026-03-01T14:20:05", each optionally with "Z" or an
 *   offset such as "+02:00"; a blank may stand for the T. A date alone means noon, or now on the
 *   day whose noon is still to come; a day that has not begun is refused.
 * @zone: the zone of a text without one
 * @now_ms: now, for refusing what lies more than 24 hours ahead
 *
 * A local time that happens twice is the earlier one; one that never happens is refused. An offset
 * says where the person was, and is kept; "Z" says only when it was (RFC 9557, section 2), and the
 * day is that of @zone.
 *
 * Returns: TRUE and @out filled, or FALSE with #FasciaTimeError; the message names the text.
 */
gboolean fascia_moment_parse (const char *text,
                              GTimeZone *zone,
                              gint64 now_ms,
                              FasciaMoment *out,
                              GError **error);

/* The same rules for a broken-down local time (from the window's date and time pickers). */
gboolean fascia_moment_from_local (int year,
                                   int month,
                                   int dom,
                                   int hour,
                                   int minute,
                                   GTimeZone *zone,
                                   gint64 now_ms,
                                   FasciaMoment *out,
                                   GError **error);

/* (transfer full) "2026-03-01T14:20:05.123+01:00"; the fraction only when not zero. C locale. */
char *fascia_moment_to_iso (const FasciaMoment *moment);

/* Minute of the local day, 0..1439. */
int fascia_moment_get_minute (const FasciaMoment *moment);

/* Calendar arithmetic on day numbers (proleptic Gregorian; no zone is involved). */
gint32 fascia_day_from_ymd (int year, int month, int dom);
void fascia_day_to_ymd (gint32 day, int *year, int *month, int *dom);
/* ISO weekday, 1 = Monday .. 7 = Sunday. */
int fascia_day_get_weekday (gint32 day);
/* (transfer full) A GDateTime at noon UTC of that day: for g_date_time_format() only. */
GDateTime *fascia_day_to_date_time (gint32 day);

G_END_DECLS

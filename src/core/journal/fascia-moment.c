/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moments: from UTC, from local time, from text, and calendar arithmetic. */

#include "config.h"

#include "fascia-moment.h"

#include <glib/gi18n-lib.h>

#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define MS_PER_DAY G_GINT64_CONSTANT (86400000)
#define SECONDS_PER_DAY 86400
#define FIRST_YEAR 1900
#define LAST_YEAR 9999
/* Local mean times reached 15 h 56 min; nothing on earth has been further from UTC. */
#define MAX_OFFSET_MIN (16 * 60)

G_DEFINE_QUARK (fascia_time_error, fascia_time_error)

static gint64
floor_div (gint64 a, gint64 b)
{
  gint64 quotient = a / b;

  return a % b < 0 ? quotient - 1 : quotient;
}

/* Offsets of local mean time have seconds; a moment keeps whole minutes, and its day and its
 * local time are always reckoned with those, so that they cannot disagree. */
static gint32
offset_to_minutes (gint32 seconds)
{
  return (gint32) floor_div ((gint64) seconds + 30, 60);
}

static gint32
get_day (gint64 utc_ms, gint32 offset_min)
{
  return (gint32) floor_div (utc_ms + offset_min * MS_PER_MINUTE, MS_PER_DAY);
}

/* "UTC" for no offset, else "+02:00". */
static const char *
intern_offset_name (gint32 offset_min)
{
  char name[16];

  if (offset_min == 0)
    return g_intern_static_string ("UTC");
  g_snprintf (name, sizeof name, "%c%02d:%02d", offset_min < 0 ? '-' : '+', ABS (offset_min) / 60,
              ABS (offset_min) % 60);
  return g_intern_string (name);
}

/* The name of a zone as it may be stored: never a path of the machine. */
static const char *
intern_zone_name (GTimeZone *zone, gint32 offset_min)
{
  const char *name = g_time_zone_get_identifier (zone);

  if (name != NULL && *name == ':')
    name++;
  if (name == NULL || *name == '\0' || *name == '/' || strlen (name) > 64 || !g_str_is_ascii (name))
    return intern_offset_name (offset_min);
  return g_intern_string (name);
}

void
fascia_moment_init (FasciaMoment *out, gint64 utc_ms, GTimeZone *zone)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (zone != NULL);

  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, floor_div (utc_ms, 1000));
  gint32 offset = interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);

  out->utc_ms = utc_ms;
  out->offset_min = offset_to_minutes (offset);
  out->day = get_day (utc_ms, out->offset_min);
  out->zone = intern_zone_name (zone, out->offset_min);
}

/* ---- calendar ---- */

/* Days of the proleptic Gregorian calendar, counted in eras of 400 years that begin on 1 March, so
 * that the leap day is the last of its year. */
gint32
fascia_day_from_ymd (int year, int month, int dom)
{
  gint64 shifted_year = month <= 2 ? (gint64) year - 1 : year;
  gint64 era = floor_div (shifted_year, 400);
  gint64 year_of_era = shifted_year - era * 400;
  gint64 day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dom - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return (gint32) (era * 146097 + day_of_era - 719468);
}

void
fascia_day_to_ymd (gint32 day, int *year, int *month, int *dom)
{
  gint64 shifted = (gint64) day + 719468;
  gint64 era = floor_div (shifted, 146097);
  gint64 day_of_era = shifted - era * 146097;
  gint64 year_of_era
      = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 shifted_month = (5 * day_of_year + 2) / 153;
  int real_month = (int) (shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);

  if (year != NULL)
    *year = (int) (year_of_era + era * 400 + (real_month <= 2 ? 1 : 0));
  if (month != NULL)
    *month = real_month;
  if (dom != NULL)
    *dom = (int) (day_of_year - (153 * shifted_month + 2) / 5 + 1);
}

int
fascia_day_get_weekday (gint32 day)
{
  gint64 since_monday = (gint64) day + 3; /* 1970-01-01 was a Thursday */

  return (int) (since_monday - floor_div (since_monday, 7) * 7) + 1;
}

GDateTime *
fascia_day_to_date_time (gint32 day)
{
  return g_date_time_new_from_unix_utc ((gint64) day * SECONDS_PER_DAY + SECONDS_PER_DAY / 2);
}

static int
days_in_month (int year, int month)
{
  return month == 12
             ? 31
             : fascia_day_from_ymd (year, month + 1, 1) - fascia_day_from_ymd (year, month, 1);
}

/* ---- local time ---- */

typedef struct
{
  int year, month, dom;
  int hour, minute, second, ms;
} LocalTime;

static gint64
local_to_ms (const LocalTime *local)
{
  gint64 day = fascia_day_from_ymd (local->year, local->month, local->dom);

  return day * MS_PER_DAY
         + (((gint64) local->hour * 60 + local->minute) * 60 + local->second) * 1000 + local->ms;
}

static gboolean
is_real_local_time (const LocalTime *local)
{
  return local->month >= 1 && local->month <= 12 && local->dom >= 1
         && local->dom <= days_in_month (local->year, local->month) && local->hour >= 0
         && local->hour <= 23 && local->minute >= 0 && local->minute <= 59 && local->second >= 0
         && local->second <= 59 && local->ms >= 0 && local->ms <= 999;
}

/* Finds the earliest UTC time at which the clocks of @zone show @local_ms. */
static gboolean
find_earliest (GTimeZone *zone, gint64 local_ms, gint32 *offset_min)
{
  gint64 local_s = floor_div (local_ms, 1000);
  /* No zone is further than a day from UTC, and Samoa once left out a whole day. */
  int first
      = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, local_s - 2 * SECONDS_PER_DAY);
  int last = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, local_s + 2 * SECONDS_PER_DAY);
  gboolean found = FALSE;
  gint64 earliest = 0;

  for (int interval = first; interval <= last; interval++)
    {
      gint32 offset = g_time_zone_get_offset (zone, interval);
      gint64 utc_s = local_s - offset;

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc_s) != interval)
        continue;
      if (found && utc_s >= earliest)
        continue;
      found = TRUE;
      earliest = utc_s;
      *offset_min = offset_to_minutes (offset);
    }
  return found;
}

static gboolean
check_future (gint64 utc_ms, gint64 now_ms, const char *text, GError **error)
{
  if (utc_ms <= now_ms || utc_ms - now_ms <= MS_PER_DAY)
    return TRUE;
  g_set_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_FUTURE,
               /* Translators: %s is a date and time. */
               _ ("“%s” lies more than a day ahead. Choose an earlier time."), text);
  return FALSE;
}

static gboolean
init_from_local (const LocalTime *local,
                 GTimeZone *zone,
                 const gint32 *fixed_offset_min,
                 gint64 now_ms,
                 const char *text,
                 FasciaMoment *out,
                 GError **error)
{
  FasciaMoment moment = { 0 };

  if (local->year < FIRST_YEAR || local->year > LAST_YEAR)
    {
      g_set_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_RANGE,
                   /* Translators: %s is a date and time, %d are years. */
                   _ ("“%s” is out of range. The year must be from %d to %d."), text, FIRST_YEAR,
                   LAST_YEAR);
      return FALSE;
    }

  gint64 local_ms = local_to_ms (local);
  if (fixed_offset_min != NULL)
    moment.offset_min = *fixed_offset_min;
  else if (!find_earliest (zone, local_ms, &moment.offset_min))
    {
      g_set_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_SKIPPED,
                   /* Translators: the first %s is a date and time, the second a time zone. */
                   _ ("“%s” does not exist in %s: the clocks went forward over it. Choose another "
                      "time."),
                   text, intern_zone_name (zone, 0));
      return FALSE;
    }

  moment.utc_ms = local_ms - moment.offset_min * MS_PER_MINUTE;
  moment.day = get_day (moment.utc_ms, moment.offset_min);
  moment.zone = intern_zone_name (zone, moment.offset_min);
  if (fixed_offset_min != NULL)
    {
      FasciaMoment in_zone;

      /* The zone's name only when its clocks agree with the offset written. */
      fascia_moment_init (&in_zone, moment.utc_ms, zone);
      if (in_zone.offset_min != moment.offset_min)
        moment.zone = intern_offset_name (moment.offset_min);
    }
  if (!check_future (moment.utc_ms, now_ms, text, error))
    return FALSE;
  *out = moment;
  return TRUE;
}

gboolean
fascia_moment_from_local (int year,
                          int month,
                          int dom,
                          int hour,
                          int minute,
                          GTimeZone *zone,
                          gint64 now_ms,
                          FasciaMoment *out,
                          GError **error)
{
  LocalTime local = { year, month, dom, hour, minute, 0, 0 };

  g_return_val_if_fail (zone != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  g_autofree char *text
      = g_strdup_printf ("%04d-%02d-%02d %02d:%02d", year, month, dom, hour, minute);
  if (!is_real_local_time (&local))
    {
      g_set_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_SYNTAX,
                   /* Translators: %s is a date and time that cannot be. */
                   _ ("“%s” is no date and time of the calendar."), text);
      return FALSE;
    }
  return init_from_local (&local, zone, NULL, now_ms, text, out, error);
}

/* ---- text ---- */

/* Reads exactly @n_digits digits and moves on. */
static gboolean
scan_digits (const char **cursor, int n_digits, int *value)
{
  int sum = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*cursor)[i]))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value ((*cursor)[i]);
    }
  *cursor += n_digits;
  *value = sum;
  return TRUE;
}

static gboolean
scan_char (const char **cursor, char c)
{
  if (**cursor != c)
    return FALSE;
  (*cursor)++;
  return TRUE;
}

static gboolean
scan_fraction (const char **cursor, int *ms)
{
  int scale = 100, n_digits = 0;

  if (!scan_char (cursor, '.') && !scan_char (cursor, ','))
    return TRUE;
  for (; g_ascii_isdigit (**cursor); (*cursor)++, n_digits++, scale /= 10)
    *ms += g_ascii_digit_value (**cursor) * scale;
  return n_digits >= 1 && n_digits <= 9;
}

static gboolean
scan_time (const char **cursor, LocalTime *local)
{
  if (!scan_digits (cursor, 2, &local->hour) || !scan_char (cursor, ':')
      || !scan_digits (cursor, 2, &local->minute))
    return FALSE;
  if (!scan_char (cursor, ':'))
    return TRUE;
  return scan_digits (cursor, 2, &local->second) && scan_fraction (cursor, &local->ms);
}

typedef enum
{
  OFFSET_NONE, /* local time of the person's zone */
  OFFSET_UTC,  /* "Z": the instant is known, the local offset is not (RFC 9557, section 2) */
  OFFSET_FIXED,
} OffsetKind;

static gboolean
scan_offset (const char **cursor, OffsetKind *kind, gint32 *offset_min)
{
  int hours = 0, minutes = 0;
  gboolean negative = **cursor == '-';

  if (**cursor == '\0')
    return TRUE;
  if (scan_char (cursor, 'Z') || scan_char (cursor, 'z'))
    {
      *kind = OFFSET_UTC;
      return TRUE;
    }
  if (!scan_char (cursor, '+') && !scan_char (cursor, '-'))
    return FALSE;
  if (!scan_digits (cursor, 2, &hours))
    return FALSE;
  if (scan_char (cursor, ':') || **cursor != '\0')
    {
      if (!scan_digits (cursor, 2, &minutes))
        return FALSE;
    }
  if (minutes > 59 || hours * 60 + minutes > MAX_OFFSET_MIN)
    return FALSE;
  *kind = OFFSET_FIXED;
  *offset_min = (negative ? -1 : 1) * (hours * 60 + minutes);
  return TRUE;
}

static gboolean
scan_text (const char *text,
           LocalTime *local,
           gboolean *has_time,
           OffsetKind *kind,
           gint32 *offset_min)
{
  const char *cursor = text;

  if (!scan_digits (&cursor, 4, &local->year) || !scan_char (&cursor, '-')
      || !scan_digits (&cursor, 2, &local->month) || !scan_char (&cursor, '-')
      || !scan_digits (&cursor, 2, &local->dom))
    return FALSE;
  *has_time = scan_char (&cursor, 'T') || scan_char (&cursor, 't') || scan_char (&cursor, ' ');
  if (!*has_time)
    local->hour = 12;
  else if (!scan_time (&cursor, local))
    return FALSE;
  return scan_offset (&cursor, kind, offset_min) && *cursor == '\0' && is_real_local_time (local);
}

/* A day that has not begun is refused, and in the one that has, noon may not have come yet. */
static gboolean
clamp_noon (LocalTime *local, const FasciaMoment *now, const char *text, GError **error)
{
  gint32 day = fascia_day_from_ymd (local->year, local->month, local->dom);
  gint64 local_now_ms = now->utc_ms + now->offset_min * MS_PER_MINUTE;

  if (day > now->day)
    {
      g_set_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_FUTURE,
                   /* Translators: %s is a date. */
                   _ ("“%s” has not begun yet. Choose an earlier day."), text);
      return FALSE;
    }
  if (local_now_ms < local_to_ms (local))
    {
      int ms = (int) (local_now_ms - day * MS_PER_DAY);

      local->hour = ms / 3600000;
      local->minute = ms / 60000 % 60;
      local->second = ms / 1000 % 60;
      local->ms = ms % 1000;
    }
  return TRUE;
}

gboolean
fascia_moment_parse (const char *text,
                     GTimeZone *zone,
                     gint64 now_ms,
                     FasciaMoment *out,
                     GError **error)
{
  LocalTime local = { 0 };
  gboolean has_time = FALSE;
  OffsetKind kind = OFFSET_NONE;
  gint32 offset_min = 0;
  FasciaMoment moment;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (zone != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  if (!scan_text (text, &local, &has_time, &kind, &offset_min))
    {
      g_autofree char *shown = g_utf8_make_valid (text, -1);

      g_set_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_SYNTAX,
                   /* Translators: %s is what somebody typed. Keep the example as it is. */
                   _ ("“%s” is no date and time. Write it like 2026-03-01T14:20."), shown);
      return FALSE;
    }
  fascia_moment_init (&moment, now_ms, zone);
  if (kind != OFFSET_NONE)
    {
      moment.offset_min = offset_min;
      moment.day = get_day (now_ms, offset_min);
    }
  if (!has_time && !clamp_noon (&local, &moment, text, error))
    return FALSE;
  if (!init_from_local (&local, zone, kind == OFFSET_NONE ? NULL : &offset_min, now_ms, text,
                        &moment, error))
    return FALSE;
  if (kind == OFFSET_UTC)
    fascia_moment_init (&moment, moment.utc_ms, zone);
  *out = moment;
  return TRUE;
}

static gint64
get_local_ms (const FasciaMoment *moment)
{
  return moment->utc_ms + moment->offset_min * MS_PER_MINUTE;
}

char *
fascia_moment_to_iso (const FasciaMoment *moment)
{
  int year, month, dom;

  g_return_val_if_fail (moment != NULL, NULL);

  gint64 local_ms = get_local_ms (moment);
  gint64 day = floor_div (local_ms, MS_PER_DAY);
  int ms_of_day = (int) (local_ms - day * MS_PER_DAY);
  fascia_day_to_ymd ((gint32) day, &year, &month, &dom);

  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, dom,
                          ms_of_day / 3600000, ms_of_day / 60000 % 60, ms_of_day / 1000 % 60);
  if (ms_of_day % 1000 != 0)
    g_string_append_printf (text, ".%03d", ms_of_day % 1000);
  g_string_append_printf (text, "%c%02d:%02d", moment->offset_min < 0 ? '-' : '+',
                          ABS (moment->offset_min) / 60, ABS (moment->offset_min) % 60);
  return g_string_free (text, FALSE);
}

int
fascia_moment_get_minute (const FasciaMoment *moment)
{
  g_return_val_if_fail (moment != NULL, 0);

  gint64 local_ms = get_local_ms (moment);
  return (int) ((local_ms - floor_div (local_ms, MS_PER_DAY) * MS_PER_DAY) / MS_PER_MINUTE);
}

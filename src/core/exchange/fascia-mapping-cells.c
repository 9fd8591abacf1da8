/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cells of other programs' tables say. */

#include "config.h"

#include "fascia-mapping-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* ---- dates ---- */

typedef struct
{
  int year, month, dom;
  int hour, minute, second, ms;
  gboolean has_clock;
  char zone[8]; /* "", "Z", "+01:00" */
} Parts;

/* Up to @max digits. */
static gboolean
read_number (const char **p, int max, int *number)
{
  const char *start = *p;

  *number = 0;
  while (g_ascii_isdigit (**p) && *p - start < max)
    *number = *number * 10 + (*(*p)++ - '0');
  return *p > start;
}

static gboolean
read_separator (const char **p)
{
  if (**p != '-' && **p != '/' && **p != '.')
    return FALSE;
  (*p)++;
  /* "1. 3. 2026" */
  while (**p == ' ')
    (*p)++;
  return TRUE;
}

static gboolean
read_date (const char **p, FasciaDates dates, Parts *parts)
{
  int numbers[3];
  const char *start = *p;

  if (!read_number (p, 4, &numbers[0]) || (dates == FASCIA_DATES_ISO) != (*p - start == 4)
      || !read_separator (p) || !read_number (p, 2, &numbers[1]) || !read_separator (p))
    return FALSE;
  start = *p;
  if (!read_number (p, 4, &numbers[2]))
    return FALSE;
  gboolean is_short = *p - start == 2;
  if (dates == FASCIA_DATES_ISO)
    {
      parts->year = numbers[0];
      parts->month = numbers[1];
      parts->dom = numbers[2];
    }
  else
    {
      parts->dom = numbers[dates == FASCIA_DATES_DAY_FIRST ? 0 : 1];
      parts->month = numbers[dates == FASCIA_DATES_DAY_FIRST ? 1 : 0];
      parts->year = is_short ? 2000 + numbers[2] : numbers[2];
    }
  return parts->month >= 1 && parts->month <= 12 && parts->dom >= 1 && parts->dom <= 31;
}

static gboolean
read_half_of_day (const char **p, Parts *parts)
{
  const char *q = *p;
  gboolean is_afternoon;

  while (*q == ' ')
    q++;
  if (g_ascii_tolower (*q) != 'a' && g_ascii_tolower (*q) != 'p')
    return TRUE;
  is_afternoon = g_ascii_tolower (*q++) == 'p';
  if (*q == '.')
    q++;
  if (g_ascii_tolower (*q++) != 'm')
    return FALSE;
  if (*q == '.')
    q++;
  if (parts->hour < 1 || parts->hour > 12)
    return FALSE;
  parts->hour = parts->hour % 12 + (is_afternoon ? 12 : 0);
  *p = q;
  return TRUE;
}

static gboolean
read_clock (const char **p, Parts *parts)
{
  int fraction;

  if (!read_number (p, 2, &parts->hour) || (**p != ':' && **p != '.'))
    return FALSE;
  (*p)++;
  if (!read_number (p, 2, &parts->minute))
    return FALSE;
  if (**p == ':')
    {
      (*p)++;
      if (!read_number (p, 2, &parts->second))
        return FALSE;
      if (**p == '.' || **p == ',')
        {
          const char *start = ++(*p);

          if (!read_number (p, 9, &fraction))
            return FALSE;
          parts->ms = (int) (fraction / pow (10, (double) (*p - start) - 3));
        }
    }
  parts->has_clock = TRUE;
  return read_half_of_day (p, parts) && parts->hour < 24 && parts->minute < 60
         && parts->second < 60;
}

static gboolean
read_zone (const char **p, Parts *parts)
{
  int hours, minutes = 0;
  char sign = **p;

  if (sign == 'Z' || sign == 'z')
    {
      (*p)++;
      g_strlcpy (parts->zone, "Z", sizeof parts->zone);
      return TRUE;
    }
  if (sign != '+' && sign != '-')
    return TRUE;
  (*p)++;
  if (!read_number (p, 2, &hours))
    return FALSE;
  if (**p == ':')
    (*p)++;
  if (g_ascii_isdigit (**p) && !read_number (p, 2, &minutes))
    return FALSE;
  g_snprintf (parts->zone, sizeof parts->zone, "%c%02d:%02d", sign, hours % 100, minutes % 100);
  return TRUE;
}

static gboolean
read_parts (const char *text, const char *clock, FasciaDates dates, Parts *parts)
{
  const char *p = text;

  *parts = (Parts) { 0 };
  if (!read_date (&p, dates, parts))
    return FALSE;
  if (*p == 'T' || *p == ' ' || *p == ',')
    {
      p++;
      while (*p == ' ')
        p++;
      if (*p != '\0' && (!read_clock (&p, parts) || !read_zone (&p, parts)))
        return FALSE;
    }
  if (*p != '\0')
    return FALSE;
  if (clock == NULL || *clock == '\0')
    return TRUE;
  return read_clock (&clock, parts) && read_zone (&clock, parts) && *clock == '\0';
}

/* Seconds or milliseconds since 1970. */
static gboolean
read_unix (const char *text, gint64 *utc_ms)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || strspn (text, "-0123456789.") != strlen (text)
      || fabs (number) > 1e14)
    return FALSE;
  *utc_ms = fabs (number) < 1e11 ? (gint64) (number * 1000) : (gint64) number;
  return TRUE;
}

gboolean
fascia_cell_is_date (const char *text, FasciaDates dates)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  Parts parts;
  gint64 utc_ms;

  /* A small number is anything but a moment. */
  if (dates == FASCIA_DATES_UNIX)
    return strlen (stripped) >= 9 && read_unix (stripped, &utc_ms);
  return read_parts (stripped, NULL, dates, &parts);
}

gboolean
fascia_cell_is_clock (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *p = stripped;
  Parts parts = { 0 };

  return read_clock (&p, &parts) && *p == '\0';
}

gboolean
fascia_cell_parse_moment (const char *text,
                          const char *clock,
                          FasciaDates dates,
                          GTimeZone *zone,
                          gint64 now_ms,
                          FasciaMoment *moment,
                          char **reason)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *stripped_clock = clock != NULL ? g_strstrip (g_strdup (clock)) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;
  Parts parts = { 0 };
  gint64 utc_ms;

  if (dates == FASCIA_DATES_UNIX)
    {
      if (read_unix (stripped, &utc_ms))
        {
          g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (utc_ms / 1000);

          iso = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
          parts.ms = (int) ABS (utc_ms % 1000);
        }
    }
  else if (read_parts (stripped, stripped_clock, dates, &parts))
    {
      iso = parts.has_clock
                ? g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s", parts.year, parts.month,
                                   parts.dom, parts.hour, parts.minute, parts.second, parts.zone)
                : g_strdup_printf ("%04d-%02d-%02d", parts.year, parts.month, parts.dom);
    }
  if (iso == NULL)
    {
      /* Translators: %s is what a cell of a table says. */
      *reason = g_strdup_printf (_ ("“%s” is no date of the form that was chosen."), text);
      return FALSE;
    }
  if (!fascia_moment_parse (iso, zone, now_ms, moment, &error))
    {
      *reason = g_strdup (error->message);
      return FALSE;
    }
  moment->utc_ms += parts.ms;
  return TRUE;
}

/* ---- numbers ---- */

static gboolean
is_word (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "h:mm:ss", each part with a sign of its own; *@end: behind it. */
static gboolean
read_duration (const char *text, double *seconds, const char **end)
{
  static const double weights[] = { 3600, 60, 1 };
  const char *p = text;

  *seconds = 0;
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      int number;
      int sign = 1;

      if (i > 0 && *p++ != ':')
        return FALSE;
      if (*p == '-')
        {
          sign = -1;
          p++;
        }
      if (!read_number (&p, i == 0 ? 7 : 2, &number))
        return FALSE;
      *seconds += sign * number * weights[i];
    }
  *end = p;
  return *p == '\0' || *p == ':';
}

static gboolean
read_decimal (const char *text, double *number, const char **end)
{
  g_autofree char *copy = g_strdup (text);
  gsize length = strspn (copy, "+-0123456789.,eE");
  char *stop = NULL;

  if (length == 0 || length > 40)
    return FALSE;
  copy[length] = '\0';
  /* One comma and no point: that of a fraction. */
  char *comma = strchr (copy, ',');
  if (comma != NULL && strchr (comma + 1, ',') == NULL && strchr (copy, '.') == NULL)
    *comma = '.';
  *number = g_ascii_strtod (copy, &stop);
  if (stop == copy || *stop != '\0' || !isfinite (*number))
    return FALSE;
  *end = text + length;
  return **end == '\0' || **end == ':';
}

gboolean
fascia_cell_parse_number (const char *text, double *number, const char **unit, char **label)
{
  static const char *const yes[] = { "yes", "true", "y", "x", NULL };
  static const char *const no[] = { "no", "false", "n", NULL };
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *end = "";

  *unit = NULL;
  if (label != NULL)
    *label = NULL;
  if (is_word (stripped, yes) || is_word (stripped, no))
    {
      *number = is_word (stripped, yes);
      return TRUE;
    }
  if (read_duration (stripped, number, &end))
    *unit = "s";
  else if (!read_decimal (stripped, number, &end))
    return FALSE;
  if (*end == ':' && label != NULL && end[1] != '\0')
    *label = g_strdup (end + 1);
  return TRUE;
}

gboolean
fascia_cell_is_count (const char *text)
{
  double number;
  const char *unit;

  return fascia_cell_parse_number (text, &number, &unit, NULL) && number > 3;
}

gboolean
fascia_cell_parse_habit (const char *text, gboolean is_numerical, double *number)
{
  static const char *const yes[] = { "YES_MANUAL", NULL };
  static const char *const no[] = { "NO", "YES_AUTO", NULL };
  static const char *const nothing[] = { "", "SKIP", "UNKNOWN", NULL };
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *unit;

  if (is_word (stripped, nothing))
    return FALSE;
  if (is_word (stripped, yes))
    *number = is_numerical ? 0.002 : 1;
  else if (is_word (stripped, no))
    *number = 0;
  else if (!fascia_cell_parse_number (stripped, number, &unit, NULL) || *number < 0)
    return FALSE;
  else if (is_numerical)
    *number /= 1000;
  else if (*number == 3)
    return FALSE; /* left out on purpose */
  else
    *number = *number == 2; /* 1: not due that day */
  return TRUE;
}

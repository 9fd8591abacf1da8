/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes back into the journal: values from their text, exactly as fascia-record-text.c wrote
 * them. */

#include "config.h"

#include "fascia-record.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../body/fascia-body.h"

#define MS_PER_DAY G_GINT64_CONSTANT (86400000)
#define MAX_POINTS_BYTES (FASCIA_DRAWING_MAX_POINTS * 5)
#define MAX_YEAR 100000

static gboolean
refuse (char **reason, const char *text)
{
  if (reason != NULL)
    *reason = g_strdup (text);
  return FALSE;
}

static gboolean
take_int64 (FasciaValue *value, gint64 number)
{
  fascia_record_value_clear (value);
  value->type = SQLITE_INTEGER;
  value->integer = number;
  return TRUE;
}

gboolean
fascia_record_take_int64 (const FasciaField *field,
                          gint64 number,
                          FasciaValue *value,
                          char **reason)
{
  if (field->type == FASCIA_FIELD_NUMBER)
    return fascia_record_take_double (field, (double) number, value, reason);
  if (field->type == FASCIA_FIELD_FLAG && number != 0 && number != 1)
    return refuse (reason, _ ("This is neither yes nor no."));
  if (field->type != FASCIA_FIELD_INTEGER && field->type != FASCIA_FIELD_FLAG)
    return refuse (reason, _ ("There is a number where a text should be."));
  if (field->minimum <= field->maximum && (number < field->minimum || number > field->maximum))
    return refuse (reason, _ ("The number is too small or too large."));
  return take_int64 (value, number);
}

gboolean
fascia_record_take_double (const FasciaField *field,
                           double number,
                           FasciaValue *value,
                           char **reason)
{
  if (field->type == FASCIA_FIELD_INTEGER && number == floor (number) && fabs (number) < 1e15)
    return fascia_record_take_int64 (field, (gint64) number, value, reason);
  if (field->type == FASCIA_FIELD_INTEGER)
    return refuse (reason, _ ("This is no whole number."));
  if (field->type != FASCIA_FIELD_NUMBER)
    return refuse (reason, _ ("There is a number where a text should be."));
  if (!isfinite (number))
    return refuse (reason, _ ("The number is too small or too large."));
  fascia_record_value_clear (value);
  value->type = SQLITE_FLOAT;
  value->real = number;
  return TRUE;
}

static gboolean
parse_digits (const char **p, int n_digits, int *number)
{
  *number = 0;
  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      *number = *number * 10 + (**p - '0');
      (*p)++;
    }
  return TRUE;
}

/* "2026-03-01", "+012026-03-01": days since 1970. */
static gboolean
parse_day (const char **p, gint64 *day)
{
  int year, month, dom, check_year, check_month, check_dom, sign = 1;
  gboolean is_expanded = **p == '+' || **p == '-';

  if (is_expanded)
    sign = *(*p)++ == '-' ? -1 : 1;
  if (!parse_digits (p, is_expanded ? 6 : 4, &year) || *(*p)++ != '-'
      || !parse_digits (p, 2, &month) || *(*p)++ != '-' || !parse_digits (p, 2, &dom))
    return FALSE;
  if (month < 1 || month > 12 || dom < 1 || dom > 31 || year > MAX_YEAR)
    return FALSE;
  year *= sign;
  *day = fascia_day_from_ymd (year, month, dom);
  fascia_day_to_ymd ((gint32) *day, &check_year, &check_month, &check_dom);
  return check_year == year && check_month == month && check_dom == dom;
}

static gboolean
parse_offset (const char **p, int *offset_min)
{
  int sign, hours, minutes;

  if (**p == 'Z')
    {
      (*p)++;
      *offset_min = 0;
      return TRUE;
    }
  if (**p != '+' && **p != '-')
    return FALSE;
  sign = *(*p)++ == '-' ? -1 : 1;
  if (!parse_digits (p, 2, &hours) || *(*p)++ != ':' || !parse_digits (p, 2, &minutes)
      || minutes > 59 || hours * 60 + minutes > 960)
    return FALSE;
  *offset_min = sign * (hours * 60 + minutes);
  return TRUE;
}

static gboolean
parse_time (const char *text, gint64 *utc_ms, int *offset_min)
{
  const char *p = text;
  int hour, minute, second, ms = 0;
  gint64 day;

  if (!parse_day (&p, &day) || *p++ != 'T' || !parse_digits (&p, 2, &hour) || *p++ != ':'
      || !parse_digits (&p, 2, &minute) || *p++ != ':' || !parse_digits (&p, 2, &second))
    return FALSE;
  if (*p == '.')
    {
      p++;
      if (!parse_digits (&p, 3, &ms))
        return FALSE;
    }
  if (hour > 23 || minute > 59 || second > 59 || !parse_offset (&p, offset_min) || *p != '\0')
    return FALSE;
  *utc_ms = day * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * G_GINT64_CONSTANT (1000) + ms
            - *offset_min * G_GINT64_CONSTANT (60000);
  return TRUE;
}

/* A decimal number in parts of a whole. */
static gboolean
parse_part (const char **p, int parts, int minimum, int maximum, int *number)
{
  char *end = NULL;

  /* No blanks, no words such as "nan", nothing in base sixteen. */
  if (**p != '-' && !g_ascii_isdigit (**p))
    return FALSE;
  if (strspn (*p, "-0123456789.") > 16)
    return FALSE;
  double scaled = g_ascii_strtod (*p, &end) * parts;
  if (end == *p || end > *p + strspn (*p, "-0123456789.") || fabs (scaled) > 40000)
    return FALSE;
  *number = (int) lrint (scaled);
  *p = end;
  return fabs (scaled - *number) < 1e-6 && *number >= minimum && *number <= maximum;
}

static gboolean
parse_points (const char *text, gsize length, FasciaValue *value)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const char *p = text;

  if (g_str_has_prefix (text, FASCIA_RECORD_BASE64))
    {
      gsize n_bytes = 0;
      const char *encoded = text + strlen (FASCIA_RECORD_BASE64);
      g_autofree guchar *decoded = g_base64_decode (encoded, &n_bytes);
      /* Decoding forgives much: what is not exactly what would be written is not believed. */
      g_autofree char *again = g_base64_encode (decoded, n_bytes);

      if (n_bytes == 0 || strcmp (again, encoded) != 0)
        return FALSE;
      fascia_record_value_set_text (value, (const char *) decoded, n_bytes);
      value->type = SQLITE_BLOB;
      return TRUE;
    }
  while (TRUE)
    {
      int x, y, level = 255;
      guint8 point[5];

      if (!parse_part (&p, FASCIA_DRAWING_STEPS, G_MININT16, G_MAXINT16, &x) || *p++ != ' '
          || !parse_part (&p, FASCIA_DRAWING_STEPS, G_MININT16, G_MAXINT16, &y))
        return FALSE;
      if (*p == ' ')
        {
          p++;
          if (!parse_part (&p, FASCIA_DRAWING_LEVEL_STEPS, 0, 100, &level))
            return FALSE;
        }
      point[0] = (guint8) ((guint16) x & 0xff);
      point[1] = (guint8) ((guint16) x >> 8);
      point[2] = (guint8) ((guint16) y & 0xff);
      point[3] = (guint8) ((guint16) y >> 8);
      point[4] = (guint8) level;
      g_byte_array_append (bytes, point, sizeof point);
      if (*p == '\0')
        break;
      if (*p++ != ';' || bytes->len >= MAX_POINTS_BYTES)
        return FALSE;
    }
  if ((gsize) (p - text) != length)
    return FALSE;
  fascia_record_value_set_text (value, (const char *) bytes->data, bytes->len);
  value->type = SQLITE_BLOB;
  return TRUE;
}

static gboolean
is_one_of (const char *codes, const char *text, gsize length)
{
  for (const char *p = codes; *p != '\0';)
    {
      gsize n = strcspn (p, " ");

      if (n == length && strncmp (p, text, n) == 0)
        return TRUE;
      p += n;
      p += strspn (p, " ");
    }
  return FALSE;
}

static gboolean
parse_code (const FasciaField *field,
            const char *text,
            gsize length,
            FasciaValue *value,
            char **reason)
{
  if (length == 0 || length > FASCIA_RECORD_MAX_CODE)
    return refuse (reason, _ ("A code is missing or too long."));
  if (field->codes != NULL && !is_one_of (field->codes, text, length))
    {
      if (reason != NULL)
        /* Translators: %s is a word that a file has where it should have another. */
        *reason = g_strdup_printf (_ ("“%s” is not known here."), text);
      return FALSE;
    }
  fascia_record_value_set_text (value, text, length);
  return TRUE;
}

static gboolean
parse_number (const FasciaField *field, const char *text, FasciaValue *value, char **reason)
{
  char *end = NULL;

  if (field->type == FASCIA_FIELD_NUMBER)
    {
      double number = g_ascii_strtod (text, &end);

      if (end == text || *end != '\0' || strspn (text, "+-0123456789.eE") != strlen (text))
        return refuse (reason, _ ("This is no number."));
      return fascia_record_take_double (field, number, value, reason);
    }
  gint64 number = 0;
  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return refuse (reason, _ ("This is no whole number."));
  return fascia_record_take_int64 (field, number, value, reason);
}

static gboolean
parse_uid (const char *text, gsize length, FasciaValue *value)
{
  FasciaUid uid;

  if (length != 36 || !fascia_uid_parse (text, &uid))
    return FALSE;
  fascia_record_value_set_text (value, (const char *) uid.bytes, sizeof uid.bytes);
  value->type = SQLITE_BLOB;
  return TRUE;
}

gboolean
fascia_record_parse (const FasciaField *field,
                     const char *text,
                     gsize length,
                     FasciaValue *value,
                     int *offset_min,
                     char **reason)
{
  gint64 number;
  int offset;

  if (length > FASCIA_RECORD_MAX_TEXT || strlen (text) != length
      || !g_utf8_validate_len (text, length, NULL))
    return refuse (reason, _ ("This is no text, or too much of it."));
  switch (field->type)
    {
    case FASCIA_FIELD_CODE:
    case FASCIA_FIELD_REGION:
      return parse_code (field, text, length, value, reason);
    case FASCIA_FIELD_INTEGER:
    case FASCIA_FIELD_NUMBER:
    case FASCIA_FIELD_FLAG:
      return parse_number (field, text, value, reason);
    case FASCIA_FIELD_UID:
    case FASCIA_FIELD_OWNER:
      return parse_uid (text, length, value) || refuse (reason, _ ("This is no UUID."));
    case FASCIA_FIELD_DAY:
      {
        const char *p = text;

        if (!parse_day (&p, &number) || *p != '\0')
          return refuse (reason, _ ("This is no date of the form 2026-03-01."));
        return take_int64 (value, number);
      }
    case FASCIA_FIELD_MOMENT:
    case FASCIA_FIELD_TIME:
      if (!parse_time (text, &number, &offset))
        return refuse (reason, _ ("This is no time of the form 2026-03-01T14:20:05+01:00."));
      if (offset_min != NULL && field->type == FASCIA_FIELD_MOMENT)
        *offset_min = offset;
      return take_int64 (value, number);
    case FASCIA_FIELD_POINTS:
      return parse_points (text, length, value)
             || refuse (reason, _ ("These are no points of a drawing."));
    case FASCIA_FIELD_JSON:
      {
        g_autofree char *json = fascia_record_dup_json (text);

        if (json == NULL)
          return refuse (reason, _ ("This is no value of a preference."));
        fascia_record_value_set_text (value, json, strlen (json));
        return TRUE;
      }
    case FASCIA_FIELD_BASE:
    case FASCIA_FIELD_SIDE:
    case FASCIA_FIELD_NAME:
      return TRUE;
    case FASCIA_FIELD_TEXT:
    default:
      fascia_record_value_set_text (value, text, length);
      return TRUE;
    }
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leaves the journal: values as text, exactly. What comes back is read in
 * fascia-record-parse.c. */

#include "config.h"

#include "fascia-record.h"

#include <math.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "../body/fascia-body.h"
#include "fascia-json-scan.h"
#include "fascia-text-room.h"

#define MS_PER_DAY G_GINT64_CONSTANT (86400000)

void
fascia_record_append_integer (GString *text, gint64 number)
{
  char *to = fascia_text_reserve (text, FASCIA_PUT_INTEGER_MAX);

  fascia_text_take (text, fascia_put_integer (to, number));
}

/* Nearly all that is no whole number: a quotient is rounded as the text of it is, so what is the
 * same as the quotient is read again as the same. FALSE: it is none. */
static gboolean
append_tenths (GString *text, double number)
{
  double tenths = rint (number * 10);

  if (!(fabs (tenths) < 1e14) || tenths / 10 != number)
    return FALSE;
  gint64 whole = (gint64) fabs (tenths);
  char *to = fascia_text_reserve (text, FASCIA_PUT_INTEGER_MAX + 3);
  if (number < 0)
    *to++ = '-';
  to = fascia_put_integer (to, whole / 10);
  *to++ = '.';
  *to++ = (char) ('0' + whole % 10);
  fascia_text_take (text, to);
  return TRUE;
}

void
fascia_record_append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  if (number == floor (number) && fabs (number) < 1e15 && !(number == 0 && signbit (number)))
    {
      fascia_record_append_integer (text, (gint64) number);
      return;
    }
  if (number == 0)
    {
      g_string_append (text, "-0.0");
      return;
    }
  if (append_tenths (text, number))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], number);
      if (g_ascii_strtod (digits, NULL) == number)
        break;
    }
  /* JSON has no word for what is not finite. */
  g_string_append (text, isfinite (number) ? digits : number > 0 ? "1e999" : "-1e999");
}

static gint64
floor_div (gint64 a, gint64 b)
{
  gint64 quotient = a / b;

  return a % b < 0 ? quotient - 1 : quotient;
}

/* Two or three digits. */
static char *
put_digits (char *to, int number, int n_digits)
{
  for (int i = n_digits; i > 0; i--)
    {
      to[i - 1] = (char) ('0' + number % 10);
      number /= 10;
    }
  return to + n_digits;
}

void
fascia_record_append_day (GString *text, gint64 day)
{
  int year, month, dom;

  fascia_day_to_ymd ((gint32) CLAMP (day, G_MININT32 / 2, G_MAXINT32 / 2), &year, &month, &dom);
  if (year < 0 || year > 9999)
    {
      /* ISO 8601, expanded. */
      g_string_append_printf (text, "%+07d-%02d-%02d", year, month, dom);
      return;
    }
  char *to = fascia_text_reserve (text, 10);
  to = put_digits (to, year, 4);
  *to++ = '-';
  to = put_digits (to, month, 2);
  *to++ = '-';
  to = put_digits (to, dom, 2);
  fascia_text_take (text, to);
}

void
fascia_record_append_time (GString *text, gint64 utc_ms, int offset_min)
{
  gboolean is_utc = offset_min == G_MININT;
  gint64 local_ms = utc_ms + (is_utc ? 0 : offset_min * G_GINT64_CONSTANT (60000));
  gint64 day = floor_div (local_ms, MS_PER_DAY);
  int ms = (int) (local_ms - day * MS_PER_DAY);

  fascia_record_append_day (text, day);
  char *to = fascia_text_reserve (text, 32);
  *to++ = 'T';
  to = put_digits (to, ms / 3600000, 2);
  *to++ = ':';
  to = put_digits (to, ms / 60000 % 60, 2);
  *to++ = ':';
  to = put_digits (to, ms / 1000 % 60, 2);
  if (ms % 1000 != 0)
    {
      *to++ = '.';
      to = put_digits (to, ms % 1000, 3);
    }
  if (is_utc)
    *to++ = 'Z';
  else
    {
      *to++ = offset_min < 0 ? '-' : '+';
      to = put_digits (to, ABS (offset_min) / 60, 2);
      *to++ = ':';
      to = put_digits (to, ABS (offset_min) % 60, 2);
    }
  fascia_text_take (text, to);
}

void
fascia_record_append_uid (GString *text, const guint8 *bytes, gsize length)
{
  static const char digits[] = "0123456789abcdef";

  if (bytes == NULL || length != sizeof (FasciaUid))
    return;
  char *to = fascia_text_reserve (text, 36);
  for (gsize i = 0; i < length; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *to++ = '-';
      *to++ = digits[bytes[i] >> 4];
      *to++ = digits[bytes[i] & 15];
    }
  fascia_text_take (text, to);
}

/* Codes and most words: letters that are the same in JSON. FALSE: it is not so. */
static gboolean
append_simple (GString *text, const char *string, gsize length)
{
  char *start = fascia_text_reserve (text, length + 2), *to = start;

  *to++ = '"';
  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) string[i];

      if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\')
        {
          *start = '\0';
          return FALSE;
        }
      *to++ = (char) c;
    }
  *to++ = '"';
  fascia_text_take (text, to);
  return TRUE;
}

void
fascia_record_append_string (GString *text, const char *string, gsize length)
{
  g_autofree char *valid = NULL;
  gsize start = 0;

  if (append_simple (text, string, length))
    return;
  if (!g_utf8_validate_len (string, length, NULL))
    {
      valid = g_utf8_make_valid (string, (gssize) length);
      string = valid;
      length = strlen (valid);
    }
  g_string_append_c (text, '"');
  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) string[i];

      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
        continue;
      g_string_append_len (text, string + start, (gssize) (i - start));
      start = i + 1;
      if (c == '"' || c == '\\')
        {
          g_string_append_c (text, '\\');
          g_string_append_c (text, (char) c);
        }
      else if (c == '\n')
        g_string_append (text, "\\n");
      else if (c == '\r')
        g_string_append (text, "\\r");
      else if (c == '\t')
        g_string_append (text, "\\t");
      else
        g_string_append_printf (text, "\\u%04x", c);
    }
  g_string_append_len (text, string + start, (gssize) (length - start));
  g_string_append_c (text, '"');
}

/* A number of parts, as a decimal fraction: sixteenths have four digits at most, tenths one. */
static void
append_fraction (GString *text, int number, int parts)
{
  char buffer[16], *to = buffer;
  int fraction = ABS (number) % parts * (10000 / parts);

  if (number < 0)
    g_string_append_c (text, '-');
  g_string_append_printf (text, "%d", ABS (number) / parts);
  if (fraction == 0)
    return;
  *to++ = '.';
  to = put_digits (to, fraction, 4);
  while (to[-1] == '0')
    to--;
  g_string_append_len (text, buffer, to - buffer);
}

static gboolean
is_known_figure (gint64 figure, const char *view, const guint8 *bytes, gsize length)
{
  FasciaView known;

  if (figure <= 0 || figure > FASCIA_FIGURE_VERSION || view == NULL
      || !fascia_view_from_code (view, &known) || length == 0 || length % 5 != 0)
    return FALSE;
  for (gsize i = 4; i < length; i += 5)
    if (bytes[i] > 100 && bytes[i] != 255)
      return FALSE;
  return TRUE;
}

void
fascia_record_append_points (GString *text,
                             gint64 figure,
                             const char *view,
                             const guint8 *bytes,
                             gsize length)
{
  if (!is_known_figure (figure, view, bytes, length))
    {
      g_autofree char *encoded = g_base64_encode (bytes, length);

      g_string_append (text, FASCIA_RECORD_BASE64);
      g_string_append (text, encoded);
      return;
    }
  for (gsize i = 0; i < length; i += 5)
    {
      if (i > 0)
        g_string_append_c (text, ';');
      append_fraction (text, (gint16) (guint16) (bytes[i] | bytes[i + 1] << 8),
                       FASCIA_DRAWING_STEPS);
      g_string_append_c (text, ' ');
      append_fraction (text, (gint16) (guint16) (bytes[i + 2] | bytes[i + 3] << 8),
                       FASCIA_DRAWING_STEPS);
      if (bytes[i + 4] != 255)
        {
          g_string_append_c (text, ' ');
          append_fraction (text, bytes[i + 4], FASCIA_DRAWING_LEVEL_STEPS);
        }
    }
}

char *
fascia_record_dup_json (const char *text)
{
  const FasciaJsonSpan whole = { .text = text, .length = strlen (text), .line = 1 };
  FasciaJsonScanner scanner;
  FasciaJsonSpan value;

  fascia_json_scanner_init (&scanner, &whole);
  if (!g_utf8_validate (text, -1, NULL) || !fascia_json_scanner_skip_value (&scanner, &value))
    return NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, -1, NULL) || json_parser_get_root (parser) == NULL)
    return NULL;
  g_autofree char *json = json_to_string (json_parser_get_root (parser), FALSE);
  /* A number may be larger than any that there is, and what it becomes is no JSON. */
  return json_parser_load_from_data (parser, json, -1, NULL) ? g_steal_pointer (&json) : NULL;
}

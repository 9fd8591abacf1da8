/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing to the end of a text without asking for room at every letter. */

#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* Room for @n_bytes behind the end of @text; what was written there belongs to it only after
 * fascia_text_take(). */
static inline char *
fascia_text_reserve (GString *text, gsize n_bytes)
{
  gsize length = text->len;

  if (text->allocated_len - length <= n_bytes)
    {
      g_string_set_size (text, length + n_bytes);
      text->len = length;
    }
  return text->str + length;
}

/* @end: behind the last byte that was written to that room. */
static inline void
fascia_text_take (GString *text, char *end)
{
  *end = '\0';
  text->len = (gsize) (end - text->str);
}

static inline char *
fascia_put_bytes (char *to, const char *bytes, gsize n_bytes)
{
  memcpy (to, bytes, n_bytes);
  return to + n_bytes;
}

/* At most FASCIA_PUT_INTEGER_MAX bytes. */
#define FASCIA_PUT_INTEGER_MAX 20

static inline char *
fascia_put_integer (char *to, gint64 number)
{
  char digits[FASCIA_PUT_INTEGER_MAX];
  guint at = sizeof digits;
  guint64 rest = number < 0 ? (guint64) 0 - (guint64) number : (guint64) number;

  if (number < 0)
    *to++ = '-';
  do
    {
      digits[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  while (rest > 0);
  return fascia_put_bytes (to, digits + at, sizeof digits - at);
}

G_END_DECLS

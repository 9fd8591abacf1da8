/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * UUIDv7 (RFC 9562, section 5.7): making, comparing, writing, reading. */

#include "config.h"

#include <string.h>

#include "fascia-entry.h"

void
fascia_uid_init (FasciaUid *uid, gint64 utc_ms, const guint8 random[10])
{
  g_return_if_fail (uid != NULL);
  g_return_if_fail (random != NULL);

  guint64 ms = utc_ms < 0 ? 0 : (guint64) utc_ms;
  for (int i = 0; i < 6; i++)
    uid->bytes[i] = (guint8) (ms >> (8 * (5 - i)));
  memcpy (uid->bytes + 6, random, 10);
  uid->bytes[6] = (guint8) (0x70 | (uid->bytes[6] & 0x0f));
  uid->bytes[8] = (guint8) (0x80 | (uid->bytes[8] & 0x3f));
}

gboolean
fascia_uid_equal (const FasciaUid *a, const FasciaUid *b)
{
  return memcmp (a->bytes, b->bytes, sizeof a->bytes) == 0;
}

/* A hyphen goes before these bytes. */
static gboolean
has_hyphen_before (int byte)
{
  return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

char *
fascia_uid_to_string (const FasciaUid *uid)
{
  g_return_val_if_fail (uid != NULL, NULL);

  GString *text = g_string_sized_new (37);
  for (int i = 0; i < 16; i++)
    g_string_append_printf (text, "%s%02x", has_hyphen_before (i) ? "-" : "", uid->bytes[i]);
  return g_string_free (text, FALSE);
}

gboolean
fascia_uid_parse (const char *text, FasciaUid *uid)
{
  FasciaUid parsed;

  g_return_val_if_fail (uid != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  for (int i = 0; i < 16; i++)
    {
      if (has_hyphen_before (i) && *text++ != '-')
        return FALSE;
      if (!g_ascii_isxdigit (text[0]) || !g_ascii_isxdigit (text[1]))
        return FALSE;
      parsed.bytes[i]
          = (guint8) (g_ascii_xdigit_value (text[0]) * 16 + g_ascii_xdigit_value (text[1]));
      text += 2;
    }
  if (*text != '\0')
    return FALSE;
  *uid = parsed;
  return TRUE;
}

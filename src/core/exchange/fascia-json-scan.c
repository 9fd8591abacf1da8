/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the parts of a large file of JSON lie. */

#include "config.h"

#include "fascia-json-scan.h"

#include <string.h>

void
fascia_json_scanner_init (FasciaJsonScanner *self, const FasciaJsonSpan *span)
{
  *self = (FasciaJsonScanner) { .p = span->text,
                                .end = span->text + span->length,
                                .line = span->line };
}

static void
skip_blanks (FasciaJsonScanner *self)
{
  while (self->p < self->end
         && (*self->p == ' ' || *self->p == '\t' || *self->p == '\r' || *self->p == '\n'))
    {
      if (*self->p == '\n')
        self->line++;
      self->p++;
    }
}

gboolean
fascia_json_scanner_take (FasciaJsonScanner *self, char c)
{
  skip_blanks (self);
  if (self->p >= self->end || *self->p != c)
    return FALSE;
  self->p++;
  return TRUE;
}

gboolean
fascia_json_scanner_is_at_end (FasciaJsonScanner *self)
{
  skip_blanks (self);
  return self->p >= self->end;
}

/* From the first quote on. */
static gboolean
skip_string (FasciaJsonScanner *self)
{
  for (self->p++; self->p < self->end; self->p++)
    {
      if (*self->p == '"')
        {
          self->p++;
          return TRUE;
        }
      if (*self->p == '\n')
        self->line++;
      if (*self->p == '\\' && self->p + 1 < self->end)
        self->p++;
    }
  return FALSE;
}

static gboolean
skip_nested (FasciaJsonScanner *self)
{
  int depth = 0;

  while (self->p < self->end)
    {
      char c = *self->p;

      if (c == '"')
        {
          if (!skip_string (self))
            return FALSE;
          continue;
        }
      if (c == '\n')
        self->line++;
      self->p++;
      if ((c == '{' || c == '[') && ++depth > FASCIA_JSON_MAX_DEPTH)
        return FALSE;
      if ((c == '}' || c == ']') && --depth == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
fascia_json_scanner_skip_value (FasciaJsonScanner *self, FasciaJsonSpan *span)
{
  gboolean is_whole;

  skip_blanks (self);
  if (self->p >= self->end)
    return FALSE;
  span->text = self->p;
  span->line = self->line;
  if (*self->p == '{' || *self->p == '[')
    is_whole = skip_nested (self);
  else if (*self->p == '"')
    is_whole = skip_string (self);
  else
    {
      while (self->p < self->end && strchr (",:]}\" \t\r\n", *self->p) == NULL)
        self->p++;
      is_whole = self->p > span->text;
    }
  span->length = (gsize) (self->p - span->text);
  return is_whole;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stable codes of scales, kinds of entries and efforts. */

#include "config.h"

#include <string.h>

#include "fascia-entry-private.h"

typedef struct
{
  int value;
  const char *code;
} Code;

static const Code scale_codes[] = {
  { FASCIA_SCALE_TIGHTNESS, "tightness" },
  { FASCIA_SCALE_PAIN, "pain" },
};

static const Code kind_codes[] = {
  { FASCIA_ENTRY_CHECK_IN, "check-in" }, { FASCIA_ENTRY_MEASUREMENT, "measurement" },
  { FASCIA_ENTRY_SESSION, "session" },   { FASCIA_ENTRY_VISIT, "visit" },
  { FASCIA_ENTRY_EXERCISE, "exercise" }, { FASCIA_ENTRY_TREATMENT, "treatment" },
  { FASCIA_ENTRY_EVENT, "event" },       { FASCIA_ENTRY_NOTE, "note" },
};

static const Code effort_codes[] = {
  { FASCIA_EFFORT_LIGHT, "light" },
  { FASCIA_EFFORT_MODERATE, "moderate" },
  { FASCIA_EFFORT_HEAVY, "heavy" },
};

static const char *
value_to_code (const Code *codes, gsize n_codes, int value)
{
  for (gsize i = 0; i < n_codes; i++)
    if (codes[i].value == value)
      return codes[i].code;
  return NULL;
}

static gboolean
code_to_value (const Code *codes, gsize n_codes, const char *code, int *value)
{
  for (gsize i = 0; code != NULL && i < n_codes; i++)
    if (strcmp (codes[i].code, code) == 0)
      {
        *value = codes[i].value;
        return TRUE;
      }
  return FALSE;
}

const char *
fascia_scale_to_code (FasciaScale scale)
{
  return value_to_code (scale_codes, G_N_ELEMENTS (scale_codes), (int) scale);
}

gboolean
fascia_scale_from_code (const char *code, FasciaScale *scale)
{
  int value;

  if (!code_to_value (scale_codes, G_N_ELEMENTS (scale_codes), code, &value))
    return FALSE;
  *scale = (FasciaScale) value;
  return TRUE;
}

const char *
fascia_entry_kind_to_code (FasciaEntryKind kind)
{
  return value_to_code (kind_codes, G_N_ELEMENTS (kind_codes), (int) kind);
}

gboolean
fascia_entry_kind_from_code (const char *code, FasciaEntryKind *kind)
{
  int value;

  if (!code_to_value (kind_codes, G_N_ELEMENTS (kind_codes), code, &value))
    return FALSE;
  *kind = (FasciaEntryKind) value;
  return TRUE;
}

const char *
fascia_effort_to_code (FasciaEffort effort)
{
  return value_to_code (effort_codes, G_N_ELEMENTS (effort_codes), (int) effort);
}

gboolean
fascia_effort_from_code (const char *code, FasciaEffort *effort)
{
  int value;

  if (!code_to_value (effort_codes, G_N_ELEMENTS (effort_codes), code, &value))
    return FALSE;
  *effort = (FasciaEffort) value;
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether this person may follow a paced breath, and why not. */

#include "config.h"

#include "fascia-breath-open.h"

#include <glib/gi18n-lib.h>

#include "fascia-breath.h"

static char *
dup_reasons (const FasciaVerdict *verdict)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; verdict->reasons != NULL && i < verdict->reasons->len; i++)
    {
      const FasciaReason *reason = &g_array_index (verdict->reasons, FasciaReason, i);

      if (!reason->holds_back)
        continue;
      g_autofree char *sentence = fascia_reason_dup_text (reason);
      g_string_append_printf (text, "%s\n", sentence);
    }
  if (verdict->kind != FASCIA_VERDICT_HELD_BACK)
    g_string_append_printf (text, "%s\n", _ ("Your answers to the safety check are not known."));
  g_string_append (text, _ ("So there is no breath to follow here. Rest is open to you."));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

FasciaBreathLeave
fascia_breath_judge (const FasciaSafety *safety, FasciaLibrary *library, char **reasons)
{
  const FasciaStep *step
      = library != NULL ? fascia_library_lookup_step (library, FASCIA_BREATH_STEP) : NULL;
  FasciaBreathLeave leave = FASCIA_BREATH_UNKNOWN;
  g_auto (FasciaVerdict) verdict = { 0 };

  if (safety != NULL && step != NULL)
    {
      fascia_safety_judge (safety, &verdict, fascia_step_get_traits (step), NULL,
                           fascia_step_get_dose (step)->cap);
      leave
          = verdict.kind == FASCIA_VERDICT_HELD_BACK ? FASCIA_BREATH_HELD_BACK : FASCIA_BREATH_OPEN;
    }
  if (reasons != NULL)
    *reasons = leave == FASCIA_BREATH_OPEN ? NULL : dup_reasons (&verdict);
  return leave;
}

gboolean
fascia_breath_is_for (const FasciaStep *step)
{
  g_return_val_if_fail (step != NULL, FALSE);

  return !g_str_equal (fascia_step_get_id (step), FASCIA_BREATH_REST_STEP);
}

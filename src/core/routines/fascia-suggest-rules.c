/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of suggestions in words. */

#include "config.h"

#include "fascia-suggest.h"

#include <glib/gi18n-lib.h>

const char *
fascia_rule_get_text (FasciaRule rule)
{
  switch (rule)
    {
    case FASCIA_RULE_MARKED_NOW:
      return _ ("What is marked now comes first, the worst place before others.");
    case FASCIA_RULE_MARKED_LATELY:
      return _ (
          "What was marked in the last two weeks comes next, the worst place and the newest mark "
          "before others.");
    case FASCIA_RULE_LINKED:
      return _ ("A place that is often linked with a marked one may be worth a try. "
                "It need not be the reason.");
    case FASCIA_RULE_PLANNED:
      return _ ("What your plan has for today comes before other ideas.");
    case FASCIA_RULE_HELPED:
      return _ ("What you rated better after comes before others for the same place.");
    case FASCIA_RULE_GENERAL:
      return _ ("Nothing is marked, so this is something easy for the whole body.");
    case FASCIA_RULE_BESIDE:
      return _ ("Little or nothing may press on this place, so the work is done beside it.");
    case FASCIA_RULE_STOPPED:
      return _ (
          "You stopped today because of how it felt. For the rest of the day there is only rest "
          "and breathing.");
    default:
      return "";
    }
}

const char *
fascia_rule_to_code (FasciaRule rule)
{
  static const char *const codes[] = {
    [FASCIA_RULE_MARKED_NOW] = "marked-now", [FASCIA_RULE_MARKED_LATELY] = "marked-lately",
    [FASCIA_RULE_LINKED] = "linked",         [FASCIA_RULE_PLANNED] = "planned",
    [FASCIA_RULE_HELPED] = "helped",         [FASCIA_RULE_GENERAL] = "general",
    [FASCIA_RULE_BESIDE] = "beside",         [FASCIA_RULE_STOPPED] = "stopped",
  };

  return rule >= FASCIA_RULE_MARKED_NOW && rule < G_N_ELEMENTS (codes) ? codes[rule] : NULL;
}

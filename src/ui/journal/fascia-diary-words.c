/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a visit, an exercise and an event are described with: codes and their names. Pure.
 */

#include "config.h"

#include "fascia-diary-words.h"

#include <glib/gi18n.h>

static const char technique_context[] = "technique";
static const char tool_context[] = "tool";
static const char event_context[] = "event";

static const FasciaWord techniques[] = {
  /* Translators: how a therapist worked: pressing straight into what is tight */
  { "direct", NC_ ("technique", "Direct pressure") },
  /* Translators: how a therapist worked: gently following to where it lets go */
  { "indirect", NC_ ("technique", "Indirect, following") },
  /* Translators: how a therapist worked: with crossed hands that draw apart */
  { "cross-hand", NC_ ("technique", "Crossed hands") },
  /* Translators: how a therapist worked: lifting the skin and rolling it along */
  { "skin-rolling", NC_ ("technique", "Skin rolling") },
  { "stretch", NC_ ("technique", "Stretching") },
  { "movement", NC_ ("technique", "Movement") },
  { "strength", NC_ ("technique", "Strengthening") },
  { "breathing", NC_ ("technique", "Breathing") },
};

static const FasciaWord tools[] = {
  { "hands", NC_ ("tool", "Hands") },
  { "elbow", NC_ ("tool", "Elbow or forearm") },
  { "ball", NC_ ("tool", "Ball") },
  { "roller", NC_ ("tool", "Roller") },
  { "stick", NC_ ("tool", "Stick or scraper") },
  { "cups", NC_ ("tool", "Cups") },
  { "needles", NC_ ("tool", "Needles") },
  { "warmth", NC_ ("tool", "Warmth") },
  { "tape", NC_ ("tool", "Tape") },
};

static const FasciaWord events[] = {
  { "injury", NC_ ("event", "Injury") },
  { "illness", NC_ ("event", "Illness") },
  { "stress", NC_ ("event", "Stress") },
  { "new-thing", NC_ ("event", "New chair, shoes or bed") },
  { "travel", NC_ ("event", "Travel") },
  /* Translators: a spell in which pain is much worse than usual */
  { "flare", NC_ ("event", "Flare") },
  { "other", NC_ ("event", "Something else") },
};

const FasciaWord *
fascia_words_get_techniques (guint *n_words)
{
  *n_words = G_N_ELEMENTS (techniques);
  return techniques;
}

const FasciaWord *
fascia_words_get_tools (guint *n_words)
{
  *n_words = G_N_ELEMENTS (tools);
  return tools;
}

const FasciaWord *
fascia_words_get_events (guint *n_words)
{
  *n_words = G_N_ELEMENTS (events);
  return events;
}

const char *
fascia_word_get_name (const FasciaWord *word)
{
  const char *context = event_context;

  g_return_val_if_fail (word != NULL, NULL);

  if (word >= techniques && word < techniques + G_N_ELEMENTS (techniques))
    context = technique_context;
  else if (word >= tools && word < tools + G_N_ELEMENTS (tools))
    context = tool_context;
  return g_dpgettext2 (NULL, context, word->name);
}

static const char *
find_name (const FasciaWord *words, guint n_words, const char *code)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return fascia_word_get_name (&words[i]);
  return code;
}

const char *
fascia_words_get_technique_name (const char *code)
{
  return find_name (techniques, G_N_ELEMENTS (techniques), code);
}

const char *
fascia_words_get_tool_name (const char *code)
{
  return find_name (tools, G_N_ELEMENTS (tools), code);
}

const char *
fascia_words_get_event_name (const char *code)
{
  return find_name (events, G_N_ELEMENTS (events), code);
}

const char *
fascia_words_get_effort_name (FasciaEffort effort)
{
  switch (effort)
    {
    case FASCIA_EFFORT_LIGHT:
      return C_ ("effort", "Light");
    case FASCIA_EFFORT_MODERATE:
      return C_ ("effort", "Moderate");
    case FASCIA_EFFORT_HEAVY:
      return C_ ("effort", "Heavy");
    case FASCIA_EFFORT_NOT_GIVEN:
    default:
      return NULL;
    }
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole body map in sentences, for whoever does not see the figure. Pure.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "fascia-body-state.h"

static void
add_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* Takes @phrase. */
static void
add_sentence (GString *text, char *phrase)
{
  /* Translators: a phrase made into a sentence of its own: “Left shoulder top, tight 6” */
  g_autofree char *sentence = g_strdup_printf (C_ ("sentence", "%s."), phrase);

  add_line (text, sentence);
  g_free (phrase);
}

static void
add_places (GString *text, const FasciaBodyState *state)
{
  FasciaEntry *entry = fascia_body_state_get_entry (state);
  FasciaBody *body = fascia_body_state_get_body (state);

  if (entry == NULL)
    return;
  g_autoptr (GArray) places = fascia_text_list_places (entry, body);
  for (guint i = 0; i < places->len; i++)
    add_sentence (text, fascia_text_place_spoken (&g_array_index (places, FasciaPlace, i), body));
}

/* Places marked lately that wait for an answer, in the order of the body. */
static void
add_questions (GString *text, const FasciaBodyState *state)
{
  FasciaBody *body = fascia_body_state_get_body (state);
  guint n_questions = fascia_body_state_count_unanswered (state);

  if (n_questions == 0)
    return;
  /* Translators: heads a list of places marked in the last days that this check-in has not answered */
  add_line (text, ngettext ("One place to answer:", "Places to answer:", n_questions));
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const FasciaBodyPlace *place = fascia_body_state_get_place (state, region);
      int level = FASCIA_LEVEL_NOT_GIVEN;
      FasciaScale scale = FASCIA_SCALE_TIGHTNESS;

      if (fascia_body_place_is_marked (place))
        continue;
      if (fascia_body_place_get_look (place, scale, &level) != FASCIA_BODY_LOOK_OLD)
        {
          scale = FASCIA_SCALE_PAIN;
          if (fascia_body_place_get_look (place, scale, &level) != FASCIA_BODY_LOOK_OLD)
            continue;
        }
      g_autofree char *last = fascia_text_level (scale, level);
      /* Translators: a place to answer and what it was: “Left hip, last time tight 4” */
      add_sentence (text, g_strdup_printf (_ ("%1$s, last time %2$s"),
                                           fascia_region_get_name (region), last));
    }
}

static void
add_drawn (GString *text, const FasciaBodyState *state)
{
  FasciaEntry *entry = fascia_body_state_get_entry (state);
  FasciaBody *body = fascia_body_state_get_body (state);
  guint n_spreads = 0;

  if (entry == NULL)
    return;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  for (guint i = 0; i < n_spreads; i++)
    add_sentence (text, fascia_text_spread (&spreads[i], body));
  g_autofree char *drawings = fascia_text_drawings (entry);
  if (drawings != NULL)
    /* Translators: what is drawn on the figure: “Drawn on the figure: 2 spots, 1 stroke” */
    add_sentence (text, g_strdup_printf (_ ("Drawn on the figure: %s"), drawings));
}

char *
fascia_body_state_dup_spoken_summary (const FasciaBodyState *self,
                                      const FasciaMoment *moment,
                                      gboolean is_now,
                                      FasciaHours hours)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (moment != NULL, NULL);

  GString *text = g_string_new (NULL);
  FasciaEntry *entry = fascia_body_state_get_entry (self);
  if (entry != NULL)
    moment = fascia_entry_get_moment (entry);
  gint32 today = fascia_body_state_get_today (self);
  g_autofree char *when = fascia_text_when (moment, today, hours);

  /* Translators: begins a summary of the present check-in: “Now: Today, 14:20” */
  add_sentence (text, is_now ? g_strdup_printf (_ ("Now: %s"), when) : g_steal_pointer (&when));
  if (fascia_body_state_is_blank (self))
    add_sentence (text, g_strdup (_ ("Nothing marked yet")));
  else
    add_sentence (text, fascia_text_entry_title_spoken (entry));
  add_places (text, self);
  add_drawn (text, self);
  add_questions (text, self);
  return g_string_free_and_steal (text);
}

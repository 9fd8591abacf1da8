/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything an entry says besides its marks and its note, as titles and values. Pure.
 */

#include "config.h"

#include "fascia-entry-facts.h"

#include <glib/gi18n.h>

#include "fascia-diary-words.h"
#include "fascia-entry-text.h"

static void
free_fact (gpointer data)
{
  FasciaFact *fact = data;

  g_free (fact->title);
  g_free (fact->value);
  g_free (fact);
}

/* Takes @value; nothing is said of what was not given. */
static void
add (GPtrArray *facts, const char *title, char *value)
{
  if (value == NULL || value[0] == '\0')
    {
      g_free (value);
      return;
    }
  FasciaFact *fact = g_new0 (FasciaFact, 1);
  fact->title = g_strdup (title);
  fact->value = value;
  g_ptr_array_add (facts, fact);
}

static void
add_level (GPtrArray *facts, const char *title, int level)
{
  if (level >= 0)
    /* Translators: A level on a scale that ends at 10. */
    add (facts, title, g_strdup_printf (_ ("%d of 10"), level));
}

static void
add_visit (GPtrArray *facts, const FasciaVisit *visit, const FasciaNames *names)
{
  if (visit->minutes > 0)
    add (facts, _ ("How long"), fascia_entry_text_minutes (visit->minutes));
  add (facts, _ ("Therapist"), g_strdup (visit->therapist));
  add (facts, _ ("Areas"),
       fascia_entry_text_names (visit->areas, fascia_entry_text_region_name, names));
  add (facts, _ ("How they worked"),
       fascia_entry_text_names (visit->techniques, fascia_entry_text_technique_name, names));
  add (facts, _ ("With what"),
       fascia_entry_text_names (visit->tools, fascia_entry_text_tool_name, names));
  add_level (facts, _ ("Tight before"), visit->before);
  add_level (facts, _ ("Tight after"), visit->after);
  add_level (facts, _ ("Pressure you felt"), visit->pressure);
  add_level (facts, _ ("How good it was"), visit->rating);
  add (facts, _ ("What was said"), g_strdup (visit->said));
}

static void
add_exercise (GPtrArray *facts, const FasciaExercise *exercise)
{
  add (facts, _ ("What you did"), g_strdup (exercise->what));
  add (facts, _ ("How long"), fascia_entry_text_minutes (exercise->minutes));
  add (facts, _ ("How often"),
       fascia_entry_text_repetitions (exercise->sets, exercise->repetitions));
  add (facts, _ ("Effort"), g_strdup (fascia_words_get_effort_name (exercise->effort)));
}

static void
add_treatment (GPtrArray *facts, const FasciaTreatment *treatment)
{
  add (facts, _ ("Treatment or medicine"), g_strdup (treatment->what));
  add (facts, _ ("How much"), g_strdup (treatment->amount));
  if (treatment->taken != FASCIA_ANSWER_NOT_GIVEN)
    add (facts, _ ("Taken or done"),
         g_strdup (treatment->taken == FASCIA_ANSWER_YES ? C_ ("answer", "Yes")
                                                         : C_ ("answer", "No")));
  add_level (facts, _ ("How much it helped"), treatment->helped);
}

static void
add_event (GPtrArray *facts, const FasciaEvent *event, gint32 today)
{
  if (event->type != NULL)
    add (facts, _ ("What sort"), g_strdup (fascia_words_get_event_name (event->type)));
  add (facts, _ ("What happened"), g_strdup (event->what));
  if (event->until_day != FASCIA_DAY_NOT_GIVEN)
    add (facts, _ ("Last day"), fascia_text_day (event->until_day, today));
}

static void
add_session (GPtrArray *facts, const FasciaSession *session)
{
  guint n_done = fascia_entry_text_count_done (session);

  add (facts, _ ("How long"),
       fascia_entry_text_minutes (fascia_entry_text_get_session_minutes (session)));
  if (session->n_steps > 0)
    /* Translators: How many steps of a session were done, and of how many. */
    add (facts, _ ("Steps done"),
         g_strdup_printf (C_ ("steps", "%1$u of %2$u"), n_done, session->n_steps));
  add (facts, _ ("How it ended"), g_strdup (fascia_entry_text_session_outcome (session->outcome)));
  if (session->ease_offs > 0)
    add (facts, _ ("Eased off"),
         g_strdup_printf (ngettext ("%d time", "%d times", (guint) session->ease_offs),
                          session->ease_offs));
}

static void
add_measurements (GPtrArray *facts, const FasciaEntry *entry, const FasciaNames *names)
{
  const FasciaItems *items = names != NULL ? names->items : NULL;
  guint n_measurements = 0;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n_measurements);

  for (guint i = 0; i < n_measurements; i++)
    {
      const char *name = items != NULL ? fascia_items_get_name (items, measurements[i].item)
                                       : measurements[i].item;
      g_autofree char *title = NULL;

      switch (measurements[i].side)
        {
        case FASCIA_SIDE_LEFT:
          /* Translators: What is measured on the left; the side comes first: “Left: Knee to wall”. */
          title = g_strdup_printf (C_ ("measurement", "Left: %s"), name);
          break;
        case FASCIA_SIDE_RIGHT:
          /* Translators: What is measured on the right; the side comes first. */
          title = g_strdup_printf (C_ ("measurement", "Right: %s"), name);
          break;
        case FASCIA_SIDE_MIDLINE:
        default:
          title = g_strdup (name);
        }
      add (facts, title, fascia_entry_text_value (&measurements[i], names));
    }
}

GPtrArray *
fascia_entry_list_facts (const FasciaEntry *entry,
                         const FasciaNames *names,
                         gint32 today,
                         FasciaHours hours)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (free_fact);

  g_return_val_if_fail (entry != NULL, facts);

  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  gint64 end_ms = fascia_entry_get_end_ms (entry);
  if (end_ms != FASCIA_END_NOT_GIVEN && fascia_entry_get_session (entry) == NULL)
    {
      FasciaMoment end = *moment;
      gint64 day_ms = (gint64) 24 * 60 * 60 * 1000;
      gint64 local_ms = end_ms + (gint64) moment->offset_min * 60 * 1000;

      end.utc_ms = end_ms;
      end.day = (gint32) (local_ms / day_ms - (local_ms % day_ms < 0));
      add (facts, _ ("Until"),
           end.day == moment->day ? fascia_text_time (&end, hours)
                                  : fascia_text_when (&end, today, hours));
    }
  if (fascia_entry_get_visit (entry) != NULL)
    add_visit (facts, fascia_entry_get_visit (entry), names);
  if (fascia_entry_get_exercise (entry) != NULL)
    add_exercise (facts, fascia_entry_get_exercise (entry));
  if (fascia_entry_get_treatment (entry) != NULL)
    add_treatment (facts, fascia_entry_get_treatment (entry));
  if (fascia_entry_get_event (entry) != NULL)
    add_event (facts, fascia_entry_get_event (entry), today);
  if (fascia_entry_get_session (entry) != NULL)
    add_session (facts, fascia_entry_get_session (entry));
  add_measurements (facts, entry, names);
  add (facts, _ ("Tags"),
       fascia_entry_text_names (fascia_entry_get_tags (entry), fascia_entry_text_tag_name, names));
  return facts;
}

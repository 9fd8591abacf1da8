/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an entry of any kind says in one line, and what its kind is called. Pure.
 */

#include "config.h"

#include "fascia-entry-text.h"

#include <glib/gi18n.h>

#include "fascia-diary-words.h"
#include "fascia-entry-editor.h"
#include "fascia-text.h"

/* A line names this many places or tags and counts the others. */
#define MAX_NAMES 4

#define MINUTE_MS ((gint64) 60 * 1000)

const char *
fascia_entry_text_kind (FasciaEntryKind kind)
{
  return fascia_text_entry_kind (kind);
}

const char *
fascia_entry_text_icon (FasciaEntryKind kind)
{
  switch (kind)
    {
    case FASCIA_ENTRY_CHECK_IN:
      return "fascia-body-symbolic";
    case FASCIA_ENTRY_MEASUREMENT:
      return "fascia-measurement-symbolic";
    case FASCIA_ENTRY_SESSION:
      return "fascia-session-symbolic";
    case FASCIA_ENTRY_VISIT:
      return "fascia-visit-symbolic";
    case FASCIA_ENTRY_EXERCISE:
      return "fascia-exercise-symbolic";
    case FASCIA_ENTRY_TREATMENT:
      return "fascia-treatment-symbolic";
    case FASCIA_ENTRY_EVENT:
      return "fascia-event-symbolic";
    case FASCIA_ENTRY_NOTE:
    default:
      return "fascia-note-symbolic";
    }
}

/* ---- parts of a line ---- */

/* Lines are built two by two, so that a translation may change how they are joined. Takes both. */
static char *
join (char *first, char *second)
{
  g_autofree char *head = first;
  g_autofree char *tail = second;

  if (head == NULL)
    return g_steal_pointer (&tail);
  if (tail == NULL)
    return g_steal_pointer (&head);
  /* Translators: Joins two things that an entry says, or what was said and one thing more: “60 min ·
   * Anna”. */
  return g_strdup_printf (C_ ("what an entry says", "%1$s · %2$s"), head, tail);
}

/* A text of several lines in one; NULL for NULL. */
static char *
fold (const char *text)
{
  g_auto (GStrv) words = NULL;
  GString *line;

  if (text == NULL)
    return NULL;
  words = g_strsplit_set (text, " \t\r\n", -1);
  line = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, words[i]);
    }
  return g_string_free_and_steal (line);
}

/* At most @max of them, and how many there are beside. */
static char *
first_names (const char *const *codes, FasciaNameFunc get_name, gconstpointer data, guint max)
{
  g_autofree char *list = NULL;
  guint n = 0;

  for (; codes != NULL && codes[n] != NULL; n++)
    {
      g_autofree char *head = g_steal_pointer (&list);

      if (n >= max)
        {
          list = g_steal_pointer (&head);
          continue;
        }
      /* Translators: Joins two names of places, tags or tools, or a list of them and one more. */
      list = head != NULL ? g_strdup_printf (C_ ("list of names", "%1$s, %2$s"), head,
                                             get_name (codes[n], data))
                          : g_strdup (get_name (codes[n], data));
    }
  if (n > max)
    {
      guint n_more = n - max;
      g_autofree char *head = g_steal_pointer (&list);

      /* Translators: A list of names that only has the first ones: “Neck, Jaw and 3 more”. */
      list = g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", n_more), head,
                              n_more);
    }
  return g_steal_pointer (&list);
}

char *
fascia_entry_text_names (const char *const *codes, FasciaNameFunc get_name, gconstpointer data)
{
  return first_names (codes, get_name, data, G_MAXUINT);
}

const char *
fascia_entry_text_region_name (const char *code, gconstpointer names)
{
  return fascia_text_region (names != NULL ? ((const FasciaNames *) names)->body : NULL, code);
}

const char *
fascia_entry_text_tag_name (const char *code, gconstpointer names)
{
  const FasciaTags *tags = names != NULL ? ((const FasciaNames *) names)->tags : NULL;

  return tags != NULL ? fascia_tags_get_name (tags, code) : code;
}

const char *
fascia_entry_text_technique_name (const char *code, gconstpointer names)
{
  return fascia_words_get_technique_name (code);
}

const char *
fascia_entry_text_tool_name (const char *code, gconstpointer names)
{
  return fascia_words_get_tool_name (code);
}

char *
fascia_entry_text_minutes (int minutes)
{
  if (minutes < 0)
    return NULL;
  /* Translators: How long something took, in minutes. */
  return g_strdup_printf (ngettext ("%d min", "%d min", (guint) minutes), minutes);
}

/* "3 March 2026" */
static char *
dup_date (gint32 day)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (day);

  /* Translators: A date such as “3 March 2026”, in the notation of g_date_time_format(). */
  return g_date_time_format (date, _ ("%-e %B %Y"));
}

/* ---- measurements ---- */

/* "Left: Neck turn 60°" */
static char *
dup_measurement (const FasciaMeasurement *measurement, const FasciaNames *names)
{
  const FasciaItems *items = names != NULL ? names->items : NULL;
  const FasciaItem *item = items != NULL ? fascia_items_lookup (items, measurement->item) : NULL;
  const char *name = item != NULL ? fascia_item_get_name (item) : measurement->item;
  g_autofree char *value = fascia_entry_text_value (measurement, names);

  switch (measurement->side)
    {
    case FASCIA_SIDE_LEFT:
      /* Translators: What was measured on the left, and the value: “Left: Neck turn 60°”. The side
       * comes first. */
      return g_strdup_printf (C_ ("measurement", "Left: %1$s %2$s"), name, value);
    case FASCIA_SIDE_RIGHT:
      /* Translators: What was measured on the right, and the value: “Right: Neck turn 60°”. The side
       * comes first. */
      return g_strdup_printf (C_ ("measurement", "Right: %1$s %2$s"), name, value);
    case FASCIA_SIDE_MIDLINE:
    default:
      /* Translators: What was measured or asked, and the value: “Sleep 6 of 10”. */
      return g_strdup_printf (C_ ("measurement", "%1$s %2$s"), name, value);
    }
}

char *
fascia_entry_text_value (const FasciaMeasurement *measurement, const FasciaNames *names)
{
  const FasciaItems *items = names != NULL ? names->items : NULL;
  const FasciaItem *item = NULL;

  g_return_val_if_fail (measurement != NULL, NULL);

  if (items != NULL)
    item = fascia_items_lookup (items, measurement->item);
  if (item != NULL)
    return fascia_item_dup_value (item, measurement->value);
  if (measurement->unit != NULL)
    /* Translators: A number and its unit, of a measurement that this version does not know. */
    return g_strdup_printf (C_ ("measurement", "%1$g %2$s"), measurement->value, measurement->unit);
  return g_strdup_printf ("%g", measurement->value);
}

static char *
add_measurements (const FasciaEntry *entry, const FasciaNames *names, char *line)
{
  guint n_measurements = 0;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n_measurements);
  g_autofree char *all = line;

  for (guint i = 0; i < MIN (n_measurements, MAX_NAMES); i++)
    all = join (g_steal_pointer (&all), dup_measurement (&measurements[i], names));
  if (n_measurements > MAX_NAMES)
    {
      guint n_more = n_measurements - MAX_NAMES;

      /* Translators: The end of a line that names only the first values. */
      all = join (g_steal_pointer (&all),
                  g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more));
    }
  return g_steal_pointer (&all);
}

/* ---- each kind ---- */

static char *
describe_visit (const FasciaVisit *visit, const FasciaNames *names)
{
  g_autofree char *line = NULL;

  if (visit->minutes > 0)
    line = fascia_entry_text_minutes (visit->minutes);
  line = join (g_steal_pointer (&line), fold (visit->therapist));
  line = join (g_steal_pointer (&line),
               first_names (visit->areas, fascia_entry_text_region_name, names, MAX_NAMES));
  if (visit->before >= 0 && visit->after >= 0)
    /* Translators: How tight it was before and after a visit, both from 0 to 10. */
    line = join (g_steal_pointer (&line), g_strdup_printf (_ ("tight %1$d before, %2$d after"),
                                                           visit->before, visit->after));
  else if (visit->before >= 0)
    /* Translators: How tight it was before a visit, from 0 to 10. */
    line = join (g_steal_pointer (&line), g_strdup_printf (_ ("tight %d before"), visit->before));
  else if (visit->after >= 0)
    /* Translators: How tight it was after a visit, from 0 to 10. */
    line = join (g_steal_pointer (&line), g_strdup_printf (_ ("tight %d after"), visit->after));
  return g_steal_pointer (&line);
}

char *
fascia_entry_text_repetitions (int sets, int repetitions)
{
  if (sets > 0 && repetitions > 0)
    /* Translators: How an exercise was done: so many sets of so many repetitions. */
    return g_strdup_printf (C_ ("exercise", "%1$d × %2$d"), sets, repetitions);
  if (sets > 0)
    return g_strdup_printf (ngettext ("%d set", "%d sets", (guint) sets), sets);
  if (repetitions > 0)
    return g_strdup_printf (ngettext ("%d repetition", "%d repetitions", (guint) repetitions),
                            repetitions);
  return NULL;
}

static char *
describe_exercise (const FasciaExercise *exercise)
{
  g_autofree char *line = fold (exercise->what);

  line = join (g_steal_pointer (&line), fascia_entry_text_minutes (exercise->minutes));
  line = join (g_steal_pointer (&line), g_strdup (fascia_words_get_effort_name (exercise->effort)));
  return join (g_steal_pointer (&line),
               fascia_entry_text_repetitions (exercise->sets, exercise->repetitions));
}

static char *
describe_treatment (const FasciaTreatment *treatment)
{
  g_autofree char *line = join (fold (treatment->what), fold (treatment->amount));

  if (treatment->taken == FASCIA_ANSWER_YES)
    /* Translators: of a medicine or a treatment */
    line = join (g_steal_pointer (&line), g_strdup (C_ ("treatment", "taken")));
  else if (treatment->taken == FASCIA_ANSWER_NO)
    /* Translators: of a medicine or a treatment */
    line = join (g_steal_pointer (&line), g_strdup (C_ ("treatment", "not taken")));
  if (treatment->helped >= 0)
    /* Translators: How much a treatment helped, from 0 to 10. */
    line = join (g_steal_pointer (&line),
                 g_strdup_printf (_ ("helped %d of 10"), treatment->helped));
  return g_steal_pointer (&line);
}

static char *
describe_event (const FasciaEvent *event)
{
  g_autofree char *line
      = event->type != NULL ? g_strdup (fascia_words_get_event_name (event->type)) : NULL;

  line = join (g_steal_pointer (&line), fold (event->what));
  if (event->until_day != FASCIA_DAY_NOT_GIVEN)
    {
      g_autofree char *date = dup_date (event->until_day);

      /* Translators: The last day of an event: “until 3 March 2026”. */
      line = join (g_steal_pointer (&line), g_strdup_printf (_ ("until %s"), date));
    }
  return g_steal_pointer (&line);
}

int
fascia_entry_text_get_session_minutes (const FasciaSession *session)
{
  g_return_val_if_fail (session != NULL, FASCIA_NOT_GIVEN);

  if (session->ended_ms == 0 || session->ended_ms < session->started_ms)
    return FASCIA_NOT_GIVEN;
  gint64 ms = session->ended_ms - session->started_ms - MAX (session->paused_ms, 0);
  return (int) CLAMP ((ms + MINUTE_MS / 2) / MINUTE_MS, 0, G_MAXINT);
}

guint
fascia_entry_text_count_done (const FasciaSession *session)
{
  guint n_done = 0;

  g_return_val_if_fail (session != NULL, 0);

  for (guint i = 0; i < session->n_steps; i++)
    if (g_strcmp0 (session->steps[i].outcome, "done") == 0)
      n_done++;
  return n_done;
}

const char *
fascia_entry_text_session_outcome (const char *outcome)
{
  if (g_strcmp0 (outcome, "stopped") == 0)
    /* Translators: of a session */
    return C_ ("session", "stopped early");
  if (g_strcmp0 (outcome, "interrupted") == 0)
    /* Translators: of a session */
    return C_ ("session", "interrupted");
  if (g_strcmp0 (outcome, "finished") == 0)
    /* Translators: of a session */
    return C_ ("session", "finished");
  return outcome;
}

static char *
describe_session (const FasciaSession *session)
{
  g_autofree char *line
      = fascia_entry_text_minutes (fascia_entry_text_get_session_minutes (session));
  guint n_done = fascia_entry_text_count_done (session);

  if (n_done > 0)
    /* Translators: How many steps of a session were done. */
    line = join (g_steal_pointer (&line),
                 g_strdup_printf (ngettext ("%u step", "%u steps", n_done), n_done));
  if (session->outcome != NULL && !g_str_equal (session->outcome, "finished"))
    line = join (g_steal_pointer (&line),
                 g_strdup (fascia_entry_text_session_outcome (session->outcome)));
  return g_steal_pointer (&line);
}

char *
fascia_entry_text_summary (const FasciaEntry *entry, const FasciaNames *names)
{
  g_autofree char *line = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  if (fascia_entry_get_visit (entry) != NULL)
    line = describe_visit (fascia_entry_get_visit (entry), names);
  else if (fascia_entry_get_exercise (entry) != NULL)
    line = describe_exercise (fascia_entry_get_exercise (entry));
  else if (fascia_entry_get_treatment (entry) != NULL)
    line = describe_treatment (fascia_entry_get_treatment (entry));
  else if (fascia_entry_get_event (entry) != NULL)
    line = describe_event (fascia_entry_get_event (entry));
  else if (fascia_entry_get_session (entry) != NULL)
    line = describe_session (fascia_entry_get_session (entry));

  line = add_measurements (entry, names, g_steal_pointer (&line));
  return join (g_steal_pointer (&line), first_names (fascia_entry_get_tags (entry),
                                                     fascia_entry_text_tag_name, names, MAX_NAMES));
}

char *
fascia_entry_text_title (const FasciaEntry *entry, const FasciaNames *names, gboolean is_spoken)
{
  g_return_val_if_fail (entry != NULL, NULL);

  if (fascia_items_is_quick_day (names != NULL ? names->items : NULL, entry))
    return g_strdup (_ ("Quick Day"));
  return is_spoken ? fascia_text_entry_title_spoken (entry) : fascia_text_entry_title (entry);
}

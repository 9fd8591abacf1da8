/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the kinds beside check-ins say, as lines of a terminal. */

#include "config.h"

#include "fascia-cli-text.h"

#include <glib/gi18n.h>

#include "draw/fascia-entry-words.h"

/* Takes over @words. */
static void
add (GPtrArray *parts, char *words)
{
  g_ptr_array_add (parts, words);
}

static void
add_text (GPtrArray *parts, const char *text)
{
  if (text != NULL)
    add (parts, g_strdup (text));
}

static void
add_minutes (GPtrArray *parts, int minutes)
{
  if (minutes > 0)
    /* Translators: how long something was, in minutes. */
    add (parts, g_strdup_printf (C_ ("list", "%d min"), minutes));
}

/* @format has one %d. */
static void
add_given (GPtrArray *parts, const char *format, int value)
{
  if (value != FASCIA_NOT_GIVEN)
    {
      g_autofree char *number = g_strdup_printf ("%d", value);
      g_auto (GStrv) around = g_strsplit (format, "%d", 2);

      add (parts, g_strjoinv (number, around));
    }
}

static void
add_list (GPtrArray *parts, const char *const *codes)
{
  if (codes != NULL && codes[0] != NULL)
    add (parts, g_strjoinv (C_ ("list", ", "), (char **) codes));
}

static void
add_areas (GPtrArray *parts, const char *const *areas, const FasciaBody *body)
{
  for (guint i = 0; areas != NULL && areas[i] != NULL; i++)
    add_text (parts, fascia_words_get_place_name (body, areas[i]));
}

static void
add_visit (GPtrArray *parts, const FasciaVisit *visit, const FasciaBody *body)
{
  add_text (parts, visit->therapist);
  add_minutes (parts, visit->minutes);
  add_areas (parts, visit->areas, body);
  add_list (parts, visit->techniques);
  add_list (parts, visit->tools);
  /* Translators: how strong the pressure of a visit felt, 0 to 10. */
  add_given (parts, C_ ("list", "pressure %d"), visit->pressure);
  /* Translators: how tight it was before and after a visit, 0 to 10. */
  add_given (parts, C_ ("list", "tight %d before"), visit->before);
  add_given (parts, C_ ("list", "tight %d after"), visit->after);
  /* Translators: how good a visit was, 0 to 10. */
  add_given (parts, C_ ("list", "rated %d"), visit->rating);
}

static void
add_exercise (GPtrArray *parts, const FasciaExercise *exercise)
{
  add_text (parts, exercise->what);
  add_minutes (parts, exercise->minutes);
  switch (exercise->effort)
    {
    case FASCIA_EFFORT_LIGHT:
      add_text (parts, C_ ("effort", "light"));
      break;
    case FASCIA_EFFORT_MODERATE:
      add_text (parts, C_ ("effort", "moderate"));
      break;
    case FASCIA_EFFORT_HEAVY:
      add_text (parts, C_ ("effort", "heavy"));
      break;
    case FASCIA_EFFORT_NOT_GIVEN:
    default:
      break;
    }
  if (exercise->sets != FASCIA_NOT_GIVEN)
    add (parts,
         g_strdup_printf (ngettext ("%d set", "%d sets", (gulong) exercise->sets), exercise->sets));
  if (exercise->repetitions != FASCIA_NOT_GIVEN)
    add (parts, g_strdup_printf (
                    ngettext ("%d repetition", "%d repetitions", (gulong) exercise->repetitions),
                    exercise->repetitions));
}

static void
add_treatment (GPtrArray *parts, const FasciaTreatment *treatment)
{
  add_text (parts, treatment->what);
  add_text (parts, treatment->amount);
  if (treatment->taken != FASCIA_ANSWER_NOT_GIVEN)
    /* Translators: whether a treatment was taken or done. */
    add_text (parts, treatment->taken == FASCIA_ANSWER_YES ? C_ ("treatment", "yes")
                                                           : C_ ("treatment", "no"));
  /* Translators: how much a treatment helped, 0 to 10. */
  add_given (parts, C_ ("list", "helped %d"), treatment->helped);
}

static void
add_event (GPtrArray *parts, const FasciaEvent *event)
{
  int year, month, dom;

  add_text (parts, event->type);
  add_text (parts, event->what);
  if (event->until_day == FASCIA_DAY_NOT_GIVEN)
    return;
  fascia_day_to_ymd (event->until_day, &year, &month, &dom);
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", year, month, dom);
  /* Translators: the last day of an event: "until 2026-03-01". */
  add (parts, g_strdup_printf (C_ ("list", "until %s"), day));
}

static void
add_session (GPtrArray *parts, const FasciaSession *session)
{
  add_text (parts, session->routine);
  add_text (parts, session->outcome);
}

/* At the offset at which the entry began; with the day when it is another. */
static void
add_end (GPtrArray *parts, const FasciaEntry *entry)
{
  FasciaMoment end = *fascia_entry_get_moment (entry);
  const gint64 minute_ms = 60 * 1000;
  const gint64 day_ms = 24 * 60 * minute_ms;
  int year, month, dom;

  if (fascia_entry_get_end_ms (entry) == FASCIA_END_NOT_GIVEN)
    return;
  end.utc_ms = fascia_entry_get_end_ms (entry);
  gint64 local_ms = end.utc_ms + end.offset_min * minute_ms;
  gint32 day = (gint32) (local_ms / day_ms - (local_ms % day_ms < 0 ? 1 : 0));
  int minute = fascia_moment_get_minute (&end);

  g_autofree char *clock = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  if (day == fascia_entry_get_moment (entry)->day)
    {
      /* Translators: when something ended: "until 15:20". */
      add (parts, g_strdup_printf (C_ ("list", "until %s"), clock));
      return;
    }
  fascia_day_to_ymd (day, &year, &month, &dom);
  g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d %s", year, month, dom, clock);
  add (parts, g_strdup_printf (C_ ("list", "until %s"), text));
}

/* (nullable) Check-ins, measurements and notes show by what they say that they are. */
static const char *
get_kind_name (FasciaEntryKind kind)
{
  switch (kind)
    {
    case FASCIA_ENTRY_SESSION:
      return C_ ("kind of entry", "Session");
    case FASCIA_ENTRY_VISIT:
      return C_ ("kind of entry", "Visit");
    case FASCIA_ENTRY_EXERCISE:
      return C_ ("kind of entry", "Exercise");
    case FASCIA_ENTRY_TREATMENT:
      return C_ ("kind of entry", "Treatment");
    case FASCIA_ENTRY_EVENT:
      return C_ ("kind of entry", "Event");
    case FASCIA_ENTRY_CHECK_IN:
    case FASCIA_ENTRY_MEASUREMENT:
    case FASCIA_ENTRY_NOTE:
    default:
      return NULL;
    }
}

/* "Visit: Anna, 60 min". Empty parts say nothing; without any the kind stands alone. */
static void
append_line (GString *text, const char *head, const char *name, GPtrArray *parts)
{
  if (name == NULL && parts->len == 0)
    return;
  g_ptr_array_add (parts, NULL);
  g_autofree char *all = g_strjoinv (C_ ("list", ", "), (char **) parts->pdata);

  g_string_append (text, head);
  if (name != NULL && *all != '\0')
    {
      /* Translators: %1$s is what it is, %2$s what it says: "Visit: Anna, 60 min". */
      g_autofree char *line = g_strdup_printf (C_ ("list", "%1$s: %2$s"), name, all);

      fascia_cli_append_quietly (text, line);
    }
  else
    fascia_cli_append_quietly (text, name != NULL ? name : all);
  g_string_append_c (text, '\n');
}

static char *
measurement_to_text (const FasciaMeasurement *measurement, const FasciaItems *items)
{
  const FasciaItem *item = fascia_items_lookup (items, measurement->item);

  if (item != NULL)
    return fascia_item_dup_value (item, measurement->value);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (digits, sizeof digits, "%.10g", measurement->value);
  return measurement->unit != NULL ? g_strconcat (digits, " ", measurement->unit, NULL)
                                   : g_strdup (digits);
}

static void
append_measurements (GString *text,
                     const char *head,
                     const FasciaEntry *entry,
                     const FasciaItems *items)
{
  guint n_measurements = 0;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n_measurements);

  for (guint i = 0; i < n_measurements; i++)
    {
      const char *name = fascia_items_get_name (items, measurements[i].item);
      g_autofree char *value = measurement_to_text (&measurements[i], items);
      g_autofree char *line = NULL;

      /* Translators: the side first, then what was measured, then the value. */
      if (measurements[i].side == FASCIA_SIDE_LEFT)
        line = g_strdup_printf (C_ ("list", "Left, %1$s: %2$s"), name, value);
      else if (measurements[i].side == FASCIA_SIDE_RIGHT)
        line = g_strdup_printf (C_ ("list", "Right, %1$s: %2$s"), name, value);
      else
        line = g_strdup_printf (C_ ("list", "%1$s: %2$s"), name, value);
      g_string_append (text, head);
      fascia_cli_append_quietly (text, line);
      g_string_append_c (text, '\n');
    }
}

static void
append_tags (GString *text, const char *head, const FasciaEntry *entry, const FasciaTags *tags)
{
  const char *const *codes = fascia_entry_get_tags (entry);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; codes[i] != NULL; i++)
    add_text (parts, fascia_tags_get_name (tags, codes[i]));
  if (parts->len > 0)
    append_line (text, head, C_ ("list", "Tags"), parts);
}

void
fascia_cli_append_kind (GString *text,
                        const char *head,
                        const FasciaEntry *entry,
                        const FasciaNames *names)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const FasciaVisit *visit = fascia_entry_get_visit (entry);

  if (visit != NULL)
    add_visit (parts, visit, names->body);
  else if (fascia_entry_get_exercise (entry) != NULL)
    add_exercise (parts, fascia_entry_get_exercise (entry));
  else if (fascia_entry_get_treatment (entry) != NULL)
    add_treatment (parts, fascia_entry_get_treatment (entry));
  else if (fascia_entry_get_event (entry) != NULL)
    add_event (parts, fascia_entry_get_event (entry));
  else if (fascia_entry_get_session (entry) != NULL)
    add_session (parts, fascia_entry_get_session (entry));
  add_end (parts, entry);
  append_line (text, head, get_kind_name (fascia_entry_get_kind (entry)), parts);
  if (visit != NULL && visit->said != NULL)
    {
      g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

      add_text (said, visit->said);
      append_line (text, head, C_ ("list", "Said there"), said);
    }
  append_measurements (text, head, entry, names->items);
  append_tags (text, head, entry, names->tags);
}

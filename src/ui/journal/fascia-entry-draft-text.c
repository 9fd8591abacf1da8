/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that is being written, as a list of texts and back. Pure.
 */

#include "config.h"

#include "fascia-entry-draft-text.h"

#include <math.h>

/* ---- to texts ---- */

static void G_GNUC_PRINTF (2, 3) add (GStrvBuilder *texts, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_strv_builder_add (texts, text);
}

static void
add_text (GStrvBuilder *texts, const char *key, const char *value)
{
  if (value != NULL)
    add (texts, "%s=%s", key, value);
}

static void
add_number (GStrvBuilder *texts, const char *key, gint64 value, gint64 none)
{
  if (value != none)
    add (texts, "%s=%" G_GINT64_FORMAT, key, value);
}

static void
add_list (GStrvBuilder *texts, const char *key, const char *const *codes)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    add (texts, "%s=%s", key, codes[i]);
}

static void
add_visit (GStrvBuilder *texts, const FasciaVisit *visit)
{
  /* 0 is said: it was changed from an hour. */
  add_number (texts, "visit.minutes", visit->minutes, G_MININT64);
  add_number (texts, "visit.pressure", visit->pressure, FASCIA_NOT_GIVEN);
  add_number (texts, "visit.rating", visit->rating, FASCIA_NOT_GIVEN);
  add_number (texts, "visit.before", visit->before, FASCIA_NOT_GIVEN);
  add_number (texts, "visit.after", visit->after, FASCIA_NOT_GIVEN);
  add_text (texts, "visit.therapist", visit->therapist);
  add_text (texts, "visit.said", visit->said);
  add_list (texts, "visit.area", visit->areas);
  add_list (texts, "visit.technique", visit->techniques);
  add_list (texts, "visit.tool", visit->tools);
}

char **
fascia_entry_draft_to_strv (const FasciaEntry *entry)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  guint n_measurements = 0;
  const FasciaMeasurement *measurements;

  g_return_val_if_fail (entry != NULL, NULL);

  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  add (texts, "at=%" G_GINT64_FORMAT " %d %d %s", moment->utc_ms, moment->offset_min, moment->day,
       moment->zone != NULL ? moment->zone : "UTC");
  add_number (texts, "end", fascia_entry_get_end_ms (entry), FASCIA_END_NOT_GIVEN);
  add_text (texts, "note", fascia_entry_get_note (entry));
  add_list (texts, "tag", fascia_entry_get_tags (entry));

  measurements = fascia_entry_get_measurements (entry, &n_measurements);
  for (guint i = 0; i < n_measurements; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      add (texts, "measurement=%s %d %s %s", measurements[i].item, (int) measurements[i].side,
           g_ascii_dtostr (number, sizeof number, measurements[i].value),
           measurements[i].unit != NULL ? measurements[i].unit : "");
    }

  if (fascia_entry_get_visit (entry) != NULL)
    add_visit (texts, fascia_entry_get_visit (entry));
  if (fascia_entry_get_exercise (entry) != NULL)
    {
      const FasciaExercise *exercise = fascia_entry_get_exercise (entry);

      add_text (texts, "exercise.what", exercise->what);
      add_number (texts, "exercise.minutes", exercise->minutes, FASCIA_NOT_GIVEN);
      if (exercise->effort != FASCIA_EFFORT_NOT_GIVEN)
        add_text (texts, "exercise.effort", fascia_effort_to_code (exercise->effort));
      add_number (texts, "exercise.sets", exercise->sets, FASCIA_NOT_GIVEN);
      add_number (texts, "exercise.repetitions", exercise->repetitions, FASCIA_NOT_GIVEN);
    }
  if (fascia_entry_get_treatment (entry) != NULL)
    {
      const FasciaTreatment *treatment = fascia_entry_get_treatment (entry);

      add_text (texts, "treatment.what", treatment->what);
      add_text (texts, "treatment.amount", treatment->amount);
      add_number (texts, "treatment.taken", treatment->taken, FASCIA_ANSWER_NOT_GIVEN);
      add_number (texts, "treatment.helped", treatment->helped, FASCIA_NOT_GIVEN);
    }
  if (fascia_entry_get_event (entry) != NULL)
    {
      const FasciaEvent *event = fascia_entry_get_event (entry);

      add_text (texts, "event.type", event->type);
      add_text (texts, "event.what", event->what);
      add_number (texts, "event.until", event->until_day, FASCIA_DAY_NOT_GIVEN);
    }
  return g_strv_builder_end (texts);
}

/* ---- from texts ---- */

typedef struct
{
  const char *const *texts;
} Draft;

/* (nullable) What stands after “@key=” in the first text that has it, from @from on. */
static const char *
find (const Draft *draft, const char *key, guint *from)
{
  gsize length = strlen (key);
  guint first = from != NULL ? *from : 0;

  for (guint i = first; draft->texts != NULL && draft->texts[i] != NULL; i++)
    if (strncmp (draft->texts[i], key, length) == 0 && draft->texts[i][length] == '=')
      {
        if (from != NULL)
          *from = i + 1;
        return draft->texts[i] + length + 1;
      }
  return NULL;
}

static const char *
find_text (const Draft *draft, const char *key)
{
  const char *text = find (draft, key, NULL);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static int
find_int (const Draft *draft, const char *key, int minimum, int maximum, int none)
{
  const char *text = find (draft, key, NULL);
  gint64 value = 0;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, minimum, maximum, &value, NULL))
    return none;
  return (int) value;
}

static char **
find_list (const Draft *draft, const char *key)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  const char *code = NULL;
  guint from = 0;

  while ((code = find (draft, key, &from)) != NULL)
    if (code[0] != '\0' && g_utf8_validate (code, -1, NULL))
      g_strv_builder_add (codes, code);
  return g_strv_builder_end (codes);
}

static void
read_moment (const Draft *draft, const FasciaMoment *now, FasciaMoment *moment)
{
  const char *text = find (draft, "at", NULL);
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, " ", 4) : NULL;
  gint64 utc_ms = 0;

  *moment = *now;
  /* What lies ahead was written by a clock that was wrong. */
  if (parts == NULL || g_strv_length (parts) != 4
      || !g_ascii_string_to_signed (parts[0], 10, G_MININT64, G_MAXINT64, &utc_ms, NULL)
      || utc_ms > now->utc_ms)
    return;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (parts[3]);
  if (zone != NULL)
    fascia_moment_init (moment, utc_ms, zone);
}

static FasciaEntry *
read_visit (const Draft *draft, FasciaEntry *entry)
{
  g_auto (GStrv) areas = find_list (draft, "visit.area");
  g_auto (GStrv) techniques = find_list (draft, "visit.technique");
  g_auto (GStrv) tools = find_list (draft, "visit.tool");
  const FasciaVisit visit = {
    .minutes = find_int (draft, "visit.minutes", 0, 1440, 0),
    .pressure = find_int (draft, "visit.pressure", 0, 10, FASCIA_NOT_GIVEN),
    .rating = find_int (draft, "visit.rating", 0, 10, FASCIA_NOT_GIVEN),
    .before = find_int (draft, "visit.before", 0, 10, FASCIA_NOT_GIVEN),
    .after = find_int (draft, "visit.after", 0, 10, FASCIA_NOT_GIVEN),
    .therapist = find_text (draft, "visit.therapist"),
    .said = find_text (draft, "visit.said"),
    .areas = (const char *const *) areas,
    .techniques = (const char *const *) techniques,
    .tools = (const char *const *) tools,
  };

  return fascia_entry_with_visit (entry, &visit);
}

static FasciaEntry *
read_exercise (const Draft *draft, FasciaEntry *entry)
{
  const char *effort = find (draft, "exercise.effort", NULL);
  FasciaExercise exercise = {
    .what = find_text (draft, "exercise.what"),
    .minutes = find_int (draft, "exercise.minutes", 0, 1440, FASCIA_NOT_GIVEN),
    .sets = find_int (draft, "exercise.sets", 1, G_MAXINT, FASCIA_NOT_GIVEN),
    .repetitions = find_int (draft, "exercise.repetitions", 1, G_MAXINT, FASCIA_NOT_GIVEN),
  };

  if (effort == NULL || !fascia_effort_from_code (effort, &exercise.effort))
    exercise.effort = FASCIA_EFFORT_NOT_GIVEN;
  return fascia_entry_with_exercise (entry, &exercise);
}

static FasciaEntry *
read_treatment (const Draft *draft, FasciaEntry *entry)
{
  const FasciaTreatment treatment = {
    .what = find_text (draft, "treatment.what"),
    .amount = find_text (draft, "treatment.amount"),
    .taken = (FasciaAnswerYesNo) find_int (draft, "treatment.taken", FASCIA_ANSWER_NOT_GIVEN,
                                           FASCIA_ANSWER_NO, FASCIA_ANSWER_NOT_GIVEN),
    .helped = find_int (draft, "treatment.helped", 0, 10, FASCIA_NOT_GIVEN),
  };

  return fascia_entry_with_treatment (entry, &treatment);
}

static FasciaEntry *
read_event (const Draft *draft, FasciaEntry *entry)
{
  const FasciaEvent event = {
    .type = find_text (draft, "event.type"),
    .what = find_text (draft, "event.what"),
    .until_day = find_int (draft, "event.until", -1000000, 10000000, FASCIA_DAY_NOT_GIVEN),
  };

  return fascia_entry_with_event (entry, &event);
}

static FasciaEntry *
read_measurements (const Draft *draft, FasciaEntry *first)
{
  g_autoptr (FasciaEntry) entry = fascia_entry_ref (first);
  const char *text = NULL;
  guint from = 0;

  while ((text = find (draft, "measurement", &from)) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (text, " ", 4);
      FasciaMeasurement measurement = { 0 };
      gint64 side = 0;
      char *end = NULL;

      if (g_strv_length (parts) != 4 || parts[0][0] == '\0' || !g_utf8_validate (text, -1, NULL)
          || !g_ascii_string_to_signed (parts[1], 10, FASCIA_SIDE_MIDLINE, FASCIA_SIDE_RIGHT, &side,
                                        NULL))
        continue;
      measurement.item = g_intern_string (parts[0]);
      measurement.side = (FasciaSide) side;
      measurement.value = g_ascii_strtod (parts[2], &end);
      measurement.unit = parts[3][0] != '\0' ? g_intern_string (parts[3]) : NULL;
      if (*end != '\0' || !isfinite (measurement.value))
        continue;

      g_autoptr (FasciaEntry) before = g_steal_pointer (&entry);
      entry = fascia_entry_with_measurement (before, &measurement);
    }
  return g_steal_pointer (&entry);
}

static FasciaEntry *
read_kind (const Draft *draft, FasciaEntryKind kind, FasciaEntry *entry)
{
  switch (kind)
    {
    case FASCIA_ENTRY_VISIT:
      return read_visit (draft, entry);
    case FASCIA_ENTRY_EXERCISE:
      return read_exercise (draft, entry);
    case FASCIA_ENTRY_TREATMENT:
      return read_treatment (draft, entry);
    case FASCIA_ENTRY_EVENT:
      return read_event (draft, entry);
    case FASCIA_ENTRY_CHECK_IN:
    case FASCIA_ENTRY_MEASUREMENT:
    case FASCIA_ENTRY_SESSION:
    case FASCIA_ENTRY_NOTE:
    default:
      return fascia_entry_ref (entry);
    }
}

FasciaEntry *
fascia_entry_draft_from_strv (const char *const *texts,
                              FasciaEntryKind kind,
                              const FasciaMoment *now)
{
  const Draft draft = { .texts = texts };
  const FasciaUid none = { 0 };
  FasciaMoment moment;
  gint64 end_ms = 0;

  g_return_val_if_fail (now != NULL, NULL);

  if (texts == NULL || texts[0] == NULL)
    return NULL;
  read_moment (&draft, now, &moment);
  g_autoptr (FasciaEntry) bare = fascia_entry_new (&none, kind, &moment);
  g_autoptr (FasciaEntry) own = read_kind (&draft, kind, bare);
  g_autoptr (FasciaEntry) measured = read_measurements (&draft, own);
  g_autoptr (FasciaEntry) noted = fascia_entry_with_note (measured, find_text (&draft, "note"));
  g_auto (GStrv) tags = find_list (&draft, "tag");
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (noted, (const char *const *) tags);

  const char *end = find (&draft, "end", NULL);
  if (end != NULL && g_ascii_string_to_signed (end, 10, moment.utc_ms, G_MAXINT64, &end_ms, NULL))
    return fascia_entry_with_end_ms (tagged, end_ms);
  return g_steal_pointer (&tagged);
}

char *
fascia_entry_draft_dup_first_words (const FasciaEntry *entry, guint max)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  words = fascia_entry_dup_words (entry);
  if (words == NULL)
    return NULL;
  g_strdelimit (words, "\r\n\t", ' ');
  g_strstrip (words);
  if (words[0] == '\0')
    return NULL;
  if (g_utf8_strlen (words, -1) <= (glong) max)
    return g_steal_pointer (&words);
  g_autofree char *head = g_utf8_substring (words, 0, (glong) max - 1);
  return g_strconcat (g_strchomp (head), "…", NULL);
}

/* ---- changes of an entry ---- */

/* Before each text of what the entry said when the changes began. */
#define BEGUN "begun."

char **
fascia_entry_draft_edit_to_strv (const FasciaEntry *begun, const FasciaEntry *entry)
{
  g_return_val_if_fail (begun != NULL && entry != NULL, NULL);

  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) now = fascia_entry_draft_to_strv (entry);
  g_auto (GStrv) then = fascia_entry_draft_to_strv (begun);

  g_strv_builder_addv (builder, (const char **) now);
  for (guint i = 0; then[i] != NULL; i++)
    g_strv_builder_take (builder, g_strconcat (BEGUN, then[i], NULL));
  return g_strv_builder_end (builder);
}

/* An empty entry is one, too: all that it said was taken away. */
static FasciaEntry *
read_state (const char *const *texts, const FasciaEntry *entry)
{
  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  FasciaEntryKind kind = fascia_entry_get_kind (entry);
  FasciaEntry *state = fascia_entry_draft_from_strv (texts, kind, moment);

  return state != NULL ? state : fascia_entry_new (fascia_entry_get_uid (entry), kind, moment);
}

FasciaEntry *
fascia_entry_draft_edit_from_strv (const char *const *texts, const FasciaEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);

  if (texts == NULL || texts[0] == NULL)
    return NULL;
  g_autoptr (GPtrArray) now = g_ptr_array_new ();
  g_autoptr (GPtrArray) then = g_ptr_array_new ();
  for (guint i = 0; texts[i] != NULL; i++)
    if (g_str_has_prefix (texts[i], BEGUN))
      g_ptr_array_add (then, (gpointer) (texts[i] + strlen (BEGUN)));
    else
      g_ptr_array_add (now, (gpointer) texts[i]);
  g_ptr_array_add (now, NULL);
  g_ptr_array_add (then, NULL);

  g_autoptr (FasciaEntry) mine = read_state ((const char *const *) now->pdata, entry);
  g_autoptr (FasciaEntry) begun = read_state ((const char *const *) then->pdata, entry);
  g_autoptr (FasciaEntry) result = fascia_entry_rebase (begun, mine, entry);
  return fascia_entry_equal (result, entry) ? NULL : g_steal_pointer (&result);
}

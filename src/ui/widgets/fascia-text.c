/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences that several pages say in the same words: places, levels, days, times. Pure.
 */

#include "config.h"

#include "fascia-text.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#define MINUTE_MS G_GINT64_CONSTANT (60000)

/* ---- days and times ---- */

/* Whether the locale itself writes the hour with AM and PM. */
static gboolean
locale_has_12_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%r") != NULL || strstr (format, "%p") != NULL
         || strstr (format, "%I") != NULL || strstr (format, "%l") != NULL;
}

FasciaHours
fascia_text_get_hours (void)
{
  const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "org.gnome.desktop.interface", TRUE);

  if (schema != NULL && g_settings_schema_has_key (schema, "clock-format"))
    {
      g_autoptr (GSettings) settings = g_settings_new_full (schema, NULL, NULL);
      g_autoptr (GVariant) chosen = g_settings_get_user_value (settings, "clock-format");

      /* Elsewhere than in GNOME nobody ever set this key, and its default says nothing. */
      if (chosen != NULL || (desktop != NULL && strstr (desktop, "GNOME") != NULL))
        {
          g_autofree char *format = g_settings_get_string (settings, "clock-format");

          return g_str_equal (format, "12h") ? FASCIA_HOURS_12 : FASCIA_HOURS_24;
        }
    }

  return locale_has_12_hours () ? FASCIA_HOURS_12 : FASCIA_HOURS_24;
}

FasciaFeelings *
fascia_text_get_feelings (void)
{
  static FasciaFeelings *feelings;

  if (feelings == NULL)
    feelings = fascia_feelings_new (NULL);
  return feelings;
}

char *
fascia_text_time (const FasciaMoment *moment, FasciaHours hours)
{
  int minute;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (moment != NULL, NULL);

  minute = fascia_moment_get_minute (moment);
  time = g_date_time_new_utc (2000, 1, 1, minute / 60, minute % 60, 0);

  switch (hours)
    {
    case FASCIA_HOURS_12:
      /* Translators: A time of day on a 12-hour clock such as 2:20 PM, in the notation of
       * g_date_time_format(). */
      return g_date_time_format (time, _ ("%-l:%M %p"));
    case FASCIA_HOURS_24:
    default:
      /* Translators: A time of day on a 24-hour clock such as 14:20, in the notation of
       * g_date_time_format(). */
      return g_date_time_format (time, _ ("%H:%M"));
    }
}

char *
fascia_text_day (gint32 day, gint32 today)
{
  g_autoptr (GDateTime) date = NULL;

  if (day == today)
    return g_strdup (_ ("Today"));
  if (day == today - 1)
    return g_strdup (_ ("Yesterday"));
  if (day == today + 1)
    return g_strdup (_ ("Tomorrow"));

  date = fascia_day_to_date_time (day);
  /* Translators: A whole date such as “Tuesday 3 March 2026”, in the notation of
   * g_date_time_format(). */
  return g_date_time_format (date, _ ("%A %-e %B %Y"));
}

char *
fascia_text_when (const FasciaMoment *moment, gint32 today, FasciaHours hours)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (moment != NULL, NULL);

  day = fascia_text_day (moment->day, today);
  time = fascia_text_time (moment, hours);
  /* Translators: A day and a time: “Today, 14:20”, “Tuesday 3 March 2026, 14:20”. */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, time);
}

char *
fascia_text_minutes_taken (gint64 ms)
{
  const int minutes = (int) ((ms + MINUTE_MS / 2) / MINUTE_MS);

  if (minutes == 0)
    return g_strdup (_ ("Less than a minute"));
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
}

/* ---- places and levels ---- */

char *
fascia_text_places (guint n_places)
{
  /* Translators: How many places of the body are marked. */
  return g_strdup_printf (ngettext ("%u place", "%u places", n_places), n_places);
}

char *
fascia_text_places_worst (guint n_places, int worst)
{
  if (worst < 0)
    return fascia_text_places (n_places);

  /* Translators: How many places are marked, and the highest level (0 to 10) among them:
   * “3 places · worst 6”. */
  return g_strdup_printf (
      ngettext ("%1$u place · worst %2$d", "%1$u places · worst %2$d", n_places), n_places, worst);
}

char *
fascia_text_places_worst_spoken (guint n_places, int worst)
{
  if (worst < 0)
    return fascia_text_places (n_places);

  /* Translators: Read aloud. How many places are marked, and the highest level (0 to 10) among
   * them: “3 places, worst 6”. */
  return g_strdup_printf (ngettext ("%1$u place, worst %2$d", "%1$u places, worst %2$d", n_places),
                          n_places, worst);
}

const char *
fascia_text_scale (FasciaScale scale)
{
  switch (scale)
    {
    case FASCIA_SCALE_PAIN:
      /* Translators: The name of a quantity that is marked on the body from 0 to 10. */
      return C_ ("scale", "Pain");
    case FASCIA_SCALE_TIGHTNESS:
    default:
      /* Translators: The name of a quantity that is marked on the body from 0 to 10: how tight a
       * place feels. */
      return C_ ("scale", "Tight");
    }
}

const char *
fascia_text_entry_kind (FasciaEntryKind kind)
{
  switch (kind)
    {
    case FASCIA_ENTRY_CHECK_IN:
      return C_ ("journal entry", "Check-in");
    case FASCIA_ENTRY_MEASUREMENT:
      return C_ ("journal entry", "Measurement");
    case FASCIA_ENTRY_SESSION:
      return C_ ("journal entry", "Session");
    case FASCIA_ENTRY_VISIT:
      return C_ ("journal entry", "Therapist visit");
    case FASCIA_ENTRY_EXERCISE:
      return C_ ("journal entry", "Exercise");
    case FASCIA_ENTRY_TREATMENT:
      return C_ ("journal entry", "Treatment");
    case FASCIA_ENTRY_EVENT:
      return C_ ("journal entry", "Event");
    case FASCIA_ENTRY_NOTE:
      return C_ ("journal entry", "Note");
    default:
      /* Translators: An entry of the journal of a kind that only a newer version knows. */
      return C_ ("journal entry", "Entry");
    }
}

char *
fascia_text_level (FasciaScale scale, int level)
{
  gboolean is_pain = scale == FASCIA_SCALE_PAIN;

  if (level < 0)
    return g_strdup (is_pain ? _ ("painful, level not given") : _ ("tight, level not given"));

  if (level == 0)
    /* Translators: An answer of 0 on a scale: the place is no longer tight, or no longer hurts. */
    return g_strdup (is_pain ? _ ("pain eased: 0") : _ ("tightness eased: 0"));

  if (is_pain)
    /* Translators: How much a place hurts, 1 to 10. */
    return g_strdup_printf (_ ("pain %d"), level);

  /* Translators: How tight a place is, 1 to 10. */
  return g_strdup_printf (_ ("tight %d"), level);
}

const char *
fascia_text_region (const FasciaBody *body, const char *code)
{
  const FasciaRegion *region = body != NULL ? fascia_body_lookup (body, code) : NULL;

  return region != NULL ? fascia_region_get_name (region) : code;
}

int
fascia_place_get_worst (const FasciaPlace *place)
{
  int tightness = place->tightness != NULL ? place->tightness->level : FASCIA_LEVEL_NOT_GIVEN;
  int pain = place->pain != NULL ? place->pain->level : FASCIA_LEVEL_NOT_GIVEN;

  return MAX (tightness, pain);
}

/* 10 … 1 for a level; then "not given"; an answer of 0 comes last. */
static int
rank_place (const FasciaPlace *place)
{
  gboolean is_open = (place->tightness != NULL && place->tightness->level < 0)
                     || (place->pain != NULL && place->pain->level < 0);
  int worst = fascia_place_get_worst (place);

  if (worst > 0)
    return 2 * worst;
  return is_open ? 1 : 0;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const FasciaPlace *first = a;
  const FasciaPlace *second = b;
  int ranks = rank_place (second) - rank_place (first);
  guint first_index;
  guint second_index;

  if (ranks != 0)
    return ranks;

  /* Places that this version does not know come after those it can name. */
  first_index = first->region != NULL ? fascia_region_get_index (first->region) : G_MAXUINT;
  second_index = second->region != NULL ? fascia_region_get_index (second->region) : G_MAXUINT;
  if (first_index != second_index)
    return first_index < second_index ? -1 : 1;
  return strcmp (first->code, second->code);
}

GArray *
fascia_text_list_places (const FasciaEntry *entry, const FasciaBody *body)
{
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (FasciaPlace));
  guint n_marks = 0;
  const FasciaMark *marks;

  g_return_val_if_fail (entry != NULL, NULL);

  marks = fascia_entry_get_marks (entry, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      FasciaPlace *place = NULL;

      /* The marks of one region stand side by side. */
      if (places->len > 0)
        place = &g_array_index (places, FasciaPlace, places->len - 1);
      if (place == NULL || !g_str_equal (place->code, marks[i].region))
        {
          g_array_set_size (places, places->len + 1);
          place = &g_array_index (places, FasciaPlace, places->len - 1);
          place->code = marks[i].region;
          place->region = body != NULL ? fascia_body_lookup (body, marks[i].region) : NULL;
        }

      if (marks[i].scale == FASCIA_SCALE_PAIN)
        place->pain = &marks[i];
      else
        place->tightness = &marks[i];
    }

  g_array_sort (places, compare_places);
  return g_steal_pointer (&places);
}

char *
fascia_text_place_levels (const FasciaPlace *place)
{
  g_autofree char *tightness = NULL;
  g_autofree char *pain = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  if (place->tightness != NULL)
    tightness = fascia_text_level (FASCIA_SCALE_TIGHTNESS, place->tightness->level);
  if (place->pain != NULL)
    pain = fascia_text_level (FASCIA_SCALE_PAIN, place->pain->level);

  if (tightness != NULL && pain != NULL)
    /* Translators: Two answers for one place: “tight 6, pain 4”. */
    return g_strdup_printf (C_ ("levels", "%1$s, %2$s"), tightness, pain);
  if (tightness != NULL)
    return g_steal_pointer (&tightness);
  return pain != NULL ? g_steal_pointer (&pain) : g_strdup ("");
}

char *
fascia_text_place (const FasciaPlace *place, const FasciaBody *body)
{
  g_autofree char *levels = fascia_text_place_levels (place);

  /* Translators: A place of the body and its answers: “Left shoulder top tight 6, pain 4”. */
  return g_strdup_printf (C_ ("place", "%1$s %2$s"), fascia_text_region (body, place->code),
                          levels);
}

char *
fascia_text_place_spoken (const FasciaPlace *place, const FasciaBody *body)
{
  g_autofree char *levels = fascia_text_place_levels (place);

  /* Translators: Read aloud. A place of the body and its answers: “Left shoulder top, tight 6”. */
  return g_strdup_printf (C_ ("place", "%1$s, %2$s"), fascia_text_region (body, place->code),
                          levels);
}

/* ---- what is drawn ---- */

char *
fascia_text_drawings (const FasciaEntry *entry)
{
  guint n_drawings = 0;
  guint n_spots = 0;

  g_return_val_if_fail (entry != NULL, NULL);

  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  for (guint i = 0; i < n_drawings; i++)
    n_spots += drawings[i].kind == FASCIA_DRAWING_SPOT;
  guint n_strokes = n_drawings - n_spots;

  /* Translators: sore spots drawn on the figure, each a point */
  g_autofree char *spots = g_strdup_printf (ngettext ("%u spot", "%u spots", n_spots), n_spots);
  /* Translators: strokes of the pen drawn on the figure */
  g_autofree char *strokes
      = g_strdup_printf (ngettext ("%u stroke", "%u strokes", n_strokes), n_strokes);
  if (n_spots > 0 && n_strokes > 0)
    /* Translators: what is drawn on the figure: “2 spots, 1 stroke” */
    return g_strdup_printf (C_ ("drawings", "%1$s, %2$s"), spots, strokes);
  if (n_spots > 0)
    return g_steal_pointer (&spots);
  return n_strokes > 0 ? g_steal_pointer (&strokes) : NULL;
}

char *
fascia_text_spread (const FasciaSpread *spread, const FasciaBody *body)
{
  g_return_val_if_fail (spread != NULL, NULL);

  /* Translators: where a feeling goes, two places: “Left lower back spreads to Left calf” */
  return g_strdup_printf (_ ("%1$s spreads to %2$s"), fascia_text_region (body, spread->from),
                          fascia_text_region (body, spread->to));
}

char *
fascia_text_spread_to (const FasciaEntry *entry, const char *from, const FasciaBody *body)
{
  guint n_spreads = 0;
  g_autofree char *names = NULL;

  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (from != NULL, NULL);

  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  for (guint i = 0; i < n_spreads; i++)
    {
      if (!g_str_equal (spreads[i].from, from))
        continue;
      g_autofree char *head = g_steal_pointer (&names);
      const char *name = fascia_text_region (body, spreads[i].to);

      /* Translators: Joins two places that a feeling spreads to, or a list of them and one more. */
      names = head != NULL ? g_strdup_printf (C_ ("spreads to", "%1$s, %2$s"), head, name)
                           : g_strdup (name);
    }
  /* Translators: where the feeling of a place goes: “spreads to Left calf, Left heel” */
  return names != NULL ? g_strdup_printf (_ ("spreads to %s"), names) : NULL;
}

/* ---- entries ---- */

int
fascia_text_entry_get_worst (const FasciaEntry *entry)
{
  return MAX (fascia_entry_get_worst (entry, FASCIA_SCALE_TIGHTNESS),
              fascia_entry_get_worst (entry, FASCIA_SCALE_PAIN));
}

/* How many different places were answered with 0. */
static guint
count_answered_places (const FasciaEntry *entry)
{
  guint n_marks = 0;
  guint n_places = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (i == 0 || !g_str_equal (marks[i].region, marks[i - 1].region))
      n_places++;

  return n_places;
}

static char *
describe_entry (const FasciaEntry *entry, gboolean is_spoken)
{
  guint n_places = fascia_entry_count_places (entry);
  guint n_answered;

  if (n_places > 0)
    {
      int worst = fascia_text_entry_get_worst (entry);

      return is_spoken ? fascia_text_places_worst_spoken (n_places, worst)
                       : fascia_text_places_worst (n_places, worst);
    }

  if (fascia_entry_is_nothing_today (entry))
    return g_strdup (_ ("Nothing tight or painful today"));

  n_answered = count_answered_places (entry);
  if (n_answered > 0)
    /* Translators: A check-in in which all answers are 0: nothing is tight or hurts there now. */
    return g_strdup_printf (ngettext ("%u place eased", "%u places eased", n_answered), n_answered);

  char *drawings = fascia_text_drawings (entry);
  if (drawings != NULL)
    return drawings;

  if (fascia_entry_get_kind (entry) == FASCIA_ENTRY_CHECK_IN
      && fascia_entry_get_note (entry) != NULL)
    return g_strdup (fascia_text_entry_kind (FASCIA_ENTRY_NOTE));

  return g_strdup (fascia_text_entry_kind (fascia_entry_get_kind (entry)));
}

char *
fascia_text_entry_title (const FasciaEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);

  return describe_entry (entry, FALSE);
}

char *
fascia_text_entry_title_spoken (const FasciaEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);

  return describe_entry (entry, TRUE);
}

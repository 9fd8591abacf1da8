/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that a session brings, in order, without living through it. */

#include "config.h"

#include "fascia-cli-timeline.h"

#include <glib/gi18n.h>

#include "fascia-cli-json.h"
#include "fascia-cli-text.h"

/* Of the simulated clock; moments do not depend on it. */
#define TICK_MS 1000
/* Columns: the words of a moment go on below each other from HANGING on, up to WIDTH. */
#define TIME_WIDTH 7
#define EVENT_WIDTH 14
#define CHIME_WIDTH 8
#define HANGING (TIME_WIDTH + 2 + EVENT_WIDTH + CHIME_WIDTH)
#define WIDTH 100

/* ---- playing ---- */

static void
moment_clear (gpointer data)
{
  g_free (((FasciaCliMoment *) data)->words);
}

static gboolean
begins_part (FasciaPlayerEventKind kind)
{
  return kind == FASCIA_PLAYER_EVENT_READY || kind == FASCIA_PLAYER_EVENT_REST
         || kind == FASCIA_PLAYER_EVENT_SIDE || kind == FASCIA_PLAYER_EVENT_SET
         || kind == FASCIA_PLAYER_EVENT_START;
}

GArray *
fascia_cli_timeline_new (FasciaPlayer *player)
{
  GArray *timeline = g_array_new (FALSE, TRUE, sizeof (FasciaCliMoment));
  gint64 now_ms = 0;

  g_array_set_clear_func (timeline, moment_clear);
  fascia_player_resume (player, now_ms);
  for (;;)
    {
      const GArray *events = fascia_player_tick (player, now_ms);

      for (guint i = 0; i < events->len; i++)
        {
          const FasciaPlayerEvent *event = &g_array_index (events, FasciaPlayerEvent, i);
          FasciaCliMoment moment = { .event = *event,
                                     .chime = fascia_player_event_get_chime (event),
                                     .words = fascia_player_dup_words (player, event) };

          /* Ticks are a whole second and parts as well: none begins and ends within one. */
          if (begins_part (event->kind) && fascia_player_is_waiting (player))
            moment.is_open = TRUE;
          else if (begins_part (event->kind))
            moment.part_ms = fascia_player_get_length_ms (player);
          g_array_append_val (timeline, moment);
        }
      if (fascia_player_get_state (player) == FASCIA_PLAYER_FINISHED)
        return timeline;
      if (fascia_player_is_waiting (player))
        fascia_player_go_on (player, now_ms);
      else
        now_ms += TICK_MS;
    }
}

char *
fascia_cli_dup_time (gint64 ms)
{
  /* Translators: minutes and seconds of a session */
  return g_strdup_printf (_ ("%d:%02d"), (int) (ms / 60000), (int) (ms / 1000 % 60));
}

/* ---- lines ---- */

static const char *
name_event (FasciaPlayerEventKind kind)
{
  switch ((guint) kind)
    {
    case FASCIA_PLAYER_EVENT_READY:
      return C_ ("moment of a session", "get ready");
    case FASCIA_PLAYER_EVENT_START:
      return C_ ("moment of a session", "begin");
    case FASCIA_PLAYER_EVENT_HALF:
      return C_ ("moment of a session", "half");
    case FASCIA_PLAYER_EVENT_COUNT:
      return C_ ("moment of a session", "count");
    case FASCIA_PLAYER_EVENT_SIDE:
      return C_ ("moment of a session", "change sides");
    case FASCIA_PLAYER_EVENT_SET:
      return C_ ("moment of a session", "once more");
    case FASCIA_PLAYER_EVENT_REST:
      return C_ ("moment of a session", "rest");
    case FASCIA_PLAYER_EVENT_END:
      return C_ ("moment of a session", "end");
    case FASCIA_PLAYER_EVENT_FINISHED:
      return C_ ("moment of a session", "done");
    default:
      return fascia_player_event_kind_to_code (kind);
    }
}

static const char *
name_chime (FasciaChime chime)
{
  switch (chime)
    {
    case FASCIA_CHIME_START:
      return C_ ("chime", "start");
    case FASCIA_CHIME_HALF:
      return C_ ("chime", "half");
    case FASCIA_CHIME_COUNT:
      return C_ ("chime", "tick");
    case FASCIA_CHIME_SWITCH:
      return C_ ("chime", "switch");
    case FASCIA_CHIME_END:
      return C_ ("chime", "end");
    case FASCIA_CHIME_NONE:
    default:
      return "";
    }
}

/* Filled up with blanks. */
static void
append_column (GString *line, const char *words, guint width)
{
  g_string_append (line, words);
  for (guint i = fascia_cli_measure_text (words); i < width; i++)
    g_string_append_c (line, ' ');
}

/* Word by word, on lines of their own where they do not fit. */
static void
append_wrapped (GString *text, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);
  guint column = HANGING;

  for (guint i = 0; all[i] != NULL; i++)
    {
      guint width = fascia_cli_measure_text (all[i]);

      if (column > HANGING && column + 1 + width > WIDTH)
        {
          g_string_append_printf (text, "\n%*s", HANGING, "");
          column = HANGING;
        }
      else if (column > HANGING)
        {
          g_string_append_c (text, ' ');
          column++;
        }
      fascia_cli_append_quietly (text, all[i]);
      column += width;
    }
}

static void
append_moment (GString *text, const FasciaCliMoment *moment, const char *words)
{
  g_autofree char *time = fascia_cli_dup_time (moment->event.at_ms);
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%*s  ", TIME_WIDTH, time);
  append_column (line, name_event (moment->event.kind), EVENT_WIDTH);
  append_column (line, name_chime (moment->chime), CHIME_WIDTH);
  if (words != NULL && *words != '\0')
    append_wrapped (line, words);
  g_string_append (text, g_strchomp (line->str));
  g_string_append_c (text, '\n');
}

/* "2  Upper calf by hand · Left calf, upper · 2 × 30 s · light" */
static void
append_entry (GString *text, FasciaPlayer *player, guint i)
{
  guint n;
  const FasciaPracticeEntry *entry
      = &fascia_practice_get_entries (fascia_player_get_practice (player), &n)[i];
  g_autofree char *place = fascia_player_dup_short_place (player, i);
  g_autofree char *seconds
      = entry->sets > 1
            /* Translators: sets and seconds of each: "2 × 30 s" */
            ? g_strdup_printf (_ ("%1$d × %2$d s"), entry->sets, entry->seconds)
            /* Translators: seconds */
            : g_strdup_printf (_ ("%d s"), entry->seconds);

  g_string_append_printf (text, "\n%2u  ", i + 1);
  fascia_cli_append_quietly (text, fascia_step_get_title (entry->step));
  if (place != NULL)
    {
      g_string_append (text, " · ");
      fascia_cli_append_quietly (text, place);
    }
  g_string_append_printf (text, " · %s · %s\n", seconds, fascia_cap_get_words (entry->cap));
}

/* Of one at which the person is waited for, too. */
static char *
dup_words (const FasciaCliMoment *moment)
{
  return moment->is_open
             /* Translators: in a list of moments of a session, after what is said */
             ? g_strdup_printf (_ ("%s (waits for you)"), moment->words)
             : g_strdup (moment->words);
}

static gboolean
is_count (const FasciaCliMoment *moment)
{
  return moment->event.kind == FASCIA_PLAYER_EVENT_COUNT;
}

/* Seconds that are counted share a line. Returns how many moments it took. */
static guint
append_count (GString *text, const GArray *timeline, guint from)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint i = from;

  for (; i < timeline->len; i++)
    {
      const FasciaCliMoment *moment = &g_array_index (timeline, FasciaCliMoment, i);

      if (!is_count (moment) || (i > from && moment->event.value > moment[-1].event.value))
        break;
      if (moment->words != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", moment->words);
    }
  append_moment (text, &g_array_index (timeline, FasciaCliMoment, from), words->str);
  return i - from;
}

void
fascia_cli_timeline_append (GString *text, FasciaPlayer *player, const GArray *timeline)
{
  gint64 shown = -1;

  for (guint i = 0; i < timeline->len;)
    {
      const FasciaCliMoment *moment = &g_array_index (timeline, FasciaCliMoment, i);

      if (moment->event.entry > shown)
        append_entry (text, player, moment->event.entry);
      shown = moment->event.entry;
      if (moment->event.kind == FASCIA_PLAYER_EVENT_FINISHED)
        g_string_append_c (text, '\n');
      if (is_count (moment))
        i += append_count (text, timeline, i);
      else
        {
          g_autofree char *said = dup_words (moment);

          append_moment (text, moment, said);
          i++;
        }
    }
}

/* ---- JSON ---- */

void
fascia_cli_timeline_add (JsonBuilder *builder, FasciaPlayer *player, const GArray *timeline)
{
  guint n;
  const FasciaPracticeEntry *entries
      = fascia_practice_get_entries (fascia_player_get_practice (player), &n);

  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < timeline->len; i++)
    {
      const FasciaCliMoment *moment = &g_array_index (timeline, FasciaCliMoment, i);
      const FasciaPlayerEvent *event = &moment->event;
      const FasciaPracticeEntry *entry = &entries[event->entry];

      json_builder_begin_object (builder);
      fascia_cli_json_add_int (builder, "ms", event->at_ms);
      fascia_cli_json_add_text (builder, "event", fascia_player_event_kind_to_code (event->kind));
      fascia_cli_json_add_text (builder, "state", fascia_player_state_to_code (event->state));
      fascia_cli_json_add_int (builder, "lasts", moment->part_ms);
      fascia_cli_json_add_bool (builder, "waits", moment->is_open);
      fascia_cli_json_add_int (builder, "entry", event->entry);
      fascia_cli_json_add_text (builder, "step", fascia_step_get_id (entry->step));
      fascia_cli_json_add_text (builder, "side", fascia_side_to_code (entry->side));
      fascia_cli_json_add_int (builder, "set", event->set);
      fascia_cli_json_add_int (builder, "value", event->value);
      fascia_cli_json_add_text (
          builder, "cue",
          event->state == FASCIA_PLAYER_HOLD ? fascia_step_get_cue (entry->step) : NULL);
      fascia_cli_json_add_text (
          builder, "chime",
          moment->chime != FASCIA_CHIME_NONE ? fascia_chime_to_code (moment->chime) : NULL);
      fascia_cli_json_add_text (builder, "words", moment->words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

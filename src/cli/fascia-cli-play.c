/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia play: a session, in the window, or with "--dry-run" everything that it would bring. */

#include "config.h"

#include "fascia-cli-command.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/store/fascia-db-practice.h"

#include "fascia-cli-answers.h"
#include "fascia-cli-json.h"
#include "fascia-cli-options.h"
#include "fascia-cli-place.h"
#include "fascia-cli-practice.h"
#include "fascia-cli-text.h"
#include "fascia-cli-timeline.h"
#include "fascia-cli-wish.h"
#include "fascia-cli.h"

/* Of names that are like the one typed. */
#define MAX_NEAR 3

typedef struct
{
  gboolean is_dry_run;
  gboolean is_json;
  char *routine;
  GPtrArray *places; /* of FasciaRegion, NULL-terminated; those marked */
  FasciaCliWish wish;

  /* what the journal says; as if it were empty when there is none */
  FasciaSettings *settings;
  gboolean is_from_file;
  FasciaCliAnswers answers; /* of a file, else of the journal */
  FasciaPast *past;
  FasciaMoment now;
} Request;

static void
forget (Request *self)
{
  g_clear_pointer (&self->settings, fascia_settings_unref);
  g_clear_pointer (&self->past, fascia_past_unref);
  if (!self->is_from_file)
    fascia_cli_answers_clear (&self->answers);
}

static void
request_free (gpointer data)
{
  Request *self = data;

  forget (self);
  fascia_cli_answers_clear (&self->answers);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  fascia_cli_wish_clear (&self->wish);
  g_free (self->routine);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* ---- what is typed ---- */

const char *
fascia_cli_find_play (const char *const *argv)
{
  const char *routine = NULL;
  gboolean is_option = TRUE;

  if (argv[0] == NULL || g_strcmp0 (argv[1], "play") != 0)
    return NULL;
  for (guint i = 2; argv[i] != NULL; i++)
    if (is_option && g_str_equal (argv[i], "--"))
      is_option = FALSE;
    else if ((is_option && *argv[i] == '-') || routine != NULL)
      return NULL;
    else
      routine = argv[i];
  return routine;
}

static gboolean
parse_places (FasciaCliContext *context, char *const *words, GPtrArray *places, GError **error)
{
  const FasciaBody *body = fascia_cli_context_get_body (context, error);

  if (body == NULL)
    return FALSE;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *region;
      int level;

      /* Says what is wrong with it. */
      if (!fascia_cli_parse_place (words[i], body, &region, &level, error))
        return FALSE;
      if (level != FASCIA_LEVEL_NOT_GIVEN)
        {
          g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                       /* Translators: %s is what was typed. */
                       _ ("“%s” has a level: “--place” takes a place alone."), words[i]);
          return FALSE;
        }
      g_ptr_array_add (places, (gpointer) fascia_body_lookup (body, region));
    }
  g_ptr_array_add (places, NULL);
  return TRUE;
}

static void
set_usage (GError **error, const char *sentence)
{
  g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE, sentence);
}

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autoptr (Request) request = g_new0 (Request, 1);
  g_autofree char *file = NULL;
  g_auto (GStrv) places = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_dry_run,
      N_ ("Only print what happens when: no window, no sound, nothing is written"), NULL },
    { "answers", 'a', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &file,
      N_ ("The answers of this file instead of those of the journal, as for “safety”"),
      N_ ("FILE") },
    { "place", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &places,
      N_ ("As if this place were marked, worst first; may be given several times"), N_ ("REGION") },
  };
  const GOptionEntry last[] = {
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("As JSON, for other programs"), NULL },
  };
  g_autoptr (GArray) options = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_auto (GStrv) rest = g_strdupv (args);

  g_array_append_vals (options, entries, G_N_ELEMENTS (entries));
  fascia_cli_wish_add_options (&request->wish, options);
  g_array_append_vals (options, last, G_N_ELEMENTS (last));
  if (!fascia_cli_parse_options (
          &rest, (const GOptionEntry *) options->data, _ ("ROUTINE"),
          _ ("Plays a routine: opens the window and starts it."),
          _ ("ROUTINE is an id that “fascia routines” shows. The window asks about today first, as "
             "always.\nEvery other option needs “--dry-run”: it prints each moment with its time, "
             "chime and words, and which steps are held back. It knows the answers of the safety "
             "check, but not what is so today.\n\n"
             "  fascia play shoulder-tops-hands\n"
             "  fascia play shoulder-tops-hands --dry-run --place shoulder-top-left"),
          error))
    return NULL;
  if (rest[1] == NULL || rest[2] != NULL)
    {
      set_usage (error, _ ("“play” takes one routine."));
      return NULL;
    }
  if (!request->is_dry_run
      && (request->is_json || file != NULL || places != NULL
          || !fascia_cli_wish_is_empty (&request->wish)))
    {
      set_usage (error, _ ("Without “--dry-run” “play” takes no other option."));
      return NULL;
    }
  if (!fascia_cli_check_utf8 (rest[1], "ROUTINE", error))
    return NULL;
  request->routine = g_strdup (rest[1]);
  request->places = g_ptr_array_new ();
  fascia_moment_init (&request->now, context->now_ms, context->zone);
  if (!parse_places (context, places, request->places, error)
      || !fascia_cli_wish_parse (&request->wish, error))
    return NULL;
  if (file != NULL)
    {
      g_autofree char *path = fascia_cli_context_build_path (context, file);

      request->is_from_file = TRUE;
      if (!fascia_cli_answers_read (&request->answers, path, request->now.day, error))
        return NULL;
    }
  return g_steal_pointer (&request);
}

/* ---- the journal ---- */

static gboolean
read_journal (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Request *request = data;

  *done = TRUE;
  /* It may be read again. */
  forget (request);
  request->settings = fascia_db_load_settings (db, error);
  if (request->settings == NULL)
    return FALSE;
  if (!request->is_from_file)
    {
      request->answers.answers = fascia_db_load_answers (db, &request->answers.answered_day, error);
      if (request->answers.answers == NULL)
        return FALSE;
    }
  request->past = fascia_db_load_past (db, request->now.day - FASCIA_SUGGEST_PAST_DAYS, error);
  return request->past != NULL;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  if (context->read != NULL)
    return context->read (read_journal, TRUE, request, context->run_data, error);
  request->settings = fascia_settings_new ();
  if (!request->is_from_file)
    request->answers = (FasciaCliAnswers) {
      .answers = g_array_new (FALSE, FALSE, sizeof (FasciaConditionAnswer)),
      .answered_day = FASCIA_DAY_UNKNOWN,
    };
  request->past = fascia_past_new (NULL, 0, NULL, 0);
  return TRUE;
}

/* ---- which routine ---- */

typedef struct
{
  const char *id;
  guint mistakes;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *x = a, *y = b;

  if (x->mistakes != y->mistakes)
    return x->mistakes < y->mistakes ? -1 : 1;
  return strcmp (x->id, y->id);
}

/* (transfer full) Of those that may have been meant. */
static GArray *
dup_near (const FasciaLibrary *library, const char *typed)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (Near));
  g_autofree char *lower = g_ascii_strdown (typed, -1);
  g_autofree char *words = g_strdelimit (g_strdup (lower), "-_", ' ');
  g_autoptr (GPtrArray) found = fascia_library_find (library, words);

  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      const char *id = fascia_routine_get_id (fascia_library_get_routine (library, i));
      const Near one = { id, fascia_cli_count_mistakes (id, lower) };

      if (one.mistakes <= MAX (2, strlen (lower) / 4))
        g_array_append_val (near, one);
    }
  g_array_sort (near, compare_near);
  /* Words of its title are as good as its id. */
  for (guint i = 0; near->len < MAX_NEAR && i < found->len; i++)
    {
      const Near one = { fascia_routine_get_id (found->pdata[i]), 0 };
      gboolean is_new = TRUE;

      for (guint j = 0; j < near->len; j++)
        is_new = is_new && g_array_index (near, Near, j).id != one.id;
      if (is_new)
        g_array_append_val (near, one);
    }
  if (near->len > MAX_NEAR)
    g_array_set_size (near, MAX_NEAR);
  return near;
}

static FasciaRoutine *
find_routine (const FasciaLibrary *library, const char *typed, GError **error)
{
  FasciaRoutine *routine = fascia_library_lookup_routine (library, typed);

  if (routine != NULL)
    return routine;
  g_autoptr (GArray) near = dup_near (library, typed);
  const Near *ids = (const Near *) (gconstpointer) near->data;
  switch (near->len)
    {
    case 0:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is what was typed. */
                   _ ("There is no routine “%s”: “fascia routines” shows them all."), typed);
      break;
    case 1:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: the first %s is what was typed, the other a routine's id. */
                   _ ("There is no routine “%s”: did you mean %s?"), typed, ids[0].id);
      break;
    case 2:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: the first %s is what was typed, the others ids of routines. */
                   _ ("There is no routine “%s”: did you mean %s or %s?"), typed, ids[0].id,
                   ids[1].id);
      break;
    default:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: the first %s is what was typed, the others ids of routines. */
                   _ ("There is no routine “%s”: did you mean %s, %s or %s?"), typed, ids[0].id,
                   ids[1].id, ids[2].id);
      break;
    }
  return NULL;
}

/* ---- what it brings ---- */

static FasciaPractice *
make_practice (FasciaCliContext *context,
               const Request *request,
               FasciaLibrary *library,
               FasciaRoutine *routine,
               GError **error)
{
  g_autoptr (FasciaConditions) conditions = fascia_conditions_new (context->body, error);
  if (conditions == NULL)
    return NULL;
  g_autofree const char **tools
      = fascia_cli_dup_tools (request->settings, request->wish.tools, library, error);
  if (tools == NULL)
    return NULL;
  const FasciaCliAnswers *answers = &request->answers;
  g_autoptr (FasciaSafety) setup
      = fascia_safety_new (conditions, context->body,
                           (const FasciaConditionAnswer *) (gconstpointer) answers->answers->data,
                           answers->answers->len, answers->answered_day, request->now.day);
  g_autoptr (FasciaSafety) safety
      = fascia_safety_with_session (setup, NULL, 0, (const char *const *) answers->signs);
  const FasciaPracticeWish wish = {
    .library = library,
    .safety = safety,
    .past = request->past,
    .places = request->places->len > 1
                  ? (const FasciaRegion *const *) (gconstpointer) request->places->pdata
                  : NULL,
    .postures = fascia_cli_get_postures (request->settings, request->wish.postures),
    .tools = (const char *const *) tools,
    .gentle = request->wish.is_gentle,
    .max_seconds = request->wish.max_seconds,
  };

  return fascia_practice_new (routine, &wish);
}

static FasciaPlayer *
make_player (const Request *request, FasciaPractice *practice)
{
  const FasciaPlayerOptions options
      = { .waits
          = fascia_settings_get_boolean (request->settings, FASCIA_SETTING_PLAYER_WAITS, FALSE) };

  return fascia_player_new (practice, &options);
}

static void
append_held_back (GString *text, const FasciaPractice *practice)
{
  guint n;
  const FasciaPracticeEntry *entries = fascia_practice_get_held_back (practice, &n);

  if (n > 0)
    g_string_append_printf (text, "\n%s\n", _ ("Held back:"));
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, "  · ");
      fascia_cli_append_quietly (text, fascia_step_get_title (entries[i].step));
      for (guint j = 0; entries[i].places != NULL && entries[i].places[j] != NULL; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? ", " : " · ",
                                fascia_region_get_name (entries[i].places[j]));
      g_string_append_c (text, '\n');
      for (guint j = 0; entries[i].reasons != NULL && j < entries[i].reasons->len; j++)
        {
          const FasciaReason *reason = &g_array_index (entries[i].reasons, FasciaReason, j);
          g_autofree char *sentence = reason->holds_back ? fascia_reason_dup_text (reason) : NULL;

          if (sentence == NULL)
            continue;
          g_string_append (text, "    ");
          fascia_cli_append_quietly (text, sentence);
          g_string_append_c (text, '\n');
        }
    }
}

static gboolean
tell_lines (FasciaCliContext *context,
            FasciaPractice *practice,
            FasciaPlayer *player,
            const GArray *timeline,
            GError **error)
{
  FasciaRoutine *routine = fascia_practice_get_routine (practice);
  g_autoptr (GString) text = g_string_new (NULL);

  fascia_cli_append_quietly (text, fascia_routine_get_title (routine));
  g_string_append_printf (text, "  (%s)\n", fascia_routine_get_id (routine));
  if (player != NULL)
    {
      g_autofree char *time = fascia_cli_dup_time (fascia_player_get_elapsed_ms (player));

      /* Translators: a length of time, minutes and seconds */
      g_string_append_printf (text, _ ("%s from beginning to end\n"), time);
      fascia_cli_timeline_append (text, player, timeline);
    }
  else
    g_string_append (text, _ ("Nothing of it is open now.\n"));
  append_held_back (text, practice);
  return fascia_cli_context_print (context, text->str, error)
         && fascia_cli_context_flush (context, error);
}

static gboolean
tell_json (FasciaCliContext *context,
           FasciaPractice *practice,
           FasciaPlayer *player,
           const GArray *timeline,
           GError **error)
{
  FasciaRoutine *routine = fascia_practice_get_routine (practice);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  guint n_entries, n_held_back;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  const FasciaPracticeEntry *held_back = fascia_practice_get_held_back (practice, &n_held_back);

  json_builder_begin_object (builder);
  fascia_cli_json_add_text (builder, "routine", fascia_routine_get_id (routine));
  fascia_cli_json_add_text (builder, "title", fascia_routine_get_title_c (routine));
  /* Work, rests and change-overs, as the library counts; and with getting ready, as it is played. */
  fascia_cli_json_add_int (builder, "seconds", fascia_practice_get_seconds (practice));
  fascia_cli_json_add_int (builder, "ms",
                           player != NULL ? fascia_player_get_elapsed_ms (player) : 0);
  fascia_cli_json_add_entries (builder, "entries", entries, n_entries);
  fascia_cli_json_add_entries (builder, "held_back", held_back, n_held_back);
  if (player != NULL)
    fascia_cli_timeline_add (builder, player, timeline);
  else
    {
      json_builder_set_member_name (builder, "events");
      json_builder_begin_array (builder);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  return fascia_cli_json_tell (context, builder, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (FasciaLibrary) library = fascia_cli_load_library (context, request->settings, error);

  if (library == NULL)
    return FALSE;
  FasciaRoutine *routine = find_routine (library, request->routine, error);
  if (routine == NULL)
    return FALSE;
  /* What opens the window is whoever was called by the shell. */
  if (!request->is_dry_run)
    return TRUE;
  g_autoptr (FasciaPractice) practice = make_practice (context, request, library, routine, error);
  if (practice == NULL)
    return FALSE;
  g_autoptr (FasciaPlayer) player = make_player (request, practice);
  g_autoptr (GArray) timeline = player != NULL ? fascia_cli_timeline_new (player) : NULL;

  return request->is_json ? tell_json (context, practice, player, timeline, error)
                          : tell_lines (context, practice, player, timeline, error);
}

const FasciaCliCommand fascia_cli_play_command = {
  .name = "play",
  .summary = N_ ("Play a routine in the window"),
  .needs = FASCIA_CLI_NEEDS_PERHAPS,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};

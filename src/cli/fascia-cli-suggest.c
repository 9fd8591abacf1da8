/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia suggest: what may help now, why, and what was checked; the same as the window suggests. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "core/store/fascia-db-practice.h"

#include "fascia-cli-json.h"
#include "fascia-cli-options.h"
#include "fascia-cli-practice.h"
#include "fascia-cli-text.h"
#include "fascia-cli-wish.h"

#define DEFAULT_LIMIT 3
/* As the body page does. */
#define RECENT_DAYS 14

typedef struct
{
  gboolean is_json;
  gboolean is_map;
  guint limit;
  FasciaCliWish wish;

  /* what the journal says; as if it were empty when there is none */
  FasciaSettings *settings;
  GArray *answers;
  gint32 answered_day;
  FasciaPast *past;
  FasciaEntry *open;
  GArray *recent;
  FasciaMoment now;
} Request;

static void
forget (Request *self)
{
  g_clear_pointer (&self->settings, fascia_settings_unref);
  g_clear_pointer (&self->answers, g_array_unref);
  g_clear_pointer (&self->past, fascia_past_unref);
  g_clear_pointer (&self->open, fascia_entry_unref);
  g_clear_pointer (&self->recent, g_array_unref);
}

static void
request_free (gpointer data)
{
  Request *self = data;

  forget (self);
  fascia_cli_wish_clear (&self->wish);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autoptr (Request) request = g_new0 (Request, 1);
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "limit", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &limit,
      N_ ("How many, 3 if not given; 0 for all"), N_ ("N") },
    { "map", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_map,
      N_ ("A routine made of what is marked"), NULL },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("As JSON, for other programs"), NULL },
  };
  g_autoptr (GArray) options = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_auto (GStrv) rest = g_strdupv (args);

  fascia_cli_wish_add_options (&request->wish, options);
  g_array_append_vals (options, entries, G_N_ELEMENTS (entries));
  if (!fascia_cli_parse_options (
          &rest, (const GOptionEntry *) options->data, NULL,
          _ ("Suggests routines for what is marked now, best first."),
          _ ("Each with its reason, what it rests on, and the safety checks made. Nothing is "
             "started or written.\nThe answers of the safety check are those you gave in the "
             "window; without them nothing presses."),
          error))
    return NULL;
  if (rest[1] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“suggest” takes options only."));
      return NULL;
    }
  if (limit < 0)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“--limit” takes a number from 0 on."));
      return NULL;
    }
  request->limit = (guint) limit;
  fascia_moment_init (&request->now, context->now_ms, context->zone);
  if (!fascia_cli_wish_parse (&request->wish, error))
    return NULL;
  return g_steal_pointer (&request);
}

static gboolean
read_journal (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Request *request = data;
  g_autoptr (GError) cause = NULL;

  *done = TRUE;
  /* It may be read again. */
  forget (request);
  request->settings = fascia_db_load_settings (db, error);
  if (request->settings == NULL)
    return FALSE;
  request->answers = fascia_db_load_answers (db, &request->answered_day, error);
  if (request->answers == NULL)
    return FALSE;
  request->past = fascia_db_load_past (db, request->now.day - FASCIA_SUGGEST_PAST_DAYS, error);
  if (request->past == NULL)
    return FALSE;
  request->open = fascia_db_get_open_check_in (db, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  const FasciaMoment *from
      = request->open != NULL ? fascia_entry_get_moment (request->open) : &request->now;
  request->recent = fascia_db_load_recent (
      db, from->day - RECENT_DAYS, request->open != NULL ? from->utc_ms : from->utc_ms + 1, error);
  return request->recent != NULL;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  if (context->read != NULL)
    return context->read (read_journal, TRUE, request, context->run_data, error);
  request->settings = fascia_settings_new ();
  request->answers = g_array_new (FALSE, FALSE, sizeof (FasciaConditionAnswer));
  request->answered_day = FASCIA_DAY_UNKNOWN;
  request->past = fascia_past_new (NULL, 0, NULL, 0);
  request->recent = g_array_new (FALSE, FALSE, sizeof (FasciaRecentMark));
  return TRUE;
}

/* ---- all that a suggestion rests on ---- */

typedef struct
{
  FasciaLibrary *library;
  FasciaConditions *conditions;
  FasciaReferralTable *referral;
  FasciaProgrammes *programmes;
  FasciaPlan *plan;
  FasciaSafety *safety;
  const char **tools;
  FasciaSuggestInput input;
} Ground;

static void
ground_clear (Ground *self)
{
  g_clear_pointer (&self->safety, fascia_safety_unref);
  g_clear_pointer (&self->plan, fascia_plan_unref);
  g_clear_pointer (&self->programmes, fascia_programmes_unref);
  g_clear_pointer (&self->referral, fascia_referral_table_unref);
  g_clear_pointer (&self->conditions, fascia_conditions_unref);
  g_clear_pointer (&self->library, fascia_library_unref);
  g_clear_pointer (&self->tools, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ground, ground_clear)

static gboolean
ground_init (Ground *self, FasciaCliContext *context, const Request *request, GError **error)
{
  *self = (Ground) { 0 };
  self->library = fascia_cli_load_library (context, request->settings, error);
  if (self->library == NULL)
    return FALSE;
  self->conditions = fascia_conditions_new (context->body, error);
  if (self->conditions == NULL)
    return FALSE;
  self->referral = fascia_referral_table_new (context->body, error);
  if (self->referral == NULL)
    return FALSE;
  self->programmes = fascia_programmes_new (self->library, error);
  if (self->programmes == NULL)
    return FALSE;
  self->tools = fascia_cli_dup_tools (request->settings, request->wish.tools, self->library, error);
  if (self->tools == NULL)
    return FALSE;
  self->plan = fascia_plan_new (self->programmes, request->settings);
  self->safety
      = fascia_safety_new (self->conditions, context->body,
                           (const FasciaConditionAnswer *) (gconstpointer) request->answers->data,
                           request->answers->len, request->answered_day, request->now.day);
  self->input = (FasciaSuggestInput) {
    .library = self->library,
    .referral = self->referral,
    .safety = self->safety,
    .past = request->past,
    .plan = self->plan,
    .settings = request->settings,
    .open = request->open,
    .recent = request->recent,
    .day = request->now.day,
    .postures = fascia_cli_get_postures (request->settings, request->wish.postures),
    .tools = (const char *const *) self->tools,
    .max_seconds = request->wish.max_seconds,
    .gentle = request->wish.is_gentle,
  };
  return TRUE;
}

/* ---- JSON ---- */

static void
add_effect (JsonBuilder *builder, const FasciaPast *past, const char *routine)
{
  FasciaEffect effect;

  fascia_effect_of (&effect, past, routine);
  json_builder_set_member_name (builder, "effect");
  json_builder_begin_object (builder);
  fascia_cli_json_add_int (builder, "n", effect.n);
  json_builder_set_member_name (builder, "change");
  if (effect.n > 0)
    json_builder_add_double_value (builder, effect.change);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
add_practice (JsonBuilder *builder, const FasciaPractice *practice)
{
  guint n_entries, n_held_back;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  const FasciaPracticeEntry *held_back = fascia_practice_get_held_back (practice, &n_held_back);

  fascia_cli_json_add_int (builder, "seconds", fascia_practice_get_seconds (practice));
  fascia_cli_json_add_int (builder, "pressure_seconds",
                           fascia_practice_get_pressure_seconds (practice));
  fascia_cli_json_add_postures (builder, "postures", fascia_practice_get_postures (practice));
  fascia_cli_json_add_entries (builder, "entries", entries, n_entries);
  fascia_cli_json_add_entries (builder, "held_back", held_back, n_held_back);
}

static void
add_suggestion (JsonBuilder *builder, const Request *request, const FasciaSuggestion *suggestion)
{
  const char *id = fascia_routine_get_id (suggestion->routine);

  json_builder_begin_object (builder);
  fascia_cli_json_add_text (builder, "routine", id);
  fascia_cli_json_add_text (builder, "title", fascia_routine_get_title_c (suggestion->routine));
  fascia_cli_json_add_text (builder, "rule", fascia_rule_to_code (suggestion->rule));
  fascia_cli_json_add_text (builder, "rule_text", fascia_rule_get_text (suggestion->rule));
  json_builder_set_member_name (builder, "score");
  json_builder_add_double_value (builder, suggestion->score);
  fascia_cli_json_add_text (builder, "why", suggestion->why);
  fascia_cli_json_add_texts (builder, "data", (const char *const *) suggestion->data);
  fascia_cli_json_add_texts (builder, "checks", (const char *const *) suggestion->checks);
  add_effect (builder, request->past, id);
  fascia_cli_json_add_places (builder, "places", (const FasciaRegion *const *) suggestion->places);
  add_practice (builder, suggestion->practice);
  json_builder_end_object (builder);
}

/* ---- lines ---- */

static void
append_list (GString *text, const char *title, char *const *lines)
{
  if (lines[0] == NULL)
    return;
  g_string_append_printf (text, "   %s\n", title);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (text, "     · ");
      fascia_cli_append_quietly (text, lines[i]);
      g_string_append_c (text, '\n');
    }
}

static gboolean
is_in_all (const GPtrArray *suggestions, const char *line)
{
  for (guint i = 0; i < suggestions->len; i++)
    {
      const FasciaSuggestion *suggestion = suggestions->pdata[i];

      if (!g_strv_contains ((const char *const *) suggestion->checks, line))
        return FALSE;
    }
  return suggestions->len > 0;
}

/* (transfer container) The checks that all of them share, or those that only this one has. */
static char **
dup_checks (const GPtrArray *suggestions, const FasciaSuggestion *suggestion, gboolean is_shared)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; suggestion->checks[i] != NULL; i++)
    if (is_in_all (suggestions, suggestion->checks[i]) == is_shared)
      g_ptr_array_add (lines, suggestion->checks[i]);
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static void
append_suggestion (GString *text,
                   const GPtrArray *suggestions,
                   const FasciaSuggestion *suggestion,
                   guint number)
{
  g_autofree char **checks = dup_checks (suggestions, suggestion, FALSE);

  g_string_append_printf (text, "%u. ", number);
  fascia_cli_append_quietly (text, fascia_routine_get_title (suggestion->routine));
  g_string_append_printf (text, "  (%s)\n   ", fascia_routine_get_id (suggestion->routine));
  fascia_cli_append_quietly (text, suggestion->why);
  g_string_append_c (text, '\n');
  append_list (text, _ ("What it rests on:"), suggestion->data);
  g_string_append_printf (text, "     · %s\n", fascia_rule_get_text (suggestion->rule));
  append_list (text, _ ("What was checked:"), checks);
  g_string_append_c (text, '\n');
}

static gboolean
tell_lines (FasciaCliContext *context, const GPtrArray *suggestions, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (suggestions->len == 0)
    return fascia_cli_context_print (
        context, _ ("Nothing can be suggested now. Rest, breathing and your journal stay open.\n"),
        error);
  for (guint i = 0; i < suggestions->len; i++)
    append_suggestion (text, suggestions, suggestions->pdata[i], i + 1);
  g_autofree char **shared = dup_checks (suggestions, suggestions->pdata[0], TRUE);
  append_list (text, suggestions->len > 1 ? _ ("Checked for all of them:") : _ ("Also checked:"),
               shared);
  return fascia_cli_context_print (context, text->str, error);
}

/* ---- a routine from the map ---- */

static FasciaPractice *
make_practice (const FasciaSuggestInput *input, FasciaRoutine *routine)
{
  const FasciaPracticeWish wish = {
    .library = input->library,
    .safety = input->safety,
    .past = input->past,
    .postures = input->postures,
    .tools = input->tools,
    .gentle = input->gentle,
    .max_seconds = input->max_seconds,
  };

  return fascia_practice_new (routine, &wish);
}

static void
append_practice (GString *text, const FasciaPractice *practice)
{
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      g_autofree char *seconds
          /* Translators: sets and seconds of each: "2 × 30 s" */
          = g_strdup_printf (_ ("%1$d × %2$d s"), entries[i].sets, entries[i].seconds);

      g_string_append_printf (text, "  %2u  %s  ", i + 1, fascia_step_get_id (entries[i].step));
      fascia_cli_append_quietly (text, fascia_step_get_title (entries[i].step));
      g_string_append_printf (text, "  (%s)\n", seconds);
      for (guint j = 0; entries[i].places != NULL && entries[i].places[j] != NULL; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? ", " : "           ",
                                fascia_region_get_name (entries[i].places[j]));
      if (entries[i].places != NULL && entries[i].places[0] != NULL)
        g_string_append_c (text, '\n');
    }
}

static gboolean
tell_map (FasciaCliContext *context,
          const Request *request,
          const FasciaSuggestInput *input,
          GError **error)
{
  g_autoptr (FasciaRoutine) routine = fascia_suggest_from_map (input);
  g_autoptr (FasciaPractice) practice = routine != NULL ? make_practice (input, routine) : NULL;

  if (request->is_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      if (routine == NULL)
        return fascia_cli_context_print (context, "null\n", error);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "routine");
      fascia_cli_json_add_routine (builder, input->library, routine);
      add_practice (builder, practice);
      json_builder_end_object (builder);
      return fascia_cli_json_tell (context, builder, error);
    }

  g_autoptr (GString) text = g_string_new (NULL);
  if (routine == NULL)
    g_string_append (text, _ ("Nothing is marked that something could be made of.\n"));
  else
    {
      g_autofree char *minutes = fascia_cli_dup_minutes (fascia_practice_get_seconds (practice));

      g_string_append_printf (text, "%s  (%s)\n", fascia_routine_get_title (routine), minutes);
      if (fascia_routine_get_summary (routine) != NULL)
        g_string_append_printf (text, "%s\n", fascia_routine_get_summary (routine));
      g_string_append_c (text, '\n');
      append_practice (text, practice);
    }
  return fascia_cli_context_print (context, text->str, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  g_auto (Ground) ground = { 0 };

  if (!ground_init (&ground, context, request, error))
    return FALSE;
  if (request->is_map)
    return tell_map (context, request, &ground.input, error)
           && fascia_cli_context_flush (context, error);

  g_autoptr (GPtrArray) suggestions = fascia_suggest (&ground.input, request->limit);
  if (!request->is_json)
    return tell_lines (context, suggestions, error) && fascia_cli_context_flush (context, error);

  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < suggestions->len; i++)
    add_suggestion (builder, request, suggestions->pdata[i]);
  json_builder_end_array (builder);
  return fascia_cli_json_tell (context, builder, error);
}

const FasciaCliCommand fascia_cli_suggest_command = {
  .name = "suggest",
  .summary = N_ ("Suggest what may help now"),
  .needs = FASCIA_CLI_NEEDS_PERHAPS,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};

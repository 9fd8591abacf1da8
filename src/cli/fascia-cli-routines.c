/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia routines: the library, or what is looked for in it. */

#include "config.h"

#include "fascia-cli-command.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fascia-cli-json.h"
#include "fascia-cli-options.h"
#include "fascia-cli-place.h"
#include "fascia-cli-practice.h"
#include "fascia-cli-text.h"

/* As wide as most ids. */
#define ID_WIDTH 28

typedef struct
{
  gboolean is_json;
  char *text;        /* (nullable) */
  GPtrArray *places; /* of FasciaRegion; any of them */
  FasciaPosture postures;
  char **tools;    /* (nullable) as typed */
  int max_seconds; /* 0: any */

  /* the result */
  FasciaSettings *settings; /* (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_pointer (&self->settings, fascia_settings_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_strfreev (self->tools);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* A place of which the side is left out means both sides. */
static gboolean
parse_places (FasciaCliContext *context, char *const *words, GPtrArray *places, GError **error)
{
  const FasciaBody *body = fascia_cli_context_get_body (context, error);

  if (body == NULL)
    return FALSE;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const guint n_before = places->len;
      const char *region;
      int level;

      for (guint k = 0; k < fascia_body_get_n_regions (body); k++)
        {
          const FasciaRegion *candidate = fascia_body_get_region (body, k);

          if (g_str_equal (fascia_region_get_base (candidate), words[i])
              || g_str_equal (fascia_region_get_id (candidate), words[i]))
            g_ptr_array_add (places, (gpointer) candidate);
        }
      if (places->len > n_before)
        continue;
      /* Says what is wrong with it. */
      if (!fascia_cli_parse_place (words[i], body, &region, &level, error))
        return FALSE;
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is what was typed. */
                   _ ("“%s” has a level: “--place” takes a place alone."), words[i]);
      return FALSE;
    }
  return TRUE;
}

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  gboolean is_json = FALSE;
  int minutes = G_MININT;
  g_auto (GStrv) places = NULL;
  g_auto (GStrv) postures = NULL;
  g_auto (GStrv) tools = NULL;
  const GOptionEntry entries[] = {
    { "place", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &places,
      N_ ("Only for this place, on both sides without one; may be given several times"),
      N_ ("REGION") },
    { "posture", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &postures,
      N_ ("Only what can be done like this: bed, chair, standing, floor; may be given several "
          "times"),
      N_ ("POSTURE") },
    { "tool", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &tools,
      N_ ("Only what uses this thing; may be given several times"), N_ ("CODE") },
    { "minutes", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &minutes,
      N_ ("Only what takes so long at most"), N_ ("N") },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &is_json,
      N_ ("As JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (
          &rest, entries, _ ("[TEXT…]"),
          _ ("Shows routines: what they are for and how long they take."),
          _ ("TEXT finds routines by their words, in your language or in English; the id of one "
             "shows its steps.\nWith “--json” also every step, with its places and its dose.\n\n"
             "  fascia routines neck --minutes 10\n"
             "  fascia routines --place calf-upper --posture chair"),
          error))
    return NULL;

  g_autoptr (Request) request = g_new0 (Request, 1);
  request->is_json = is_json;
  request->places = g_ptr_array_new ();
  for (guint i = 1; rest[i] != NULL; i++)
    if (!fascia_cli_check_utf8 (rest[i], "TEXT", error))
      return NULL;
  if (rest[1] != NULL)
    request->text = g_strjoinv (" ", rest + 1);
  if (!parse_places (context, places, request->places, error)
      || !fascia_cli_parse_postures (postures, &request->postures, error)
      || !fascia_cli_parse_minutes (minutes, &request->max_seconds, error))
    return NULL;
  request->tools = g_steal_pointer (&tools);
  return g_steal_pointer (&request);
}

static gboolean
read_settings (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Request *request = data;

  *done = TRUE;
  g_clear_pointer (&request->settings, fascia_settings_unref);
  request->settings = fascia_db_load_settings (db, error);
  return request->settings != NULL;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  return context->read == NULL
         || context->read (read_settings, TRUE, data, context->run_data, error);
}

/* ---- choosing ---- */

static gboolean
works_at (const FasciaLibrary *library, FasciaRoutine *routine, const GPtrArray *places)
{
  g_autofree const char **bases = fascia_library_dup_bases (library, routine);

  if (places->len == 0)
    return TRUE;
  for (guint i = 0; i < places->len; i++)
    if (g_strv_contains ((const char *const *) bases, fascia_region_get_base (places->pdata[i])))
      return TRUE;
  return FALSE;
}

static gboolean
uses_all (const FasciaLibrary *library, FasciaRoutine *routine, const char *const *tools)
{
  g_autofree const char **used = fascia_library_dup_tools (library, routine);

  for (guint i = 0; tools[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) used, tools[i]))
      return FALSE;
  return TRUE;
}

/* (transfer container) In the order of the library, those that are looked for by words best first. */
static GPtrArray *
find_routines (const FasciaLibrary *library, const Request *request, const char *const *tools)
{
  FasciaRoutine *named
      = request->text != NULL ? fascia_library_lookup_routine (library, request->text) : NULL;
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *found = g_ptr_array_new ();

  if (request->text != NULL && named == NULL)
    all = fascia_library_find (library, request->text);
  else
    {
      all = g_ptr_array_new ();
      for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
        {
          FasciaRoutine *routine = fascia_library_get_routine (library, i);

          if (named == NULL || routine == named)
            g_ptr_array_add (all, routine);
        }
    }

  for (guint i = 0; i < all->len; i++)
    {
      FasciaRoutine *routine = all->pdata[i];

      if (works_at (library, routine, request->places) && uses_all (library, routine, tools)
          && (request->postures == 0
              || (fascia_library_get_postures (library, routine) & request->postures) != 0)
          && (request->max_seconds == 0
              || fascia_library_get_seconds (library, routine, 2) <= request->max_seconds))
        g_ptr_array_add (found, routine);
    }
  return found;
}

/* ---- JSON ---- */

static gboolean
is_for (const FasciaStep *step, const GPtrArray *routines)
{
  for (guint i = 0; i < routines->len; i++)
    {
      guint n_items;
      const FasciaRoutineItem *items = fascia_routine_get_items (routines->pdata[i], &n_items);

      for (guint j = 0; j < n_items; j++)
        if (g_str_equal (items[j].step, fascia_step_get_id (step)))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_filtered (const Request *request)
{
  return request->text != NULL || request->places->len > 0 || request->postures != 0
         || request->tools != NULL || request->max_seconds > 0;
}

static gboolean
tell_json (FasciaCliContext *context,
           const FasciaLibrary *library,
           const Request *request,
           const GPtrArray *routines,
           GError **error)
{
  const char *const *tools = fascia_library_get_tools (library);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "tools");
  json_builder_begin_array (builder);
  for (guint i = 0; tools[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "code", tools[i]);
      fascia_cli_json_add_bool (builder, "default",
                                fascia_library_is_default_tool (library, tools[i]));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fascia_library_get_n_steps (library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);

      if (!is_filtered (request) || is_for (step, routines))
        fascia_cli_json_add_step (builder, step);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "routines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < routines->len; i++)
    fascia_cli_json_add_routine (builder, library, routines->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return fascia_cli_json_tell (context, builder, error);
}

/* ---- lines ---- */

/* "8 min · On a chair · Tennis ball" */
static void
append_frame (GString *text, const FasciaLibrary *library, FasciaRoutine *routine)
{
  const FasciaPosture together = fascia_library_get_postures (library, routine);
  const FasciaPosture postures
      = together != 0 ? together : fascia_library_get_all_postures (library, routine);
  g_autofree char *minutes
      = fascia_cli_dup_minutes (fascia_library_get_seconds (library, routine, 2));
  g_autofree const char **tools = fascia_library_dup_tools (library, routine);

  g_string_append (text, minutes);
  for (guint bit = 1; bit <= FASCIA_POSTURE_ALL; bit <<= 1)
    if (postures & bit)
      g_string_append_printf (text, " · %s", fascia_posture_get_name ((FasciaPosture) bit));
  for (guint i = 0; tools[i] != NULL; i++)
    if (!fascia_library_is_default_tool (library, tools[i]))
      g_string_append_printf (text, " · %s", fascia_library_get_tool_name (library, tools[i]));
  if (fascia_library_is_gentle (library, routine))
    g_string_append_printf (text, " · %s", _ ("gentle"));
}

static void
append_line (GString *text, const FasciaLibrary *library, FasciaRoutine *routine)
{
  g_string_append_printf (text, "  %-*s  ", ID_WIDTH, fascia_routine_get_id (routine));
  fascia_cli_append_quietly (text, fascia_routine_get_title (routine));
  g_string_append (text, "  (");
  append_frame (text, library, routine);
  g_string_append (text, ")\n");
}

static void
append_item (GString *text,
             const FasciaLibrary *library,
             FasciaRoutine *routine,
             const FasciaRoutineItem *item,
             guint number)
{
  const FasciaStep *step = fascia_library_resolve_step (library, routine, item->step);

  if (step == NULL)
    {
      g_string_append_printf (text, "  %2u  %s\n", number, item->step);
      return;
    }
  const FasciaTraits *traits = fascia_step_get_traits (step);
  g_autofree char *dose = fascia_step_dup_dose (step);
  g_autofree char *places
      = g_strjoinv (" ", (char **) (item->places != NULL ? item->places : traits->regions));
  g_string_append_printf (text, "  %2u  %s  ", number, fascia_step_get_id (step));
  fascia_cli_append_quietly (text, fascia_step_get_title (step));
  g_string_append_printf (text, "  (%s)\n", fascia_step_kind_get_name (traits->kind));
  g_string_append_printf (text, "           %s · %s\n", dose,
                          fascia_cap_get_words (fascia_step_get_dose (step)->cap));
  if (places[0] != '\0')
    g_string_append_printf (text, "           %s\n", places);
}

static void
append_whole (GString *text, const FasciaLibrary *library, FasciaRoutine *routine)
{
  const char *summary = fascia_routine_get_summary (routine);
  guint n_items;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

  fascia_cli_append_quietly (text, fascia_routine_get_title (routine));
  g_string_append_printf (text, "  (%s)\n", fascia_routine_get_id (routine));
  if (summary != NULL)
    {
      fascia_cli_append_quietly (text, summary);
      g_string_append_c (text, '\n');
    }
  append_frame (text, library, routine);
  g_string_append (text, "\n\n");
  for (guint i = 0; i < n_items; i++)
    append_item (text, library, routine, &items[i], i + 1);
}

/* By groups, in the order of the lists of the window; those without one of them last. */
static void
append_groups (GString *text,
               const FasciaBody *body,
               const FasciaLibrary *library,
               const GPtrArray *routines)
{
  const guint n_groups = fascia_body_get_n_groups (body);
  g_autofree gboolean *is_told = g_new0 (gboolean, MAX (routines->len, 1));

  for (guint i = 0; i <= n_groups; i++)
    {
      const char *group = i < n_groups ? fascia_body_get_group_code (body, i) : NULL;
      gboolean is_begun = FALSE;

      for (guint k = 0; k < routines->len; k++)
        {
          if (is_told[k]
              || (group != NULL
                  && g_strcmp0 (fascia_routine_get_group (routines->pdata[k]), group) != 0))
            continue;
          if (!is_begun)
            g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "",
                                    group != NULL ? fascia_body_get_group_name (body, group)
                                                  : _ ("Whole body and own routines"));
          is_begun = TRUE;
          is_told[k] = TRUE;
          append_line (text, library, routines->pdata[k]);
        }
    }
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (FasciaLibrary) library = fascia_cli_load_library (context, request->settings, error);

  if (library == NULL)
    return FALSE;
  g_autofree const char **tools = fascia_cli_parse_tools (request->tools, library, error);
  if (tools == NULL)
    return FALSE;
  g_autoptr (GPtrArray) routines = find_routines (library, request, (const char *const *) tools);
  if (request->is_json)
    return tell_json (context, library, request, routines, error);

  g_autoptr (GString) text = g_string_new (NULL);
  if (routines->len == 0)
    g_string_append (text, _ ("No routine is like that.\n"));
  else if (routines->len == 1 && is_filtered (request))
    append_whole (text, library, routines->pdata[0]);
  else
    append_groups (text, context->body, library, routines);
  return fascia_cli_context_print (context, text->str, error)
         && fascia_cli_context_flush (context, error);
}

const FasciaCliCommand fascia_cli_routines_command = {
  .name = "routines",
  .summary = N_ ("Show routines and their steps"),
  .needs = FASCIA_CLI_NEEDS_PERHAPS,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};

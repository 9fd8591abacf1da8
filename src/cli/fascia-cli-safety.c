/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia safety: which steps and movement tests are open, adapted or held back, and why; as the window
 * judges them. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "core/store/fascia-db-practice.h"

#include "fascia-cli-answers.h"
#include "fascia-cli-json.h"
#include "fascia-cli-options.h"
#include "fascia-cli-practice.h"
#include "fascia-cli-text.h"

/* Of a movement test, which has no dose: a mild pull. */
#define TEST_CAP 3

typedef struct
{
  gboolean is_json;
  gboolean is_from_file;
  FasciaMoment now;
  FasciaCliAnswers answers; /* of the file, else of the journal; none when there is no journal */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  fascia_cli_answers_clear (&self->answers);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autoptr (Request) request = g_new0 (Request, 1);
  g_autofree char *file = NULL;
  const GOptionEntry entries[] = {
    { "answers", 'a', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &file,
      N_ ("The answers of this file instead of those of the journal"), N_ ("FILE") },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("As JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (
          &rest, entries, NULL,
          _ ("Shows which steps and movement tests your safety answers leave open, and why others "
             "are held back."),
          _ ("FILE is JSON: {\"answers\": [{\"code\": \"wound\", \"region\": \"calf-upper-left\"}, "
             "\"falls\"]}. An answer may have \"side\" (left, right), \"since\" (a day like "
             "2026-11-22) and \"unsure\". Beside the answers there may be \"answered\", the day of "
             "the setup, and \"signs\", warning signs of today.\nNothing is written.\n\n"
             "  fascia safety\n"
             "  fascia safety --json --answers answers.json"),
          error))
    return NULL;
  if (rest[1] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“safety” takes options only."));
      return NULL;
    }
  fascia_moment_init (&request->now, context->now_ms, context->zone);
  if (file != NULL)
    {
      g_autofree char *path = fascia_cli_context_build_path (context, file);

      request->is_from_file = TRUE;
      if (!fascia_cli_answers_read (&request->answers, path, request->now.day, error))
        return NULL;
    }
  return g_steal_pointer (&request);
}

static FasciaCliNeeds
get_needs (gconstpointer data)
{
  const Request *request = data;

  return request->is_from_file ? FASCIA_CLI_NEEDS_NOTHING : FASCIA_CLI_NEEDS_PERHAPS;
}

static gboolean
read_journal (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Request *request = data;

  *done = TRUE;
  fascia_cli_answers_clear (&request->answers);
  request->answers.answers = fascia_db_load_answers (db, &request->answers.answered_day, error);
  return request->answers.answers != NULL;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  if (request->is_from_file)
    return TRUE;
  if (context->read != NULL)
    return context->read (read_journal, TRUE, request, context->run_data, error);
  request->answers.answers = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
  request->answers.answered_day = FASCIA_DAY_UNKNOWN;
  return TRUE;
}

/* ---- what is judged ---- */

typedef struct
{
  FasciaLibrary *library;
  FasciaItems *items;
  FasciaConditions *conditions;
  FasciaSafety *safety;
} Ground;

static void
ground_clear (Ground *self)
{
  g_clear_pointer (&self->safety, fascia_safety_unref);
  g_clear_pointer (&self->conditions, fascia_conditions_unref);
  g_clear_pointer (&self->items, fascia_items_unref);
  g_clear_pointer (&self->library, fascia_library_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ground, ground_clear)

static gboolean
ground_init (Ground *self, FasciaCliContext *context, const Request *request, GError **error)
{
  const FasciaCliAnswers *answers = &request->answers;

  *self = (Ground) { 0 };
  self->library = fascia_cli_load_library (context, NULL, error);
  if (self->library == NULL)
    return FALSE;
  self->items = fascia_items_new (error);
  if (self->items == NULL)
    return FALSE;
  self->conditions = fascia_conditions_new (context->body, error);
  if (self->conditions == NULL)
    return FALSE;
  g_autoptr (FasciaSafety) setup
      = fascia_safety_new (self->conditions, context->body,
                           (const FasciaConditionAnswer *) (gconstpointer) answers->answers->data,
                           answers->answers->len, answers->answered_day, request->now.day);
  self->safety = fascia_safety_with_session (setup, NULL, 0, (const char *const *) answers->signs);
  return TRUE;
}

/* ---- JSON ---- */

static void
add_reasons (JsonBuilder *builder, const GArray *reasons)
{
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reasons->len; i++)
    {
      const FasciaReason *reason = &g_array_index (reasons, FasciaReason, i);
      g_autofree char *text = fascia_reason_dup_text (reason);

      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "kind", fascia_cli_reason_to_code (reason->kind));
      fascia_cli_json_add_text (
          builder, "condition",
          reason->condition != NULL ? fascia_condition_get_code (reason->condition) : NULL);
      fascia_cli_json_add_text (
          builder, "place", reason->place != NULL ? fascia_region_get_id (reason->place) : NULL);
      json_builder_set_member_name (builder, "cap");
      if (reason->cap >= 0)
        json_builder_add_int_value (builder, reason->cap);
      else
        json_builder_add_null_value (builder);
      fascia_cli_json_add_bool (builder, "holds_back", reason->holds_back);
      fascia_cli_json_add_text (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_verdict (JsonBuilder *builder, const FasciaVerdict *verdict)
{
  fascia_cli_json_add_text (builder, "verdict", fascia_cli_verdict_to_code (verdict->kind));
  fascia_cli_json_add_int (builder, "cap", verdict->cap);
  add_reasons (builder, verdict->reasons);
}

static gboolean
is_base_of (const FasciaTraits *traits, const FasciaRegion *region)
{
  return g_strv_contains (traits->regions, fascia_region_get_base (region));
}

/* Place by place, where a step may be done at one without the others. */
static void
add_places (JsonBuilder *builder, const Ground *ground, const FasciaTraits *traits, int cap)
{
  const FasciaBody *body = fascia_library_get_body (ground->library);

  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; !traits->acts_on_all && i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *places[] = { fascia_body_get_region (body, i), NULL };
      g_auto (FasciaVerdict) verdict = { 0 };

      if (!is_base_of (traits, places[0]))
        continue;
      fascia_safety_judge (ground->safety, &verdict, traits, places, cap);
      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "place", fascia_region_get_id (places[0]));
      fascia_cli_json_add_text (builder, "verdict", fascia_cli_verdict_to_code (verdict.kind));
      fascia_cli_json_add_int (builder, "cap", verdict.cap);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_judged (JsonBuilder *builder,
            const Ground *ground,
            const char *id,
            const char *title,
            const FasciaTraits *traits,
            int cap)
{
  g_auto (FasciaVerdict) verdict = { 0 };

  fascia_safety_judge (ground->safety, &verdict, traits, NULL, cap);
  json_builder_begin_object (builder);
  fascia_cli_json_add_text (builder, "id", id);
  fascia_cli_json_add_text (builder, "title", title);
  fascia_cli_json_add_text (builder, "kind", fascia_step_kind_to_code (traits->kind));
  add_verdict (builder, &verdict);
  add_places (builder, ground, traits, cap);
  json_builder_end_object (builder);
}

static void
add_answers (JsonBuilder *builder, const FasciaSafety *safety)
{
  guint n_answers;
  const FasciaConditionAnswer *answers = fascia_safety_get_answers (safety, &n_answers);

  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_answers; i++)
    {
      const FasciaSide side = answers[i].side;

      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "code", answers[i].code);
      fascia_cli_json_add_text (builder, "region", answers[i].region);
      fascia_cli_json_add_text (builder, "side",
                                side == FASCIA_SIDE_LEFT || side == FASCIA_SIDE_RIGHT
                                    ? fascia_side_to_code (side)
                                    : NULL);
      if (answers[i].since_day != FASCIA_DAY_UNKNOWN)
        fascia_cli_json_add_day (builder, "since", answers[i].since_day);
      else
        fascia_cli_json_add_text (builder, "since", NULL);
      fascia_cli_json_add_bool (builder, "unsure", answers[i].is_unsure);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
tell_json (FasciaCliContext *context, const Request *request, const Ground *ground, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  fascia_cli_json_add_day (builder, "day", request->now.day);
  if (request->answers.answered_day != FASCIA_DAY_UNKNOWN)
    fascia_cli_json_add_day (builder, "answered", request->answers.answered_day);
  else
    fascia_cli_json_add_text (builder, "answered", NULL);
  fascia_cli_json_add_bool (builder, "due",
                            fascia_safety_is_due (ground->safety, FASCIA_DAY_UNKNOWN));
  add_answers (builder, ground->safety);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fascia_library_get_n_steps (ground->library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (ground->library, i);

      add_judged (builder, ground, fascia_step_get_id (step), fascia_step_get_title_c (step),
                  fascia_step_get_traits (step), fascia_step_get_dose (step)->cap);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "tests");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fascia_items_get_n (ground->items); i++)
    {
      const FasciaItem *item = fascia_items_get (ground->items, i);

      if (fascia_item_get_traits (item) != NULL)
        add_judged (builder, ground, fascia_item_get_code (item), fascia_item_get_name_c (item),
                    fascia_item_get_traits (item), TEST_CAP);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return fascia_cli_json_tell (context, builder, error);
}

/* ---- lines ---- */

/* What is held back, or adapted, under the reasons that it shares with others. */
typedef struct
{
  GHashTable *by_reasons; /* reasons, one on each line: GString of what they are for */
  GPtrArray *order;       /* of their keys */
  guint n_open, n_adapted, n_held_back;
} Lists;

static void
string_free (gpointer data)
{
  g_string_free (data, TRUE);
}

static char *
dup_reasons (const FasciaVerdict *verdict)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < verdict->reasons->len; i++)
    {
      const FasciaReason *reason = &g_array_index (verdict->reasons, FasciaReason, i);
      g_autofree char *sentence = fascia_reason_dup_text (reason);

      if (verdict->kind == FASCIA_VERDICT_HELD_BACK && !reason->holds_back)
        continue;
      fascia_cli_append_quietly (text, sentence);
      g_string_append_c (text, '\n');
    }
  g_string_append (text, verdict->kind == FASCIA_VERDICT_HELD_BACK
                             ? _ ("Held back:")
                             : _ ("Only with a lower ceiling:"));
  return g_string_free (text, FALSE);
}

static void
list (Lists *self,
      const FasciaSafety *safety,
      const char *id,
      const char *title,
      const FasciaTraits *traits,
      int cap)
{
  g_auto (FasciaVerdict) verdict = { 0 };

  fascia_safety_judge (safety, &verdict, traits, NULL, cap);
  self->n_open += verdict.kind == FASCIA_VERDICT_OPEN;
  self->n_adapted += verdict.kind == FASCIA_VERDICT_ADAPTED;
  self->n_held_back += verdict.kind == FASCIA_VERDICT_HELD_BACK;
  if (verdict.kind == FASCIA_VERDICT_OPEN)
    return;
  char *reasons = dup_reasons (&verdict);
  GString *text = g_hash_table_lookup (self->by_reasons, reasons);
  if (text == NULL)
    {
      text = g_string_new (NULL);
      g_hash_table_insert (self->by_reasons, reasons, text);
      g_ptr_array_add (self->order, reasons);
    }
  else
    g_free (reasons);
  g_string_append_printf (text, "  %-14s  ", id);
  fascia_cli_append_quietly (text, title);
  g_string_append_c (text, '\n');
}

static gboolean
tell_lines (FasciaCliContext *context, const Ground *ground, GError **error)
{
  g_autoptr (GHashTable) by_reasons
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, string_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  Lists lists = { .by_reasons = by_reasons, .order = order };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fascia_library_get_n_steps (ground->library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (ground->library, i);

      list (&lists, ground->safety, fascia_step_get_id (step), fascia_step_get_title (step),
            fascia_step_get_traits (step), fascia_step_get_dose (step)->cap);
    }
  for (guint i = 0; i < fascia_items_get_n (ground->items); i++)
    {
      const FasciaItem *item = fascia_items_get (ground->items, i);

      if (fascia_item_get_traits (item) != NULL)
        list (&lists, ground->safety, fascia_item_get_code (item), fascia_item_get_name (item),
              fascia_item_get_traits (item), TEST_CAP);
    }
  for (guint i = 0; i < order->len; i++)
    {
      const GString *names = g_hash_table_lookup (by_reasons, order->pdata[i]);

      g_string_append_printf (text, "%s\n%s\n", (const char *) order->pdata[i], names->str);
    }
  /* Translators: numbers of steps and movement tests */
  g_string_append_printf (text, _ ("%1$u open, %2$u with a lower ceiling, %3$u held back.\n"),
                          lists.n_open, lists.n_adapted, lists.n_held_back);
  if (fascia_safety_is_due (ground->safety, FASCIA_DAY_UNKNOWN))
    g_string_append (text, _ ("The safety questions are due: Fascia asks them in its window.\n"));
  return fascia_cli_context_print (context, text->str, error)
         && fascia_cli_context_flush (context, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  g_auto (Ground) ground = { 0 };

  if (!ground_init (&ground, context, request, error))
    return FALSE;
  return request->is_json ? tell_json (context, request, &ground, error)
                          : tell_lines (context, &ground, error);
}

const FasciaCliCommand fascia_cli_safety_command = {
  .name = "safety",
  .summary = N_ ("Show what the safety check leaves open"),
  .needs = FASCIA_CLI_NEEDS_PERHAPS,
  .get_needs = get_needs,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};

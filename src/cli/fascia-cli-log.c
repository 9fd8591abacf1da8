/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia log: one entry. */

#include "config.h"

#include "fascia-cli-command.h"

#include <string.h>
#include <sys/random.h>

#include <glib/gi18n.h>

#include "core/store/fascia-db-names.h"

#include "fascia-cli-fields.h"
#include "fascia-cli-options.h"
#include "fascia-cli-place.h"
#include "fascia-cli-scale.h"
#include "fascia-cli-text.h"

typedef struct
{
  FasciaEntryKind kind;
  FasciaMoment at;
  GArray *marks;       /* FasciaMark */
  GPtrArray *feelings; /* interned codes, sorted, NULL-terminated: those of every mark */
  gboolean is_nothing;
  gboolean is_json;
  FasciaCliFields fields;
  FasciaEntry *entry; /* all of the above; its tags and measurements once it is written */
  guint n_digits;     /* of its name */
  FasciaCliContext *context;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_array_unref (self->marks);
  g_ptr_array_unref (self->feelings);
  fascia_cli_fields_clear (&self->fields);
  g_clear_pointer (&self->entry, fascia_entry_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
parse_feelings (FasciaCliContext *context, char **words, GPtrArray *feelings, GError **error)
{
  const FasciaFeelings *list = fascia_cli_context_get_feelings (context, error);
  if (list == NULL)
    return FALSE;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const FasciaFeeling *feeling = fascia_feelings_lookup (list, words[i]);

      if (feeling == NULL)
        {
          g_autofree char *valid = g_utf8_make_valid (words[i], -1);

          g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                       /* Translators: %s is what was typed; the command stays as it is. */
                       _ ("There is no feeling “%s”: “fascia log --help” lists them."), valid);
          return FALSE;
        }
      const char *code = g_intern_string (fascia_feeling_get_code (feeling));
      if (!g_ptr_array_find (feelings, code, NULL))
        g_ptr_array_add (feelings, (gpointer) code);
    }
  g_ptr_array_sort (feelings, compare_codes);
  g_ptr_array_add (feelings, NULL);
  return TRUE;
}

static gboolean
parse_time (FasciaCliContext *context, const char *text, FasciaMoment *moment, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (text == NULL)
    {
      fascia_moment_init (moment, context->now_ms, context->zone);
      return TRUE;
    }
  if (!fascia_cli_check_utf8 (text, "--at", error))
    return FALSE;
  if (!fascia_moment_parse (text, context->zone, context->now_ms, moment, &cause))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, cause->message);
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_marks (FasciaCliContext *context,
             char **places,
             FasciaScale scale,
             Request *request,
             GError **error)
{
  const FasciaBody *body = fascia_cli_context_get_body (context, error);
  if (body == NULL)
    return FALSE;

  for (guint i = 0; places[i] != NULL; i++)
    {
      FasciaMark mark = { .scale = scale };

      if (!fascia_cli_parse_place (places[i], body, &mark.region, &mark.level, error))
        return FALSE;
      for (guint j = 0; j < request->marks->len; j++)
        {
          if (g_array_index (request->marks, FasciaMark, j).region == mark.region)
            {
              g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                           /* Translators: %s is the id of a place. */
                           _ ("“%s” is there twice: say each place once."), mark.region);
              return FALSE;
            }
        }
      if (request->feelings->len > 1)
        mark.feelings = (const char *const *) request->feelings->pdata;
      g_array_append_val (request->marks, mark);
    }
  return TRUE;
}

static char *
describe (FasciaCliContext *context)
{
  const FasciaFeelings *list = fascia_cli_context_get_feelings (context, NULL);
  g_autoptr (GString) codes = g_string_new (NULL);
  guint column = 0;

  for (guint i = 0; list != NULL && i < fascia_feelings_get_n (list); i++)
    {
      const char *code = fascia_feeling_get_code (fascia_feelings_get (list, i));

      if (column + strlen (code) > 72)
        {
          g_string_append (codes, "\n");
          column = 0;
        }
      g_string_append_printf (codes, "%s%s", column == 0 ? "  " : " ", code);
      column += (guint) strlen (code) + 1;
    }
  return g_strdup_printf (
      /* Translators: keep the command lines as they are. %s is a list of codes. */
      _ ("A place alone is marked without a level; 0 says that it is not tight (or does not hurt) "
         "now.\nLeft and right are always your own. Times without a zone are local.\n\n"
         "  fascia log shoulder-top-left=6 neck-back-left=4 --note \"long day\"\n"
         "  fascia log lower-back-right=3 --scale pain --at 2026-03-01T14:20\n"
         "  fascia log --measure sleep=7 --tag stress\n"
         "  fascia log --kind visit --minutes 60 --area lower-back-left --before 7 --after 4\n\n"
         "Feelings:\n%s"),
      codes->str);
}

/* One call is one entry; a check-in is closed: nothing joins it, and what the window has open stays
 * as it is. */
static FasciaEntry *
make_entry (const Request *request, gint64 now_ms)
{
  guint8 random[10];
  FasciaUid uid;

  /* Kernels without getrandom(): names need to differ, not to be secret. */
  if (getrandom (random, sizeof random, 0) != (gssize) sizeof random)
    for (gsize i = 0; i < sizeof random; i++)
      random[i] = (guint8) g_random_int_range (0, 256);
  fascia_uid_init (&uid, now_ms, random);

  FasciaEntry *entry = fascia_entry_new (&uid, request->kind, &request->at);
  for (guint i = 0; i < request->marks->len; i++)
    {
      g_autoptr (FasciaEntry) before = entry;

      entry = fascia_entry_with_mark (before, &g_array_index (request->marks, FasciaMark, i));
    }
  g_autoptr (FasciaEntry) marked = entry;
  g_autoptr (FasciaEntry) told = fascia_entry_with_nothing_today (marked, request->is_nothing);
  return fascia_entry_with_closed (told, request->kind == FASCIA_ENTRY_CHECK_IN);
}

/* Without a word about it: what is measured is a measurement, all else a check-in. */
static gboolean
parse_kind (Request *request, const char *text, gboolean has_places, GError **error)
{
  if (text == NULL)
    {
      request->kind = request->fields.measures != NULL && !has_places && !request->is_nothing
                          ? FASCIA_ENTRY_MEASUREMENT
                          : FASCIA_ENTRY_CHECK_IN;
      return TRUE;
    }
  if (fascia_entry_kind_from_code (text, &request->kind) && request->kind != FASCIA_ENTRY_SESSION)
    return TRUE;

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
               /* Translators: %s is what was typed; the words after the colon stay. */
               _ ("There is no kind “%s” to write: check-in, measurement, visit, exercise, "
                  "treatment, event or note."),
               valid);
  return FALSE;
}

static gboolean
set_usage (const char *sentence, GError **error)
{
  g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE, sentence);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  /* What is no text is told elsewhere. */
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return text == NULL;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* What an entry of the kind must say, and must not. */
static gboolean
check_kind (const Request *request, gboolean has_places, GError **error)
{
  const FasciaCliFields *fields = &request->fields;

  if (request->kind != FASCIA_ENTRY_CHECK_IN && (has_places || request->is_nothing))
    return set_usage (_ ("Places and “--nothing” go with a check-in only."), error);
  if (has_places && request->is_nothing)
    return set_usage (_ ("“--nothing” goes without places."), error);
  if (request->kind == FASCIA_ENTRY_CHECK_IN && !has_places && !request->is_nothing)
    return set_usage (_ ("Say at least one place, such as “lower-back-left=6”."), error);
  if (request->kind == FASCIA_ENTRY_MEASUREMENT && fields->measures == NULL)
    return set_usage (_ ("Say what was measured with “--measure”."), error);
  if (request->kind == FASCIA_ENTRY_NOTE && is_blank (fields->note))
    return set_usage (_ ("Say your words with “--note”."), error);
  return fascia_cli_fields_check_kind (fields, request->kind, FASCIA_CLI_ERROR_USAGE, error);
}

/* A journal is not made for something that it would not take: without one there are the ready tags and
 * items alone. */
static gboolean
check_new (FasciaCliContext *context, const Request *request, GError **error)
{
  if (g_file_test (context->journal, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!fascia_cli_context_load_names (context, error))
    return FALSE;
  g_autoptr (FasciaEntry) entry = fascia_cli_fields_apply (&request->fields, request->entry,
                                                           context->tags, context->items, error);
  return entry != NULL;
}

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autofree char *scale_text = NULL;
  g_autofree char *at = NULL;
  g_autofree char *kind = NULL;
  g_auto (GStrv) feelings = NULL;
  g_autoptr (Request) request = g_new0 (Request, 1);
  const GOptionEntry entries[] = {
    { "kind", 'k', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &kind,
      N_ ("What it is, a check-in if not given"),
      "check-in|measurement|visit|exercise|treatment|event|note" },
    { "scale", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &scale_text,
      N_ ("What the levels are: tightness (default) or pain"), "tightness|pain" },
    { "feeling", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &feelings,
      N_ ("How the places feel; may be given several times"), N_ ("CODE") },
    { "at", 'a', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &at, N_ ("When; now if not given"),
      N_ ("TIME") },
    { "nothing", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_nothing,
      N_ ("Nothing is tight or painful today"), NULL },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("Say what was written as JSON, for other programs"), NULL },
  };
  g_autoptr (GArray) options = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_auto (GStrv) rest = g_strdupv (args);
  g_autofree char *description = describe (context);
  FasciaScale scale;

  request->marks = g_array_new (FALSE, FALSE, sizeof (FasciaMark));
  request->feelings = g_ptr_array_new ();
  g_array_append_vals (options, entries, G_N_ELEMENTS (entries));
  fascia_cli_fields_add_options (&request->fields, FALSE, options);
  if (!fascia_cli_parse_options (&rest, (const GOptionEntry *) options->data, _ ("REGION[=LEVEL]…"),
                                 _ ("Writes one entry into the journal."), description, error))
    return NULL;

  char **places = rest + 1;
  if (!parse_kind (request, kind, *places != NULL, error)
      || !check_kind (request, *places != NULL, error)
      || !fascia_cli_parse_scale (scale_text, &scale, error)
      || !parse_feelings (context, feelings, request->feelings, error)
      || !parse_marks (context, places, scale, request, error)
      || !parse_time (context, at, &request->at, error)
      || !fascia_cli_fields_parse (&request->fields, context, context->zone, error))
    return NULL;
  request->entry = make_entry (request, context->now_ms);
  return check_new (context, request, error) ? g_steal_pointer (&request) : NULL;
}

/* Own tags and scales are in the journal: only here it is known what is meant. */
static gboolean
write_entry (FasciaDb *db, gpointer data, FasciaChangeFlags *changed, GError **error)
{
  Request *request = data;
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (db, error);
  g_autoptr (FasciaItems) items = tags != NULL ? fascia_db_load_items (db, error) : NULL;
  g_autoptr (FasciaEntry) entry
      = items != NULL
            ? fascia_cli_fields_apply (&request->fields, request->entry, tags, items, error)
            : NULL;

  /* Without a way back: a person who undoes in the window means what was done there. */
  if (entry == NULL || !fascia_db_insert_entries (db, &entry, 1, error))
    return FALSE;
  *changed = FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT;
  fascia_entry_unref (request->entry);
  request->entry = g_steal_pointer (&entry);
  request->n_digits = fascia_db_measure_name (db, fascia_entry_get_uid (request->entry), NULL);
  g_clear_pointer (&request->context->tags, fascia_tags_unref);
  g_clear_pointer (&request->context->items, fascia_items_unref);
  request->context->tags = g_steal_pointer (&tags);
  request->context->items = g_steal_pointer (&items);
  return TRUE;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  request->context = context;
  return context->run (write_entry, request, context->run_data, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;

  /* Written is written: who cannot read the answer must not write it again. */
  fascia_cli_tell_entry (context, request->entry, request->n_digits, request->is_json, NULL);
  return TRUE;
}

const FasciaCliCommand fascia_cli_log_command = {
  .name = "log",
  .summary = N_ ("Write an entry"),
  .needs = FASCIA_CLI_NEEDS_JOURNAL,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
  .is_backed_up = TRUE,
};

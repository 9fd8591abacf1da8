/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an entry says besides its places: the options that log and edit share. */

#include "config.h"

#include "fascia-cli-fields.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fascia-cli-options.h"

#define VISIT (1u << FASCIA_ENTRY_VISIT)
#define EXERCISE (1u << FASCIA_ENTRY_EXERCISE)
#define TREATMENT (1u << FASCIA_ENTRY_TREATMENT)
/* The end of the year 9999. */
#define FAR_AHEAD_MS G_GINT64_CONSTANT (253402300799000)
#define EVENT (1u << FASCIA_ENTRY_EVENT)

typedef enum
{
  TYPE_NUMBER, /* minimum … maximum */
  TYPE_TEXT,
  TYPE_CODES, /* a list of codes */
  TYPE_REGIONS,
  TYPE_CODE,
  TYPE_EFFORT,
  TYPE_YES_NO,
  TYPE_DAY,
} FieldType;

typedef struct
{
  const char *name;
  guint kinds;
  FieldType type;
  int minimum;
  int maximum;
  const char *description;
  const char *argument;
} Field;

static const Field fields_table[FASCIA_CLI_N_FIELDS] = {
  { "minutes", VISIT | EXERCISE, TYPE_NUMBER, 0, 1440,
    N_ ("How long a visit or an exercise was, in minutes"), N_ ("N") },
  { "pressure", VISIT, TYPE_NUMBER, 0, 10, N_ ("Visit: how strong the pressure felt, 0 to 10"),
    N_ ("N") },
  { "rating", VISIT, TYPE_NUMBER, 0, 10, N_ ("Visit: how good it was, 0 to 10"), N_ ("N") },
  { "before", VISIT, TYPE_NUMBER, 0, 10, N_ ("Visit: how tight it was before, 0 to 10"), N_ ("N") },
  { "after", VISIT, TYPE_NUMBER, 0, 10, N_ ("Visit: how tight it was afterwards, 0 to 10"),
    N_ ("N") },
  { "therapist", VISIT, TYPE_TEXT, 0, 0, N_ ("Visit: with whom"), N_ ("NAME") },
  { "said", VISIT, TYPE_TEXT, 0, 0, N_ ("Visit: what was said"), N_ ("TEXT") },
  { "area", VISIT, TYPE_REGIONS, 0, 0,
    N_ ("Visit: a place that was worked on; may be given several times"), N_ ("REGION") },
  { "technique", VISIT, TYPE_CODES, 0, 0, N_ ("Visit: a technique; may be given several times"),
    N_ ("CODE") },
  { "tool", VISIT, TYPE_CODES, 0, 0, N_ ("Visit: a tool; may be given several times"),
    N_ ("CODE") },
  { "what", EXERCISE | TREATMENT | EVENT, TYPE_TEXT, 0, 0,
    N_ ("Exercise, treatment, event: what it was"), N_ ("TEXT") },
  { "effort", EXERCISE, TYPE_EFFORT, 0, 0, N_ ("Exercise: how hard it was"),
    "light|moderate|heavy" },
  { "sets", EXERCISE, TYPE_NUMBER, 1, 1000, N_ ("Exercise: how many sets"), N_ ("N") },
  { "repetitions", EXERCISE, TYPE_NUMBER, 1, 1000, N_ ("Exercise: how many repetitions in a set"),
    N_ ("N") },
  { "amount", TREATMENT, TYPE_TEXT, 0, 0, N_ ("Treatment: how much, in your own words"),
    N_ ("TEXT") },
  { "taken", TREATMENT, TYPE_YES_NO, 0, 0, N_ ("Treatment: whether it was taken or done"),
    "yes|no" },
  { "helped", TREATMENT, TYPE_NUMBER, 0, 10, N_ ("Treatment: how much it helped, 0 to 10"),
    N_ ("N") },
  { "type", EVENT, TYPE_CODE, 0, 0,
    N_ ("Event: what sort: injury, illness, stress, new-thing, travel, other"), N_ ("CODE") },
  { "until", EVENT, TYPE_DAY, 0, 0, N_ ("Event: its last day"), N_ ("DATE") },
};

void
fascia_cli_fields_clear (FasciaCliFields *fields)
{
  for (guint i = 0; i < FASCIA_CLI_N_FIELDS; i++)
    g_clear_pointer (&fields->typed[i], g_strfreev);
  g_clear_pointer (&fields->tags, g_strfreev);
  g_clear_pointer (&fields->untags, g_strfreev);
  g_clear_pointer (&fields->measures, g_strfreev);
  g_clear_pointer (&fields->end, g_free);
  g_clear_pointer (&fields->note, g_free);
  g_clear_pointer (&fields->values, g_array_unref);
}

void
fascia_cli_fields_add_options (FasciaCliFields *fields, gboolean is_edit, GArray *options)
{
  const GOptionEntry common[] = {
    { "end", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &fields->end, N_ ("When it ended"),
      N_ ("TIME") },
    { "note", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &fields->note, N_ ("Your own words"),
      N_ ("TEXT") },
    { "tag", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &fields->tags,
      N_ ("A tag by code or name; may be given several times"), N_ ("TAG") },
    { "measure", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &fields->measures,
      N_ ("A value; may be given several times"), N_ ("ITEM[@left|@right]=VALUE") },
    { "untag", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &fields->untags,
      N_ ("Take a tag away; may be given several times"), N_ ("TAG") },
  };

  g_array_append_vals (options, common, G_N_ELEMENTS (common) - (is_edit ? 0 : 1));
  for (guint i = 0; i < FASCIA_CLI_N_FIELDS; i++)
    {
      const GOptionEntry option = { fields_table[i].name,    0,
                                    G_OPTION_FLAG_NONE,      G_OPTION_ARG_FILENAME_ARRAY,
                                    &fields->typed[i],       fields_table[i].description,
                                    fields_table[i].argument };

      g_array_append_val (options, option);
    }
}

gboolean
fascia_cli_fields_is_empty (const FasciaCliFields *fields)
{
  for (guint i = 0; i < FASCIA_CLI_N_FIELDS; i++)
    if (fields->typed[i] != NULL)
      return FALSE;
  return fields->tags == NULL && fields->untags == NULL && fields->measures == NULL
         && fields->end == NULL && fields->note == NULL;
}

gboolean
fascia_cli_fields_check_kind (const FasciaCliFields *fields,
                              FasciaEntryKind kind,
                              int code,
                              GError **error)
{
  for (guint i = 0; i < FASCIA_CLI_N_FIELDS; i++)
    if (fields->typed[i] != NULL && (fields_table[i].kinds & (1u << kind)) == 0)
      {
        g_set_error (error, FASCIA_CLI_ERROR, code,
                     /* Translators: %1$s is an option, %2$s the code of a kind of entry. */
                     _ ("“--%1$s” does not go with an entry of the kind “%2$s”."),
                     fields_table[i].name, fascia_entry_kind_to_code (kind));
        return FALSE;
      }
  return TRUE;
}

/* Whole numbers without sign, blank or leading zero. */
static gboolean
read_whole (const char *text, int minimum, int maximum, int *number)
{
  guint64 value;

  if ((text[0] == '0' && text[1] != '\0') || !g_ascii_isdigit (text[0])
      || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &value, NULL))
    return FALSE;
  *number = (int) value;
  return *number >= minimum && *number <= maximum;
}

static gboolean
is_code (const char *text)
{
  return *text != '\0' && *text != '-'
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text)
         && strlen (text) <= 64;
}

static void
set_wrong (const Field *field, const char *text, GError **error)
{
  switch (field->type)
    {
    case TYPE_NUMBER:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %1$s is an option, %2$s what was typed. */
                   _ ("“--%1$s” takes a whole number from %3$d to %4$d, not “%2$s”."), field->name,
                   text, field->minimum, field->maximum);
      break;
    case TYPE_EFFORT:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %1$s is an option, %2$s what was typed; the words stay. */
                   _ ("“--%1$s” takes light, moderate or heavy, not “%2$s”."), field->name, text);
      break;
    case TYPE_YES_NO:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %1$s is an option, %2$s what was typed; the words stay. */
                   _ ("“--%1$s” takes yes or no, not “%2$s”."), field->name, text);
      break;
    case TYPE_REGIONS:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %1$s is an option, %2$s what was typed; the command stays. */
                   _ ("“--%1$s” takes the id of a place, not “%2$s”: “fascia regions” lists them."),
                   field->name, text);
      break;
    case TYPE_TEXT:
    case TYPE_CODES:
    case TYPE_CODE:
    case TYPE_DAY:
    default:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %1$s is an option, %2$s what was typed. */
                   _ ("“--%1$s” takes a code of small letters and hyphens, not “%2$s”."),
                   field->name, text);
      break;
    }
}

static gboolean
parse_day (FasciaCliContext *context, const char *text, int *day, GError **error)
{
  g_autoptr (GError) cause = NULL;
  FasciaMoment moment;

  /* An event may go on: its last day may be a long way ahead. */
  if (!fascia_moment_parse (text, context->zone, FAR_AHEAD_MS, &moment, &cause))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, cause->message);
      return FALSE;
    }
  *day = moment.day;
  return TRUE;
}

static gboolean
parse_word (FasciaCliContext *context,
            const Field *field,
            const char *text,
            int *number,
            GError **error)
{
  FasciaEffort effort;
  gboolean is_right = TRUE;

  /* Nothing takes away what was there. */
  if (*text == '\0')
    {
      *number = field->type == TYPE_DAY      ? FASCIA_DAY_NOT_GIVEN
                : field->type == TYPE_NUMBER ? FASCIA_NOT_GIVEN
                                             : 0;
      return TRUE;
    }
  switch (field->type)
    {
    case TYPE_NUMBER:
      is_right = read_whole (text, field->minimum, field->maximum, number);
      break;
    case TYPE_EFFORT:
      is_right = fascia_effort_from_code (text, &effort);
      *number = is_right ? (int) effort : 0;
      break;
    case TYPE_YES_NO:
      is_right = g_str_equal (text, "yes") || g_str_equal (text, "no");
      *number = g_str_equal (text, "yes") ? FASCIA_ANSWER_YES : FASCIA_ANSWER_NO;
      break;
    case TYPE_CODE:
    case TYPE_CODES:
      is_right = is_code (text);
      break;
    case TYPE_REGIONS:
      is_right = fascia_body_lookup (fascia_cli_context_get_body (context, NULL), text) != NULL;
      break;
    case TYPE_DAY:
      return parse_day (context, text, number, error);
    case TYPE_TEXT:
    default:
      break;
    }
  if (!is_right)
    set_wrong (field, text, error);
  return is_right;
}

static gboolean
parse_field (FasciaCliContext *context,
             const Field *field,
             char *const *typed,
             int *number,
             GError **error)
{
  g_autofree char *name = g_strconcat ("--", field->name, NULL);

  if (typed[1] != NULL && field->type != TYPE_CODES && field->type != TYPE_REGIONS)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                   /* Translators: %s is an option. */
                   _ ("“%s” is there twice: say it once."), name);
      return FALSE;
    }
  for (guint i = 0; typed[i] != NULL; i++)
    if (!fascia_cli_check_utf8 (typed[i], name, error)
        || !parse_word (context, field, typed[i], number, error))
      return FALSE;
  return TRUE;
}

static gboolean
parse_end (FasciaCliFields *fields, FasciaCliContext *context, GTimeZone *zone, GError **error)
{
  g_autoptr (GError) cause = NULL;
  FasciaMoment moment;

  fields->end_ms = FASCIA_END_NOT_GIVEN;
  if (!fascia_cli_check_utf8 (fields->end, "--end", error))
    return FALSE;
  if (fields->end == NULL || *fields->end == '\0')
    return TRUE;
  if (!fascia_moment_parse (fields->end, zone, context->now_ms, &moment, &cause))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, cause->message);
      return FALSE;
    }
  fields->end_ms = moment.utc_ms;
  return TRUE;
}

gboolean
fascia_cli_fields_parse (FasciaCliFields *fields,
                         FasciaCliContext *context,
                         GTimeZone *zone,
                         GError **error)
{
  if (fascia_cli_context_get_body (context, error) == NULL)
    return FALSE;
  for (guint i = 0; i < FASCIA_CLI_N_FIELDS; i++)
    if (fields->typed[i] != NULL
        && !parse_field (context, &fields_table[i], fields->typed[i], &fields->numbers[i], error))
      return FALSE;
  for (guint i = 0; fields->tags != NULL && fields->tags[i] != NULL; i++)
    if (!fascia_cli_check_utf8 (fields->tags[i], "--tag", error))
      return FALSE;
  for (guint i = 0; fields->untags != NULL && fields->untags[i] != NULL; i++)
    if (!fascia_cli_check_utf8 (fields->untags[i], "--untag", error))
      return FALSE;
  if (!fascia_cli_check_utf8 (fields->note, "--note", error)
      || !parse_end (fields, context, zone, error))
    return FALSE;
  fields->values = fascia_cli_parse_measures (fields->measures, error);
  return fields->values != NULL;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers of the safety check from a file.
 *
 * An object with "answers", and if need be with "answered" (the day of the setup, today when it is left
 * out, null for never) and "signs"; or the list of answers alone. An answer is a code, or an object
 * with "code", "region", "side", "since" and "unsure". */

#include "config.h"

#include "fascia-cli-answers.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

/* Far more than anybody has conditions. */
#define MAX_BYTES (256 * 1024)
#define MAX_ANSWERS 1000
#define MAX_CODE 200

void
fascia_cli_answers_clear (FasciaCliAnswers *self)
{
  g_clear_pointer (&self->answers, g_array_unref);
  g_clear_pointer (&self->signs, g_strfreev);
}

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, sentence);
  return FALSE;
}

/* (nullable) A text that may be a code. */
static const char *
get_code (JsonNode *node)
{
  const char *text = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
                         ? json_node_get_string (node)
                         : NULL;

  return text != NULL && *text != '\0' && strlen (text) <= MAX_CODE ? g_intern_string (text) : NULL;
}

static gboolean
read_day (JsonNode *node, gint32 *day)
{
  const char *text = get_code (node);
  guint numbers[3] = { 0 };

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7)
      {
        if (!g_ascii_isdigit (text[i]))
          return FALSE;
        guint *number = &numbers[i < 4 ? 0 : i < 7 ? 1 : 2];
        *number = *number * 10 + (guint) (text[i] - '0');
      }
  if (!g_date_valid_dmy ((GDateDay) numbers[2], (GDateMonth) numbers[1], (GDateYear) numbers[0]))
    return FALSE;
  *day = fascia_day_from_ymd ((int) numbers[0], (int) numbers[1], (int) numbers[2]);
  return TRUE;
}

static gboolean
read_side (JsonNode *node, FasciaSide *side)
{
  const char *code = get_code (node);

  for (FasciaSide each = FASCIA_SIDE_MIDLINE; each <= FASCIA_SIDE_RIGHT; each++)
    if (g_strcmp0 (code, fascia_side_to_code (each)) == 0)
      {
        *side = each;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_member (FasciaConditionAnswer *answer, const char *name, JsonNode *node)
{
  if (g_str_equal (name, "code"))
    return (answer->code = get_code (node)) != NULL;
  /* What was not said is told as null, too. */
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (g_str_equal (name, "region"))
    return (answer->region = get_code (node)) != NULL;
  if (g_str_equal (name, "side"))
    return read_side (node, &answer->side);
  if (g_str_equal (name, "since"))
    return read_day (node, &answer->since_day);
  if (!g_str_equal (name, "unsure") || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  answer->is_unsure = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_answer (FasciaCliAnswers *self, JsonNode *node, guint number, GError **error)
{
  FasciaConditionAnswer answer
      = { .side = FASCIA_SIDE_MIDLINE, .since_day = FASCIA_DAY_UNKNOWN, .code = get_code (node) };

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) names = json_object_get_members (object);

      for (GList *link = names; link != NULL; link = link->next)
        if (!read_member (&answer, link->data, json_object_get_member (object, link->data)))
          {
            g_autofree char *valid = g_utf8_make_valid (link->data, -1);

            g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                         /* Translators: %1$u is a number, %2$s a word of the file. */
                         _ ("Answer %1$u of the file: “%2$s” makes no sense."), number, valid);
            return FALSE;
          }
    }
  if (answer.code == NULL)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %u is a number. */
                   _ ("Answer %u of the file has no code."), number);
      return FALSE;
    }
  g_array_append_val (self->answers, answer);
  return TRUE;
}

static gboolean
read_list (FasciaCliAnswers *self, JsonNode *node, GError **error)
{
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, _ ("The file has no list of answers."));

  JsonArray *list = json_node_get_array (node);
  if (json_array_get_length (list) > MAX_ANSWERS)
    return fail (error, _ ("The file has too many answers."));
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!read_answer (self, json_array_get_element (list, i), i + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_signs (FasciaCliAnswers *self, JsonNode *node, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, _ ("“signs” of the file is no list."));
  JsonArray *list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list) && i < MAX_ANSWERS; i++)
    {
      const char *code = get_code (json_array_get_element (list, i));

      if (code == NULL)
        return fail (error, _ ("“signs” of the file has something that is no code."));
      g_strv_builder_add (builder, code);
    }
  self->signs = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_root (FasciaCliAnswers *self, JsonNode *root, GError **error)
{
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return read_list (self, root, error);

  JsonObject *object = json_node_get_object (root);
  JsonNode *answered = json_object_get_member (object, "answered");
  JsonNode *signs = json_object_get_member (object, "signs");
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *link = names; link != NULL; link = link->next)
    if (!g_str_equal (link->data, "answers") && !g_str_equal (link->data, "answered")
        && !g_str_equal (link->data, "signs"))
      {
        g_autofree char *valid = g_utf8_make_valid (link->data, -1);

        g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                     /* Translators: %s is a word of the file. */
                     _ ("“%s” of the file makes no sense."), valid);
        return FALSE;
      }
  if (answered != NULL && JSON_NODE_HOLDS_NULL (answered))
    self->answered_day = FASCIA_DAY_UNKNOWN;
  else if (answered != NULL && !read_day (answered, &self->answered_day))
    return fail (error, _ ("“answered” of the file is no day like 2026-11-22."));
  if (signs != NULL && !read_signs (self, signs, error))
    return FALSE;
  return !json_object_has_member (object, "answers")
         || read_list (self, json_object_get_member (object, "answers"), error);
}

/* A pipe could make a window wait for somebody. */
static gboolean
load (const char *path, char **text, gsize *length, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) cause = NULL;
  const char *reason = NULL;
  struct stat status;

  if (g_stat (path, &status) != 0)
    reason = g_strerror (errno);
  else if (!S_ISREG (status.st_mode))
    reason = _ ("it is no file");
  else if (status.st_size > MAX_BYTES)
    reason = _ ("it is too large");
  else if (!g_file_get_contents (path, text, length, &cause))
    reason = cause->message;
  if (reason == NULL)
    return TRUE;
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %1$s is a file, %2$s the reason in the words of the system. */
               _ ("The file “%1$s” cannot be read: %2$s."), name, reason);
  return FALSE;
}

/* The members of all objects while they are read, each as "ADDRESS NAME". */
typedef struct
{
  GHashTable *members;
  char *doubled; /* (nullable) the first name that an object has twice */
} Names;

static void
on_member (JsonParser *parser, JsonObject *object, const char *name, gpointer data)
{
  Names *names = data;
  char *member = g_strdup_printf ("%p %s", (gpointer) object, name);

  if (!g_hash_table_add (names->members, member) && names->doubled == NULL)
    names->doubled = g_utf8_make_valid (name, -1);
}

gboolean
fascia_cli_answers_read (FasciaCliAnswers *self, const char *path, gint32 today, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  self->answers = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
  self->answered_day = today;
  if (!load (path, &text, &length, error))
    return FALSE;

  /* Of two with one name the tree keeps the last alone: half of what was answered would be lost. */
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Names names = { .members = members };
  g_signal_connect (parser, "object-member", G_CALLBACK (on_member), &names);
  json_parser_set_strict (parser, TRUE);
  const gboolean is_read = json_parser_load_from_data (parser, text, (gssize) length, &cause);
  g_autofree char *doubled = names.doubled;
  if (is_read && doubled != NULL)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is a word of the file. */
                   _ ("“%s” is in the file twice at one place."), doubled);
      return FALSE;
    }
  if (is_read)
    return read_root (self, json_parser_get_root (parser), error);
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %s is what is wrong, in the words of the library that reads it. */
               _ ("The file is no JSON: %s."), cause->message);
  return FALSE;
}

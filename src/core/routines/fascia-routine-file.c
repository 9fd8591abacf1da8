/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine as a file: what comes in is trusted in nothing, what goes out can be read again. */

#include "config.h"

#include "fascia-routine-file.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../body/fascia-facts-private.h"
#include "fascia-routine-reader-private.h"

G_DEFINE_QUARK (fascia - routine - file - error - quark, fascia_routine_file_error)

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define ID_LETTERS 12

/* ---- in ---- */

static guint
count_lines (const char *text, const char *to)
{
  guint line = 1;

  for (const char *p = text; p < to; p++)
    line += *p == '\n';
  return line;
}

/* What can be told before anything is understood. */
static gboolean
check_bytes (const char *text, gsize length, GError **error)
{
  const char *end, *at;

  if (length > FASCIA_ROUTINE_FILE_MAX_BYTES)
    {
      g_set_error (error, FASCIA_ROUTINE_FILE_ERROR, FASCIA_ROUTINE_FILE_ERROR_TOO_LARGE,
                   _ ("Line 1: the file is larger than %d KB, and a routine is much smaller. "
                      "Choose another file."),
                   FASCIA_ROUTINE_FILE_MAX_BYTES / 1024);
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, &end))
    {
      g_set_error (
          error, FASCIA_ROUTINE_FILE_ERROR, FASCIA_ROUTINE_FILE_ERROR_NOT_ROUTINE,
          _ ("Line %u: this is no text in UTF-8. Open the file in a text editor and save it "
             "as UTF-8."),
          count_lines (text, end));
      return FALSE;
    }
  g_autofree char *copy = g_strndup (text, length);
  const gunichar hidden = fascia_routine_find_hidden (copy, &at);
  if (hidden != 0)
    {
      g_set_error (error, FASCIA_ROUTINE_FILE_ERROR, FASCIA_ROUTINE_FILE_ERROR_INVALID,
                   /* Translators: the number of a line, the number of a character. */
                   _ ("Line %u: there is a hidden character (U+%04X). Take it out."),
                   count_lines (copy, at), hidden);
      return FALSE;
    }
  return TRUE;
}

/* The same content gives the same id. */
static char *
dup_id (const FasciaRoutine *routine)
{
  g_autofree char *text = fascia_routine_file_write (routine);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GString) id = g_string_new ("own-");

  for (guint i = 0; i < ID_LETTERS; i++)
    g_string_append_c (id, (char) ('a' + g_ascii_xdigit_value (digest[i])));
  return g_string_free (g_steal_pointer (&id), FALSE);
}

static FasciaRoutine *
parse (FasciaLibrary *library, const char *text, FasciaRoutineOrigin origin, GError **error)
{
  g_autoptr (GPtrArray) routines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_routine_unref);

  if (!fascia_routine_read (library, text, origin, routines, error))
    return NULL;
  /* Nothing but remarks is XML as well. */
  if (routines->len == 0)
    {
      g_set_error_literal (error, FASCIA_ROUTINE_FILE_ERROR, FASCIA_ROUTINE_FILE_ERROR_NOT_ROUTINE,
                           _ ("Line 1: there is no routine in this file. Choose another one."));
      return NULL;
    }
  return fascia_routine_ref (g_ptr_array_index (routines, 0));
}

FasciaRoutine *
fascia_routine_file_parse (FasciaLibrary *library, const char *text, gssize length, GError **error)
{
  g_return_val_if_fail (library != NULL && (text != NULL || length == 0), NULL);

  if (text == NULL)
    text = "";
  gsize size = length >= 0 ? (gsize) length : strlen (text);
  if (size >= strlen (BYTE_ORDER_MARK)
      && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      text += strlen (BYTE_ORDER_MARK);
      size -= strlen (BYTE_ORDER_MARK);
    }
  if (!check_bytes (text, size, error))
    return NULL;

  g_autofree char *copy = g_strndup (text, size);
  FasciaRoutine *routine = parse (library, copy, FASCIA_ROUTINE_FROM_FILE, error);
  if (routine != NULL)
    routine->id = dup_id (routine);
  return routine;
}

FasciaRoutine *
fascia_routine_file_parse_kept (FasciaLibrary *library,
                                const char *id,
                                const char *text,
                                GError **error)
{
  g_return_val_if_fail (library != NULL && id != NULL && text != NULL, NULL);

  if (!check_bytes (text, strlen (text), error))
    return NULL;
  FasciaRoutine *routine = parse (library, text, FASCIA_ROUTINE_FROM_KEPT, error);
  if (routine != NULL)
    routine->id = g_strdup (id);
  return routine;
}

/* ---- out ---- */

static void
add_element (GString *text, const char *indent, const char *element, const char *content)
{
  if (content == NULL || *content == '\0')
    return;
  g_autofree char *escaped = g_markup_escape_text (content, -1);
  g_string_append_printf (text, "%s<%s>%s</%s>\n", indent, element, escaped, element);
}

static void
add_list (GString *text, const char *name, const char *const *words)
{
  if (words == NULL || words[0] == NULL)
    return;
  g_autofree char *list = g_strjoinv (" ", (char **) words);
  g_string_append_printf (text, " %s=\"%s\"", name, list);
}

static void
add_number (GString *text, const char *name, int number)
{
  if (number > 0)
    g_string_append_printf (text, " %s=\"%d\"", name, number);
}

static void
add_step (GString *text, const FasciaStep *step)
{
  g_string_append_printf (text, "  <step id=\"%s\"", step->id);
  if (step->like != NULL)
    g_string_append_printf (text, " like=\"%s\"", step->like);
  else
    {
      g_string_append_printf (text, " kind=\"%s\" posture=\"%s\"",
                              fascia_step_kind_to_code (step->traits.kind),
                              fascia_posture_to_code (step->traits.posture));
      if (step->traits.kind == FASCIA_STEP_RELEASE)
        g_string_append_printf (text, " technique=\"%s\" tool-class=\"%s\"", step->traits.technique,
                                step->traits.tool_class);
      add_list (text, "tools", step->tools);
    }
  add_list (text, "regions", step->regions);
  g_string_append (text, ">\n");
  for (guint i = 0; i < FASCIA_N_STEP_TEXTS; i++)
    add_element (text, "    ", fascia_step_text_to_code (i), step->texts[i]);
  g_string_append (text, "  </step>\n");
}

static void
add_item (GString *text, const FasciaRoutineItem *item)
{
  g_string_append_printf (text, "  <do step=\"%s\"", item->step);
  add_list (text, "places", item->places);
  if (item->side == FASCIA_SIDE_LEFT || item->side == FASCIA_SIDE_RIGHT)
    g_string_append_printf (text, " side=\"%s\"", fascia_side_to_code (item->side));
  add_number (text, "sets", item->sets);
  add_number (text, "seconds", item->seconds);
  add_number (text, "reps", item->reps);
  add_number (text, "rest", item->rest_s);
  g_string_append (text, "/>\n");
}

static char *
write_routine (const FasciaRoutine *routine, gboolean is_kept)
{
  g_autoptr (GString) text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                           "<routine version=\"1\">\n");

  add_element (text, "  ", "title", fascia_routine_get_title (routine));
  add_element (text, "  ", "summary", fascia_routine_get_summary (routine));
  if (is_kept && routine->confirmed != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (routine->confirmed, -1);

      g_string_append_printf (text, "  <confirmed at=\"%" G_GINT64_FORMAT "\">%s</confirmed>\n",
                              routine->confirmed_ms, escaped);
    }
  for (guint i = 0; i < routine->steps->len; i++)
    add_step (text, g_ptr_array_index (routine->steps, i));
  for (guint i = 0; i < routine->items->len; i++)
    add_item (text, &g_array_index (routine->items, FasciaRoutineItem, i));
  g_string_append (text, "</routine>\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
fascia_routine_file_write (const FasciaRoutine *routine)
{
  g_return_val_if_fail (routine != NULL, NULL);

  return write_routine (routine, FALSE);
}

char *
fascia_routine_file_write_kept (const FasciaRoutine *routine)
{
  g_return_val_if_fail (routine != NULL, NULL);

  return write_routine (routine, TRUE);
}

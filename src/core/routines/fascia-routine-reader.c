/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads routines, those of the program and those of anybody, with one and the same strictness. */

#include "config.h"

#include "fascia-routine-reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../body/fascia-facts-private.h"
#include "fascia-step-reader-private.h"

#define MAX_SENTENCE 300
#define INVALID FASCIA_ROUTINE_FILE_ERROR_INVALID

/* ---- errors ---- */

/* Where the element begins whose tag ends there. */
static guint
find_line (const FasciaRoutineReader *self, FasciaRoutinePosition end_of_tag)
{
  int line = end_of_tag.line, column = end_of_tag.column;
  const char *p = self->source;

  for (int i = 1; i < line; i++)
    {
      const char *end = strchr (p, '\n');

      if (end == NULL)
        break;
      p = end + 1;
    }
  while (column-- > 1 && *p != '\0' && *p != '\n')
    p = g_utf8_next_char (p);
  /* From the last sign that was taken. */
  do
    {
      if (p == self->source)
        break;
      if (*--p == '\n')
        line--;
    }
  while (*p != '<');
  return (guint) MAX (line, 1);
}

static FasciaRoutinePosition
get_position (const FasciaRoutineReader *self)
{
  FasciaRoutinePosition position;

  g_markup_parse_context_get_position (self->context, &position.line, &position.column);
  return position;
}

/* What is quoted may be as long as the file. */
void
fascia_routine_shorten (char *sentence)
{
  /* "…" has three bytes: no more than three letters have at least. */
  if (g_utf8_strlen (sentence, -1) > MAX_SENTENCE)
    strcpy (g_utf8_offset_to_pointer (sentence, MAX_SENTENCE - 2), "…");
}

gboolean
fascia_routine_reader_fail (FasciaRoutineReader *self,
                            int code,
                            guint line,
                            GError **error,
                            const char *format,
                            ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fascia_routine_shorten (reason);
  /* Translators: %u is the number of a line in a file, %s a whole sentence that says what is wrong
   * there and what to do. */
  g_set_error (error, FASCIA_ROUTINE_FILE_ERROR, code, _ ("Line %u: %s"),
               line != 0 ? line : find_line (self, get_position (self)), reason);
  return FALSE;
}

#define fail(self, error, ...) fascia_routine_reader_fail (self, INVALID, 0, error, __VA_ARGS__)

/* ---- attributes ---- */

const char *
fascia_routine_reader_get (const FasciaRoutineReader *self, const char *name)
{
  for (guint i = 0; self->names[i] != NULL; i++)
    if (g_str_equal (self->names[i], name))
      return self->values[i];
  return NULL;
}

gboolean
fascia_routine_reader_check_names (FasciaRoutineReader *self,
                                   const char *element,
                                   const char *const *known,
                                   GError **error)
{
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      if (!g_strv_contains (known, self->names[i]))
        return fail (self, error, _ ("<%s> has no attribute “%s”. Take it out."), element,
                     self->names[i]);
      for (guint j = 0; j < i; j++)
        if (g_str_equal (self->names[i], self->names[j]))
          return fail (self, error, _ ("“%s” is there twice. Leave one of them."), self->names[i]);
    }
  return TRUE;
}

/* 0 when it is not there. */
static gboolean
read_number (FasciaRoutineReader *self,
             const char *name,
             int least,
             int most,
             int *number,
             GError **error)
{
  const char *value = fascia_routine_reader_get (self, name);

  *number = 0;
  if (value == NULL)
    return TRUE;
  if (fascia_step_read_number (value, number) && *number >= least && *number <= most)
    return TRUE;
  /* Translators: the first %s is a word of the file, such as "seconds". */
  return fail (self, error, _ ("“%s” is a whole number from %d to %d. Correct it."), name, least,
               most);
}

/* ---- items ---- */

static gboolean
read_places (FasciaRoutineReader *self, const FasciaStep *step, const char **places, GError **error)
{
  if (places[0] == NULL)
    return fail (self, error, _ ("“places” is empty. Name a place, or leave it out."));
  if (step->traits.acts_on_all)
    return fail (self, error, _ ("“%s” works on all of its places at once. Leave “places” out."),
                 step->id);
  for (guint i = 0; places[i] != NULL; i++)
    if (!g_strv_contains (step->traits.regions, places[i]))
      {
        g_autofree char *known = g_strjoinv (", ", (char **) step->traits.regions);

        /* Translators: a code of a step, a code of a place, codes of places. */
        return fail (self, error, _ ("“%s” does not work on “%s”. It works on: %s."), step->id,
                     places[i], known);
      }
  return TRUE;
}

static gboolean
read_side (FasciaRoutineReader *self, FasciaSide *side, GError **error)
{
  const char *value = fascia_routine_reader_get (self, "side");

  *side = FASCIA_SIDE_MIDLINE;
  if (value == NULL)
    return TRUE;
  if (g_str_equal (value, "left"))
    *side = FASCIA_SIDE_LEFT;
  else if (g_str_equal (value, "right"))
    *side = FASCIA_SIDE_RIGHT;
  else
    return fail (self, error,
                 _ ("“side” is left or right: the person’s own. Leave it out "
                    "for both."));
  return TRUE;
}

static gboolean
read_item (FasciaRoutineReader *self, GError **error)
{
  static const char *const known[]
      = { "step", "places", "side", "sets", "seconds", "reps", "rest", NULL };
  const char *id = fascia_routine_reader_get (self, "step");
  const char *list = fascia_routine_reader_get (self, "places");
  FasciaRoutine *routine = self->routine;
  FasciaRoutineItem item = { 0 };
  /* What was kept stays, though a step may be gone by now: it is never done, but it is shown. */
  const gboolean is_kept = self->origin == FASCIA_ROUTINE_FROM_KEPT;

  if (!fascia_routine_reader_check_names (self, "do", known, error))
    return FALSE;
  if (routine->items->len == FASCIA_ROUTINE_MAX_ITEMS)
    return fail (self, error, _ ("A routine has at most %d steps. Split it in two."),
                 FASCIA_ROUTINE_MAX_ITEMS);
  if (id == NULL)
    return fail (self, error, _ ("<do> does not say which step. Add step=\"…\"."));

  const FasciaStep *step = fascia_library_resolve_step (self->library, routine, id);
  if (step == NULL && (!is_kept || !fascia_facts_is_code (id)))
    return fail (self, error,
                 _ ("There is no step “%s”. Use one of the list, or write a <step> before it."),
                 id);
  item.step = id;
  g_autofree const char **places = list != NULL ? fascia_step_intern_list (list) : NULL;
  item.places = places;
  if ((places != NULL && step != NULL && !read_places (self, step, places, error))
      || !read_side (self, &item.side, error)
      || !read_number (self, "sets", 1, FASCIA_ROUTINE_MAX_SETS, &item.sets, error)
      || !read_number (self, "seconds", 1, FASCIA_ROUTINE_MAX_SECONDS, &item.seconds, error)
      || !read_number (self, "reps", 1, FASCIA_ROUTINE_MAX_REPS, &item.reps, error)
      || !read_number (self, "rest", 0, FASCIA_ROUTINE_MAX_REST, &item.rest_s, error))
    return FALSE;
  if (step != NULL && item.seconds > 0 && step->dose.reps_max > 0)
    return fail (self, error, _ ("“%s” goes by repetitions. Write reps instead of seconds."),
                 step->id);
  if (step != NULL && item.reps > 0 && step->dose.reps_max == 0)
    return fail (self, error, _ ("“%s” goes by seconds. Write seconds instead of reps."), step->id);

  const FasciaRoutinePosition end = get_position (self);
  fascia_routine_add_item (routine, &item);
  g_array_append_val (self->item_ends, end);
  self->is_in_item = TRUE;
  return TRUE;
}

/* ---- texts ---- */

/* (nullable) Where the text of an element goes. */
static char **
find_text (FasciaRoutineReader *self, const char *element, gsize *most)
{
  FasciaRoutine *routine = self->routine;

  *most = FASCIA_ROUTINE_MAX_TEXT;
  if (routine == NULL || self->is_in_item)
    return NULL;
  if (self->step != NULL)
    {
      for (guint i = 0; i < FASCIA_N_STEP_TEXTS; i++)
        if (g_str_equal (element, fascia_step_text_to_code (i)))
          {
            if (i == FASCIA_STEP_TEXT_TITLE)
              *most = FASCIA_ROUTINE_MAX_TITLE;
            else if (i == FASCIA_STEP_TEXT_CUE)
              *most = FASCIA_ROUTINE_MAX_CUE;
            return &self->step->texts[i];
          }
      return NULL;
    }
  if (g_str_equal (element, "title"))
    {
      *most = FASCIA_ROUTINE_MAX_TITLE;
      return &routine->title;
    }
  if (g_str_equal (element, "summary"))
    return &routine->summary;
  if (g_str_equal (element, "search") && self->origin == FASCIA_ROUTINE_FROM_PROGRAM)
    return &routine->search;
  if (g_str_equal (element, "confirmed") && self->origin == FASCIA_ROUTINE_FROM_KEPT)
    {
      *most = FASCIA_ROUTINE_MAX_CONFIRMED;
      return &routine->confirmed;
    }
  return NULL;
}

/* Text that is meant for another program than a reader's eyes. */
static gboolean
is_like_script (const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  for (const char *p = strchr (folded, '<'); p != NULL; p = strchr (p + 1, '<'))
    if (g_ascii_isalpha (p[1]) || (p[1] != '\0' && strchr ("/!?", p[1]) != NULL))
      return TRUE;
  return strstr (folded, "javascript:") != NULL || strstr (folded, "data:text/") != NULL;
}

gunichar
fascia_routine_find_hidden (const char *text, const char **at)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r' || c == '\t')
        continue;
      /* Those that turn the order of what is read: what stands there is not what one sees. */
      if (g_unichar_type (c) == G_UNICODE_CONTROL || (c >= 0x202A && c <= 0x202E)
          || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0x2028 || c == 0x2029
          || (c >= 0xE0000 && c <= 0xE007F) || (c >= 0xFDD0 && c <= 0xFDEF)
          || (c & 0xFFFE) == 0xFFFE)
        {
          if (at != NULL)
            *at = p;
          return c;
        }
    }
  return 0;
}

/* Attributes as well: codes have none of this, so what has it is named before anything else. */
static gboolean
check_letters (FasciaRoutineReader *self, const char *text, GError **error)
{
  const gunichar hidden = fascia_routine_find_hidden (text, NULL);

  if (hidden != 0)
    /* Translators: %04X is the number of a character that cannot be seen. */
    return fail (self, error, _ ("There is a hidden character (U+%04X). Take it out."), hidden);
  if (self->origin == FASCIA_ROUTINE_FROM_FILE && is_like_script (text))
    return fail (self, error,
                 _ ("There is something like a program in a text. Write plain words."));
  return TRUE;
}

/* ---- elements ---- */

static gboolean
begin_routine (FasciaRoutineReader *self, GError **error)
{
  static const char *const of_program[] = { "id", "group", "programme", NULL };
  static const char *const of_file[] = { "version", NULL };
  const gboolean is_ready = self->origin == FASCIA_ROUTINE_FROM_PROGRAM;
  const char *version = fascia_routine_reader_get (self, "version");
  const char *id = fascia_routine_reader_get (self, "id");
  const char *group = fascia_routine_reader_get (self, "group");

  self->routine = fascia_routine_new ();
  self->routine->is_own = !is_ready;
  g_array_set_size (self->item_ends, 0);
  if (!fascia_routine_reader_check_names (self, "routine", is_ready ? of_program : of_file, error))
    return FALSE;
  if (!is_ready)
    {
      if (version == NULL)
        return fail (self, error, _ ("<routine> does not say its version. Add version=\"1\"."));
      if (!g_str_equal (version, "1"))
        return fail (self, error,
                     _ ("This routine was written for another version of Fascia. "
                        "Ask for one with version=\"1\"."));
      return TRUE;
    }
  if (id == NULL || !fascia_facts_is_code (id) || g_str_has_prefix (id, "own-"))
    return fail (self, error, "“%s” is no id.", id != NULL ? id : "");
  for (guint i = 0; i < self->routines->len; i++)
    if (g_str_equal (id, ((FasciaRoutine *) g_ptr_array_index (self->routines, i))->id))
      return fail (self, error, "“%s” is there twice.", id);
  if (group == NULL)
    return fail (self, error, "“%s” has no group.", id);
  if (!g_str_equal (group, "whole"))
    {
      gboolean is_known = FALSE;

      for (guint i = 0; i < fascia_body_get_n_groups (self->library->body); i++)
        is_known |= g_str_equal (group, fascia_body_get_group_code (self->library->body, i));
      if (!is_known)
        return fail (self, error, "“%s” is no group.", group);
    }
  self->routine->id = g_strdup (id);
  self->routine->group = g_intern_string (group);
  self->routine->programme = g_intern_string (fascia_routine_reader_get (self, "programme"));
  return TRUE;
}

/* Limits of a single step that are no question of how much. */
static gboolean
check_forbidden (FasciaRoutineReader *self, GError **error)
{
  for (guint i = 0; i < self->routine->items->len; i++)
    {
      const FasciaRoutineItem *item = &g_array_index (self->routine->items, FasciaRoutineItem, i);
      g_autoptr (GStrvBuilder) over = g_strv_builder_new ();
      g_autoptr (GStrvBuilder) forbidden = g_strv_builder_new ();

      fascia_library_check_item (self->library, self->routine, item, over, forbidden);
      g_auto (GStrv) reasons = g_strv_builder_end (forbidden);
      if (reasons[0] != NULL)
        return fascia_routine_reader_fail (
            self, FASCIA_ROUTINE_FILE_ERROR_FORBIDDEN,
            find_line (self, g_array_index (self->item_ends, FasciaRoutinePosition, i)), error,
            "%s", reasons[0]);
    }
  return TRUE;
}

static gboolean
end_routine (FasciaRoutineReader *self, GError **error)
{
  FasciaRoutine *routine = self->routine;

  const gboolean is_kept = self->origin == FASCIA_ROUTINE_FROM_KEPT;
  if (routine->title == NULL && is_kept)
    routine->title = g_strdup ("");
  if (routine->title == NULL)
    return fail (self, error, _ ("The routine has no title. Add <title>…</title>."));
  if (routine->items->len == 0 && !is_kept)
    return fail (self, error, _ ("The routine has no step. Add <do step=\"…\"/>."));
  if (!is_kept && !check_forbidden (self, error))
    return FALSE;
  g_ptr_array_add (self->routines, g_steal_pointer (&self->routine));
  return TRUE;
}

static gboolean
begin_element (FasciaRoutineReader *self, const char *element, GError **error)
{
  static const char *const nothing[] = { NULL };
  static const char *const of_confirmed[] = { "at", NULL };
  const GSList *stack = g_markup_parse_context_get_element_stack (self->context);
  const gboolean is_root = stack->next == NULL;
  const gboolean is_ready = self->origin == FASCIA_ROUTINE_FROM_PROGRAM;
  gsize most;

  for (guint i = 0; self->names[i] != NULL; i++)
    if (!check_letters (self, self->values[i], error))
      return FALSE;
  if (is_root && !g_str_equal (element, is_ready ? "routines" : "routine"))
    return fascia_routine_reader_fail (
        self, FASCIA_ROUTINE_FILE_ERROR_NOT_ROUTINE, 0, error,
        _ ("This is another kind of file: it begins with <%s>. Choose a file of a routine."),
        element);
  if (is_root && is_ready)
    return TRUE;
  if (is_root && self->routines->len > 0)
    return fail (self, error, _ ("A file holds one routine. Put the other into its own file."));
  if (self->routine == NULL && g_str_equal (element, "routine"))
    return begin_routine (self, error);
  if (self->routine != NULL && self->step == NULL && self->text == NULL && !self->is_in_item)
    {
      if (g_str_equal (element, "do"))
        return read_item (self, error);
      if (g_str_equal (element, "step") && !is_ready)
        return fascia_routine_reader_begin_step (self, error);
    }
  char **to = self->text == NULL ? find_text (self, element, &most) : NULL;
  if (to == NULL)
    return fail (self, error, _ ("<%s> has no place here. Take it out."), element);
  if (*to != NULL)
    return fail (self, error, _ ("<%s> is there twice. Leave one of them."), element);
  const gboolean is_confirmed = to == &self->routine->confirmed;
  if (!fascia_routine_reader_check_names (self, element, is_confirmed ? of_confirmed : nothing,
                                          error))
    return FALSE;
  if (is_confirmed)
    {
      const char *at = fascia_routine_reader_get (self, "at");

      if (at == NULL
          || !g_ascii_string_to_signed (at, 10, 0, G_MAXINT64, &self->routine->confirmed_ms, NULL))
        return fail (self, error, _ ("“%s” is no time."), at != NULL ? at : "");
    }
  self->text = g_string_new (NULL);
  return TRUE;
}

static void
on_element_started (GMarkupParseContext *context,
                    const char *element,
                    const char **names,
                    const char **values,
                    gpointer user_data,
                    GError **error)
{
  FasciaRoutineReader *self = user_data;

  self->names = names;
  self->values = values;
  begin_element (self, element, error);
}

static gboolean
end_text (FasciaRoutineReader *self, const char *element, GError **error)
{
  g_autofree char *text = g_string_free (g_steal_pointer (&self->text), FALSE);
  gsize most;
  char **to = find_text (self, element, &most);
  /* What was confirmed has a line for each limit. */
  g_autofree char *line = to == &self->routine->confirmed ? g_strdup (g_strstrip (text))
                                                          : fascia_facts_dup_line (text);

  if (*line == '\0')
    return fail (self, error, _ ("<%s> is empty. Fill it in, or take it out."), element);
  if ((gsize) g_utf8_strlen (line, -1) > most)
    return fail (self, error, _ ("<%s> has more than %u letters. Shorten it."), element,
                 (guint) most);
  if (!check_letters (self, line, error))
    return FALSE;
  *to = g_steal_pointer (&line);
  return TRUE;
}

static void
on_element_ended (GMarkupParseContext *context,
                  const char *element,
                  gpointer user_data,
                  GError **error)
{
  FasciaRoutineReader *self = user_data;

  if (self->text != NULL)
    end_text (self, element, error);
  else if (g_str_equal (element, "do"))
    self->is_in_item = FALSE;
  else if (g_str_equal (element, "step"))
    fascia_routine_reader_end_step (self, error);
  else if (g_str_equal (element, "routine"))
    end_routine (self, error);
}

static void
on_text_read (GMarkupParseContext *context,
              const char *text,
              gsize length,
              gpointer user_data,
              GError **error)
{
  FasciaRoutineReader *self = user_data;

  if (self->text != NULL)
    {
      g_string_append_len (self->text, text, (gssize) length);
      return;
    }
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      {
        fail (self, error,
              _ ("There is a text between the elements. Put it into one, or take it out."));
        return;
      }
}

/* What is neither element nor text: comments, and what a routine has no need of. */
static void
on_rest_passed (GMarkupParseContext *context,
                const char *text,
                gsize length,
                gpointer user_data,
                GError **error)
{
  FasciaRoutineReader *self = user_data;
  const gboolean is_comment = length >= 4 && strncmp (text, "<!--", 4) == 0;
  const gboolean is_head = length >= 6 && strncmp (text, "<?xml ", 6) == 0;

  if (is_comment || is_head)
    return;
  /* It is the first of its sort, and stands there as it is. */
  g_autofree char *copy = g_strndup (text, length);
  const char *at = strstr (self->source, copy);
  guint line = 1;
  for (const char *p = self->source; at != NULL && p < at; p++)
    line += *p == '\n';
  fascia_routine_reader_fail (
      self, INVALID, line, error,
      _ ("A routine has no document type, no entities, no CDATA and no instructions for "
         "programs. Take that out."));
}

gboolean
fascia_routine_read (FasciaLibrary *library,
                     const char *text,
                     FasciaRoutineOrigin origin,
                     GPtrArray *routines,
                     GError **error)
{
  static const GMarkupParser parser = {
    .start_element = on_element_started,
    .end_element = on_element_ended,
    .text = on_text_read,
    .passthrough = on_rest_passed,
  };
  FasciaRoutineReader self = {
    .library = library,
    .source = text,
    .origin = origin,
    .routines = routines,
  };
  g_autoptr (GError) local = NULL;

  self.context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &self, NULL);
  self.item_ends = g_array_new (FALSE, FALSE, sizeof (FasciaRoutinePosition));
  const gboolean is_read = g_markup_parse_context_parse (self.context, text, -1, &local)
                           && g_markup_parse_context_end_parse (self.context, &local);
  if (!is_read && local->domain == G_MARKUP_ERROR)
    {
      /* GLib quotes single bytes. */
      g_autofree char *reason = g_utf8_make_valid (local->message, -1);

      fascia_routine_shorten (reason);
      /* Translators: %s says which line is wrong, and why; it comes from another program. */
      g_set_error (error, FASCIA_ROUTINE_FILE_ERROR, FASCIA_ROUTINE_FILE_ERROR_NOT_ROUTINE,
                   _ ("This cannot be read as XML: %s. Mend it in a text editor."), reason);
    }
  else if (!is_read)
    g_propagate_error (error, g_steal_pointer (&local));
  g_markup_parse_context_free (self.context);
  if (self.text != NULL)
    g_string_free (self.text, TRUE);
  g_clear_pointer (&self.step, fascia_step_unref);
  g_clear_pointer (&self.routine, fascia_routine_unref);
  g_array_unref (self.item_ends);
  return is_read;
}

gboolean
fascia_routine_read_ready (FasciaLibrary *library, const char *xml, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!fascia_routine_read (library, xml, FASCIA_ROUTINE_FROM_PROGRAM, library->ready, &local))
    {
      g_set_error_literal (error, FASCIA_LIBRARY_ERROR, FASCIA_LIBRARY_ERROR_DATA, local->message);
      return FALSE;
    }
  return TRUE;
}

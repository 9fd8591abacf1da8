/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the table of steps, and refuses one that makes no sense. */

#include "config.h"

#include "fascia-step-reader-private.h"

#include <string.h>

#include "../body/fascia-facts-private.h"

/* Longer than any number in the tables. */
#define MAX_DIGITS 6
#define MAX_CUE 60
#define MAX_CAP 4

typedef struct
{
  FasciaLibrary *library;
  const char *const *names; /* of the attributes of the element that begins */
  const char *const *values;
  FasciaStep *step; /* being read, in the list already */
  FasciaTool *tool; /* likewise */
  char **to;        /* (nullable) where the text that begins goes */
  gboolean is_in_tools;
} Reader;

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (FASCIA_LIBRARY_ERROR, FASCIA_LIBRARY_ERROR_DATA,
                                                format, arguments));
  va_end (arguments);
  return FALSE;
}

gboolean
fascia_step_read_number (const char *text, int *number)
{
  const gsize length = strlen (text);

  if (length == 0 || length > MAX_DIGITS || strspn (text, "0123456789") != length)
    return FALSE;
  *number = (int) g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

gboolean
fascia_step_read_range (const char *text, int *least, int *most)
{
  g_auto (GStrv) words = fascia_facts_split (text);
  const guint n = g_strv_length (words);

  if (n < 1 || n > 2 || !fascia_step_read_number (words[0], least)
      || !fascia_step_read_number (words[n - 1], most))
    return FALSE;
  return *least <= *most;
}

/* ---- attributes ---- */

/* (nullable) */
static const char *
get (const Reader *reader, const char *name)
{
  for (guint i = 0; reader->names[i] != NULL; i++)
    if (g_str_equal (reader->names[i], name))
      return reader->values[i];
  return NULL;
}

/* Each at most once, and only those. */
static gboolean
check_names (const Reader *reader, const char *const *known, GError **error)
{
  for (guint i = 0; reader->names[i] != NULL; i++)
    {
      FasciaGrade grade;

      if (!g_strv_contains (known, reader->names[i])
          && !(reader->step != NULL && fascia_grade_from_code (reader->names[i], &grade)))
        return fail (error, "there is no column “%s”", reader->names[i]);
      for (guint j = 0; j < i; j++)
        if (g_str_equal (reader->names[i], reader->names[j]))
          return fail (error, "“%s” is there twice", reader->names[i]);
    }
  return TRUE;
}

/* (nullable) One of @known, interned. */
static const char *
read_one_of (const Reader *reader, const char *name, const char *const *known, GError **error)
{
  const char *value = get (reader, name);

  if (value != NULL && g_strv_contains (known, value))
    return g_intern_string (value);
  fail (error, "“%s” is no %s", value != NULL ? value : "", name);
  return NULL;
}

static gboolean
read_range (const Reader *reader, const char *name, int *least, int *most, GError **error)
{
  const char *value = get (reader, name);

  return value == NULL || fascia_step_read_range (value, least, most)
         || fail (error, "“%s” is no range for “%s”", value, name);
}

static gboolean
read_number (const Reader *reader, const char *name, int *number, GError **error)
{
  const char *value = get (reader, name);

  return value == NULL || fascia_step_read_number (value, number)
         || fail (error, "“%s” is no number for “%s”", value, name);
}

/* (nullable) */
static const char **
read_bases (const Reader *reader, const char *name, GError **error)
{
  g_autofree const char **bases = fascia_step_intern_list (get (reader, name));

  for (guint i = 0; bases[i] != NULL; i++)
    {
      if (!fascia_library_is_base (reader->library, bases[i]))
        {
          fail (error, "“%s” is no place", bases[i]);
          return NULL;
        }
      for (guint j = 0; j < i; j++)
        if (bases[i] == bases[j])
          {
            fail (error, "“%s” is there twice", bases[i]);
            return NULL;
          }
    }
  return g_steal_pointer (&bases);
}

/* ---- columns ---- */

static gboolean
read_traits (const Reader *reader, FasciaTraits *traits, GError **error)
{
  static const char *const lyings[] = { "none", "side", "back", "front", NULL };
  static const char *const firmnesses[] = { "soft", "medium", "firm", NULL };
  static const char *const acts[] = { "chosen", "all", NULL };
  const char *kind = get (reader, "kind"), *posture = get (reader, "posture");
  const char *tool_class = get (reader, "tool-class");
  g_auto (GStrv) also = fascia_facts_split (get (reader, "also-posture"));
  const char *firmness, *acts_on;

  if (kind == NULL || !fascia_step_kind_from_code (kind, &traits->kind))
    return fail (error, "“%s” is no kind of step", kind != NULL ? kind : "");
  if (posture == NULL || !fascia_posture_from_code (posture, &traits->posture))
    return fail (error, "“%s” is no posture", posture != NULL ? posture : "");
  for (guint i = 0; also[i] != NULL; i++)
    {
      FasciaPosture other;

      if (!fascia_posture_from_code (also[i], &other))
        return fail (error, "“%s” is no posture", also[i]);
      traits->also_postures |= other;
    }
  traits->technique = read_one_of (reader, "technique", fascia_technique_get_codes (), error);
  if (traits->technique == NULL)
    return FALSE;
  if (tool_class == NULL || !fascia_library_is_tool_class (tool_class))
    return fail (error, "“%s” is no class of tools", tool_class != NULL ? tool_class : "");
  traits->tool_class = g_intern_string (tool_class);
  traits->lying = read_one_of (reader, "lying", lyings, error);
  if (traits->lying == NULL)
    return FALSE;
  firmness = read_one_of (reader, "firmness", firmnesses, error);
  if (firmness == NULL)
    return FALSE;
  acts_on = read_one_of (reader, "acts-on", acts, error);
  if (acts_on == NULL)
    return FALSE;
  traits->firmness = *firmness == 's'   ? FASCIA_FIRMNESS_SOFT
                     : *firmness == 'm' ? FASCIA_FIRMNESS_MEDIUM
                                        : FASCIA_FIRMNESS_FIRM;
  traits->acts_on_all = g_str_equal (acts_on, "all");
  for (guint i = 0; i < FASCIA_N_GRADES; i++)
    {
      const char *grade = get (reader, fascia_grade_to_code (i));

      if (grade == NULL)
        continue;
      if (!g_str_equal (grade, "1") && !g_str_equal (grade, "2"))
        return fail (error, "“%s” is no grade for “%s”", grade, fascia_grade_to_code (i));
      traits->grades[i] = (guint8) (*grade - '0');
    }
  return TRUE;
}

static gboolean
read_dose (const Reader *reader, FasciaDose *dose, GError **error)
{
  static const char *const units[]
      = { "sets", "spots", "holds", "places", "passes", "rounds", NULL };
  const char *rest_day = get (reader, "rest-day");
  int cap = -1;

  dose->sides = 0;
  dose->set_unit = read_one_of (reader, "set-unit", units, error);
  if (dose->set_unit == NULL
      || !read_range (reader, "seconds", &dose->seconds_min, &dose->seconds_max, error)
      || !read_range (reader, "reps", &dose->reps_min, &dose->reps_max, error)
      || !read_range (reader, "sets", &dose->sets_min, &dose->sets_max, error)
      || !read_range (reader, "hold", &dose->hold_min, &dose->hold_max, error)
      || !read_range (reader, "long-hold", &dose->long_hold_min, &dose->long_hold_max, error)
      || !read_range (reader, "days", &dose->days_min, &dose->days_max, error)
      || !read_range (reader, "target", &dose->target_min, &dose->target_max, error)
      || !read_number (reader, "seconds-per-rep", &dose->seconds_per_rep, error)
      || !read_number (reader, "sides", &dose->sides, error)
      || !read_number (reader, "max-seconds", &dose->max_seconds, error)
      || !read_number (reader, "cap", &cap, error))
    return FALSE;
  if (!fascia_facts_read_flag (rest_day, FALSE, &dose->rest_day))
    return fail (error, "“%s” is neither yes nor no", rest_day);
  dose->cap = cap;
  if ((dose->seconds_max > 0) == (dose->reps_max > 0))
    return fail (error, "a step has either seconds or repetitions");
  if ((dose->reps_max > 0) != (dose->seconds_per_rep > 0))
    return fail (error, "repetitions need the seconds of one");
  if (MAX (dose->seconds_min, dose->reps_min) == 0 || dose->sets_min == 0)
    return fail (error, "the smallest dose is nothing");
  if (dose->sides != 1 && dose->sides != 2)
    return fail (error, "there are one or two sides");
  if (dose->cap < 0 || dose->cap > MAX_CAP || dose->target_max > dose->cap)
    return fail (error, "the ceiling is 0 to %d, and the target not above it", MAX_CAP);
  if (dose->days_min < 1 || dose->days_max > 7)
    return fail (error, "a week has one to seven days");
  if (dose->max_seconds > FASCIA_STEP_MAX_SECONDS)
    return fail (error, "one entry takes at most %d seconds", FASCIA_STEP_MAX_SECONDS);
  if (dose->long_hold_max > FASCIA_STEP_MAX_SECONDS)
    return fail (error, "a long hold takes at most %d seconds", FASCIA_STEP_MAX_SECONDS);
  return TRUE;
}

/* Whether the longest entry is what the doses say; a long hold is one by itself. */
static gboolean
check_max_seconds (const FasciaDose *dose, GError **error)
{
  const int computed = fascia_dose_get_max_seconds (dose);

  return dose->max_seconds == computed
         || fail (error, "the longest entry takes %d seconds, not %d", computed, dose->max_seconds);
}

static void
read_step (Reader *reader, GError **error)
{
  static const char *const known[] = {
    "id",      "variant-of", "kind",       "technique", "tool-class", "tools",
    "regions", "acts-on",    "also-loads", "seconds",   "reps",       "seconds-per-rep",
    "sets",    "set-unit",   "hold",       "sides",     "long-hold",  "max-seconds",
    "days",    "rest-day",   "target",     "cap",       "posture",    "also-posture",
    "lying",   "firmness",   "pairs",      "evidence",  "source",     "certainty",
    NULL,
  };
  static const char *const certainties[] = { "source-read", "well-established", "to-verify", NULL };
  FasciaLibrary *library = reader->library;
  const char *id = get (reader, "id"), *variant_of = get (reader, "variant-of");
  const char *evidence = get (reader, "evidence"), *certainty;

  if (id == NULL || !fascia_facts_is_code (id) || fascia_library_lookup_step (library, id) != NULL)
    {
      fail (error, "“%s” is no id, or is there twice", id != NULL ? id : "");
      return;
    }

  FasciaStep *step = fascia_step_new ();
  step->id = g_intern_string (id);
  fascia_library_add_step (library, step);
  reader->step = step;
  if (!check_names (reader, known, error) || !read_traits (reader, &step->traits, error)
      || !read_dose (reader, &step->dose, error) || !check_max_seconds (&step->dose, error))
    return;
  step->regions = read_bases (reader, "regions", error);
  if (step->regions == NULL)
    return;
  step->also_loads = read_bases (reader, "also-loads", error);
  if (step->also_loads == NULL)
    return;
  step->traits.regions = step->regions;
  step->traits.also_loads = step->also_loads;
  if (step->regions[0] == NULL)
    {
      fail (error, "“%s” works nowhere", id);
      return;
    }
  step->variant_of = g_intern_string (variant_of);
  step->pairs = fascia_step_intern_list (get (reader, "pairs"));
  fascia_step_take_tools (step, get (reader, "tools"));
  for (guint i = 0; step->tools[i] != NULL; i++)
    if (fascia_library_find_tool (library, step->tools[i]) == NULL)
      {
        fail (error, "“%s” is not in the list of tools", step->tools[i]);
        return;
      }
  for (guint i = 0; step->or_tools[i] != NULL; i++)
    if (fascia_library_find_tool (library, step->or_tools[i]) == NULL)
      {
        fail (error, "“%s” is not in the list of tools", step->or_tools[i]);
        return;
      }
  if (evidence == NULL || strlen (evidence) != 1 || strchr ("ABC", *evidence) == NULL)
    {
      fail (error, "“%s” is no grade of evidence", evidence != NULL ? evidence : "");
      return;
    }
  step->evidence = *evidence;
  step->source = fascia_facts_dup_line (get (reader, "source"));
  certainty = read_one_of (reader, "certainty", certainties, error);
  if (certainty == NULL)
    return;
  step->certainty = fascia_facts_dup_certainty (certainty);
  if (*step->source == '\0')
    fail (error, "“%s” names no source", id);
}

static void
read_tool (Reader *reader, GError **error)
{
  static const char *const known[] = { "code", "default", NULL };
  const char *code = get (reader, "code"), *is_default = get (reader, "default");
  FasciaTool tool = { 0 };

  if (!check_names (reader, known, error))
    return;
  if (code == NULL || !fascia_facts_is_code (code)
      || fascia_library_find_tool (reader->library, code) != NULL)
    fail (error, "“%s” is no code of a tool, or is there twice", code != NULL ? code : "");
  else if (!fascia_facts_read_flag (is_default, FALSE, &tool.is_default))
    fail (error, "“%s” is neither yes nor no", is_default);
  else
    {
      tool.code = g_intern_string (code);
      g_array_append_val (reader->library->tools, tool);
      reader->tool
          = &g_array_index (reader->library->tools, FasciaTool, reader->library->tools->len - 1);
    }
}

/* ---- elements ---- */

static int
find_text (const char *element)
{
  for (int i = 0; i < FASCIA_N_STEP_TEXTS; i++)
    if (g_str_equal (element, fascia_step_text_to_code (i)))
      return i;
  return -1;
}

/* Where the words of an element go; NULL: it has no place here. A set-up may be said in other words for
 * another posture. */
static char **
find_place (Reader *reader, const char *element, GError **error)
{
  const int text = reader->step != NULL ? find_text (element) : -1;
  const char *code = text == FASCIA_STEP_TEXT_SETUP ? get (reader, "posture") : NULL;
  FasciaPosture posture;

  for (guint i = 0; reader->names[i] != NULL; i++)
    if (code == NULL || i > 0)
      {
        fail (error, "<%s> has no “%s”", element, reader->names[i]);
        return NULL;
      }
  if (reader->tool != NULL && g_str_equal (element, "name"))
    return &reader->tool->name;
  if (text < 0)
    {
      fail (error, "<%s> has no place here", element);
      return NULL;
    }
  if (code == NULL)
    return &reader->step->texts[text];
  if (!fascia_posture_from_code (code, &posture)
      || (posture & reader->step->traits.also_postures) == 0)
    {
      fail (error, "“%s” is no other posture of “%s”", code, reader->step->id);
      return NULL;
    }
  return fascia_step_peek_setup (reader->step, posture);
}

static gboolean
on_row_began (const char *element,
              const char **names,
              const char **values,
              gpointer user_data,
              GError **error)
{
  Reader *reader = user_data;

  reader->names = names;
  reader->values = values;
  reader->to = NULL;
  if (g_str_equal (element, "tools") && !reader->is_in_tools && reader->step == NULL)
    reader->is_in_tools = TRUE;
  else if (g_str_equal (element, "tool") && reader->is_in_tools && reader->tool == NULL)
    read_tool (reader, error);
  else if (g_str_equal (element, "step") && !reader->is_in_tools && reader->step == NULL)
    read_step (reader, error);
  else
    reader->to = find_place (reader, element, error);
  return TRUE;
}

static char **
find_target (const char *element, gpointer user_data)
{
  return ((Reader *) user_data)->to;
}

static gboolean
check_texts (const FasciaStep *step, GError **error)
{
  for (guint i = 0; i <= FASCIA_STEP_TEXT_CUE; i++)
    if (step->texts[i] == NULL)
      return fail (error, "“%s” has no <%s>", step->id, fascia_step_text_to_code (i));
  return g_utf8_strlen (step->texts[FASCIA_STEP_TEXT_CUE], -1) <= MAX_CUE
         || fail (error, "the cue of “%s” is longer than %d letters", step->id, MAX_CUE);
}

static gboolean
on_row_ended (const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (g_str_equal (element, "tools"))
    {
      reader->is_in_tools = FALSE;
      return TRUE;
    }
  if (g_str_equal (element, "step"))
    return check_texts (g_steal_pointer (&reader->step), error);
  const FasciaTool *tool = g_steal_pointer (&reader->tool);
  return tool->name != NULL || fail (error, "the tool “%s” has no name", tool->code);
}

/* What a step says about other steps, once all are known. */
static gboolean
check_links (FasciaLibrary *self, GError **error)
{
  if (self->steps->len == 0)
    return fail (error, "there are no steps");
  for (guint i = 0; i < self->steps->len; i++)
    {
      const FasciaStep *step = g_ptr_array_index (self->steps, i);

      if (step->variant_of != NULL && fascia_library_lookup_step (self, step->variant_of) == NULL)
        return fail (error, "“%s” is a variant of “%s”, which is not there", step->id,
                     step->variant_of);
      for (guint j = 0; step->pairs[j] != NULL; j++)
        if (fascia_library_lookup_step (self, step->pairs[j]) == NULL)
          return fail (error, "“%s” goes with “%s”, which is not there", step->id, step->pairs[j]);
    }
  return TRUE;
}

gboolean
fascia_library_read_steps (FasciaLibrary *self, const char *xml, GError **error)
{
  static const FasciaFactsTable table = {
    .root = "steps",
    .domain = fascia_library_error_quark,
    .code = FASCIA_LIBRARY_ERROR_DATA,
    .begin = on_row_began,
    .find_text = find_target,
    .end = on_row_ended,
  };
  Reader reader = { .library = self };

  return fascia_facts_read (&table, xml, &reader, error) && check_links (self, error);
}

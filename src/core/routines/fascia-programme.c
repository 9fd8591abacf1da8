/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The programmes, read from their table. */

#include "config.h"

#include "fascia-programme.h"

#include <glib/gi18n-lib.h>

#include "../body/fascia-facts-private.h"
#include "fascia-core-resources.h"

typedef struct
{
  char *name;
  int weeks;
  int days;
  GArray *routines; /* FasciaStageRoutine */
} Stage;

struct _FasciaProgramme
{
  char *code;
  char *name;
  char *summary;
  char *about;
  char *caution;
  char evidence;
  char *source;
  GPtrArray *stages; /* Stage */
};

struct _FasciaProgrammes
{
  GPtrArray *programmes; /* FasciaProgramme */
};

G_DEFINE_BOXED_TYPE (FasciaProgrammes,
                     fascia_programmes,
                     fascia_programmes_ref,
                     fascia_programmes_unref)
G_DEFINE_QUARK (fascia_programmes_error, fascia_programmes_error)

#define FAIL(...)                                                                                  \
  fascia_facts_fail_as (error, FASCIA_PROGRAMMES_ERROR, FASCIA_PROGRAMMES_ERROR_DATA, __VA_ARGS__)

static void
stage_free (gpointer data)
{
  Stage *self = data;

  g_free (self->name);
  g_array_unref (self->routines);
  g_free (self);
}

static void
programme_free (gpointer data)
{
  FasciaProgramme *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->about);
  g_free (self->caution);
  g_free (self->source);
  g_ptr_array_unref (self->stages);
  g_free (self);
}

/* ---- reading ---- */

typedef struct
{
  FasciaLibrary *library;
  FasciaProgrammes *list;
  FasciaProgramme *programme; /* (nullable) being read, in the list already */
  Stage *stage;               /* (nullable) likewise */
} Reader;

static gboolean
read_int (const char *text, int minimum, int maximum, int *number, GError **error)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, minimum, maximum, &value, NULL))
    return FAIL ("“%s” is no number from %d to %d", text, minimum, maximum);
  *number = (int) value;
  return TRUE;
}

static void
read_programme (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *code, *evidence, *source;

  if (!g_markup_collect_attributes ("programme", names, values, error, G_MARKUP_COLLECT_STRING,
                                    "code", &code, G_MARKUP_COLLECT_STRING, "evidence", &evidence,
                                    G_MARKUP_COLLECT_STRING, "source", &source,
                                    G_MARKUP_COLLECT_INVALID))
    return;
  if (!fascia_facts_is_code (code) || fascia_programmes_lookup (reader->list, code) != NULL)
    {
      FAIL ("“%s” is no code, or is there twice", code);
      return;
    }
  FasciaProgramme *programme = g_new0 (FasciaProgramme, 1);
  programme->code = g_strdup (code);
  programme->source = fascia_facts_dup_line (source);
  programme->evidence = *evidence;
  programme->stages = g_ptr_array_new_with_free_func (stage_free);
  g_ptr_array_add (reader->list->programmes, programme);
  reader->programme = programme;
  if (*programme->source == '\0')
    FAIL ("the programme “%s” has no source", code);
  else if (strlen (evidence) != 1 || strchr ("ABC", *evidence) == NULL)
    FAIL ("“%s” is no grade of evidence", evidence);
}

static void
read_stage (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *weeks, *days;

  if (!g_markup_collect_attributes ("stage", names, values, error, G_MARKUP_COLLECT_STRING, "weeks",
                                    &weeks, G_MARKUP_COLLECT_STRING, "days", &days,
                                    G_MARKUP_COLLECT_INVALID))
    return;
  Stage *stage = g_new0 (Stage, 1);
  stage->routines = g_array_new (FALSE, FALSE, sizeof (FasciaStageRoutine));
  g_ptr_array_add (reader->programme->stages, stage);
  reader->stage = stage;
  if (read_int (weeks, 1, 26, &stage->weeks, error))
    read_int (days, 1, 7, &stage->days, error);
}

/* "3" or "2-3" */
static gboolean
read_days (const char *text, FasciaStageRoutine *routine, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);

  if (parts[0] == NULL)
    return FAIL ("a routine without days");
  if (!read_int (parts[0], 1, 7, &routine->days_min, error))
    return FALSE;
  routine->days_max = routine->days_min;
  return parts[1] == NULL || read_int (parts[1], routine->days_min, 7, &routine->days_max, error);
}

static gboolean
has_pressure (const FasciaLibrary *library, const FasciaRoutine *routine)
{
  guint n;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n);

  for (guint i = 0; i < n; i++)
    {
      const FasciaStep *step = fascia_library_resolve_step (library, routine, items[i].step);

      if (step != NULL && fascia_step_presses (step))
        return TRUE;
    }
  return FALSE;
}

static void
read_routine (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *ref, *days, *strength;
  FasciaStageRoutine routine = { NULL };

  if (!g_markup_collect_attributes ("routine", names, values, error, G_MARKUP_COLLECT_STRING, "ref",
                                    &ref, G_MARKUP_COLLECT_STRING, "days", &days,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "strength",
                                    &strength, G_MARKUP_COLLECT_INVALID)
      || !read_days (days, &routine, error))
    return;
  const FasciaRoutine *found = fascia_library_lookup_routine (reader->library, ref);
  if (found == NULL)
    {
      FAIL ("there is no routine “%s”", ref);
      return;
    }
  if (!fascia_facts_read_flag (strength, FALSE, &routine.strength))
    {
      FAIL ("“%s” is neither yes nor no", strength);
      return;
    }
  routine.routine = g_intern_string (ref);
  routine.daily = routine.days_min == 7;
  routine.presses = has_pressure (reader->library, found);
  g_array_append_val (reader->stage->routines, routine);
}

static char **
find_text (const char *element, gpointer user_data)
{
  Reader *reader = user_data;

  if (reader->programme == NULL)
    return NULL;
  if (reader->stage != NULL)
    return g_str_equal (element, "name") ? &reader->stage->name : NULL;
  if (g_str_equal (element, "name"))
    return &reader->programme->name;
  if (g_str_equal (element, "summary"))
    return &reader->programme->summary;
  if (g_str_equal (element, "about"))
    return &reader->programme->about;
  return g_str_equal (element, "caution") ? &reader->programme->caution : NULL;
}

static gboolean
on_row_began (const char *element,
              const char **names,
              const char **values,
              gpointer user_data,
              GError **error)
{
  Reader *reader = user_data;

  if (g_str_equal (element, "programme") && reader->programme == NULL)
    read_programme (reader, names, values, error);
  else if (g_str_equal (element, "stage") && reader->programme != NULL && reader->stage == NULL)
    read_stage (reader, names, values, error);
  else if (g_str_equal (element, "routine") && reader->stage != NULL)
    read_routine (reader, names, values, error);
  else
    return FALSE;
  return TRUE;
}

static gboolean
check_programme (const FasciaProgramme *programme, GError **error)
{
  const char *const texts[]
      = { programme->name, programme->summary, programme->about, programme->caution };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] == NULL)
      return FAIL ("the programme “%s” lacks a text", programme->code);
  return programme->stages->len > 0 || FAIL ("the programme “%s” has no stages", programme->code);
}

static gboolean
on_row_ended (const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (g_str_equal (element, "routine"))
    return TRUE;
  if (g_str_equal (element, "programme"))
    return check_programme (g_steal_pointer (&reader->programme), error);
  const Stage *stage = g_steal_pointer (&reader->stage);
  return (stage->name != NULL && stage->routines->len > 0)
         || FAIL ("a stage of “%s” lacks its name or its routines", reader->programme->code);
}

FasciaProgrammes *
fascia_programmes_new_from_data (FasciaLibrary *library, const char *xml, GError **error)
{
  static const FasciaFactsTable table = {
    .root = "programmes",
    .domain = fascia_programmes_error_quark,
    .code = FASCIA_PROGRAMMES_ERROR_DATA,
    .begin = on_row_began,
    .find_text = find_text,
    .end = on_row_ended,
  };

  g_return_val_if_fail (library != NULL && xml != NULL, NULL);

  g_autoptr (FasciaProgrammes) self = g_atomic_rc_box_new0 (FasciaProgrammes);
  self->programmes = g_ptr_array_new_with_free_func (programme_free);
  Reader reader = { .library = library, .list = self };
  if (!fascia_facts_read (&table, xml, &reader, error)
      || (self->programmes->len == 0 && !FAIL ("there are no programmes")))
    return NULL;
  return g_steal_pointer (&self);
}

FasciaProgrammes *
fascia_programmes_new (FasciaLibrary *library, GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (fascia_core_get_resource (),
                                                     RESOURCE_BASE_PATH "/routines/programmes.xml",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* Resources end in a NUL that is not part of them. */
  return bytes != NULL
             ? fascia_programmes_new_from_data (library, g_bytes_get_data (bytes, NULL), error)
             : NULL;
}

FasciaProgrammes *
fascia_programmes_ref (FasciaProgrammes *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_programmes_clear (gpointer data)
{
  FasciaProgrammes *self = data;

  g_ptr_array_unref (self->programmes);
}

void
fascia_programmes_unref (FasciaProgrammes *self)
{
  g_atomic_rc_box_release_full (self, fascia_programmes_clear);
}

/* ---- asking ---- */

guint
fascia_programmes_get_n (const FasciaProgrammes *self)
{
  return self->programmes->len;
}

const FasciaProgramme *
fascia_programmes_get (const FasciaProgrammes *self, guint index)
{
  return index < self->programmes->len ? g_ptr_array_index (self->programmes, index) : NULL;
}

const FasciaProgramme *
fascia_programmes_lookup (const FasciaProgrammes *self, const char *code)
{
  for (guint i = 0; i < self->programmes->len; i++)
    {
      const FasciaProgramme *programme = g_ptr_array_index (self->programmes, i);

      if (g_strcmp0 (programme->code, code) == 0)
        return programme;
    }
  return NULL;
}

const char *
fascia_programme_get_code (const FasciaProgramme *self)
{
  return self->code;
}

const char *
fascia_programme_get_name (const FasciaProgramme *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "programme", self->name);
}

const char *
fascia_programme_get_summary (const FasciaProgramme *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->summary);
}

const char *
fascia_programme_get_about (const FasciaProgramme *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->about);
}

const char *
fascia_programme_get_caution (const FasciaProgramme *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->caution);
}

char
fascia_programme_get_evidence (const FasciaProgramme *self)
{
  return self->evidence;
}

const char *
fascia_programme_get_source (const FasciaProgramme *self)
{
  return self->source;
}

guint
fascia_programme_get_n_stages (const FasciaProgramme *self)
{
  return self->stages->len;
}

/* The last one stands for those after it. */
static const Stage *
get_stage (const FasciaProgramme *self, guint index)
{
  return g_ptr_array_index (self->stages, MIN (index, self->stages->len - 1));
}

const char *
fascia_programme_get_stage_name (const FasciaProgramme *self, guint stage)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "stage", get_stage (self, stage)->name);
}

int
fascia_programme_get_stage_weeks (const FasciaProgramme *self, guint stage)
{
  return get_stage (self, stage)->weeks;
}

int
fascia_programme_get_stage_days (const FasciaProgramme *self, guint stage)
{
  return get_stage (self, stage)->days;
}

const FasciaStageRoutine *
fascia_programme_get_stage_routines (const FasciaProgramme *self, guint stage, guint *n)
{
  const Stage *found = get_stage (self, stage);

  *n = found->routines->len;
  return (const FasciaStageRoutine *) (gpointer) found->routines->data;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "When to get help": the signs to look out for at a place.
 */

#include "config.h"

#include "fascia-signs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fascia-facts-private.h"

/* What all questions of a group share. */
typedef struct
{
  char *code;
  FasciaSignLevel level;
  char *source;
  char *certainty;
  gboolean *is_place; /* by index of the region */
  gboolean is_everywhere;
} Group;

struct _FasciaSign
{
  const Group *group;
  char *id;
  FasciaSignPlace places;
  char *question;
  char *advice; /* (nullable) */
};

struct _FasciaSigns
{
  FasciaBody *body;
  GPtrArray *groups; /* Group */
  GPtrArray *signs;  /* FasciaSign, in the order of the table */
};

typedef struct
{
  FasciaSigns *signs;
  Group *group;     /* being read, in the list already */
  FasciaSign *sign; /* being read, in the list already */
} Reader;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_free (self->code);
  g_free (self->source);
  g_free (self->certainty);
  g_free (self->is_place);
  g_free (self);
}

static void
fascia_sign_free (gpointer data)
{
  FasciaSign *self = data;

  g_free (self->id);
  g_free (self->question);
  g_free (self->advice);
  g_free (self);
}

static gboolean
read_level (const char *code, FasciaSignLevel *level, GError **error)
{
  if (g_str_equal (code, "emergency"))
    *level = FASCIA_SIGN_EMERGENCY;
  else if (g_str_equal (code, "same-day"))
    *level = FASCIA_SIGN_SAME_DAY;
  else if (g_str_equal (code, "soon"))
    *level = FASCIA_SIGN_SOON;
  else
    return fascia_facts_fail (error, "“%s” is no level", code);
  return TRUE;
}

/* Bases stand for both sides; "*" for every place. */
static gboolean
read_places (const FasciaBody *body, const char *list, gboolean *is_place, GError **error)
{
  g_auto (GStrv) bases = fascia_facts_split (list);
  const guint n_regions = fascia_body_get_n_regions (body);

  for (guint i = 0; bases[i] != NULL; i++)
    {
      gboolean is_known = FALSE;

      for (guint j = 0; j < n_regions; j++)
        if (g_str_equal (bases[i], "*")
            || g_str_equal (bases[i], fascia_region_get_base (fascia_body_get_region (body, j))))
          is_known = is_place[j] = TRUE;
      if (!is_known)
        return fascia_facts_fail (error, "“%s” is no place", bases[i]);
    }
  return bases[0] != NULL || fascia_facts_fail (error, "a group has no places");
}

static gboolean
read_shown (const char *list, FasciaSignPlace *places, GError **error)
{
  static const char *const codes[] = {
    "place", "nerve-words", "new-injury", "page", "session", "leg-session", "six-weeks", "mood",
  };
  g_auto (GStrv) words = fascia_facts_split (list);

  *places = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint bit = 0;

      while (bit < G_N_ELEMENTS (codes) && !g_str_equal (words[i], codes[bit]))
        bit++;
      if (bit == G_N_ELEMENTS (codes))
        return fascia_facts_fail (error, "“%s” is nowhere to show a sign", words[i]);
      *places |= 1u << bit;
    }
  return *places != 0 || fascia_facts_fail (error, "a sign is never shown");
}

static void
read_group (Reader *reader, const char **names, const char **values, GError **error)
{
  FasciaSigns *signs = reader->signs;
  const char *code, *level, *places, *why, *source, *certainty;

  if (!g_markup_collect_attributes (
          "group", names, values, error, G_MARKUP_COLLECT_STRING, "code", &code,
          G_MARKUP_COLLECT_STRING, "level", &level, G_MARKUP_COLLECT_STRING, "places", &places,
          G_MARKUP_COLLECT_STRING, "why", &why, G_MARKUP_COLLECT_STRING, "source", &source,
          G_MARKUP_COLLECT_STRING, "certainty", &certainty, G_MARKUP_COLLECT_INVALID))
    return;
  for (guint i = 0; i < signs->groups->len; i++)
    if (g_str_equal (code, ((const Group *) g_ptr_array_index (signs->groups, i))->code))
      {
        fascia_facts_fail (error, "the group “%s” is there twice", code);
        return;
      }

  Group *group = g_new0 (Group, 1);
  group->code = g_strdup (code);
  group->source = fascia_facts_dup_line (source);
  group->certainty = fascia_facts_dup_certainty (certainty);
  group->is_place = g_new0 (gboolean, fascia_body_get_n_regions (signs->body));
  g_ptr_array_add (signs->groups, group);
  reader->group = group;
  group->is_everywhere = strchr (places, '*') != NULL;
  if (*group->source == '\0')
    fascia_facts_fail (error, "the group “%s” has no source", code);
  else if (read_level (level, &group->level, error))
    read_places (signs->body, places, group->is_place, error);
}

static void
read_sign (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *id, *shown;

  if (!g_markup_collect_attributes ("sign", names, values, error, G_MARKUP_COLLECT_STRING, "id",
                                    &id, G_MARKUP_COLLECT_STRING, "shown", &shown,
                                    G_MARKUP_COLLECT_INVALID))
    return;
  for (guint i = 0; i < reader->signs->signs->len; i++)
    if (g_str_equal (id, fascia_signs_get (reader->signs, i)->id))
      {
        fascia_facts_fail (error, "the sign “%s” is there twice", id);
        return;
      }

  FasciaSign *sign = g_new0 (FasciaSign, 1);
  sign->group = reader->group;
  sign->id = g_strdup (id);
  g_ptr_array_add (reader->signs->signs, sign);
  reader->sign = sign;
  if (read_shown (shown, &sign->places, error) && reader->group->is_everywhere
      && (sign->places & FASCIA_SIGN_AT_PLACE) != 0)
    fascia_facts_fail (error, "“%s” is for every place alike, not for the row of one", id);
}

static gboolean
on_row_began (const char *element,
              const char **names,
              const char **values,
              gpointer user_data,
              GError **error)
{
  Reader *reader = user_data;

  if (g_str_equal (element, "group") && reader->group == NULL)
    read_group (reader, names, values, error);
  else if (g_str_equal (element, "sign") && reader->group != NULL && reader->sign == NULL)
    read_sign (reader, names, values, error);
  else
    return FALSE;
  return TRUE;
}

static char **
find_text (const char *element, gpointer user_data)
{
  Reader *reader = user_data;

  if (reader->sign == NULL)
    return NULL;
  if (g_str_equal (element, "question"))
    return &reader->sign->question;
  return g_str_equal (element, "advice") ? &reader->sign->advice : NULL;
}

static gboolean
on_row_ended (const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  const FasciaSign *sign = g_steal_pointer (&reader->sign);

  if (sign == NULL)
    reader->group = NULL;
  return sign == NULL || sign->question != NULL
         || fascia_facts_fail (error, "“%s” asks nothing", sign->id);
}

FasciaSigns *
fascia_signs_new_from_data (FasciaBody *body, const char *xml, GError **error)
{
  static const FasciaFactsTable table = {
    .root = "signs",
    .domain = fascia_body_error_quark,
    .code = FASCIA_BODY_ERROR_DATA,
    .begin = on_row_began,
    .find_text = find_text,
    .end = on_row_ended,
  };

  g_return_val_if_fail (body != NULL && xml != NULL, NULL);

  g_autoptr (FasciaSigns) self = g_atomic_rc_box_new0 (FasciaSigns);
  self->body = fascia_body_ref (body);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->signs = g_ptr_array_new_with_free_func (fascia_sign_free);

  Reader reader = { .signs = self };
  if (!fascia_facts_read (&table, xml, &reader, error)
      || (self->signs->len == 0 && !fascia_facts_fail (error, "there are no signs")))
    return NULL;
  return g_steal_pointer (&self);
}

FasciaSigns *
fascia_signs_new (FasciaBody *body, GError **error)
{
  g_autoptr (GBytes) bytes = fascia_facts_load ("signs.xml", error);

  return bytes != NULL ? fascia_signs_new_from_data (body, g_bytes_get_data (bytes, NULL), error)
                       : NULL;
}

FasciaSigns *
fascia_signs_ref (FasciaSigns *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_signs_clear (gpointer data)
{
  FasciaSigns *self = data;

  g_ptr_array_unref (self->signs);
  g_ptr_array_unref (self->groups);
  fascia_body_unref (self->body);
}

void
fascia_signs_unref (FasciaSigns *self)
{
  g_atomic_rc_box_release_full (self, fascia_signs_clear);
}

guint
fascia_signs_get_n (const FasciaSigns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->signs->len;
}

const FasciaSign *
fascia_signs_get (const FasciaSigns *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->signs->len ? g_ptr_array_index (self->signs, index) : NULL;
}

typedef gboolean (*SignFilter) (const FasciaSign *sign, gconstpointer data);

/* Most urgent first, within a level as in the table. */
static GPtrArray *
filter (const FasciaSigns *self, SignFilter is_wanted, gconstpointer data)
{
  GPtrArray *found = g_ptr_array_new ();

  for (FasciaSignLevel level = FASCIA_SIGN_EMERGENCY; level <= FASCIA_SIGN_SOON; level++)
    for (guint i = 0; i < self->signs->len; i++)
      {
        FasciaSign *sign = g_ptr_array_index (self->signs, i);

        if (sign->group->level == level && is_wanted (sign, data))
          g_ptr_array_add (found, sign);
      }
  return found;
}

static gboolean
is_at (const FasciaSign *sign, gconstpointer data)
{
  return (sign->places & FASCIA_SIGN_AT_PLACE) != 0
         && sign->group->is_place[fascia_region_get_index (data)];
}

static gboolean
is_in (const FasciaSign *sign, gconstpointer data)
{
  return g_str_equal (sign->group->code, data);
}

GPtrArray *
fascia_signs_find (const FasciaSigns *self, const FasciaRegion *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  return filter (self, is_at, region);
}

GPtrArray *
fascia_signs_get_group (const FasciaSigns *self, const char *group)
{
  g_return_val_if_fail (self != NULL && group != NULL, NULL);

  return filter (self, is_in, group);
}

const char *
fascia_sign_get_id (const FasciaSign *self)
{
  return self->id;
}

const char *
fascia_sign_get_group (const FasciaSign *self)
{
  return self->group->code;
}

FasciaSignLevel
fascia_sign_get_level (const FasciaSign *self)
{
  return self->group->level;
}

FasciaSignPlace
fascia_sign_get_places (const FasciaSign *self)
{
  return self->places;
}

const char *
fascia_sign_get_source (const FasciaSign *self)
{
  return self->group->source;
}

const char *
fascia_sign_get_certainty (const FasciaSign *self)
{
  return self->group->certainty;
}

const char *
fascia_sign_get_question (const FasciaSign *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->question);
}

const char *
fascia_sign_get_advice (const FasciaSign *self)
{
  return self->advice != NULL ? g_dgettext (GETTEXT_PACKAGE, self->advice) : NULL;
}

const char *
fascia_sign_level_get_advice (FasciaSignLevel level)
{
  /* Each stands below one question or above several. */
  switch (level)
    {
    case FASCIA_SIGN_EMERGENCY:
      return _ ("If yes, call your local emergency number now.");
    case FASCIA_SIGN_SAME_DAY:
      return _ (
          "If yes, speak to a doctor, an out-of-hours line or an emergency department today.");
    case FASCIA_SIGN_SOON:
      return _ ("If yes, make an appointment with a doctor within two weeks.");
    default:
      return NULL;
    }
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a home test of movement asks of the body, as the safety check reads it. */

#include "config.h"

#include "fascia-items-private.h"

#include "../body/fascia-facts-private.h"

/* Shared by copies of an item. */
typedef struct
{
  FasciaTraits traits; /* first: it is handed out as one */
  const char **regions;
  const char **also_loads;
} Box;

FasciaTraits *
fascia_item_traits_ref (FasciaTraits *self)
{
  return (FasciaTraits *) g_atomic_rc_box_acquire ((Box *) self);
}

static void
box_clear (gpointer data)
{
  Box *box = data;

  g_free (box->regions);
  g_free (box->also_loads);
}

void
fascia_item_traits_unref (FasciaTraits *self)
{
  g_atomic_rc_box_release_full ((Box *) self, box_clear);
}

/* ---- reading ---- */

#define FAIL(...)                                                                                  \
  fascia_facts_fail_as (error, FASCIA_ITEMS_ERROR, FASCIA_ITEMS_ERROR_DATA, __VA_ARGS__)

/* (transfer container) */
static const char **
dup_bases (const char *list)
{
  g_auto (GStrv) words = fascia_facts_split (list);
  const guint n_words = g_strv_length (words);
  const char **bases = g_new0 (const char *, n_words + 1);

  for (guint i = 0; i < n_words; i++)
    bases[i] = g_intern_string (words[i]);
  return bases;
}

static gboolean
read_postures (FasciaTraits *traits, const char *posture, const char *also, GError **error)
{
  g_auto (GStrv) words = fascia_facts_split (also);

  if (!fascia_posture_from_code (posture, &traits->posture))
    return FAIL ("“%s” is no posture", posture);
  for (guint i = 0; words[i] != NULL; i++)
    {
      FasciaPosture one;

      if (!fascia_posture_from_code (words[i], &one))
        return FAIL ("“%s” is no posture", words[i]);
      traits->also_postures |= one;
    }
  return TRUE;
}

static gboolean
read_grade (FasciaTraits *traits, FasciaGrade grade, const char *value, GError **error)
{
  if (value[0] < '0' || value[0] > '2' || value[1] != '\0')
    return FAIL ("“%s” is no grade", value);
  traits->grades[grade] = (guint8) (value[0] - '0');
  return TRUE;
}

/* One column; all are needed but for also-posture, also-loads and grades of 0. */
static gboolean
read_column (Box *box, const char *name, const char *value, GError **error)
{
  static const char *const lyings[] = { "none", "side", "back", "front", NULL };
  FasciaTraits *traits = &box->traits;
  FasciaGrade grade;

  if (fascia_grade_from_code (name, &grade))
    return read_grade (traits, grade, value, error);
  if (g_str_equal (name, "kind"))
    return fascia_step_kind_from_code (value, &traits->kind) || FAIL ("“%s” is no kind", value);
  if (g_str_equal (name, "technique"))
    {
      traits->technique = g_intern_string (value);
      return g_strv_contains (fascia_technique_get_codes (), value)
             || FAIL ("“%s” is no technique", value);
    }
  if (g_str_equal (name, "lying"))
    {
      traits->lying = g_intern_string (value);
      return g_strv_contains (lyings, value) || FAIL ("“%s” is no way to lie", value);
    }
  if (g_str_equal (name, "regions"))
    {
      g_free (box->regions);
      traits->regions = box->regions = dup_bases (value);
      return TRUE;
    }
  if (g_str_equal (name, "also-loads"))
    {
      g_free (box->also_loads);
      traits->also_loads = box->also_loads = dup_bases (value);
      return TRUE;
    }
  return g_str_equal (name, "posture") || g_str_equal (name, "also-posture")
         || FAIL ("there is no column “%s”", name);
}

static const char *
find (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

FasciaTraits *
fascia_item_traits_new (const char **names, const char **values, GError **error)
{
  const char *posture = find (names, values, "posture");
  g_autofree const char **no_loads = dup_bases (NULL);
  Box *box = g_atomic_rc_box_new0 (Box);
  FasciaTraits *traits = &box->traits;

  /* A test needs nobody's hands and no ball, and is judged for all its places. */
  traits->tool_class = g_intern_static_string ("none");
  traits->firmness = FASCIA_FIRMNESS_SOFT;
  traits->acts_on_all = TRUE;
  traits->also_loads = box->also_loads = g_steal_pointer (&no_loads);
  gboolean is_read = posture == NULL ? FAIL ("a test has no posture")
                                     : read_postures (traits, posture,
                                                      find (names, values, "also-posture"), error);
  for (guint i = 0; is_read && names[i] != NULL; i++)
    is_read = read_column (box, names[i], values[i], error);
  if (is_read
      && (traits->kind == 0 || traits->technique == NULL || traits->lying == NULL
          || traits->regions == NULL || traits->regions[0] == NULL))
    is_read = FAIL ("a test lacks a column of the safety check");
  if (is_read)
    return traits;
  fascia_item_traits_unref (traits);
  return NULL;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One element of a pose, read: its numbers, its tone, how far to the front it lies.
 */

#include "config.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "fascia-pose-private.h"

typedef struct
{
  const char *element;
  FasciaPoseKind kind;
  gboolean is_far;
  FasciaPoseTone tone;
  int z;
} Element;

/* In this order they lie over each other when nothing else is said. */
static const Element elements[] = {
  { "line", FASCIA_POSE_LINE, FALSE, FASCIA_TONE_FLOOR, 0 },
  { "box", FASCIA_POSE_BOX, FALSE, FASCIA_TONE_FURNITURE, 5 },
  { "area", FASCIA_POSE_AREA, FALSE, FASCIA_TONE_FURNITURE, 5 },
  { "chain", FASCIA_POSE_CHAIN, FALSE, FASCIA_TONE_FURNITURE, 5 },
  { "far-arm", FASCIA_POSE_ARM, TRUE, FASCIA_TONE_FAR, 10 },
  { "far-leg", FASCIA_POSE_LEG, TRUE, FASCIA_TONE_FAR_CLOTH, 20 },
  { "ball", FASCIA_POSE_BALL, FALSE, FASCIA_TONE_TOOL, 25 },
  { "trunk", FASCIA_POSE_TRUNK, FALSE, FASCIA_TONE_CLOTH, 30 },
  { "head", FASCIA_POSE_HEAD, FALSE, FASCIA_TONE_BODY, 35 },
  { "near-leg", FASCIA_POSE_LEG, FALSE, FASCIA_TONE_CLOTH, 40 },
  { "foot", FASCIA_POSE_FOOT, FALSE, FASCIA_TONE_BODY, 41 },
  { "spot", FASCIA_POSE_SPOT, FALSE, FASCIA_TONE_ACCENT, 45 },
  { "near-arm", FASCIA_POSE_ARM, FALSE, FASCIA_TONE_BODY, 50 },
  { "hand", FASCIA_POSE_HAND, FALSE, FASCIA_TONE_BODY, 52 },
  { "press", FASCIA_POSE_PRESS, FALSE, FASCIA_TONE_ACCENT, 90 },
  { "arrow", FASCIA_POSE_ARROW, FALSE, FASCIA_TONE_ACCENT, 95 },
  { "round", FASCIA_POSE_ROUND, FALSE, FASCIA_TONE_ACCENT, 95 },
};

static const Element *
find_element (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (elements[i].element, name))
      return &elements[i];
  return NULL;
}

gboolean
fascia_pose_item_is_known (const char *element)
{
  return find_element (element) != NULL;
}

void
fascia_pose_word_free (gpointer data)
{
  FasciaPoseWord *word = data;

  g_free (word->element);
  g_free (word->name);
  g_hash_table_unref (word->attributes);
  g_free (word);
}

FasciaPoseWord *
fascia_pose_word_copy (const FasciaPoseWord *word)
{
  FasciaPoseWord *copy = g_new0 (FasciaPoseWord, 1);
  GHashTableIter iter;
  gpointer key, value;

  copy->element = g_strdup (word->element);
  copy->name = g_strdup (word->name);
  copy->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, word->attributes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->attributes, g_strdup (key), g_strdup (value));
  return copy;
}

int
fascia_pose_read_numbers (const char *text, float *values, guint max, GError **error)
{
  guint n = 0;

  for (const char *at = text + strspn (text, " ,\t\r\n"); *at != '\0'; n++)
    {
      char *end = NULL;
      const double value = g_ascii_strtod (at, &end);

      if (end == at || !isfinite (value) || fabs (value) > 1000
          || strchr (" ,\t\r\n", *end) == NULL)
        {
          fascia_poses_fail (error, "“%s” are no numbers", text);
          return -1;
        }
      if (n == max)
        {
          fascia_poses_fail (error, "“%s” are too many numbers", text);
          return -1;
        }
      values[n] = (float) value;
      at = end + strspn (end, " ,\t\r\n");
    }
  return (int) n;
}

static const char *
get (const FasciaPoseWord *word, const char *name)
{
  return g_hash_table_lookup (word->attributes, name);
}

/* Exactly @n numbers of one attribute; what is not there stays. */
static gboolean
read_some (const FasciaPoseWord *word, const char *name, float *values, int n, GError **error)
{
  const char *text = get (word, name);
  float found[8];

  if (text == NULL)
    return TRUE;

  const int n_found = fascia_pose_read_numbers (text, found, G_N_ELEMENTS (found), error);
  if (n_found < 0)
    return FALSE;
  if (n_found != n)
    return fascia_poses_fail (error, "%s of <%s> wants %d numbers", name, word->element, n);
  memcpy (values, found, sizeof (float) * (gsize) n);
  return TRUE;
}

static gboolean
need (const FasciaPoseWord *word, const char *name, GError **error)
{
  return get (word, name) != NULL
         || fascia_poses_fail (error, "<%s> has no %s", word->element, name);
}

static gboolean
read_word (const char *text, const char *const *codes, int *value, GError **error)
{
  for (int i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], text))
      {
        *value = i + 1;
        return TRUE;
      }
  return fascia_poses_fail (error, "“%s” is not known here", text);
}

static gboolean
read_shape (FasciaPoseItem *item, const FasciaPoseWord *word, GError **error)
{
  static const char *const shapes[]
      = { "relaxed", "flat", "spread", "fist", "hook", "two", "edge", "pinch", NULL };
  const char *text = get (word, "shape");
  int value = FASCIA_HAND_RELAXED;

  if (text != NULL && !read_word (text, shapes, &value, error))
    return FALSE;
  item->shape = value;
  return TRUE;
}

static gboolean
read_limb (FasciaPoseItem *item, const FasciaPoseWord *word, GError **error)
{
  static const char *const modes[] = { "to", "turn", "at" };
  const char *end = item->kind == FASCIA_POSE_ARM ? "hand" : "foot";
  guint n_modes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      if (get (word, modes[i]) == NULL)
        continue;
      item->mode = FASCIA_LIMB_TO + i;
      n_modes++;
      if (!read_some (word, modes[i], item->values, item->mode == FASCIA_LIMB_AT ? 4 : 2, error))
        return FALSE;
    }
  if (n_modes != 1)
    return fascia_poses_fail (error, "<%s> wants one of to, turn and at", word->element);
  item->n = FASCIA_LIMB_N;
  item->has_end = get (word, end) != NULL;
  item->values[FASCIA_LIMB_LONG] = 1;
  return read_some (word, end, &item->values[FASCIA_LIMB_END], 1, error)
         && read_some (word, "long", &item->values[FASCIA_LIMB_LONG], 1, error)
         && read_some (word, "root", &item->values[FASCIA_LIMB_ROOT_X], 2, error)
         && read_shape (item, word, error);
}

static gboolean
read_trunk (FasciaPoseItem *item, const FasciaPoseWord *word, FasciaSight sight, GError **error)
{
  item->n = 6;
  item->values[4] = sight == FASCIA_SIGHT_SIDE ? 0 : 1;
  item->values[5] = 1;
  return need (word, "at", error) && read_some (word, "at", item->values, 2, error)
         && read_some (word, "lean", &item->values[2], 1, error)
         && read_some (word, "curve", &item->values[3], 1, error)
         && read_some (word, "turn", &item->values[4], 1, error)
         && read_some (word, "length", &item->values[5], 1, error);
}

static gboolean
read_points (FasciaPoseItem *item,
             const FasciaPoseWord *word,
             const char *name,
             guint first,
             guint each,
             guint min,
             GError **error)
{
  if (!need (word, name, error))
    return FALSE;

  const int n = fascia_pose_read_numbers (get (word, name), &item->values[first],
                                          FASCIA_POSE_MAX_VALUES - first, error);
  if (n < 0)
    return FALSE;
  if ((guint) n % each != 0 || (guint) n / each < min)
    return fascia_poses_fail (error, "%s of <%s> wants %u or more points of %u numbers", name,
                              word->element, min, each);
  item->n = first + (guint) n;
  return TRUE;
}

static gboolean
read_values (FasciaPoseItem *item, const FasciaPoseWord *word, FasciaSight sight, GError **error)
{
  float *values = item->values;

  switch (item->kind)
    {
    case FASCIA_POSE_TRUNK:
      return read_trunk (item, word, sight, error);
    case FASCIA_POSE_HEAD:
      item->n = 3;
      return read_some (word, "tilt", &values[0], 1, error)
             && read_some (word, "turn", &values[1], 1, error)
             && read_some (word, "open", &values[2], 1, error);
    case FASCIA_POSE_ARM:
    case FASCIA_POSE_LEG:
      return read_limb (item, word, error);
    case FASCIA_POSE_HAND:
    case FASCIA_POSE_FOOT:
      item->n = 5;
      values[3] = 1;
      return need (word, "at", error) && read_some (word, "at", values, 2, error)
             && read_some (word, "turn", &values[2], 1, error)
             && read_some (word, "size", &values[3], 1, error)
             && read_some (word, "spread", &values[4], 1, error) && read_shape (item, word, error)
             && (get (word, "arm") == NULL || read_points (item, word, "arm", 5, 3, 1, error));
    case FASCIA_POSE_CHAIN:
      return read_points (item, word, "at", 0, 3, 2, error);
    case FASCIA_POSE_AREA:
      return read_points (item, word, "at", 0, 2, 3, error);
    case FASCIA_POSE_BOX:
      item->n = 6;
      return need (word, "at", error) && read_some (word, "at", values, 4, error)
             && read_some (word, "round", &values[4], 1, error)
             && read_some (word, "turn", &values[5], 1, error);
    case FASCIA_POSE_BALL:
      item->n = 3;
      return need (word, "at", error) && read_some (word, "at", values, 3, error);
    case FASCIA_POSE_LINE:
      values[0] = 2;
      return read_some (word, "width", &values[0], 1, error)
             && read_points (item, word, "at", 1, 2, 2, error);
    case FASCIA_POSE_SPOT:
      item->n = 5;
      values[2] = values[3] = 11;
      return need (word, "at", error) && read_some (word, "at", values, 2, error)
             && read_some (word, "size", &values[2], 2, error)
             && read_some (word, "turn", &values[4], 1, error);
    case FASCIA_POSE_ARROW:
      return read_points (item, word, "at", 0, 2, 2, error);
    case FASCIA_POSE_ROUND:
      item->n = 5;
      values[3] = 40;
      values[4] = 320;
      return need (word, "at", error) && read_some (word, "at", values, 3, error)
             && read_some (word, "from", &values[3], 1, error)
             && read_some (word, "until", &values[4], 1, error);
    case FASCIA_POSE_PRESS:
      item->n = 4;
      values[3] = 17;
      return need (word, "at", error) && read_some (word, "at", values, 2, error)
             && read_some (word, "turn", &values[2], 1, error)
             && read_some (word, "length", &values[3], 1, error);
    default:
      return fascia_poses_fail (error, "<%s> has no place here", word->element);
    }
}

static gboolean
check_attributes (const FasciaPoseWord *word, GError **error)
{
  static const char *const known[] = {
    "at",   "to",    "turn",  "lean",  "curve", "length", "tilt", "open", "hand", "foot",
    "long", "root",  "shape", "bend",  "thumb", "z",      "tone", "size", "name", "round",
    "from", "until", "width", "heads", "sharp", "spread", "halo", "arm",  NULL,
  };
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, word->attributes);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_strv_contains (known, key))
      return fascia_poses_fail (error, "<%s> has no “%s”", word->element, (const char *) key);
  return TRUE;
}

gboolean
fascia_pose_item_read (FasciaPoseItem *item,
                       const FasciaPoseWord *word,
                       FasciaSight sight,
                       GError **error)
{
  static const char *const tones[]
      = { "body", "far",     "cloth", "far-cloth", "line",   "furniture",
          "soft", "cushion", "tool",  "floor",     "accent", NULL };
  const Element *element = find_element (word->element);
  const char *tone = get (word, "tone");
  int value = 0;

  g_return_val_if_fail (element != NULL, FALSE);

  *item = (FasciaPoseItem) { .kind = element->kind, .tone = element->tone, .z = element->z };
  item->name = g_intern_string (word->name);
  item->is_far = element->is_far;
  if (item->is_far && sight != FASCIA_SIGHT_SIDE)
    {
      /* Nobody is farther than the other: as the near limb, drawn just before it. */
      item->z = item->kind == FASCIA_POSE_ARM ? 49 : 39;
      item->tone = item->kind == FASCIA_POSE_ARM ? FASCIA_TONE_BODY : FASCIA_TONE_CLOTH;
    }
  item->is_other = g_strcmp0 (get (word, "bend"), "other") == 0;
  item->is_other_thumb = g_strcmp0 (get (word, "thumb"), "other") == 0;
  item->is_both = g_strcmp0 (get (word, "heads"), "both") == 0;
  item->is_sharp = g_strcmp0 (get (word, "sharp"), "yes") == 0;
  if (tone != NULL)
    {
      if (!read_word (tone, tones, &value, error))
        return FALSE;
      item->tone = value;
    }
  item->has_halo = item->tone <= FASCIA_TONE_FAR_CLOTH || item->tone == FASCIA_TONE_TOOL;
  if (get (word, "halo") != NULL)
    item->has_halo = g_str_equal (get (word, "halo"), "yes");

  float z = (float) item->z;
  if (!check_attributes (word, error) || !read_some (word, "z", &z, 1, error)
      || !read_values (item, word, sight, error))
    return FALSE;
  item->z = (int) z;
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads poses.xml: bases, poses as changes of a base, and their second pictures.
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "../body/fascia-facts-private.h"
#include "fascia-library.h"
#include "fascia-pose-private.h"

typedef struct
{
  char *id;
  char *sight;
  char *size;
  char *close;
  char *side;
  char *posture;
  char *only;
  GPtrArray *words; /* FasciaPoseWord */
  GPtrArray *then;  /* likewise, of the second picture; changes only */
} Draft;

typedef struct
{
  GPtrArray *poses;
  GHashTable *bases;
  Draft *draft; /* (nullable): base or pose being read */
  gboolean is_pose, is_then;
  char *description; /* (nullable) */
} Reader;

gboolean
fascia_poses_fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (FASCIA_LIBRARY_ERROR, FASCIA_LIBRARY_ERROR_DATA,
                                                format, arguments));
  va_end (arguments);
  return FALSE;
}

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_free (self->id);
  g_free (self->sight);
  g_free (self->size);
  g_free (self->close);
  g_free (self->side);
  g_free (self->posture);
  g_free (self->only);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->then);
  g_free (self);
}

GHashTable *
fascia_poses_new_bases (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, draft_free);
}

static Draft *
draft_new (const Draft *base)
{
  Draft *self = g_new0 (Draft, 1);

  self->words = g_ptr_array_new_with_free_func (fascia_pose_word_free);
  self->then = g_ptr_array_new_with_free_func (fascia_pose_word_free);
  if (base == NULL)
    return self;
  self->sight = g_strdup (base->sight);
  self->size = g_strdup (base->size);
  self->close = g_strdup (base->close);
  self->side = g_strdup (base->side);
  self->posture = g_strdup (base->posture);
  for (guint i = 0; i < base->words->len; i++)
    g_ptr_array_add (self->words, fascia_pose_word_copy (g_ptr_array_index (base->words, i)));
  return self;
}

static FasciaPoseWord *
find_word (GPtrArray *words, const char *element, const char *name)
{
  for (guint i = 0; i < words->len; i++)
    {
      FasciaPoseWord *word = g_ptr_array_index (words, i);

      if (g_str_equal (word->element, element) && g_str_equal (word->name, name))
        return word;
    }
  return NULL;
}

/* The ways to say where a limb goes. */
static const char *const limb_ways[] = { "to", "turn", "at", NULL };

static gboolean
is_limb (const char *element)
{
  return g_str_has_suffix (element, "-arm") || g_str_has_suffix (element, "-leg");
}

/* One way replaces the others. */
static void
put_attribute (FasciaPoseWord *word, const char *name, const char *value)
{
  if (is_limb (word->element))
    for (guint i = 0; g_strv_contains (limb_ways, name) && limb_ways[i] != NULL; i++)
      g_hash_table_remove (word->attributes, limb_ways[i]);
  g_hash_table_insert (word->attributes, g_strdup (name), g_strdup (value));
}

static void
read_item (Reader *reader,
           const char *element,
           const char **names,
           const char **values,
           GError **error)
{
  GPtrArray *words = reader->is_then ? reader->draft->then : reader->draft->words;
  const char *name = element;
  guint n_ways = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "name"))
        name = values[i];
      n_ways += g_strv_contains (limb_ways, names[i]);
    }
  if (is_limb (element) && n_ways > 1)
    {
      fascia_poses_fail (error, "<%s> goes more than one way", element);
      return;
    }
  if (reader->is_then && find_word (reader->draft->words, element, name) == NULL)
    {
      fascia_poses_fail (error, "the first picture has no <%s> “%s”", element, name);
      return;
    }

  FasciaPoseWord *word = find_word (words, element, name);
  if (word == NULL)
    {
      word = g_new0 (FasciaPoseWord, 1);
      word->element = g_strdup (element);
      word->name = g_strdup (name);
      word->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_ptr_array_add (words, word);
    }
  for (guint i = 0; names[i] != NULL; i++)
    put_attribute (word, names[i], values[i]);
}

static void
take (char **to, const char *value)
{
  if (value == NULL)
    return;
  g_free (*to);
  *to = g_strdup (value);
}

static void
leave_out (Draft *draft, const char *list, GError **error)
{
  g_auto (GStrv) names = fascia_facts_split (list);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_found = FALSE;

      for (guint j = draft->words->len; j > 0; j--)
        if (g_str_equal (((FasciaPoseWord *) g_ptr_array_index (draft->words, j - 1))->name,
                         names[i]))
          {
            g_ptr_array_remove_index (draft->words, j - 1);
            is_found = TRUE;
          }
      if (!is_found)
        {
          fascia_poses_fail (error, "there is no “%s” to leave out", names[i]);
          return;
        }
    }
}

static void
read_draft (Reader *reader,
            const char *element,
            const char **names,
            const char **values,
            GError **error)
{
  const char *id = NULL, *step = NULL, *base = NULL, *view = NULL, *size = NULL, *close = NULL;
  const char *without = NULL, *side = NULL, *posture = NULL, *only = NULL;
  const Draft *from = NULL;

  if (!g_markup_collect_attributes (
          element, names, values, error, G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "id",
          &id, G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "step", &step,
          G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "base", &base,
          G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "view", &view,
          G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "size", &size,
          G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "close", &close,
          G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "without", &without,
          G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "side", &side,
          G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "posture", &posture,
          G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "only", &only,
          G_MARKUP_COLLECT_INVALID))
    return;

  const char *own = reader->is_pose ? step : id;
  if (own == NULL || (reader->is_pose ? id : step) != NULL)
    {
      fascia_poses_fail (error, "<%s> wants its %s", element, reader->is_pose ? "step" : "id");
      return;
    }
  if (base != NULL && (from = g_hash_table_lookup (reader->bases, base)) == NULL)
    {
      fascia_poses_fail (error, "there is no base “%s”", base);
      return;
    }
  if (!reader->is_pose && g_hash_table_contains (reader->bases, own))
    {
      fascia_poses_fail (error, "the base “%s” is there twice", own);
      return;
    }
  reader->draft = draft_new (from);
  take (&reader->draft->id, own);
  take (&reader->draft->sight, view);
  take (&reader->draft->size, size);
  take (&reader->draft->close, close);
  take (&reader->draft->side, side);
  take (&reader->draft->posture, posture);
  take (&reader->draft->only, only);
  leave_out (reader->draft, without, error);
}

static gboolean
on_row_began (const char *element,
              const char **names,
              const char **values,
              gpointer user_data,
              GError **error)
{
  Reader *reader = user_data;

  if (reader->draft == NULL && (g_str_equal (element, "base") || g_str_equal (element, "pose")))
    {
      reader->is_pose = g_str_equal (element, "pose");
      read_draft (reader, element, names, values, error);
    }
  else if (reader->draft != NULL && fascia_pose_item_is_known (element))
    read_item (reader, element, names, values, error);
  else if (reader->is_pose && reader->draft != NULL && !reader->is_then
           && g_str_equal (element, "then"))
    reader->is_then = TRUE;
  else
    return FALSE;
  return TRUE;
}

static char **
find_text (const char *element, gpointer user_data)
{
  Reader *reader = user_data;

  return reader->is_pose && reader->draft != NULL && g_str_equal (element, "description")
             ? &reader->description
             : NULL;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return ((const FasciaPoseItem *) a)->z - ((const FasciaPoseItem *) b)->z;
}

static gboolean
fill (GArray *items, GPtrArray *words, FasciaSight sight, GError **error)
{
  for (guint i = 0; i < words->len; i++)
    {
      FasciaPoseItem item;

      if (!fascia_pose_item_read (&item, g_ptr_array_index (words, i), sight, error))
        return FALSE;
      g_array_append_val (items, item);
    }
  /* Keeps the order of what is equally far. */
  g_array_sort (items, compare_items);
  return TRUE;
}

/* Both pictures are of the same things, so that one can become the other. */
static gboolean
check_pictures (const FasciaPose *pose, GError **error)
{
  for (guint i = 0; i < pose->first->len; i++)
    {
      const FasciaPoseItem *first = &g_array_index (pose->first, FasciaPoseItem, i);
      const FasciaPoseItem *second = &g_array_index (pose->second, FasciaPoseItem, i);

      if (first->kind != second->kind || first->n != second->n || first->mode != second->mode
          || first->has_end != second->has_end || first->name != second->name)
        return fascia_poses_fail (error, "“%s” of “%s” is written in two ways", first->name,
                                  pose->step);
    }
  return TRUE;
}

static gboolean
finish_pose (Reader *reader, GError **error)
{
  Draft *draft = reader->draft;
  FasciaPose *pose = fascia_pose_new ();
  float size = 1;

  g_ptr_array_add (reader->poses, pose);
  pose->step = g_intern_string (draft->id);
  pose->description = g_steal_pointer (&reader->description);
  if (pose->description == NULL)
    return fascia_poses_fail (error, "“%s” is not described", draft->id);
  if (draft->sight == NULL || g_str_equal (draft->sight, "side"))
    pose->sight = FASCIA_SIGHT_SIDE;
  else if (g_str_equal (draft->sight, "front"))
    pose->sight = FASCIA_SIGHT_FRONT;
  else if (g_str_equal (draft->sight, "back"))
    pose->sight = FASCIA_SIGHT_BACK;
  else
    return fascia_poses_fail (error, "“%s” is no view", draft->sight);
  if (draft->size != NULL && fascia_pose_read_numbers (draft->size, &size, 1, error) != 1)
    return FALSE;
  pose->size = CLAMP (size, 0.5f, 6.0f);
  pose->is_close = g_strcmp0 (draft->close, "yes") == 0;
  pose->side = g_strcmp0 (draft->side, "right") == 0 ? FASCIA_SIDE_RIGHT : FASCIA_SIDE_LEFT;
  if (draft->posture != NULL && !fascia_posture_from_code (draft->posture, &pose->posture))
    return fascia_poses_fail (error, "“%s” is no posture", draft->posture);
  if (draft->only != NULL && !fascia_posture_from_code (draft->only, &pose->only))
    return fascia_poses_fail (error, "“%s” is no posture", draft->only);
  if (pose->only != 0 && pose->only != pose->posture)
    return fascia_poses_fail (error, "“%s” is drawn for another posture than it shows", draft->id);
  if (draft->words->len == 0)
    return fascia_poses_fail (error, "“%s” is empty", draft->id);
  if (!fill (pose->first, draft->words, pose->sight, error))
    return FALSE;

  pose->moves = draft->then->len > 0;
  for (guint i = 0; i < draft->then->len; i++)
    {
      const FasciaPoseWord *change = g_ptr_array_index (draft->then, i);
      FasciaPoseWord *word = find_word (draft->words, change->element, change->name);
      GHashTableIter iter;
      gpointer key, value;

      g_hash_table_iter_init (&iter, change->attributes);
      while (g_hash_table_iter_next (&iter, &key, &value))
        put_attribute (word, key, value);
    }
  return fill (pose->second, draft->words, pose->sight, error) && check_pictures (pose, error);
}

static gboolean
on_row_ended (const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  gboolean is_whole = TRUE;

  if (g_str_equal (element, "then"))
    reader->is_then = FALSE;
  else if (g_str_equal (element, "base"))
    {
      Draft *draft = g_steal_pointer (&reader->draft);

      g_hash_table_insert (reader->bases, draft->id, draft);
    }
  else if (g_str_equal (element, "pose"))
    {
      is_whole = finish_pose (reader, error);
      g_clear_pointer (&reader->draft, draft_free);
    }
  return is_whole;
}

gboolean
fascia_poses_read (GPtrArray *poses, GHashTable *bases, const char *xml, GError **error)
{
  static const FasciaFactsTable table = {
    .root = "poses",
    .domain = fascia_library_error_quark,
    .code = FASCIA_LIBRARY_ERROR_DATA,
    .begin = on_row_began,
    .find_text = find_text,
    .end = on_row_ended,
  };
  Reader reader = { .poses = poses, .bases = bases };
  const gboolean is_read = fascia_facts_read (&table, xml, &reader, error);

  g_clear_pointer (&reader.draft, draft_free);
  g_free (reader.description);
  return is_read;
}

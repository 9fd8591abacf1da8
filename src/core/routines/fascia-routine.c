/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine as a value. */

#include "config.h"

#include "fascia-routine-private.h"

#include <glib/gi18n-lib.h>

#include "../body/fascia-facts-private.h"
#include "fascia-routine-reader-private.h"

G_DEFINE_BOXED_TYPE (FasciaRoutine, fascia_routine, fascia_routine_ref, fascia_routine_unref)

static void
item_clear (gpointer data)
{
  FasciaRoutineItem *item = data;

  g_free ((gpointer) item->places);
}

FasciaRoutine *
fascia_routine_new (void)
{
  FasciaRoutine *self = g_new0 (FasciaRoutine, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->group = g_intern_static_string ("whole");
  self->items = g_array_new (FALSE, TRUE, sizeof (FasciaRoutineItem));
  g_array_set_clear_func (self->items, item_clear);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_step_unref);
  return self;
}

FasciaRoutine *
fascia_routine_ref (FasciaRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_routine_unref (FasciaRoutine *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->search);
  g_array_unref (self->items);
  g_ptr_array_unref (self->steps);
  g_free (self->confirmed);
  g_free (self);
}

void
fascia_routine_add_item (FasciaRoutine *self, const FasciaRoutineItem *item)
{
  FasciaRoutineItem copy = *item;

  copy.step = g_intern_string (item->step);
  if (item->places != NULL)
    {
      const char **places = fascia_step_copy_list (item->places);

      for (guint i = 0; places[i] != NULL; i++)
        places[i] = g_intern_string (places[i]);
      copy.places = places;
    }
  g_array_append_val (self->items, copy);
}

/* Everything but the items. */
static FasciaRoutine *
copy_frame (const FasciaRoutine *self)
{
  FasciaRoutine *copy = fascia_routine_new ();

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->summary = g_strdup (self->summary);
  copy->search = g_strdup (self->search);
  copy->group = self->group;
  copy->programme = self->programme;
  copy->is_own = self->is_own;
  for (guint i = 0; i < self->steps->len; i++)
    g_ptr_array_add (copy->steps, fascia_step_ref (g_ptr_array_index (self->steps, i)));
  copy->confirmed = g_strdup (self->confirmed);
  copy->confirmed_ms = self->confirmed_ms;
  return copy;
}

static FasciaRoutine *
copy_whole (const FasciaRoutine *self)
{
  FasciaRoutine *copy = copy_frame (self);

  for (guint i = 0; i < self->items->len; i++)
    fascia_routine_add_item (copy, &g_array_index (self->items, FasciaRoutineItem, i));
  return copy;
}

const char *
fascia_routine_get_id (const FasciaRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
fascia_routine_get_title (const FasciaRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->is_own ? self->title : g_dpgettext2 (GETTEXT_PACKAGE, "routine", self->title);
}

const char *
fascia_routine_get_title_c (const FasciaRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
fascia_routine_get_summary (const FasciaRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->summary == NULL || self->is_own)
    return self->summary;
  return g_dgettext (GETTEXT_PACKAGE, self->summary);
}

const char *
fascia_routine_get_search_words (const FasciaRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->search == NULL || self->is_own)
    return self->search;
  return g_dgettext (GETTEXT_PACKAGE, self->search);
}

const char *
fascia_routine_get_group (const FasciaRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->group;
}

const char *
fascia_routine_get_programme (const FasciaRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->programme;
}

gboolean
fascia_routine_is_own (const FasciaRoutine *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_own;
}

const FasciaRoutineItem *
fascia_routine_get_items (const FasciaRoutine *self, guint *n_items)
{
  g_return_val_if_fail (self != NULL && n_items != NULL, NULL);

  *n_items = self->items->len;
  return (const FasciaRoutineItem *) (gpointer) self->items->data;
}

const FasciaStep *
fascia_routine_find_own_step (const FasciaRoutine *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const FasciaStep *step = g_ptr_array_index (self->steps, i);

      if (g_str_equal (step->id, id))
        return step;
    }
  return NULL;
}

const char *
fascia_routine_get_confirmed (const FasciaRoutine *self, gint64 *utc_ms)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (utc_ms != NULL)
    *utc_ms = self->confirmed_ms;
  return self->confirmed;
}

/* (transfer full) (nullable) As a file may have it. */
static char *
dup_clean (const char *text, glong most)
{
  g_autofree char *line = NULL;
  g_autoptr (GString) clean = g_string_new (NULL);
  const char *hidden;

  if (text == NULL)
    return NULL;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  line = fascia_facts_dup_line (valid);
  const char *p = line;
  while (fascia_routine_find_hidden (p, &hidden) != 0)
    {
      g_string_append_len (clean, p, hidden - p);
      p = g_utf8_next_char (hidden);
    }
  g_string_append (clean, p);
  if (g_utf8_strlen (clean->str, -1) > most)
    g_string_truncate (clean, (gsize) (g_utf8_offset_to_pointer (clean->str, most) - clean->str));
  return g_strdup (g_strstrip (clean->str));
}

FasciaRoutine *
fascia_routine_new_own (const char *id, const char *title, const char *summary)
{
  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  FasciaRoutine *self = fascia_routine_new ();
  self->id = g_strdup (id);
  self->title = dup_clean (title, FASCIA_ROUTINE_MAX_TITLE);
  self->summary = dup_clean (summary, FASCIA_ROUTINE_MAX_TEXT);
  self->is_own = TRUE;
  return self;
}

FasciaRoutine *
fascia_routine_with_id (const FasciaRoutine *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  FasciaRoutine *copy = copy_whole (self);
  g_set_str (&copy->id, id);
  return copy;
}

FasciaRoutine *
fascia_routine_with_title (const FasciaRoutine *self, const char *title)
{
  g_return_val_if_fail (self != NULL && title != NULL, NULL);

  FasciaRoutine *copy = copy_whole (self);
  g_free (copy->title);
  copy->title = dup_clean (title, FASCIA_ROUTINE_MAX_TITLE);
  return copy;
}

FasciaRoutine *
fascia_routine_with_summary (const FasciaRoutine *self, const char *summary)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaRoutine *copy = copy_whole (self);
  g_free (copy->summary);
  copy->summary = dup_clean (summary, FASCIA_ROUTINE_MAX_TEXT);
  return copy;
}

static gboolean
item_equal (const FasciaRoutineItem *a, const FasciaRoutineItem *b)
{
  return g_str_equal (a->step, b->step) && fascia_step_list_equal (a->places, b->places)
         && a->side == b->side && a->sets == b->sets && a->seconds == b->seconds
         && a->reps == b->reps && a->rest_s == b->rest_s;
}

FasciaRoutine *
fascia_routine_with_items (const FasciaRoutine *self, const FasciaRoutineItem *items, guint n_items)
{
  g_return_val_if_fail (self != NULL && (items != NULL || n_items == 0), NULL);

  FasciaRoutine *copy = copy_frame (self);
  gboolean is_same = n_items == self->items->len;

  for (guint i = 0; i < MIN (n_items, FASCIA_ROUTINE_MAX_ITEMS); i++)
    {
      FasciaRoutineItem item = items[i];

      item.sets = CLAMP (item.sets, 0, FASCIA_ROUTINE_MAX_SETS);
      item.seconds = CLAMP (item.seconds, 0, FASCIA_ROUTINE_MAX_SECONDS);
      item.reps = CLAMP (item.reps, 0, FASCIA_ROUTINE_MAX_REPS);
      item.rest_s = CLAMP (item.rest_s, 0, FASCIA_ROUTINE_MAX_REST);
      is_same = is_same && item_equal (&item, &g_array_index (self->items, FasciaRoutineItem, i));
      fascia_routine_add_item (copy, &item);
    }
  /* Somebody agreed to those doses, not to others. */
  if (!is_same)
    {
      g_clear_pointer (&copy->confirmed, g_free);
      copy->confirmed_ms = 0;
    }
  return copy;
}

FasciaRoutine *
fascia_routine_with_confirmed (const FasciaRoutine *self, const char *what, gint64 utc_ms)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaRoutine *copy = copy_whole (self);
  g_set_str (&copy->confirmed, what);
  copy->confirmed_ms = what != NULL ? utc_ms : 0;
  return copy;
}

gboolean
fascia_routine_equal (const FasciaRoutine *a, const FasciaRoutine *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (g_strcmp0 (a->id, b->id) != 0 || g_strcmp0 (a->title, b->title) != 0
      || g_strcmp0 (a->summary, b->summary) != 0 || g_strcmp0 (a->search, b->search) != 0
      || a->group != b->group || a->programme != b->programme || a->is_own != b->is_own
      || a->confirmed_ms != b->confirmed_ms || g_strcmp0 (a->confirmed, b->confirmed) != 0
      || a->items->len != b->items->len || a->steps->len != b->steps->len)
    return FALSE;
  for (guint i = 0; i < a->items->len; i++)
    if (!item_equal (&g_array_index (a->items, FasciaRoutineItem, i),
                     &g_array_index (b->items, FasciaRoutineItem, i)))
      return FALSE;
  for (guint i = 0; i < a->steps->len; i++)
    if (!fascia_step_equal (g_ptr_array_index (a->steps, i), g_ptr_array_index (b->steps, i)))
      return FALSE;
  return TRUE;
}

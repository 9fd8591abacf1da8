/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of the timeline: how what was read, and what was done, goes into it.
 */

#include "config.h"

#include "fascia-timeline-model-private.h"

#include <gtk/gtk.h>

FasciaEntry *
fascia_timeline_model_entry_at (FasciaTimelineModel *self, guint position)
{
  return fascia_timeline_item_get_entry (g_ptr_array_index (self->items, position));
}

gint32
fascia_timeline_model_day_at (FasciaTimelineModel *self, guint position)
{
  return fascia_entry_get_moment (fascia_timeline_model_entry_at (self, position))->day;
}

int
fascia_timeline_compare (const FasciaEntry *a, const FasciaEntry *b)
{
  gint64 first = fascia_entry_get_moment (a)->utc_ms;
  gint64 second = fascia_entry_get_moment (b)->utc_ms;

  if (first != second)
    return first > second ? -1 : 1;
  return -memcmp (fascia_entry_get_uid (a)->bytes, fascia_entry_get_uid (b)->bytes,
                  sizeof (fascia_entry_get_uid (a)->bytes));
}

/* The first position whose entry does not stand before @entry. */
static guint
lower_bound (FasciaTimelineModel *self, const FasciaEntry *entry)
{
  guint low = 0;
  guint high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (fascia_timeline_compare (fascia_timeline_model_entry_at (self, middle), entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_section_start (FasciaTimelineModel *self, guint position)
{
  return position == 0
         || fascia_timeline_model_day_at (self, position)
                != fascia_timeline_model_day_at (self, position - 1);
}

/* Replaces @n_removed items by @n_added entries and tells, whole and once. */
static void
splice (FasciaTimelineModel *self,
        guint position,
        guint n_removed,
        FasciaEntry *const *added,
        guint n_added)
{
  gboolean has_next = position + n_removed < self->items->len;
  gboolean was_start = has_next && is_section_start (self, position + n_removed);

  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, position, n_removed);

  if (n_added > 0)
    {
      guint n_rest = self->items->len - position;

      g_ptr_array_set_size (self->items, self->items->len + n_added);
      memmove (self->items->pdata + position + n_added, self->items->pdata + position,
               n_rest * sizeof (gpointer));
      for (guint i = 0; i < n_added; i++)
        self->items->pdata[position + i] = fascia_timeline_item_new (added[i]);
    }

  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);

  /* The item after the stretch is not covered by that signal, but may have become the first of its
   * day, or no longer be. */
  if (has_next && was_start != is_section_start (self, position + n_added))
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position + n_added, 1);
}

void
fascia_timeline_model_merge (FasciaTimelineModel *self,
                             FasciaEntry *after,
                             GPtrArray *entries,
                             gboolean is_end)
{
  guint position = 0;
  guint next = 0;

  g_return_if_fail (FASCIA_IS_TIMELINE_MODEL (self));
  g_return_if_fail (entries != NULL);

  if (after != NULL)
    {
      position = lower_bound (self, after);
      if (position < self->items->len
          && fascia_timeline_compare (fascia_timeline_model_entry_at (self, position), after) == 0)
        position++;
    }

  /* Both sides are sorted: walk along them, and gather what differs into one stretch at a time. */
  while (next < entries->len || (is_end && position < self->items->len))
    {
      guint n_removed = 0;
      guint n_added = 0;

      while (TRUE)
        {
          guint at = position + n_removed;
          gboolean has_old = at < self->items->len;
          gboolean has_new = next + n_added < entries->len;
          int order;

          if (!has_old && !has_new)
            break;
          if (!has_new)
            {
              /* Older than the last that was read: only the end of the journal says that it is
               * gone. */
              if (!is_end)
                break;
              order = -1;
            }
          else if (!has_old)
            order = 1;
          else
            order = fascia_timeline_compare (fascia_timeline_model_entry_at (self, at),
                                             g_ptr_array_index (entries, next + n_added));

          if (order == 0)
            break;
          if (order < 0)
            n_removed++;
          else
            n_added++;
        }

      if (n_removed > 0 || n_added > 0)
        splice (self, position, n_removed, (FasciaEntry *const *) entries->pdata + next, n_added);
      position += n_added;
      next += n_added;

      if (next < entries->len && position < self->items->len)
        {
          fascia_timeline_item_set_entry (g_ptr_array_index (self->items, position),
                                          g_ptr_array_index (entries, next));
          position++;
          next++;
        }
    }
}

void
fascia_timeline_model_apply (FasciaTimelineModel *self, FasciaEntry *before, FasciaEntry *after)
{
  guint position;

  g_return_if_fail (FASCIA_IS_TIMELINE_MODEL (self));

  if (before != NULL && (after == NULL || fascia_timeline_compare (before, after) != 0))
    {
      position = lower_bound (self, before);
      if (position < self->items->len
          && fascia_timeline_compare (fascia_timeline_model_entry_at (self, position), before) == 0)
        splice (self, position, 1, NULL, 0);
    }

  if (after == NULL)
    return;

  position = lower_bound (self, after);
  if (self->query != NULL && !fascia_query_matches (self->query, after))
    {
      /* It is not asked for, or not any more. */
      if (position < self->items->len
          && fascia_timeline_compare (fascia_timeline_model_entry_at (self, position), after) == 0)
        splice (self, position, 1, NULL, 0);
      return;
    }
  if (position < self->items->len
      && fascia_timeline_compare (fascia_timeline_model_entry_at (self, position), after) == 0)
    fascia_timeline_item_set_entry (g_ptr_array_index (self->items, position), after);
  else if (position < self->items->len || self->is_complete)
    splice (self, position, 0, &after, 1);
}

gboolean
fascia_timeline_model_find (FasciaTimelineModel *self, const FasciaUid *uid, guint *position)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_MODEL (self), FALSE);
  g_return_val_if_fail (uid != NULL, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (fascia_uid_equal (fascia_entry_get_uid (fascia_timeline_model_entry_at (self, i)), uid))
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
fascia_timeline_model_find_day (FasciaTimelineModel *self, gint32 day, guint *position)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_MODEL (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (fascia_timeline_model_day_at (self, i) <= day)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }

  return FALSE;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as a list, newest first, in sections by day, read in pages as it is scrolled.
 */

#include "config.h"

#include "fascia-timeline-model.h"

#include <gtk/gtk.h>

/* The first page fills a window; more would only delay the first frame. A row costs the list about
 * half a millisecond to make, so a page while scrolling stays small enough for one frame. Reading
 * again makes no rows and goes in larger steps. */
#define FIRST_PAGE 12
#define PAGE 32
#define REFRESH_PAGE 100

/* Applying more than this is no cheaper than reading. */
#define MAX_WAITING 500

struct _FasciaTimelineModel
{
  GObject parent_instance;

  FasciaJournal *journal; /* NULL in tests of the list alone */
  GCancellable *cancellable;
  GPtrArray *items;   /* FasciaTimelineItem, sorted by fascia_timeline_compare () */
  GPtrArray *waiting; /* FasciaOperation, oldest first: done while nobody looked */
  GError *error;

  /* Reading: the entry after which the page asked for begins, NULL for the start. */
  FasciaEntry *asked_after;
  guint asked_limit;

  guint is_active : 1;
  guint is_reading : 1; /* a page is on its way */
  guint is_stale : 1;   /* the journal changed, and nobody said how */
  guint is_refresh : 1; /* the page on its way belongs to a reading of what is already here */
  guint wants_more : 1; /* load_more () was called while reading */
  guint has_loaded : 1;
  guint is_complete : 1;
};

typedef enum
{
  PROP_HAS_LOADED = 1,
  PROP_IS_COMPLETE,
  PROP_ERROR,
} FasciaTimelineModelProperty;

static GParamSpec *properties[PROP_ERROR + 1];

static void ask (FasciaTimelineModel *self, FasciaEntry *after, guint limit, gboolean is_refresh);

/* ---- the list ---- */

static FasciaEntry *
entry_at (FasciaTimelineModel *self, guint position)
{
  return fascia_timeline_item_get_entry (g_ptr_array_index (self->items, position));
}

static gint32
day_at (FasciaTimelineModel *self, guint position)
{
  return fascia_entry_get_moment (entry_at (self, position))->day;
}

static GType
fascia_timeline_model_get_item_type (GListModel *model)
{
  return FASCIA_TYPE_TIMELINE_ITEM;
}

static guint
fascia_timeline_model_get_n_items (GListModel *model)
{
  return FASCIA_TIMELINE_MODEL (model)->items->len;
}

static gpointer
fascia_timeline_model_get_item (GListModel *model, guint position)
{
  FasciaTimelineItem *item = fascia_timeline_model_get (FASCIA_TIMELINE_MODEL (model), position);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = fascia_timeline_model_get_item_type;
  iface->get_n_items = fascia_timeline_model_get_n_items;
  iface->get_item = fascia_timeline_model_get_item;
}

/* A day has a handful of entries, so walking to its ends is cheaper than keeping them. */
static void
fascia_timeline_model_get_section (GtkSectionModel *model,
                                   guint position,
                                   guint *out_start,
                                   guint *out_end)
{
  FasciaTimelineModel *self = FASCIA_TIMELINE_MODEL (model);
  guint start = position;
  guint end = position + 1;
  gint32 day;

  if (position >= self->items->len)
    {
      *out_start = self->items->len;
      *out_end = G_MAXUINT;
      return;
    }

  day = day_at (self, position);
  while (start > 0 && day_at (self, start - 1) == day)
    start--;
  while (end < self->items->len && day_at (self, end) == day)
    end++;

  *out_start = start;
  *out_end = end;
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = fascia_timeline_model_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FasciaTimelineModel,
                               fascia_timeline_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_iface_init))

/* ---- merging what was read ---- */

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

      if (fascia_timeline_compare (entry_at (self, middle), entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_section_start (FasciaTimelineModel *self, guint position)
{
  return position == 0 || day_at (self, position) != day_at (self, position - 1);
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
          && fascia_timeline_compare (entry_at (self, position), after) == 0)
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
            order = fascia_timeline_compare (entry_at (self, at),
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
          && fascia_timeline_compare (entry_at (self, position), before) == 0)
        splice (self, position, 1, NULL, 0);
    }

  if (after == NULL)
    return;

  position = lower_bound (self, after);
  if (position < self->items->len
      && fascia_timeline_compare (entry_at (self, position), after) == 0)
    fascia_timeline_item_set_entry (g_ptr_array_index (self->items, position), after);
  else if (position < self->items->len || self->is_complete)
    splice (self, position, 0, &after, 1);
}

/* ---- reading ---- */

static void
set_error (FasciaTimelineModel *self, GError *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
set_complete (FasciaTimelineModel *self, gboolean is_complete)
{
  if (self->is_complete == is_complete)
    return;

  self->is_complete = is_complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

/* Decides what to read next, if anything. */
static void
read_on (FasciaTimelineModel *self)
{
  if (self->journal == NULL || self->is_reading || !self->is_active || self->error != NULL
      || fascia_journal_get_state (self->journal) != FASCIA_JOURNAL_READY)
    return;

  if (self->is_stale || !self->has_loaded)
    {
      self->is_stale = FALSE;
      ask (self, NULL, self->has_loaded ? REFRESH_PAGE : FIRST_PAGE, TRUE);
      return;
    }

  if (self->wants_more && !self->is_complete)
    {
      guint n_items = self->items->len;

      self->wants_more = FALSE;
      ask (self, n_items > 0 ? entry_at (self, n_items - 1) : NULL, PAGE, FALSE);
    }
}

static void
on_page_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &error);
  g_autoptr (FasciaEntry) after = NULL;
  FasciaTimelineModel *self;
  gboolean is_end;
  gboolean has_overtaken;

  /* Disposed: the list is not there any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = FASCIA_TIMELINE_MODEL (user_data);
  self->is_reading = FALSE;
  after = g_steal_pointer (&self->asked_after);

  if (entries == NULL)
    {
      /* What could not be read again may be out of date: the next try starts over. */
      self->is_stale = TRUE;
      set_error (self, g_steal_pointer (&error));
      return;
    }

  is_end = entries->len < self->asked_limit;
  fascia_timeline_model_merge (self, after, entries, is_end);
  set_error (self, NULL);

  /* A reading of what is here goes on until it has come to the last item. */
  has_overtaken = is_end || self->items->len == 0
                  || fascia_timeline_compare (entry_at (self, self->items->len - 1),
                                              g_ptr_array_index (entries, entries->len - 1))
                         <= 0;
  if (is_end)
    set_complete (self, TRUE);
  else if (has_overtaken)
    set_complete (self, FALSE);

  if (!self->has_loaded)
    {
      self->has_loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_LOADED]);
    }

  if (self->is_refresh && !has_overtaken && !self->is_stale && self->is_active)
    {
      ask (self, g_ptr_array_index (entries, entries->len - 1), REFRESH_PAGE, TRUE);
      return;
    }
  /* Stopped half way: the rest still has to be read. */
  if (self->is_refresh && !has_overtaken)
    self->is_stale = TRUE;

  read_on (self);
}

static void
ask (FasciaTimelineModel *self, FasciaEntry *after, guint limit, gboolean is_refresh)
{
  self->is_reading = TRUE;
  self->is_refresh = is_refresh;
  self->asked_limit = limit;
  self->asked_after = after != NULL ? fascia_entry_ref (after) : NULL;

  fascia_journal_list_async (self->journal,
                             after != NULL ? fascia_entry_get_moment (after)->utc_ms : G_MAXINT64,
                             after != NULL ? fascia_entry_get_uid (after) : NULL, limit,
                             self->cancellable, on_page_listed, self);
}

/* Results of reading come in the order of the changes, so what was read before a change is here when
 * it is told, and what is read after it has it already. */
static void
apply_operation (FasciaTimelineModel *self, FasciaOperation *operation)
{
  fascia_timeline_model_apply (self, fascia_operation_get_before (operation),
                               fascia_operation_get_after (operation));
}

static void
apply_waiting (FasciaTimelineModel *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    apply_operation (self, g_ptr_array_index (self->waiting, i));
  g_ptr_array_set_size (self->waiting, 0);
}

static void
on_journal_changed (FasciaTimelineModel *self, FasciaChangeFlags flags, FasciaOperation *operation)
{
  g_assert (FASCIA_IS_TIMELINE_MODEL (self));

  if ((flags & (FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT)) == 0)
    return;

  if (operation == NULL || !self->has_loaded || self->waiting->len >= MAX_WAITING)
    {
      self->is_stale = TRUE;
      g_ptr_array_set_size (self->waiting, 0);
      read_on (self);
    }
  else if (self->is_active)
    apply_operation (self, operation);
  else if (!self->is_stale)
    g_ptr_array_add (self->waiting, fascia_operation_ref (operation));
}

static void
on_journal_state_changed (FasciaTimelineModel *self)
{
  g_assert (FASCIA_IS_TIMELINE_MODEL (self));

  if (fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_READY)
    fascia_timeline_model_retry (self);
}

/* ---- the object ---- */

static void
fascia_timeline_model_dispose (GObject *object)
{
  FasciaTimelineModel *self = FASCIA_TIMELINE_MODEL (object);

  self->is_active = FALSE;
  g_cancellable_cancel (self->cancellable);
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_timeline_model_parent_class)->dispose (object);
}

static void
fascia_timeline_model_finalize (GObject *object)
{
  FasciaTimelineModel *self = FASCIA_TIMELINE_MODEL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->asked_after, fascia_entry_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (fascia_timeline_model_parent_class)->finalize (object);
}

static void
fascia_timeline_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaTimelineModel *self = FASCIA_TIMELINE_MODEL (object);

  switch ((FasciaTimelineModelProperty) id)
    {
    case PROP_HAS_LOADED:
      g_value_set_boolean (value, self->has_loaded);
      break;
    case PROP_IS_COMPLETE:
      g_value_set_boolean (value, self->is_complete);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_timeline_model_class_init (FasciaTimelineModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_timeline_model_dispose;
  object_class->finalize = fascia_timeline_model_finalize;
  object_class->get_property = fascia_timeline_model_get_property;

  properties[PROP_HAS_LOADED] = g_param_spec_boolean ("has-loaded", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_COMPLETE] = g_param_spec_boolean ("is-complete", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
fascia_timeline_model_init (FasciaTimelineModel *self)
{
  self->cancellable = g_cancellable_new ();
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_operation_unref);
}

FasciaTimelineModel *
fascia_timeline_model_new (FasciaJournal *journal)
{
  FasciaTimelineModel *self = g_object_new (FASCIA_TYPE_TIMELINE_MODEL, NULL);

  g_return_val_if_fail (journal == NULL || FASCIA_IS_JOURNAL (journal), self);

  if (journal != NULL)
    {
      self->journal = g_object_ref (journal);
      g_signal_connect_swapped (journal, "changed", G_CALLBACK (on_journal_changed), self);
      g_signal_connect_swapped (journal, "notify::state", G_CALLBACK (on_journal_state_changed),
                                self);
    }

  return self;
}

void
fascia_timeline_model_set_active (FasciaTimelineModel *self, gboolean is_active)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_MODEL (self));

  self->is_active = !!is_active;
  if (is_active)
    apply_waiting (self);
  read_on (self);
}

void
fascia_timeline_model_load_more (FasciaTimelineModel *self)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_MODEL (self));

  if (self->is_complete)
    return;

  self->wants_more = TRUE;
  read_on (self);
}

void
fascia_timeline_model_retry (FasciaTimelineModel *self)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_MODEL (self));

  set_error (self, NULL);
  self->is_stale = TRUE;
  read_on (self);
}

gboolean
fascia_timeline_model_has_loaded (FasciaTimelineModel *self)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_MODEL (self), FALSE);

  return self->has_loaded;
}

gboolean
fascia_timeline_model_is_complete (FasciaTimelineModel *self)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_MODEL (self), FALSE);

  return self->is_complete;
}

const GError *
fascia_timeline_model_get_error (FasciaTimelineModel *self)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_MODEL (self), NULL);

  return self->error;
}

FasciaTimelineItem *
fascia_timeline_model_get (FasciaTimelineModel *self, guint position)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_MODEL (self), NULL);

  return position < self->items->len ? g_ptr_array_index (self->items, position) : NULL;
}

gboolean
fascia_timeline_model_find (FasciaTimelineModel *self, const FasciaUid *uid, guint *position)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_MODEL (self), FALSE);
  g_return_val_if_fail (uid != NULL, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (fascia_uid_equal (fascia_entry_get_uid (entry_at (self, i)), uid))
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }

  return FALSE;
}

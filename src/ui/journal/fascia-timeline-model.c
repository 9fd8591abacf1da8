/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as a list, newest first, in sections by day, read in pages as it is scrolled.
 */

#include "config.h"

#include "fascia-timeline-model-private.h"

#include <gtk/gtk.h>

/* The first page fills a window; more would only delay the first frame. A row costs the list about
 * half a millisecond to make, so a page while scrolling stays small enough for one frame. Reading
 * again makes no rows and goes in larger steps. */
#define FIRST_PAGE 12
#define PAGE 32
#define REFRESH_PAGE 100
/* On the way to a day that is far back: a step that still lets the window draw. */
#define FAR_PAGE 250

/* No day is wanted. */
#define NO_DAY G_MAXINT32

/* Applying more than this is no cheaper than reading. */
#define MAX_WAITING 500

typedef enum
{
  PROP_HAS_LOADED = 1,
  PROP_IS_COMPLETE,
  PROP_ERROR,
} FasciaTimelineModelProperty;

static GParamSpec *properties[PROP_ERROR + 1];

enum
{
  DAY_REACHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void ask (FasciaTimelineModel *self, FasciaEntry *after, guint limit, gboolean is_refresh);

/* ---- the list ---- */

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

  day = fascia_timeline_model_day_at (self, position);
  while (start > 0 && fascia_timeline_model_day_at (self, start - 1) == day)
    start--;
  while (end < self->items->len && fascia_timeline_model_day_at (self, end) == day)
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

  if (self->wants_restart)
    {
      self->wants_restart = FALSE;
      self->is_restart = TRUE;
      self->is_stale = FALSE;
      ask (self, NULL, FIRST_PAGE, FALSE);
      return;
    }

  if (self->is_stale || !self->has_loaded)
    {
      self->is_stale = FALSE;
      ask (self, NULL, self->has_loaded ? REFRESH_PAGE : FIRST_PAGE, TRUE);
      return;
    }

  guint n_items = self->items->len;
  gboolean is_far = self->wanted_day != NO_DAY;
  if (is_far
      && (self->is_complete
          || (n_items > 0 && fascia_timeline_model_day_at (self, n_items - 1) < self->wanted_day)))
    {
      self->wanted_day = NO_DAY;
      is_far = FALSE;
      g_signal_emit (self, signals[DAY_REACHED], 0);
    }
  if ((self->wants_more || is_far) && !self->is_complete)
    {
      self->wants_more = FALSE;
      ask (self, n_items > 0 ? fascia_timeline_model_entry_at (self, n_items - 1) : NULL,
           is_far ? FAR_PAGE : PAGE, FALSE);
    }
}

static void
on_page_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = fascia_journal_query_finish (FASCIA_JOURNAL (source), result, &error);
  g_autoptr (FasciaEntry) after = NULL;
  FasciaTimelineModel *self;
  gboolean is_end;
  gboolean has_overtaken;

  /* Disposed, or something else was asked for since: whoever asked is not there any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = FASCIA_TIMELINE_MODEL (user_data);
  self->is_reading = FALSE;
  after = g_steal_pointer (&self->asked_after);

  if (entries == NULL)
    {
      /* What could not be read again may be out of date: the next try starts over. */
      if (self->is_restart)
        self->wants_restart = TRUE;
      self->is_restart = FALSE;
      self->is_stale = TRUE;
      self->wanted_day = NO_DAY;
      set_error (self, g_steal_pointer (&error));
      return;
    }

  is_end = entries->len < self->asked_limit;
  /* What the query before had found further back goes with the first page of the new one: an entry
   * that both found keeps its row. */
  fascia_timeline_model_merge (self, after, entries, is_end || self->is_restart);
  if (self->is_restart && !is_end)
    set_complete (self, FALSE);
  self->is_restart = FALSE;
  set_error (self, NULL);

  /* A reading of what is here goes on until it has come to the last item. */
  has_overtaken
      = is_end || self->items->len == 0
        || fascia_timeline_compare (fascia_timeline_model_entry_at (self, self->items->len - 1),
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

  fascia_journal_query_async (self->journal, self->query,
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

/* An import, a merged tag: what it did to each entry is not in it. */
static gboolean
is_many (FasciaOperation *operation)
{
  return fascia_operation_get_n_entries (operation) > 1
         || (fascia_operation_get_before (operation) == NULL
             && fascia_operation_get_after (operation) == NULL);
}

static void
on_journal_changed (FasciaTimelineModel *self, FasciaChangeFlags flags, FasciaOperation *operation)
{
  g_assert (FASCIA_IS_TIMELINE_MODEL (self));

  if ((flags & (FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT)) == 0)
    return;

  if (operation == NULL || is_many (operation) || !self->has_loaded
      || self->waiting->len >= MAX_WAITING)
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
  g_clear_pointer (&self->query, fascia_query_unref);
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
  signals[DAY_REACHED] = g_signal_new ("day-reached", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
fascia_timeline_model_init (FasciaTimelineModel *self)
{
  self->cancellable = g_cancellable_new ();
  self->wanted_day = NO_DAY;
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

static gboolean
is_same_query (FasciaQuery *a, FasciaQuery *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return fascia_query_equal (a, b);
}

void
fascia_timeline_model_set_query (FasciaTimelineModel *self, FasciaQuery *query)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_MODEL (self));

  if (query != NULL && fascia_query_is_empty (query))
    query = NULL;
  if (is_same_query (self->query, query))
    return;

  g_clear_pointer (&self->query, fascia_query_unref);
  self->query = query != NULL ? fascia_query_ref (query) : NULL;

  /* What is on its way answers the query before. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->asked_after, fascia_entry_unref);
  self->is_reading = FALSE;
  self->is_restart = FALSE;
  self->wants_more = FALSE;
  self->wanted_day = NO_DAY;
  self->wants_restart = self->has_loaded;
  set_error (self, NULL);
  read_on (self);
}

FasciaQuery *
fascia_timeline_model_get_query (FasciaTimelineModel *self)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_MODEL (self), NULL);

  return self->query;
}

void
fascia_timeline_model_load_until (FasciaTimelineModel *self, gint32 day)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_MODEL (self));

  self->wanted_day = day;
  read_on (self);
}

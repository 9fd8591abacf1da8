/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All tags and everything that can be measured, as the journal has them now.
 */

#include "config.h"

#include "fascia-name-book.h"

#include "fascia-text.h"

struct _FasciaNameBook
{
  GObject parent_instance;

  FasciaJournal *journal; /* which holds this object */
  GCancellable *cancellable;
  FasciaTags *tags;
  FasciaItems *items;
  gboolean has_tags; /* from the journal */
  gboolean has_items;
};

G_DEFINE_FINAL_TYPE (FasciaNameBook, fascia_name_book, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED = 1,
} FasciaNameBookSignal;

static guint signals[SIGNAL_CHANGED + 1];

static const char book_key[] = "fascia-name-book";

static void
on_tags_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaTags) tags
      = fascia_journal_load_tags_finish (FASCIA_JOURNAL (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  FasciaNameBook *self = FASCIA_NAME_BOOK (data);

  if (tags == NULL)
    return;
  g_clear_pointer (&self->tags, fascia_tags_unref);
  self->tags = g_steal_pointer (&tags);
  self->has_tags = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_items_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaItems) items
      = fascia_journal_load_items_finish (FASCIA_JOURNAL (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  FasciaNameBook *self = FASCIA_NAME_BOOK (data);

  if (items == NULL)
    return;
  g_clear_pointer (&self->items, fascia_items_unref);
  self->items = g_steal_pointer (&items);
  self->has_items = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
load (FasciaNameBook *self)
{
  fascia_journal_load_tags_async (self->journal, self->cancellable, on_tags_loaded, self);
  fascia_journal_load_items_async (self->journal, self->cancellable, on_items_loaded, self);
}

static void
on_journal_changed (FasciaNameBook *self, FasciaChangeFlags flags)
{
  if ((flags & FASCIA_CHANGE_TAGS) != 0)
    load (self);
}

static void
on_state_changed (FasciaNameBook *self)
{
  if (fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_READY)
    load (self);
}

static void
fascia_name_book_dispose (GObject *object)
{
  FasciaNameBook *self = FASCIA_NAME_BOOK (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (fascia_name_book_parent_class)->dispose (object);
}

static void
fascia_name_book_finalize (GObject *object)
{
  FasciaNameBook *self = FASCIA_NAME_BOOK (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->tags, fascia_tags_unref);
  g_clear_pointer (&self->items, fascia_items_unref);

  G_OBJECT_CLASS (fascia_name_book_parent_class)->finalize (object);
}

static void
fascia_name_book_class_init (FasciaNameBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_name_book_dispose;
  object_class->finalize = fascia_name_book_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_name_book_init (FasciaNameBook *self)
{
  g_autoptr (GError) error = NULL;

  self->cancellable = g_cancellable_new ();
  self->tags = fascia_tags_new (&error);
  if (self->tags == NULL)
    g_warning ("The list of tags is broken: %s", error->message);
  g_clear_error (&error);
  self->items = fascia_items_new (&error);
  if (self->items == NULL)
    g_warning ("The list of questions is broken: %s", error->message);
}

FasciaNameBook *
fascia_name_book_get (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaNameBook *self = g_object_get_data (G_OBJECT (journal), book_key);
  if (self != NULL)
    return self;

  self = g_object_new (FASCIA_TYPE_NAME_BOOK, NULL);
  self->journal = journal;
  g_object_set_data_full (G_OBJECT (journal), book_key, self, g_object_unref);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  on_state_changed (self);
  return self;
}

gboolean
fascia_name_book_is_loaded (FasciaNameBook *self)
{
  g_return_val_if_fail (FASCIA_IS_NAME_BOOK (self), FALSE);

  return self->has_tags && self->has_items;
}

FasciaTags *
fascia_name_book_get_tags (FasciaNameBook *self)
{
  g_return_val_if_fail (FASCIA_IS_NAME_BOOK (self), NULL);

  return self->tags;
}

FasciaItems *
fascia_name_book_get_items (FasciaNameBook *self)
{
  g_return_val_if_fail (FASCIA_IS_NAME_BOOK (self), NULL);

  return self->items;
}

void
fascia_name_book_fill (FasciaNameBook *self, const FasciaBody *body, FasciaNames *names)
{
  g_return_if_fail (FASCIA_IS_NAME_BOOK (self));
  g_return_if_fail (names != NULL);

  *names = (FasciaNames) {
    .body = body, .feelings = fascia_text_get_feelings (), .tags = self->tags, .items = self->items
  };
}

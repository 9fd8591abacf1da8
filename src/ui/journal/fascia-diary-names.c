/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of tags and of what is measured, as the journal has them: read once for all pages.
 */

#include "config.h"

#include "fascia-diary-names.h"

#include "fascia-text.h"

struct _FasciaDiaryNames
{
  GObject parent_instance;

  FasciaJournal *journal; /* weak: it holds this */
  GCancellable *cancellable;
  FasciaTags *tags;   /* NULL until read */
  FasciaItems *items; /* likewise */
  gboolean is_asked;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaDiaryNames, fascia_diary_names, G_TYPE_OBJECT)

static void
on_tags_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaTags) tags
      = fascia_journal_load_tags_finish (FASCIA_JOURNAL (source), result, &error);

  /* Disposed: there is nobody any more. Without the list, codes are shown as they are. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || tags == NULL)
    return;

  FasciaDiaryNames *self = FASCIA_DIARY_NAMES (data);
  g_clear_pointer (&self->tags, fascia_tags_unref);
  self->tags = g_steal_pointer (&tags);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_items_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaItems) items
      = fascia_journal_load_items_finish (FASCIA_JOURNAL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || items == NULL)
    return;

  FasciaDiaryNames *self = FASCIA_DIARY_NAMES (data);
  g_clear_pointer (&self->items, fascia_items_unref);
  self->items = g_steal_pointer (&items);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask (FasciaDiaryNames *self)
{
  if (self->journal == NULL)
    return;
  fascia_journal_load_tags_async (self->journal, self->cancellable, on_tags_loaded, self);
  fascia_journal_load_items_async (self->journal, self->cancellable, on_items_loaded, self);
}

static void
on_journal_changed (FasciaDiaryNames *self, FasciaChangeFlags flags, FasciaOperation *operation)
{
  if (self->is_asked && (flags & FASCIA_CHANGE_TAGS) != 0)
    ask (self);
}

static void
fascia_diary_names_dispose (GObject *object)
{
  FasciaDiaryNames *self = FASCIA_DIARY_NAMES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->journal);

  G_OBJECT_CLASS (fascia_diary_names_parent_class)->dispose (object);
}

static void
fascia_diary_names_finalize (GObject *object)
{
  FasciaDiaryNames *self = FASCIA_DIARY_NAMES (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->tags, fascia_tags_unref);
  g_clear_pointer (&self->items, fascia_items_unref);

  G_OBJECT_CLASS (fascia_diary_names_parent_class)->finalize (object);
}

static void
fascia_diary_names_class_init (FasciaDiaryNamesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_diary_names_dispose;
  object_class->finalize = fascia_diary_names_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_diary_names_init (FasciaDiaryNames *self)
{
  self->cancellable = g_cancellable_new ();
}

FasciaDiaryNames *
fascia_diary_names_get (FasciaJournal *journal)
{
  static const char key[] = "fascia-diary-names";

  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaDiaryNames *self = g_object_get_data (G_OBJECT (journal), key);
  if (self != NULL)
    return self;

  self = g_object_new (FASCIA_TYPE_DIARY_NAMES, NULL);
  g_set_weak_pointer (&self->journal, journal);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (journal), key, self, g_object_unref);
  return self;
}

void
fascia_diary_names_load (FasciaDiaryNames *self)
{
  g_return_if_fail (FASCIA_IS_DIARY_NAMES (self));

  if (self->is_asked)
    return;
  self->is_asked = TRUE;
  ask (self);
}

void
fascia_diary_names_peek (FasciaDiaryNames *self, const FasciaBody *body, FasciaNames *names)
{
  g_return_if_fail (FASCIA_IS_DIARY_NAMES (self));
  g_return_if_fail (names != NULL);

  *names = (FasciaNames) {
    .body = body,
    .feelings = fascia_text_get_feelings (),
    .tags = self->tags,
    .items = self->items,
  };
}

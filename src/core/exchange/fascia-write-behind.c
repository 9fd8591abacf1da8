/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file written by a thread of its own, while what comes next is being made. */

#include "config.h"

#include "fascia-write-behind.h"

#include <fcntl.h>

#include "fascia-atomic-file.h"

/* One is being made, one is being written, one waits. */
#define N_TEXTS 3
/* Of the memory, or a multiple of it. */
#define WHOLE_SIZE (64 * 1024)
/* The disk is asked to begin with pieces of this size. */
#define BEGIN_SIZE (1024 * 1024)

struct _FasciaWriteBehind
{
  int fd;
  FasciaWriteBehindFunc make; /* (nullable) */
  gpointer data;
  GThread *thread;    /* NULL: could not be started, or has come to its end */
  GAsyncQueue *full;  /* GString; one with nothing in it ends the thread */
  GAsyncQueue *empty; /* GString */
  gint is_giving_up;  /* (atomic) what waits is of no use any more */
  gint has_failed;    /* (atomic) @error is set */
  GError *error;      /* of the first that could not be written */
  /* The thread's own: */
  GString *made;
  off_t length;
  off_t begun; /* up to there the disk was asked to begin */
};

static void
text_free (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
write_text (FasciaWriteBehind *self, const GString *text)
{
  if (g_atomic_int_get (&self->is_giving_up) || g_atomic_int_get (&self->has_failed))
    return;
  if (self->make != NULL)
    {
      g_string_truncate (self->made, 0);
      self->make (text, self->made, self->data);
      text = self->made;
    }
  if (!fascia_write_all (self->fd, text->str, text->len, &self->error))
    {
      g_atomic_int_set (&self->has_failed, 1);
      return;
    }
  self->length += (off_t) text->len;
  /* A page that is on its way to the disk may have to arrive before more is written to it: the last
   * one waits until it is full. A pipe cannot, and need not. */
  off_t end = self->length - self->length % WHOLE_SIZE;
  if (end - self->begun < BEGIN_SIZE)
    return;
  (void) sync_file_range (self->fd, self->begun, end - self->begun, SYNC_FILE_RANGE_WRITE);
  self->begun = end;
}

static gpointer
run (gpointer data)
{
  FasciaWriteBehind *self = data;

  for (;;)
    {
      GString *text = g_async_queue_pop (self->full);
      gboolean is_end = text->len == 0;

      write_text (self, text);
      g_string_truncate (text, 0);
      g_async_queue_push (self->empty, text);
      if (is_end)
        return NULL;
    }
}

FasciaWriteBehind *
fascia_write_behind_new (int fd, FasciaWriteBehindFunc make, gpointer data)
{
  FasciaWriteBehind *self = g_new0 (FasciaWriteBehind, 1);

  self->fd = fd;
  self->make = make;
  self->data = data;
  self->made = g_string_new (NULL);
  self->full = g_async_queue_new_full (text_free);
  self->empty = g_async_queue_new_full (text_free);
  /* The caller has the first. */
  for (guint i = 1; i < N_TEXTS; i++)
    g_async_queue_push (self->empty, g_string_new (NULL));
  self->thread = g_thread_try_new ("write", run, self, NULL);
  return self;
}

static gboolean
check (FasciaWriteBehind *self, GError **error)
{
  if (!g_atomic_int_get (&self->has_failed))
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->error);
  return FALSE;
}

GString *
fascia_write_behind_put (FasciaWriteBehind *self, GString *text, GError **error)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  if (self->thread == NULL)
    {
      write_text (self, text);
      g_string_truncate (text, 0);
      g_async_queue_push (self->empty, text);
    }
  else if (text->len > 0)
    g_async_queue_push (self->full, text);
  else
    g_async_queue_push (self->empty, text);
  text = g_async_queue_pop (self->empty);
  if (check (self, error))
    return text;
  g_string_free (text, TRUE);
  return NULL;
}

static void
join (FasciaWriteBehind *self)
{
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->full, g_string_new (NULL));
  g_thread_join (g_steal_pointer (&self->thread));
}

gboolean
fascia_write_behind_finish (FasciaWriteBehind *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  join (self);
  return check (self, error);
}

void
fascia_write_behind_free (FasciaWriteBehind *self)
{
  g_atomic_int_set (&self->is_giving_up, 1);
  join (self);
  g_async_queue_unref (self->full);
  g_async_queue_unref (self->empty);
  g_clear_error (&self->error);
  g_string_free (self->made, TRUE);
  g_free (self);
}

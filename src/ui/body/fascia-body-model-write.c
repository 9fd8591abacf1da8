/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way from the Body model to the journal: shown at once, written in order, each into the
 * check-in it was meant for.
 */

#include "config.h"

#include "fascia-body-model-private.h"

/* One wish of the person, on its way. */
struct _FasciaBodyWrite
{
  FasciaBodyModel *model;
  FasciaBodyCheckIn *check_in;
  gboolean is_sent;
  gboolean nothing_today;
  GArray *marks;
  GArray *drawings;
  GArray *spreads;
  GArray *gone_marks;
  GArray *gone_drawings;
  GArray *gone_spreads;
};

/* ---- what is on its way ---- */

static void
clear_mark (gpointer data)
{
  g_strfreev ((char **) ((FasciaMark *) data)->feelings);
}

static void
clear_drawing (gpointer data)
{
  g_free ((gpointer) ((FasciaDrawing *) data)->points);
}

static GArray *
copy_values (gconstpointer values, guint n_values, guint size)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, size, n_values);

  if (n_values > 0)
    g_array_append_vals (copy, values, n_values);
  return copy;
}

static FasciaBodyWrite *
write_new (FasciaBodyModel *model, FasciaBodyCheckIn *check_in, const FasciaLog *log)
{
  FasciaBodyWrite *self = g_new0 (FasciaBodyWrite, 1);

  self->model = g_object_ref (model);
  self->check_in = fascia_body_check_in_ref (check_in);
  self->nothing_today = log->nothing_today;
  self->marks = copy_values (log->marks, log->n_marks, sizeof (FasciaMark));
  for (guint i = 0; i < self->marks->len; i++)
    {
      FasciaMark *mark = &g_array_index (self->marks, FasciaMark, i);

      mark->feelings = (const char *const *) g_strdupv ((char **) mark->feelings);
    }
  g_array_set_clear_func (self->marks, clear_mark);
  self->drawings = copy_values (log->drawings, log->n_drawings, sizeof (FasciaDrawing));
  for (guint i = 0; i < self->drawings->len; i++)
    {
      FasciaDrawing *drawing = &g_array_index (self->drawings, FasciaDrawing, i);

      drawing->points
          = g_memdup2 (drawing->points, drawing->n_points * sizeof (FasciaDrawingPoint));
    }
  g_array_set_clear_func (self->drawings, clear_drawing);
  self->spreads = copy_values (log->spreads, log->n_spreads, sizeof (FasciaSpread));
  self->gone_marks = copy_values (log->gone_marks, log->n_gone_marks, sizeof (FasciaMarkKey));
  self->gone_drawings = copy_values (log->gone_drawings, log->n_gone_drawings, sizeof (FasciaUid));
  self->gone_spreads = copy_values (log->gone_spreads, log->n_gone_spreads, sizeof (FasciaSpread));
  return self;
}

static void
write_free (FasciaBodyWrite *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->drawings, g_array_unref);
  g_clear_pointer (&self->spreads, g_array_unref);
  g_clear_pointer (&self->gone_marks, g_array_unref);
  g_clear_pointer (&self->gone_drawings, g_array_unref);
  g_clear_pointer (&self->gone_spreads, g_array_unref);
  g_clear_pointer (&self->check_in, fascia_body_check_in_unref);
  g_clear_object (&self->model);
  g_free (self);
}

static gboolean
write_takes_out (const FasciaBodyWrite *self)
{
  return self->gone_marks->len + self->gone_drawings->len + self->gone_spreads->len > 0;
}

static gboolean
write_is_empty (const FasciaBodyWrite *self)
{
  return !write_takes_out (self) && !self->nothing_today
         && self->marks->len + self->drawings->len + self->spreads->len == 0;
}

/* Valid as long as the write is. */
static void
write_get_log (const FasciaBodyWrite *self, FasciaLog *log)
{
  *log = (FasciaLog) {
    .nothing_today = self->nothing_today,
    .marks = (const FasciaMark *) (const void *) self->marks->data,
    .n_marks = self->marks->len,
    .drawings = (const FasciaDrawing *) (const void *) self->drawings->data,
    .n_drawings = self->drawings->len,
    .spreads = (const FasciaSpread *) (const void *) self->spreads->data,
    .n_spreads = self->spreads->len,
    .gone_marks = (const FasciaMarkKey *) (const void *) self->gone_marks->data,
    .n_gone_marks = self->gone_marks->len,
    .gone_drawings = (const FasciaUid *) (const void *) self->gone_drawings->data,
    .n_gone_drawings = self->gone_drawings->len,
    .gone_spreads = (const FasciaSpread *) (const void *) self->gone_spreads->data,
    .n_gone_spreads = self->gone_spreads->len,
  };
}

/* ---- the check-in it goes into ---- */

FasciaBodyCheckIn *
fascia_body_check_in_new (const FasciaMoment *at, FasciaEntry *entry)
{
  FasciaBodyCheckIn *self = g_new0 (FasciaBodyCheckIn, 1);

  self->refs = 1;
  self->is_now = at == NULL;
  if (at != NULL)
    self->at = *at;
  g_queue_init (&self->writes);
  if (entry != NULL)
    {
      self->stored = fascia_entry_ref (entry);
      self->shown = fascia_entry_ref (entry);
      self->uid = *fascia_entry_get_uid (entry);
      self->has_uid = TRUE;
      self->is_read = TRUE;
    }
  return self;
}

FasciaBodyCheckIn *
fascia_body_check_in_ref (FasciaBodyCheckIn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  self->refs++;
  return self;
}

void
fascia_body_check_in_unref (FasciaBodyCheckIn *self)
{
  g_return_if_fail (self != NULL);

  if (--self->refs > 0)
    return;
  g_queue_clear (&self->writes);
  g_clear_pointer (&self->stored, fascia_entry_unref);
  g_clear_pointer (&self->shown, fascia_entry_unref);
  g_clear_pointer (&self->recent, g_array_unref);
  g_clear_object (&self->draft);
  g_free (self);
}

gboolean
fascia_body_check_in_is_writing (const FasciaBodyCheckIn *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !g_queue_is_empty ((GQueue *) &self->writes);
}

/* What is stored, and on top of it all that is on its way, so that the figure answers before the
 * disk does. */
static void
update_shown (FasciaBodyCheckIn *self, FasciaJournal *journal)
{
  g_autoptr (FasciaEntry) entry = self->stored != NULL ? fascia_entry_ref (self->stored) : NULL;

  for (GList *l = self->writes.head; l != NULL; l = l->next)
    {
      FasciaLog log;

      if (entry == NULL)
        {
          const FasciaUid no_uid = { 0 };
          FasciaMoment at = self->at;

          if (self->is_now)
            fascia_clock_now (fascia_journal_get_clock (journal), &at);
          entry = fascia_entry_new (&no_uid, FASCIA_ENTRY_CHECK_IN, &at);
        }
      write_get_log (l->data, &log);
      FasciaEntry *changed = fascia_log_apply (&log, entry);
      fascia_entry_unref (entry);
      entry = changed;
    }
  g_clear_pointer (&self->shown, fascia_entry_unref);
  self->shown = g_steal_pointer (&entry);
}

void
fascia_body_check_in_take_stored (FasciaBodyCheckIn *self,
                                  FasciaJournal *journal,
                                  FasciaEntry *entry)
{
  g_return_if_fail (self != NULL);

  FasciaEntry *old = self->stored;
  self->stored = entry != NULL ? fascia_entry_ref (entry) : NULL;
  g_clear_pointer (&old, fascia_entry_unref);
  if (entry != NULL)
    {
      self->uid = *fascia_entry_get_uid (entry);
      self->has_uid = TRUE;
    }
  update_shown (self, journal);
}

/* ---- to the journal ---- */

static void send_writes (FasciaBodyCheckIn *check_in);

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  FasciaBodyWrite *write = data;
  g_autoptr (FasciaBodyModel) self = g_object_ref (write->model);
  g_autoptr (FasciaBodyCheckIn) check_in = fascia_body_check_in_ref (write->check_in);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_queue_remove (&check_in->writes, write);
  write_free (write);
  if (operation != NULL)
    {
      fascia_body_check_in_take_stored (check_in, self->journal,
                                        fascia_operation_get_after (operation));
      /* Also when nobody looks any more: what was written is to be kept. */
      fascia_body_model_bind_draft (self, check_in);
    }
  else
    {
      fascia_body_check_in_take_stored (check_in, self->journal, check_in->stored);
      self->is_stale = TRUE;
    }
  send_writes (check_in);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (operation != NULL)
    fascia_body_model_emit_written (self, operation);
  if (error != NULL)
    {
      /* Whoever hears of it looks at what is true. */
      if (check_in == self->check_in)
        fascia_body_model_rebuild (self, NULL);
      fascia_body_model_emit_failed (self, error);
    }
  if (self->is_stale && !fascia_body_check_in_is_writing (self->check_in))
    fascia_body_model_reload (self);
}

/* Whether the check-in a write goes into is still a question. What is marked now may begin another one
 * than the journal has named so far: nothing is taken out of the one before. */
static gboolean
must_wait (FasciaBodyCheckIn *check_in, const FasciaBodyWrite *write)
{
  if (check_in->is_now && !write_takes_out (write))
    return FALSE;
  for (GList *l = check_in->writes.head; l != NULL; l = l->next)
    {
      const FasciaBodyWrite *other = l->data;

      if (other->is_sent
          && (check_in->is_now || check_in->stored == NULL || write_takes_out (other)))
        return TRUE;
    }
  return FALSE;
}

/* In the order they were asked for: what must wait holds up what comes after it. */
static void
send_writes (FasciaBodyCheckIn *check_in)
{
  GList *next = NULL;

  for (GList *l = check_in->writes.head; l != NULL; l = next)
    {
      FasciaBodyWrite *write = l->data;

      next = l->next;
      if (write->is_sent)
        continue;
      if (must_wait (check_in, write))
        return;
      /* There is nothing to take out of a check-in that is not there. */
      if (check_in->stored == NULL)
        {
          g_array_set_size (write->gone_marks, 0);
          g_array_set_size (write->gone_drawings, 0);
          g_array_set_size (write->gone_spreads, 0);
        }
      if (write_is_empty (write))
        {
          g_queue_delete_link (&check_in->writes, l);
          write->model->is_stale = TRUE;
          write_free (write);
          continue;
        }
      FasciaLog log;
      write_get_log (write, &log);
      if (check_in->stored != NULL && (!check_in->is_now || write_takes_out (write)))
        log.entry = fascia_entry_get_uid (check_in->stored);
      else if (!check_in->is_now)
        log.at = &check_in->at;
      write->is_sent = TRUE;
      fascia_journal_log_async (write->model->journal, &log, NULL, on_written, write);
    }
}

void
fascia_body_model_write (FasciaBodyModel *self, const FasciaLog *log, const FasciaRegion *touched)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (log != NULL);

  if (!fascia_body_model_is_editable (self))
    return;
  g_autoptr (FasciaBodyCheckIn) check_in = fascia_body_check_in_ref (self->check_in);
  FasciaBodyWrite *write = write_new (self, check_in, log);
  if (write_is_empty (write))
    {
      write_free (write);
      return;
    }
  g_queue_push_tail (&check_in->writes, write);
  update_shown (check_in, self->journal);
  send_writes (check_in);
  fascia_body_model_rebuild (self, touched);
}

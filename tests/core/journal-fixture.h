/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journal with its worker, and askers that tell in which order they were answered. */

#pragma once

#include "store-fixture.h"

#include "core/journal/fascia-journal.h"

typedef struct
{
  FasciaTestDir *dir;
  char *path;
  FasciaClock *clock;
  FasciaJournal *journal;
  GString *story; /* one letter for each thing that happened, in order */
  guint n_pending;
  FasciaOperation *last_changed; /* what "changed" came with last */
} Fixture;

static inline void
on_changed (FasciaJournal *journal,
            FasciaChangeFlags flags,
            FasciaOperation *operation,
            gpointer data)
{
  Fixture *f = data;

  g_assert_cmpint (flags, !=, 0);
  g_clear_pointer (&f->last_changed, fascia_operation_unref);
  if (operation != NULL)
    f->last_changed = fascia_operation_ref (operation);
  g_string_append_c (f->story, '!');
}

static inline void
set_up (Fixture *f, gconstpointer data)
{
  f->dir = fascia_test_dir_new ();
  f->path = fascia_test_dir_build_journal (f->dir);
  f->clock = fascia_test_clock_new ();
  f->journal = fascia_journal_new (f->path, f->clock);
  f->story = g_string_new (NULL);
  g_signal_connect (f->journal, "changed", G_CALLBACK (on_changed), f);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->journal != NULL)
    {
      fascia_journal_shutdown (f->journal);
      g_assert_finalize_object (f->journal);
    }
  g_clear_pointer (&f->last_changed, fascia_operation_unref);
  fascia_clock_unref (f->clock);
  g_string_free (f->story, TRUE);
  g_free (f->path);
  fascia_test_dir_free (f->dir);
}

static inline gboolean
is_idle (gpointer data)
{
  Fixture *f = data;

  return f->n_pending == 0;
}

static inline void
wait_for_all (Fixture *f)
{
  fascia_test_assert_until (is_idle, f);
}

static inline gboolean
is_settled (gpointer data)
{
  FasciaJournalState state = fascia_journal_get_state (data);

  return state == FASCIA_JOURNAL_READY || state == FASCIA_JOURNAL_FAILED;
}

static inline void
open_journal (Fixture *f)
{
  fascia_journal_open (f->journal);
  fascia_test_assert_until (is_settled, f->journal);
  g_assert_no_error (fascia_journal_get_error (f->journal));
}

/* ---- askers ---- */

typedef struct
{
  Fixture *fixture;
  char letter; /* told when it succeeds; '-' when it was cancelled, 'x' when it failed */
  FasciaOperation *operation;
  GPtrArray *list;
  FasciaSeries *series;
  GError *error;
} Asker;

static inline Asker *
asker_new (Fixture *f, char letter)
{
  Asker *self = g_new0 (Asker, 1);

  self->fixture = f;
  self->letter = letter;
  f->n_pending++;
  return self;
}

static inline void
asker_free (Asker *self)
{
  g_clear_pointer (&self->operation, fascia_operation_unref);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->series, fascia_series_unref);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asker, asker_free)

static inline void
tell (Asker *self, gboolean success)
{
  g_string_append_c (self->fixture->story,
                     success ? self->letter
                     : g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? '-'
                                                                                       : 'x');
  self->fixture->n_pending--;
}

static inline void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Asker *self = data;

  g_assert_true (source == G_OBJECT (self->fixture->journal));
  self->operation = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &self->error);
  tell (self, self->operation != NULL);
}

static inline void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Asker *self = data;

  self->list = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &self->error);
  tell (self, self->list != NULL);
}

static inline void
on_series_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Asker *self = data;

  self->series = fascia_journal_load_series_finish (FASCIA_JOURNAL (source), result, &self->error);
  tell (self, self->series != NULL);
}

static inline void
log_mark (Fixture *f, Asker *asker, const char *region, int level, GCancellable *cancellable)
{
  FasciaMark mark = { region, FASCIA_SCALE_TIGHTNESS, level, NULL };
  FasciaLog log = { .marks = &mark, .n_marks = 1 };

  fascia_journal_log_async (f->journal, &log, cancellable, on_written, asker);
}

/* A job that holds the worker until it is let go, so that others queue up behind it. */
typedef struct
{
  GMutex lock;
  GCond cond;
  gboolean is_open;
  gboolean is_reached;
} Gate;

static inline gpointer
pass_gate (FasciaDb *db, gpointer data, FasciaChangeFlags *changed)
{
  Gate *gate = data;

  g_mutex_lock (&gate->lock);
  gate->is_reached = TRUE;
  g_cond_broadcast (&gate->cond);
  while (!gate->is_open)
    g_cond_wait (&gate->cond, &gate->lock);
  g_mutex_unlock (&gate->lock);
  return NULL;
}

static inline void
close_gate (Fixture *f, Gate *gate)
{
  g_mutex_init (&gate->lock);
  g_cond_init (&gate->cond);
  gate->is_open = gate->is_reached = FALSE;
  fascia_journal_run_async (f->journal, pass_gate, gate, NULL, NULL, NULL, NULL);
  g_mutex_lock (&gate->lock);
  while (!gate->is_reached)
    g_cond_wait (&gate->cond, &gate->lock);
  g_mutex_unlock (&gate->lock);
}

static inline void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  gate->is_open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->lock);
}

static inline void
clear_gate (Gate *gate)
{
  g_mutex_clear (&gate->lock);
  g_cond_clear (&gate->cond);
}

static inline guint
count_in_file (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  FasciaDb *db = fascia_db_open (f->path, FASCIA_DB_READ_EXISTING, f->clock, 0, &error);

  g_assert_no_error (error);
  gint64 count = store_count (db, "SELECT count(*) FROM mark");
  g_assert_true (fascia_db_check (db, NULL, NULL, NULL));
  g_assert_true (fascia_db_close (db, NULL));
  return (guint) count;
}

static inline void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  Asker *self = data;

  g_assert_true (fascia_journal_run_finish (FASCIA_JOURNAL (source), result, &self->error)
                 == self->fixture);
  tell (self, TRUE);
}

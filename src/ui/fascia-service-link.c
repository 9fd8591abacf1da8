/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of commands, each on a thread of its own, to the journal of the window: in pieces, each of
 * which is waited for.
 */

#include "config.h"

#include "fascia-service-link.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-journal-run.h"

typedef enum
{
  PIECE_WAITING = 1,
  PIECE_RUNNING,
  PIECE_DONE,
} PieceState;

/* A piece of work on its way from the thread of a command to the journal. Counted: the command, the
 * main context and the worker let go of it in any order. */
typedef struct
{
  FasciaServiceLink *link;
  FasciaCliDbFunc func;     /* one of them: to write, … */
  FasciaCliSliceFunc slice; /* … or to read */
  gboolean is_repeatable;
  gpointer data; /* the command's own: only touched while RUNNING, for which the command waits */
  PieceState state;
  gboolean is_successful;
  GError *error;
} Piece;

static void
link_clear (gpointer data)
{
  FasciaServiceLink *link = data;

  g_main_context_unref (link->context);
  g_mutex_clear (&link->mutex);
  g_cond_clear (&link->cond);
  g_hash_table_unref (link->pieces);
}

void
fascia_service_link_unref (FasciaServiceLink *link)
{
  g_atomic_rc_box_release_full (link, link_clear);
}

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_clear_error (&piece->error);
  fascia_service_link_unref (piece->link);
}

static void
piece_unref (gpointer piece)
{
  g_atomic_rc_box_release_full (piece, piece_clear);
}

/* With the mutex held. */
static void
refuse (Piece *piece, const GError *error)
{
  if (piece->state != PIECE_WAITING)
    return;
  piece->state = PIECE_DONE;
  piece->error = error != NULL
                     ? g_error_copy (error)
                     : g_error_new_literal (FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY,
                                            _ ("Fascia is just closing its window: try again."));
  g_cond_broadcast (&piece->link->cond);
}

/* FALSE: nobody waits for it any more. */
static gboolean
begin (Piece *piece)
{
  g_mutex_lock (&piece->link->mutex);
  gboolean is_wanted = piece->state != PIECE_DONE;
  if (is_wanted)
    piece->state = PIECE_RUNNING;
  g_mutex_unlock (&piece->link->mutex);
  return is_wanted;
}

/* Said on the journal's worker, not on the main context: after a shutdown that has no turn any more.
 * Takes over @error. */
static void
end (Piece *piece, gboolean is_successful, GError *error)
{
  g_mutex_lock (&piece->link->mutex);
  if (piece->state != PIECE_DONE)
    {
      piece->is_successful = is_successful;
      piece->error = g_steal_pointer (&error);
      piece->state = PIECE_DONE;
      g_cond_broadcast (&piece->link->cond);
    }
  g_mutex_unlock (&piece->link->mutex);
  g_clear_error (&error);
}

/* Between two slices the command may be let go. */
static void
pause_piece (Piece *piece)
{
  g_mutex_lock (&piece->link->mutex);
  piece->state = PIECE_WAITING;
  if (piece->link->is_closed)
    refuse (piece, NULL);
  g_mutex_unlock (&piece->link->mutex);
}

/* On the journal's worker. */
static gpointer
on_write_begun (FasciaDb *db, gpointer data, FasciaChangeFlags *changed)
{
  Piece *piece = data;
  GError *error = NULL;

  if (!begin (piece))
    return NULL;
  gboolean is_successful = piece->func (db, piece->data, changed, &error);
  end (piece, is_successful, error);
  return NULL;
}

/* On the journal's worker, once for each slice. */
static gboolean
on_read_begun (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Piece *piece = data;

  if (!begin (piece))
    return FALSE;
  gboolean is_read = piece->slice (db, piece->data, done, error);
  if (is_read && *done)
    end (piece, TRUE, NULL);
  else
    pause_piece (piece);
  return is_read;
}

static void
on_write_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Piece *piece = user_data;
  g_autoptr (GError) error = NULL;

  fascia_journal_run_finish (FASCIA_JOURNAL (source), result, &error);
  /* Never begun: the journal did not open, or is closed. */
  g_mutex_lock (&piece->link->mutex);
  refuse (piece, error);
  g_mutex_unlock (&piece->link->mutex);
  piece_unref (piece);
}

/* A slice that fails may have been broken off, to be read again: only the journal knows. */
static void
on_read_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Piece *piece = user_data;
  GError *error = NULL;
  gboolean is_read = fascia_journal_run_slices_finish (FASCIA_JOURNAL (source), result, &error);

  end (piece, is_read, error);
  piece_unref (piece);
}

/* On the journal's own context. */
static gboolean
on_piece_asked (gpointer data)
{
  Piece *piece = data;
  FasciaServiceLink *link = piece->link;

  if (link->journal != NULL)
    {
      if (piece->func != NULL)
        fascia_journal_run_async (link->journal, on_write_begun, g_atomic_rc_box_acquire (piece),
                                  piece_unref, NULL, on_write_ended,
                                  g_atomic_rc_box_acquire (piece));
      else
        fascia_journal_run_slices_async (link->journal, on_read_begun, piece->is_repeatable,
                                         g_atomic_rc_box_acquire (piece), piece_unref, NULL,
                                         on_read_ended, g_atomic_rc_box_acquire (piece));
      return G_SOURCE_REMOVE;
    }

  g_mutex_lock (&link->mutex);
  refuse (piece, NULL);
  g_mutex_unlock (&link->mutex);
  return G_SOURCE_REMOVE;
}

static Piece *
piece_new (FasciaServiceLink *link, gpointer data)
{
  Piece *piece = g_atomic_rc_box_new0 (Piece);

  piece->link = g_atomic_rc_box_acquire (link);
  piece->data = data;
  piece->state = PIECE_WAITING;
  return piece;
}

/* Asks for it on the journal's context and waits. Takes over the reference. */
static gboolean
carry_out (Piece *piece, GError **error)
{
  FasciaServiceLink *link = piece->link;

  /* Not g_main_context_invoke(): between two turns of the main loop that would run here. */
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_piece_asked, g_atomic_rc_box_acquire (piece), piece_unref);

  g_mutex_lock (&link->mutex);
  g_hash_table_add (link->pieces, piece);
  if (link->is_closed)
    refuse (piece, NULL);
  else
    g_source_attach (source, link->context);
  while (piece->state != PIECE_DONE)
    g_cond_wait (&link->cond, &link->mutex);
  g_hash_table_remove (link->pieces, piece);
  gboolean is_successful = piece->is_successful;
  if (piece->error != NULL)
    g_propagate_error (error, g_steal_pointer (&piece->error));
  g_mutex_unlock (&link->mutex);

  piece_unref (piece);
  return is_successful;
}

gboolean
fascia_service_link_run (FasciaCliDbFunc func, gpointer data, gpointer run_data, GError **error)
{
  Piece *piece = piece_new (run_data, data);

  piece->func = func;
  return carry_out (piece, error);
}

gboolean
fascia_service_link_read (FasciaCliSliceFunc slice,
                          gboolean is_repeatable,
                          gpointer data,
                          gpointer run_data,
                          GError **error)
{
  Piece *piece = piece_new (run_data, data);

  piece->slice = slice;
  piece->is_repeatable = is_repeatable;
  return carry_out (piece, error);
}

void
fascia_service_link_count_call (FasciaServiceLink *link, int change)
{
  g_mutex_lock (&link->mutex);
  link->n_calls += (guint) change;
  g_cond_broadcast (&link->cond);
  g_mutex_unlock (&link->mutex);
}

FasciaServiceLink *
fascia_service_link_new (void)
{
  FasciaServiceLink *link = g_atomic_rc_box_new0 (FasciaServiceLink);

  link->context = g_main_context_ref_thread_default ();
  link->pieces = g_hash_table_new (NULL, NULL);
  g_mutex_init (&link->mutex);
  g_cond_init (&link->cond);
  return link;
}

void
fascia_service_link_close (FasciaServiceLink *link, gint64 patience_us)
{
  g_mutex_lock (&link->mutex);
  gboolean was_closed = link->is_closed;
  link->is_closed = TRUE;
  GHashTableIter iter;
  gpointer piece;
  g_hash_table_iter_init (&iter, link->pieces);
  while (g_hash_table_iter_next (&iter, &piece, NULL))
    refuse (piece, NULL);
  gint64 until = g_get_monotonic_time () + (was_closed ? 0 : patience_us);
  while (link->n_calls > 0 && g_cond_wait_until (&link->cond, &link->mutex, until))
    ;
  g_mutex_unlock (&link->mutex);
}

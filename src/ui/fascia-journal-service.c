/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands of the command line, performed on the journal that a window has open. */

#include "config.h"

#include "fascia-journal-service.h"

#include <sys/stat.h>

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cli/fascia-cli-command.h"
#include "cli/fascia-cli-remote.h"
#include "core/journal/fascia-journal-run.h"

#define N_STREAMS 3
/* How long commands may take to end when the window closes: enough for what was written to be told,
 * short enough for one whose reader does not read. */
#define PATIENCE_US (1 * G_TIME_SPAN_SECOND)

static const char introspection[] = "<node><interface name='" FASCIA_JOURNAL_INTERFACE "'>"
                                    "<method name='Holds'>"
                                    "<arg name='device' type='t' direction='in'/>"
                                    "<arg name='inode' type='t' direction='in'/>"
                                    "<arg name='holds' type='b' direction='out'/>"
                                    "</method>"
                                    "<method name='HoldsPath'>"
                                    "<arg name='path' type='ay' direction='in'/>"
                                    "<arg name='holds' type='b' direction='out'/>"
                                    "</method>"
                                    "<method name='Run'>"
                                    "<arg name='argv' type='aay' direction='in'/>"
                                    "<arg name='cwd' type='ay' direction='in'/>"
                                    "<arg name='zone' type='s' direction='in'/>"
                                    "<arg name='device' type='t' direction='in'/>"
                                    "<arg name='inode' type='t' direction='in'/>"
                                    "<arg name='streams' type='ah' direction='in'/>"
                                    "<arg name='status' type='i' direction='out'/>"
                                    "</method>"
                                    "</interface></node>";

/* What the threads of the commands share with the service and may outlive it. */
typedef struct
{
  GMainContext *context;  /* the one the journal belongs to */
  FasciaJournal *journal; /* (unowned) used on that context only; NULL once disposed */

  GMutex mutex; /* for all below, and for the state of every piece */
  GCond cond;
  GHashTable *pieces; /* those somebody waits for */
  guint n_calls;      /* commands that were not answered yet */
  gboolean is_closed;
} Link;

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
  Link *link;
  FasciaCliDbFunc func;     /* one of them: to write, … */
  FasciaCliSliceFunc slice; /* … or to read */
  gboolean is_repeatable;
  gpointer data; /* the command's own: only touched while RUNNING, for which the command waits */
  PieceState state;
  gboolean is_successful;
  GError *error;
} Piece;

/* One command. */
typedef struct
{
  Link *link;
  GDBusMethodInvocation *invocation;
  char *journal;
  char **argv;
  char *cwd;
  GTimeZone *zone;
  int streams[N_STREAMS];
} Call;

struct _FasciaJournalService
{
  GObject parent_instance;

  FasciaJournal *journal;
  GDBusConnection *connection;
  Link *link;
  guint registration;
  guint name; /* the bus name of the file */
};

G_DEFINE_FINAL_TYPE (FasciaJournalService, fascia_journal_service, G_TYPE_OBJECT)

static void
link_clear (gpointer data)
{
  Link *link = data;

  g_main_context_unref (link->context);
  g_mutex_clear (&link->mutex);
  g_cond_clear (&link->cond);
  g_hash_table_unref (link->pieces);
}

static void
link_unref (Link *link)
{
  g_atomic_rc_box_release_full (link, link_clear);
}

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_clear_error (&piece->error);
  link_unref (piece->link);
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
  Link *link = piece->link;

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
piece_new (Link *link, gpointer data)
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
  Link *link = piece->link;

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

/* The command's ways to the journal, on the command's thread. */
static gboolean
run_on_journal (FasciaCliDbFunc func, gpointer data, gpointer run_data, GError **error)
{
  Piece *piece = piece_new (run_data, data);

  piece->func = func;
  return carry_out (piece, error);
}

static gboolean
read_on_journal (FasciaCliSliceFunc slice,
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

static void
call_free (Call *call)
{
  for (guint i = 0; i < N_STREAMS; i++)
    {
      if (call->streams[i] >= 0)
        g_close (call->streams[i], NULL);
    }
  g_clear_pointer (&call->zone, g_time_zone_unref);
  g_free (call->cwd);
  g_free (call->journal);
  g_strfreev (call->argv);
  g_clear_object (&call->invocation);
  link_unref (call->link);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void
count_call (Link *link, int change)
{
  g_mutex_lock (&link->mutex);
  link->n_calls += (guint) change;
  g_cond_broadcast (&link->cond);
  g_mutex_unlock (&link->mutex);
}

/* On a thread of its own. */
static gpointer
on_call_begun (gpointer data)
{
  g_autoptr (Call) call = data;
  int status = 1;

  {
    g_auto (FasciaCliContext) context;

    fascia_cli_context_init (&context, call->cwd, call->journal,
                             g_get_real_time () / G_TIME_SPAN_MILLISECOND, call->zone,
                             call->streams[0], call->streams[1], call->streams[2]);
    context.run = run_on_journal;
    context.read = read_on_journal;
    context.run_data = call->link;

    g_autoptr (FasciaCliJob) job
        = fascia_cli_job_new (&context, (const char *const *) call->argv, &status);
    const FasciaCliNeeds needs
        = job != NULL ? fascia_cli_job_get_needs (job) : FASCIA_CLI_NEEDS_NOTHING;
    if (needs != FASCIA_CLI_NEEDS_NOTHING && needs != FASCIA_CLI_NEEDS_CLOSED)
      {
        fascia_cli_job_perform (job, &context);
        status = fascia_cli_job_tell (job, &context);
      }
  }

  g_dbus_method_invocation_return_value (g_steal_pointer (&call->invocation),
                                         g_variant_new ("(i)", status));
  count_call (call->link, -1);
  return NULL;
}

static gboolean
holds (FasciaJournalService *self, guint64 device, guint64 inode)
{
  struct stat status;

  return g_stat (fascia_journal_get_path (self->journal), &status) == 0
         && (guint64) status.st_dev == device && (guint64) status.st_ino == inode;
}

/* For a journal that is not there yet, or only just is. */
static gboolean
holds_path (FasciaJournalService *self, const char *path)
{
  g_autofree char *ours = g_canonicalize_filename (fascia_journal_get_path (self->journal), NULL);
  g_autofree char *theirs = g_canonicalize_filename (path, NULL);

  return g_str_equal (ours, theirs);
}

/* (nullable) NULL when the message makes no sense. */
static Call *
read_call (FasciaJournalService *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  GDBusMessage *message = g_dbus_method_invocation_get_message (invocation);
  GUnixFDList *list = g_dbus_message_get_unix_fd_list (message);
  g_autoptr (GVariant) argv = g_variant_get_child_value (parameters, 0);
  g_autoptr (GVariant) cwd = g_variant_get_child_value (parameters, 1);
  g_autoptr (GVariant) streams = g_variant_get_child_value (parameters, 5);
  g_autoptr (Call) call = g_new0 (Call, 1);
  const char *zone = NULL;

  call->link = g_atomic_rc_box_acquire (self->link);
  for (guint i = 0; i < N_STREAMS; i++)
    call->streams[i] = -1;
  call->argv = g_variant_dup_bytestring_array (argv, NULL);
  call->cwd = g_variant_dup_bytestring (cwd, NULL);
  call->journal = g_strdup (fascia_journal_get_path (self->journal));
  if (g_strv_length (call->argv) < 2 || !g_path_is_absolute (call->cwd) || list == NULL
      || g_variant_n_children (streams) != N_STREAMS)
    return NULL;
  for (guint i = 0; i < N_STREAMS; i++)
    {
      gint32 handle = -1;

      g_variant_get_child (streams, i, "h", &handle);
      if (handle < 0 || handle >= g_unix_fd_list_get_length (list))
        return NULL;
      call->streams[i] = g_unix_fd_list_get (list, handle, NULL);
      if (call->streams[i] < 0)
        return NULL;
    }

  /* "Local" is where the person typed it. */
  g_variant_get_child (parameters, 2, "&s", &zone);
  call->zone = g_time_zone_new_identifier (zone);
  if (call->zone == NULL)
    call->zone = g_time_zone_new_local ();
  return g_steal_pointer (&call);
}

static void
run_call (FasciaJournalService *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  g_autoptr (GError) error = NULL;
  guint64 device, inode;

  g_variant_get_child (parameters, 3, "t", &device);
  g_variant_get_child (parameters, 4, "t", &inode);
  if (!holds (self, device, inode))
    {
      g_dbus_method_invocation_return_dbus_error (invocation, FASCIA_JOURNAL_ERROR_OTHER,
                                                  "Another journal is open here");
      return;
    }
  g_autoptr (Call) call = read_call (self, parameters, invocation);
  if (call == NULL)
    {
      g_dbus_method_invocation_return_error_literal (
          invocation, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS, "This is no command line");
      return;
    }

  call->invocation = g_object_ref (invocation);
  count_call (self->link, 1);
  GThread *thread = g_thread_try_new ("fascia-command", on_call_begun, call, &error);
  if (thread == NULL)
    {
      count_call (self->link, -1);
      g_dbus_method_invocation_return_gerror (invocation, error);
      return;
    }
  g_steal_pointer (&call);
  /* The thread answers: that reference is now its own. */
  g_object_unref (invocation);
  g_thread_unref (thread);
}

static void
on_method_called (GDBusConnection *connection,
                  const char *sender,
                  const char *object_path,
                  const char *interface_name,
                  const char *method,
                  GVariant *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer user_data)
{
  FasciaJournalService *self = FASCIA_JOURNAL_SERVICE (user_data);

  if (g_str_equal (method, "Holds"))
    {
      guint64 device, inode;

      g_variant_get (parameters, "(tt)", &device, &inode);
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(b)", holds (self, device, inode)));
    }
  else if (g_str_equal (method, "HoldsPath"))
    {
      const char *path;

      g_variant_get (parameters, "(^&ay)", &path);
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(b)", holds_path (self, path)));
    }
  else
    {
      run_call (self, parameters, invocation);
    }
}

/* A window that keeps to itself is found by the name of its file. */
static void
on_journal_state_changed (FasciaJournalService *self)
{
  struct stat status;

  g_clear_handle_id (&self->name, g_bus_unown_name);
  if (fascia_journal_get_state (self->journal) != FASCIA_JOURNAL_READY
      || g_stat (fascia_journal_get_path (self->journal), &status) != 0)
    return;

  g_autofree char *name
      = fascia_cli_remote_dup_name ((guint64) status.st_dev, (guint64) status.st_ino);
  self->name = g_bus_own_name_on_connection (self->connection, name, G_BUS_NAME_OWNER_FLAGS_NONE,
                                             NULL, NULL, NULL, NULL);
}

/* Restored, repaired or erased: another file has the name of the journal. */
static void
on_journal_changed (FasciaJournalService *self, FasciaChangeFlags flags)
{
  if (flags == FASCIA_CHANGE_ALL)
    on_journal_state_changed (self);
}

static void
fascia_journal_service_dispose (GObject *object)
{
  FasciaJournalService *self = FASCIA_JOURNAL_SERVICE (object);
  Link *link = self->link;

  g_clear_handle_id (&self->name, g_bus_unown_name);
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  link->journal = NULL;

  g_mutex_lock (&link->mutex);
  gboolean was_closed = link->is_closed;
  link->is_closed = TRUE;
  GHashTableIter iter;
  gpointer piece;
  g_hash_table_iter_init (&iter, link->pieces);
  while (g_hash_table_iter_next (&iter, &piece, NULL))
    refuse (piece, NULL);
  gint64 until = g_get_monotonic_time () + (was_closed ? 0 : PATIENCE_US);
  while (link->n_calls > 0 && g_cond_wait_until (&link->cond, &link->mutex, until))
    ;
  g_mutex_unlock (&link->mutex);

  /* The answers must be out before the program ends. */
  if (self->connection != NULL && !g_dbus_connection_is_closed (self->connection))
    g_dbus_connection_flush_sync (self->connection, NULL, NULL);
  g_clear_object (&self->journal);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (fascia_journal_service_parent_class)->dispose (object);
}

static void
fascia_journal_service_finalize (GObject *object)
{
  FasciaJournalService *self = FASCIA_JOURNAL_SERVICE (object);

  link_unref (self->link);

  G_OBJECT_CLASS (fascia_journal_service_parent_class)->finalize (object);
}

static void
fascia_journal_service_class_init (FasciaJournalServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_journal_service_dispose;
  object_class->finalize = fascia_journal_service_finalize;
}

static void
fascia_journal_service_init (FasciaJournalService *self)
{
  self->link = g_atomic_rc_box_new0 (Link);
  self->link->context = g_main_context_ref_thread_default ();
  self->link->pieces = g_hash_table_new (NULL, NULL);
  g_mutex_init (&self->link->mutex);
  g_cond_init (&self->link->cond);
}

FasciaJournalService *
fascia_journal_service_new (FasciaJournal *journal,
                            GDBusConnection *connection,
                            const char *object_path,
                            GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_method_called };

  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), NULL);
  g_return_val_if_fail (object_path != NULL, NULL);

  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, error);
  if (node == NULL)
    return NULL;

  g_autoptr (FasciaJournalService) self = g_object_new (FASCIA_TYPE_JOURNAL_SERVICE, NULL);
  self->journal = g_object_ref (journal);
  self->connection = g_object_ref (connection);
  self->link->journal = journal;
  self->registration = g_dbus_connection_register_object (
      connection, object_path, node->interfaces[0], &vtable, self, NULL, error);
  if (self->registration == 0)
    return NULL;
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (on_journal_state_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  on_journal_state_changed (self);
  return g_steal_pointer (&self);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands of the command line, performed on the journal that a window has open. */

#include "config.h"

#include "fascia-journal-service.h"

#include <sys/stat.h>

#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>

#include "cli/fascia-cli-remote.h"
#include "fascia-service-link.h"

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

/* One command. */
typedef struct
{
  FasciaServiceLink *link;
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
  FasciaServiceLink *link;
  guint registration;
  guint name; /* the bus name of the file */
};

G_DEFINE_FINAL_TYPE (FasciaJournalService, fascia_journal_service, G_TYPE_OBJECT)

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
  fascia_service_link_unref (call->link);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

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
    context.run = fascia_service_link_run;
    context.read = fascia_service_link_read;
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
  fascia_service_link_count_call (call->link, -1);
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
  fascia_service_link_count_call (self->link, 1);
  GThread *thread = g_thread_try_new ("fascia-command", on_call_begun, call, &error);
  if (thread == NULL)
    {
      fascia_service_link_count_call (self->link, -1);
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
  FasciaServiceLink *link = self->link;

  g_clear_handle_id (&self->name, g_bus_unown_name);
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  link->journal = NULL;
  fascia_service_link_close (link, PATIENCE_US);

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

  fascia_service_link_unref (self->link);

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
  self->link = fascia_service_link_new ();
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

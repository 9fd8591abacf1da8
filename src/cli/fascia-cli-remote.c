/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands a command over to the window that has the journal open. */

#include "config.h"

#include "fascia-cli-remote.h"

#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <glib/gstdio.h>

char *
fascia_cli_remote_dup_name (guint64 device, guint64 inode)
{
  return g_strdup_printf (APPLICATION_ID ".Journal_%" G_GINT64_MODIFIER "x_%" G_GINT64_MODIFIER "x",
                          device, inode);
}

/* Without an address GLib would try to start a bus of its own. */
static GDBusConnection *
connect_to_bus (void)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);

  if (g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL && !g_file_test (socket, G_FILE_TEST_EXISTS))
    return NULL;

  GDBusConnection *connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (connection != NULL)
    g_dbus_connection_set_exit_on_close (connection, FALSE);
  return connection;
}

/* (nullable) (transfer full) The end of a pipe that says @secret in a line; it never lies in a file.
 * A pipe holds more than a person types. */
static GUnixFDList *
collect_secret (const char *secret)
{
  g_autofree char *line = g_strconcat (secret, "\n", NULL);
  int ends[2];

  if (strlen (line) > PIPE_BUF || !g_unix_open_pipe (ends, O_CLOEXEC, NULL))
    return NULL;
  g_autoptr (GUnixFDList) list = g_unix_fd_list_new ();
  gboolean is_told = write (ends[1], line, strlen (line)) == (gssize) strlen (line)
                     && g_unix_fd_list_append (list, ends[0], NULL) >= 0;

  explicit_bzero (line, strlen (line));
  g_close (ends[0], NULL);
  g_close (ends[1], NULL);
  return is_told ? g_steal_pointer (&list) : NULL;
}

/* A closed stream becomes one that swallows everything: the three keep their places. */
static GUnixFDList *
collect_streams (const char *secret)
{
  g_autoptr (GUnixFDList) list = secret != NULL ? collect_secret (secret) : g_unix_fd_list_new ();

  if (list == NULL)
    return NULL;
  for (int fd = secret != NULL ? STDOUT_FILENO : STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    {
      if (g_unix_fd_list_append (list, fd, NULL) >= 0)
        continue;

      int nowhere = g_open ("/dev/null", O_RDWR | O_CLOEXEC, 0);
      gboolean is_added = nowhere >= 0 && g_unix_fd_list_append (list, nowhere, NULL) >= 0;
      if (nowhere >= 0)
        g_close (nowhere, NULL);
      if (!is_added)
        return NULL;
    }
  return g_steal_pointer (&list);
}

static gboolean
is_held (GDBusConnection *connection, const char *name, const struct stat *file, int timeout_ms)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      connection, name, FASCIA_JOURNAL_OBJECT_PATH, FASCIA_JOURNAL_INTERFACE, "Holds",
      g_variant_new ("(tt)", (guint64) file->st_dev, (guint64) file->st_ino),
      G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, timeout_ms, NULL, NULL);
  gboolean held = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &held);
  return held;
}

/* (nullable) (transfer full) Who has the file open. */
static char *
find_window (GDBusConnection *connection, const struct stat *file, int timeout_ms)
{
  g_autofree char *name
      = fascia_cli_remote_dup_name ((guint64) file->st_dev, (guint64) file->st_ino);

  if (is_held (connection, APPLICATION_ID, file, timeout_ms))
    return g_strdup (APPLICATION_ID);
  if (is_held (connection, name, file, timeout_ms))
    return g_steal_pointer (&name);
  return NULL;
}

FasciaCliRemote
fascia_cli_remote_run (const char *const *argv,
                       const char *cwd,
                       GTimeZone *zone,
                       const char *journal,
                       const char *secret,
                       int timeout_ms,
                       int *status)
{
  g_return_val_if_fail (argv != NULL, FASCIA_CLI_REMOTE_NOBODY);
  g_return_val_if_fail (status != NULL, FASCIA_CLI_REMOTE_NOBODY);

  struct stat file;
  if (g_stat (journal, &file) != 0)
    return FASCIA_CLI_REMOTE_NOBODY;
  g_autoptr (GDBusConnection) connection = connect_to_bus ();
  if (connection == NULL)
    return FASCIA_CLI_REMOTE_NOBODY;
  g_autofree char *window = find_window (connection, &file, timeout_ms);
  if (window == NULL)
    return FASCIA_CLI_REMOTE_NOBODY;
  g_autoptr (GUnixFDList) streams = collect_streams (secret);
  if (streams == NULL)
    return FASCIA_CLI_REMOTE_NOBODY;

  GVariantBuilder handles;
  g_variant_builder_init_static (&handles, G_VARIANT_TYPE ("ah"));
  for (gint32 i = 0; i < g_unix_fd_list_get_length (streams); i++)
    g_variant_builder_add (&handles, "h", i);

  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_with_unix_fd_list_sync (
      connection, window, FASCIA_JOURNAL_OBJECT_PATH, FASCIA_JOURNAL_INTERFACE, "Run",
      g_variant_new ("(@aay@aysttah)", g_variant_new_bytestring_array (argv, -1),
                     g_variant_new_bytestring (cwd), g_time_zone_get_identifier (zone),
                     (guint64) file.st_dev, (guint64) file.st_ino, &handles),
      G_VARIANT_TYPE ("(i)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, streams, NULL, NULL,
      &error);
  if (reply != NULL)
    {
      g_variant_get (reply, "(i)", status);
      return FASCIA_CLI_REMOTE_DONE;
    }

  g_autofree char *refusal = g_dbus_error_get_remote_error (error);
  if (g_strcmp0 (refusal, FASCIA_JOURNAL_ERROR_OTHER) == 0
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT))
    return FASCIA_CLI_REMOTE_NOBODY;
  return FASCIA_CLI_REMOTE_LOST;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody beside the loudspeakers: a GTK media module that plays nothing and tells a test what was
 * to be heard, and when. GTK loads it where GTK_PATH and GTK_MEDIA say so; it is never installed.
 *
 * FASCIA_TEST_EAR names a socket at which the test listens; each sound is a line of it: milliseconds
 * of CLOCK_BOOTTIME, the volume in hundredths, and what was played. */

#include <gio/gunixsocketaddress.h>
#include <gmodule.h>
#include <gtk/gtk.h>
#include <time.h>

#define TEST_TYPE_EAR_FILE (test_ear_file_get_type ())
G_DECLARE_FINAL_TYPE (TestEarFile, test_ear_file, TEST, EAR_FILE, GtkMediaFile)

struct _TestEarFile
{
  GtkMediaFile parent_instance;
};

/* A module is loaded before its types are known, and stays. */
G_DEFINE_FINAL_TYPE (TestEarFile, test_ear_file, GTK_TYPE_MEDIA_FILE)

/* (transfer full) (nullable) Once; GTK plays from the thread of the windows alone. */
static GOutputStream *
dup_test (void)
{
  static GSocketConnection *connection;
  static gboolean is_tried;
  const char *path = g_getenv ("FASCIA_TEST_EAR");

  if (!is_tried && path != NULL)
    {
      g_autoptr (GSocketClient) client = g_socket_client_new ();
      g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);

      is_tried = TRUE;
      connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
    }
  return connection != NULL
             ? g_object_ref (g_io_stream_get_output_stream (G_IO_STREAM (connection)))
             : NULL;
}

static void
tell (GtkMediaStream *stream)
{
  g_autoptr (GOutputStream) test = dup_test ();
  GFile *file = gtk_media_file_get_file (GTK_MEDIA_FILE (stream));
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup ("?");
  g_autofree char *line = NULL;
  struct timespec now = { 0 };

  if (test == NULL)
    return;
  clock_gettime (CLOCK_BOOTTIME, &now);
  line = g_strdup_printf ("%" G_GINT64_FORMAT " %d %s\n",
                          now.tv_sec * G_GINT64_CONSTANT (1000) + now.tv_nsec / 1000000,
                          (int) (gtk_media_stream_get_volume (stream) * 100 + 0.5), name);
  g_output_stream_write_all (test, line, strlen (line), NULL, NULL, NULL);
}

/* Chimes are short: each is over before another one begins, and the same can be played again. */
static gboolean
test_ear_file_play (GtkMediaStream *stream)
{
  tell (stream);
  return FALSE;
}

static void
test_ear_file_open (GtkMediaFile *file)
{
  gtk_media_stream_stream_prepared (GTK_MEDIA_STREAM (file), TRUE, FALSE, TRUE, G_USEC_PER_SEC);
}

static void
test_ear_file_close (GtkMediaFile *file)
{
  gtk_media_stream_stream_unprepared (GTK_MEDIA_STREAM (file));
}

static void
test_ear_file_class_init (TestEarFileClass *klass)
{
  GTK_MEDIA_FILE_CLASS (klass)->open = test_ear_file_open;
  GTK_MEDIA_FILE_CLASS (klass)->close = test_ear_file_close;
  GTK_MEDIA_STREAM_CLASS (klass)->play = test_ear_file_play;
}

static void
test_ear_file_init (TestEarFile *self)
{
}

/* ---- the module ---- */

G_MODULE_EXPORT void g_io_module_load (GIOModule *module);
G_MODULE_EXPORT void g_io_module_unload (GIOModule *module);
G_MODULE_EXPORT char **g_io_module_query (void);

void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
  g_io_extension_point_implement (GTK_MEDIA_FILE_EXTENSION_POINT_NAME, TEST_TYPE_EAR_FILE,
                                  "fascia-test-ear", 0);
}

void
g_io_module_unload (GIOModule *module)
{
}

char **
g_io_module_query (void)
{
  const char *const points[] = { GTK_MEDIA_FILE_EXTENSION_POINT_NAME, NULL };

  return g_strdupv ((char **) points);
}

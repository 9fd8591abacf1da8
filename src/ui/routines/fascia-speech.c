/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The voice of a session: a client of speech-dispatcher, when that is there.
 *
 * The protocol is one line a command, and a text that a line with a single dot ends; answers are
 * lines that begin with a number. Nothing here waits for an answer: what cannot be said is shown. */

#include "config.h"

#include "fascia-speech.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gi18n.h>
#include <string.h>

/* What waits while there is no connection yet; more would be old news. */
#define MAX_WAITING 4096

struct _FasciaSpeech
{
  GObject parent_instance;

  char *path;
  GCancellable *cancellable;
  GSocketConnection *connection;
  GString *waiting; /* commands that are still to be written */
  GBytes *writing;  /* (nullable) those on their way */
  char answer[512];
  int volume;
  gboolean is_connecting;
  gboolean has_failed;
};

enum
{
  PROP_AVAILABLE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FasciaSpeech, fascia_speech, G_TYPE_OBJECT)

static void write_waiting (FasciaSpeech *self);
static void read_answers (FasciaSpeech *self);

/* ---- the connection ---- */

static void
give_up (FasciaSpeech *self)
{
  self->has_failed = TRUE;
  self->is_connecting = FALSE;
  g_clear_object (&self->connection);
  g_string_truncate (self->waiting, 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AVAILABLE]);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaSpeech) self = data;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->connection == NULL)
    return;
  if (n > 0)
    read_answers (self);
  else
    give_up (self);
}

static void
read_answers (FasciaSpeech *self)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (self->connection));

  g_input_stream_read_async (input, self->answer, sizeof self->answer, G_PRIORITY_DEFAULT,
                             self->cancellable, on_read, g_object_ref (self));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaSpeech) self = data;
  gboolean is_written
      = g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);

  g_clear_pointer (&self->writing, g_bytes_unref);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (is_written)
    write_waiting (self);
  else if (self->connection != NULL)
    give_up (self);
}

static void
write_waiting (FasciaSpeech *self)
{
  GOutputStream *output;
  gsize length = self->waiting->len;

  if (self->connection == NULL || self->writing != NULL || length == 0)
    return;
  output = g_io_stream_get_output_stream (G_IO_STREAM (self->connection));
  self->writing = g_bytes_new (self->waiting->str, length);
  g_string_truncate (self->waiting, 0);
  g_output_stream_write_all_async (output, g_bytes_get_data (self->writing, NULL), length,
                                   G_PRIORITY_DEFAULT, self->cancellable, on_written,
                                   g_object_ref (self));
}

/* "de-DE" of "de_DE.UTF-8"; no language of its own for "C". */
static char *
dup_language (void)
{
  const char *const *names = g_get_language_names ();
  g_auto (GStrv) parts = g_strsplit_set (names[0], ".@", 2);

  if (parts[0] == NULL || g_str_equal (parts[0], "C") || g_str_equal (parts[0], "POSIX"))
    return g_strdup ("en");
  return g_strdelimit (g_strdup (parts[0]), "_", '-');
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaSpeech) self = data;
  g_autofree char *language = dup_language ();
  g_autofree char *hello = NULL;
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection
      = g_socket_client_connect_finish (G_SOCKET_CLIENT (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_object (&connection);
      return;
    }
  self->is_connecting = FALSE;
  if (connection == NULL)
    {
      give_up (self);
      return;
    }
  self->connection = connection;
  self->has_failed = FALSE;
  hello = g_strdup_printf ("SET self CLIENT_NAME unknown:fascia:session\r\n"
                           "SET self LANGUAGE %s\r\n"
                           "SET self PRIORITY message\r\n"
                           "SET self VOLUME %d\r\n",
                           language, self->volume * 2 - 100);
  g_string_prepend (self->waiting, hello);
  read_answers (self);
  write_waiting (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AVAILABLE]);
}

static void
connect_to_it (FasciaSpeech *self)
{
  g_autoptr (GSocketClient) client = NULL;
  g_autoptr (GSocketAddress) address = NULL;

  if (self->connection != NULL || self->is_connecting)
    return;
  self->is_connecting = TRUE;
  client = g_socket_client_new ();
  address = g_unix_socket_address_new (self->path);
  g_socket_client_connect_async (client, G_SOCKET_CONNECTABLE (address), self->cancellable,
                                 on_connected, g_object_ref (self));
}

/* ---- what is said ---- */

static void
add_command (FasciaSpeech *self, const char *command)
{
  if (self->waiting->len > MAX_WAITING)
    return;
  g_string_append (self->waiting, command);
  connect_to_it (self);
  write_waiting (self);
}

void
fascia_speech_say (FasciaSpeech *self, const char *words)
{
  g_auto (GStrv) lines = g_strsplit_set (words, "\r\n", -1);
  g_autoptr (GString) command = g_string_new ("SPEAK\r\n");

  for (guint i = 0; lines[i] != NULL; i++)
    /* A line that begins with a dot would end the text. */
    g_string_append_printf (command, "%s%s\r\n", lines[i][0] == '.' ? "." : "", lines[i]);
  g_string_append (command, ".\r\n");
  add_command (self, command->str);
}

void
fascia_speech_hush (FasciaSpeech *self)
{
  if (self->connection == NULL)
    {
      g_string_truncate (self->waiting, 0);
      return;
    }
  add_command (self, "CANCEL self\r\n");
}

void
fascia_speech_set_volume (FasciaSpeech *self, int volume)
{
  g_autofree char *command = NULL;

  self->volume = CLAMP (volume, 0, 100);
  if (self->connection == NULL)
    return;
  command = g_strdup_printf ("SET self VOLUME %d\r\n", self->volume * 2 - 100);
  add_command (self, command);
}

gboolean
fascia_speech_has_failed (FasciaSpeech *self)
{
  return self->has_failed;
}

gboolean
fascia_speech_is_available (FasciaSpeech *self)
{
  return self->connection != NULL;
}

/* ---- the object ---- */

FasciaSpeech *
fascia_speech_new (const char *socket_path)
{
  FasciaSpeech *self = g_object_new (FASCIA_TYPE_SPEECH, NULL);

  self->path = socket_path != NULL ? g_strdup (socket_path)
                                   : g_build_filename (g_get_user_runtime_dir (),
                                                       "speech-dispatcher", "speechd.sock", NULL);
  connect_to_it (self);
  return self;
}

static void
fascia_speech_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_AVAILABLE:
      g_value_set_boolean (value, fascia_speech_is_available (FASCIA_SPEECH (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
fascia_speech_dispose (GObject *object)
{
  FasciaSpeech *self = FASCIA_SPEECH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (fascia_speech_parent_class)->dispose (object);
}

static void
fascia_speech_finalize (GObject *object)
{
  FasciaSpeech *self = FASCIA_SPEECH (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->writing, g_bytes_unref);
  g_string_free (self->waiting, TRUE);

  G_OBJECT_CLASS (fascia_speech_parent_class)->finalize (object);
}

static void
fascia_speech_class_init (FasciaSpeechClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fascia_speech_get_property;
  object_class->dispose = fascia_speech_dispose;
  object_class->finalize = fascia_speech_finalize;

  props[PROP_AVAILABLE] = g_param_spec_boolean ("available", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fascia_speech_init (FasciaSpeech *self)
{
  self->cancellable = g_cancellable_new ();
  self->waiting = g_string_new (NULL);
  self->volume = 50;
}

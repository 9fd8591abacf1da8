/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A server of voices for tests: it answers as speech-dispatcher does, or misbehaves.
 */

#pragma once

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

#include "fascia-test-utils.h"

typedef enum
{
  TEST_VOICE_GOOD = 0,
  TEST_VOICE_NO_LIST, /* its module cannot tell its voices */
  TEST_VOICE_SILENT,  /* takes everything, answers nothing */
  TEST_VOICE_NOISE,   /* answers with bytes that mean nothing, without an end of line */
  TEST_VOICE_HUGE,    /* answers with voices for ever */
} TestVoiceManner;

typedef struct
{
  char *path;
  GSocketService *service;
  GPtrArray *connections; /* GSocketConnection */
  GString *heard;         /* every line, each with "\n" */
  guint n_connections;
  TestVoiceManner manner;
  const char *language; /* of its only voice */
  const char *wanted;   /* for test_voice_has_heard() */
} TestVoice;

typedef struct
{
  TestVoice *voice;
  GSocketConnection *connection;
  GDataInputStream *input;
  gboolean is_text;
} TestVoiceClient;

static void
test_voice_client_free (TestVoiceClient *client)
{
  g_object_unref (client->connection);
  g_object_unref (client->input);
  g_free (client);
}

/* Into the buffer of the socket: enough for tests, and nothing here waits. */
static void
test_voice_answer (TestVoiceClient *client, const char *text)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (client->connection));

  g_pollable_output_stream_write_nonblocking (G_POLLABLE_OUTPUT_STREAM (output), text,
                                              strlen (text), NULL, NULL);
}

static void
test_voice_list (TestVoiceClient *client)
{
  g_autofree char *list = NULL;

  if (client->voice->manner == TEST_VOICE_NO_LIST)
    {
      test_voice_answer (client, "304 CANT LIST VOICES\r\n");
      return;
    }
  list = g_strdup_printf ("249-Anybody\t%s\tnone\r\n249 OK VOICE LIST SENT\r\n",
                          client->voice->language);
  test_voice_answer (client, list);
}

static void
test_voice_reply (TestVoiceClient *client, const char *line)
{
  switch (client->voice->manner)
    {
    case TEST_VOICE_SILENT:
      return;
    case TEST_VOICE_NOISE:
      {
        g_autofree char *noise = g_strnfill (30000, (char) 0xC3);

        test_voice_answer (client, noise);
        return;
      }
    case TEST_VOICE_HUGE:
      for (guint i = 0; i < 3000; i++)
        test_voice_answer (client, "249-x\tzz\tnone\r\n");
      return;
    case TEST_VOICE_GOOD:
    case TEST_VOICE_NO_LIST:
    default:
      break;
    }
  if (client->is_text)
    {
      client->is_text = strcmp (line, ".") != 0;
      if (!client->is_text)
        test_voice_answer (client, "225-1\r\n225 OK MESSAGE QUEUED\r\n");
    }
  else if (strcmp (line, "SPEAK") == 0)
    {
      client->is_text = TRUE;
      test_voice_answer (client, "230 OK RECEIVING DATA\r\n");
    }
  else if (g_str_has_prefix (line, "LIST "))
    test_voice_list (client);
  else
    test_voice_answer (client, "208 OK\r\n");
}

static void
test_voice_on_line (GObject *source, GAsyncResult *result, gpointer data)
{
  TestVoiceClient *client = data;
  g_autofree char *line
      = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);

  if (line == NULL || client->voice->service == NULL)
    {
      test_voice_client_free (client);
      return;
    }
  g_string_append_printf (client->voice->heard, "%s\n", line);
  test_voice_reply (client, line);
  g_data_input_stream_read_line_async (client->input, G_PRIORITY_DEFAULT, NULL, test_voice_on_line,
                                       client);
}

static gboolean
test_voice_on_incoming (GSocketService *service,
                        GSocketConnection *connection,
                        GObject *source,
                        gpointer data)
{
  TestVoice *voice = data;
  TestVoiceClient *client = g_new0 (TestVoiceClient, 1);

  client->voice = voice;
  client->connection = g_object_ref (connection);
  client->input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_data_input_stream_set_newline_type (client->input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  g_ptr_array_add (voice->connections, g_object_ref (connection));
  voice->n_connections++;
  g_data_input_stream_read_line_async (client->input, G_PRIORITY_DEFAULT, NULL, test_voice_on_line,
                                       client);
  return TRUE;
}

/* Begins to listen at its path. */
static void G_GNUC_UNUSED
test_voice_start (TestVoice *voice)
{
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (voice->path);
  g_autoptr (GError) error = NULL;

  g_remove (voice->path);
  voice->service = g_socket_service_new ();
  g_socket_listener_add_address (G_SOCKET_LISTENER (voice->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (voice->service, "incoming", G_CALLBACK (test_voice_on_incoming), voice);
}

/* As when it is killed: whoever talks to it finds the line dead. */
static void G_GNUC_UNUSED
test_voice_stop (TestVoice *voice)
{
  if (voice->service == NULL)
    return;
  g_socket_service_stop (voice->service);
  g_socket_listener_close (G_SOCKET_LISTENER (voice->service));
  g_clear_object (&voice->service);
  for (guint i = 0; i < voice->connections->len; i++)
    g_socket_close (g_socket_connection_get_socket (g_ptr_array_index (voice->connections, i)),
                    NULL);
  g_ptr_array_set_size (voice->connections, 0);
  g_remove (voice->path);
}

static TestVoice *G_GNUC_UNUSED
test_voice_new (FasciaTestDir *dir)
{
  TestVoice *voice = g_new0 (TestVoice, 1);

  voice->path = fascia_test_dir_build (dir, "speechd.sock");
  voice->connections = g_ptr_array_new_with_free_func (g_object_unref);
  voice->heard = g_string_new (NULL);
  voice->language = "en-us";
  return voice;
}

static void G_GNUC_UNUSED
test_voice_free (TestVoice *voice)
{
  test_voice_stop (voice);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_unref (voice->connections);
  g_string_free (voice->heard, TRUE);
  g_free (voice->path);
  g_free (voice);
}

static gboolean G_GNUC_UNUSED
test_voice_has_heard (gpointer data)
{
  TestVoice *voice = data;

  return strstr (voice->heard->str, voice->wanted) != NULL;
}

static void G_GNUC_UNUSED
test_voice_assert_hears (TestVoice *voice, const char *words)
{
  voice->wanted = words;
  fascia_test_assert_until (test_voice_has_heard, voice);
}

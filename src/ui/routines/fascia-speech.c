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

/* Sentences that wait while nobody can say them yet; more would be old news. */
#define MAX_WAITING 8
/* Answers come at once; a longer silence is that of nobody. */
#define ANSWER_MS 5000
/* More of an answer is not looked at. */
#define MAX_LINE 512
/* Voices of more languages than anybody has; then it is noise. */
#define MAX_VOICES 20000
#define PROGRAM "speech-dispatcher"

struct _FasciaSpeech
{
  GObject parent_instance;

  char *path;
  char *language;
  GCancellable *cancellable; /* of the connection that is, or is being made */
  GSocketConnection *connection;
  GString *orders;  /* what sets things, still to be written: before any words */
  GPtrArray *words; /* char *: what is to be said, still to be written */
  gboolean is_writing;
  GString *line; /* the answer that is being read */
  guint answer_source;
  guint patience_ms;
  guint n_voices;
  gboolean has_language; /* one of the voices speaks it */
  gboolean is_known;     /* who is at the other end has told what it can do, or has failed */
  int volume;
  gboolean is_connecting;
  gboolean may_start; /* its program, which is not running yet, once */
  FasciaSpeechTrouble trouble;
};

enum
{
  PROP_AVAILABLE = 1,
  PROP_KNOWN,
  N_PROPS,
};

enum
{
  SIGNAL_NOT_SAID,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaSpeech, fascia_speech, G_TYPE_OBJECT)

/* ---- what an operation keeps alive: its own bytes, never the object ---- */

typedef struct
{
  GWeakRef self;
  GCancellable *cancellable;
  GBytes *bytes;         /* (nullable) being written */
  char answer[MAX_LINE]; /* being read */
} Operation;

static Operation *
operation_new (FasciaSpeech *self, GBytes *bytes)
{
  Operation *operation = g_new0 (Operation, 1);

  g_weak_ref_init (&operation->self, self);
  operation->cancellable = g_object_ref (self->cancellable);
  operation->bytes = bytes;
  return operation;
}

static void
operation_free (Operation *operation)
{
  g_weak_ref_clear (&operation->self);
  g_object_unref (operation->cancellable);
  g_clear_pointer (&operation->bytes, g_bytes_unref);
  g_free (operation);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Operation, operation_free)

/* (transfer full) (nullable) Whom it is for, unless the connection that it belongs to is gone. */
static FasciaSpeech *
operation_get (Operation *operation)
{
  if (g_cancellable_is_cancelled (operation->cancellable))
    return NULL;
  return g_weak_ref_get (&operation->self);
}

static void write_waiting (FasciaSpeech *self);
static void read_answers (FasciaSpeech *self, Operation *operation);

/* ---- the end of a connection ---- */

static void
set_known (FasciaSpeech *self)
{
  if (self->is_known)
    return;
  self->is_known = TRUE;
  write_waiting (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KNOWN]);
}

static void
hang_up (FasciaSpeech *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->answer_source, g_source_remove);
  g_clear_object (&self->connection);
  g_string_truncate (self->orders, 0);
  g_string_truncate (self->line, 0);
  self->is_connecting = FALSE;
  self->is_writing = FALSE;
}

static void
give_up (FasciaSpeech *self, FasciaSpeechTrouble trouble)
{
  g_autoptr (GPtrArray) unsaid = g_steal_pointer (&self->words);

  self->words = g_ptr_array_new_with_free_func (g_free);
  hang_up (self);
  self->trouble = trouble;
  set_known (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AVAILABLE]);
  for (guint i = 0; i < unsaid->len; i++)
    g_signal_emit (self, signals[SIGNAL_NOT_SAID], 0, g_ptr_array_index (unsaid, i));
}

static gboolean
on_no_answer (gpointer data)
{
  FasciaSpeech *self = data;

  self->answer_source = 0;
  give_up (self, FASCIA_SPEECH_NOT_REACHED);
  return G_SOURCE_REMOVE;
}

static void
expect_answer (FasciaSpeech *self)
{
  if (self->answer_source == 0)
    self->answer_source = g_timeout_add (self->patience_ms, on_no_answer, self);
}

/* ---- what is answered ---- */

/* "249-name<tab>language<tab>variant" for each voice, "249 OK ..." after the last one. */
static gboolean
take_line (FasciaSpeech *self, const char *line)
{
  if (g_str_has_prefix (line, "249-"))
    {
      g_auto (GStrv) parts = g_strsplit (line + 4, "\t", 3);

      self->n_voices++;
      if (parts[0] != NULL && parts[1] != NULL
          && fascia_speech_is_language (parts[1], self->language))
        self->has_language = TRUE;
    }
  else if (g_str_has_prefix (line, "249 ") || g_str_has_prefix (line, "304 "))
    {
      /* A list without any voice, or none at all: what would speak is an apology in English. */
      if (!self->has_language)
        {
          give_up (self, FASCIA_SPEECH_NO_VOICE);
          return FALSE;
        }
      set_known (self);
    }
  else if (line[0] >= '3' && line[0] <= '5')
    /* Somebody who does not know the list of voices may speak all the same. */
    set_known (self);
  return self->n_voices <= MAX_VOICES;
}

static gboolean
take_answer (FasciaSpeech *self, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (bytes[i] == '\n')
      {
        g_autofree char *line = g_utf8_make_valid (self->line->str, (gssize) self->line->len);

        g_string_truncate (self->line, 0);
        if (!take_line (self, g_strchomp (line)))
          return FALSE;
      }
    else if (self->line->len < MAX_LINE)
      g_string_append_c (self->line, bytes[i] != '\0' ? bytes[i] : '?');
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Operation) operation = data;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);
  g_autoptr (FasciaSpeech) self = operation_get (operation);
  gboolean is_going_on;

  if (self == NULL)
    return;
  if (n <= 0)
    {
      give_up (self, FASCIA_SPEECH_NOT_REACHED);
      return;
    }
  is_going_on = take_answer (self, operation->answer, (gsize) n);
  /* Whatever is talked until then, that is what was asked. */
  if (self->is_known)
    g_clear_handle_id (&self->answer_source, g_source_remove);
  if (is_going_on)
    read_answers (self, g_steal_pointer (&operation));
  else if (self->connection != NULL)
    give_up (self, FASCIA_SPEECH_NOT_REACHED);
}

/* @operation: (transfer full) */
static void
read_answers (FasciaSpeech *self, Operation *operation)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (self->connection));

  g_input_stream_read_async (input, operation->answer, sizeof operation->answer, G_PRIORITY_DEFAULT,
                             self->cancellable, on_read, operation);
}

/* ---- what is written ---- */

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Operation) operation = data;
  gboolean is_written
      = g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  g_autoptr (FasciaSpeech) self = operation_get (operation);

  if (self == NULL)
    return;
  self->is_writing = FALSE;
  if (is_written)
    write_waiting (self);
  else
    give_up (self, FASCIA_SPEECH_NOT_REACHED);
}

static void
append_words (GString *all, const char *words)
{
  g_auto (GStrv) lines = g_strsplit_set (words, "\r\n", -1);

  g_string_append (all, "SPEAK\r\n");
  for (guint i = 0; lines[i] != NULL; i++)
    /* A line that begins with a dot would end the text. */
    g_string_append_printf (all, "%s%s\r\n", lines[i][0] == '.' ? "." : "", lines[i]);
  g_string_append (all, ".\r\n");
}

/* Words wait until it is known that there is a voice for them. */
static void
write_waiting (FasciaSpeech *self)
{
  g_autoptr (GString) all = NULL;
  Operation *operation;
  guint n_words = self->is_known ? self->words->len : 0;

  if (self->connection == NULL || self->is_writing || (self->orders->len == 0 && n_words == 0))
    return;
  all = g_string_new_len (self->orders->str, (gssize) self->orders->len);
  g_string_truncate (self->orders, 0);
  for (guint i = 0; i < n_words; i++)
    append_words (all, g_ptr_array_index (self->words, i));
  if (n_words > 0)
    g_ptr_array_set_size (self->words, 0);
  operation = operation_new (self, g_string_free_to_bytes (g_steal_pointer (&all)));
  self->is_writing = TRUE;
  expect_answer (self);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (G_IO_STREAM (self->connection)),
                                   g_bytes_get_data (operation->bytes, NULL),
                                   g_bytes_get_size (operation->bytes), G_PRIORITY_DEFAULT,
                                   self->cancellable, on_written, operation);
}

/* ---- the language ---- */

char *
fascia_speech_dup_language (const char *translated, const char *locale)
{
  g_auto (GStrv) parts = g_strsplit_set (locale != NULL ? locale : "", ".@", 2);
  g_autofree char *own = g_strdelimit (g_strdup (parts[0] != NULL ? parts[0] : ""), "_", '-');
  g_auto (GStrv) shown = g_strsplit_set (
      translated != NULL && g_ascii_isalpha (translated[0]) ? translated : "en", ".@ \n", 2);
  char *language = g_strdelimit (g_strdup (shown[0]), "_", '-');

  if (!fascia_speech_is_language (own, language) || strlen (own) < strlen (language))
    return language;
  g_free (language);
  return g_steal_pointer (&own);
}

gboolean
fascia_speech_is_language (const char *voice, const char *language)
{
  g_return_val_if_fail (voice != NULL && language != NULL, FALSE);

  gsize n = strcspn (language, "-_");

  return n > 0 && strcspn (voice, "-_") == n && g_ascii_strncasecmp (voice, language, n) == 0;
}

/* What a catalogue says of itself stands under the empty message. */
static char *
dup_language (void)
{
  static const char header[] = "";
  g_auto (GStrv) lines = g_strsplit (g_dgettext (GETTEXT_PACKAGE, header), "\n", -1);
  const char *translated = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Language: "))
      translated = lines[i] + strlen ("Language: ");
  return fascia_speech_dup_language (translated, g_get_language_names ()[0]);
}

/* ---- the connection ---- */

static void
append_volume (FasciaSpeech *self)
{
  g_string_append_printf (self->orders, "SET self VOLUME %d\r\n", self->volume * 2 - 100);
}

static void connect_to_it (FasciaSpeech *self);

static void
on_started (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Operation) operation = data;
  gboolean is_started = g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL);
  g_autoptr (FasciaSpeech) self = operation_get (operation);

  if (self == NULL)
    return;
  self->is_connecting = FALSE;
  if (is_started)
    connect_to_it (self);
  else
    give_up (self, FASCIA_SPEECH_NOT_REACHED);
}

/* Where the session does not listen for it, each client starts the server: it is there when its
 * starter has ended, and goes by itself when nobody needs it any more. */
static gboolean
start (FasciaSpeech *self)
{
  g_autofree char *program = self->may_start ? g_find_program_in_path (PROGRAM) : NULL;
  g_autoptr (GSubprocess) starter = NULL;

  self->may_start = FALSE;
  if (program == NULL)
    return FALSE;
  starter = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              NULL, program, "--spawn", NULL);
  if (starter == NULL)
    return FALSE;
  g_subprocess_wait_check_async (starter, self->cancellable, on_started,
                                 operation_new (self, NULL));
  return TRUE;
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Operation) operation = data;
  g_autoptr (GSocketConnection) connection
      = g_socket_client_connect_finish (G_SOCKET_CLIENT (source), result, NULL);
  g_autoptr (FasciaSpeech) self = operation_get (operation);

  if (self == NULL)
    return;
  if (connection == NULL)
    {
      if (!start (self))
        give_up (self, FASCIA_SPEECH_NOT_REACHED);
      return;
    }
  self->is_connecting = FALSE;
  self->connection = g_steal_pointer (&connection);
  self->trouble = FASCIA_SPEECH_FINE;
  self->is_known = FALSE;
  self->n_voices = 0;
  self->has_language = FALSE;
  g_string_printf (self->orders,
                   "SET self CLIENT_NAME unknown:fascia:session\r\n"
                   "SET self LANGUAGE %s\r\n"
                   "SET self PRIORITY message\r\n"
                   "LIST SYNTHESIS_VOICES\r\n",
                   self->language);
  append_volume (self);
  read_answers (self, operation_new (self, NULL));
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
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  client = g_socket_client_new ();
  address = g_unix_socket_address_new (self->path);
  expect_answer (self);
  g_socket_client_connect_async (client, G_SOCKET_CONNECTABLE (address), self->cancellable,
                                 on_connected, operation_new (self, NULL));
}

/* ---- what is said ---- */

void
fascia_speech_say (FasciaSpeech *self, const char *words)
{
  g_return_if_fail (FASCIA_IS_SPEECH (self));
  g_return_if_fail (words != NULL);

  if (self->trouble != FASCIA_SPEECH_FINE)
    {
      /* A voice that is missing does not come while one lies on the floor; a server may. */
      if (self->trouble == FASCIA_SPEECH_NOT_REACHED)
        connect_to_it (self);
      g_signal_emit (self, signals[SIGNAL_NOT_SAID], 0, words);
      return;
    }
  if (self->words->len == MAX_WAITING)
    g_ptr_array_remove_index (self->words, 0);
  g_ptr_array_add (self->words, g_strdup (words));
  connect_to_it (self);
  write_waiting (self);
}

void
fascia_speech_open (FasciaSpeech *self)
{
  g_return_if_fail (FASCIA_IS_SPEECH (self));

  if (self->trouble == FASCIA_SPEECH_FINE)
    connect_to_it (self);
}

void
fascia_speech_hush (FasciaSpeech *self)
{
  g_return_if_fail (FASCIA_IS_SPEECH (self));

  g_ptr_array_set_size (self->words, 0);
  if (self->connection == NULL)
    return;
  g_string_append (self->orders, "CANCEL self\r\n");
  write_waiting (self);
}

void
fascia_speech_set_volume (FasciaSpeech *self, int volume)
{
  g_return_if_fail (FASCIA_IS_SPEECH (self));

  volume = CLAMP (volume, 0, 100);
  if (volume == self->volume)
    return;
  self->volume = volume;
  if (self->connection == NULL)
    return;
  append_volume (self);
  write_waiting (self);
}

gboolean
fascia_speech_has_failed (FasciaSpeech *self)
{
  return self->trouble != FASCIA_SPEECH_FINE;
}

FasciaSpeechTrouble
fascia_speech_get_trouble (FasciaSpeech *self)
{
  return self->trouble;
}

gboolean
fascia_speech_is_available (FasciaSpeech *self)
{
  return self->connection != NULL;
}

void
fascia_speech_set_patience (FasciaSpeech *self, guint ms)
{
  self->patience_ms = ms;
  if (self->answer_source == 0)
    return;
  g_clear_handle_id (&self->answer_source, g_source_remove);
  expect_answer (self);
}

gboolean
fascia_speech_is_known (FasciaSpeech *self)
{
  return self->is_known;
}

/* ---- the object ---- */

/* (nullable) As every client of it does: a place of one's own may be named in the environment. */
static char *
dup_named_path (void)
{
  const char *address = g_getenv ("SPEECHD_ADDRESS");

  return address != NULL && g_str_has_prefix (address, "unix_socket:/")
             ? g_strdup (address + strlen ("unix_socket:"))
             : NULL;
}

FasciaSpeech *
fascia_speech_new (const char *socket_path)
{
  FasciaSpeech *self = g_object_new (FASCIA_TYPE_SPEECH, NULL);

  self->path = socket_path != NULL ? g_strdup (socket_path) : dup_named_path ();
  /* Whoever named a place knows who is there. */
  if (self->path == NULL)
    {
      self->may_start = TRUE;
      self->path = g_build_filename (g_get_user_runtime_dir (), PROGRAM, "speechd.sock", NULL);
    }
  self->language = dup_language ();
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
    case PROP_KNOWN:
      g_value_set_boolean (value, fascia_speech_is_known (FASCIA_SPEECH (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
fascia_speech_dispose (GObject *object)
{
  hang_up (FASCIA_SPEECH (object));

  G_OBJECT_CLASS (fascia_speech_parent_class)->dispose (object);
}

static void
fascia_speech_finalize (GObject *object)
{
  FasciaSpeech *self = FASCIA_SPEECH (object);

  g_free (self->path);
  g_free (self->language);
  g_string_free (self->orders, TRUE);
  g_ptr_array_unref (self->words);
  g_string_free (self->line, TRUE);

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
  props[PROP_KNOWN] = g_param_spec_boolean ("known", NULL, NULL, FALSE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_NOT_SAID] = g_signal_new ("not-said", FASCIA_TYPE_SPEECH, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fascia_speech_init (FasciaSpeech *self)
{
  self->orders = g_string_new (NULL);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->line = g_string_new (NULL);
  self->volume = 50;
  self->patience_ms = ANSWER_MS;
}

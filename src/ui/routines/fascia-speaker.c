/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chimes through the loudspeakers, and words after them. */

#include "config.h"

#include "fascia-speaker.h"

#include <gtk/gtk.h>

/* Making one ready takes about a tenth of a second: each alone, and not while the page slides in. */
#define PREPARE_MS 200

struct _FasciaSpeaker
{
  GObject parent_instance;

  FasciaSpeech *speech;
  GtkMediaStream *chimes[FASCIA_CHIME_END + 1];
  GQueue waiting; /* words */
  guint source;   /* while a chime is heard */
  guint preparing;
  FasciaBodySetup *setup; /* (nullable) */
  FasciaSpeakerKeys keys; /* of the settings that are followed */
  int chime_volume;
  int voice_volume;
};

static void fascia_speaker_cue_sink_init (FasciaCueSinkInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FasciaSpeaker,
                               fascia_speaker,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FASCIA_TYPE_CUE_SINK,
                                                      fascia_speaker_cue_sink_init))

/* ---- words ---- */

static gboolean
on_chime_over (gpointer data)
{
  FasciaSpeaker *self = data;
  char *words;

  self->source = 0;
  while ((words = g_queue_pop_head (&self->waiting)) != NULL)
    {
      fascia_speech_say (self->speech, words);
      g_free (words);
    }
  return G_SOURCE_REMOVE;
}

static void
fascia_speaker_say (FasciaCueSink *sink, const char *words)
{
  FasciaSpeaker *self = FASCIA_SPEAKER (sink);

  if (self->voice_volume == 0)
    return;
  if (self->source != 0)
    g_queue_push_tail (&self->waiting, g_strdup (words));
  else
    fascia_speech_say (self->speech, words);
}

static void
fascia_speaker_hush (FasciaCueSink *sink)
{
  FasciaSpeaker *self = FASCIA_SPEAKER (sink);

  g_queue_clear_full (&self->waiting, g_free);
  fascia_speech_hush (self->speech);
}

/* ---- chimes ---- */

/* Words never wait longer, whatever the loudspeakers do. */
guint
fascia_speaker_get_chime_ms (FasciaChime chime)
{
  switch (chime)
    {
    case FASCIA_CHIME_START:
    case FASCIA_CHIME_SWITCH:
      return 850;
    case FASCIA_CHIME_HALF:
      return 600;
    case FASCIA_CHIME_COUNT:
      return 160;
    case FASCIA_CHIME_END:
      return 900;
    case FASCIA_CHIME_NONE:
    default:
      return 0;
    }
}

static GtkMediaStream *
get_chime (FasciaSpeaker *self, FasciaChime chime)
{
  g_autofree char *path = NULL;

  if (self->chimes[chime] != NULL)
    return self->chimes[chime];
  path = g_strdup_printf (RESOURCE_BASE_PATH "/sounds/%s.oga", fascia_chime_to_code (chime));
  self->chimes[chime] = gtk_media_file_new_for_resource (path);
  return self->chimes[chime];
}

/* What plays sounds takes its time to begin, the first time: not in the middle of a hold. */
static gboolean
on_prepare (gpointer data)
{
  FasciaSpeaker *self = data;

  for (guint i = FASCIA_CHIME_NONE + 1; i < G_N_ELEMENTS (self->chimes); i++)
    if (self->chimes[i] == NULL)
      {
        get_chime (self, (FasciaChime) i);
        return G_SOURCE_CONTINUE;
      }
  self->preparing = 0;
  return G_SOURCE_REMOVE;
}

static void
prepare (FasciaSpeaker *self)
{
  if (self->preparing == 0)
    self->preparing = g_timeout_add_full (G_PRIORITY_LOW, PREPARE_MS, on_prepare, self, NULL);
}

static void
play (GtkMediaStream *stream)
{
  if (gtk_media_stream_get_playing (stream))
    gtk_media_stream_seek (stream, 0);
  else
    /* From its beginning again, once it has come to its end. */
    gtk_media_stream_play (stream);
}

static void
fascia_speaker_chime (FasciaCueSink *sink, FasciaChime chime)
{
  FasciaSpeaker *self = FASCIA_SPEAKER (sink);
  GtkMediaStream *stream;

  if (self->chime_volume == 0 || chime == FASCIA_CHIME_NONE || chime > FASCIA_CHIME_END)
    return;
  stream = get_chime (self, chime);
  gtk_media_stream_set_volume (stream, self->chime_volume / 100.0);
  if (gtk_media_stream_get_error (stream) == NULL)
    play (stream);
  else if (gdk_display_get_default () != NULL)
    gdk_display_beep (gdk_display_get_default ());
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (fascia_speaker_get_chime_ms (chime), on_chime_over, self);
}

gboolean
fascia_speaker_can_chime (FasciaSpeaker *self)
{
  g_return_val_if_fail (FASCIA_IS_SPEAKER (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (self->chimes); i++)
    if (self->chimes[i] != NULL && gtk_media_stream_get_error (self->chimes[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* ---- the settings ---- */

static int
read_volume (const FasciaSettings *settings,
             const char *key,
             gboolean fallback,
             const char *volume_key)
{
  if (!fascia_settings_get_boolean (settings, key, fallback))
    return 0;
  return (int) CLAMP (fascia_settings_get_int64 (settings, volume_key, FASCIA_SPEAKER_VOLUME), 1,
                      100);
}

int
fascia_speaker_read_chime_volume (const FasciaSettings *settings)
{
  return read_volume (settings, FASCIA_SETTING_PLAYER_CHIME, TRUE,
                      FASCIA_SETTING_PLAYER_CHIME_VOLUME);
}

int
fascia_speaker_read_voice_volume (const FasciaSettings *settings)
{
  return read_volume (settings, FASCIA_SETTING_PLAYER_VOICE, TRUE,
                      FASCIA_SETTING_PLAYER_VOICE_VOLUME);
}

static void
on_settings_changed (FasciaSpeaker *self)
{
  FasciaSettings *settings = fascia_body_setup_get_settings (self->setup);

  fascia_speaker_set_chime_volume (self,
                                   read_volume (settings, self->keys.chime, self->keys.fallback,
                                                FASCIA_SETTING_PLAYER_CHIME_VOLUME));
  fascia_speaker_set_voice_volume (self,
                                   read_volume (settings, self->keys.voice, self->keys.fallback,
                                                FASCIA_SETTING_PLAYER_VOICE_VOLUME));
}

void
fascia_speaker_follow (FasciaSpeaker *self, FasciaBodySetup *setup)
{
  const FasciaSpeakerKeys keys = { FASCIA_SETTING_PLAYER_CHIME, FASCIA_SETTING_PLAYER_VOICE, TRUE };

  fascia_speaker_follow_keys (self, setup, &keys);
}

void
fascia_speaker_follow_keys (FasciaSpeaker *self,
                            FasciaBodySetup *setup,
                            const FasciaSpeakerKeys *keys)
{
  g_return_if_fail (FASCIA_IS_SPEAKER (self));
  g_return_if_fail (FASCIA_IS_BODY_SETUP (setup));
  g_return_if_fail (self->setup == NULL);
  g_return_if_fail (keys != NULL);

  self->keys = *keys;
  self->setup = g_object_ref (setup);
  g_signal_connect_object (setup, "notify::settings", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED);
  on_settings_changed (self);
}

/* ---- the object ---- */

int
fascia_speaker_get_chime_volume (FasciaSpeaker *self)
{
  return self->chime_volume;
}

int
fascia_speaker_get_voice_volume (FasciaSpeaker *self)
{
  return self->voice_volume;
}

void
fascia_speaker_set_chime_volume (FasciaSpeaker *self, int volume)
{
  g_return_if_fail (FASCIA_IS_SPEAKER (self));

  self->chime_volume = CLAMP (volume, 0, 100);
  if (self->chime_volume > 0)
    prepare (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->chimes); i++)
    if (self->chimes[i] != NULL)
      gtk_media_stream_set_volume (self->chimes[i], self->chime_volume / 100.0);
}

void
fascia_speaker_set_voice_volume (FasciaSpeaker *self, int volume)
{
  g_return_if_fail (FASCIA_IS_SPEAKER (self));

  const int before = self->voice_volume;

  self->voice_volume = CLAMP (volume, 0, 100);
  if (self->voice_volume > 0)
    {
      fascia_speech_set_volume (self->speech, self->voice_volume);
      fascia_speech_open (self->speech);
    }
  else if (before > 0)
    fascia_speaker_hush (FASCIA_CUE_SINK (self));
}

FasciaSpeaker *
fascia_speaker_new (FasciaSpeech *speech)
{
  g_return_val_if_fail (FASCIA_IS_SPEECH (speech), NULL);

  FasciaSpeaker *self = g_object_new (FASCIA_TYPE_SPEAKER, NULL);

  self->speech = g_object_ref (speech);
  return self;
}

static void
fascia_speaker_dispose (GObject *object)
{
  FasciaSpeaker *self = FASCIA_SPEAKER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->preparing, g_source_remove);
  g_queue_clear_full (&self->waiting, g_free);
  g_clear_object (&self->setup);
  for (guint i = 0; i < G_N_ELEMENTS (self->chimes); i++)
    g_clear_object (&self->chimes[i]);
  g_clear_object (&self->speech);

  G_OBJECT_CLASS (fascia_speaker_parent_class)->dispose (object);
}

static void
fascia_speaker_class_init (FasciaSpeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_speaker_dispose;
}

static void
fascia_speaker_cue_sink_init (FasciaCueSinkInterface *iface)
{
  iface->chime = fascia_speaker_chime;
  iface->say = fascia_speaker_say;
  iface->hush = fascia_speaker_hush;
}

static void
fascia_speaker_init (FasciaSpeaker *self)
{
  g_queue_init (&self->waiting);
  self->chime_volume = FASCIA_SPEAKER_VOLUME;
  self->voice_volume = FASCIA_SPEAKER_VOLUME;
}

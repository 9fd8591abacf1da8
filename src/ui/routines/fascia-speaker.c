/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chimes through the loudspeakers, and words after them. */

#include "config.h"

#include "fascia-speaker.h"

#include <gtk/gtk.h>

/* The longest chime; words never wait longer, whatever the loudspeakers do. */
#define CHIME_MS 900

struct _FasciaSpeaker
{
  GObject parent_instance;

  FasciaSpeech *speech;
  GtkMediaStream *chimes[FASCIA_CHIME_END + 1];
  GQueue waiting; /* words */
  guint source;   /* while a chime is heard */
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

static void
fascia_speaker_chime (FasciaCueSink *sink, FasciaChime chime)
{
  FasciaSpeaker *self = FASCIA_SPEAKER (sink);
  GtkMediaStream *stream;

  if (self->chime_volume == 0 || chime == FASCIA_CHIME_NONE || chime > FASCIA_CHIME_END)
    return;
  stream = get_chime (self, chime);
  gtk_media_stream_set_volume (stream, self->chime_volume / 100.0);
  if (gtk_media_stream_get_error (stream) != NULL)
    gdk_display_beep (gdk_display_get_default ());
  else
    {
      gtk_media_stream_seek (stream, 0);
      gtk_media_stream_play (stream);
    }
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (CHIME_MS, on_chime_over, self);
}

/* ---- the object ---- */

void
fascia_speaker_set_chime_volume (FasciaSpeaker *self, int volume)
{
  self->chime_volume = CLAMP (volume, 0, 100);
}

void
fascia_speaker_set_voice_volume (FasciaSpeaker *self, int volume)
{
  self->voice_volume = CLAMP (volume, 0, 100);
  if (self->voice_volume > 0)
    fascia_speech_set_volume (self->speech, self->voice_volume);
  else
    fascia_speaker_hush (FASCIA_CUE_SINK (self));
}

FasciaSpeaker *
fascia_speaker_new (FasciaSpeech *speech)
{
  FasciaSpeaker *self = g_object_new (FASCIA_TYPE_SPEAKER, NULL);

  self->speech = g_object_ref (speech);
  return self;
}

static void
fascia_speaker_dispose (GObject *object)
{
  FasciaSpeaker *self = FASCIA_SPEAKER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_queue_clear_full (&self->waiting, g_free);
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
  self->chime_volume = 60;
  self->voice_volume = 60;
}

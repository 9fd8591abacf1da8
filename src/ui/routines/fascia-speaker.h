/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chimes through the loudspeakers, and words after them. */

#pragma once

#include "fascia-body-setup.h"
#include "fascia-cue-sink.h"
#include "fascia-speech.h"

G_BEGIN_DECLS

/* b: each kept with the journal; absent: yes */
#define FASCIA_SETTING_PLAYER_CHIME "player.chime"
#define FASCIA_SETTING_PLAYER_VOICE "player.voice"
/* x: 1 … 100; absent: FASCIA_SPEAKER_VOLUME */
#define FASCIA_SETTING_PLAYER_CHIME_VOLUME "player.chime-volume"
#define FASCIA_SETTING_PLAYER_VOICE_VOLUME "player.voice-volume"

/* The desktop has a volume of its own for each program, too. */
#define FASCIA_SPEAKER_VOLUME 60

#define FASCIA_TYPE_SPEAKER (fascia_speaker_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSpeaker, fascia_speaker, FASCIA, SPEAKER, GObject)

/* Which settings switch it on, and what is so until they are set. */
typedef struct
{
  const char *chime; /* static */
  const char *voice; /* static */
  gboolean fallback;
} FasciaSpeakerKeys;

/* A #FasciaCueSink. Chimes are made ready when nothing else is to be done, each once; where the machine
 * cannot play them the bell of the desktop sounds. Words wait until the chime before them is over. */
FasciaSpeaker *fascia_speaker_new (FasciaSpeech *speech);
/* Takes switches and volumes from the settings, now and whenever they change: those of a session. */
void fascia_speaker_follow (FasciaSpeaker *self, FasciaBodySetup *setup);
/* Likewise, with switches of its own. */
void fascia_speaker_follow_keys (FasciaSpeaker *self,
                                 FasciaBodySetup *setup,
                                 const FasciaSpeakerKeys *keys);
/* Volumes 0 … 100; 0 is off. */
void fascia_speaker_set_chime_volume (FasciaSpeaker *self, int volume);
void fascia_speaker_set_voice_volume (FasciaSpeaker *self, int volume);
int fascia_speaker_get_chime_volume (FasciaSpeaker *self);
int fascia_speaker_get_voice_volume (FasciaSpeaker *self);
/* Whether the machine can play a chime at all; TRUE until it is known. */
gboolean fascia_speaker_can_chime (FasciaSpeaker *self);
/* How long @chime is heard, in milliseconds. Pure. */
guint fascia_speaker_get_chime_ms (FasciaChime chime);

/* What the settings say: 0 (off) … 100. Pure. */
int fascia_speaker_read_chime_volume (const FasciaSettings *settings);
int fascia_speaker_read_voice_volume (const FasciaSettings *settings);

G_END_DECLS

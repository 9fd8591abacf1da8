/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chimes through the loudspeakers, and words after them. */

#pragma once

#include "fascia-cue-sink.h"
#include "fascia-speech.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SPEAKER (fascia_speaker_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSpeaker, fascia_speaker, FASCIA, SPEAKER, GObject)

/* A #FasciaCueSink. Chimes are made ready at the first one; where the machine cannot play them the
 * bell of the desktop sounds. Words wait until the chime before them is over. */
FasciaSpeaker *fascia_speaker_new (FasciaSpeech *speech);
/* Volumes 0 … 100; 0 is off. */
void fascia_speaker_set_chime_volume (FasciaSpeaker *self, int volume);
void fascia_speaker_set_voice_volume (FasciaSpeaker *self, int volume);

G_END_DECLS

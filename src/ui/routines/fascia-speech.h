/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The voice of a session: a client of speech-dispatcher, when that is there. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_SPEECH (fascia_speech_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSpeech, fascia_speech, FASCIA, SPEECH, GObject)

/**
 * FasciaSpeech:
 *
 * Connects when it is made, over a socket in the user's own run-time folder; without one, or when
 * it goes away, it is silent and says so. Property (notify): "available" (boolean): it was reached.
 */
/* @socket_path: (nullable): another place than that of the specification. */
FasciaSpeech *fascia_speech_new (const char *socket_path);
gboolean fascia_speech_is_available (FasciaSpeech *self);
/* It was tried and not reached; every word tries again. */
gboolean fascia_speech_has_failed (FasciaSpeech *self);
/* @volume: 0 … 100 */
void fascia_speech_set_volume (FasciaSpeech *self, int volume);
void fascia_speech_say (FasciaSpeech *self, const char *words);
/* Ends what is being said and forgets what waits. */
void fascia_speech_hush (FasciaSpeech *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The voice of a session: a client of speech-dispatcher, when that is there. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Why nothing is heard. */
typedef enum
{
  FASCIA_SPEECH_FINE = 0,    /* it speaks, or it is not known yet that it does not */
  FASCIA_SPEECH_NOT_REACHED, /* nothing answers */
  FASCIA_SPEECH_NO_VOICE,    /* it answers, but has no voice for the language of the words */
} FasciaSpeechTrouble;

#define FASCIA_TYPE_SPEECH (fascia_speech_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSpeech, fascia_speech, FASCIA, SPEECH, GObject)

/**
 * FasciaSpeech:
 *
 * Connects when it is opened, or with the first words, over a socket in the user's own run-time folder:
 * whoever wants no voice has no server started for it. Words wait until it is known that a voice speaks
 * their language. What cannot be said is told by "not-said", and the next
 * words try again. Nothing here ever blocks, whatever the other end does.
 *
 * Properties (notify): "available" (boolean): it was reached; "known" (boolean): the other end has
 * told what voices it has, or has failed. Signal: "not-said" (const char *words).
 */
/* @socket_path: (nullable): another place than that of the specification. */
FasciaSpeech *fascia_speech_new (const char *socket_path);
/* Looks for the voice before there is anything to say. */
void fascia_speech_open (FasciaSpeech *self);
gboolean fascia_speech_is_available (FasciaSpeech *self);
gboolean fascia_speech_is_known (FasciaSpeech *self);
FasciaSpeechTrouble fascia_speech_get_trouble (FasciaSpeech *self);
/* Whether what is said now will not be heard. */
gboolean fascia_speech_has_failed (FasciaSpeech *self);
/* @volume: 0 … 100 */
void fascia_speech_set_volume (FasciaSpeech *self, int volume);
void fascia_speech_say (FasciaSpeech *self, const char *words);
/* Ends what is being said and forgets what waits. */
void fascia_speech_hush (FasciaSpeech *self);

/* ---- for tests ---- */

/* How long the next answers may take, in milliseconds. */
void fascia_speech_set_patience (FasciaSpeech *self, guint ms);

/* ---- pure ---- */

/* (transfer full) The language of the words, "de-AT": that of the translation @translated ("" or NULL:
 * none, so English), with the region of the person's own @locale ("de_AT.UTF-8") when it is the same
 * language. */
char *fascia_speech_dup_language (const char *translated, const char *locale);
/* Whether a voice for @voice ("en-us", "en") speaks @language ("en-GB"). */
gboolean fascia_speech_is_language (const char *voice, const char *language);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a slow breath is heard, and the switches for it.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-setup.h"
#include "routines/fascia-cue-sink.h"

G_BEGIN_DECLS

/* Kept with the journal. b: absent no, no, yes */
#define FASCIA_SETTING_BREATH_CHIME "breath.chime"
#define FASCIA_SETTING_BREATH_VOICE "breath.voice"
#define FASCIA_SETTING_BREATH_SAY "breath.say"

/**
 * FasciaBreathSounds:
 *
 * A chime, a voice and words for the screen reader, each as it is switched on; the chime before the
 * words, and the voice in place of the screen reader. Loudspeakers are looked for when there is
 * something to hear, not before.
 */
#define FASCIA_TYPE_BREATH_SOUNDS (fascia_breath_sounds_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBreathSounds, fascia_breath_sounds, FASCIA, BREATH_SOUNDS, GObject)

/* @page: not held: gets the switches as the actions "breath.…", and is who speaks to the screen reader.
 * @setup: the journal holds it */
FasciaBreathSounds *fascia_breath_sounds_new (GtkWidget *page, FasciaBodySetup *setup);

void fascia_breath_sounds_hear (FasciaBreathSounds *self, FasciaChime chime, const char *words);
/* Words alone, where no chime belongs. */
void fascia_breath_sounds_say (FasciaBreathSounds *self, const char *words);
/* Whatever is being said ends. */
void fascia_breath_sounds_hush (FasciaBreathSounds *self);
/* The switches; made when @button is opened. @button: of the page */
void fascia_breath_sounds_add_menu (GtkMenuButton *button);

/* For tests: another loudspeaker. */
void fascia_breath_sounds_set_sink (FasciaBreathSounds *self, FasciaCueSink *sink);
GActionMap *fascia_breath_sounds_get_actions (FasciaBreathSounds *self);

G_END_DECLS

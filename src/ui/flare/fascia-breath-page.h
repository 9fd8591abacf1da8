/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath to follow, with nothing else on the screen.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"
#include "core/routines/fascia-breath.h"
#include "fascia-breath-keeper.h"
#include "routines/fascia-cue-sink.h"

G_BEGIN_DECLS

/* Kept with the journal. x: 0 open-ended, absent 5; b: absent no, no, yes */
#define FASCIA_SETTING_BREATH_MINUTES "breath.minutes"
#define FASCIA_SETTING_BREATH_CHIME "breath.chime"
#define FASCIA_SETTING_BREATH_VOICE "breath.voice"
#define FASCIA_SETTING_BREATH_SAY "breath.say"

/**
 * FasciaBreathPage:
 *
 * Begins by itself once it is shown, unless what was answered in the safety check holds breathing back:
 * then it says why and offers a rest. Kept in the journal as a session of one step from its first second
 * on; shorter than ten seconds it is nothing. Leaving stops it.
 *
 * # Keys
 * Space pauses and goes on, Escape leaves.
 *
 * # Reduced motion
 * Without animations nothing grows: words and a number say the same.
 *
 * # Accessibility
 * "Breathe in" and "Breathe out" are announced, unless that is switched off or the voice says them.
 */
#define FASCIA_TYPE_BREATH_PAGE (fascia_breath_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBreathPage, fascia_breath_page, FASCIA, BREATH_PAGE, AdwNavigationPage)

/* @journal: may still be opening, or have failed: then nothing is kept. */
GtkWidget *fascia_breath_page_new (FasciaJournal *journal, FasciaBody *body);

/* For tests: milliseconds of another clock, another loudspeaker, and a tick now. */
typedef gint64 (*FasciaBreathNow) (gpointer data);
void fascia_breath_page_set_now (FasciaBreathPage *self, FasciaBreathNow now, gpointer data);
void fascia_breath_page_set_sink (FasciaBreathPage *self, FasciaCueSink *sink);
void fascia_breath_page_tick (FasciaBreathPage *self);
const FasciaBreath *fascia_breath_page_get_breath (FasciaBreathPage *self);
/* (nullable) */
GActionMap *fascia_breath_page_get_actions (FasciaBreathPage *self);
FasciaBreathKeeper *fascia_breath_page_get_keeper (FasciaBreathPage *self);
/* Whether the screen is kept awake, and whether anything of it wakes the program up. */
gboolean fascia_breath_page_is_awake (FasciaBreathPage *self);
gboolean fascia_breath_page_has_source (FasciaBreathPage *self);

G_END_DECLS

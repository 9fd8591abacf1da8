/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath to follow, with nothing else on the screen.
 */

#pragma once

#include <adwaita.h>

#include "fascia-breath-gate.h"
#include "fascia-breath-runner.h"
#include "fascia-breath-sounds.h"

G_BEGIN_DECLS

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

/* For tests: its parts, and whether the screen is kept awake and anything wakes the program up. */
FasciaBreathRunner *fascia_breath_page_get_runner (FasciaBreathPage *self);
FasciaBreathSounds *fascia_breath_page_get_sounds (FasciaBreathPage *self);
FasciaBreathGate *fascia_breath_page_get_gate (FasciaBreathPage *self);
gboolean fascia_breath_page_is_awake (FasciaBreathPage *self);
gboolean fascia_breath_page_has_source (FasciaBreathPage *self);

G_END_DECLS

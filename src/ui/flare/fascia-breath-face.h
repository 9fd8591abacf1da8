/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath as it is seen: the circle, the words, the time.
 */

#pragma once

#include <gtk/gtk.h>

#include "core/routines/fascia-breath.h"

G_BEGIN_DECLS

/**
 * FasciaBreathFace:
 *
 * Shows where a breath is when it is told. Without animations nothing grows: words and a number say the
 * same.
 *
 * Signals: "frame" (): something moves and may be shown again; no more than thirty times a second, and
 * only while it is seen.
 */
#define FASCIA_TYPE_BREATH_FACE (fascia_breath_face_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBreathFace, fascia_breath_face, FASCIA, BREATH_FACE, GtkBox)

void fascia_breath_face_show (FasciaBreathFace *self, const FasciaBreath *breath, gboolean is_rest);

/* How it is done, in sentences: what the face says below. */
const char *fascia_breath_face_get_hint (gboolean is_rest);
/* "Breathe in", "Breathe out". */
const char *fascia_breath_face_get_words (FasciaBreathPhase phase);

/* For tests: whether it follows the frames. */
gboolean fascia_breath_face_is_moving (FasciaBreathFace *self);

G_END_DECLS

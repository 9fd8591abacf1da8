/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Media keys and headsets: the running session as a player on the session bus. */

#pragma once

#include "fascia-player-runner.h"

G_BEGIN_DECLS

#define FASCIA_MPRIS_NAME "org.mpris.MediaPlayer2.io.github.fascia_app.Fascia"
#define FASCIA_MPRIS_PATH "/org/mpris/MediaPlayer2"

#define FASCIA_TYPE_MPRIS (fascia_mpris_get_type ())
G_DECLARE_FINAL_TYPE (FasciaMpris, fascia_mpris, FASCIA, MPRIS, GObject)

/**
 * FasciaMpris:
 *
 * There as long as the object is. "Previous" while paused eases off: it is the one key of a headset
 * that a person who lies on a roller can find. "Stop" pauses: only the person on the screen stops.
 * Signal: "raise" (): the window is to be shown.
 */
FasciaMpris *fascia_mpris_new (GDBusConnection *bus, FasciaPlayerRunner *runner);

G_END_DECLS

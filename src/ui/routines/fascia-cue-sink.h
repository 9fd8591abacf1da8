/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the chimes and words of a session go: loudspeakers, or a list in a test. */

#pragma once

#include "../../core/routines/fascia-player.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_CUE_SINK (fascia_cue_sink_get_type ())
G_DECLARE_INTERFACE (FasciaCueSink, fascia_cue_sink, FASCIA, CUE_SINK, GObject)

/**
 * FasciaCueSinkInterface:
 * @chime: plays at once, over whatever plays
 * @say: speaks after the chime that was asked for before it, in the order asked
 * @hush: forgets what is still to be said
 */
struct _FasciaCueSinkInterface
{
  GTypeInterface parent_interface;

  void (*chime) (FasciaCueSink *self, FasciaChime chime);
  void (*say) (FasciaCueSink *self, const char *words);
  void (*hush) (FasciaCueSink *self);
};

void fascia_cue_sink_chime (FasciaCueSink *self, FasciaChime chime);
void fascia_cue_sink_say (FasciaCueSink *self, const char *words);
void fascia_cue_sink_hush (FasciaCueSink *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the chimes and words of a session go. */

#include "config.h"

#include "fascia-cue-sink.h"

G_DEFINE_INTERFACE (FasciaCueSink, fascia_cue_sink, G_TYPE_OBJECT)

static void
fascia_cue_sink_default_init (FasciaCueSinkInterface *iface)
{
}

void
fascia_cue_sink_chime (FasciaCueSink *self, FasciaChime chime)
{
  FASCIA_CUE_SINK_GET_IFACE (self)->chime (self, chime);
}

void
fascia_cue_sink_say (FasciaCueSink *self, const char *words)
{
  FASCIA_CUE_SINK_GET_IFACE (self)->say (self, words);
}

void
fascia_cue_sink_hush (FasciaCueSink *self)
{
  FASCIA_CUE_SINK_GET_IFACE (self)->hush (self);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ring round one child that empties as time goes by. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_RING (fascia_ring_get_type ())
/**
 * FasciaRing:
 *
 * As large as it is allocated; a child that has no room in it is made smaller as a whole.
 * Not in the accessible tree: what it shows, its child says.
 */
G_DECLARE_FINAL_TYPE (FasciaRing, fascia_ring, FASCIA, RING, AdwBin)

/* 0 … 1 of the ring, from the top; against the sun it empties. */
void fascia_ring_set_share (FasciaRing *self, double share);
/* How large it likes to be; 0: as it does by itself. It takes less. */
void fascia_ring_set_natural_size (FasciaRing *self, int size);
/* A quiet ring: a rest, a count, a pause. */
void fascia_ring_set_quiet (FasciaRing *self, gboolean is_quiet);
/* @under: (nullable) (transfer floating): a picture that fills it, beneath the child. */
void fascia_ring_set_under (FasciaRing *self, GtkWidget *under);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What building and measuring of paths share.
 */

#pragma once

#include "fascia-path.h"

G_BEGIN_DECLS

/* The walk all measures share: every piece of every contour, the closing line included, even when
 * the contour was left open. Lines come as curves with both controls on the line's ends. */
typedef void (*FasciaPathPieceFunc) (const FasciaPoint piece[4], gboolean is_curve, gpointer data);

void fascia_path_walk_pieces (const FasciaPath *self, FasciaPathPieceFunc func, gpointer data);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where things are on the figure: its ends, what lies behind a place, the parts that words mean. Pure.
 */

#pragma once

#include "core/body/fascia-body.h"

G_BEGIN_DECLS

/* (nullable) The highest or lowest place of a view, on a side and the midline, or on both sides. */
const FasciaRegion *fascia_body_parts_get_extreme (const FasciaBody *body,
                                                   FasciaView view,
                                                   FasciaSide side,
                                                   gboolean is_head);

/* The place of the other view that lies behind this one; itself when it is on both. */
const FasciaRegion *fascia_body_parts_get_behind (const FasciaBody *body,
                                                  const FasciaRegion *region,
                                                  FasciaView view);

/**
 * fascia_body_parts_find:
 * @code: "head", "hands", "feet" or the code of a part
 * @shown: (nullable): the code of the part that is shown already
 * @side: of several parts, the side to begin with
 *
 * Returns: (nullable): of several parts the first, or the one after @shown
 */
const FasciaInset *fascia_body_parts_find (const FasciaBody *body,
                                           FasciaView view,
                                           const char *code,
                                           const char *shown,
                                           FasciaSide side);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a dense stroke covers, as outlines: shading to and fro, scribbles.
 */

#pragma once

#include "core/body/fascia-body.h"

G_BEGIN_DECLS

/**
 * fascia_figure_coverage_outline:
 * @lines: (element-type GArray): the middle lines, each of FasciaPoint
 * @radius: half the width, above 0
 *
 * The outlines of all that lies within @radius of a line, holes included: they wind the other way.
 * Exact to a part of a unit; of what is very long, or goes far out, to a part of the width. Takes some
 * dozen milliseconds for the shading of a place; tens of thousands of points all over the figure
 * take some tenths of a second.
 *
 * Returns: (transfer full) (element-type GArray): closed lines of FasciaPoint, the first point
 *   not repeated
 */
GPtrArray *fascia_figure_coverage_outline (const GPtrArray *lines, double radius);

G_END_DECLS

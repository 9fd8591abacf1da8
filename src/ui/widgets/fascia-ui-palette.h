/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of figure and charts that suit the present style of the window.
 */

#pragma once

#include <gdk/gdk.h>

#include "draw/fascia-figure-palette.h"

G_BEGIN_DECLS

/* Light or dark, in high contrast or not, as the style is now. A widget that draws with it draws
 * again in css_changed, or follows "notify::dark" and "notify::high-contrast" of the style manager. */
FasciaFigureLook fascia_ui_palette_get_look (void);

/* (transfer none) The palette of that look; a static one, so two of them may be compared. */
const FasciaFigurePalette *fascia_ui_palette_get (void);

static inline GdkRGBA
fascia_ui_palette_to_rgba (FasciaColor color)
{
  return (GdkRGBA) { color.red, color.green, color.blue, color.alpha };
}

G_END_DECLS

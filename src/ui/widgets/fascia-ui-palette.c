/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of figure and charts that suit the present style of the window.
 */

#include "config.h"

#include "fascia-ui-palette.h"

#include <adwaita.h>

FasciaFigureLook
fascia_ui_palette_get_look (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return fascia_figure_look_for (adw_style_manager_get_dark (style),
                                 adw_style_manager_get_high_contrast (style));
}

const FasciaFigurePalette *
fascia_ui_palette_get (void)
{
  return fascia_figure_palette_get (fascia_ui_palette_get_look ());
}

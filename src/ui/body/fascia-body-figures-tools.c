/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keys and choices of places mean while a tool is in hand: spots, rubbing out, arrows.
 */

#include "config.h"

#include "fascia-body-figures-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-body-insets.h"
#include "fascia-body-pen.h"

void
fascia_body_figures_say (FasciaBodyFigures *self, const FasciaRegion *region, const char *text)
{
  FasciaRegionWidget *widget
      = region != NULL ? fascia_body_figures_get_widget (self, region) : NULL;

  fascia_announce (widget != NULL ? GTK_WIDGET (widget) : GTK_WIDGET (self), text);
}

gboolean
fascia_body_figures_is_drawing (FasciaBodyFigures *self)
{
  FasciaBodyTool tool = fascia_body_model_get_tool (self->model);

  return tool == FASCIA_BODY_TOOL_SPOT || tool == FASCIA_BODY_TOOL_STROKE
         || tool == FASCIA_BODY_TOOL_ERASE;
}

void
fascia_body_figures_spread_to (FasciaBodyFigures *self, const FasciaRegion *target)
{
  const FasciaRegion *source = fascia_body_model_get_spread_from (self->model);

  if (target == source)
    {
      fascia_body_figures_say (self, target, _ ("That is the same place. Choose another one."));
      return;
    }
  fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
  fascia_body_model_add_spread (self->model, source, target);
  fascia_body_figures_grab (
      self, source,
      gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))));
  /* Translators: both are places: "Left shoulder top spreads to Left temple" */
  g_autofree char *text
      = g_strdup_printf (C_ ("two places", "%s spreads to %s"), fascia_region_get_name (source),
                         fascia_region_get_name (target));
  fascia_body_figures_say (self, source, text);
}

void
fascia_body_figures_clear_drawings (FasciaBodyFigures *self, const FasciaRegion *region)
{
  if (!fascia_body_pen_clear_place (self->model, self->view, region))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  /* Translators: %s is a place such as "Left shoulder top" */
  g_autofree char *text
      = g_strdup_printf (_ ("%s: drawing removed"), fascia_region_get_name (region));
  fascia_body_figures_say (self, region, text);
}

gboolean
fascia_body_figures_use_tool (FasciaBodyFigures *self, const FasciaRegion *region)
{
  switch (fascia_body_model_get_tool (self->model))
    {
    case FASCIA_BODY_TOOL_SPOT:
    case FASCIA_BODY_TOOL_STROKE:
      if (fascia_body_pen_put_spot (self->model, self->view, region))
        {
          /* Translators: %s is a place such as "Left shoulder top" */
          g_autofree char *text
              = g_strdup_printf (_ ("%s: sore spot drawn"), fascia_region_get_name (region));
          fascia_body_figures_say (self, region, text);
        }
      return TRUE;
    case FASCIA_BODY_TOOL_ERASE:
      fascia_body_figures_clear_drawings (self, region);
      return TRUE;
    case FASCIA_BODY_TOOL_SPREAD:
      fascia_body_figures_spread_to (self, region);
      return TRUE;
    case FASCIA_BODY_TOOL_NONE:
    default:
      return FALSE;
    }
}

gboolean
fascia_body_figures_leave_tool (FasciaBodyFigures *self)
{
  gboolean has_cancelled = FALSE;

  for (int i = 0; i < 2; i++)
    has_cancelled |= fascia_body_map_draw_cancel (self->maps[i]);
  if (self->insets != NULL)
    has_cancelled |= fascia_body_insets_draw_cancel (FASCIA_BODY_INSETS (self->insets));
  if (has_cancelled)
    return TRUE;
  if (fascia_body_model_get_tool (self->model) == FASCIA_BODY_TOOL_NONE)
    return FALSE;
  const FasciaRegion *source = fascia_body_model_get_spread_from (self->model);
  fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
  if (source != NULL)
    fascia_body_figures_grab (self, source, TRUE);
  return TRUE;
}

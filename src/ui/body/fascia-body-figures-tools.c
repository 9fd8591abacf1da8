/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keys and choices of places mean while a tool is in hand: spots, rubbing out, arrows.
 */

#include "config.h"

#include "fascia-body-figures-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-announce.h"
#include "fascia-body-insets.h"
#include "fascia-body-pen.h"

#define HINT_PAUSE G_TIME_SPAN_SECOND

void
fascia_body_figures_say (FasciaBodyFigures *self, const FasciaRegion *region, const char *text)
{
  FasciaRegionWidget *widget
      = region != NULL ? fascia_body_figures_get_widget (self, region) : NULL;

  fascia_announce (widget != NULL ? GTK_WIDGET (widget) : GTK_WIDGET (self), text);
}

void
fascia_body_figures_hint (FasciaBodyFigures *self, const char *text)
{
  gint64 now = g_get_monotonic_time ();

  if (self->hinted_at != 0 && now - self->hinted_at < HINT_PAUSE)
    return;
  self->hinted_at = now;
  fascia_body_figures_say (self, fascia_body_figures_get_focused (self), text);
}

void
fascia_body_figures_say_read_only (FasciaBodyFigures *self)
{
  const char *text = _ ("This is an earlier check-in. Choose Edit to change it.");

  if (fascia_journal_is_read_only (fascia_body_model_get_journal (self->model)))
    text = _ ("This journal can only be read. Allow writing, then try again.");
  else if (fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_HEAT)
    text = _ ("This is a period, to look at only. Go back to now to mark a place.");
  fascia_body_figures_hint (self, text);
}

static gboolean
is_drawing_tool (FasciaBodyTool tool)
{
  return tool == FASCIA_BODY_TOOL_SPOT || tool == FASCIA_BODY_TOOL_STROKE
         || tool == FASCIA_BODY_TOOL_ERASE;
}

gboolean
fascia_body_figures_is_drawing (FasciaBodyFigures *self)
{
  return is_drawing_tool (fascia_body_model_get_tool (self->model));
}

/* Draw changes what Enter does: that is said, and that it is over. */
static void
say_draw (FasciaBodyFigures *self)
{
  FasciaBodyTool tool = fascia_body_model_get_tool (self->model);
  gboolean was_drawing = is_drawing_tool (self->tool);

  self->tool = tool;
  if (was_drawing == is_drawing_tool (tool))
    return;
  fascia_body_figures_say (self, fascia_body_figures_get_focused (self),
                           was_drawing ? _ ("Draw is off")
                                       : _ ("Draw is on. Enter puts a sore spot on the place."));
}

void
fascia_body_figures_tool_changed (FasciaBodyFigures *self)
{
  say_draw (self);
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

/* Whether a spot lies where Enter would put one. */
static gboolean
has_spot (FasciaBodyFigures *self, const FasciaRegion *region)
{
  FasciaBody *body = fascia_body_figures_get_body (self);
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));
  const FasciaShape *shape = fascia_body_get_shape_on (body, region, self->view);
  FasciaScale scale = fascia_body_model_get_scale (self->model);
  guint n_drawings = 0;

  if (entry == NULL || shape == NULL)
    return FALSE;
  double x = shape->cx;
  double y = shape->cy;
  fascia_body_to_canonical (body, self->view, &x, &y);
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  for (guint i = 0; i < n_drawings; i++)
    if (drawings[i].kind == FASCIA_DRAWING_SPOT && drawings[i].view == self->view
        && drawings[i].scale == scale && drawings[i].n_points > 0
        && hypot ((double) drawings[i].points[0].x - x, (double) drawings[i].points[0].y - y) < 0.5)
      return TRUE;
  return FALSE;
}

static void
put_spot (FasciaBodyFigures *self, const FasciaRegion *region)
{
  g_autofree char *text = NULL;

  if (has_spot (self, region))
    /* Translators: %s is a place such as "Left shoulder top" */
    text = g_strdup_printf (_ ("%s: a sore spot is here already"), fascia_region_get_name (region));
  else if (fascia_body_pen_put_spot (self->model, self->view, region))
    /* Translators: %s is a place such as "Left shoulder top" */
    text = g_strdup_printf (_ ("%s: sore spot drawn"), fascia_region_get_name (region));
  if (text != NULL)
    fascia_body_figures_say (self, region, text);
}

gboolean
fascia_body_figures_use_tool (FasciaBodyFigures *self, const FasciaRegion *region)
{
  switch (fascia_body_model_get_tool (self->model))
    {
    case FASCIA_BODY_TOOL_SPOT:
    case FASCIA_BODY_TOOL_STROKE:
      put_spot (self, region);
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

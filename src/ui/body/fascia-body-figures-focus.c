/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which place of the figures has the focus, and how another one gets it.
 */

#include "config.h"

#include "fascia-body-figures-private.h"

#include "fascia-body-parts.h"

const FasciaRegion *
fascia_body_figures_get_focused (FasciaBodyFigures *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!FASCIA_IS_REGION_WIDGET (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return fascia_region_widget_get_region (FASCIA_REGION_WIDGET (focus));
}

FasciaRegionWidget *
fascia_body_figures_get_widget (FasciaBodyFigures *self, const FasciaRegion *region)
{
  FasciaView view = self->is_double ? fascia_region_get_view (region) : self->view;
  FasciaBodyCanvas *canvas = fascia_body_map_get_canvas (self->maps[view - 1]);

  return canvas != NULL ? fascia_body_canvas_get_widget (canvas, region) : NULL;
}

static gboolean
is_on_view (FasciaBodyFigures *self, const FasciaRegion *region, FasciaView view)
{
  return fascia_body_get_shape_on (fascia_body_figures_get_body (self), region, view) != NULL;
}

const FasciaRegion *
fascia_body_figures_get_extreme (FasciaBodyFigures *self, gboolean is_head)
{
  const FasciaRegion *focused = fascia_body_figures_get_focused (self);
  FasciaSide side = focused != NULL ? fascia_region_get_side (focused) : FASCIA_SIDE_MIDLINE;

  return fascia_body_parts_get_extreme (fascia_body_figures_get_body (self), self->view, side,
                                        is_head);
}

const FasciaRegion *
fascia_body_figures_get_entrance (FasciaBodyFigures *self)
{
  if (self->current != NULL && fascia_body_figures_get_widget (self, self->current) != NULL)
    return self->current;

  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);
  if (selected != NULL && fascia_body_figures_get_widget (self, selected) != NULL)
    return selected;

  FasciaScale scale = fascia_body_model_get_scale (self->model);
  const FasciaRegion *worst = NULL;
  int worst_level = FASCIA_LEVEL_NOT_GIVEN;
  for (guint i = 0; i < fascia_body_get_n_regions (fascia_body_figures_get_body (self)); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (fascia_body_figures_get_body (self), i);
      int level = FASCIA_LEVEL_NOT_GIVEN;

      if (fascia_body_place_get_look (fascia_body_model_get_place (self->model, region), scale,
                                      &level)
              != FASCIA_BODY_LOOK_RATED
          || fascia_body_figures_get_widget (self, region) == NULL)
        continue;
      if (level > worst_level)
        {
          worst = region;
          worst_level = level;
        }
    }
  return worst != NULL ? worst : fascia_body_figures_get_extreme (self, TRUE);
}

static void
choose (FasciaBodyFigures *self, const FasciaRegion *region, gboolean is_visible)
{
  FasciaRegionWidget *widget = fascia_body_figures_get_widget (self, region);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->current = region;
  self->has_point = FALSE;
  if (widget == NULL || root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (widget)))
    {
      /* Keys are for what has the focus: no other place keeps it. */
      if (fascia_body_figures_get_focused (self) != NULL)
        fascia_body_figures_rest_focus (self);
      fascia_body_model_set_selected (self->model, region);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (widget));
  gtk_window_set_focus_visible (GTK_WINDOW (root), is_visible);
  fascia_body_model_set_selected (self->model, region);
}

void
fascia_body_figures_grab (FasciaBodyFigures *self, const FasciaRegion *region, gboolean is_visible)
{
  fascia_body_walk_clear (&self->walk);
  choose (self, region, is_visible);
}

gboolean
fascia_body_figures_walk (FasciaBodyFigures *self,
                          const FasciaRegion *from,
                          FasciaDirection direction)
{
  const FasciaRegion *to = fascia_body_walk_pop (&self->walk, from, direction);

  if (to == NULL)
    {
      to = fascia_body_get_neighbour (fascia_body_figures_get_body (self), from, self->view,
                                      direction);
      if (to == NULL)
        return FALSE;
      fascia_body_walk_push (&self->walk, from, direction, to);
    }
  choose (self, to, TRUE);
  return TRUE;
}

void
fascia_body_figures_leave (FasciaBodyFigures *self)
{
  fascia_body_walk_clear (&self->walk);
  fascia_body_figures_rest_focus (self);
  fascia_body_model_set_selected (self->model, NULL);
}

void
fascia_body_figures_rest_focus (FasciaBodyFigures *self)
{
  g_return_if_fail (FASCIA_IS_BODY_FIGURES (self));

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL)
    gtk_root_set_focus (root, GTK_WIDGET (self));
}

void
fascia_body_figures_focus_region (FasciaBodyFigures *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_FIGURES (self));
  g_return_if_fail (region != NULL);

  if (!is_on_view (self, region, self->view))
    fascia_body_figures_set_view (self, fascia_region_get_view (region));
  self->has_point = FALSE;
  fascia_body_figures_grab (self, region, TRUE);
}

void
fascia_body_figures_choose_region (FasciaBodyFigures *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_FIGURES (self));
  g_return_if_fail (region != NULL);

  if (fascia_body_model_get_spread_from (self->model) != NULL)
    fascia_body_figures_spread_to (self, region);
  else
    fascia_body_figures_focus_region (self, region);
}

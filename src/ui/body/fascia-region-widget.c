/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place of the body map: what focus, pointer and assistive technology meet there. Draws nothing.
 */

#include "config.h"

#include "fascia-region-widget.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-body-canvas.h"
#include "fascia-body-figures.h"
#include "fascia-place-care.h"

struct _FasciaRegionWidget
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  const FasciaRegion *region;
  GskPath *path;
  graphene_point_t origin;

  FasciaBodyPlace told; /* what assistive technology knows */
  FasciaScale told_scale;
  gint32 told_today;
  gboolean told_care;
  FasciaBodyTarget told_target;
  gboolean told_editable;
  FasciaHeat *told_heat;
  FasciaHeatMeasure told_measure;
};

static void fascia_region_widget_accessible_init (GtkAccessibleInterface *interface);
static void fascia_region_widget_range_init (GtkAccessibleRangeInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FasciaRegionWidget,
                               fascia_region_widget,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE,
                                                      fascia_region_widget_accessible_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE,
                                                          fascia_region_widget_range_init))

/* The canvas carries the transform to the screen, and GTK adds up bounds as if there were none: a
 * magnifier would look at another place. */
static gboolean
fascia_region_widget_get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *canvas = gtk_widget_get_parent (widget);
  GtkWidget *map = canvas != NULL ? gtk_widget_get_parent (canvas) : NULL;
  graphene_rect_t bounds;
  graphene_rect_t all;

  if (map == NULL || !gtk_widget_compute_bounds (widget, map, &bounds)
      || !gtk_widget_compute_bounds (canvas, map, &all))
    return FALSE;

  *x = (int) floorf (bounds.origin.x - all.origin.x);
  *y = (int) floorf (bounds.origin.y - all.origin.y);
  *width = (int) ceilf (bounds.size.width);
  *height = (int) ceilf (bounds.size.height);
  return TRUE;
}

static void
fascia_region_widget_accessible_init (GtkAccessibleInterface *interface)
{
  interface->get_bounds = fascia_region_widget_get_bounds;
}

/* The place that assistive technology acts on is the chosen one, and no other keeps the focus. */
static void
choose (FasciaRegionWidget *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != GTK_WIDGET (self) && FASCIA_IS_REGION_WIDGET (focus))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  fascia_body_model_set_selected (self->model, self->region);
}

static gboolean
fascia_region_widget_set_current_value (GtkAccessibleRange *range, double value)
{
  FasciaRegionWidget *self = FASCIA_REGION_WIDGET (range);

  if (!isfinite (value) || !fascia_body_model_is_editable (self->model))
    return FALSE;
  int level = (int) lround (CLAMP (value, 0, FASCIA_LEVEL_MAX));
  choose (self);
  fascia_body_model_set_level (self->model, self->region, fascia_body_model_get_scale (self->model),
                               level);
  return TRUE;
}

static void
fascia_region_widget_range_init (GtkAccessibleRangeInterface *interface)
{
  interface->set_current_value = fascia_region_widget_set_current_value;
}

static void
mark_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaRegionWidget *self = FASCIA_REGION_WIDGET (widget);
  GtkWidget *figures = gtk_widget_get_ancestor (widget, FASCIA_TYPE_BODY_FIGURES);

  /* Picked like by a click: it may be the answer to where a feeling spreads to. */
  if (figures != NULL && fascia_body_model_get_spread_from (self->model) != NULL)
    {
      fascia_body_figures_choose_region (FASCIA_BODY_FIGURES (figures), self->region);
      return;
    }
  choose (self);
  fascia_body_model_mark (self->model, self->region);
}

static void
clear_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaRegionWidget *self = FASCIA_REGION_WIDGET (widget);

  fascia_body_model_remove (self->model, self->region);
}

static gboolean
fascia_region_widget_contains (GtkWidget *widget, double x, double y)
{
  FasciaRegionWidget *self = FASCIA_REGION_WIDGET (widget);
  const graphene_point_t point
      = GRAPHENE_POINT_INIT ((float) x + self->origin.x, (float) y + self->origin.y);

  return gsk_path_in_fill (self->path, &point, GSK_FILL_RULE_WINDING);
}

static void
fascia_region_widget_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

/* Focus chooses the place without marking it. */
static void
fascia_region_widget_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  FasciaRegionWidget *self = FASCIA_REGION_WIDGET (widget);
  GtkStateFlags flags = gtk_widget_get_state_flags (widget);
  GtkStateFlags changed = flags ^ previous;
  GtkWidget *parent = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (fascia_region_widget_parent_class)->state_flags_changed (widget, previous);

  if (self->model == NULL || !FASCIA_IS_BODY_CANVAS (parent))
    return;
  if ((changed & flags & GTK_STATE_FLAG_FOCUSED) != 0)
    fascia_body_model_set_selected (self->model, self->region);
  if ((changed & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    fascia_body_canvas_set_focus_visible (FASCIA_BODY_CANVAS (parent), self->region,
                                          (flags & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0);
}

const FasciaRegion *
fascia_region_widget_get_region (FasciaRegionWidget *self)
{
  g_return_val_if_fail (FASCIA_IS_REGION_WIDGET (self), NULL);

  return self->region;
}

/* "on 12 of 30 days, mean 4.5" */
static char *
dup_heat_value (FasciaHeat *heat, const FasciaHeatCell *cell)
{
  guint n_days = fascia_heat_get_n_days (heat);

  if (cell->n_days == 0)
    return g_strdup (_ ("not marked"));
  /* Translators: a place was marked on so many of so many days */
  g_autofree char *days = g_strdup_printf (ngettext ("on %u of %u day", "on %u of %u days", n_days),
                                           cell->n_days, n_days);
  if (cell->mean < 0)
    return g_steal_pointer (&days);
  /* Translators: first "on 12 of 30 days", then a mean level such as 4.5 */
  return g_strdup_printf (_ ("%s, mean %.1f"), days, cell->mean);
}

/* "on 12 of 30 days, mean 4.5, worst 8" */
static char *
dup_heat_words (const char *value, const FasciaHeatCell *cell)
{
  if (cell->n_days == 0 || cell->worst < 0)
    return g_strdup (value);
  /* Translators: first "on 12 of 30 days, mean 4.5", then the highest level, 0 to 10 */
  return g_strdup_printf (_ ("%s, worst %d"), value, cell->worst);
}

/* No more exact than the words are; a share is the days themselves. */
static double
get_heat_number (const FasciaHeatCell *cell, FasciaHeatMeasure measure)
{
  switch (measure)
    {
    case FASCIA_HEAT_SHARE:
      return cell->n_days;
    case FASCIA_HEAT_WORST:
      return MAX (cell->worst, 0);
    case FASCIA_HEAT_MEAN:
    default:
      return round (MAX (cell->mean, 0) * 10) / 10;
    }
}

static double
get_heat_max (FasciaHeat *heat, FasciaHeatMeasure measure)
{
  return heat != NULL && measure == FASCIA_HEAT_SHARE ? MAX (fascia_heat_get_n_days (heat), 1)
                                                      : FASCIA_LEVEL_MAX;
}

/* (transfer full) What is felt in a limb that is kept as phantom is said to be. */
static char *
dup_with_limb (FasciaRegionWidget *self, const char *words)
{
  if (!fascia_body_is_phantom (fascia_body_model_get_body (self->model), self->region))
    return g_strdup (words);
  /* Translators: first a level such as "tight 6" or "not marked"; then that the place is on a limb
   * that is not there, a phantom limb */
  return g_strdup_printf (_ ("%s; phantom"), words);
}

/* (transfer full) What the figure shows by dots. */
static char *
dup_with_care (FasciaRegionWidget *self, char *words)
{
  g_autofree char *owned = words;

  if (!self->told_care)
    return g_steal_pointer (&owned);
  /* Translators: first a level such as "tight 6"; then that something is kept for the place, such as
   * a wound or an implant, of which routines take care */
  return g_strdup_printf (_ ("%s; take care here"), owned);
}

static void
update_heat (FasciaRegionWidget *self)
{
  FasciaHeat *heat = fascia_body_model_get_heat (self->model);
  FasciaHeatMeasure measure = fascia_body_model_get_heat_measure (self->model);
  if (self->told_scale != 0 && heat == self->told_heat && measure == self->told_measure)
    return;
  self->told_scale = fascia_body_model_get_scale (self->model);
  g_clear_pointer (&self->told_heat, fascia_heat_unref);
  self->told_heat = heat != NULL ? fascia_heat_ref (heat) : NULL;
  self->told_measure = measure;

  const FasciaHeatCell *cell = heat != NULL ? fascia_heat_get_cell (heat, self->region) : NULL;
  g_autofree char *value = cell != NULL ? dup_heat_value (heat, cell) : NULL;
  g_autofree char *all = cell != NULL ? dup_heat_words (value, cell) : g_strdup ("");
  g_autofree char *text = dup_with_limb (self, all);
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_PRESSED,
                               cell != NULL && cell->n_days > 0 ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  /* The name is said already: the description goes on from there. */
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  get_heat_max (heat, measure), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  cell != NULL ? get_heat_number (cell, measure) : 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value != NULL ? value : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
fascia_region_widget_update (FasciaRegionWidget *self)
{
  g_return_if_fail (FASCIA_IS_REGION_WIDGET (self));

  FasciaScale scale = fascia_body_model_get_scale (self->model);
  const FasciaBodyPlace *place = fascia_body_model_get_place (self->model, self->region);
  gint32 today = fascia_body_state_get_today (fascia_body_model_get_state (self->model));
  FasciaBodyTarget target = fascia_body_model_get_target (self->model);

  gboolean is_editable = fascia_body_model_is_editable (self->model);
  if (target != self->told_target || is_editable != self->told_editable)
    {
      self->told_target = target;
      self->told_editable = is_editable;
      self->told_scale = 0;
      /* What can only be looked at says so, and offers nothing. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                      !is_editable, -1);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "region.mark", is_editable);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "region.clear", is_editable);
    }
  if (target == FASCIA_BODY_TARGET_HEAT)
    {
      update_heat (self);
      return;
    }
  gboolean has_care = fascia_place_care_is_at (self->model, self->region);
  if (self->told_scale == scale && self->told_today == today && self->told_care == has_care
      && fascia_body_place_equal (&self->told, place))
    return;
  self->told = *place;
  self->told_scale = scale;
  self->told_today = today;
  self->told_care = has_care;

  int level = FASCIA_LEVEL_NOT_GIVEN;
  if (fascia_body_place_get_look (place, scale, &level) != FASCIA_BODY_LOOK_RATED)
    level = 0;
  g_autofree char *value = fascia_body_place_dup_value (place, scale);
  g_autofree char *words = fascia_body_place_dup_description (place, scale, today);
  g_autofree char *description = dup_with_care (self, dup_with_limb (self, words));
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_PRESSED,
                               fascia_body_place_is_marked (place) ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                   : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  /* The number has no way to be none: 0 is also what is not marked, and the words tell. */
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) FASCIA_LEVEL_MAX, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) level, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
fascia_region_widget_set_is_exposed (FasciaRegionWidget *self, gboolean is_exposed)
{
  g_return_if_fail (FASCIA_IS_REGION_WIDGET (self));

  /* The accessible state "hidden" would not do: GTK resets it when the widget is mapped. The pointer
   * is met by the map, which asks the body and not the widgets. */
  gtk_widget_set_visible (GTK_WIDGET (self), is_exposed);
}

static void
fascia_region_widget_dispose (GObject *object)
{
  FasciaRegionWidget *self = FASCIA_REGION_WIDGET (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->told_heat, fascia_heat_unref);
  g_clear_pointer (&self->path, gsk_path_unref);

  G_OBJECT_CLASS (fascia_region_widget_parent_class)->dispose (object);
}

static void
fascia_region_widget_class_init (FasciaRegionWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_region_widget_dispose;
  widget_class->contains = fascia_region_widget_contains;
  widget_class->measure = fascia_region_widget_measure;
  widget_class->state_flags_changed = fascia_region_widget_state_flags_changed;

  /* The first one is what "activate" means to assistive technology. */
  gtk_widget_class_install_action (widget_class, "region.mark", NULL, mark_activated);
  gtk_widget_class_install_action (widget_class, "region.clear", NULL, clear_activated);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "region");
}

static void
fascia_region_widget_init (FasciaRegionWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
fascia_region_widget_new (FasciaBodyModel *model,
                          const FasciaRegion *region,
                          GskPath *path,
                          double x,
                          double y)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (region != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  FasciaRegionWidget *self = g_object_new (FASCIA_TYPE_REGION_WIDGET, NULL);
  self->model = g_object_ref (model);
  self->region = region;
  self->path = gsk_path_ref (path);
  graphene_point_init (&self->origin, (float) x, (float) y);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fascia_region_get_name (region),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) FASCIA_LEVEL_MAX, -1);
  fascia_region_widget_update (self);
  return GTK_WIDGET (self);
}

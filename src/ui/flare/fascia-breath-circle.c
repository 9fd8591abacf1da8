/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A circle that grows and shrinks with the breath.
 */

#include "config.h"

#include "fascia-breath-circle.h"

#include <math.h>

/* Of the ring: the disc when all is out. */
#define SMALLEST 0.36
#define RING_PX 2
#define MIN_PX 96
#define NATURAL_PX 300
/* Larger it would be no calmer. */
#define LARGEST_PX 440
/* Of the radius: less is not seen. */
#define STEP_PX 0.6

struct _FasciaBreathCircle
{
  AdwBin parent_instance;

  double fullness; /* below 0: none */
};

G_DEFINE_FINAL_TYPE (FasciaBreathCircle, fascia_breath_circle, ADW_TYPE_BIN)

static float
get_radius (FasciaBreathCircle *self)
{
  const int side
      = MIN (gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));

  return MAX ((float) MIN (side, LARGEST_PX) / 2 - RING_PX, 0);
}

static GskPath *
make_circle (float x, float y, float radius)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
  return gsk_path_builder_free_to_path (g_steal_pointer (&builder));
}

static void
fascia_breath_circle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaBreathCircle *self = FASCIA_BREATH_CIRCLE (widget);
  const float x = (float) gtk_widget_get_width (widget) / 2;
  const float y = (float) gtk_widget_get_height (widget) / 2;
  const float radius = get_radius (self);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  if (radius > 0)
    {
      g_autoptr (GskStroke) stroke = gsk_stroke_new (RING_PX);
      g_autoptr (GskPath) ring = make_circle (x, y, radius);
      GdkRGBA line = color;

      line.alpha *= 0.45f;
      gtk_snapshot_append_stroke (snapshot, ring, stroke, &line);
      if (self->fullness >= 0)
        {
          const double share = SMALLEST + (1 - SMALLEST) * self->fullness;
          g_autoptr (GskPath) disc = make_circle (x, y, radius * (float) share);

          /* Thin enough for the words on it to stay legible. */
          color.alpha *= 0.26f;
          gtk_snapshot_append_fill (snapshot, disc, GSK_FILL_RULE_WINDING, &color);
        }
    }
  GTK_WIDGET_CLASS (fascia_breath_circle_parent_class)->snapshot (widget, snapshot);
}

static void
fascia_breath_circle_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int least = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
  *minimum = MAX (least, MIN_PX);
  *natural = MAX (*minimum, NATURAL_PX);
}

static void
fascia_breath_circle_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_allocate (child, width, height, -1, NULL);
}

void
fascia_breath_circle_set_fullness (FasciaBreathCircle *self, double fullness)
{
  g_return_if_fail (FASCIA_IS_BREATH_CIRCLE (self));

  const double wanted = fullness < 0 ? -1 : MIN (fullness, 1);
  const gboolean is_seen
      = (wanted < 0) != (self->fullness < 0)
        || fabs (wanted - self->fullness) * (1 - SMALLEST) * get_radius (self) >= STEP_PX;

  if (!is_seen)
    return;
  self->fullness = wanted;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
fascia_breath_circle_get_fullness (FasciaBreathCircle *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_CIRCLE (self), -1);

  return self->fullness;
}

static void
fascia_breath_circle_class_init (FasciaBreathCircleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = fascia_breath_circle_snapshot;
  widget_class->measure = fascia_breath_circle_measure;
  widget_class->size_allocate = fascia_breath_circle_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "breathcircle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
fascia_breath_circle_init (FasciaBreathCircle *self)
{
  /* The bin's would give it the size of its child. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->fullness = -1;
}

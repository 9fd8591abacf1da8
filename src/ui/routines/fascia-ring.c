/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ring round one child that empties as time goes by. */

#include "config.h"

#include "fascia-ring.h"

#include <math.h>

/* Thickness in parts of the diameter. */
#define THICKNESS 0.035
#define THINNEST 6.0

struct _FasciaRing
{
  AdwBin parent_instance;

  double share;
  gboolean is_quiet;
};

G_DEFINE_FINAL_TYPE (FasciaRing, fascia_ring, ADW_TYPE_BIN)

/* A part of a circle, clockwise from the top; @share below 1. */
static GskPath *
make_arc (float x, float y, float radius, double share)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  double angle = 2 * G_PI * share;

  gsk_path_builder_move_to (builder, x, y - radius);
  gsk_path_builder_svg_arc_to (builder, radius, radius, 0, share > 0.5, TRUE,
                               x + radius * (float) sin (angle), y - radius * (float) cos (angle));
  return gsk_path_builder_free_to_path (g_steal_pointer (&builder));
}

static GskPath *
make_circle (float x, float y, float radius)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
  return gsk_path_builder_free_to_path (g_steal_pointer (&builder));
}

static void
fascia_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaRing *self = FASCIA_RING (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float diameter = MIN (width, height);
  float thickness = MAX (diameter * (float) THICKNESS, (float) THINNEST);
  float radius = (diameter - thickness) / 2;
  GdkRGBA color;
  GdkRGBA track;

  gtk_widget_get_color (widget, &color);
  track = color;
  track.alpha *= 0.12f;
  if (self->is_quiet)
    color.alpha *= 0.45f;
  if (radius > 0)
    {
      g_autoptr (GskStroke) stroke = gsk_stroke_new (thickness);
      g_autoptr (GskPath) circle = make_circle (width / 2, height / 2, radius);

      gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
      gtk_snapshot_append_stroke (snapshot, circle, stroke, &track);
      if (self->share >= 0.9999)
        gtk_snapshot_append_stroke (snapshot, circle, stroke, &color);
      else if (self->share > 0.0001)
        {
          g_autoptr (GskPath) arc = make_arc (width / 2, height / 2, radius, self->share);

          gtk_snapshot_append_stroke (snapshot, arc, stroke, &color);
        }
    }
  GTK_WIDGET_CLASS (fascia_ring_parent_class)->snapshot (widget, snapshot);
}

void
fascia_ring_set_share (FasciaRing *self, double share)
{
  g_return_if_fail (FASCIA_IS_RING (self));

  share = CLAMP (share, 0, 1);
  if (fabs (share - self->share) < 0.0005)
    return;
  self->share = share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_ring_set_quiet (FasciaRing *self, gboolean is_quiet)
{
  g_return_if_fail (FASCIA_IS_RING (self));

  if (self->is_quiet == is_quiet)
    return;
  self->is_quiet = is_quiet;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fascia_ring_class_init (FasciaRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = fascia_ring_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
  gtk_widget_class_set_css_name (widget_class, "sessionring");
}

static void
fascia_ring_init (FasciaRing *self)
{
}

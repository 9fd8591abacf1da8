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
  GtkWidget parent_instance;

  GtkWidget *child;
  double share;
  gboolean is_quiet;
};

enum
{
  PROP_CHILD = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FasciaRing, fascia_ring, GTK_TYPE_WIDGET)

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

void
fascia_ring_set_child (FasciaRing *self, GtkWidget *child)
{
  g_return_if_fail (FASCIA_IS_RING (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

GtkWidget *
fascia_ring_new (void)
{
  return g_object_new (FASCIA_TYPE_RING, NULL);
}

static void
fascia_ring_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      fascia_ring_set_child (FASCIA_RING (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
fascia_ring_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, FASCIA_RING (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
fascia_ring_dispose (GObject *object)
{
  g_clear_pointer (&FASCIA_RING (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (fascia_ring_parent_class)->dispose (object);
}

static void
fascia_ring_class_init (FasciaRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fascia_ring_set_property;
  object_class->get_property = fascia_ring_get_property;
  object_class->dispose = fascia_ring_dispose;
  widget_class->snapshot = fascia_ring_snapshot;

  props[PROP_CHILD]
      = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
  gtk_widget_class_set_css_name (widget_class, "sessionring");
}

static void
fascia_ring_init (FasciaRing *self)
{
}

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
/* Smaller than this a number in it is not read from the floor. */
#define SMALLEST_PX 72
#define NATURAL_PX 168
/* Of the diameter inside: so much is room enough, and so much is used by what has to be made smaller. */
#define ROOM 0.94
#define INSIDE 0.86

struct _FasciaRing
{
  AdwBin parent_instance;

  GtkWidget *under; /* (nullable) a picture, beneath the child */
  double share;
  int natural_size; /* 0: of its own */
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

static float
get_thickness (float diameter)
{
  return MAX (diameter * (float) THICKNESS, (float) THINNEST);
}

static void
fascia_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaRing *self = FASCIA_RING (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float diameter = MIN (width, height);
  float thickness = get_thickness (diameter);
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

/* ---- its size ---- */

static void
fascia_ring_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  FasciaRing *self = FASCIA_RING (widget);
  int asked[2];

  gtk_widget_get_size_request (widget, &asked[GTK_ORIENTATION_HORIZONTAL],
                               &asked[GTK_ORIENTATION_VERTICAL]);
  *minimum = SMALLEST_PX;
  *natural = self->natural_size > 0 ? self->natural_size : NATURAL_PX;
  if (asked[orientation] > 0)
    *natural = asked[orientation];
  *natural = MAX (*natural, SMALLEST_PX);
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_at (GtkWidget *child, float x, float y, int width, int height, float scale)
{
  g_autoptr (GskTransform) moved = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y));

  gtk_widget_allocate (child, width, height, -1,
                       gsk_transform_scale (g_steal_pointer (&moved), scale, scale));
}

/* What does not fit inside is made smaller as a whole: a number is never cut. */
static void
allocate_child (FasciaRing *self, GtkWidget *child, int width, int height, float diameter)
{
  const float room = MAX (diameter * (float) ROOM, 1);
  const float inside = MAX (diameter * (float) INSIDE, 1);
  int least = 0;
  int child_width = 0;
  int child_height = 0;
  float scale = 1;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &child_width, NULL, NULL);
  /* Words wrap. */
  child_width = MAX (MAX (least, MIN (child_width, (int) room)), 1);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL,
                      NULL);
  child_height = MAX (child_height, 1);
  if ((float) MAX (child_width, child_height) > room)
    scale = inside / (float) MAX (child_width, child_height);

  allocate_at (child, ((float) width - (float) child_width * scale) / 2,
               ((float) height - (float) child_height * scale) / 2, child_width, child_height,
               MAX (scale, 0.01f));
}

static void
fascia_ring_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FasciaRing *self = FASCIA_RING (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  const float whole = (float) MIN (width, height);
  const float diameter = whole - 2 * get_thickness (whole);

  if (child != NULL && gtk_widget_should_layout (child))
    allocate_child (self, child, width, height, diameter);
  if (self->under != NULL && gtk_widget_should_layout (self->under))
    {
      int least = 0;

      gtk_widget_measure (self->under, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      const int side = MAX (MAX (least, (int) diameter), 1);
      const float scale = MAX (MIN (1.0f, diameter / (float) side), 0.01f);

      allocate_at (self->under, ((float) width - (float) side * scale) / 2,
                   ((float) height - (float) side * scale) / 2, side, side, scale);
    }
}

void
fascia_ring_set_under (FasciaRing *self, GtkWidget *under)
{
  g_return_if_fail (FASCIA_IS_RING (self));
  g_return_if_fail (under == NULL || GTK_IS_WIDGET (under));

  if (self->under == under)
    return;
  g_clear_pointer (&self->under, gtk_widget_unparent);
  if (under == NULL)
    return;
  self->under = under;
  /* Drawn first. */
  gtk_widget_insert_after (under, GTK_WIDGET (self), NULL);
}

void
fascia_ring_set_natural_size (FasciaRing *self, int size)
{
  g_return_if_fail (FASCIA_IS_RING (self));

  if (self->natural_size == size)
    return;
  self->natural_size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
fascia_ring_dispose (GObject *object)
{
  fascia_ring_set_under (FASCIA_RING (object), NULL);

  G_OBJECT_CLASS (fascia_ring_parent_class)->dispose (object);
}

static void
fascia_ring_class_init (FasciaRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_ring_dispose;
  widget_class->measure = fascia_ring_measure;
  widget_class->size_allocate = fascia_ring_size_allocate;
  widget_class->snapshot = fascia_ring_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
  gtk_widget_class_set_css_name (widget_class, "sessionring");
}

static void
fascia_ring_init (FasciaRing *self)
{
  /* The bin's would give it the size of its child. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

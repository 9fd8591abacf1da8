/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A circle that grows and shrinks with the breath.
 */

#include "config.h"

#include "fascia-breath-circle.h"

/* Of the ring: the disc when all is out. */
#define SMALLEST 0.36
#define RING_PX 2
#define MIN_PX 96
#define NATURAL_PX 300
/* Larger it would be no calmer. */
#define LARGEST_PX 440

struct _FasciaBreathCircle
{
  AdwBin parent_instance;

  double fullness; /* below 0: none */
  int drawn_px;    /* its radius, in whole pixels */
};

G_DEFINE_FINAL_TYPE (FasciaBreathCircle, fascia_breath_circle, ADW_TYPE_BIN)

static float
get_radius (FasciaBreathCircle *self)
{
  const int side
      = MIN (gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));

  return MAX ((float) MIN (side, LARGEST_PX) / 2 - RING_PX, 0);
}

/* In whole pixels: what grows by less is not seen. */
static int
get_disc_px (FasciaBreathCircle *self)
{
  const double share = SMALLEST + (1 - SMALLEST) * self->fullness;

  return self->fullness < 0 ? 0 : (int) (get_radius (self) * share + 0.5);
}

/* Rounded boxes: renderers have these of their own, a path they would have to fill anew each time. */
static void
init_circle (GskRoundedRect *circle, float x, float y, float radius)
{
  gsk_rounded_rect_init_from_rect (
      circle, &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius), radius);
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
      const float widths[] = { RING_PX, RING_PX, RING_PX, RING_PX };
      GdkRGBA line = color;
      GskRoundedRect circle;

      line.alpha *= 0.45f;
      init_circle (&circle, x, y, radius + RING_PX / 2.0f);
      gtk_snapshot_append_border (snapshot, &circle, widths,
                                  (const GdkRGBA[]) { line, line, line, line });
      self->drawn_px = get_disc_px (self);
      if (self->drawn_px > 0)
        {
          /* Thin enough for the words on it to stay legible. */
          color.alpha *= 0.26f;
          init_circle (&circle, x, y, (float) self->drawn_px);
          gtk_snapshot_push_rounded_clip (snapshot, &circle);
          gtk_snapshot_append_color (snapshot, &color, &circle.bounds);
          gtk_snapshot_pop (snapshot);
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

  self->fullness = wanted;
  if (get_disc_px (self) != self->drawn_px)
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

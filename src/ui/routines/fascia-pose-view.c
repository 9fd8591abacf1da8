/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture of a pose as a widget. GTK keeps what was drawn until the next change, so a picture
 * that stands still costs nothing; one that moves is drawn once for each phase.
 */

#include "config.h"

#include "fascia-pose-view.h"

#include <adwaita.h>
#include <math.h>

#include "draw/fascia-pose-picture.h"

#define NATURAL_SIZE 200
/* There and back again: slow, as the movements are. */
#define PERIOD_US (4800 * G_TIME_SPAN_MILLISECOND)
/* Movements as slow as these need no more pictures a second; there is one of each phase, and back again
 * they are seen in reverse. */
#define PICTURE_MS 84
#define N_PHASES 28
/* Larger ones move coarser, and are drawn no finer than this while they do: all of them stay below 28 MB. */
#define LARGE_PX 480
#define LARGEST_PX 640

struct _FasciaPoseView
{
  GtkWidget parent_instance;

  FasciaPoses *poses;      /* (nullable): keeps the pose */
  const FasciaPose *asked; /* (nullable): the one that was set */
  const FasciaPose *pose;  /* (nullable): of the same step, for the posture */
  FasciaSide side;
  FasciaPosture posture; /* 0: any */
  gboolean is_moving;    /* asked to */
  guint source;          /* 0: stands still */
  gint64 started_us;
  guint phase;                        /* of N_PHASES */
  GdkTexture *pictures[N_PHASES + 1]; /* (nullable): as far as they were drawn */
  int size, scale;                    /* of what they are for */
  GtkSettings *settings;              /* (nullable): while it has a root */
};

G_DEFINE_FINAL_TYPE (FasciaPoseView, fascia_pose_view, GTK_TYPE_WIDGET)

static void
forget_pictures (FasciaPoseView *self)
{
  for (guint i = 0; i <= N_PHASES; i++)
    g_clear_object (&self->pictures[i]);
}

/* Another pose, or other colours. */
static void
draw_anew (FasciaPoseView *self)
{
  forget_pictures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_phase (FasciaPoseView *self, guint phase)
{
  if (self->size * self->scale > LARGE_PX)
    phase -= phase % 2;
  if (self->phase == phase)
    return;
  self->phase = phase;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* 0 … 1 … 0, with a moment of rest at both ends. */
static guint
phase_at (gint64 elapsed_us)
{
  const double part = (double) (elapsed_us % PERIOD_US) / PERIOD_US;
  const double wave = 0.5 - 0.5 * cos (2 * G_PI * part);

  return (guint) lround (CLAMP (wave * 1.12 - 0.06, 0.0, 1.0) * N_PHASES);
}

/* Not with each frame: the window would be at work sixty times a second for these few pictures. */
static gboolean
on_timeout (gpointer data)
{
  FasciaPoseView *self = data;

  show_phase (self, phase_at (g_get_monotonic_time () - self->started_us));
  return G_SOURCE_CONTINUE;
}

static void
update_motion (FasciaPoseView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean is_wanted = self->is_moving && self->pose != NULL && fascia_pose_moves (self->pose)
                             && gtk_widget_get_mapped (widget)
                             && adw_get_enable_animations (widget);

  if (is_wanted && self->source == 0)
    {
      self->started_us = g_get_monotonic_time ();
      self->source = g_timeout_add (PICTURE_MS, on_timeout, self);
    }
  else if (!is_wanted && self->source != 0)
    {
      g_clear_handle_id (&self->source, g_source_remove);
      show_phase (self, 0);
      /* Dozens of pictures for nothing, until it moves again. */
      for (guint i = 1; i <= N_PHASES; i++)
        g_clear_object (&self->pictures[i]);
    }
}

static void
update_words (FasciaPoseView *self)
{
  g_autofree char *words
      = self->pose != NULL ? fascia_pose_dup_words (self->pose, self->side, self->posture) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : "", -1);
}

/* (transfer full) */
static GdkTexture *
draw_picture (FasciaPoseView *self)
{
  AdwStyleManager *style
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  const FasciaFigureLook look = fascia_figure_look_for (
      adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
  g_autoptr (FasciaPoseFrame) frame
      = fascia_pose_dup_frame (self->pose, (double) self->phase / N_PHASES);
  const int all = self->size * self->scale;
  const int pixels = self->phase == 0 ? all : MIN (all, LARGEST_PX);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, (double) pixels / self->size, (double) pixels / self->size);
  fascia_pose_picture_draw (cr, frame, fascia_pose_palette_get (look), self->size,
                            fascia_pose_is_mirrored (self->pose, self->side));
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) pixels,
                                    (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (pixels, pixels, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
fascia_pose_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaPoseView *self = FASCIA_POSE_VIEW (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const int size = MIN (width, height);
  const int scale = gtk_widget_get_scale_factor (widget);

  if (self->pose == NULL || size < 1)
    return;
  if (size != self->size || scale != self->scale)
    forget_pictures (self);
  self->size = size;
  self->scale = scale;
  if (self->pictures[self->phase] == NULL)
    self->pictures[self->phase] = draw_picture (self);

  const int left = (width - size) / 2, top = (height - size) / 2;
  gtk_snapshot_append_texture (
      snapshot, self->pictures[self->phase],
      &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) size, (float) size));
}

static GtkSizeRequestMode
fascia_pose_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
fascia_pose_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 32;
  *natural = NATURAL_SIZE;
  *minimum_baseline = *natural_baseline = -1;
}

static void
fascia_pose_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fascia_pose_view_parent_class)->map (widget);
  update_motion (FASCIA_POSE_VIEW (widget));
}

static void
fascia_pose_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fascia_pose_view_parent_class)->unmap (widget);
  update_motion (FASCIA_POSE_VIEW (widget));
}

static void
fascia_pose_view_root (GtkWidget *widget)
{
  FasciaPoseView *self = FASCIA_POSE_VIEW (widget);

  GTK_WIDGET_CLASS (fascia_pose_view_parent_class)->root (widget);
  self->settings = g_object_ref (gtk_widget_get_settings (widget));
  g_signal_connect_object (self->settings, "notify::gtk-enable-animations",
                           G_CALLBACK (update_motion), self, G_CONNECT_SWAPPED);
}

static void
fascia_pose_view_unroot (GtkWidget *widget)
{
  FasciaPoseView *self = FASCIA_POSE_VIEW (widget);

  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  GTK_WIDGET_CLASS (fascia_pose_view_parent_class)->unroot (widget);
}

static void
fascia_pose_view_dispose (GObject *object)
{
  FasciaPoseView *self = FASCIA_POSE_VIEW (object);

  self->asked = self->pose = NULL;
  g_clear_handle_id (&self->source, g_source_remove);
  forget_pictures (self);
  g_clear_pointer (&self->poses, fascia_poses_unref);
  G_OBJECT_CLASS (fascia_pose_view_parent_class)->dispose (object);
}

static void
fascia_pose_view_class_init (FasciaPoseViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_pose_view_dispose;
  widget_class->snapshot = fascia_pose_view_snapshot;
  widget_class->get_request_mode = fascia_pose_view_get_request_mode;
  widget_class->measure = fascia_pose_view_measure;
  widget_class->map = fascia_pose_view_map;
  widget_class->unmap = fascia_pose_view_unmap;
  widget_class->root = fascia_pose_view_root;
  widget_class->unroot = fascia_pose_view_unroot;
  gtk_widget_class_set_css_name (widget_class, "poseview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fascia_pose_view_init (FasciaPoseView *self)
{
  AdwStyleManager *style
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->side = FASCIA_SIDE_MIDLINE;
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (draw_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (draw_anew), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
fascia_pose_view_new (void)
{
  return g_object_new (FASCIA_TYPE_POSE_VIEW, NULL);
}

static void
choose_pose (FasciaPoseView *self)
{
  self->pose = self->asked != NULL
                   ? fascia_poses_lookup_for (self->poses, fascia_pose_get_step (self->asked),
                                              self->posture)
                   : NULL;
  self->started_us = g_get_monotonic_time ();
  draw_anew (self);
  show_phase (self, 0);
  update_words (self);
  update_motion (self);
}

void
fascia_pose_view_set_pose (FasciaPoseView *self,
                           FasciaPoses *poses,
                           const FasciaPose *pose,
                           FasciaSide side)
{
  g_return_if_fail (FASCIA_IS_POSE_VIEW (self));
  g_return_if_fail (pose == NULL || poses != NULL);

  if (self->asked == pose && self->side == side)
    return;

  FasciaPoses *before = self->poses;
  self->poses = pose != NULL ? fascia_poses_ref (poses) : NULL;
  g_clear_pointer (&before, fascia_poses_unref);
  self->asked = pose;
  self->side = side;
  choose_pose (self);
}

void
fascia_pose_view_set_posture (FasciaPoseView *self, FasciaPosture posture)
{
  g_return_if_fail (FASCIA_IS_POSE_VIEW (self));

  if (self->posture == posture)
    return;
  self->posture = posture;
  choose_pose (self);
}

void
fascia_pose_view_set_moving (FasciaPoseView *self, gboolean is_moving)
{
  g_return_if_fail (FASCIA_IS_POSE_VIEW (self));

  if (self->is_moving == is_moving)
    return;
  self->is_moving = is_moving;
  update_motion (self);
}

gboolean
fascia_pose_view_is_running (FasciaPoseView *self)
{
  g_return_val_if_fail (FASCIA_IS_POSE_VIEW (self), FALSE);

  return self->source != 0;
}

double
fascia_pose_view_get_phase (FasciaPoseView *self)
{
  g_return_val_if_fail (FASCIA_IS_POSE_VIEW (self), 0);

  return (double) self->phase / N_PHASES;
}

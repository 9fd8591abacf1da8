/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture of a pose as a widget. GTK keeps what was drawn until the next change, so a picture
 * that stands still costs nothing.
 */

#include "config.h"

#include "fascia-pose-view.h"

#include <adwaita.h>
#include <math.h>

#include "draw/fascia-pose-picture.h"

#define NATURAL_SIZE 200
/* There and back again: slow, as the movements are. */
#define PERIOD_US (4800 * G_TIME_SPAN_MILLISECOND)
/* Movements as slow as these look no smoother with more pictures a second. */
#define PICTURE_US (32 * G_TIME_SPAN_MILLISECOND)

struct _FasciaPoseView
{
  GtkWidget parent_instance;

  FasciaPoses *poses;      /* (nullable): keeps the pose */
  const FasciaPose *asked; /* (nullable): the one that was set */
  const FasciaPose *pose;  /* (nullable): of the same step, for the posture */
  FasciaSide side;
  FasciaPosture posture; /* 0: any */
  gboolean is_moving;    /* asked to */
  guint tick;            /* 0: stands still */
  gint64 started_us, shown_us;
  double phase;
  FasciaPoseFrame *frame; /* (nullable): of the phase that is shown */
  GtkSettings *settings;  /* (nullable): while it has a root */
};

G_DEFINE_FINAL_TYPE (FasciaPoseView, fascia_pose_view, GTK_TYPE_WIDGET)

static void
show_phase (FasciaPoseView *self, double phase)
{
  self->phase = phase;
  g_clear_pointer (&self->frame, fascia_pose_frame_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* 0 … 1 … 0, with a moment of rest at both ends. */
static double
phase_at (gint64 elapsed_us)
{
  const double part = (double) (elapsed_us % PERIOD_US) / PERIOD_US;
  const double wave = 0.5 - 0.5 * cos (2 * G_PI * part);

  return CLAMP (wave * 1.12 - 0.06, 0.0, 1.0);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FasciaPoseView *self = FASCIA_POSE_VIEW (widget);
  const gint64 now_us = gdk_frame_clock_get_frame_time (clock);

  if (self->started_us == 0)
    self->started_us = now_us;

  const double phase = phase_at (now_us - self->started_us);
  if (now_us - self->shown_us >= PICTURE_US && fabs (phase - self->phase) > 0.002)
    {
      self->shown_us = now_us;
      show_phase (self, phase);
    }
  return G_SOURCE_CONTINUE;
}

static void
update_motion (FasciaPoseView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean is_wanted = self->is_moving && self->pose != NULL && fascia_pose_moves (self->pose)
                             && gtk_widget_get_mapped (widget)
                             && adw_get_enable_animations (widget);

  if (is_wanted && self->tick == 0)
    {
      self->started_us = 0;
      self->tick = gtk_widget_add_tick_callback (widget, on_tick, NULL, NULL);
    }
  else if (!is_wanted && self->tick != 0)
    {
      gtk_widget_remove_tick_callback (widget, self->tick);
      self->tick = 0;
      show_phase (self, 0);
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

static void
fascia_pose_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaPoseView *self = FASCIA_POSE_VIEW (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const double size = MIN (width, height);

  if (self->pose == NULL || size < 1)
    return;
  if (self->frame == NULL)
    self->frame = fascia_pose_dup_frame (self->pose, self->phase);

  const FasciaFigureLook look = fascia_figure_look_for (
      adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
  const double left = round ((width - size) / 2), top = round ((height - size) / 2);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) size, (float) size));
  cairo_translate (cr, left, top);
  fascia_pose_picture_draw (cr, self->frame, fascia_pose_palette_get (look), size,
                            fascia_pose_is_mirrored (self->pose, self->side));
  cairo_destroy (cr);
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
  g_clear_pointer (&self->frame, fascia_pose_frame_free);
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
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
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
  self->started_us = 0;
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

  return self->tick != 0;
}

double
fascia_pose_view_get_phase (FasciaPoseView *self)
{
  g_return_val_if_fail (FASCIA_IS_POSE_VIEW (self), 0);

  return self->phase;
}

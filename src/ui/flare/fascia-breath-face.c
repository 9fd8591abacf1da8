/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath as it is seen: the circle, the words, the time.
 */

#include "config.h"

#include "fascia-breath-face.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "fascia-breath-circle.h"

/* What moves so slowly needs no more than thirty pictures a second. */
#define FRAME_US 30000

struct _FasciaBreathFace
{
  GtkBox parent_instance;

  FasciaBreathCircle *circle;
  GtkLabel *count;
  GtkLabel *phase;
  GtkLabel *time;
  GtkLabel *hint;

  guint frames;
  gint64 frame_us; /* of the picture before */
  int shown_count;
  gint64 shown_seconds;
  gboolean shown_open; /* without an end */
  gboolean moves;      /* something would, where animations are wanted */
};

enum
{
  SIGNAL_FRAME,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaBreathFace, fascia_breath_face, GTK_TYPE_BOX)

const char *
fascia_breath_face_get_words (FasciaBreathPhase phase)
{
  return phase == FASCIA_BREATH_IN ? _ ("Breathe in") : _ ("Breathe out");
}

const char *
fascia_breath_face_get_hint (gboolean is_rest)
{
  return is_rest
             ? _ ("Lie or sit where it aches least. Breathe as you always do.")
             : _ ("In softly, out for longer. Never hold your breath. When you feel dizzy, stop "
                  "and breathe as you always do.");
}

/* ---- frames ---- */

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FasciaBreathFace *self = FASCIA_BREATH_FACE (widget);
  const gint64 frame_us = gdk_frame_clock_get_frame_time (clock);

  if (frame_us - self->frame_us >= FRAME_US)
    {
      self->frame_us = frame_us;
      g_signal_emit (self, signals[SIGNAL_FRAME], 0);
    }
  return G_SOURCE_CONTINUE;
}

static void
follow_frames (FasciaBreathFace *self)
{
  const gboolean is_wanted = self->moves && gtk_widget_get_mapped (GTK_WIDGET (self))
                             && adw_get_enable_animations (GTK_WIDGET (self));

  if (is_wanted && self->frames == 0)
    self->frames = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
  else if (!is_wanted && self->frames != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->frames);
      self->frames = 0;
    }
}

gboolean
fascia_breath_face_is_moving (FasciaBreathFace *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_FACE (self), FALSE);

  return self->frames != 0;
}

/* ---- what it says ---- */

static void
show_time (FasciaBreathFace *self, const FasciaBreath *breath)
{
  const gint64 end = fascia_breath_get_end_ms (breath);
  const gboolean is_open = end == G_MAXINT64;
  const gint64 seconds
      = is_open ? breath->elapsed_ms / 1000 : (end - breath->elapsed_ms + 999) / 1000;
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;

  if (seconds == self->shown_seconds && is_open == self->shown_open)
    return;
  self->shown_seconds = seconds;
  self->shown_open = is_open;
  count = g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60));
  words = is_open
              /* Translators: %s is how long it has gone on: “1:20 so far” */
              ? g_strdup_printf (_ ("%s so far"), count)
              /* Translators: %s is how long it still goes on: “4:32 to go” */
              : g_strdup_printf (_ ("%s to go"), count);
  gtk_label_set_label (self->time, words);
}

static void
show_count (FasciaBreathFace *self, int count)
{
  if (count == self->shown_count)
    return;
  self->shown_count = count;
  g_autofree char *text = count > 0 ? g_strdup_printf ("%d", count) : g_strdup ("");
  gtk_label_set_label (self->count, text);
}

static const char *
get_phase_words (const FasciaBreath *breath, FasciaBreathPhase phase, gboolean is_rest)
{
  if (breath->is_running)
    return is_rest ? _ ("Rest") : fascia_breath_face_get_words (phase);
  /* Not begun yet. */
  return breath->elapsed_ms > 0 ? _ ("Paused") : "";
}

void
fascia_breath_face_show (FasciaBreathFace *self, const FasciaBreath *breath, gboolean is_rest)
{
  g_return_if_fail (FASCIA_IS_BREATH_FACE (self));
  g_return_if_fail (breath != NULL);

  FasciaBreathAt at;

  self->moves = breath->is_running && !is_rest;
  fascia_breath_at (breath->elapsed_ms, &at);
  show_time (self, breath);
  show_count (self, self->moves ? at.seconds_left : 0);
  gtk_label_set_label (self->phase, get_phase_words (breath, at.phase, is_rest));
  gtk_label_set_label (self->hint, fascia_breath_face_get_hint (is_rest));
  fascia_breath_circle_set_fullness (
      self->circle,
      self->moves && adw_get_enable_animations (GTK_WIDGET (self)) ? at.fullness : -1);
  follow_frames (self);
}

/* ---- the widget ---- */

static void
fascia_breath_face_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fascia_breath_face_parent_class)->map (widget);

  follow_frames (FASCIA_BREATH_FACE (widget));
}

static void
fascia_breath_face_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fascia_breath_face_parent_class)->unmap (widget);

  follow_frames (FASCIA_BREATH_FACE (widget));
}

static void
fascia_breath_face_dispose (GObject *object)
{
  FasciaBreathFace *self = FASCIA_BREATH_FACE (object);

  self->moves = FALSE;
  follow_frames (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_BREATH_FACE);

  G_OBJECT_CLASS (fascia_breath_face_parent_class)->dispose (object);
}

static void
fascia_breath_face_class_init (FasciaBreathFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_breath_face_dispose;
  widget_class->map = fascia_breath_face_map;
  widget_class->unmap = fascia_breath_face_unmap;

  signals[SIGNAL_FRAME] = g_signal_new ("frame", FASCIA_TYPE_BREATH_FACE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FASCIA_TYPE_BREATH_CIRCLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-breath-face.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathFace, circle);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathFace, count);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathFace, phase);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathFace, time);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathFace, hint);
}

static void
fascia_breath_face_init (FasciaBreathFace *self)
{
  self->shown_count = -1;
  self->shown_seconds = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-enable-animations",
                           G_CALLBACK (follow_frames), self, G_CONNECT_SWAPPED);
}

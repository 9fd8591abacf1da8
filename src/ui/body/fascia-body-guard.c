/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may break into a press or a stroke on a figure: other buttons, Escape, a figure that goes.
 */

#include "config.h"

#include "fascia-body-map-private.h"

/* Escape is for the stroke, wherever the keyboard focus is: often on the tools beside the figure. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                FasciaBodyMap *self)
{
  return keyval == GDK_KEY_Escape && fascia_body_map_draw_cancel (self);
}

void
fascia_body_map_guard_stroke (FasciaBodyMap *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->escape != NULL || root == NULL)
    return;
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (root), keys);
  g_set_weak_pointer (&self->escape, keys);
}

void
fascia_body_map_unguard_stroke (FasciaBodyMap *self)
{
  GtkEventController *keys = self->escape;

  if (keys == NULL)
    return;
  g_clear_weak_pointer (&self->escape);
  g_signal_handlers_disconnect_by_data (keys, self);
  /* It may be the one that is speaking. */
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, g_object_ref (keys));
  gtk_widget_remove_controller (gtk_event_controller_get_widget (keys), keys);
}

/* Another button while the first one is down means nothing: it ends no stroke, and no menu opens
 * under the press. */
static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer data)
{
  GdkEventType type = gdk_event_get_event_type (event);

  return (type == GDK_BUTTON_PRESS || type == GDK_BUTTON_RELEASE)
         && gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY
         && (gdk_event_get_modifier_state (event) & GDK_BUTTON1_MASK) != 0;
}

static void
on_unmap (FasciaBodyMap *self)
{
  fascia_body_map_cancel_press (self);
  fascia_body_map_draw_cancel (self);
}

void
fascia_body_map_add_guard (FasciaBodyMap *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
}

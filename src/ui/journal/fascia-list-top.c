/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps a list that is at its top there when rows come, the header of the first section in sight.
 */

#include "config.h"

#include "fascia-list-top.h"

struct _FasciaListTop
{
  GtkScrolledWindow *scrolled;
  GdkFrameClock *clock; /* NULL unless holding */
  gulong layout_id;
};

FasciaListTop *
fascia_list_top_new (GtkScrolledWindow *scrolled)
{
  FasciaListTop *self;

  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (scrolled), NULL);

  self = g_new0 (FasciaListTop, 1);
  self->scrolled = scrolled;
  return self;
}

void
fascia_list_top_free (FasciaListTop *self)
{
  g_return_if_fail (self != NULL);

  fascia_list_top_release (self);
  g_free (self);
}

gboolean
fascia_list_top_is_there (FasciaListTop *self)
{
  GtkAdjustment *adjustment;

  g_return_val_if_fail (self != NULL, FALSE);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  return gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment);
}

static void
on_frame_laid_out (GdkFrameClock *clock, FasciaListTop *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);

  /* Not yet with the new rows. */
  if (gtk_adjustment_get_upper (adjustment) <= 0)
    return;

  fascia_list_top_release (self);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

void
fascia_list_top_hold (FasciaListTop *self)
{
  GdkFrameClock *clock;

  g_return_if_fail (self != NULL);

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->scrolled));
  if (clock == NULL || self->clock != NULL)
    return;

  self->clock = g_object_ref (clock);
  self->layout_id = g_signal_connect_after (clock, "layout", G_CALLBACK (on_frame_laid_out), self);
}

void
fascia_list_top_release (FasciaListTop *self)
{
  g_return_if_fail (self != NULL);

  if (self->clock != NULL)
    g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);
}

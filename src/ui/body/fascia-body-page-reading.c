/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Body page says while the journal is read, and how much is marked once it is.
 */

#include "config.h"

#include "fascia-body-page-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "widgets/fascia-fit.h"

/* Whoever waits so long wants to know what for. */
#define SLOW_AFTER_MS 300
/* Of large text in a narrow window. */
#define SUMMARY_CHARS 15

static void
on_slow (gpointer data)
{
  FasciaBodyPage *self = data;

  self->slow_id = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  fascia_body_model_set_is_slow (self->model, TRUE);
  fascia_announce (GTK_WIDGET (self), _ ("Reading your journal…"));
}

/* The body is there from the start; only a journal that takes its time says so. */
void
fascia_body_page_update_reading (FasciaBodyPage *self)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  gboolean is_waiting = !fascia_body_model_is_read (self->model)
                        && fascia_body_model_get_error (self->model) == NULL;

  if (is_waiting)
    {
      if (self->slow_id == 0 && !gtk_widget_get_visible (self->spinner))
        self->slow_id = g_timeout_add_once (SLOW_AFTER_MS, on_slow, self);
      return;
    }
  g_clear_handle_id (&self->slow_id, g_source_remove);
  if (!gtk_widget_get_visible (self->spinner))
    return;
  gtk_widget_set_visible (self->spinner, FALSE);
  fascia_body_model_set_is_slow (self->model, FALSE);
  if (!fascia_body_model_is_read (self->model))
    return;
  g_autofree char *summary = fascia_body_model_dup_summary (self->model);
  fascia_announce (GTK_WIDGET (self), summary);
}

/* A button that is wider than its line is laid out beyond it: large text goes on a second line. */
void
fascia_body_page_fit_summary (FasciaBodyPage *self)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  GtkWidget *label = gtk_button_get_child (self->summary_button);

  fascia_fit_button (GTK_WIDGET (self->summary_button));
  if (!GTK_IS_LABEL (label))
    return;
  const gboolean is_large = fascia_is_text_large (GTK_WIDGET (self));

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label),
                                   is_large ? GTK_NATURAL_WRAP_WORD : GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), is_large ? SUMMARY_CHARS : -1);
}

void
fascia_body_page_set_summary (FasciaBodyPage *self, const char *summary)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));
  g_return_if_fail (summary != NULL);

  gtk_button_set_label (self->summary_button, summary);
  fascia_body_page_fit_summary (self);
  gtk_button_set_label (self->low_summary, summary);
}

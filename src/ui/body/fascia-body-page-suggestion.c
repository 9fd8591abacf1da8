/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine for what is marked, on the Body page: a card beside the figure, a button below it.
 */

#include "config.h"

#include "fascia-body-page-private.h"

#include "fascia-window.h"
#include "routines/fascia-suggestion-card.h"

static void
on_opened (FasciaBodyPage *self, FasciaSuggestionCard *card)
{
  const FasciaSuggestion *suggestion = fascia_suggestion_card_get_suggestion (card);

  fascia_window_show_routine (GTK_WIDGET (self), suggestion->routine,
                              (const FasciaRegion *const *) suggestion->places);
}

static void
ensure_card (FasciaBodyPage *self, AdwBin *bin, FasciaSuggestionStyle style)
{
  if (adw_bin_get_child (bin) != NULL)
    return;
  FasciaRoutinesModel *model = fascia_routines_model_get (
      fascia_body_model_get_journal (self->model), fascia_body_model_get_body (self->model));
  GtkWidget *card = fascia_suggestion_card_new (model, style);

  g_signal_connect_object (card, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "notify::has-suggestion",
                           G_CALLBACK (fascia_body_page_update_suggestion), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (bin, card);
}

static gboolean
has_suggestion (AdwBin *bin)
{
  GtkWidget *card = adw_bin_get_child (bin);

  return card != NULL
         && fascia_suggestion_card_get_suggestion (FASCIA_SUGGESTION_CARD (card)) != NULL;
}

/* It is about now. A low window has room for the places, and no more. */
void
fascia_body_page_update_suggestion (FasciaBodyPage *self)
{
  gboolean is_wanted = self->has_suggestions && !self->is_low
                       && fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_NOW;

  if (is_wanted && self->is_narrow)
    ensure_card (self, self->bottom_suggestion, FASCIA_SUGGESTION_PILL);
  else if (is_wanted)
    ensure_card (self, self->side_suggestion, FASCIA_SUGGESTION_SMALL);
  /* An empty bin would still take its gap. */
  gtk_widget_set_visible (GTK_WIDGET (self->bottom_suggestion),
                          is_wanted && self->is_narrow && has_suggestion (self->bottom_suggestion));
  gtk_widget_set_visible (GTK_WIDGET (self->side_suggestion),
                          is_wanted && !self->is_narrow && has_suggestion (self->side_suggestion));
}

/* ---- when ---- */

static gboolean
on_suggest_due (gpointer data)
{
  FasciaBodyPage *self = data;

  self->suggest_id = 0;
  self->has_suggestions = TRUE;
  fascia_routines_model_load (fascia_routines_model_get (
      fascia_body_model_get_journal (self->model), fascia_body_model_get_body (self->model)));
  fascia_body_page_update_suggestion (self);
  return G_SOURCE_REMOVE;
}

static void
on_painted (GdkFrameClock *clock, FasciaBodyPage *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  if (self->suggest_id == 0 && !self->has_suggestions)
    self->suggest_id = g_idle_add_full (G_PRIORITY_LOW, on_suggest_due, self, NULL);
}

void
fascia_body_page_suggest_later (FasciaBodyPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (!self->has_suggestions && self->suggest_id == 0 && clock != NULL)
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_painted), self, 0);
}

void
fascia_body_page_suggest_never (FasciaBodyPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock != NULL)
    g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  g_clear_handle_id (&self->suggest_id, g_source_remove);
}

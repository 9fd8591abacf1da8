/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine for what is marked, on the Body page: a card beside the figure, a button below it.
 */

#include "config.h"

#include "fascia-body-page-private.h"

#include "fascia-level-strip.h"
#include "fascia-window.h"
#include "routines/fascia-session-resume-card.h"
#include "routines/fascia-soreness-card.h"
#include "routines/fascia-soreness-row.h"
#include "routines/fascia-suggestion-card.h"
#include "widgets/fascia-fit.h"

static FasciaRoutinesModel *
get_routines (FasciaBodyPage *self)
{
  return fascia_routines_model_get (fascia_body_model_get_journal (self->model),
                                    fascia_body_model_get_body (self->model));
}

/* A mode beside the places takes the room of a small window, for as long as it is on. */
static gboolean
is_taken_by_mode (FasciaBodyPage *self)
{
  return (self->is_low || self->is_narrow) && gtk_widget_get_visible (GTK_WIDGET (self->mode_box));
}

/* A low window has room for one line of it. */
static void
update_resume (FasciaBodyPage *self, FasciaSessionResume *resume)
{
  gboolean is_offered = fascia_session_resume_get_entry (resume) != NULL;

  if (is_offered && self->resume_bin == NULL)
    {
      GtkWidget *toolbar = gtk_widget_get_ancestor (self->welcome, ADW_TYPE_TOOLBAR_VIEW);
      GtkWidget *card = fascia_session_resume_card_new (get_routines (self));

      self->resume_bin = adw_bin_new ();
      gtk_widget_set_margin_start (card, 12);
      gtk_widget_set_margin_end (card, 12);
      gtk_widget_set_margin_top (card, 6);
      gtk_widget_set_margin_bottom (card, 6);
      adw_bin_set_child (ADW_BIN (self->resume_bin), card);
      adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), self->resume_bin);
    }
  if (self->resume_bin == NULL)
    return;
  fascia_session_resume_card_set_is_line (
      FASCIA_SESSION_RESUME_CARD (adw_bin_get_child (ADW_BIN (self->resume_bin))), self->is_low);
  gtk_widget_set_visible (self->resume_bin, is_offered && !is_taken_by_mode (self));
  fascia_body_page_update_view_bar (self);
}

/* Above the figure, which gives it room; one question at a time. In a narrow window with large text it
 * would take half of the figure, and the Routines page asks the same. */
static void
update_soreness (FasciaBodyPage *self)
{
  FasciaRoutinesModel *routines = get_routines (self);

  if (self->soreness_bin == NULL)
    {
      g_autofree char *question = fascia_soreness_dup_question (routines);

      if (question == NULL)
        return;
      GtkWidget *toolbar = gtk_widget_get_ancestor (self->welcome, ADW_TYPE_TOOLBAR_VIEW);
      GtkWidget *row = fascia_soreness_row_new (routines);

      gtk_widget_set_margin_start (row, 12);
      gtk_widget_set_margin_end (row, 12);
      gtk_widget_set_margin_top (row, 6);
      gtk_widget_set_margin_bottom (row, 6);
      self->soreness_bin = adw_bin_new ();
      adw_bin_set_child (ADW_BIN (self->soreness_bin), row);
      adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), self->soreness_bin);
    }
  gtk_widget_set_visible (
      self->soreness_bin,
      !self->is_low && !is_taken_by_mode (self)
          && !(self->is_narrow && fascia_is_text_large (GTK_WIDGET (self)))
          && (self->resume_bin == NULL || !gtk_widget_get_visible (self->resume_bin)));
}

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
  FasciaRoutinesModel *model = get_routines (self);
  GtkWidget *card = fascia_suggestion_card_new (model, style);

  g_signal_connect_object (card, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (bin, card);
  /* The value beside it is cut first. */
  if (bin == self->strip_suggestion)
    gtk_button_set_can_shrink (
        GTK_BUTTON (fascia_suggestion_card_get_start (FASCIA_SUGGESTION_CARD (card))), FALSE);
  /* After the card: it is another one then. */
  g_signal_connect_object (model, "changed", G_CALLBACK (fascia_body_page_update_suggestion), self,
                           G_CONNECT_SWAPPED);
}

/* (nullable) */
static const FasciaSuggestion *
get_suggestion (AdwBin *bin)
{
  GtkWidget *card = adw_bin_get_child (bin);

  return card != NULL ? fascia_suggestion_card_get_suggestion (FASCIA_SUGGESTION_CARD (card))
                      : NULL;
}

/* Beside the name of a place stands only what is for it. */
static gboolean
is_for_selected (FasciaBodyPage *self, const FasciaSuggestion *suggestion)
{
  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);

  for (guint i = 0; suggestion != NULL && suggestion->places[i] != NULL; i++)
    if (suggestion->places[i] == selected)
      return TRUE;
  return FALSE;
}

static void
ensure_strip_card (FasciaBodyPage *self)
{
  GtkWidget *strip = adw_bin_get_child (self->bottom_strip);

  if (strip == NULL)
    return;
  if (self->strip_suggestion == NULL)
    {
      self->strip_suggestion = ADW_BIN (adw_bin_new ());
      gtk_widget_set_visible (GTK_WIDGET (self->strip_suggestion), FALSE);
      fascia_level_strip_set_aside (FASCIA_LEVEL_STRIP (strip),
                                    GTK_WIDGET (self->strip_suggestion));
    }
  if (self->has_suggestions)
    ensure_card (self, self->strip_suggestion, FASCIA_SUGGESTION_MINUTES);
}

void
fascia_body_page_update_hint (FasciaBodyPage *self)
{
  gboolean is_new
      = fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_NOW
        && fascia_body_model_is_read (self->model)
        && fascia_body_state_get_entry (fascia_body_model_get_state (self->model)) == NULL;

  /* The welcome says the same. */
  gtk_widget_set_visible (self->bottom_hint,
                          is_new && !gtk_widget_get_visible (self->welcome)
                              && !gtk_widget_get_visible (GTK_WIDGET (self->bottom_suggestion)));
}

/* It is about now. A low window has room for the places, and no more. */
void
fascia_body_page_update_suggestion (FasciaBodyPage *self)
{
  if (self->model == NULL)
    return;
  if (self->resume_bin != NULL)
    update_resume (self, fascia_session_resume_get (get_routines (self)));
  if (self->has_suggestions)
    update_soreness (self);
  gboolean is_wanted = self->has_suggestions && !self->is_low
                       && fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_NOW;
  gboolean is_below = is_wanted && self->is_narrow;

  if (self->is_narrow)
    ensure_strip_card (self);
  if (is_below)
    ensure_card (self, self->bottom_suggestion, FASCIA_SUGGESTION_PILL);
  else if (is_wanted)
    ensure_card (self, self->side_suggestion, FASCIA_SUGGESTION_SMALL);
  /* An empty bin would still take its gap. */
  gtk_widget_set_visible (GTK_WIDGET (self->bottom_suggestion),
                          is_below && get_suggestion (self->bottom_suggestion) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->side_suggestion),
                          is_wanted && !self->is_narrow
                              && get_suggestion (self->side_suggestion) != NULL);
  if (self->strip_suggestion != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->strip_suggestion),
                            is_below
                                && is_for_selected (self, get_suggestion (self->strip_suggestion)));
  fascia_body_page_update_hint (self);
}

/* ---- a session that broke off ---- */

static void
on_resume_changed (FasciaBodyPage *self, GParamSpec *pspec, FasciaSessionResume *resume)
{
  update_resume (self, resume);
  update_soreness (self);
}

static void
begin_resume (FasciaBodyPage *self)
{
  FasciaSessionResume *resume = fascia_session_resume_get (get_routines (self));

  g_signal_connect_object (resume, "notify::entry", G_CALLBACK (on_resume_changed), self,
                           G_CONNECT_SWAPPED);
  fascia_session_resume_load (resume);
  update_resume (self, resume);
}

/* ---- when ---- */

static gboolean
on_suggest_due (gpointer data)
{
  FasciaBodyPage *self = data;

  self->suggest_id = 0;
  self->has_suggestions = TRUE;
  fascia_routines_model_load (get_routines (self));
  begin_resume (self);
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

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath to follow while something is held: a disc in the ring that grows and shrinks, and two
 * words. It wakes nothing up and says nothing aloud.
 */

#include "config.h"

#include "fascia-player-page-private.h"

#include <glib/gi18n.h>

#include "core/routines/fascia-breath-open.h"
#include "core/routines/fascia-breath.h"
#include "fascia-breath-circle.h"
#include "fascia-safety-book.h"

/* ---- whether there may be one ---- */

/* @reasons: (out) (optional) (nullable) */
static gboolean
is_open (FasciaPlayerPage *self, char **reasons)
{
  FasciaSafetyBook *book = fascia_safety_book_get (fascia_routines_model_get_journal (self->model),
                                                   fascia_routines_model_get_body (self->model));

  return fascia_breath_judge (fascia_safety_book_get_safety (book),
                              fascia_routines_model_get_library (self->model), reasons)
         == FASCIA_BREATH_OPEN;
}

static void
judge (FasciaPlayerPage *self)
{
  self->may_breathe = is_open (self, NULL);
  fascia_player_page_update_actions (self);
}

void
fascia_player_page_follow_answers (FasciaPlayerPage *self)
{
  FasciaSafetyBook *book = fascia_safety_book_get (fascia_routines_model_get_journal (self->model),
                                                   fascia_routines_model_get_body (self->model));

  g_signal_connect_object (book, "changed", G_CALLBACK (judge), self, G_CONNECT_SWAPPED);
  judge (self);
}

static void
on_read (gpointer data)
{
  FasciaPlayerPage *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fascia_player_page_focus_controls (self);
  g_object_unref (self);
}

/* Space goes on: on the button of the menu, where the dialog puts the focus back, it would open that. */
static void
on_why_closed (FasciaPlayerPage *self)
{
  g_idle_add_once (on_read, g_object_ref (self));
}

void
fascia_player_page_say_why_no_breath (FasciaPlayerPage *self)
{
  g_autofree char *reasons = NULL;
  AdwDialog *dialog;

  if (is_open (self, &reasons))
    return;
  dialog = adw_alert_dialog_new (_ ("Held Back"), reasons);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_why_closed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* ---- what is seen of it ---- */

static gboolean
is_wanted (FasciaPlayerPage *self)
{
  return self->may_breathe
         && fascia_settings_get_boolean (fascia_body_setup_get_settings (self->setup),
                                         FASCIA_SETTING_PLAYER_BREATH, FALSE);
}

/* What is moved a number of times has a pace of its own. */
static gboolean
is_held (FasciaPlayer *player)
{
  guint n = 0;
  const FasciaPracticeEntry *entries
      = fascia_practice_get_entries (fascia_player_get_practice (player), &n);
  const guint entry = fascia_player_get_entry (player);

  return fascia_player_get_inner_state (player) == FASCIA_PLAYER_HOLD && entry < n
         && entries[entry].reps <= 0 && fascia_breath_is_for (entries[entry].step);
}

/* A picture only: the words say the same. With motion reduced there are the words alone. */
static void
show_disc (FasciaPlayerPage *self, gboolean is_shown, double fullness)
{
  is_shown = is_shown && adw_get_enable_animations (GTK_WIDGET (self));
  if (is_shown && self->breath == NULL)
    {
      self->breath = g_object_new (FASCIA_TYPE_BREATH_CIRCLE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_NONE, NULL);
      fascia_ring_set_under (self->ring, self->breath);
    }
  if (self->breath == NULL)
    return;
  gtk_widget_set_visible (self->breath, is_shown);
  if (is_shown)
    fascia_breath_circle_set_fullness (FASCIA_BREATH_CIRCLE (self->breath), fullness);
}

const char *
fascia_player_page_show_breath (FasciaPlayerPage *self)
{
  FasciaPlayer *player = fascia_player_runner_get_player (self->runner);
  const gboolean is_shown = is_wanted (self) && is_held (player);
  FasciaBreathAt at;

  /* With the ticks of the session, ten in a second: while it is paused there are none. */
  fascia_breath_at (fascia_player_get_length_ms (player) - fascia_player_get_left_ms (player), &at);
  show_disc (self, is_shown, at.fullness);
  if (!is_shown || fascia_player_get_state (player) == FASCIA_PLAYER_PAUSED)
    return NULL;
  return at.phase == FASCIA_BREATH_IN ? _ ("Breathe in") : _ ("Breathe out");
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be seen of a session: one picture, one number, what to do and what comes next. */

#include "config.h"

#include "fascia-player-page-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-fit.h"

/* Two rounds of a pose that moves, see fascia-pose-view.c. */
#define MOTION_MS 9600
#define MOTION_EVERY_MS 60000

char *
fascia_player_dup_count (int seconds)
{
  if (seconds < 60)
    return g_strdup_printf ("%d", seconds);
  /* Translators: minutes and seconds that are left. */
  return g_strdup_printf (_ ("%d:%02d"), seconds / 60, seconds % 60);
}

static FasciaPlayer *
get_player (FasciaPlayerPage *self)
{
  return fascia_player_runner_get_player (self->runner);
}

static const FasciaPracticeEntry *
get_entry (FasciaPlayerPage *self, guint entry)
{
  guint n;
  const FasciaPracticeEntry *entries
      = fascia_practice_get_entries (fascia_player_get_practice (get_player (self)), &n);

  return entry < n ? &entries[entry] : NULL;
}

/* ---- the step ---- */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_next (FasciaPlayerPage *self, guint entry)
{
  const FasciaPracticeEntry *next = get_entry (self, entry + 1);
  g_autofree char *place
      = next != NULL ? fascia_player_dup_short_place (get_player (self), entry + 1) : NULL;
  g_autofree char *text = NULL;

  if (next == NULL)
    text = g_strdup (_ ("Then you are done."));
  else if (place != NULL)
    /* Translators: the next step of a session and its place. */
    text = g_strdup_printf (_ ("Next: %s · %s"), fascia_step_get_title (next->step), place);
  else
    /* Translators: the next step of a session. */
    text = g_strdup_printf (_ ("Next: %s"), fascia_step_get_title (next->step));
  set_text (self->next_label, text);
}

static void
show_entry (FasciaPlayerPage *self, guint entry)
{
  const FasciaPracticeEntry *shown = get_entry (self, entry);
  FasciaPoses *poses = fascia_routines_model_get_poses (self->model);
  const FasciaPose *pose
      = poses != NULL ? fascia_poses_lookup (poses, fascia_step_get_id (shown->step)) : NULL;
  g_autofree char *place = fascia_player_dup_short_place (get_player (self), entry);
  guint n;

  fascia_practice_get_entries (fascia_player_get_practice (get_player (self)), &n);
  fascia_pose_view_set_pose (self->pose, poses, pose, shown->side);
  fascia_pose_view_set_posture (self->pose, shown->posture);
  gtk_widget_set_visible (GTK_WIDGET (self->pose_bin), pose != NULL);
  set_text (self->title_label, fascia_step_get_title (shown->step));
  set_text (self->place_label, place);
  show_next (self, entry);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* In one row where they would take the room of the words: how to get there is read to its end, and of large
 * words at least how much it may be. */
static void
fit_controls (FasciaPlayerPage *self, AdwBreakpoint *current)
{
  const gboolean is_large = fascia_is_text_large (GTK_WIDGET (self));
  const gboolean is_low = current == self->small_size || current == self->tiny_size;
  const gboolean is_tall = current == NULL && !self->is_reading && !is_large;
  const GtkOrientation orientation
      = is_tall ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  const gboolean has_all = !is_low && (current != NULL || is_tall);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->running_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paused_box), orientation);
  gtk_widget_set_visible (self->nav_box, has_all);
  gtk_widget_set_visible (self->other_side_box, has_all);
  set_class (self->layouts, "large-text", is_large);
}

void
fascia_player_page_fit (FasciaPlayerPage *self)
{
  /* While one reads, and while one only looks; elsewhere as it likes. */
  const struct
  {
    AdwBreakpoint *size;
    int read;
    int look;
  } rings[] = {
    { self->large_size, 130, 230 },
    { self->huge_size, 190, 310 },
    { self->giant_size, 290, 420 },
  };
  AdwBreakpoint *current = adw_breakpoint_bin_get_current_breakpoint (self->sizes);
  int size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rings); i++)
    if (current != NULL && rings[i].size == current)
      size = self->is_reading ? rings[i].read : rings[i].look;
  fascia_ring_set_natural_size (self->ring, size);
  set_class (self->layouts, "reading", self->is_reading);
  fit_controls (self, current);
}

static void
set_reading (FasciaPlayerPage *self, gboolean is_reading)
{
  if (self->is_reading == is_reading)
    return;
  self->is_reading = is_reading;
  fascia_player_page_fit (self);
}

/* Getting ready one reads how to get there; while it runs, the one short line. */
static void
show_cue (FasciaPlayerPage *self, guint entry, FasciaPlayerState state)
{
  const FasciaStep *step = get_entry (self, entry)->step;

  FasciaPlayer *player = get_player (self);
  g_autofree char *way = NULL;

  if (state == FASCIA_PLAYER_HOLD
      || (state == FASCIA_PLAYER_CHANGE && !fascia_player_is_new_side (player)))
    {
      set_text (self->cue_label, fascia_step_get_cue (step));
      set_reading (self, FALSE);
      return;
    }
  /* Translators: two whole sentences: how to get there, and what to do then. */
  way = g_strdup_printf (C_ ("session", "%s %s"),
                         fascia_step_get_setup_for (step, get_entry (self, entry)->posture),
                         fascia_step_get_movement (step));
  set_text (self->cue_label, way);
  set_reading (self, TRUE);
}

static void
show_cap (FasciaPlayerPage *self, guint entry)
{
  const FasciaPracticeEntry *shown = get_entry (self, entry);
  g_autofree char *text = NULL;

  if (fascia_step_get_traits (shown->step)->kind == FASCIA_STEP_RELEASE
      || fascia_step_get_traits (shown->step)->kind == FASCIA_STEP_STRETCH)
    /* Translators: how much a step may be felt at most: “light”, “mild pull”. */
    text = g_strdup_printf (
        _ ("At most: %s"), fascia_cap_get_words (fascia_player_get_cap (get_player (self), entry)));
  set_text (self->cap_label, text);
}

/* ---- the state ---- */

/* (transfer full) (nullable) */
static char *
dup_state_text (FasciaPlayer *player)
{
  if (fascia_player_is_waiting (player))
    return g_strdup (_ ("Waits for you"));
  switch (fascia_player_get_state (player))
    {
    case FASCIA_PLAYER_READY:
      return g_strdup (_ ("Get ready"));
    case FASCIA_PLAYER_CHANGE:
      return fascia_player_dup_change (player, fascia_player_get_entry (player),
                                       fascia_player_get_set (player),
                                       fascia_player_is_new_side (player));
    case FASCIA_PLAYER_REST:
      return g_strdup (_ ("Rest"));
    case FASCIA_PLAYER_PAUSED:
      return g_strdup (_ ("Paused"));
    case FASCIA_PLAYER_HOLD:
    case FASCIA_PLAYER_FINISHED:
    case FASCIA_PLAYER_STOPPED:
    default:
      return NULL;
    }
}

static void
set_state (FasciaPlayerPage *self, const char *text)
{
  set_text (self->state_label, text);
  set_text (self->words_state_label, text);
}

/* What is to be followed is read from where one lies. */
static void
set_breathing (FasciaPlayerPage *self, gboolean is_breathing)
{
  GtkWidget *const labels[]
      = { GTK_WIDGET (self->state_label), GTK_WIDGET (self->words_state_label) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_widget_remove_css_class (labels[i], is_breathing ? "dimmed" : "breath");
      gtk_widget_add_css_class (labels[i], is_breathing ? "breath" : "dimmed");
    }
}

static void
show_reps (FasciaPlayerPage *self, guint entry)
{
  const FasciaPracticeEntry *shown = get_entry (self, entry);
  g_autofree char *text = NULL;

  if (shown->reps > 0)
    text = g_strdup_printf (
        /* Translators: how often a movement is done in the time shown. */
        ngettext ("about %d time", "about %d times", (gulong) shown->reps), shown->reps);
  set_state (self, text);
}

static void
show_time (FasciaPlayerPage *self, FasciaPlayer *player)
{
  gint64 length = fascia_player_get_length_ms (player);
  gint64 left = fascia_player_get_left_ms (player);
  int seconds = (int) ((left + 999) / 1000);

  /* A number that stands looks as if it hung. */
  if (fascia_player_is_open (player))
    seconds = -1;
  if (seconds == self->shown_seconds && length == self->shown_length_ms)
    return;
  /* With the number, once a second: a ring that creeps all the time costs more than it tells. */
  fascia_ring_set_share (self->ring, seconds < 0  ? 1
                                     : length > 0 ? (double) left / (double) length
                                                  : 0);
  self->shown_length_ms = length;
  self->shown_seconds = seconds;
  g_autofree char *count = seconds < 0 ? g_strdup ("") : fascia_player_dup_count (seconds);
  gtk_label_set_label (self->numeral, count);
  if (seconds >= 60)
    gtk_widget_add_css_class (GTK_WIDGET (self->numeral), "long");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->numeral), "long");
}

static gboolean
is_standing (FasciaPlayer *player)
{
  return fascia_player_get_state (player) == FASCIA_PLAYER_PAUSED
         || fascia_player_is_waiting (player);
}

void
fascia_player_page_focus_controls (FasciaPlayerPage *self)
{
  gtk_widget_grab_focus (is_standing (get_player (self)) ? self->continue_button
                                                         : self->pause_button);
}

static void
show_controls (FasciaPlayerPage *self, FasciaPlayer *player)
{
  const char *name = is_standing (player) ? "paused" : "running";
  GtkWidget *focus = NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->controls), name) == 0)
    return;
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)) != NULL
                                  ? gtk_widget_get_root (GTK_WIDGET (self))
                                  : NULL);
  gtk_stack_set_visible_child_name (self->controls, name);
  /* A menu keeps it until it closes. */
  if (gtk_menu_button_get_active (GTK_MENU_BUTTON (self->menu_button)))
    return;
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    fascia_player_page_focus_controls (self);
}

/* A movement is shown twice at its beginning and again each minute: who lies there has understood it by
 * then, and a picture that moves all the time takes fifty times what one takes that stands. */
static gboolean
shows_motion (FasciaPlayer *player)
{
  gint64 held_ms = fascia_player_get_length_ms (player) - fascia_player_get_left_ms (player);

  return fascia_player_get_state (player) == FASCIA_PLAYER_HOLD
         && held_ms % MOTION_EVERY_MS < MOTION_MS;
}

/* Where they had been scrolled, other words begin with the name and how much it may be, too. */
static void
scroll_to_top (FasciaPlayerPage *self)
{
  GtkWidget *scroller
      = gtk_widget_get_ancestor (GTK_WIDGET (self->title_label), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                              0);
}

void
fascia_player_page_show (FasciaPlayerPage *self)
{
  FasciaPlayer *player = get_player (self);
  FasciaPlayerState state = fascia_player_get_state (player);
  FasciaPlayerState inner = fascia_player_get_inner_state (player);
  guint entry = fascia_player_get_entry (player);

  if (state == FASCIA_PLAYER_FINISHED || state == FASCIA_PLAYER_STOPPED)
    return;
  if (entry != self->shown_entry || inner != self->shown_state)
    {
      fascia_player_page_update_actions (self);
      scroll_to_top (self);
    }
  self->shown_state = inner;
  if (entry != self->shown_entry)
    {
      self->shown_entry = entry;
      show_entry (self, entry);
    }
  show_cue (self, entry, inner);
  show_cap (self, entry);
  show_time (self, player);
  g_autofree char *state_text = dup_state_text (player);
  const char *breath = fascia_player_page_show_breath (self);
  set_breathing (self, state_text == NULL && breath != NULL);
  if (state_text != NULL)
    set_state (self, state_text);
  else if (breath != NULL)
    set_state (self, breath);
  else
    show_reps (self, entry);
  show_controls (self, player);
  fascia_ring_set_quiet (self->ring, state != FASCIA_PLAYER_HOLD);
  fascia_pose_view_set_moving (self->pose, shows_motion (player));
  gtk_widget_set_visible (GTK_WIDGET (self->before_box),
                          inner == FASCIA_PLAYER_READY && entry == 0
                              && gtk_widget_get_first_child (GTK_WIDGET (self->before_box))
                                     != NULL);
}

/* ---- what is said ---- */

/* That easing off was taken is heard, too, where the words of the next step follow at once. */
void
fascia_player_page_announce (FasciaPlayerPage *self, const char *words)
{
  const FasciaPlayerEvent eased = { .kind = FASCIA_PLAYER_EVENT_EASED };
  g_autofree char *eased_words = fascia_player_dup_words (get_player (self), &eased);
  const gboolean was_eased = self->has_eased;

  if (fascia_player_page_is_answered (self, words))
    return;
  self->has_eased = g_strcmp0 (words, eased_words) == 0;
  if (was_eased)
    fascia_announce_further (GTK_WIDGET (self), words);
  else
    fascia_announce (GTK_WIDGET (self), words);
}

static void
fade_border (FasciaPlayerPage *self, const FasciaPlayerEvent *event)
{
  gboolean is_on = fascia_settings_get_boolean (fascia_body_setup_get_settings (self->setup),
                                                FASCIA_SETTING_PLAYER_FADE, FALSE);

  gtk_widget_set_visible (self->fade, is_on);
  if (!is_on)
    return;
  if (event->kind == FASCIA_PLAYER_EVENT_START)
    gtk_widget_add_css_class (self->fade, "on");
  else if (event->kind == FASCIA_PLAYER_EVENT_END)
    gtk_widget_remove_css_class (self->fade, "on");
}

void
fascia_player_page_show_event (FasciaPlayerPage *self, const FasciaPlayerEvent *event)
{
  g_autofree char *words = fascia_player_dup_spoken (get_player (self), event);

  fade_border (self, event);
  /* With a voice, what that cannot say comes back by itself. */
  if (words != NULL && fascia_speaker_get_voice_volume (self->speaker) == 0)
    fascia_player_page_announce (self, words);
}

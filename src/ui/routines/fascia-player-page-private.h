/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the player page share. */

#pragma once

#include "fascia-body-setup.h"
#include "fascia-mpris.h"
#include "fascia-player-page.h"
#include "fascia-player-runner.h"
#include "fascia-pose-view.h"
#include "fascia-ring.h"
#include "fascia-speaker.h"

G_BEGIN_DECLS

struct _FasciaPlayerPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  AdwBreakpointBin *sizes;
  AdwBreakpoint *large_size;
  AdwBreakpoint *huge_size;
  AdwBreakpoint *giant_size;
  AdwBreakpoint *small_size;
  AdwBreakpoint *tiny_size;
  GtkWidget *layouts;
  GtkWidget *narrow_box;
  GtkWidget *narrow_pictures;
  GtkWidget *narrow_scroll;
  GtkWidget *narrow_words;
  GtkWidget *narrow_controls;
  GtkWidget *wide_box;
  GtkWidget *wide_time;
  GtkWidget *wide_scroll;
  GtkWidget *wide_words;
  GtkWidget *wide_next;
  AdwBin *pose_bin;
  FasciaRing *ring;
  GtkLabel *numeral;
  GtkLabel *state_label;       /* in the ring */
  GtkLabel *words_state_label; /* above the title, where the ring is small */
  GtkWidget *ring_state;
  GtkWidget *words_state;
  GtkLabel *title_label;
  GtkLabel *place_label;
  GtkLabel *cue_label;
  GtkLabel *cap_label;
  GtkLabel *next_label;
  GtkBox *before_box;
  GtkStack *controls;
  GtkWidget *header_bar;
  GtkWidget *ease_button;
  GtkWidget *back_button;
  GtkWidget *pause_button;
  GtkWidget *next_button;
  GtkWidget *continue_button;
  GtkWidget *running_box;
  GtkWidget *paused_box;
  GtkWidget *nav_box;
  GtkWidget *other_side_box;
  GtkWidget *other_side_button;
  GtkWidget *menu_button;
  GtkWidget *leave_button;
  GtkWidget *fade;
  AdwBin *done_bin;

  FasciaPoseView *pose;
  GtkWidget *breath;    /* (nullable) in the ring, once there was one to follow */
  gboolean may_breathe; /* one may be shown to this person */
  FasciaRoutinesModel *model;
  FasciaPractice *practice;
  FasciaBodySetup *setup;
  FasciaPlayerRunner *runner;
  FasciaSpeech *speech;
  FasciaSpeaker *speaker;
  FasciaMpris *mpris;
  GCancellable *cancellable;
  GSimpleActionGroup *actions;
  guint shown_entry; /* G_MAXUINT: none */
  FasciaPlayerState shown_state;
  guint inhibit;
  double pointer_x;
  double pointer_y;
  guint away; /* source: until the controls go out of sight */
  int shown_seconds;
  gint64 shown_length_ms;
  gboolean is_asking;   /* whether to stop */
  gboolean is_for_menu; /* paused by its menu, and since then nothing else was done */
  gboolean has_failed;  /* to write, and that was said */
  gboolean is_unkept;   /* the journal has not all of it */
  GtkWidget *unkept;    /* weak: says so in the summary */
  gboolean is_removed;
  char *kept_title; /* (nullable) what may be undone when it has gone */
  guint64 kept;
  gboolean is_reading; /* the long words: how to get there */
  /* The place that is rated before and after. */
  const FasciaRegion *place;
  int before_level;
  gboolean has_asked;      /* how it was before */
  GtkWidget *before_scale; /* (nullable) the question, once it is asked */
  GtkBox *advice_box;      /* (nullable) of the summary */
  GtkWidget *advice;       /* (nullable) what to do after a stop */
  GtkWidget *rating;       /* (nullable) how it is after: one digit */
  int after_level;         /* that was answered last */
  int after_logged;        /* that the journal has, or is being told */
  gboolean is_logging;
  gboolean has_eased; /* that was said last */
  gboolean has_after; /* a check-in of its own, which another answer corrects */
};

/* ---- fascia-player-page-show.c: what is to be seen ---- */

void fascia_player_page_show (FasciaPlayerPage *self);
/* The ring leaves room for the words while they are long; when the size or the words have changed. */
void fascia_player_page_fit (FasciaPlayerPage *self);
/* The focus where Space goes on, or pauses. */
void fascia_player_page_focus_controls (FasciaPlayerPage *self);
void fascia_player_page_show_event (FasciaPlayerPage *self, const FasciaPlayerEvent *event);
/* To the screen reader. */
void fascia_player_page_announce (FasciaPlayerPage *self, const char *words);
/* "0:45", "12" */
char *fascia_player_dup_count (int seconds);

/* ---- fascia-player-rows.c ---- */

/* Once, when its children are there; it follows the size of text from then on. */
void fascia_player_page_lay_out_rows (FasciaPlayerPage *self);

/* ---- fascia-player-breath.c: a breath to follow ---- */

/* Whether it may be shown, by what was answered; now and whenever that changes. After the actions. */
void fascia_player_page_follow_answers (FasciaPlayerPage *self);
/* In words, in a dialog. */
void fascia_player_page_say_why_no_breath (FasciaPlayerPage *self);
/* (nullable) Shows where the breath is, and says which way it goes; NULL: there is none to follow now. */
const char *fascia_player_page_show_breath (FasciaPlayerPage *self);

/* ---- fascia-player-notice.c: the desktop ---- */

/* The screen stays on only while the session runs. */
void fascia_player_page_stay_awake (FasciaPlayerPage *self, gboolean is_running);
/* What needs the person while they look elsewhere. */
void fascia_player_page_notify_away (FasciaPlayerPage *self, const FasciaPlayerEvent *event);
/* Takes back what was told, now and whenever the person comes back to @window. */
void fascia_player_page_watch_window (FasciaPlayerPage *self, GtkWindow *window);
void fascia_player_page_withdraw_notice (FasciaPlayerPage *self);

/* ---- fascia-player-page-keys.c: what is pressed ---- */

void fascia_player_page_add_input (FasciaPlayerPage *self);
/* Somebody is near, or it stands still, or there is room for all: the controls are in sight; after some
 * seconds they go, where the session is read from far away. */
void fascia_player_page_show_controls (FasciaPlayerPage *self);
/* For tests. */
gboolean fascia_player_page_is_bare (FasciaPlayerPage *self);
void fascia_player_page_add_actions (FasciaPlayerPage *self);
/* After the step or its state has changed: what makes sense now. */
void fascia_player_page_update_actions (FasciaPlayerPage *self);

/* ---- fascia-player-stop.c: stopping, and why ---- */

/* Pauses and asks; leaves at once when nothing runs any more. */
void fascia_player_page_ask_to_stop (FasciaPlayerPage *self);

/* ---- fascia-player-rate.c: how it was before, and how it is after ---- */

void fascia_player_page_begin_rating (FasciaPlayerPage *self);
/* Adds the question of how it is now; nothing for a session without a place. */
void fascia_player_page_add_rating (FasciaPlayerPage *self, GtkBox *box);
/* Heard where there is a voice. */
void fascia_player_page_say_rating (FasciaPlayerPage *self);
/* The question in @words has its answer already: nobody is to be asked twice. */
gboolean fascia_player_page_is_answered (FasciaPlayerPage *self, const char *words);
/* What the journal could not take is told it again. */
void fascia_player_page_write_rest (FasciaPlayerPage *self);

/* ---- fascia-player-summary.c: its quiet end ---- */

/* (nullable) @stop_reason: the code that it was stopped with. */
/* What to do by a reason, in the summary. */
void fascia_player_page_show_advice (FasciaPlayerPage *self, const char *reason);
GtkWidget *fascia_player_page_make_summary (FasciaPlayerPage *self, const char *stop_reason);
/* Ctrl+Z: it is written on, so it cannot be undone yet, and is not "not over" either. */
gboolean fascia_player_page_take_undo (GtkWidget *widget, GVariant *arguments, gpointer data);
void fascia_player_page_leave (FasciaPlayerPage *self);
/* The journal could not take something of it, which is said once. */
void fascia_player_page_set_unkept (FasciaPlayerPage *self, const GError *error);
/* What may be undone is not offered in a session, where a touch by accident may do no harm and nothing
 * may lie over its buttons. FALSE once it is over. */
gboolean fascia_player_page_keep_undo (AdwNavigationPage *page,
                                       const char *title,
                                       guint64 operation);
/* It has gone from its window. */
void fascia_player_page_offer_kept (FasciaPlayerPage *self);

G_END_DECLS

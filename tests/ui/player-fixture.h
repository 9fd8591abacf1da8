/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session in a window of its own, on a clock that goes by when it is pushed.
 */

#pragma once

#include "fascia-test-window.h"
#include "routines/fascia-player-page-private.h"

G_BEGIN_DECLS

typedef struct
{
  FasciaLibrary *library;
  FasciaPractice *practice;
  FasciaRoutinesModel *model;
  GtkWindow *window;
  GtkWindow *elsewhere;
  AdwNavigationView *navigation;
  FasciaPlayerPage *page;
  FasciaPlayerRunner *runner;
  gint64 now;
  FasciaPosture postures; /* 0: any */
} Session;

static inline gint64
get_now (gpointer data)
{
  return ((Session *) data)->now;
}

static inline gboolean
is_running (gpointer data)
{
  return fascia_player_runner_is_running (((Session *) data)->runner);
}

static inline gboolean
is_here (gpointer data)
{
  return gtk_window_is_active (((Session *) data)->window);
}

static inline gboolean
is_elsewhere (gpointer data)
{
  return !gtk_window_is_active (((Session *) data)->window);
}

static inline FasciaPractice *
make_practice (FasciaBody *body,
               FasciaLibrary *library,
               const FasciaRoutineItem *items,
               guint n_items,
               FasciaPosture postures)
{
  g_autoptr (FasciaConditions) conditions = fascia_conditions_new (body, NULL);
  g_autoptr (FasciaSafety) safety = fascia_safety_new (conditions, body, NULL, 0, 20000, 20000);
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-test", "Test", NULL);
  g_autoptr (FasciaRoutine) routine = fascia_routine_with_items (empty, items, n_items);
  FasciaPracticeWish wish = { .library = library, .safety = safety, .postures = postures };

  return fascia_practice_new (routine, &wish);
}

static inline gboolean
is_model_ready (gpointer model)
{
  return fascia_routines_model_is_ready (model);
}

/* @items: as many as @n_items. */
static inline void
session_start_items (Session *self,
                     Fixture *fixture,
                     FasciaBody *body,
                     const FasciaRoutineItem *items,
                     guint n_items,
                     int width,
                     int height)
{
  fascia_journal_open (fixture->journal);
  self->library = fascia_library_new (body, NULL);
  self->practice = make_practice (body, self->library, items, n_items, self->postures);
  self->model = fascia_routines_model_new (fixture->journal, body);
  fascia_routines_model_load (self->model);
  fascia_test_assert_until (is_model_ready, self->model);
  self->page = FASCIA_PLAYER_PAGE (fascia_player_page_new (self->model, self->practice));
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  self->runner = fascia_player_page_get_runner (self->page);
  self->now = 1000000;
  fascia_player_runner_set_now (self->runner, get_now, self);
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_push (self->navigation,
                            adw_navigation_page_new (gtk_label_new ("Before"), "Before"));
  self->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (the_application)));
  gtk_window_set_default_size (self->window, width, height);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window),
                                      GTK_WIDGET (self->navigation));
  gtk_window_present (self->window);
  fascia_test_drain ();
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->page));
  fascia_test_assert_until (is_running, self);
  self->elsewhere = GTK_WINDOW (gtk_window_new ());
}

static inline void
session_start_with (Session *self, Fixture *fixture, FasciaBody *body, const char *step)
{
  const FasciaRoutineItem item
      = { .step = step, .side = FASCIA_SIDE_LEFT, .sets = 1, .seconds = 120 };

  session_start_items (self, fixture, body, &item, 1, 800, 600);
}

static inline void
session_start (Session *self, Fixture *fixture, FasciaBody *body)
{
  session_start_with (self, fixture, body, "b01");
}

/* Everything of it must be gone with it: what is still written or worked out holds it until then. */
static inline void
session_end (Session *self)
{
  /* What has the focus when it is hidden is never let go of by GTK 4.18. */
  fascia_test_drain ();
  gtk_window_set_focus (self->window, NULL);
  gtk_window_destroy (self->elsewhere);
  gtk_window_destroy (self->window);
  fascia_test_assert_until (fascia_test_is_gone, &self->page);
  fascia_test_assert_finalized (g_steal_pointer (&self->model));
  fascia_practice_unref (self->practice);
  fascia_library_unref (self->library);
}

static inline void
push (Session *self, gint64 ms)
{
  for (gint64 i = 0; i < ms; i += 100)
    {
      self->now += 100;
      fascia_player_runner_tick (self->runner);
    }
}

static inline void
push_to_hold (Session *self)
{
  FasciaPlayer *player = fascia_player_runner_get_player (self->runner);

  while (fascia_player_get_state (player) != FASCIA_PLAYER_HOLD)
    push (self, 100);
}

static inline void
set_switch (Session *self, const char *key, gboolean is_on)
{
  fascia_body_setup_set (self->page->setup, key, g_variant_new_boolean (is_on));
}

static inline FasciaPlayer *
get_player (Session *self)
{
  return fascia_player_runner_get_player (self->runner);
}

/* (nullable) Above the words, or in the ring. */
static inline const char *
get_state_words (Session *self)
{
  const char *words = gtk_label_get_label (self->page->state_label);

  g_assert_cmpstr (words, ==, gtk_label_get_label (self->page->words_state_label));
  return *words != '\0' ? words : NULL;
}

static inline gboolean
press_key (Session *self, guint key)
{
  GtkEventController *keys = g_object_get_data (G_OBJECT (self->page), "fascia-player-keys");
  gboolean is_taken = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, 0, &is_taken);
  return is_taken;
}

static inline gboolean
is_on_continue (gpointer data)
{
  Session *self = data;

  return gtk_window_get_focus (self->window) == self->page->continue_button;
}

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of Flare mode: the calm screen and what it leads to.
 */

#include "fascia-shots-flare.h"

#include "body/fascia-body-page.h"
#include "body/fascia-level-scale.h"
#include "body/fascia-place-dialog.h"
#include "fascia-shots-pages.h"
#include "fascia-test-utils.h"
#include "flare/fascia-breath-page.h"
#include "flare/fascia-flare.h"
#include "routines/fascia-routines-model.h"
#include "routines/fascia-safety-book.h"

#define PLACE "shoulder-top-right"

typedef struct
{
  gint64 now_ms;
} Clock;

static gint64
get_now (gpointer data)
{
  return ((Clock *) data)->now_ms;
}

static void
settle (FasciaWindow *window)
{
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
}

static AdwNavigationView *
get_navigation (FasciaWindow *window)
{
  return ADW_NAVIGATION_VIEW (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)));
}

static GtkWidget *
find (GtkWidget *root, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
fascia_shots_flare (FasciaWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.flare", NULL);
  settle (window);
}

static AdwNavigationPage *
press (FasciaWindow *window, const char *id)
{
  AdwNavigationView *navigation = get_navigation (window);

  fascia_shots_flare (window);
  g_signal_emit_by_name (find (GTK_WIDGET (adw_navigation_view_get_visible_page (navigation)), id),
                         "clicked");
  settle (window);
  return adw_navigation_view_get_visible_page (navigation);
}

void
fascia_shots_flare_help (FasciaWindow *window)
{
  press (window, "help_button");
}

static gboolean
is_ready (gpointer data)
{
  return fascia_routines_model_is_ready (data) && !fascia_routines_model_is_busy (data);
}

void
fascia_shots_flare_hold (FasciaWindow *window)
{
  press (window, "hold_button");
  fascia_test_assert_until (is_ready,
                            fascia_routines_model_get (fascia_window_get_journal (window), NULL));
  settle (window);
}

/* The row of a place. */
void
fascia_shots_flare_place (FasciaWindow *window)
{
  FasciaBodyPage *page = FASCIA_BODY_PAGE (fascia_window_get_page (window, "body"));
  FasciaRoutinesModel *model = fascia_routines_model_get (fascia_window_get_journal (window),
                                                          fascia_window_get_body (window));

  fascia_routines_model_load (model);
  fascia_test_assert_until (is_ready, model);
  AdwDialog *dialog = fascia_place_dialog_new (
      fascia_body_page_get_model (page),
      fascia_body_lookup (fascia_window_get_body (window), PLACE), GTK_WIDGET (page));
  adw_dialog_present (dialog, GTK_WIDGET (page));
  settle (window);
  gtk_widget_child_focus (find (GTK_WIDGET (dialog), "hold_group"), GTK_DIR_TAB_FORWARD);
  settle (window);
}

/* ---- a breath ---- */

static void
stop_moving (GtkWidget *window)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static gboolean
has_begun (gpointer data)
{
  return fascia_breath_runner_get_breath (data)->is_running;
}

/* A page whose clock stands at @ms of running time. */
static FasciaBreathPage *
breathe (FasciaWindow *window, gint64 ms, gboolean is_moving)
{
  Clock *clock = g_new0 (Clock, 1);
  GtkWidget *page = fascia_breath_page_new (fascia_window_get_journal (window),
                                            fascia_window_get_body (window));
  FasciaBreathRunner *runner = fascia_breath_page_get_runner (FASCIA_BREATH_PAGE (page));

  fascia_shots_flare (window);
  fascia_flare_dress (page, fascia_window_get_journal (window));
  g_object_set_data_full (G_OBJECT (page), "clock", clock, g_free);
  fascia_breath_runner_set_now (runner, get_now, clock);
  adw_navigation_view_push (get_navigation (window), ADW_NAVIGATION_PAGE (page));
  fascia_test_assert_until (has_begun, runner);
  settle (window);
  if (is_moving)
    {
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
      g_signal_connect (window, "destroy", G_CALLBACK (stop_moving), NULL);
    }
  for (gint64 at = 0; at < ms; at += 100)
    {
      clock->now_ms += 100;
      fascia_breath_runner_tick (runner);
    }
  settle (window);
  return FASCIA_BREATH_PAGE (page);
}

void
fascia_shots_breath_in (FasciaWindow *window)
{
  breathe (window, 2600, TRUE);
}

void
fascia_shots_breath_still (FasciaWindow *window)
{
  breathe (window, 5600, FALSE);
}

void
fascia_shots_breath_paused (FasciaWindow *window)
{
  FasciaBreathPage *page = breathe (window, 5600, FALSE);

  g_signal_emit_by_name (find (GTK_WIDGET (page), "pause_button"), "clicked");
  settle (window);
}

/* Undo takes nothing of it. */
void
fascia_shots_breath_undo (FasciaWindow *window)
{
  breathe (window, 15600, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle (window);
}

void
fascia_shots_breath_done (FasciaWindow *window)
{
  breathe (window, 301000, FALSE);
}

/* ---- what writes ---- */

void
fascia_shots_flare_note (FasciaWindow *window)
{
  AdwNavigationPage *page = press (window, "note_button");

  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (page), "words")),
                         "Woke up with it, low back and left hip");
  g_signal_emit_by_name (find (GTK_WIDGET (page), "level"), "chosen", 7);
  settle (window);
}

static gboolean
is_loaded (gpointer data)
{
  return fascia_safety_book_is_loaded (data);
}

void
fascia_shots_breath_held (FasciaWindow *window)
{
  FasciaSafetyBook *book = fascia_safety_book_get (fascia_window_get_journal (window),
                                                   fascia_window_get_body (window));
  const FasciaConditionAnswer answers[] = {
    { .code = "asthma-severe", .side = FASCIA_SIDE_MIDLINE, .since_day = FASCIA_DAY_UNKNOWN },
  };

  fascia_test_assert_until (is_loaded, book);
  fascia_safety_book_write (book, answers, G_N_ELEMENTS (answers),
                            fascia_safety_book_get_today (book), NULL, NULL, NULL);
  settle (window);
  press (window, "breathe_button");
}

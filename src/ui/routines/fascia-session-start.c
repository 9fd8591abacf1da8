/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From "Start" to the player: the safety check when it is due, the sheet of four lines, then the
 * session. */

#include "config.h"

#include "fascia-session-start.h"

#include <glib/gi18n.h>

#include "fascia-body-setup.h"
#include "fascia-player-page.h"
#include "fascia-safety-book.h"
#include "fascia-safety-dialog.h"
#include "fascia-session-check.h"
#include "fascia-session-resume.h"
#include "fascia-session-sheet.h"
#include "fascia-session-today.h"
#include "fascia-window.h"

/* "Later" is for so many days. */
#define LATER_DAYS 7

/* On its way from one question to the next; whoever calls it back holds it. */
#define FASCIA_TYPE_SESSION_START (fascia_session_start_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSessionStart, fascia_session_start, FASCIA, SESSION_START, GObject)

struct _FasciaSessionStart
{
  GObject parent_instance;

  GtkWidget *parent; /* weak */
  FasciaRoutinesModel *model;
  FasciaSafetyBook *book; /* the journal of the model holds it */
  FasciaSigns *signs;
  FasciaRoutine *routine;
  const FasciaRegion **places;
  FasciaEntry *going_on;    /* (nullable) a session that broke off */
  gboolean is_waiting;      /* for the answers to be read */
  FasciaSessionCheck *said; /* (nullable) what was chosen as so today, on any page of the way */
};

/* On the model: the one of the way that was begun last. */
static const char asker_key[] = "fascia-session-asker";

G_DEFINE_FINAL_TYPE (FasciaSessionStart, fascia_session_start, G_TYPE_OBJECT)

static void ask_setup (FasciaSessionStart *self, gboolean is_first_way);
static void release (FasciaSessionStart *self);

/* (nullable) The window's own; a dialog may have one too. */
static AdwNavigationView *
find_navigation (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *content = root != NULL && ADW_IS_APPLICATION_WINDOW (root)
                           ? adw_application_window_get_content (ADW_APPLICATION_WINDOW (root))
                           : gtk_widget_get_ancestor (parent, ADW_TYPE_NAVIGATION_VIEW);

  return content != NULL && ADW_IS_NAVIGATION_VIEW (content) ? ADW_NAVIGATION_VIEW (content) : NULL;
}

static void
on_changed_response (FasciaSessionStart *self, const char *response)
{
  FasciaSessionResume *resume = fascia_session_resume_get (self->model);

  if (!g_str_equal (response, "fresh") || self->parent == NULL)
    return;
  release (self);
  fascia_session_resume_leave (resume, self->parent);
  fascia_session_start (self->parent, self->model, self->routine,
                        (const FasciaRegion *const *) self->places);
}

/* Never silently another session than the one that was left. */
static void
say_changed (FasciaSessionStart *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("No Longer the Same"),
      _ ("Some of its steps are different now, or left out today. So it cannot go on where it was. "
         "You can start what is there now from its beginning."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "fresh",
                                  _ ("_Start Fresh"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "fresh",
                                            ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (dialog), "fascia-session-start", g_object_ref (self),
                          g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_changed_response), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, self->parent);
}

static void
push_player (FasciaSessionStart *self, FasciaPractice *practice)
{
  AdwNavigationView *navigation = self->parent != NULL ? find_navigation (self->parent) : NULL;
  GtkWidget *page = NULL;
  guint n = 0;

  fascia_practice_get_entries (practice, &n);
  /* One session at a time: what was asked before it began is nothing to be answered any more. */
  if (navigation == NULL || adw_navigation_view_find_page (navigation, "player") != NULL)
    return;
  if (self->going_on != NULL)
    {
      page = n > 0 ? fascia_player_page_new_resumed (self->model, practice, self->going_on) : NULL;
      if (page == NULL)
        say_changed (self);
    }
  else if (n > 0)
    page = fascia_player_page_new (self->model, practice);
  if (page == NULL)
    return;
  fascia_player_page_set_places (FASCIA_PLAYER_PAGE (page),
                                 (const FasciaRegion *const *) self->places);
  adw_navigation_view_push (navigation, ADW_NAVIGATION_PAGE (page));
}

/* ---- the sheet ---- */

static void
on_sheet_start (FasciaSessionStart *self, FasciaPractice *practice)
{
  push_player (self, practice);
}

static void
on_answers_asked (FasciaSessionStart *self, FasciaSessionSheet *sheet)
{
  g_clear_pointer (&self->said, fascia_session_check_unref);
  self->said = fascia_session_check_ref (fascia_session_sheet_get_check (sheet));
  ask_setup (self, FALSE);
}

/* @is_told: what is so today is all said; what it means comes next. */
static void
show_sheet (FasciaSessionStart *self, gboolean is_told)
{
  if (self->parent == NULL || gtk_widget_get_root (self->parent) == NULL)
    return;
  AdwDialog *sheet = fascia_session_sheet_new (self->model, self->book, self->signs, self->routine,
                                               self->places, self->said);

  if (is_told && self->said != NULL && fascia_session_check_has_any (self->said))
    fascia_session_sheet_go_on (FASCIA_SESSION_SHEET (sheet));
  /* The sheet holds what comes after it. */
  g_object_set_data_full (G_OBJECT (sheet), "fascia-session-start", g_object_ref (self),
                          g_object_unref);
  g_signal_connect_object (sheet, "start", G_CALLBACK (on_sheet_start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "answers-asked", G_CALLBACK (on_answers_asked), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (sheet, self->parent);
}

/* ---- the setup ---- */

static void
set_later (FasciaSessionStart *self)
{
  FasciaBodySetup *setup = fascia_body_setup_get (fascia_routines_model_get_journal (self->model),
                                                  fascia_routines_model_get_body (self->model));
  g_autofree char *day = g_strdup_printf ("%d", fascia_safety_book_get_today (self->book));

  fascia_body_setup_set (setup, FASCIA_SETTING_SAFETY_LATER, g_variant_new_string (day));
}

static gboolean
is_later (FasciaSessionStart *self)
{
  FasciaBodySetup *setup = fascia_body_setup_get (fascia_routines_model_get_journal (self->model),
                                                  fascia_routines_model_get_body (self->model));
  const char *day = fascia_settings_get_string (fascia_body_setup_get_settings (setup),
                                                FASCIA_SETTING_SAFETY_LATER, NULL);
  gint64 later = day != NULL ? g_ascii_strtoll (day, NULL, 10) : G_MININT32;
  gint32 today = fascia_safety_book_get_today (self->book);

  return later <= today && later + LATER_DAYS > today;
}

/* "None of these" was said of today as well: one click less. */
static void
start_at_once (FasciaSessionStart *self)
{
  g_autoptr (FasciaPractice) practice = fascia_routines_model_make_practice (
      self->model, self->routine, fascia_safety_book_get_safety (self->book), self->places);
  guint n_held_back = 0;

  /* What is held back is shown before it starts. */
  fascia_practice_get_held_back (practice, &n_held_back);
  if (n_held_back > 0)
    show_sheet (self, FALSE);
  else
    push_player (self, practice);
}

static void
on_setup_done (FasciaSessionStart *self, int response)
{
  switch ((FasciaSafetyDialogResponse) response)
    {
    case FASCIA_SAFETY_DIALOG_NONE:
      start_at_once (self);
      return;
    case FASCIA_SAFETY_DIALOG_LEFT:
      /* Whoever presses Escape wants out, not on. */
      return;
    case FASCIA_SAFETY_DIALOG_LATER:
      set_later (self);
      show_sheet (self, FALSE);
      return;
    case FASCIA_SAFETY_DIALOG_SAVED:
    default:
      show_sheet (self, TRUE);
      return;
    }
}

/* From the sheet back to it. */
static void
on_answers_done (FasciaSessionStart *self)
{
  show_sheet (self, FALSE);
}

static void
ask_setup (FasciaSessionStart *self, gboolean is_first_way)
{
  if (self->parent == NULL || gtk_widget_get_root (self->parent) == NULL)
    return;
  g_autoptr (FasciaPractice) practice = fascia_routines_model_make_practice (
      self->model, self->routine, fascia_safety_book_get_safety (self->book), self->places);
  /* Once it is answered more of the routine may be open: calf and thigh are asked about in any case
   * when they are among its places. */
  gboolean has_legs
      = fascia_session_works_legs (self->signs, practice)
        || fascia_session_names_legs (self->signs, fascia_routines_model_get_library (self->model),
                                      self->routine);

  if (is_first_way && self->said == NULL)
    self->said = fascia_session_check_new (
        self->signs, fascia_safety_book_get_conditions (self->book), has_legs);
  AdwDialog *dialog
      = fascia_safety_dialog_new (self->book, self->parent, is_first_way ? self->said : NULL);

  g_object_set_data_full (G_OBJECT (dialog), "fascia-session-start", g_object_ref (self),
                          g_object_unref);
  g_signal_connect_object (dialog, "done",
                           is_first_way ? G_CALLBACK (on_setup_done) : G_CALLBACK (on_answers_done),
                           self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, self->parent);
}

/* ---- the way ---- */

static gint32
get_programme_day (FasciaRoutinesModel *model)
{
  FasciaPlan *plan = fascia_routines_model_get_plan (model);

  return plan != NULL && fascia_plan_get_programme (plan) != NULL ? fascia_plan_get_started (plan)
                                                                  : FASCIA_DAY_UNKNOWN;
}

static void
begin (FasciaSessionStart *self)
{
  FasciaSafety *safety = fascia_safety_book_get_safety (self->book);

  const gboolean is_due
      = fascia_safety_is_due (safety, get_programme_day (self->model))
        || fascia_safety_needs_injury (safety, fascia_routine_get_programme (self->routine));

  if (is_due && !is_later (self))
    ask_setup (self, TRUE);
  else
    show_sheet (self, FALSE);
}

/* The answers were still being read when Start was pressed. */
static void
on_book_changed (FasciaSafetyBook *book, FasciaSessionStart *self)
{
  if (fascia_safety_book_get_safety (book) == NULL)
    return;
  g_autoptr (FasciaSessionStart) kept = g_object_ref (self);

  g_signal_handlers_disconnect_by_func (book, on_book_changed, self);
  self->is_waiting = FALSE;
  begin (kept);
}

/* ---- one way at a time ---- */

/* What is left of a session that goes on is worked out without what was done of it, while this one asks
 * and no other has begun to. */
static void
claim (FasciaSessionStart *self)
{
  g_object_set_data (G_OBJECT (self->model), asker_key, self);
  fascia_routines_model_set_going_on (
      self->model, self->going_on != NULL ? fascia_routine_get_id (self->routine) : NULL,
      self->going_on != NULL ? fascia_entry_get_moment (self->going_on)->utc_ms : 0);
}

static void
release (FasciaSessionStart *self)
{
  if (self->model == NULL || g_object_get_data (G_OBJECT (self->model), asker_key) != self)
    return;
  g_object_set_data (G_OBJECT (self->model), asker_key, NULL);
  fascia_routines_model_set_going_on (self->model, NULL, 0);
}

/* A second press while the questions of the first are open, or are about to be. */
static gboolean
is_asking (GtkWidget *parent, FasciaRoutinesModel *model)
{
  FasciaSessionStart *asker = g_object_get_data (G_OBJECT (model), asker_key);
  GtkRoot *root = gtk_widget_get_root (parent);
  AdwDialog *dialog
      = root != NULL && ADW_IS_APPLICATION_WINDOW (root)
            ? adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root))
            : NULL;

  return (asker != NULL && asker->is_waiting)
         || (dialog != NULL
             && g_object_get_data (G_OBJECT (dialog), "fascia-session-start") != NULL);
}

static void
fascia_session_start_finalize (GObject *object)
{
  FasciaSessionStart *self = FASCIA_SESSION_START (object);

  g_clear_weak_pointer (&self->parent);
  release (self);
  g_clear_pointer (&self->going_on, fascia_entry_unref);
  g_clear_object (&self->model);
  g_clear_pointer (&self->signs, fascia_signs_unref);
  g_clear_pointer (&self->routine, fascia_routine_unref);
  g_clear_pointer (&self->said, fascia_session_check_unref);
  g_free (self->places);

  G_OBJECT_CLASS (fascia_session_start_parent_class)->finalize (object);
}

static void
fascia_session_start_class_init (FasciaSessionStartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_session_start_finalize;
}

static void
fascia_session_start_init (FasciaSessionStart *self)
{
}

static void
unref_closure (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void
start (GtkWidget *parent,
       FasciaRoutinesModel *model,
       FasciaRoutine *routine,
       const FasciaRegion *const *places,
       FasciaEntry *going_on)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));
  g_return_if_fail (routine != NULL);

  FasciaBody *body = fascia_routines_model_get_body (model);
  FasciaSafetyBook *book = fascia_safety_book_get (fascia_routines_model_get_journal (model), body);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSigns) signs = fascia_signs_new (body, &error);

  /* Without its tables nothing is started. */
  if (signs == NULL || fascia_safety_book_get_conditions (book) == NULL)
    {
      if (error != NULL)
        g_critical ("The table of signs in the program is broken: %s", error->message);
      fascia_window_show_toast (parent, _ ("The safety check cannot be read"));
      return;
    }
  if (!fascia_routines_model_is_ready (model) || is_asking (parent, model))
    return;
  /* What is not kept is not played: it is said once, before anything is asked. */
  if (fascia_journal_is_read_only (fascia_routines_model_get_journal (model)))
    {
      fascia_window_show_toast (
          parent, _ ("Your journal can only be read now, so no session can be kept in it"));
      return;
    }

  g_autoptr (FasciaSessionStart) self = g_object_new (FASCIA_TYPE_SESSION_START, NULL);
  g_set_weak_pointer (&self->parent, parent);
  self->model = g_object_ref (model);
  self->book = book;
  self->signs = g_steal_pointer (&signs);
  self->routine = fascia_routine_ref (routine);
  self->places = fascia_session_dup_places (places);
  self->going_on = going_on != NULL ? fascia_entry_ref (going_on) : NULL;
  claim (self);
  self->is_waiting = fascia_safety_book_get_safety (book) == NULL;
  if (!self->is_waiting)
    begin (self);
  else
    g_signal_connect_data (book, "changed", G_CALLBACK (on_book_changed), g_object_ref (self),
                           unref_closure, G_CONNECT_DEFAULT);
}

void
fascia_session_start (GtkWidget *parent,
                      FasciaRoutinesModel *model,
                      FasciaRoutine *routine,
                      const FasciaRegion *const *places)
{
  start (parent, model, routine, places, NULL);
}

void
fascia_session_go_on (GtkWidget *parent,
                      FasciaRoutinesModel *model,
                      FasciaRoutine *routine,
                      const FasciaRegion *const *places,
                      FasciaEntry *entry)
{
  g_return_if_fail (entry != NULL && fascia_entry_get_session (entry) != NULL);

  start (parent, model, routine, places, entry);
}

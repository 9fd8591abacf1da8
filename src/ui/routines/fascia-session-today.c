/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What something that is so today means, and what stays open all the same. */

#include "config.h"

#include "fascia-session-today.h"

#include <glib/gi18n.h>

#include "body/fascia-emergency-row.h"
#include "body/fascia-help-page.h"
#include "fascia-held-back-row.h"
#include "fascia-safety-form.h"
#include "fascia-safety-write.h"
#include "journal/fascia-entry-editor.h"
#include "journal/fascia-place-picker.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-row-words.h"

#define NEW_INJURY "new-injury"
#define INJURY "injury"

struct _FasciaSessionToday
{
  AdwNavigationPage parent_instance;

  FasciaRoutinesModel *model;
  FasciaSafetyBook *book;
  FasciaSigns *signs;
  FasciaSessionCheck *check;
  FasciaSafety *safety;
  FasciaPractice *practice; /* NULL: nothing may be done */
  FasciaSafetyForm *form;   /* while the place of an injury is chosen */

  AdwPreferencesPage *content;
  gboolean is_said;
};

G_DEFINE_FINAL_TYPE (FasciaSessionToday, fascia_session_today, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  SIGNAL_START = 1,
  SIGNAL_ANSWERS_ASKED,
} FasciaSessionTodaySignal;

static guint signals[SIGNAL_ANSWERS_ASKED + 1];

const FasciaRegion **
fascia_session_dup_places (const FasciaRegion *const *places)
{
  guint n = 0;

  while (places != NULL && places[n] != NULL)
    n++;
  return places != NULL ? g_memdup2 (places, (n + 1) * sizeof *places) : NULL;
}

FasciaPractice *
fascia_session_today_get_practice (FasciaSessionToday *self)
{
  g_return_val_if_fail (FASCIA_IS_SESSION_TODAY (self), NULL);

  return self->practice;
}

/* ---- what is left ---- */

/* (transfer full) (nullable) The first routine of nothing but rest and breathing that may be done. */
static FasciaPractice *
find_rest (FasciaSessionToday *self)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);

  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (library, i);
      guint n = 0;

      if (!fascia_session_is_rest_routine (library, routine))
        continue;
      g_autoptr (FasciaPractice) practice
          = fascia_routines_model_make_practice (self->model, routine, self->safety, NULL);
      fascia_practice_get_entries (practice, &n);
      if (n > 0)
        return g_steal_pointer (&practice);
    }
  return NULL;
}

/* ---- what is asked for here ---- */

static void
on_start_activated (FasciaSessionToday *self)
{
  if (self->practice != NULL)
    g_signal_emit (self, signals[SIGNAL_START], 0, self->practice);
}

static void
on_answers_activated (FasciaSessionToday *self)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERS_ASKED], 0);
}

/* Over this: whoever writes comes back to it. */
static void
on_note_activated (FasciaSessionToday *self)
{
  fascia_entry_editor_present_new (
      GTK_WIDGET (self), fascia_routines_model_get_journal (self->model),
      fascia_routines_model_get_body (self->model), FASCIA_ENTRY_NOTE, NULL);
}

static void
on_help_activated (FasciaSessionToday *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_push (
        ADW_NAVIGATION_VIEW (view),
        fascia_help_page_new_all (self->signs, fascia_safety_book_get_journal (self->book)));
}

/* ---- a new injury ---- */

static void
on_place_toggled (FasciaSessionToday *self, const char *code, gboolean is_chosen)
{
  FasciaSafetyQuestion *injury
      = self->form != NULL ? fascia_safety_form_lookup (self->form, INJURY) : NULL;

  if (injury == NULL)
    return;
  injury->is_on = TRUE;
  fascia_safety_question_set_place (injury, code, is_chosen);
  for (guint i = 0; i < injury->spots->len; i++)
    {
      FasciaSafetySpot *spot = &g_array_index (injury->spots, FasciaSafetySpot, i);

      if (g_strcmp0 (spot->region, code) == 0)
        spot->since_day = fascia_safety_book_get_today (self->book);
    }
  injury->is_on = injury->spots->len > 0;
}

/* Kept when all places are said, as one change. */
static void
on_picker_hidden (FasciaSessionToday *self)
{
  g_autoptr (FasciaSafetyForm) form = g_steal_pointer (&self->form);

  if (form == NULL)
    return;
  g_autoptr (GArray) answers = fascia_safety_form_dup_answers (form);
  guint n_before = 0;
  fascia_safety_book_get_answers (self->book, &n_before);
  if (answers->len != n_before)
    fascia_safety_write_confirmed (self->book,
                                   (const FasciaConditionAnswer *) (gconstpointer) answers->data,
                                   answers->len, fascia_safety_book_get_answered_day (self->book),
                                   GTK_WIDGET (self), GTK_WIDGET (self), NULL, NULL);
}

static void
on_injury_activated (FasciaSessionToday *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  FasciaConditions *conditions = fascia_safety_book_get_conditions (self->book);
  guint n_answers = 0;
  const FasciaConditionAnswer *answers = fascia_safety_book_get_answers (self->book, &n_answers);

  if (view == NULL || conditions == NULL)
    return;
  g_clear_pointer (&self->form, fascia_safety_form_free);
  self->form = fascia_safety_form_new (conditions, answers, n_answers);
  AdwNavigationPage *page
      = fascia_place_picker_new (fascia_safety_book_get_body (self->book), NULL);
  g_signal_connect_object (page, "toggled", G_CALLBACK (on_place_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "hidden", G_CALLBACK (on_picker_hidden), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
}

/* ---- the page ---- */

/* What to do is never cut. */
static AdwPreferencesGroup *
add_group (FasciaSessionToday *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    fascia_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->content, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_link (FasciaSessionToday *self,
          AdwPreferencesGroup *group,
          const char *title,
          const char *words,
          const char *icon,
          GCallback activated)
{
  GtkWidget *row = fascia_link_row_new (title, words, icon);

  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "activated", activated, self, G_CONNECT_SWAPPED);
}

/* What a person does who has said yes. */
static const char *
get_action (int level)
{
  switch (level)
    {
    case FASCIA_SIGN_EMERGENCY:
      return _ ("Call your local emergency number now");
    case FASCIA_SIGN_SAME_DAY:
      return _ ("Speak to a doctor, an out-of-hours line or an emergency department today");
    case FASCIA_SIGN_SOON:
      return _ ("Make an appointment with a doctor within two weeks");
    default:
      return _ ("Take care today");
    }
}

static int
get_level (const FasciaSessionItem *item)
{
  return item->sign != NULL ? (int) fascia_sign_get_level (item->sign) : FASCIA_SIGN_SOON + 1;
}

static void
add_answer (FasciaSessionToday *self, AdwPreferencesGroup *group, const FasciaSessionItem *item)
{
  const char *own = item->sign != NULL ? fascia_sign_get_advice (item->sign)
                                       : fascia_condition_get_effect (item->condition);
  GtkWidget *row = add_row (group, fascia_session_item_get_question (item), own);
  const char *action = get_action (get_level (item));
  /* Translators: what to do, and one more sentence for this sign. */
  g_autofree char *both = own != NULL
                              ? g_strdup_printf (C_ ("action and sentence", "%s. %s"), action, own)
                              : g_strdup (action);

  /* The heading has no focus: the row says it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both,
                                  -1);
  if (item->sign != NULL && g_str_equal (fascia_sign_get_id (item->sign), NEW_INJURY))
    add_link (self, group, _ ("Say Where You Hurt Yourself…"),
              _ ("The place rests for three days, then comes back step by step."), NULL,
              G_CALLBACK (on_injury_activated));
}

/* The most urgent first, each under what to do; conditions of the day are told last. */
static void
add_answers (FasciaSessionToday *self)
{
  for (int level = FASCIA_SIGN_EMERGENCY; level <= FASCIA_SIGN_SOON + 1; level++)
    {
      AdwPreferencesGroup *group = NULL;

      for (guint i = 0; i < fascia_session_check_get_n (self->check); i++)
        {
          const FasciaSessionItem *item = fascia_session_check_get (self->check, i);

          if (!item->is_on || get_level (item) != level)
            continue;
          if (group == NULL)
            group = add_group (self, get_action (level));
          add_answer (self, group, item);
        }
      if (group != NULL && level == FASCIA_SIGN_EMERGENCY)
        adw_preferences_group_add (
            group, fascia_emergency_line_new (fascia_safety_book_get_journal (self->book)));
    }
}

static void
add_start (FasciaSessionToday *self, AdwPreferencesGroup *group, FasciaRoutine *asked)
{
  guint n = 0;

  if (self->practice == NULL)
    return;
  FasciaRoutine *routine = fascia_practice_get_routine (self->practice);
  int minutes = MAX (1, (fascia_practice_get_seconds (self->practice) + 30) / 60);
  fascia_practice_get_entries (self->practice, &n);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
  /* Translators: how many steps and minutes a session has: “3 steps · 8 min” */
  g_autofree char *words = g_strdup_printf (_ ("%1$s · %2$d min"), steps, minutes);
  /* Translators: %s is the name of a routine. */
  g_autofree char *title
      = g_strdup_printf (_ ("Start What Stays of “%s”"), fascia_routine_get_title (routine));
  g_autofree char *rest = g_strdup_printf (_ ("Start “%s”"), fascia_routine_get_title (routine));

  add_link (self, group, routine == asked ? title : rest, words, "media-playback-start-symbolic",
            G_CALLBACK (on_start_activated));
}

static void
fill (FasciaSessionToday *self, FasciaRoutine *routine, FasciaPractice *asked)
{
  gboolean has_any = fascia_session_check_has_any (self->check);

  /* Nothing stands before what is urgent. */
  if (fascia_session_check_get_level (self->check) != FASCIA_SIGN_EMERGENCY)
    adw_preferences_page_set_description (
        self->content, has_any ? _ ("Thank you for saying so. Rest and your journal stay open.")
                               : _ ("Nothing of this routine is left today. Rest and your journal "
                                    "stay open."));
  if (has_any)
    add_answers (self);
  AdwPreferencesGroup *open = add_group (self, _ ("What Stays Open"));
  add_link (self, open, _ ("When to Get Help"), NULL, NULL, G_CALLBACK (on_help_activated));
  add_link (self, open, _ ("Write It Down"), _ ("A note in your journal"), NULL,
            G_CALLBACK (on_note_activated));
  add_start (self, open, routine);

  AdwPreferencesGroup *why = add_group (self, NULL);
  GtkWidget *row = fascia_held_back_row_new ();
  fascia_held_back_row_set_practice (FASCIA_HELD_BACK_ROW (row), asked);
  g_signal_connect_object (row, "answers-asked", G_CALLBACK (on_answers_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (why, row);
  gtk_widget_set_visible (GTK_WIDGET (why), gtk_widget_get_visible (row));
}

/* Said at once, wherever the focus goes. */
static void
fascia_session_today_shown (AdwNavigationPage *page)
{
  FasciaSessionToday *self = FASCIA_SESSION_TODAY (page);
  int level = fascia_session_check_get_level (self->check);

  if (level != 0 && !self->is_said)
    fascia_announce (GTK_WIDGET (self), get_action (level));
  self->is_said = TRUE;
}

static void
fascia_session_today_finalize (GObject *object)
{
  FasciaSessionToday *self = FASCIA_SESSION_TODAY (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->signs, fascia_signs_unref);
  g_clear_pointer (&self->check, fascia_session_check_unref);
  g_clear_pointer (&self->safety, fascia_safety_unref);
  g_clear_pointer (&self->practice, fascia_practice_unref);
  g_clear_pointer (&self->form, fascia_safety_form_free);

  G_OBJECT_CLASS (fascia_session_today_parent_class)->finalize (object);
}

static void
fascia_session_today_class_init (FasciaSessionTodayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_session_today_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = fascia_session_today_shown;

  signals[SIGNAL_START] = g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, FASCIA_TYPE_PRACTICE);
  signals[SIGNAL_ANSWERS_ASKED]
      = g_signal_new ("answers-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
fascia_session_today_init (FasciaSessionToday *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->content));
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Today"));
}

AdwNavigationPage *
fascia_session_today_new (FasciaRoutinesModel *model,
                          FasciaSafetyBook *book,
                          FasciaSigns *signs,
                          FasciaSessionCheck *check,
                          FasciaRoutine *routine,
                          const FasciaRegion *const *places)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (book), NULL);
  g_return_val_if_fail (signs != NULL && check != NULL && routine != NULL, NULL);

  FasciaSessionToday *self = g_object_new (FASCIA_TYPE_SESSION_TODAY, NULL);
  guint n = 0;

  self->model = g_object_ref (model);
  self->book = book;
  self->signs = fascia_signs_ref (signs);
  self->check = fascia_session_check_ref (check);
  self->safety = fascia_session_check_apply (check, fascia_safety_book_get_safety (book));
  g_autoptr (FasciaPractice) asked
      = fascia_routines_model_make_practice (model, routine, self->safety, places);
  fascia_practice_get_entries (asked, &n);
  self->practice = n > 0 ? fascia_practice_ref (asked) : find_rest (self);
  fill (self, routine, asked);
  return ADW_NAVIGATION_PAGE (self);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheet before each session: a few lines, "None of these: start", or "One of these…". */

#include "config.h"

#include "fascia-session-sheet.h"

#include <glib/gi18n.h>

#include "fascia-held-back-row.h"
#include "fascia-session-check.h"
#include "fascia-session-today.h"

struct _FasciaSessionSheet
{
  AdwDialog parent_instance;

  FasciaRoutinesModel *model;
  FasciaSafetyBook *book; /* the journal holds it, and the model the journal */
  FasciaSigns *signs;
  FasciaRoutine *routine;
  const FasciaRegion **places;
  FasciaPractice *practice;
  FasciaSessionCheck *check;

  AdwNavigationView *view;
  GtkWidget *go_on;
};

G_DEFINE_FINAL_TYPE (FasciaSessionSheet, fascia_session_sheet, ADW_TYPE_DIALOG)

typedef enum
{
  SIGNAL_START = 1,
  SIGNAL_ANSWERS_ASKED,
} FasciaSessionSheetSignal;

static guint signals[SIGNAL_ANSWERS_ASKED + 1];

static const char item_key[] = "fascia-item";

/* ---- what is answered ---- */

static void
start (FasciaSessionSheet *self, FasciaPractice *practice)
{
  g_autoptr (FasciaSessionSheet) kept = g_object_ref (self);
  g_autoptr (FasciaPractice) started = fascia_practice_ref (practice);

  /* First, so that the focus does not come back to what is left behind. */
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (kept, signals[SIGNAL_START], 0, started);
}

static void
on_answers_asked (FasciaSessionSheet *self)
{
  g_autoptr (FasciaSessionSheet) kept = g_object_ref (self);

  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (kept, signals[SIGNAL_ANSWERS_ASKED], 0);
}

void
fascia_session_sheet_answer_none (FasciaSessionSheet *self)
{
  g_return_if_fail (FASCIA_IS_SESSION_SHEET (self));

  start (self, self->practice);
}

static void
on_today_start (FasciaSessionSheet *self, FasciaPractice *practice)
{
  start (self, practice);
}

void
fascia_session_sheet_go_on (FasciaSessionSheet *self)
{
  g_return_if_fail (FASCIA_IS_SESSION_SHEET (self));

  AdwNavigationPage *page = fascia_session_today_new (self->model, self->book, self->signs,
                                                      self->check, self->routine, self->places);

  g_signal_connect_object (page, "start", G_CALLBACK (on_today_start), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, page);
}

static void
on_item_toggled (FasciaSessionSheet *self, GtkCheckButton *button)
{
  FasciaSessionItem *item = g_object_get_data (G_OBJECT (button), item_key);

  item->is_on = gtk_check_button_get_active (button);
  gtk_widget_set_sensitive (self->go_on, fascia_session_check_has_any (self->check));
}

/* ---- the list ---- */

static GtkWidget *
create_bar (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *bar = adw_wrap_box_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (bar), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (bar), 6);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (bar), ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (bar), TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), first);
  if (second != NULL)
    adw_wrap_box_append (ADW_WRAP_BOX (bar), second);
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), bar);
  return clamp;
}

static GtkWidget *
create_button (const char *label, gboolean is_suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  return button;
}

static AdwNavigationPage *
create_page (GtkWidget *content, GtkWidget *bar, const char *title)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  if (bar != NULL)
    adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), bar);
  return adw_navigation_page_new (view, title);
}

static GtkWidget *
create_item_row (FasciaSessionSheet *self, FasciaSessionItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *question = fascia_session_item_get_question (item);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item->is_on);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
  g_object_set_data (G_OBJECT (check), item_key, item);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_item_toggled), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

void
fascia_session_sheet_show_list (FasciaSessionSheet *self)
{
  g_return_if_fail (FASCIA_IS_SESSION_SHEET (self));

  GtkWidget *content = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesGroup *more = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *answers = adw_button_row_new ();

  adw_preferences_page_set_description (
      ADW_PREFERENCES_PAGE (content),
      _ ("Choose what is so today. When you are not sure, choose it too."));
  for (guint i = 0; i < fascia_session_check_get_n (self->check); i++)
    adw_preferences_group_add (group,
                               create_item_row (self, fascia_session_check_get (self->check, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (content), group);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (answers), _ ("Something _Else Has Changed…"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (answers), TRUE);
  g_signal_connect_object (answers, "activated", G_CALLBACK (on_answers_asked), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (more, answers);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (content), more);

  self->go_on = create_button (_ ("_Go On"), TRUE);
  gtk_widget_set_sensitive (self->go_on, fascia_session_check_has_any (self->check));
  g_signal_connect_object (self->go_on, "clicked", G_CALLBACK (fascia_session_sheet_go_on), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, create_page (content, create_bar (self->go_on, NULL),
                                                     C_ ("session", "One of These")));
}

/* ---- the first page ---- */

FasciaPractice *
fascia_session_sheet_get_practice (FasciaSessionSheet *self)
{
  g_return_val_if_fail (FASCIA_IS_SESSION_SHEET (self), NULL);

  return self->practice;
}

static void
add_lines (FasciaSessionSheet *self, AdwPreferencesPage *content)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_auto (GStrv) lines = fascia_session_check_dup_lines (self->check);

  adw_preferences_group_set_title (group, _ ("Is One of These So Today?"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lines[i]);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (group, row);
    }
  adw_preferences_page_add (content, group);
}

static void
add_held_back (FasciaSessionSheet *self, AdwPreferencesPage *content)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *row = fascia_held_back_row_new ();

  fascia_held_back_row_set_practice (FASCIA_HELD_BACK_ROW (row), self->practice);
  g_signal_connect_object (row, "answers-asked", G_CALLBACK (on_answers_asked), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), gtk_widget_get_visible (row));
  adw_preferences_page_add (content, group);
}

/* Nothing of it may be done: why, and what may be done instead. */
static void
push_nothing_left (FasciaSessionSheet *self)
{
  AdwNavigationPage *page = fascia_session_today_new (self->model, self->book, self->signs,
                                                      self->check, self->routine, self->places);

  g_signal_connect_object (page, "start", G_CALLBACK (on_today_start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "answers-asked", G_CALLBACK (on_answers_asked), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, page);
}

static void
push_lines (FasciaSessionSheet *self)
{
  AdwPreferencesPage *content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *none = create_button (_ ("_None of These: Start"), TRUE);
  GtkWidget *one = create_button (_ ("_One of These…"), FALSE);

  add_lines (self, content);
  add_held_back (self, content);
  g_signal_connect_object (none, "clicked", G_CALLBACK (fascia_session_sheet_answer_none), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (one, "clicked", G_CALLBACK (fascia_session_sheet_show_list), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, create_page (GTK_WIDGET (content), create_bar (none, one),
                                                     fascia_routine_get_title (self->routine)));
  adw_dialog_set_default_widget (ADW_DIALOG (self), none);
  adw_dialog_set_focus (ADW_DIALOG (self), none);
}

/* ---- the dialog ---- */

static void
fascia_session_sheet_finalize (GObject *object)
{
  FasciaSessionSheet *self = FASCIA_SESSION_SHEET (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->signs, fascia_signs_unref);
  g_clear_pointer (&self->routine, fascia_routine_unref);
  g_clear_pointer (&self->practice, fascia_practice_unref);
  g_clear_pointer (&self->check, fascia_session_check_free);
  g_free (self->places);

  G_OBJECT_CLASS (fascia_session_sheet_parent_class)->finalize (object);
}

static void
fascia_session_sheet_class_init (FasciaSessionSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_session_sheet_finalize;

  signals[SIGNAL_START] = g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, FASCIA_TYPE_PRACTICE);
  signals[SIGNAL_ANSWERS_ASKED]
      = g_signal_new ("answers-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
fascia_session_sheet_init (FasciaSessionSheet *self)
{
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
  adw_dialog_set_content_width (ADW_DIALOG (self), 460);
  adw_dialog_set_content_height (ADW_DIALOG (self), 600);
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, 240);
}

AdwDialog *
fascia_session_sheet_new (FasciaRoutinesModel *model,
                          FasciaSafetyBook *book,
                          FasciaSigns *signs,
                          FasciaRoutine *routine,
                          const FasciaRegion *const *places)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (book), NULL);
  g_return_val_if_fail (signs != NULL && routine != NULL, NULL);

  FasciaSessionSheet *self = g_object_new (FASCIA_TYPE_SESSION_SHEET, NULL);
  guint n = 0;

  self->model = g_object_ref (model);
  self->book = book;
  self->signs = fascia_signs_ref (signs);
  self->routine = fascia_routine_ref (routine);
  self->places = fascia_session_dup_places (places);
  self->practice = fascia_routines_model_make_practice (
      model, routine, fascia_safety_book_get_safety (book), self->places);
  self->check = fascia_session_check_new (signs, fascia_safety_book_get_conditions (book),
                                          fascia_session_works_legs (signs, self->practice));
  adw_dialog_set_title (ADW_DIALOG (self), fascia_routine_get_title (routine));
  fascia_practice_get_entries (self->practice, &n);
  if (n > 0)
    push_lines (self);
  else
    push_nothing_left (self);
  return ADW_DIALOG (self);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheet before each session: a few lines, "None of these: start", or "One of these…". */

#include "config.h"

#include "fascia-session-sheet.h"

#include <glib/gi18n.h>

#include "fascia-held-back-row.h"
#include "fascia-session-list.h"
#include "fascia-session-today.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-row-words.h"

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
  AdwNavigationPage *lines_page;
  AdwNavigationPage *list_page;
  GPtrArray *line_rows; /* owned by the page */
  GtkWidget *none;
  GtkWidget *one;
  GtkWidget *go_on;
};

G_DEFINE_FINAL_TYPE (FasciaSessionSheet, fascia_session_sheet, ADW_TYPE_DIALOG)

typedef enum
{
  SIGNAL_START = 1,
  SIGNAL_ANSWERS_ASKED,
} FasciaSessionSheetSignal;

static guint signals[SIGNAL_ANSWERS_ASKED + 1];

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

/* What it means, and what is left. */
static void
push_today (FasciaSessionSheet *self)
{
  AdwNavigationPage *page = fascia_session_today_new (self->model, self->book, self->signs,
                                                      self->check, self->routine, self->places);

  g_signal_connect_object (page, "start", G_CALLBACK (on_today_start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "answers-asked", G_CALLBACK (on_answers_asked), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, page);
}

void
fascia_session_sheet_go_on (FasciaSessionSheet *self)
{
  g_return_if_fail (FASCIA_IS_SESSION_SHEET (self));

  if (!FASCIA_IS_SESSION_TODAY (adw_navigation_view_get_visible_page (self->view)))
    push_today (self);
}

/* Who has chosen something does not say "none" after it by mistake. */
static void
update (FasciaSessionSheet *self)
{
  gboolean has_any = fascia_session_check_has_any (self->check);

  for (guint i = 0; i < self->line_rows->len; i++)
    {
      g_autofree char *words = fascia_session_check_dup_line_words (self->check, i);

      fascia_row_set_words (ADW_ACTION_ROW (g_ptr_array_index (self->line_rows, i)), words);
    }
  if (self->none != NULL)
    {
      gtk_widget_set_visible (self->none, !has_any);
      if (has_any)
        gtk_widget_add_css_class (self->one, "suggested-action");
      else
        gtk_widget_remove_css_class (self->one, "suggested-action");
    }
  if (self->go_on != NULL)
    gtk_widget_set_sensitive (self->go_on, has_any);
}

/* What Enter does belongs to the page. */
static void
on_page_changed (FasciaSessionSheet *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);
  GtkWidget *button = NULL;

  if (page != NULL && page == self->lines_page)
    button = fascia_session_check_has_any (self->check) ? self->one : self->none;
  else if (page != NULL && page == self->list_page)
    button = self->go_on;
  adw_dialog_set_default_widget (ADW_DIALOG (self), button);
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

  fascia_button_wrap (GTK_BUTTON (button));
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  return button;
}

static AdwNavigationPage *
create_page (GtkWidget *content, GtkWidget *bar, const char *title)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  if (bar != NULL)
    adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), bar);
  return adw_navigation_page_new (view, title);
}

static void
show_list (FasciaSessionSheet *self, guint line)
{
  FasciaSessionList *list = FASCIA_SESSION_LIST (fascia_session_list_new (self->check));
  GtkWidget *content = fascia_session_list_new_page (list);
  AdwPreferencesGroup *more = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *answers = fascia_link_row_new (_ ("Something Else Has Changed…"),
                                            _ ("Your answers to the safety check"), NULL);

  g_signal_connect_object (list, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (answers, "activated", G_CALLBACK (on_answers_asked), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (more, answers);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (content), more);

  self->go_on = create_button (_ ("_Go On"), TRUE);
  g_signal_connect_object (self->go_on, "clicked", G_CALLBACK (fascia_session_sheet_go_on), self,
                           G_CONNECT_SWAPPED);
  self->list_page
      = create_page (content, create_bar (self->go_on, NULL), C_ ("session", "One of These"));
  update (self);
  adw_navigation_view_push (self->view, self->list_page);
  fascia_session_list_focus_line (list, line);
}

void
fascia_session_sheet_show_list (FasciaSessionSheet *self)
{
  g_return_if_fail (FASCIA_IS_SESSION_SHEET (self));

  show_list (self, 0);
}

static void
on_line_activated (FasciaSessionSheet *self, GtkWidget *row)
{
  guint line = 0;

  if (g_ptr_array_find (self->line_rows, row, &line))
    show_list (self, line);
}

/* The list may go while the sheet is there. */
static void
on_popped (FasciaSessionSheet *self, AdwNavigationPage *page)
{
  if (page != self->list_page)
    return;
  self->list_page = NULL;
  self->go_on = NULL;
}

/* ---- the first page ---- */

FasciaSessionCheck *
fascia_session_sheet_get_check (FasciaSessionSheet *self)
{
  g_return_val_if_fail (FASCIA_IS_SESSION_SHEET (self), NULL);

  return self->check;
}

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

  fascia_group_set_title (group, _ ("Is One of These So Today?"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *row = fascia_link_row_new (lines[i], NULL, NULL);

      g_signal_connect_object (row, "activated", G_CALLBACK (on_line_activated), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->line_rows, row);
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

static void
push_lines (FasciaSessionSheet *self)
{
  AdwPreferencesPage *content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  self->none = create_button (_ ("_None of These: Start"), TRUE);
  self->one = create_button (_ ("_One of These…"), FALSE);
  add_lines (self, content);
  add_held_back (self, content);
  g_signal_connect_object (self->none, "clicked", G_CALLBACK (fascia_session_sheet_answer_none),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->one, "clicked", G_CALLBACK (fascia_session_sheet_show_list), self,
                           G_CONNECT_SWAPPED);
  self->lines_page = create_page (GTK_WIDGET (content), create_bar (self->none, self->one),
                                  fascia_routine_get_title (self->routine));
  update (self);
  adw_navigation_view_push (self->view, self->lines_page);
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
  g_clear_pointer (&self->check, fascia_session_check_unref);
  g_ptr_array_unref (self->line_rows);
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
  self->line_rows = g_ptr_array_new ();
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->view, "popped", G_CALLBACK (on_popped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::visible-page", G_CALLBACK (on_page_changed), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
  adw_dialog_set_content_width (ADW_DIALOG (self), 460);
  adw_dialog_set_content_height (ADW_DIALOG (self), 500);
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, 240);
}

AdwDialog *
fascia_session_sheet_new (FasciaRoutinesModel *model,
                          FasciaSafetyBook *book,
                          FasciaSigns *signs,
                          FasciaRoutine *routine,
                          const FasciaRegion *const *places,
                          const FasciaSessionCheck *said)
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
  if (said != NULL)
    fascia_session_check_take_over (self->check, said);
  adw_dialog_set_title (ADW_DIALOG (self), fascia_routine_get_title (routine));
  fascia_practice_get_entries (self->practice, &n);
  if (n == 0)
    {
      push_today (self);
      return ADW_DIALOG (self);
    }
  push_lines (self);
  if (fascia_session_check_has_any (self->check))
    show_list (self, 0);
  return ADW_DIALOG (self);
}

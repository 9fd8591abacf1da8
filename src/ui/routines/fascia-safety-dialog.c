/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The safety setup: what is to be known about the body before anything presses on it. */

#include "config.h"

#include "fascia-safety-dialog.h"

#include <glib/gi18n.h>

#include "fascia-safety-form.h"
#include "fascia-safety-question-row.h"
#include "fascia-safety-write.h"
#include "fascia-session-list.h"
#include "fascia-session-start.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-row-words.h"

struct _FasciaSafetyDialog
{
  AdwDialog parent_instance;

  FasciaSafetyBook *book;
  FasciaJournal *journal; /* holds the book */
  GtkWidget *from;        /* weak */
  FasciaSafetyForm *form;
  gboolean is_first;         /* never answered before */
  FasciaSessionCheck *today; /* (nullable): asked on the way to a session */
  gboolean is_edited;
  gboolean is_writing;
  FasciaSafetyDialogResponse response;

  AdwNavigationView *view;
  AdwPreferencesPage *content;
  GtkWidget *save_button;
  GtkWidget *none_button;
  GPtrArray *today_rows; /* as the lines of today; owned by the page */
  GPtrArray *group_rows; /* AdwActionRow with the code of its group; owned by the page */
};

G_DEFINE_FINAL_TYPE (FasciaSafetyDialog, fascia_safety_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  SIGNAL_DONE = 1,
} FasciaSafetyDialogSignal;

static guint signals[SIGNAL_DONE + 1];

static const char group_key[] = "fascia-group";
static const char code_key[] = "fascia-code";

/* ---- what is shown ---- */

/* (transfer full) Those that are on, else all that is asked there; NULL: nothing is. */
static char *
dup_group_words (FasciaSafetyDialog *self, const char *group, gboolean only_on)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < fascia_safety_form_get_n (self->form); i++)
    {
      const FasciaSafetyQuestion *question = fascia_safety_form_get (self->form, i);

      if (!g_str_equal (fascia_condition_get_group (question->condition), group)
          || (only_on && !question->is_on))
        continue;
      if (words->len > 0)
        g_string_append (words, " · ");
      g_string_append (words, fascia_safety_question_get_name (question));
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static void
show_words (GtkWidget *row, const char *words, gboolean is_value)
{
  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  if (is_value)
    gtk_widget_add_css_class (row, "property");
  else
    gtk_widget_remove_css_class (row, "property");
}

static void
update (FasciaSafetyDialog *self)
{
  for (guint i = 0; i < self->today_rows->len; i++)
    {
      g_autofree char *chosen = fascia_session_check_dup_line_words (self->today, i);

      fascia_row_set_words (ADW_ACTION_ROW (g_ptr_array_index (self->today_rows, i)), chosen);
    }
  for (guint i = 0; i < self->group_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->group_rows, i);
      const char *group = g_object_get_data (G_OBJECT (row), group_key);
      g_autofree char *on = dup_group_words (self, group, TRUE);
      g_autofree char *all = on == NULL ? dup_group_words (self, group, FALSE) : NULL;

      show_words (row, on != NULL ? on : all, on != NULL);
    }
  /* What was chosen is not taken back by a button that means something else. */
  gtk_widget_set_visible (
      self->none_button,
      !self->is_edited && (self->today == NULL || !fascia_session_check_has_any (self->today)));
  gtk_widget_set_sensitive (self->save_button,
                            !self->is_writing && (self->today != NULL || self->is_edited));
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->is_edited && !self->is_writing);
}

static void
on_edited (FasciaSafetyDialog *self)
{
  self->is_edited = TRUE;
  update (self);
}

/* ---- the questions of a group ---- */

static GtkWidget *
create_toolbar_view (GtkWidget *header, GtkWidget *content)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  return view;
}

/* Only the way back: closing would ask about all answers. */
static void
push_page (FasciaSafetyDialog *self, GtkWidget *content, const char *title)
{
  GtkWidget *header = fascia_header_bar_new ();

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_navigation_view_push (self->view,
                            adw_navigation_page_new (create_toolbar_view (header, content), title));
}

static void
push_group (FasciaSafetyDialog *self, const char *group, const char *code)
{
  GtkWidget *content = adw_preferences_page_new ();
  AdwPreferencesGroup *list = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const FasciaConditions *conditions = fascia_safety_book_get_conditions (self->book);
  const char *title = group;
  GtkWidget *wanted = NULL;

  for (guint i = 0; i < fascia_conditions_get_n_groups (conditions); i++)
    if (g_str_equal (fascia_conditions_get_group_code (conditions, i), group))
      title = fascia_conditions_get_group_name (conditions, i);
  adw_preferences_page_set_description (ADW_PREFERENCES_PAGE (content),
                                        _ ("Switch on what is so for you. When you are not sure, "
                                           "switch it on too."));
  for (guint i = 0; i < fascia_safety_form_get_n (self->form); i++)
    {
      FasciaSafetyQuestion *question = fascia_safety_form_get (self->form, i);

      if (!g_str_equal (fascia_condition_get_group (question->condition), group))
        continue;
      GtkWidget *row
          = fascia_safety_question_row_new (question, fascia_safety_book_get_body (self->book),
                                            fascia_safety_book_get_today (self->book));
      g_object_set_data (G_OBJECT (row), code_key, (gpointer) question->code);
      g_signal_connect_object (row, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (list, row);
      if (g_strcmp0 (question->code, code) == 0)
        wanted = row;
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (content), list);
  push_page (self, content, title);
  if (wanted != NULL)
    gtk_widget_grab_focus (wanted);
}

static void
on_group_activated (FasciaSafetyDialog *self, GtkWidget *row)
{
  push_group (self, g_object_get_data (G_OBJECT (row), group_key), NULL);
}

/* ---- today ---- */

static void
on_today_activated (FasciaSafetyDialog *self, GtkWidget *row)
{
  FasciaSessionList *list = FASCIA_SESSION_LIST (fascia_session_list_new (self->today));
  guint line = 0;

  g_ptr_array_find (self->today_rows, row, &line);
  g_signal_connect_object (list, "changed", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  push_page (self, fascia_session_list_new_page (list), C_ ("session", "One of These"));
  fascia_session_list_focus_line (list, line);
}

/* ---- saving ---- */

static void
close_with (FasciaSafetyDialog *self, FasciaSafetyDialogResponse response)
{
  self->response = response;
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_written (GObject *owner, gboolean is_written)
{
  FasciaSafetyDialog *self = FASCIA_SAFETY_DIALOG (owner);

  self->is_writing = FALSE;
  if (is_written)
    {
      close_with (self, self->response);
      return;
    }
  self->response = FASCIA_SAFETY_DIALOG_LEFT;
  update (self);
}

static void
write_answers (FasciaSafetyDialog *self, FasciaSafetyDialogResponse response)
{
  g_autoptr (GArray) answers = fascia_safety_form_dup_answers (self->form);

  if (self->is_writing)
    return;
  self->is_writing = TRUE;
  self->response = response;
  update (self);
  fascia_safety_write_confirmed (self->book,
                                 (const FasciaConditionAnswer *) (gconstpointer) answers->data,
                                 answers->len, fascia_safety_book_get_today (self->book),
                                 GTK_WIDGET (self), self->from, G_OBJECT (self), on_written);
}

void
fascia_safety_dialog_answer_none (FasciaSafetyDialog *self)
{
  g_return_if_fail (FASCIA_IS_SAFETY_DIALOG (self));

  write_answers (self, FASCIA_SAFETY_DIALOG_NONE);
}

void
fascia_safety_dialog_save (FasciaSafetyDialog *self)
{
  g_return_if_fail (FASCIA_IS_SAFETY_DIALOG (self));

  const FasciaSafetyQuestion *open = fascia_safety_form_find_open (self->form);

  if (open != NULL)
    {
      /* Without a place nothing could be held back there. */
      adw_navigation_view_pop_to_tag (self->view, "safety");
      push_group (self, fascia_condition_get_group (open->condition), open->code);
      fascia_announce (GTK_WIDGET (self), _ ("Say where it is"));
      return;
    }
  write_answers (self, FASCIA_SAFETY_DIALOG_SAVED);
}

/* ---- leaving ---- */

static void
on_later_clicked (FasciaSafetyDialog *self)
{
  if (self->is_writing)
    return;
  self->response = FASCIA_SAFETY_DIALOG_LATER;
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_discard_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaSafetyDialog) self = FASCIA_SAFETY_DIALOG (data);
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "discard"))
    close_with (self, self->response);
  else
    self->response = FASCIA_SAFETY_DIALOG_LEFT;
}

static void
on_close_attempted (FasciaSafetyDialog *self)
{
  if (self->is_writing)
    return;
  AdwDialog *question
      = adw_alert_dialog_new (_ ("Discard?"), _ ("Your answers have not been saved."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _ ("_Go Back"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), GTK_WIDGET (self), NULL,
                           on_discard_answered, g_object_ref (self));
}

static void
fascia_safety_dialog_closed (AdwDialog *dialog)
{
  FasciaSafetyDialog *self = FASCIA_SAFETY_DIALOG (dialog);

  g_signal_emit (self, signals[SIGNAL_DONE], 0, (int) self->response);
}

/* ---- the dialog ---- */

static void
fascia_safety_dialog_dispose (GObject *object)
{
  FasciaSafetyDialog *self = FASCIA_SAFETY_DIALOG (object);

  g_clear_weak_pointer (&self->from);

  G_OBJECT_CLASS (fascia_safety_dialog_parent_class)->dispose (object);
}

static void
fascia_safety_dialog_finalize (GObject *object)
{
  FasciaSafetyDialog *self = FASCIA_SAFETY_DIALOG (object);

  g_clear_pointer (&self->form, fascia_safety_form_free);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->today, fascia_session_check_unref);
  g_ptr_array_unref (self->today_rows);
  g_ptr_array_unref (self->group_rows);

  G_OBJECT_CLASS (fascia_safety_dialog_parent_class)->finalize (object);
}

static void
fascia_safety_dialog_class_init (FasciaSafetyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_safety_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_safety_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = fascia_safety_dialog_closed;

  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
fascia_safety_dialog_init (FasciaSafetyDialog *self)
{
  self->response = FASCIA_SAFETY_DIALOG_LEFT;
  self->today_rows = g_ptr_array_new ();
  self->group_rows = g_ptr_array_new ();
  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Safety Check"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 520);
  adw_dialog_set_content_height (ADW_DIALOG (self), 720);
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, 240);
  g_signal_connect (self, "close-attempt", G_CALLBACK (on_close_attempted), NULL);
}

static AdwPreferencesGroup *
add_list (FasciaSafetyDialog *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    fascia_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->content, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static const char *
get_none_title (FasciaSafetyDialog *self)
{
  if (fascia_safety_form_has_any (self->form))
    return self->today != NULL ? _ ("_Nothing New: Start") : _ ("_Nothing Has Changed");
  return self->today != NULL ? _ ("_None of These: Start") : _ ("_None of These");
}

static void
add_none (FasciaSafetyDialog *self)
{
  AdwPreferencesGroup *group = add_list (self, NULL, NULL);

  self->none_button = gtk_button_new_with_mnemonic (get_none_title (self));
  fascia_button_wrap (GTK_BUTTON (self->none_button));
  gtk_widget_add_css_class (self->none_button, "suggested-action");
  gtk_widget_add_css_class (self->none_button, "pill");
  g_signal_connect_object (self->none_button, "clicked",
                           G_CALLBACK (fascia_safety_dialog_answer_none), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, self->none_button);
}

static void
add_today (FasciaSafetyDialog *self)
{
  AdwPreferencesGroup *group
      = add_list (self, _ ("Today"), _ ("Open a line when something in it is so today."));
  g_auto (GStrv) lines = fascia_session_check_dup_lines (self->today);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *row = fascia_link_row_new (lines[i], NULL, NULL);

      g_signal_connect_object (row, "activated", G_CALLBACK (on_today_activated), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->today_rows, row);
    }
}

static void
add_groups (FasciaSafetyDialog *self)
{
  const FasciaConditions *conditions = fascia_safety_book_get_conditions (self->book);
  AdwPreferencesGroup *group
      = add_list (self, _ ("In General"), _ ("Open a line when something in it is so for you."));

  for (guint i = 0; i < fascia_conditions_get_n_groups (conditions); i++)
    {
      const char *code = fascia_conditions_get_group_code (conditions, i);
      g_autofree char *all = dup_group_words (self, code, FALSE);
      GtkWidget *row = NULL;

      if (all == NULL)
        continue;
      row = fascia_link_row_new (fascia_conditions_get_group_name (conditions, i), NULL, NULL);
      g_object_set_data_full (G_OBJECT (row), group_key, g_strdup (code), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_group_activated), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->group_rows, row);
    }
}

/* On the first question: a key pressed too soon answers nothing and leaves nothing. The dialog gives the
 * focus to its first button once it is laid out; this comes after it. */
static gboolean
focus_first (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FasciaSafetyDialog *self = FASCIA_SAFETY_DIALOG (widget);
  GPtrArray *rows = self->today_rows->len > 0 ? self->today_rows : self->group_rows;
  GtkWidget *row = g_ptr_array_index (rows, 0);

  if (!gtk_widget_get_mapped (row) || gtk_widget_get_width (row) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

static void
fill (FasciaSafetyDialog *self)
{
  GtkWidget *header = fascia_header_bar_new ();
  GtkWidget *later
      = gtk_button_new_with_mnemonic (self->today != NULL ? _ ("_Later") : _ ("_Cancel"));

  self->save_button
      = gtk_button_new_with_mnemonic (self->today != NULL ? _ ("_Next") : _ ("_Save"));
  /* Large text has no room for both in a narrow window. */
  gtk_button_set_can_shrink (GTK_BUTTON (later), TRUE);
  gtk_button_set_can_shrink (GTK_BUTTON (self->save_button), TRUE);
  g_signal_connect_object (later, "clicked", G_CALLBACK (on_later_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (fascia_safety_dialog_save),
                           self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), later);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);
  adw_preferences_page_set_description (
      self->content,
      self->is_first
          ? _ ("Some things need care with pressure and stretching. What you say here is kept in "
               "your journal only.\n\nFascia gives general information. It is not medical advice "
               "and not a medical device.")
          : _ ("Some things need care with pressure and stretching."));
  add_none (self);
  if (self->today != NULL)
    add_today (self);
  add_groups (self);
  AdwNavigationPage *page = adw_navigation_page_new (
      create_toolbar_view (header, GTK_WIDGET (self->content)), _ ("Safety Check"));
  fascia_fit_title_below (ADW_DIALOG (self), header, page);
  adw_navigation_page_set_tag (page, "safety");
  adw_navigation_view_push (self->view, page);
  if (self->group_rows->len > 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_first, NULL, NULL);
}

AdwDialog *
fascia_safety_dialog_new (FasciaSafetyBook *book, GtkWidget *from, FasciaSessionCheck *today)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (book), NULL);
  g_return_val_if_fail (fascia_safety_book_get_conditions (book) != NULL, NULL);

  FasciaSafetyDialog *self = g_object_new (FASCIA_TYPE_SAFETY_DIALOG, NULL);
  guint n_answers = 0;
  const FasciaConditionAnswer *answers = fascia_safety_book_get_answers (book, &n_answers);

  self->book = book;
  self->journal = g_object_ref (fascia_safety_book_get_journal (book));
  self->today = today != NULL ? fascia_session_check_ref (today) : NULL;
  self->is_first = fascia_safety_book_get_answered_day (book) == FASCIA_DAY_UNKNOWN;
  self->form
      = fascia_safety_form_new (fascia_safety_book_get_conditions (book), answers, n_answers);
  g_set_weak_pointer (&self->from, from);
  fill (self);
  update (self);
  return ADW_DIALOG (self);
}

void
fascia_safety_dialog_present (GtkWidget *parent, FasciaRoutinesModel *model)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));

  FasciaSafetyBook *book = fascia_safety_book_get (fascia_routines_model_get_journal (model),
                                                   fascia_routines_model_get_body (model));

  if (fascia_safety_book_is_loaded (book) && fascia_safety_book_get_conditions (book) != NULL)
    adw_dialog_present (fascia_safety_dialog_new (book, parent, NULL), parent);
}

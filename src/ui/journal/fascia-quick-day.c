/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quick day: the questions switched on, each one click, saved at once.
 */

#include "config.h"

#include "fascia-quick-day-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "body/fascia-help-page.h"
#include "core/store/fascia-db.h"
#include "fascia-body-setup.h"
#include "fascia-daily-questions.h"
#include "fascia-entry-text.h"
#include "fascia-window.h"
#include "settings/fascia-preferences-dialog.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-link-row.h"

/* A number that is typed is written when it has been typed. */
#define TYPED_AFTER_MS 700
/* The question that has a sign beside it. */
#define MOOD "mood"

G_DEFINE_FINAL_TYPE (FasciaQuickDay, fascia_quick_day, ADW_TYPE_DIALOG)

static const char code_key[] = "fascia-code";

gint32
fascia_quick_day_get_day (FasciaQuickDay *self)
{
  return fascia_day_watch_get_day (self->days);
}

/* ---- what is shown ---- */

/* NAN: none. */
double
fascia_quick_day_get_answer (FasciaQuickDay *self, const char *code)
{
  const double *given = g_hash_table_lookup (self->given, code);
  const FasciaMeasurement *answer = NULL;

  if (given != NULL)
    return *given;
  answer = fascia_daily_find_answer (self->entries, code, fascia_quick_day_get_day (self), NULL);
  return answer != NULL ? answer->value : NAN;
}

static void
update_hint (FasciaQuickDay *self, FasciaAnswerRow *row, const char *code)
{
  const FasciaMeasurement *before
      = fascia_daily_find_answer (self->entries, code, fascia_quick_day_get_day (self) - 1, NULL);
  gboolean is_saved = self->n_writing == 0 && g_strcmp0 (self->saved_code, code) == 0
                      && g_strcmp0 (self->waiting, code) != 0;
  g_autofree char *yesterday = NULL;

  if (before != NULL)
    {
      FasciaNames names;
      fascia_name_book_fill (self->book, NULL, &names);
      g_autofree char *value = fascia_entry_text_value (before, &names);

      /* Translators: %s is the answer of the day before: “Yesterday: 6 of 10” */
      yesterday = g_strdup_printf (_ ("Yesterday: %s"), value);
    }
  if (!is_saved || before == NULL)
    {
      /* The line is kept free: nothing moves under the finger when it says something. */
      const char *plain = yesterday != NULL ? yesterday : "";

      fascia_answer_row_set_hint (row, is_saved ? C_ ("answer", "Saved") : plain);
      return;
    }
  /* Translators: An answer was written; %s says what it was yesterday: “Saved · Yesterday: 6 of 10” */
  g_autofree char *both = g_strdup_printf (_ ("Saved · %s"), yesterday);
  fascia_answer_row_set_hint (row, both);
}

static void
update_answers (FasciaQuickDay *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      FasciaAnswerRow *row = g_ptr_array_index (self->rows, i);
      const char *code = g_object_get_data (G_OBJECT (row), code_key);

      /* What is on its way to a number stays as it is typed. */
      if (fascia_answer_row_is_valid (row))
        fascia_answer_row_set_value (row, fascia_quick_day_get_answer (self, code));
      update_hint (self, row, code);
    }
}

void
fascia_quick_day_update_date (FasciaQuickDay *self)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (fascia_quick_day_get_day (self));
  /* Translators: A day of the week and a date such as “Tuesday 3 March”, in the notation of
   * g_date_time_format(). */
  g_autofree char *words = g_date_time_format (date, _ ("%A %-e %B"));

  adw_window_title_set_subtitle (self->title, words);
}

/* ---- writing ---- */

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaQuickDay) self = FASCIA_QUICK_DAY (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  self->n_writing--;
  if (self->is_disposed)
    return;
  /* What was taken back before it was ever written is gone as it should be. */
  if (operation == NULL
      && !g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND))
    {
      g_clear_pointer (&self->saved_code, g_free);
      if (self->from != NULL)
        fascia_window_show_error (self->from, error);
      adw_window_title_set_subtitle (self->title, _ ("This could not be saved"));
      fascia_announce (GTK_WIDGET (self), _ ("This could not be saved"));
    }
  else if (self->n_writing == 0)
    {
      fascia_quick_day_update_date (self);
      fascia_announce (GTK_WIDGET (self), C_ ("answer", "Saved"));
    }
  /* What is shown is what is written. */
  if (self->n_writing == 0)
    fascia_quick_day_load_entries (self);
}

/* Never cancelled: what a person answered is written, whatever becomes of the dialog. */
static void
write_answer (FasciaQuickDay *self, const char *code, double value, const FasciaMoment *at)
{
  FasciaItems *items = fascia_name_book_get_items (self->book);
  const FasciaItem *item = items != NULL ? fascia_items_lookup (items, code) : NULL;
  const FasciaMeasurement answer = {
    .item = code,
    .side = FASCIA_SIDE_MIDLINE,
    .value = value,
    .unit = item != NULL ? fascia_item_get_unit_c (item) : NULL,
  };

  /* What is read by now may be without it. */
  g_cancellable_cancel (self->reading);
  g_set_str (&self->saved_code, code);
  self->saved_value = value;
  self->n_writing++;
  fascia_journal_answer_async (self->journal, at, &answer, (const char *const *) self->codes, NULL,
                               on_written, g_object_ref (self));
}

void
fascia_quick_day_write_waiting (FasciaQuickDay *self)
{
  g_clear_handle_id (&self->waiting_id, g_source_remove);
  if (self->waiting != NULL)
    write_answer (self, g_steal_pointer (&self->waiting), self->waiting_value, &self->waiting_at);
}

static void
on_waited (gpointer data)
{
  FasciaQuickDay *self = FASCIA_QUICK_DAY (data);

  self->waiting_id = 0;
  fascia_quick_day_write_waiting (self);
}

/* What is typed now is no answer: the one before stays. */
static void
forget_waiting (FasciaQuickDay *self)
{
  g_clear_handle_id (&self->waiting_id, g_source_remove);
  g_hash_table_remove (self->given, self->waiting);
  self->waiting = NULL;
}

static void
on_answered (FasciaQuickDay *self, double value, FasciaAnswerRow *row)
{
  const char *code = g_object_get_data (G_OBJECT (row), code_key);
  FasciaMoment now;

  if (self->entries == NULL)
    return;
  if (!fascia_answer_row_is_valid (row))
    {
      if (g_strcmp0 (self->waiting, code) == 0)
        forget_waiting (self);
      update_hint (self, row, code);
      return;
    }
  if (isnan (value) && isnan (fascia_quick_day_get_answer (self, code)))
    return;
  /* Only a number that is typed further takes the place of one that waits. */
  if (g_strcmp0 (self->waiting, code) != 0)
    fascia_quick_day_write_waiting (self);
  g_hash_table_insert (self->given, g_strdup (code), g_memdup2 (&value, sizeof value));
  fascia_answer_row_set_value (row, value);
  fascia_clock_now (fascia_journal_get_clock (self->journal), &now);
  if (fascia_answer_row_get_buttons (row) != NULL)
    {
      write_answer (self, code, value, &now);
      return;
    }
  self->waiting = g_intern_string (code);
  self->waiting_value = value;
  self->waiting_at = now;
  g_clear_handle_id (&self->waiting_id, g_source_remove);
  self->waiting_id = g_timeout_add_once (TYPED_AFTER_MS, on_waited, self);
  update_hint (self, row, code);
}

/* ---- the questions ---- */

/* Quietly, and always: nothing opens by itself, whatever the answer is. */
static void
add_mood (FasciaQuickDay *self)
{
  FasciaBody *body = fascia_body_setup_get_body (fascia_body_setup_get (self->journal, NULL));

  self->mood = fascia_help_row_new_for_mood (self->journal, body);
  if (self->mood != NULL)
    adw_preferences_group_add (self->group, self->mood);
}

void
fascia_quick_day_rebuild (FasciaQuickDay *self)
{
  FasciaItems *items = fascia_name_book_get_items (self->book);

  if (self->settings == NULL || self->entries == NULL || items == NULL)
    return;
  g_auto (GStrv) codes = fascia_daily_list (items, self->settings);
  /* The same questions keep their rows, and with them the keyboard focus. */
  gboolean is_same
      = self->codes != NULL
        && g_strv_equal ((const char *const *) codes, (const char *const *) self->codes);
  if (!is_same)
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);
      if (self->mood != NULL)
        adw_preferences_group_remove (self->group, self->mood);
      self->mood = NULL;
      for (guint i = 0; codes[i] != NULL; i++)
        {
          GtkWidget *row
              = fascia_answer_row_new (fascia_items_lookup (items, codes[i]), FASCIA_SIDE_MIDLINE);

          g_object_set_data_full (G_OBJECT (row), code_key, g_strdup (codes[i]), g_free);
          g_signal_connect_object (row, "answered", G_CALLBACK (on_answered), self,
                                   G_CONNECT_SWAPPED);
          adw_preferences_group_add (self->group, row);
          g_ptr_array_add (self->rows, row);
          if (g_str_equal (codes[i], MOOD))
            add_mood (self);
        }
      g_strfreev (self->codes);
      self->codes = g_steal_pointer (&codes);
    }
  update_answers (self);
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "questions" : "empty");
}

/* ---- the dialog ---- */

static void
on_choose_activated (FasciaQuickDay *self)
{
  AdwDialog *preferences
      = fascia_preferences_dialog_new (fascia_body_setup_get (self->journal, NULL));

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (preferences), "journal");
  adw_dialog_present (preferences, GTK_WIDGET (self));
}

gboolean
fascia_quick_day_is_settled (FasciaQuickDay *self)
{
  g_return_val_if_fail (FASCIA_IS_QUICK_DAY (self), FALSE);

  return self->settings != NULL && self->entries != NULL && self->n_writing == 0
         && self->n_reading == 0 && self->waiting == NULL;
}

FasciaAnswerRow *
fascia_quick_day_get_row (FasciaQuickDay *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_QUICK_DAY (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->rows, i), code_key), code) == 0)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

static void
on_closed (FasciaQuickDay *self)
{
  fascia_quick_day_write_waiting (self);
}

/* A window that goes takes its dialogs along without closing them. */
static void
fascia_quick_day_unroot (GtkWidget *widget)
{
  fascia_quick_day_write_waiting (FASCIA_QUICK_DAY (widget));

  GTK_WIDGET_CLASS (fascia_quick_day_parent_class)->unroot (widget);
}

static void
fascia_quick_day_dispose (GObject *object)
{
  FasciaQuickDay *self = FASCIA_QUICK_DAY (object);

  if (self->journal != NULL)
    fascia_quick_day_write_waiting (self);
  /* The rows are gone when what is under way comes back. */
  self->is_disposed = TRUE;
  g_ptr_array_set_size (self->rows, 0);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading);
  g_clear_weak_pointer (&self->from);

  G_OBJECT_CLASS (fascia_quick_day_parent_class)->dispose (object);
}

static void
fascia_quick_day_finalize (GObject *object)
{
  FasciaQuickDay *self = FASCIA_QUICK_DAY (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->settings, fascia_settings_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_hash_table_unref (self->given);
  g_ptr_array_unref (self->rows);
  g_strfreev (self->codes);
  g_free (self->saved_code);

  G_OBJECT_CLASS (fascia_quick_day_parent_class)->finalize (object);
}

static void
fascia_quick_day_class_init (FasciaQuickDayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_quick_day_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_quick_day_finalize;
  GTK_WIDGET_CLASS (klass)->unroot = fascia_quick_day_unroot;
}

static GtkWidget *
create_empty (FasciaQuickDay *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Choose Questions"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "fascia-measurement-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Questions"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("All questions are switched off. Choose what you want to be "
                                      "asked."));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_choose_activated), self,
                           G_CONNECT_SWAPPED);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void
on_retry_clicked (FasciaQuickDay *self)
{
  if (fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_FAILED)
    fascia_journal_open (self->journal);
  fascia_quick_day_load (self);
}

static GtkWidget *
create_error (FasciaQuickDay *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Try Again"));

  self->error_page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->error_page, "dialog-warning-symbolic");
  adw_status_page_set_title (self->error_page, _ ("Your Answers Could Not Be Read"));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_retry_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_status_page_set_child (self->error_page, button);
  return GTK_WIDGET (self->error_page);
}

static GtkWidget *
create_questions (FasciaQuickDay *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *last = adw_preferences_group_new ();
  GtkWidget *choose = fascia_link_row_new (_ ("_Choose Questions"), NULL, NULL);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (choose), TRUE);
  g_signal_connect_object (choose, "activated", G_CALLBACK (on_choose_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (last), choose);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (last));
  return page;
}

static void
fascia_quick_day_init (FasciaQuickDay *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();

  self->rows = g_ptr_array_new ();
  self->given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Quick Day"), ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, adw_spinner_new (), "loading");
  gtk_stack_add_named (self->stack, create_questions (self), "questions");
  gtk_stack_add_named (self->stack, create_empty (self), "empty");
  gtk_stack_add_named (self->stack, create_error (self), "error");
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->stack));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Quick Day"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 520);
  adw_dialog_set_content_height (ADW_DIALOG (self), 720);
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, 240);
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

/* @from: see fascia_window_show_error(); not held. */
static FasciaQuickDay *
quick_day_new (FasciaJournal *journal, GtkWidget *from)
{
  FasciaQuickDay *self = g_object_new (FASCIA_TYPE_QUICK_DAY, NULL);

  self->journal = g_object_ref (journal);
  self->book = fascia_name_book_get (journal);
  self->days = fascia_day_watch_get (journal);
  g_set_weak_pointer (&self->from, from);
  g_signal_connect_object (journal, "changed", G_CALLBACK (fascia_quick_day_follow_journal), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->days, "notify::day", G_CALLBACK (fascia_quick_day_follow_day),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (fascia_quick_day_rebuild), self,
                           G_CONNECT_SWAPPED);
  fascia_quick_day_update_date (self);
  fascia_quick_day_load (self);
  return self;
}

void
fascia_quick_day_present (GtkWidget *from, FasciaJournal *journal)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));

  adw_dialog_present (ADW_DIALOG (quick_day_new (journal, from)), from);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of the safety check share.
 */

#pragma once

#include "fascia-test-window.h"
#include "routines/fascia-safety-book.h"

static inline GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The row of that title, NULL without one. */
static inline GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The button of that label, NULL without one. */
static inline GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = find_button (root, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static inline gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static inline FasciaSafetyBook *
get_book (Fixture *fixture)
{
  return fascia_safety_book_get (fixture->journal, fixture->body);
}

static inline gboolean
is_book_loaded (gpointer data)
{
  return fascia_safety_book_is_loaded (data);
}

static inline void
show_ready (Fixture *fixture)
{
  show (fixture, 1000, 700);
  fascia_test_assert_until (is_book_loaded, get_book (fixture));
}

static inline AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static inline gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static inline gboolean
has_alert (gpointer data)
{
  Fixture *fixture = data;

  return get_dialog (fixture) != NULL && ADW_IS_ALERT_DIALOG (get_dialog (fixture));
}

static inline gboolean
is_day_given (gpointer data)
{
  return fascia_safety_book_get_answered_day (data) != FASCIA_DAY_UNKNOWN;
}

/* Answers the setup as the dialog does. */
static inline void
answer (Fixture *fixture, const FasciaConditionAnswer *answers, guint n_answers)
{
  FasciaSafetyBook *book = get_book (fixture);

  fascia_safety_book_write (book, answers, n_answers, fascia_safety_book_get_today (book), NULL,
                            NULL, NULL);
  fascia_test_assert_until (is_day_given, book);
  fascia_test_drain ();
}

static inline const FasciaConditionAnswer *
find_answer (Fixture *fixture, const char *code)
{
  guint n_answers = 0;
  const FasciaConditionAnswer *answers
      = fascia_safety_book_get_answers (get_book (fixture), &n_answers);

  for (guint i = 0; i < n_answers; i++)
    if (g_str_equal (answers[i].code, code))
      return &answers[i];
  return NULL;
}

static inline FasciaConditions *
load_conditions (FasciaBody **body)
{
  g_autoptr (GError) error = NULL;

  *body = fascia_body_new (&error);
  g_assert_no_error (error);
  FasciaConditions *conditions = fascia_conditions_new (*body, &error);
  g_assert_no_error (error);
  return conditions;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of Flare mode share.
 */

#pragma once

#include "fascia-test-window.h"
#include "routines/fascia-routines-model.h"
#include "routines/fascia-safety-book.h"

/* ---- where things are ---- */

static inline AdwNavigationView *
get_view (Fixture *fixture)
{
  return ADW_NAVIGATION_VIEW (
      adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window)));
}

static inline AdwNavigationPage *
get_page (Fixture *fixture)
{
  return adw_navigation_view_get_visible_page (get_view (fixture));
}

static inline GtkWidget *
find (gpointer root, const char *id)
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

static inline void
click (gpointer root, const char *id)
{
  GtkWidget *button = find (root, id);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static inline void
open_flare (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.flare", NULL));
  fascia_test_drain ();
}

static inline void
go_back (Fixture *fixture)
{
  adw_navigation_view_pop (get_view (fixture));
  fascia_test_drain ();
}

/* ---- what the journal has ---- */

typedef struct
{
  GPtrArray *entries;
} Listing;

static inline void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Listing *listing = data;
  g_autoptr (GError) error = NULL;

  listing->entries = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
}

static inline gboolean
is_listed (gpointer data)
{
  return ((Listing *) data)->entries != NULL;
}

/* (transfer full) Newest first, asked after everything written before. */
static inline GPtrArray *
list_entries (Fixture *fixture)
{
  Listing listing = { NULL };

  fascia_journal_list_async (fixture->journal, G_MAXINT64, NULL, 10, NULL, on_listed, &listing);
  fascia_test_assert_until (is_listed, &listing);
  return listing.entries;
}

/* (transfer full) The only entry. */
static inline FasciaEntry *
get_entry (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = list_entries (fixture);

  g_assert_cmpuint (entries->len, ==, 1);
  return fascia_entry_ref (g_ptr_array_index (entries, 0));
}

static inline void
assert_no_entry (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = list_entries (fixture);

  g_assert_cmpuint (entries->len, ==, 0);
}

static inline gboolean
is_answered (gpointer data)
{
  FasciaSafety *safety = fascia_safety_book_get_safety (data);

  return safety != NULL && fascia_safety_is_answered (safety);
}

/* @code: (nullable) */
static inline void
answer (Fixture *fixture, const char *code)
{
  FasciaSafetyBook *book
      = fascia_safety_book_get (fixture->journal, fascia_window_get_body (fixture->window));
  const FasciaConditionAnswer answers[]
      = { { .code = code, .side = FASCIA_SIDE_MIDLINE, .since_day = FASCIA_DAY_UNKNOWN } };

  fascia_safety_book_write (book, answers, code != NULL ? 1 : 0,
                            fascia_safety_book_get_today (book), NULL, NULL, NULL);
  fascia_test_assert_until (is_answered, book);
}

/* ---- what is said in passing ---- */

/* (nullable) */
static inline GtkWidget *
find_css (GtkWidget *root, const char *name)
{
  if (g_str_equal (gtk_widget_get_css_name (root), name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_css (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* (nullable) Of the page that is seen. */
static inline GtkWidget *
find_toast (Fixture *fixture)
{
  return find_css (GTK_WIDGET (get_page (fixture)), "toast");
}

static inline gboolean
has_toast (gpointer data)
{
  return find_toast (data) != NULL;
}

/* (nullable) */
static inline GtkWidget *
find_label (GtkWidget *root, const char *words)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), words))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The one with words: the other closes it. */
static inline GtkWidget *
find_labelled (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_button_get_label (GTK_BUTTON (root)) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline void
click_toast (Fixture *fixture, const char *label)
{
  GtkWidget *button;

  fascia_test_assert_until (has_toast, fixture);
  button = find_labelled (find_toast (fixture));
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, label);
  g_signal_emit_by_name (button, "clicked");
}

/* ---- routines ---- */

static inline gboolean
is_ready (gpointer data)
{
  return fascia_routines_model_is_ready (data) && !fascia_routines_model_is_busy (data);
}

static inline FasciaRoutinesModel *
load_model (Fixture *fixture)
{
  FasciaRoutinesModel *model
      = fascia_routines_model_get (fixture->journal, fascia_window_get_body (fixture->window));

  fascia_routines_model_load (model);
  fascia_test_assert_until (is_ready, model);
  return model;
}

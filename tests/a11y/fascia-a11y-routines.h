/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Routines page over a journal of its own, for tests of what it says.
 */

#pragma once

#include <adwaita.h>

#include "fascia-a11y-press.h"
#include "fascia-a11y-utils.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "routines/fascia-routines-page.h"

G_BEGIN_DECLS

typedef struct
{
  FasciaTestDir *dir;
  FasciaClock *clock;
  FasciaJournal *journal;
  FasciaBody *body;
  FasciaRoutinesModel *model;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static inline gboolean
is_open (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_READY;
}

static inline gboolean
is_settled (gpointer model)
{
  return fascia_routines_model_is_ready (model) && !fascia_routines_model_is_busy (model);
}

static inline void
open_journal (Fixture *fixture)
{
  fixture->dir = fascia_test_dir_new ();
  g_autofree char *path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
  fixture->journal = fascia_journal_new (path, fixture->clock);
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_open, fixture);
}

static inline void
open_page (Fixture *fixture)
{
  fixture->body = fascia_body_new (NULL);
  fixture->model = fascia_routines_model_get (fixture->journal, fixture->body);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 720);
  fixture->page = fascia_routines_page_new (fixture->model);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fascia_test_assert_until (is_settled, fixture->model);
  fascia_test_drain ();
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_assert_finalize_object (fixture->journal);
  fascia_clock_unref (fixture->clock);
  fascia_body_unref (fixture->body);
  fascia_test_dir_free (fixture->dir);
}

static inline void
init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  g_resources_register (fascia_core_get_resource ());
  g_resources_register (fascia_ui_get_resource ());
}

/* ---- who says it ---- */

typedef struct
{
  GtkWidget *root;
  GtkAccessibleRole role;
  const char *label;
} Wanted;

static inline gboolean
is_said (gpointer data)
{
  Wanted *wanted = data;

  return fascia_a11y_find (GTK_ACCESSIBLE (wanted->root), wanted->role, wanted->label) != NULL;
}

static inline GtkAccessible *
assert_there (GtkWidget *root, GtkAccessibleRole role, const char *label)
{
  Wanted wanted = { root, role, label };

  if (!fascia_test_wait_until (is_said, &wanted))
    g_error ("Nobody says “%s”", label);
  return fascia_a11y_find (GTK_ACCESSIBLE (root), role, label);
}

/* (nullable) The row of that title that is seen. */
static inline GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) && !ADW_IS_EXPANDER_ROW (root) && gtk_widget_get_mapped (root)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
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

static inline void
assert_described (GtkWidget *row, const char *words)
{
  g_assert_nonnull (row);
  /* A relation would go before the words. */
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row),
                                                    GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  g_autofree char *other = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  g_assert_cmpstr (other, ==, NULL);
}

G_END_DECLS

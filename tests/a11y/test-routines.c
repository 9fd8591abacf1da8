/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Routines page as a screen reader meets it: what is suggested and why, Start with its name and
 * length, where a routine works, what a row says.
 */

#include "config.h"

#include <adwaita.h>

#include "fascia-a11y-utils.h"
#include "fascia-body-setup.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "routines/fascia-routine-page.h"
#include "routines/fascia-routine-text.h"
#include "routines/fascia-routines-page.h"
#include "widgets/fascia-link-row.h"

typedef struct
{
  FasciaTestDir *dir;
  FasciaClock *clock;
  FasciaJournal *journal;
  FasciaBody *body;
  FasciaRoutinesModel *model;
  GtkWidget *window;
  GtkWidget *page;
  gboolean is_written;
} Fixture;

static gboolean
is_open (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_READY;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  ((Fixture *) data)->is_written = TRUE;
}

static gboolean
is_written (gpointer data)
{
  return ((Fixture *) data)->is_written;
}

static gboolean
is_settled (gpointer model)
{
  return fascia_routines_model_is_ready (model) && !fascia_routines_model_is_busy (model);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const FasciaMark mark
      = { .region = "shoulder-top-left", .scale = FASCIA_SCALE_TIGHTNESS, .level = 6 };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };

  fixture->dir = fascia_test_dir_new ();
  g_autofree char *path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
  fixture->journal = fascia_journal_new (path, fixture->clock);
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_open, fixture);
  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);

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

static void
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

typedef struct
{
  GtkWidget *root;
  GtkAccessibleRole role;
  const char *label;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  return fascia_a11y_find (GTK_ACCESSIBLE (wanted->root), wanted->role, wanted->label) != NULL;
}

static void
assert_there (GtkWidget *root, GtkAccessibleRole role, const char *label)
{
  Wanted wanted = { root, role, label };

  if (!fascia_test_wait_until (is_there, &wanted))
    g_error ("Nobody says “%s”", label);
}

/* The suggestion is one group; its button says what it starts, the figure where it works. */
static void
test_suggestion (Fixture *fixture, gconstpointer data)
{
  const FasciaSuggestion *first
      = g_ptr_array_index (fascia_routines_model_get_suggestions (fixture->model), 0);
  FasciaRoutineInfo info = { 0 };

  fascia_routines_model_describe (fixture->model, first->routine,
                                  (const FasciaRegion *const *) first->places, &info);
  g_autofree char *facts = fascia_routine_text_facts (
      fascia_routines_model_get_library (fixture->model), first->routine, &info, ", ");
  g_autofree char *start
      = g_strdup_printf ("Start: %s, %s", fascia_routine_get_title (first->routine), facts);
  g_autofree char *about
      = g_strdup_printf ("%s %s, %s", first->why, fascia_routine_get_title (first->routine), facts);

  g_assert_true (g_str_has_prefix (first->why, "Left shoulder top"));
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_GROUP, "Suggestion");
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_BUTTON, start);
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_BUTTON, about);
}

static gboolean
has_place (GtkAccessible *accessible, gpointer data)
{
  const char *prefix = "Where it works: ";
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (accessible);
  gboolean *has = data;

  if (role != GTK_ACCESSIBLE_ROLE_IMG)
    return TRUE;
  g_autofree char *found
      = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, prefix);
  /* What it is instead, in words. */
  *has = *has || (found != NULL && strstr (found, prefix) != NULL);
  return TRUE;
}

static gboolean
says_where (gpointer page)
{
  gboolean has = FALSE;

  fascia_a11y_foreach (page, has_place, &has);
  return has;
}

static void
test_routine (Fixture *fixture, gconstpointer data)
{
  fascia_test_assert_until (says_where, fixture->page);
}

/* (nullable) The first row that leads somewhere: postures and tools. */
static GtkWidget *
find_link (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (FASCIA_IS_LINK_ROW (root) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_link (child);
  return found;
}

/* Filters are a group of buttons that are pressed or not, and what is asked once is a group, too. */
static void
test_filters (Fixture *fixture, gconstpointer data)
{
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_GROUP, "Filters");
  GtkWidget *row = find_link (fixture->page);
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  fascia_test_drain ();
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_GROUP, "Asked once");
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_SEARCH_BOX, "Search routines");
  fascia_routines_page_filter_place (FASCIA_ROUTINES_PAGE (fixture->page), "shoulder-top-left");
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_BUTTON, "Remove filter: Left shoulder top");
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_GROUP, "Active Filters");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fascia_core_get_resource ());
  g_resources_register (fascia_ui_get_resource ());

#define ADD(name)                                                                                  \
  g_test_add ("/a11y/routines/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (suggestion);
  ADD (routine);
  ADD (filters);
#undef ADD

  return g_test_run ();
}

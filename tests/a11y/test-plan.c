/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan as a screen reader meets it: what each day says, what the buttons of today do and to what,
 * the question of the day after with its answers.
 */

#include "config.h"

#include <adwaita.h>

#include "fascia-a11y-utils.h"
#include "fascia-core-resources.h"
#include "fascia-test-plan.h"
#include "fascia-ui-resources.h"
#include "routines/fascia-routines-page.h"

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

static gboolean
is_open (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_READY;
}

static gboolean
is_settled (gpointer model)
{
  return fascia_routines_model_is_ready (model) && !fascia_routines_model_is_busy (model);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fascia_test_dir_new ();
  g_autofree char *path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
  fixture->journal = fascia_journal_new (path, fixture->clock);
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_open, fixture);
  fascia_test_put_session (fixture->journal, 1, "back-neck-daily", "r34", "calf-upper-left", 60,
                           TRUE);

  fixture->body = fascia_body_new (NULL);
  fixture->model = fascia_routines_model_get (fixture->journal, fixture->body);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 720);
  fixture->page = fascia_routines_page_new (fixture->model);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fascia_test_assert_until (is_settled, fixture->model);
  fascia_test_put_plan (fixture->journal, fascia_routines_model_get_programmes (fixture->model),
                        14);
  fascia_test_drain ();
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

static GtkAccessible *
assert_there (GtkWidget *root, GtkAccessibleRole role, const char *label)
{
  Wanted wanted = { root, role, label };

  if (!fascia_test_wait_until (is_there, &wanted))
    g_error ("Nobody says “%s”", label);
  return fascia_a11y_find (GTK_ACCESSIBLE (root), role, label);
}

/* Two routines of one day have the same two buttons: each says whose it is. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  FasciaRoutine *daily = fascia_library_lookup_routine (
      fascia_routines_model_get_library (fixture->model), "back-neck-daily");
  g_autofree char *start = g_strdup_printf ("Start: %s", fascia_routine_get_title (daily));
  g_autofree char *move
      = g_strdup_printf ("Move to tomorrow: %s", fascia_routine_get_title (daily));

  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_BUTTON, start);
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_BUTTON, move);
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_ACTION_ROW (root) && gtk_widget_get_mapped (root)
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

static void
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

/* An icon says nothing: the state is said in words, before the routines. */
static void
test_week (Fixture *fixture, gconstpointer data)
{
  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (fixture->page));
  fascia_test_drain ();
  assert_described (find_row (fixture->page, "Monday"),
                    "Begun, and that counts: Back and neck, one set (Not this time) · Daily small "
                    "moves for back and neck (Done)");
  assert_described (find_row (fixture->page, "Sunday"),
                    "To come: Daily small moves for back and neck");
  assert_described (find_row (fixture->page, "Back and neck"), "Stage 1 of 3: One set");
}

static void
test_stage (Fixture *fixture, gconstpointer data)
{
  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (fixture->page));
  fascia_test_drain ();
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_GROUP, "“One set”: 2 weeks are over");
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_LABEL, "Go On");
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_LABEL, "Stay");
}

/* Its question, five answers, and a way out that has a name. */
static void
test_question (Fixture *fixture, gconstpointer data)
{
  static const char *const answers[]
      = { "as before, or better", "was sore for less than a day",
          "still sore on the second day, or pain up by 2", "sore for more than two days",
          "a bruise, numbness or a new pain" };
  const char *question = "How is it today, after yesterday’s session?";

  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_LABEL, question);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_nonnull (find_row (fixture->page, answers[i]));
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_BUTTON, "Not Now");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fascia_core_get_resource ());
  g_resources_register (fascia_ui_get_resource ());

#define ADD(name) g_test_add ("/a11y/plan/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (today);
  ADD (week);
  ADD (stage);
  ADD (question);
#undef ADD

  return g_test_run ();
}

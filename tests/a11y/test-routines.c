/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Routines page as a screen reader meets it: what is suggested and why, Start with its name and
 * length, where a routine works, what a row says.
 */

#include "config.h"

#include "fascia-a11y-routines.h"
#include "fascia-body-setup.h"
#include "routines/fascia-routine-page.h"
#include "routines/fascia-routine-text.h"
#include "widgets/fascia-link-row.h"

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const FasciaMark mark
      = { .region = "shoulder-top-left", .scale = FASCIA_SCALE_TIGHTNESS, .level = 6 };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  gboolean is_written = FALSE;

  open_journal (fixture);
  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, &is_written);
  fascia_test_assert_until (is_true, &is_written);
  open_page (fixture);
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

static void
unfold (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

/* Nothing of the list and of a routine is for clicks alone. */
static void
test_pressed (Fixture *fixture, gconstpointer data)
{
  unfold (fixture->page);
  fascia_test_drain ();
  assert_pressable (fixture->page);
}

/* (nullable) The head of an expander row: what has the focus. */
static GtkWidget *
find_head (GtkWidget *root)
{
  GtkWidget *found = ADW_IS_ACTION_ROW (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_head (child);
  return found;
}

static void
assert_heads (GtkWidget *widget, guint *n)
{
  if (ADW_IS_EXPANDER_ROW (widget) && gtk_widget_get_mapped (widget))
    {
      const char *words = adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (widget));

      if (words != NULL && *words != '\0')
        {
          assert_described (find_head (widget), words);
          (*n)++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_heads (child, n);
}

/* Dose, side and ceiling of a step are said by what has the focus. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  fascia_test_assert_until (says_where, fixture->page);
  assert_heads (fixture->page, &n);
  g_assert_cmpuint (n, >, 3);
}

int
main (int argc, char *argv[])
{
  init (&argc, &argv);

#define ADD(name)                                                                                  \
  g_test_add ("/a11y/routines/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (suggestion);
  ADD (routine);
  ADD (filters);
  ADD (pressed);
  ADD (steps);
#undef ADD

  return g_test_run ();
}

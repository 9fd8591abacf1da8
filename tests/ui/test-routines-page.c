/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Routines page, the page of a routine, and the suggestion on the Body page, in a real window.
 */

#include "config.h"

#include "fascia-test-window.h"
#include "routines-fixture.h"
#include "routines/fascia-routine-page.h"
#include "routines/fascia-routine-row.h"
#include "routines/fascia-routines-page.h"
#include "routines/fascia-setup-card.h"
#include "routines/fascia-step-row.h"
#include "routines/fascia-suggestion-card.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-link-row.h"

/* ---- looking ---- */

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (gtk_widget_get_mapped (root) && G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count (GtkWidget *root, GType type)
{
  guint n = gtk_widget_get_mapped (root) && G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static GtkWidget *
find_id (GtkWidget *root, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_id (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root)
      && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0
          || g_strcmp0 (gtk_widget_get_tooltip_text (root), label) == 0))
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

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static FasciaRoutinesModel *
get_model (Fixture *fixture)
{
  return fascia_routines_model_get (fixture->journal, fixture->body);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return fascia_window_get_page (fixture->window, "routines");
}

static void
settle (Fixture *fixture)
{
  fascia_test_assert_until (is_settled, get_model (fixture));
  fascia_test_drain ();
}

/* As somebody who was asked long ago. */
static void
answer_setup (Fixture *fixture)
{
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, fixture->body);

  fascia_body_setup_set (
      setup, FASCIA_SETTING_POSTURES,
      g_variant_new_strv ((const char *const[]) { "bed", "chair", "standing", "floor", NULL }, -1));
}

static gboolean
has_setup (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_setup_is_loaded (fascia_body_setup_get (fixture->journal, fixture->body));
}

static void
open_page (Fixture *fixture, int width)
{
  show (fixture, width, 720);
  fascia_test_assert_until (has_setup, fixture);
  answer_setup (fixture);
  fascia_window_show_page (fixture->window, "routines");
  settle (fixture);
}

static gboolean
is_content_shown (gpointer page)
{
  return find_id (page, "content") != NULL
         || gtk_widget_get_mapped (find_id (page, "search_entry"));
}

static gboolean
has_steps (gpointer page)
{
  return find (page, FASCIA_TYPE_STEP_ROW) != NULL;
}

/* ---- the page ---- */

static void
test_open (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1000);
  GtkWidget *page = get_page (fixture);
  fascia_test_assert_until (is_content_shown, page);

  /* One suggestion first, though nothing is marked; a routine beside the list. */
  GtkWidget *card = find (page, FASCIA_TYPE_SUGGESTION_CARD);
  g_assert_nonnull (card);
  g_assert_nonnull (fascia_suggestion_card_get_suggestion (FASCIA_SUGGESTION_CARD (card)));
  fascia_test_assert_until (has_steps, page);
  g_assert_nonnull (find (page, FASCIA_TYPE_ROUTINE_PAGE));
  /* Nothing was asked twice. */
  g_assert_null (find (page, FASCIA_TYPE_SETUP_CARD));
  /* The library is folded in: its rows are made when they are looked at. */
  GtkWidget *lists = find_id (page, "lists");
  g_assert_cmpuint (count (lists, FASCIA_TYPE_ROUTINE_ROW), ==, 0);
  g_assert_cmpuint (count (lists, ADW_TYPE_EXPANDER_ROW), >=, 5);
}

static gboolean
is_first_expanded (gpointer lists)
{
  return count (lists, FASCIA_TYPE_ROUTINE_ROW) > 0;
}

static void
test_areas (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1000);
  GtkWidget *lists = find_id (get_page (fixture), "lists");
  GtkWidget *area = find (lists, ADW_TYPE_EXPANDER_ROW);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (area), TRUE);
  fascia_test_assert_until (is_first_expanded, lists);
  GtkWidget *row = find (area, FASCIA_TYPE_ROUTINE_ROW);
  g_autofree char *id = g_strdup (
      fascia_routine_get_id (fascia_routine_row_get_routine (FASCIA_ROUTINE_ROW (row))));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  fascia_test_drain ();
  GtkWidget *shown = find (get_page (fixture), FASCIA_TYPE_ROUTINE_PAGE);
  g_assert_cmpstr (
      fascia_routine_get_id (fascia_routine_page_get_routine (FASCIA_ROUTINE_PAGE (shown))), ==,
      id);

  /* What was chosen stays when something else is suggested, and the area unfolded. */
  log_tight (fixture->journal, "thigh-back-right", 9);
  settle (fixture);
  shown = find (get_page (fixture), FASCIA_TYPE_ROUTINE_PAGE);
  g_assert_cmpstr (
      fascia_routine_get_id (fascia_routine_page_get_routine (FASCIA_ROUTINE_PAGE (shown))), ==,
      id);
  g_assert_true (is_first_expanded (lists));
}

static gboolean
is_star_there (gpointer page)
{
  return find_button (page, "Favourite") != NULL;
}

static void
test_favourite (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1000);
  GtkWidget *page = get_page (fixture);
  GtkWidget *lists = find_id (page, "lists");

  fascia_test_assert_until (is_star_there, page);
  GtkWidget *star = find_button (page, "Favourite");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star), TRUE);
  settle (fixture);
  g_assert_cmpuint (count (lists, FASCIA_TYPE_ROUTINE_ROW), ==, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (page, "Favourite")), FALSE);
  settle (fixture);
  g_assert_cmpuint (count (lists, FASCIA_TYPE_ROUTINE_ROW), ==, 0);
}

/* ---- finding ---- */

static void
type (GtkWidget *page, const char *text)
{
  GtkWidget *entry = find_id (page, "search_entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1000);
  GtkWidget *page = get_page (fixture);
  GtkWidget *lists = find_id (page, "lists");
  GtkWidget *count_label = find_id (page, "count_label");

  g_assert_false (gtk_widget_get_visible (count_label));
  type (page, "shoulder");
  fascia_test_drain ();
  guint n_found = count (lists, FASCIA_TYPE_ROUTINE_ROW);
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_found, <=, 50);
  g_assert_true (gtk_widget_get_visible (count_label));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_id (page, "is_short")), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_id (page, "no_floor")), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_id (page, "gentle")), TRUE);
  fascia_test_drain ();
  g_assert_cmpuint (count (lists, FASCIA_TYPE_ROUTINE_ROW), <=, n_found);

  type (page, "xylophone");
  fascia_test_drain ();
  g_assert_cmpuint (count (lists, FASCIA_TYPE_ROUTINE_ROW), ==, 0);
  click (find_button (lists, "_Show All"));
  fascia_test_drain ();
  g_assert_cmpuint (count (lists, ADW_TYPE_EXPANDER_ROW), >=, 5);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_id (page, "gentle"))));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_id (page, "search_entry"))), ==, "");
}

/* A place where nothing may press says where to work instead, and its chip takes it away. */
static void
test_closed_place (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1000);
  GtkWidget *page = get_page (fixture);
  GtkWidget *beside = find_id (page, "beside");
  GtkWidget *chips = find_id (page, "chips");

  fascia_routines_page_filter_place (FASCIA_ROUTINES_PAGE (page), "knee-back-left");
  fascia_test_drain ();
  g_assert_true (gtk_widget_get_visible (beside));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (beside)), "Left back of thigh"));
  g_assert_cmpuint (count (find_id (page, "lists"), FASCIA_TYPE_ROUTINE_ROW), >, 0);

  GtkWidget *chip = find (chips, GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (chip), ==, "Remove filter: Left back of knee");
  click (chip);
  fascia_test_drain ();
  g_assert_false (gtk_widget_get_visible (beside));
  g_assert_false (gtk_widget_get_visible (chips));

  fascia_routines_page_filter_place (FASCIA_ROUTINES_PAGE (page), LEFT);
  fascia_test_drain ();
  g_assert_false (gtk_widget_get_visible (beside));
  g_assert_true (gtk_widget_get_visible (chips));
}

static gboolean
is_more_open (gpointer page)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (find_id (page, "more")));

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

static void
test_more (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1000);
  GtkWidget *page = get_page (fixture);
  GtkMenuButton *more = GTK_MENU_BUTTON (find_id (page, "more"));

  /* Made when it is opened. */
  g_assert_null (gtk_menu_button_get_popover (more));
  gtk_menu_button_popup (more);
  fascia_test_assert_until (is_more_open, page);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (more));
  g_assert_cmpuint (count (popover, GTK_TYPE_DROP_DOWN), ==, 4);
  GtkWidget *place = find (popover, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (place), 1);
  gtk_menu_button_popdown (more);
  fascia_test_drain ();
  g_assert_true (gtk_widget_get_visible (find_id (page, "chips")));
}

/* ---- asked once ---- */

static void
test_setup (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 720);
  fascia_window_show_page (fixture->window, "routines");
  settle (fixture);
  GtkWidget *page = get_page (fixture);

  /* One line, below what is suggested. */
  g_assert_null (find (page, FASCIA_TYPE_SETUP_CARD));
  GtkWidget *row = find (find_id (page, "setup_bin"), FASCIA_TYPE_LINK_ROW);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_next_sibling (find_id (page, "hero_bin"))
                 == find_id (page, "setup_bin"));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  fascia_test_drain ();
  GtkWidget *card = find (page, FASCIA_TYPE_SETUP_CARD);
  g_assert_nonnull (card);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, card));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (card, "Floor")), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (card, "Tennis ball")), TRUE);
  click (find_button (card, "_Done"));
  settle (fixture);
  g_assert_null (find (page, FASCIA_TYPE_SETUP_CARD));
  FasciaSettings *settings = fascia_routines_model_get_settings (get_model (fixture));
  const char *const *postures = fascia_settings_get_strv (settings, FASCIA_SETTING_POSTURES);
  g_assert_true (g_strv_contains (postures, "floor"));
  g_assert_true (g_strv_contains (postures, "hands-and-knees"));
  g_assert_false (g_strv_contains (postures, "chair"));
  g_assert_true (
      g_strv_contains (fascia_settings_get_strv (settings, FASCIA_SETTING_TOOLS), "tennis-ball"));

  /* Asked again, it knows what was said. */
  GtkWidget *again = find (find_id (page, "lists"), FASCIA_TYPE_BUTTON_ROW);
  g_signal_emit_by_name (again, "activated");
  fascia_test_drain ();
  card = find (page, FASCIA_TYPE_SETUP_CARD);
  g_assert_nonnull (card);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (card, "Floor"))));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (card, "Bed"))));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

/* ---- a narrow window ---- */

static gboolean
is_routine_shown (gpointer page)
{
  return find (page, FASCIA_TYPE_ROUTINE_PAGE) != NULL && has_steps (page);
}

static gboolean
is_list_shown (gpointer page)
{
  return gtk_widget_get_mapped (find_id (page, "search_entry"));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 360);
  GtkWidget *page = get_page (fixture);
  fascia_test_assert_until (is_list_shown, page);
  g_assert_null (find (page, FASCIA_TYPE_ROUTINE_PAGE));

  click (find_button (page, "Show the Routine"));
  fascia_test_assert_until (is_routine_shown, page);
  GtkWidget *split = find (page, ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  g_assert_true (adw_navigation_split_view_get_show_content (ADW_NAVIGATION_SPLIT_VIEW (split)));
  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (split), FALSE);
  fascia_test_assert_until (is_list_shown, page);
}

/* Ctrl+F looks for a routine, as it looks for a place and for an entry; also from a routine, which makes
 * room. */
static void
test_search_key (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 360);
  GtkWidget *page = get_page (fixture);

  fascia_test_assert_until (is_list_shown, page);
  click (find_button (page, "Show the Routine"));
  fascia_test_assert_until (is_routine_shown, page);
  g_assert_true (gtk_widget_activate_action (page, "routines.search", NULL));
  fascia_test_assert_until (is_list_shown, page);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, find_id (page, "search_entry")));
}

/* ---- what is held back ---- */

static gboolean
has_held_back (gpointer page)
{
  GtkWidget *routine = find (page, FASCIA_TYPE_ROUTINE_PAGE);

  return routine != NULL && find_button (routine, "_Start") != NULL
         && find (routine, FASCIA_TYPE_BUTTON_ROW) != NULL;
}

/* Before the safety check every step that presses is there, with its reason. */
static void
test_held_back (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1000);
  GtkWidget *page = get_page (fixture);
  FasciaRoutinesModel *model = get_model (fixture);
  FasciaLibrary *library = fascia_routines_model_get_library (model);
  FasciaRoutine *pressing = NULL;

  for (guint i = 0; i < fascia_library_get_n_routines (library) && pressing == NULL; i++)
    if (fascia_library_get_pressure_seconds (library, fascia_library_get_routine (library, i), 1)
        > 0)
      pressing = fascia_library_get_routine (library, i);
  g_assert_true (
      fascia_routines_page_open (FASCIA_ROUTINES_PAGE (page), fascia_routine_get_id (pressing)));
  g_assert_false (fascia_routines_page_open (FASCIA_ROUTINES_PAGE (page), "no-such-routine"));
  fascia_test_assert_until (has_held_back, page);

  g_autoptr (FasciaPractice) practice
      = fascia_routines_model_make_practice (model, pressing, NULL, NULL);
  guint n_held = 0;
  const FasciaPracticeEntry *held = fascia_practice_get_held_back (practice, &n_held);
  g_assert_cmpuint (n_held, >, 0);
  guint n_rows = 0;
  for (guint i = 0; i < n_held; i += fascia_step_row_count (&held[i], n_held - i))
    n_rows++;
  guint n_entries = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  guint n_steps = 0;
  for (guint i = 0; i < n_entries; i += fascia_step_row_count (&entries[i], n_entries - i))
    n_steps++;
  GtkWidget *routine = find (page, FASCIA_TYPE_ROUTINE_PAGE);
  g_assert_cmpuint (count (routine, FASCIA_TYPE_STEP_ROW), ==, n_steps);
  /* Each held step is an action row, besides what is known and what was done. */
  g_assert_cmpuint (count (routine, ADW_TYPE_ACTION_ROW), >=, n_rows + 2);
}

/* ---- suggestions ---- */

static gboolean
is_body_suggested (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *card = find (GTK_WIDGET (fixture->page), FASCIA_TYPE_SUGGESTION_CARD);

  return card != NULL && is_settled (get_model (fixture));
}

/* Beside the figure it answers what is marked; until then it is quiet. */
static void
test_beside_figure (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 720);
  fascia_test_assert_until (is_settled, get_model (fixture));
  fascia_test_drain ();
  g_assert_null (find (GTK_WIDGET (fixture->page), FASCIA_TYPE_SUGGESTION_CARD));

  log_tight (fixture->journal, LEFT, 6);
  fascia_test_assert_until (is_body_suggested, fixture);
  GtkWidget *card = find (GTK_WIDGET (fixture->page), FASCIA_TYPE_SUGGESTION_CARD);
  const FasciaSuggestion *suggestion
      = fascia_suggestion_card_get_suggestion (FASCIA_SUGGESTION_CARD (card));
  g_assert_nonnull (strstr (suggestion->why, "Left shoulder top"));
  g_autofree char *id = g_strdup (fascia_routine_get_id (suggestion->routine));

  /* To read about it. */
  click (find_button (card, "Show the Routine"));
  settle (fixture);
  GtkWidget *shown = find (get_page (fixture), FASCIA_TYPE_ROUTINE_PAGE);
  g_assert_nonnull (shown);
  g_assert_cmpstr (
      fascia_routine_get_id (fascia_routine_page_get_routine (FASCIA_ROUTINE_PAGE (shown))), ==,
      id);
}

static void
test_below_figure (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 720);
  log_tight (fixture->journal, LEFT, 6);
  fascia_test_assert_until (is_body_suggested, fixture);
  GtkWidget *card = find (GTK_WIDGET (fixture->page), FASCIA_TYPE_SUGGESTION_CARD);
  GtkWidget *start = fascia_suggestion_card_get_start (FASCIA_SUGGESTION_CARD (card));

  g_assert_true (g_str_has_suffix (gtk_button_get_label (GTK_BUTTON (start)), " for this"));
}

static GtkWidget *
get_dialog (Fixture *fixture)
{
  return (GtkWidget *) adw_application_window_get_visible_dialog (
      ADW_APPLICATION_WINDOW (fixture->window));
}

static gboolean
has_dialog (gpointer data)
{
  return get_dialog (data) != NULL;
}

/* The reason, the data, the rule, the checks. */
static gboolean
has_reasons (gpointer data)
{
  return has_dialog (data) && count (get_dialog (data), ADW_TYPE_ACTION_ROW) >= 4;
}

static void
test_why_and_not_this (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1000);
  log_tight (fixture->journal, LEFT, 6);
  settle (fixture);
  GtkWidget *card = find (get_page (fixture), FASCIA_TYPE_SUGGESTION_CARD);
  const FasciaSuggestion *suggestion
      = fascia_suggestion_card_get_suggestion (FASCIA_SUGGESTION_CARD (card));
  g_autofree char *id = g_strdup (fascia_routine_get_id (suggestion->routine));

  click (find_button (card, "_Why This?"));
  fascia_test_assert_until (has_reasons, fixture);
  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
  fascia_test_drain ();

  click (find_button (card, "_Not This"));
  settle (fixture);
  suggestion = fascia_suggestion_card_get_suggestion (FASCIA_SUGGESTION_CARD (card));
  g_assert_cmpstr (fascia_routine_get_id (suggestion->routine), !=, id);
  click (find_button (GTK_WIDGET (fixture->window), "_Undo"));
  settle (fixture);
  suggestion = fascia_suggestion_card_get_suggestion (FASCIA_SUGGESTION_CARD (card));
  g_assert_cmpstr (fascia_routine_get_id (suggestion->routine), ==, id);
}

/* Start asks before anything presses: it does not run off. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1000);
  log_tight (fixture->journal, LEFT, 6);
  settle (fixture);
  GtkWidget *card = find (get_page (fixture), FASCIA_TYPE_SUGGESTION_CARD);

  g_assert_true (gtk_widget_grab_focus (card));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == fascia_suggestion_card_get_start (FASCIA_SUGGESTION_CARD (card)));
  click (fascia_suggestion_card_get_start (FASCIA_SUGGESTION_CARD (card)));
  fascia_test_assert_until (has_dialog, fixture);
  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
  fascia_test_drain ();
}

static void
test_view (void)
{
  g_assert_cmpint (fascia_routines_view_choose (FALSE, FALSE), ==, FASCIA_ROUTINES_VIEW_LOADING);
  g_assert_cmpint (fascia_routines_view_choose (FALSE, TRUE), ==, FASCIA_ROUTINES_VIEW_ERROR);
  /* What was read once stays. */
  g_assert_cmpint (fascia_routines_view_choose (TRUE, TRUE), ==, FASCIA_ROUTINES_VIEW_CONTENT);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/routines-page/view", test_view);
#define ADD(path, name)                                                                            \
  g_test_add ("/routines-page/" path, Fixture, NULL, set_up, test_##name, tear_down)
  ADD ("open", open);
  ADD ("areas", areas);
  ADD ("favourite", favourite);
  ADD ("search", search);
  ADD ("search-key", search_key);
  ADD ("closed-place", closed_place);
  ADD ("more", more);
  ADD ("setup", setup);
  ADD ("narrow", narrow);
  ADD ("held-back", held_back);
  ADD ("beside-figure", beside_figure);
  ADD ("below-figure", below_figure);
  ADD ("why-and-not-this", why_and_not_this);
  ADD ("start", start);
#undef ADD

  return run_tests ();
}

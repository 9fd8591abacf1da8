/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list twin edits what the figure does: levels, whole areas, arrows; places beside the figure.
 */

#include "config.h"

#include "body/fascia-body-list-item.h"
#include "body/fascia-body-list-row.h"
#include "body/fascia-body-list.h"
#include "fascia-body-setup.h"
#include "fascia-test-window.h"

#define UNKNOWN "gill-left"

static GtkWidget *
find_of_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_of_type (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The row of a place or a code, if it is scrolled to. */
static FasciaBodyListRow *
find_row (GtkWidget *root, const char *code)
{
  if (FASCIA_IS_BODY_LIST_ROW (root))
    {
      FasciaBodyListItem *item = fascia_body_list_row_get_item (FASCIA_BODY_LIST_ROW (root));

      if (item != NULL && g_strcmp0 (fascia_body_list_item_get_code (item), code) == 0)
        return FASCIA_BODY_LIST_ROW (root);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      FasciaBodyListRow *found = find_row (child, code);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static FasciaBodyList *
show_list (Fixture *fixture)
{
  show (fixture, 1000, 700);
  fascia_body_page_set_is_list (fixture->page, TRUE);
  fascia_test_drain ();
  return FASCIA_BODY_LIST (find_of_type (GTK_WIDGET (fixture->page), FASCIA_TYPE_BODY_LIST));
}

/* Narrows the list to @text, so that the rows are there whatever is scrolled to. */
static FasciaBodyListRow *
search (FasciaBodyList *list, const char *text, const char *code)
{
  fascia_body_list_set_search (list, text);
  fascia_test_drain ();
  return find_row (GTK_WIDGET (list), code);
}

typedef struct
{
  guint n_operations;
} Count;

static void
on_written (FasciaBodyModel *model, FasciaOperation *operation, GArray *ids, Count *count)
{
  count->n_operations += ids->len;
}

static guint
count_marks (Fixture *fixture)
{
  Reading reading = { 0 };
  guint n_marks = 0;

  fascia_journal_load_body_async (fixture->journal, NULL, on_body_read, &reading);
  fascia_test_assert_until (is_read, &reading);
  if (reading.open != NULL)
    fascia_entry_get_marks (reading.open, &n_marks);
  g_clear_pointer (&reading.open, fascia_entry_unref);
  return n_marks;
}

/* ---- whole areas ---- */

static void
test_areas (Fixture *fixture, gconstpointer data)
{
  Count count = { 0 };
  FasciaBodyList *list = show_list (fixture);
  const FasciaRegion *const *regions = fascia_body_get_area_regions (fixture->body, 0);
  guint n_regions = 0;
  while (regions[n_regions] != NULL)
    n_regions++;

  g_signal_connect (fixture->model, "written", G_CALLBACK (on_written), &count);
  g_assert_cmpuint (n_regions, >, 1);
  gtk_widget_activate_action (GTK_WIDGET (list), "list.mark-area", "u", 0);
  g_assert_cmpuint (count_marks (fixture), ==, n_regions);
  g_assert_cmpuint (count.n_operations, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.undo", NULL);
  g_assert_cmpuint (count_marks (fixture), ==, 0);
  g_signal_handlers_disconnect_by_data (fixture->model, &count);
}

/* The menu of a heading: all of a group, or the half of one side. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  Count count = { 0 };
  FasciaBodyList *list = show_list (fixture);
  g_autoptr (GPtrArray) all
      = fascia_body_list_items_get_regions (fixture->body, 2, FASCIA_SIDE_MIDLINE);
  g_autoptr (GPtrArray) left
      = fascia_body_list_items_get_regions (fixture->body, 2, FASCIA_SIDE_LEFT);

  g_assert_cmpuint (left->len, >, 0);
  g_assert_cmpuint (left->len, <, all->len);
  for (guint i = 0; i < left->len; i++)
    g_assert_true (
        g_str_has_prefix (fascia_region_get_name (g_ptr_array_index (left, i)), "Left "));
  g_signal_connect (fixture->model, "written", G_CALLBACK (on_written), &count);
  gtk_widget_activate_action (GTK_WIDGET (list), "list.mark-group", "(uu)", 2, FASCIA_SIDE_LEFT);
  g_assert_cmpuint (count_marks (fixture), ==, left->len);
  g_assert_cmpuint (count.n_operations, ==, 1);
  /* What is marked already stays as it is. */
  gtk_widget_activate_action (GTK_WIDGET (list), "list.mark-group", "(uu)", 2, FASCIA_SIDE_MIDLINE);
  g_assert_cmpuint (count_marks (fixture), ==, all->len);
  g_assert_cmpuint (count.n_operations, ==, 2);
  g_signal_handlers_disconnect_by_data (fixture->model, &count);
}

/* ---- one place ---- */

/* Both quantities, an arrow: all of it is said in the row, side first. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  FasciaBodyList *list = show_list (fixture);

  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_PAIN, 3);
  fascia_body_model_add_spread (fixture->model, lookup (fixture, LEFT),
                                lookup (fixture, "jaw-left"));
  FasciaBodyListRow *row = search (list, "left shoulder top", LEFT);
  g_assert_nonnull (row);
  const char *value = fascia_body_list_row_get_value (row);
  g_assert_nonnull (strstr (value, "tight 6"));
  g_assert_nonnull (strstr (value, "pain 3"));
  g_assert_nonnull (strstr (value, "spreads to Left jaw"));
  g_autofree char *label = fascia_body_list_row_dup_label (row);
  g_assert_true (g_str_has_prefix (label, "Left shoulder top, tight 6"));
}

/* "Spreads to…", then the next place of the list. */
static void
test_spread (Fixture *fixture, gconstpointer data)
{
  FasciaBodyList *list = show_list (fixture);

  fascia_body_list_click (list, lookup (fixture, LEFT));
  gtk_widget_activate_action (GTK_WIDGET (list), "list.spread", "s", LEFT);
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_SPREAD);
  fascia_body_list_click (list, lookup (fixture, "jaw-left"));
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));
  guint n_spreads = 0;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  g_assert_cmpuint (n_spreads, ==, 1);
  g_assert_cmpstr (spreads[0].from, ==, LEFT);
  g_assert_cmpstr (spreads[0].to, ==, "jaw-left");

  /* Esc answers nothing. */
  gtk_widget_activate_action (GTK_WIDGET (list), "list.spread", "s", LEFT);
  g_assert_true (fascia_body_list_handle_key (list, GDK_KEY_Escape, 0, 0));
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
}

static void
test_other_side (Fixture *fixture, gconstpointer data)
{
  FasciaBodyList *list = show_list (fixture);

  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_PAIN, 5);
  gtk_widget_activate_action (GTK_WIDGET (list), "list.mirror", "s", LEFT);
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_PAIN), ==, 5);
  gtk_widget_activate_action (GTK_WIDGET (list), "list.remove", "s", LEFT);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_PAIN), ==, NO_MARK);
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_PAIN), ==, 5);
}

/* ---- rows ---- */

static void
click_row (FasciaBodyListRow *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (row));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        g_signal_emit_by_name (controller, "released", 1, 20.0,
                               gtk_widget_get_height (GTK_WIDGET (row)) / 2.0);
    }
}

/* Near its upper edge, and near its lower one: all of a row is the place. */
static void
test_whole_row (Fixture *fixture, gconstpointer data)
{
  static const double parts[] = { 0.05, 0.95 };
  static const char *const codes[] = { LEFT, RIGHT };
  FasciaBodyList *list = show_list (fixture);

  search (list, "shoulder top", LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      FasciaBodyListRow *row = find_row (GTK_WIDGET (list), codes[i]);
      g_assert_nonnull (row);
      GtkWidget *whole = gtk_widget_get_parent (GTK_WIDGET (row));
      GtkWidget *hit = gtk_widget_pick (whole, gtk_widget_get_width (whole) * 0.2,
                                        gtk_widget_get_height (whole) * parts[i], GTK_PICK_DEFAULT);

      g_assert_nonnull (hit);
      if (!FASCIA_IS_BODY_LIST_ROW (hit))
        hit = gtk_widget_get_ancestor (hit, FASCIA_TYPE_BODY_LIST_ROW);
      g_assert_true (hit == GTK_WIDGET (row));
      click_row (row);
      g_assert_cmpint (read_level (fixture, codes[i], FASCIA_SCALE_TIGHTNESS), ==,
                       FASCIA_LEVEL_NOT_GIVEN);
    }
}

/* Find, Down, a digit: the row that the keyboard has come to is the one that is meant. */
static void
test_find_then_level (Fixture *fixture, gconstpointer data)
{
  FasciaBodyList *list = show_list (fixture);

  fascia_body_list_focus_search (list);
  search (list, "left shoulder top", LEFT);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_DOWN));
  fascia_test_drain ();
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         find_of_type (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW)));
  g_assert_cmpstr (get_selected_id (fixture), ==, LEFT);
  g_assert_true (fascia_body_list_handle_key (list, GDK_KEY_6, 0, 0));
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_true (fascia_body_list_handle_key (list, GDK_KEY_Delete, 0, 0));
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
}

static FasciaBodyListItem *
get_item (FasciaBodyList *list, guint position)
{
  GtkListView *view = GTK_LIST_VIEW (find_of_type (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW));

  /* Held by the list. */
  g_autoptr (FasciaBodyListItem) item
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);
  return item;
}

static const char *
get_heading (Fixture *fixture, FasciaBodyList *list, guint position)
{
  return fascia_body_list_items_get_group_name (
      fixture->body, fascia_body_list_item_get_group (get_item (list, position)),
      fascia_body_model_get_target (fixture->model) == FASCIA_BODY_TARGET_NOW);
}

/* A 1, something else and a 0 is no longer tight, and not the worst. */
static void
test_pending (Fixture *fixture, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_plus, GDK_KEY_minus, GDK_KEY_Delete };
  FasciaBodyList *list = show_list (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      fascia_body_list_focus_region (list, lookup (fixture, LEFT));
      fascia_test_drain ();
      fascia_body_list_handle_key (list, GDK_KEY_1, 0, 0);
      read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
      fascia_body_list_handle_key (list, keys[i], 0, 0);
      read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
      fascia_test_drain ();
      fascia_body_list_focus_region (list, lookup (fixture, LEFT));
      fascia_test_drain ();
      fascia_body_list_handle_key (list, GDK_KEY_0, 0, 0);
      g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
    }
}

/* What is marked stands on top, in the order of the body, and in its place as well; the keyboard
 * stays where it is, and a place taken out leaves it a row. */
static void
test_marked_first (Fixture *fixture, gconstpointer data)
{
  FasciaBodyList *list = show_list (fixture);
  const guint n_all = fascia_body_list_get_n_shown (list);

  g_assert_false (fascia_body_list_item_is_repeated (get_item (list, 0)));
  fascia_body_list_focus_region (list, lookup (fixture, RIGHT));
  fascia_test_drain ();
  fascia_body_list_handle_key (list, GDK_KEY_1, 0, 0);
  fascia_test_drain ();
  g_assert_true (fascia_body_list_handle_key (list, GDK_KEY_0, 0, 0));
  fascia_test_drain ();
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, 10);
  fascia_body_model_mark (fixture->model, lookup (fixture, LEFT));
  fascia_test_drain ();
  g_assert_cmpstr (fascia_body_list_item_get_code (get_item (list, 0)), ==, LEFT);
  g_assert_cmpstr (fascia_body_list_item_get_code (get_item (list, 1)), ==, RIGHT);
  g_assert_cmpstr (get_heading (fixture, list, 0), ==, "Marked Now");
  g_assert_false (fascia_body_list_item_is_repeated (get_item (list, 2)));
  g_assert_cmpuint (fascia_body_list_get_n_shown (list), ==, n_all);

  fascia_body_list_focus_search (list);
  fascia_body_list_focus_region (list, lookup (fixture, LEFT));
  fascia_test_drain ();
  g_assert_true (fascia_body_list_handle_key (list, GDK_KEY_Delete, 0, 0));
  fascia_test_drain ();
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  fascia_test_drain ();
  /* The next one has come to stand there. */
  g_assert_cmpstr (fascia_body_list_item_get_code (get_item (list, 0)), ==, RIGHT);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         find_of_type (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW)));

  /* What is looked for is found once. */
  search (list, "right shoulder top", RIGHT);
  g_assert_false (fascia_body_list_item_is_repeated (get_item (list, 0)));
}

/* The button of a row is there for what is marked and where the keyboard is. */
static void
test_more_button (Fixture *fixture, gconstpointer data)
{
  FasciaBodyList *list = show_list (fixture);

  search (list, "shoulder top", LEFT);
  fascia_body_model_mark (fixture->model, lookup (fixture, LEFT));
  fascia_test_drain ();
  g_assert_true (fascia_body_list_row_is_more_shown (find_row (GTK_WIDGET (list), LEFT)));
  g_assert_false (fascia_body_list_row_is_more_shown (find_row (GTK_WIDGET (list), RIGHT)));
  fascia_body_list_focus_region (list, lookup (fixture, RIGHT));
  fascia_test_drain ();
  g_assert_true (fascia_body_list_row_is_more_shown (find_row (GTK_WIDGET (list), RIGHT)));
}

/* ---- beside the figure ---- */

/* Places of a limb that is not on the figure come last, and are marked like any other. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  const char *const limbs[] = { "forearm-left:hidden", NULL };
  const char *const phantom[] = { "forearm-left:phantom", NULL };
  FasciaBodyList *list = show_list (fixture);
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, fixture->body);

  fascia_body_setup_set (setup, FASCIA_SETTING_LIMBS, g_variant_new_strv (limbs, -1));
  fascia_body_model_set_body (fixture->model, fascia_body_setup_get_body (setup));
  fascia_test_drain ();
  g_assert_cmpuint (fascia_body_list_get_n_shown (list), ==,
                    fascia_body_get_n_regions (fixture->body));
  FasciaBodyListRow *row = search (list, "left wrist", "wrist-front-left");
  g_assert_nonnull (row);
  guint group = fascia_body_list_item_get_group (fascia_body_list_row_get_item (row));
  g_assert_cmpstr (fascia_body_list_items_get_group_name (fixture->body, group, TRUE), ==,
                   "Not Shown on the Figure");
  fascia_body_list_click (list, lookup (fixture, "wrist-front-left"));
  g_assert_cmpint (read_level (fixture, "wrist-front-left", FASCIA_SCALE_TIGHTNESS), ==,
                   FASCIA_LEVEL_NOT_GIVEN);

  /* Wherever it is listed, the row says it. */
  fascia_test_drain ();
  row = find_row (GTK_WIDGET (list), "wrist-front-left");
  g_assert_nonnull (strstr (fascia_body_list_row_get_value (row), "not on the figure"));

  /* Whole groups are what is on the figure. */
  g_autoptr (GPtrArray) hands = fascia_body_list_items_get_regions (
      fascia_body_model_get_body (fixture->model), 9, FASCIA_SIDE_LEFT);
  g_assert_false (g_ptr_array_find (hands, lookup (fixture, "wrist-front-left"), NULL));

  /* A phantom is on the figure, and is called one. */
  fascia_body_setup_set (setup, FASCIA_SETTING_LIMBS, g_variant_new_strv (phantom, -1));
  fascia_body_model_set_body (fixture->model, fascia_body_setup_get_body (setup));
  row = search (list, "left wrist", "wrist-front-left");
  g_assert_true (g_str_has_suffix (fascia_body_list_row_get_value (row), ", phantom"));

  /* And back. */
  fascia_body_setup_set (setup, FASCIA_SETTING_LIMBS, NULL);
  fascia_body_model_set_body (fixture->model, fascia_body_setup_get_body (setup));
  row = search (list, "left wrist", "wrist-front-left");
  group = fascia_body_list_item_get_group (fascia_body_list_row_get_item (row));
  g_assert_cmpstr (fascia_body_list_items_get_group_name (fixture->body, group, TRUE), !=,
                   "Not Shown on the Figure");
}

static gboolean
has_unknown (gpointer data)
{
  Fixture *fixture = data;
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));

  return entry != NULL && fascia_entry_find_mark (entry, UNKNOWN, FASCIA_SCALE_PAIN) != NULL;
}

/* A place of another version is listed by its code with what it has, kept, and can be removed. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  FasciaBodyList *list = show_list (fixture);
  const guint n_all = fascia_body_list_get_n_shown (list);
  const FasciaMark marks[] = { { .region = UNKNOWN, .scale = FASCIA_SCALE_PAIN, .level = 4 },
                               { .region = UNKNOWN, .scale = FASCIA_SCALE_TIGHTNESS, .level = 7 } };
  const FasciaLog log = { .marks = marks, .n_marks = G_N_ELEMENTS (marks) };

  fascia_journal_log_async (fixture->journal, &log, NULL, NULL, NULL);
  fascia_test_assert_until (has_unknown, fixture);
  g_assert_cmpuint (fascia_body_list_get_n_shown (list), ==, n_all + 1);
  FasciaBodyListRow *row = search (list, "gill", UNKNOWN);
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (fascia_body_list_row_get_value (row), "pain 4"));
  g_assert_nonnull (strstr (fascia_body_list_row_get_value (row), "tight 7"));

  /* It is kept when something else is marked. */
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_PAIN, 2);
  g_assert_cmpint (read_level (fixture, UNKNOWN, FASCIA_SCALE_PAIN), ==, 4);

  gtk_widget_activate_action (GTK_WIDGET (list), "list.remove", "s", UNKNOWN);
  g_assert_cmpint (read_level (fixture, UNKNOWN, FASCIA_SCALE_PAIN), ==, NO_MARK);
  g_assert_cmpint (read_level (fixture, UNKNOWN, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_PAIN), ==, 2);
  fascia_body_list_set_search (list, "");
  g_assert_cmpuint (fascia_body_list_get_n_shown (list), ==, n_all);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.undo", NULL);
  g_assert_cmpint (read_level (fixture, UNKNOWN, FASCIA_SCALE_PAIN), ==, 4);
  g_assert_cmpint (read_level (fixture, UNKNOWN, FASCIA_SCALE_TIGHTNESS), ==, 7);
}

/* ---- to look at only ---- */

static gboolean
has_heat (gpointer data)
{
  return fascia_body_model_get_heat (((Fixture *) data)->model) != NULL;
}

/* A period in words; nothing is marked there. */
static void
test_heat (Fixture *fixture, gconstpointer data)
{
  FasciaBodyList *list = show_list (fixture);

  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  gint32 today = fascia_body_state_get_today (fascia_body_model_get_state (fixture->model));
  fascia_body_model_show_heat (fixture->model, today - 6, today, FASCIA_HEAT_WORST);
  fascia_test_assert_until (has_heat, fixture);
  FasciaBodyListRow *row = search (list, "left shoulder top", LEFT);
  g_assert_cmpstr (fascia_body_list_row_get_value (row), ==, "On 1 of 1 day, mean 6.0, worst 6");
  row = search (list, "right shoulder top", RIGHT);
  g_assert_cmpstr (fascia_body_list_row_get_value (row), ==, "On no day");
  fascia_body_list_click (list, lookup (fixture, RIGHT));
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  fascia_body_model_show_now (fixture->model);
  fascia_test_drain ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/body-list/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("areas", test_areas);
  ADD ("groups", test_groups);
  ADD ("words", test_words);
  ADD ("spread", test_spread);
  ADD ("other-side", test_other_side);
  ADD ("whole-row", test_whole_row);
  ADD ("find-then-level", test_find_then_level);
  ADD ("marked-first", test_marked_first);
  ADD ("pending", test_pending);
  ADD ("more-button", test_more_button);
  ADD ("hidden", test_hidden);
  ADD ("unknown", test_unknown);
  ADD ("heat", test_heat);
#undef ADD

  return run_tests ();
}

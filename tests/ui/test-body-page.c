/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Body page with a real journal: marking, levels, removing, undo, walking, layouts.
 */

#include "config.h"

#include "fascia-test-window.h"
#include "body/fascia-body-list.h"
#include "body/fascia-place-dialog.h"

static void
press (Fixture *fixture, guint keyval, gint64 time_ms)
{
  fascia_body_figures_handle_key (fixture->figures, keyval, 0, 0, time_ms);
}

static void
pick (Fixture *fixture, FasciaView view, const char *id, gboolean is_mark)
{
  FasciaBodyMap *map = fascia_body_figures_get_map (fixture->figures, view);
  graphene_point_t point;

  g_assert_true (fascia_body_map_locate (map, lookup (fixture, id), &point));
  const FasciaRegion *region = fascia_body_map_pick (map, point.x, point.y);
  g_assert_cmpstr (fascia_region_get_id (region), ==, id);
  g_signal_emit_by_name (map, "picked", region, is_mark);
}

/* ---- marking ---- */

static void
test_click (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_assert_null (get_selected_id (fixture));

  pick (fixture, FASCIA_VIEW_FRONT, "chest-upper-left", TRUE);
  g_assert_cmpstr (get_selected_id (fixture), ==, "chest-upper-left");
  g_assert_cmpint (read_level (fixture, "chest-upper-left", FASCIA_SCALE_TIGHTNESS), ==,
                   FASCIA_LEVEL_NOT_GIVEN);

  /* A level, and a second click that only chooses. */
  press (fixture, GDK_KEY_6, 0);
  pick (fixture, FASCIA_VIEW_FRONT, "chest-upper-left", TRUE);
  g_assert_cmpint (read_level (fixture, "chest-upper-left", FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_cmpint (read_level (fixture, "chest-upper-left", FASCIA_SCALE_PAIN), ==, NO_MARK);

  /* Right click and long press choose and do not mark. */
  pick (fixture, FASCIA_VIEW_FRONT, "chest-upper-right", FALSE);
  g_assert_cmpstr (get_selected_id (fixture), ==, "chest-upper-right");
  g_assert_cmpint (read_level (fixture, "chest-upper-right", FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);

  /* Beside the body. */
  g_signal_emit_by_name (fascia_body_figures_get_map (fixture->figures, FASCIA_VIEW_FRONT),
                         "picked", NULL, TRUE);
  g_assert_null (get_selected_id (fixture));
}

/* A swipe that is lifted over a place marks nothing; nor does one that was cancelled. */
static void
test_swipe (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaBodyMap *map = fascia_body_figures_get_map (fixture->figures, FASCIA_VIEW_FRONT);
  graphene_point_t from;
  graphene_point_t to;

  g_assert_true (fascia_body_map_locate (map, lookup (fixture, "chest-upper-left"), &from));
  g_assert_true (fascia_body_map_locate (map, lookup (fixture, "chest-upper-right"), &to));
  fascia_body_map_press (map, from.x, from.y);
  fascia_body_map_release (map, to.x, to.y, TRUE);
  fascia_body_map_press (map, 2, 2);
  fascia_body_map_release (map, to.x, to.y, TRUE);
  fascia_body_map_press (map, to.x, to.y);
  fascia_body_map_cancel_press (map);
  fascia_body_map_release (map, to.x, to.y, TRUE);
  g_assert_null (get_selected_id (fixture));
  g_assert_cmpint (read_level (fixture, "chest-upper-right", FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpint (read_level (fixture, "chest-upper-left", FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);

  /* The welcome may have come meanwhile, and made the figure smaller. */
  g_assert_true (fascia_body_map_locate (map, lookup (fixture, "chest-upper-right"), &to));
  fascia_body_map_press (map, to.x, to.y);
  fascia_body_map_release (map, to.x + 1, to.y, TRUE);
  g_assert_cmpint (read_level (fixture, "chest-upper-right", FASCIA_SCALE_TIGHTNESS), ==,
                   FASCIA_LEVEL_NOT_GIVEN);
}

/* Left is the person's left on both figures, in every direction of text. */
static void
test_sides (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GPOINTER_TO_INT (data));
  show (fixture, 1000, 700);

  for (guint i = 0; i < fascia_body_get_n_regions (fixture->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (fixture->body, i);
      FasciaView view = fascia_region_get_view (region);
      FasciaBodyMap *map = fascia_body_figures_get_map (fixture->figures, view);
      double middle = gtk_widget_get_width (GTK_WIDGET (map)) / 2.0;
      graphene_point_t point;

      g_assert_true (fascia_body_map_locate (map, region, &point));
      g_assert_true (fascia_body_map_pick (map, point.x, point.y) == region);
      if (fascia_region_get_side (region) == FASCIA_SIDE_MIDLINE)
        continue;
      gboolean is_at_right = point.x > middle;
      gboolean is_left = fascia_region_get_side (region) == FASCIA_SIDE_LEFT;
      g_assert_true (is_at_right == (is_left == (view == FASCIA_VIEW_FRONT)));
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* A click beside a narrow place is meant for it; far from the body it means nothing. */
static void
test_near_miss (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaBodyMap *map = fascia_body_figures_get_map (fixture->figures, FASCIA_VIEW_FRONT);
  graphene_point_t point;

  g_assert_true (fascia_body_map_locate (map, lookup (fixture, "hand-palm-left"), &point));
  double x = point.x;
  while (fascia_body_map_pick (map, x, point.y) != NULL)
    x += 1;
  /* Just outside the reach of a near miss; well inside it eight pixels back. */
  g_assert_null (fascia_body_map_pick (map, x + 1, point.y));
  const FasciaRegion *near = fascia_body_map_pick (map, x - FASCIA_BODY_MAP_SLOP / 2.0, point.y);
  g_assert_nonnull (near);
  g_assert_cmpint (fascia_region_get_side (near), ==, FASCIA_SIDE_LEFT);
  g_assert_null (fascia_body_map_pick (map, 2, 2));
}

static void
test_digits (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_assert_true (fascia_body_page_select_region (fixture->page, LEFT));

  press (fixture, GDK_KEY_4, 0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 4);
  press (fixture, GDK_KEY_plus, 0);
  press (fixture, GDK_KEY_plus, 0);
  press (fixture, GDK_KEY_minus, 0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 5);
  press (fixture, GDK_KEY_1, 10000);
  press (fixture, GDK_KEY_0, 11000);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 10);
  press (fixture, GDK_KEY_plus, 0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 10);

  /* 0 is kept: no longer tight. */
  press (fixture, GDK_KEY_0, 20000);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
  press (fixture, GDK_KEY_minus, 0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);

  fascia_body_model_set_scale (fixture->model, FASCIA_SCALE_PAIN);
  press (fixture, GDK_KEY_3, 30000);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_PAIN), ==, 3);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
}

static gboolean
is_nothing_marked (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model)) == NULL;
}

static gboolean
is_left_marked (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_place_is_marked (
      fascia_body_model_get_place (fixture->model, lookup (fixture, LEFT)));
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_assert_true (fascia_body_page_select_region (fixture->page, LEFT));

  /* Both quantities go at once, even while the check-in is still being made. */
  press (fixture, GDK_KEY_6, 0);
  press (fixture, GDK_KEY_Delete, 0);
  fascia_test_assert_until (is_nothing_marked, fixture);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);

  press (fixture, GDK_KEY_6, 0);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_PAIN, 2);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_PAIN), ==, 2);
  press (fixture, GDK_KEY_BackSpace, 0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_PAIN), ==, NO_MARK);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  fascia_test_assert_until (is_nothing_marked, fixture);

  /* One Undo brings both back. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.undo", NULL));
  fascia_test_assert_until (is_left_marked, fixture);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_PAIN), ==, 2);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_assert_true (fascia_body_page_select_region (fixture->page, LEFT));
  press (fixture, GDK_KEY_6, 0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  press (fixture, GDK_KEY_8, 0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 8);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.undo", NULL);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.undo", NULL);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  fascia_test_assert_until (is_nothing_marked, fixture);
  /* Nothing left to undo is no error. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.undo", NULL);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
}

/* After half an hour the check-in is over: its marks are the outlines of the next. */
static void
test_next_check_in (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 7);
  fascia_test_assert_until (is_left_marked, fixture);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 7);

  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + 31 * 60 * 1000);
  fascia_body_model_reload (fixture->model);
  fascia_test_assert_until (is_nothing_marked, fixture);
  int level = 0;
  g_assert_cmpint (fascia_body_place_get_look (
                       fascia_body_model_get_place (fixture->model, lookup (fixture, LEFT)),
                       FASCIA_SCALE_TIGHTNESS, &level),
                   ==, FASCIA_BODY_LOOK_OLD);
  g_assert_cmpint (level, ==, 7);

  /* "The rest has eased" answers 0 for it, in one operation. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "body.ease-rest", NULL));
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
  g_assert_cmpuint (
      fascia_body_state_count_unanswered (fascia_body_model_get_state (fixture->model)), ==, 0);
}

/* ---- more about a place ---- */

static GtkWidget *
find_of_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_of_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A note in mid-word is kept when the window goes. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  Reading reading = { 0 };

  show (fixture, 1000, 700);
  fascia_body_model_mark (fixture->model, lookup (fixture, LEFT));
  AdwDialog *dialog = fascia_place_dialog_new (fixture->model, lookup (fixture, LEFT),
                                               GTK_WIDGET (fixture->page));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  fascia_test_drain ();
  GtkWidget *note = find_of_type (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (note);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "After the gard", -1);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));

  fascia_journal_load_body_async (fixture->journal, NULL, on_body_read, &reading);
  fascia_test_assert_until (is_read, &reading);
  g_assert_nonnull (reading.open);
  g_assert_cmpstr (fascia_entry_get_note (reading.open), ==, "After the gard");
  fascia_entry_unref (reading.open);
  fascia_test_drain ();
}

static gboolean
is_check_in_there (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_model_get_uid (fixture->model) != NULL;
}

/* A note stays with the check-in it was begun in, also when that is over before it is written. */
static void
test_note_of_old_check_in (Fixture *fixture, gconstpointer data)
{
  Reading reading = { 0 };

  show (fixture, 1000, 700);
  fascia_body_model_mark (fixture->model, lookup (fixture, LEFT));
  fascia_test_assert_until (is_check_in_there, fixture);
  FasciaUid first = *fascia_body_model_get_uid (fixture->model);
  AdwDialog *dialog = fascia_place_dialog_new (fixture->model, lookup (fixture, LEFT),
                                               GTK_WIDGET (fixture->page));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  fascia_test_drain ();
  GtkWidget *note = find_of_type (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (note));
  gtk_text_buffer_set_text (buffer, "Slow morning", -1);

  /* Half an hour later somebody else marks something: that is another check-in. */
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + 31 * 60 * 1000);
  fascia_body_model_set_level (fixture->model, lookup (fixture, RIGHT), FASCIA_SCALE_TIGHTNESS, 3);
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, 3);
  g_autofree char *text = NULL;
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Slow morning");
  adw_dialog_force_close (dialog);
  fascia_test_drain ();

  fascia_journal_load_body_async (fixture->journal, NULL, on_body_read, &reading);
  fascia_test_assert_until (is_read, &reading);
  g_assert_nonnull (reading.open);
  g_assert_false (fascia_uid_equal (fascia_entry_get_uid (reading.open), &first));
  g_assert_null (fascia_entry_get_note (reading.open));
  g_clear_pointer (&reading.open, fascia_entry_unref);
}

/* Words for a feeling belong to the mark, and a level given later keeps them. */
static void
test_feelings (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "aching", "dull", NULL };
  Reading reading = { 0 };

  show (fixture, 1000, 700);
  const FasciaRegion *left = lookup (fixture, LEFT);
  fascia_body_model_set_feelings (fixture->model, left, words);
  fascia_body_model_set_level (fixture->model, left, FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);

  fascia_journal_load_body_async (fixture->journal, NULL, on_body_read, &reading);
  fascia_test_assert_until (is_read, &reading);
  const FasciaMark *mark = fascia_entry_find_mark (reading.open, LEFT, FASCIA_SCALE_TIGHTNESS);
  g_assert_cmpstrv (mark->feelings, words);
  g_clear_pointer (&reading.open, fascia_entry_unref);
}

/* ---- keyboard ---- */

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

/* From every place an arrow goes where the body says, and Tab leaves the map at once. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint keyval;
    FasciaDirection direction;
  } arrows[] = {
    { GDK_KEY_Up, FASCIA_DIRECTION_UP },
    { GDK_KEY_Down, FASCIA_DIRECTION_DOWN },
    { GDK_KEY_Left, FASCIA_DIRECTION_LEFT },
    { GDK_KEY_Right, FASCIA_DIRECTION_RIGHT },
  };
  guint n_steps = 0;

  show (fixture, GPOINTER_TO_INT (data), 700);
  for (guint v = FASCIA_VIEW_FRONT; v <= FASCIA_VIEW_BACK; v++)
    {
      guint n_shapes = 0;
      const FasciaShape *shapes = fascia_body_get_shapes (fixture->body, v, &n_shapes);

      fascia_body_figures_set_view (fixture->figures, v);
      for (guint i = 0; i < n_shapes; i++)
        {
          for (guint k = 0; k < G_N_ELEMENTS (arrows); k++)
            {
              const FasciaRegion *next = fascia_body_get_neighbour (fixture->body, shapes[i].region,
                                                                    v, arrows[k].direction);
              if (next == NULL)
                continue;

              fascia_body_figures_focus_region (fixture->figures, shapes[i].region);
              press (fixture, arrows[k].keyval, 0);
              g_assert_true (FASCIA_IS_REGION_WIDGET (get_focus (fixture)));
              g_assert_true (
                  fascia_region_widget_get_region (FASCIA_REGION_WIDGET (get_focus (fixture)))
                  == next);
              g_assert_true (fascia_body_model_get_selected (fixture->model) == next);
              g_assert_cmpint (fascia_body_figures_get_view (fixture->figures), ==, v);
              n_steps++;
            }
        }
    }
  g_assert_cmpuint (n_steps, >, 300);
  /* Walking chooses; it never marks. */
  g_assert_null (fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model)));
}

/* How many places Tab meets on its way once round the window. */
static guint
count_places_met (Fixture *fixture, GtkDirectionType direction)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *first = NULL;
  guint n_places = 0;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  for (guint i = 0; i < 60 && gtk_widget_child_focus (window, direction); i++)
    {
      GtkWidget *focus = get_focus (fixture);

      if (focus == first)
        return n_places;
      if (first == NULL)
        first = focus;
      if (FASCIA_IS_REGION_WIDGET (focus))
        n_places++;
    }
  g_assert_not_reached ();
}

static void
test_one_tab_stop (Fixture *fixture, gconstpointer data)
{
  show (fixture, GPOINTER_TO_INT (data), 700);
  g_assert_cmpuint (count_places_met (fixture, GTK_DIR_TAB_FORWARD), ==, 1);
  g_assert_cmpuint (count_places_met (fixture, GTK_DIR_TAB_BACKWARD), ==, 1);
}

static void
test_other_keys (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_assert_true (fascia_body_page_select_region (fixture->page, LEFT));

  fascia_body_figures_handle_key (fixture->figures, GDK_KEY_m, 0, GDK_CONTROL_MASK, 0);
  g_assert_cmpstr (get_selected_id (fixture), ==, RIGHT);

  FasciaView view = fascia_body_figures_get_view (fixture->figures);
  press (fixture, GDK_KEY_F6, 0);
  g_assert_cmpint (fascia_body_figures_get_view (fixture->figures), !=, view);
  g_assert_cmpint (fascia_region_get_side (fascia_body_model_get_selected (fixture->model)), ==,
                   FASCIA_SIDE_RIGHT);

  press (fixture, GDK_KEY_End, 0);
  g_assert_true (g_str_has_suffix (get_selected_id (fixture), "-right"));
  press (fixture, GDK_KEY_Home, 0);
  g_assert_cmpstr (fascia_region_get_group (fascia_body_model_get_selected (fixture->model)), ==,
                   "head");

  press (fixture, GDK_KEY_Escape, 0);
  g_assert_null (get_selected_id (fixture));
  g_assert_true (get_focus (fixture) == GTK_WIDGET (fixture->figures));
  /* The next arrow comes back to where it was. */
  press (fixture, GDK_KEY_Down, 0);
  g_assert_nonnull (get_selected_id (fixture));

  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (read_level (fixture, get_selected_id (fixture), FASCIA_SCALE_TIGHTNESS), ==,
                   FASCIA_LEVEL_NOT_GIVEN);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The levels let go of the keyboard, and never lose it. */
static void
test_strip_focus (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_assert_true (fascia_body_page_select_region (fixture->page, LEFT));
  press (fixture, GDK_KEY_0, 0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
  GtkWidget *minus = find_button (GTK_WIDGET (fixture->page), "One Less");
  g_assert_nonnull (minus);

  g_assert_true (gtk_widget_grab_focus (minus));
  g_signal_emit_by_name (minus, "clicked");
  g_assert_true (get_focus (fixture) == minus);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);

  g_assert_true (fascia_body_page_handle_strip_key (fixture->page, GDK_KEY_Escape, 0, 0));
  g_assert_true (FASCIA_IS_REGION_WIDGET (get_focus (fixture)));
  g_assert_cmpstr (get_selected_id (fixture), ==, LEFT);

  gtk_widget_grab_focus (minus);
  FasciaView view = fascia_body_figures_get_view (fixture->figures);
  g_assert_true (fascia_body_page_handle_strip_key (fixture->page, GDK_KEY_F6, 0, 0));
  g_assert_cmpint (fascia_body_figures_get_view (fixture->figures), !=, view);
  g_assert_true (fascia_body_page_select_region (fixture->page, LEFT));

  GtkWidget *bin = find_button (GTK_WIDGET (fixture->page), "Remove the Mark");
  g_assert_nonnull (bin);
  gtk_widget_grab_focus (bin);
  g_signal_emit_by_name (bin, "clicked");
  fascia_test_assert_until (is_nothing_marked, fixture);
  g_assert_true (FASCIA_IS_REGION_WIDGET (get_focus (fixture)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.undo", NULL));
  fascia_test_assert_until (is_left_marked, fixture);
  g_assert_cmpstr (get_selected_id (fixture), ==, LEFT);
}

/* Near or not, a place is where it is drawn, and walking brings it into the frame. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 720);
  FasciaBodyMap *map = fascia_body_figures_get_map (fixture->figures, FASCIA_VIEW_FRONT);
  double width = gtk_widget_get_width (GTK_WIDGET (map));
  double height = gtk_widget_get_height (GTK_WIDGET (map));
  graphene_point_t point;

  g_assert_true (fascia_body_page_select_region (fixture->page, "temple-left"));
  for (int i = 0; i < 5; i++)
    fascia_body_figures_handle_key (fixture->figures, GDK_KEY_plus, 21, GDK_CONTROL_MASK, 0);
  g_assert_true (fascia_body_map_is_near (map));
  fascia_test_drain ();

  const FasciaRegion *feet = NULL;
  press (fixture, GDK_KEY_End, 0);
  fascia_test_drain ();
  feet = fascia_body_model_get_selected (fixture->model);
  g_assert_true (fascia_body_map_locate (map, feet, &point));
  g_assert_cmpfloat (point.x, >=, 0);
  g_assert_cmpfloat (point.x, <=, width);
  g_assert_cmpfloat (point.y, >=, 0);
  g_assert_cmpfloat (point.y, <=, height);
  g_assert_true (fascia_body_map_pick (map, point.x, point.y) == feet);

  fascia_body_figures_handle_key (fixture->figures, GDK_KEY_0, 19, GDK_CONTROL_MASK, 0);
  g_assert_false (fascia_body_map_is_near (map));
}

/* ---- layouts ---- */

static void
test_layouts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int width;
    int height;
    gboolean is_double;
    gboolean is_list;
  } cases[] = {
    { 1000, 700, TRUE, FALSE }, { 360, 720, FALSE, FALSE }, { 1600, 1000, TRUE, FALSE },
    { 360, 294, FALSE, TRUE },  { 1000, 400, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      show (fixture, cases[i].width, cases[i].height);
      g_test_message ("%d × %d", cases[i].width, cases[i].height);
      g_assert_cmpint (fascia_body_figures_get_is_double (fixture->figures), ==,
                       cases[i].is_double);
      g_assert_cmpint (gtk_widget_get_mapped (GTK_WIDGET (fixture->figures)), ==,
                       !cases[i].is_list);
      /* Nothing on the page wants to be wider than the window. */
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, cases[i].width);
      close_window (fixture);
    }
}

static gboolean
are_figures_mapped (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (((Fixture *) data)->figures));
}

/* A toast that is up when the layout changes under it has room in the new one. */
static void
test_resize_with_toast (Fixture *fixture, gconstpointer data)
{
  gboolean is_wide = GPOINTER_TO_INT (data);

  show (fixture, is_wide ? 1000 : 360, is_wide ? 700 : 294);
  g_assert_cmpint (are_figures_mapped (fixture), ==, is_wide);
  fascia_body_model_mark (fixture->model, lookup (fixture, LEFT));
  fascia_test_assert_until (is_left_marked, fixture);
  read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
  fascia_test_drain ();

  /* GTK 4.18 keeps a reference to what loses the focus by being hidden for a frame. */
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  let_frames_pass (GTK_WIDGET (fixture->window));
  fascia_test_assert_until (are_figures_mapped, fixture);
}

/* The list is the same data in other clothes. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  fascia_journal_open (fixture->journal);
  g_autoptr (FasciaBodyModel) model = fascia_body_model_new (fixture->journal, body);
  FasciaBodyList *list = FASCIA_BODY_LIST (g_object_ref_sink (fascia_body_list_new (model)));

  g_assert_cmpuint (fascia_body_list_get_n_shown (list), ==, fascia_body_get_n_regions (body));
  fascia_body_list_set_search (list, "left shoulder top");
  g_assert_cmpuint (fascia_body_list_get_n_shown (list), ==, 1);
  fascia_body_list_set_search (list, "no such place");
  g_assert_cmpuint (fascia_body_list_get_n_shown (list), ==, 0);
  fascia_body_list_set_search (list, "");
  g_assert_cmpuint (fascia_body_list_get_n_shown (list), ==, fascia_body_get_n_regions (body));
  g_assert_finalize_object (list);
}

/* A click in the list does what one on the figure does; letters need no row. */
static void
test_list_click (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_page_set_is_list (fixture->page, TRUE);
  fascia_test_drain ();
  GtkWidget *list = find_of_type (GTK_WIDGET (fixture->page), FASCIA_TYPE_BODY_LIST);

  fascia_body_list_click (FASCIA_BODY_LIST (list), lookup (fixture, LEFT));
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, FASCIA_LEVEL_NOT_GIVEN);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 4);
  fascia_body_list_click (FASCIA_BODY_LIST (list), lookup (fixture, LEFT));
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 4);

  g_assert_true (fascia_body_list_handle_key (FASCIA_BODY_LIST (list), GDK_KEY_l, 0, 0));
  GtkWidget *search = find_of_type (list, GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "l");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, data, func)                                                                      \
  g_test_add ("/body-page/" path, Fixture, GINT_TO_POINTER (data), set_up, func, tear_down)
  ADD ("click", 0, test_click);
  ADD ("swipe", 0, test_swipe);
  ADD ("sides/ltr", GTK_TEXT_DIR_LTR, test_sides);
  ADD ("sides/rtl", GTK_TEXT_DIR_RTL, test_sides);
  ADD ("near-miss", 0, test_near_miss);
  ADD ("digits", 0, test_digits);
  ADD ("remove", 0, test_remove);
  ADD ("undo", 0, test_undo);
  ADD ("next-check-in", 0, test_next_check_in);
  ADD ("walk/both", 1000, test_walk);
  ADD ("walk/one", 360, test_walk);
  ADD ("one-tab-stop/both", 1000, test_one_tab_stop);
  ADD ("one-tab-stop/one", 360, test_one_tab_stop);
  ADD ("note", 0, test_note);
  ADD ("note-of-old-check-in", 0, test_note_of_old_check_in);
  ADD ("feelings", 0, test_feelings);
  ADD ("other-keys", 0, test_other_keys);
  ADD ("strip-focus", 0, test_strip_focus);
  ADD ("zoom", 0, test_zoom);
  ADD ("layouts", 0, test_layouts);
  ADD ("resize-with-toast/low", FALSE, test_resize_with_toast);
  ADD ("resize-with-toast/wide", TRUE, test_resize_with_toast);
  ADD ("list", 0, test_list);
  ADD ("list-click", 0, test_list_click);
  return run_tests ();
}

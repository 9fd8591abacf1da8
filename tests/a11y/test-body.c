/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body map as assistive technology meets it: roles, names, states, values, actions, words.
 */

#include "config.h"

#include "fascia-a11y-utils.h"
#include "fascia-announce.h"
#include "fascia-test-window.h"

static FasciaRegionWidget *
find_widget (Fixture *fixture, const char *id, FasciaView view)
{
  FasciaBodyMap *map = fascia_body_figures_get_map (fixture->figures, view);
  FasciaRegionWidget *widget
      = fascia_body_canvas_get_widget (fascia_body_map_get_canvas (map), lookup (fixture, id));

  g_assert_nonnull (widget);
  return widget;
}

/* The widget at which a place is met while both figures are shown. */
static FasciaRegionWidget *
get_home (Fixture *fixture, const char *id)
{
  return find_widget (fixture, id, fascia_region_get_view (lookup (fixture, id)));
}

static void
assert_value (FasciaRegionWidget *widget, double value, const char *text)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value);
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);
}

static void
assert_pressed (FasciaRegionWidget *widget, gboolean is_pressed)
{
  gtk_test_accessible_assert_state (widget, GTK_ACCESSIBLE_STATE_PRESSED,
                                    is_pressed ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                               : GTK_ACCESSIBLE_TRISTATE_FALSE);
}

/* One object for each place, named side first, on the figure where it is at home. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);

  for (guint i = 0; i < fascia_body_get_n_regions (fixture->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (fixture->body, i);
      FasciaRegionWidget *widget = get_home (fixture, fascia_region_get_id (region));

      gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           fascia_region_get_name (region));
      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0);
      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 10.0);
      g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (widget)));
      assert_pressed (widget, FALSE);
      assert_value (widget, 0, "not marked");
      if (fascia_region_get_side (region) == FASCIA_SIDE_LEFT)
        g_assert_true (g_str_has_prefix (fascia_region_get_name (region), "Left "));
      if (fascia_region_get_side (region) == FASCIA_SIDE_RIGHT)
        g_assert_true (g_str_has_prefix (fascia_region_get_name (region), "Right "));
    }
}

/* A place with a shape on both figures is met once while both are shown, and on each alone. */
static void
test_met_once (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 1000, 360 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      show (fixture, widths[w], 700);
      g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
      guint n_met = 0;

      for (guint v = FASCIA_VIEW_FRONT; v <= FASCIA_VIEW_BACK; v++)
        {
          guint n_shapes = 0;
          const FasciaShape *shapes = fascia_body_get_shapes (fixture->body, v, &n_shapes);

          fascia_body_figures_set_view (fixture->figures, v);
          for (guint i = 0; i < n_shapes; i++)
            {
              if (fascia_body_get_shape_on (fixture->body, shapes[i].region, v) != &shapes[i])
                continue;
              FasciaRegionWidget *widget
                  = find_widget (fixture, fascia_region_get_id (shapes[i].region), v);
              gboolean is_met = gtk_widget_get_visible (GTK_WIDGET (widget));

              if (widths[w] == 360)
                g_assert_true (is_met);
              if (is_met)
                {
                  g_hash_table_add (met, (gpointer) shapes[i].region);
                  n_met++;
                }
            }
        }
      g_assert_cmpuint (g_hash_table_size (met), ==, fascia_body_get_n_regions (fixture->body));
      if (widths[w] == 1000)
        g_assert_cmpuint (n_met, ==, fascia_body_get_n_regions (fixture->body));
      close_window (fixture);
    }
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  GtkAccessible *root = GTK_ACCESSIBLE (fixture->window);

  g_assert_nonnull (fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_GROUP, "Front of the body"));
  g_assert_nonnull (fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_GROUP, "Back of the body"));
  g_assert_nonnull (fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_GROUP, "Body map"));
}

static gboolean
is_left_marked (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_place_is_marked (
      fascia_body_model_get_place (fixture->model, lookup (fixture, LEFT)));
}

static gboolean
is_left_clear (gpointer data)
{
  return !is_left_marked (data);
}

/* The whole way by actions and values alone. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaRegionWidget *left = get_home (fixture, LEFT);
  FasciaRegionWidget *right = get_home (fixture, RIGHT);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (left), "region.mark", NULL));
  assert_pressed (left, TRUE);
  assert_value (left, 0, "tight, level not given");
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "tight, level not given");
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, FASCIA_LEVEL_NOT_GIVEN);

  GtkAccessibleRangeInterface *range = GTK_ACCESSIBLE_RANGE_GET_IFACE (left);
  g_assert_true (range->set_current_value (GTK_ACCESSIBLE_RANGE (left), 6));
  assert_pressed (left, TRUE);
  assert_value (left, 6, "tight 6");
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "tight 6");
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  assert_pressed (right, FALSE);
  assert_value (right, 0, "not marked");

  /* 0 is a value: it stays pressed and says so. */
  g_assert_true (range->set_current_value (GTK_ACCESSIBLE_RANGE (left), 0));
  assert_pressed (left, TRUE);
  assert_value (left, 0, "tightness eased: 0");
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "tightness eased: 0");
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
  g_assert_false (range->set_current_value (GTK_ACCESSIBLE_RANGE (left), NAN));
  g_assert_true (range->set_current_value (GTK_ACCESSIBLE_RANGE (left), 11));
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 10);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (left), "region.clear", NULL));
  fascia_test_assert_until (is_left_clear, fixture);
  assert_pressed (left, FALSE);
  assert_value (left, 0, "not marked");
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.undo", NULL);
  fascia_test_assert_until (is_left_marked, fixture);
  assert_value (left, 10, "tight 10");
}

/* The other quantity has values of its own. */
static void
test_scale (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaRegionWidget *left = get_home (fixture, LEFT);

  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  fascia_body_model_set_scale (fixture->model, FASCIA_SCALE_PAIN);
  assert_pressed (left, TRUE);
  assert_value (left, 0, "not marked");
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "tight 6");
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_PAIN, 3);
  assert_value (left, 3, "pain 3");
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "pain 3; tight 6");
}

/* ---- announcements ---- */

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_ptr_array_add (data, g_strdup (text));
}

static gboolean
are_two (gpointer data)
{
  return ((GPtrArray *) data)->len >= 2;
}

/* The first change is said at once; a hurry of changes is said once, as it ended. */
static void
test_announcements (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  const FasciaRegion *left = NULL;

  show (fixture, 1000, 700);
  left = lookup (fixture, LEFT);
  fascia_announce_set_listener (on_announced, said);
  fascia_body_page_select_region (fixture->page, LEFT);
  g_assert_cmpuint (said->len, ==, 0);

  fascia_body_model_set_level (fixture->model, left, FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (said, 0), ==, "Left shoulder top, tight 6");
  fascia_body_model_set_level (fixture->model, left, FASCIA_SCALE_TIGHTNESS, 7);
  fascia_body_model_set_level (fixture->model, left, FASCIA_SCALE_TIGHTNESS, 8);
  g_assert_cmpuint (said->len, ==, 1);
  fascia_test_assert_until (are_two, said);
  g_assert_cmpuint (said->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (said, 1), ==, "Left shoulder top, tight 8");
  fascia_announce_set_listener (NULL, NULL);
}

/* The change since last time is in the description. */
static void
test_last_time (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaRegionWidget *left = get_home (fixture, LEFT);

  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 4);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 4);
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + 2 * G_GINT64_CONSTANT (86400000));
  fascia_body_model_reload (fixture->model);
  fascia_test_assert_until (is_left_clear, fixture);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "not marked, was 4 on Tuesday");
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "tight 6, was 4 on Tuesday");
}

static gboolean
has_heat (gpointer data)
{
  return fascia_body_model_get_heat (((Fixture *) data)->model) != NULL;
}

/* What can only be looked at says so and offers nothing; a period says on how many days. */
static void
test_look_back (Fixture *fixture, gconstpointer data)
{
  const gint32 today = (gint32) (FASCIA_TEST_NOW_MS / G_GINT64_CONSTANT (86400000));

  show (fixture, 1000, 700);
  FasciaRegionWidget *left = get_home (fixture, LEFT);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, FALSE);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);

  fascia_body_model_show_entry (
      fixture->model, fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model)));
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  assert_value (left, 6, "tight 6");
  GtkAccessibleRangeInterface *range = GTK_ACCESSIBLE_RANGE_GET_IFACE (left);
  g_assert_false (range->set_current_value (GTK_ACCESSIBLE_RANGE (left), 2));
  gtk_widget_activate_action (GTK_WIDGET (left), "region.clear", NULL);
  assert_value (left, 6, "tight 6");

  fascia_body_model_show_heat (fixture->model, today - 29, today, FASCIA_HEAT_MEAN);
  fascia_test_assert_until (has_heat, fixture);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  assert_value (left, 6, "on 1 of 1 day, mean 6.0");
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "on 1 of 1 day, mean 6.0, worst 6");
  assert_value (get_home (fixture, RIGHT), 0, "not marked");
  assert_pressed (left, TRUE);

  /* Of a share the number is the days. */
  fascia_body_model_show_heat (fixture->model, today - 29, today, FASCIA_HEAT_SHARE);
  fascia_test_assert_until (has_heat, fixture);
  assert_value (left, 1, "on 1 of 1 day, mean 6.0");
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0);

  fascia_body_model_show_now (fixture->model);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, FALSE);
  fascia_test_assert_until (is_left_marked, fixture);
  assert_value (left, 6, "tight 6");
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 10.0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (left), "region.clear", NULL));
  fascia_test_assert_until (is_left_clear, fixture);
}

/* ---- where a place is said to be ---- */

/* As a screen reader adds it up: from parent to parent, each in the one above. */
static graphene_point_t
get_said_origin (GtkAccessible *accessible)
{
  g_autoptr (GtkAccessible) up = g_object_ref (accessible);
  graphene_point_t origin = { 0 };
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  while (up != NULL && gtk_accessible_get_bounds (up, &x, &y, &width, &height))
    {
      g_autoptr (GtkAccessible) below = g_steal_pointer (&up);

      origin.x += (float) x;
      origin.y += (float) y;
      up = gtk_accessible_get_accessible_parent (below);
    }
  return origin;
}

static void
assert_boxes (Fixture *fixture, FasciaView view)
{
  FasciaBodyMap *map = fascia_body_figures_get_map (fixture->figures, view);
  GtkWidget *window = GTK_WIDGET (fixture->window);
  graphene_rect_t frame;
  graphene_rect_t bounds;
  graphene_point_t point;

  /* What the window itself adds for its frame. */
  g_assert_true (
      gtk_widget_compute_bounds (gtk_window_get_child (GTK_WINDOW (window)), window, &frame));
  graphene_point_t zero
      = get_said_origin (GTK_ACCESSIBLE (gtk_window_get_child (GTK_WINDOW (window))));

  for (guint i = 0; i < fascia_body_get_n_regions (fixture->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (fixture->body, i);
      if (fascia_region_get_view (region) != view)
        continue;
      FasciaRegionWidget *widget = find_widget (fixture, fascia_region_get_id (region), view);
      graphene_point_t said = get_said_origin (GTK_ACCESSIBLE (widget));
      int x = 0;
      int y = 0;
      int width = 0;
      int height = 0;

      g_assert_true (gtk_accessible_get_bounds (GTK_ACCESSIBLE (widget), &x, &y, &width, &height));
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (widget), window, &bounds));
      /* Whole pixels, rounded once for each parent. */
      g_test_message ("%s", fascia_region_get_id (region));
      g_assert_cmpfloat_with_epsilon ((double) (said.x - zero.x),
                                      (double) (bounds.origin.x - frame.origin.x), 3);
      g_assert_cmpfloat_with_epsilon ((double) (said.y - zero.y),
                                      (double) (bounds.origin.y - frame.origin.y), 3);
      g_assert_cmpfloat_with_epsilon (width, (double) bounds.size.width, 2);
      g_assert_cmpfloat_with_epsilon (height, (double) bounds.size.height, 2);

      /* And where the figure draws it. */
      g_assert_true (fascia_body_map_locate (map, region, &point));
      g_assert_true (gtk_widget_compute_point (GTK_WIDGET (map), window, &point, &point));
      graphene_rect_inset (&bounds, -1, -1);
      g_assert_true (graphene_rect_contains_point (&bounds, &point));
    }
}

static gboolean
has_width (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

/* The box of a place lies on the place: a magnifier and a switch go there. */
static void
test_boxes (Fixture *fixture, gconstpointer data)
{
  static const int sizes[][2] = { { 1000, 760 }, { 1600, 1000 }, { 360, 640 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      show (fixture, sizes[i][0], sizes[i][1]);
      fascia_test_drain ();
      for (guint v = FASCIA_VIEW_FRONT; v <= FASCIA_VIEW_BACK; v++)
        {
          fascia_body_figures_set_view (fixture->figures, v);
          fascia_test_assert_until (has_width, fascia_body_figures_get_map (fixture->figures, v));
          fascia_test_drain ();
          assert_boxes (fixture, v);
        }
      close_window (fixture);
    }
}

/* A limb that is felt and not there is said to be so. */
static void
test_phantom (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  show (fixture, 1000, 700);
  form.limbs[FASCIA_LIMB_HAND_LEFT] = FASCIA_LIMB_PHANTOM;
  g_autoptr (FasciaBody) body = fascia_body_new_with_form (fixture->body, &form);
  fascia_body_model_set_body (fixture->model, body);
  fixture->body = fascia_body_model_get_body (fixture->model);

  FasciaRegionWidget *hand = get_home (fixture, "hand-back-left");
  gtk_test_accessible_assert_property (hand, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "not marked; phantom");
  gtk_test_accessible_assert_property (get_home (fixture, "hand-back-right"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "not marked");
  fascia_body_model_set_level (fixture->model, lookup (fixture, "hand-back-left"),
                               FASCIA_SCALE_TIGHTNESS, 6);
  gtk_test_accessible_assert_property (hand, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "tight 6; phantom");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/body/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("places", test_places);
  ADD ("met-once", test_met_once);
  ADD ("figures", test_figures);
  ADD ("actions", test_actions);
  ADD ("scale", test_scale);
  ADD ("announcements", test_announcements);
  ADD ("last-time", test_last_time);
  ADD ("look-back", test_look_back);
  ADD ("boxes", test_boxes);
  ADD ("phantom", test_phantom);
  return run_tests ();
}

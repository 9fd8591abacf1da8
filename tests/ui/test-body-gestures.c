/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pointers, fingers and wheels do to the figures, and what lines by hand become.
 */

#include "config.h"

#include <math.h>

#include "body-map-fixture.h"
#include "body/fascia-body-insets.h"
#include "body/fascia-body-page-private.h"
#include "fascia-announce.h"

#define KNEE "knee-front-left"
#define SHIN "shin-front-left"

/* (transfer none) The gesture of that kind. */
static GtkGesture *
find_gesture (FasciaBodyMap *map, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* There is no finger whose event the gesture's own handler could ask. */
static void
on_begun (GtkGesture *gesture, GdkEventSequence *sequence, gpointer data)
{
  g_signal_stop_emission_by_name (gesture, "begin");
}

static void
drag_down (FasciaBodyMap *map, GtkGesture *drag, graphene_point_t at)
{
  g_signal_emit_by_name (drag, "drag-begin", (double) at.x, (double) at.y);
  g_signal_emit_by_name (drag, "drag-update", 0.0, 9.0);
  g_assert_true (fascia_body_pen_is_active (map->pen));
}

/* ---- fingers ---- */

/* Two fingers are a pinch on every figure, and the second one never draws. */
static void
check_fingers (FasciaBodyMap *map)
{
  GtkGesture *drag = find_gesture (map, GTK_TYPE_GESTURE_DRAG);
  GtkGesture *pinch = find_gesture (map, GTK_TYPE_GESTURE_ZOOM);

  /* In a group the drag, which takes one finger, would deny the pinch its second one. */
  g_assert_false (gtk_gesture_is_grouped_with (pinch, drag));
  g_assert_true (gtk_gesture_single_get_exclusive (GTK_GESTURE_SINGLE (drag)));
}

static void
test_second_finger (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  GtkGesture *drag = find_gesture (map, GTK_TYPE_GESTURE_DRAG);
  GtkGesture *pinch = find_gesture (map, GTK_TYPE_GESTURE_ZOOM);
  graphene_point_t at = locate (fixture, map, THIGH);

  check_fingers (map);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_begun), NULL);
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 5);
  drag_down (map, drag, at);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_assert_false (fascia_body_pen_is_active (map->pen));
  g_signal_emit_by_name (drag, "drag-end", 0.0, 12.0);
  g_assert_cmpuint (count_drawings (fixture), ==, 0);

  /* A drag that ends without anything being lifted was taken away. */
  drag_down (map, drag, at);
  g_signal_emit_by_name (drag, "drag-end", 0.0, 12.0);
  g_assert_false (fascia_body_pen_is_active (map->pen));
  g_assert_cmpuint (count_drawings (fixture), ==, 0);
  drag_down (map, drag, at);
  g_signal_emit_by_name (drag, "cancel", NULL);
  g_signal_emit_by_name (drag, "drag-end", 0.0, 12.0);
  g_assert_cmpuint (count_drawings (fixture), ==, 0);

  /* Half of a pinch that began unevenly is no line; beside a line another finger is a palm. */
  drag_down (map, drag, at);
  fascia_body_map_second_finger (map);
  g_assert_false (fascia_body_pen_is_active (map->pen));
  g_signal_emit_by_name (drag, "drag-update", 0.0, 30.0);
  g_signal_emit_by_name (drag, "drag-end", 0.0, 30.0);
  drag_down (map, drag, at);
  g_signal_emit_by_name (drag, "drag-update", 0.0, 60.0);
  fascia_body_map_second_finger (map);
  g_assert_true (fascia_body_pen_is_active (map->pen));
  g_signal_emit_by_name (drag, "cancel", NULL);
  g_assert_cmpuint (count_drawings (fixture), ==, 0);

  /* What a stylus draws the drag leaves alone. */
  g_assert_true (fascia_body_map_draw_begin (map, (double) at.x, (double) at.y, 0.5));
  g_signal_emit_by_name (drag, "drag-end", 0.0, 12.0);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_assert_true (fascia_body_pen_is_active (map->pen));
  g_assert_true (fascia_body_map_draw_end (map));
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
}

static void
test_second_finger_inset (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (GtkWidget) insets = g_object_ref_sink (fascia_body_insets_new (fixture->model));
  FasciaBodyMap *map = fascia_body_insets_get_map (FASCIA_BODY_INSETS (insets), "palm-left");

  g_assert_nonnull (map);
  check_fingers (map);
}

/* ---- wheels ---- */

static void
test_scroll (void)
{
  double notch = fascia_body_zoom_get_scrolled (-1, TRUE);
  double all = 1;

  g_assert_cmpfloat_with_epsilon (notch, 1.25, 1e-9);
  /* A touchpad tells pixels: many small steps that add up, none of which goes to the end. */
  g_assert_cmpfloat_with_epsilon (fascia_body_zoom_get_scrolled (-FASCIA_BODY_ZOOM_NOTCH_PX, FALSE),
                                  notch, 1e-9);
  g_assert_cmpfloat (fascia_body_zoom_get_scrolled (-20, FALSE), <, 1.2);
  for (int i = 0; i < 8; i++)
    all *= fascia_body_zoom_get_scrolled (-FASCIA_BODY_ZOOM_NOTCH_PX / 8, FALSE);
  g_assert_cmpfloat_with_epsilon (all, notch, 1e-9);
  all *= fascia_body_zoom_get_scrolled (0.25, TRUE) * fascia_body_zoom_get_scrolled (0.75, TRUE);
  g_assert_cmpfloat_with_epsilon (all, 1, 1e-9);
  /* Whatever one event says, it is a step. */
  g_assert_cmpfloat (fascia_body_zoom_get_scrolled (-4000, FALSE), <, FASCIA_BODY_ZOOM_MAX / 2);
  g_assert_cmpfloat (fascia_body_zoom_get_scrolled (4000, FALSE), >, 0);
  g_assert_cmpfloat (fascia_body_zoom_get_scrolled (NAN, FALSE), ==, 1);
}

/* ---- lines ---- */

static GArray *
make_noise (graphene_point_t at, guint n_moves)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (FasciaBodyMove));
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < n_moves; i++)
    {
      const FasciaBodyMove move = { (double) at.x + g_rand_double_range (rand, -25, 25),
                                    (double) at.y + g_rand_double_range (rand, -25, 25), -1 };

      g_array_append_val (moves, move);
    }
  return moves;
}

static gint64
draw_noise (Fixture *fixture, guint n_moves, guint at_once)
{
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t at = locate (fixture, map, THIGH);
  g_autoptr (GArray) moves = make_noise (at, n_moves);
  gint64 start = g_get_monotonic_time ();

  g_assert_true (fascia_body_map_draw_begin (map, (double) at.x, (double) at.y, -1));
  for (guint i = 0; i < n_moves; i += at_once)
    fascia_body_map_draw_moves (map, &g_array_index (moves, FasciaBodyMove, i),
                                MIN (at_once, n_moves - i));
  return g_get_monotonic_time () - start;
}

/* To show a line is to make all of it anew: that is done for a frame, not for each step of the hand. */
static void
test_backlog (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 5);
  gint64 moved = draw_noise (fixture, 800, 1);
  gint64 start = g_get_monotonic_time ();
  g_assert_nonnull (fascia_body_pen_get_preview (map->pen));
  gint64 shown = g_get_monotonic_time () - start;
  g_test_message ("800 steps take %" G_GINT64_FORMAT " us, to show them %" G_GINT64_FORMAT " us",
                  moved, shown);
  g_assert_cmpint (moved, <, 100 * shown);
  g_assert_true (fascia_body_map_draw_end (map));
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
}

/* A scrawl that cannot be made simpler follows the hand up to what a journal takes, and is not made
 * simpler at each of its points. */
static void
test_noise (Fixture *fixture, gconstpointer data)
{
  guint n_drawings = 0;

  show (fixture, 1000, 700);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 5);
  gint64 before = draw_noise (fixture, 5900, 5900);
  g_assert_true (fascia_body_map_draw_cancel (map));
  gint64 after = draw_noise (fixture, 11800, 11800);
  g_test_message ("%" G_GINT64_FORMAT " us for 5900 points, %" G_GINT64_FORMAT " us for 11800",
                  before, after);
  g_assert_cmpint (after, <, before + G_TIME_SPAN_SECOND);
  g_assert_false (fascia_body_pen_is_full (map->pen));
  g_assert_true (fascia_body_map_draw_cancel (map));

  draw_noise (fixture, FASCIA_DRAWING_MAX_POINTS + 5000, 4000);
  g_assert_true (fascia_body_pen_is_full (map->pen));
  g_assert_true (fascia_body_map_draw_end (map));
  const FasciaDrawing *drawing = get_drawings (fixture, &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 1);
  g_assert_cmpuint (drawing->n_points, >, 15000);
  g_assert_cmpuint (drawing->n_points, <=, FASCIA_DRAWING_MAX_POINTS);
}

/* ---- rubbing out without a hand ---- */

typedef struct
{
  const char *part;
  guint n;
} Heard;

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  Heard *heard = data;

  if (strstr (text, heard->part) != NULL)
    heard->n++;
}

static gboolean
is_heard (gpointer data)
{
  return ((Heard *) data)->n > 0;
}

/* A straight line has no point of its own at the places it leads through. */
static void
test_clear_between (Fixture *fixture, gconstpointer data)
{
  Heard heard = { "drawing removed", 0 };

  show (fixture, 1000, 700);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t from = locate (fixture, map, THIGH);
  graphene_point_t to = locate (fixture, map, SHIN);
  fascia_announce_set_listener (on_announced, &heard);
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 5);
  g_assert_true (fascia_body_map_draw_begin (map, (double) from.x, (double) from.y, -1));
  fascia_body_map_draw_move (map, (double) to.x, (double) to.y, -1);
  g_assert_true (fascia_body_map_draw_end (map));

  /* As long as it has no name it cannot be removed, and nobody says that it was. */
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, KNEE));
  g_assert_true (press (fixture, GDK_KEY_Delete));
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
  settle (fixture);
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
  g_assert_cmpuint (heard.n, ==, 0);

  g_assert_true (press (fixture, GDK_KEY_Delete));
  settle (fixture);
  g_assert_cmpuint (count_drawings (fixture), ==, 0);
  fascia_test_assert_until (is_heard, &heard);
  fascia_announce_set_listener (NULL, NULL);
}

/* A level makes no stroke anew: the check-in is another one, and what is drawn in it the same. */
static void
test_overlay_kept (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 5);
  g_assert_true (draw_down (fixture, THIGH, 30, -1));
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_NONE);
  fascia_body_model_add_spread (fixture->model, lookup (fixture, LEFT), lookup (fixture, THIGH));
  settle (fixture);
  g_autoptr (FasciaBodyOverlay) before
      = fascia_body_overlay_get (fixture->model, FASCIA_VIEW_FRONT);
  g_assert_cmpuint (before->drawings->len, ==, 1);
  g_assert_cmpuint (before->arrows->len, ==, 1);

  fascia_body_model_set_level (fixture->model, lookup (fixture, RIGHT), FASCIA_SCALE_TIGHTNESS, 4);
  settle (fixture);
  g_autoptr (FasciaBodyOverlay) after = fascia_body_overlay_get (fixture->model, FASCIA_VIEW_FRONT);
  g_assert_true (after != before);
  g_assert_true (after->drawings->pdata[0] == before->drawings->pdata[0]);
  g_assert_true (after->arrows->pdata[0] == before->arrows->pdata[0]);
}

/* ---- where it spreads ---- */

/* Only who picks a place answers; what gives the focus back does not. */
static void
test_spread_unasked (Fixture *fixture, gconstpointer data)
{
  Heard heard = { "touch the place it spreads to", 0 };

  show (fixture, 1000, 700);
  fascia_announce_set_listener (on_announced, &heard);
  fascia_body_figures_set_is_double (fixture->figures, TRUE);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));
  g_assert_true (
      fascia_body_figures_handle_key (fixture->figures, GDK_KEY_l, 0, GDK_CONTROL_MASK, 0));
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_true (get_focused (fixture) != lookup (fixture, LEFT));
  g_assert_true (fascia_body_model_get_spread_from (fixture->model) == lookup (fixture, LEFT));

  /* Another size of window; back from the levels; a place that is walked to. */
  fascia_body_figures_set_is_double (fixture->figures, FALSE);
  fascia_body_figures_set_is_double (fixture->figures, TRUE);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, THIGH));
  g_assert_true (press (fixture, GDK_KEY_Home));
  settle (fixture);
  g_assert_cmpuint (count_spreads (fixture), ==, 0);
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_SPREAD);

  /* Said once, by the page. */
  fascia_test_assert_until (is_heard, &heard);
  fascia_test_drain ();
  g_assert_cmpuint (heard.n, ==, 1);
  fascia_announce_set_listener (NULL, NULL);

  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, THIGH));
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_cmpuint (count_spreads (fixture), ==, 1);
  g_assert_cmpstr (get_selected_id (fixture), ==, LEFT);
}

/* Who acts by assistive technology picks a place, too. */
static void
test_spread_activated (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_SPREAD);
  FasciaBodyCanvas *canvas = fascia_body_map_get_canvas (get_map (fixture, FASCIA_VIEW_FRONT));
  FasciaRegionWidget *place = fascia_body_canvas_get_widget (canvas, lookup (fixture, THIGH));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (place), "region.mark", NULL));
  g_assert_cmpuint (count_spreads (fixture), ==, 1);
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  g_assert_cmpstr (get_selected_id (fixture), ==, LEFT);
}

/* ---- other forms ---- */

/* (nullable) A row of Find that has the name of the place. */
static GtkWidget *
find_label (GtkWidget *widget, const FasciaRegion *region)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_LABEL (widget) && GTK_IS_LIST_BOX_ROW (parent)
      && gtk_widget_has_css_class (gtk_widget_get_parent (parent), "results")
      && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), fascia_region_get_name (region)) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, region);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A limb that is hidden is not chosen any more: nothing would be written where nothing is seen. */
static void
test_hidden_chosen (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  const FasciaRegion *shin = NULL;

  show (fixture, 1000, 700);
  shin = lookup (fixture, SHIN);
  fascia_body_figures_focus_region (fixture->figures, shin);
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_SPREAD);
  form.limbs[FASCIA_LIMB_LEG_LEFT] = FASCIA_LIMB_HIDDEN;
  set_form (fixture, &form);
  g_assert_false (fascia_body_is_shown (fixture->body, shin));
  g_assert_null (fascia_body_model_get_selected (fixture->model));
  g_assert_null (fascia_body_model_get_spread_from (fixture->model));
}

/* Find goes nowhere that is not to be seen, whenever the form was chosen. */
static void
test_find_hidden (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  show (fixture, 1000, 700);
  fascia_body_page_open_find (fixture->page, "left shin");
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window), lookup (fixture, SHIN)));
  form.limbs[FASCIA_LIMB_LEG_LEFT] = FASCIA_LIMB_HIDDEN;
  set_form (fixture, &form);
  fascia_body_page_open_find (fixture->page, "left shin");
  g_assert_null (find_label (GTK_WIDGET (fixture->window), lookup (fixture, SHIN)));
}

/* "Hands" is the first one again once the whole figure was looked at. */
static void
test_part_again (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  g_assert_true (fascia_body_figures_zoom_to (fixture->figures, "hands"));
  const graphene_rect_t first = map->part;
  fascia_body_map_zoom (map, 0);
  g_assert_true (fascia_body_figures_zoom_to (fixture->figures, "hands"));
  g_assert_true (graphene_rect_equal (&first, &map->part));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body-gestures/scroll", test_scroll);
#define ADD(path, func) g_test_add ("/body-gestures/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("second-finger", test_second_finger);
  ADD ("second-finger-inset", test_second_finger_inset);
  ADD ("backlog", test_backlog);
  ADD ("noise", test_noise);
  ADD ("clear-between", test_clear_between);
  ADD ("overlay-kept", test_overlay_kept);
  ADD ("spread-unasked", test_spread_unasked);
  ADD ("spread-activated", test_spread_activated);
  ADD ("hidden-chosen", test_hidden_chosen);
  ADD ("find-hidden", test_find_hidden);
  ADD ("part-again", test_part_again);
  return run_tests ();
}

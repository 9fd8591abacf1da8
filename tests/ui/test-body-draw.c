/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing, rubbing out and arrows on the figures, by hand and by key.
 */

#include "config.h"

#include <math.h>

#include "body-map-fixture.h"
#include "fascia-announce.h"

/* ---- drawing ---- */

static void
test_stroke (Fixture *fixture, gconstpointer data)
{
  guint n_drawings = 0;

  show (fixture, 1000, 700);
  g_assert_false (fascia_body_map_draw_begin (get_map (fixture, FASCIA_VIEW_FRONT), 100, 100, -1));
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 6);
  g_assert_true (draw_down (fixture, THIGH, 30, -1));

  const FasciaDrawing *drawing = get_drawings (fixture, &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 1);
  g_assert_cmpint (drawing->kind, ==, FASCIA_DRAWING_STROKE);
  g_assert_cmpint (drawing->view, ==, FASCIA_VIEW_FRONT);
  g_assert_cmpuint (drawing->figure, ==, FASCIA_FIGURE_VERSION);
  /* A straight line is two points. */
  g_assert_cmpuint (drawing->n_points, ==, 2);
  g_assert_cmpfloat ((double) drawing->points[0].level, ==, 6);
  /* The person's left is on the right of the canonical front. */
  g_assert_cmpfloat ((double) drawing->points[0].x, >, 0);
  g_assert_cmpfloat ((double) drawing->points[1].y, >, (double) drawing->points[0].y);
  /* The place that it covers is marked with it; no place was picked. */
  g_assert_cmpint (read_level (fixture, THIGH, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_null (get_selected_id (fixture));
}

/* A pen with pressure says how strong. */
static void
test_pressure (Fixture *fixture, gconstpointer data)
{
  guint n_drawings = 0;

  show (fixture, 1000, 700);
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 2);
  g_assert_true (draw_down (fixture, THIGH, 30, 1));
  const FasciaDrawing *drawing = get_drawings (fixture, &n_drawings);
  g_assert_cmpfloat ((double) drawing->points[0].level, ==, 10);
  g_assert_true (draw_down (fixture, THIGH, 20, 0));
  drawing = get_drawings (fixture, &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 2);
  g_assert_cmpfloat ((double) drawing[1].points[0].level, ==, 1);
}

static void
test_spot (Fixture *fixture, gconstpointer data)
{
  guint n_drawings = 0;

  show (fixture, 1000, 700);
  set_pen (fixture, FASCIA_BODY_TOOL_SPOT, FASCIA_LEVEL_NOT_GIVEN);
  /* It goes where it is lifted. */
  g_assert_true (draw_down (fixture, THIGH, 10, -1));
  const FasciaDrawing *drawing = get_drawings (fixture, &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 1);
  g_assert_cmpint (drawing->kind, ==, FASCIA_DRAWING_SPOT);
  g_assert_cmpuint (drawing->n_points, ==, 1);
  g_assert_cmpfloat ((double) drawing->points[0].level, ==, FASCIA_LEVEL_NOT_GIVEN);
  g_assert_cmpint (read_level (fixture, THIGH, FASCIA_SCALE_TIGHTNESS), ==, FASCIA_LEVEL_NOT_GIVEN);

  /* A stroke that goes nowhere is a spot, too. */
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_STROKE);
  g_assert_true (draw_down (fixture, "thigh-front-right", 0, -1));
  drawing = get_drawings (fixture, &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 2);
  g_assert_cmpint (drawing[1].kind, ==, FASCIA_DRAWING_SPOT);
}

/* What leaves the body goes on and is kept; what never comes to it is nothing. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  guint n_drawings = 0;
  FasciaBodyMap *map = NULL;

  show (fixture, 1000, 700);
  map = get_map (fixture, FASCIA_VIEW_FRONT);
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 5);
  graphene_point_t at = locate (fixture, map, THIGH);
  g_assert_true (fascia_body_map_draw_begin (map, (double) at.x, (double) at.y, -1));
  for (int i = 1; i < 90; i++)
    fascia_body_map_draw_move (map, (double) at.x + i, (double) at.y, -1);
  g_assert_true (fascia_body_map_draw_end (map));
  const FasciaDrawing *drawing = get_drawings (fixture, &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 1);
  g_assert_null (fascia_body_pick_shape (fixture->body, FASCIA_VIEW_FRONT,
                                         (double) drawing->points[drawing->n_points - 1].x,
                                         (double) drawing->points[drawing->n_points - 1].y, 0));

  g_assert_true (fascia_body_map_draw_begin (map, 3, 3, -1));
  fascia_body_map_draw_move (map, 12, 3, -1);
  g_assert_false (fascia_body_map_draw_end (map));
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
}

/* A scrawl of very many points is kept, and simple. */
static void
test_scrawl (Fixture *fixture, gconstpointer data)
{
  guint n_drawings = 0;

  show (fixture, 1000, 700);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 5);
  graphene_point_t at = locate (fixture, map, THIGH);
  g_assert_true (fascia_body_map_draw_begin (map, (double) at.x, (double) at.y, -1));
  for (int i = 0; i < 10000; i++)
    fascia_body_map_draw_move (map, (double) at.x + 20 * sin (i / 10.0),
                               (double) at.y + 20 * cos (i / 10.0), -1);
  g_assert_true (fascia_body_map_draw_end (map));
  const FasciaDrawing *drawing = get_drawings (fixture, &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 1);
  g_assert_cmpuint (drawing->n_points, >, 100);
  g_assert_cmpuint (drawing->n_points, <=, FASCIA_DRAWING_MAX_POINTS);
}

/* Escape first takes back the stroke, then the tool; so does a second finger with the stroke. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 5);
  graphene_point_t at = locate (fixture, map, THIGH);
  g_assert_true (fascia_body_map_draw_begin (map, (double) at.x, (double) at.y, -1));
  fascia_body_map_draw_move (map, (double) at.x, (double) at.y + 9, -1);
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_STROKE);
  g_assert_false (fascia_body_map_draw_end (map));
  g_assert_cmpuint (count_drawings (fixture), ==, 0);

  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  /* The tool is put down with what it draws. */
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_STROKE);
  g_assert_true (fascia_body_map_draw_begin (map, (double) at.x, (double) at.y, -1));
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_NONE);
  g_assert_false (fascia_body_map_draw_end (map));
  g_assert_cmpuint (count_drawings (fixture), ==, 0);
}

static void
test_keyboard_drawing (Fixture *fixture, gconstpointer data)
{
  guint n_drawings = 0;

  show (fixture, 1000, 700);
  set_pen (fixture, FASCIA_BODY_TOOL_SPOT, 7);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, THIGH));
  g_assert_true (press (fixture, GDK_KEY_Return));
  const FasciaDrawing *drawing = get_drawings (fixture, &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 1);
  g_assert_true (fascia_body_pick (fixture->body, FASCIA_VIEW_FRONT, (double) drawing->points[0].x,
                                   (double) drawing->points[0].y, 0)
                 == lookup (fixture, THIGH));
  settle (fixture);
  g_assert_cmpint (read_level (fixture, THIGH, FASCIA_SCALE_TIGHTNESS), ==, 7);

  /* Elsewhere there is nothing to remove. */
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));
  g_assert_true (press (fixture, GDK_KEY_Delete));
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, THIGH));
  g_assert_true (press (fixture, GDK_KEY_Delete));
  settle (fixture);
  g_assert_cmpuint (count_drawings (fixture), ==, 0);
  g_assert_cmpint (read_level (fixture, THIGH, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
}

/* ---- rubbing out ---- */

static void
on_written (FasciaBodyModel *model, FasciaOperation *operation, GArray *ids, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_eraser (Fixture *fixture, gconstpointer data)
{
  guint n_written = 0;

  show (fixture, 1000, 700);
  set_pen (fixture, FASCIA_BODY_TOOL_SPOT, 4);
  g_assert_true (draw_down (fixture, THIGH, 0, -1));
  g_assert_true (draw_down (fixture, "thigh-front-right", 0, -1));
  g_assert_true (draw_down (fixture, "chest-upper-right", 0, -1));
  settle (fixture);
  g_assert_cmpuint (count_drawings (fixture), ==, 3);

  /* From one thigh to the other in one rub: one operation. */
  g_signal_connect (fixture->model, "written", G_CALLBACK (on_written), &n_written);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t from = locate (fixture, map, THIGH);
  graphene_point_t to = locate (fixture, map, "thigh-front-right");
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_ERASE);
  g_assert_true (fascia_body_map_draw_begin (map, (double) from.x, (double) from.y, -1));
  fascia_body_map_draw_move (map, (double) to.x, (double) to.y, -1);
  g_assert_cmpuint (count_drawings (fixture), ==, 3);
  g_assert_true (fascia_body_map_draw_end (map));
  settle (fixture);
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
  g_assert_cmpuint (n_written, ==, 1);
  g_assert_cmpint (read_level (fixture, THIGH, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpint (read_level (fixture, "chest-upper-right", FASCIA_SCALE_TIGHTNESS), ==, 4);

  /* Where nothing is. */
  g_assert_true (fascia_body_map_draw_begin (map, (double) from.x, (double) from.y, -1));
  g_assert_false (fascia_body_map_draw_end (map));
}

/* ---- arrows ---- */

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_free (*(char **) data);
  *(char **) data = g_strdup (text);
}

static gboolean
is_said (gpointer data)
{
  return strstr (*(char **) data, "spreads to Left temple") != NULL;
}

static void
test_spread (Fixture *fixture, gconstpointer data)
{
  g_autofree char *said = g_strdup ("");

  show (fixture, 1000, 700);
  fascia_announce_set_listener (on_announced, &said);
  /* Without a place there is nothing to spread from. */
  g_assert_true (
      fascia_body_figures_handle_key (fixture->figures, GDK_KEY_l, 0, GDK_CONTROL_MASK, 0));
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);

  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));
  g_assert_true (
      fascia_body_figures_handle_key (fixture->figures, GDK_KEY_l, 0, GDK_CONTROL_MASK, 0));
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_SPREAD);
  /* The same place is none; the tool stays. */
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_SPREAD);
  g_assert_cmpuint (count_spreads (fixture), ==, 0);
  /* Walking there chooses nothing yet. */
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_cmpuint (count_spreads (fixture), ==, 0);
  /* What Find finds is the target. */
  fascia_body_figures_choose_region (fixture->figures, lookup (fixture, "temple-left"));
  g_assert_cmpuint (count_spreads (fixture), ==, 1);
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  g_assert_cmpstr (get_selected_id (fixture), ==, LEFT);
  fascia_test_assert_until (is_said, &said);
  fascia_announce_set_listener (NULL, NULL);
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));
  guint n_spreads = 0;
  const FasciaSpread *spread = fascia_entry_get_spreads (entry, &n_spreads);
  g_assert_cmpstr (spread->from, ==, LEFT);
  g_assert_cmpstr (spread->to, ==, "temple-left");

  /* Once more by pointer, to the other figure; and left again by Escape. */
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_SPREAD);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t at = locate (fixture, map, "chest-upper-left");
  fascia_body_map_press (map, (double) at.x, (double) at.y);
  fascia_body_map_release (map, (double) at.x, (double) at.y, TRUE);
  g_assert_cmpuint (count_spreads (fixture), ==, 2);
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_SPREAD);
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  g_assert_cmpstr (get_selected_id (fixture), ==, LEFT);

  /* An arrow is rubbed out where it is. */
  settle (fixture);
  g_autoptr (FasciaBodyOverlay) overlay
      = fascia_body_overlay_get (fixture->model, FASCIA_VIEW_FRONT);
  g_assert_cmpuint (overlay->arrows->len, ==, 2);
  const FasciaBodyArrow *arrow = overlay->arrows->pdata[0];
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;
  fascia_path_get_bounds (arrow->head, &x0, &y0, &x1, &y1);
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_ERASE);
  double scale = map->scale;
  g_assert_true (fascia_body_map_draw_begin (map, map->origin_x + (x0 + x1) / 2 * scale,
                                             map->origin_y + (y0 + y1) / 2 * scale, -1));
  g_assert_true (fascia_body_map_draw_end (map));
  settle (fixture);
  g_assert_cmpuint (count_spreads (fixture), ==, 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) ADD_WITH (path, func, 0)
#define ADD_WITH(path, func, data)                                                                 \
  g_test_add ("/body-draw/" path, Fixture, GINT_TO_POINTER (data), set_up, func, tear_down)
  ADD ("stroke", test_stroke);
  ADD ("pressure", test_pressure);
  ADD ("spot", test_spot);
  ADD ("beside", test_beside);
  ADD ("scrawl", test_scrawl);
  ADD ("escape", test_escape);
  ADD ("keyboard-drawing", test_keyboard_drawing);
  ADD ("eraser", test_eraser);
  ADD ("spread", test_spread);
  return run_tests ();
}

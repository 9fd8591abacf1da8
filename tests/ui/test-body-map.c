/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures under hand and key: drawing, rubbing out, arrows, other forms, parts, walking.
 */

#include "config.h"

#include <math.h>

#include "body/fascia-body-insets.h"
#include "body/fascia-body-map-private.h"
#include "fascia-announce.h"
#include "fascia-body-setup.h"
#include "fascia-test-window.h"

#define THIGH "thigh-front-left"
/* What a fingertip needs, in device-independent pixels. */
#define FINGERTIP 44.0

static gboolean
press (Fixture *fixture, guint keyval)
{
  return fascia_body_figures_handle_key (fixture->figures, keyval, 0, 0, 0);
}

static FasciaBodyMap *
get_map (Fixture *fixture, FasciaView view)
{
  return fascia_body_figures_get_map (fixture->figures, view);
}

static graphene_point_t
locate (Fixture *fixture, FasciaBodyMap *map, const char *id)
{
  graphene_point_t point;

  g_assert_true (fascia_body_map_locate (map, lookup (fixture, id), &point));
  return point;
}

static const FasciaDrawing *
get_drawings (Fixture *fixture, guint *n_drawings)
{
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));

  *n_drawings = 0;
  return entry != NULL ? fascia_entry_get_drawings (entry, n_drawings) : NULL;
}

static guint
count_drawings (Fixture *fixture)
{
  guint n_drawings = 0;

  get_drawings (fixture, &n_drawings);
  return n_drawings;
}

static guint
count_spreads (Fixture *fixture)
{
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));
  guint n_spreads = 0;

  if (entry != NULL)
    fascia_entry_get_spreads (entry, &n_spreads);
  return n_spreads;
}

static void
set_pen (Fixture *fixture, FasciaBodyTool tool, int level)
{
  const FasciaPen pen = { .level = level, .width = FASCIA_PEN_MEDIUM };

  fascia_body_model_set_pen (fixture->model, &pen);
  fascia_body_model_set_tool (fixture->model, tool);
}

/* A stroke down from the middle of a place, so long in pixels. */
static gboolean
draw_down (Fixture *fixture, const char *id, double length, double pressure)
{
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t at = locate (fixture, map, id);

  g_assert_true (fascia_body_map_draw_begin (map, (double) at.x, (double) at.y, pressure));
  for (double y = 1; y <= length; y++)
    fascia_body_map_draw_move (map, (double) at.x, (double) at.y + y, pressure);
  return fascia_body_map_draw_end (map);
}

/* What was written is there under its name before it can be rubbed out. */
static void
settle (Fixture *fixture)
{
  read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
  read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
}

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
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, "temple-left"));
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

/* ---- other forms ---- */

static void
set_form (Fixture *fixture, const FasciaBodyForm *form)
{
  g_autoptr (FasciaBody) body = fascia_body_new_with_form (fixture->body, form);

  fascia_body_model_set_body (fixture->model, body);
  fixture->body = fascia_body_model_get_body (fixture->model);
  gtk_widget_queue_allocate (GTK_WIDGET (fixture->figures));
}

static const FasciaRegion *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return FASCIA_IS_REGION_WIDGET (focus)
             ? fascia_region_widget_get_region (FASCIA_REGION_WIDGET (focus))
             : NULL;
}

/* Left is on the left as one sees oneself; focus and choice stay; drawings stay at their places. */
static void
test_own_view (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  show (fixture, 1000, 700);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  double middle = gtk_widget_get_width (GTK_WIDGET (map)) / 2.0;
  g_assert_cmpfloat ((double) locate (fixture, map, THIGH).x, >, middle);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, THIGH));
  form.facing = FASCIA_FACING_OWN;
  set_form (fixture, &form);
  g_assert_cmpstr (get_selected_id (fixture), ==, THIGH);
  g_assert_true (get_focused (fixture) == lookup (fixture, THIGH));
  g_assert_cmpfloat ((double) locate (fixture, map, THIGH).x, <, middle);
  g_assert_cmpfloat (
      (double) locate (fixture, get_map (fixture, FASCIA_VIEW_BACK), "thigh-back-left").x, <,
      middle);

  set_pen (fixture, FASCIA_BODY_TOOL_SPOT, 5);
  g_assert_true (draw_down (fixture, THIGH, 0, -1));
  guint n_drawings = 0;
  const FasciaDrawing *drawing = get_drawings (fixture, &n_drawings);
  /* As drawn on the figure that faces: its left is on the right. */
  g_assert_cmpfloat ((double) drawing->points[0].x, >, 0);
  g_assert_cmpint (read_level (fixture, THIGH, FASCIA_SCALE_TIGHTNESS), ==, 5);

  /* The place behind it has the same side. */
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_NONE);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, THIGH));
  g_assert_true (press (fixture, GDK_KEY_F6));
  g_assert_cmpint (fascia_region_get_side (get_focused (fixture)), ==, FASCIA_SIDE_LEFT);
}

static void
test_full_build (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  show (fixture, 1000, 700);
  set_pen (fixture, FASCIA_BODY_TOOL_SPOT, 5);
  form.build = FASCIA_BUILD_FULL;
  set_form (fixture, &form);
  for (guint i = 0; i < fascia_body_get_n_regions (fixture->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (fixture->body, i);
      FasciaBodyMap *map = get_map (fixture, fascia_region_get_view (region));
      graphene_point_t at = locate (fixture, map, fascia_region_get_id (region));

      g_assert_true (fascia_body_map_pick (map, (double) at.x, (double) at.y) == region);
    }
  /* What is drawn on it lies on the same place of every other build. */
  g_assert_true (draw_down (fixture, THIGH, 0, -1));
  g_assert_cmpint (read_level (fixture, THIGH, FASCIA_SCALE_TIGHTNESS), ==, 5);
}

static void
test_limbs (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  show (fixture, 1000, 700);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, "hand-palm-left"));
  form.limbs[FASCIA_LIMB_HAND_LEFT] = FASCIA_LIMB_PHANTOM;
  set_form (fixture, &form);
  /* What is felt is marked like any other place. */
  g_assert_true (get_focused (fixture) == lookup (fixture, "hand-palm-left"));
  g_assert_true (press (fixture, GDK_KEY_4));
  g_assert_cmpint (read_level (fixture, "hand-palm-left", FASCIA_SCALE_TIGHTNESS), ==, 4);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t at = locate (fixture, map, "hand-palm-left");
  g_assert_true (fascia_body_map_pick (map, (double) at.x, (double) at.y)
                 == lookup (fixture, "hand-palm-left"));

  /* What is hidden has no widget; the keyboard stays on the map. */
  form.limbs[FASCIA_LIMB_HAND_LEFT] = FASCIA_LIMB_HIDDEN;
  set_form (fixture, &form);
  g_assert_null (get_focused (fixture));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (fixture->figures));
  g_assert_null (fascia_body_canvas_get_widget (fascia_body_map_get_canvas (map),
                                                lookup (fixture, "hand-palm-left")));
  g_assert_null (fascia_body_map_pick (map, (double) at.x, (double) at.y));
  g_assert_cmpint (read_level (fixture, "hand-palm-left", FASCIA_SCALE_TIGHTNESS), ==, 4);
  g_assert_true (press (fixture, GDK_KEY_Home));
  g_assert_nonnull (get_focused (fixture));
}

/* ---- walking ---- */

static gboolean
has_room (gpointer data)
{
  return gtk_widget_get_width (data) > 1;
}

/* Where a place lies on the figure that is walked on. */
static graphene_point_t
get_point (Fixture *fixture, const FasciaRegion *region)
{
  FasciaView view = fascia_body_figures_get_view (fixture->figures);

  return locate (fixture, get_map (fixture, view), fascia_region_get_id (region));
}

/* Where the four arrows lead from a place; NULL: nowhere. */
typedef const FasciaRegion *Steps[4];

/* One key back, or two. */
static gboolean
has_way_back (const Steps *steps, const FasciaRegion *from, const FasciaRegion *to)
{
  for (int i = 0; i < 4; i++)
    {
      const FasciaRegion *next = steps[fascia_region_get_index (from)][i];

      if (next == to)
        return TRUE;
      for (int k = 0; next != NULL && k < 4; k++)
        if (steps[fascia_region_get_index (next)][k] == to)
          return TRUE;
    }
  return FALSE;
}

/* From the head every place of a figure is reached by arrows, each step goes the way of its key and
 * to a neighbour, and has a way back. */
static guint
walk (Fixture *fixture, FasciaView view)
{
  static const guint keys[4] = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  guint n_regions = fascia_body_get_n_regions (fixture->body);
  g_autofree Steps *steps = g_new0 (Steps, n_regions);

  fascia_body_figures_set_view (fixture->figures, view);
  fascia_test_assert_until (has_room, get_map (fixture, view));
  fascia_body_figures_rest_focus (fixture->figures);
  g_assert_true (press (fixture, GDK_KEY_Home));
  g_ptr_array_add (left, (gpointer) get_focused (fixture));
  g_hash_table_add (seen, left->pdata[0]);
  while (left->len > 0)
    {
      const FasciaRegion *from = g_ptr_array_steal_index (left, left->len - 1);
      graphene_point_t start = get_point (fixture, from);

      for (int i = 0; i < 4; i++)
        {
          fascia_body_figures_focus_region (fixture->figures, from);
          g_assert_true (press (fixture, keys[i]));
          const FasciaRegion *to = get_focused (fixture);
          if (to == from)
            continue;

          graphene_point_t end = get_point (fixture, to);
          double dx = (double) (end.x - start.x);
          double dy = (double) (end.y - start.y);
          g_test_message ("%s %s %s", fascia_region_get_id (from), gdk_keyval_name (keys[i]),
                          fascia_region_get_id (to));
          /* The soles lie beside the feet that they are under. */
          if (fascia_body_get_shape_on (fixture->body, from, view)->is_inset
              || fascia_body_get_shape_on (fixture->body, to, view)->is_inset)
            ;
          else if (i < 2)
            g_assert_true ((dy < 0) == (i == 0));
          else
            g_assert_true ((dx < 0) == (i == 2));

          steps[fascia_region_get_index (from)][i] = to;
          if (g_hash_table_add (seen, (gpointer) to))
            g_ptr_array_add (left, (gpointer) to);
        }
    }
  for (guint i = 0; i < n_regions; i++)
    for (int k = 0; k < 4; k++)
      if (steps[i][k] != NULL)
        g_assert_true (
            has_way_back (steps, steps[i][k], fascia_body_get_region (fixture->body, i)));
  return g_hash_table_size (seen);
}

static guint
count_on_view (Fixture *fixture, FasciaView view)
{
  guint n = 0;

  for (guint i = 0; i < fascia_body_get_n_regions (fixture->body); i++)
    if (fascia_body_get_shape_on (fixture->body, fascia_body_get_region (fixture->body, i), view)
        != NULL)
      n++;
  return n;
}

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  form.facing = GPOINTER_TO_INT (data);
  show (fixture, 360, 720);
  set_form (fixture, &form);
  for (int view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    g_assert_cmpuint (walk (fixture, view), ==, count_on_view (fixture, view));
}

/* ---- parts ---- */

/* How wide a place is on the screen, at its widest shape: the narrower side of its bounds. */
static double
get_width (Fixture *fixture, const FasciaRegion *region)
{
  double widest = 0;

  for (int view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    {
      FasciaBodyMap *map = get_map (fixture, view);
      guint n_shapes = 0;
      const FasciaShape *shapes = fascia_body_get_shapes (fixture->body, view, &n_shapes);
      double scale = map->scale > 0 ? map->scale : get_map (fixture, 3 - view)->scale;

      for (guint i = 0; i < n_shapes; i++)
        if (shapes[i].region == region)
          widest = MAX (widest, 2 * shapes[i].r * scale);
    }
  return widest;
}

/* Every place can be met by a fingertip in the narrow window, as near as the figure can be drawn. */
static void
test_fingertip (Fixture *fixture, gconstpointer data)
{
  double needed = 1;

  show (fixture, 360, 640);
  for (guint i = 0; i < fascia_body_get_n_regions (fixture->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (fixture->body, i);
      double width = get_width (fixture, region);

      g_test_message ("%s: %.1f px, %.1f times", fascia_region_get_id (region), width,
                      FINGERTIP / width);
      needed = MAX (needed, FINGERTIP / width);
    }
  g_test_message ("needs %.2f times", needed);
  g_assert_cmpfloat (needed, <=, FASCIA_BODY_ZOOM_MAX);
}

static gboolean
is_near (gpointer data)
{
  return has_room (data) && fascia_body_map_is_near (data);
}

static void
test_zoom_to (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *code;
    FasciaView view;
    const char *id;
  } parts[] = {
    { "head", FASCIA_VIEW_FRONT, "jaw-left" },
    { "hands", FASCIA_VIEW_FRONT, "hand-palm-left" },
    { "hands", FASCIA_VIEW_FRONT, "hand-palm-right" },
    { "hands", FASCIA_VIEW_FRONT, "hand-palm-left" },
    { "feet", FASCIA_VIEW_FRONT, "foot-top-left" },
    { "head-back", FASCIA_VIEW_BACK, "skull-base-left" },
    { "feet", FASCIA_VIEW_BACK, "ankle-back-left" },
    { "feet", FASCIA_VIEW_BACK, "foot-sole-left" },
    { "feet", FASCIA_VIEW_BACK, "foot-sole-right" },
    { "feet", FASCIA_VIEW_BACK, "ankle-back-left" },
    { "palm-left", FASCIA_VIEW_FRONT, "hand-palm-left" },
  };

  show (fixture, 360, 640);
  fascia_body_figures_zoom_to (fixture->figures, NULL);
  g_assert_false (fascia_body_figures_zoom_to (fixture->figures, "wings"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_assert_true (fascia_body_figures_zoom_to (fixture->figures, parts[i].code));
      g_assert_cmpint (fascia_body_figures_get_view (fixture->figures), ==, parts[i].view);
      FasciaBodyMap *map = get_map (fixture, parts[i].view);
      fascia_test_assert_until (is_near, map);

      graphene_point_t at = locate (fixture, map, parts[i].id);
      g_test_message ("%s: %s at %g, %g", parts[i].code, parts[i].id, (double) at.x, (double) at.y);
      g_assert_cmpfloat ((double) at.x, >, 0);
      g_assert_cmpfloat ((double) at.x, <, gtk_widget_get_width (GTK_WIDGET (map)));
      g_assert_cmpfloat ((double) at.y, >, 0);
      g_assert_cmpfloat ((double) at.y, <, map->room);
      g_assert_true (fascia_body_map_pick (map, (double) at.x, (double) at.y)
                     == lookup (fixture, parts[i].id));
    }
  fascia_body_figures_zoom_to (fixture->figures, NULL);
  g_assert_false (fascia_body_map_is_near (get_map (fixture, FASCIA_VIEW_FRONT)));
}

/* Beside the figures of a wide window: marked by hand, met by nobody twice. */
static void
test_insets (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1600, 1000);
  g_assert_true (fascia_body_figures_get_has_insets (fixture->figures));
  GtkWidget *insets
      = gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (fixture->figures)));
  g_assert_true (FASCIA_IS_BODY_INSETS (insets));

  guint n_insets = 0;
  const FasciaInset *all = fascia_body_get_insets (fixture->body, &n_insets);
  g_assert_cmpuint (n_insets, >=, 8);
  for (guint i = 0; i < n_insets; i++)
    {
      FasciaBodyMap *map = fascia_body_insets_get_map (FASCIA_BODY_INSETS (insets), all[i].code);

      /* The soles lie beside the figure, large already. */
      if (g_str_has_prefix (all[i].code, "sole-"))
        {
          g_assert_null (map);
          continue;
        }
      g_assert_nonnull (map);
      fascia_test_assert_until (has_room, map);
      g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (map)), ==,
                       GTK_ACCESSIBLE_ROLE_PRESENTATION);
      g_assert_false (gtk_widget_get_can_focus (GTK_WIDGET (map)));
      g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (fascia_body_map_get_canvas (map))));
      g_assert_cmpfloat (map->scale, >, get_map (fixture, all[i].view)->scale);
    }

  FasciaBodyMap *palm = fascia_body_insets_get_map (FASCIA_BODY_INSETS (insets), "palm-left");
  graphene_point_t at = locate (fixture, palm, "hand-palm-left");
  fascia_body_map_press (palm, (double) at.x, (double) at.y);
  fascia_body_map_release (palm, (double) at.x, (double) at.y, TRUE);
  g_assert_cmpstr (get_selected_id (fixture), ==, "hand-palm-left");
  g_assert_cmpint (read_level (fixture, "hand-palm-left", FASCIA_SCALE_TIGHTNESS), ==,
                   FASCIA_LEVEL_NOT_GIVEN);
  /* The keyboard is on the figure. */
  g_assert_true (get_focused (fixture) == lookup (fixture, "hand-palm-left"));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (get_map (fixture, FASCIA_VIEW_FRONT))));

  /* A stroke in it is one on the figure. */
  set_pen (fixture, FASCIA_BODY_TOOL_SPOT, 6);
  g_assert_true (fascia_body_map_draw_begin (palm, (double) at.x, (double) at.y, -1));
  g_assert_true (fascia_body_map_draw_end (palm));
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_NONE);

  /* A hand that is not there has no part of its own. */
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  form.limbs[FASCIA_LIMB_HAND_LEFT] = FASCIA_LIMB_HIDDEN;
  set_form (fixture, &form);
  g_assert_null (fascia_body_insets_get_map (FASCIA_BODY_INSETS (insets), "palm-left"));
  g_assert_nonnull (fascia_body_insets_get_map (FASCIA_BODY_INSETS (insets), "palm-right"));
}

/* ---- the rest ---- */

static void
on_summary (FasciaBodyFigures *figures, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_mirror_and_summary (Fixture *fixture, gconstpointer data)
{
  guint n_summaries = 0;

  show (fixture, 1000, 700);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));
  g_assert_true (
      fascia_body_figures_handle_key (fixture->figures, GDK_KEY_m, 0, GDK_CONTROL_MASK, 0));
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);

  g_signal_connect (fixture->figures, "summary", G_CALLBACK (on_summary), &n_summaries);
  g_assert_true (fascia_body_figures_handle_key (fixture->figures, GDK_KEY_S, 0,
                                                 GDK_CONTROL_MASK | GDK_SHIFT_MASK, 0));
  g_assert_cmpuint (n_summaries, ==, 1);
}

/* Where a place was pressed is known until another one is chosen by key. */
static void
test_point (Fixture *fixture, gconstpointer data)
{
  FasciaView view = 0;
  double x = 0;
  double y = 0;

  show (fixture, 1000, 700);
  g_assert_false (fascia_body_figures_get_point (fixture->figures, &view, &x, &y));
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t at = locate (fixture, map, THIGH);
  fascia_body_map_press (map, (double) at.x, (double) at.y);
  fascia_body_map_release (map, (double) at.x, (double) at.y, TRUE);
  g_assert_true (fascia_body_figures_get_point (fixture->figures, &view, &x, &y));
  g_assert_cmpint (view, ==, FASCIA_VIEW_FRONT);
  g_assert_true (fascia_body_pick (fixture->body, view, x, y, 0) == lookup (fixture, THIGH));
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_false (fascia_body_figures_get_point (fixture->figures, &view, &x, &y));
}

/* Pushing about, hovering and choosing paint nothing anew; a mark does. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  FasciaBodyCanvas *canvas = fascia_body_map_get_canvas (map);
  fascia_body_map_zoom (map, 4);
  gtk_widget_queue_allocate (GTK_WIDGET (map));
  fascia_test_drain ();

  g_autoptr (GskRenderNode) base = gsk_render_node_ref (fascia_body_canvas_get_base (canvas));
  fascia_body_map_pan (map, 17, -9);
  fascia_body_canvas_set_hover (canvas, lookup (fixture, THIGH));
  fascia_body_model_set_selected (fixture->model, lookup (fixture, THIGH));
  fascia_test_drain ();
  g_assert_true (fascia_body_canvas_get_base (canvas) == base);
  fascia_body_model_set_level (fixture->model, lookup (fixture, THIGH), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_true (fascia_body_canvas_get_base (canvas) != base);
}

/* 1 and then 0 is ten, unless the person does not want it. */
static void
test_ten (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));
  g_assert_true (press (fixture, GDK_KEY_1));
  g_assert_true (press (fixture, GDK_KEY_0));
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 10);

  fascia_body_setup_set (fascia_body_setup_get (fixture->journal, fixture->body),
                         FASCIA_SETTING_TEN, g_variant_new_boolean (FALSE));
  g_assert_true (press (fixture, GDK_KEY_1));
  g_assert_true (press (fixture, GDK_KEY_0));
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) ADD_WITH (path, func, 0)
#define ADD_WITH(path, func, data)                                                                 \
  g_test_add ("/body-map/" path, Fixture, GINT_TO_POINTER (data), set_up, func, tear_down)
  ADD ("stroke", test_stroke);
  ADD ("pressure", test_pressure);
  ADD ("spot", test_spot);
  ADD ("beside", test_beside);
  ADD ("scrawl", test_scrawl);
  ADD ("escape", test_escape);
  ADD ("keyboard-drawing", test_keyboard_drawing);
  ADD ("eraser", test_eraser);
  ADD ("spread", test_spread);
  ADD ("own-view", test_own_view);
  ADD ("full-build", test_full_build);
  ADD ("limbs", test_limbs);
  ADD_WITH ("walk/facing", test_walk, FASCIA_FACING_FACING);
  ADD_WITH ("walk/own", test_walk, FASCIA_FACING_OWN);
  ADD ("fingertip", test_fingertip);
  ADD ("zoom-to", test_zoom_to);
  ADD ("insets", test_insets);
  ADD ("mirror-and-summary", test_mirror_and_summary);
  ADD ("point", test_point);
  ADD ("kept", test_kept);
  ADD ("ten", test_ten);
  return run_tests ();
}

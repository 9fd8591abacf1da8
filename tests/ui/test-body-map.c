/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures in other forms, their parts, and what keys do on them.
 */

#include "config.h"

#include "body-map-fixture.h"
#include "body/fascia-body-insets.h"
#include "fascia-body-setup.h"

/* What a fingertip needs, in device-independent pixels. */
#define FINGERTIP 44.0

/* ---- other forms ---- */

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

static void
on_painted (gboolean *is_painted)
{
  *is_painted = TRUE;
}

static gboolean
has_painted (gpointer data)
{
  return *(gboolean *) data;
}

/* Sizes are handed out by the clock of frames, whenever it ticks: until it has, and all is painted. */
static void
wait_for_frame (FasciaBodyMap *map)
{
  GdkFrameClock *frames = gtk_widget_get_frame_clock (GTK_WIDGET (map));
  gboolean is_painted = FALSE;
  gulong id
      = g_signal_connect_swapped (frames, "after-paint", G_CALLBACK (on_painted), &is_painted);

  gdk_frame_clock_request_phase (frames, GDK_FRAME_CLOCK_PHASE_PAINT);
  fascia_test_assert_until (has_painted, &is_painted);
  g_signal_handler_disconnect (frames, id);
}

/* Pushing about, hovering and choosing paint nothing anew; a mark does. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  FasciaBodyCanvas *canvas = fascia_body_map_get_canvas (map);
  /* What is still being read at the start may say that something is another. */
  settle (fixture);
  fascia_body_map_zoom (map, 4);
  gtk_widget_queue_allocate (GTK_WIDGET (map));
  wait_for_frame (map);

  g_autoptr (GskRenderNode) base = gsk_render_node_ref (fascia_body_canvas_get_base (canvas));
  fascia_body_map_pan (map, 17, -9);
  fascia_body_canvas_set_hover (canvas, lookup (fixture, THIGH));
  fascia_body_model_set_selected (fixture->model, lookup (fixture, THIGH));
  wait_for_frame (map);
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
  ADD ("own-view", test_own_view);
  ADD ("full-build", test_full_build);
  ADD ("limbs", test_limbs);
  ADD ("fingertip", test_fingertip);
  ADD ("zoom-to", test_zoom_to);
  ADD ("insets", test_insets);
  ADD ("mirror-and-summary", test_mirror_and_summary);
  ADD ("point", test_point);
  ADD ("kept", test_kept);
  ADD ("ten", test_ten);
  return run_tests ();
}

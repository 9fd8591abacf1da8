/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures used in haste and without sight: nothing goes to another place, nothing is silent.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "body-map-fixture.h"
#include "body/fascia-find-popover.h"
#include "fascia-announce.h"

#define PALM "hand-back-left"
#define OTHER_PALM "hand-back-right"

static GPtrArray *said;

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_ptr_array_add (said, g_strdup (text));
}

/* From here on; what waits to be said is dropped. */
static void
listen (void)
{
  g_clear_pointer (&said, g_ptr_array_unref);
  said = g_ptr_array_new_with_free_func (g_free);
  fascia_announce_set_listener (on_announced, NULL);
}

static void
stop_listening (void)
{
  fascia_announce_set_listener (NULL, NULL);
  g_clear_pointer (&said, g_ptr_array_unref);
}

static const char *
get_said (void)
{
  return said->len > 0 ? g_ptr_array_index (said, said->len - 1) : NULL;
}

/* ---- a ten ---- */

static void
press_with (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  fascia_body_figures_handle_key (fixture->figures, keyval, 0, modifiers, 0);
}

static void
undo (Fixture *fixture)
{
  read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.undo", NULL);
  settle (fixture);
}

/* A 0 is a ten only right after a 1: the worst level never comes from "no longer tight". */
static void
test_pending (Fixture *fixture, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_Delete, GDK_KEY_plus, GDK_KEY_minus, GDK_KEY_F6 };
  const FasciaRegion *left = NULL;

  show (fixture, 1000, 700);
  left = lookup (fixture, LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      fascia_body_figures_focus_region (fixture->figures, left);
      press (fixture, GDK_KEY_1);
      settle (fixture);
      press (fixture, keys[i]);
      settle (fixture);
      fascia_body_figures_focus_region (fixture->figures, left);
      press (fixture, GDK_KEY_0);
      g_test_message ("%s", gdk_keyval_name (keys[i]));
      g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
    }

  /* There and back. */
  press (fixture, GDK_KEY_1);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Up);
  g_assert_true (get_focused (fixture) == left);
  press (fixture, GDK_KEY_0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
  press (fixture, GDK_KEY_1);
  fascia_body_model_set_scale (fixture->model, FASCIA_SCALE_PAIN);
  fascia_body_model_set_scale (fixture->model, FASCIA_SCALE_TIGHTNESS);
  press (fixture, GDK_KEY_0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);

  /* Taken back by whatever means. */
  press (fixture, GDK_KEY_1);
  undo (fixture);
  press (fixture, GDK_KEY_0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);

  /* The focus has been elsewhere. */
  press (fixture, GDK_KEY_1);
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->figures));
  press (fixture, GDK_KEY_0);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);

  /* And Shift, which some layouts want for a digit, is nothing between. */
  press (fixture, GDK_KEY_1);
  press_with (fixture, GDK_KEY_Shift_L, 0);
  press_with (fixture, GDK_KEY_0, GDK_SHIFT_MASK);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 10);
}

/* However quick: what is written last is what there is. */
static void
test_hurry (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));
  press (fixture, GDK_KEY_6);
  press (fixture, GDK_KEY_Delete);
  /* One change after the other goes to the journal. */
  settle (fixture);
  settle (fixture);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  press (fixture, GDK_KEY_6);
  press (fixture, GDK_KEY_Delete);
  press (fixture, GDK_KEY_4);
  settle (fixture);
  settle (fixture);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 4);
}

/* ---- where it goes ---- */

/* A place that is not on the figure has no focus, and no other place is changed in its stead. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  show (fixture, 1000, 700);
  form.limbs[FASCIA_LIMB_ARM_LEFT] = FASCIA_LIMB_HIDDEN;
  set_form (fixture, &form);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, OTHER_PALM));
  press (fixture, GDK_KEY_4);

  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, PALM));
  g_assert_null (get_focused (fixture));
  press (fixture, GDK_KEY_3);
  g_assert_cmpint (read_level (fixture, OTHER_PALM, FASCIA_SCALE_TIGHTNESS), ==, 4);
  g_assert_cmpint (read_level (fixture, PALM, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);

  /* Nor is it copied there. */
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, OTHER_PALM));
  listen ();
  press_with (fixture, GDK_KEY_m, GDK_CONTROL_MASK);
  g_assert_cmpstr (get_said (), ==, "Left back of hand is not on the figure");
  g_assert_true (get_focused (fixture) == lookup (fixture, OTHER_PALM));
  g_assert_cmpint (read_level (fixture, PALM, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  stop_listening ();
}

/* Find says where it is, and does not say that there is none. */
static void
test_find_hidden (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  show (fixture, 1000, 700);
  form.limbs[FASCIA_LIMB_ARM_LEFT] = FASCIA_LIMB_HIDDEN;
  set_form (fixture, &form);
  GtkWidget *find = fascia_find_popover_new (fixture->body);
  gtk_widget_set_parent (find, GTK_WIDGET (fixture->page));
  listen ();
  fascia_find_popover_open (FASCIA_FIND_POPOVER (find), "l back of hand");
  g_assert_cmpstr (get_said (), ==, "Left back of hand is not on the figure. The list has it.");
  listen ();
  fascia_find_popover_open (FASCIA_FIND_POPOVER (find), "r back of hand");
  g_assert_cmpstr (get_said (), ==, "Right back of hand");
  listen ();
  fascia_find_popover_open (FASCIA_FIND_POPOVER (find), "xyzzy");
  g_assert_cmpstr (get_said (), ==, "No place of that name");
  stop_listening ();
  gtk_widget_unparent (find);
}

/* What has the focus is what is changed, whatever else is chosen. */
static void
test_focus_is_changed (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));
  fascia_body_model_set_selected (fixture->model, lookup (fixture, RIGHT));
  press (fixture, GDK_KEY_5);
  g_assert_cmpstr (get_selected_id (fixture), ==, LEFT);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 5);
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
}

/* ---- what is said ---- */

/* What can only be looked at says so, once, and keeps the focus where it is. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  static const guint keys[]
      = { GDK_KEY_6, GDK_KEY_Return, GDK_KEY_space, GDK_KEY_plus, GDK_KEY_Delete };

  show (fixture, 1000, 700);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));
  press (fixture, GDK_KEY_6);
  settle (fixture);
  fascia_body_model_show_entry (
      fixture->model, fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model)));
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));

  listen ();
  press_with (fixture, GDK_KEY_m, GDK_CONTROL_MASK);
  g_assert_true (get_focused (fixture) == lookup (fixture, LEFT));
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_cmpstr (get_said (), ==, "This is an earlier check-in. Choose Edit to change it.");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (press (fixture, keys[i]));
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_true (get_focused (fixture) == lookup (fixture, LEFT));
  stop_listening ();
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
}

/* An arrow that leads nowhere says so, however long it is held. */
static void
test_edge (Fixture *fixture, gconstpointer data)
{
  const FasciaRegion *before = NULL;

  show (fixture, 1000, 700);
  press (fixture, GDK_KEY_Home);
  do
    {
      before = get_focused (fixture);
      listen ();
      press (fixture, GDK_KEY_Up);
    }
  while (get_focused (fixture) != before);
  g_assert_cmpstr (get_said (), ==, "Nothing further that way");
  press (fixture, GDK_KEY_Up);
  press (fixture, GDK_KEY_Up);
  g_assert_cmpuint (said->len, ==, 1);
  stop_listening ();
}

/* Draw says that it is on and off, and Enter twice on a place is one spot. */
static void
test_draw_is_said (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, LEFT));

  listen ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "body.draw", NULL);
  g_assert_cmpstr (get_said (), ==, "Draw is on. Enter puts a sore spot on the place.");
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
  settle (fixture);
  listen ();
  press (fixture, GDK_KEY_Return);
  g_assert_cmpstr (get_said (), ==, "Left shoulder top: a sore spot is here already");
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
  /* Another place has room for one. */
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (count_drawings (fixture), ==, 2);
  listen ();
  press (fixture, GDK_KEY_Escape);
  g_assert_cmpstr (get_said (), ==, "Draw is off");
  stop_listening ();
}

/* ---- a stroke ---- */

/* Escape reaches a stroke wherever the focus is: pressed as the window meets it first. */
static gboolean
press_escape_anywhere (Fixture *fixture)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (all) && !is_handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Escape, 0, 0, &is_handled);
    }
  return is_handled;
}

static void
begin_stroke (Fixture *fixture)
{
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t at = locate (fixture, map, THIGH);

  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 6);
  g_assert_true (fascia_body_map_draw_begin (map, (double) at.x, (double) at.y, -1));
  fascia_body_map_draw_move (map, (double) at.x, (double) at.y + 30, -1);
}

/* A stroke that is not kept is said to be dropped, and is gone. */
static void
test_stroke_stops (Fixture *fixture, gconstpointer data)
{
  static const char stopped[] = "Drawing stopped. Nothing was kept.";
  FasciaBodyMap *map = NULL;

  show (fixture, 1000, 700);
  map = get_map (fixture, FASCIA_VIEW_FRONT);
  set_pen (fixture, FASCIA_BODY_TOOL_STROKE, 6);
  g_assert_false (press_escape_anywhere (fixture));

  listen ();
  begin_stroke (fixture);
  g_assert_true (press_escape_anywhere (fixture));
  g_assert_cmpstr (get_said (), ==, stopped);
  g_assert_false (fascia_body_map_draw_end (map));
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_STROKE);
  g_assert_false (press_escape_anywhere (fixture));

  /* The page goes away under it. */
  listen ();
  begin_stroke (fixture);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  g_assert_cmpstr (get_said (), ==, stopped);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  g_assert_false (fascia_body_map_draw_end (map));
  g_assert_cmpuint (count_drawings (fixture), ==, 0);

  /* One that ends is kept, and Escape is free again. */
  listen ();
  begin_stroke (fixture);
  g_assert_true (fascia_body_map_draw_end (map));
  g_assert_false (press_escape_anywhere (fixture));
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
  stop_listening ();
}

/* A hand that leaves the window far behind keeps what it drew on the body. */
static void
test_far_away (Fixture *fixture, gconstpointer data)
{
  FasciaBodyMap *map = NULL;

  show (fixture, 1000, 700);
  map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t at = locate (fixture, map, THIGH);
  begin_stroke (fixture);
  fascia_body_map_draw_move (map, 4000, -3000, -1);
  fascia_body_map_draw_move (map, (double) at.x, (double) at.y + 60, -1);
  fascia_body_map_draw_move (map, -9000, 9000, -1);
  g_assert_true (fascia_body_map_draw_end (map));
  settle (fixture);
  g_assert_cmpuint (count_drawings (fixture), ==, 1);
}

/* ---- a journal that is gone ---- */

typedef struct
{
  Fixture *fixture;
  gboolean has_failed;
  gboolean was_shown; /* at the moment it was said that nothing was kept */
} Refusal;

static gboolean
is_right_marked (Fixture *fixture)
{
  return fascia_body_place_is_marked (
      fascia_body_model_get_place (fixture->model, lookup (fixture, OTHER_PALM)));
}

static void
on_refused (FasciaBodyModel *model, const GError *error, gpointer data)
{
  Refusal *refusal = data;

  refusal->was_shown = refusal->was_shown || is_right_marked (refusal->fixture);
  refusal->has_failed = TRUE;
}

static gboolean
has_failed (gpointer data)
{
  return ((Refusal *) data)->has_failed;
}

/* What was not kept is no longer shown when that is said. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  Refusal refusal = { .fixture = fixture };

  show (fixture, 1000, 700);
  fascia_body_model_mark (fixture->model, lookup (fixture, PALM));
  settle (fixture);
  g_autofree char *elsewhere = g_strconcat (fixture->path, ".elsewhere", NULL);
  g_assert_no_errno (g_rename (fixture->path, elsewhere));
  gulong id = g_signal_connect (fixture->model, "failed", G_CALLBACK (on_refused), &refusal);

  fascia_body_model_mark (fixture->model, lookup (fixture, OTHER_PALM));
  g_assert_true (is_right_marked (fixture));
  fascia_test_assert_until (has_failed, &refusal);
  g_assert_false (refusal.was_shown);
  g_assert_false (is_right_marked (fixture));
  g_signal_handler_disconnect (fixture->model, id);
  g_assert_no_errno (g_rename (elsewhere, fixture->path));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/body-hard/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("pending", test_pending);
  ADD ("hurry", test_hurry);
  ADD ("hidden", test_hidden);
  ADD ("find-hidden", test_find_hidden);
  ADD ("focus-is-changed", test_focus_is_changed);
  ADD ("read-only", test_read_only);
  ADD ("edge", test_edge);
  ADD ("draw-is-said", test_draw_is_said);
  ADD ("stroke-stops", test_stroke_stops);
  ADD ("far-away", test_far_away);
  ADD ("refused", test_refused);
  return run_tests ();
}

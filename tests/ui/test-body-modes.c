/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Body page when it is not simply now: earlier moments, looking back, the heat map, the pen, the
 * question about the other side, and what goes out of it.
 */

#include "config.h"

#include "fascia-test-window.h"
#include "body/fascia-body-notice.h"
#include "body/fascia-body-page-private.h"
#include "body/fascia-heat-panel.h"
#include "body/fascia-look-bar.h"
#include "body/fascia-moment-popover.h"
#include "body/fascia-picture-saver.h"
#include "fascia-announce.h"
#include "fascia-body-setup.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)
#define HOUR_MS G_GINT64_CONSTANT (3600000)

static char *announced;
static GPtrArray *heard; /* all of them, in their order */

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_set_str (&announced, text);
  g_ptr_array_add (heard, g_strdup (text));
}

static guint
count_heard (const char *start)
{
  guint n = 0;

  for (guint i = 0; i < heard->len; i++)
    n += g_str_has_prefix (heard->pdata[i], start) ? 1 : 0;
  return n;
}

/* ---- looking ---- */

static GtkWidget *
get_child (Fixture *fixture, const char *name)
{
  GObject *child
      = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), FASCIA_TYPE_BODY_PAGE, name);

  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}

/* (nullable) The first of that type that is mapped. */
static GtkWidget *
find_mapped (GtkWidget *root, GType type)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_visible (Fixture *fixture, const char *name)
{
  return gtk_widget_get_mapped (get_child (fixture, name));
}

static const char *
get_page_of (Fixture *fixture, const char *name)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_child (fixture, name)));
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

/* (nullable) What the notice at the top says. */
static const char *
get_notice (Fixture *fixture)
{
  GtkWidget *notice = find_mapped (get_child (fixture, "mode_box"), FASCIA_TYPE_BODY_NOTICE);

  return notice != NULL ? fascia_body_notice_get_text (FASCIA_BODY_NOTICE (notice)) : NULL;
}

/* ---- waiting ---- */

static gboolean
has_notice (gpointer data)
{
  return get_notice (data) != NULL;
}

static gboolean
has_no_bar (gpointer data)
{
  return !is_visible (data, "mode_box");
}

static gboolean
has_look_bar (gpointer data)
{
  return find_mapped (get_child (data, "mode_box"), FASCIA_TYPE_LOOK_BAR) != NULL;
}

static gboolean
can_step_back (gpointer data)
{
  GtkWidget *bar = find_mapped (get_child (data, "mode_box"), FASCIA_TYPE_LOOK_BAR);

  return bar != NULL && fascia_look_bar_can_step (FASCIA_LOOK_BAR (bar), -1);
}

static gboolean
can_step_on (gpointer data)
{
  GtkWidget *bar = find_mapped (get_child (data, "mode_box"), FASCIA_TYPE_LOOK_BAR);

  return bar != NULL && fascia_look_bar_can_step (FASCIA_LOOK_BAR (bar), 1)
         && !fascia_look_bar_can_step (FASCIA_LOOK_BAR (bar), -1);
}

static gboolean
has_uid (gpointer data)
{
  return fascia_body_model_get_uid (((Fixture *) data)->model) != NULL;
}

typedef struct
{
  gboolean is_done;
  FasciaEntry *entry;
  GError *error;
} Answer;

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->is_done;
}

static void
on_logged (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  answer->entry = fascia_entry_ref (fascia_operation_get_after (operation));
  answer->is_done = TRUE;
}

/* (transfer full) A check-in of an earlier time. */
static FasciaEntry *
log_past (Fixture *fixture, gint64 ago_ms, const char *id, int level)
{
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (fixture->clock);
  const FasciaMark mark = { .region = id, .scale = FASCIA_SCALE_TIGHTNESS, .level = level };
  Answer answer = { 0 };
  FasciaMoment at;

  fascia_moment_init (&at, fascia_clock_now_ms (fixture->clock) - ago_ms, zone);
  const FasciaLog log = { .at = &at, .marks = &mark, .n_marks = 1 };
  fascia_journal_log_async (fixture->journal, &log, NULL, on_logged, &answer);
  fascia_test_assert_until (is_answered, &answer);
  return answer.entry;
}

static gboolean
has_questions (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_state_count_unanswered (fascia_body_model_get_state (fixture->model)) > 0;
}

static gboolean
has_no_questions (gpointer data)
{
  return !has_questions (data);
}

/* ---- looking back ---- */

static gboolean
is_newer_heard (gpointer data)
{
  return count_heard ("Looking back: Yesterday, 13:20. 1 place") > 0;
}

static gboolean
is_older_heard (gpointer data)
{
  return count_heard ("Looking back: Sunday 8 March 2026, 13:20. 1 place") > 0;
}

static gboolean
is_past_heard (gpointer data)
{
  return count_heard ("Adding to Sunday 8 March 2026, 13:20") > 0;
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  show (fixture, GPOINTER_TO_INT (data), 720);
  g_autoptr (FasciaEntry) older = log_past (fixture, 2 * DAY_MS, LEFT, 7);
  g_autoptr (FasciaEntry) newer = log_past (fixture, DAY_MS, LEFT, 4);

  g_ptr_array_set_size (heard, 0);
  fascia_window_show_on_body (GTK_WIDGET (fixture->window), newer);
  fascia_test_assert_until (has_look_bar, fixture);
  fascia_test_assert_until (is_newer_heard, fixture);
  /* A place can be chosen, and nothing be done to it. */
  fascia_body_model_set_selected (fixture->model, lookup (fixture, RIGHT));
  g_signal_emit_by_name (fascia_body_figures_get_map (fixture->figures, FASCIA_VIEW_FRONT),
                         "picked", lookup (fixture, RIGHT), TRUE);
  g_assert_false (fascia_body_place_is_marked (
      fascia_body_model_get_place (fixture->model, lookup (fixture, RIGHT))));
  g_assert_cmpstr (get_page_of (fixture, "bottom_bar"), ==, "summary");
  g_assert_false (is_visible (fixture, "side_strip"));

  /* One check-in back, and no further. */
  fascia_test_assert_until (can_step_back, fixture);
  GtkWidget *bar = find_mapped (get_child (fixture, "mode_box"), FASCIA_TYPE_LOOK_BAR);
  g_assert_false (fascia_look_bar_can_step (FASCIA_LOOK_BAR (bar), 1));
  fascia_look_bar_step (FASCIA_LOOK_BAR (bar), -1);
  fascia_test_assert_until (can_step_on, fixture);
  g_assert_cmpint (fascia_body_model_get_moment (fixture->model)->utc_ms, ==,
                   fascia_entry_get_moment (older)->utc_ms);

  fascia_test_assert_until (is_older_heard, fixture);
  /* What is written meanwhile takes nothing away. */
  g_autoptr (FasciaEntry) oldest = log_past (fixture, 4 * DAY_MS, LEFT, 2);
  fascia_test_assert_until (can_step_back, fixture);
  g_assert_cmpuint (count_heard ("Looking back: Sunday 8 March"), ==, 1);

  act (fixture, "body.edit");
  fascia_test_assert_until (has_notice, fixture);
  fascia_test_assert_until (is_past_heard, fixture);
  g_assert_cmpstr (get_notice (fixture), ==, "Adding to Sunday 8 March 2026, 13:20");
  g_assert_false (has_look_bar (fixture));
  act (fixture, "body.show-now");
  fascia_test_assert_until (has_no_bar, fixture);
}

/* ---- back-dating ---- */

static gboolean
is_past (gpointer data)
{
  return fascia_body_model_get_target (((Fixture *) data)->model) == FASCIA_BODY_TARGET_PAST;
}

static void
test_moment (Fixture *fixture, gconstpointer data)
{
  /* A zone whose clocks are changed. */
  g_clear_object (&fixture->journal);
  g_clear_pointer (&fixture->clock, fascia_clock_unref);
  fixture->clock = fascia_clock_new_fixed (FASCIA_TEST_NOW_MS, "Europe/Berlin");
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  show (fixture, 360, 720);
  GtkMenuButton *button = GTK_MENU_BUTTON (get_child (fixture, "when_button"));
  g_assert_null (gtk_menu_button_get_popover (button));
  gtk_menu_button_popup (button);
  FasciaMomentPopover *popover = FASCIA_MOMENT_POPOVER (gtk_menu_button_get_popover (button));
  gtk_menu_button_popdown (button);

  /* It is 14:20 on Tuesday 10 March. */
  fascia_moment_popover_set_local (popover, 2026, 3, 10, 14, 21);
  g_autofree char *later = fascia_moment_popover_dup_problem (popover);
  g_assert_cmpstr (later, ==, "That time is still to come.");
  g_assert_false (fascia_moment_popover_accept (popover));
  fascia_moment_popover_set_local (popover, 2027, 3, 10, 14, 20);
  g_autofree char *much_later = fascia_moment_popover_dup_problem (popover);
  g_assert_cmpstr (much_later, ==, "That time is still to come.");
  fascia_moment_popover_set_local (popover, 2025, 3, 30, 2, 30);
  g_autofree char *skipped = fascia_moment_popover_dup_problem (popover);
  g_assert_cmpstr (skipped, ==, "The clocks went forward then: that time did not happen.");
  g_assert_false (fascia_moment_popover_accept (popover));
  g_assert_false (is_past (fixture));

  /* What happened twice is the first of the two. */
  fascia_moment_popover_set_local (popover, 2025, 10, 26, 2, 30);
  g_assert_true (fascia_moment_popover_accept (popover));
  g_assert_cmpint (fascia_body_model_get_moment (fixture->model)->offset_min, ==, 120);

  fascia_moment_popover_set_local (popover, 2026, 3, 9, 20, 0);
  g_assert_null (fascia_moment_popover_dup_problem (popover));
  g_assert_true (fascia_moment_popover_accept (popover));
  g_assert_true (is_past (fixture));
  fascia_test_assert_until (has_notice, fixture);
  g_assert_cmpstr (get_notice (fixture), ==, "Adding to Yesterday, 20:00");
  fascia_body_model_mark (fixture->model, lookup (fixture, LEFT));
  fascia_test_assert_until (has_uid, fixture);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  act (fixture, "body.show-now");
  fascia_test_assert_until (has_questions, fixture);
}

/* ---- the heat map ---- */

static gboolean
has_heat (gpointer data)
{
  return fascia_body_model_get_heat (((Fixture *) data)->model) != NULL;
}

static void
test_heat (Fixture *fixture, gconstpointer data)
{
  gboolean is_narrow = GPOINTER_TO_INT (data) < 600;

  show (fixture, GPOINTER_TO_INT (data), 720);
  act (fixture, "body.heat");
  fascia_test_assert_until (has_heat, fixture);
  g_autofree char *empty = fascia_heat_panel_dup_words (fixture->model);
  g_assert_cmpstr (empty, ==, "No entries in these days");
  g_assert_cmpstr (get_page_of (fixture, "side_stack"), ==, "heat");
  if (is_narrow)
    g_assert_cmpstr (get_page_of (fixture, "bottom_bar"), ==, "heat");
  g_assert_nonnull (find_mapped (GTK_WIDGET (fixture->page), FASCIA_TYPE_HEAT_PANEL));

  act (fixture, "body.heat");
  g_assert_cmpint (fascia_body_model_get_target (fixture->model), ==, FASCIA_BODY_TARGET_NOW);
  fascia_entry_unref (log_past (fixture, 2 * DAY_MS, LEFT, 7));
  act (fixture, "body.heat");
  fascia_test_assert_until (has_heat, fixture);
  g_autofree char *words = fascia_heat_panel_dup_words (fixture->model);
  g_assert_true (g_str_has_prefix (
      words, "Tightness, 9 February 2026 to 10 March 2026: 1 day with entries\nLeft shoulder top"));
  act (fixture, "body.show-now");
  g_assert_cmpstr (get_page_of (fixture, "side_stack"), ==, "check-in");
  g_assert_cmpstr (get_page_of (fixture, "bottom_bar"), ==, "summary");
}

/* ---- tools ---- */

static void
test_tools (Fixture *fixture, gconstpointer data)
{
  show (fixture, GPOINTER_TO_INT (data), 720);
  fascia_body_model_set_selected (fixture->model, lookup (fixture, LEFT));
  act (fixture, "body.draw");
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_SPOT);
  g_assert_null (get_selected_id (fixture));
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "mode_box")));
  act (fixture, "body.draw");
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  fascia_test_assert_until (has_no_bar, fixture);

  /* On a list there is nothing to draw on. */
  act (fixture, "body.draw");
  fascia_body_page_set_is_list (fixture->page, TRUE);
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  fascia_body_page_set_is_list (fixture->page, FALSE);

  /* Nothing spreads from nowhere. */
  fascia_body_model_set_selected (fixture->model, NULL);
  act (fixture, "body.spread");
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  fascia_body_model_set_selected (fixture->model, lookup (fixture, LEFT));
  act (fixture, "body.spread");
  fascia_test_assert_until (has_notice, fixture);
  g_assert_cmpstr (get_notice (fixture), ==, "Left shoulder top: touch the place it spreads to.");
  act (fixture, "body.cancel-tool");
  fascia_test_assert_until (has_no_bar, fixture);
}

/* ---- one click ---- */

static void
test_eased (Fixture *fixture, gconstpointer data)
{
  gboolean is_narrow = GPOINTER_TO_INT (data) < 600;

  show (fixture, GPOINTER_TO_INT (data), 720);
  fascia_entry_unref (log_past (fixture, 2 * DAY_MS, LEFT, 7));
  fascia_test_assert_until (has_questions, fixture);
  if (is_narrow)
    {
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_child (fixture, "bottom_ease_rest"))),
                       ==, "The 1 Place Has _Eased");
      g_signal_emit_by_name (get_child (fixture, "bottom_ease_rest"), "clicked");
    }
  else
    act (fixture, "body.ease-rest");
  fascia_test_assert_until (has_no_questions, fixture);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);
  fascia_test_drain ();
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "bottom_ease_rest")));
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 720);
  fascia_entry_unref (log_past (fixture, 2 * DAY_MS, LEFT, 7));
  fascia_test_assert_until (has_questions, fixture);
  act (fixture, "body.same-as-last");
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 7);
  act (fixture, "win.undo");
  fascia_test_assert_until (has_questions, fixture);
  act (fixture, "body.nothing-today");
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);

  /* A whole area, with what hangs on it. */
  const FasciaRegion *const *regions = fascia_body_get_area_regions (fixture->body, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "body.mark-area", "s",
                                             fascia_body_get_area_code (fixture->body, 0)));
  g_assert_cmpint (read_level (fixture, fascia_region_get_id (regions[0]), FASCIA_SCALE_TIGHTNESS),
                   ==, FASCIA_LEVEL_NOT_GIVEN);
}

/* ---- left and right ---- */

static gboolean
is_asked (gpointer data)
{
  Fixture *fixture = data;

  return find_mapped (get_child (fixture, "side_question_bin"), FASCIA_TYPE_BODY_NOTICE) != NULL
         || find_mapped (get_child (fixture, "top_questions"), FASCIA_TYPE_BODY_NOTICE) != NULL;
}

static gboolean
is_not_asked (gpointer data)
{
  return !is_asked (data);
}

static gboolean
is_question_heard (gpointer data)
{
  return g_strcmp0 (announced, "Right shoulder top. Did you mean the left one?") == 0;
}

static gboolean
is_left_at_five (gpointer data)
{
  return read_level (data, LEFT, FASCIA_SCALE_TIGHTNESS) == 5;
}

/* It is about the check-in that it was asked in. */
static void
test_question_elsewhere (Fixture *fixture, gconstpointer data)
{
  show (fixture, GPOINTER_TO_INT (data), 720);
  g_autoptr (FasciaEntry) older = log_past (fixture, 2 * DAY_MS, RIGHT, 7);
  fascia_body_model_set_selected (fixture->model, lookup (fixture, RIGHT));
  fascia_body_model_set_level (fixture->model, lookup (fixture, RIGHT), FASCIA_SCALE_TIGHTNESS, 5);
  g_signal_emit_by_name (fixture->model, "side-asked", lookup (fixture, RIGHT));
  fascia_test_assert_until (is_asked, fixture);
  fascia_body_model_show_entry (fixture->model, older);
  fascia_test_assert_until (is_not_asked, fixture);
  act (fixture, "body.move-side");
  fascia_body_model_edit (fixture->model);
  act (fixture, "body.move-side");
  fascia_test_drain ();
  const FasciaBodyPlace *right
      = fascia_body_model_get_place (fixture->model, lookup (fixture, RIGHT));
  g_assert_cmpint (right->answers[FASCIA_SCALE_TIGHTNESS - 1].level, ==, 7);
  g_assert_false (fascia_body_place_is_marked (
      fascia_body_model_get_place (fixture->model, lookup (fixture, LEFT))));
}

static void
test_question (Fixture *fixture, gconstpointer data)
{
  show (fixture, GPOINTER_TO_INT (data), 720);
  g_clear_pointer (&announced, g_free);
  fascia_body_model_set_selected (fixture->model, lookup (fixture, RIGHT));
  fascia_body_model_set_level (fixture->model, lookup (fixture, RIGHT), FASCIA_SCALE_TIGHTNESS, 5);
  g_signal_emit_by_name (fixture->model, "side-asked", lookup (fixture, RIGHT));
  fascia_test_assert_until (is_asked, fixture);
  fascia_test_assert_until (is_question_heard, fixture);
  act (fixture, "body.move-side");
  /* What takes out waits for the name of the check-in. */
  fascia_test_assert_until (is_left_at_five, fixture);
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpstr (get_selected_id (fixture), ==, LEFT);
  fascia_test_assert_until (is_not_asked, fixture);

  /* No, or something else: nothing happens. */
  g_signal_emit_by_name (fixture->model, "side-asked", lookup (fixture, LEFT));
  fascia_test_assert_until (is_asked, fixture);
  act (fixture, "body.keep-side");
  fascia_test_assert_until (is_not_asked, fixture);
  g_signal_emit_by_name (fixture->model, "side-asked", lookup (fixture, LEFT));
  fascia_test_assert_until (is_asked, fixture);
  fascia_body_model_set_selected (fixture->model, lookup (fixture, "jaw-left"));
  fascia_test_assert_until (is_not_asked, fixture);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 5);
}

/* ---- the menu at a point ---- */

static gboolean
has_menu (gpointer data)
{
  return find_mapped (GTK_WIDGET (((Fixture *) data)->page), GTK_TYPE_POPOVER_MENU) != NULL;
}

static void
test_right_click (Fixture *fixture, gconstpointer data)
{
  show (fixture, GPOINTER_TO_INT (data), 720);
  FasciaBodyMap *map = fascia_body_figures_get_map (fixture->figures, FASCIA_VIEW_FRONT);
  graphene_point_t inside;
  graphene_point_t at;

  g_assert_true (fascia_body_map_locate (map, lookup (fixture, "chest-upper-left"), &inside));
  g_assert_true (
      gtk_widget_compute_point (GTK_WIDGET (map), GTK_WIDGET (fixture->page), &inside, &at));
  fascia_body_page_open_menu_at (fixture->page, (double) at.x, (double) at.y);
  fascia_test_assert_until (has_menu, fixture);
  g_assert_cmpstr (get_selected_id (fixture), ==, "chest-upper-left");
  g_assert_cmpint (read_level (fixture, "chest-upper-left", FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  gtk_popover_popdown (
      GTK_POPOVER (find_mapped (GTK_WIDGET (fixture->page), GTK_TYPE_POPOVER_MENU)));

  /* Beside the body there is nothing to choose. */
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (map), GTK_WIDGET (fixture->page),
                                           &GRAPHENE_POINT_INIT (2, 2), &at));
  fascia_body_model_set_selected (fixture->model, NULL);
  fascia_body_page_open_menu_at (fixture->page, (double) at.x, (double) at.y);
  fascia_test_assert_until (has_menu, fixture);
  g_assert_null (get_selected_id (fixture));
}

/* ---- every way to another moment ---- */

static gboolean
has_moments (gpointer data)
{
  return find_mapped (GTK_WIDGET (((Fixture *) data)->page), FASCIA_TYPE_MOMENT_POPOVER) != NULL;
}

static void
test_when (Fixture *fixture, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);

  show (fixture, width, width == 360 ? 294 : 720);
  act (fixture, "body.when");
  fascia_test_assert_until (has_moments, fixture);
  FasciaMomentPopover *popover = FASCIA_MOMENT_POPOVER (
      find_mapped (GTK_WIDGET (fixture->page), FASCIA_TYPE_MOMENT_POPOVER));
  /* It opens with the present, whatever was chosen before, and however long ago. */
  fascia_moment_popover_set_local (popover, 2025, 3, 30, 2, 30);
  gtk_popover_popdown (GTK_POPOVER (popover));
  fascia_test_drain ();
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + 3 * DAY_MS);
  act (fixture, "body.when");
  fascia_test_assert_until (has_moments, fixture);
  g_assert_true (fascia_moment_popover_accept (popover));
  g_assert_cmpint (fascia_body_model_get_moment (fixture->model)->utc_ms, >,
                   FASCIA_TEST_NOW_MS + 3 * DAY_MS - HOUR_MS);
}

/* A low window has the day and its menu all the same. */
static void
test_low (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 294);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 5);
  fascia_test_drain ();
  g_assert_true (is_visible (fixture, "narrow_menu"));
  g_assert_true (is_visible (fixture, "low_summary"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_child (fixture, "low_summary"))), ==,
                   gtk_button_get_label (GTK_BUTTON (get_child (fixture, "summary_button"))));
}

/* What is marked on the side that is not shown is counted there. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 720);
  AdwToggleGroup *views = ADW_TOGGLE_GROUP (get_child (fixture, "views"));
  AdwToggle *back = adw_toggle_group_get_toggle_by_name (views, "back");
  AdwToggle *front = adw_toggle_group_get_toggle_by_name (views, "front");

  fascia_body_model_mark (fixture->model, lookup (fixture, "lower-back-left"));
  fascia_body_model_mark (fixture->model, lookup (fixture, "chest-upper-left"));
  g_assert_cmpstr (adw_toggle_get_label (back), ==, "Back · 1");
  g_assert_cmpstr (adw_toggle_get_label (front), ==, "Front");
  fascia_body_figures_set_view (fixture->figures, FASCIA_VIEW_BACK);
  g_assert_cmpstr (adw_toggle_get_label (back), ==, "Back");
  g_assert_cmpstr (adw_toggle_get_label (front), ==, "Front · 1");
}

/* ---- out ---- */

static gboolean
has_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (
             ADW_APPLICATION_WINDOW (((Fixture *) data)->window))
         != NULL;
}

static gboolean
is_summary_heard (gpointer data)
{
  return announced != NULL && g_str_has_prefix (announced, "Now: Today, 13:20.");
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 720);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 5);
  act (fixture, "body.summary");
  fascia_test_assert_until (has_dialog, fixture);
  fascia_test_assert_until (is_summary_heard, fixture);
  g_assert_cmpstr (announced, ==,
                   "Now: Today, 13:20.\n1 place, worst 5.\nLeft shoulder top, tight 5.");
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  fascia_picture_saver_write_finish (result, &answer->error);
  answer->is_done = TRUE;
}

/* (transfer full) (nullable) The file, or why not. */
static char *
save (Fixture *fixture, const char *name, gsize *length, GError **error)
{
  g_autofree char *path = fascia_test_dir_build (fixture->dir, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Answer answer = { 0 };
  char *contents = NULL;

  fascia_picture_saver_write_async (fixture->model, file, NULL, on_saved, &answer);
  fascia_test_assert_until (is_answered, &answer);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);
  else
    g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  return contents;
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } files[] = { { "a.png", "\x89PNG" }, { "b.SVG", "<?xml" }, { "c.pdf", "%PDF" } };
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  show (fixture, 1000, 720);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 5);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *contents = save (fixture, files[i].name, &length, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (length, >, 1000);
      g_assert_true (g_str_has_prefix (contents, files[i].start));
    }
  g_assert_null (save (fixture, "d.txt", &length, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
  g_clear_error (&error);
  g_assert_null (save (fixture, "nowhere/d.png", &length, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "The picture was not saved: "));
}

/* ---- the figure in another form ---- */

static gboolean
is_full (gpointer data)
{
  Fixture *fixture = data;
  FasciaBody *body = fascia_body_model_get_body (fixture->model);

  return fascia_body_get_form (body)->build == FASCIA_BUILD_FULL;
}

static gboolean
is_setup_loaded (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_setup_is_loaded (fascia_body_setup_get (fixture->journal, fixture->body));
}

static void
test_form (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 720);
  fascia_test_assert_until (is_setup_loaded, fixture);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 5);
  fascia_body_setup_set (fascia_body_setup_get (fixture->journal, fixture->body),
                         FASCIA_SETTING_BUILD, g_variant_new_string ("full"));
  fascia_test_assert_until (is_full, fixture);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 5);
  fixture->body = fascia_body_model_get_body (fixture->model);
}

/* ---- while the journal is read for the first time ---- */

static gboolean
has_spinner (gpointer data)
{
  return is_visible (data, "spinner");
}

static gboolean
has_no_spinner (gpointer data)
{
  return !is_visible (data, "spinner") && is_loaded (data);
}

static gboolean
is_model_read (gpointer data)
{
  return fascia_body_model_is_read (((Fixture *) data)->model);
}

static gboolean
has_heard_summary (gpointer data)
{
  return count_heard ("Nothing marked yet") == 1;
}

static gboolean
has_heard_reading (gpointer data)
{
  return count_heard ("Reading your journal…") == 1;
}

/* How much is marked, as the bar below the figure says it. */
static const char *
get_summary (Fixture *fixture)
{
  return gtk_button_get_label (GTK_BUTTON (get_child (fixture, "summary_button")));
}

/* Until the journal has answered nobody is told that nothing is marked. */
static void
test_slow (Fixture *fixture, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);

  g_ptr_array_set_size (heard, 0);
  make_window (fixture, width, 700);
  fascia_test_assert_until (is_laid_out, fixture);
  g_assert_false (has_spinner (fixture));
  g_assert_cmpstr (get_summary (fixture), ==, "");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->figures)));
  fascia_test_assert_until (has_spinner, fixture);
  g_assert_cmpstr (get_summary (fixture), ==, "Reading your journal…");
  fascia_test_assert_until (has_heard_reading, NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->figures)));
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "bottom_hint")));
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (has_no_spinner, fixture);
  g_assert_cmpstr (get_summary (fixture), ==, "Nothing marked yet");
  fascia_test_assert_until (has_heard_summary, NULL);
}

/* Nor of another moment; and one that answers at once says nothing of it. */
static void
test_slow_moment (Fixture *fixture, gconstpointer data)
{
  FasciaMoment at;
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (fixture->clock);

  show (fixture, 1000, 700);
  g_ptr_array_set_size (heard, 0);
  fascia_moment_init (&at, fascia_clock_now_ms (fixture->clock) - DAY_MS, zone);
  fascia_body_model_show_moment (fixture->model, &at);
  g_assert_false (fascia_body_model_is_read (fixture->model));
  g_assert_cmpstr (get_summary (fixture), ==, "");
  fascia_test_assert_until (is_model_read, fixture);
  g_assert_cmpstr (get_summary (fixture), ==, "Nothing marked yet");
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  act (fixture, "win.preferences");
  fascia_test_assert_until (has_dialog, fixture);
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

/* ---- every size ---- */

static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  static const int sizes[][2]
      = { { 360, 294 }, { 360, 640 }, { 700, 640 }, { 1000, 640 }, { 1600, 900 } };
  static const char *const actions[]
      = { "body.heat", "body.show-now", "body.draw", "body.cancel-tool", "body.summary" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      show (fixture, sizes[i][0], sizes[i][1]);
      g_assert_cmpint (fascia_body_figures_get_has_insets (fixture->figures), ==,
                       sizes[i][0] >= 1400);
      for (guint k = 0; k < G_N_ELEMENTS (actions); k++)
        {
          int minimum = 0;

          act (fixture, actions[k]);
          fascia_test_drain ();
          gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                              NULL, NULL, NULL);
          g_assert_cmpint (minimum, <=, 360);
        }
      close_window (fixture);
    }
}

#define add(name, width, function)                                                                 \
  g_test_add ("/body/modes/" name, Fixture, GINT_TO_POINTER (width), set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  heard = g_ptr_array_new_with_free_func (g_free);
  fascia_announce_set_listener (on_announced, NULL);

  add ("look", 1000, test_look);
  add ("look-narrow", 360, test_look);
  add ("moment", 360, test_moment);
  add ("heat", 1000, test_heat);
  add ("heat-narrow", 360, test_heat);
  add ("tools", 1000, test_tools);
  add ("tools-narrow", 360, test_tools);
  add ("eased", 1000, test_eased);
  add ("eased-narrow", 360, test_eased);
  add ("answers", 1000, test_answers);
  add ("question", 1000, test_question);
  add ("question-narrow", 360, test_question);
  add ("question-elsewhere", 1000, test_question_elsewhere);
  add ("right-click", 1000, test_right_click);
  add ("right-click-narrow", 360, test_right_click);
  add ("when", 1000, test_when);
  add ("when-low", 360, test_when);
  add ("low", 0, test_low);
  add ("counts", 0, test_counts);
  add ("summary", 1000, test_summary);
  add ("picture", 1000, test_picture);
  add ("form", 1000, test_form);
  add ("slow", 1000, test_slow);
  add ("slow-narrow", 360, test_slow);
  add ("slow-moment", 1000, test_slow_moment);
  add ("preferences", 1000, test_preferences);
  add ("sizes", 0, test_sizes);

  int status = run_tests ();
  g_free (announced);
  g_ptr_array_unref (heard);
  return status;
}

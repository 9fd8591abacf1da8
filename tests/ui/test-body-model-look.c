/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Body model at another moment: earlier check-ins, heat, what is asked and told, what fails.
 */

#include "config.h"

#include "body-model-fixture.h"

/* ---- another moment ---- */

/* What is written goes where it was meant to, however fast the person goes elsewhere. */
static void
test_targets (Fixture *fixture, gconstpointer data)
{
  FasciaMoment at;

  get_moment (fixture, FASCIA_TEST_NOW_MS - 5 * HOUR_MS, &at);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  fascia_body_model_show_moment (fixture->model, &at);
  g_assert_cmpint (fascia_body_model_get_target (fixture->model), ==, FASCIA_BODY_TARGET_PAST);
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  fascia_body_model_set_level (fixture->model, lookup (fixture, RIGHT), FASCIA_SCALE_TIGHTNESS, 1);
  fascia_body_model_set_level (fixture->model, lookup (fixture, OTHER), FASCIA_SCALE_TIGHTNESS, 2);
  fascia_body_model_remove (fixture->model, lookup (fixture, RIGHT));
  fascia_body_model_show_now (fixture->model);
  fascia_body_model_set_level (fixture->model, lookup (fixture, OTHER), FASCIA_SCALE_TIGHTNESS, 9);
  wait_written (fixture, 5);

  g_autoptr (GPtrArray) entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, 2);
  FasciaEntry *now = entries->pdata[0];
  FasciaEntry *past = entries->pdata[1];
  g_assert_cmpint (fascia_entry_get_moment (past)->utc_ms, ==, at.utc_ms);
  g_assert_cmpint (find_level (now, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_cmpint (find_level (now, OTHER, FASCIA_SCALE_TIGHTNESS), ==, 9);
  g_assert_cmpint (find_level (now, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpint (find_level (past, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpint (find_level (past, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpint (find_level (past, OTHER, FASCIA_SCALE_TIGHTNESS), ==, 2);
  g_assert_cmpint (get_level (fixture, OTHER, FASCIA_SCALE_TIGHTNESS), ==, 9);
  g_assert_null (fixture->failed);
}

/* An earlier check-in is compared with what was before it, not with what came later. */
static void
test_recent_of_past (Fixture *fixture, gconstpointer data)
{
  FasciaMoment at;

  write_past (fixture, 4 * DAY_MS, LEFT, 7);
  g_assert_cmpuint (
      fascia_body_state_count_unanswered (fascia_body_model_get_state (fixture->model)), ==, 1);

  get_moment (fixture, FASCIA_TEST_NOW_MS - 5 * DAY_MS, &at);
  fascia_body_model_show_moment (fixture->model, &at);
  wait_loaded (fixture);
  g_assert_cmpuint (
      fascia_body_state_count_unanswered (fascia_body_model_get_state (fixture->model)), ==, 0);

  get_moment (fixture, FASCIA_TEST_NOW_MS - 2 * DAY_MS, &at);
  fascia_body_model_show_moment (fixture->model, &at);
  wait_loaded (fixture);
  g_assert_cmpuint (
      fascia_body_state_count_unanswered (fascia_body_model_get_state (fixture->model)), ==, 1);
  fascia_body_model_ease_rest (fixture->model);
  wait_written (fixture, 2);
  g_autoptr (GPtrArray) entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpint (fascia_entry_get_moment (entries->pdata[0])->utc_ms, ==, at.utc_ms);
  g_assert_cmpint (find_level (entries->pdata[0], LEFT, FASCIA_SCALE_TIGHTNESS), ==, 0);

  /* Undone, it is gone, and the moment is still shown. */
  undo (fixture);
  g_assert_cmpint (fascia_body_model_get_target (fixture->model), ==, FASCIA_BODY_TARGET_PAST);
  g_assert_null (fascia_body_model_get_uid (fixture->model));
  fascia_body_model_mark (fixture->model, lookup (fixture, OTHER));
  wait_written (fixture, 3);
  g_assert_nonnull (fascia_body_model_get_uid (fixture->model));
}

/* ---- looking ---- */

static void
test_look (Fixture *fixture, gconstpointer data)
{
  write_past (fixture, 2 * DAY_MS, LEFT, 7);
  g_autoptr (GPtrArray) entries = list_entries (fixture);
  FasciaEntry *entry = entries->pdata[0];
  const FasciaSpread spread = { .from = LEFT, .to = RIGHT };

  fascia_body_model_show_entry (fixture->model, entry);
  g_assert_cmpint (fascia_body_model_get_target (fixture->model), ==, FASCIA_BODY_TARGET_LOOK);
  g_assert_false (fascia_body_model_is_editable (fixture->model));
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 7);

  /* Nothing writes. */
  fascia_body_model_mark (fixture->model, lookup (fixture, RIGHT));
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 1);
  fascia_body_model_step (fixture->model, lookup (fixture, LEFT), 1);
  fascia_body_model_remove (fixture->model, lookup (fixture, LEFT));
  fascia_body_model_mirror (fixture->model, lookup (fixture, LEFT));
  fascia_body_model_set_feelings (fixture->model, lookup (fixture, LEFT), NULL);
  fascia_body_model_move_to_other_side (fixture->model, lookup (fixture, LEFT));
  fascia_body_model_add_spread (fixture->model, lookup (fixture, LEFT), lookup (fixture, RIGHT));
  fascia_body_model_remove_spread (fixture->model, &spread);
  fascia_body_model_ease_rest (fixture->model);
  fascia_body_model_copy_last (fixture->model);
  fascia_body_model_set_nothing_today (fixture->model);
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_STROKE);
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  /* Nor does it choose another place. */
  fascia_body_model_set_selected (fixture->model, lookup (fixture, LEFT));
  fascia_body_model_move_to_other_side (fixture->model, lookup (fixture, LEFT));
  g_assert_true (fascia_body_model_get_selected (fixture->model) == lookup (fixture, LEFT));
  wait_written (fixture, 1);
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 7);

  /* Until the person says so: into that very check-in. */
  fascia_body_model_edit (fixture->model);
  g_assert_true (fascia_body_model_is_editable (fixture->model));
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_STROKE);
  fascia_body_model_set_level (fixture->model, lookup (fixture, RIGHT), FASCIA_SCALE_PAIN, 2);
  wait_written (fixture, 2);
  g_autoptr (GPtrArray) edited = list_entries (fixture);
  g_assert_cmpuint (edited->len, ==, 1);
  g_assert_true (
      fascia_uid_equal (fascia_entry_get_uid (edited->pdata[0]), fascia_entry_get_uid (entry)));
  g_assert_cmpint (find_level (edited->pdata[0], RIGHT, FASCIA_SCALE_PAIN), ==, 2);
  fascia_body_model_show_now (fixture->model);
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  g_assert_null (fascia_body_model_get_moment (fixture->model));
}

static gboolean
is_now (gpointer data)
{
  return fascia_body_model_get_target (((Fixture *) data)->model) == FASCIA_BODY_TARGET_NOW;
}

/* Somebody deletes what is looked at. */
static void
test_look_vanished (Fixture *fixture, gconstpointer data)
{
  Answer answer = { 0 };

  write_past (fixture, 2 * DAY_MS, LEFT, 7);
  g_autoptr (GPtrArray) entries = list_entries (fixture);
  fascia_body_model_show_entry (fixture->model, entries->pdata[0]);
  fascia_journal_delete_entry_async (fixture->journal, fascia_entry_get_uid (entries->pdata[0]),
                                     NULL, on_undone, &answer);
  fascia_test_assert_until (is_answered, &answer);
  fascia_operation_unref (answer.operation);
  fascia_test_assert_until (is_now, fixture);
}

static gboolean
has_heat (gpointer data)
{
  return fascia_body_model_get_heat (((Fixture *) data)->model) != NULL;
}

static void
test_heat (Fixture *fixture, gconstpointer data)
{
  FasciaMoment now;

  write_past (fixture, 2 * DAY_MS, LEFT, 7);
  write_past (fixture, 1 * DAY_MS, LEFT, 3);
  write_past (fixture, 20 * DAY_MS, OTHER, 9);
  get_moment (fixture, FASCIA_TEST_NOW_MS, &now);
  fascia_body_model_show_heat (fixture->model, now.day - 6, now.day, FASCIA_HEAT_WORST);
  g_assert_false (fascia_body_model_is_editable (fixture->model));
  fascia_test_assert_until (has_heat, fixture);
  FasciaHeat *heat = fascia_body_model_get_heat (fixture->model);
  g_assert_cmpuint (fascia_heat_get_n_days (heat), ==, 2);
  g_assert_cmpint (fascia_heat_get_cell (heat, lookup (fixture, LEFT))->worst, ==, 7);
  g_assert_cmpuint (fascia_heat_get_cell (heat, lookup (fixture, OTHER))->n_days, ==, 0);
  /* Nothing of a check-in shines through. */
  g_assert_null (fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model)));
  g_assert_null (fascia_body_model_get_uid (fixture->model));

  /* Another quantity, other days: from what was read already. */
  fascia_body_model_set_scale (fixture->model, FASCIA_SCALE_PAIN);
  heat = fascia_body_model_get_heat (fixture->model);
  g_assert_cmpint (fascia_heat_get_scale (heat), ==, FASCIA_SCALE_PAIN);
  g_assert_cmpuint (fascia_heat_get_n_days (heat), ==, 0);
  fascia_body_model_set_scale (fixture->model, FASCIA_SCALE_TIGHTNESS);
  fascia_body_model_show_heat (fixture->model, now.day - 29, now.day, FASCIA_HEAT_SHARE);
  heat = fascia_body_model_get_heat (fixture->model);
  g_assert_nonnull (heat);
  g_assert_cmpuint (fascia_heat_get_n_days (heat), ==, 3);
  fascia_body_model_show_now (fixture->model);
  g_assert_null (fascia_body_model_get_heat (fixture->model));
}

/* ---- left and right ---- */

static void
test_side_asked (Fixture *fixture, gconstpointer data)
{
  for (gint64 day = 9; day > 0; day--)
    write_past (fixture, day * DAY_MS, LEFT, 5);
  g_assert_cmpuint (fixture->n_asked, ==, 0);
  guint n_written = fixture->n_written;

  fascia_body_model_mark (fixture->model, lookup (fixture, RIGHT));
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  g_assert_true (fixture->asked == lookup (fixture, RIGHT));
  wait_written (fixture, n_written + 1);
  undo (fixture);
  /* Once for each place. */
  fascia_body_model_mark (fixture->model, lookup (fixture, RIGHT));
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  wait_written (fixture, n_written + 2);
  undo (fixture);

  /* An answer that it has eased is not a mistake; nor is the place it is about. */
  fascia_body_model_mark (fixture->model, lookup (fixture, LEFT));
  fascia_body_model_set_level (fixture->model, lookup (fixture, OTHER), FASCIA_SCALE_TIGHTNESS, 0);
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  wait_written (fixture, n_written + 4);
}

/* ---- who hears of it sees it ---- */

typedef struct
{
  Fixture *fixture;
  int level; /* of LEFT, when it was told */
} Seen;

static void
on_told (FasciaBodyModel *model, GParamSpec *pspec, Seen *seen)
{
  seen->level = get_level (seen->fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  Seen seen = { fixture, 0 };
  FasciaMoment at;
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  wait_written (fixture, 1);
  g_signal_connect (fixture->model, "notify::target", G_CALLBACK (on_told), &seen);
  get_moment (fixture, FASCIA_TEST_NOW_MS - DAY_MS, &at);
  fascia_body_model_show_moment (fixture->model, &at);
  g_assert_cmpint (seen.level, ==, NO_MARK);
  fascia_body_model_show_now (fixture->model);
  g_assert_cmpint (seen.level, ==, 6);
  g_signal_handlers_disconnect_by_data (fixture->model, &seen);
}

/* ---- failing ---- */

static gboolean
has_failed (gpointer data)
{
  return ((Fixture *) data)->failed != NULL;
}

/* What could not be written is not shown any longer. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const FasciaDrawingPoint point = { .x = 0, .y = 200, .level = 5 };
  const FasciaDrawing broken = {
    .kind = FASCIA_DRAWING_STROKE, /* one point is no stroke */
    .scale = FASCIA_SCALE_TIGHTNESS,
    .view = FASCIA_VIEW_FRONT,
    .figure = FASCIA_FIGURE_VERSION,
    .width = 6,
    .points = &point,
    .n_points = 1,
  };

  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  fascia_body_model_add_drawing (fixture->model, &broken);
  fascia_body_model_set_level (fixture->model, lookup (fixture, OTHER), FASCIA_SCALE_TIGHTNESS, 2);
  fascia_test_assert_until (has_failed, fixture);
  wait_written (fixture, 2);
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));
  guint n_drawings = 0;
  fascia_entry_get_drawings (entry, &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 0);
  g_assert_cmpint (find_level (entry, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_cmpint (find_level (entry, OTHER, FASCIA_SCALE_TIGHTNESS), ==, 2);
}

int
main (int argc, char *argv[])
{
  init (&argc, &argv);

  add ("/body/model/targets", test_targets);
  add ("/body/model/recent-of-past", test_recent_of_past);
  add ("/body/model/look", test_look);
  add ("/body/model/look-vanished", test_look_vanished);
  add ("/body/model/heat", test_heat);
  add ("/body/model/side-asked", test_side_asked);
  add ("/body/model/told", test_told);
  add ("/body/model/refused", test_refused);

  return g_test_run ();
}

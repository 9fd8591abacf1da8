/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Body model with a real journal: each wish is one operation and one undo, and goes into the
 * check-in it was meant for.
 */

#include "config.h"

#include "body-model-fixture.h"

/* ---- one wish, one operation, one undo ---- */

static void
wish_mark (Fixture *fixture)
{
  fascia_body_model_mark (fixture->model, lookup (fixture, "jaw-left"));
}

static void
wish_remove (Fixture *fixture)
{
  fascia_body_model_remove (fixture->model, lookup (fixture, LEFT));
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_PAIN), ==, NO_MARK);
}

static void
wish_mirror (Fixture *fixture)
{
  fascia_body_model_mirror (fixture->model, lookup (fixture, LEFT));
  g_assert_cmpint (get_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_cmpint (get_level (fixture, RIGHT, FASCIA_SCALE_PAIN), ==, 3);
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_PAIN), ==, 3);
}

/* What the other side says already stays. */
static void
test_mirror_answered (Fixture *fixture, gconstpointer data)
{
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  fascia_body_model_set_level (fixture->model, lookup (fixture, RIGHT), FASCIA_SCALE_TIGHTNESS, 2);
  wait_written (fixture, 2);
  fascia_body_model_mirror (fixture->model, lookup (fixture, RIGHT));
  wait_written (fixture, 2);
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  /* A level is more than none. */
  const FasciaRegion *mirror = fascia_region_get_mirror (lookup (fixture, OTHER));
  fascia_body_model_mark (fixture->model, lookup (fixture, OTHER));
  fascia_body_model_set_level (fixture->model, mirror, FASCIA_SCALE_TIGHTNESS, 4);
  fascia_body_model_mirror (fixture->model, mirror);
  wait_written (fixture, 5);
  g_assert_cmpint (get_level (fixture, OTHER, FASCIA_SCALE_TIGHTNESS), ==, 4);
}

static void
wish_move (Fixture *fixture)
{
  fascia_body_model_move_to_other_side (fixture->model, lookup (fixture, LEFT));
  g_assert_cmpint (get_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
}

static void
wish_area (Fixture *fixture)
{
  const FasciaRegion *const *regions = fascia_body_get_area_regions (fixture->body, 0);
  guint n_regions = 0;

  while (regions[n_regions] != NULL)
    n_regions++;
  g_assert_cmpuint (n_regions, >, 2);
  fascia_body_model_mark_all (fixture->model, regions, n_regions);
  for (guint i = 0; i < n_regions; i++)
    g_assert_true (
        fascia_body_place_is_marked (fascia_body_model_get_place (fixture->model, regions[i])));
  /* What is marked already stays as it is. */
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
}

static void
wish_copy (Fixture *fixture)
{
  fascia_body_model_copy_last (fixture->model);
  g_assert_cmpint (get_level (fixture, OTHER, FASCIA_SCALE_TIGHTNESS), ==, 4);
}

static void
wish_ease (Fixture *fixture)
{
  fascia_body_model_ease_rest (fixture->model);
  g_assert_cmpint (get_level (fixture, OTHER, FASCIA_SCALE_TIGHTNESS), ==, 0);
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
}

static void
wish_spread (Fixture *fixture)
{
  guint n_spreads = 0;

  fascia_body_model_add_spread (fixture->model, lookup (fixture, LEFT),
                                lookup (fixture, "jaw-left"));
  fascia_entry_get_spreads (
      fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model)), &n_spreads);
  g_assert_cmpuint (n_spreads, ==, 1);
  g_assert_cmpint (get_level (fixture, "jaw-left", FASCIA_SCALE_TIGHTNESS), ==,
                   FASCIA_LEVEL_NOT_GIVEN);
}

static void
wish_draw (Fixture *fixture)
{
  const FasciaShape *shape
      = fascia_body_get_home_shape (fixture->body, lookup (fixture, "abdomen-upper-left"));
  const FasciaDrawingPoint point = { .x = (float) shape->cx, .y = (float) shape->cy, .level = 7 };
  const FasciaDrawing drawing = {
    .kind = FASCIA_DRAWING_SPOT,
    .scale = FASCIA_SCALE_TIGHTNESS,
    .view = shape->view,
    .figure = FASCIA_FIGURE_VERSION,
    .width = (float) FASCIA_PEN_MEDIUM,
    .points = &point,
    .n_points = 1,
  };
  guint n_drawings = 0;

  fascia_body_model_add_drawing (fixture->model, &drawing);
  fascia_entry_get_drawings (
      fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model)), &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 1);
  g_assert_cmpint (get_level (fixture, "abdomen-upper-left", FASCIA_SCALE_TIGHTNESS), ==, 7);
}

static char *
dup_summary (Fixture *fixture)
{
  FasciaMoment now;

  get_moment (fixture, FASCIA_TEST_NOW_MS, &now);
  return fascia_body_state_dup_spoken_summary (fascia_body_model_get_state (fixture->model), &now,
                                               TRUE, FASCIA_HOURS_24);
}

static void
test_one_operation (Fixture *fixture, gconstpointer data)
{
  static void (*const wishes[]) (Fixture *fixture)
      = { wish_mark, wish_remove, wish_mirror, wish_move, wish_area,
          wish_copy, wish_ease,   wish_spread, wish_draw };

  write_past (fixture, 3 * DAY_MS, OTHER, 4);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_PAIN, 3);
  wait_written (fixture, 3);
  g_autofree char *before = dup_summary (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      guint n_written = fixture->n_written;

      wishes[i](fixture);
      g_autofree char *shown = dup_summary (fixture);
      g_assert_cmpstr (shown, !=, before);
      wait_written (fixture, n_written + 1);
      g_assert_cmpuint (fixture->n_ids, ==, 1);
      /* The journal says what was shown at once. */
      g_autofree char *stored = dup_summary (fixture);
      g_assert_cmpstr (stored, ==, shown);

      undo (fixture);
      g_autofree char *after = dup_summary (fixture);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_null (fixture->failed);
}

static void
test_nothing_today (Fixture *fixture, gconstpointer data)
{
  write_past (fixture, 3 * DAY_MS, OTHER, 4);
  fascia_body_model_set_nothing_today (fixture->model);
  wait_written (fixture, 2);
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));
  g_assert_true (fascia_entry_is_nothing_today (entry));
  g_assert_cmpint (find_level (entry, OTHER, FASCIA_SCALE_TIGHTNESS), ==, 0);
  /* Said once is enough. */
  fascia_body_model_set_nothing_today (fixture->model);
  wait_written (fixture, 2);
  undo (fixture);
  g_assert_null (fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model)));

  /* Who has marked something cannot say so. */
  fascia_body_model_mark (fixture->model, lookup (fixture, LEFT));
  wait_written (fixture, 3);
  fascia_body_model_set_nothing_today (fixture->model);
  wait_written (fixture, 3);
}

/* A place removed before its check-in has a name, and marked again. */
static void
test_hurry (Fixture *fixture, gconstpointer data)
{
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  fascia_body_model_set_level (fixture->model, lookup (fixture, OTHER), FASCIA_SCALE_TIGHTNESS, 2);
  fascia_body_model_remove (fixture->model, lookup (fixture, LEFT));
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 3);
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 3);
  wait_written (fixture, 4);

  g_autoptr (GPtrArray) entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (find_level (entries->pdata[0], LEFT, FASCIA_SCALE_TIGHTNESS), ==, 3);
  g_assert_cmpint (find_level (entries->pdata[0], OTHER, FASCIA_SCALE_TIGHTNESS), ==, 2);
  g_assert_null (fixture->failed);
}

/* The last place goes, and the check-in with it; the next mark begins another. */
static void
test_emptied (Fixture *fixture, gconstpointer data)
{
  fascia_body_model_mark (fixture->model, lookup (fixture, LEFT));
  fascia_body_model_remove (fixture->model, lookup (fixture, LEFT));
  fascia_body_model_remove (fixture->model, lookup (fixture, LEFT));
  fascia_body_model_mark (fixture->model, lookup (fixture, OTHER));
  wait_written (fixture, 3);
  g_autoptr (GPtrArray) entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (find_level (entries->pdata[0], OTHER, FASCIA_SCALE_TIGHTNESS), ==,
                   FASCIA_LEVEL_NOT_GIVEN);
  g_assert_null (fixture->failed);
}

/* Where it spreads from is the place that was chosen when it was asked, however far one walks. */
static void
test_spread_from (Fixture *fixture, gconstpointer data)
{
  FasciaMoment at;

  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_SPREAD);
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_NONE);
  fascia_body_model_add_spread (fixture->model, NULL, lookup (fixture, OTHER));

  fascia_body_model_set_selected (fixture->model, lookup (fixture, LEFT));
  g_assert_null (fascia_body_model_get_spread_from (fixture->model));
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_SPREAD);
  fascia_body_model_set_selected (fixture->model, lookup (fixture, RIGHT));
  g_assert_true (fascia_body_model_get_spread_from (fixture->model) == lookup (fixture, LEFT));
  fascia_body_model_set_selected (fixture->model, NULL);
  fascia_body_model_add_spread (fixture->model, NULL, lookup (fixture, OTHER));
  wait_written (fixture, 1);
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));
  guint n_spreads = 0;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  g_assert_cmpuint (n_spreads, ==, 1);
  g_assert_cmpstr (spreads[0].from, ==, LEFT);
  g_assert_cmpstr (spreads[0].to, ==, OTHER);

  get_moment (fixture, FASCIA_TEST_NOW_MS - DAY_MS, &at);
  fascia_body_model_show_moment (fixture->model, &at);
  g_assert_null (fascia_body_model_get_spread_from (fixture->model));
}

/* What is rubbed out in one movement is one operation. */
static void
test_erase (Fixture *fixture, gconstpointer data)
{
  const FasciaSpread spread = { .from = LEFT, .to = OTHER };
  const FasciaUid no_uid = { 0 };
  guint n_drawings = 0;
  guint n_spreads = 0;
  g_assert_false (fascia_body_model_erase (fixture->model, &no_uid, 1, NULL, 0));
  wish_draw (fixture);
  fascia_body_model_add_spread (fixture->model, lookup (fixture, LEFT), lookup (fixture, OTHER));
  wait_written (fixture, 2);
  g_assert_false (fascia_body_model_erase (fixture->model, &no_uid, 1, NULL, 0));
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));
  const FasciaUid uid = fascia_entry_get_drawings (entry, &n_drawings)[0].uid;
  g_assert_true (fascia_body_model_erase (fixture->model, &uid, 1, &spread, 1));
  wait_written (fixture, 3);
  entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));
  fascia_entry_get_drawings (entry, &n_drawings);
  fascia_entry_get_spreads (entry, &n_spreads);
  g_assert_cmpuint (n_drawings + n_spreads, ==, 0);
  g_assert_cmpint (get_level (fixture, "abdomen-upper-left", FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
}

/* The mark meant another place: its arrow comes along, what is there already stays. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  guint n_drawings = 0;
  guint n_spreads = 0;
  wish_draw (fixture);
  fascia_body_model_add_spread (fixture->model, lookup (fixture, "abdomen-upper-left"),
                                lookup (fixture, OTHER));
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_PAIN, 3);
  fascia_body_model_set_level (fixture->model, lookup (fixture, "abdomen-upper-left"),
                               FASCIA_SCALE_PAIN, 9);
  fascia_body_model_set_selected (fixture->model, lookup (fixture, "abdomen-upper-left"));
  wait_written (fixture, 4);
  fascia_body_model_move (fixture->model, lookup (fixture, "abdomen-upper-left"),
                          lookup (fixture, LEFT));
  wait_written (fixture, 5);
  g_assert_true (fascia_body_model_get_selected (fixture->model) == lookup (fixture, LEFT));
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 7);
  g_assert_cmpint (get_level (fixture, LEFT, FASCIA_SCALE_PAIN), ==, 3);
  g_assert_cmpint (get_level (fixture, "abdomen-upper-left", FASCIA_SCALE_PAIN), ==, NO_MARK);
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));
  /* The person's own there: it does not go when the drawing does. */
  g_assert_false (fascia_entry_find_mark (entry, LEFT, FASCIA_SCALE_TIGHTNESS)->is_drawn);
  fascia_entry_get_drawings (entry, &n_drawings);
  g_assert_cmpuint (n_drawings, ==, 1);
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  g_assert_cmpuint (n_spreads, ==, 1);
  g_assert_cmpstr (spreads[0].from, ==, LEFT);
  g_assert_cmpstr (spreads[0].to, ==, OTHER);
}

/* The check-in has closed by itself: what is taken out is taken out of the new one. */
static void
test_expired (Fixture *fixture, gconstpointer data)
{
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  wait_written (fixture, 1);
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + HOUR_MS);
  fascia_body_model_set_level (fixture->model, lookup (fixture, OTHER), FASCIA_SCALE_TIGHTNESS, 2);
  fascia_body_model_mark (fixture->model, lookup (fixture, "jaw-left"));
  fascia_body_model_remove (fixture->model, lookup (fixture, OTHER));
  wait_written (fixture, 4);

  g_autoptr (GPtrArray) entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpint (find_level (entries->pdata[0], OTHER, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpint (find_level (entries->pdata[0], "jaw-left", FASCIA_SCALE_TIGHTNESS), ==,
                   FASCIA_LEVEL_NOT_GIVEN);
  g_assert_cmpint (find_level (entries->pdata[1], LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_null (fixture->failed);
}

int
main (int argc, char *argv[])
{
  init (&argc, &argv);

  add ("/body/model/one-operation", test_one_operation);
  add ("/body/model/nothing-today", test_nothing_today);
  add ("/body/model/hurry", test_hurry);
  add ("/body/model/emptied", test_emptied);
  add ("/body/model/spread-from", test_spread_from);
  add ("/body/model/mirror-answered", test_mirror_answered);
  add ("/body/model/erase", test_erase);
  add ("/body/model/move", test_move);
  add ("/body/model/expired", test_expired);

  return g_test_run ();
}

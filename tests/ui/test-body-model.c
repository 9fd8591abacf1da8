/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Body model with a real journal: each wish is one operation and one undo, and goes into the
 * check-in it was meant for.
 */

#include "config.h"

#include <gtk/gtk.h>

#include "body/fascia-body-model.h"
#include "fascia-body-setup.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"

#define LEFT "shoulder-top-left"
#define RIGHT "shoulder-top-right"
#define OTHER "neck-back-left"
#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS (24 * HOUR_MS)
#define NO_MARK (-2)

typedef struct
{
  FasciaTestDir *dir;
  char *path;
  FasciaClock *clock;
  FasciaJournal *journal;
  FasciaBody *body;
  FasciaBodyModel *model;
  guint n_written;
  guint n_loaded;
  guint n_ids; /* of the newest written */
  guint64 id;  /* the newest of them */
  guint n_asked;
  const FasciaRegion *asked;
  char *failed;
} Fixture;

static void
on_written (FasciaBodyModel *model, FasciaOperation *operation, GArray *ids, Fixture *fixture)
{
  fixture->n_written++;
  fixture->n_ids = ids->len;
  fixture->id = g_array_index (ids, guint64, ids->len - 1);
  g_assert_cmpuint (fixture->id, ==, fascia_operation_get_id (operation));
}

static void
on_loaded (FasciaBodyModel *model, Fixture *fixture)
{
  fixture->n_loaded++;
}

static void
on_asked (FasciaBodyModel *model, const FasciaRegion *region, Fixture *fixture)
{
  fixture->n_asked++;
  fixture->asked = region;
}

static void
on_failed (FasciaBodyModel *model, const GError *error, Fixture *fixture)
{
  g_set_str (&fixture->failed, error->message);
}

static gboolean
is_settled (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_model_is_loaded (fixture->model) && fixture->n_loaded > 0
         && fascia_body_setup_is_loaded (fascia_body_setup_get (fixture->journal, fixture->body));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fascia_test_dir_new ();
  fixture->path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  fixture->body = fascia_body_new (NULL);
  fixture->model = fascia_body_model_new (fixture->journal, fixture->body);
  g_signal_connect (fixture->model, "written", G_CALLBACK (on_written), fixture);
  g_signal_connect (fixture->model, "loaded", G_CALLBACK (on_loaded), fixture);
  g_signal_connect (fixture->model, "side-asked", G_CALLBACK (on_asked), fixture);
  g_signal_connect (fixture->model, "failed", G_CALLBACK (on_failed), fixture);
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_settled, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->model, fixture);
  g_object_run_dispose (G_OBJECT (fixture->model));
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->journal);
  fascia_body_unref (fixture->body);
  fascia_clock_unref (fixture->clock);
  g_free (fixture->failed);
  g_free (fixture->path);
  fascia_test_dir_free (fixture->dir);
}

static const FasciaRegion *
lookup (Fixture *fixture, const char *id)
{
  const FasciaRegion *region = fascia_body_lookup (fixture->body, id);

  g_assert_nonnull (region);
  return region;
}

/* ---- waiting ---- */

typedef struct
{
  Fixture *fixture;
  guint n_written;
} Wanted;

static gboolean
has_written (gpointer data)
{
  Wanted *wanted = data;

  return wanted->fixture->n_written >= wanted->n_written;
}

static gboolean
has_loaded (gpointer data)
{
  return ((Fixture *) data)->n_loaded > 0;
}

static void
wait_written (Fixture *fixture, guint n_written)
{
  Wanted wanted = { fixture, n_written };

  fascia_test_assert_until (has_written, &wanted);
  fixture->n_loaded = 0;
  fascia_body_model_reload (fixture->model);
  fascia_test_assert_until (has_loaded, fixture);
  g_assert_cmpuint (fixture->n_written, ==, n_written);
}

/* What is shown changes at once; what the journal says a little later. */
static void
wait_loaded (Fixture *fixture)
{
  fixture->n_loaded = 0;
  fascia_body_model_reload (fixture->model);
  fascia_test_assert_until (has_loaded, fixture);
}

typedef struct
{
  gboolean is_done;
  FasciaOperation *operation;
  GPtrArray *entries;
} Answer;

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->is_done;
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GError) error = NULL;

  answer->operation = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  answer->is_done = TRUE;
}

static void
undo (Fixture *fixture)
{
  Answer answer = { 0 };

  fascia_journal_undo_async (fixture->journal, fixture->id, NULL, on_undone, &answer);
  fascia_test_assert_until (is_answered, &answer);
  fascia_operation_unref (answer.operation);
  wait_loaded (fixture);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->entries = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, NULL);
  answer->is_done = TRUE;
}

/* Newest first. */
static GPtrArray *
list_entries (Fixture *fixture)
{
  Answer answer = { 0 };

  fascia_journal_list_async (fixture->journal, G_MAXINT64, NULL, 50, NULL, on_listed, &answer);
  fascia_test_assert_until (is_answered, &answer);
  g_assert_nonnull (answer.entries);
  return answer.entries;
}

static int
find_level (FasciaEntry *entry, const char *id, FasciaScale scale)
{
  const FasciaMark *mark = fascia_entry_find_mark (entry, id, scale);

  return mark != NULL ? mark->level : NO_MARK;
}

static int
get_level (Fixture *fixture, const char *id, FasciaScale scale)
{
  const FasciaBodyAnswer *answer
      = &fascia_body_model_get_place (fixture->model, lookup (fixture, id))->answers[scale - 1];

  return answer->is_given ? answer->level : NO_MARK;
}

static void
get_moment (Fixture *fixture, gint64 utc_ms, FasciaMoment *moment)
{
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (fixture->clock);

  fascia_moment_init (moment, utc_ms, zone);
}

/* A check-in of an earlier time, with one mark on the first scale. */
static void
write_past (Fixture *fixture, gint64 ago_ms, const char *id, int level)
{
  FasciaMoment at;

  get_moment (fixture, FASCIA_TEST_NOW_MS - ago_ms, &at);
  fascia_body_model_show_moment (fixture->model, &at);
  guint n_written = fixture->n_written;
  fascia_body_model_set_level (fixture->model, lookup (fixture, id), FASCIA_SCALE_TIGHTNESS, level);
  wait_written (fixture, n_written + 1);
  fascia_body_model_show_now (fixture->model);
  wait_loaded (fixture);
}

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

#define add(name, function)                                                                        \
  g_test_add ("/body/model/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_resources_register (fascia_core_get_resource ());

  add ("one-operation", test_one_operation);
  add ("nothing-today", test_nothing_today);
  add ("hurry", test_hurry);
  add ("emptied", test_emptied);
  add ("spread-from", test_spread_from);
  add ("mirror-answered", test_mirror_answered);
  add ("erase", test_erase);
  add ("move", test_move);
  add ("expired", test_expired);
  add ("targets", test_targets);
  add ("recent-of-past", test_recent_of_past);
  add ("look", test_look);
  add ("look-vanished", test_look_vanished);
  add ("heat", test_heat);
  add ("side-asked", test_side_asked);
  add ("told", test_told);
  add ("refused", test_refused);

  return g_test_run ();
}

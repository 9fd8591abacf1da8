/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model of routines: read when asked, fresh after every change, and what it writes; filters and
 * words beside it.
 */

#include "config.h"

#include <adwaita.h>

#include "fascia-core-resources.h"
#include "fascia-ui-resources.h"
#include "routines-fixture.h"
#include "routines/fascia-routine-filter.h"
#include "routines/fascia-routine-text.h"
#include "routines/fascia-step-row.h"

#define LEFT "shoulder-top-left"

typedef struct
{
  FasciaTestDir *dir;
  FasciaClock *clock;
  FasciaJournal *journal;
  FasciaBody *body;
  FasciaBodySetup *setup;
  FasciaRoutinesModel *model;
  guint n_changed;
} Fixture;

static gboolean
is_open (gpointer data)
{
  return fascia_journal_get_state (data) == FASCIA_JOURNAL_READY;
}

static void
on_changed (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fascia_test_dir_new ();
  g_autofree char *path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
  fixture->journal = fascia_journal_new (path, fixture->clock);
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_open, fixture->journal);
  fixture->body = fascia_body_new (NULL);
  fixture->setup = fascia_body_setup_get (fixture->journal, fixture->body);
  fixture->model = fascia_routines_model_get (fixture->journal, fixture->body);
  g_signal_connect_swapped (fixture->model, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_func (fixture->model, on_changed, fixture);
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_object_ref (fixture->model);
  fascia_test_assert_finalized (fixture->journal);
  /* The journal held it, and nobody else does. */
  fascia_test_assert_finalized (fixture->model);
  fascia_clock_unref (fixture->clock);
  fascia_body_unref (fixture->body);
  fascia_test_dir_free (fixture->dir);
}

static void
load (Fixture *fixture)
{
  fascia_routines_model_load (fixture->model);
  fascia_test_assert_until (is_settled, fixture->model);
}

static const char *const *
get_list (Fixture *fixture, const char *key)
{
  return fascia_settings_get_strv (fascia_body_setup_get_settings (fixture->setup), key);
}

/* ---- reading ---- */

/* Nothing is read before somebody asks. */
static void
test_lazy (Fixture *fixture, gconstpointer data)
{
  fascia_test_drain ();
  g_assert_false (fascia_routines_model_is_ready (fixture->model));
  g_assert_false (fascia_routines_model_is_busy (fixture->model));
  g_assert_null (fascia_routines_model_get_library (fixture->model));
  g_assert_true (fascia_routines_model_get (fixture->journal, NULL) == fixture->model);
  log_tight (fixture->journal, LEFT, 6);
  fascia_test_drain ();
  g_assert_false (fascia_routines_model_is_busy (fixture->model));

  load (fixture);
  g_assert_null (fascia_routines_model_get_problem (fixture->model));
  g_assert_cmpuint (
      fascia_library_get_n_routines (fascia_routines_model_get_library (fixture->model)), >=, 40);
  g_assert_nonnull (fascia_routines_model_get_conditions (fixture->model));
  g_assert_nonnull (fascia_routines_model_get_programmes (fixture->model));
  g_assert_nonnull (fascia_routines_model_get_poses (fixture->model));
  g_assert_nonnull (fascia_routines_model_get_plan (fixture->model));
  g_assert_nonnull (fascia_routines_model_get_past (fixture->model));
  g_assert_false (fascia_safety_is_answered (fascia_routines_model_get_safety (fixture->model)));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  fascia_routines_model_load (fixture->model);
  g_assert_false (fascia_routines_model_is_busy (fixture->model));
}

/* What is suggested follows what is marked, on the side that is marked. */
static void
test_fresh (Fixture *fixture, gconstpointer data)
{
  ForPlace left = { fixture->model, LEFT };
  ForPlace right = { fixture->model, "thigh-back-right" };

  load (fixture);
  log_tight (fixture->journal, LEFT, 6);
  fascia_test_assert_until (is_for_place, &left);
  g_assert_nonnull (strstr (get_first (fixture->model)->why, "Left shoulder top"));
  g_assert_nonnull (strstr (get_first (fixture->model)->why, "6"));
  g_assert_nonnull (fascia_routines_model_get_open (fixture->model));

  log_tight (fixture->journal, "thigh-back-right", 9);
  fascia_test_assert_until (is_for_place, &right);

  /* Two places: one routine for both. */
  FasciaRoutine *from_map = fascia_routines_model_get_from_map (fixture->model);
  g_assert_nonnull (from_map);
  g_assert_cmpstr (fascia_routine_get_id (from_map), ==, "map");
}

static gboolean
is_next_day (gpointer data)
{
  Fixture *fixture = data;

  return is_settled (fixture->model)
         && fascia_routines_model_get_day (fixture->model)
                == fascia_safety_get_day (fascia_routines_model_get_safety (fixture->model))
         && fascia_routines_model_get_open (fixture->model) == NULL;
}

static void
test_midnight (Fixture *fixture, gconstpointer data)
{
  load (fixture);
  log_tight (fixture->journal, LEFT, 6);
  fascia_test_assert_until (is_settled, fixture->model);
  gint32 day = fascia_routines_model_get_day (fixture->model);

  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + DAY_MS);
  fascia_day_watch_refresh (fascia_day_watch_get (fixture->journal));
  fascia_test_assert_until (is_next_day, fixture);
  g_assert_cmpint (fascia_routines_model_get_day (fixture->model), ==, day + 1);
}

/* A draft that is being written changes a setting with every pause; nothing follows from it here. */
static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  load (fixture);
  guint n_changed = fixture->n_changed;

  fascia_body_setup_set (fixture->setup, FASCIA_SETTING_DRAFT_PREFIX "note",
                         g_variant_new_strv ((const char *const[]) { "words", NULL }, -1));
  fascia_test_drain ();
  fascia_test_assert_until (is_settled, fixture->model);
  g_assert_cmpuint (fixture->n_changed, ==, n_changed);

  fascia_body_setup_set (fixture->setup, FASCIA_SETTING_POSTURES,
                         g_variant_new_strv ((const char *const[]) { "bed", NULL }, -1));
  g_assert_true (fascia_routines_model_is_busy (fixture->model));
  fascia_test_assert_until (is_settled, fixture->model);
  g_assert_cmpuint (fixture->n_changed, >, n_changed);
}

/* ---- writing ---- */

static void
test_favourites (Fixture *fixture, gconstpointer data)
{
  load (fixture);
  FasciaLibrary *library = fascia_routines_model_get_library (fixture->model);
  g_autofree char *a = g_strdup (fascia_routine_get_id (fascia_library_get_routine (library, 0)));
  g_autofree char *b = g_strdup (fascia_routine_get_id (fascia_library_get_routine (library, 1)));

  fascia_routines_model_set_favourite (fixture->model, a, TRUE);
  fascia_routines_model_set_favourite (fixture->model, b, TRUE);
  fascia_routines_model_set_favourite (fixture->model, a, TRUE);
  g_assert_true (fascia_routines_model_is_favourite (fixture->model, a));
  g_assert_cmpuint (g_strv_length ((char **) get_list (fixture, FASCIA_SETTING_FAVOURITES)), ==, 2);
  fascia_test_assert_until (is_settled, fixture->model);
  fascia_routines_model_set_favourite (fixture->model, a, FALSE);
  g_assert_false (fascia_routines_model_is_favourite (fixture->model, a));
  g_assert_true (fascia_routines_model_is_favourite (fixture->model, b));
  fascia_test_assert_until (is_settled, fixture->model);
}

/* "Not this" is kept with its day, and taken back one by one. */
static void
test_declined (Fixture *fixture, gconstpointer data)
{
  load (fixture);
  log_tight (fixture->journal, LEFT, 6);
  fascia_test_assert_until (is_settled, fixture->model);
  g_autofree char *first = g_strdup (fascia_routine_get_id (get_first (fixture->model)->routine));
  g_autofree char *wanted
      = g_strdup_printf ("%s:%d", first, fascia_routines_model_get_day (fixture->model));

  fascia_routines_model_set_declined (fixture->model, first, TRUE);
  g_assert_cmpstr (get_list (fixture, FASCIA_SETTING_DECLINED)[0], ==, wanted);
  fascia_test_assert_until (is_settled, fixture->model);
  g_assert_cmpstr (fascia_routine_get_id (get_first (fixture->model)->routine), !=, first);

  fascia_routines_model_set_declined (fixture->model, first, TRUE);
  g_assert_cmpuint (g_strv_length ((char **) get_list (fixture, FASCIA_SETTING_DECLINED)), ==, 2);
  fascia_routines_model_set_declined (fixture->model, first, FALSE);
  fascia_routines_model_set_declined (fixture->model, first, FALSE);
  g_assert_null (get_list (fixture, FASCIA_SETTING_DECLINED)[0]);
  fascia_test_assert_until (is_settled, fixture->model);
  g_assert_cmpstr (fascia_routine_get_id (get_first (fixture->model)->routine), ==, first);

  /* No more than are looked at. */
  for (guint i = 0; i < 70; i++)
    {
      g_autofree char *id = g_strdup_printf ("routine-%u", i);

      fascia_routines_model_set_declined (fixture->model, id, TRUE);
    }
  g_assert_cmpuint (g_strv_length ((char **) get_list (fixture, FASCIA_SETTING_DECLINED)), ==, 60);
  g_assert_true (g_str_has_prefix (get_list (fixture, FASCIA_SETTING_DECLINED)[59], "routine-69:"));
  fascia_test_assert_until (is_settled, fixture->model);
}

static void
test_own (Fixture *fixture, gconstpointer data)
{
  load (fixture);
  guint n_ready
      = fascia_library_get_n_routines (fascia_routines_model_get_library (fixture->model));
  guint n_items = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (
      fascia_library_get_routine (fascia_routines_model_get_library (fixture->model), 0), &n_items);
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-one", "My evening", NULL);
  g_autoptr (FasciaRoutine) own = fascia_routine_with_items (empty, items, n_items);

  fascia_routines_model_put_own (fixture->model, "own-one", own);
  fascia_test_assert_until (is_settled, fixture->model);
  FasciaLibrary *library = fascia_routines_model_get_library (fixture->model);
  FasciaRoutine *found = fascia_library_lookup_routine (library, "own-one");
  g_assert_nonnull (found);
  g_assert_true (fascia_routine_is_own (found));
  g_assert_cmpstr (fascia_routine_get_title (found), ==, "My evening");
  g_assert_cmpuint (fascia_library_get_n_routines (library), ==, n_ready + 1);
  g_assert_nonnull (fascia_routines_model_get_info (fixture->model, "own-one"));

  /* One that makes no sense is kept and not shown. */
  fascia_body_setup_set (fixture->setup, "routine.own-two", g_variant_new_string ("<broken"));
  fascia_test_assert_until (is_settled, fixture->model);
  g_assert_cmpuint (
      fascia_library_get_n_routines (fascia_routines_model_get_library (fixture->model)), ==,
      n_ready + 1);
  g_assert_cmpstr (fascia_settings_get_string (fascia_body_setup_get_settings (fixture->setup),
                                               "routine.own-two", NULL),
                   ==, "<broken");

  fascia_routines_model_put_own (fixture->model, "own-one", NULL);
  fascia_test_assert_until (is_settled, fixture->model);
  g_assert_cmpuint (
      fascia_library_get_n_routines (fascia_routines_model_get_library (fixture->model)), ==,
      n_ready);
}

/* ---- before the safety check ---- */

/* A list tells what a routine is; what would be started now presses nowhere. */
static void
test_unanswered (Fixture *fixture, gconstpointer data)
{
  guint n_pressing = 0;

  load (fixture);
  FasciaLibrary *library = fascia_routines_model_get_library (fixture->model);
  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (library, i);
      const FasciaRoutineInfo *info
          = fascia_routines_model_get_info (fixture->model, fascia_routine_get_id (routine));
      g_autoptr (FasciaPractice) practice
          = fascia_routines_model_make_practice (fixture->model, routine, NULL, NULL);

      g_assert_nonnull (info);
      g_assert_cmpint (info->seconds, >, 0);
      g_assert_nonnull (info->step);
      g_assert_cmpint (fascia_practice_get_pressure_seconds (practice), ==, 0);
      n_pressing += fascia_library_get_pressure_seconds (library, routine, 1) > 0 ? 1 : 0;
    }
  g_assert_cmpuint (n_pressing, >, 10);
}

/* ---- filters ---- */

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const FasciaRoutineFilter all = { 0 };
  const FasciaRoutineFilter gentle = { .is_gentle = TRUE };
  const FasciaRoutineFilter no_floor = { .has_no_floor = TRUE };
  const FasciaRoutineFilter is_short = { .is_short = TRUE };
  const FasciaRoutineFilter place = { .region = LEFT };
  const FasciaRoutineFilter tool = { .tool = "tennis-ball" };
  const FasciaRoutineFilter technique = { .technique = "cross-hand" };
  const FasciaRoutineFilter kind = { .kind = FASCIA_STEP_BREATHE };
  const FasciaRoutineFilter *const some[]
      = { &gentle, &no_floor, &is_short, &place, &tool, &technique, &kind };

  load (fixture);
  FasciaLibrary *library = fascia_routines_model_get_library (fixture->model);
  g_autoptr (GPtrArray) everything = fascia_routine_filter_list (&all, fixture->model, NULL);
  g_assert_cmpuint (everything->len, ==, fascia_library_get_n_routines (library));
  g_assert_true (fascia_routine_filter_is_empty (&all));
  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    {
      g_autoptr (GPtrArray) list = fascia_routine_filter_list (some[i], fixture->model, "  ");

      g_assert_false (fascia_routine_filter_is_empty (some[i]));
      g_assert_cmpuint (list->len, >, 0);
      g_assert_cmpuint (list->len, <, everything->len);
      for (guint k = 0; k < list->len; k++)
        {
          FasciaRoutine *routine = g_ptr_array_index (list, k);
          const FasciaRoutineInfo *info
              = fascia_routines_model_get_info (fixture->model, fascia_routine_get_id (routine));

          if (some[i]->is_short)
            g_assert_cmpint (info->seconds, <=, 600);
          if (some[i]->is_gentle)
            g_assert_true (fascia_library_is_gentle (library, routine));
        }
    }

  /* What has the word in its name comes first. */
  g_autoptr (GPtrArray) found = fascia_routine_filter_list (&all, fixture->model, "shoulder");
  g_assert_cmpuint (found->len, >, 1);
  g_autofree char *title
      = g_utf8_strdown (fascia_routine_get_title (g_ptr_array_index (found, 0)), -1);
  g_assert_nonnull (strstr (title, "shoulder"));
  g_autoptr (GPtrArray) nothing = fascia_routine_filter_list (&all, fixture->model, "xylophone");
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_parts (void)
{
  FasciaRoutineFilter filter
      = { .region = LEFT, .tool = "strap", .technique = "direct", .kind = FASCIA_STEP_REST };

  for (guint i = FASCIA_ROUTINE_PART_REGION; i <= FASCIA_ROUTINE_PART_KIND; i++)
    {
      g_assert_true (fascia_routine_filter_has_part (&filter, (FasciaRoutineFilterPart) i));
      fascia_routine_filter_drop_part (&filter, (FasciaRoutineFilterPart) i);
      g_assert_false (fascia_routine_filter_has_part (&filter, (FasciaRoutineFilterPart) i));
    }
  g_assert_true (fascia_routine_filter_is_empty (&filter));
}

/* ---- words ---- */

static void
test_minutes (void)
{
  static const struct
  {
    int seconds;
    const char *text;
  } cases[]
      = { { 0, "1 min" }, { 29, "1 min" }, { 89, "1 min" }, { 90, "2 min" }, { 480, "8 min" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fascia_routine_text_minutes (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_dose (void)
{
  FasciaPracticeEntry entries[] = {
    { .side = FASCIA_SIDE_LEFT, .sets = 2, .seconds = 45, .cap = 3, .item = 4 },
    { .side = FASCIA_SIDE_RIGHT, .sets = 2, .seconds = 45, .cap = 3, .item = 4 },
    { .side = FASCIA_SIDE_MIDLINE, .sets = 1, .seconds = 30, .reps = 8, .cap = 2, .item = 5 },
    { .side = FASCIA_SIDE_RIGHT, .sets = 1, .seconds = 180, .cap = 1, .item = 6 },
  };

  g_assert_cmpuint (fascia_step_row_count (entries, 4), ==, 2);
  g_assert_cmpuint (fascia_step_row_count (entries, 1), ==, 1);
  g_assert_cmpuint (fascia_step_row_count (&entries[2], 2), ==, 1);
  g_autofree char *both = fascia_step_row_dup_dose (entries, 2);
  g_assert_cmpstr (both, ==, "2 × 45 s · each side · at most mild");
  g_autofree char *left = fascia_step_row_dup_dose (entries, 1);
  g_assert_cmpstr (left, ==, "2 × 45 s · your left side · at most mild");
  g_autofree char *times = fascia_step_row_dup_dose (&entries[2], 1);
  g_assert_cmpstr (times, ==, "8 times · at most light");
  g_autofree char *minutes = fascia_step_row_dup_dose (&entries[3], 1);
  g_assert_cmpstr (minutes, ==, "3 min · your right side · at most hardly felt");
}

/* A closed place leads on, on its own side; an open one has nothing to say. */
static void
test_beside (void)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  const FasciaRegion *knee = fascia_body_lookup (body, "knee-back-right");
  g_autofree char *closed = fascia_routine_text_beside (body, knee);
  g_autofree char *open = fascia_routine_text_beside (body, fascia_body_lookup (body, LEFT));

  g_assert_true (g_str_has_prefix (closed, "Right back of knee: nothing should press here."));
  g_assert_nonnull (strstr (closed, "Right back of thigh"));
  g_assert_null (strstr (closed, "Left"));
  g_assert_null (open);
  g_assert_cmpstr (fascia_routine_text_evidence ('A'), !=, fascia_routine_text_evidence ('B'));
  g_assert_cmpstr (fascia_routine_text_evidence ('B'), !=, fascia_routine_text_evidence ('C'));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fascia_core_get_resource ());
  g_resources_register (fascia_ui_get_resource ());

  g_test_add_func ("/routines/parts", test_parts);
  g_test_add_func ("/routines/minutes", test_minutes);
  g_test_add_func ("/routines/dose", test_dose);
  g_test_add_func ("/routines/beside", test_beside);
#define ADD(name) g_test_add ("/routines/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (lazy);
  ADD (fresh);
  ADD (midnight);
  ADD (quiet);
  ADD (favourites);
  ADD (declined);
  ADD (own);
  ADD (unanswered);
  ADD (filter);
#undef ADD

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What practising leaves in the journal goes out and comes back whole: sessions with their steps,
 * answers of the day after, answers of the safety check, routines of one's own, the plan. All of it
 * written as the program writes it, and asked for in the new journal as the program asks. */

#include "core/journal/fascia-journal-safety.h"
#include "core/routines/fascia-library.h"
#include "core/routines/fascia-routine-file.h"
#include "core/store/fascia-db-practice.h"
#include "exchange-fixture.h"

#define ROUTINE_KEY FASCIA_SETTING_ROUTINE_PREFIX "own-calf"

static FasciaBody *body;

static const char own_routine[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<routine version=\"1\">\n"
      "  <title>Calf, “mine” &amp; slow</title>\n"
      "  <step id=\"own-roll\" kind=\"release\" technique=\"direct\" tool-class=\"stick\" "
      "posture=\"chair\" regions=\"calf-upper\" tools=\"massage-stick chair\">\n"
      "    <title>Roll</title><setup>Sit.</setup><movement>Roll,\tslowly.</movement>\n"
      "    <cue>Roll</cue><avoid>Not now.</avoid><easier>Less.</easier><harder>More.</harder>\n"
      "  </step>\n  <do step=\"own-roll\" seconds=\"60\"/>\n</routine>\n";

static FasciaMoment
get_moment (int days_ago, gint64 ms)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  FasciaMoment moment;

  fascia_moment_init (&moment, FASCIA_TEST_NOW_MS - days_ago * DAY_MS + ms, zone);
  return moment;
}

/* ---- as the program writes it ---- */

static void
put_session (FasciaDb *db, int days_ago, const FasciaSession *session)
{
  const FasciaUid none = { 0 };
  const FasciaMoment at = get_moment (days_ago, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) plain = fascia_entry_new (&none, FASCIA_ENTRY_SESSION, &at);
  FasciaSession written = *session;

  written.started_ms = at.utc_ms;
  written.ended_ms = session->ended_ms > 0 ? at.utc_ms + session->ended_ms : 0;
  g_autoptr (FasciaEntry) entry = fascia_entry_with_session (plain, &written);
  g_autoptr (FasciaEntry) noted = fascia_entry_with_note (entry, days_ago == 1 ? "Warm" : NULL);
  g_autoptr (FasciaOperation) operation = fascia_db_put (db, noted, &error);
  g_assert_no_error (error);
}

static void
write_sessions (FasciaDb *db)
{
  const FasciaSessionStep steps[]
      = { { "calf-ball", "calf-upper-left", 90, 90, "done", NULL, FALSE, 3 },
          { "calf-ball", "calf-upper-right", 90, 41, "stopped", "numb", TRUE, 7 },
          { "jaw-rest", NULL, FASCIA_NOT_GIVEN, FASCIA_NOT_GIVEN, "skipped", NULL, FALSE,
            FASCIA_NOT_GIVEN },
          { "a-step-of-later", "a-place-of-later", 60, 0, "held-back", "blood-thinner", FALSE,
            0 } };
  const FasciaMark mark = { "calf-upper-left", FASCIA_SCALE_PAIN, 4, NULL, FALSE };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) before = fascia_db_log (db, &log, &error);
  g_assert_no_error (error);
  FasciaSession full = { .routine = "calf-evening",
                         .ended_ms = 600500,
                         .paused_ms = 12345,
                         .outcome = "stopped",
                         .posture = "chair",
                         .gentle = TRUE,
                         .ease_offs = 2,
                         .steps = steps,
                         .n_steps = G_N_ELEMENTS (steps) };
  const FasciaSession own = {
    .routine = "own-calf", .ended_ms = 1, .outcome = "finished", .steps = steps, .n_steps = 1
  };
  /* A computer that was switched off meanwhile. */
  const FasciaSession open = { .routine = NULL };

  full.before = *fascia_entry_get_uid (fascia_operation_get_after (before));
  put_session (db, 1, &full);
  put_session (db, 2, &own);
  put_session (db, 3, &open);
}

static void
write_soreness (FasciaDb *db)
{
  static const char *const asked[] = { FASCIA_ITEM_SORENESS, NULL };

  for (int value = 0; value <= 4; value++)
    {
      const FasciaMoment at = get_moment (value * 3, 0);
      const FasciaMeasurement answer = { .item = g_intern_static_string (FASCIA_ITEM_SORENESS),
                                         .side = FASCIA_SIDE_MIDLINE,
                                         .value = value };
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaOperation) operation = fascia_db_answer (db, &at, &answer, asked, &error);

      g_assert_no_error (error);
    }
}

static void
write_safety (FasciaDb *db)
{
  const gint32 today = get_moment (0, 0).day;
  const FasciaConditionAnswer answers[]
      = { { "blood-thinner", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, TRUE },
          { "injury", "calf-upper-left", FASCIA_SIDE_LEFT, today - 20, FALSE },
          { "joint-replacement", NULL, FASCIA_SIDE_RIGHT, -3000, FALSE },
          { "a-condition-of-later", "hip-right", FASCIA_SIDE_RIGHT, today, TRUE } };
  g_autoptr (GError) error = NULL;
  /* The first two are there twice: what is taken out later stays as a cleared row. */
  g_autoptr (FasciaOperation) all
      = fascia_db_set_answers (db, answers, G_N_ELEMENTS (answers), today - 1, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) fewer = fascia_db_set_answers (db, answers + 1, 3, today, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM condition"), ==, 4);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM condition WHERE cleared_day IS NOT NULL"),
                   ==, 1);
}

static void
write_settings (FasciaDb *db, FasciaLibrary *library)
{
  static const char *const days[] = { "1:calf-evening", "3:own-calf", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaRoutine) routine = fascia_routine_file_parse (library, own_routine, -1, &error);
  g_assert_no_error (error);
  g_autofree char *kept = fascia_routine_file_write_kept (routine);
  const struct
  {
    const char *key;
    GVariant *value;
  } all[] = {
    { ROUTINE_KEY, g_variant_new_string (kept) },
    { "plan.days", g_variant_new_strv (days, -1) },
    { "programme.started", g_variant_new_int64 (20000) },
    { "session.volume", g_variant_new_double (0.1) },
    { FASCIA_SETTING_TEN, g_variant_new_boolean (FALSE) },
    { "a setting of \"later\",", g_variant_new_string ("=1+1\r\n;\t\"\"“”\xe2\x80\xa8") },
    { FASCIA_SETTING_DRAFT_PREFIX "note", g_variant_new_strv (days, -1) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_assert_true (fascia_db_set_setting (db, all[i].key, all[i].value, &error));
      g_assert_no_error (error);
    }
}

/* ---- as the program asks for it ---- */

static void
assert_same_past (FasciaDb *a, FasciaDb *b)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaPast) past_a = fascia_db_load_past (a, G_MININT32, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaPast) past_b = fascia_db_load_past (b, G_MININT32, &error);
  g_assert_no_error (error);
  guint n_a, n_b;
  const FasciaPastSession *sessions_a = fascia_past_get_sessions (past_a, &n_a);
  const FasciaPastSession *sessions_b = fascia_past_get_sessions (past_b, &n_b);

  g_assert_cmpuint (n_a, >=, 2);
  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_cmpint (sessions_a[i].day, ==, sessions_b[i].day);
      g_assert_cmpuint (sessions_a[i].n_steps, ==, sessions_b[i].n_steps);
    }
  fascia_past_get_steps (past_a, &n_a);
  fascia_past_get_steps (past_b, &n_b);
  g_assert_cmpuint (n_a, ==, n_b);
  const FasciaPastAnswer *answers_a = fascia_past_get_answers (past_a, &n_a);
  const FasciaPastAnswer *answers_b = fascia_past_get_answers (past_b, &n_b);
  g_assert_cmpuint (n_a, ==, 5);
  g_assert_cmpmem (answers_a, n_a * sizeof *answers_a, answers_b, n_b * sizeof *answers_b);
}

static void
assert_same_answers (FasciaDb *a, FasciaDb *b)
{
  g_autoptr (GError) error = NULL;
  gint32 day_a, day_b;
  g_autoptr (GArray) answers_a = fascia_db_load_answers (a, &day_a, &error);
  g_assert_no_error (error);
  g_autoptr (GArray) answers_b = fascia_db_load_answers (b, &day_b, &error);
  g_assert_no_error (error);

  g_assert_cmpint (day_a, ==, get_moment (0, 0).day);
  g_assert_cmpint (day_a, ==, day_b);
  g_assert_cmpuint (answers_a->len, ==, 3);
  g_assert_cmpuint (answers_a->len, ==, answers_b->len);
  /* They come in another order, which says nothing. */
  for (guint i = 0; i < answers_a->len; i++)
    {
      const FasciaConditionAnswer *x = &g_array_index (answers_a, FasciaConditionAnswer, i);
      guint n_same = 0;

      for (guint j = 0; j < answers_b->len; j++)
        {
          const FasciaConditionAnswer *y = &g_array_index (answers_b, FasciaConditionAnswer, j);

          n_same += x->code == y->code && x->region == y->region && x->side == y->side
                    && x->since_day == y->since_day && x->is_unsure == y->is_unsure;
        }
      g_assert_cmpuint (n_same, ==, 1);
    }
}

static void
assert_same_settings (FasciaDb *a, FasciaDb *b, FasciaLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSettings) settings_a = fascia_db_load_settings (a, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaSettings) settings_b = fascia_db_load_settings (b, &error);
  g_assert_no_error (error);
  const char *kept = fascia_settings_get_string (settings_b, ROUTINE_KEY, NULL);

  g_assert_cmpstr (kept, ==, fascia_settings_get_string (settings_a, ROUTINE_KEY, NULL));
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_file_parse_kept (library, "own-calf", kept, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fascia_settings_get_strv (settings_b, "plan.days")[1], ==, "3:own-calf");
  g_assert_cmpint (fascia_settings_get_int64 (settings_b, "programme.started", 0), ==, 20000);
  g_assert_false (fascia_settings_get_boolean (settings_b, FASCIA_SETTING_TEN, TRUE));
  /* What is being written is nobody else's. */
  g_assert_null (fascia_settings_get_strv (settings_b, FASCIA_SETTING_DRAFT_PREFIX "note")[0]);
}

static void
assert_comes_back (StoreFixture *f, FasciaExportFormat format, FasciaLibrary *library)
{
  gboolean is_json = format == FASCIA_EXPORT_JSON;
  g_autofree char *first = fascia_test_dir_build (f->dir, is_json ? "first.json" : "first");
  g_autofree char *second = fascia_test_dir_build (f->dir, is_json ? "second.json" : "second");
  g_autoptr (GError) error = NULL;
  FasciaImportPlan plan;

  fascia_export_run (format, body, f->db, first, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaImport) import = fascia_import_read (first, body, FASCIA_TEST_NOW_MS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 0);
  FasciaDb *other = exchange_open_other (f, is_json ? "of-json" : "of-tables");
  g_autoptr (FasciaOperation) operation = fascia_db_import (other, import, FALSE, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_bad, ==, 0);
  g_assert_true (fascia_db_check (other, NULL, NULL, &error));
  g_assert_no_error (error);
  fascia_export_run (format, body, other, second, NULL, &error);
  g_assert_no_error (error);

  if (is_json)
    {
      g_autoptr (GBytes) a = exchange_load (first), b = exchange_load (second);
      exchange_assert_same (a, b);
    }
  else
    {
      g_autoptr (GDir) dir = g_dir_open (first, 0, &error);
      const char *name;
      guint n = 0;

      for (; (name = g_dir_read_name (dir)) != NULL; n++)
        {
          g_autofree char *path_a = g_build_filename (first, name, NULL);
          g_autofree char *path_b = g_build_filename (second, name, NULL);
          g_autoptr (GBytes) a = exchange_load (path_a), b = exchange_load (path_b);
          exchange_assert_same (a, b);
        }
      g_assert_cmpuint (n, >, 15);
    }
  assert_same_past (f->db, other);
  assert_same_answers (f->db, other);
  assert_same_settings (f->db, other, library);

  /* Once more is nothing new, and one Undo takes all of it back. */
  g_assert_null (fascia_db_import (other, import, FALSE, &plan, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_new + plan.n_settings + plan.n_different, ==, 0);
  g_autoptr (FasciaOperation) undone = fascia_db_undo (other, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (other,
                                "SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM "
                                "condition) + (SELECT count(*) FROM session_step)"),
                   ==, 0);
  g_assert_true (fascia_db_close (other, &error));
}

static void
test_practice (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaLibrary) library = fascia_library_new (body, &error);

  g_assert_no_error (error);
  write_sessions (f->db);
  write_soreness (f->db);
  write_safety (f->db);
  write_settings (f->db, library);
  assert_comes_back (f, FASCIA_EXPORT_JSON, library);
  assert_comes_back (f, FASCIA_EXPORT_TABLES, library);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  body = fascia_body_new (&error);
  g_assert_no_error (error);
  store_test_add ("/export/practice", test_practice);
  int status = g_test_run ();
  fascia_body_unref (body);
  return status;
}

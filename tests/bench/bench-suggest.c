/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times suggestions over a ten-year journal: bench-suggest FOLDER JOURNAL. What is marked changes
 * from one question to the next, as it does from day to day; the past is that of all ten years. */

#include <errno.h>
#include <glib/gstdio.h>

#include "bench-timer.h"
#include "core/routines/fascia-suggest.h"
#include "core/store/fascia-db-practice.h"
#include "fascia-core-resources.h"

/* How often each is done; the first is thrown away. */
#define N_TIMES 41
#define N_MARKS 6
#define N_SUGGESTIONS 12

static void
give_up (const char *what, const GError *error)
{
  fprintf (stderr, "bench-suggest: %s: %s\n", what, error ? error->message : g_strerror (errno));
  exit (1);
}

/* Sorts. */
static double
get_p95 (double *values, gsize n_values)
{
  qsort (values, n_values, sizeof *values, bench_compare);
  return values[(gsize) (0.95 * (double) (n_values - 1) + 0.5)];
}

/* A check-in of a few places anywhere on the body. */
static FasciaEntry *
make_open (FasciaBody *body, gint32 day, guint32 *chance)
{
  const FasciaMoment moment = { .utc_ms = day * G_GINT64_CONSTANT (86400000), .day = day };
  const FasciaUid uid = { { 1 } };
  FasciaEntry *entry = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);

  for (guint i = 0; i < N_MARKS; i++)
    {
      g_autoptr (FasciaEntry) old = entry;
      const FasciaRegion *region
          = fascia_body_get_region (body, bench_random (chance) % fascia_body_get_n_regions (body));
      const FasciaMark mark = {
        .region = fascia_region_get_id (region),
        .scale = FASCIA_SCALE_TIGHTNESS,
        .level = 1 + (int) (bench_random (chance) % 10),
      };

      entry = fascia_entry_with_mark (old, &mark);
    }
  return entry;
}

static void
time_past (FasciaDb *db, gint32 since_day, const char *name)
{
  double times[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autoptr (GError) error = NULL;
      const double start = bench_now_us ();
      g_autoptr (FasciaPast) past = fascia_db_load_past (db, since_day, &error);

      times[i] = bench_now_us () - start;
      if (past == NULL)
        give_up ("what was practised", error);
    }
  bench_report (name, bench_median (times + 1, N_TIMES - 1));
}

static void
time_suggestions (FasciaSuggestInput *input, FasciaBody *body)
{
  double ranking[N_TIMES], mapping[N_TIMES];
  guint32 chance = 1;

  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autoptr (FasciaEntry) open = make_open (body, input->day, &chance);

      input->open = open;
      double start = bench_now_us ();
      g_autoptr (GPtrArray) suggestions = fascia_suggest (input, N_SUGGESTIONS);
      ranking[i] = bench_now_us () - start;
      if (suggestions->len == 0)
        give_up ("nothing is suggested", NULL);

      start = bench_now_us ();
      g_autoptr (FasciaRoutine) routine = fascia_suggest_from_map (input);
      mapping[i] = bench_now_us () - start;
      input->open = NULL;
    }
  bench_report ("suggest_p95_us", get_p95 (ranking + 1, N_TIMES - 1));
  bench_report ("suggest_us", bench_median (ranking + 1, N_TIMES - 1));
  bench_report ("map_p95_us", get_p95 (mapping + 1, N_TIMES - 1));
  bench_report ("map_us", bench_median (mapping + 1, N_TIMES - 1));
}

static FasciaDb *
open_copy (const char *folder, const char *journal, FasciaClock *clock)
{
  g_autofree char *own = g_build_filename (folder, "suggest", NULL);
  g_autofree char *path = g_build_filename (own, "journal.db", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (journal);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (own, 0700);
  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    give_up (path, error);
  FasciaDb *db = fascia_db_open (path, FASCIA_DB_READ_EXISTING, clock, 1000, &error);
  if (db == NULL)
    give_up (path, error);
  return db;
}

int
main (int argc, char *argv[])
{
  if (argc != 3)
    {
      fputs ("Usage: bench-suggest FOLDER JOURNAL\n", stderr);
      return 2;
    }
  fascia_core_get_resource ();

  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  FasciaDb *db = open_copy (argv[1], argv[2], clock);
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_autoptr (FasciaLibrary) library = body != NULL ? fascia_library_new (body, &error) : NULL;
  g_autoptr (FasciaConditions) conditions
      = library != NULL ? fascia_conditions_new (body, &error) : NULL;
  g_autoptr (FasciaReferralTable) referral
      = conditions != NULL ? fascia_referral_table_new (body, &error) : NULL;
  g_autoptr (FasciaProgrammes) programmes
      = referral != NULL ? fascia_programmes_new (library, &error) : NULL;
  if (programmes == NULL)
    give_up ("the tables", error);

  g_autoptr (GPtrArray) newest = fascia_db_list (db, G_MAXINT64, NULL, 1, &error);
  g_autoptr (FasciaPast) past = fascia_db_load_past (db, G_MININT32 / 2, &error);
  if (past == NULL || newest == NULL || newest->len == 0)
    give_up ("the journal", error);
  const gint32 day = fascia_entry_get_moment (newest->pdata[0])->day;
  g_autoptr (GArray) recent = fascia_db_load_recent (db, day - 14, G_MAXINT64, &error);
  g_autoptr (FasciaSettings) settings = fascia_settings_new ();
  g_autoptr (FasciaPlan) plan = fascia_plan_new (programmes, settings);
  g_autoptr (FasciaSafety) safety = fascia_safety_new (conditions, body, NULL, 0, day, day);
  guint n_sessions;
  FasciaSuggestInput input = {
    .library = library,
    .referral = referral,
    .safety = safety,
    .past = past,
    .plan = plan,
    .settings = settings,
    .recent = recent,
    .day = day,
  };

  fascia_past_get_sessions (past, &n_sessions);
  bench_report ("sessions", n_sessions);
  time_past (db, G_MININT32 / 2, "past_us");
  time_past (db, day - FASCIA_SUGGEST_PAST_DAYS, "past_recent_us");
  time_suggestions (&input, body);
  return fascia_db_close (db, &error) ? 0 : 1;
}

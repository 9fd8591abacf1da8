/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times search and lists over a ten-year journal: bench-search FOLDER JOURNAL. With --all each
 * question is told by itself. */

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "bench-timer.h"
#include "core/store/fascia-db.h"
#include "fascia-core-resources.h"

/* As often as each question is asked, all of them in turn; the first round is thrown away. */
#define N_TIMES 41
/* As long as a page of the list. */
#define N_LISTED 50
#define MAX_QUESTIONS 48

typedef struct
{
  const char *name;
  FasciaQuery *query; /* (nullable) */
  const char *text;   /* (nullable): typed; names are looked up anew each time */
  gint64 before_ms;
  guint limit;
  gboolean is_count; /* of the days of a year */
  double times[N_TIMES];
  double typing[N_TIMES]; /* of that, taking apart what was typed */
} Question;

typedef struct
{
  FasciaDb *db;
  sqlite3 *bare;
  FasciaNames names;
  FasciaQuery *all;
  Question questions[MAX_QUESTIONS];
  guint n_questions;
  gint32 last_day;
} Bench;

static void
give_up (const char *what, const GError *error)
{
  fprintf (stderr, "bench-search: %s: %s\n", what, error ? error->message : g_strerror (errno));
  exit (1);
}

static Question *
add (Bench *self, const char *name, FasciaQuery *query)
{
  g_assert (self->n_questions < MAX_QUESTIONS);

  Question *question = &self->questions[self->n_questions++];
  question->name = name;
  question->query = query;
  question->before_ms = G_MAXINT64;
  question->limit = N_LISTED;
  return question;
}

/* Words that are in no entry, in few, in many and in all; names of places, tags, feelings, kinds and
 * questions; phrases; a script that is looked for anywhere; what is typed letter by letter. */
static guint
add_searches (Bench *self)
{
  static const char *const texts[] = {
    "xylophone",
    "shower",
    "pillow",
    "slept badly",
    "\"under the\"",
    "s",
    "sh",
    "the",
    "shoulder",
    "left shoulder",
    "neck",
    "l",
    "right",
    "back",
    "left low back stiff",
    "long sitting",
    "stress",
    "sleep",
    "burning",
    "aching",
    "check-in",
    "visit",
    "note",
    "肩",
    "massage",
    "walk lunch",
    "a b c d e f",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add (self, texts[i], NULL)->text = texts[i];
  return G_N_ELEMENTS (texts);
}

static void
add_lists (Bench *self)
{
  static const char *const common[] = { "shoulder-top-left", "shoulder-top-right", NULL };
  static const char *const rare[] = { "foot-sole-left", NULL };
  static const char *const never[] = { "big-toe-left", NULL };
  const gint32 last = self->last_day;

  add (self, "all", NULL);
  add (self, "all, five years ago", NULL)->before_ms = (last - 1826) * G_GINT64_CONSTANT (86400000);
  add (self, "all, a long page", NULL)->limit = 250;
  add (self, "a place and its mirror", fascia_query_with_regions (self->all, common));
  add (self, "a rare place", fascia_query_with_regions (self->all, rare));
  add (self, "a place never marked", fascia_query_with_regions (self->all, never));
  add (self, "a common tag", fascia_query_with_tag (self->all, "stress"));
  add (self, "a rare tag", fascia_query_with_tag (self->all, "travel"));
  add (self, "check-ins", fascia_query_with_kinds (self->all, 1u << FASCIA_ENTRY_CHECK_IN));
  add (self, "visits", fascia_query_with_kinds (self->all, 1u << FASCIA_ENTRY_VISIT));
  add (self, "all kinds but check-ins",
       fascia_query_with_kinds (self->all, 0x1feu & ~(1u << FASCIA_ENTRY_CHECK_IN)));
  add (self, "a month eight years ago",
       fascia_query_with_days (self->all, last - 2950, last - 2920));
  g_autoptr (FasciaQuery) old = fascia_query_with_days (self->all, G_MININT32, last - 3500);
  add (self, "a place in the first months", fascia_query_with_regions (old, common));
  add (self, "days of a year", NULL)->is_count = TRUE;
  add (self, "days of a year with a place", fascia_query_with_regions (self->all, common))->is_count
      = TRUE;
}

static double
ask (Bench *self, const Question *question, double *typing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaQuery) typed = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GArray) days = NULL;

  double start = bench_now_us ();
  if (question->text != NULL)
    typed = fascia_query_with_text (self->all, question->text, &self->names);
  *typing = bench_now_us () - start;
  const FasciaQuery *query = typed != NULL ? typed : question->query;
  if (question->is_count)
    days = fascia_db_count_days (self->db, query, self->last_day - 364, self->last_day, &error);
  else
    entries = fascia_db_query (self->db, query, question->before_ms, NULL, question->limit, &error);
  double took = bench_now_us () - start;
  if (error != NULL)
    give_up (question->name, error);
  return took;
}

static double
time_scan (sqlite3 *database)
{
  sqlite3_stmt *statement = NULL;

  double start = bench_now_us ();
  if (sqlite3_prepare_v2 (database, "SELECT count(*) FROM entry", -1, &statement, NULL) != SQLITE_OK
      || sqlite3_step (statement) != SQLITE_ROW)
    give_up (sqlite3_errmsg (database), NULL);
  sqlite3_finalize (statement);
  return bench_now_us () - start;
}

/* Sorts. */
static double
percentile (double *values, gsize n_values, double part)
{
  qsort (values, n_values, sizeof *values, bench_compare);
  return values[(gsize) (part * (double) (n_values - 1) + 0.5)];
}

static void
report (Bench *self, guint first, guint end, const char *name, gboolean is_all)
{
  const guint n = (end - first) * (N_TIMES - 1);
  g_autofree double *times = g_new (double, n);
  g_autofree char *median = g_strconcat (name, "_us", NULL);
  g_autofree char *late = g_strconcat (name, "_p95_us", NULL);
  g_autofree char *worst = g_strconcat (name, "_worst_p95_us", NULL);
  double slowest = 0;

  for (guint i = first; i < end; i++)
    {
      double *own = self->questions[i].times + 1;

      memcpy (times + (i - first) * (N_TIMES - 1), own, (N_TIMES - 1) * sizeof *own);
      double p95 = percentile (own, N_TIMES - 1, 0.95);
      slowest = MAX (slowest, p95);
      if (is_all)
        fprintf (stderr, "%8.0f %8.0f %8.0f  %s\n", percentile (own, N_TIMES - 1, 0.5), p95,
                 percentile (self->questions[i].typing + 1, N_TIMES - 1, 0.5),
                 self->questions[i].name);
    }
  bench_report (median, percentile (times, n, 0.5));
  bench_report (late, percentile (times, n, 0.95));
  bench_report (worst, slowest);
}

static void
copy_journal (const char *journal, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (journal);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    give_up (path, error);
}

int
main (int argc, char *argv[])
{
  const gboolean is_all = argc == 4 && strcmp (argv[3], "--all") == 0;
  g_autoptr (GError) error = NULL;
  Bench self = { 0 };

  if (argc != 3 && !is_all)
    {
      fputs ("Usage: bench-search FOLDER JOURNAL [--all]\n", stderr);
      return 2;
    }
  fascia_core_get_resource ();
  g_autofree char *folder = g_build_filename (argv[1], "search", NULL);
  g_autofree char *ours = g_build_filename (folder, "journal.db", NULL);
  g_autofree char *bare = g_build_filename (folder, "scan.db", NULL);
  g_mkdir_with_parents (folder, 0700);
  copy_journal (argv[2], ours);
  copy_journal (argv[2], bare);

  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  self.db = fascia_db_open (ours, FASCIA_DB_READ_EXISTING, clock, 1000, &error);
  if (self.db == NULL)
    give_up (ours, error);
  if (sqlite3_open_v2 (bare, &self.bare, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    give_up (bare, NULL);
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_autoptr (FasciaFeelings) feelings = fascia_feelings_new (NULL);
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (self.db, NULL);
  g_autoptr (FasciaItems) items = fascia_db_load_items (self.db, NULL);
  self.names = (FasciaNames) { body, feelings, tags, items };
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  self.all = all;
  g_autoptr (GPtrArray) newest = fascia_db_list (self.db, G_MAXINT64, NULL, 1, &error);
  if (newest == NULL || newest->len == 0)
    give_up (ours, error);
  self.last_day = fascia_entry_get_moment (g_ptr_array_index (newest, 0))->day;

  const guint n_searches = add_searches (&self);
  add_lists (&self);
  double scans[N_TIMES];
  for (guint time = 0; time < N_TIMES; time++)
    {
      scans[time] = time_scan (self.bare);
      for (guint i = 0; i < self.n_questions; i++)
        self.questions[i].times[time]
            = ask (&self, &self.questions[i], &self.questions[i].typing[time]);
    }
  bench_report ("entries", (double) fascia_db_count_entries (self.db, NULL));
  bench_report ("scan_us", percentile (scans + 1, N_TIMES - 1, 0.5));
  report (&self, 0, n_searches, "search", is_all);
  report (&self, n_searches, self.n_questions, "list", is_all);
  for (guint i = 0; i < self.n_questions; i++)
    g_clear_pointer (&self.questions[i].query, fascia_query_unref);
  sqlite3_close (self.bare);
  return fascia_db_close (self.db, &error) ? 0 : 1;
}

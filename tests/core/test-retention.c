/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of many backups stay. */

#include "config.h"

#include <string.h>

#include "core/store/fascia-backup.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS (24 * HOUR_MS)

/* Tuesday, 9 June 2026, noon UTC. */
#define NOW_MS G_GINT64_CONSTANT (1781006400000)

static guint
choose (const gint64 *created_ms, guint n, gint64 now_ms, int offset_min, gboolean *keep)
{
  guint n_kept = 0;

  memset (keep, 0x55, n * sizeof *keep);
  fascia_retention_choose (created_ms, n, now_ms, offset_min, keep);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (keep[i] == TRUE || keep[i] == FALSE);
      n_kept += keep[i] ? 1 : 0;
    }
  return n_kept;
}

static void
test_none (void)
{
  fascia_retention_choose (NULL, 0, NOW_MS, 0, NULL);
}

static void
test_one (void)
{
  static const gint64 moments[]
      = { NOW_MS, NOW_MS - DAY_MS, NOW_MS - 4000 * DAY_MS, 0, NOW_MS + 1, NOW_MS + 4000 * DAY_MS };
  gboolean keep;

  /* The newest of all stays, whenever that was. */
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    g_assert_cmpuint (choose (&moments[i], 1, NOW_MS, 0, &keep), ==, 1);
}

static void
test_two_days (void)
{
  gint64 created[200];
  gboolean keep[200];

  /* Every half an hour: all of two days. Before that the newest of each of the days. */
  for (guint i = 0; i < G_N_ELEMENTS (created); i++)
    created[i] = NOW_MS - (gint64) i * HOUR_MS / 2;
  choose (created, G_N_ELEMENTS (created), NOW_MS, 0, keep);
  for (guint i = 0; i < 96; i++)
    g_assert_true (keep[i]);
  /* 7 June began 60 hours before; its last one is among the 96. 6 June: the newest at 23:30. */
  for (guint i = 96; i < 200; i++)
    g_assert_cmpint (keep[i], ==, i == 121 || i == 169);
}

static void
test_years (void)
{
  gint64 created[1000];
  gboolean keep[1000];

  for (guint i = 0; i < G_N_ELEMENTS (created); i++)
    created[i] = NOW_MS - (gint64) i * DAY_MS;
  guint n_kept = choose (created, G_N_ELEMENTS (created), NOW_MS, 0, keep);
  for (guint i = 0; i < 12; i++)
    g_assert_true (keep[i]);
  /* Sundays end weeks: the first week is this one, so nine more. */
  for (guint week = 0; week < 9; week++)
    g_assert_true (keep[2 + 7 * week]);
  /* The ends of months: this one, so eight more. The last of them is in October: 31 October 2025 */
  g_assert_true (keep[9]);   /* 31 May */
  g_assert_true (keep[40]);  /* 30 April */
  g_assert_true (keep[221]); /* 31 October 2025 */
  for (guint i = 222; i < 1000; i++)
    g_assert_false (keep[i]);
  g_assert_cmpuint (n_kept, <=, 12 + 10 + 9);
  g_assert_cmpuint (n_kept, >=, 12 + 7 + 6);
}

/* In any order the same stay. */
static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  gint64 created[300], shuffled[300];
  guint order[300];
  gboolean keep[300], keep_shuffled[300];

  for (guint i = 0; i < 300; i++)
    {
      created[i] = NOW_MS - (gint64) (g_rand_double (rand) * 500 * DAY_MS);
      order[i] = i;
    }
  for (guint i = 299; i > 0; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1), swap = order[i];

      order[i] = order[j];
      order[j] = swap;
    }
  for (guint i = 0; i < 300; i++)
    shuffled[i] = created[order[i]];
  choose (created, 300, NOW_MS, 120, keep);
  choose (shuffled, 300, NOW_MS, 120, keep_shuffled);
  for (guint i = 0; i < 300; i++)
    g_assert_cmpint (keep_shuffled[i], ==, keep[order[i]]);
}

/* What stays once goes only when time has passed: choosing again changes nothing. */
static void
test_again (void)
{
  gint64 created[500], kept[500];
  gboolean keep[500];
  guint n_kept = 0;

  for (guint i = 0; i < 500; i++)
    created[i] = NOW_MS - (gint64) i * 17 * HOUR_MS;
  choose (created, 500, NOW_MS, -300, keep);
  for (guint i = 0; i < 500; i++)
    if (keep[i])
      kept[n_kept++] = created[i];
  g_assert_cmpuint (choose (kept, n_kept, NOW_MS, -300, keep), ==, n_kept);
}

/* Day by day for years, as it is used: there is always one of long ago. */
static void
test_life (void)
{
  g_autoptr (GArray) created = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int day = 0; day < 1500; day++)
    for (int part = 0; part < 3; part++)
      {
        gint64 now_ms = NOW_MS + day * DAY_MS + part * 5 * HOUR_MS;
        gboolean keep[100];

        g_array_append_val (created, now_ms);
        g_assert_cmpuint (created->len, <, G_N_ELEMENTS (keep));
        choose ((const gint64 *) created->data, created->len, now_ms, 60, keep);
        for (guint i = created->len; i > 0; i--)
          if (!keep[i - 1])
            g_array_remove_index (created, i - 1);
        if (day < 300)
          continue;
        gint64 oldest = g_array_index (created, gint64, 0);
        g_assert_cmpint (now_ms - oldest, >=, 205 * DAY_MS);
        g_assert_cmpint (now_ms - oldest, <=, 280 * DAY_MS);
        /* And nowhere a hole of more than five weeks. */
        for (guint i = 1; i < created->len; i++)
          g_assert_cmpint (g_array_index (created, gint64, i)
                               - g_array_index (created, gint64, i - 1),
                           <=, 36 * DAY_MS);
      }
}

/* The local day counts: at an offset, one evening and one morning are two days. */
static void
test_offset (void)
{
  /* 31 May, 22:30 and 23:30 UTC. */
  const gint64 evening = NOW_MS - 9 * DAY_MS + 10 * HOUR_MS + HOUR_MS / 2;
  const gint64 created[] = { NOW_MS, evening + HOUR_MS, evening };
  gboolean keep[3];

  g_assert_cmpuint (choose (created, 3, NOW_MS, 0, keep), ==, 2);
  g_assert_false (keep[2]);
  /* An hour ahead: the later one is the first of June. */
  g_assert_cmpuint (choose (created, 3, NOW_MS, 60, keep), ==, 3);
  g_assert_cmpuint (choose (created, 3, NOW_MS, 120, keep), ==, 2);
}

/* Over the change of the clocks the offset of now counts for all: nothing is lost for it but the
 * place of one in a day. */
static void
test_summer_time (void)
{
  /* 29 March 2026, 01:00 UTC: Berlin goes from +60 to +120. */
  const gint64 change = G_GINT64_CONSTANT (1774746000000);
  gint64 created[48];
  gboolean before[48], after[48];

  for (guint i = 0; i < G_N_ELEMENTS (created); i++)
    created[i] = change - 5 * DAY_MS + (gint64) i * HOUR_MS * 3;
  guint n_before = choose (created, 48, change + 3 * DAY_MS, 60, before);
  guint n_after = choose (created, 48, change + 3 * DAY_MS, 120, after);
  g_assert_cmpuint (n_before, >=, 6);
  g_assert_cmpuint (n_after, >=, 6);
  g_assert_true (before[47] && after[47]);
}

/* Set back by a day and by a year: what is from the future stays, and does not push others out. */
static void
test_set_back (void)
{
  gint64 created[40];
  gboolean keep[40];

  for (guint i = 0; i < 40; i++)
    created[i] = NOW_MS + DAY_MS - (gint64) i * HOUR_MS * 12;
  choose (created, 40, NOW_MS, 0, keep);
  for (guint i = 0; i < 6; i++)
    g_assert_true (keep[i]);
  choose (created, 40, NOW_MS - 365 * DAY_MS, 0, keep);
  for (guint i = 0; i < 40; i++)
    g_assert_true (keep[i]);

  /* All of long ago: twelve days of them, at least. */
  guint n_kept = choose (created, 40, NOW_MS + 4000 * DAY_MS, 0, keep);
  g_assert_cmpuint (n_kept, >=, 12);
  g_assert_cmpuint (n_kept, <, 20);
  g_assert_true (keep[0]);
}

static void
test_same_moment (void)
{
  const gint64 created[] = { NOW_MS - 30 * DAY_MS, NOW_MS - 30 * DAY_MS, NOW_MS - 30 * DAY_MS };
  gboolean keep[3];

  g_assert_cmpuint (choose (created, 3, NOW_MS, 0, keep), ==, 1);
}

static void
test_extremes (void)
{
  const gint64 created[]
      = { G_MININT64, -1, 0, 1, NOW_MS, G_MAXINT64, G_MAXINT64 - 1, G_MININT64 + 1 };
  gboolean keep[8];

  choose (created, 8, NOW_MS, 960, keep);
  g_assert_true (keep[5] && keep[6] && keep[4]);
  choose (created, 8, G_MAXINT64, -960, keep);
  choose (created, 8, G_MININT64, -960, keep);
  choose (created, 8, 0, -960, keep);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retention/none", test_none);
  g_test_add_func ("/retention/one", test_one);
  g_test_add_func ("/retention/two-days", test_two_days);
  g_test_add_func ("/retention/years", test_years);
  g_test_add_func ("/retention/order", test_order);
  g_test_add_func ("/retention/again", test_again);
  g_test_add_func ("/retention/life", test_life);
  g_test_add_func ("/retention/offset", test_offset);
  g_test_add_func ("/retention/summer-time", test_summer_time);
  g_test_add_func ("/retention/set-back", test_set_back);
  g_test_add_func ("/retention/same-moment", test_same_moment);
  g_test_add_func ("/retention/extremes", test_extremes);

  return g_test_run ();
}

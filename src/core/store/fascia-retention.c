/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of many backups stay: many of the last days, few of long ago. */

#include "config.h"

#include "fascia-backup.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)
#define ALL_MS (2 * DAY_MS)

/* The local day, week (from Monday on) or month that a moment lies in, as a number that grows. */
typedef gint64 (*PeriodFunc) (gint64 day);

static gint64
divide_down (gint64 value, gint64 by)
{
  gint64 quotient = value / by;

  return quotient * by > value ? quotient - 1 : quotient;
}

static gint64
get_day (gint64 day)
{
  return day;
}

static gint64
get_week (gint64 day)
{
  /* The first of January 1970 was a Thursday. */
  return divide_down (day + 3, 7);
}

static gint64
get_month (gint64 day)
{
  int year, month, dom;

  fascia_day_to_ymd ((gint32) CLAMP (day, -700000, 2900000), &year, &month, &dom);
  return (gint64) year * 12 + month;
}

static const struct
{
  PeriodFunc get_period;
  guint n_periods;
} rules[] = {
  { get_day, 12 },
  { get_week, 10 },
  { get_month, 9 },
};

static int
compare_newest_first (gconstpointer a, gconstpointer b, gpointer data)
{
  const gint64 *created_ms = data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  if (created_ms[i] != created_ms[j])
    return created_ms[i] > created_ms[j] ? -1 : 1;
  return i < j ? -1 : i > j;
}

void
fascia_retention_choose (const gint64 *created_ms,
                         guint n,
                         gint64 now_ms,
                         int offset_min,
                         gboolean *keep)
{
  g_autofree guint *order = NULL;

  if (n == 0)
    return;
  g_return_if_fail (created_ms != NULL);
  g_return_if_fail (keep != NULL);

  order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      /* When the clock was set back, what came later is not to be judged by it. */
      keep[i] = created_ms[i] > now_ms || created_ms[i] > MAX (now_ms, 0) - ALL_MS;
    }
  g_sort_array (order, n, sizeof *order, compare_newest_first, (gpointer) created_ms);
  keep[order[0]] = TRUE;

  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    {
      gint64 last_period = G_MININT64;
      guint n_periods = 0;

      for (guint i = 0; i < n && n_periods < rules[rule].n_periods; i++)
        {
          gint64 created = CLAMP (created_ms[order[i]], 0, G_MAXINT64 / 2);

          if (created_ms[order[i]] > now_ms)
            continue;
          gint64 day = divide_down (created + offset_min * G_GINT64_CONSTANT (60000), DAY_MS);
          gint64 period = rules[rule].get_period (day);
          if (period == last_period)
            continue;
          last_period = period;
          n_periods++;
          keep[order[i]] = TRUE;
        }
    }
}

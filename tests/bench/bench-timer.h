/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the measurements inside a process share: a clock, a median, a way to report. */

#pragma once

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* The first round is thrown away; medians are of the other eight. */
#define BENCH_ROUNDS 9

static inline double
bench_now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static inline int
bench_compare (const void *a, const void *b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Sorts @values. */
static inline double
bench_median (double *values, size_t n_values)
{
  qsort (values, n_values, sizeof *values, bench_compare);
  return n_values % 2 == 1 ? values[n_values / 2]
                           : (values[n_values / 2 - 1] + values[n_values / 2]) / 2;
}

/* One line that the script reads: a name, a number. */
static inline void
bench_report (const char *name, double value)
{
  printf ("%s %.4f\n", name, value);
  fflush (stdout);
}

/* The median of all rounds but the first. */
static inline double
bench_rounds_median (double rounds[BENCH_ROUNDS])
{
  return bench_median (rounds + 1, BENCH_ROUNDS - 1);
}

/* A cheap, repeatable stream of numbers. */
static inline guint32
bench_random (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times how long it takes to find the place at a point of the figure. */

#include "bench-timer.h"
#include "core/body/fascia-body.h"
#include "fascia-core-resources.h"

#define POINTS 20000
/* Eight pixels at 920 × 800, where a figure unit is 1.04 pixels. */
#define SLOP 7.7

typedef struct
{
  FasciaView view;
  double x, y;
} Place;

static void
choose_places (Place *places, guint32 seed)
{
  for (int i = 0; i < POINTS; i++)
    {
      places[i].view = bench_random (&seed) % 2 == 0 ? FASCIA_VIEW_FRONT : FASCIA_VIEW_BACK;
      places[i].x = FASCIA_FIGURE_X + FASCIA_FIGURE_WIDTH * (bench_random (&seed) % 10000) / 1e4;
      places[i].y = FASCIA_FIGURE_Y + FASCIA_FIGURE_HEIGHT * (bench_random (&seed) % 10000) / 1e4;
    }
}

int
main (void)
{
  g_autoptr (GError) error = NULL;

  fascia_core_get_resource ();
  double load = bench_now_us ();
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  load = bench_now_us () - load;
  if (body == NULL)
    {
      fprintf (stderr, "bench-pick: %s\n", error->message);
      return 1;
    }

  g_autofree Place *places = g_new (Place, POINTS);
  double rounds[BENCH_ROUNDS];
  double slowest[BENCH_ROUNDS];
  guint n_hits = 0;
  choose_places (places, 1);
  for (int round = 0; round < BENCH_ROUNDS; round++)
    {
      double start = bench_now_us ();
      n_hits = 0;
      for (int i = 0; i < POINTS; i++)
        n_hits += fascia_body_pick (body, places[i].view, places[i].x, places[i].y, SLOP) != NULL;
      rounds[round] = (bench_now_us () - start) / POINTS;

      /* Points inside a shape only: what a hand aims at. */
      guint n_shapes = 0;
      const FasciaShape *shapes = fascia_body_get_shapes (body, FASCIA_VIEW_FRONT, &n_shapes);
      slowest[round] = 0;
      for (guint shape = 0; shape < n_shapes; shape++)
        {
          double begin = bench_now_us ();
          for (int i = 0; i < 100; i++)
            if (fascia_body_pick (body, FASCIA_VIEW_FRONT, shapes[shape].cx, shapes[shape].cy, SLOP)
                == NULL)
              return 1;
          slowest[round] = MAX (slowest[round], (bench_now_us () - begin) / 100);
        }
    }

  bench_report ("body_load_us", load);
  bench_report ("pick_us", bench_rounds_median (rounds));
  bench_report ("pick_slowest_us", bench_rounds_median (slowest));
  bench_report ("pick_hits_percent", 100.0 * n_hits / POINTS);
  return 0;
}

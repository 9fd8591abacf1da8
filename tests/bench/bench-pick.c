/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times how long it takes to load the figures, to find the place at a point of them, and to measure
 * what is drawn on them. */

#include "bench-timer.h"
#include "core/body/fascia-extent.h"
#include "fascia-core-resources.h"

#include <math.h>

#define POINTS 20000
#define EXTENT_POINTS 10000
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

/* The drawn figure, the fuller one, and the fuller one as one sees oneself with a hidden and a
 * phantom limb: all that a person may ever see in one run. */
static double
time_load (void)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  double start = bench_now_us ();
  g_autoptr (FasciaBody) drawn = fascia_body_new (NULL);
  g_autoptr (FasciaBody) full = NULL;
  g_autoptr (FasciaBody) own = NULL;

  form.build = FASCIA_BUILD_FULL;
  full = fascia_body_new_with_form (drawn, &form);
  form.facing = FASCIA_FACING_OWN;
  form.limbs[FASCIA_LIMB_LOWER_LEG_LEFT] = FASCIA_LIMB_HIDDEN;
  form.limbs[FASCIA_LIMB_HAND_RIGHT] = FASCIA_LIMB_PHANTOM;
  own = fascia_body_new_with_form (drawn, &form);
  return bench_now_us () - start;
}

/* A scribble of so many points from shoulder to hip. */
static double
time_extent (const FasciaBody *body, guint n_points, float width)
{
  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, n_points);
  FasciaDrawing stroke = {
    .kind = FASCIA_DRAWING_STROKE,
    .scale = FASCIA_SCALE_PAIN,
    .view = FASCIA_VIEW_BACK,
    .figure = FASCIA_FIGURE_VERSION,
    .width = width,
    .points = points,
    .n_points = n_points,
  };
  double start;

  for (guint i = 0; i < n_points; i++)
    points[i]
        = (FasciaDrawingPoint) { (float) (60 * sin (i / 90.0)),
                                 (float) (140 + 200.0 * i / n_points), (float) (i % 1000) / 100 };
  start = bench_now_us ();
  g_array_unref (fascia_extent_measure (body, &stroke, 1));
  return bench_now_us () - start;
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
  double loads[BENCH_ROUNDS];
  double extents[BENCH_ROUNDS];
  double widest[BENCH_ROUNDS];
  guint n_hits = 0;
  choose_places (places, 1);
  for (int round = 0; round < BENCH_ROUNDS; round++)
    {
      loads[round] = time_load ();
      extents[round] = time_extent (body, EXTENT_POINTS, 12);
      widest[round] = time_extent (body, FASCIA_DRAWING_MAX_POINTS, 200);

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
  bench_report ("figures_load_us", bench_rounds_median (loads));
  bench_report ("extent_us", bench_rounds_median (extents));
  bench_report ("extent_widest_us", bench_rounds_median (widest));
  bench_report ("pick_us", bench_rounds_median (rounds));
  bench_report ("pick_slowest_us", bench_rounds_median (slowest));
  bench_report ("pick_hits_percent", 100.0 * n_hits / POINTS);
  return 0;
}

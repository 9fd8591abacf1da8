/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What drawings cover, the marks that follow from them, and strokes with fewer points.
 */

#include "core/body/fascia-extent.h"

#include <math.h>

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static const FasciaExtent *
find (const GArray *extents, const char *id, FasciaScale scale)
{
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      if (g_str_equal (fascia_region_get_id (extent->region), id) && extent->scale == scale)
        return extent;
    }
  return NULL;
}

static FasciaDrawing
make_stroke (const FasciaDrawingPoint *points, guint n_points, float width)
{
  return (FasciaDrawing) {
    .kind = FASCIA_DRAWING_STROKE,
    .scale = FASCIA_SCALE_PAIN,
    .view = FASCIA_VIEW_FRONT,
    .figure = FASCIA_FIGURE_VERSION,
    .width = width,
    .points = points,
    .n_points = n_points,
  };
}

/* The middle of the main shape of a place. */
static FasciaDrawingPoint
get_middle (FasciaBody *body, const char *id, float level)
{
  const FasciaShape *shape = fascia_body_get_home_shape (body, fascia_body_lookup (body, id));

  return (FasciaDrawingPoint) { (float) shape->cx, (float) shape->cy, level };
}

/* ── Measuring ───────────────────────────────────────────────────────────────────────────────── */

/* A disc well inside a place covers as much of it as its area says. */
static void
test_disc (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaShape *shape
      = fascia_body_get_home_shape (body, fascia_body_lookup (body, "knee-front-left"));
  FasciaDrawingPoint point = get_middle (body, "knee-front-left", 6);
  FasciaDrawing spot = make_stroke (&point, 1, (float) shape->r * 1.6f);
  g_autoptr (GArray) extents = NULL;
  const FasciaExtent *knee;
  double r = shape->r * 0.8;

  spot.kind = FASCIA_DRAWING_SPOT;
  extents = fascia_extent_measure (body, &spot, 1);
  g_assert_cmpuint (extents->len, ==, 1);
  knee = find (extents, "knee-front-left", FASCIA_SCALE_PAIN);
  g_assert_nonnull (knee);
  g_assert_cmpfloat_with_epsilon (knee->share, G_PI * r * r / fascia_path_get_area (shape->path),
                                  0.02);
  g_assert_cmpfloat_with_epsilon (knee->mean, 6, 1e-6);
  g_assert_cmpfloat_with_epsilon (knee->sum, 6 * G_PI * r * r, 0.02 * 6 * G_PI * r * r);
}

/* Where drawings overlap the higher level holds, and the area counts once. */
static void
test_overlap (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint points[] = {
    get_middle (body, "thigh-front-left", 2),
    get_middle (body, "thigh-front-left", 8),
    get_middle (body, "thigh-front-left", FASCIA_LEVEL_NOT_GIVEN),
  };
  FasciaDrawing spots[3];
  const FasciaExtent *one, *three;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) all = NULL;

  for (guint i = 0; i < 3; i++)
    {
      spots[i] = make_stroke (&points[i], 1, 20);
      spots[i].kind = FASCIA_DRAWING_SPOT;
    }
  first = fascia_extent_measure (body, spots, 1);
  all = fascia_extent_measure (body, spots, 3);
  one = find (first, "thigh-front-left", FASCIA_SCALE_PAIN);
  three = find (all, "thigh-front-left", FASCIA_SCALE_PAIN);
  g_assert_cmpfloat (one->share, ==, three->share);
  g_assert_cmpfloat_with_epsilon (one->mean, 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (three->mean, 8, 1e-6);

  /* Without any level there is no mean. */
  g_clear_pointer (&all, g_array_unref);
  all = fascia_extent_measure (body, &spots[2], 1);
  three = find (all, "thigh-front-left", FASCIA_SCALE_PAIN);
  g_assert_cmpfloat (three->mean, <, 0);
  g_assert_cmpfloat (three->sum, ==, 0);
  g_assert_cmpfloat (three->share, ==, one->share);

  /* Tightness and pain are two quantities. */
  spots[0].scale = FASCIA_SCALE_TIGHTNESS;
  g_clear_pointer (&all, g_array_unref);
  all = fascia_extent_measure (body, spots, 2);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (find (all, "thigh-front-left", FASCIA_SCALE_TIGHTNESS)->mean, 2,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (find (all, "thigh-front-left", FASCIA_SCALE_PAIN)->mean, 8, 1e-6);
}

/* A pen that presses harder and harder: in the middle it is half. */
static void
test_pressure (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint middle = get_middle (body, "thigh-front-left", 0);
  FasciaDrawingPoint points[2] = { { middle.x, middle.y - 10, 2 }, { middle.x, middle.y + 10, 8 } };
  FasciaDrawing stroke = make_stroke (points, 2, 4);
  g_autoptr (GArray) extents = fascia_extent_measure (body, &stroke, 1);
  const FasciaExtent *thigh;

  g_assert_cmpuint (extents->len, <=, 1);
  stroke.width = 10;
  g_clear_pointer (&extents, g_array_unref);
  extents = fascia_extent_measure (body, &stroke, 1);
  thigh = find (extents, "thigh-front-left", FASCIA_SCALE_PAIN);
  g_assert_cmpfloat_with_epsilon (thigh->mean, 5, 0.15);
}

/* A line across two places covers both; what leaves the body counts nowhere. */
static void
test_leaving (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint inside = get_middle (body, "thigh-outer-left", 5);
  FasciaDrawingPoint points[2] = { inside, { 200, inside.y, 5 } };
  FasciaDrawing stroke = make_stroke (points, 2, 30);
  g_autoptr (GArray) extents = fascia_extent_measure (body, &stroke, 1);
  double sum = 0;

  g_assert_nonnull (find (extents, "thigh-outer-left", FASCIA_SCALE_PAIN));
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      g_assert_cmpint (fascia_region_get_side (extent->region), ==, FASCIA_SIDE_LEFT);
      g_assert_cmpfloat (extent->share, <=, 1);
      sum += extent->sum;
    }
  g_assert_cmpfloat (sum, <, 5 * 30 * 50.0);

  points[0] = (FasciaDrawingPoint) { 190, 600, 5 };
  points[1] = (FasciaDrawingPoint) { 215, 700, 5 };
  g_clear_pointer (&extents, g_array_unref);
  extents = fascia_extent_measure (body, &stroke, 1);
  g_assert_cmpuint (extents->len, ==, 0);
}

/* Whoever covers everything has covered every place wholly, on both views. */
static void
test_everything (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, 40);
  FasciaDrawing strokes[2];
  g_autoptr (GArray) extents = NULL;

  for (guint i = 0; i < 40; i++)
    points[i] = (FasciaDrawingPoint) { i % 4 < 2 ? -218 : 218,
                                       (float) (FASCIA_FIGURE_Y + 20.0 * (i / 2 * 2)), 3 };
  strokes[0] = strokes[1] = make_stroke (points, 40, 90);
  strokes[1].view = FASCIA_VIEW_BACK;
  extents = fascia_extent_measure (body, strokes, 2);
  g_assert_cmpuint (extents->len, ==, fascia_body_get_n_regions (body));
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      g_assert_cmpuint (fascia_region_get_index (extent->region), ==, i);
      g_assert_cmpfloat_with_epsilon (extent->share, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (extent->mean, 3, 1e-6);
    }
}

/* The grid agrees with the exact shapes. */
static void
test_areas (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n_checked = 0;

  for (guint k = 0; k < 400; k++)
    {
      FasciaView view = k % 2 == 0 ? FASCIA_VIEW_FRONT : FASCIA_VIEW_BACK;
      FasciaDrawingPoint point = { (float) g_rand_double_range (rand, -218, 218),
                                   (float) g_rand_double_range (rand, -6, 766), 4 };
      FasciaDrawing spot = make_stroke (&point, 1, 0.1f);
      g_autoptr (GArray) extents = NULL;
      /* The middle of the square is what counts. */
      double x = floor (point.x) + 0.5;
      double y = floor (point.y) + 0.5;
      const FasciaShape *shape = fascia_body_pick_shape (body, view, x, y, 0);

      spot.kind = FASCIA_DRAWING_SPOT;
      spot.view = view;
      extents = fascia_extent_measure (body, &spot, 1);
      /* On an edge every answer is right. */
      if (shape == NULL)
        {
          g_assert_true (extents->len == 0 || fascia_body_pick (body, view, x, y, 0.05) != NULL);
          continue;
        }
      if (fascia_path_get_distance (shape->path, x, y) < 0.05)
        continue;
      /* However small: the spot's middle lies in it. */
      g_assert_cmpuint (extents->len, ==, 1);
      g_assert_true (g_array_index (extents, FasciaExtent, 0).region == shape->region);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 80);
}

/* In any form of the figure the answer is the same: drawings are of the canonical one. */
static void
test_forms (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  g_autoptr (FasciaBody) other = NULL;
  FasciaDrawingPoint points[3] = {
    get_middle (body, "shoulder-front-left", 3),
    get_middle (body, "abdomen-upper-right", 6),
    get_middle (body, "knee-front-left", 9),
  };
  FasciaDrawing stroke = make_stroke (points, 3, 22);
  g_autoptr (GArray) a = NULL;
  g_autoptr (GArray) b = NULL;

  form.build = FASCIA_BUILD_FULL;
  form.facing = FASCIA_FACING_OWN;
  form.limbs[FASCIA_LIMB_LOWER_LEG_LEFT] = FASCIA_LIMB_HIDDEN;
  other = fascia_body_new_with_form (body, &form);
  a = fascia_extent_measure (body, &stroke, 1);
  b = fascia_extent_measure (other, &stroke, 1);
  g_assert_cmpuint (a->len, >, 4);
  g_assert_cmpmem (a->data, a->len * sizeof (FasciaExtent), b->data,
                   b->len * sizeof (FasciaExtent));
}

static void
test_nonsense (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint middle = get_middle (body, "knee-front-left", 4);
  FasciaDrawingPoint odd[] = {
    { NAN, 100, 5 },        { 100, INFINITY, 5 },       { 1e30f, -1e30f, 5 },
    { -3e38f, 3e38f, NAN }, { middle.x, middle.y, 4 },  { middle.x, middle.y, -7 },
    { 0, 0, 99 },           { middle.x, -INFINITY, 5 },
  };
  FasciaDrawing strokes[6];
  g_autoptr (GArray) extents = NULL;
  g_autoptr (GArray) none = fascia_extent_measure (body, NULL, 0);

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    strokes[i] = make_stroke (odd, G_N_ELEMENTS (odd), 12);
  strokes[1].width = NAN;
  strokes[2].width = INFINITY;
  strokes[3].width = -4;
  strokes[4].n_points = 0;
  strokes[5].scale = (FasciaScale) 9;
  extents = fascia_extent_measure (body, strokes, G_N_ELEMENTS (strokes));
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      g_assert_cmpfloat (extent->share, >, 0);
      g_assert_cmpfloat (extent->share, <=, 1);
      g_assert_cmpfloat (extent->mean, <=, 10);
      g_assert_true (isfinite (extent->sum));
    }

  /* A stroke that goes nowhere is a disc; a point that is no number is not there. */
  g_clear_pointer (&extents, g_array_unref);
  strokes[0].points = &odd[4];
  strokes[0].n_points = 2;
  strokes[0].width = 24;
  extents = fascia_extent_measure (body, strokes, 1);
  g_assert_cmpuint (extents->len, ==, 1);
  g_assert_cmpfloat (g_array_index (extents, FasciaExtent, 0).mean, ==, 4);
  odd[5].x = NAN;
  g_clear_pointer (&extents, g_array_unref);
  extents = fascia_extent_measure (body, strokes, 1);
  g_assert_cmpuint (extents->len, ==, 1);
}

static void
test_speed (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, 10000);
  FasciaDrawing stroke = make_stroke (points, 10000, 12);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 10000; i++)
    points[i] = (FasciaDrawingPoint) { (float) (60 * sin (i / 90.0)),
                                       (float) (120 + 0.03 * i + 20 * cos (i / 40.0)),
                                       (float) (i % 1000) / 100 };
  for (guint i = 0; i < 5; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) extents = fascia_extent_measure (body, &stroke, 1);

      g_assert_cmpuint (extents->len, >, 4);
      best = fmin (best, (double) (g_get_monotonic_time () - start));
    }
  g_test_message ("10,000 points: %.2f ms", best / 1000);
}

/* ── Marks that follow ───────────────────────────────────────────────────────────────────────── */

static FasciaEntry *
make_entry (void)
{
  FasciaUid uid;
  FasciaMoment moment = { 0 };
  const guint8 random[10] = { 0 };

  fascia_uid_init (&uid, 1, random);
  return fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
}

static FasciaEntry *
with_spot (FasciaEntry *entry, const FasciaDrawingPoint *point, guint8 name)
{
  FasciaDrawing spot = make_stroke (point, 1, 10);
  FasciaEntry *changed;

  spot.kind = FASCIA_DRAWING_SPOT;
  spot.uid.bytes[0] = name;
  changed = fascia_entry_with_drawing (entry, &spot);
  fascia_entry_unref (entry);
  return changed;
}

static FasciaEntry *
with_mark (FasciaEntry *entry, const char *region, int level, const char *const *feelings)
{
  FasciaMark mark = { region, FASCIA_SCALE_PAIN, level, feelings };
  FasciaEntry *changed = fascia_entry_with_mark (entry, &mark);

  fascia_entry_unref (entry);
  return changed;
}

#define KNEE "knee-front-left"

typedef struct
{
  GArray *marks;
  GArray *gone;
} Outcome;

static Outcome
plan (FasciaBody *body, FasciaEntry *entry, const FasciaDrawingPoint *point, guint8 gone)
{
  FasciaDrawing spot = make_stroke (point, 1, 10);
  FasciaUid uid = { { gone } };
  Outcome outcome;

  spot.kind = FASCIA_DRAWING_SPOT;
  fascia_extent_plan (body, entry, &spot, point != NULL ? 1 : 0, gone > 0 ? &uid : NULL,
                      gone > 0 ? 1 : 0, &outcome.marks, &outcome.gone);
  return outcome;
}

static void
assert_outcome (Outcome outcome, guint n_marks, int level, guint n_gone)
{
  g_assert_cmpuint (outcome.marks->len, ==, n_marks);
  g_assert_cmpuint (outcome.gone->len, ==, n_gone);
  if (n_marks > 0)
    {
      const FasciaMark *mark = &g_array_index (outcome.marks, FasciaMark, 0);

      g_assert_cmpstr (mark->region, ==, KNEE);
      g_assert_cmpint (mark->scale, ==, FASCIA_SCALE_PAIN);
      g_assert_cmpint (mark->level, ==, level);
      g_assert_null (mark->feelings);
    }
  if (n_gone > 0)
    g_assert_cmpstr (g_array_index (outcome.gone, FasciaMarkKey, 0).region, ==, KNEE);
  g_array_unref (outcome.marks);
  g_array_unref (outcome.gone);
}

static void
test_plan (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint four = get_middle (body, KNEE, 4);
  FasciaDrawingPoint eight = get_middle (body, KNEE, 7.5);
  FasciaDrawingPoint none = get_middle (body, KNEE, FASCIA_LEVEL_NOT_GIVEN);
  const char *const feelings[] = { "dull", NULL };
  g_autoptr (FasciaEntry) entry = make_entry ();

  /* It comes… */
  assert_outcome (plan (body, NULL, &four, 0), 1, 4, 0);
  assert_outcome (plan (body, entry, &none, 0), 1, FASCIA_LEVEL_NOT_GIVEN, 0);
  assert_outcome (plan (body, entry, NULL, 9), 0, 0, 0);

  /* … changes … */
  entry = with_spot (entry, &four, 1);
  entry = with_mark (entry, KNEE, 4, NULL);
  assert_outcome (plan (body, entry, &eight, 0), 1, 8, 0);
  assert_outcome (plan (body, entry, &none, 0), 0, 0, 0);
  assert_outcome (plan (body, entry, &none, 1), 1, FASCIA_LEVEL_NOT_GIVEN, 1);
  /* … and goes. */
  assert_outcome (plan (body, entry, NULL, 1), 0, 0, 1);

  /* What the person said otherwise stays. */
  entry = with_mark (entry, KNEE, 6, NULL);
  assert_outcome (plan (body, entry, &eight, 0), 0, 0, 0);
  assert_outcome (plan (body, entry, NULL, 1), 0, 0, 0);
  entry = with_mark (entry, KNEE, 4, feelings);
  assert_outcome (plan (body, entry, &eight, 0), 0, 0, 0);
  assert_outcome (plan (body, entry, NULL, 1), 0, 0, 0);
}

/* A mark taken out by hand comes back only when something new is drawn there. */
static void
test_plan_taken_out (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint four = get_middle (body, KNEE, 4);
  FasciaDrawingPoint elsewhere = get_middle (body, "knee-front-right", 4);
  g_autoptr (FasciaEntry) entry = with_spot (make_entry (), &four, 1);
  Outcome outcome = plan (body, entry, &elsewhere, 0);

  g_assert_cmpuint (outcome.marks->len, ==, 1);
  g_assert_cmpstr (g_array_index (outcome.marks, FasciaMark, 0).region, ==, "knee-front-right");
  g_array_unref (outcome.marks);
  g_array_unref (outcome.gone);
  assert_outcome (plan (body, entry, &four, 0), 1, 4, 0);
  assert_outcome (plan (body, entry, NULL, 1), 0, 0, 0);
}

/* ── Fewer points ────────────────────────────────────────────────────────────────────────────── */

static double
get_distance (const GArray *kept, const FasciaDrawingPoint *p)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < kept->len; i++)
    {
      const FasciaDrawingPoint *a = &g_array_index (kept, FasciaDrawingPoint, i);
      const FasciaDrawingPoint *b = &g_array_index (kept, FasciaDrawingPoint, i + 1);
      double dx = (double) b->x - a->x;
      double dy = (double) b->y - a->y;
      double n = dx * dx + dy * dy;
      double t = n > 0
                     ? CLAMP ((((double) p->x - a->x) * dx + ((double) p->y - a->y) * dy) / n, 0, 1)
                     : 0;

      best = fmin (best, hypot (p->x - a->x - t * dx, p->y - a->y - t * dy));
    }
  return best;
}

static void
test_simplify (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 60; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 3, 800);
      g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, n);
      double tolerance = g_rand_double_range (rand, 0.1, 4);
      g_autoptr (GArray) kept = NULL;
      guint last = 0;

      for (guint i = 0; i < n; i++)
        points[i] = (FasciaDrawingPoint) { (float) (i * 0.5 + g_rand_double (rand) * 0.3),
                                           (float) (30 * sin (i / 35.0)),
                                           (float) (5 + 4 * sin (i / 60.0)) };
      kept = fascia_stroke_simplify (points, n, tolerance);
      g_assert_cmpuint (kept->len, >=, 2);
      g_assert_cmpuint (kept->len, <=, n);
      if (n > 200)
        g_assert_cmpuint (kept->len, <, n / 2);
      g_assert_cmpmem (&g_array_index (kept, FasciaDrawingPoint, 0), sizeof *points, &points[0],
                       sizeof *points);
      g_assert_cmpmem (&g_array_index (kept, FasciaDrawingPoint, kept->len - 1), sizeof *points,
                       &points[n - 1], sizeof *points);
      for (guint i = 0; i < n; i++)
        {
          const FasciaDrawingPoint *at = &g_array_index (kept, FasciaDrawingPoint, last);

          g_assert_cmpfloat (get_distance (kept, &points[i]), <=, tolerance + 1e-4);
          /* Those that stay are points of the stroke, in order. */
          if (last < kept->len && at->x == points[i].x && at->y == points[i].y)
            last++;
        }
      g_assert_cmpuint (last, ==, kept->len);
    }
}

static void
test_simplify_edges (void)
{
  const FasciaDrawingPoint line[] = {
    { 0, 0, 1 }, { 1, 0, 1 }, { 2, 0, 1 }, { 3, 0, 1 }, { 4, 0, 1 },
  };
  const FasciaDrawingPoint pressed[] = {
    { 0, 0, 1 }, { 1, 0, 1 }, { 2, 0, 4 }, { 3, 0, 1 }, { 4, 0, 1 },
  };
  const FasciaDrawingPoint lifted[] = { { 0, 0, 1 }, { 2, 0, -1 }, { 4, 0, 1 } };
  const FasciaDrawingPoint still[] = { { 5, 5, 1 }, { 5, 5, 1 }, { 5, 5, 1 } };
  g_autofree FasciaDrawingPoint *many = g_new (FasciaDrawingPoint, 20000);
  g_autoptr (GArray) a = fascia_stroke_simplify (line, 5, 0.5);
  g_autoptr (GArray) b = fascia_stroke_simplify (pressed, 5, 0.5);
  g_autoptr (GArray) c = fascia_stroke_simplify (lifted, 3, 0.5);
  g_autoptr (GArray) d = fascia_stroke_simplify (still, 3, 0.5);
  g_autoptr (GArray) e = fascia_stroke_simplify (NULL, 0, 0.5);
  g_autoptr (GArray) f = fascia_stroke_simplify (line, 5, 0);
  g_autoptr (GArray) g = NULL;

  g_assert_cmpuint (a->len, ==, 2);
  g_assert_cmpuint (b->len, ==, 5);
  g_assert_cmpuint (c->len, ==, 3);
  g_assert_cmpuint (d->len, ==, 2);
  g_assert_cmpuint (e->len, ==, 0);
  g_assert_cmpuint (f->len, ==, 5);
  /* The longest stroke there is, and no deep recursion. */
  for (guint i = 0; i < 20000; i++)
    many[i] = (FasciaDrawingPoint) { (float) i, i % 2 == 0 ? 0 : 9, 2 };
  g = fascia_stroke_simplify (many, 20000, 1);
  g_assert_cmpuint (g->len, ==, 20000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/extent/disc", test_disc);
  g_test_add_func ("/extent/overlap", test_overlap);
  g_test_add_func ("/extent/pressure", test_pressure);
  g_test_add_func ("/extent/leaving", test_leaving);
  g_test_add_func ("/extent/everything", test_everything);
  g_test_add_func ("/extent/areas", test_areas);
  g_test_add_func ("/extent/forms", test_forms);
  g_test_add_func ("/extent/nonsense", test_nonsense);
  g_test_add_func ("/extent/speed", test_speed);
  g_test_add_func ("/extent/plan", test_plan);
  g_test_add_func ("/extent/plan-taken-out", test_plan_taken_out);
  g_test_add_func ("/extent/simplify", test_simplify);
  g_test_add_func ("/extent/simplify-edges", test_simplify_edges);

  return g_test_run ();
}

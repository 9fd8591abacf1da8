/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The marks that follow from drawings, and strokes with fewer points.
 */

#include <math.h>

#include "extent-fixture.h"

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
  FasciaDrawing spot = make_spot (point, 10);
  FasciaEntry *changed;

  spot.uid.bytes[0] = name;
  changed = fascia_entry_with_drawing (entry, &spot);
  fascia_entry_unref (entry);
  return changed;
}

#define KNEE "knee-front-left"

static FasciaEntry *
with_mark (FasciaEntry *entry, int level, const char *const *feelings, gboolean is_drawn)
{
  FasciaMark mark = { KNEE, FASCIA_SCALE_PAIN, level, feelings, is_drawn };
  FasciaEntry *changed = fascia_entry_with_mark (entry, &mark);

  fascia_entry_unref (entry);
  return changed;
}

typedef struct
{
  GArray *marks;
  GArray *gone;
} Outcome;

static Outcome
plan (FasciaBody *body, FasciaEntry *entry, const FasciaDrawingPoint *point, guint8 gone)
{
  FasciaDrawing spot = make_spot (point, 10);
  FasciaUid uid = { { gone } };
  Outcome outcome;

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
      g_assert_true (mark->is_drawn);
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
  entry = with_mark (entry, 4, NULL, TRUE);
  assert_outcome (plan (body, entry, &eight, 0), 1, 8, 0);
  assert_outcome (plan (body, entry, &none, 0), 0, 0, 0);
  assert_outcome (plan (body, entry, &none, 1), 1, FASCIA_LEVEL_NOT_GIVEN, 1);
  /* … and goes. */
  assert_outcome (plan (body, entry, NULL, 1), 0, 0, 1);
  /* It may say what it likes: it came with a drawing. */
  entry = with_mark (entry, 6, NULL, TRUE);
  assert_outcome (plan (body, entry, &eight, 0), 1, 8, 0);
  assert_outcome (plan (body, entry, NULL, 1), 0, 0, 1);
  /* Words are the person's. */
  entry = with_mark (entry, 4, feelings, TRUE);
  assert_outcome (plan (body, entry, &eight, 0), 0, 0, 0);
  assert_outcome (plan (body, entry, NULL, 1), 0, 0, 0);
}

/* What the person gave stays, also where it says the same as the drawing. */
static void
test_plan_own (void)
{
  static const int levels[] = { FASCIA_LEVEL_NOT_GIVEN, 0, 3, 4, 8 };
  g_autoptr (FasciaBody) body = load_body ();

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    for (guint k = 0; k < G_N_ELEMENTS (levels); k++)
      {
        FasciaDrawingPoint drawn = get_middle (body, KNEE, (float) levels[i]);
        FasciaDrawingPoint more = get_middle (body, KNEE, 7.5);
        g_autoptr (FasciaEntry) entry = with_mark (make_entry (), levels[k], NULL, FALSE);

        assert_outcome (plan (body, entry, &drawn, 0), 0, 0, 0);
        entry = with_spot (entry, &drawn, 1);
        assert_outcome (plan (body, entry, &more, 0), 0, 0, 0);
        assert_outcome (plan (body, entry, &more, 1), 0, 0, 0);
        assert_outcome (plan (body, entry, NULL, 1), 0, 0, 0);
      }
}

/* A drawing is rounded when it is kept; the mark is that of the rounded one. */
static void
test_plan_rounded (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint point = get_middle (body, KNEE, 4.46f);
  g_autoptr (FasciaEntry) entry = make_entry ();

  assert_outcome (plan (body, entry, &point, 0), 1, 5, 0);
  entry = with_mark (with_spot (entry, &point, 1), 5, NULL, TRUE);
  /* Nothing about it has changed when something is drawn elsewhere. */
  point = get_middle (body, "knee-front-right", 4);
  Outcome outcome = plan (body, entry, &point, 0);
  g_assert_cmpuint (outcome.marks->len, ==, 1);
  g_assert_cmpstr (g_array_index (outcome.marks, FasciaMark, 0).region, ==, "knee-front-right");
  g_array_unref (outcome.marks);
  g_array_unref (outcome.gone);
}

/* Whatever is drawn, with whatever pressure: rubbed out again it leaves nothing behind. */
static void
test_plan_leaves_nothing (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  guint n_marks = 0;

  for (guint round = 0; round < 300; round++)
    {
      FasciaUid uid = { { 1 } };
      FasciaDrawingPoint points[20] = { get_random_point (rand, 5) };
      FasciaDrawing drawing = make_stroke (points, 20, round % 3 == 0 ? 6 : 12);
      g_autoptr (FasciaEntry) entry = make_entry ();
      g_autoptr (GArray) marks = NULL;
      g_autoptr (GArray) gone = NULL;
      g_autoptr (GArray) no_marks = NULL;
      g_autoptr (GArray) gone_marks = NULL;
      FasciaEntry *changed;

      for (guint i = 0; i < G_N_ELEMENTS (points); i++)
        points[i] = (FasciaDrawingPoint) { points[0].x + 1.3f * (float) i,
                                           points[0].y + (float) (3 * sin (i / 3.0)),
                                           (float) g_rand_double_range (rand, 0, 10) };
      if (round % 2 == 0)
        drawing = make_spot (points, 12);
      drawing.view = get_random_view (rand);
      fascia_extent_plan (body, entry, &drawing, 1, NULL, 0, &marks, &gone);
      g_assert_cmpuint (gone->len, ==, 0);
      drawing.uid = uid;
      changed = fascia_entry_with_drawing (entry, &drawing);
      fascia_entry_unref (entry);
      entry = changed;
      for (guint i = 0; i < marks->len; i++)
        {
          changed = fascia_entry_with_mark (entry, &g_array_index (marks, FasciaMark, i));
          fascia_entry_unref (entry);
          entry = changed;
        }
      fascia_extent_plan (body, entry, NULL, 0, &uid, 1, &no_marks, &gone_marks);
      g_assert_cmpuint (no_marks->len, ==, 0);
      g_assert_cmpuint (gone_marks->len, ==, marks->len);
      n_marks += marks->len;
    }
  g_assert_cmpuint (n_marks, >, 50);
}

/* Pain is rubbed out and tightness drawn in one go. */
static void
test_plan_two_quantities (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint front = get_middle (body, "hip-outer-left", 4);
  FasciaDrawingPoint back = front;
  FasciaDrawing spot = make_spot (&back, 10);
  FasciaUid first = { { 1 } };
  g_autoptr (FasciaEntry) entry = with_spot (make_entry (), &front, 1);
  g_autoptr (GArray) marks = NULL;
  g_autoptr (GArray) gone = NULL;

  /* Nothing was marked for the first one: nothing is to be taken out. */
  spot.scale = FASCIA_SCALE_TIGHTNESS;
  back.level = 9;
  fascia_extent_plan (body, entry, &spot, 1, &first, 1, &marks, &gone);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpint (g_array_index (marks, FasciaMark, 0).scale, ==, FASCIA_SCALE_TIGHTNESS);
  g_assert_cmpint (g_array_index (marks, FasciaMark, 0).level, ==, 9);
  g_assert_cmpuint (gone->len, ==, 0);
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

/* A point that is no number is not there, wherever it is; a level that is none is no level. */
static void
test_simplify_numbers (void)
{
  const FasciaDrawingPoint line[] = {
    { 0, 0, 1 }, { 1, 0, 1 }, { 2, 5, 1 }, { 3, 0, 1 }, { 4, 0, 1 },
  };
  const FasciaDrawingPoint wrong[] = {
    { NAN, 0, 1 }, { 2, NAN, 1 }, { INFINITY, 0, 1 }, { 0, -INFINITY, 1 }, { NAN, NAN, NAN },
  };
  const FasciaDrawingPoint odd[] = { { 0, 0, NAN }, { 1, 0, INFINITY }, { 2, 0, -1 } };
  g_autoptr (GArray) expected = fascia_stroke_simplify (line, 5, 0.5);
  g_autoptr (GArray) flat = fascia_stroke_simplify (odd, 3, 0.5);
  g_autoptr (GArray) none = fascia_stroke_simplify (wrong, G_N_ELEMENTS (wrong), 0.5);

  for (guint at = 0; at <= G_N_ELEMENTS (line); at++)
    for (guint k = 0; k < G_N_ELEMENTS (wrong); k++)
      {
        g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (FasciaDrawingPoint));
        g_autoptr (GArray) kept = NULL;

        g_array_append_vals (points, line, G_N_ELEMENTS (line));
        g_array_insert_val (points, at, wrong[k]);
        kept = fascia_stroke_simplify ((const FasciaDrawingPoint *) (gconstpointer) points->data,
                                       points->len, 0.5);
        g_assert_cmpmem (kept->data, kept->len * sizeof *line, expected->data,
                         expected->len * sizeof *line);
      }
  g_assert_cmpuint (flat->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawn/plan", test_plan);
  g_test_add_func ("/drawn/plan-own", test_plan_own);
  g_test_add_func ("/drawn/plan-rounded", test_plan_rounded);
  g_test_add_func ("/drawn/plan-leaves-nothing", test_plan_leaves_nothing);
  g_test_add_func ("/drawn/plan-two-quantities", test_plan_two_quantities);
  g_test_add_func ("/drawn/plan-taken-out", test_plan_taken_out);
  g_test_add_func ("/drawn/simplify", test_simplify);
  g_test_add_func ("/drawn/simplify-edges", test_simplify_edges);
  g_test_add_func ("/drawn/simplify-numbers", test_simplify_numbers);

  return g_test_run ();
}

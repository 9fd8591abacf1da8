/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawing of the body: sides, tiling, picking, lines.
 */

#include "core/body/fascia-body.h"

#include <math.h>
#include <string.h>

static const FasciaView views[] = { FASCIA_VIEW_FRONT, FASCIA_VIEW_BACK };
static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  g_assert_nonnull (body);
  return body;
}

/* ── The drawing ─────────────────────────────────────────────────────────────────────────────── */

static void
test_every_region_is_drawn (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autofree guint *homes = g_new0 (guint, fascia_body_get_n_regions (body));

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      guint n;
      const FasciaShape *shapes = fascia_body_get_shapes (body, views[v], &n);

      for (guint i = 0; i < n; i++)
        {
          const FasciaShape *shape = &shapes[i];

          g_assert_cmpint (shape->view, ==, views[v]);
          g_assert_true (fascia_path_contains (shape->path, shape->cx, shape->cy));
          g_assert_cmpfloat (shape->r, >=, 5.5);
          g_assert_cmpfloat_with_epsilon (
              fascia_path_get_distance (shape->path, shape->cx, shape->cy), shape->r, 0.3);
          g_assert_cmpfloat (shape->x0, >=, FASCIA_FIGURE_X);
          g_assert_cmpfloat (shape->x1, <=, FASCIA_FIGURE_X + FASCIA_FIGURE_WIDTH);
          g_assert_cmpfloat (shape->y0, >=, FASCIA_FIGURE_Y);
          g_assert_cmpfloat (shape->y1, <=, FASCIA_FIGURE_Y + FASCIA_FIGURE_HEIGHT);
          if (shape->is_home)
            {
              g_assert_cmpint (fascia_region_get_view (shape->region), ==, views[v]);
              homes[fascia_region_get_index (shape->region)]++;
              g_assert_true (fascia_body_get_home_shape (body, shape->region) == shape);
            }
          g_assert_nonnull (fascia_body_get_shape_on (body, shape->region, views[v]));
        }
    }
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    g_assert_cmpuint (homes[i], ==, 1);
}

static const FasciaShape *
find_mirror_shape (const FasciaShape *shapes, guint n, const FasciaShape *of)
{
  for (guint i = 0; i < n; i++)
    if (shapes[i].region == fascia_region_get_mirror (of->region)
        && shapes[i].is_inset == of->is_inset && fabs (shapes[i].cx + of->cx) < 1e-9)
      return &shapes[i];
  return NULL;
}

/* All 53 pairs on both views: exact mirror images, each on the side its name says. */
static void
test_laterality (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  guint n_pairs = 0;

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      guint n;
      const FasciaShape *shapes = fascia_body_get_shapes (body, views[v], &n);

      for (guint i = 0; i < n; i++)
        {
          const FasciaShape *left = &shapes[i];
          const FasciaShape *right;
          double x, y;
          /* On the front figure right on the screen is the person's left. */
          int sign = views[v] == FASCIA_VIEW_FRONT ? 1 : -1;

          if (fascia_region_get_side (left->region) != FASCIA_SIDE_LEFT)
            continue;
          right = find_mirror_shape (shapes, n, left);
          g_assert_nonnull (right);
          n_pairs += left->is_home;
          g_assert_true (fascia_path_get_centroid (left->path, &x, &y));
          g_assert_cmpfloat (sign * x, >, 1);
          g_assert_cmpfloat (sign * left->cx, >, 1);
          g_assert_cmpfloat (sign > 0 ? left->x0 : -left->x1, >=, -1e-6);
          g_assert_true (fascia_path_get_centroid (right->path, &x, &y));
          g_assert_cmpfloat (sign * x, <, -1);
          g_assert_cmpfloat_with_epsilon (fascia_path_get_area (left->path),
                                          fascia_path_get_area (right->path), 1e-9);
          g_assert_cmpfloat (left->x0, ==, -right->x1);
          g_assert_cmpfloat (left->x1, ==, -right->x0);
          g_assert_cmpfloat (left->y0, ==, right->y0);
          g_assert_cmpfloat (left->y1, ==, right->y1);
          g_assert_cmpfloat (left->cx, ==, -right->cx);
          g_assert_cmpfloat (left->cy, ==, right->cy);
          g_assert_cmpfloat (left->r, ==, right->r);
          /* And under the finger. */
          g_assert_true (fascia_body_pick (body, views[v], left->cx, left->cy, 0) == left->region);
          g_assert_true (fascia_body_pick (body, views[v], -left->cx, left->cy, 0)
                         == right->region);
        }
    }
  g_assert_cmpuint (n_pairs, ==, 53);
}

static void
test_midline (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const FasciaShape *shape = fascia_body_get_home_shape (body, region);

      if (fascia_region_get_side (region) != FASCIA_SIDE_MIDLINE)
        continue;
      g_assert_cmpfloat (shape->cx, ==, 0);
      g_assert_cmpfloat_with_epsilon (shape->x0, -shape->x1, 1e-9);
    }
}

/* The places tile the outline: no gap and no overlap, by area and at 20,000 points. */
static void
test_tiling (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      guint n_shapes, n_outlines;
      const FasciaShape *shapes = fascia_body_get_shapes (body, views[v], &n_shapes);
      const FasciaPath *const *outlines = fascia_body_get_outlines (body, views[v], &n_outlines);
      double sum = 0, whole = 0;

      g_assert_cmpuint (n_outlines, ==, views[v] == FASCIA_VIEW_FRONT ? 1 : 3);
      for (guint i = 0; i < n_shapes; i++)
        sum += fascia_path_get_area (shapes[i].path);
      for (guint i = 0; i < n_outlines; i++)
        whole += fascia_path_get_area (outlines[i]);
      g_assert_cmpfloat (whole, >, 100000);
      g_assert_cmpfloat_with_epsilon (sum, whole, 1e-3);

      for (guint i = 0; i < 20000; i++)
        {
          double x
              = g_rand_double_range (rand, FASCIA_FIGURE_X, FASCIA_FIGURE_X + FASCIA_FIGURE_WIDTH);
          double y
              = g_rand_double_range (rand, FASCIA_FIGURE_Y, FASCIA_FIGURE_Y + FASCIA_FIGURE_HEIGHT);
          guint n_hit = 0, n_inside = 0;
          const FasciaRegion *hit = NULL;
          double edge = G_MAXDOUBLE;

          for (guint k = 0; k < n_shapes; k++)
            if (fascia_path_contains (shapes[k].path, x, y))
              {
                n_hit++;
                hit = shapes[k].region;
              }
          for (guint k = 0; k < n_outlines; k++)
            n_inside += fascia_path_contains (outlines[k], x, y);
          if (n_hit != n_inside || n_hit > 1)
            {
              /* Within the flattening of a curve both answers are right. */
              for (guint k = 0; k < n_shapes; k++)
                edge = fmin (edge, fascia_path_get_distance (shapes[k].path, x, y));
              g_assert_cmpfloat (edge, <, 0.05);
              continue;
            }
          g_assert_true (fascia_body_pick (body, views[v], x, y, 0) == hit);
        }
    }
}

/* Outside the body the nearest place within the slop is meant. */
static void
test_pick_nearby (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaShape *hand
      = fascia_body_get_home_shape (body, fascia_body_lookup (body, "hand-palm-left"));
  const FasciaShape *picked;

  g_assert_null (fascia_body_pick (body, FASCIA_VIEW_FRONT, hand->x1 + 5, hand->cy, 2));
  g_assert_null (fascia_body_pick (body, FASCIA_VIEW_FRONT, 0, -300, 50));
  g_assert_null (fascia_body_pick (body, FASCIA_VIEW_FRONT, NAN, 100, 8));
  picked = fascia_body_pick_shape (body, FASCIA_VIEW_FRONT, hand->cx, hand->y1 + 5, 40);
  g_assert_true (picked == hand);
  /* Between the legs, a little on one side, that side is meant. */
  g_assert_cmpstr (fascia_region_get_id (fascia_body_pick (body, FASCIA_VIEW_FRONT, 2, 480, 20)),
                   ==, "thigh-inner-left");
  g_assert_cmpstr (fascia_region_get_id (fascia_body_pick (body, FASCIA_VIEW_FRONT, -2, 480, 20)),
                   ==, "thigh-inner-right");
}

typedef struct
{
  guint n;
  double length;
} Count;

static gboolean
count_step (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  Count *count = data;

  g_assert_true (op == FASCIA_PATH_MOVE || op == FASCIA_PATH_CURVE);
  count->n++;
  return TRUE;
}

static void
test_lines (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      const FasciaPath *gutters = fascia_body_get_gutters (body, views[v]);
      Count count = { 0 };
      double x0, x1;

      g_assert_true (fascia_path_foreach (gutters, count_step, &count));
      g_assert_cmpuint (count.n, >, 200);
      fascia_path_get_bounds (gutters, &x0, NULL, &x1, NULL);
      g_assert_cmpfloat_with_epsilon (x0, -x1, 1e-9);
    }
  g_assert_false (fascia_path_is_empty (fascia_body_get_details (body, FASCIA_VIEW_FRONT)));
}

static gboolean
check_off_midline (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  FasciaPoint *at = data;
  const FasciaPoint *end = &points[n_points - 1];

  /* The head reaches down to the chin, at 104. */
  if (op == FASCIA_PATH_CURVE && fabs (at->x) < 0.1 && fabs (end->x) < 0.1)
    g_assert_false (fmin (at->y, end->y) < 103);
  *at = *end;
  return TRUE;
}

/* A line down the face would make it a helmet. */
static void
test_face_is_whole (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaRegion *left = fascia_body_lookup (body, "cheek-left");
  FasciaPoint at = { 0, 0 };

  fascia_path_foreach (fascia_body_get_gutters (body, FASCIA_VIEW_FRONT), check_off_midline, &at);
  fascia_path_foreach (fascia_body_get_details (body, FASCIA_VIEW_FRONT), check_off_midline, &at);
  /* It has two halves all the same. */
  g_assert_true (fascia_body_pick (body, FASCIA_VIEW_FRONT, 0.5, 65, 0) == left);
  g_assert_true (fascia_body_pick (body, FASCIA_VIEW_FRONT, -0.5, 65, 0)
                 == fascia_region_get_mirror (left));
}

static gboolean
check_inside (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  const FasciaPath *const *outlines = data;
  const FasciaPoint *end = &points[n_points - 1];

  for (guint i = 0; outlines[i] != NULL; i++)
    if (fascia_path_contains (outlines[i], end->x, end->y)
        || fascia_path_get_distance (outlines[i], end->x, end->y) < FASCIA_FIGURE_GUTTER)
      return TRUE;
  g_error ("a line at %.1f, %.1f lies beside the body", end->x, end->y);
}

static void
test_lines_are_inside (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      const FasciaPath *const *outlines = fascia_body_get_outlines (body, views[v], NULL);

      fascia_path_foreach (fascia_body_get_details (body, views[v]), check_inside,
                           (gpointer) outlines);
      fascia_path_foreach (fascia_body_get_gutters (body, views[v]), check_inside,
                           (gpointer) outlines);
    }
}

static gboolean
check_off_hand (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  const FasciaShape *hand = data;

  for (gsize i = 0; i < n_points; i++)
    g_assert_false (points[i].x > hand->x0 && points[i].y > hand->y0 && points[i].y < hand->y1);
  return TRUE;
}

static void
count_curves (const FasciaPath *path, guint *n)
{
  Count count = { 0 };

  fascia_path_foreach (path, count_step, &count);
  *n = count.n;
}

/* The lines of a palm go with the hand. */
static void
test_details_of_hidden_limbs (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  g_autoptr (FasciaBody) other = NULL;
  guint n_whole, n_other;

  form.limbs[FASCIA_LIMB_HAND_LEFT] = FASCIA_LIMB_HIDDEN;
  other = fascia_body_new_with_form (body, &form);
  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      const FasciaPath *details = fascia_body_get_details (other, views[v]);

      count_curves (fascia_body_get_details (body, views[v]), &n_whole);
      count_curves (details, &n_other);
      g_assert_cmpuint (n_other, <, n_whole);
      if (views[v] == FASCIA_VIEW_FRONT)
        fascia_path_foreach (details, check_off_hand,
                             (gpointer) fascia_body_get_home_shape (
                                 body, fascia_body_lookup (body, "hand-palm-left")));
    }
}

/* Who edits the drawing makes the arcs anew: these were made from the source beside them, and nobody
 * has touched them since. */
static void
test_made_from_source (void)
{
  static const char own[] = "\n# SHA-256 of what follows: ";
  g_autofree char *source
      = g_test_build_filename (G_TEST_DIST, "..", "data", "body", "figure.src", NULL);
  g_autofree char *result
      = g_test_build_filename (G_TEST_DIST, "..", "data", "body", "figure.arcs", NULL);
  g_autofree char *text = NULL;
  g_autofree char *arcs = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *line = NULL;
  g_autofree char *own_digest = NULL;
  g_autoptr (GError) error = NULL;
  const char *head, *body;
  gsize length;

  g_file_get_contents (source, &text, &length, &error);
  g_assert_no_error (error);
  g_file_get_contents (result, &arcs, NULL, &error);
  g_assert_no_error (error);
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
  line = g_strconcat ("\n# SHA-256 of figure.src: ", digest, "\n", NULL);
  if (strstr (arcs, line) == NULL)
    g_error ("figure.arcs is not of this figure.src: run tools/figure/make_figure.py");

  head = strstr (arcs, own);
  g_assert_nonnull (head);
  head += strlen (own);
  body = strchr (head, '\n');
  g_assert_nonnull (body);
  own_digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body + 1, -1);
  if (!g_str_has_prefix (head, own_digest) || head + strlen (own_digest) != body)
    g_error ("figure.arcs was edited: edit figure.src and run tools/figure/make_figure.py");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/every-region-is-drawn", test_every_region_is_drawn);
  g_test_add_func ("/figure/laterality", test_laterality);
  g_test_add_func ("/figure/midline", test_midline);
  g_test_add_func ("/figure/tiling", test_tiling);
  g_test_add_func ("/figure/pick-nearby", test_pick_nearby);
  g_test_add_func ("/figure/lines", test_lines);
  g_test_add_func ("/figure/face-is-whole", test_face_is_whole);
  g_test_add_func ("/figure/lines-are-inside", test_lines_are_inside);
  g_test_add_func ("/figure/details-of-hidden-limbs", test_details_of_hidden_limbs);
  g_test_add_func ("/figure/made-from-source", test_made_from_source);

  return g_test_run ();
}

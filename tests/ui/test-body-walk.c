/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walking over the figures by arrow keys: where each leads, and back by the opposite one.
 */

#include "config.h"

#include "body-map-fixture.h"
#include "body/fascia-body-walk.h"

#define N_DIRECTIONS 4

static const FasciaDirection directions[N_DIRECTIONS] = {
  FASCIA_DIRECTION_UP,
  FASCIA_DIRECTION_DOWN,
  FASCIA_DIRECTION_LEFT,
  FASCIA_DIRECTION_RIGHT,
};
static const FasciaDirection opposites[N_DIRECTIONS] = {
  FASCIA_DIRECTION_DOWN,
  FASCIA_DIRECTION_UP,
  FASCIA_DIRECTION_RIGHT,
  FASCIA_DIRECTION_LEFT,
};
static const guint keys[N_DIRECTIONS] = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right };
static const guint opposite_keys[N_DIRECTIONS]
    = { GDK_KEY_Down, GDK_KEY_Up, GDK_KEY_Right, GDK_KEY_Left };

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

/* ---- the memory alone ---- */

static void
test_memory (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaRegion *a = fascia_body_get_region (body, 0);
  const FasciaRegion *b = fascia_body_get_region (body, 1);
  const FasciaRegion *c = fascia_body_get_region (body, 2);
  FasciaBodyWalk walk = { 0 };

  g_assert_null (fascia_body_walk_pop (&walk, a, FASCIA_DIRECTION_UP));
  fascia_body_walk_push (&walk, a, FASCIA_DIRECTION_UP, b);
  fascia_body_walk_push (&walk, b, FASCIA_DIRECTION_LEFT, c);
  /* Only the opposite arrow leads back, and only from where the walk is. */
  g_assert_null (fascia_body_walk_pop (&walk, c, FASCIA_DIRECTION_LEFT));
  g_assert_null (fascia_body_walk_pop (&walk, c, FASCIA_DIRECTION_DOWN));
  g_assert_null (fascia_body_walk_pop (&walk, b, FASCIA_DIRECTION_RIGHT));
  g_assert_true (fascia_body_walk_pop (&walk, c, FASCIA_DIRECTION_RIGHT) == b);
  g_assert_true (fascia_body_walk_pop (&walk, b, FASCIA_DIRECTION_DOWN) == a);
  g_assert_null (fascia_body_walk_pop (&walk, a, FASCIA_DIRECTION_DOWN));

  fascia_body_walk_push (&walk, a, FASCIA_DIRECTION_UP, b);
  fascia_body_walk_clear (&walk);
  g_assert_null (fascia_body_walk_pop (&walk, b, FASCIA_DIRECTION_DOWN));

  /* What begins elsewhere is another walk. */
  fascia_body_walk_push (&walk, a, FASCIA_DIRECTION_UP, b);
  fascia_body_walk_push (&walk, a, FASCIA_DIRECTION_DOWN, c);
  g_assert_true (fascia_body_walk_pop (&walk, c, FASCIA_DIRECTION_UP) == a);
  g_assert_null (fascia_body_walk_pop (&walk, b, FASCIA_DIRECTION_DOWN));
}

/* Of a walk that is too long the last steps are undone. */
static void
test_long_walk (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaRegion *ends[]
      = { fascia_body_get_region (body, 0), fascia_body_get_region (body, 1) };
  FasciaBodyWalk walk = { 0 };
  guint n = FASCIA_BODY_WALK_MAX + 11;

  for (guint i = 0; i < n; i++)
    fascia_body_walk_push (&walk, ends[i % 2], FASCIA_DIRECTION_UP, ends[(i + 1) % 2]);
  for (guint i = 0; i < FASCIA_BODY_WALK_MAX; i++)
    g_assert_true (fascia_body_walk_pop (&walk, ends[(n - i) % 2], FASCIA_DIRECTION_DOWN)
                   == ends[(n - i - 1) % 2]);
  for (guint i = 0; i < 2; i++)
    g_assert_null (fascia_body_walk_pop (&walk, ends[i], FASCIA_DIRECTION_DOWN));
}

/* One step as the window does it; NULL at the edge. */
static const FasciaRegion *
step (const FasciaBody *body, FasciaView view, FasciaBodyWalk *walk, const FasciaRegion *at, int d)
{
  const FasciaRegion *to = fascia_body_walk_pop (walk, at, directions[d]);

  if (to != NULL)
    return to;
  to = fascia_body_get_neighbour (body, at, view, directions[d]);
  if (to != NULL)
    fascia_body_walk_push (walk, at, directions[d], to);
  return to;
}

/* However a walk turns, each of its steps is undone by the opposite arrow. */
static void
test_random_walks (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  for (int view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    for (guint i = 0; i < 400; i++)
      {
        FasciaBodyWalk walk = { 0 };
        const FasciaRegion *at = NULL;

        do
          at = fascia_body_get_region (body, (guint) g_test_rand_int_range (0, 110));
        while (fascia_body_get_shape_on (body, at, view) == NULL);
        for (guint k = 0; k < 2 * FASCIA_BODY_WALK_MAX; k++)
          {
            int d = g_test_rand_int_range (0, N_DIRECTIONS);
            const FasciaRegion *to = step (body, view, &walk, at, d);

            if (to == NULL)
              continue;
            FasciaBodyWalk back = walk;
            g_assert_true (step (body, view, &back, to, d ^ 1) == at);
            at = to;
          }
      }
}

/* That an arrow leads back keeps nobody from any place: all are reached by steps that lead on. */
static void
test_reach (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  guint n_regions = fascia_body_get_n_regions (body);

  for (int view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    for (guint i = 0; i < n_regions; i++)
      {
        const FasciaRegion *start = fascia_body_get_region (body, i);
        /* By place and by the arrow that led there; the last column: none did. */
        g_autofree gboolean *is_seen = g_new0 (gboolean, n_regions * (N_DIRECTIONS + 1));
        g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
        guint state = i * (N_DIRECTIONS + 1) + N_DIRECTIONS;

        if (fascia_body_get_shape_on (body, start, view) == NULL)
          continue;
        is_seen[state] = TRUE;
        g_array_append_val (left, state);
        while (left->len > 0)
          {
            guint at = g_array_index (left, guint, left->len - 1);
            const FasciaRegion *region = fascia_body_get_region (body, at / (N_DIRECTIONS + 1));
            guint arrow = at % (N_DIRECTIONS + 1);

            g_array_set_size (left, left->len - 1);
            for (guint d = 0; d < N_DIRECTIONS; d++)
              {
                const FasciaRegion *to
                    = arrow == N_DIRECTIONS || opposites[arrow] != directions[d]
                          ? fascia_body_get_neighbour (body, region, view, directions[d])
                          : NULL;
                guint next
                    = to != NULL ? fascia_region_get_index (to) * (N_DIRECTIONS + 1) + d : at;

                if (is_seen[next])
                  continue;
                is_seen[next] = TRUE;
                g_array_append_val (left, next);
              }
          }
        for (guint k = 0; k < n_regions; k++)
          {
            const FasciaRegion *region = fascia_body_get_region (body, k);
            gboolean is_reached = FALSE;

            for (guint d = 0; d <= N_DIRECTIONS; d++)
              is_reached |= is_seen[k * (N_DIRECTIONS + 1) + d];
            if (!is_reached && fascia_body_get_shape_on (body, region, view) != NULL)
              g_error ("no walk from %s to %s", fascia_region_get_id (start),
                       fascia_region_get_id (region));
          }
      }
}

/* ---- in the window ---- */

/* Where a place lies on the figure that is walked on. */
static graphene_point_t
get_point (Fixture *fixture, const FasciaRegion *region)
{
  FasciaView view = fascia_body_figures_get_view (fixture->figures);

  return locate (fixture, get_map (fixture, view), fascia_region_get_id (region));
}

static void
check_way (Fixture *fixture,
           FasciaView view,
           const FasciaRegion *from,
           const FasciaRegion *to,
           int d)
{
  graphene_point_t start = get_point (fixture, from);
  graphene_point_t end = get_point (fixture, to);

  /* The soles lie beside the feet that they are under. */
  if (fascia_body_get_shape_on (fixture->body, from, view)->is_inset
      || fascia_body_get_shape_on (fixture->body, to, view)->is_inset)
    return;
  if (d < 2)
    g_assert_true ((end.y < start.y) == (d == 0));
  else
    g_assert_true ((end.x < start.x) == (d == 2));
}

/* From the head every place of a figure is reached by arrows; each goes the way of its key, and the
 * opposite one comes back exactly. */
static guint
walk (Fixture *fixture, FasciaView view, guint *n_steps)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  fascia_body_figures_set_view (fixture->figures, view);
  fascia_test_assert_until (has_room, get_map (fixture, view));
  fascia_body_figures_rest_focus (fixture->figures);
  g_assert_true (press (fixture, GDK_KEY_Home));
  g_ptr_array_add (left, (gpointer) get_focused (fixture));
  g_hash_table_add (seen, left->pdata[0]);
  while (left->len > 0)
    {
      const FasciaRegion *from = g_ptr_array_steal_index (left, left->len - 1);

      for (int d = 0; d < N_DIRECTIONS; d++)
        {
          fascia_body_figures_focus_region (fixture->figures, from);
          g_assert_true (press (fixture, keys[d]));
          const FasciaRegion *to = get_focused (fixture);
          if (to == from)
            continue;

          g_test_message ("%s %s %s", fascia_region_get_id (from), gdk_keyval_name (keys[d]),
                          fascia_region_get_id (to));
          check_way (fixture, view, from, to, d);
          g_assert_true (press (fixture, opposite_keys[d]));
          g_assert_true (get_focused (fixture) == from);
          (*n_steps)++;
          if (g_hash_table_add (seen, (gpointer) to))
            g_ptr_array_add (left, (gpointer) to);
        }
    }
  return g_hash_table_size (seen);
}

static guint
count_on_view (Fixture *fixture, FasciaView view)
{
  guint n = 0;

  for (guint i = 0; i < fascia_body_get_n_regions (fixture->body); i++)
    if (fascia_body_get_shape_on (fixture->body, fascia_body_get_region (fixture->body, i), view)
        != NULL)
      n++;
  return n;
}

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  guint n_steps = 0;

  form.facing = GPOINTER_TO_INT (data);
  show (fixture, 360, 720);
  set_form (fixture, &form);
  for (int view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    g_assert_cmpuint (walk (fixture, view, &n_steps), ==, count_on_view (fixture, view));
  g_test_message ("%u steps, each undone by the opposite arrow", n_steps);
  g_assert_cmpuint (n_steps, >, 400);
}

#define assert_at(fixture, id) g_assert_true (get_focused (fixture) == lookup (fixture, id))

/* Up from the front of the shoulder to its top, from where the drawing leads down to the chest. */
static void
climb (Fixture *fixture)
{
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, "shoulder-front-left"));
  g_assert_true (press (fixture, GDK_KEY_Up));
  assert_at (fixture, "shoulder-top-left");
}

static void
assert_forgotten (Fixture *fixture)
{
  assert_at (fixture, "shoulder-top-left");
  g_assert_true (press (fixture, GDK_KEY_Down));
  assert_at (fixture, "chest-upper-left");
}

/* The walk is remembered over what is done at a place, and forgotten when another one is chosen. */
static void
test_forget (Fixture *fixture, gconstpointer data)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  show (fixture, 360, 720);
  climb (fixture);
  g_assert_true (press (fixture, GDK_KEY_4));
  g_assert_true (press (fixture, GDK_KEY_Down));
  assert_at (fixture, "shoulder-front-left");

  /* Found, or pressed in the list. */
  climb (fixture);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, "shoulder-top-left"));
  assert_forgotten (fixture);

  climb (fixture);
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t at = locate (fixture, map, "shoulder-top-left");
  fascia_body_map_press (map, (double) at.x, (double) at.y);
  fascia_body_map_release (map, (double) at.x, (double) at.y, TRUE);
  assert_forgotten (fixture);

  /* Turned, and back again. */
  climb (fixture);
  g_assert_true (press (fixture, GDK_KEY_F6));
  g_assert_true (press (fixture, GDK_KEY_F6));
  fascia_test_assert_until (has_room, map);
  assert_forgotten (fixture);

  climb (fixture);
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_null (get_focused (fixture));
  g_assert_true (press (fixture, GDK_KEY_Up));
  assert_forgotten (fixture);

  climb (fixture);
  form.build = FASCIA_BUILD_FULL;
  set_form (fixture, &form);
  assert_forgotten (fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body-walk/memory", test_memory);
  g_test_add_func ("/body-walk/long-walk", test_long_walk);
  g_test_add_func ("/body-walk/random-walks", test_random_walks);
  g_test_add_func ("/body-walk/reach", test_reach);
  g_test_add ("/body-walk/facing", Fixture, GINT_TO_POINTER (FASCIA_FACING_FACING), set_up,
              test_walk, tear_down);
  g_test_add ("/body-walk/own", Fixture, GINT_TO_POINTER (FASCIA_FACING_OWN), set_up, test_walk,
              tear_down);
  g_test_add ("/body-walk/forget", Fixture, NULL, set_up, test_forget, tear_down);
  return run_tests ();
}

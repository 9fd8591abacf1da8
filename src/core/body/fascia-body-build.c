/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the views of a body from the drawing: its build, which way it faces, limbs that are not
 * there.
 */

#include "fascia-body-private.h"

#include <math.h>

typedef struct
{
  FasciaBody *body;
  FasciaView code;
  FasciaBodyView *view;
  const FasciaFigureView *drawing;
  GArray *arcs;      /* FasciaFigureArc, in the build */
  gboolean swaps;    /* left and right change places on the screen */
  gboolean is_whole; /* no limb is hidden or a phantom */
} Builder;

static const FasciaFigurePiece *
get_piece (const Builder *builder, guint index)
{
  return &g_array_index (builder->drawing->pieces, FasciaFigurePiece, index);
}

/* The region of a piece on the drawn half (0) or the other one (1). */
static const FasciaRegion *
get_region (const Builder *builder, guint piece, int half)
{
  return get_piece (builder, piece)->regions[builder->swaps ? 1 - half : half];
}

static FasciaLimbState
get_limb (const Builder *builder, guint piece, int half)
{
  return (FasciaLimbState) builder->body->limbs[get_region (builder, piece, half)->index];
}

/* Whether a limb ends here: what lies on one side of the arc is shown, on the other it is hidden. */
static gboolean
is_limb_end (const Builder *builder, const FasciaFigureStep *step)
{
  const FasciaFigureArc *arc = &g_array_index (builder->arcs, FasciaFigureArc, step->arc);
  int half = step->flip > 0 ? 0 : 1;

  return arc->kind == FASCIA_FIGURE_ARC_CUT && arc->users[0] >= 0 && arc->users[1] >= 0
         && (get_limb (builder, (guint) arc->users[0], half) == FASCIA_LIMB_HIDDEN)
                != (get_limb (builder, (guint) arc->users[1], half) == FASCIA_LIMB_HIDDEN);
}

static gboolean
is_outline (const Builder *builder, const FasciaFigureStep *step)
{
  return g_array_index (builder->arcs, FasciaFigureArc, step->arc).kind == FASCIA_FIGURE_ARC_OUT;
}

/* Where the end of a limb meets the outline of the body there is no edge, but a soft turn. */
static void
find_round_corners (const Builder *builder, GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      FasciaFigureStep *step = &g_array_index (steps, FasciaFigureStep, i);
      const FasciaFigureStep *next = &g_array_index (steps, FasciaFigureStep, (i + 1) % steps->len);

      step->is_round = (is_limb_end (builder, step) && is_outline (builder, next))
                       || (is_outline (builder, step) && is_limb_end (builder, next));
    }
}

static FasciaPath *
make_shape_path (const Builder *builder, const FasciaFigurePiece *piece, int flip)
{
  g_autoptr (GArray) steps = NULL;
  guint n = piece->chain->len;

  if (builder->is_whole)
    return fascia_figure_arcs_to_path (builder->arcs, piece->chain, piece->is_mid, flip);
  steps = g_array_new (FALSE, TRUE, sizeof (FasciaFigureStep));
  for (guint i = 0; i < (piece->is_mid ? 2 * n : n); i++)
    {
      gboolean is_back = i >= n;
      const FasciaFigureArcUse *use
          = &g_array_index (piece->chain, FasciaFigureArcUse, is_back ? 2 * n - 1 - i : i);
      FasciaFigureStep step
          = { use->arc, is_back ? -use->sign : use->sign, is_back ? -flip : flip, FALSE };

      g_array_append_val (steps, step);
    }
  find_round_corners (builder, steps);
  return fascia_figure_steps_to_path (builder->arcs, steps);
}

static void
add_shape (Builder *builder, guint index, int half)
{
  const FasciaFigurePiece *piece = get_piece (builder, index);
  int flip = half == 0 ? 1 : -1;
  FasciaShape shape = {
    .region = get_region (builder, index, half),
    .view = builder->code,
    .is_home = piece->is_home,
    .is_inset = piece->is_inset,
  };
  double x = piece->cx;
  double y = piece->cy;
  GArray *shapes = get_limb (builder, index, half) == FASCIA_LIMB_HIDDEN ? builder->view->hidden
                                                                         : builder->view->shapes;

  shape.path = make_shape_path (builder, piece, flip);
  fascia_path_get_bounds (shape.path, &shape.x0, &shape.y0, &shape.x1, &shape.y1);
  fascia_build_warp (builder->body->form.build, &x, &y);
  shape.cx = x == 0 ? 0 : flip * x; /* no negative zero */
  shape.cy = y;
  shape.r = builder->body->form.build == FASCIA_BUILD_LIGHT
                ? piece->r
                : fascia_path_get_distance (shape.path, shape.cx, shape.cy);
  if (shape.is_home)
    builder->body->home_shapes[shape.region->index] = shapes->len;
  g_array_append_val (shapes, shape);
}

static void
add_shapes (Builder *builder)
{
  for (guint i = 0; i < builder->drawing->pieces->len; i++)
    {
      add_shape (builder, i, 0);
      if (!get_piece (builder, i)->is_mid)
        add_shape (builder, i, 1);
    }
}

/* A line between two places is one of the figure as long as both are there. */
static void
add_line (Builder *builder, const FasciaFigureArc *arc)
{
  gboolean is_cut = arc->kind == FASCIA_FIGURE_ARC_CUT;
  FasciaPath *path
      = arc->kind == FASCIA_FIGURE_ARC_SOFT ? builder->view->details : builder->view->gutters;

  for (int half = 0; half < (is_cut ? 2 : 1); half++)
    {
      gboolean is_hidden = FALSE;

      for (int k = 0; k < 2; k++)
        if (arc->users[k] >= 0)
          is_hidden |= get_limb (builder, (guint) arc->users[k], half) == FASCIA_LIMB_HIDDEN;
      if (!is_cut && arc->users[0] >= 0)
        is_hidden |= get_limb (builder, (guint) arc->users[0], 1) == FASCIA_LIMB_HIDDEN;
      if (!is_hidden)
        fascia_figure_arc_append_open (path, arc, half == 0 ? 1 : -1);
    }
}

/* A detail goes with the limb it is drawn on. */
static void
add_detail (Builder *builder, const FasciaFigureArc *arc, int flip)
{
  const FasciaPoint *p = (const FasciaPoint *) (gpointer) arc->points->data;
  double x, y;

  p += (arc->points->len / 3) / 2 * 3;
  x = flip * (p[0].x + 3 * p[1].x + 3 * p[2].x + p[3].x) / 8;
  y = (p[0].y + 3 * p[1].y + 3 * p[2].y + p[3].y) / 8;
  for (guint i = 0; i < builder->view->hidden->len; i++)
    if (fascia_path_contains (g_array_index (builder->view->hidden, FasciaShape, i).path, x, y))
      return;
  fascia_figure_arc_append_open (builder->view->details, arc, flip);
}

static void
add_lines (Builder *builder)
{
  FasciaBuild build = builder->body->form.build;

  for (guint i = 0; i < builder->drawing->details->len; i++)
    {
      const FasciaFigureDetail *detail
          = &g_array_index (builder->drawing->details, FasciaFigureDetail, i);
      FasciaFigureArc arc;

      fascia_build_warp_arc (build, &detail->arc, &arc);
      add_detail (builder, &arc, 1);
      if (detail->is_pair)
        add_detail (builder, &arc, -1);
      fascia_figure_arc_clear (&arc);
    }
  for (guint i = 0; i < builder->arcs->len; i++)
    {
      const FasciaFigureArc *arc = &g_array_index (builder->arcs, FasciaFigureArc, i);

      if (arc->kind != FASCIA_FIGURE_ARC_OUT && arc->kind != FASCIA_FIGURE_ARC_BARE)
        add_line (builder, arc);
    }
}

/* ── Outlines ────────────────────────────────────────────────────────────────────────────────── */

/* One arc on one half, and how often the places within use it: twice is inside, once is the edge.
 * @sign: the direction in which the place within uses it, turned round on the other half so that
 * all edges run the same way. */
typedef struct
{
  int n_uses;
  int sign;
  gboolean is_done;
} Edge;

static FasciaPoint
get_edge_end (const Builder *builder, const Edge *edges, guint i, gboolean is_first)
{
  const FasciaFigureArc *arc = &g_array_index (builder->arcs, FasciaFigureArc, i / 2);
  FasciaPoint point = fascia_figure_arc_get_end (arc, (edges[i].sign > 0) == is_first);

  if (i % 2 == 1)
    point.x = -point.x;
  return point;
}

static void
count_use (const Builder *builder, Edge *edges, const FasciaFigureArcUse *use, int half)
{
  const FasciaFigureArc *arc = &g_array_index (builder->arcs, FasciaFigureArc, use->arc);
  /* A line on the midline is one line for both halves. */
  gboolean is_shared = arc->kind != FASCIA_FIGURE_ARC_OUT && arc->kind != FASCIA_FIGURE_ARC_CUT;
  Edge *edge = &edges[use->arc * 2 + (guint) (is_shared ? 0 : half)];

  edge->n_uses++;
  edge->sign = half == 0 ? use->sign : -use->sign;
}

static guint
find_next (const Builder *builder, const Edge *edges, guint n_edges, FasciaPoint at)
{
  for (guint i = 0; i < n_edges; i++)
    if (edges[i].n_uses == 1 && !edges[i].is_done)
      {
        FasciaPoint start = get_edge_end (builder, edges, i, TRUE);

        if (hypot (start.x - at.x, start.y - at.y) < 0.05)
          return i;
      }
  return G_MAXUINT;
}

static FasciaPath *
trace_loop (const Builder *builder, Edge *edges, guint n_edges, guint first)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (FasciaFigureStep));

  for (guint i = first; i != G_MAXUINT;)
    {
      FasciaFigureStep step = { i / 2, edges[i].sign, i % 2 == 0 ? 1 : -1, FALSE };

      edges[i].is_done = TRUE;
      g_array_append_val (steps, step);
      i = find_next (builder, edges, n_edges, get_edge_end (builder, edges, i, FALSE));
    }
  find_round_corners (builder, steps);
  return fascia_figure_steps_to_path (builder->arcs, steps);
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  double x = fascia_path_get_area (*(const FasciaPath *const *) a);
  double y = fascia_path_get_area (*(const FasciaPath *const *) b);

  return (x < y) - (x > y);
}

/* Adds the edges of what is in @state, the largest first: of the figure or of its insets. */
static void
trace_edges (const Builder *builder, FasciaLimbState state, gboolean is_inset, GPtrArray *paths)
{
  guint n_edges = builder->arcs->len * 2;
  g_autofree Edge *edges = g_new0 (Edge, n_edges);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < builder->drawing->pieces->len; i++)
    {
      const FasciaFigurePiece *piece = get_piece (builder, i);

      for (int half = 0; half < 2 && piece->is_inset == is_inset; half++)
        for (guint k = 0; get_limb (builder, i, half) == state && k < piece->chain->len; k++)
          count_use (builder, edges, &g_array_index (piece->chain, FasciaFigureArcUse, k), half);
    }
  for (guint i = 0; i < n_edges; i++)
    if (edges[i].n_uses == 1 && !edges[i].is_done)
      g_ptr_array_add (found, trace_loop (builder, edges, n_edges, i));
  g_ptr_array_sort (found, compare_areas);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (paths, g_ptr_array_index (found, i));
}

static gboolean
is_whole (const FasciaBodyForm *form)
{
  for (int i = 0; i < FASCIA_N_LIMBS; i++)
    if (form->limbs[i] != FASCIA_LIMB_THERE)
      return FALSE;
  return TRUE;
}

static void
add_outlines (Builder *builder)
{
  GPtrArray *outlines = builder->view->outlines;

  if (!builder->is_whole)
    {
      trace_edges (builder, FASCIA_LIMB_THERE, FALSE, outlines);
      trace_edges (builder, FASCIA_LIMB_THERE, TRUE, outlines);
      trace_edges (builder, FASCIA_LIMB_PHANTOM, FALSE, builder->view->phantoms);
      trace_edges (builder, FASCIA_LIMB_PHANTOM, TRUE, builder->view->phantoms);
      return;
    }
  for (guint i = 0; i < builder->drawing->loops->len; i++)
    {
      const FasciaFigureLoop *loop = &g_array_index (builder->drawing->loops, FasciaFigureLoop, i);

      g_ptr_array_add (outlines,
                       fascia_figure_arcs_to_path (builder->arcs, loop->chain, loop->is_mid, 1));
      if (!loop->is_mid)
        g_ptr_array_add (outlines,
                         fascia_figure_arcs_to_path (builder->arcs, loop->chain, FALSE, -1));
    }
}

/* ── Steps ───────────────────────────────────────────────────────────────────────────────────── */

static const FasciaRegion *
swap (const Builder *builder, const FasciaRegion *region)
{
  return builder->swaps && region->mirror != NULL ? region->mirror : region;
}

/* From each place that is there to the next one in that direction that is there, too: a limb that
 * is hidden is stepped over, though nothing but the edge lies beyond it as a rule. */
static void
add_steps (Builder *builder)
{
  const GPtrArray *regions = builder->body->table->regions;

  for (guint i = 0; i < regions->len; i++)
    {
      const FasciaRegion *drawn = g_ptr_array_index (regions, i);
      const FasciaRegion *from = swap (builder, drawn);

      for (guint d = 0; d < FASCIA_BODY_N_DIRECTIONS; d++)
        {
          int at = builder->drawing->steps[drawn->index * FASCIA_BODY_N_DIRECTIONS + d];
          gint16 to = -1;

          for (guint hops = 0; at >= 0 && hops < regions->len; hops++)
            {
              const FasciaRegion *next = swap (builder, g_ptr_array_index (regions, (guint) at));

              if (fascia_body_is_shown (builder->body, next))
                {
                  to = next != from ? (gint16) next->index : -1;
                  break;
                }
              at = builder->drawing->steps[(guint) at * FASCIA_BODY_N_DIRECTIONS + d];
            }
          if (!fascia_body_is_shown (builder->body, from))
            to = -1;
          builder->view->steps[from->index * FASCIA_BODY_N_DIRECTIONS + d] = to;
        }
    }
}

static GArray *
warp_arcs (FasciaBuild build, GArray *drawn)
{
  GArray *arcs;

  if (build == FASCIA_BUILD_LIGHT)
    return g_array_ref (drawn);
  arcs = g_array_sized_new (FALSE, FALSE, sizeof (FasciaFigureArc), drawn->len);
  g_array_set_clear_func (arcs, fascia_figure_arc_clear);
  for (guint i = 0; i < drawn->len; i++)
    {
      FasciaFigureArc arc;

      fascia_build_warp_arc (build, &g_array_index (drawn, FasciaFigureArc, i), &arc);
      g_array_append_val (arcs, arc);
    }
  return arcs;
}

void
fascia_body_build_views (FasciaBody *self)
{
  static const FasciaView codes[FASCIA_BODY_N_VIEWS] = { FASCIA_VIEW_FRONT, FASCIA_VIEW_BACK };

  for (int i = 0; i < FASCIA_BODY_N_VIEWS; i++)
    {
      Builder builder = {
        .body = self,
        .code = codes[i],
        .view = fascia_body_peek_view (self, codes[i]),
        .drawing = fascia_figure_peek_view (self->figure, codes[i]),
        .swaps = codes[i] == FASCIA_VIEW_FRONT && self->form.facing == FASCIA_FACING_OWN,
        .is_whole = is_whole (&self->form),
      };

      builder.arcs = warp_arcs (self->form.build, builder.drawing->arcs);
      add_shapes (&builder);
      add_lines (&builder);
      add_outlines (&builder);
      add_steps (&builder);
      g_array_unref (builder.arcs);
    }
}

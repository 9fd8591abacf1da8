/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures how much of each place is drawn on: drawings and places on one grid.
 */

#include "fascia-extent-private.h"

#include "fascia-body-private.h"

#define WIDTH FASCIA_FIGURE_RASTER_WIDTH
#define N_SCALES 2

/* What is drawn on one place, gathered from all its shapes. */
typedef struct
{
  double share;
  double sum;
  guint n_levels;
  gboolean is_claimed; /* a drawing counts here, whatever the share */
  gboolean is_drawn;
} Tally;

typedef struct
{
  const FasciaBody *body;
  const FasciaFigureRaster *raster;
  guint n_regions;
  Tally *before; /* (nullable): for each scale each region */
  Tally *after;
} Measure;

static const FasciaRegion *
get_region (const Measure *measure, int v, guint shape)
{
  const FasciaFigurePiece *piece
      = &g_array_index (measure->body->figure->views[v].pieces, FasciaFigurePiece, shape / 2);

  return piece->regions[shape % 2];
}

/* The place a drawing counts for whatever the share: that of its middle for a spot, else the one of
 * which it covers most squares. NULL when it does not touch the body. */
static const FasciaRegion *
find_claimed (const Measure *measure, int v, const FasciaExtentCover *cover)
{
  g_autofree guint *sums = NULL;
  const FasciaRegion *best = NULL;

  if (cover->spot != FASCIA_FIGURE_NOWHERE)
    return get_region (measure, v, cover->spot);
  sums = g_new0 (guint, measure->n_regions);
  for (guint shape = 0; shape < FASCIA_FIGURE_NOWHERE; shape++)
    {
      const FasciaRegion *region;

      if (cover->covered[shape] == 0)
        continue;
      region = get_region (measure, v, shape);
      sums[region->index] += cover->covered[shape];
      if (best == NULL || sums[region->index] > sums[best->index])
        best = region;
    }
  return best;
}

static gboolean
is_in_layer (const FasciaDrawing *drawing, int scale, int v)
{
  /* On a figure drawn anew the same points would be other places. */
  return (int) drawing->scale - 1 == scale && (drawing->view == FASCIA_VIEW_BACK ? 1 : 0) == v
         && drawing->n_points > 0 && drawing->figure == FASCIA_FIGURE_VERSION;
}

static gboolean
has_any (const GArray *drawings, int scale, int v)
{
  for (guint i = 0; i < drawings->len; i++)
    if (is_in_layer (&g_array_index (drawings, FasciaDrawing, i), scale, v))
      return TRUE;
  return FALSE;
}

/* @tallies, @others: (nullable): of the scale; where the drawings count. */
static void
paint (const Measure *measure,
       FasciaExtentLayer *layer,
       const GArray *drawings,
       int scale,
       int v,
       Tally *tallies,
       Tally *others)
{
  for (guint i = 0; i < drawings->len; i++)
    {
      const FasciaDrawing *drawing = &g_array_index (drawings, FasciaDrawing, i);
      FasciaExtentCover cover;
      const FasciaRegion *claimed;

      if (!is_in_layer (drawing, scale, v))
        continue;
      fascia_extent_layer_paint (layer, measure->raster->cells[v], drawing, &cover);
      claimed = find_claimed (measure, v, &cover);
      if (claimed != NULL && tallies != NULL)
        tallies[claimed->index].is_claimed = TRUE;
      if (claimed != NULL && others != NULL)
        others[claimed->index].is_claimed = TRUE;
    }
}

static void
count_layer (const Measure *measure, int v, const FasciaExtentLayer *layer, Tally *tallies)
{
  guint covered[FASCIA_FIGURE_NOWHERE] = { 0 };
  guint n_levels[FASCIA_FIGURE_NOWHERE] = { 0 };
  double sums[FASCIA_FIGURE_NOWHERE] = { 0 };

  for (int i = layer->first * WIDTH; i < (layer->last + 1) * WIDTH; i++)
    {
      guint8 shape = measure->raster->cells[v][i];

      if (shape == FASCIA_FIGURE_NOWHERE || layer->levels[i] <= FASCIA_EXTENT_NOT_DRAWN)
        continue;
      covered[shape]++;
      if (layer->levels[i] < 0)
        continue;
      n_levels[shape]++;
      sums[shape] += layer->levels[i];
    }
  for (guint shape = 0; shape < FASCIA_FIGURE_NOWHERE; shape++)
    {
      Tally *tally;
      double share;

      if (covered[shape] == 0)
        continue;
      tally = &tallies[get_region (measure, v, shape)->index];
      share = (double) covered[shape] / measure->raster->n_cells[v][shape];
      tally->is_drawn = TRUE;
      tally->share = MAX (tally->share, share);
      tally->sum += sums[shape];
      tally->n_levels += n_levels[shape];
    }
}

static void
measure_layer (const Measure *measure,
               const GArray *kept,
               const GArray *gone,
               const GArray *added,
               int scale,
               int v)
{
  Tally *before
      = measure->before != NULL ? measure->before + (guint) scale * measure->n_regions : NULL;
  Tally *after = measure->after + (guint) scale * measure->n_regions;
  gboolean has_gone = before != NULL && has_any (gone, scale, v);
  FasciaExtentLayer layer;

  if (!has_gone && !has_any (kept, scale, v) && !has_any (added, scale, v))
    return;
  fascia_extent_layer_init (&layer);
  paint (measure, &layer, kept, scale, v, before, after);
  if (has_gone)
    {
      FasciaExtentLayer whole;

      fascia_extent_layer_copy (&whole, &layer);
      paint (measure, &whole, gone, scale, v, before, NULL);
      count_layer (measure, v, &whole, before);
      fascia_extent_layer_clear (&whole);
    }
  else if (before != NULL)
    count_layer (measure, v, &layer, before);
  paint (measure, &layer, added, scale, v, NULL, after);
  count_layer (measure, v, &layer, after);
  fascia_extent_layer_clear (&layer);
}

static GArray *
collect_extents (const Measure *measure, const Tally *tallies)
{
  GArray *extents = g_array_new (FALSE, TRUE, sizeof (FasciaExtent));

  for (guint i = 0; i < measure->n_regions; i++)
    for (guint scale = 0; scale < N_SCALES; scale++)
      {
        const Tally *tally = &tallies[scale * measure->n_regions + i];
        FasciaExtent extent = {
          .region = fascia_body_get_region (measure->body, i),
          .scale = (FasciaScale) (scale + 1),
          .share = tally->share,
          .mean = tally->n_levels > 0 ? tally->sum / tally->n_levels : FASCIA_LEVEL_NOT_GIVEN,
          .sum = tally->sum,
        };

        if (tally->is_drawn && (tally->share >= FASCIA_EXTENT_MIN_SHARE || tally->is_claimed))
          g_array_append_val (extents, extent);
      }
  return extents;
}

void
fascia_extent_measure_change (const FasciaBody *body,
                              const GArray *kept,
                              const GArray *gone,
                              const GArray *added,
                              GArray **before,
                              GArray **after)
{
  const guint n = body->table->regions->len;
  g_autofree Tally *old = before != NULL ? g_new0 (Tally, (gsize) n * N_SCALES) : NULL;
  g_autofree Tally *new = g_new0 (Tally, (gsize) n * N_SCALES);
  const Measure measure = { .body = body,
                            .raster = fascia_figure_get_raster (body->figure),
                            .n_regions = n,
                            .before = old,
                            .after = new };

  for (int scale = 0; scale < N_SCALES; scale++)
    for (int view = 0; view < FASCIA_BODY_N_VIEWS; view++)
      measure_layer (&measure, kept, gone, added, scale, view);
  if (before != NULL)
    *before = collect_extents (&measure, old);
  *after = collect_extents (&measure, new);
}

GArray *
fascia_extent_measure (const FasciaBody *body, const FasciaDrawing *drawings, guint n_drawings)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));
  GArray *extents = NULL;

  g_return_val_if_fail (body != NULL && (drawings != NULL || n_drawings == 0),
                        g_array_new (FALSE, TRUE, sizeof (FasciaExtent)));

  if (n_drawings == 0)
    return g_array_new (FALSE, TRUE, sizeof (FasciaExtent));
  g_array_append_vals (kept, drawings, n_drawings);
  fascia_extent_measure_change (body, kept, none, none, NULL, &extents);
  return extents;
}

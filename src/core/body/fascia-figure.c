/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawing in memory: shared by all forms of the figure.
 */

#include "fascia-figure.h"

#include <string.h>

static void
piece_clear (gpointer data)
{
  g_clear_pointer (&((FasciaFigurePiece *) data)->chain, g_array_unref);
}

static void
loop_clear (gpointer data)
{
  g_clear_pointer (&((FasciaFigureLoop *) data)->chain, g_array_unref);
}

static void
detail_clear (gpointer data)
{
  fascia_figure_arc_clear (&((FasciaFigureDetail *) data)->arc);
}

FasciaFigure *
fascia_figure_alloc (guint n_regions)
{
  FasciaFigure *self = g_new0 (FasciaFigure, 1);
  gsize n_steps = (gsize) n_regions * FASCIA_BODY_N_DIRECTIONS;

  g_atomic_ref_count_init (&self->ref_count);
  self->touches = g_array_new (FALSE, FALSE, sizeof (FasciaFigureTouch));
  for (int i = 0; i < FASCIA_BODY_N_VIEWS; i++)
    {
      FasciaFigureView *view = &self->views[i];

      view->arcs = g_array_new (FALSE, FALSE, sizeof (FasciaFigureArc));
      g_array_set_clear_func (view->arcs, fascia_figure_arc_clear);
      view->pieces = g_array_new (FALSE, FALSE, sizeof (FasciaFigurePiece));
      g_array_set_clear_func (view->pieces, piece_clear);
      view->loops = g_array_new (FALSE, FALSE, sizeof (FasciaFigureLoop));
      g_array_set_clear_func (view->loops, loop_clear);
      view->details = g_array_new (FALSE, FALSE, sizeof (FasciaFigureDetail));
      g_array_set_clear_func (view->details, detail_clear);
      view->steps = g_new (gint16, n_steps);
      memset (view->steps, 0xff, n_steps * sizeof *view->steps);
    }
  return self;
}

FasciaFigure *
fascia_figure_ref (FasciaFigure *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_figure_unref (FasciaFigure *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int i = 0; i < FASCIA_BODY_N_VIEWS; i++)
    {
      g_array_unref (self->views[i].arcs);
      g_array_unref (self->views[i].pieces);
      g_array_unref (self->views[i].loops);
      g_array_unref (self->views[i].details);
      g_free (self->views[i].steps);
    }
  g_clear_pointer (&self->raster, fascia_figure_raster_free);
  g_array_unref (self->touches);
  g_free (self);
}

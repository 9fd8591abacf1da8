/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outlines of one figure as GTK fills them, made once for all that shows the figure.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

/* All paths of a canvas have its upper left corner at 0,0: figure units less FASCIA_FIGURE_X and
 * FASCIA_FIGURE_Y. */

/* One drawn shape. */
typedef struct
{
  const FasciaShape *shape;
  GskPath *path;
} FasciaBodyPiece;

/**
 * FasciaBodyPaths: read only
 * @body: whose they are
 * @outline: what is made of paper: the body and what is drawn apart from it
 * @phantom: limbs that are felt and not there; may be empty
 * @details: may be empty
 */
typedef struct
{
  FasciaBody *body;
  FasciaView view;
  FasciaBodyPiece *pieces; /* in the order of the body */
  guint n_pieces;
  GskPath *outline;
  GskPath *gutters;
  GskPath *details;
  GskPath *phantom;
} FasciaBodyPaths;

/* (transfer full) The same object for all who ask for a view of the body that the model shows now. */
FasciaBodyPaths *fascia_body_paths_get (FasciaBodyModel *model, FasciaView view);
void fascia_body_paths_unref (FasciaBodyPaths *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBodyPaths, fascia_body_paths_unref)

/* (transfer full) A path of the figure, moved to the corner of the canvas. */
GskPath *fascia_body_paths_convert (const FasciaPath *path);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of the body, shared by its loaders.
 */

#pragma once

#include "fascia-body.h"
#include "fascia-figure.h"
#include "fascia-region-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *code;
  char *name;
} FasciaBodyGroup;

/* The regions, shared by all forms of the figure. */
struct _FasciaBodyTable
{
  gatomicrefcount ref_count;
  GPtrArray *regions; /* FasciaRegion, owned */
  GPtrArray *retired; /* FasciaRegion, owned: kept for their replacement only */
  GHashTable *by_id;  /* id → FasciaRegion, both of the above */
  GArray *groups;     /* FasciaBodyGroup */
};

typedef struct
{
  GArray *shapes;      /* FasciaShape, paths owned */
  GArray *hidden;      /* likewise, those of hidden limbs */
  GPtrArray *outlines; /* FasciaPath, NULL-terminated */
  GPtrArray *phantoms; /* FasciaPath, NULL-terminated */
  FasciaPath *gutters;
  FasciaPath *details;
  gint16 *steps; /* n_regions × directions: the index of a region, or -1 */
} FasciaBodyView;

struct _FasciaBody
{
  gatomicrefcount ref_count;
  FasciaBodyTable *table;
  FasciaFigure *figure;
  FasciaBodyForm form;
  guint8 *limbs;      /* n_regions: FasciaLimbState */
  guint *home_shapes; /* n_regions: index into the shapes of the home view, or into the hidden */
  FasciaBodyView views[FASCIA_BODY_N_VIEWS];
  GPtrArray *areas; /* GPtrArray of FasciaRegion, NULL-terminated */
  GArray *insets;   /* FasciaInset */
};

/* Reads data/body/regions.xml; NULL and @error when it does not make sense. */
FasciaBodyTable *fascia_body_table_read (const char *xml, gsize length, GError **error);
FasciaBodyTable *fascia_body_table_alloc (void);
FasciaBodyTable *fascia_body_table_ref (FasciaBodyTable *self);
void fascia_body_table_unref (FasciaBodyTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBodyTable, fascia_body_table_unref)

/* For each region what the form says of its limb: FasciaLimbState. */
guint8 *fascia_body_collect_limbs (const FasciaBodyTable *table, const FasciaBodyForm *form);
/* Fills the views of a body whose table, figure, form and limbs are there. */
void fascia_body_build_views (FasciaBody *self);
/* What follows from the shapes and the limbs. */
GPtrArray *fascia_body_collect_areas (const FasciaBody *self);
GArray *fascia_body_collect_insets (const FasciaBody *self);

/* The build alone: from the drawn figure to the build. */
void fascia_build_warp (FasciaBuild build, double *x, double *y);
/* A copy of the arc @from in a build; clear it with fascia_figure_arc_clear(). */
void fascia_build_warp_arc (FasciaBuild build, const FasciaFigureArc *from, FasciaFigureArc *to);

static inline FasciaBodyView *
fascia_body_peek_view (const FasciaBody *self, FasciaView view)
{
  return (FasciaBodyView *) &self->views[view == FASCIA_VIEW_BACK ? 1 : 0];
}

G_END_DECLS

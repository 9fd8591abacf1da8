/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of the body, shared by its loaders.
 */

#pragma once

#include "fascia-body.h"
#include "fascia-region-private.h"

G_BEGIN_DECLS

#define FASCIA_BODY_N_VIEWS 2
#define FASCIA_BODY_N_DIRECTIONS 4

typedef struct
{
  char *code;
  char *name;
} FasciaBodyGroup;

typedef struct
{
  GArray *shapes;      /* FasciaShape, paths owned */
  GPtrArray *outlines; /* FasciaPath, NULL-terminated */
  FasciaPath *gutters;
  FasciaPath *details;
  gint16 *steps; /* n_regions × directions: the index of a region, or -1 */
} FasciaBodyView;

/* Two regions that share a line, and how long that line is over all views. */
typedef struct
{
  guint16 a, b;
  double length;
} FasciaBodyTouch;

struct _FasciaBody
{
  gatomicrefcount ref_count;
  GPtrArray *regions; /* FasciaRegion, owned */
  GPtrArray *retired; /* FasciaRegion, owned: kept for their replacement only */
  GHashTable *by_id;  /* id → FasciaRegion, both of the above */
  GArray *groups;     /* FasciaBodyGroup */
  FasciaBodyView views[FASCIA_BODY_N_VIEWS];
  GArray *touches;    /* FasciaBodyTouch, a < b */
  guint *home_shapes; /* n_regions: index into the shapes of the region's home view */
  FasciaBodyForm form;
  GPtrArray *areas; /* GPtrArray of FasciaRegion, NULL-terminated */
  GArray *insets;   /* FasciaInset */
};

/* Each fills its part of a new body; FALSE and @error when the text does not make sense. */
gboolean fascia_body_load_regions (FasciaBody *self, const char *xml, gsize length, GError **error);
gboolean fascia_body_load_figure (FasciaBody *self, const char *text, GError **error);

/* What follows from the shapes and the limbs. */
GPtrArray *fascia_body_collect_areas (const FasciaBody *self);
GArray *fascia_body_collect_insets (const FasciaBody *self);

static inline FasciaBodyView *
fascia_body_peek_view (const FasciaBody *self, FasciaView view)
{
  return (FasciaBodyView *) &self->views[view == FASCIA_VIEW_BACK ? 1 : 0];
}

G_END_DECLS

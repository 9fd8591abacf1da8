/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain, display-free vector path: what a region, an outline or a gutter is made of.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Operations of a path. The points that go with each: MOVE and LINE one (the new point), CURVE
 * three (first control point, second control point, end point), CLOSE none. */
typedef enum
{
  FASCIA_PATH_MOVE = 1,
  FASCIA_PATH_LINE,
  FASCIA_PATH_CURVE,
  FASCIA_PATH_CLOSE,
} FasciaPathOp;

typedef struct
{
  double x;
  double y;
} FasciaPoint;

#define FASCIA_TYPE_PATH (fascia_path_get_type ())

/* A reference-counted path in figure units. It is built once by its first owner with the
 * fascia_path_*_to() functions and never changed afterwards; from then on it may be shared
 * between threads. */
typedef struct _FasciaPath FasciaPath;

/* Called for each operation of a path in order. @points holds as many points as FasciaPathOp says;
 * they belong to the path. Return FALSE to stop. */
typedef gboolean (*FasciaPathForeachFunc) (FasciaPathOp op,
                                           const FasciaPoint *points,
                                           gsize n_points,
                                           gpointer user_data);

GType fascia_path_get_type (void);

/* A new empty path. Free with fascia_path_unref(). */
FasciaPath *fascia_path_new (void);
FasciaPath *fascia_path_ref (const FasciaPath *self);
void fascia_path_unref (FasciaPath *self);

/* Building: only before the path is shared. A LINE or CURVE before the first MOVE starts at 0,0. */
void fascia_path_move_to (FasciaPath *self, double x, double y);
void fascia_path_line_to (FasciaPath *self, double x, double y);
void fascia_path_curve_to (FasciaPath *self,
                           double x1,
                           double y1,
                           double x2,
                           double y2,
                           double x3,
                           double y3);
void fascia_path_close (FasciaPath *self);

/* Appends all operations of @other, its MOVE included. */
void fascia_path_append (FasciaPath *self, const FasciaPath *other);

gboolean fascia_path_is_empty (const FasciaPath *self);

/* Calls @func for every operation; FALSE when @func stopped the walk. */
gboolean fascia_path_foreach (const FasciaPath *self,
                              FasciaPathForeachFunc func,
                              gpointer user_data);

/* The tight bounding box, curves included; all zero for an empty path. Out arguments may be NULL. */
void fascia_path_get_bounds (const FasciaPath *self,
                             double *x0,
                             double *y0,
                             double *x1,
                             double *y1);

/* Area in square units, exact for cubic curves (Green's theorem over the Bézier polynomial);
 * always positive for a simple contour, whatever its direction. Open contours count as closed. */
double fascia_path_get_area (const FasciaPath *self);

/* The centre of mass of the flattened path. FALSE when it has no area. */
gboolean fascia_path_get_centroid (const FasciaPath *self, double *x, double *y);

/* Whether a point lies inside by the non-zero winding rule, curves flattened to 0.02 units. */
gboolean fascia_path_contains (const FasciaPath *self, double x, double y);

/* The distance from a point to the nearest piece of the path; 0 on it, also from inside the same
 * measure (use fascia_path_contains() to tell inside from outside). G_MAXDOUBLE when empty. */
double fascia_path_get_distance (const FasciaPath *self, double x, double y);

/* The path as SVG path data ("M1 2C…Z"), C locale, two decimals. Free with g_free(). */
char *fascia_path_to_svg (const FasciaPath *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPath, fascia_path_unref)

G_END_DECLS

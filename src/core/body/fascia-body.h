/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole body: all regions by name, all shapes by place, and how to walk from one to the next.
 */

#pragma once

#include <gio/gio.h>

#include "fascia-body-form.h"
#include "fascia-path.h"
#include "fascia-region.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY (fascia_body_get_type ())
#define FASCIA_BODY_ERROR (fascia_body_error_quark ())

typedef enum
{
  FASCIA_BODY_ERROR_DATA = 1, /* the region table or the figure does not make sense */
} FasciaBodyError;

/* Figure units: crown at y = 0, soles at about y = 759 (y down), midline at x = 0. On the front
 * figure +x (right on screen) is the person's LEFT; on the back figure +x is the person's RIGHT.
 * Each view fits this canvas, the soles beside the feet of the back figure included; both views
 * have the same scale and the same baseline. */
#define FASCIA_FIGURE_X (-218.0)
#define FASCIA_FIGURE_Y (-6.0)
#define FASCIA_FIGURE_WIDTH 436.0
#define FASCIA_FIGURE_HEIGHT 772.0

/* The version of the drawing that stored strokes refer to; a redrawn figure is one more. */
#define FASCIA_FIGURE_VERSION 1

/* The width of the gap between two regions, in figure units. */
#define FASCIA_FIGURE_GUTTER 1.9
#define FASCIA_FIGURE_DETAIL 0.6

/* As seen on the screen. */
typedef enum
{
  FASCIA_DIRECTION_UP = 1,
  FASCIA_DIRECTION_DOWN,
  FASCIA_DIRECTION_LEFT,
  FASCIA_DIRECTION_RIGHT,
} FasciaDirection;

/* One drawn piece of a region on one view. A region has one to three of them. */
typedef struct
{
  const FasciaRegion *region;
  FasciaView view;
  const FasciaPath *path;
  double cx, cy;         /* a point well inside, for a label (pole of inaccessibility) */
  double r;              /* how far that point is from the edge: the largest circle that fits */
  double x0, y0, x1, y1; /* bounds */
  gboolean is_home;      /* the main shape of its region: exactly one for each region */
  gboolean is_inset;     /* drawn apart from the figure (the soles) */
} FasciaShape;

/* All regions and the figure. Immutable after loading, so it may be shared between threads;
 * names are looked up in the language of the moment. */
typedef struct _FasciaBody FasciaBody;

GType fascia_body_get_type (void);
GQuark fascia_body_error_quark (void);

/* Loads data/body from the resources of the program. NULL and @error when they do not make sense.
 * Takes a few milliseconds: do it once and hand it on. */
FasciaBody *fascia_body_new (GError **error);

/* As fascia_body_new(), from texts in memory; for tests. */
FasciaBody *fascia_body_new_from_data (const char *regions_xml,
                                       const char *figure_arcs,
                                       GError **error);
/* The same regions (the same pointers, valid as long as one of the bodies lives) with the figure in
 * another form: its build, which way it faces, limbs that are not there. A few milliseconds. */
FasciaBody *fascia_body_new_with_form (FasciaBody *base, const FasciaBodyForm *form);
const FasciaBodyForm *fascia_body_get_form (const FasciaBody *self);

/* From a point of this figure, as it is shown, to the canonical figure that drawings are stored in,
 * and back: undoes the build and the facing. Smooth; there and back is within 10⁻³ units. */
void fascia_body_to_canonical (const FasciaBody *self, FasciaView view, double *x, double *y);
void fascia_body_from_canonical (const FasciaBody *self, FasciaView view, double *x, double *y);

/* Parts of the figure that are also offered enlarged: head, hands, feet; front and back. */
typedef struct
{
  const char *code; /* "head-front", "palm-left", "feet-back" … stable, for tests */
  FasciaView view;
  double x, y; /* the frame on the canvas of the view, room round the shapes included */
  double width, height;
} FasciaInset;

/* Top to bottom, as a column shows them; belongs to @self. Every shape of hands, feet and head lies
 * in one of them. */
const FasciaInset *fascia_body_get_insets (const FasciaBody *self, guint *n_insets);
/* The name in the current language: "Head, front", "Left palm", "Heels". */
const char *fascia_inset_get_name (const FasciaInset *inset);

/* Whole areas that are marked in one go: "whole-back", "leg-left", "all-over" … in the order of
 * menus. */
guint fascia_body_get_n_areas (const FasciaBody *self);
const char *fascia_body_get_area_code (const FasciaBody *self, guint index);
/* The name in the current language: "Left leg". */
const char *fascia_body_get_area_name (const FasciaBody *self, guint index);
/* NULL-terminated, in the order of the table; belongs to @self. Places of hidden limbs are left
 * out. */
const FasciaRegion *const *fascia_body_get_area_regions (const FasciaBody *self, guint index);

/* Whether the place is on the figure: FALSE on a hidden limb. It stays in lists and journals. */
gboolean fascia_body_is_shown (const FasciaBody *self, const FasciaRegion *region);
/* Whether it is on a limb kept as phantom: drawn as a dashed outline, marked like any other. */
gboolean fascia_body_is_phantom (const FasciaBody *self, const FasciaRegion *region);

FasciaBody *fascia_body_ref (FasciaBody *self);
void fascia_body_unref (FasciaBody *self);

guint fascia_body_get_n_regions (const FasciaBody *self);

/* @index below fascia_body_get_n_regions(), else NULL. */
const FasciaRegion *fascia_body_get_region (const FasciaBody *self, guint index);

/* The region with that id. A retired id gives the region that replaced it. NULL when unknown: such
 * a mark is kept and listed by its id, never thrown away. */
const FasciaRegion *fascia_body_lookup (const FasciaBody *self, const char *id);

/* The regions that @text may mean, best first, at most @max (0: all that match). Every word typed
 * must begin a word of the name, of an alias or of a structure, in the current language or in
 * English; "l" and "r" stand for the sides. Free with g_ptr_array_unref(); the elements belong to
 * @self. */
GPtrArray *fascia_body_find (const FasciaBody *self, const char *text, guint max);

/* Groups in the order in which lists show them. */
guint fascia_body_get_n_groups (const FasciaBody *self);
const char *fascia_body_get_group_code (const FasciaBody *self, guint index);

/* The name of a group in the current language; @code itself when unknown. */
const char *fascia_body_get_group_name (const FasciaBody *self, const char *code);

/* All shapes of a view, in a stable order; the array belongs to @self. */
const FasciaShape *fascia_body_get_shapes (const FasciaBody *self,
                                           FasciaView view,
                                           guint *n_shapes);

/* The main shape of a region; never NULL for a region of this body: a place on a hidden limb still
 * has the shape that it would have, though it is not among those of the figure. */
const FasciaShape *fascia_body_get_home_shape (const FasciaBody *self, const FasciaRegion *region);

/* The shape of a region on a view, its main one if there are several; NULL when it has none, or is
 * on a hidden limb. */
const FasciaShape *fascia_body_get_shape_on (const FasciaBody *self,
                                             const FasciaRegion *region,
                                             FasciaView view);

/* Closed outlines of a view: the body first, then each inset. NULL-terminated; belongs to @self.
 * What they enclose is what is filled: hidden limbs and phantom ones are not in it. Where the body
 * is in pieces (nothing but a phantom between them) each piece has its own. */
const FasciaPath *const *fascia_body_get_outlines (const FasciaBody *self,
                                                   FasciaView view,
                                                   guint *n_outlines);

/* Closed outlines of the limbs kept as phantom: to be drawn as dashed lines and not to be filled.
 * NULL-terminated, usually empty; belongs to @self. Their shapes are among the others and are
 * filled when marked, and the lines between their places are among the gutters. */
const FasciaPath *const *fascia_body_get_phantom_outlines (const FasciaBody *self,
                                                           FasciaView view,
                                                           guint *n_outlines);

/* All lines between regions of a view as one path, each line once. */
const FasciaPath *fascia_body_get_gutters (const FasciaBody *self, FasciaView view);

/* Lines that separate nothing or must stay quiet: closed eyes, the middle of the face. Drawn like
 * gutters, at FASCIA_FIGURE_DETAIL times their width; left out when the figure is small. */
const FasciaPath *fascia_body_get_details (const FasciaBody *self, FasciaView view);

/* The shape at a point of the canvas; outside all of them the nearest one within @slop units, else
 * NULL. */
const FasciaShape *fascia_body_pick_shape (const FasciaBody *self,
                                           FasciaView view,
                                           double x,
                                           double y,
                                           double slop);

/* As above, the region. */
const FasciaRegion *fascia_body_pick (const FasciaBody *self,
                                      FasciaView view,
                                      double x,
                                      double y,
                                      double slop);

/* The next region in a direction on a view as drawn: one that touches or is near, never a jump
 * across the body. NULL at the edge alone: nothing touches within 60 degrees of that direction. Every
 * region of a view can be reached. The opposite direction may lead elsewhere: who walks remembers
 * where from. */
const FasciaRegion *fascia_body_get_neighbour (const FasciaBody *self,
                                               const FasciaRegion *region,
                                               FasciaView view,
                                               FasciaDirection direction);

/* All regions that touch a region on any view, longest common line first. Free with
 * g_ptr_array_unref(); the elements belong to @self. */
GPtrArray *fascia_body_get_adjacent (const FasciaBody *self, const FasciaRegion *region);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBody, fascia_body_unref)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the control share: where the focus is, the tool in hand, the keys.
 */

#pragma once

#include "fascia-body-figures.h"
#include "fascia-body-keys.h"
#include "fascia-body-walk.h"
#include "fascia-region-widget.h"

G_BEGIN_DECLS

struct _FasciaBodyFigures
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  GtkWidget *content; /* the figures, and what stands beside them */
  GtkWidget *box;
  GtkWidget *insets;      /* NULL until there is room */
  FasciaBodyMap *maps[2]; /* by view minus one */
  FasciaView view;
  gboolean is_double;
  gboolean has_insets;
  const char *part; /* interned: what is drawn near */

  const FasciaRegion *current; /* where Tab comes back to */
  FasciaBodyDigits digits;
  gint64 hinted_at;    /* when a key that does nothing was last explained; monotonic */
  FasciaBodyTool tool; /* the one that was last spoken of */
  FasciaBodyWalk walk; /* how the current place was come to by arrows */

  const FasciaRegion *had_focus; /* while the figures are built anew */
  gboolean has_point;            /* the chosen place was pressed */
  FasciaView point_view;
  double point_x;
  double point_y;
};

static inline FasciaBody *
fascia_body_figures_get_body (FasciaBodyFigures *self)
{
  return fascia_body_model_get_body (self->model);
}

/* ---- which place ---- */

/* (nullable) The place that has the keyboard focus. */
const FasciaRegion *fascia_body_figures_get_focused (FasciaBodyFigures *self);
/* (nullable) The one widget at which a place is met now; NULL when its figure is not shown. */
FasciaRegionWidget *fascia_body_figures_get_widget (FasciaBodyFigures *self,
                                                    const FasciaRegion *region);
/* The highest or lowest place of the figure, on the side of the current one when it has a side. */
const FasciaRegion *fascia_body_figures_get_extreme (FasciaBodyFigures *self, gboolean is_head);
/* Where Tab enters the map: where it was, else the chosen place, else the worst, else the head. */
const FasciaRegion *fascia_body_figures_get_entrance (FasciaBodyFigures *self);
/* Chooses the place and gives it the focus; whatever walk led elsewhere is forgotten. */
void fascia_body_figures_grab (FasciaBodyFigures *self,
                               const FasciaRegion *region,
                               gboolean is_visible);
/* One step of a walk; FALSE at the edge of the figure. */
gboolean fascia_body_figures_walk (FasciaBodyFigures *self,
                                   const FasciaRegion *from,
                                   FasciaDirection direction);
/* No place is chosen any more, and none has the focus. */
void fascia_body_figures_leave (FasciaBodyFigures *self);

/* ---- tools ---- */

/* Says something at a place, or at the map when it is NULL. */
void fascia_body_figures_say (FasciaBodyFigures *self,
                              const FasciaRegion *region,
                              const char *text);
/* Says why a key does nothing: at most once a second, however long it is held. */
void fascia_body_figures_hint (FasciaBodyFigures *self, const char *text);
/* What is shown can only be looked at: says so. */
void fascia_body_figures_say_read_only (FasciaBodyFigures *self);
gboolean fascia_body_figures_is_drawing (FasciaBodyFigures *self);
/* The model has another tool. */
void fascia_body_figures_tool_changed (FasciaBodyFigures *self);
/* The place that the feeling spreads to is chosen. */
void fascia_body_figures_spread_to (FasciaBodyFigures *self, const FasciaRegion *target);
void fascia_body_figures_clear_drawings (FasciaBodyFigures *self, const FasciaRegion *region);
/* Enter on a place while a tool is on; FALSE when none is. */
gboolean fascia_body_figures_use_tool (FasciaBodyFigures *self, const FasciaRegion *region);
/* Escape: first the stroke that is under way, then the tool. */
gboolean fascia_body_figures_leave_tool (FasciaBodyFigures *self);

/* ---- what others do about a key ---- */

void fascia_body_figures_emit_find (FasciaBodyFigures *self, const char *text);
void fascia_body_figures_emit_open_levels (FasciaBodyFigures *self);
void fascia_body_figures_emit_summary (FasciaBodyFigures *self);

G_END_DECLS

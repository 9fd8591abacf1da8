/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures of a window under hand and key, for tests.
 */

#pragma once

#include "body/fascia-body-map-private.h"
#include "fascia-test-window.h"

G_BEGIN_DECLS

#define THIGH "thigh-front-left"

static inline gboolean
press (Fixture *fixture, guint keyval)
{
  return fascia_body_figures_handle_key (fixture->figures, keyval, 0, 0, 0);
}

static inline FasciaBodyMap *
get_map (Fixture *fixture, FasciaView view)
{
  return fascia_body_figures_get_map (fixture->figures, view);
}

static inline graphene_point_t
locate (Fixture *fixture, FasciaBodyMap *map, const char *id)
{
  graphene_point_t point;

  g_assert_true (fascia_body_map_locate (map, lookup (fixture, id), &point));
  return point;
}

static inline const FasciaDrawing *
get_drawings (Fixture *fixture, guint *n_drawings)
{
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));

  *n_drawings = 0;
  return entry != NULL ? fascia_entry_get_drawings (entry, n_drawings) : NULL;
}

static inline guint
count_drawings (Fixture *fixture)
{
  guint n_drawings = 0;

  get_drawings (fixture, &n_drawings);
  return n_drawings;
}

static inline guint
count_spreads (Fixture *fixture)
{
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model));
  guint n_spreads = 0;

  if (entry != NULL)
    fascia_entry_get_spreads (entry, &n_spreads);
  return n_spreads;
}

static inline void
set_pen (Fixture *fixture, FasciaBodyTool tool, int level)
{
  const FasciaPen pen = { .level = level, .width = FASCIA_PEN_MEDIUM };

  fascia_body_model_set_pen (fixture->model, &pen);
  fascia_body_model_set_tool (fixture->model, tool);
}

/* A stroke down from the middle of a place, so long in pixels. */
static inline gboolean
draw_down (Fixture *fixture, const char *id, double length, double pressure)
{
  FasciaBodyMap *map = get_map (fixture, FASCIA_VIEW_FRONT);
  graphene_point_t at = locate (fixture, map, id);

  g_assert_true (fascia_body_map_draw_begin (map, (double) at.x, (double) at.y, pressure));
  for (double y = 1; y <= length; y++)
    fascia_body_map_draw_move (map, (double) at.x, (double) at.y + y, pressure);
  return fascia_body_map_draw_end (map);
}

/* What was written is there under its name before it can be rubbed out. */
static inline void
settle (Fixture *fixture)
{
  read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
  read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
}

static inline void
set_form (Fixture *fixture, const FasciaBodyForm *form)
{
  g_autoptr (FasciaBody) body = fascia_body_new_with_form (fixture->body, form);

  fascia_body_model_set_body (fixture->model, body);
  fixture->body = fascia_body_model_get_body (fixture->model);
  gtk_widget_queue_allocate (GTK_WIDGET (fixture->figures));
}

static inline const FasciaRegion *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return FASCIA_IS_REGION_WIDGET (focus)
             ? fascia_region_widget_get_region (FASCIA_REGION_WIDGET (focus))
             : NULL;
}

static inline gboolean
has_room (gpointer data)
{
  return gtk_widget_get_width (data) > 1;
}

G_END_DECLS

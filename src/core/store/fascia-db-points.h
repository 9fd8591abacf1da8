/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawings as columns of a row: the points packed, and nothing believed when read. */

#pragma once

#include "../journal/fascia-entry-private.h"
#include "fascia-db-private.h"

G_BEGIN_DECLS

/* The columns of a drawing as they are stored; nothing is owned. */
typedef struct
{
  const void *uid;
  gsize uid_length;
  const char *kind;
  const char *scale;
  const char *view;
  gint64 figure;
  double width;
  const void *points;
  gsize points_length;
} FasciaDrawingColumns;

typedef enum
{
  FASCIA_DRAWING_READ = 1,
  FASCIA_DRAWING_UNKNOWN, /* on a view or a figure of a later version: to be kept, not shown */
  FASCIA_DRAWING_DAMAGED,
} FasciaDrawingState;

/* (transfer full) The points of @drawing, which must be what the journal takes: five bytes each, as
 * the schema says of the column. */
GBytes *fascia_points_pack (const FasciaDrawing *drawing);
/* *@drawing: when READ, a drawing with points of its own. *@unknown: when UNKNOWN. */
FasciaDrawingState fascia_drawing_read (const FasciaDrawingColumns *columns,
                                        FasciaDrawing *drawing,
                                        FasciaUnknownDrawing *unknown);
/* FALSE with DAMAGED. */
gboolean fascia_db_set_drawing_damaged (FasciaDb *db, GError **error);
/* As fascia_drawing_is_above_none(). */
gboolean fascia_points_are_above_none (const void *points, gsize length);

G_END_DECLS

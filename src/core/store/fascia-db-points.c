/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawings as columns of a row. */

#include "config.h"

#include "fascia-db-points.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../body/fascia-body.h"

#define BYTES_PER_POINT 5
#define NO_LEVEL 255

static gint16
pack_coordinate (float coordinate)
{
  return (gint16) CLAMP (lrintf (coordinate * FASCIA_DRAWING_STEPS), G_MININT16, G_MAXINT16);
}

GBytes *
fascia_points_pack (const FasciaDrawing *drawing)
{
  gsize length = (gsize) drawing->n_points * BYTES_PER_POINT;
  guint8 *bytes = g_malloc (length + 1);

  for (guint i = 0; i < drawing->n_points; i++)
    {
      const FasciaDrawingPoint point = fascia_drawing_point_round (&drawing->points[i]);
      guint16 x = (guint16) pack_coordinate (point.x), y = (guint16) pack_coordinate (point.y);
      guint8 *out = bytes + (gsize) i * BYTES_PER_POINT;

      out[0] = (guint8) (x & 0xff);
      out[1] = (guint8) (x >> 8);
      out[2] = (guint8) (y & 0xff);
      out[3] = (guint8) (y >> 8);
      out[4] = point.level < 0 ? NO_LEVEL
                               : (guint8) CLAMP (lrintf (point.level * FASCIA_DRAWING_LEVEL_STEPS),
                                                 0, FASCIA_LEVEL_MAX * FASCIA_DRAWING_LEVEL_STEPS);
    }
  return g_bytes_new_take (bytes, length);
}

static float
unpack_coordinate (const guint8 *bytes)
{
  return (float) (gint16) (guint16) (bytes[0] | bytes[1] << 8) / FASCIA_DRAWING_STEPS;
}

static gboolean
unpack_point (const guint8 *bytes, FasciaDrawingPoint *point)
{
  const FasciaDrawingPoint unpacked = {
    .x = unpack_coordinate (bytes),
    .y = unpack_coordinate (bytes + 2),
    .level = bytes[4] == NO_LEVEL ? FASCIA_LEVEL_NOT_GIVEN
                                  : (float) bytes[4] / (float) FASCIA_DRAWING_LEVEL_STEPS,
  };

  *point = unpacked;
  return fabsf (unpacked.x) <= FASCIA_DRAWING_MAX_COORDINATE
         && fabsf (unpacked.y) <= FASCIA_DRAWING_MAX_COORDINATE
         && unpacked.level <= FASCIA_LEVEL_MAX;
}

FasciaDrawingState
fascia_drawing_read (const FasciaDrawingColumns *columns,
                     FasciaDrawing *drawing,
                     FasciaUnknownDrawing *unknown)
{
  FasciaDrawing read = { .width = (float) columns->width };
  gsize n_points = columns->points_length / BYTES_PER_POINT;
  const guint8 *bytes = columns->points;

  if (columns->uid_length != sizeof read.uid.bytes || columns->figure <= 0 || columns->view == NULL
      || *columns->view == '\0' || !fascia_scale_from_code (columns->scale, &read.scale)
      || !fascia_drawing_kind_from_code (columns->kind, &read.kind))
    return FASCIA_DRAWING_DAMAGED;
  memcpy (read.uid.bytes, columns->uid, sizeof read.uid.bytes);
  if (columns->figure > FASCIA_FIGURE_VERSION || !fascia_view_from_code (columns->view, &read.view))
    {
      *unknown = (FasciaUnknownDrawing) { .uid = read.uid,
                                          .kind = read.kind,
                                          .scale = read.scale,
                                          .view = g_intern_string (columns->view),
                                          .figure = columns->figure,
                                          .width = columns->width };
      return FASCIA_DRAWING_UNKNOWN;
    }
  if (bytes == NULL || columns->points_length % BYTES_PER_POINT != 0
      || n_points > FASCIA_DRAWING_MAX_POINTS || n_points == 0
      || (n_points == 1) != (read.kind == FASCIA_DRAWING_SPOT)
      || !(columns->width > 0 && columns->width <= FASCIA_DRAWING_MAX_WIDTH))
    return FASCIA_DRAWING_DAMAGED;

  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, n_points);
  for (gsize i = 0; i < n_points; i++)
    if (!unpack_point (bytes + i * BYTES_PER_POINT, &points[i]))
      return FASCIA_DRAWING_DAMAGED;
  read.figure = (guint) columns->figure;
  read.n_points = (guint) n_points;
  read.points = g_steal_pointer (&points);
  *drawing = read;
  return FASCIA_DRAWING_READ;
}

gboolean
fascia_db_set_drawing_damaged (FasciaDb *db, GError **error)
{
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path,
                                 _ ("a drawing is not as it was written"));
}

gboolean
fascia_points_are_above_none (const void *points, gsize length)
{
  const guint8 *bytes = points;

  for (gsize i = BYTES_PER_POINT - 1; bytes != NULL && i < length; i += BYTES_PER_POINT)
    if (bytes[i] != 0)
      return TRUE;
  return FALSE;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawings and spreads for tests of the store, and logs by chance. */

#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

static const FasciaDrawingPoint store_line[] = {
  { -20.0f, 150.5f, 3.0f },
  { -18.25f, 161.0f, 7.5f },
  { -17.0f, 400.0f, FASCIA_LEVEL_NOT_GIVEN },
};
static const FasciaDrawingPoint store_dot[] = { { 31.0f, 402.0625f, 6.0f } };
static const FasciaDrawing store_stroke = {
  .kind = FASCIA_DRAWING_STROKE,
  .scale = FASCIA_SCALE_PAIN,
  .view = FASCIA_VIEW_BACK,
  .figure = 1,
  .width = 9.3f,
  .points = store_line,
  .n_points = 3,
};
static const FasciaDrawing store_spot = {
  .kind = FASCIA_DRAWING_SPOT,
  .scale = FASCIA_SCALE_TIGHTNESS,
  .view = FASCIA_VIEW_FRONT,
  .figure = 1,
  .width = 12.0f,
  .points = store_dot,
  .n_points = 1,
};
static const FasciaSpread store_arrow = { "lower-back-left", "thigh-back-left" };

static inline FasciaOperation *
store_log_full (FasciaDb *db, const FasciaLog *log)
{
  g_autoptr (GError) error = NULL;
  FasciaOperation *operation = fascia_db_log (db, log, &error);

  g_assert_no_error (error);
  g_assert_nonnull (operation);
  return operation;
}

static inline const FasciaDrawing *
store_get_drawing (const FasciaEntry *entry, guint index)
{
  guint n_drawings;
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);

  g_assert_cmpuint (index, <, n_drawings);
  return &drawings[index];
}

static inline guint
store_count_drawings (const FasciaEntry *entry)
{
  guint n_drawings;

  fascia_entry_get_drawings (entry, &n_drawings);
  return n_drawings;
}

static inline guint
store_count_spreads (const FasciaEntry *entry)
{
  guint n_spreads;

  fascia_entry_get_spreads (entry, &n_spreads);
  return n_spreads;
}

/* The same but for the name. */
static inline void
store_assert_same_drawing (const FasciaDrawing *a, const FasciaDrawing *b)
{
  FasciaDrawing rounded = fascia_drawing_copy (b);

  rounded.uid = a->uid;
  g_assert_true (fascia_drawing_equal (a, &rounded));
  g_free ((gpointer) rounded.points);
}

G_END_DECLS

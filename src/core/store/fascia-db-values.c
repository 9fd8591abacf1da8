/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which values the journal takes, whoever writes them. */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../body/fascia-body.h"
#include "../journal/fascia-entry-private.h"
#include "fascia-db-private.h"

/* Longer codes than any list has; a limit against nonsense. */
#define MAX_CODE_LENGTH 100
/* Nobody writes down what is to come. */
#define MAX_AHEAD_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

gboolean
fascia_db_set_invalid (FasciaDb *db, GError **error, const char *text)
{
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_INVALID, db->path, text);
}

gboolean
fascia_db_is_code (const char *code)
{
  gsize length = code != NULL ? strlen (code) : 0;

  return length > 0 && length <= MAX_CODE_LENGTH && g_utf8_validate (code, (gssize) length, NULL);
}

gboolean
fascia_db_check_note (FasciaDb *db, const char *note, GError **error)
{
  if (note == NULL || g_utf8_validate (note, -1, NULL))
    return TRUE;
  return fascia_db_set_invalid (db, error, _ ("The note is not valid text."));
}

gboolean
fascia_db_check_moment (FasciaDb *db, const FasciaMoment *moment, GError **error)
{
  FasciaMoment same = *moment;
  gint64 local_ms = moment->utc_ms + moment->offset_min * G_GINT64_CONSTANT (60000);
  gint64 start_ms = moment->day * G_GINT64_CONSTANT (86400000);

  if (ABS (same.offset_min) <= 960 && local_ms >= start_ms && local_ms - start_ms < 86400000)
    return TRUE;
  return fascia_db_set_invalid (db, error, _ ("The time and its day do not fit together."));
}

gboolean
fascia_db_check_not_ahead (FasciaDb *db, gint64 utc_ms, GError **error)
{
  /* A clock may be wrong by a day, when it has travelled; more is a slip. */
  if (utc_ms <= fascia_clock_now_ms (db->clock) + MAX_AHEAD_MS)
    return TRUE;
  return fascia_db_set_invalid (db, error, _ ("This moment is more than a day ahead."));
}

gboolean
fascia_db_check_mark (FasciaDb *db, const FasciaMark *mark, gboolean nothing_today, GError **error)
{
  if (!fascia_db_is_code (mark->region))
    return fascia_db_set_invalid (db, error, _ ("A mark needs a place of the body."));
  if (fascia_scale_to_code (mark->scale) == NULL)
    return fascia_db_set_invalid (db, error, _ ("A mark is on the scale of tightness or of pain."));
  if (mark->level < FASCIA_LEVEL_NOT_GIVEN || mark->level > FASCIA_LEVEL_MAX)
    return fascia_db_set_invalid (db, error, _ ("A level is a whole number from 0 to 10."));
  if (nothing_today && mark->level != 0)
    return fascia_db_set_invalid (
        db, error, _ ("“Nothing today” and a place that is tight do not go together."));
  for (guint i = 0; mark->feelings != NULL && mark->feelings[i] != NULL; i++)
    if (!fascia_db_is_code (mark->feelings[i]))
      return fascia_db_set_invalid (db, error, _ ("A feeling is one of the words of the list."));
  return TRUE;
}

static gboolean
is_coordinate (float coordinate)
{
  return isfinite (coordinate) && fabsf (coordinate) <= FASCIA_DRAWING_MAX_COORDINATE;
}

static gboolean
is_level (float level)
{
  return !(level < FASCIA_LEVEL_NOT_GIVEN) && !(level > FASCIA_LEVEL_NOT_GIVEN && level < 0)
         && level <= FASCIA_LEVEL_MAX;
}

static gboolean
check_points (FasciaDb *db, const FasciaDrawing *drawing, GError **error)
{
  guint least = drawing->kind == FASCIA_DRAWING_SPOT ? 1 : 2;
  guint most = drawing->kind == FASCIA_DRAWING_SPOT ? 1 : FASCIA_DRAWING_MAX_POINTS;

  if (drawing->points == NULL || drawing->n_points < least)
    return fascia_db_set_invalid (db, error, _ ("A spot has one point, a stroke two or more."));
  if (drawing->n_points > most)
    return fascia_db_set_invalid (db, error, _ ("What was drawn is too long for one stroke."));
  for (guint i = 0; i < drawing->n_points; i++)
    {
      const FasciaDrawingPoint *point = &drawing->points[i];

      if (!is_coordinate (point->x) || !is_coordinate (point->y))
        return fascia_db_set_invalid (db, error, _ ("What was drawn lies too far outside."));
      if (!is_level (point->level))
        return fascia_db_set_invalid (db, error, _ ("The level of what is drawn is from 0 to 10."));
    }
  return TRUE;
}

gboolean
fascia_db_check_drawing (FasciaDb *db,
                         const FasciaDrawing *drawing,
                         gboolean nothing_today,
                         GError **error)
{
  if (fascia_drawing_kind_to_code (drawing->kind) == NULL)
    return fascia_db_set_invalid (db, error, _ ("What is drawn is a spot or a stroke."));
  if (fascia_scale_to_code (drawing->scale) == NULL)
    return fascia_db_set_invalid (db, error, _ ("A mark is on the scale of tightness or of pain."));
  if ((drawing->view != FASCIA_VIEW_FRONT && drawing->view != FASCIA_VIEW_BACK)
      || drawing->figure == 0 || drawing->figure > FASCIA_FIGURE_VERSION)
    return fascia_db_set_invalid (db, error, _ ("What is drawn needs a figure to be drawn on."));
  if (!(drawing->width > 0 && drawing->width <= FASCIA_DRAWING_MAX_WIDTH))
    return fascia_db_set_invalid (db, error, _ ("What was drawn is too wide or has no width."));
  if (!check_points (db, drawing, error))
    return FALSE;
  if (nothing_today && fascia_drawing_is_above_none (drawing))
    return fascia_db_set_invalid (
        db, error, _ ("“Nothing today” and a place that is tight do not go together."));
  return TRUE;
}

gboolean
fascia_db_check_spread (FasciaDb *db, const FasciaSpread *spread, GError **error)
{
  if (!fascia_db_is_code (spread->from) || !fascia_db_is_code (spread->to))
    return fascia_db_set_invalid (db, error, _ ("A mark needs a place of the body."));
  if (strcmp (spread->from, spread->to) == 0)
    return fascia_db_set_invalid (db, error, _ ("A feeling spreads from one place to another."));
  return TRUE;
}

gboolean
fascia_db_check_key (FasciaDb *db, const char *key, GError **error)
{
  return fascia_db_is_code (key)
         || fascia_db_set_invalid (db, error, _ ("A preference needs a name."));
}

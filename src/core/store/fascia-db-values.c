/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which values the journal takes, whoever writes them. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-db-private.h"

/* Longer codes than any list has; a limit against nonsense. */
#define MAX_CODE_LENGTH 100

gboolean
fascia_db_set_invalid (FasciaDb *db, GError **error, const char *text)
{
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_INVALID, db->path, text);
}

static gboolean
is_code (const char *code)
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
fascia_db_check_mark (FasciaDb *db, const FasciaMark *mark, gboolean nothing_today, GError **error)
{
  if (!is_code (mark->region))
    return fascia_db_set_invalid (db, error, _ ("A mark needs a place of the body."));
  if (fascia_scale_to_code (mark->scale) == NULL)
    return fascia_db_set_invalid (db, error, _ ("A mark is on the scale of tightness or of pain."));
  if (mark->level < FASCIA_LEVEL_NOT_GIVEN || mark->level > FASCIA_LEVEL_MAX)
    return fascia_db_set_invalid (db, error, _ ("A level is a whole number from 0 to 10."));
  if (nothing_today && mark->level != 0)
    return fascia_db_set_invalid (
        db, error, _ ("“Nothing today” and a place that is tight do not go together."));
  for (guint i = 0; mark->feelings != NULL && mark->feelings[i] != NULL; i++)
    if (!is_code (mark->feelings[i]))
      return fascia_db_set_invalid (db, error, _ ("A feeling is one of the words of the list."));
  return TRUE;
}

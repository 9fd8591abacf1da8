/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was said lately: the newest mark of each place, the words used most. */

#include "config.h"

#include "fascia-db-private.h"

/* (nullable) */
static FasciaRecentMark *
find_recent (GArray *recent, const char *region, FasciaScale scale)
{
  for (guint i = 0; i < recent->len; i++)
    {
      FasciaRecentMark *mark = &g_array_index (recent, FasciaRecentMark, i);

      if (mark->region == region && mark->scale == scale)
        return mark;
    }
  return NULL;
}

GArray *
fascia_db_load_recent (FasciaDb *db, gint32 first_day, gint64 before_ms, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GArray) recent = g_array_new (FALSE, FALSE, sizeof (FasciaRecentMark));
  /* Of each of those: a 0 was met, and what lies before it is another story. */
  g_autoptr (GArray) is_over = g_array_new (FALSE, FALSE, sizeof (gboolean));
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      "SELECT m.region, m.scale, m.level, e.utc_ms, e.day FROM entry AS e INDEXED BY entry_by_day "
      "CROSS JOIN mark AS m ON m.entry_id = e.id WHERE e.day >= ?1 AND e.utc_ms < ?2 "
      "ORDER BY e.utc_ms DESC, m.id DESC",
      error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, first_day);
  sqlite3_bind_int64 (statement, 2, before_ms);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      FasciaRecentMark mark = { .level = FASCIA_LEVEL_NOT_GIVEN };
      const char *region = (const char *) sqlite3_column_text (statement, 0);

      if (region == NULL
          || !fascia_scale_from_code ((const char *) sqlite3_column_text (statement, 1),
                                      &mark.scale))
        continue;
      mark.region = g_intern_string (region);
      if (sqlite3_column_type (statement, 2) != SQLITE_NULL)
        mark.level = sqlite3_column_int (statement, 2);
      mark.utc_ms = sqlite3_column_int64 (statement, 3);
      mark.day = sqlite3_column_int (statement, 4);
      mark.since_day = mark.level != 0 ? mark.day : G_MAXINT32;
      FasciaRecentMark *newest = find_recent (recent, mark.region, mark.scale);
      const gboolean is_none = mark.level == 0;
      if (newest == NULL)
        {
          g_array_append_val (recent, mark);
          g_array_append_val (is_over, is_none);
          continue;
        }
      gboolean *is_run_over = &g_array_index (
          is_over, gboolean, newest - (FasciaRecentMark *) (gpointer) recent->data);
      *is_run_over |= is_none;
      if (!*is_run_over)
        newest->since_day = MIN (newest->since_day, mark.since_day);
    }
  return row == 0 ? g_steal_pointer (&recent) : NULL;
}

char **
fascia_db_load_feelings (FasciaDb *db, gint32 first_day, guint limit, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      "SELECT f.feeling FROM entry AS e INDEXED BY entry_by_day "
      "CROSS JOIN mark AS m ON m.entry_id = e.id CROSS JOIN mark_feeling AS f ON f.mark_id = m.id "
      "WHERE e.day >= ?1 GROUP BY f.feeling ORDER BY count(*) DESC, f.feeling LIMIT ?2",
      error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, first_day);
  sqlite3_bind_int64 (statement, 2, limit);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    g_strv_builder_add (codes, (const char *) sqlite3_column_text (statement, 0));
  return row == 0 ? g_strv_builder_end (codes) : NULL;
}

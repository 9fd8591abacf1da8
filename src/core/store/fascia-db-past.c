/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was practised: sessions and their steps, and what was said before, after and the day after. */

#include "config.h"

#include "fascia-db-practice.h"
#include "fascia-db-private.h"

/* The worst place of a check-in, on any scale; 0 when it says that nothing is there today. */
#define WORST(uid)                                                                                 \
  "(SELECT CASE WHEN c.nothing_today THEN 0 "                                                      \
  "ELSE (SELECT max (m.level) FROM mark AS m WHERE m.entry_id = c.id) END "                        \
  "FROM entry AS c WHERE c.uid = " uid ")"

/* (nullable) */
static const char *
get_code (sqlite3_stmt *statement, int column)
{
  return g_intern_string ((const char *) sqlite3_column_text (statement, column));
}

static int
get_int (sqlite3_stmt *statement, int column, int fallback)
{
  return sqlite3_column_type (statement, column) != SQLITE_NULL
             ? (int) CLAMP (sqlite3_column_int64 (statement, column), G_MININT, G_MAXINT)
             : fallback;
}

/* Fills @ids with the rows of the sessions. */
static gboolean
load_sessions (FasciaDb *db, gint32 since_day, GArray *sessions, GArray *ids, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      "SELECT e.id, e.utc_ms, e.day, s.routine, s.outcome, "
      "(s.ended_ms - s.started_ms - s.paused_ms) / 1000, " WORST ("s.before_entry") ", " WORST (
          "s.after_entry") " FROM entry AS e INDEXED BY entry_by_day "
                           "CROSS JOIN session AS s ON s.entry_id = e.id WHERE e.day >= ?1 "
                           "ORDER BY e.utc_ms, e.id",
      error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, since_day);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      FasciaPastSession session = {
        .utc_ms = sqlite3_column_int64 (statement, 1),
        .day = get_int (statement, 2, 0),
        .routine = get_code (statement, 3),
        .is_finished
        = g_strcmp0 ((const char *) sqlite3_column_text (statement, 4), "finished") == 0,
        .seconds = MAX (get_int (statement, 5, 0), 0),
        .before = get_int (statement, 6, FASCIA_LEVEL_NOT_GIVEN),
        .after = get_int (statement, 7, FASCIA_LEVEL_NOT_GIVEN),
      };
      const gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (sessions, session);
      g_array_append_val (ids, id);
    }
  return row == 0;
}

/* Both lists are in the same order, so one walk through the sessions finds the one of each step. */
static gboolean
load_steps (FasciaDb *db,
            gint32 since_day,
            GArray *sessions,
            const GArray *ids,
            GArray *steps,
            GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      "SELECT e.id, t.step, t.region, t.done_s, t.outcome, t.eased_off, t.reason "
      "FROM entry AS e INDEXED BY entry_by_day "
      "CROSS JOIN session_step AS t ON t.entry_id = e.id WHERE e.day >= ?1 "
      "ORDER BY e.utc_ms, e.id, t.position",
      error);
  guint at = 0;
  int row = -1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, since_day);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      const gint64 id = sqlite3_column_int64 (statement, 0);
      guint next = at;

      while (next < ids->len && g_array_index (ids, gint64, next) != id)
        next++;
      /* Steps without a session: none that this program has written. */
      if (next == ids->len)
        continue;
      at = next;
      FasciaPastSession *session = &g_array_index (sessions, FasciaPastSession, at);
      const char *outcome = (const char *) sqlite3_column_text (statement, 4);
      FasciaPastStep step = {
        .utc_ms = session->utc_ms,
        .day = session->day,
        .routine = session->routine,
        .step = get_code (statement, 1),
        .region = get_code (statement, 2),
        .done_s = MAX (get_int (statement, 3, 0), 0),
        .eased_off = sqlite3_column_int (statement, 5) != 0,
        .reason = get_code (statement, 6),
      };
      /* What was begun and then left out was done for so long. */
      step.is_done = g_strcmp0 (outcome, "held-back") != 0
                     && (step.done_s > 0 || g_strcmp0 (outcome, "done") == 0);
      if (session->n_steps++ == 0)
        session->first_step = steps->len;
      g_array_append_val (steps, step);
    }
  return row == 0;
}

static gboolean
load_answers (FasciaDb *db, gint32 since_day, GArray *answers, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      "SELECT e.day, m.value FROM measurement AS m INDEXED BY measurement_by_item "
      "CROSS JOIN entry AS e ON e.id = m.entry_id "
      "WHERE m.item = '" FASCIA_ITEM_SORENESS "' AND e.day > ?1 ORDER BY e.utc_ms, m.id",
      error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, since_day);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      const FasciaPastAnswer answer
          = { .day = get_int (statement, 0, 0),
              .value = (int) CLAMP (sqlite3_column_double (statement, 1), 0, FASCIA_LEVEL_MAX) };

      g_array_append_val (answers, answer);
    }
  return row == 0;
}

static int
get_worked_seconds (const FasciaPastSession *session, const GArray *steps)
{
  int seconds = 0;

  for (guint i = 0; i < session->n_steps; i++)
    seconds += g_array_index (steps, FasciaPastStep, session->first_step + i).done_s;
  return seconds;
}

FasciaPast *
fascia_db_load_past (FasciaDb *db, gint32 since_day, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (FasciaPastSession));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (FasciaPastStep));
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (FasciaPastAnswer));

  if (!load_sessions (db, since_day, sessions, ids, error)
      || !load_steps (db, since_day, sessions, ids, steps, error)
      || !load_answers (db, since_day, answers, error))
    return NULL;
  for (guint i = 0; i < sessions->len; i++)
    {
      FasciaPastSession *session = &g_array_index (sessions, FasciaPastSession, i);

      /* An interrupted one has no end. */
      if (session->seconds == 0)
        session->seconds = get_worked_seconds (session, steps);
    }
  g_autoptr (FasciaPast) past
      = fascia_past_new ((const FasciaPastSession *) (gpointer) sessions->data, sessions->len,
                         (const FasciaPastStep *) (gpointer) steps->data, steps->len);
  return fascia_past_with_answers (past, (const FasciaPastAnswer *) (gpointer) answers->data,
                                   answers->len);
}

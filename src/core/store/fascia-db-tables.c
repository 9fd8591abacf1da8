/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables that an entry is made of, and those of tags and own scales: their columns, and how each is read and written. */

#include "config.h"

#include <string.h>

#include "fascia-db-rows.h"
#include "fascia-db-tables.h"

#define BIT(column) (1u << (column))

#define CHILD(table, owner, columns, values, updates)                                              \
  "SELECT * FROM " table " WHERE entry_id = ?1 ORDER BY id",                                       \
      "SELECT * FROM " table " ORDER BY entry_id", owner,                                          \
      "INSERT INTO " table " (" columns ") VALUES (" values ")", "UPDATE " table " SET " updates,  \
      "DELETE FROM " table " WHERE id = ?1", "SELECT max(id) FROM " table

/* The order is that of the foreign keys: owners before what they own. Columns stand in the order of
 * the schema, so that a later step adds one at the end; a journal from before that step is read
 * without it, to be verified before it is upgraded. */
static const FasciaTableInfo tables[FASCIA_N_TABLES] = {
  [FASCIA_TABLE_ENTRY]
  = { "entry", 14, 1, 2, "SELECT * FROM entry WHERE id = ?1", "SELECT * FROM entry ORDER BY id",
      FASCIA_ROW_ID,
      "INSERT INTO entry (id, uid, stamp, origin, kind, utc_ms, day, offset_min, zone, changed_ms, "
      "nothing_today, closed, note, end_ms) VALUES "
      "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)",
      "UPDATE entry SET uid=?2, stamp=?3, origin=?4, kind=?5, utc_ms=?6, day=?7, offset_min=?8, "
      "zone=?9, changed_ms=?10, nothing_today=?11, closed=?12, note=?13, end_ms=?14 WHERE id=?1",
      "DELETE FROM entry WHERE id = ?1", "SELECT max(id) FROM entry",
      "UPDATE entry SET stamp=?3, origin=?4, zone=?9, changed_ms=?10, closed=?12, "
      "note=?13, end_ms=?14 WHERE id=?1",
      BIT (FASCIA_ENTRY_UID) | BIT (FASCIA_ENTRY_KIND) | BIT (FASCIA_ENTRY_UTC_MS)
          | BIT (FASCIA_ENTRY_DAY) | BIT (FASCIA_ENTRY_OFFSET_MIN)
          | BIT (FASCIA_ENTRY_NOTHING_TODAY) },
  [FASCIA_TABLE_MARK]
  = { "mark", 9, 5, 6,
      CHILD ("mark",
             FASCIA_MARK_ENTRY,
             "id, entry_id, level, scale, region, uid, stamp, origin, drawn",
             "?1,?2,?3,?4,?5,?6,?7,?8,?9",
             "entry_id=?2, level=?3, scale=?4, region=?5, uid=?6, stamp=?7, origin=?8, "
             "drawn=?9 WHERE id=?1"),
      "UPDATE mark SET level=?3, stamp=?7, origin=?8, drawn=?9 WHERE id=?1",
      BIT (FASCIA_MARK_ENTRY) | BIT (FASCIA_MARK_SCALE) | BIT (FASCIA_MARK_REGION)
          | BIT (FASCIA_MARK_UID) },
  [FASCIA_TABLE_MARK_FEELING]
  = { NULL, 3, 0, 0,
      "SELECT f.* FROM mark AS m JOIN mark_feeling AS f ON f.mark_id = m.id "
      "WHERE m.entry_id = ?1 ORDER BY f.id",
      "SELECT f.*, m.entry_id, m.uid FROM mark AS m CROSS JOIN mark_feeling AS f "
      "ON f.mark_id = m.id ORDER BY m.entry_id",
      3, "INSERT INTO mark_feeling (id, mark_id, feeling) VALUES (?1,?2,?3)",
      "UPDATE mark_feeling SET mark_id=?2, feeling=?3 WHERE id=?1",
      "DELETE FROM mark_feeling WHERE id = ?1", "SELECT max(id) FROM mark_feeling" },
  [FASCIA_TABLE_ENTRY_TAG] = { NULL, 3, 0, 0,
                               CHILD ("entry_tag",
                                      FASCIA_ENTRY_TAG_ENTRY,
                                      "id, entry_id, tag",
                                      "?1,?2,?3",
                                      "entry_id=?2, tag=?3 WHERE id=?1") },
  [FASCIA_TABLE_MEASUREMENT]
  = { "measurement", 9, 1, 2,
      CHILD ("measurement",
             FASCIA_DETAIL_ENTRY,
             "id, uid, stamp, origin, entry_id, item, side, value, unit",
             "?1,?2,?3,?4,?5,?6,?7,?8,?9",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, item=?6, side=?7, value=?8, unit=?9 "
             "WHERE id=?1") },
  [FASCIA_TABLE_SESSION]
  = { "session", 15, 1, 2,
      CHILD ("session",
             FASCIA_DETAIL_ENTRY,
             "id, uid, stamp, origin, entry_id, routine, started_ms, ended_ms, paused_ms, outcome, "
             "posture, gentle, ease_offs, before_entry, after_entry",
             "?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, routine=?6, started_ms=?7, ended_ms=?8, "
             "paused_ms=?9, outcome=?10, posture=?11, gentle=?12, ease_offs=?13, before_entry=?14, "
             "after_entry=?15 WHERE id=?1") },
  [FASCIA_TABLE_SESSION_STEP]
  = { "session-step", 14, 1, 2,
      CHILD (
          "session_step",
          FASCIA_DETAIL_ENTRY,
          "id, uid, stamp, origin, entry_id, position, step, region, planned_s, done_s, outcome, "
          "reason, eased_off, discomfort",
          "?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14",
          "uid=?2, stamp=?3, origin=?4, entry_id=?5, position=?6, step=?7, region=?8, "
          "planned_s=?9, done_s=?10, outcome=?11, reason=?12, eased_off=?13, discomfort=?14 "
          "WHERE id=?1") },
  [FASCIA_TABLE_VISIT]
  = { "visit", 12, 1, 2,
      CHILD (
          "visit",
          FASCIA_DETAIL_ENTRY,
          "id, uid, stamp, origin, entry_id, minutes, therapist, pressure, rating, tight_before, "
          "tight_after, said",
          "?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12",
          "uid=?2, stamp=?3, origin=?4, entry_id=?5, minutes=?6, therapist=?7, pressure=?8, "
          "rating=?9, tight_before=?10, tight_after=?11, said=?12 WHERE id=?1") },
  [FASCIA_TABLE_VISIT_DETAIL] = { NULL, 4, 0, 0,
                                  CHILD ("visit_detail",
                                         1,
                                         "id, entry_id, kind, code",
                                         "?1,?2,?3,?4",
                                         "entry_id=?2, kind=?3, code=?4 WHERE id=?1") },
  [FASCIA_TABLE_EXERCISE]
  = { "exercise", 10, 1, 2,
      CHILD ("exercise",
             FASCIA_DETAIL_ENTRY,
             "id, uid, stamp, origin, entry_id, what, minutes, effort, sets, repetitions",
             "?1,?2,?3,?4,?5,?6,?7,?8,?9,?10",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, what=?6, minutes=?7, effort=?8, sets=?9, "
             "repetitions=?10 WHERE id=?1") },
  [FASCIA_TABLE_TREATMENT]
  = { "treatment", 9, 1, 2,
      CHILD ("treatment",
             FASCIA_DETAIL_ENTRY,
             "id, uid, stamp, origin, entry_id, what, amount, helped, taken",
             "?1,?2,?3,?4,?5,?6,?7,?8,?9",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, what=?6, amount=?7, helped=?8, taken=?9 "
             "WHERE id=?1") },
  [FASCIA_TABLE_EVENT]
  = { "event", 8, 1, 2,
      CHILD ("event",
             FASCIA_DETAIL_ENTRY,
             "id, uid, stamp, origin, entry_id, what, until_day, type",
             "?1,?2,?3,?4,?5,?6,?7,?8",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, what=?6, until_day=?7, type=?8 "
             "WHERE id=?1") },
  [FASCIA_TABLE_DRAWING]
  = { "drawing", 11, 1, 2,
      CHILD ("drawing",
             FASCIA_DETAIL_ENTRY,
             "id, uid, stamp, origin, entry_id, kind, scale, view, figure, width, points",
             "?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, kind=?6, scale=?7, view=?8, figure=?9, "
             "width=?10, points=?11 WHERE id=?1"),
      .since = 2 },
  [FASCIA_TABLE_SPREAD]
  = { "spread", 7, 1, 2,
      CHILD ("spread",
             FASCIA_DETAIL_ENTRY,
             "id, uid, stamp, origin, entry_id, from_region, to_region",
             "?1,?2,?3,?4,?5,?6,?7",
             "uid=?2, stamp=?3, origin=?4, entry_id=?5, from_region=?6, to_region=?7 "
             "WHERE id=?1"),
      .since = 2 },
  [FASCIA_TABLE_TAG]
  = { "tag", 7, 1, 2, "SELECT * FROM tag WHERE ?1 IS NOT NULL ORDER BY id", NULL, 0,
      "INSERT INTO tag (id, uid, stamp, origin, code, name, hidden) VALUES (?1,?2,?3,?4,?5,?6,?7)",
      "UPDATE tag SET uid=?2, stamp=?3, origin=?4, code=?5, name=?6, hidden=?7 WHERE id=?1",
      "DELETE FROM tag WHERE id = ?1", "SELECT max(id) FROM tag" },
  [FASCIA_TABLE_OWN_SCALE]
  = { "own-scale", 14, 1, 2, "SELECT * FROM own_scale WHERE ?1 IS NOT NULL ORDER BY id", NULL, 0,
      "INSERT INTO own_scale (id, uid, stamp, origin, code, name, minimum, maximum, step, unit, "
      "low_label, high_label, higher_is_better, hidden) VALUES "
      "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)",
      "UPDATE own_scale SET uid=?2, stamp=?3, origin=?4, code=?5, name=?6, minimum=?7, maximum=?8, "
      "step=?9, unit=?10, low_label=?11, high_label=?12, higher_is_better=?13, hidden=?14 "
      "WHERE id=?1",
      "DELETE FROM own_scale WHERE id = ?1", "SELECT max(id) FROM own_scale" },
};

#undef CHILD
#undef BIT

const FasciaTableInfo *
fascia_table_get_info (FasciaTable table)
{
  return &tables[table];
}

gboolean
fascia_db_has_table (FasciaDb *db, FasciaTable table)
{
  return db->version >= tables[table].since;
}

/* What an entry of a kind can own besides marks, tags, measurements and drawings. */
gboolean
fascia_table_is_for_kind (FasciaTable table, const char *kind)
{
  switch (table)
    {
    case FASCIA_TABLE_SESSION:
    case FASCIA_TABLE_SESSION_STEP:
      return strcmp (kind, "session") == 0;
    case FASCIA_TABLE_VISIT:
    case FASCIA_TABLE_VISIT_DETAIL:
      return strcmp (kind, "visit") == 0;
    case FASCIA_TABLE_EXERCISE:
      return strcmp (kind, "exercise") == 0;
    case FASCIA_TABLE_TREATMENT:
      return strcmp (kind, "treatment") == 0;
    case FASCIA_TABLE_EVENT:
      return strcmp (kind, "event") == 0;
    case FASCIA_TABLE_ENTRY:
    case FASCIA_TABLE_MARK:
    case FASCIA_TABLE_MARK_FEELING:
    case FASCIA_TABLE_ENTRY_TAG:
    case FASCIA_TABLE_MEASUREMENT:
    case FASCIA_TABLE_DRAWING:
    case FASCIA_TABLE_SPREAD:
      break;
    case FASCIA_TABLE_TAG:
    case FASCIA_TABLE_OWN_SCALE:
    case FASCIA_N_TABLES:
      return FALSE;
    }
  return TRUE;
}

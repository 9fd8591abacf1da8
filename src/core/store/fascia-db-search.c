/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries that a query asks for: a page of them, how many, on which days. */

#include "config.h"

#include <string.h>

#include "../journal/fascia-query-private.h"
#include "fascia-db-read.h"
#include "fascia-db-select.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)
/* No clock is farther from UTC. */
#define MAX_OFFSET_MS G_GINT64_CONSTANT (57600000)
/* So few are looked up one by one and sorted; of more the newest are soon met on the way back. */
#define MAX_SORTED 200

/* Where an entry is in time. */
typedef struct
{
  gint64 id;
  gint64 utc_ms;
  FasciaUid uid;
} Place;

/* What a page is taken from. */
typedef struct
{
  FasciaDb *db;
  FasciaSet *set; /* (nullable): all */
  gint32 first_day;
  gint32 last_day;
  gint64 before_ms;
  const FasciaUid *before_uid;
  guint limit;
} Page;

static gboolean
read_uid (sqlite3_stmt *statement, int column, FasciaUid *uid)
{
  if (sqlite3_column_bytes (statement, column) != sizeof uid->bytes)
    return FALSE;
  memcpy (uid->bytes, sqlite3_column_blob (statement, column), sizeof uid->bytes);
  return TRUE;
}

/* ---- few: one by one ---- */

/* Newest first, which is also the order of what lies before a place. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;

  if (x->utc_ms != y->utc_ms)
    return x->utc_ms > y->utc_ms ? -1 : 1;
  return -memcmp (x->uid.bytes, y->uid.bytes, sizeof x->uid.bytes);
}

static gboolean
is_before (const Page *page, const Place *place)
{
  if (place->utc_ms != page->before_ms)
    return place->utc_ms < page->before_ms;
  return page->before_uid != NULL
         && memcmp (place->uid.bytes, page->before_uid->bytes, sizeof place->uid.bytes) < 0;
}

/* The name and the day of @place, and its time. *@is_asked: it belongs to the page. */
static gboolean
look_up (const Page *page, Place *place, gboolean *is_asked, GError **error)
{
  FasciaDb *db = page->db;
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT utc_ms, uid, day FROM entry WHERE id = ?1", error);

  *is_asked = FALSE;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, place->id);
  int row = fascia_db_step (db, statement, error);
  if (row <= 0)
    return row == 0;
  place->utc_ms = sqlite3_column_int64 (statement, 0);
  gint64 day = sqlite3_column_int64 (statement, 2);
  gboolean is_whole = read_uid (statement, 1, &place->uid);
  sqlite3_reset (statement);
  *is_asked = day >= page->first_day && day <= page->last_day && is_before (page, place);
  return is_whole || fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path, NULL);
}

static gboolean
collect_sorted (const Page *page, GArray *places, GError **error)
{
  gsize slot = 0;
  Place place;

  while (fascia_set_next (page->set, &slot, &place.id))
    {
      gboolean is_asked;

      if (!look_up (page, &place, &is_asked, error))
        return FALSE;
      if (is_asked)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return TRUE;
}

/* ---- many: from the newest on ---- */

/* Whether its time alone says that @place belongs to the page. */
static gboolean
is_certain (const Page *page, const Place *place)
{
  return place->utc_ms < page->before_ms
         && (page->first_day == G_MININT32
             || place->utc_ms >= page->first_day * DAY_MS + MAX_OFFSET_MS)
         && (page->last_day == G_MAXINT32
             || place->utc_ms < (page->last_day + G_GINT64_CONSTANT (1)) * DAY_MS - MAX_OFFSET_MS);
}

/* Entries of the same moment, from @first on, are in the order of their names. */
static gboolean
sort_moment (const Page *page, GArray *places, guint first, GError **error)
{
  if (places->len - first < 2)
    return TRUE;
  for (guint i = first; i < places->len; i++)
    {
      gboolean is_asked;

      if (!look_up (page, &g_array_index (places, Place, i), &is_asked, error))
        return FALSE;
    }
  qsort (&g_array_index (places, Place, first), places->len - first, sizeof (Place),
         compare_places);
  return TRUE;
}

/* Steps through the index of times alone, which holds all that is asked of most entries. */
static gboolean
collect_walking (const Page *page, GArray *places, GError **error)
{
  FasciaDb *db = page->db;
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT id, utc_ms FROM entry INDEXED BY entry_by_time "
                           "WHERE utc_ms <= ?1 AND utc_ms >= ?2 ORDER BY utc_ms DESC",
                           error);
  gint64 before_ms = page->before_ms;
  gint64 from_ms = G_MININT64;
  guint first = 0; /* of those of the same moment */
  gboolean is_read = TRUE;
  gboolean is_full = FALSE;
  int row = 0;

  if (statement == NULL)
    return FALSE;
  /* Days are those of the place where it was written: so far they may lie from those of UTC. */
  if (page->first_day != G_MININT32)
    from_ms = page->first_day * DAY_MS - MAX_OFFSET_MS;
  if (page->last_day != G_MAXINT32)
    before_ms = MIN (before_ms, (page->last_day + G_GINT64_CONSTANT (1)) * DAY_MS + MAX_OFFSET_MS);
  sqlite3_bind_int64 (statement, 1, before_ms);
  sqlite3_bind_int64 (statement, 2, from_ms);
  while (is_read && !is_full && (row = fascia_db_step (db, statement, error)) > 0)
    {
      Place place = { .id = sqlite3_column_int64 (statement, 0),
                      .utc_ms = sqlite3_column_int64 (statement, 1) };
      gboolean is_asked = TRUE;

      if (page->set != NULL && !fascia_set_contains (page->set, place.id))
        continue;
      if (!is_certain (page, &place))
        is_read = look_up (page, &place, &is_asked, error);
      if (!is_read || !is_asked)
        continue;
      if (places->len > first && g_array_index (places, Place, first).utc_ms != place.utc_ms)
        {
          is_read = sort_moment (page, places, first, error);
          is_full = places->len >= page->limit;
          first = places->len;
        }
      if (!is_full)
        g_array_append_val (places, place);
    }
  if (row > 0)
    sqlite3_reset (statement);
  return is_read && row >= 0 && sort_moment (page, places, first, error);
}

GPtrArray *
fascia_db_query (FasciaDb *db,
                 const FasciaQuery *query,
                 gint64 before_ms,
                 const FasciaUid *before_uid,
                 guint limit,
                 GError **error)
{
  g_autoptr (FasciaSet) set = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_return_val_if_fail (db != NULL, NULL);

  if (!fascia_db_select (db, query, &set, error))
    return NULL;
  const Page page = { db,
                      set,
                      query != NULL ? query->first_day : G_MININT32,
                      query != NULL ? query->last_day : G_MAXINT32,
                      before_ms,
                      before_uid,
                      limit };
  gboolean is_found = set != NULL && fascia_set_count (set) <= MAX_SORTED
                          ? collect_sorted (&page, places, error)
                          : collect_walking (&page, places, error);
  if (!is_found)
    return NULL;
  if (places->len > limit)
    g_array_set_size (places, limit);

  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (FasciaEntryReader) reader = fascia_entry_reader_new (db);
  for (guint i = 0; i < places->len; i++)
    {
      FasciaEntry *entry
          = fascia_entry_reader_read (reader, g_array_index (places, Place, i).id, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}

/* ---- how many ---- */

/* Days with entries in @set (nullable: all), growing. */
static GArray *
count_days (FasciaDb *db, const FasciaSet *set, gint32 first_day, gint32 last_day, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (FasciaDayCount));
  sqlite3_stmt *statement = fascia_db_prepare (db,
                                               "SELECT id, day FROM entry INDEXED BY entry_by_day "
                                               "WHERE day BETWEEN ?1 AND ?2 ORDER BY day",
                                               error);
  FasciaDayCount *last = NULL;
  int row = -1;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, first_day);
  sqlite3_bind_int64 (statement, 2, last_day);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      const FasciaDayCount day = { (gint32) sqlite3_column_int64 (statement, 1), 1 };

      if (set != NULL && !fascia_set_contains (set, sqlite3_column_int64 (statement, 0)))
        continue;
      if (last != NULL && last->day == day.day)
        {
          last->n_entries++;
          continue;
        }
      g_array_append_val (days, day);
      last = &g_array_index (days, FasciaDayCount, days->len - 1);
    }
  return row == 0 ? g_steal_pointer (&days) : NULL;
}

gint64
fascia_db_count_query (FasciaDb *db, const FasciaQuery *query, GError **error)
{
  g_autoptr (FasciaSet) set = NULL;
  gint64 count = 0;

  g_return_val_if_fail (db != NULL, -1);

  if (!fascia_db_select (db, query, &set, error))
    return -1;
  if (query == NULL || (query->first_day == G_MININT32 && query->last_day == G_MAXINT32))
    return set != NULL ? (gint64) fascia_set_count (set) : fascia_db_count_entries (db, error);
  g_autoptr (GArray) days = count_days (db, set, query->first_day, query->last_day, error);
  for (guint i = 0; days != NULL && i < days->len; i++)
    count += g_array_index (days, FasciaDayCount, i).n_entries;
  return days != NULL ? count : -1;
}

GArray *
fascia_db_count_days (FasciaDb *db,
                      const FasciaQuery *query,
                      gint32 first_day,
                      gint32 last_day,
                      GError **error)
{
  g_autoptr (FasciaSet) set = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  if (!fascia_db_select (db, query, &set, error))
    return NULL;
  return count_days (db, set, MAX (first_day, query != NULL ? query->first_day : first_day),
                     MIN (last_day, query != NULL ? query->last_day : last_day), error);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets of entries, by the numbers of their rows: one bit for each. */

#include "config.h"

#include "fascia-db-set.h"

#include <string.h>

/* Two megabytes. Numbers grow by one, so a journal that needs more was not written by us: it is read
 * all the same. */
#define MAX_SPAN ((gint64) 1 << 24)

struct _FasciaSet
{
  gint64 first;   /* the number of slot 0 */
  gsize n_slots;  /* multiple of 64 */
  GArray *ids;    /* (nullable): gint64, of each slot, where numbers are far apart */
  guint64 *words; /* n_slots / 64 */
};

static FasciaSet *
set_alloc (gint64 first, gsize n_slots, GArray *ids)
{
  FasciaSet *self = g_new0 (FasciaSet, 1);

  self->first = first;
  self->n_slots = (n_slots + 63) / 64 * 64;
  self->ids = ids;
  self->words = g_new0 (guint64, self->n_slots / 64);
  return self;
}

static GArray *
load_ids (FasciaDb *db, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = fascia_db_prepare (db, "SELECT id FROM entry ORDER BY id", error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  return row == 0 ? g_steal_pointer (&ids) : NULL;
}

FasciaSet *
fascia_set_new (FasciaDb *db, GError **error)
{
  gint64 first, last;

  if (!fascia_db_query_int64 (db, "SELECT min(id) FROM entry", 1, &first, error)
      || !fascia_db_query_int64 (db, "SELECT max(id) FROM entry", 0, &last, error))
    return NULL;
  if (last < first)
    return set_alloc (1, 0, NULL);
  if ((guint64) last - (guint64) first < (guint64) MAX_SPAN)
    return set_alloc (first, (gsize) (last - first + 1), NULL);
  GArray *ids = load_ids (db, error);
  return ids != NULL ? set_alloc (0, ids->len, ids) : NULL;
}

FasciaSet *
fascia_set_new_like (FasciaSet *self)
{
  return set_alloc (self->first, self->n_slots, self->ids != NULL ? g_array_ref (self->ids) : NULL);
}

void
fascia_set_free (FasciaSet *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->words);
  g_free (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a;
  const gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* FALSE when there is none. */
static gboolean
find_slot (const FasciaSet *self, gint64 id, gsize *slot)
{
  guint index;

  if (self->ids != NULL)
    {
      if (!g_array_binary_search (self->ids, &id, compare_ids, &index))
        return FALSE;
      *slot = index;
      return TRUE;
    }
  if (id < self->first || (guint64) id - (guint64) self->first >= self->n_slots)
    return FALSE;
  *slot = (gsize) (id - self->first);
  return TRUE;
}

void
fascia_set_add (FasciaSet *self, gint64 id)
{
  gsize slot;

  if (find_slot (self, id, &slot))
    self->words[slot / 64] |= G_GUINT64_CONSTANT (1) << (slot % 64);
}

gboolean
fascia_set_contains (const FasciaSet *self, gint64 id)
{
  gsize slot;

  return find_slot (self, id, &slot) && (self->words[slot / 64] >> (slot % 64) & 1) != 0;
}

void
fascia_set_join (FasciaSet *self, const FasciaSet *other)
{
  g_return_if_fail (self->n_slots == other->n_slots);

  for (gsize i = 0; i < self->n_slots / 64; i++)
    self->words[i] |= other->words[i];
}

void
fascia_set_meet (FasciaSet *self, const FasciaSet *other)
{
  g_return_if_fail (self->n_slots == other->n_slots);

  for (gsize i = 0; i < self->n_slots / 64; i++)
    self->words[i] &= other->words[i];
}

gsize
fascia_set_count (const FasciaSet *self)
{
  gsize count = 0;

  for (gsize i = 0; i < self->n_slots / 64; i++)
    count += (gsize) __builtin_popcountll (self->words[i]);
  return count;
}

gboolean
fascia_set_next (const FasciaSet *self, gsize *slot, gint64 *id)
{
  for (; *slot < self->n_slots; *slot = (*slot / 64 + 1) * 64)
    {
      const guint64 rest = self->words[*slot / 64] >> (*slot % 64);

      if (rest == 0)
        continue;
      *slot += (gsize) __builtin_ctzll (rest);
      *id = self->ids != NULL ? g_array_index (self->ids, gint64, *slot)
                              : self->first + (gint64) *slot;
      (*slot)++;
      return TRUE;
    }
  return FALSE;
}

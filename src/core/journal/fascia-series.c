/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The packed series: building, looking up, patching. */

#include "config.h"

#include <string.h>

#include "fascia-series-private.h"

G_DEFINE_BOXED_TYPE (FasciaSeries, fascia_series, fascia_series_ref, fascia_series_unref)

typedef struct
{
  gint64 id;
  gint64 utc_ms;
  gint32 day;
  guint32 n_points;
} CheckIn;

typedef struct
{
  const char *code; /* interned */
  gsize length;
} Region;

/* The first size of the table of regions: a power of two, several times the regions of a body. */
#define FIRST_BUCKETS 512

struct _FasciaSeriesBuilder
{
  GArray *check_ins;         /* CheckIn */
  FasciaSeriesPoint *points; /* check_in and region by the order of adding */
  guint n_points;
  guint n_reserved;
  GArray *nothing;   /* guint32: the check-ins that say "nothing today" … */
  guint n_nothing;   /* … and how many of them have their point */
  GArray *regions;   /* Region */
  guint16 *buckets;  /* open addressing: index + 1 of a region, 0 for none */
  guint n_buckets;   /* a power of two */
  gboolean in_order; /* check-ins came sorted, and points in the order of their check-ins */
};

FasciaSeries *
fascia_series_ref (FasciaSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_series_unref (FasciaSeries *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->points);
  g_free (self->regions);
  g_free (self->check_ins);
  g_free (self);
}

/* ---- building ---- */

FasciaSeriesBuilder *
fascia_series_builder_new (void)
{
  FasciaSeriesBuilder *self = g_new0 (FasciaSeriesBuilder, 1);

  self->check_ins = g_array_new (FALSE, FALSE, sizeof (CheckIn));
  self->regions = g_array_new (FALSE, FALSE, sizeof (Region));
  self->nothing = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_buckets = FIRST_BUCKETS;
  self->buckets = g_new0 (guint16, self->n_buckets);
  self->in_order = TRUE;
  return self;
}

void
fascia_series_builder_free (FasciaSeriesBuilder *self)
{
  g_array_unref (self->check_ins);
  g_array_unref (self->regions);
  g_array_unref (self->nothing);
  g_free (self->points);
  g_free (self->buckets);
  g_free (self);
}

static int
compare_check_ins (const CheckIn *a, const CheckIn *b)
{
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->utc_ms != b->utc_ms)
    return a->utc_ms < b->utc_ms ? -1 : 1;
  return a->id < b->id ? -1 : a->id > b->id;
}

void
fascia_series_builder_reserve (FasciaSeriesBuilder *self, guint n_points)
{
  if (n_points <= self->n_reserved)
    return;
  self->n_reserved = n_points;
  self->points = g_renew (FasciaSeriesPoint, self->points, n_points);
}

static void
append_point (FasciaSeriesBuilder *self, const FasciaSeriesPoint *point)
{
  if (self->n_points == self->n_reserved)
    fascia_series_builder_reserve (self, MAX (64, self->n_points * 2));
  /* Points come after those of earlier check-ins, or all are sorted in the end. */
  if (self->n_points > 0 && self->points[self->n_points - 1].check_in > point->check_in)
    self->in_order = FALSE;
  self->points[self->n_points++] = *point;
  g_array_index (self->check_ins, CheckIn, point->check_in).n_points++;
}

guint
fascia_series_builder_add_check_in (FasciaSeriesBuilder *self,
                                    gint64 id,
                                    gint64 utc_ms,
                                    gint32 day,
                                    gboolean nothing_today)
{
  CheckIn check_in = { id, utc_ms, day, 0 };
  guint number = self->check_ins->len;

  if (number > 0
      && compare_check_ins (&g_array_index (self->check_ins, CheckIn, number - 1), &check_in) > 0)
    self->in_order = FALSE;
  g_array_append_val (self->check_ins, check_in);
  if (nothing_today)
    g_array_append_val (self->nothing, number);
  return number;
}

/* The ends of a code tell regions apart. */
static guint64
hash_code (const char *code, gsize length)
{
  guint64 head = 0, tail = 0;

  memcpy (&head, code, MIN (length, sizeof head));
  if (length > sizeof tail)
    memcpy (&tail, code + length - sizeof tail, sizeof tail);
  guint64 hash = (head ^ tail * 3 ^ length) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 32;
}

/* The bucket that holds the region, or the free one where it belongs. */
static guint16 *
find_bucket (FasciaSeriesBuilder *self, const char *code, gsize length)
{
  guint mask = self->n_buckets - 1;

  for (guint i = (guint) (hash_code (code, length) >> 8) & mask;; i = (i + 1) & mask)
    {
      guint16 *bucket = &self->buckets[i];

      if (*bucket == 0)
        return bucket;
      const Region *region = &g_array_index (self->regions, Region, *bucket - 1u);
      if (region->length == length && memcmp (region->code, code, length) == 0)
        return bucket;
    }
}

static void
fill_buckets (FasciaSeriesBuilder *self, guint n_buckets)
{
  g_free (self->buckets);
  self->n_buckets = n_buckets;
  self->buckets = g_new0 (guint16, n_buckets);
  for (guint i = 0; i < self->regions->len; i++)
    {
      const Region *region = &g_array_index (self->regions, Region, i);

      *find_bucket (self, region->code, region->length) = (guint16) (i + 1);
    }
}

static guint
lookup_or_add_region (FasciaSeriesBuilder *self, const char *code, gsize length)
{
  guint16 *bucket = find_bucket (self, code, length);

  if (*bucket != 0)
    return *bucket - 1u;
  if (self->regions->len >= FASCIA_POINT_NOWHERE - 1u)
    return FASCIA_POINT_NOWHERE;

  g_autofree char *copy = g_strndup (code, length);
  Region region = { g_intern_string (copy), length };
  g_array_append_val (self->regions, region);
  *bucket = (guint16) self->regions->len;
  if (self->regions->len * 4 > self->n_buckets)
    fill_buckets (self, self->n_buckets * 2);
  return self->regions->len - 1;
}

/* Gives their point to the check-ins before @check_in that say "nothing today": all check-ins may
 * have been added before the first mark, and the points shall come in their order. */
static void
append_nothing_before (FasciaSeriesBuilder *self, guint check_in)
{
  while (self->n_nothing < self->nothing->len
         && g_array_index (self->nothing, guint32, self->n_nothing) < check_in)
    {
      guint32 number = g_array_index (self->nothing, guint32, self->n_nothing++);
      const CheckIn *owner = &g_array_index (self->check_ins, CheckIn, number);
      FasciaSeriesPoint point = { owner->utc_ms, owner->day, number, FASCIA_POINT_NOWHERE, 0, 0 };

      append_point (self, &point);
    }
}

void
fascia_series_builder_add_point (FasciaSeriesBuilder *self,
                                 guint check_in,
                                 const char *region,
                                 gsize length,
                                 FasciaScale scale,
                                 int level)
{
  g_return_if_fail (check_in < self->check_ins->len);

  const CheckIn *owner = &g_array_index (self->check_ins, CheckIn, check_in);
  guint index = lookup_or_add_region (self, region, length);
  if (index == FASCIA_POINT_NOWHERE)
    return;
  append_nothing_before (self, check_in);

  FasciaSeriesPoint point
      = { owner->utc_ms, owner->day, check_in, (guint16) index, (guint8) scale, (gint8) level };
  append_point (self, &point);
}

void
fascia_series_builder_add_entry (FasciaSeriesBuilder *self, gint64 id, const FasciaEntry *entry)
{
  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  guint n_marks;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);

  guint check_in = fascia_series_builder_add_check_in (self, id, moment->utc_ms, moment->day,
                                                       fascia_entry_is_nothing_today (entry));
  for (guint i = 0; i < n_marks; i++)
    fascia_series_builder_add_point (self, check_in, marks[i].region, strlen (marks[i].region),
                                     marks[i].scale, marks[i].level);
}

/* Check-ins come nearly in order: few have to move, and not far. FALSE when that is not so. */
static gboolean
sort_nearly_sorted (guint32 *order, guint n_check_ins, const CheckIn *check_ins)
{
  guint64 n_moves = 0, most_moves = (guint64) n_check_ins * 4;

  for (guint i = 1; i < n_check_ins; i++)
    {
      guint32 number = order[i];
      guint j = i;

      for (; j > 0 && compare_check_ins (&check_ins[order[j - 1]], &check_ins[number]) > 0; j--)
        order[j] = order[j - 1];
      order[j] = number;
      n_moves += i - j;
      if (n_moves > most_moves)
        return FALSE;
    }
  return TRUE;
}

static int
compare_check_in_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  const CheckIn *check_ins = data;

  return compare_check_ins (&check_ins[*(const guint32 *) a], &check_ins[*(const guint32 *) b]);
}

static int
compare_region_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  const Region *regions = data;

  return strcmp (regions[*(const guint32 *) a].code, regions[*(const guint32 *) b].code);
}

/* Within a check-in: by region, then by scale; "nothing today" comes last. */
static gboolean
is_before (const FasciaSeriesPoint *a, const FasciaSeriesPoint *b)
{
  return a->region != b->region ? a->region < b->region : a->scale < b->scale;
}

static void
sort_points_of_check_in (FasciaSeriesPoint *points, guint n_points)
{
  for (guint i = 1; i < n_points; i++)
    {
      FasciaSeriesPoint point = points[i];
      guint j = i;

      for (; j > 0 && is_before (&point, &points[j - 1]); j--)
        points[j] = points[j - 1];
      points[j] = point;
    }
}

static guint32 *
new_permutation (guint n)
{
  guint32 *permutation = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    permutation[i] = i;
  return permutation;
}

/* Numbers the check-ins in their order; those without a point have no place in the series. */
static void
rank_check_ins (FasciaSeriesBuilder *self, FasciaSeries *series, guint32 *ranks, guint32 *starts)
{
  const CheckIn *check_ins = (const CheckIn *) (gpointer) self->check_ins->data;
  guint n_check_ins = self->check_ins->len;
  g_autofree guint32 *order = new_permutation (n_check_ins);
  guint32 start = 0;

  if (!self->in_order && !sort_nearly_sorted (order, n_check_ins, check_ins))
    g_sort_array (order, n_check_ins, sizeof *order, compare_check_in_numbers,
                  (gpointer) check_ins);
  series->check_ins = g_new (gint64, n_check_ins + 1);
  for (guint i = 0; i < n_check_ins; i++)
    {
      guint32 number = order[i];

      starts[number] = start;
      if (check_ins[number].n_points == 0)
        continue;
      ranks[number] = series->n_check_ins;
      start += check_ins[number].n_points;
      series->check_ins[series->n_check_ins++] = check_ins[number].id;
    }
}

static guint16 *
rank_regions (FasciaSeriesBuilder *self, FasciaSeries *series)
{
  const Region *regions = (const Region *) (gpointer) self->regions->data;
  guint n_regions = self->regions->len;
  g_autofree guint32 *order = new_permutation (n_regions);
  guint16 *ranks = g_new (guint16, n_regions + 1);

  g_sort_array (order, n_regions, sizeof *order, compare_region_numbers, (gpointer) regions);
  series->n_regions = n_regions;
  series->regions = g_new0 (const char *, n_regions + 1);
  for (guint i = 0; i < n_regions; i++)
    {
      series->regions[i] = regions[order[i]].code;
      ranks[order[i]] = (guint16) i;
    }
  return ranks;
}

/* The points of each check-in together, the check-ins in their order. */
static void
place_points (FasciaSeriesBuilder *self, FasciaSeries *series, const guint32 *starts)
{
  series->n_points = self->n_points;
  if (self->in_order)
    {
      /* Nearly always: they lie where they belong. */
      series->points = g_steal_pointer (&self->points);
      self->n_reserved = 0;
      return;
    }
  g_autofree guint32 *next = g_memdup2 (starts, (self->check_ins->len + 1) * sizeof *starts);
  series->points = g_new (FasciaSeriesPoint, series->n_points + 1);
  for (guint i = 0; i < series->n_points; i++)
    {
      const FasciaSeriesPoint *point = &self->points[i];

      series->points[next[point->check_in]++] = *point;
    }
}

FasciaSeries *
fascia_series_builder_finish (FasciaSeriesBuilder *self)
{
  FasciaSeries *series = g_new0 (FasciaSeries, 1);
  const CheckIn *check_ins = (const CheckIn *) (gpointer) self->check_ins->data;
  guint n_check_ins = self->check_ins->len;
  g_autofree guint32 *ranks = g_new0 (guint32, n_check_ins + 1);
  g_autofree guint32 *starts = g_new0 (guint32, n_check_ins + 1);
  g_autofree guint16 *region_ranks = rank_regions (self, series);

  g_atomic_ref_count_init (&series->ref_count);
  append_nothing_before (self, n_check_ins);
  rank_check_ins (self, series, ranks, starts);
  place_points (self, series, starts);
  for (guint i = 0; i < series->n_points; i++)
    {
      FasciaSeriesPoint *point = &series->points[i];

      point->check_in = ranks[point->check_in];
      if (point->region != FASCIA_POINT_NOWHERE)
        point->region = region_ranks[point->region];
    }
  for (guint i = 0; i < n_check_ins; i++)
    if (check_ins[i].n_points > 1)
      sort_points_of_check_in (series->points + starts[i], check_ins[i].n_points);

  g_array_set_size (self->check_ins, 0);
  g_array_set_size (self->nothing, 0);
  self->n_points = self->n_nothing = 0;
  g_array_set_size (self->regions, 0);
  fill_buckets (self, FIRST_BUCKETS);
  self->in_order = TRUE;
  return series;
}

static int
compare_uids (gconstpointer a, gconstpointer b)
{
  return memcmp (fascia_entry_get_uid (a), fascia_entry_get_uid (b), sizeof (FasciaUid));
}

FasciaSeries *
fascia_series_new_from_entries (FasciaEntry *const *entries, guint n_entries)
{
  g_autoptr (FasciaSeriesBuilder) builder = fascia_series_builder_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_return_val_if_fail (entries != NULL || n_entries == 0, NULL);

  /* Names stand for rows here, so that the order in which the entries come does not matter. */
  for (guint i = 0; i < n_entries; i++)
    if (fascia_entry_get_kind (entries[i]) == FASCIA_ENTRY_CHECK_IN)
      g_ptr_array_add (sorted, entries[i]);
  g_ptr_array_sort_values (sorted, compare_uids);
  for (guint i = 0; i < sorted->len; i++)
    fascia_series_builder_add_entry (builder, i + 1, g_ptr_array_index (sorted, i));
  return fascia_series_builder_finish (builder);
}

/* ---- reading ---- */

const FasciaSeriesPoint *
fascia_series_get_points (const FasciaSeries *self, guint *n_points)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_points != NULL)
    *n_points = self->n_points;
  return self->points;
}

guint
fascia_series_get_n_regions (const FasciaSeries *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_regions;
}

const char *
fascia_series_get_region (const FasciaSeries *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_regions, NULL);
  return self->regions[index];
}

guint
fascia_series_lookup_region (const FasciaSeries *self, const char *region)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, FASCIA_POINT_NOWHERE);
  g_return_val_if_fail (region != NULL, FASCIA_POINT_NOWHERE);

  high = self->n_regions;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (self->regions[middle], region);

      if (order == 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return FASCIA_POINT_NOWHERE;
}

guint
fascia_series_lower_bound (const FasciaSeries *self, gint32 day)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_points;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->points[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
fascia_series_get_range (const FasciaSeries *self, gint32 *first_day, gint32 *last_day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_points == 0)
    return FALSE;
  if (first_day != NULL)
    *first_day = self->points[0].day;
  if (last_day != NULL)
    *last_day = self->points[self->n_points - 1].day;
  return TRUE;
}

gboolean
fascia_series_equal (const FasciaSeries *a, const FasciaSeries *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->n_points != b->n_points || a->n_regions != b->n_regions
      || a->n_check_ins != b->n_check_ins)
    return FALSE;
  for (guint i = 0; i < a->n_regions; i++)
    if (strcmp (a->regions[i], b->regions[i]) != 0)
      return FALSE;
  for (guint i = 0; i < a->n_points; i++)
    {
      const FasciaSeriesPoint *p = &a->points[i], *q = &b->points[i];

      if (p->utc_ms != q->utc_ms || p->day != q->day || p->check_in != q->check_in
          || p->region != q->region || p->scale != q->scale || p->level != q->level)
        return FALSE;
    }
  return TRUE;
}

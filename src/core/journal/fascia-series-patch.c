/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One check-in of the series replaced: the rest is copied in long pieces. */

#include "config.h"

#include <string.h>

#include "fascia-series-private.h"

/* What is taken out, what is put in, and where. */
typedef struct
{
  const FasciaSeries *old;
  const FasciaSeries *added; /* of the new check-in alone; may be empty */
  FasciaSeries *result;
  guint16 *old_regions; /* old index → new index */
  guint16 *added_regions;
  gboolean same_regions; /* no index of the old ones changes */
  guint removed_from;    /* points of the old check-in: from … */
  guint removed_to;      /* … to before this one */
  guint place;           /* before which point of the old series the added ones come */
} Patch;

/* The first point of check-in number @check_in or of a later one. */
static guint
find_first_point (const FasciaSeries *series, guint check_in)
{
  guint low = 0, high = series->n_points;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (series->points[middle].check_in < check_in)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
find_removed (Patch *patch, gint64 id)
{
  const FasciaSeries *old = patch->old;

  /* Mostly one of the last. */
  for (guint i = old->n_check_ins; i > 0; i--)
    if (old->check_ins[i - 1] == id)
      {
        patch->removed_from = find_first_point (old, i - 1);
        patch->removed_to = find_first_point (old, i);
        return;
      }
}

static gboolean
is_after (const FasciaSeries *series, guint index, const FasciaSeriesPoint *point, gint64 id)
{
  const FasciaSeriesPoint *other = &series->points[index];

  if (other->day != point->day)
    return other->day > point->day;
  if (other->utc_ms != point->utc_ms)
    return other->utc_ms > point->utc_ms;
  return series->check_ins[other->check_in] > id;
}

static void
find_place (Patch *patch, gint64 id)
{
  guint low = 0, high = patch->old->n_points;

  while (low < high && patch->added->n_points > 0)
    {
      guint middle = low + (high - low) / 2;

      if (is_after (patch->old, middle, &patch->added->points[0], id))
        high = middle;
      else
        low = middle + 1;
    }
  patch->place = patch->added->n_points > 0 ? low : patch->old->n_points;
}

/* The regions of both, in their order, without those that only the removed check-in had. */
static void
merge_regions (Patch *patch)
{
  const FasciaSeries *old = patch->old, *added = patch->added;
  g_autofree gboolean *is_used = g_new0 (gboolean, (gsize) G_MAXUINT16 + 1);
  guint i = 0, j = 0, n = 0;

  for (guint k = 0; k < old->n_points; k++)
    if (k < patch->removed_from || k >= patch->removed_to)
      is_used[old->points[k].region] = TRUE;

  patch->old_regions = g_new0 (guint16, old->n_regions + 1);
  patch->added_regions = g_new0 (guint16, added->n_regions + 1);
  patch->result->regions = g_new0 (const char *, old->n_regions + added->n_regions + 1);
  patch->same_regions = TRUE;
  while (i < old->n_regions || j < added->n_regions)
    {
      int order = i == old->n_regions     ? 1
                  : j == added->n_regions ? -1
                                          : strcmp (old->regions[i], added->regions[j]);

      if (order < 0 && !is_used[i])
        {
          i++;
          continue;
        }
      patch->result->regions[n] = order <= 0 ? old->regions[i] : added->regions[j];
      if (order <= 0)
        {
          patch->same_regions &= i == n;
          patch->old_regions[i++] = (guint16) n;
        }
      if (order >= 0)
        patch->added_regions[j++] = (guint16) n;
      n++;
    }
  patch->result->n_regions = n;
}

static void
append_points (Patch *patch,
               const FasciaSeriesPoint *points,
               guint n_points,
               const guint16 *regions,
               gint check_in_shift)
{
  FasciaSeriesPoint *out = patch->result->points + patch->result->n_points;

  memcpy (out, points, n_points * sizeof *points);
  patch->result->n_points += n_points;
  if (check_in_shift == 0 && regions == NULL)
    return;
  for (guint i = 0; i < n_points; i++)
    {
      out[i].check_in = (guint32) ((gint64) out[i].check_in + check_in_shift);
      if (regions != NULL && out[i].region != FASCIA_POINT_NOWHERE)
        out[i].region = regions[out[i].region];
    }
}

/* Points @from … @to - 1 of the old series, with their check-ins. */
static void
append_old (Patch *patch, guint from, guint to)
{
  const FasciaSeries *old = patch->old;
  FasciaSeries *result = patch->result;

  if (from >= to)
    return;
  guint first = old->points[from].check_in, last = old->points[to - 1].check_in;
  append_points (patch, old->points + from, to - from,
                 patch->same_regions ? NULL : patch->old_regions,
                 (gint) result->n_check_ins - (gint) first);
  memcpy (result->check_ins + result->n_check_ins, old->check_ins + first,
          (last - first + 1) * sizeof *old->check_ins);
  result->n_check_ins += last - first + 1;
}

static void
append_added (Patch *patch, gint64 id)
{
  if (patch->added->n_points == 0)
    return;
  append_points (patch, patch->added->points, patch->added->n_points, patch->added_regions,
                 (gint) patch->result->n_check_ins);
  patch->result->check_ins[patch->result->n_check_ins++] = id;
}

static FasciaSeries *
new_series_of_one (gint64 id, const FasciaEntry *entry)
{
  g_autoptr (FasciaSeriesBuilder) builder = fascia_series_builder_new ();

  if (entry != NULL && fascia_entry_get_kind (entry) == FASCIA_ENTRY_CHECK_IN)
    fascia_series_builder_add_entry (builder, id, entry);
  return fascia_series_builder_finish (builder);
}

FasciaSeries *
fascia_series_patched (const FasciaSeries *self, gint64 id, const FasciaEntry *after)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (FasciaSeries) added = new_series_of_one (id, after);
  FasciaSeries *result = g_new0 (FasciaSeries, 1);
  Patch patch = { .old = self, .added = added, .result = result };

  g_atomic_ref_count_init (&result->ref_count);
  result->points = g_new (FasciaSeriesPoint, self->n_points + added->n_points + 1);
  result->check_ins = g_new (gint64, self->n_check_ins + 2);
  find_removed (&patch, id);
  find_place (&patch, id);
  merge_regions (&patch);

  /* The place is never inside what is removed: that is one check-in, with the key of one. */
  append_old (&patch, 0, MIN (patch.place, patch.removed_from));
  if (patch.place <= patch.removed_from)
    append_added (&patch, id);
  append_old (&patch, MIN (patch.place, patch.removed_from), patch.removed_from);
  append_old (&patch, patch.removed_to, MAX (patch.place, patch.removed_to));
  if (patch.place > patch.removed_from)
    append_added (&patch, id);
  append_old (&patch, MAX (patch.place, patch.removed_to), self->n_points);

  g_free (patch.old_regions);
  g_free (patch.added_regions);
  return result;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which marks come, change and go with drawings.
 */

#include "fascia-extent.h"

#include <math.h>

typedef struct
{
  const FasciaBody *body;
  const FasciaEntry *entry; /* nullable */
  const FasciaDrawing *added;
  guint n_added;
  GArray *before; /* FasciaExtent */
  GArray *after;
  GArray *anew; /* of the new drawings alone, once somebody has asked */
  GArray *marks;
  GArray *gone_marks;
} Plan;

static const FasciaExtent *
find (const GArray *extents, const FasciaExtent *like)
{
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      if (extent->region == like->region && extent->scale == like->scale)
        return extent;
    }
  return NULL;
}

/* What a drawing says of a place, as a mark would. */
static int
get_level (const FasciaExtent *extent)
{
  return extent->mean < 0 ? FASCIA_LEVEL_NOT_GIVEN : (int) floor (extent->mean + 0.5);
}

static const FasciaMark *
find_mark (const Plan *plan, const FasciaExtent *extent)
{
  return plan->entry != NULL
             ? fascia_entry_find_mark (plan->entry, fascia_region_get_id (extent->region),
                                       extent->scale)
             : NULL;
}

static gboolean
follows (const FasciaMark *mark, const FasciaExtent *extent)
{
  return extent != NULL && mark->level == get_level (extent)
         && (mark->feelings == NULL || mark->feelings[0] == NULL);
}

static void
add_mark (Plan *plan, const FasciaExtent *extent)
{
  FasciaMark mark = {
    .region = g_intern_string (fascia_region_get_id (extent->region)),
    .scale = extent->scale,
    .level = get_level (extent),
  };

  g_array_append_val (plan->marks, mark);
}

static void
add_gone (Plan *plan, const FasciaExtent *extent)
{
  FasciaMarkKey key = { g_intern_string (fascia_region_get_id (extent->region)), extent->scale };

  g_array_append_val (plan->gone_marks, key);
}

static gboolean
is_drawn_anew (Plan *plan, const FasciaExtent *extent)
{
  if (plan->anew == NULL)
    plan->anew = fascia_extent_measure (plan->body, plan->added, plan->n_added);
  return find (plan->anew, extent) != NULL;
}

/* A place that is drawn on afterwards. */
static void
plan_drawn (Plan *plan, const FasciaExtent *after)
{
  const FasciaExtent *before = find (plan->before, after);
  const FasciaMark *mark = find_mark (plan, after);

  if (mark == NULL)
    {
      /* Where one was drawn on already and is not marked, it was taken out on purpose: it comes
       * back when something new is drawn there. */
      if (before == NULL || is_drawn_anew (plan, after))
        add_mark (plan, after);
    }
  else if (follows (mark, before) && get_level (after) != mark->level)
    {
      /* "No level" never overwrites one. */
      if (get_level (after) == FASCIA_LEVEL_NOT_GIVEN)
        add_gone (plan, after);
      add_mark (plan, after);
    }
}

static GArray *
collect_drawings (const FasciaEntry *entry,
                  const FasciaDrawing *added,
                  guint n_added,
                  const FasciaUid *gone,
                  guint n_gone)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));
  guint n = 0;
  const FasciaDrawing *drawings = entry != NULL ? fascia_entry_get_drawings (entry, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_gone = FALSE;

      for (guint k = 0; k < n_gone && !is_gone; k++)
        is_gone = fascia_uid_equal (&drawings[i].uid, &gone[k]);
      if (!is_gone)
        g_array_append_val (all, drawings[i]);
    }
  if (n_added > 0)
    g_array_append_vals (all, added, n_added);
  return all;
}

static GArray *
measure (const FasciaBody *body, const GArray *drawings)
{
  return fascia_extent_measure (body, (const FasciaDrawing *) (gconstpointer) drawings->data,
                                drawings->len);
}

void
fascia_extent_plan (const FasciaBody *body,
                    const FasciaEntry *entry,
                    const FasciaDrawing *added,
                    guint n_added,
                    const FasciaUid *gone,
                    guint n_gone,
                    GArray **marks,
                    GArray **gone_marks)
{
  g_autoptr (GArray) old = NULL;
  g_autoptr (GArray) new = NULL;
  Plan plan = { .body = body, .entry = entry, .added = added, .n_added = n_added };

  g_return_if_fail (body != NULL && marks != NULL && gone_marks != NULL);

  old = collect_drawings (entry, NULL, 0, NULL, 0);
  new = collect_drawings (entry, added, n_added, gone, n_gone);
  plan.before = measure (body, old);
  plan.after = measure (body, new);
  plan.marks = g_array_new (FALSE, TRUE, sizeof (FasciaMark));
  plan.gone_marks = g_array_new (FALSE, TRUE, sizeof (FasciaMarkKey));
  for (guint i = 0; i < plan.after->len; i++)
    plan_drawn (&plan, &g_array_index (plan.after, FasciaExtent, i));
  for (guint i = 0; i < plan.before->len; i++)
    {
      const FasciaExtent *before = &g_array_index (plan.before, FasciaExtent, i);
      const FasciaMark *mark = find_mark (&plan, before);

      if (mark != NULL && find (plan.after, before) == NULL && follows (mark, before))
        add_gone (&plan, before);
    }
  g_array_unref (plan.before);
  g_array_unref (plan.after);
  g_clear_pointer (&plan.anew, g_array_unref);
  *marks = plan.marks;
  *gone_marks = plan.gone_marks;
}

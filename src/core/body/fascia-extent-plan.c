/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which marks come, change and go with drawings.
 */

#include "fascia-extent-private.h"

#include <math.h>

#include "../journal/fascia-entry-private.h"

typedef struct
{
  const FasciaBody *body;
  const FasciaEntry *entry; /* nullable */
  GArray *kept;             /* FasciaDrawing, those of the check-in that stay */
  GArray *gone;
  GArray *added;  /* rounded as they will be kept, with points of their own */
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

/* Words a person gave make a mark the person's own, whatever its origin. */
static gboolean
follows (const FasciaMark *mark)
{
  return mark->is_drawn && (mark->feelings == NULL || mark->feelings[0] == NULL);
}

static void
add_mark (Plan *plan, const FasciaExtent *extent)
{
  FasciaMark mark = {
    .region = g_intern_string (fascia_region_get_id (extent->region)),
    .scale = extent->scale,
    .level = get_level (extent),
    .is_drawn = TRUE,
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
    plan->anew = fascia_extent_measure (
        plan->body, (const FasciaDrawing *) (gconstpointer) plan->added->data, plan->added->len);
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
  else if (follows (mark) && get_level (after) != mark->level)
    {
      /* "No level" never overwrites one. */
      if (get_level (after) == FASCIA_LEVEL_NOT_GIVEN)
        add_gone (plan, after);
      add_mark (plan, after);
    }
}

static gboolean
is_named (const FasciaDrawing *drawing, const FasciaUid *uids, guint n_uids)
{
  for (guint i = 0; i < n_uids; i++)
    if (fascia_uid_equal (&drawing->uid, &uids[i]))
      return TRUE;
  return FALSE;
}

static void
drawing_clear (gpointer data)
{
  g_free ((gpointer) ((FasciaDrawing *) data)->points);
}

static void
collect_drawings (Plan *plan,
                  const FasciaDrawing *added,
                  guint n_added,
                  const FasciaUid *gone,
                  guint n_gone)
{
  guint n = 0;
  const FasciaDrawing *drawings
      = plan->entry != NULL ? fascia_entry_get_drawings (plan->entry, &n) : NULL;

  plan->kept = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));
  plan->gone = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));
  plan->added = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));
  g_array_set_clear_func (plan->added, drawing_clear);
  for (guint i = 0; i < n; i++)
    g_array_append_val (is_named (&drawings[i], gone, n_gone) ? plan->gone : plan->kept,
                        drawings[i]);
  /* Measured as it will be kept: what is measured later must be the same. */
  for (guint i = 0; i < n_added; i++)
    {
      FasciaDrawing copy = fascia_drawing_copy (&added[i]);

      g_array_append_val (plan->added, copy);
    }
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
  Plan plan = { .body = body, .entry = entry };

  g_return_if_fail (body != NULL && marks != NULL && gone_marks != NULL);

  collect_drawings (&plan, added, n_added, gone, n_gone);
  fascia_extent_measure_change (body, plan.kept, plan.gone, plan.added, &plan.before, &plan.after);
  plan.marks = g_array_new (FALSE, TRUE, sizeof (FasciaMark));
  plan.gone_marks = g_array_new (FALSE, TRUE, sizeof (FasciaMarkKey));
  for (guint i = 0; i < plan.after->len; i++)
    plan_drawn (&plan, &g_array_index (plan.after, FasciaExtent, i));
  for (guint i = 0; i < plan.before->len; i++)
    {
      const FasciaExtent *before = &g_array_index (plan.before, FasciaExtent, i);
      const FasciaMark *mark = find_mark (&plan, before);

      if (mark != NULL && find (plan.after, before) == NULL && follows (mark))
        add_gone (&plan, before);
    }
  g_array_unref (plan.kept);
  g_array_unref (plan.gone);
  g_array_unref (plan.added);
  g_array_unref (plan.before);
  g_array_unref (plan.after);
  g_clear_pointer (&plan.anew, g_array_unref);
  *marks = plan.marks;
  *gone_marks = plan.gone_marks;
}

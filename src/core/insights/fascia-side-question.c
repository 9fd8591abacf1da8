/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Did you mean the left one?": when a new mark is the mirror of one that has been there for long.
 */

#include "config.h"

#include "fascia-side-question.h"

static gboolean
is_kept (const FasciaRecentMark *mark, gint32 today)
{
  return mark->level != 0 && (gint64) mark->since_day <= (gint64) today - FASCIA_SIDE_QUESTION_DAYS;
}

static gboolean
is_marked (const FasciaBody *body, const FasciaEntry *entry, const FasciaRegion *region)
{
  guint n_marks;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (fascia_body_lookup (body, marks[i].region) == region)
      return TRUE;
  return FALSE;
}

gboolean
fascia_side_question_is_due (const FasciaBody *body,
                             const FasciaRegion *region,
                             const GArray *recent,
                             const FasciaEntry *entry,
                             gint32 today)
{
  gboolean is_due = FALSE;

  g_return_val_if_fail (body != NULL && region != NULL, FALSE);

  const FasciaRegion *mirror = fascia_region_get_mirror (region);
  if (mirror == NULL || recent == NULL)
    return FALSE;

  for (guint i = 0; i < recent->len; i++)
    {
      const FasciaRecentMark *mark = &g_array_index (recent, FasciaRecentMark, i);
      const FasciaRegion *place = fascia_body_lookup (body, mark->region);

      if (place == region)
        return FALSE;
      if (place == mirror && is_kept (mark, today))
        is_due = TRUE;
    }
  return is_due && (entry == NULL || !is_marked (body, entry, mirror));
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of a check-in that need more than one step in the journal, as one operation each.
 */

#include "config.h"

#include "fascia-place-move.h"

#include "fascia-body-model-private.h"

void
fascia_place_move (FasciaBodyModel *model, const FasciaRegion *from, const FasciaRegion *to)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (model));
  g_return_if_fail (from != NULL && to != NULL && from != to);

  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (model));
  FasciaMark marks[FASCIA_N_SCALES];
  FasciaMarkKey gone[FASCIA_N_SCALES];
  guint n_marks = 0;
  guint n_gone = 0;

  if (entry == NULL || !fascia_body_model_is_editable (model))
    return;
  for (guint i = 0; i < FASCIA_N_SCALES; i++)
    {
      FasciaScale scale = (FasciaScale) (i + 1);
      const FasciaMark *mark = fascia_entry_find_mark (entry, fascia_region_get_id (from), scale);

      if (mark == NULL)
        continue;
      gone[n_gone++] = (FasciaMarkKey) { mark->region, scale };
      if (fascia_entry_find_mark (entry, fascia_region_get_id (to), scale) != NULL)
        continue;
      marks[n_marks] = *mark;
      marks[n_marks].region = g_intern_string (fascia_region_get_id (to));
      n_marks++;
    }
  if (n_gone == 0)
    return;

  const FasciaLog log
      = { .marks = marks, .n_marks = n_marks, .gone_marks = gone, .n_gone_marks = n_gone };
  fascia_body_model_set_selected (model, to);
  fascia_body_model_write (model, &log, to);
}

void
fascia_place_forget (FasciaBodyModel *model, const char *code)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (model));
  g_return_if_fail (code != NULL);

  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (model));
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (FasciaMarkKey));
  g_autoptr (GArray) arrows = g_array_new (FALSE, FALSE, sizeof (FasciaSpread));
  guint n_marks = 0;
  guint n_spreads = 0;

  if (entry == NULL)
    return;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      const FasciaMarkKey key = { marks[i].region, marks[i].scale };

      if (g_str_equal (marks[i].region, code))
        g_array_append_val (gone, key);
    }
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  for (guint i = 0; i < n_spreads; i++)
    if (g_str_equal (spreads[i].from, code) || g_str_equal (spreads[i].to, code))
      g_array_append_val (arrows, spreads[i]);

  const FasciaLog log = {
    .gone_marks = (const FasciaMarkKey *) (const void *) gone->data,
    .n_gone_marks = gone->len,
    .gone_spreads = (const FasciaSpread *) (const void *) arrows->data,
    .n_gone_spreads = arrows->len,
  };
  fascia_body_model_write (model, &log, NULL);
}

const char *const *
fascia_place_get_feelings (FasciaBodyModel *model, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (region != NULL, NULL);

  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (model));
  const char *code = fascia_region_get_id (region);
  FasciaScale scale = fascia_body_model_get_scale (model);

  if (entry == NULL)
    return NULL;
  const FasciaMark *mark = fascia_entry_find_mark (entry, code, scale);
  if (mark == NULL)
    mark = fascia_entry_find_mark (
        entry, code, scale == FASCIA_SCALE_TIGHTNESS ? FASCIA_SCALE_PAIN : FASCIA_SCALE_TIGHTNESS);
  return mark != NULL ? mark->feelings : NULL;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person can wish for on the Body page, each as one operation.
 */

#include "config.h"

#include "core/insights/fascia-side-question.h"
#include "fascia-body-model-private.h"
#include "fascia-body-setup.h"

#define DEFAULT_LEVEL 5

static const FasciaScale scales[] = { FASCIA_SCALE_TIGHTNESS, FASCIA_SCALE_PAIN };

static const char *
get_code (const FasciaRegion *region)
{
  return g_intern_string (fascia_region_get_id (region));
}

/* (nullable) */
static FasciaEntry *
get_entry (FasciaBodyModel *self)
{
  return fascia_body_state_get_entry (self->state);
}

/* (nullable) What the check-in says of a place. */
static const FasciaMark *
find_mark (FasciaBodyModel *self, const FasciaRegion *region, FasciaScale scale)
{
  FasciaEntry *entry = get_entry (self);

  return entry != NULL ? fascia_entry_find_mark (entry, fascia_region_get_id (region), scale)
                       : NULL;
}

static void
write_marks (FasciaBodyModel *self, const GArray *marks, const FasciaRegion *touched)
{
  const FasciaLog log
      = { .marks = (const FasciaMark *) (const void *) marks->data, .n_marks = marks->len };

  fascia_body_model_write (self, &log, touched);
}

/* ---- one place ---- */

/* Left and right are mixed up easily: asked once for each place. */
static void
ask_side (FasciaBodyModel *self, const FasciaRegion *region)
{
  FasciaBodyCheckIn *check_in = self->check_in;
  FasciaBodySetup *setup = fascia_body_setup_get (self->journal, self->body);

  if (check_in->recent == NULL || !fascia_body_model_is_editable (self)
      || !fascia_body_setup_is_loaded (setup))
    return;
  gint32 day = check_in->is_now ? fascia_body_state_get_today (self->state) : check_in->at.day;
  if (!fascia_side_question_is_due (self->body, region, check_in->recent, get_entry (self), day))
    return;

  const char *code = get_code (region);
  const char *const *asked = fascia_settings_get_strv (fascia_body_setup_get_settings (setup),
                                                       FASCIA_SETTING_SIDES_ASKED);
  if (g_strv_contains (asked, code))
    return;
  fascia_body_setup_add_to_list (setup, FASCIA_SETTING_SIDES_ASKED, code);
  fascia_body_model_emit_side_asked (self, region);
}

void
fascia_body_model_set_level (FasciaBodyModel *self,
                             const FasciaRegion *region,
                             FasciaScale scale,
                             int level)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);
  g_return_if_fail (level >= FASCIA_LEVEL_NOT_GIVEN && level <= FASCIA_LEVEL_MAX);

  const FasciaBodyAnswer *answer = &fascia_body_model_get_place (self, region)->answers[scale - 1];
  if (answer->is_given && (answer->level == level || level == FASCIA_LEVEL_NOT_GIVEN))
    return;
  gboolean is_new = !fascia_body_place_is_marked (fascia_body_model_get_place (self, region));
  const FasciaMark mark = { .region = get_code (region), .scale = scale, .level = level };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  fascia_body_model_write (self, &log, region);
  if (is_new && level != 0)
    ask_side (self, region);
}

void
fascia_body_model_mark (FasciaBodyModel *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);

  if (!fascia_body_place_is_marked (fascia_body_model_get_place (self, region)))
    fascia_body_model_set_level (self, region, self->scale, FASCIA_LEVEL_NOT_GIVEN);
}

void
fascia_body_model_step (FasciaBodyModel *self, const FasciaRegion *region, int delta)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);

  const FasciaBodyAnswer *answer
      = &fascia_body_model_get_place (self, region)->answers[self->scale - 1];
  int level = DEFAULT_LEVEL;
  if (answer->is_given && answer->level != FASCIA_LEVEL_NOT_GIVEN)
    level = answer->level + delta;
  else if (answer->has_last && answer->last_level != FASCIA_LEVEL_NOT_GIVEN)
    level = answer->last_level + delta;
  fascia_body_model_set_level (self, region, self->scale, CLAMP (level, 0, FASCIA_LEVEL_MAX));
}

/* (nullable) The mark that says how a place feels: that of the active scale, else the one there is. */
static const FasciaMark *
find_felt (FasciaBodyModel *self, const FasciaRegion *region)
{
  const FasciaMark *mark = find_mark (self, region, self->scale);

  if (mark != NULL)
    return mark;
  return find_mark (self, region,
                    self->scale == FASCIA_SCALE_TIGHTNESS ? FASCIA_SCALE_PAIN
                                                          : FASCIA_SCALE_TIGHTNESS);
}

const char *const *
fascia_body_model_get_feelings (FasciaBodyModel *self, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);
  g_return_val_if_fail (region != NULL, NULL);

  const FasciaMark *mark = find_felt (self, region);
  return mark != NULL ? mark->feelings : NULL;
}

void
fascia_body_model_set_feelings (FasciaBodyModel *self,
                                const FasciaRegion *region,
                                const char *const *feelings)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);

  const FasciaMark *old = find_felt (self, region);
  const FasciaMark mark = {
    .region = get_code (region),
    .scale = old != NULL ? old->scale : self->scale,
    .level = old != NULL ? old->level : FASCIA_LEVEL_NOT_GIVEN,
    .feelings = feelings != NULL ? feelings : none,
  };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  fascia_body_model_write (self, &log, region);
}

/* All that is marked at a place, and the arrows that begin or end there. */
static void
collect_gone (FasciaBodyModel *self, const char *code, GArray *gone_marks, GArray *gone_spreads)
{
  FasciaEntry *entry = get_entry (self);
  guint n_marks = 0;
  guint n_spreads = 0;

  if (entry == NULL)
    return;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      const FasciaMarkKey key = { .region = marks[i].region, .scale = marks[i].scale };

      if (g_str_equal (marks[i].region, code))
        g_array_append_val (gone_marks, key);
    }
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  for (guint i = 0; i < n_spreads; i++)
    {
      if (g_str_equal (spreads[i].from, code) || g_str_equal (spreads[i].to, code))
        g_array_append_val (gone_spreads, spreads[i]);
    }
}

static void
take_out (FasciaBodyModel *self, const char *code, const FasciaRegion *touched)
{
  g_autoptr (GArray) gone_marks = g_array_new (FALSE, FALSE, sizeof (FasciaMarkKey));
  g_autoptr (GArray) gone_spreads = g_array_new (FALSE, FALSE, sizeof (FasciaSpread));

  collect_gone (self, code, gone_marks, gone_spreads);
  const FasciaLog log = {
    .gone_marks = (const FasciaMarkKey *) (const void *) gone_marks->data,
    .n_gone_marks = gone_marks->len,
    .gone_spreads = (const FasciaSpread *) (const void *) gone_spreads->data,
    .n_gone_spreads = gone_spreads->len,
  };
  fascia_body_model_write (self, &log, touched);
}

void
fascia_body_model_remove (FasciaBodyModel *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);

  if (fascia_body_place_is_marked (fascia_body_model_get_place (self, region)))
    take_out (self, get_code (region), region);
}

void
fascia_body_model_forget (FasciaBodyModel *self, const char *code)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (code != NULL);

  take_out (self, code, NULL);
}

/* ---- many places ---- */

typedef int (*LevelFunc) (int last_level);

static int
level_none (int last_level)
{
  return 0;
}

static int
level_last (int last_level)
{
  return last_level;
}

/* (transfer full) An answer for every place marked lately and not answered yet. */
static GArray *
collect_answers (FasciaBodyModel *self, LevelFunc get_level)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (FasciaMark));

  for (guint i = 0; i < fascia_body_get_n_regions (self->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->body, i);
      const FasciaBodyPlace *place = fascia_body_state_get_place (self->state, region);

      /* One answer is enough for a place. */
      if (fascia_body_place_is_marked (place))
        continue;
      for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
        {
          int last = FASCIA_LEVEL_NOT_GIVEN;

          if (fascia_body_place_get_look (place, scales[s], &last) != FASCIA_BODY_LOOK_OLD)
            continue;
          const FasciaMark mark
              = { .region = get_code (region), .scale = scales[s], .level = get_level (last) };
          g_array_append_val (marks, mark);
        }
    }
  return marks;
}

void
fascia_body_model_ease_rest (FasciaBodyModel *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  g_autoptr (GArray) marks = collect_answers (self, level_none);
  write_marks (self, marks, NULL);
}

void
fascia_body_model_copy_last (FasciaBodyModel *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  g_autoptr (GArray) marks = collect_answers (self, level_last);
  write_marks (self, marks, NULL);
}

void
fascia_body_model_set_nothing_today (FasciaBodyModel *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  FasciaEntry *entry = get_entry (self);
  if (entry != NULL && fascia_entry_count_places (entry) > 0)
    return;
  g_autoptr (GArray) marks = collect_answers (self, level_none);
  if (entry != NULL && fascia_entry_is_nothing_today (entry) && marks->len == 0)
    return;
  const FasciaLog log = {
    .nothing_today = TRUE,
    .marks = (const FasciaMark *) (const void *) marks->data,
    .n_marks = marks->len,
  };
  fascia_body_model_write (self, &log, NULL);
}

void
fascia_body_model_mark_all (FasciaBodyModel *self,
                            const FasciaRegion *const *regions,
                            guint n_regions)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (regions != NULL || n_regions == 0);

  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FasciaMark));
  for (guint i = 0; i < n_regions; i++)
    {
      if (fascia_body_place_is_marked (fascia_body_model_get_place (self, regions[i])))
        continue;
      const FasciaMark mark = {
        .region = get_code (regions[i]),
        .scale = self->scale,
        .level = FASCIA_LEVEL_NOT_GIVEN,
      };
      g_array_append_val (marks, mark);
    }
  write_marks (self, marks, NULL);
}

/* ---- the other side ---- */

/* (transfer full) What is marked at a place, at another one. What that one says already stays. A mark
 * that came with a drawing is the person's own there. */
static GArray *
collect_moved (FasciaBodyModel *self, const FasciaRegion *from, const FasciaRegion *to)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (FasciaMark));

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      const FasciaMark *old = find_mark (self, from, scales[i]);
      const FasciaMark *there = find_mark (self, to, scales[i]);

      if (old == NULL || (there != NULL && there->level != FASCIA_LEVEL_NOT_GIVEN))
        continue;
      const FasciaMark mark = {
        .region = get_code (to),
        .scale = old->scale,
        .level = old->level,
        .feelings = old->feelings,
      };
      g_array_append_val (marks, mark);
    }
  return marks;
}

void
fascia_body_model_mirror (FasciaBodyModel *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);

  const FasciaRegion *mirror = fascia_region_get_mirror (region);
  if (mirror == NULL || !fascia_body_is_shown (self->body, mirror))
    return;
  g_autoptr (GArray) marks = collect_moved (self, region, mirror);
  write_marks (self, marks, mirror);
}

void
fascia_body_model_move (FasciaBodyModel *self, const FasciaRegion *from, const FasciaRegion *to)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (from != NULL);
  g_return_if_fail (to != NULL);

  if (from == to || !fascia_body_model_is_editable (self)
      || !fascia_body_place_is_marked (fascia_body_model_get_place (self, from)))
    return;
  const char *code = get_code (from);
  const char *other = get_code (to);
  g_autoptr (GArray) marks = collect_moved (self, from, to);
  g_autoptr (GArray) gone_marks = g_array_new (FALSE, FALSE, sizeof (FasciaMarkKey));
  g_autoptr (GArray) gone_spreads = g_array_new (FALSE, FALSE, sizeof (FasciaSpread));
  g_autoptr (GArray) spreads = g_array_new (FALSE, FALSE, sizeof (FasciaSpread));

  collect_gone (self, code, gone_marks, gone_spreads);
  for (guint i = 0; i < gone_spreads->len; i++)
    {
      FasciaSpread spread = g_array_index (gone_spreads, FasciaSpread, i);

      if (g_str_equal (spread.from, code))
        spread.from = other;
      else
        spread.to = other;
      if (!g_str_equal (spread.from, spread.to))
        g_array_append_val (spreads, spread);
    }
  const FasciaLog log = {
    .marks = (const FasciaMark *) (const void *) marks->data,
    .n_marks = marks->len,
    .spreads = (const FasciaSpread *) (const void *) spreads->data,
    .n_spreads = spreads->len,
    .gone_marks = (const FasciaMarkKey *) (const void *) gone_marks->data,
    .n_gone_marks = gone_marks->len,
    .gone_spreads = (const FasciaSpread *) (const void *) gone_spreads->data,
    .n_gone_spreads = gone_spreads->len,
  };
  if (self->selected == from)
    fascia_body_model_set_selected (self, to);
  fascia_body_model_write (self, &log, to);
}

void
fascia_body_model_move_to_other_side (FasciaBodyModel *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);

  if (fascia_region_get_mirror (region) != NULL)
    fascia_body_model_move (self, region, fascia_region_get_mirror (region));
}

/* ---- drawings ---- */

void
fascia_body_model_add_drawing (FasciaBodyModel *self, const FasciaDrawing *drawing)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (drawing != NULL);

  g_autoptr (GArray) marks = NULL;
  g_autoptr (GArray) gone_marks = NULL;
  FasciaDrawing added = *drawing;
  added.uid = (FasciaUid) { 0 };

  fascia_extent_plan (self->body, get_entry (self), &added, 1, NULL, 0, &marks, &gone_marks);
  const FasciaLog log = {
    .drawings = &added,
    .n_drawings = 1,
    .marks = (const FasciaMark *) (const void *) marks->data,
    .n_marks = marks->len,
    .gone_marks = (const FasciaMarkKey *) (const void *) gone_marks->data,
    .n_gone_marks = gone_marks->len,
  };
  fascia_body_model_write (self, &log, NULL);
}

gboolean
fascia_body_model_erase (FasciaBodyModel *self,
                         const FasciaUid *uids,
                         guint n_uids,
                         const FasciaSpread *spreads,
                         guint n_spreads)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), FALSE);
  g_return_val_if_fail (uids != NULL || n_uids == 0, FALSE);
  g_return_val_if_fail (spreads != NULL || n_spreads == 0, FALSE);

  const FasciaUid no_uid = { 0 };
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (FasciaUid));
  g_autoptr (GArray) marks = NULL;
  g_autoptr (GArray) gone_marks = NULL;

  for (guint i = 0; i < n_uids; i++)
    {
      if (!fascia_uid_equal (&uids[i], &no_uid))
        g_array_append_val (gone, uids[i]);
    }
  if (gone->len + n_spreads == 0 || get_entry (self) == NULL
      || !fascia_body_model_is_editable (self))
    return FALSE;
  fascia_extent_plan (self->body, get_entry (self), NULL, 0,
                      (const FasciaUid *) (const void *) gone->data, gone->len, &marks,
                      &gone_marks);
  const FasciaLog log = {
    .gone_drawings = (const FasciaUid *) (const void *) gone->data,
    .n_gone_drawings = gone->len,
    .gone_spreads = spreads,
    .n_gone_spreads = n_spreads,
    .marks = (const FasciaMark *) (const void *) marks->data,
    .n_marks = marks->len,
    .gone_marks = (const FasciaMarkKey *) (const void *) gone_marks->data,
    .n_gone_marks = gone_marks->len,
  };
  fascia_body_model_write (self, &log, NULL);
  return TRUE;
}

void
fascia_body_model_erase_drawings (FasciaBodyModel *self, const FasciaUid *uids, guint n_uids)
{
  fascia_body_model_erase (self, uids, n_uids, NULL, 0);
}

/* ---- spreads to ---- */

void
fascia_body_model_add_spread (FasciaBodyModel *self,
                              const FasciaRegion *from,
                              const FasciaRegion *to)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (to != NULL);

  if (from == NULL)
    from = self->spread_from;
  if (from == NULL || from == to)
    return;
  const FasciaRegion *const ends[] = { from, to };
  const FasciaSpread spread = { .from = get_code (from), .to = get_code (to) };
  FasciaMark marks[G_N_ELEMENTS (ends)];
  guint n_marks = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (!fascia_body_place_is_marked (fascia_body_model_get_place (self, ends[i])))
        marks[n_marks++] = (FasciaMark) {
          .region = get_code (ends[i]),
          .scale = self->scale,
          .level = FASCIA_LEVEL_NOT_GIVEN,
        };
    }
  const FasciaLog log = { .marks = marks, .n_marks = n_marks, .spreads = &spread, .n_spreads = 1 };
  fascia_body_model_write (self, &log, to);
}

void
fascia_body_model_remove_spread (FasciaBodyModel *self, const FasciaSpread *spread)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (spread != NULL);

  const FasciaLog log = { .gone_spreads = spread, .n_gone_spreads = 1 };
  fascia_body_model_write (self, &log, fascia_body_lookup (self->body, spread->from));
}

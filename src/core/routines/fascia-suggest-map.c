/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine made of what is marked: for each area something that releases and something that moves,
 * in the order of a session, as far as time and limits allow. */

#include "config.h"

#include "fascia-suggest-private.h"

#include <glib/gi18n-lib.h>

#define MIN_AREAS 2
#define MAX_AREAS 4

/* A session in its order. */
typedef enum
{
  PART_WARM = 0,
  PART_RELEASE,
  PART_MOVE,
  PART_CONTROL,
  PART_REST,
} Part;

/* What is tried in turn while there is time: the worst area whole before the next one begins; what
 * frames the session when two areas are in. */
static const struct
{
  Part part;
  guint area;
} wishes[] = {
  { PART_RELEASE, 0 }, { PART_MOVE, 0 },    { PART_RELEASE, 1 }, { PART_MOVE, 1 },
  { PART_WARM, 0 },    { PART_RELEASE, 2 }, { PART_MOVE, 2 },    { PART_CONTROL, 0 },
  { PART_REST, 0 },    { PART_RELEASE, 3 }, { PART_MOVE, 3 },
};

/* Places of one base, on one side or both. */
typedef struct
{
  const char *base;
  FasciaSide side;        /* MIDLINE: both, or in the middle */
  GPtrArray *regions;     /* those that are marked, then those beside a closed one */
  const FasciaNeed *need; /* the worst of them */
} Area;

typedef struct
{
  FasciaRoutineItem item;
  const char *bases[8]; /* what item.places points at */
  const FasciaStep *step;
  FasciaPosture posture; /* in which it is done */
  Part part;
  guint area;
} Pick;

typedef struct
{
  const FasciaSuggestInput *input;
  GArray *areas;          /* of Area, worst first */
  GArray *picks;          /* of Pick, in the order of a session */
  GPtrArray *all;         /* all their regions, NULL-terminated */
  FasciaPosture postures; /* of what was picked so far */
  FasciaPosture only;     /* nothing in another one; 0: any */
  guint wanted;           /* wishes without which the rest is not worth the while: bits */
  guint filled;           /* which wishes: bits */
} Maker;

static void
area_clear (gpointer data)
{
  Area *area = data;

  g_ptr_array_unref (area->regions);
}

/* ---- areas ---- */

static Area *
find_area (Maker *self, const char *base)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      Area *area = &g_array_index (self->areas, Area, i);

      if (g_str_equal (area->base, base))
        return area;
    }
  return NULL;
}

static void
add_need (Maker *self, const FasciaNeed *need)
{
  const char *base = fascia_region_get_base (need->region);
  const FasciaSide side = fascia_region_get_side (need->region);
  Area *area = find_area (self, base);

  if (area == NULL)
    {
      if (self->areas->len == MAX_AREAS)
        return;

      const Area fresh
          = { .base = base, .side = side, .regions = g_ptr_array_new (), .need = need };
      g_array_append_val (self->areas, fresh);
      area = &g_array_index (self->areas, Area, self->areas->len - 1);
    }
  else if (area->side != side)
    area->side = FASCIA_SIDE_MIDLINE;
  g_ptr_array_add (area->regions, (gpointer) need->region);
}

static void
find_areas (Maker *self, const GArray *needs)
{
  FasciaBody *body = fascia_library_get_body (self->input->library);

  for (guint i = 0; i < needs->len; i++)
    {
      const FasciaNeed *need = &g_array_index (needs, FasciaNeed, i);

      if (need->is_copy)
        continue;
      /* Older marks only fill up; the other side of an area that is in always joins it. */
      if (need->rule == FASCIA_RULE_MARKED_NOW
          || (need->rule == FASCIA_RULE_MARKED_LATELY
              && (self->areas->len < MIN_AREAS
                  || find_area (self, fascia_region_get_base (need->region)) != NULL)))
        add_need (self, need);
    }
  for (guint i = 0; i < self->areas->len; i++)
    {
      Area *area = &g_array_index (self->areas, Area, i);
      const guint n_marked = area->regions->len;

      for (guint j = 0; j < n_marked; j++)
        {
          FasciaNeed need = *area->need;

          need.region = area->regions->pdata[j];
          fascia_need_add_beside (&need, needs, body, area->regions);
        }
      for (guint j = 0; j < area->regions->len; j++)
        if (!g_ptr_array_find (self->all, area->regions->pdata[j], NULL))
          g_ptr_array_add (self->all, area->regions->pdata[j]);
      g_ptr_array_add (area->regions, NULL);
    }
  g_ptr_array_add (self->all, NULL);
}

/* ---- one step ---- */

/* 0: not for this part; the higher the better. */
static int
rate_kind (FasciaStepKind kind, Part part)
{
  switch (part)
    {
    case PART_WARM:
      return kind == FASCIA_STEP_MOVE ? 2 : 0;
    case PART_RELEASE:
      return kind == FASCIA_STEP_RELEASE ? 2 : 0;
    case PART_MOVE:
      return kind == FASCIA_STEP_STRETCH ? 2 : kind == FASCIA_STEP_MOVE ? 1 : 0;
    case PART_CONTROL:
      return kind == FASCIA_STEP_CONTROL ? 2 : kind == FASCIA_STEP_STRENGTHEN ? 1 : 0;
    case PART_REST:
    default:
      return kind == FASCIA_STEP_REST ? 2 : kind == FASCIA_STEP_BREATHE ? 1 : 0;
    }
}

static gboolean
is_picked (const Maker *self, const FasciaStep *step)
{
  for (guint i = 0; i < self->picks->len; i++)
    if (g_array_index (self->picks, Pick, i).step == step)
      return TRUE;
  return FALSE;
}

static gboolean
has_group (const Maker *self, const FasciaTraits *traits, const char *group)
{
  FasciaBody *body = fascia_library_get_body (self->input->library);

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);

      if (g_str_equal (fascia_region_get_group (region), group)
          && g_strv_contains (traits->regions, fascia_region_get_base (region)))
        return TRUE;
    }
  return FALSE;
}

/* Which of the step's bases are those of the area, or beside it. */
static guint
find_bases (const FasciaTraits *traits, const Area *area, const char **bases, guint n_bases)
{
  guint n = 0;

  for (guint i = 0; traits->regions[i] != NULL && n < n_bases; i++)
    for (guint j = 0; area->regions->pdata[j] != NULL; j++)
      if (g_str_equal (fascia_region_get_base (area->regions->pdata[j]), traits->regions[i]))
        {
          bases[n++] = traits->regions[i];
          break;
        }
  return n;
}

static FasciaPractice *
make_practice (const Maker *self, FasciaRoutine *routine, const FasciaRegion *const *places)
{
  const FasciaSuggestInput *input = self->input;
  const FasciaPracticeWish wish = {
    .library = input->library,
    .safety = input->safety,
    .past = input->past,
    .places = places,
    .postures = input->postures,
    .tools = input->tools,
    .gentle = input->gentle,
    .max_seconds = input->max_seconds,
  };

  return fascia_practice_new (routine, &wish);
}

static FasciaRoutine *
make_routine (const Maker *self, const Pick *extra)
{
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("map", _ ("From my map"), NULL);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (FasciaRoutineItem));
  guint i = 0;

  for (; i < self->picks->len; i++)
    {
      Pick *pick = &g_array_index (self->picks, Pick, i);

      if (extra != NULL && extra->part < pick->part)
        break;
      pick->item.places = pick->bases[0] != NULL ? pick->bases : NULL;
      g_array_append_val (items, pick->item);
    }
  if (extra != NULL)
    {
      FasciaRoutineItem item = extra->item;

      item.places = extra->bases[0] != NULL ? extra->bases : NULL;
      g_array_append_val (items, item);
    }
  for (; i < self->picks->len; i++)
    {
      Pick *pick = &g_array_index (self->picks, Pick, i);

      pick->item.places = pick->bases[0] != NULL ? pick->bases : NULL;
      g_array_append_val (items, pick->item);
    }
  return fascia_routine_with_items (empty, (const FasciaRoutineItem *) (gconstpointer) items->data,
                                    items->len);
}

/* Whether every step of it is still there when it is made ready. */
static gboolean
is_whole (const Maker *self, const Pick *extra)
{
  g_autoptr (FasciaRoutine) routine = make_routine (self, extra);
  g_autoptr (FasciaPractice) practice
      = make_practice (self, routine, (const FasciaRegion *const *) self->all->pdata);
  guint n_items, n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  const int max_seconds
      = self->input->max_seconds > 0 ? self->input->max_seconds : FASCIA_DOSE_SESSION_S;

  fascia_routine_get_items (routine, &n_items);
  g_autofree gboolean *is_there = g_new0 (gboolean, MAX (n_items, 1));
  for (guint i = 0; i < n_entries; i++)
    if (entries[i].item < n_items)
      is_there[entries[i].item] = TRUE;
  for (guint i = 0; i < n_items; i++)
    if (!is_there[i])
      return FALSE;
  return fascia_practice_get_seconds (practice) <= max_seconds;
}

/* Whether the step is done at all, as it stands: another way of doing it is a step of its own, and is judged
 * as that. */
static gboolean
judge (const Maker *self, Pick *pick, const Area *area, gboolean *is_open)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (Pick));
  const Maker alone = { .input = self->input, .picks = none };
  g_autoptr (FasciaRoutine) routine = make_routine (&alone, pick);
  guint n_entries;

  g_autoptr (FasciaPractice) practice = make_practice (
      self, routine, area != NULL ? (const FasciaRegion *const *) area->regions->pdata : NULL);
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  *is_open = TRUE;
  for (guint i = 0; i < n_entries; i++)
    {
      if (entries[i].step != pick->step)
        return FALSE;
      pick->posture = entries[i].posture;
      *is_open = *is_open && entries[i].kind == FASCIA_VERDICT_OPEN;
    }
  return n_entries > 0;
}

/* How near to the area a step has to work. */
typedef enum
{
  NEAR_THERE = 1,
  NEAR_GROUP,
  NEAR_ANYWHERE,
} Near;

/* The best step for a part at an area. FALSE: there is none. */
static gboolean
pick_step (const Maker *self, Part part, guint number, Near near, Pick *best)
{
  const Area *area = &g_array_index (self->areas, Area, number);
  const char *group = fascia_region_get_group (area->need->region);
  FasciaLibrary *library = self->input->library;
  int best_rate = 0;

  for (guint i = 0; i < fascia_library_get_n_steps (library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);
      const FasciaTraits *traits = fascia_step_get_traits (step);
      const int kind = rate_kind (traits->kind, part);
      Pick pick = { .step = step, .part = part, .area = number };
      gboolean is_open;

      /* A kind that fits better counts most, then no other posture, then a pressure that is not
       * lowered; the table's own order last. */
      int rate = 8 * kind;
      if (kind == 0 || is_picked (self, step)
          || (near == NEAR_ANYWHERE && traits->kind != FASCIA_STEP_BREATHE))
        continue;
      if (rate + 4 + 2 <= best_rate
          || (self->only != 0 && ((traits->posture | traits->also_postures) & self->only) == 0))
        continue;

      pick.item.step = fascia_step_get_id (step);
      pick.item.side = area->side;
      if (near == NEAR_THERE)
        {
          const guint n = find_bases (traits, area, pick.bases, G_N_ELEMENTS (pick.bases) - 1);

          if (n == 0)
            continue;
          if (traits->acts_on_all)
            pick.bases[0] = NULL;
        }
      else if (near == NEAR_GROUP && !has_group (self, traits, group))
        continue;

      if (!judge (self, &pick, near == NEAR_THERE ? area : NULL, &is_open)
          || (self->only != 0 && pick.posture != self->only))
        continue;
      /* Nobody gets up, or down, for what only frames the work; a rest at the end is worth it. */
      if ((part == PART_WARM || part == PART_CONTROL) && (pick.posture & self->postures) == 0)
        continue;
      if (self->picks->len == 0 || (pick.posture & self->postures) != 0)
        rate += 4;
      rate += is_open ? 2 : 0;
      if (rate > best_rate)
        {
          best_rate = rate;
          *best = pick;
        }
    }
  return best_rate > 0;
}

/* ---- all of it ---- */

static void
insert (Maker *self, const Pick *pick)
{
  guint place = 0;

  while (place < self->picks->len && g_array_index (self->picks, Pick, place).part <= pick->part)
    place++;
  self->postures |= pick->posture;
  g_array_insert_val (self->picks, place, *pick);
}

/* Warming up, steadying and resting are for the first area that has something of the kind; near it is
 * warm enough, and breathing is for everybody. */
static gboolean
find_pick (const Maker *self, Part part, guint area, Pick *pick)
{
  if (part == PART_RELEASE || part == PART_MOVE)
    return pick_step (self, part, area, NEAR_THERE, pick);
  for (guint i = 0; i < self->areas->len; i++)
    if (pick_step (self, part, i, NEAR_THERE, pick))
      return TRUE;
  if (part == PART_WARM)
    return pick_step (self, part, 0, NEAR_GROUP, pick);
  return part == PART_REST && pick_step (self, PART_REST, 0, NEAR_ANYWHERE, pick);
}

static char *
dup_summary (const Maker *self)
{
  g_autofree char *names = NULL;

  for (guint i = 0; i < self->areas->len; i++)
    {
      const Area *area = &g_array_index (self->areas, Area, i);
      gboolean is_in = FALSE;

      for (guint j = 0; j < self->picks->len; j++)
        is_in |= g_array_index (self->picks, Pick, j).area == i;
      for (guint j = 0; is_in && area->regions->pdata[j] != NULL; j++)
        {
          const FasciaRegion *region = area->regions->pdata[j];
          const char *name = fascia_region_get_name (region);

          if (!g_str_equal (fascia_region_get_base (region), area->base))
            continue;
          char *more
              = names == NULL
                    ? g_strdup (name)
                    /* Translators: between the names of a list: "Left front of thigh, Left shin" */
                    : g_strdup_printf (C_ ("list of names", "%1$s, %2$s"), names, name);
          g_free (names);
          names = more;
        }
    }
  return g_steal_pointer (&names);
}

static void
fill (Maker *self)
{
  g_array_set_size (self->picks, 0);
  self->postures = 0;
  self->filled = 0;
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      Pick pick;

      /* What frames a session needs something to frame. */
      if (wishes[i].area >= self->areas->len
          || (self->picks->len == 0 && wishes[i].part != PART_RELEASE
              && wishes[i].part != PART_MOVE))
        continue;
      if (!find_pick (self, wishes[i].part, wishes[i].area, &pick) || !is_whole (self, &pick))
        {
          if ((self->wanted & 1u << i) != 0)
            return;
          continue;
        }
      insert (self, &pick);
      self->filled |= 1u << i;
    }
}

/* How often the posture changes in what is done. */
static guint
count_changes (const Maker *self)
{
  g_autoptr (FasciaRoutine) routine = make_routine (self, NULL);
  g_autoptr (FasciaPractice) practice
      = make_practice (self, routine, (const FasciaRegion *const *) self->all->pdata);
  guint n_entries, n = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);

  for (guint i = 1; i < n_entries; i++)
    n += entries[i].posture != entries[i - 1].posture ? 1 : 0;
  return n;
}

/* Where one posture can do all of it nobody has to get up and down again in between. */
static void
fill_calmly (Maker *self)
{
  guint fewest;

  fill (self);
  if (self->picks->len < 2 || (fewest = count_changes (self)) < 2)
    return;
  for (guint bit = 1; bit <= FASCIA_POSTURE_ALL; bit <<= 1)
    {
      g_autoptr (GArray) picks = g_array_new (FALSE, TRUE, sizeof (Pick));
      Maker calm = *self;

      if ((self->postures & bit) == 0)
        continue;
      calm.picks = picks;
      calm.only = (FasciaPosture) bit;
      calm.wanted = self->filled;
      fill (&calm);
      if ((self->filled & ~calm.filled) != 0)
        continue;
      const guint n_changes = count_changes (&calm);
      if (n_changes >= fewest)
        continue;
      fewest = n_changes;
      g_array_set_size (self->picks, 0);
      g_array_append_vals (self->picks, picks->data, picks->len);
      self->filled = calm.filled;
    }
}

FasciaRoutine *
fascia_suggest_from_map (const FasciaSuggestInput *input)
{
  g_return_val_if_fail (input != NULL && input->library != NULL && input->safety != NULL, NULL);

  if (fascia_suggest_find_stop (input) != NULL)
    return NULL;

  g_autoptr (GArray) needs = fascia_suggest_dup_needs (input);
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (Area));
  g_autoptr (GArray) picks = g_array_new (FALSE, TRUE, sizeof (Pick));
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  Maker self = { .input = input, .areas = areas, .picks = picks, .all = all };

  g_array_set_clear_func (areas, area_clear);
  find_areas (&self, needs);
  fill_calmly (&self);
  if (picks->len == 0)
    return NULL;

  g_autofree char *summary = dup_summary (&self);
  g_autoptr (FasciaRoutine) routine = make_routine (&self, NULL);
  return fascia_routine_with_summary (routine, summary);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which way a step is done today, and where: places and sides. */

#include "config.h"

#include "fascia-practice-private.h"

/* ---- the way of doing it ---- */

/* Whoever can be on the floor can be on hands and knees; whether they may be is judged elsewhere. */
static FasciaPosture
get_possible (const FasciaPracticeWish *wish)
{
  if (wish->postures == 0)
    return FASCIA_POSTURE_ALL;
  return (wish->postures & FASCIA_POSTURE_FLOOR) != 0
             ? wish->postures | FASCIA_POSTURE_HANDS_AND_KNEES
             : wish->postures;
}

FasciaPosture
fascia_practice_get_allowed (const FasciaPracticeWish *wish, const FasciaStep *step)
{
  const FasciaTraits *traits = fascia_step_get_traits (step);
  FasciaPosture allowed = 0;

  for (guint bit = 1; bit <= FASCIA_POSTURE_ALL; bit <<= 1)
    if (((traits->posture | traits->also_postures) & bit) != 0
        && !fascia_safety_bars_posture (wish->safety, traits, (FasciaPosture) bit, NULL))
      allowed |= bit;
  return allowed;
}

/* Which condition bars the postures that are possible now. */
static void
find_bar (const FasciaPracticeWish *wish, const FasciaStep *step, FasciaReason *reason)
{
  const FasciaTraits *traits = fascia_step_get_traits (step);
  const FasciaPosture possible = (traits->posture | traits->also_postures) & get_possible (wish);

  for (guint bit = 1; bit <= FASCIA_POSTURE_ALL; bit <<= 1)
    if ((possible & bit) != 0
        && fascia_safety_bars_posture (wish->safety, traits, (FasciaPosture) bit, reason))
      return;
}

/* 0 when it can be done. */
static FasciaReasonKind
find_obstacle (const FasciaPracticeWish *wish, const FasciaStep *step)
{
  const FasciaTraits *traits = fascia_step_get_traits (step);
  const FasciaPosture possible = (traits->posture | traits->also_postures) & get_possible (wish);

  if (possible == 0)
    return FASCIA_REASON_POSTURE;
  if (wish->tools != NULL && !fascia_library_has_tools (wish->library, step, wish->tools))
    return FASCIA_REASON_TOOL;
  if ((possible & fascia_practice_get_allowed (wish, step)) == 0)
    return FASCIA_REASON_CONDITION;
  return 0;
}

/* The step's own, else another one: rather one that was chosen, never one that a condition bars. */
static FasciaPosture
choose_posture (const FasciaPracticeWish *wish, const FasciaStep *step)
{
  const FasciaTraits *traits = fascia_step_get_traits (step);
  const FasciaPosture allowed = fascia_practice_get_allowed (wish, step);
  const FasciaPosture now = allowed & get_possible (wish);
  const FasciaPosture among = now != 0 ? now : allowed;

  if (among == 0 || (among & traits->posture) != 0)
    return traits->posture;
  return among & -among;
}

static const char *
get_family (const FasciaStep *step)
{
  const char *variant_of = fascia_step_get_variant_of (step);

  return variant_of != NULL ? variant_of : fascia_step_get_id (step);
}

static const char *const *
get_bases (const FasciaPracticeItem *self, const FasciaTraits *traits)
{
  return !traits->acts_on_all && self->item->places != NULL && self->item->places[0] != NULL
             ? self->item->places
             : traits->regions;
}

static gboolean
shares_place (const FasciaPracticeItem *self, const FasciaStep *step, const FasciaStep *other)
{
  const char *const *bases = get_bases (self, fascia_step_get_traits (step));
  const char *const *regions = fascia_step_get_traits (other)->regions;

  for (guint i = 0; bases[i] != NULL; i++)
    if (g_strv_contains (regions, bases[i]))
      return TRUE;
  return FALSE;
}

/* How far one is from a bed or a chair. */
static int
get_height (FasciaPosture posture)
{
  switch (posture)
    {
    case FASCIA_POSTURE_STANDING:
      return 1;
    case FASCIA_POSTURE_FLOOR:
      return 2;
    case FASCIA_POSTURE_HANDS_AND_KNEES:
      return 3;
    case FASCIA_POSTURE_BED:
    case FASCIA_POSTURE_CHAIR:
    default:
      return 0;
    }
}

static gboolean
loads_more (const FasciaTraits *a, const FasciaTraits *b)
{
  for (guint i = 0; a->also_loads[i] != NULL; i++)
    if (!g_strv_contains (b->also_loads, a->also_loads[i])
        && !g_strv_contains (b->regions, a->also_loads[i]))
      return TRUE;
  return FALSE;
}

/* Another way is never a stronger one, in anything that is judged. */
static gboolean
is_stronger (const FasciaPracticeWish *wish, const FasciaStep *other, const FasciaStep *step)
{
  const FasciaTraits *a = fascia_step_get_traits (other), *b = fascia_step_get_traits (step);

  if ((fascia_step_presses (other) && !fascia_step_presses (step))
      || (a->kind == FASCIA_STEP_STRENGTHEN && b->kind != FASCIA_STEP_STRENGTHEN)
      || fascia_step_get_dose (other)->cap > fascia_step_get_dose (step)->cap
      || a->firmness > b->firmness)
    return TRUE;
  for (guint i = 0; i < FASCIA_N_GRADES; i++)
    if (a->grades[i] > b->grades[i])
      return TRUE;
  return get_height (choose_posture (wish, other)) > get_height (choose_posture (wish, step))
         || loads_more (a, b);
}

/* Whether the gate leaves any place of it open. @reason: (nullable): the first that does not. */
static gboolean
is_open (const FasciaPracticeItem *self, FasciaReason *reason)
{
  g_autoptr (GArray) entries = fascia_practice_dup_places (self);
  gboolean is_any = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const FasciaPracticeEntry *entry = &g_array_index (entries, FasciaPracticeEntry, i);
      g_auto (FasciaVerdict) verdict = { 0 };

      if (!is_any)
        fascia_safety_judge (self->wish->safety, &verdict, fascia_step_get_traits (entry->step),
                             entry->places[0] != NULL ? entry->places : NULL,
                             fascia_step_get_dose (entry->step)->cap);
      is_any = is_any || verdict.kind != FASCIA_VERDICT_HELD_BACK;
      for (guint j = 0; reason != NULL && verdict.reasons != NULL && j < verdict.reasons->len; j++)
        {
          const FasciaReason *one = &g_array_index (verdict.reasons, FasciaReason, j);

          if (one->holds_back && reason->kind == 0)
            *reason = *one;
        }
      g_free ((gpointer) entry->places);
    }
  return is_any;
}

/* The first of the family that can be done, is not stronger, and is open. */
static gboolean
find_another_way (FasciaPracticeItem *self)
{
  const FasciaPracticeWish *wish = self->wish;
  const FasciaStep *step = self->step;

  for (guint i = 0; i < fascia_library_get_n_steps (wish->library); i++)
    {
      FasciaPracticeItem other = *self;

      other.step = fascia_library_get_step (wish->library, i);
      other.instead_of = step;
      other.posture = choose_posture (wish, other.step);
      if (other.step == step || !g_str_equal (get_family (other.step), get_family (step))
          || find_obstacle (wish, other.step) != 0 || is_stronger (wish, other.step, step)
          || !shares_place (self, step, other.step)
          || (self->n_more > 0 && fascia_step_get_dose (other.step)->sides < 2)
          || !is_open (&other, NULL))
        continue;
      *self = other;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_never_held_back (const FasciaStep *step)
{
  const FasciaStepKind kind = fascia_step_get_traits (step)->kind;

  return kind == FASCIA_STEP_REST || kind == FASCIA_STEP_BREATHE;
}

gboolean
fascia_practice_choose_step (FasciaPracticeItem *self)
{
  FasciaReason reason = { 0 };

  self->obstacle = find_obstacle (self->wish, self->step);
  self->posture = choose_posture (self->wish, self->step);
  if (self->obstacle == 0)
    {
      /* What is not answered yet is asked, not gone around. */
      if (is_open (self, &reason) || reason.kind != FASCIA_REASON_CONDITION)
        return TRUE;
      if (find_another_way (self))
        {
          reason.holds_back = FALSE;
          self->because = reason;
        }
      return TRUE;
    }
  if (self->obstacle == FASCIA_REASON_CONDITION)
    find_bar (self->wish, self->step, &reason);
  if (find_another_way (self))
    {
      reason.holds_back = FALSE;
      self->because = reason;
      return TRUE;
    }
  /* Breathing and rest are there for everybody: a flare on the floor has them, too. */
  if (is_never_held_back (self->step))
    self->obstacle = 0;
  else
    self->because = reason;
  return self->obstacle == 0;
}

/* ---- places and sides ---- */

int
fascia_practice_get_rank (const FasciaPracticeWish *wish, const FasciaRegion *region)
{
  for (int i = 0; wish->places != NULL && wish->places[i] != NULL; i++)
    if (wish->places[i] == region)
      return i;
  return -1;
}

/* Ranks that can be compared: what is not marked comes last. */
static int
get_order (const FasciaPracticeWish *wish, const FasciaRegion *region)
{
  const int rank = fascia_practice_get_rank (wish, region);

  return rank < 0 ? G_MAXINT : rank;
}

static gboolean
is_on (const FasciaRegion *region, FasciaSide side)
{
  const FasciaSide own = fascia_region_get_side (region);

  return side == FASCIA_SIDE_MIDLINE || own == FASCIA_SIDE_MIDLINE || own == side;
}

/* (nullable) */
static const FasciaRegion *
find_region (const FasciaBody *body, const char *base, const char *suffix)
{
  char id[64];

  return g_snprintf (id, sizeof id, "%s%s", base, suffix) < (int) sizeof id
             ? fascia_body_lookup (body, id)
             : NULL;
}

/* Regions of the bases on a side (MIDLINE: both), those that are marked first, else in the order in
 * which the bases are named. */
static GPtrArray *
dup_regions (const FasciaPracticeItem *self, const char *const *bases, FasciaSide side)
{
  static const char *const suffixes[] = { "", "-left", "-right" };
  const FasciaBody *body = fascia_library_get_body (self->wish->library);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; bases[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (suffixes); j++)
      {
        const FasciaRegion *region = find_region (body, bases[i], suffixes[j]);
        guint at = found->len;

        if (region == NULL || !is_on (region, side))
          continue;
        while (at > 0
               && get_order (self->wish, found->pdata[at - 1]) > get_order (self->wish, region))
          at--;
        g_ptr_array_insert (found, (int) at, (gpointer) region);
      }
  return g_steal_pointer (&found);
}

/* The best rank on a side. */
static int
get_side_order (const FasciaPracticeItem *self, const char *const *bases, FasciaSide side)
{
  g_autoptr (GPtrArray) regions = dup_regions (self, bases, side);

  return regions->len > 0 ? get_order (self->wish, regions->pdata[0]) : G_MAXINT;
}

/* The sides it is done on, in order. */
static guint
get_sides (const FasciaPracticeItem *self, const char *const *bases, FasciaSide sides[2])
{
  if (fascia_step_get_dose (self->step)->sides < 2)
    {
      sides[0] = FASCIA_SIDE_MIDLINE;
      return 1;
    }
  if (self->item->side == FASCIA_SIDE_LEFT || self->item->side == FASCIA_SIDE_RIGHT)
    {
      sides[0] = self->item->side;
      return 1;
    }
  const int left = get_side_order (self, bases, FASCIA_SIDE_LEFT);
  const int right = get_side_order (self, bases, FASCIA_SIDE_RIGHT);
  const gboolean is_right_first = right < left;
  sides[0] = is_right_first ? FASCIA_SIDE_RIGHT : FASCIA_SIDE_LEFT;
  sides[1] = is_right_first ? FASCIA_SIDE_LEFT : FASCIA_SIDE_RIGHT;
  return (left == G_MAXINT) == (right == G_MAXINT) ? 2 : 1;
}

/* (transfer full) Those bases among @bases that are marked on any side, or all of them. */
static const char **
dup_marked (const FasciaPracticeItem *self, const char *const *bases)
{
  g_autoptr (GPtrArray) marked = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; bases[i] != NULL; i++)
    {
      const char *const one[] = { bases[i], NULL };

      if (get_side_order (self, one, FASCIA_SIDE_MIDLINE) != G_MAXINT)
        g_ptr_array_add (marked, (gpointer) bases[i]);
      g_ptr_array_add (all, (gpointer) bases[i]);
    }
  g_ptr_array_add (marked, NULL);
  g_ptr_array_add (all, NULL);
  return (const char **) g_ptr_array_free (
      marked->len > 1 ? g_steal_pointer (&marked) : g_steal_pointer (&all), FALSE);
}

/* Only what the step really works on: another way of doing it may work on less. */
static const char **
dup_bases (const FasciaPracticeItem *self)
{
  const FasciaTraits *traits = fascia_step_get_traits (self->step);
  const char *const *named = get_bases (self, traits);
  const gboolean is_named = named != traits->regions;
  g_autoptr (GPtrArray) bases = g_ptr_array_new ();

  for (guint i = 0; named[i] != NULL; i++)
    if (!is_named || g_strv_contains (traits->regions, named[i]))
      g_ptr_array_add (bases, (gpointer) named[i]);
  if (bases->len == 0)
    return dup_marked (self, traits->regions);
  g_ptr_array_add (bases, NULL);
  return is_named || traits->acts_on_all
             ? (const char **) g_ptr_array_free (g_steal_pointer (&bases), FALSE)
             : dup_marked (self, (const char *const *) bases->pdata);
}

/* Sets of one side: never fewer than one. */
static guint
get_n_sets (const FasciaPracticeItem *self, guint n_places)
{
  const FasciaDose *dose = fascia_step_get_dose (self->step);
  const int most = MAX (dose->sets_max, 1);

  if (self->item->sets > 0)
    return (guint) CLAMP (self->item->sets, 1, most);
  if (dose->sides < 2)
    return (guint) MAX (dose->sets_min, 1);
  return (guint) CLAMP ((int) n_places, MAX (dose->sets_min, 1), most);
}

/* Of picked places that are done together: as many bases as there are sets, marked ones first. */
static void
limit_bases (const FasciaPracticeItem *self, const char **bases, guint n_sets)
{
  const guint n_bases = g_strv_length ((char **) bases);

  for (guint i = 1; i < n_bases; i++)
    for (guint j = i; j > 0; j--)
      {
        const char *const before[] = { bases[j - 1], NULL };
        const char *const after[] = { bases[j], NULL };

        if (get_side_order (self, before, FASCIA_SIDE_MIDLINE)
            <= get_side_order (self, after, FASCIA_SIDE_MIDLINE))
          break;
        bases[j - 1] = after[0];
        bases[j] = before[0];
      }
  if (n_sets < n_bases)
    bases[n_sets] = NULL;
}

gboolean
fascia_practice_split (const FasciaPracticeItem *self,
                       FasciaRoutineItem items[2],
                       FasciaPracticeItem sides[2])
{
  FasciaReason reasons[2] = { 0 };
  gboolean are_open[2];
  FasciaSide order[2];
  guint n_answers;

  fascia_safety_get_answers (self->wish->safety, &n_answers);
  if (n_answers == 0 || self->obstacle != 0 || self->instead_of != NULL)
    return FALSE;
  g_autofree const char **bases = dup_bases (self);
  if (get_sides (self, (const char *const *) bases, order) < 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      items[i] = *self->item;
      items[i].side = order[i];
      sides[i] = *self;
      sides[i].item = &items[i];
      sides[i].n_more = 1;
      are_open[i] = is_open (&sides[i], &reasons[i]);
    }
  const guint closed = are_open[0] ? 1 : 0;
  if (are_open[0] == are_open[1] || reasons[closed].kind != FASCIA_REASON_CONDITION
      || !find_another_way (&sides[closed]))
    return FALSE;
  sides[closed].because = reasons[closed];
  sides[closed].because.holds_back = FALSE;
  return TRUE;
}

static void
add_entry (const FasciaPracticeItem *self, GArray *entries, GPtrArray *places, FasciaSide side)
{
  FasciaPracticeEntry entry = {
    .step = self->step,
    .side = side,
    .item = self->index,
    .instead_of = self->instead_of,
    .posture = self->posture,
    .factor = 1,
  };

  g_ptr_array_add (places, NULL);
  entry.places = (const FasciaRegion *const *) g_ptr_array_free (places, FALSE);
  g_array_append_val (entries, entry);
}

GArray *
fascia_practice_dup_places (const FasciaPracticeItem *self)
{
  const FasciaTraits *traits = fascia_step_get_traits (self->step);
  const gboolean is_together = traits->acts_on_all || fascia_step_get_dose (self->step)->sides < 2;
  g_autofree const char **bases = dup_bases (self);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (FasciaPracticeEntry));
  FasciaSide sides[2];
  const guint n_sides = get_sides (self, (const char *const *) bases, sides);
  const guint n_sets = get_n_sets (self, g_strv_length ((char **) bases));

  if (is_together && !traits->acts_on_all)
    limit_bases (self, bases, n_sets);
  for (guint i = 0; i < n_sides; i++)
    {
      g_autoptr (GPtrArray) regions = dup_regions (self, (const char *const *) bases, sides[i]);

      if (is_together)
        {
          add_entry (self, entries, g_steal_pointer (&regions), sides[i]);
          continue;
        }
      for (guint j = 0; j < MIN (regions->len, n_sets); j++)
        {
          GPtrArray *one = g_ptr_array_new ();

          g_ptr_array_add (one, regions->pdata[j]);
          add_entry (self, entries, one, sides[i]);
        }
    }
  if (entries->len == 0)
    add_entry (self, entries, g_ptr_array_new (), FASCIA_SIDE_MIDLINE);
  return entries;
}

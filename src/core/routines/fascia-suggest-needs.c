/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places that ask for something: marked now, marked lately, often linked with those. */

#include "config.h"

#include "fascia-suggest-private.h"

#include <string.h>

/* Whole numbers apart, so that what else is weighed (below ten) never turns two places round:
 * now 110 … 200, lately 50 … 77, linked 15 … 40. */
#define WEIGHT_NOW 100.0
#define WEIGHT_NOW_LEVEL 10.0
#define WEIGHT_LATELY 50.0
#define WEIGHT_LATELY_LEVEL 2.0
#define WEIGHT_LATELY_DAY 0.5
#define WEIGHT_LINKED 20.0
#define WEIGHT_LINKED_NOW 10.0
/* What works beside a place comes after what works on it. */
#define WEIGHT_BESIDE (-5.0)
#define MAX_LINKED 4
/* So many marked places are asked for places linked with them; of two sides that ask alike both are. */
#define MAX_ORIGINS 4

typedef struct
{
  FasciaBody *body;
  GArray *needs;
  int *index; /* by region: where its need is, -1 */
} Finder;

static int
get_rank (int level)
{
  return level == FASCIA_LEVEL_NOT_GIVEN ? FASCIA_SUGGEST_LEVEL_NOT_GIVEN : level;
}

static gboolean
is_closed (const FasciaRegion *region)
{
  const char *const *tools = fascia_region_get_tools (region);

  return tools[0] != NULL && g_str_equal (tools[0], "none");
}

/* (nullable) Where a mark can ask for something: not on a limb that is not there. */
static const FasciaRegion *
lookup (const Finder *self, const char *code)
{
  const FasciaRegion *region = code != NULL ? fascia_body_lookup (self->body, code) : NULL;

  if (region == NULL || !fascia_body_is_shown (self->body, region)
      || fascia_body_is_phantom (self->body, region))
    return NULL;
  return region;
}

static FasciaNeed *
take_need (Finder *self, const FasciaRegion *region, FasciaRule rule)
{
  int *index = &self->index[fascia_region_get_index (region)];

  if (*index < 0)
    {
      const FasciaNeed need = {
        .region = region,
        .rule = rule,
        .levels = { FASCIA_SUGGEST_NOT_MARKED, FASCIA_SUGGEST_NOT_MARKED },
        .is_closed = is_closed (region),
      };

      *index = (int) self->needs->len;
      g_array_append_val (self->needs, need);
    }
  return &g_array_index (self->needs, FasciaNeed, *index);
}

static void
add_level (FasciaNeed *need, FasciaScale scale, int level)
{
  if (scale < FASCIA_SCALE_TIGHTNESS || scale > FASCIA_SCALE_PAIN)
    return;
  need->levels[scale - 1] = level;
  need->level = MAX (need->level, get_rank (level));
}

static gboolean
asks (int level)
{
  return level == FASCIA_LEVEL_NOT_GIVEN || level > 0;
}

static void
add_open (Finder *self, FasciaEntry *open)
{
  guint n_marks = 0;
  const FasciaMark *marks = open != NULL ? fascia_entry_get_marks (open, &n_marks) : NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      const FasciaRegion *region = lookup (self, marks[i].region);

      if (region != NULL && asks (marks[i].level))
        add_level (take_need (self, region, FASCIA_RULE_MARKED_NOW), marks[i].scale,
                   marks[i].level);
    }
}

/* A place that the open check-in has answered on that scale needs no older answer. */
static gboolean
is_answered (FasciaEntry *open, const FasciaRecentMark *mark)
{
  return open != NULL
         && (fascia_entry_is_nothing_today (open)
             || fascia_entry_find_mark (open, mark->region, mark->scale) != NULL);
}

static void
add_recent (Finder *self, const FasciaSuggestInput *input)
{
  for (guint i = 0; input->recent != NULL && i < input->recent->len; i++)
    {
      const FasciaRecentMark *mark = &g_array_index (input->recent, FasciaRecentMark, i);
      const FasciaRegion *region = lookup (self, mark->region);
      const int days_ago = (int) CLAMP ((gint64) input->day - mark->day, 0, G_MAXINT);

      if (region == NULL || !asks (mark->level) || days_ago > FASCIA_SUGGEST_RECENT_DAYS
          || is_answered (input->open, mark))
        continue;
      /* What was marked earlier today still holds: a check-in closes after half an hour. */
      FasciaNeed *need = take_need (
          self, region, days_ago == 0 ? FASCIA_RULE_MARKED_NOW : FASCIA_RULE_MARKED_LATELY);
      const gboolean is_first = need->levels[0] == FASCIA_SUGGEST_NOT_MARKED
                                && need->levels[1] == FASCIA_SUGGEST_NOT_MARKED;

      if (need->rule == FASCIA_RULE_MARKED_NOW && days_ago > 0)
        continue;
      if (need->rule == FASCIA_RULE_MARKED_LATELY && days_ago == 0)
        {
          need->rule = FASCIA_RULE_MARKED_NOW;
          need->levels[0] = need->levels[1] = FASCIA_SUGGEST_NOT_MARKED;
          need->level = 0;
        }
      need->days_ago = is_first ? days_ago : MIN (need->days_ago, days_ago);
      add_level (need, mark->scale, mark->level);
    }
}

static void
weigh (FasciaNeed *need)
{
  if (need->rule == FASCIA_RULE_MARKED_NOW)
    need->weight = WEIGHT_NOW + WEIGHT_NOW_LEVEL * need->level;
  else
    need->weight = WEIGHT_LATELY + WEIGHT_LATELY_LEVEL * need->level
                   + WEIGHT_LATELY_DAY * (FASCIA_SUGGEST_RECENT_DAYS - need->days_ago);
}

/* The rank of each base: that of its first region, so that left and right rank alike. */
static int *
dup_base_ranks (FasciaBody *body)
{
  const guint n_regions = fascia_body_get_n_regions (body);
  int *ranks = g_new (int, n_regions);

  for (guint i = 0; i < n_regions; i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const FasciaRegion *mirror = fascia_region_get_mirror (region);

      ranks[i] = (int) (mirror != NULL ? MIN (i, fascia_region_get_index (mirror)) : i);
    }
  return ranks;
}

static int
compare_needs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const FasciaNeed *x = a;
  const FasciaNeed *y = b;
  const int *ranks = user_data;
  const int rank_x = ranks[fascia_region_get_index (x->region)];
  const int rank_y = ranks[fascia_region_get_index (y->region)];

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (rank_x != rank_y)
    return rank_x < rank_y ? -1 : 1;
  if (x->is_copy != y->is_copy)
    return x->is_copy - y->is_copy;
  if (x->level != y->level)
    return x->level > y->level ? -1 : 1;
  return (int) fascia_region_get_side (x->region) - (int) fascia_region_get_side (y->region);
}

gboolean
fascia_need_asks_alike (const FasciaNeed *need, const FasciaNeed *other)
{
  return need->weight == other->weight && need->is_copy == other->is_copy
         && g_str_equal (fascia_region_get_base (need->region),
                         fascia_region_get_base (other->region));
}

/* Whether a link from @origin says more than the one that is there, whichever was found first. */
static gboolean
is_nearer (const FasciaNeed *need, const FasciaNeed *origin, double weight)
{
  const FasciaSide side = fascia_region_get_side (need->region);

  if (need->origin == NULL || need->weight != weight)
    return need->origin == NULL || need->weight < weight;
  if (need->level != origin->level)
    return need->level < origin->level;
  return fascia_region_get_side (need->origin) != side
         && fascia_region_get_side (origin->region) == side;
}

static void
add_link (Finder *self, const FasciaNeed *origin, const FasciaRegion *region, guint rank)
{
  const double weight = WEIGHT_LINKED
                        + (origin->rule == FASCIA_RULE_MARKED_NOW ? WEIGHT_LINKED_NOW : 0)
                        + origin->level - rank;
  FasciaNeed *need = take_need (self, region, FASCIA_RULE_LINKED);

  if (need->rule != FASCIA_RULE_LINKED || !is_nearer (need, origin, weight))
    return;
  need->origin = origin->region;
  need->level = origin->level;
  need->weight = weight;
}

static guint
count_origins (const GArray *needs)
{
  guint n = MIN (needs->len, MAX_ORIGINS);

  while (n > 0 && n < needs->len
         && fascia_need_asks_alike (&g_array_index (needs, FasciaNeed, n - 1),
                                    &g_array_index (needs, FasciaNeed, n)))
    n++;
  return n;
}

/* Places linked with the worst ones, left and right of a place alike. Every marked place is known
 * already, so a link never takes one over. */
static void
add_linked (Finder *self, FasciaReferralTable *referral)
{
  const guint n_origins = referral != NULL ? count_origins (self->needs) : 0;

  for (guint i = 0; i < n_origins; i++)
    {
      const FasciaNeed origin = g_array_index (self->needs, FasciaNeed, i);
      g_autoptr (GPtrArray) linked = fascia_referral_table_find_linked (referral, origin.region, 0);
      const char *base = NULL;
      guint n_bases = 0;

      for (guint j = 0; j < linked->len; j++)
        {
          const FasciaRegion *region
              = lookup (self, fascia_region_get_id (g_ptr_array_index (linked, j)));

          if (region == NULL)
            continue;
          if (g_strcmp0 (base, fascia_region_get_base (region)) != 0)
            n_bases++;
          if (n_bases > MAX_LINKED)
            break;
          base = fascia_region_get_base (region);
          add_link (self, &origin, region, n_bases - 1);
        }
    }
}

/* Places that are easily too much have others beside them, whether they are closed or not. */
static void
add_copies (GArray *needs)
{
  const guint n_needs = needs->len;

  for (guint i = 0; i < n_needs; i++)
    {
      FasciaNeed need = g_array_index (needs, FasciaNeed, i);

      if (need.rule == FASCIA_RULE_LINKED || need.is_closed
          || fascia_region_get_beside (need.region)[0] == NULL)
        continue;
      need.is_copy = TRUE;
      need.weight += WEIGHT_BESIDE;
      g_array_append_val (needs, need);
    }
}

GArray *
fascia_suggest_dup_needs (const FasciaSuggestInput *input)
{
  FasciaBody *body = fascia_library_get_body (input->library);
  const guint n_regions = fascia_body_get_n_regions (body);
  g_autofree int *index = g_new (int, n_regions);
  g_autofree int *ranks = dup_base_ranks (body);
  Finder self = { .body = body, .index = index };

  for (guint i = 0; i < n_regions; i++)
    index[i] = -1;
  self.needs = g_array_new (FALSE, FALSE, sizeof (FasciaNeed));
  add_open (&self, input->open);
  add_recent (&self, input);
  for (guint i = 0; i < self.needs->len; i++)
    weigh (&g_array_index (self.needs, FasciaNeed, i));

  g_array_sort_with_data (self.needs, compare_needs, ranks);
  for (guint i = 0; i < self.needs->len; i++)
    index[fascia_region_get_index (g_array_index (self.needs, FasciaNeed, i).region)] = (int) i;
  add_linked (&self, input->referral);
  add_copies (self.needs);
  g_array_sort_with_data (self.needs, compare_needs, ranks);
  return self.needs;
}

gboolean
fascia_need_has_beside (const FasciaNeed *need, const FasciaRegion *region)
{
  const FasciaSide side = fascia_region_get_side (need->region);

  if (!(need->is_closed || need->is_copy)
      || (side != FASCIA_SIDE_MIDLINE && fascia_region_get_side (region) != FASCIA_SIDE_MIDLINE
          && fascia_region_get_side (region) != side))
    return FALSE;
  return g_strv_contains (fascia_region_get_beside (need->region), fascia_region_get_base (region));
}

/* How many ask more than @region. */
static guint
get_place (const GArray *needs, const FasciaRegion *region)
{
  guint i = 0;

  while (i < needs->len && g_array_index (needs, FasciaNeed, i).region != region)
    i++;
  return i;
}

void
fascia_need_add_beside (const FasciaNeed *need,
                        const GArray *needs,
                        FasciaBody *body,
                        GPtrArray *places)
{
  const char *const *beside = fascia_region_get_beside (need->region);

  if (!need->is_closed && !need->is_copy)
    return;
  /* In the order in which the table names them, and of two sides the one that asks more by itself. */
  for (guint i = 0; beside[i] != NULL; i++)
    {
      const guint first = places->len;

      for (guint j = 0; j < fascia_body_get_n_regions (body); j++)
        {
          const FasciaRegion *region = fascia_body_get_region (body, j);
          guint at = places->len;

          if (!g_str_equal (fascia_region_get_base (region), beside[i])
              || !fascia_need_has_beside (need, region) || g_ptr_array_find (places, region, NULL))
            continue;
          while (at > first && get_place (needs, places->pdata[at - 1]) > get_place (needs, region))
            at--;
          g_ptr_array_insert (places, (int) at, (gpointer) region);
        }
    }
}

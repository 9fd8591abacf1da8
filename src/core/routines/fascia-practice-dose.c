/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much of it: doses, and trimming until a session is within its limits. */

#include "config.h"

#include "fascia-practice-private.h"

/* Half of a dose is a whole number of these, and never less. */
#define SECONDS_STEP 5
#define SECONDS_MIN 10
#define REPS_MIN 2

/* ---- one entry ---- */

/* What the routine asks for, inside what the step allows; more only where the person confirmed it. */
static int
choose (int asked, int smallest, int largest, gboolean gentle, gboolean is_confirmed)
{
  if (asked <= 0)
    return smallest;
  if (gentle)
    return MIN (asked, smallest);
  return is_confirmed ? asked : CLAMP (asked, smallest, MAX (largest, smallest));
}

gboolean
fascia_practice_is_confirmed (const FasciaLibrary *library, const FasciaRoutine *routine)
{
  gint64 utc_ms = 0;
  const char *confirmed = fascia_routine_get_confirmed (routine, &utc_ms);

  if (!fascia_routine_is_own (routine) || confirmed == NULL || utc_ms == 0)
    return FALSE;
  g_autofree char *over = fascia_library_dup_over (library, routine);
  return *over != '\0' && g_str_equal (confirmed, over);
}

void
fascia_practice_set_dose (const FasciaPracticeItem *self,
                          FasciaPracticeEntry *entry,
                          guint n_entries,
                          guint n_on_side)
{
  const FasciaDose *dose = fascia_step_get_dose (self->step);
  const FasciaRoutineItem *item = self->item;
  const gboolean gentle = self->wish->gentle;
  const gboolean confirmed = self->is_confirmed;
  const int sets = choose (item->sets, MAX (dose->sets_min, 1), dose->sets_max, gentle, confirmed);

  entry->rest_s = CLAMP (item->rest_s, 0, FASCIA_DOSE_SESSION_PRESSURE_S);
  entry->sets = MAX (sets / (int) MAX (n_on_side, 1), 1);
  if (dose->reps_min > 0)
    {
      entry->reps = choose (item->reps, dose->reps_min, dose->reps_max, gentle, confirmed);
      entry->seconds = entry->reps * MAX (dose->seconds_per_rep, 1);
      return;
    }
  entry->seconds
      = choose (item->seconds, MAX (dose->seconds_min, 1), dose->seconds_max, gentle, confirmed);
  /* One long hold, at one place or on one side. */
  if (!gentle && dose->long_hold_max > 0 && item->seconds >= dose->long_hold_min && n_entries == 1)
    {
      entry->seconds = MIN (item->seconds, dose->long_hold_max);
      entry->sets = 1;
    }
}

static void
set_reps (FasciaPracticeEntry *entry, int reps)
{
  entry->reps = reps;
  entry->seconds = reps * MAX (fascia_step_get_dose (entry->step)->seconds_per_rep, 1);
}

void
fascia_practice_halve (FasciaPracticeEntry *entry)
{
  entry->factor = 0.5;
  if (entry->sets > 1 && entry->sets % 2 == 0)
    entry->sets /= 2;
  else if (entry->reps > 0)
    set_reps (entry, MAX (entry->reps / 2, MIN (entry->reps, REPS_MIN)));
  else
    entry->seconds
        = MAX (entry->seconds / 2 / SECONDS_STEP * SECONDS_STEP, MIN (entry->seconds, SECONDS_MIN));
}

int
fascia_practice_entry_get_seconds (const FasciaPracticeEntry *entry)
{
  return entry->sets * entry->seconds;
}

/* ---- all of them ---- */

#define ENTRY(array, i) (&g_array_index (array, FasciaPracticeEntry, i))

int
fascia_practice_sum_pressure (const GArray *entries)
{
  int seconds = 0;

  for (guint i = 0; i < entries->len; i++)
    if (fascia_step_presses (ENTRY (entries, i)->step))
      seconds += fascia_practice_entry_get_seconds (ENTRY (entries, i));
  return seconds;
}

/* A rest comes after an item, not between its sides and places. */
static int
get_rest (const GArray *entries, guint i)
{
  return i + 1 < entries->len && ENTRY (entries, i + 1)->item == ENTRY (entries, i)->item
             ? 0
             : ENTRY (entries, i)->rest_s;
}

int
fascia_practice_sum_seconds (const GArray *entries)
{
  int seconds = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const FasciaPracticeEntry *entry = ENTRY (entries, i);

      seconds
          += fascia_practice_entry_get_seconds (entry) + (entry->sets - 1) * FASCIA_DOSE_CHANGE_S;
      /* After the last one nothing is waited for. */
      if (i + 1 < entries->len)
        seconds += MAX (entry->rest_s, FASCIA_DOSE_CHANGE_S);
    }
  return seconds;
}

static int
sum_item (const GArray *entries, guint item)
{
  int seconds = 0;

  for (guint i = 0; i < entries->len; i++)
    if (ENTRY (entries, i)->item == item)
      seconds += fascia_practice_entry_get_seconds (ENTRY (entries, i));
  return seconds;
}

/* ---- trimming ---- */

static int
get_rank (const FasciaPracticeWish *wish, const FasciaPracticeEntry *entry)
{
  int best = -1;

  for (guint i = 0; entry->places[i] != NULL; i++)
    {
      const int rank = fascia_practice_get_rank (wish, entry->places[i]);

      if (rank >= 0 && (best < 0 || rank < best))
        best = rank;
    }
  return best;
}

/* How soon it is left out: what is marked stays longest, and of the rest a movement, a breath and one
 * place are the short version of everything. */
static int
get_dispensability (const FasciaPracticeWish *wish, const FasciaPracticeEntry *entry)
{
  const int rank = get_rank (wish, entry);
  const gboolean is_marked = rank >= 0;

  switch (fascia_step_get_traits (entry->step)->kind)
    {
    case FASCIA_STEP_STRENGTHEN:
      return is_marked ? 700 : 900;
    case FASCIA_STEP_CONTROL:
      return is_marked ? 600 : 800;
    case FASCIA_STEP_STRETCH:
      return is_marked ? 300 + MIN (rank, 90) : 550;
    case FASCIA_STEP_RELEASE:
      return is_marked ? 100 + MIN (rank, 90) : 500;
    case FASCIA_STEP_REST:
      return 400;
    case FASCIA_STEP_BREATHE:
      return 350;
    case FASCIA_STEP_MOVE:
    default:
      return is_marked ? 200 : 250;
    }
}

typedef gboolean (*EntryFilter) (const FasciaPracticeEntry *entry, guint item);

static gboolean
is_pressing (const FasciaPracticeEntry *entry, guint item)
{
  return fascia_step_presses (entry->step);
}

static gboolean
is_any (const FasciaPracticeEntry *entry, guint item)
{
  return TRUE;
}

static gboolean
is_of_item (const FasciaPracticeEntry *entry, guint item)
{
  return entry->item == item;
}

/* Where its place is named in the routine, or else in the step. */
static guint
get_position (const FasciaPractice *self, const FasciaPracticeEntry *entry)
{
  guint n_items, position = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (self->routine, &n_items);
  const char *const *named = entry->item < n_items ? items[entry->item].places : NULL;
  const char *const *bases = named != NULL ? named : fascia_step_get_traits (entry->step)->regions;

  if (entry->places[0] == NULL || bases == NULL)
    return 0;
  while (bases[position] != NULL
         && !g_str_equal (bases[position], fascia_region_get_base (entry->places[0])))
    position++;
  return position;
}

/* Whether what comes after it in the list is also the last as the routine names them: the sides of places
 * stand in an order of their own, and must not decide. */
static gboolean
is_last (const FasciaPractice *self,
         const FasciaPracticeEntry *entry,
         const FasciaPracticeEntry *before)
{
  return before->item != entry->item || get_position (self, entry) >= get_position (self, before);
}

/* One set less somewhere: of the largest number of sets, the last one. */
static gboolean
trim_set (const FasciaPractice *self, EntryFilter filter, guint item)
{
  GArray *entries = self->entries;
  FasciaPracticeEntry *most = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      FasciaPracticeEntry *entry = ENTRY (entries, i);

      if (filter (entry, item) && entry->sets > 1
          && (most == NULL || entry->sets > most->sets
              || (entry->sets == most->sets && is_last (self, entry, most))))
        most = entry;
    }
  if (most == NULL)
    return FALSE;
  most->sets--;
  return TRUE;
}

static int
get_smallest (const FasciaPracticeEntry *entry)
{
  const FasciaDose *dose = fascia_step_get_dose (entry->step);

  return dose->reps_min > 0 ? dose->reps_min * MAX (dose->seconds_per_rep, 1)
                            : MAX (dose->seconds_min, 1);
}

/* Something that is longer than its smallest dose becomes that: the longest, the last one of them. */
static gboolean
trim_length (const FasciaPractice *self, EntryFilter filter, guint item)
{
  GArray *entries = self->entries;
  FasciaPracticeEntry *most = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      FasciaPracticeEntry *entry = ENTRY (entries, i);

      if (filter (entry, item) && entry->seconds > get_smallest (entry)
          && (most == NULL || entry->seconds > most->seconds
              || (entry->seconds == most->seconds && is_last (self, entry, most))))
        most = entry;
    }
  if (most == NULL)
    return FALSE;
  if (most->reps > 0)
    set_reps (most, fascia_step_get_dose (most->step)->reps_min);
  else
    most->seconds = get_smallest (most);
  return TRUE;
}

/* Whether two entries are the two sides of the same. */
static gboolean
are_sides (const FasciaPracticeEntry *a, const FasciaPracticeEntry *b)
{
  return a->item == b->item && a->step == b->step && a->side != b->side && a->places[0] != NULL
         && b->places[0] != NULL
         && g_str_equal (fascia_region_get_base (a->places[0]),
                         fascia_region_get_base (b->places[0]));
}

static void
take_out (FasciaPractice *self, guint index)
{
  FasciaPracticeEntry entry = *ENTRY (self->entries, index);
  const FasciaReason reason = { .kind = FASCIA_REASON_TIME, .cap = -1, .holds_back = TRUE };

  if (entry.reasons == NULL)
    entry.reasons = g_array_new (FALSE, FALSE, sizeof (FasciaReason));
  g_array_prepend_val (entry.reasons, reason);
  entry.kind = FASCIA_VERDICT_HELD_BACK;
  /* What it held moves along: the array of entries frees nothing of it. */
  *ENTRY (self->entries, index) = (FasciaPracticeEntry) { NULL };
  g_array_remove_index (self->entries, index);
  /* The last of an item goes first: so they come to stand in their order again. */
  g_array_prepend_val (self->held_back, entry);
}

/* The other side goes along where neither is marked: one side alone would be a strange half. */
static gboolean
trim_place (FasciaPractice *self, const FasciaPracticeWish *wish, EntryFilter filter, guint item)
{
  const FasciaPracticeEntry *last = NULL;
  guint found = 0;
  int worst = -1;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const FasciaPracticeEntry *entry = ENTRY (self->entries, i);

      const int now = filter (entry, item) ? get_dispensability (wish, entry) : -1;
      if (now < 0 || now < worst || (now == worst && !is_last (self, entry, last)))
        continue;
      worst = now;
      last = entry;
      found = i;
    }
  if (last == NULL)
    return FALSE;

  const FasciaPracticeEntry gone = *last;
  const gboolean is_marked = get_rank (wish, &gone) >= 0;
  take_out (self, found);
  for (guint i = self->entries->len; i > 0 && !is_marked; i--)
    if (are_sides (ENTRY (self->entries, i - 1), &gone))
      take_out (self, i - 1);
  return TRUE;
}

static gboolean
trim_once (FasciaPractice *self, const FasciaPracticeWish *wish, EntryFilter filter, guint item)
{
  return trim_set (self, filter, item) || trim_length (self, filter, item)
         || trim_place (self, wish, filter, item);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const FasciaPracticeEntry *x = a, *y = b;

  return (x->item > y->item) - (x->item < y->item);
}

void
fascia_practice_trim (FasciaPractice *self, const FasciaPracticeWish *wish)
{
  guint n_items;
  const int box = wish->max_seconds > 0 ? MIN (wish->max_seconds, FASCIA_DOSE_SESSION_S)
                                        : FASCIA_DOSE_SESSION_S;

  fascia_routine_get_items (self->routine, &n_items);
  for (guint i = 0; i < n_items; i++)
    while (sum_item (self->entries, i) > FASCIA_DOSE_ENTRY_S
           && trim_once (self, wish, is_of_item, i))
      ;
  while (fascia_practice_sum_pressure (self->entries) > FASCIA_DOSE_SESSION_PRESSURE_S
         && trim_once (self, wish, is_pressing, 0))
    ;
  while (fascia_practice_sum_seconds (self->entries) > box && trim_once (self, wish, is_any, 0))
    ;
  for (guint i = 0; i < self->entries->len; i++)
    ENTRY (self->entries, i)->rest_s = get_rest (self->entries, i);
  /* What belongs to one item stays as it stands: the sort is stable. */
  g_array_sort (self->held_back, compare_items);
}

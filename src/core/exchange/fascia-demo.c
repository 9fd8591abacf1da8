/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes up a practice journal, day by day. */

#include "config.h"

#include "fascia-demo.h"

#include <math.h>

#include "fascia-demo-chance.h"
#include "fascia-demo-diary.h"
#include "fascia-demo-person.h"

#define MAX_PLACES 32
#define MAX_CANDIDATES (2 * MAX_PLACES)
#define MAX_CHECK_INS 4
#define N_CLUSTERS FASCIA_DEMO_N_CLUSTERS
#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)

/* What one day is like, before anything is written down. */
typedef struct
{
  double cluster[N_CLUSTERS]; /* added to every place of the cluster */
  double flare[N_CLUSTERS];   /* 0 quiet … 5 */
  gboolean is_gap;            /* nothing is written */
  gboolean is_return;         /* first day after a gap */
  int flare_start;            /* a cluster, or -1 */
  double weight;              /* how much is written */
  guint n_marks;
} Day;

typedef struct
{
  const FasciaDemoOptions *options;
  FasciaDemoChance chance;
  const FasciaDemoPlace *places;
  guint n_places;
  double drift[MAX_PLACES]; /* slow noise of a place of its own */
  GPtrArray *entries;
  gint64 last_ms;
} Writer;

typedef struct
{
  guint place;
  FasciaScale scale;
  int level;
  double salience;
} Candidate;

/* The inner weather: seasons, years, slow noise and flares. */
static void
imagine_days (Writer *self, Day *days)
{
  FasciaDemoChance *chance = &self->chance;
  guint n_days = self->options->n_days;
  double noise[N_CLUSTERS] = { 0 };
  double strength[N_CLUSTERS] = { 0 };
  guint since[N_CLUSTERS] = { 0 };
  guint lasting[N_CLUSTERS] = { 0 };
  static const double season_of[N_CLUSTERS] = { 0.5, 0.8, 0.2 };
  static const double rate_of[N_CLUSTERS] = { 1.0 / 45, 1.0 / 60, 1.0 / 90 };
  double phase = 2 * G_PI * fascia_demo_chance_double (chance);
  guint gap_left = 0;

  for (guint i = 0; i < n_days; i++)
    {
      Day *day = &days[i];
      gint32 number = self->options->last_day - (gint32) (n_days - 1 - i);
      double year = 2 * G_PI * (number - 15) / 365.25; /* highest in the middle of January */
      int weekday = fascia_day_get_weekday (number);
      gboolean is_last = i == n_days - 1;

      day->flare_start = -1;
      for (guint c = 0; c < N_CLUSTERS; c++)
        {
          noise[c] = 0.86 * noise[c] + 0.42 * fascia_demo_chance_normal (chance);
          if (lasting[c] > 0 && ++since[c] >= lasting[c])
            lasting[c] = 0;
          if (lasting[c] == 0 && fascia_demo_chance_is (chance, rate_of[c]))
            {
              lasting[c]
                  = 3 + fascia_demo_chance_below (chance, 9) + fascia_demo_chance_below (chance, 9);
              since[c] = 0;
              strength[c] = 1.8 + 2.2 * fascia_demo_chance_double (chance);
              day->flare_start = (int) c;
            }
          /* Comes within a day, goes slowly. */
          if (lasting[c] > 0)
            day->flare[c] = strength[c] * (1.0 - (double) since[c] / lasting[c]);

          day->cluster[c] = noise[c] + season_of[c] * cos (year)
                            + 0.7 * sin (phase + 2 * G_PI * number / 1300.0 + c * 1.7);
        }
      if (weekday <= 5)
        day->cluster[FASCIA_DEMO_UPPER] += 0.15 * weekday;

      /* Holidays in summer, and times when one forgets. */
      day->is_return = gap_left == 1;
      if (gap_left > 0)
        gap_left--;
      else if (i > 30 && fascia_demo_chance_is (chance, cos (year) < -0.6 ? 1.0 / 45 : 1.0 / 130))
        gap_left
            = 2 + fascia_demo_chance_below (chance, fascia_demo_chance_is (chance, 0.3) ? 20 : 6);
      day->is_gap = (gap_left > 0 || fascia_demo_chance_is (chance, 0.03)) && !is_last && i > 0;

      double worst = MAX (day->flare[0], MAX (day->flare[1], day->flare[2]));
      day->weight = 0.6 + 0.15 * worst + 0.6 * fascia_demo_chance_double (chance);
      if (is_last)
        day->weight = 0.4;
      if (day->is_gap)
        day->weight = 0;
    }
}

/* Deals out the marks by weight so that the sum is exact. */
static void
deal_marks (Day *days, guint n_days)
{
  double total = 0;
  double sum = 0;
  guint dealt = 0;

  for (guint i = 0; i < n_days; i++)
    total += days[i].weight;
  for (guint i = 0; i < n_days; i++)
    {
      sum += days[i].weight;
      guint due = i == n_days - 1
                      ? n_days * FASCIA_DEMO_MARKS_PER_DAY
                      : (guint) (sum / total * n_days * FASCIA_DEMO_MARKS_PER_DAY + 0.5);
      days[i].n_marks = due - dealt;
      dealt = due;
    }
}

static int
round_level (double level)
{
  return CLAMP ((int) lround (level), 0, FASCIA_LEVEL_MAX);
}

/* @evening: -1 in the morning … 1 late in the evening */
static guint
collect_candidates (Writer *self,
                    const Day *day,
                    double progress,
                    double evening,
                    Candidate *candidates)
{
  guint n = 0;

  for (guint i = 0; i < self->n_places; i++)
    {
      const FasciaDemoPlace *place = &self->places[i];
      double flare = day->flare[place->cluster] * place->flare;
      double level = place->base + day->cluster[place->cluster] + self->drift[i] + flare
                     + 0.5 * evening * place->evening
                     + (progress >= place->from && progress < place->until ? place->extra : 0);

      Candidate tight
          = { i, FASCIA_SCALE_TIGHTNESS,
              round_level (level + 0.45 * fascia_demo_chance_normal (&self->chance)), 0 };
      Candidate pain = { i, FASCIA_SCALE_PAIN,
                         round_level (0.75 * level - 1.0 + 0.4 * flare
                                      + 0.55 * fascia_demo_chance_normal (&self->chance)),
                         0 };
      tight.salience = level + 0.5 * fascia_demo_chance_normal (&self->chance);
      pain.salience = level - 1.6 + 0.5 * flare + 0.5 * fascia_demo_chance_normal (&self->chance);
      if (tight.level > 0 && fascia_demo_chance_is (&self->chance, 0.03))
        tight.level = FASCIA_LEVEL_NOT_GIVEN;
      candidates[n++] = tight;
      candidates[n++] = pain;
    }
  return n;
}

static int
compare_candidates (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Candidate *x = a;
  const Candidate *y = b;

  /* Never equal in practice; the rest makes the order certain on every machine. */
  if (x->salience != y->salience)
    return x->salience > y->salience ? -1 : 1;
  return x->place != y->place ? (int) x->place - (int) y->place : (int) x->scale - (int) y->scale;
}

static void
init_moment (Writer *self, gint32 day, guint minute, FasciaMoment *moment)
{
  int year, month, dom;

  fascia_day_to_ymd (day, &year, &month, &dom);
  /* Zones have skipped whole days; then the entry comes an hour after the one before it. */
  if (!fascia_moment_from_local (year, month, dom, (int) minute / 60, (int) minute % 60,
                                 self->options->zone, G_MAXINT64 / 2, moment, NULL))
    fascia_moment_init (moment, self->last_ms + 60 * MS_PER_MINUTE, self->options->zone);
  fascia_moment_init (moment, moment->utc_ms + fascia_demo_chance_below (&self->chance, 60) * 1000,
                      self->options->zone);
  self->last_ms = moment->utc_ms;
}

static FasciaEntry *
new_entry (Writer *self, gint32 day, guint minute)
{
  FasciaMoment moment;
  FasciaUid uid;
  guint8 random[10];

  init_moment (self, day, minute, &moment);
  for (guint i = 0; i < sizeof random; i++)
    random[i] = (guint8) (fascia_demo_chance_next (&self->chance) >> 56);
  fascia_uid_init (&uid, moment.utc_ms, random);

  g_autoptr (FasciaEntry) entry = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
  return fascia_entry_with_changed_ms (
      entry, moment.utc_ms + (1 + fascia_demo_chance_below (&self->chance, 4)) * MS_PER_MINUTE);
}

static void
add_mark (Writer *self, FasciaEntry **entry, const Candidate *candidate, double flare)
{
  const FasciaDemoPlace *place = &self->places[candidate->place];
  const char *feelings[3] = { NULL };
  guint n_words = 0;

  while (n_words < G_N_ELEMENTS (place->feelings) && place->feelings[n_words] != NULL)
    n_words++;
  if (candidate->level != 0 && n_words > 0
      && fascia_demo_chance_is (&self->chance, flare > 0.5 ? 0.3 : 0.1))
    {
      guint first = fascia_demo_chance_below (&self->chance, n_words);

      feelings[0] = place->feelings[first];
      if (n_words > 1 && fascia_demo_chance_is (&self->chance, 0.35))
        feelings[1]
            = place->feelings[(first + 1 + fascia_demo_chance_below (&self->chance, n_words - 1))
                              % n_words];
      /* Kept sorted. */
      if (feelings[1] != NULL && g_strcmp0 (feelings[0], feelings[1]) > 0)
        {
          const char *other = feelings[0];

          feelings[0] = feelings[1];
          feelings[1] = other;
        }
    }

  FasciaMark mark = { g_intern_string (place->region), candidate->scale, candidate->level,
                      feelings[0] != NULL ? feelings : NULL };
  FasciaEntry *marked = fascia_entry_with_mark (*entry, &mark);
  fascia_entry_unref (*entry);
  *entry = marked;
}

static void
add_note (Writer *self, FasciaEntry **entry, const Day *day, double evening, gboolean is_first)
{
  double worst = day->cluster[0] + day->cluster[1] + day->flare[0] + day->flare[1];
  FasciaDemoNote kind;

  if (is_first && day->is_return)
    kind = FASCIA_DEMO_NOTE_BACK_HOME;
  else if (is_first && day->flare_start >= 0 && fascia_demo_chance_is (&self->chance, 0.6))
    kind = (FasciaDemoNote) (FASCIA_DEMO_NOTE_FLARE_UPPER + day->flare_start);
  else if (!fascia_demo_chance_is (&self->chance, 0.04))
    return;
  else if (worst < -1.2)
    kind = FASCIA_DEMO_NOTE_GOOD;
  else
    kind = evening < 0 ? FASCIA_DEMO_NOTE_MORNING : FASCIA_DEMO_NOTE_EVENING;

  const char *note = fascia_demo_get_note (kind, fascia_demo_chance_below (&self->chance, 1000));
  FasciaEntry *noted = fascia_entry_with_note (*entry, note);
  fascia_entry_unref (*entry);
  *entry = noted;
}

static gboolean
is_felt (const FasciaEntry *entry, const char *region)
{
  const FasciaMark *tight = fascia_entry_find_mark (entry, region, FASCIA_SCALE_TIGHTNESS);
  const FasciaMark *pain = fascia_entry_find_mark (entry, region, FASCIA_SCALE_PAIN);

  return (tight != NULL && tight->level != 0) || (pain != NULL && pain->level != 0);
}

/* In a flare it goes somewhere, and on its first day that is drawn. No chance: whoever knows the
 * marks of a seed finds them unchanged. */
static void
add_drawings (FasciaEntry **entry, const Day *day)
{
  for (int c = 0; c < N_CLUSTERS; c++)
    {
      const FasciaSpread *spread = fascia_demo_get_spread ((FasciaDemoCluster) c);
      const FasciaDrawing *drawing = fascia_demo_get_drawing ((FasciaDemoCluster) c);

      if (day->flare[c] < 1.5 || spread == NULL || !is_felt (*entry, spread->from)
          || !is_felt (*entry, spread->to))
        continue;
      FasciaEntry *spreading = fascia_entry_with_spread (*entry, spread);
      fascia_entry_unref (*entry);
      *entry = spreading;
      if (day->flare_start != c || drawing == NULL)
        continue;
      /* Named after its entry: the same seed gives the same names. */
      FasciaDrawing named = *drawing;
      named.uid = *fascia_entry_get_uid (*entry);
      named.uid.bytes[15] ^= (guint8) (c + 1);
      FasciaEntry *drawn = fascia_entry_with_drawing (*entry, &named);
      fascia_entry_unref (*entry);
      *entry = drawn;
    }
}

static void
write_check_in (Writer *self,
                const Day *day,
                gint32 number,
                double progress,
                guint minute,
                guint n_marks,
                gboolean is_first)
{
  Candidate candidates[MAX_CANDIDATES];
  double evening = CLAMP (((double) minute - 14 * 60) / (8 * 60), -1, 1);
  guint n = collect_candidates (self, day, progress, evening, candidates);
  FasciaEntry *entry = new_entry (self, number, minute);

  g_sort_array (candidates, n, sizeof *candidates, compare_candidates, NULL);
  for (guint i = 0; i < MIN (n_marks, n); i++)
    {
      const FasciaDemoPlace *place = &self->places[candidates[i].place];

      add_mark (self, &entry, &candidates[i], day->flare[place->cluster] * place->flare);
    }
  add_note (self, &entry, day, evening, is_first);
  add_drawings (&entry, day);
  g_ptr_array_add (self->entries, entry);
}

static void
write_day (Writer *self, const Day *day, guint index)
{
  /* Morning, midday, evening, bedtime: the earliest minute and how late it may become. */
  static const guint starts[MAX_CHECK_INS] = { 6 * 60 + 30, 12 * 60, 17 * 60 + 30, 21 * 60 };
  static const guint spans[MAX_CHECK_INS] = { 80, 100, 130, 110 };
  static const guint choices[MAX_CHECK_INS + 1]
      = { 0, 1 << 2, 1 << 0 | 1 << 2, 1 << 0 | 1 << 1 | 1 << 2, 15 };
  const FasciaDemoOptions *options = self->options;
  gint32 number = options->last_day - (gint32) (options->n_days - 1 - index);
  gboolean is_last = index == options->n_days - 1;
  double progress = (double) index / options->n_days;
  guint most = 2 * self->n_places;

  for (guint i = 0; i < self->n_places; i++)
    self->drift[i] = 0.9 * self->drift[i] + 0.25 * fascia_demo_chance_normal (&self->chance);

  if (day->n_marks == 0)
    {
      /* A quiet day in a gap: said, not forgotten. */
      if (day->is_gap && day->cluster[0] + day->cluster[1] < -1.0
          && fascia_demo_chance_is (&self->chance, 0.5))
        {
          g_autoptr (FasciaEntry) entry = new_entry (self, number, 20 * 60);

          g_ptr_array_add (self->entries, fascia_entry_with_nothing_today (entry, TRUE));
        }
      return;
    }

  guint n_check_ins = day->n_marks < 12 ? 1 : day->n_marks < 22 ? 2 : day->n_marks < 36 ? 3 : 4;
  while (n_check_ins < MAX_CHECK_INS && day->n_marks > n_check_ins * most)
    n_check_ins++;
  guint chosen = choices[n_check_ins];
  if (is_last || (n_check_ins == 1 && fascia_demo_chance_is (&self->chance, 0.35)))
    {
      n_check_ins = 1;
      chosen = 1 << 0;
    }

  guint left = day->n_marks;
  gboolean is_first = TRUE;
  for (guint slot = 0; slot < MAX_CHECK_INS; slot++)
    {
      if ((chosen & 1u << slot) == 0)
        continue;

      /* An even share, give or take two; the last one takes what is left. */
      guint share = left / n_check_ins;
      if (n_check_ins > 1 && share > 3 && share + 2 <= most
          && left - share + 2 <= (n_check_ins - 1) * most)
        share += fascia_demo_chance_below (&self->chance, 5) - 2;
      if (n_check_ins == 1)
        share = left;
      guint late = fascia_demo_chance_below (&self->chance, spans[slot]);
      write_check_in (self, day, number, progress, starts[slot] + late, share, is_first);
      left -= share;
      n_check_ins--;
      is_first = FALSE;
    }
}

GPtrArray *
fascia_demo_generate (const FasciaDemoOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->zone != NULL, NULL);
  g_return_val_if_fail (options->n_days >= 1 && options->n_days <= FASCIA_DEMO_DAYS_MAX, NULL);

  Writer self = { .options = options, .chance = { options->seed } };
  self.places = fascia_demo_get_places (&self.n_places);
  g_return_val_if_fail (self.n_places <= MAX_PLACES, NULL);
  self.entries = g_ptr_array_new_full (options->n_days * 3, (GDestroyNotify) fascia_entry_unref);

  g_autofree Day *days = g_new0 (Day, options->n_days);
  imagine_days (&self, days);
  deal_marks (days, options->n_days);
  for (guint i = 0; i < options->n_days; i++)
    write_day (&self, &days[i], i);
  fascia_demo_add_diary (options, self.entries);
  return self.entries;
}

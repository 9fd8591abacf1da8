/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a practice journal holds besides check-ins: it follows from them, so that what a question says
 * of a day goes with the marks of that day. */

#include "config.h"

#include "fascia-demo-diary.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "fascia-demo-chance.h"
#include "fascia-demo-sessions.h"

#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define N_TESTS 4

typedef struct
{
  const FasciaDemoOptions *options;
  FasciaDemoChance chance;
  GPtrArray *entries; /* the new ones, oldest first */
  double limits[N_TESTS];
} Writer;

/* What the check-ins of a day say. */
typedef struct
{
  gint32 day;
  int worst_pain;
  int worst_tight;
  double mean_pain;
} Told;

/* ---- one entry ---- */

/* (nullable) NULL on a day that the zone has skipped. */
static FasciaEntry *
new_entry (Writer *self, FasciaEntryKind kind, gint32 day, guint minute)
{
  FasciaMoment moment;
  FasciaUid uid;
  guint8 random[10];
  int year, month, dom;

  for (guint i = 0; i < sizeof random; i++)
    random[i] = (guint8) (fascia_demo_chance_next (&self->chance) >> 56);
  fascia_day_to_ymd (day, &year, &month, &dom);
  if (!fascia_moment_from_local (year, month, dom, (int) minute / 60, (int) minute % 60,
                                 self->options->zone, G_MAXINT64 / 2, &moment, NULL)
      || moment.day != day)
    return NULL;
  fascia_uid_init (&uid, moment.utc_ms, random);
  return fascia_entry_new (&uid, kind, &moment);
}

static void
take (FasciaEntry **entry, FasciaEntry *changed)
{
  fascia_entry_unref (*entry);
  *entry = changed;
}

static void
answer (FasciaEntry **entry, const char *item, FasciaSide side, double value, const char *unit)
{
  const FasciaMeasurement measurement = { item, side, value, unit };

  take (entry, fascia_entry_with_measurement (*entry, &measurement));
}

static const char *
choose (Writer *self, const char *const *texts, guint n_texts)
{
  return _ (texts[fascia_demo_chance_below (&self->chance, n_texts)]);
}

#define CHOOSE(self, texts) choose (self, texts, G_N_ELEMENTS (texts))

static int
round_to (double value, int highest)
{
  return CLAMP ((int) lround (value), 0, highest);
}

/* ---- kinds ---- */

static void
add_day (Writer *self, const Told *told)
{
  static const int minutes[] = { 0, 5, 10, 15, 30, 45, 60, 90, 120, 180 };
  FasciaDemoChance *chance = &self->chance;
  FasciaEntry *entry = new_entry (self, FASCIA_ENTRY_MEASUREMENT, told->day,
                                  22 * 60 + 5 + fascia_demo_chance_below (chance, 50));
  const double sleep = 6.5 - 0.3 * told->worst_pain + 1.2 * fascia_demo_chance_normal (chance);
  const double stiff = 0.45 * told->worst_tight + 0.8 * fascia_demo_chance_normal (chance);
  const gboolean says_stress = fascia_demo_chance_is (chance, 0.5);
  const int stress = round_to (4 + 2 * fascia_demo_chance_normal (chance), 10);

  if (entry == NULL)
    return;
  answer (&entry, "pain-average", FASCIA_SIDE_MIDLINE, round_to (told->mean_pain, 10), NULL);
  answer (&entry, "pain-worst", FASCIA_SIDE_MIDLINE, told->worst_pain, NULL);
  answer (&entry, "stiffness-morning", FASCIA_SIDE_MIDLINE, minutes[round_to (stiff, 9)], "min");
  answer (&entry, "sleep", FASCIA_SIDE_MIDLINE, round_to (sleep, 10), NULL);
  if (says_stress)
    answer (&entry, "stress", FASCIA_SIDE_MIDLINE, stress, NULL);
  g_ptr_array_add (self->entries, entry);
}

static void
add_visit (Writer *self, const Told *told)
{
  static const char *const said[] = {
    N_ ("Shoulders lower than last time, come back in four weeks."),
    N_ ("Less sitting at a stretch, get up every half hour."),
    N_ ("Turning to the right goes further now."),
    N_ ("Go on with the ball, but softer."),
    N_ ("The left hip takes part in it, stretch that too."),
  };
  static const char *const areas[] = { "neck-back-right", "shoulder-top-right", NULL };
  static const char *const low_areas[] = { "buttock-upper-left", "lower-back-left", NULL };
  static const char *const tools[] = { "hands", NULL };
  FasciaDemoChance *chance = &self->chance;
  FasciaEntry *entry = new_entry (self, FASCIA_ENTRY_VISIT, told->day,
                                  16 * 60 + fascia_demo_chance_below (chance, 60));
  const int before = MAX (told->worst_tight, 2);
  const FasciaVisit visit = {
    .minutes = fascia_demo_chance_is (chance, 0.7) ? 60 : 45,
    .pressure = 4 + (int) fascia_demo_chance_below (chance, 4),
    .rating = 6 + (int) fascia_demo_chance_below (chance, 5),
    .before = before,
    .after = MAX (0, before - 1 - (int) fascia_demo_chance_below (chance, 3)),
    .therapist = _ ("Ms Lindqvist"),
    .said = CHOOSE (self, said),
    .areas = fascia_demo_chance_is (chance, 0.7) ? areas : low_areas,
    .tools = tools,
  };

  if (entry == NULL)
    return;
  take (&entry, fascia_entry_with_visit (entry, &visit));
  g_ptr_array_add (self->entries, entry);
}

static void
add_exercise (Writer *self, const Told *told)
{
  static const char *const what[] = {
    N_ ("Walk in the park"),        N_ ("Swimming"),           N_ ("Cycling"),
    N_ ("Stretching on the floor"), N_ ("Gym, light weights"),
  };
  FasciaDemoChance *chance = &self->chance;
  FasciaEntry *entry = new_entry (self, FASCIA_ENTRY_EXERCISE, told->day,
                                  18 * 60 + fascia_demo_chance_below (chance, 100));
  const FasciaExercise exercise = {
    .what = CHOOSE (self, what),
    .minutes = 15 + 5 * (int) fascia_demo_chance_below (chance, 12),
    .effort = (FasciaEffort) (FASCIA_EFFORT_LIGHT + fascia_demo_chance_below (chance, 3)),
    .sets = FASCIA_NOT_GIVEN,
    .repetitions = FASCIA_NOT_GIVEN,
  };

  if (entry == NULL)
    return;
  take (&entry, fascia_entry_with_exercise (entry, &exercise));
  g_ptr_array_add (self->entries, entry);
}

static void
add_treatment (Writer *self, const Told *told)
{
  static const char *const what[]
      = { N_ ("Pain gel"), N_ ("Heat patch"), N_ ("Painkiller"), N_ ("Cherry stone pillow") };
  FasciaDemoChance *chance = &self->chance;
  FasciaEntry *entry = new_entry (self, FASCIA_ENTRY_TREATMENT, told->day,
                                  13 * 60 + 45 + fascia_demo_chance_below (chance, 90));
  const FasciaTreatment treatment = {
    .what = CHOOSE (self, what),
    .taken = fascia_demo_chance_is (chance, 0.9) ? FASCIA_ANSWER_YES : FASCIA_ANSWER_NO,
    .helped = 2 + (int) fascia_demo_chance_below (chance, 7),
  };

  if (entry == NULL)
    return;
  take (&entry, fascia_entry_with_treatment (entry, &treatment));
  g_ptr_array_add (self->entries, entry);
}

static void
add_event (Writer *self, const Told *told)
{
  static const struct
  {
    const char *type;
    const char *what;
  } events[] = {
    { "new-thing", N_ ("New office chair") },
    { "stress", N_ ("Three weeks until the deadline") },
    { "travel", N_ ("Train to the sea, nine hours") },
    { "illness", N_ ("Flu, in bed") },
    { "injury", N_ ("Slipped on the stairs") },
    { "new-thing", N_ ("New mattress") },
  };
  FasciaDemoChance *chance = &self->chance;
  FasciaEntry *entry = new_entry (self, FASCIA_ENTRY_EVENT, told->day,
                                  11 * 60 + fascia_demo_chance_below (chance, 50));
  const guint number = fascia_demo_chance_below (chance, G_N_ELEMENTS (events));
  const guint days = fascia_demo_chance_below (chance, 14);
  const FasciaEvent event = {
    .type = events[number].type,
    .what = _ (events[number].what),
    .until_day
    = days > 2 && number > 0 && number < 4 ? told->day + (gint32) days : FASCIA_DAY_NOT_GIVEN,
  };

  if (entry == NULL)
    return;
  take (&entry, fascia_entry_with_event (entry, &event));
  g_ptr_array_add (self->entries, entry);
}

/* Neck and legs, left and right: what they allow moves slowly, and less on a tight day. */
static void
add_tests (Writer *self, const Told *told)
{
  static const struct
  {
    const char *item;
    FasciaSide side;
    double start;
    const char *unit;
  } tests[N_TESTS] = {
    { "neck-rot", FASCIA_SIDE_LEFT, 68, "deg" },
    { "neck-rot", FASCIA_SIDE_RIGHT, 57, "deg" },
    { "slr", FASCIA_SIDE_LEFT, 62, "deg" },
    { "slr", FASCIA_SIDE_RIGHT, 71, "deg" },
  };
  FasciaDemoChance *chance = &self->chance;
  FasciaEntry *entry = new_entry (self, FASCIA_ENTRY_MEASUREMENT, told->day,
                                  9 * 60 + fascia_demo_chance_below (chance, 40));

  for (guint i = 0; i < N_TESTS; i++)
    {
      self->limits[i] = 0.95 * self->limits[i] + 1.5 * fascia_demo_chance_normal (chance);
      if (entry != NULL)
        answer (&entry, tests[i].item, tests[i].side,
                round_to (tests[i].start + self->limits[i] - told->worst_tight, 110),
                tests[i].unit);
    }
  if (entry != NULL)
    g_ptr_array_add (self->entries, entry);
}

/* ---- tags ---- */

static FasciaEntry *
add_tags (Writer *self, FasciaEntry *entry)
{
  static const char *const often[]
      = { "stress", "long-sitting", "poor-sleep", "warmth", "walking" };
  static const char *const seldom[]
      = { "weather", "driving", "overdoing", "travel", "massage", "rest", "nothing-helped" };
  FasciaDemoChance *chance = &self->chance;
  const char *tags[3] = { NULL };

  if (fascia_demo_chance_is (chance, 0.25))
    tags[0] = often[fascia_demo_chance_below (chance, G_N_ELEMENTS (often))];
  if (tags[0] != NULL && fascia_demo_chance_is (chance, 0.2))
    tags[1] = seldom[fascia_demo_chance_below (chance, G_N_ELEMENTS (seldom))];
  return tags[0] != NULL ? fascia_entry_with_tags (entry, tags) : fascia_entry_ref (entry);
}

/* ---- day by day ---- */

/* What the check-ins from @index on say of their day; *@index moves to the next day. */
static void
read_day (GPtrArray *check_ins, guint *index, Told *told)
{
  double sum = 0;
  guint n_pain = 0;

  *told = (Told) { .day = fascia_entry_get_moment (g_ptr_array_index (check_ins, *index))->day };
  for (; *index < check_ins->len; (*index)++)
    {
      const FasciaEntry *entry = g_ptr_array_index (check_ins, *index);
      guint n_marks;
      const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);

      if (fascia_entry_get_moment (entry)->day != told->day)
        break;
      for (guint i = 0; i < n_marks; i++)
        {
          if (marks[i].scale == FASCIA_SCALE_TIGHTNESS)
            {
              told->worst_tight = MAX (told->worst_tight, marks[i].level);
              continue;
            }
          told->worst_pain = MAX (told->worst_pain, marks[i].level);
          sum += MAX (marks[i].level, 0);
          n_pain++;
        }
    }
  told->mean_pain = n_pain > 0 ? sum / n_pain : 0;
}

static void
write_day (Writer *self, const Told *told)
{
  FasciaDemoChance *chance = &self->chance;
  int year, month, dom;

  fascia_day_to_ymd (told->day, &year, &month, &dom);
  if (dom == 3)
    add_tests (self, told);
  if (fascia_demo_chance_is (chance, 1.0 / 90))
    add_event (self, told);
  if (told->worst_pain >= 5 && fascia_demo_chance_is (chance, 0.15))
    add_treatment (self, told);
  if (dom == 12 || (dom == 13 && fascia_demo_chance_is (chance, 0.2)))
    add_visit (self, told);
  else if (fascia_demo_chance_is (chance, 0.28))
    add_exercise (self, told);
  if (fascia_demo_chance_is (chance, 0.85))
    add_day (self, told);
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const gint64 x = fascia_entry_get_moment (a)->utc_ms;
  const gint64 y = fascia_entry_get_moment (b)->utc_ms;

  return x < y ? -1 : x > y;
}

void
fascia_demo_add_diary (const FasciaDemoOptions *options, GPtrArray *entries)
{
  /* A stream of its own: the check-ins of a seed stay what they are. */
  Writer self = { .options = options, .chance = { ~options->seed } };
  g_autoptr (GHashTable) taken = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint index = 0;

  self.entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  while (index < entries->len)
    {
      Told told;

      read_day (entries, &index, &told);
      if (told.day != options->last_day)
        write_day (&self, &told);
    }
  fascia_demo_add_sessions (options, entries, self.entries);
  for (guint i = 0; i < entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (entries, i);

      entries->pdata[i] = add_tags (&self, entry);
      fascia_entry_unref (entry);
      g_hash_table_add (taken, (gpointer) &fascia_entry_get_moment (entries->pdata[i])->utc_ms);
    }
  /* Nobody writes down two things at once. */
  for (guint i = 0; i < self.entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (self.entries, i);

      if (g_hash_table_add (taken, (gpointer) &fascia_entry_get_moment (entry)->utc_ms))
        g_ptr_array_add (entries, fascia_entry_ref (entry));
    }
  g_ptr_array_sort_values (entries, compare_moments);
  g_hash_table_remove_all (taken);
  g_ptr_array_unref (self.entries);
}

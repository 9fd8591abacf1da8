/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A diary written down in a few lines, for tests of what is computed and drawn from it.
 */

#pragma once

#include <math.h>
#include <string.h>

#include "core/journal/fascia-series-private.h"

G_BEGIN_DECLS

/* 2026-03-10, the local day of FASCIA_TEST_NOW_MS. */
#define FASCIA_TEST_TODAY 20522

/* One mark; or "nothing today" of its check-in when there is no region. */
typedef struct
{
  guint check_in;
  gint32 day;
  int minute;
  const char *region;
  FasciaScale scale;
  int level;
} FasciaTestMark;

typedef struct
{
  GArray *marks;
  guint n_check_ins;
} FasciaTestDiary;

static inline FasciaTestDiary *
fascia_test_diary_new (void)
{
  FasciaTestDiary *self = g_new0 (FasciaTestDiary, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (FasciaTestMark));
  return self;
}

static inline void
fascia_test_diary_free (FasciaTestDiary *self)
{
  g_array_unref (self->marks);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaTestDiary, fascia_test_diary_free)

/* A mark of a check-in of its own unless @minute is that of the mark before. */
static inline void
fascia_test_diary_add (FasciaTestDiary *self,
                       gint32 day,
                       int minute,
                       const char *region,
                       FasciaScale scale,
                       int level)
{
  FasciaTestMark mark = { 0, day, minute, region, scale, level };
  const FasciaTestMark *last
      = self->marks->len > 0 ? &g_array_index (self->marks, FasciaTestMark, self->marks->len - 1)
                             : NULL;

  if (last != NULL && last->day == day && last->minute == minute)
    mark.check_in = last->check_in;
  else
    mark.check_in = self->n_check_ins++;
  g_array_append_val (self->marks, mark);
}

static inline void
fascia_test_diary_add_nothing (FasciaTestDiary *self, gint32 day, int minute)
{
  fascia_test_diary_add (self, day, minute, NULL, FASCIA_SCALE_TIGHTNESS, 0);
}

/* Check-ins go in by the order of @order (NULL: as written). */
static inline FasciaSeries *
fascia_test_diary_pack_in_order (const FasciaTestDiary *self, const guint *order)
{
  g_autoptr (FasciaSeriesBuilder) builder = fascia_series_builder_new ();
  g_autofree guint *starts = g_new0 (guint, self->n_check_ins + 1);

  for (guint i = self->marks->len; i > 0; i--)
    starts[g_array_index (self->marks, FasciaTestMark, i - 1).check_in] = i - 1;

  for (guint k = 0; k < self->n_check_ins; k++)
    {
      const guint number = order != NULL ? order[k] : k;
      const FasciaTestMark *first = &g_array_index (self->marks, FasciaTestMark, starts[number]);
      gboolean is_nothing = FALSE;
      guint check_in;

      for (guint i = starts[number]; i < self->marks->len; i++)
        {
          const FasciaTestMark *mark = &g_array_index (self->marks, FasciaTestMark, i);

          if (mark->check_in != number)
            break;
          if (mark->region == NULL)
            is_nothing = TRUE;
        }
      check_in = fascia_series_builder_add_check_in (
          builder, number, first->day * G_GINT64_CONSTANT (86400000) + first->minute * 60000,
          first->day, is_nothing);
      for (guint i = starts[number]; i < self->marks->len; i++)
        {
          const FasciaTestMark *mark = &g_array_index (self->marks, FasciaTestMark, i);

          if (mark->check_in != number)
            break;
          if (mark->region != NULL)
            fascia_series_builder_add_point (builder, check_in, mark->region, strlen (mark->region),
                                             mark->scale, mark->level);
        }
    }
  return fascia_series_builder_finish (builder);
}

static inline FasciaSeries *
fascia_test_diary_pack (const FasciaTestDiary *self)
{
  return fascia_test_diary_pack_in_order (self, NULL);
}

/* Years of a person who is tight now and then and forgets some days: @n_days that end today, with
 * up to @n_places places a day. Seeded, so always the same. */
static inline FasciaTestDiary *
fascia_test_diary_new_years (guint seed, guint n_days, guint n_places)
{
  static const char *const regions[] = {
    "shoulder-top-left", "shoulder-top-right",  "neck-back-left",     "neck-back-right",
    "low-back-left",     "low-back-right",      "buttock-upper-left", "jaw-right",
    "calf-upper-left",   "shoulder-blade-left",
  };
  FasciaTestDiary *self = fascia_test_diary_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  double state = 0;
  guint holiday = 0;

  for (guint i = 0; i < n_days; i++)
    {
      const gint32 day = FASCIA_TEST_TODAY - (gint32) (n_days - 1 - i);
      const double season = 1.1 * sin (i / 365.2 * 2 * G_PI) - 1.2 * i / MAX (n_days, 1);
      guint n_check_ins;

      state = 0.75 * state + g_rand_double_range (rand, -1.2, 1.2);
      if (holiday > 0)
        {
          holiday--;
          continue;
        }
      if (g_rand_int_range (rand, 0, 120) == 0)
        holiday = (guint) g_rand_int_range (rand, 4, 24);
      if (g_rand_int_range (rand, 0, 100) < 14)
        continue;
      if (g_rand_int_range (rand, 0, 100) < 3)
        {
          fascia_test_diary_add_nothing (self, day, 600);
          continue;
        }

      n_check_ins = (guint) g_rand_int_range (rand, 1, 4);
      for (guint k = 0; k < n_check_ins; k++)
        {
          const guint n = (guint) g_rand_int_range (rand, 1, (int) n_places + 1);

          for (guint p = 0; p < n; p++)
            {
              const double tight
                  = 5.2 + season + state - 0.7 * p + g_rand_double_range (rand, -1, 1);
              const double pain = tight - 1.4 + g_rand_double_range (rand, -1.2, 1.2);

              fascia_test_diary_add (self, day, 420 + (int) k * 300,
                                     regions[p % G_N_ELEMENTS (regions)], FASCIA_SCALE_TIGHTNESS,
                                     g_rand_int_range (rand, 0, 100) < 6
                                         ? FASCIA_LEVEL_NOT_GIVEN
                                         : (int) CLAMP (lround (tight), 0, 10));
              if (g_rand_int_range (rand, 0, 100) < 80)
                fascia_test_diary_add (self, day, 420 + (int) k * 300,
                                       regions[p % G_N_ELEMENTS (regions)], FASCIA_SCALE_PAIN,
                                       (int) CLAMP (lround (pain), 0, 10));
            }
        }
    }
  return self;
}

G_END_DECLS

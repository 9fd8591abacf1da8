/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chance that a practice journal is made of. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SplitMix64 (Steele, Lea and Flood 2014, OOPSLA): small, and the same everywhere and for ever,
 * which GRand does not promise. */
typedef struct
{
  guint64 state;
} FasciaDemoChance;

static inline guint64
fascia_demo_chance_next (FasciaDemoChance *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* 0 ≤ x < 1 */
static inline double
fascia_demo_chance_double (FasciaDemoChance *self)
{
  return (double) (fascia_demo_chance_next (self) >> 11) * 0x1p-53;
}

/* 0 ≤ x < n */
static inline guint
fascia_demo_chance_below (FasciaDemoChance *self, guint n)
{
  return (guint) (fascia_demo_chance_double (self) * n);
}

static inline gboolean
fascia_demo_chance_is (FasciaDemoChance *self, double probability)
{
  return fascia_demo_chance_double (self) < probability;
}

/* Nearly normal, mean 0, deviation 1: the sum of twelve even numbers needs no logarithm, so no
 * last bit depends on the mathematics library. */
static inline double
fascia_demo_chance_normal (FasciaDemoChance *self)
{
  double sum = -6.0;

  for (int i = 0; i < 12; i++)
    sum += fascia_demo_chance_double (self);
  return sum;
}

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The system's clock and the clock that stands still. */

#include "config.h"

#include "fascia-clock.h"

#include <time.h>

struct _FasciaClock
{
  gatomicrefcount ref_count;
  GTimeZone *fixed_zone; /* NULL: the system's clock */
  GMutex lock;
  gint64 fixed_ms; /* under lock */
};

static FasciaClock *
clock_new (void)
{
  FasciaClock *self = g_new0 (FasciaClock, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  return self;
}

FasciaClock *
fascia_clock_new_system (void)
{
  return clock_new ();
}

FasciaClock *
fascia_clock_new_fixed (gint64 utc_ms, const char *zone)
{
  FasciaClock *self = clock_new ();

  self->fixed_ms = utc_ms;
  if (zone != NULL)
    self->fixed_zone = g_time_zone_new_identifier (zone);
  if (self->fixed_zone == NULL)
    self->fixed_zone = g_time_zone_new_utc ();
  return self;
}

void
fascia_clock_set_fixed (FasciaClock *self, gint64 utc_ms)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->fixed_zone != NULL);

  g_mutex_lock (&self->lock);
  self->fixed_ms = utc_ms;
  g_mutex_unlock (&self->lock);
}

FasciaClock *
fascia_clock_ref (FasciaClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_clock_unref (FasciaClock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->fixed_zone, g_time_zone_unref);
  g_mutex_clear (&self->lock);
  g_free (self);
}

gint64
fascia_clock_now_ms (FasciaClock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->fixed_zone == NULL)
    return g_get_real_time () / 1000;
  g_mutex_lock (&self->lock);
  gint64 now_ms = self->fixed_ms;
  g_mutex_unlock (&self->lock);
  return now_ms;
}

void
fascia_clock_now (FasciaClock *self, FasciaMoment *out)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (self);
  fascia_moment_init (out, fascia_clock_now_ms (self), zone);
}

GTimeZone *
fascia_clock_dup_zone (FasciaClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->fixed_zone != NULL)
    return g_time_zone_ref (self->fixed_zone);
  return g_time_zone_new_local ();
}

gint64
fascia_clock_get_boot_ms (gpointer data)
{
  struct timespec at = { 0 };

  clock_gettime (CLOCK_BOOTTIME, &at);
  return at.tv_sec * (gint64) 1000 + at.tv_nsec / 1000000;
}

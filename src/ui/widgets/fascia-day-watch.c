/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which day it is, and a word when that changes: the one source of it for all pages.
 */

#include "config.h"

#include "fascia-day-watch.h"

#define MS_PER_HOUR G_GINT64_CONSTANT (3600000)

/* No local day is longer, whatever is done to the clocks. */
#define LONGEST_DAY_MS (50 * MS_PER_HOUR)

struct _FasciaDayWatch
{
  GObject parent_instance;

  FasciaClock *clock;
  gint32 day;
  guint timer_id;
};

typedef enum
{
  PROP_DAY = 1,
} FasciaDayWatchProperty;

static GParamSpec *properties[PROP_DAY + 1];

G_DEFINE_FINAL_TYPE (FasciaDayWatch, fascia_day_watch, G_TYPE_OBJECT)

/* How long @now's day still lasts. Asks the zone itself, so that no rule about clocks that are
 * changed, at midnight or else, has to be known here. */
static gint64
measure_rest_of_day (FasciaClock *clock, const FasciaMoment *now)
{
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (clock);
  gint64 today = 0;
  gint64 later = LONGEST_DAY_MS;

  while (later - today > 1)
    {
      gint64 middle = today + (later - today) / 2;
      FasciaMoment moment;

      fascia_moment_init (&moment, now->utc_ms + middle, zone);
      if (moment.day > now->day)
        later = middle;
      else
        today = middle;
    }
  return later;
}

static void
on_day_over (gpointer data)
{
  FasciaDayWatch *self = data;

  self->timer_id = 0;
  fascia_day_watch_refresh (self);
}

void
fascia_day_watch_refresh (FasciaDayWatch *self)
{
  g_return_if_fail (FASCIA_IS_DAY_WATCH (self));

  FasciaMoment now;
  fascia_clock_now (self->clock, &now);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->timer_id = g_timeout_add_seconds_once (
      (guint) (measure_rest_of_day (self->clock, &now) / 1000) + 1, on_day_over, self);

  if (now.day == self->day)
    return;
  self->day = now.day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

static void
fascia_day_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaDayWatch *self = FASCIA_DAY_WATCH (object);

  switch ((FasciaDayWatchProperty) id)
    {
    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_day_watch_finalize (GObject *object)
{
  FasciaDayWatch *self = FASCIA_DAY_WATCH (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_pointer (&self->clock, fascia_clock_unref);

  G_OBJECT_CLASS (fascia_day_watch_parent_class)->finalize (object);
}

static void
fascia_day_watch_class_init (FasciaDayWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = fascia_day_watch_finalize;
  object_class->get_property = fascia_day_watch_get_property;

  properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, G_MININT32, G_MAXINT32, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
fascia_day_watch_init (FasciaDayWatch *self)
{
}

FasciaDayWatch *
fascia_day_watch_get (FasciaJournal *journal)
{
  static const char key[] = "fascia-day-watch";

  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaDayWatch *self = g_object_get_data (G_OBJECT (journal), key);
  if (self != NULL)
    return self;

  self = g_object_new (FASCIA_TYPE_DAY_WATCH, NULL);
  self->clock = fascia_clock_ref (fascia_journal_get_clock (journal));
  fascia_day_watch_refresh (self);
  g_signal_connect_object (journal, "changed", G_CALLBACK (fascia_day_watch_refresh), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (journal), key, self, g_object_unref);
  return self;
}

gint32
fascia_day_watch_get_day (FasciaDayWatch *self)
{
  g_return_val_if_fail (FASCIA_IS_DAY_WATCH (self), 0);

  return self->day;
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The week: which routine on which weekday, rest days, what was moved, how it went. */

#include "config.h"

#include "fascia-plan.h"

struct _FasciaPlan
{
  FasciaProgrammes *programmes;
};

G_DEFINE_BOXED_TYPE (FasciaPlan, fascia_plan, fascia_plan_ref, fascia_plan_unref)

FasciaPlan *
fascia_plan_new (FasciaProgrammes *programmes, const FasciaSettings *settings)
{
  FasciaPlan *self = g_atomic_rc_box_new0 (FasciaPlan);

  self->programmes = fascia_programmes_ref (programmes);
  return self;
}

FasciaPlan *
fascia_plan_ref (FasciaPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_plan_clear (gpointer data)
{
  FasciaPlan *self = data;

  fascia_programmes_unref (self->programmes);
}

void
fascia_plan_unref (FasciaPlan *self)
{
  g_atomic_rc_box_release_full (self, fascia_plan_clear);
}

const FasciaProgramme *
fascia_plan_get_programme (const FasciaPlan *self)
{
  return NULL;
}

guint
fascia_plan_get_stage (const FasciaPlan *self)
{
  return 0;
}

gint32
fascia_plan_get_started (const FasciaPlan *self)
{
  return 0;
}

gboolean
fascia_plan_is_stage_due (const FasciaPlan *self, gint32 day)
{
  return FALSE;
}

GArray *
fascia_plan_dup_days (const FasciaPlan *self,
                      const FasciaPast *past,
                      gint32 first,
                      gint32 last,
                      gint32 today)
{
  return g_array_new (FALSE, FALSE, sizeof (FasciaPlanDay));
}

double
fascia_plan_get_score (const FasciaPlan *self, const FasciaPast *past, gint32 today)
{
  return -1;
}

static GArray *
changes_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (FasciaSettingChange));
}

GArray *
fascia_plan_start (const FasciaPlan *self, const FasciaProgramme *programme, gint32 today)
{
  return changes_new ();
}

GArray *
fascia_plan_set_stage (const FasciaPlan *self, guint stage, gint32 today)
{
  return changes_new ();
}

GArray *
fascia_plan_stop (const FasciaPlan *self)
{
  return changes_new ();
}

GArray *
fascia_plan_set_day (const FasciaPlan *self, int weekday, const char *const *routines)
{
  return changes_new ();
}

GArray *
fascia_plan_move (const FasciaPlan *self, gint32 day, const char *routine, gint32 to_day)
{
  return changes_new ();
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the model of routines writes: favourites, what was declined, own routines, the plan.
 */

#include "config.h"

#include "fascia-routines-model-private.h"

FasciaPractice *
fascia_routines_model_make_practice (FasciaRoutinesModel *self,
                                     FasciaRoutine *routine,
                                     FasciaSafety *safety,
                                     const FasciaRegion *const *places)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return NULL;
}

gboolean
fascia_routines_model_is_favourite (FasciaRoutinesModel *self, const char *routine)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), FALSE);

  return g_strv_contains (fascia_settings_get_strv (self->settings, FASCIA_SETTING_FAVOURITES),
                          routine);
}

void
fascia_routines_model_set_favourite (FasciaRoutinesModel *self,
                                     const char *routine,
                                     gboolean is_favourite)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));
}

void
fascia_routines_model_set_declined (FasciaRoutinesModel *self,
                                    const char *routine,
                                    gboolean is_declined)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));
}

void
fascia_routines_model_write (FasciaRoutinesModel *self, GArray *changes)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));

  g_array_unref (changes);
}

void
fascia_routines_model_put_own (FasciaRoutinesModel *self, const char *id, FasciaRoutine *routine)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));
}

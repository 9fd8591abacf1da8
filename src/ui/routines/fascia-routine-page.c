/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One routine: where it works, its steps and doses, what is held back, why, and how it went before.
 */

#include "config.h"

#include "fascia-routine-page.h"

struct _FasciaRoutinePage
{
  AdwNavigationPage parent_instance;

  FasciaRoutinesModel *model;
  FasciaRoutine *routine;
};

G_DEFINE_FINAL_TYPE (FasciaRoutinePage, fascia_routine_page, ADW_TYPE_NAVIGATION_PAGE)

static void
fascia_routine_page_dispose (GObject *object)
{
  FasciaRoutinePage *self = FASCIA_ROUTINE_PAGE (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_routine_page_parent_class)->dispose (object);
}

static void
fascia_routine_page_class_init (FasciaRoutinePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_routine_page_dispose;
}

static void
fascia_routine_page_init (FasciaRoutinePage *self)
{
}

AdwNavigationPage *
fascia_routine_page_new (FasciaRoutinesModel *model,
                         FasciaRoutine *routine,
                         const FasciaRegion *const *places)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  FasciaRoutinePage *self = g_object_new (FASCIA_TYPE_ROUTINE_PAGE, NULL);
  self->model = g_object_ref (model);
  self->routine = routine;
  return ADW_NAVIGATION_PAGE (self);
}

FasciaRoutine *
fascia_routine_page_get_routine (FasciaRoutinePage *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_PAGE (self), NULL);

  return self->routine;
}

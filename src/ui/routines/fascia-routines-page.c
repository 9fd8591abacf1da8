/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Routines page: one suggestion first, then the plan, then the library for who scrolls.
 */

#include "config.h"

#include "fascia-routines-page.h"

struct _FasciaRoutinesPage
{
  AdwBin parent_instance;

  AdwBin *plan_bin;
  FasciaRoutinesModel *model;
};

G_DEFINE_FINAL_TYPE (FasciaRoutinesPage, fascia_routines_page, ADW_TYPE_BIN)

static void
fascia_routines_page_dispose (GObject *object)
{
  FasciaRoutinesPage *self = FASCIA_ROUTINES_PAGE (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_routines_page_parent_class)->dispose (object);
}

static void
fascia_routines_page_class_init (FasciaRoutinesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_routines_page_dispose;
}

static void
fascia_routines_page_init (FasciaRoutinesPage *self)
{
  self->plan_bin = ADW_BIN (adw_bin_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->plan_bin));
}

GtkWidget *
fascia_routines_page_new (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaRoutinesPage *self = g_object_new (FASCIA_TYPE_ROUTINES_PAGE, NULL);
  self->model = g_object_ref (model);
  return GTK_WIDGET (self);
}

gboolean
fascia_routines_page_open (FasciaRoutinesPage *self, const char *routine)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_PAGE (self), FALSE);

  return FALSE;
}

AdwBin *
fascia_routines_page_get_plan_bin (FasciaRoutinesPage *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_PAGE (self), NULL);

  return self->plan_bin;
}

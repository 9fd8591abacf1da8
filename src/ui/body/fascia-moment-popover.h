/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a check-in is about: now, a while ago, or a day and time to choose.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_MOMENT_POPOVER (fascia_moment_popover_get_type ())
G_DECLARE_FINAL_TYPE (FasciaMomentPopover,
                      fascia_moment_popover,
                      FASCIA,
                      MOMENT_POPOVER,
                      GtkPopover)

/* Shows what @model is to show: now, or a moment that has passed. */
GtkWidget *fascia_moment_popover_new (FasciaBodyModel *model);

/* Makes the popover of @button when it is opened for the first time: a calendar costs as much as a
 * page does, and the window opens without it. */
void fascia_moment_popover_attach (GtkMenuButton *button, FasciaBodyModel *model);

/* The day and time that are asked for, in the local zone. */
void fascia_moment_popover_set_local (FasciaMomentPopover *self,
                                      int year,
                                      int month,
                                      int dom,
                                      int hour,
                                      int minute);

/* (nullable) (transfer full) Why what is asked for cannot be chosen, in a sentence. */
char *fascia_moment_popover_dup_problem (FasciaMomentPopover *self);

/* As the button does: chooses what is asked for. FALSE when it cannot be. */
gboolean fascia_moment_popover_accept (FasciaMomentPopover *self);

G_END_DECLS

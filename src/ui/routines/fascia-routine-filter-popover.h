/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "More": routines by place, tool, technique and kind of step.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-routine-filter.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ROUTINE_FILTER_POPOVER (fascia_routine_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRoutineFilterPopover,
                      fascia_routine_filter_popover,
                      FASCIA,
                      ROUTINE_FILTER_POPOVER,
                      GtkPopover)

/* Signal: "filter-changed". Make it when it is opened. */
GtkWidget *fascia_routine_filter_popover_new (FasciaLibrary *library);
/* Other parts than those it offers are kept as they are. */
void fascia_routine_filter_popover_set_filter (FasciaRoutineFilterPopover *self,
                                               const FasciaRoutineFilter *filter);
const FasciaRoutineFilter *fascia_routine_filter_popover_get_filter (
    FasciaRoutineFilterPopover *self);

G_END_DECLS

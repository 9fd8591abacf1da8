/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check-in beside the figure: when, how many places, a row for each.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_CHECK_IN_LIST (fascia_check_in_list_get_type ())
G_DECLARE_FINAL_TYPE (FasciaCheckInList, fascia_check_in_list, FASCIA, CHECK_IN_LIST, GtkWidget)

/* Signals: "activated" (FasciaRegion *region): a row was chosen. */
GtkWidget *fascia_check_in_list_new (FasciaBodyModel *model);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place of the body map: what focus, pointer and assistive technology meet there. Draws nothing.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_REGION_WIDGET (fascia_region_widget_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRegionWidget, fascia_region_widget, FASCIA, REGION_WIDGET, GtkWidget)

/**
 * FasciaRegionWidget:
 *
 * # Accessibility
 * Role toggle button, pressed when the place is marked; a range of 0 to 10 on the active scale,
 * whose setting writes the mark. Actions "region.mark" and "region.clear". The label is the name of
 * the place, side first; the description its levels and what they were, and whether its limb is a
 * phantom. The number of a place that is not marked, has no level or has eased is 0: value text and
 * description tell which. Read only, without actions, while the model shows what can only be looked
 * at; for a period the value says on how many days, and for a share the range is those days.
 *
 * @path: the outline in the coordinates of the parent; kept
 * @x, @y: where the widget will lie in the parent
 */
GtkWidget *fascia_region_widget_new (FasciaBodyModel *model,
                                     const FasciaRegion *region,
                                     GskPath *path,
                                     double x,
                                     double y);

const FasciaRegion *fascia_region_widget_get_region (FasciaRegionWidget *self);

/* Tells assistive technology what is so now; nothing when nothing changed. */
void fascia_region_widget_update (FasciaRegionWidget *self);

/* Whether the place is to be met here. A place with a shape on both figures is met once only. */
void fascia_region_widget_set_is_exposed (FasciaRegionWidget *self, gboolean is_exposed);

G_END_DECLS

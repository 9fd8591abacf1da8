/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture of a step, found for it.
 */

#pragma once

#include "fascia-pose-view.h"
#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* Shows the pose of @step (nullable), or that of the step it is another way of; not visible when there
 * is neither. */
void fascia_routine_pose_show (FasciaPoseView *view,
                               FasciaRoutinesModel *model,
                               const FasciaStep *step,
                               FasciaSide side);
/* Keeps @view to a square of @size pixels; as visible as @view is. */
GtkWidget *fascia_routine_pose_frame (FasciaPoseView *view, int size);
/* A square of @size pixels that only repeats what stands beside it: silent. */
GtkWidget *fascia_routine_pose_new (FasciaRoutinesModel *model,
                                    const FasciaStep *step,
                                    FasciaSide side,
                                    int size);
/* Likewise, as it looks in @posture: 0 or exactly one. */
GtkWidget *fascia_routine_pose_new_for (FasciaRoutinesModel *model,
                                        const FasciaStep *step,
                                        FasciaSide side,
                                        FasciaPosture posture,
                                        int size);

G_END_DECLS

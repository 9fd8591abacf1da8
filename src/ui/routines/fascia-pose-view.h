/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture of a pose: drawn at any size, mirrored for the other side, moving where that matters. */

#pragma once

#include <gtk/gtk.h>

#include "../../core/routines/fascia-pose.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_POSE_VIEW (fascia_pose_view_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPoseView, fascia_pose_view, FASCIA, POSE_VIEW, GtkWidget)

/* Role image, what it shows as label: side and posture too; takes any square-ish allocation, natural size 200. */
GtkWidget *fascia_pose_view_new (void);
/* @pose: (nullable). @side: FASCIA_SIDE_RIGHT mirrors it. */
void fascia_pose_view_set_pose (FasciaPoseView *self,
                                FasciaPoses *poses,
                                const FasciaPose *pose,
                                FasciaSide side);
/* In which it is to be done: shows the pose that is drawn for it; where there is none, the words say
 * that the picture shows another one. 0: any. */
void fascia_pose_view_set_posture (FasciaPoseView *self, FasciaPosture posture);
/* Moves only while asked to, mapped, and animations are on. */
void fascia_pose_view_set_moving (FasciaPoseView *self, gboolean is_moving);
/* Whether it moves now, and how far it is: 0 … 1. */
gboolean fascia_pose_view_is_running (FasciaPoseView *self);
double fascia_pose_view_get_phase (FasciaPoseView *self);

G_END_DECLS

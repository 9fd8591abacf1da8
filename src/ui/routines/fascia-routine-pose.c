/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture of a step, found for it.
 */

#include "config.h"

#include "fascia-routine-pose.h"

#include <adwaita.h>

void
fascia_routine_pose_show (FasciaPoseView *view,
                          FasciaRoutinesModel *model,
                          const FasciaStep *step,
                          FasciaSide side)
{
  g_return_if_fail (FASCIA_IS_POSE_VIEW (view));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));

  FasciaPoses *poses = fascia_routines_model_get_poses (model);
  const FasciaPose *pose
      = step != NULL ? fascia_poses_lookup (poses, fascia_step_get_id (step)) : NULL;

  if (pose == NULL && step != NULL && fascia_step_get_variant_of (step) != NULL)
    pose = fascia_poses_lookup (poses, fascia_step_get_variant_of (step));
  if (pose == NULL && step != NULL && fascia_step_get_like (step) != NULL)
    pose = fascia_poses_lookup (poses, fascia_step_get_like (step));
  fascia_pose_view_set_pose (view, poses, pose, side);
  gtk_widget_set_visible (GTK_WIDGET (view), pose != NULL);
}

static GtkWidget *
clamp (GtkWidget *child, GtkOrientation orientation, int size)
{
  GtkWidget *bin = g_object_new (ADW_TYPE_CLAMP, "orientation", orientation, "maximum-size", size,
                                 "tightening-threshold", size, "unit", ADW_LENGTH_UNIT_PX, "child",
                                 child, NULL);

  return bin;
}

GtkWidget *
fascia_routine_pose_frame (FasciaPoseView *view, int size)
{
  g_return_val_if_fail (FASCIA_IS_POSE_VIEW (view), NULL);

  GtkWidget *frame = clamp (clamp (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, size),
                            GTK_ORIENTATION_VERTICAL, size);

  g_object_bind_property (view, "visible", frame, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_set_size_request (frame, size, size);
  gtk_widget_set_halign (frame, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (frame, GTK_ALIGN_CENTER);
  return frame;
}

GtkWidget *
fascia_routine_pose_new (FasciaRoutinesModel *model,
                         const FasciaStep *step,
                         FasciaSide side,
                         int size)
{
  return fascia_routine_pose_new_for (model, step, side, 0, size);
}

GtkWidget *
fascia_routine_pose_new_for (FasciaRoutinesModel *model,
                             const FasciaStep *step,
                             FasciaSide side,
                             FasciaPosture posture,
                             int size)
{
  GtkWidget *view = fascia_pose_view_new ();

  fascia_pose_view_set_posture (FASCIA_POSE_VIEW (view), posture);
  fascia_routine_pose_show (FASCIA_POSE_VIEW (view), model, step, side);
  gtk_accessible_update_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  /* Among others, one without a picture keeps its place. */
  gtk_widget_set_visible (view, TRUE);
  return fascia_routine_pose_frame (FASCIA_POSE_VIEW (view), size);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine in a list.
 */

#include "config.h"

#include "fascia-routine-row.h"

#include <glib/gi18n.h>

#include "fascia-row-words.h"
#include "fascia-routine-pose.h"
#include "fascia-routine-text.h"

#define POSE_PX 56

struct _FasciaRoutineRow
{
  AdwActionRow parent_instance;

  FasciaRoutine *routine;
};

G_DEFINE_FINAL_TYPE (FasciaRoutineRow, fascia_routine_row, ADW_TYPE_ACTION_ROW)

static void
fascia_routine_row_finalize (GObject *object)
{
  g_clear_pointer (&FASCIA_ROUTINE_ROW (object)->routine, fascia_routine_unref);

  G_OBJECT_CLASS (fascia_routine_row_parent_class)->finalize (object);
}

static void
on_open_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_action_row_activate (ADW_ACTION_ROW (widget));
}

static void
fascia_routine_row_class_init (FasciaRoutineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_routine_row_finalize;
  /* Only so can it be opened over the accessibility bus. */
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "routine.open", NULL,
                                   on_open_activated);
}

static void
fascia_routine_row_init (FasciaRoutineRow *self)
{
}

GtkWidget *
fascia_routine_row_new (FasciaRoutinesModel *model,
                        FasciaRoutine *routine,
                        const FasciaRoutineInfo *info)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (routine != NULL, NULL);
  g_return_val_if_fail (info != NULL, NULL);

  FasciaRoutineRow *self = g_object_new (FASCIA_TYPE_ROUTINE_ROW, "activatable", TRUE, "use-markup",
                                         FALSE, "title-lines", 3, "subtitle-lines", 3, NULL);
  g_autofree char *facts
      = fascia_routine_text_facts (fascia_routines_model_get_library (model), routine, info, " · ");

  self->routine = fascia_routine_ref (routine);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), fascia_routine_get_title (routine));
  if (info->n_entries == 0)
    g_set_str (&facts, _ ("Held back for now"));
  fascia_row_set_words (ADW_ACTION_ROW (self), facts);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self),
                             fascia_routine_pose_new (model, info->step, info->side, POSE_PX));
  if (fascia_routines_model_is_favourite (model, fascia_routine_get_id (routine)))
    {
      GtkWidget *star = gtk_image_new_from_icon_name ("starred-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Favourite"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), star);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return GTK_WIDGET (self);
}

FasciaRoutine *
fascia_routine_row_get_routine (FasciaRoutineRow *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_ROW (self), NULL);

  return self->routine;
}

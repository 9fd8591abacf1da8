/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the plan has for today, for a list: Start, "Move to Tomorrow", and the way to the plan.
 */

#include "config.h"

#include "fascia-plan-rows.h"

#include <glib/gi18n.h>

#include "fascia-link-row.h"
#include "fascia-plan-text.h"
#include "fascia-plan-write.h"
#include "fascia-routine-pose.h"
#include "fascia-routine-text.h"
#include "fascia-row-words.h"
#include "fascia-session-start.h"

#define POSE_PX 56

struct _FasciaPlanRows
{
  AdwBin parent_instance;

  FasciaRoutinesModel *model;
  GtkWidget *group;
  GtkWidget *link;
  char *shown;
  gboolean has_link;
};

G_DEFINE_FINAL_TYPE (FasciaPlanRows, fascia_plan_rows, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_OPENED = 1,
  SIGNAL_PLAN_OPENED,
} FasciaPlanRowsSignal;

static guint signals[SIGNAL_PLAN_OPENED + 1];

static const char routine_key[] = "fascia-routine";

/* ---- what a person can do ---- */

/* (nullable) It may be gone by now. */
static FasciaRoutine *
get_routine (FasciaPlanRows *self, gpointer widget)
{
  const char *id = g_object_get_data (G_OBJECT (widget), routine_key);
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);

  return id != NULL && library != NULL ? fascia_library_lookup_routine (library, id) : NULL;
}

static void
on_row_activated (FasciaPlanRows *self, GtkWidget *row)
{
  FasciaRoutine *routine = get_routine (self, row);

  if (routine != NULL)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, routine);
}

static void
on_start_clicked (FasciaPlanRows *self, GtkWidget *button)
{
  FasciaRoutine *routine = get_routine (self, button);

  if (routine != NULL)
    fascia_session_start (GTK_WIDGET (self), self->model, routine, NULL);
}

static void
on_move_clicked (FasciaPlanRows *self, GtkWidget *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), routine_key);

  fascia_plan_to_tomorrow (GTK_WIDGET (self), self->model, id);
}

static void
on_link_activated (FasciaPlanRows *self)
{
  g_signal_emit (self, signals[SIGNAL_PLAN_OPENED], 0);
}

/* ---- the rows ---- */

static void
add_button (FasciaPlanRows *self,
            GtkWidget *row,
            const FasciaPlanDay *day,
            const char *icon,
            const char *tooltip,
            const char *label,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), routine_key, (gpointer) day->routine);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_buttons (FasciaPlanRows *self, GtkWidget *row, const FasciaPlanDay *day, const char *title)
{
  /* Translators: read aloud on a button; %s is the name of a routine. */
  g_autofree char *start = g_strdup_printf (_ ("Start: %s"), title);
  /* Translators: read aloud on a button; %s is the name of a routine. */
  g_autofree char *move = g_strdup_printf (_ ("Move to tomorrow: %s"), title);

  if (day->state != FASCIA_PLAN_DONE && day->state != FASCIA_PLAN_PARTLY)
    add_button (self, row, day, "fascia-day-moved-symbolic", _ ("Move to Tomorrow"), move,
                G_CALLBACK (on_move_clicked));
  if (get_routine (self, row) != NULL)
    add_button (self, row, day, "media-playback-start-symbolic", _ ("Start"), start,
                G_CALLBACK (on_start_clicked));
}

static char *
dup_words (FasciaPlanRows *self, const FasciaPlanDay *day, FasciaRoutine *routine)
{
  const FasciaRoutineInfo *info
      = routine != NULL ? fascia_routines_model_get_info (self->model, day->routine) : NULL;

  if (day->state == FASCIA_PLAN_DONE || day->state == FASCIA_PLAN_PARTLY)
    return g_strdup (fascia_plan_text_state (day->state));
  if (routine == NULL)
    return g_strdup (_ ("It was deleted, or another version has it."));
  if (info == NULL)
    return NULL;
  if (info->n_entries == 0)
    return g_strdup (_ ("Held back for now"));
  return fascia_routine_text_facts (fascia_routines_model_get_library (self->model), routine, info,
                                    " · ");
}

static void
add_today (FasciaPlanRows *self, const FasciaPlanDay *day)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  FasciaRoutine *routine = fascia_library_lookup_routine (library, day->routine);
  const FasciaRoutineInfo *info
      = routine != NULL ? fascia_routines_model_get_info (self->model, day->routine) : NULL;
  g_autofree char *title = fascia_plan_text_routine (library, day->routine);
  g_autofree char *words = dup_words (self, day, routine);
  GtkWidget *row = fascia_link_row_new_bare (title);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), routine != NULL);
  g_object_set_data (G_OBJECT (row), routine_key, (gpointer) day->routine);
  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  if (info != NULL)
    adw_action_row_add_prefix (
        ADW_ACTION_ROW (row),
        fascia_routine_pose_new (self->model, info->step, info->side, POSE_PX));
  add_buttons (self, row, day, title);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

static void
add_rest (FasciaPlanRows *self, gboolean is_moved)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Rest Today"), NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (fascia_plan_text_icon (FASCIA_PLAN_REST));

  fascia_row_set_words (ADW_ACTION_ROW (row),
                        is_moved ? _ ("It goes on tomorrow.") : _ ("Rest is part of the plan."));
  gtk_widget_add_css_class (icon, "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

static char *
dup_link_words (FasciaPlanRows *self, FasciaPlan *plan, gboolean is_there)
{
  const FasciaProgramme *programme = fascia_plan_get_programme (plan);

  if (!is_there)
    return g_strdup (_ ("A week of routines, at your own pace"));
  if (programme == NULL)
    return g_strdup (_ ("Your own week"));
  if (fascia_plan_is_stage_due (plan, fascia_routines_model_get_day (self->model)))
    /* Translators: below “Plan”; %s is the name of a programme. */
    return g_strdup_printf (_ ("%s · Go on, stay or go back?"),
                            fascia_programme_get_name (programme));
  /* Translators: below “Plan”: the name of a programme, and that of its stage. */
  return g_strdup_printf (
      _ ("%1$s · %2$s"), fascia_programme_get_name (programme),
      fascia_programme_get_stage_name (programme, fascia_plan_get_stage (plan)));
}

static void
add_link (FasciaPlanRows *self, FasciaPlan *plan, gboolean is_there)
{
  g_autofree char *words = dup_link_words (self, plan, is_there);

  self->link = fascia_link_row_new (is_there ? _ ("Plan") : _ ("Choose a Plan"), words, NULL);
  g_signal_connect_object (self->link, "activated", G_CALLBACK (on_link_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->link);
}

/* ---- all of it ---- */

static char *
describe (FasciaPlanRows *self, GArray *days, const char *link_words)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  GString *text = g_string_new (link_words);

  for (guint i = 0; i < days->len; i++)
    {
      const FasciaPlanDay *day = &g_array_index (days, FasciaPlanDay, i);
      FasciaRoutine *routine
          = day->routine != NULL ? fascia_library_lookup_routine (library, day->routine) : NULL;
      g_autofree char *words = day->routine != NULL ? dup_words (self, day, routine) : NULL;

      g_string_append_printf (text, "\n%s %d %s %s", day->routine, (int) day->state,
                              routine != NULL ? fascia_routine_get_title (routine) : "", words);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_focus (FasciaPlanRows *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
fascia_plan_rows_update (FasciaPlanRows *self)
{
  g_return_if_fail (FASCIA_IS_PLAN_ROWS (self));

  if (!fascia_routines_model_is_ready (self->model))
    return;
  const gint32 today = fascia_routines_model_get_day (self->model);
  const gboolean is_there = fascia_plan_is_there (self->model);
  g_autoptr (FasciaPlan) plan = fascia_plan_read (self->model);
  g_autoptr (GArray) days = fascia_plan_dup_days (
      plan, fascia_routines_model_get_past (self->model), today, today, today);
  g_autofree char *link_words = dup_link_words (self, plan, is_there);
  g_autofree char *shown = describe (self, days, link_words);
  gboolean is_moved = FALSE;
  guint n = 0;

  /* Rows that say the same keep the keyboard focus. */
  if (self->group != NULL && g_strcmp0 (shown, self->shown) == 0)
    return;
  g_set_str (&self->shown, shown);
  const gboolean had_focus = has_focus (self);
  self->link = NULL;
  self->group = adw_preferences_group_new ();
  for (guint i = 0; is_there && i < days->len; i++)
    {
      const FasciaPlanDay *day = &g_array_index (days, FasciaPlanDay, i);

      is_moved = is_moved || day->state == FASCIA_PLAN_MOVED;
      if (day->routine == NULL || day->state == FASCIA_PLAN_MOVED)
        continue;
      add_today (self, day);
      n++;
    }
  if (is_there && n == 0 && days->len > 0)
    add_rest (self, is_moved);
  if (is_there && days->len > 0)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _ ("Planned for Today"));
  if (self->has_link)
    add_link (self, plan, is_there);
  adw_bin_set_child (ADW_BIN (self), self->group);
  gtk_widget_set_visible (GTK_WIDGET (self), self->has_link || (is_there && days->len > 0));
  if (had_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* ---- the widget ---- */

static void
fascia_plan_rows_dispose (GObject *object)
{
  FasciaPlanRows *self = FASCIA_PLAN_ROWS (object);

  self->group = NULL;
  self->link = NULL;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_plan_rows_parent_class)->dispose (object);
}

static void
fascia_plan_rows_finalize (GObject *object)
{
  g_free (FASCIA_PLAN_ROWS (object)->shown);

  G_OBJECT_CLASS (fascia_plan_rows_parent_class)->finalize (object);
}

static void
fascia_plan_rows_class_init (FasciaPlanRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_plan_rows_dispose;
  object_class->finalize = fascia_plan_rows_finalize;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, FASCIA_TYPE_ROUTINE);
  signals[SIGNAL_PLAN_OPENED]
      = g_signal_new ("plan-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
fascia_plan_rows_init (FasciaPlanRows *self)
{
}

GtkWidget *
fascia_plan_rows_new (FasciaRoutinesModel *model, gboolean has_link)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaPlanRows *self = g_object_new (FASCIA_TYPE_PLAN_ROWS, NULL);
  self->model = g_object_ref (model);
  self->has_link = has_link;
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done on one day of every week: chosen from all routines.
 */

#include "config.h"

#include "fascia-plan-day-dialog.h"

#include <glib/gi18n.h>

#include "fascia-plan-text.h"
#include "fascia-plan-write.h"
#include "fascia-routine-text.h"
#include "fascia-row-words.h"
#include "widgets/fascia-fit.h"

#define FASCIA_TYPE_PLAN_DAY_DIALOG (fascia_plan_day_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlanDayDialog,
                      fascia_plan_day_dialog,
                      FASCIA,
                      PLAN_DAY_DIALOG,
                      AdwDialog)

struct _FasciaPlanDayDialog
{
  AdwDialog parent_instance;

  FasciaRoutinesModel *model;
  AdwPreferencesGroup *chosen;
  AdwPreferencesGroup *others;
  GtkEditable *search;
  GtkWidget *nothing; /* of what was searched for */
  GPtrArray *rows;    /* of routines, in order; the groups hold them */
  int weekday;
};

G_DEFINE_FINAL_TYPE (FasciaPlanDayDialog, fascia_plan_day_dialog, ADW_TYPE_DIALOG)

static const char routine_key[] = "fascia-routine";
static const char check_key[] = "fascia-check";

/* ---- what is chosen ---- */

static GtkCheckButton *
get_check (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (g_object_get_data (G_OBJECT (row), check_key));
}

static void
update_words (FasciaPlanDayDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += gtk_check_button_get_active (get_check (g_ptr_array_index (self->rows, i)));
  adw_preferences_group_set_description (
      self->chosen, n > 0 ? _ ("Every week on this day")
                          : _ ("Nothing is chosen: every week this is a day of rest."));
}

/* In the order of the rows, which begin with those that were chosen before. */
static void
on_toggled (FasciaPlanDayDialog *self)
{
  g_autoptr (FasciaPlan) plan = fascia_plan_read (self->model);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_check_button_get_active (get_check (row)))
        g_ptr_array_add (ids, g_object_get_data (G_OBJECT (row), routine_key));
    }
  g_ptr_array_add (ids, NULL);
  fascia_routines_model_write (
      self->model, fascia_plan_set_day (plan, self->weekday,
                                        ids->len > 1 ? (const char *const *) ids->pdata : NULL));
  update_words (self);
}

/* ---- the rows ---- */

static void
add_row (FasciaPlanDayDialog *self, const char *routine, gboolean is_chosen)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  FasciaRoutine *found = fascia_library_lookup_routine (library, routine);
  const FasciaRoutineInfo *info
      = found != NULL ? fascia_routines_model_get_info (self->model, routine) : NULL;
  g_autofree char *title = fascia_plan_text_routine (library, routine);
  g_autofree char *words
      = info != NULL ? fascia_routine_text_facts (library, found, info, " · ") : NULL;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 3,
                                 "subtitle-lines", 3, NULL);
  GtkWidget *check = gtk_check_button_new ();

  /* Not while it is made: its label is told last of all that this is no markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), routine_key, (gpointer) g_intern_string (routine));
  g_object_set_data (G_OBJECT (row), check_key, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (is_chosen ? self->chosen : self->others, row);
}

static gboolean
has_row (FasciaPlanDayDialog *self, const char *routine)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->rows, i), routine_key), routine)
        == 0)
      return TRUE;
  return FALSE;
}

/* What the programme is made of comes before all others. */
static void
add_rows (FasciaPlanDayDialog *self)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  g_autoptr (FasciaPlan) plan = fascia_plan_read (self->model);
  const FasciaProgramme *programme = fascia_plan_get_programme (plan);
  const char *const *chosen = fascia_plan_get_weekday (plan, self->weekday);
  guint n = 0;
  const FasciaStageRoutine *routines
      = programme != NULL
            ? fascia_programme_get_stage_routines (programme, fascia_plan_get_stage (plan), &n)
            : NULL;

  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    add_row (self, chosen[i], TRUE);
  for (guint i = 0; i < n; i++)
    if (!has_row (self, routines[i].routine))
      add_row (self, routines[i].routine, FALSE);
  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      const char *id = fascia_routine_get_id (fascia_library_get_routine (library, i));

      if (!has_row (self, id))
        add_row (self, id, FALSE);
    }
}

static void
on_search_changed (FasciaPlanDayDialog *self)
{
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  gboolean has_any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      g_autofree char *title
          = g_utf8_casefold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
      gboolean is_wanted = strstr (title, wanted) != NULL;

      if (gtk_widget_get_parent (row) == gtk_widget_get_parent (self->nothing))
        {
          gtk_widget_set_visible (row, is_wanted);
          has_any = has_any || is_wanted;
        }
    }
  gtk_widget_set_visible (self->nothing, !has_any);
}

/* ---- the dialog ---- */

static void
fascia_plan_day_dialog_dispose (GObject *object)
{
  FasciaPlanDayDialog *self = FASCIA_PLAN_DAY_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_plan_day_dialog_parent_class)->dispose (object);
}

static void
fascia_plan_day_dialog_class_init (FasciaPlanDayDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_plan_day_dialog_dispose;
}

static void
fascia_plan_day_dialog_init (FasciaPlanDayDialog *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *find = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *view = adw_toolbar_view_new ();

  self->rows = g_ptr_array_new ();
  self->chosen = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->others = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  self->nothing
      = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Nothing Found"), "visible", FALSE, NULL);
  g_object_set (self->search, "placeholder-text", _ ("Search routines"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search routines"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (find, _ ("Add a Routine"));
  adw_preferences_group_add (find, GTK_WIDGET (self->search));
  adw_preferences_group_add (self->others, self->nothing);
  adw_preferences_page_add (page, self->chosen);
  adw_preferences_page_add (page, find);
  adw_preferences_page_add (page, self->others);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_content_width (ADW_DIALOG (self), 460);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

AdwDialog *
fascia_plan_day_dialog_new (FasciaRoutinesModel *model, int weekday)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  FasciaPlanDayDialog *self = g_object_new (FASCIA_TYPE_PLAN_DAY_DIALOG, NULL);
  g_autofree char *title = fascia_plan_text_weekday (weekday);

  self->model = g_object_ref (model);
  self->weekday = weekday;
  adw_dialog_set_title (ADW_DIALOG (self), title);
  add_rows (self);
  update_words (self);
  return ADW_DIALOG (self);
}

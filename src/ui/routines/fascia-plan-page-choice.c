/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of the plan page: programmes to choose from.
 */

#include "config.h"

#include "fascia-plan-page-private.h"

#include <glib/gi18n.h>

#include "fascia-button-row.h"
#include "fascia-plan-text.h"
#include "fascia-plan-write.h"
#include "fascia-programme-dialog.h"
#include "fascia-row-words.h"

static const char code_key[] = "fascia-code";

static void
on_programme_activated (FasciaPlanPage *self, GtkWidget *row)
{
  const char *code = g_object_get_data (G_OBJECT (row), code_key);
  const FasciaProgramme *programme
      = fascia_programmes_lookup (fascia_routines_model_get_programmes (self->model), code);

  if (programme != NULL)
    adw_dialog_present (fascia_programme_dialog_new (GTK_WIDGET (self), self->model, programme),
                        GTK_WIDGET (self));
}

static GtkWidget *
create_programme (FasciaPlanPage *self, const FasciaProgramme *programme)
{
  const char *code = g_intern_string (fascia_programme_get_code (programme));
  GtkWidget *row = fascia_plan_page_create_row (code, fascia_programme_get_name (programme),
                                                fascia_programme_get_summary (programme));

  g_object_set_data (G_OBJECT (row), code_key, (gpointer) code);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_programme_activated), self,
                           G_CONNECT_SWAPPED);
  return row;
}

void
fascia_plan_page_add_choice (FasciaPlanPage *self, FasciaPlan *plan)
{
  FasciaProgrammes *programmes = fascia_routines_model_get_programmes (self->model);
  AdwPreferencesGroup *group = fascia_plan_page_add_group (self, _ ("Choose a Plan"));

  adw_preferences_group_set_description (
      group, _ ("Days of rest belong to it. You go on, stay or stop whenever you like."));
  for (guint i = 0; i < fascia_programmes_get_n (programmes); i++)
    adw_preferences_group_add (group,
                               create_programme (self, fascia_programmes_get (programmes, i)));
  group = fascia_plan_page_add_group (self, _ ("Or a Week of Your Own"));
  fascia_plan_page_add_days (self, group, plan);
}

/* ---- while one runs ---- */

/* The one that runs, to read about it. */
static GtkWidget *
create_running (FasciaPlanPage *self, FasciaPlan *plan)
{
  const FasciaProgramme *programme = fascia_plan_get_programme (plan);
  const guint stage = fascia_plan_get_stage (plan);
  /* Translators: where somebody is in a programme: “Stage 1 of 3: Two areas”. */
  g_autofree char *words = g_strdup_printf (_ ("Stage %1$u of %2$u: %3$s"), stage + 1,
                                            fascia_programme_get_n_stages (programme),
                                            fascia_programme_get_stage_name (programme, stage));
  GtkWidget *row = create_programme (self, programme);

  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  return row;
}

static void
on_stop_activated (FasciaPlanPage *self)
{
  fascia_plan_end (GTK_WIDGET (self), self->model);
}

void
fascia_plan_page_add_other (FasciaPlanPage *self, FasciaPlan *plan)
{
  FasciaProgrammes *programmes = fascia_routines_model_get_programmes (self->model);
  const FasciaProgramme *running = fascia_plan_get_programme (plan);
  const char *unknown = fascia_plan_get_unknown (self->model);
  AdwPreferencesGroup *group = fascia_plan_page_add_group (self, _ ("Plan"));

  if (running != NULL)
    adw_preferences_group_add (group, create_running (self, plan));
  else if (unknown != NULL)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0,
                                     "subtitle-lines", 0, "title",
                                     _ ("A plan that this version does not know"), NULL);
      /* Translators: %s is the code of a programme of another version of the program. */
      g_autofree char *words
          = g_strdup_printf (_ ("It is called “%s”. Its days are kept as they are."), unknown);

      fascia_row_set_words (ADW_ACTION_ROW (row), words);
      adw_preferences_group_add (group, row);
    }
  fascia_plan_page_add_days (self, group, plan);
  fascia_plan_page_add_score (self, group, plan);
  fascia_plan_page_add_pressure (self, group);

  GtkWidget *expander = fascia_plan_page_create_expander (
      self, "others", running != NULL ? _ ("Other Plans") : _ ("Choose a Plan"), NULL);
  for (guint i = 0; i < fascia_programmes_get_n (programmes); i++)
    if (fascia_programmes_get (programmes, i) != running)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                create_programme (self, fascia_programmes_get (programmes, i)));
  group = fascia_plan_page_add_group (self, NULL);
  adw_preferences_group_add (group, expander);

  GtkWidget *stop = fascia_button_row_new (_ ("S_top This Plan"), NULL);
  fascia_plan_page_name (stop, "stop");
  g_signal_connect_object (stop, "activated", G_CALLBACK (on_stop_activated), self,
                           G_CONNECT_SWAPPED);
  group = fascia_plan_page_add_group (self, NULL);
  adw_preferences_group_add (group, stop);
}

/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A programme, to read about before it is begun.
 */

#include "config.h"

#include "fascia-programme-dialog.h"

#include <glib/gi18n.h>

#include "fascia-plan-text.h"
#include "fascia-plan-write.h"
#include "fascia-routine-text.h"
#include "fascia-row-words.h"
#include "widgets/fascia-fit.h"

/* What the button needs, as long as it is there. */
typedef struct
{
  GtkWidget *from; /* weak */
  FasciaRoutinesModel *model;
  FasciaProgrammes *programmes;
  const FasciaProgramme *programme;
} Offer;

static void
offer_free (gpointer data, GClosure *closure)
{
  Offer *offer = data;

  g_clear_weak_pointer (&offer->from);
  g_object_unref (offer->model);
  fascia_programmes_unref (offer->programmes);
  g_free (offer);
}

/* The dialog goes first: what comes after it may ask something. */
static void
on_start_clicked (GtkWidget *button, Offer *offer)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (button, ADW_TYPE_DIALOG);
  g_autoptr (GtkWidget) from = offer->from != NULL ? g_object_ref (offer->from) : NULL;
  g_autoptr (FasciaRoutinesModel) model = g_object_ref (offer->model);
  g_autoptr (FasciaProgrammes) programmes = fascia_programmes_ref (offer->programmes);
  const FasciaProgramme *programme = offer->programme;

  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
  if (from != NULL && gtk_widget_get_root (from) != NULL)
    fascia_plan_begin (from, model, programme);
}

static GtkWidget *
create_start (GtkWidget *from, FasciaRoutinesModel *model, const FasciaProgramme *programme)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (
      fascia_plan_is_there (model) ? _ ("_Start This One Instead") : _ ("_Start This Plan"));
  Offer *offer = g_new0 (Offer, 1);

  g_set_weak_pointer (&offer->from, from);
  offer->model = g_object_ref (model);
  offer->programmes = fascia_programmes_ref (fascia_routines_model_get_programmes (model));
  offer->programme = programme;
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_start_clicked), offer, offer_free, 0);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  g_object_set (button, "margin-top", 6, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  return button;
}

/* ---- what it says ---- */

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  adw_preferences_group_add (group, row);
}

static char *
dup_routines (FasciaLibrary *library, const FasciaProgramme *programme, guint stage)
{
  guint n = 0;
  const FasciaStageRoutine *routines = fascia_programme_get_stage_routines (programme, stage, &n);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, (gpointer) routines[i].routine);
  g_ptr_array_add (ids, NULL);
  return fascia_plan_text_routines (library, (const char *const *) ids->pdata);
}

static void
add_stages (AdwPreferencesPage *page, FasciaLibrary *library, const FasciaProgramme *programme)
{
  AdwPreferencesGroup *group = add_group (page, _ ("Stages"));

  adw_preferences_group_set_description (group,
                                         _ ("You decide when to go on: nothing moves by itself."));
  for (guint i = 0; i < fascia_programme_get_n_stages (programme); i++)
    {
      const int n_days = fascia_programme_get_stage_days (programme, i);
      g_autofree char *weeks
          = fascia_plan_text_weeks (fascia_programme_get_stage_weeks (programme, i));
      g_autofree char *days
          = g_strdup_printf (ngettext ("%d day a week", "%d days a week", (gulong) n_days), n_days);
      g_autofree char *routines = dup_routines (library, programme, i);
      /* Translators: a stage of a programme: its name, “2 weeks”, “3 days a week”. */
      g_autofree char *title = g_strdup_printf (
          _ ("%1$s: %2$s, %3$s"), fascia_programme_get_stage_name (programme, i), weeks, days);

      add_row (group, title, routines);
    }
}

AdwDialog *
fascia_programme_dialog_new (GtkWidget *from,
                             FasciaRoutinesModel *model,
                             const FasciaProgramme *programme)
{
  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (programme != NULL, NULL);

  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *view = adw_toolbar_view_new ();
  AdwDialog *dialog = adw_dialog_new ();
  g_autoptr (FasciaPlan) plan = fascia_plan_read (model);
  /* Translators: %s names papers and guidelines. */
  g_autofree char *source
      = g_strdup_printf (_ ("Sources: %s"), fascia_programme_get_source (programme));
  const FasciaProgramme *running = fascia_plan_get_programme (plan);

  AdwPreferencesGroup *group = add_group (page, NULL);
  add_row (group, fascia_programme_get_summary (programme), NULL);
  add_row (add_group (page, _ ("What to Know")), fascia_programme_get_about (programme), NULL);
  add_row (add_group (page, _ ("Take Care")), fascia_programme_get_caution (programme), NULL);
  add_stages (page, fascia_routines_model_get_library (model), programme);
  add_row (add_group (page, _ ("How Well It Is Known")),
           fascia_routine_text_evidence (fascia_programme_get_evidence (programme)), source);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  if (running != programme)
    {
      adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view),
                                       create_start (from, model, programme));
      adw_toolbar_view_set_bottom_bar_style (ADW_TOOLBAR_VIEW (view), ADW_TOOLBAR_RAISED);
    }
  adw_dialog_set_title (dialog, fascia_programme_get_name (programme));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
